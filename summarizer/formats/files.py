"""Results go into files whole or not at all: what is asked for together is written together."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from summarizer.errors import OutputError, short
from summarizer.formats.apart import Read

StrPath = str | os.PathLike[str]


def check_files(paths: Iterable[StrPath], *, sources: Iterable[StrPath] = ()) -> None:
    """Find out, before long work, whether files can be written, that no two are one, and that none of them is read.

    Args:
        paths: The files; nothing is left behind where they will stand.
        sources: Files and folders that are read, and must stay as they are, "-" for standard input; what is none of
            these is passed over.

    Raises:
        OutputError: one of them cannot be written, is named twice, or is one of those that are read.
    """
    read = Read(sources)
    seen: set[Path] = set()
    for path in (os.fspath(path) for path in paths):
        _check(path)
        read.keep_apart(path)
        target = _target(path)
        if target in seen:
            raise OutputError(f"{path}: found this file named twice, wanted each once.")
        seen.add(target)


def write_files(contents: Mapping[str, bytes]) -> None:
    """Write several files: all of them are replaced whole, or stay as they were.

    Args:
        contents: What each file is to hold, by its path. A pipe or a device is written to, and never replaced.

    Raises:
        OutputError: one of them cannot be written.
    """
    where = ""
    staged: dict[str, Path] = {}
    try:
        for where, data in contents.items():
            if not _is_special(where):
                staged[where] = _stage(_target(where), data)
        for where, data in contents.items():
            if where not in staged:
                Path(where).write_bytes(data)
        for where in tuple(staged):
            staged[where].replace(_target(where))
            del staged[where]
    except (OSError, ValueError) as error:
        raise _failure(where, error) from error
    finally:
        for part in staged.values():
            with suppress(OSError):
                part.unlink()


def _failure(where: str, error: OSError | ValueError) -> OutputError:
    """Return the error that tells a caller what the system said."""
    number = getattr(error, "errno", None)
    reason = getattr(error, "strerror", None) or str(error)
    is_long = number == errno.ENAMETOOLONG
    hint = "name one that is shorter" if is_long else "check the permissions and the space left there"
    return OutputError(f"{short(where)}: cannot be written ({reason}); {hint}.")


def _check(output: str) -> None:
    path = Path(output)
    if not output or output.endswith(("/", os.sep)) or os.path.isdir(output):  # noqa: PTH112 - a name may be too long
        shown = path / "briefing.txt"
        raise OutputError(f"{short(output)}: is a folder, wanted a file; name one in it, such as {short(str(shown))}.")
    try:
        target = _target(output)
        if not target.parent.is_dir():
            folder = short(str(target.parent))
            raise OutputError(f"{short(output)}: there is no folder {folder}; create it first, or name another file.")
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if not _is_special(output):
            part, file = _open_beside(target)
            os.close(file)
            part.unlink()
    except (OSError, ValueError) as error:
        raise _failure(output, error) from error


def _stage(target: Path, data: bytes) -> Path:
    """Write data beside a file, ready to take its place in one step."""
    part, file = _open_beside(target)
    try:
        with os.fdopen(file, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            part.chmod(stat.S_IMODE(target.stat().st_mode))
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    return part


def _open_beside(target: Path) -> tuple[Path, int]:
    """Create a file in the folder of another, with the permissions that the user's umask leaves."""
    import secrets

    part = target.with_name(f".summarizer-{secrets.token_hex(6)}.part")
    return part, os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)


def _target(output: str) -> Path:
    """Return the file behind links: it is what is replaced, not the link to it."""
    return Path(os.path.realpath(output))


def _is_special(output: str) -> bool:
    """Whether this is a pipe or a device, such as /dev/null, which is written to, never replaced."""
    path = Path(output)
    return path.exists() and not path.is_file()
