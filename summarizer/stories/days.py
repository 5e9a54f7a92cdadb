"""The days of reports, and which of them lie near one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from summarizer.features.vectors import Indices, Mask
from summarizer.model import PartialDate

_NEVER = 10**8  # days: the first day of what has none, and below zero its last


@dataclass(slots=True, kw_only=True, eq=False)
class Days:
    """The first and the last day of each of n things, as day numbers.

    Attributes:
        first: n first days.
        last: n last days; before the first where a thing has no day.
        window: Most days between two things of one story.
    """

    first: Indices
    last: Indices
    window: int

    def are_near(self, one: Indices, other: Indices) -> Mask:
        """Return for pairs whether their days are near one another; what has no day is near everything."""
        is_dated = (self.first[one] <= self.last[one]) & (self.first[other] <= self.last[other])
        gap = np.maximum(self.first[one], self.first[other]) - np.minimum(self.last[one], self.last[other])
        return np.asarray(~is_dated | (gap <= self.window))

    def take(self, groups: Indices, size: int) -> Days:
        """Return the days of groups: from the first day of any member to the last.

        Args:
            groups: The group of each of the n things, from 0.
            size: How many groups there are.
        """
        first, last = np.full(size, _NEVER), np.full(size, -_NEVER)
        np.minimum.at(first, groups, self.first)
        np.maximum.at(last, groups, self.last)
        return Days(first=first, last=last, window=self.window)


def day_of(published: PartialDate | None) -> date | None:
    """Return the day of a report; None for one that is dated by its month or year alone, or not at all."""
    return published.day if published and published.precision in ("minute", "day") else None


def days_of(published: Sequence[PartialDate | None], window: int) -> Days:
    """Return the days of reports; one dated by its month or year alone has none."""
    told = [day_of(one) for one in published]
    first = np.array([day.toordinal() if day else _NEVER for day in told], dtype=np.int64)
    last = np.array([day.toordinal() if day else -_NEVER for day in told], dtype=np.int64)
    return Days(first=first, last=last, window=window)


class Joins:
    """Joins things one pair after another, as long as the days of what is joined stay near one another."""

    def __init__(self, days: Days, known: Indices | None = None) -> None:
        """Begin with each thing by itself.

        Args:
            days: The days of n things.
            known: The story of before that each belongs to, -1 for none: things of two such stories are not joined.
        """
        self._parent = list(range(len(days.first)))
        self._first, self._last = days.first.tolist(), days.last.tolist()
        self._window = days.window
        self._known = [-1] * len(self._parent) if known is None else known.tolist()

    def root(self, at: int) -> int:
        """Return the smallest number of what a thing is joined to."""
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at

    def join(self, one: int, other: int) -> bool:
        """Join what two things are in; tell whether they are one now."""
        one, other = sorted((self.root(one), self.root(other)))
        if one == other:
            return True
        both = {self._known[one], self._known[other]} - {-1}
        if len(both) > 1 or not self._are_near(one, other):
            return False
        self._parent[other] = one
        self._first[one] = min(self._first[one], self._first[other])
        self._last[one] = max(self._last[one], self._last[other])
        self._known[one] = max(self._known[one], self._known[other])
        return True

    def _are_near(self, one: int, other: int) -> bool:
        if self._first[one] > self._last[one] or self._first[other] > self._last[other]:
            return True
        gap: int = max(self._first[one], self._first[other]) - min(self._last[one], self._last[other])
        return gap <= self._window

    def groups(self) -> Indices:
        """Return the group of each thing, from 0 in the order of their first members."""
        return np.unique([self.root(at) for at in range(len(self._parent))], return_inverse=True)[1].astype(np.int64)
