"""Work on many things in several processes: the same results in the same order, whatever their number."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TypeVar

from summarizer.languages.registry import files_registered, register_files

Item = TypeVar("Item")
Result = TypeVar("Result")

_SIZE = 200_000  # characters or bytes of a part: many parts share the work evenly, few cost little to hand over
_AHEAD = 2  # parts that wait for each process: bounds memory
_WORTH = 5  # parts from which the start of processes pays


def map_in_processes(
    task: Callable[[Sequence[Item]], Result], items: Iterable[Item], size_of: Callable[[Item], int], jobs: int
) -> Iterator[Result]:
    """Yield what a task makes of each part of some items, in their order.

    Parts hold items of some 200,000 characters together. Where there are fewer than five, or one job is wanted, they
    are done in this process, each when it is asked for. So is the rest where a process dies.

    Args:
        task: A function of a module, which gets the items of a part.
        items: What to work on; it and the results must go from process to process (`pickle`).
        size_of: The length of an item in characters or bytes.
        jobs: How many processes work, at least one.

    Raises:
        What the task raises.
    """
    parts = _part(items, size_of)
    first = [*islice(parts, _WORTH)] if jobs > 1 else []
    parts = chain(first, parts)
    if len(first) < _WORTH:
        yield from map(task, parts)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # A new process has no threads and no locks of ours; but it knows no language that was registered here.
    waiting: deque[tuple[Sequence[Item], Future[Result]]] = deque()
    is_broken = False
    known = (files_registered(),)
    with ProcessPoolExecutor(jobs, get_context("spawn"), register_files, known) as pool:
        try:
            while True:
                for part in islice(parts, 0 if is_broken else _AHEAD * jobs - len(waiting)):
                    waiting.append((part, pool.submit(task, part)))
                if not waiting:
                    break
                part, future = waiting.popleft()
                try:
                    yield future.result()
                except BrokenProcessPool:
                    is_broken = True
                    yield task(part)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    yield from map(task, parts)


def _part(items: Iterable[Item], size_of: Callable[[Item], int]) -> Iterator[Sequence[Item]]:
    part: list[Item] = []
    size = 0
    for item in items:
        part.append(item)
        size += size_of(item)
        if size >= _SIZE:
            yield part
            part, size = [], 0
    if part:
        yield part
