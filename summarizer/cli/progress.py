"""A bar on standard error, for work that takes minutes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from summarizer.cli.terminal import printable


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
