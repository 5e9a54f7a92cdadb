"""Writes results whole or not at all, to standard output or to files."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterable

import typer

from summarizer import OutputError

STANDARD_OUTPUT = "-"
# What the system says where output goes nowhere: closed, a full disk, a broken one, a quota, a limit. Not a pipe whose
# reader has gone: `| head` has read enough.
NOT_WRITTEN = frozenset(
    {errno.EBADF, errno.ENOSPC, errno.EIO, errno.EFBIG, *filter(None, [getattr(errno, "EDQUOT", 0)])}
)


class ClosedOutput(io.TextIOBase):
    """Stands for a standard output that was closed before Python started, which has None in its place.

    To write nothing and say nothing would look like success.
    """

    def writable(self) -> bool:
        """It is a stream for output, whatever becomes of it."""
        return True

    def write(self, _: str) -> int:
        """Fail as the system does.

        Raises:
            OSError: always.
        """
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def check_output(output: str | None, sources: Iterable[str | None]) -> None:
    """Find out, before the long work, whether a file can be written, and that it is none of those that are read.

    Args:
        output: The file; None for standard output.
        sources: All that the command was given to read, whatever for; None where an option was left out.

    Raises:
        OutputError: it cannot, or it is.
    """
    if output is None:
        return
    from summarizer import check_files

    check_files([output], sources=[source for source in sources if source is not None])


def put(text: str, output: str | None) -> None:
    """Write a result to a file, or to standard output where none is named.

    Args:
        text: The result; a line feed is added where it has none at its end.
        output: The file, which is replaced whole, or stays as it was.

    Raises:
        OutputError: it cannot be written.
    """
    text = text if text.endswith("\n") else text + "\n"
    if output is None:
        print_result(text)
        return
    from summarizer import write_files

    write_files({output: text.encode("utf-8", errors="backslashreplace")})  # a file name may hold what is no character


def put_aside(text: str) -> None:
    """Write to standard error what goes beside a result."""
    typer.echo(text, err=True, color=True)


def print_result(result: str | bytes, *, utf8: bool = False) -> None:
    """Write a result to standard output.

    Args:
        result: All of it, with the line feed at its end.
        utf8: Whether it is UTF-8 whatever the locale, as JSON must be.

    Raises:
        OutputError: it cannot be written.
    """
    stream = sys.stdout
    if utf8 and hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8")
    try:
        typer.echo(result, nl=False, color=True)  # what has colour was decided before: nothing is stripped here
    except OSError as error:
        if error.errno == errno.EPIPE:  # `| head` has read enough; typer ends quietly
            raise
        reason = error.strerror or str(error)
        hint = "name a file with -o" if error.errno == errno.EBADF else "check the permissions and the space left there"
        raise OutputError(f"standard output: cannot be written ({reason}); {hint}.") from error
