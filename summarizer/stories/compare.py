"""Compares the reports of a heap and joins them: copies, neighbours, rounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import log10

import numpy as np
from scipy.sparse import csr_array

from summarizer.features.vectors import Indices
from summarizer.stories.copies import find_copy_groups
from summarizer.stories.days import Days, days_of
from summarizer.stories.entries import Entry
from summarizer.stories.features import Vocabulary
from summarizer.stories.likeness import Pairs, find_neighbours, multiply_rows, weigh_reports
from summarizer.stories.reasons import Grouped, name_mask
from summarizer.stories.rounds import join_stories

# The first stories only tell which words are rare: words of a story that half of the heap tells are rare, too.
_FIRST_RARITY, _FIRST_LIMIT = 0.5, 0.15
# In a small heap few reports are near by chance: less likeness shows one event. Chosen on the halves of 201 clusters,
# heaps of 1 to 100 of them (`python -m benchmarks.stories --limits`); below the least one, reports of different
# clusters meet in heaps of two to ten reports.
_BASE, _GROWTH, _LEAST = -0.01, 0.06, 0.05


def limit_for(size: int) -> float:
    """Return the mean likeness from which two groups of reports of a heap are one story.

    Args:
        size: How many reports there are that are no copies of each other.

    Example:
        >>> from summarizer.stories.compare import limit_for
        >>> round(limit_for(10), 3), round(limit_for(10_000), 3)
        (0.05, 0.23)
    """
    return max(_BASE + _GROWTH * log10(max(size, 1)), _LEAST)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compared:
    """A heap whose reports are compared, before they are joined.

    Attributes:
        copies: The group of copies that each report is in, from 0.
        originals: For each group the report that stands for it.
        vectors: The vectors of those.
        pairs: Those that are alike.
        days: The days of the groups.
        known: The story of an earlier call that each group is in, from 0; -1 for none.
    """

    copies: Indices
    originals: Indices
    vectors: csr_array
    pairs: Pairs
    days: Days
    known: Indices

    def join(self, limit: float) -> Indices:
        """Return the story of each group, from 0."""
        return join_stories(self.vectors, self.pairs, self.days, limit, self.known)


def compare_entries(
    entries: Sequence[Entry], vocabulary: Vocabulary, window: int, tell: Callable[[str], None]
) -> Compared:
    """Compare reports: copies first, then the neighbours of what is left.

    Args:
        entries: The reports; those of earlier calls name their stories.
        vocabulary: Numbers for their words.
        window: Most days between two days of one story.
        tell: Called with a line of text as each stage begins.
    """
    tell(f"looking for copies among {len(entries):,} reports")
    known = _known_of(entries)
    days = days_of([entry.report.published for entry in entries], window)
    copies = find_copy_groups([entry.features for entry in entries], days, known)
    size = int(copies.max(initial=-1)) + 1
    originals = _originals(entries, copies)
    known_groups = np.full(size, -1)
    np.maximum.at(known_groups, copies, known)
    is_asking = np.zeros(size, dtype=bool)
    is_asking[copies[known < 0]] = True
    days = days.take(copies, size)
    tell(f"comparing {size:,} reports")
    features, is_name = [entries[at].features for at in originals.tolist()], name_mask(vocabulary)
    asking = np.flatnonzero(is_asking)
    plain = weigh_reports(features, is_name, rarity=_FIRST_RARITY)
    near = find_neighbours(plain, days, asking)
    first = join_stories(plain, near, days, _FIRST_LIMIT, known_groups)
    tell(f"comparing {size:,} reports by what is rare among {int(first.max(initial=-1)) + 1:,} stories")
    vectors = weigh_reports(features, is_name, stories=first)
    pairs = replace(near, likeness=multiply_rows(vectors, near.first, near.second))
    return Compared(copies=copies, originals=originals, vectors=vectors, pairs=pairs, days=days, known=known_groups)


def group_entries(
    entries: Sequence[Entry], vocabulary: Vocabulary, window: int, tell: Callable[[str], None]
) -> Grouped:
    """Compare reports, and join them into stories; see `compare_entries`."""
    compared = compare_entries(entries, vocabulary, window, tell)
    tell("joining reports into stories")
    limit = limit_for(len(compared.originals))
    return Grouped(
        entries=entries,
        copies=compared.copies,
        originals=compared.originals,
        vectors=compared.vectors,
        pairs=compared.pairs,
        stories=compared.join(limit),
        limit=limit,
    )


def _known_of(entries: Sequence[Entry]) -> Indices:
    """The story of an earlier call that each report is in, from 0; -1 for new ones."""
    number_of: dict[str, int] = {}
    return np.array(
        [-1 if one.story is None else number_of.setdefault(one.story, len(number_of)) for one in entries],
        dtype=np.int64,
    )


def _originals(entries: Sequence[Entry], copies: Indices) -> Indices:
    """For each group of copies the report that holds most words: the others may be cut."""
    sizes = np.array([len(entry.features.terms) for entry in entries], dtype=np.int64)
    order = np.lexsort((np.arange(len(copies)), -sizes, copies))
    return np.asarray(order[np.append(True, np.diff(copies[order]) != 0)[: len(order)]])
