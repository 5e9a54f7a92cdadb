"""What reports call the first of its kind since different times, or the first and the second to do something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from summarizer.discrepancies.comparison_context import Candidate, Context, Passage, Value
from summarizer.discrepancies.topics import label_first
from summarizer.languages.word_records import Words

_WEIGHT = 0.7
_MOST = 40  # of these that are held against each other: a list has more


class _Words(Words, section="firsts"):
    """What a language calls the first of its kind, by the keys of its section "firsts"."""

    orders: frozenset[str]
    since_clues: tuple[str, ...]
    since: re.Pattern[str]
    rank: re.Pattern[str]


class First(NamedTuple):
    """What is first of its kind.

    Attributes:
        what: What it is, in the words of the sentence ("national rail strike", "woman to lead the city").
        value: Since when it is the first, or its place in the order.
        is_since: Whether it is the first since a time.
        start, end: Where it stands, from its place in the order on.
        told: Where the value stands.
    """

    what: str
    value: tuple[str, str]
    is_since: bool
    start: int
    end: int
    told: tuple[int, int]

    def agrees(self, other: First) -> bool:
        """Tell whether the values of two may both be true: "August" is a month of any year."""
        return all(
            one == two or (self.is_since and "" in (one, two)) for one, two in zip(self.value, other.value, strict=True)
        )


def _may_be_first(tokens: Sequence[str], language: str | None) -> bool:
    """Tell whether a sentence may call something the first of its kind, or the second to do something."""
    words = _Words.find(language)
    return words is not None and not words.orders.isdisjoint(tokens)


def _find_firsts(text: str, language: str | None) -> Iterator[First]:
    """Find what a sentence calls the first since a year or a month, or the first, second and so on to do something."""
    words = _Words.find(language)
    if words is None:
        return
    for match in words.since.finditer(text) if any(map(text.__contains__, words.since_clues)) else ():
        group = "year" if match["year"] else "month"
        yield First(
            what=match["what"],
            value=(match["year"] or match["its"] or "", match["month"] or ""),
            is_since=True,
            start=match.start(),
            end=match.end(),
            told=(match.start(group), match.end()),
        )
    for match in words.rank.finditer(text):
        yield First(
            what=match["what"],
            value=(match["rank"], ""),
            is_since=False,
            start=match.start(),
            end=match.end(),
            told=match.span("rank"),
        )


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
        if _may_be_first(sentence.tokens, sentence.language)
        for first in _find_firsts(sentence.text, sentence.language)
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
