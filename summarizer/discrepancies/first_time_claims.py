"""What reports call the first of its kind since different times."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from summarizer.discrepancies.comparison_context import Candidate, Context, Passage, Value
from summarizer.discrepancies.topics import label_first
from summarizer.nlp.facts.first_time_claims import First, find_firsts, may_be_first

_WEIGHT = 0.7
_MOST = 40  # of these that are held against each other: a list has more


class _Told(NamedTuple):
    """What is first, by the number of its sentence, with its words of content."""

    at: int
    first: First
    terms: frozenset[str]


def differing_firsts(ground: Context) -> list[Candidate]:
    """Find what one report calls the first since 2010, and another the first since 2016; or the second to do it.

    Both are called by the same words but for some that one leaves out, in reports of one event, neither of which gives
    the other's value too.

    Args:
        ground: What differences are looked for in.

    Returns:
        At most one for each pair of sentences, in no order.
    """
    told = [
        _Told(at=at, first=first, terms=_terms(ground, at, first))
        for at, sentence in enumerate(ground.sentences)
        if may_be_first(sentence.tokens, sentence.language)
        for first in find_firsts(sentence.text, sentence.language)
    ][:_MOST]
    found: list[Candidate] = []
    used: set[int] = set()
    for one, other in combinations(told, 2):
        if one.at not in used and other.at not in used and _differ(ground, told, one, other):
            used.update((one.at, other.at))
            found.append(_found(ground, one, other))
    return found


def _terms(ground: Context, at: int, first: First) -> frozenset[str]:
    """The words of content of what is first, without its value."""
    start, end = (first.start, first.told[0]) if first.is_since else (first.told[1], first.end)
    places = zip(ground.tokens_of(at), ground.sentences[at].terms, strict=True)
    return frozenset(term for (since, until), term in places if term and start <= since and until <= end)


def _differ(ground: Context, told: Sequence[_Told], one: _Told, other: _Told) -> bool:
    reports = {ground.sentences[item.at].document for item in (one, other)}
    if len(reports) == 1 or one.first.agrees(other.first) or not _is_one(ground, one, other):
        return False
    return ground.same_event(one.at, other.at) and not any(
        _gives(ground, told, *own) for own in ((one, other), (other, one))
    )


def _gives(ground: Context, told: Sequence[_Told], who: _Told, what: _Told) -> bool:
    """Whether the report of one gives the other's value too: then it tells of two things."""
    report = ground.sentences[who.at].document
    return any(
        item.first.agrees(what.first) and _is_one(ground, item, what)
        for item in told
        if ground.sentences[item.at].document == report
    )


def _is_one(ground: Context, one: _Told, other: _Told) -> bool:
    """Whether two are of one thing: the words of one hold those of the other, and the two name nobody else."""
    shorter, longer = sorted((one.terms, other.terms), key=len)
    if one.first.is_since != other.first.is_since or not shorter or ground.tell_of_others(one.at, other.at):
        return False
    names = (ground.names_of(one.at), ground.names_of(other.at))
    if one.first.is_since:
        return shorter <= longer
    return shorter == longer and not (all(names) and names[0].isdisjoint(names[1]))


def _found(ground: Context, one: _Told, other: _Told) -> Candidate:
    first = one.first
    views = tuple(_view(ground, item) for item in (one, other))
    return Candidate(
        kind="date" if first.is_since else "number",
        about=label_first(first.what, is_since=first.is_since),
        views=views,
        weight=_WEIGHT,
        why=f"both call it the first or second of one kind: {', '.join(sorted(one.terms & other.terms))}",
    )


def _view(ground: Context, told: _Told) -> Value:
    passage = Passage(sentence=ground.sentences[told.at], start=told.first.start, end=told.first.end)
    return Value(value=" ".join(passage.text.split()), passages=(passage,))
