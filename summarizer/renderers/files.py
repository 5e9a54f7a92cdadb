"""Writes results into files, all or none, never over a source, in the format of their ending."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from summarizer.errors import OutputError, SettingsError, short

_STANDARD_INPUT = "-"
Place = tuple[int, int]  # device and number: one for each file, whatever links and spellings lead to it


# What people call a text file is a whole briefing to read; the format "text" is the statements alone.
ENDINGS: dict[str, str] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "terminal",
    ".json": "json",
    ".csl.json": "csl-json",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
}
DEFAULT = "terminal"


class Read:
    """The files and folders that are read. They are looked at only where a result would replace a file."""

    def __init__(self, sources: Iterable[str | os.PathLike[str]]) -> None:
        self._sources = tuple(dict.fromkeys(os.fspath(source) for source in sources))
        self._found: dict[Place, str] | None = None

    def keep_apart(self, path: str) -> None:
        """Refuse a file that is read; what does not exist yet, or is hidden in a folder, is not.

        Raises:
            OutputError: it is.
        """
        place = _place_of(path)
        if place is None or not self._sources:
            return
        if self._found is None:
            self._found = {}
            for source in self._sources:
                for at in _places_in(source):
                    self._found.setdefault(at, source)
        known = self._found.get(place)
        if known is None:
            return
        found = "standard input" if known == _STANDARD_INPUT else short(known)
        where = f"in {found}" if os.path.isdir(known) else f"as {found}" if known != path else "as a source"  # noqa: PTH112
        raise OutputError(
            f"{short(path)}: is one of the files that are read ({where}) and would be replaced, wanted another file;"
            " name one elsewhere."
        )


def _places_in(source: str) -> Iterator[Place]:
    """Where a source and all that is read with it lies: of a folder every file that is not hidden, links followed."""
    if source == _STANDARD_INPUT:
        yield from _standard_input()
        return
    if not os.path.isdir(source):  # noqa: PTH112 - a name may be too long for the system
        place = _place_of(source)
        if place is not None:
            yield place
        return
    for parent, folders, names in os.walk(source):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            place = None if name.startswith(".") else _place_of(os.path.join(parent, name))  # noqa: PTH118 - many files
            if place is not None:
                yield place


def _place_of(path: str) -> Place | None:
    """Where a regular file lies; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a name may be too long, or none at all
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _standard_input() -> Iterator[Place]:
    """The file that a shell opened for standard input, if it is one."""
    try:
        found = os.fstat(sys.stdin.fileno())
    except (AttributeError, OSError, ValueError):  # closed, or no stream of the system
        return
    if stat.S_ISREG(found.st_mode):
        yield found.st_dev, found.st_ino


StrPath = str | os.PathLike[str]


def check_files(paths: Iterable[StrPath], *, sources: Iterable[StrPath] = ()) -> None:
    """Find out, before long work, whether files can be written, that no two are one, and that none of them is read.

    Args:
        paths: The files; nothing is left behind where they will stand.
        sources: Files and folders that are read, and must stay as they are, "-" for standard input; what is none of
            these is passed over.

    Raises:
        OutputError: one of them cannot be written, is named twice, or is one of those that are read.

    Example:
        >>> check_files(["briefing.html"], sources=["seeds"])
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


def paths_of(told: Iterable[str]) -> list[str]:
    """Return the files that reports were read from, and for what lies in another file that one too."""
    paths = list(told)
    return [*paths, *(path[:at] for path in paths for at, letter in enumerate(path) if letter == ":")]


def write_files(contents: Mapping[str, bytes]) -> None:
    """Write several files: all of them are replaced whole, or stay as they were.

    Args:
        contents: What each file is to hold, by its path. A pipe or a device is written to, and never replaced.

    Raises:
        OutputError: one of them cannot be written.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     write_files({f"{folder}/a.txt": b"one", f"{folder}/b.txt": b"two"})
        ...     print(Path(folder, "b.txt").read_text())
        two
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


def formats_of(paths: Sequence[StrPath], asked: str | None = None) -> tuple[str, ...]:
    """Return the format of each file; see `choose_formats`, which checks that they can be written too."""
    told = [_told_by(path) for path in paths]
    if len(paths) == 1 and asked is not None:
        return (asked,)
    if asked is not None and None not in told and any(name != asked for name in told):
        names = ", ".join(os.fspath(path) for path in paths)
        raise SettingsError(
            f"format: found {asked!r} beside {names}, whose endings tell others; name no format, or one file."
        )
    return tuple(name or asked or _default(path) for name, path in zip(told, paths, strict=True))


def _told_by(path: StrPath) -> str | None:
    name = os.fspath(path).casefold()
    return next((ENDINGS[ending] for ending in sorted(ENDINGS, key=len, reverse=True) if name.endswith(ending)), None)


def _default(path: StrPath) -> str:
    """Take a name without any ending for plain text to read; an ending that we do not know is a mistake."""
    name = os.fspath(path)
    ending = os.path.splitext(name)[1]  # noqa: PTH122 - a path may be "-", which is no file
    if ending:
        wanted = ", ".join(sorted(ENDINGS))
        found = f"{short(name)}: found the ending {short(ending)!r}"
        raise SettingsError(f"{found}, wanted one of {wanted}; or name the format with `--format` (`name=` in Python).")
    return DEFAULT
