"""Reports that are copies of one another, found by sketches of their word pairs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from summarizer.features.vectors import Indices
from summarizer.stories.days import Days, Joins
from summarizer.stories.features import SKETCH, Features, Hashes

_SAME = 0.5  # share of the word pairs of two reports that both hold; .73 where 8 % of the words are replaced
_ENOUGH = 12  # word pairs of the sketches in common, below which a share says nothing


def find_copy_groups(features: Sequence[Features], days: Days, known: Indices) -> Indices:
    """Return the group of each report: copies of one another have one, from 0 in the order of their first reports.

    Copies are reports with at least half of their word pairs in common, as sketches of 128 of them tell. Copies that
    were printed far apart are none of each other.

    Args:
        features: n reports, in an order of their own.
        days: Their days.
        known: The story of before that each belongs to, -1 for none: copies of two such stories stay apart.

    Cost: near-linear: of the reports that hold a word pair, each is compared with the one before it and the first.
    """
    joins = Joins(days, known)
    for one, other in _candidates(features):
        if measure_overlap(features[one].sketch, features[other].sketch) >= _SAME:
            joins.join(one, other)
    return joins.groups()


def _candidates(features: Sequence[Features]) -> list[tuple[int, int]]:
    """The pairs of reports whose sketches share enough to be compared; short ones whose sketches are equal, too."""
    sizes = np.array([len(one.sketch) for one in features], dtype=np.int64)
    if not sizes.sum():
        return []
    held = np.concatenate([one.sketch for one in features])
    owners = np.repeat(np.arange(len(features)), sizes)
    order = np.argsort(held, kind="stable")
    values, owners = held[order], owners[order]
    is_again = np.flatnonzero(values[1:] == values[:-1]) + 1
    first = np.maximum.accumulate(np.where(np.append(True, values[1:] != values[:-1]), np.arange(len(values)), 0))
    size = len(features)
    again = owners[is_again]
    codes = np.concatenate([owners[is_again - 1] * size + again, owners[first[is_again]] * size + again])
    pairs, times = np.unique(codes, return_counts=True)
    one, other = pairs // size, pairs % size
    shorter = np.minimum(sizes[one], sizes[other])
    kept = (one != other) & (times >= np.minimum(_ENOUGH, np.maximum(shorter, 1)))
    return list(zip(one[kept].tolist(), other[kept].tolist(), strict=True))


def measure_overlap(one: Hashes, other: Hashes) -> float:
    """Return the share of their word pairs that two reports both hold, as their sketches tell; of short ones exact."""
    both = np.union1d(one, other)[:SKETCH]
    shared = len(np.intersect1d(np.intersect1d(one, other, assume_unique=True), both, assume_unique=True))
    return shared / max(len(both), 1)
