"""Hands entries to workers, a bounded number at a time, and gives their outcomes back in the order of the entries."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from summarizer.batch.records import Entry, Outcome

_MOST_BYTES = 2**27  # of entries that are read and not done; one may be larger


class Awaited(Protocol):
    """An outcome that is there or will be."""

    def result(self) -> Outcome:
        """Wait for it."""

    def done(self) -> bool:
        """Whether it is there."""


def brief_in_order(
    entries: Iterable[Entry], submit: Callable[[Entry], Awaited], window: int
) -> Iterator[tuple[Entry, Outcome]]:
    """Have entries briefed; each is given back with its outcome as soon as all before it are.

    Args:
        entries: The clusters; they are read only as far as the window goes.
        submit: Hands one to a worker.
        window: Most entries that are handed out and not given back. A slow one holds up the others no sooner.

    Example:
        >>> from concurrent.futures import ThreadPoolExecutor
        >>> entries = [Entry("a", "line", number, b"{}") for number in range(4)]
        >>> with ThreadPoolExecutor(2) as pool:
        ...     found = brief_in_order(entries, lambda one: pool.submit(lambda: Outcome(b"", one.number == 2)), 3)
        ...     print([(entry.number, outcome.is_error) for entry, outcome in found])
        [(0, False), (1, False), (2, True), (3, False)]
    """
    waiting: deque[tuple[Entry, Awaited]] = deque()
    held = 0
    for entry in entries:
        waiting.append((entry, submit(entry)))
        held += len(entry.data)
        while waiting and (len(waiting) >= window or held > _MOST_BYTES or waiting[0][1].done()):
            first, awaited = waiting.popleft()
            held -= len(first.data)
            yield first, awaited.result()
    for first, awaited in waiting:
        yield first, awaited.result()
