"""Measures of one thing, told in sentences that are not alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from summarizer.discrepancies.compared_figures import ComparedFigure, Match
from summarizer.discrepancies.comparison_context import Context
from summarizer.model import DocumentId
from summarizer.nlp.numbers.units import WEIGHTS, unit_words_of
from summarizer.nlp.numbers.word_counts import BLOCK_OF
from summarizer.nlp.sentences.clauses import named_measure

_DISTANCES = frozenset(("mile", "kilometer", "meter", "foot"))  # of which a report tells many, between many places
_ALONE = frozenset(  # units of which a report gives one value where it gives any
    ("pound", "kilogram", "ton", "inch", "acre", "hectare", "mph", "kph", "magnitude")
)
_OTHERS = (_ALONE - {"magnitude"}) | {"degree", "celsius", "fahrenheit"}
_MEASURES = _DISTANCES | _OTHERS | _ALONE
_MOST = 2  # distances of a report beyond which a place does not tell of which one is one
_MOST_TOLD = 16  # measures of one unit in a report that are looked at: what tells more is a table
_APART = {"magnitude": 1.06}  # times by which measures of one thing differ at most
_ANY_APART = 1.3
_PLACE_APART = 1.4
_CALLED = 3  # terms that two sentences share in which a measure is called by one name: the name, and others
_CALLED_APART = 1.6
_SURE = 0.7


def match_measures(ground: Context, items: Sequence[Sequence[ComparedFigure]]) -> Iterator[Match]:
    """Find measures that two reports of one event give one thing, however unlike their sentences.

    Either each report gives one value of the unit and no more, and a word near both or one of weight tells that it is
    of one thing; or each gives one with the name of some place, and a word besides; or each calls one by the same name
    ("at a depth of") in sentences that share other words. Shocks of one quake have each a magnitude.

    Args:
        ground: What differences are looked for in.
        items: The figures of each sentence.
    """
    by_unit: dict[str, dict[DocumentId, list[ComparedFigure]]] = {}
    for own in items:
        for item in own:
            unit = item.quantity.unit
            if (unit in _MEASURES or unit.startswith(BLOCK_OF)) and not item.quantity.is_contrast:
                by_report = by_unit.setdefault(item.quantity.unit, {})
                told = by_report.setdefault(ground.sentences[item.at].document, [])
                if len(told) < _MOST_TOLD:
                    told.append(item)
    yield from _match_called(ground, by_unit)
    for unit, by_report in by_unit.items():
        for first, second in combinations(by_report.values(), 2):
            if not ground.same_event(first[0].at, second[0].at):
                continue
            if (unit in _ALONE or unit.startswith(BLOCK_OF)) and _is_one_value(first) and _is_one_value(second):
                yield from _match_alone(first, second)
            elif unit in _OTHERS or (unit in _DISTANCES and max(len(first), len(second)) <= _MOST):
                yield from _match_named(ground, first, second)


def _match_alone(first: Sequence[ComparedFigure], second: Sequence[ComparedFigure]) -> Iterator[Match]:
    """The one value that each of two reports gives, where a word near both or one of weight tells that it is of one."""
    unit = first[0].quantity.unit
    for one, other in ((one, other) for one in first for other in second):
        shared = tuple(term for term in one.around if term in other.around)
        weighs = unit in WEIGHTS and any(map(_weighs, (one, other)))
        if shared or weighs or unit == "magnitude":
            yield from _match(one, other, _APART.get(unit, _ANY_APART), shared)


def _weighs(figure: ComparedFigure) -> bool:
    """Whether a sentence tells that its pounds are no money."""
    units = unit_words_of(figure.sentence.language)
    return units is not None and not units.weighing.isdisjoint(figure.sentence.terms)


def _match_called(
    ground: Context, by_unit: Mapping[str, Mapping[DocumentId, Sequence[ComparedFigure]]]
) -> Iterator[Match]:
    """The one value of a unit that each of two reports calls by one name."""
    called: dict[tuple[str, str], dict[DocumentId, list[ComparedFigure]]] = {}
    for unit, by_report in ((unit, own) for unit, own in by_unit.items() if unit != "magnitude"):
        for report, item in ((report, item) for report, own in by_report.items() for item in own):
            name = named_measure(item.sentence.text, item.quantity.start, item.sentence.language)
            if name:
                called.setdefault((name, unit), {}).setdefault(report, []).append(item)
    for own in called.values():
        for first, second in combinations(own.values(), 2):
            if _is_one_value(first) and _is_one_value(second) and ground.same_event(first[0].at, second[0].at):
                terms = (dict.fromkeys(filter(None, ground.sentences[own[0].at].terms)) for own in (first, second))
                shared = tuple(filter(next(terms).__contains__, next(terms)))
                if len(shared) >= _CALLED:
                    yield from _match(first[0], second[0], _CALLED_APART, shared)


def _match_named(ground: Context, first: Sequence[ComparedFigure], second: Sequence[ComparedFigure]) -> Iterator[Match]:
    """The values of two reports beside one name, of which each report gives one there."""
    for one, other in ((one, other) for one in first for other in second):
        shared = tuple(term for term in one.around if term in other.around)
        names = sorted(ground.names_of(one.at) & ground.names_of(other.at))
        words = [term for term in shared if not any(term.startswith(name) for name in names)]
        near = [name for name in names if any(term.startswith(name) for term in shared)]
        if words and any(_is_told_once(ground, name, (first, second)) for name in near):
            yield from _match(one, other, _PLACE_APART, shared)


def _is_told_once(ground: Context, name: str, reports: Sequence[Sequence[ComparedFigure]]) -> bool:
    """Whether each report gives one value beside a name."""
    return all(_is_one_value([item for item in own if name in ground.names_of(item.at)]) for own in reports)


def _is_one_value(figures: Sequence[ComparedFigure]) -> bool:
    return all(figure.quantity.agrees(figures[0].quantity) for figure in figures)


def _match(one: ComparedFigure, other: ComparedFigure, apart: float, shared: tuple[str, ...]) -> Iterator[Match]:
    """The two as a match, where they are near enough to be of one thing and tell of no two times."""
    low, high = sorted((one.quantity, other.quantity), key=lambda quantity: quantity.low)
    is_of_one_time = one.is_extreme == other.is_extreme and all(
        not (own and its and not own & its) for own, its in ((one.days, other.days), (one.years, other.years))
    )
    if high.low <= apart * low.high and is_of_one_time:
        yield Match(first=one, second=other, score=_SURE, shared=shared)
