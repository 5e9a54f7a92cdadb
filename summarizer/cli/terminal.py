"""What the user's terminal can show, and progress on standard error."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TextIO

if TYPE_CHECKING:
    from rich.status import Status

    from summarizer import Advance


PATIENCE_SECONDS = 0.3  # a run on a handful of reports ends before it; a spinner that only flashes is noise


class Look(NamedTuple):
    """How to render: columns (None for the format's own choice), and whether in colour."""

    width: int | None = None
    colour: bool = False


def look_of(output: str | None) -> Look:
    """Return the look of standard output, or that of a file, which is plain."""
    if output is not None:
        return Look()
    width = shutil.get_terminal_size().columns if is_terminal(sys.stdout) else None
    return Look(width=width, colour=_has_colour(sys.stdout))


def printable(text: str) -> str:
    """Escape what a terminal would obey rather than show: messages quote paths and reports that others wrote."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


@contextmanager
def stages() -> Iterator[Callable[[str], None] | None]:
    """Give a function that shows on standard error what begins; None where nobody would see it.

    It shows nothing before `PATIENCE_SECONDS` have passed, and leaves nothing behind.
    """
    if not is_terminal(sys.stderr):
        yield None
        return
    display = _Display()
    try:
        yield display.show
    finally:
        display.close()


class _Display:
    """One line with a spinner, that appears by itself once the work has taken long enough."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stage = ""
        self._status: Status | None = None
        self._timer = threading.Timer(PATIENCE_SECONDS, self._open)
        self._timer.daemon = True
        self._timer.start()

    def show(self, stage: str) -> None:
        with self._lock:
            self._stage = printable(stage)
            if self._status is not None:
                self._status.update(self._line())

    def close(self) -> None:
        self._timer.cancel()
        self._timer.join()
        if self._status is not None:
            self._status.stop()

    def _open(self) -> None:
        from rich.console import Console

        with self._lock:
            console = Console(stderr=True)
            self._status = console.status(self._line())
            self._status.start()

    def _line(self) -> str:
        from rich.markup import escape

        return escape(self._stage)


def _has_colour(stream: TextIO | None) -> bool:
    """Follow no-color.org, force-color.org and TERM, in this order."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (is_terminal(stream) and not _is_dumb())


def is_terminal(stream: TextIO | None) -> bool:
    """Whether someone may look at what is written to a stream."""
    # Python has None in place of a stream that was closed before it started.
    return stream is not None and stream.isatty()


def _is_dumb() -> bool:
    return os.environ.get("TERM", "").lower() in ("dumb", "unknown")


@contextmanager
def bar() -> Iterator[Callable[[int, int, str], None] | None]:
    """Give a function that shows how many steps of how many are done, and what begins; None where nobody would see.

    The bar leaves nothing behind.
    """
    # Python has None in place of a stream that was closed before it started.
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}")
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        line = progress.add_task("", total=None)

        def show(done: int, total: int, what: str) -> None:
            progress.update(line, completed=done, total=total, description=escape(printable(what)))

        yield show


@contextmanager
def counter() -> Iterator[Callable[[Advance], None] | None]:
    """Give a function that shows how far a batch is, how fast it goes and how long it will take; None as `bar` does.

    The line leaves nothing behind.
    """
    if not is_terminal(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn(compact=True), TextColumn("left")
    begun = time.monotonic()
    first: list[Advance] = []  # the rate counts from the first line on: what an earlier run did took this one no time
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        line = progress.add_task("starting", total=None)

        def show(advance: Advance) -> None:
            first.append(advance) if not first else None
            rate = (advance.done - first[0].done + 1) / max(time.monotonic() - begun, 0.001)
            errors = f" ({advance.errors:,} failed)" if advance.errors else ""
            told = f"{advance.done:,} clusters{errors}, {rate:,.1f}/s"
            total = None if advance.share is None else 1.0
            progress.update(line, completed=advance.share or 0, total=total, description=told)

        yield show
