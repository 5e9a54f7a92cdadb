"""Lets many work at once, or one alone: a cluster at which a worker died has the machine to itself the next time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class Turns:
    """Turns that threads take, together or alone.

    Example:
        >>> turns = Turns()
        >>> with turns.together(), turns.together():
        ...     print("both work")
        both work
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._working = 0
        self._is_one_alone = False

    @contextmanager
    def together(self) -> Iterator[None]:
        """Work beside others; wait while one works alone, or wants to."""
        with self._changed:
            self._changed.wait_for(lambda: not self._is_one_alone)
            self._working += 1
        try:
            yield
        finally:
            with self._changed:
                self._working -= 1
                self._changed.notify_all()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Work alone: wait until the others have done what they are at; no other begins meanwhile."""
        with self._changed:
            self._changed.wait_for(lambda: not self._is_one_alone)
            self._is_one_alone = True
            self._changed.wait_for(lambda: not self._working)
        try:
            yield
        finally:
            with self._changed:
                self._is_one_alone = False
                self._changed.notify_all()
