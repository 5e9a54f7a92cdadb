"""Counts of those who play one part in an event, told in sentences that are not alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from summarizer.discrepancies.compared_figures import ComparedFigure, Match
from summarizer.discrepancies.comparison_context import Context
from summarizer.model import DocumentId

_APART = 1.6  # times by which two counts of one thing differ at most
_ALIKE = 0.2  # cosine of the words of two reports on one piece of news
_SURE = 0.7


def match_counts(ground: Context, items: Sequence[Sequence[ComparedFigure]]) -> Iterator[Match]:
    """Find counts of those who play one part: those aboard, jobs that go, flights that are called off.

    Each of two reports on one piece of news gives one number of them and no more, and neither sentence names only what
    the other report never names.

    Args:
        ground: What differences are looked for in.
        items: The figures of each sentence.
    """
    told: dict[str, dict[DocumentId, list[ComparedFigure]]] = {}
    for item in (item for own in items for item in own if item.part and not item.quantity.is_contrast):
        told.setdefault(item.part or "", {}).setdefault(ground.sentences[item.at].document, []).append(item)
    for by_report in told.values():
        for first, second in combinations([own for own in by_report.values() if _is_one_value(own)], 2):
            one, other = first[0], second[0]
            if _are_of_one(ground, one, other):
                shared = tuple(term for term in one.around if term in other.around)
                yield Match(first=one, second=other, score=_SURE, shared=shared)


def _is_one_value(figures: Sequence[ComparedFigure]) -> bool:
    first = figures[0].quantity
    return all(one.quantity.unit == first.unit and one.quantity.agrees(first) for one in figures)


def _are_of_one(ground: Context, one: ComparedFigure, other: ComparedFigure) -> bool:
    """Whether two counts may be of one thing: of one unit, near each other, of one day and one piece of news."""
    low, high = sorted((one.quantity, other.quantity), key=lambda quantity: quantity.low)
    reports = [ground.sentences[item.at].document for item in (one, other)]
    return (
        low.unit == high.unit
        and not (low.is_vague or high.is_vague)
        and high.low <= _APART * low.high
        and not (one.days and other.days and one.days.isdisjoint(other.days))
        and ground.same_event(one.at, other.at)
        and not ground.tell_of_others(one.at, other.at)
        and ground.likeness_of(*reports) >= _ALIKE
    )
