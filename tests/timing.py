"""How the time that a call takes grows with its input, in CPU seconds of this process."""

import time
from collections.abc import Callable


def seconds(call: Callable[[], object], runs: int = 1) -> float:
    """Return the CPU seconds that a call takes: the least of several runs."""
    best = 1e9
    for _ in range(runs):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best


def growth(make: Callable[[int], Callable[[], object]], size: int, times: int, *, runs: int = 3) -> float:
    """Return how many times as long a call takes for a text `times` as long.

    Args:
        make: Makes the call for a text of so many characters.
        size: Characters of the shorter text.
        times: How many times as long the longer text is.
        runs: Runs of each call; the fastest counts.
    """
    short, long = make(size), make(size * times)
    return seconds(long, runs) / max(seconds(short, runs), 1e-6)
