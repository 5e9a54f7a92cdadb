"""Why each report is in its story: the report that it is most like, and what ties the two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from summarizer.features.vectors import Indices, Mask
from summarizer.model.stories import StoryReport
from summarizer.model.text import count
from summarizer.stories.copies import measure_overlap
from summarizer.stories.entries import Entry
from summarizer.stories.features import NAME, Vocabulary
from summarizer.stories.likeness import Pairs

_SHOWN = 3  # names that are told of a tie, and words


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grouped:
    """A heap and its stories as numbers.

    Attributes:
        entries: The n reports.
        copies: The group of copies that each is in, from 0.
        originals: For each group the report that stands for it.
        vectors: The vectors of those.
        pairs: Those that were compared, by the numbers of their groups.
        stories: The story of each group, from 0.
        limit: Least mean likeness of what was joined.
    """

    entries: Sequence[Entry]
    copies: Indices
    originals: Indices
    vectors: csr_array
    pairs: Pairs
    stories: Indices
    limit: float


def explain_reports(grouped: Grouped, vocabulary: Vocabulary) -> list[StoryReport]:
    """Return the reports of a heap with the reasons of the new ones; those of earlier calls keep theirs."""
    nearest, beyond = _nearest_within(grouped), _best(grouped.pairs)
    twins = _twins(grouped)
    words = _Words(vocabulary)
    listed = []
    for at, entry in enumerate(grouped.entries):
        group = int(grouped.copies[at])
        original = int(grouped.originals[group])
        if entry.story is not None:
            listed.append(replace(entry.report, is_new=False))
        elif original != at:
            listed.append(_as_copy(entry, grouped.entries[original]))
        elif group in nearest:
            likeness, near = nearest[group]
            other = grouped.entries[int(grouped.originals[near])].report.document
            listed.append(_as_like(entry.report, other, likeness, words.shared(grouped.vectors, group, near)))
        elif group in twins:
            listed.append(_as_copy(entry, grouped.entries[twins[group]]))
        else:
            listed.append(replace(entry.report, why=_alone(grouped, beyond.get(group))))
    return listed


def _twins(grouped: Grouped) -> dict[int, int]:
    """For each group of copies the first report that is not the one that stands for it."""
    found: dict[int, int] = {}
    for at, group in enumerate(grouped.copies.tolist()):
        if int(grouped.originals[group]) != at:
            found.setdefault(group, at)
    return found


def _as_copy(entry: Entry, other: Entry) -> StoryReport:
    share = measure_overlap(entry.features.sketch, other.features.sketch)
    told = "word for word" if share == 1 else f"{share:.0%} of their word pairs are the same"
    return replace(
        entry.report,
        why=f"a copy of {other.report.document}, or the other way round: {told}",
        nearest=other.report.document,
        likeness=share,
        is_copy=True,
    )


def _as_like(report: StoryReport, other: str, likeness: float, shared: tuple[list[str], list[str]]) -> StoryReport:
    names, words = shared
    ties = [f"both {verb} {_listed(own)}" for verb, own in (("name", names), ("tell of", words)) if own]
    why = f"most like {other} (likeness {likeness:.2f}): {'; '.join(ties)}"
    return replace(report, why=why, nearest=other, likeness=likeness, shared=(*names, *words))


def _alone(grouped: Grouped, tie: tuple[float, int] | None) -> str:
    compared = count(len(grouped.entries) - 1, "other report")
    if len(grouped.entries) == 1:
        return "alone: there is no other report"
    if tie is None:
        return f"alone: none of {compared} is like it"
    likeness, group = tie
    other = grouped.entries[int(grouped.originals[group])].report.document
    if likeness >= grouped.limit:
        return f"alone: the nearest is {other} (likeness {likeness:.2f}), whose story is less like it or of other days"
    return f"alone: the nearest is {other} (likeness {likeness:.2f}, wanted {grouped.limit:.2f})"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _nearest_within(grouped: Grouped) -> dict[int, tuple[float, int]]:
    pairs, stories = grouped.pairs, grouped.stories
    return _best(pairs.take(stories[pairs.first] == stories[pairs.second]))


def _best(pairs: Pairs) -> dict[int, tuple[float, int]]:
    """The likeness and the number of what each group is most like; of equal ones the first."""
    found: dict[int, tuple[float, int]] = {}
    both = zip(pairs.likeness.tolist(), pairs.first.tolist(), pairs.second.tolist(), strict=True)
    for likeness, one, other in both:
        for own, near in ((one, other), (other, one)):
            known = found.get(own)
            if known is None or (-likeness, near) < (-known[0], known[1]):
                found[own] = (likeness, near)
    return found


class _Words:
    """The words and names of a vocabulary as they are written."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._written = vocabulary.written
        self._is_name = name_mask(vocabulary)

    def shared(self, vectors: csr_array, one: int, other: int) -> tuple[list[str], list[str]]:
        """Return the names and the words that tie two reports most."""
        starts = vectors.indptr
        own, theirs = slice(starts[one], starts[one + 1]), slice(starts[other], starts[other + 1])
        numbers, first, second = np.intersect1d(
            vectors.indices[own], vectors.indices[theirs], assume_unique=True, return_indices=True
        )
        order = np.argsort(-vectors.data[own][first] * vectors.data[theirs][second], kind="stable")
        ranked = numbers[order].tolist()
        names = [self._written[number] for number in ranked if self._is_name[number]][:_SHOWN]
        taken = {name.casefold() for name in names}
        words = (self._written[number] for number in ranked if not self._is_name[number])
        return names, [word for word in words if word.casefold() not in taken][:_SHOWN]


def name_mask(vocabulary: Vocabulary) -> Mask:
    """Return for each number of a vocabulary whether it stands for a name."""
    return np.fromiter((name.startswith(NAME) for name in vocabulary.number_of), dtype=bool, count=len(vocabulary))
