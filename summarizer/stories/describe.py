"""Stories as records: title, names, origins, days, and their order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from summarizer.features.vectors import Indices, Mask, membership_matrix
from summarizer.model import PartialDate
from summarizer.model.stories import Story, StoryReport
from summarizer.stories.days import day_of
from summarizer.stories.entries import Entry
from summarizer.stories.features import Vocabulary
from summarizer.stories.reasons import Grouped, explain_reports, name_mask

_NAMES = 5  # that are told of a story
_DIGITS = 10  # of the digest that a story is named by


def describe_stories(grouped: Grouped, vocabulary: Vocabulary) -> list[Story]:
    """Return the stories of a heap, that of most reports first, then that of most origins, then the latest."""
    if not grouped.entries:
        return []
    listed = explain_reports(grouped, vocabulary)
    sums = csr_array(membership_matrix(grouped.stories)[: int(grouped.stories.max()) + 1] @ grouped.vectors)
    is_name = name_mask(vocabulary)
    groups = _members(grouped.stories)
    stories = [
        _describe(
            reports=[listed[at] for at in own],
            entries=[grouped.entries[at] for at in own],
            copies=grouped.copies[own],
            title=listed[_central(grouped, sums, number, groups[number])].title,
            names=_names(sums, number, is_name, vocabulary.written),
        )
        for number, own in enumerate(_members(grouped.stories[grouped.copies]))
    ]
    return sorted(stories, key=_rank)


def _members(groups: Indices) -> list[Indices]:
    """The members of each group, rising."""
    order = np.argsort(groups, kind="stable")
    return np.split(order, np.cumsum(np.bincount(groups))[:-1])


def _central(grouped: Grouped, sums: csr_array, story: int, groups: Indices) -> int:
    """The number of the report that is most like all of its story."""
    if len(groups) == 1:
        return int(grouped.originals[groups[0]])
    row = slice(sums.indptr[story], sums.indptr[story + 1])
    whole = np.zeros(sums.shape[1])
    whole[sums.indices[row]] = sums.data[row]
    return int(grouped.originals[groups[int(np.argmax(grouped.vectors[groups] @ whole))]])


def _names(sums: csr_array, story: int, is_name: Mask, written: Sequence[str]) -> tuple[str, ...]:
    """The names that weigh most in a story."""
    row = slice(sums.indptr[story], sums.indptr[story + 1])
    numbers, weights = sums.indices[row], sums.data[row]
    named = is_name[numbers]
    numbers, weights = numbers[named], weights[named]
    return tuple(written[number] for number in numbers[np.lexsort((numbers, -weights))][:_NAMES].tolist())


def _describe(
    *,
    reports: Sequence[StoryReport],
    entries: Sequence[Entry],
    copies: Indices,
    title: str,
    names: tuple[str, ...],
) -> Story:
    days = sorted(filter(None, (day_of(report.published) for report in reports)))
    first = min(entries, key=lambda entry: entry.key)
    known = next((entry.story for entry in entries if entry.story is not None), None)
    return Story(
        id=known or f"story-{first.key[:_DIGITS]}",
        title=title,
        names=names,
        reports=tuple(sorted(reports, key=lambda one: (_moment(one.published), one.document))),
        origins=_count_origins(entries, copies),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        is_new=known is None,
    )


def _moment(published: PartialDate | None) -> str:
    return str(published) if published else "~"  # after all digits


def _count_origins(entries: Sequence[Entry], copies: Indices) -> int:
    """How many independent reports there are at most: copies are one, and so is what one newsroom wrote."""
    import networkx

    ties = networkx.Graph()
    for entry, copy in zip(entries, copies.tolist(), strict=True):
        ties.add_edge(copy, entry.publisher or copy)
    return int(networkx.number_connected_components(ties))


def _rank(story: Story) -> tuple[int, int, int, str]:
    return -len(story), -story.origins, -(story.last.toordinal() if story.last else 0), story.id
