"""Ages that reports give one person."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.discrepancies.compared_figures import ComparedFigure, Match
from summarizer.discrepancies.comparison_context import Context
from summarizer.model import DocumentId
from summarizer.nlp.names.person_names import fold

_AGE_APART = 2.0  # years by which reports differ on a person's age; more is another person's
_ALIKE = 0.3  # cosine of two reports without a day that are of one time
_TOLD_AGAIN = 8  # ages that a report gives one name, at most
_NAMESAKES = 200  # ages of one family name that are compared with each


def match_ages(ground: Context, items: Sequence[Sequence[ComparedFigure]]) -> Iterator[Match]:
    """The ages that two reports of one event give one person, wherever they stand: a name tells enough."""
    aged = [
        (frozenset(map(fold, item.quantity.owner.split())), item)
        for own in items
        for item in own
        if item.quantity.owner
    ]
    for (name, one), (other_name, other) in _sharing_a_part(ground, aged):
        apart = abs(one.quantity.low - other.quantity.low)
        reports = [ground.sentences[item.at].document for item in (one, other)]
        is_one = (name <= other_name or other_name <= name) and apart <= _AGE_APART and reports[0] != reports[1]
        if is_one and ground.same_event(one.at, other.at) and (not apart or _are_of_one_time(ground, one, other)):
            yield Match(first=one, second=other, score=1.0, shared=())


def _are_of_one_time(ground: Context, one: ComparedFigure, other: ComparedFigure) -> bool:
    """Whether two reports surely tell of one time, by their days or their words: in a long story people grow older.

    The dead grow no older.
    """
    if one.quantity.is_last and other.quantity.is_last:
        return True
    if all(ground.time_of(item.at) for item in (one, other)):
        return True
    return ground.likeness_of(*(ground.sentences[item.at].document for item in (one, other))) >= _ALIKE


_Aged = tuple[frozenset[str], ComparedFigure]  # the parts of a name, and the age given to it


def _sharing_a_part(ground: Context, aged: Sequence[_Aged]) -> Iterator[tuple[_Aged, _Aged]]:
    """The pairs of ages whose names share a part, in order; of what a report says again and again the first."""
    often: Counter[tuple[DocumentId, frozenset[str]]] = Counter()
    by_part: dict[str, list[int]] = {}
    kept: list[_Aged] = []
    for name, item in aged:
        own = ground.sentences[item.at].document, name
        often[own] += 1
        if often[own] <= _TOLD_AGAIN:
            for part in name:
                by_part.setdefault(part, []).append(len(kept))
            kept.append((name, item))
    for at, one in enumerate(kept):
        beside = {other for part in one[0] for other in by_part[part][bisect_right(by_part[part], at) :][:_NAMESAKES]}
        yield from ((one, kept[other]) for other in sorted(beside))


def may_be_of_one(owner: str | None, other: str | None) -> bool:
    """Whether two ages may be one person's: one name holds all parts of the other, or neither is told."""
    if not owner or not other:
        return owner == other
    one, two = (frozenset(map(fold, name.split())) for name in (owner, other))
    return one <= two or two <= one


def is_full_name_in_both(owner: str | None, other: str | None) -> bool:
    """Tell whether the names beside two ages share two parts: such a name is one person's, not a family's."""
    if not owner or not other:
        return False
    return len(frozenset(map(fold, owner.split())) & frozenset(map(fold, other.split()))) > 1
