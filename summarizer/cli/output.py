"""Results go out whole or not at all: to standard output, or to one file."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
from contextlib import suppress
from pathlib import Path

import typer

from summarizer import OutputError


def check_output(output: str | None) -> None:
    """Find out, before the long work, whether a file can be written.

    Raises:
        OutputError: it cannot.
    """
    if output is None:
        return
    path, target = Path(output), _target(output)
    if output.endswith(("/", os.sep)) or os.path.isdir(output):  # noqa: PTH112 - a name too long is no folder
        raise OutputError(f"{output}: is a folder, wanted a file; name one in it, such as {path / 'briefing.txt'}.")
    if not target.parent.is_dir():
        raise OutputError(f"{output}: there is no folder {target.parent}; create it first, or name another file.")
    try:
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if not _is_special(path):
            part, file = _open_beside(target)
            os.close(file)
            part.unlink()
    except OSError as error:
        raise _failure(output, error) from error


def put(text: str, output: str | None, *, utf8: bool = False) -> None:
    """Write a result to a file, or to standard output where none is named.

    Args:
        text: The result; a line feed is added where it has none at its end.
        output: The file, which is replaced whole, or stays as it was.
        utf8: Whether standard output takes UTF-8 whatever the locale, as JSON must have it.

    Raises:
        OutputError: it cannot be written.
    """
    text = text if text.endswith("\n") else text + "\n"
    if output is None:
        _print(text, utf8=utf8)
        return
    data = text.encode("utf-8", errors="backslashreplace")  # a file name may hold what is no character
    try:
        if _is_special(Path(output)):
            Path(output).write_bytes(data)
        else:
            _replace(_target(output), data)
    except OSError as error:
        raise _failure(output, error) from error


def put_aside(text: str) -> None:
    """Write to standard error what goes beside a result."""
    typer.echo(text, err=True, color=True)


def _print(text: str, *, utf8: bool) -> None:
    stream = sys.stdout
    if utf8 and hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8")
    try:
        typer.echo(text, nl=False, color=True)  # what has colour was decided before: nothing is stripped here
    except OSError as error:
        if error.errno == errno.EPIPE:  # `| head` has read enough; typer ends quietly
            raise
        raise _failure("standard output", error) from error


def _replace(target: Path, data: bytes) -> None:
    """Put data in place of a file in one step: whoever looks sees the old file or the new one."""
    part, file = _open_beside(target)
    try:
        with os.fdopen(file, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _open_beside(target: Path) -> tuple[Path, int]:
    """Create a file in the folder of another, with the permissions that the user's umask leaves."""
    part = target.with_name(f".summarizer-{secrets.token_hex(6)}.part")
    return part, os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)


def _target(output: str) -> Path:
    """Return the file behind links: it is what is replaced, not the link to it."""
    return Path(os.path.realpath(output))


def _is_special(path: Path) -> bool:
    """Whether this is a pipe or a device, such as /dev/null, which is written to, never replaced."""
    return path.exists() and not path.is_file()


def _failure(where: str, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(f"{where}: cannot be written ({reason}); check the permissions and the space left there.")
