"""Joins reports into stories, those most alike first, as long as stories stay alike on average."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from summarizer.features.vectors import Floats, Indices, Mask, membership_matrix
from summarizer.stories.days import Days, Joins
from summarizer.stories.likeness import Pairs, multiply_rows

_FIRST = 0.9  # mean likeness that the first round wants
_STEP = 0.85  # each round wants so much of what the one before it wanted
_MOST_ROUNDS = 400


def join_stories(vectors: csr_array, pairs: Pairs, days: Days, limit: float, known: Indices) -> Indices:
    """Join reports into stories.

    Every round joins each story with the one most like it, where the mean likeness of their reports reaches a limit
    that falls from round to round: average linkage, many pairs at a time.

    Args:
        vectors: n reports.
        pairs: Those that may be joined at all.
        days: Their days: no story spans a gap wider than the window.
        limit: Least mean likeness of two stories that become one.
        known: The story of before that each report belongs to, from 0; -1 for none. Such stories are not parted, nor
            joined with each other.

    Returns:
        The story of each report, from 0 in the order of their first reports.

    Source:
        Monath and others, "Scalable Hierarchical Agglomerative Clustering", KDD 2021: rounds of nearest neighbours.

    Cost: the rounds times the pairs of stories that changed in each.
    """
    state = _Stories(vectors, pairs, days, known)
    wanted = _FIRST
    for _ in range(_MOST_ROUNDS):
        has_joined = state.join(max(wanted, limit))
        if wanted <= limit and not has_joined:
            break
        if not has_joined or wanted > limit:
            wanted *= _STEP
    return state.groups


def _begin(known: Indices) -> Indices:
    """The stories to begin with: those of before, and each new report by itself."""
    alone = np.where(known >= 0, known, known.max(initial=-1) + 1 + np.arange(len(known)))
    _, first, groups = np.unique(alone, return_index=True, return_inverse=True)
    return np.asarray(np.argsort(np.argsort(first))[groups], dtype=np.int64)


class _Stories:
    """The stories of one round, the sums of their vectors, and the pairs of them that may be joined."""

    def __init__(self, vectors: csr_array, pairs: Pairs, days: Days, known: Indices) -> None:
        self.groups = np.arange(len(known))
        self._sums, self._days, self._known = vectors, days, known
        self._sizes = np.ones(len(known), dtype=np.int64)
        self._first, self._second, self._likeness = pairs.first, pairs.second, pairs.likeness
        begun = _begin(known)
        if len(known) and begun.max() + 1 < len(known):
            self._merge(begun, int(begun.max()) + 1)

    def join(self, wanted: float) -> bool:
        """Join each story with the one most like it, where they are as alike as is wanted; tell whether any were."""
        near = (self._likeness >= wanted) & self._days.are_near(self._first, self._second)
        first, second, likeness = self._first[near], self._second[near], self._likeness[near]
        best = _nearest(first, second, likeness)
        joins = Joins(self._days, self._known)
        before = len(self._sizes)
        for at in best[np.lexsort((second[best], first[best], -likeness[best]))].tolist():
            joins.join(int(first[at]), int(second[at]))
        merged = joins.groups()
        size = int(merged.max(initial=-1)) + 1
        if size == before:
            return False
        self._merge(merged, size)
        return True

    def _merge(self, merged: Indices, size: int) -> None:
        self.groups = merged[self.groups]
        changed = np.bincount(merged, minlength=size) > 1
        self._sums = csr_array(membership_matrix(merged)[:size] @ self._sums)
        self._days = self._days.take(merged, size)
        self._sizes = np.bincount(merged, weights=self._sizes, minlength=size).astype(np.int64)
        known = np.full(size, -1)
        np.maximum.at(known, merged, self._known)
        self._known = known
        self._contract(merged, changed)

    def _contract(self, merged: Indices, changed: Mask) -> None:
        """Let the pairs be of the merged stories, each once, and measure those that changed anew."""
        size = len(self._sizes)
        one, other = merged[self._first], merged[self._second]
        codes = np.minimum(one, other) * size + np.maximum(one, other)
        codes, kept = np.unique(np.where(one == other, -1, codes), return_index=True)
        if len(codes) and codes[0] == -1:
            codes, kept = codes[1:], kept[1:]
        self._first, self._second, self._likeness = codes // size, codes % size, self._likeness[kept]
        anew = np.flatnonzero(changed[self._first] | changed[self._second])
        self._likeness[anew] = self._mean(self._first[anew], self._second[anew])

    def _mean(self, first: Indices, second: Indices) -> Floats:
        return multiply_rows(self._sums, first, second) / (self._sizes[first] * self._sizes[second])


def _nearest(first: Indices, second: Indices, likeness: Floats) -> Indices:
    """Return which pairs are the nearest of one of their two stories."""
    stories, at = np.concatenate([first, second]), np.tile(np.arange(len(first)), 2)
    other = np.concatenate([second, first])
    order = np.lexsort((other, -likeness[at], stories))
    is_best = np.append(True, np.diff(stories[order]) != 0)[: len(order)]
    return np.unique(at[order[is_best]])
