"""Deals: what one costs and when it closes, as reports give it differently."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from operator import itemgetter
from typing import NamedTuple

from summarizer.discrepancies import topics as labels
from summarizer.discrepancies.comparability import have_other_subjects
from summarizer.discrepancies.compared_figures import ComparedFigure, in_order, values_of
from summarizer.discrepancies.comparison_context import Candidate, Context, Passage, Value
from summarizer.discrepancies.topics import topic_of
from summarizer.languages.data_sections import find_section
from summarizer.languages.language import find_language
from summarizer.languages.word_records import Words
from summarizer.model import DocumentId
from summarizer.nlp.names.places import Phrase

_WINDOW = 130  # characters before a sum in which it says what is paid for
_YEAR = 12  # months
_LEAD = 3  # sentences of a report in which the price of its story stands
_PRICE = 0.95  # weight
_CLOSING = 0.9
_APART = 20.0  # times by which the prices of one deal differ at most


class _Words(Words):
    """What a language says of deals, by the keys of its section "deals", and its months."""

    months: Mapping[str, int]
    closing_clues: tuple[str, ...]
    orders: tuple[str, ...]
    lengths: Mapping[str, str]
    parts: Mapping[str, str]
    price_before: re.Pattern[str]
    price_behind: re.Pattern[str]
    rate: re.Pattern[str]
    closes: re.Pattern[str]
    span: re.Pattern[str]
    short: re.Pattern[str]
    expected: re.Pattern[str]
    denied: re.Pattern[str]
    condition: re.Pattern[str]


@cache
def _words_of(language: str | None) -> _Words | None:
    section, tables = find_section(language, "deals"), find_language(language) if language else None
    return section.fill(_Words, months=tables.months) if section and tables else None


class Closing(NamedTuple):
    """When a deal is to close, or is not.

    Attributes:
        phrase: Where it is told.
        year: The year, where it is told.
        months: The first and the last month in which it may be; None where that is not told.
        is_denied: Whether it is not expected then.
    """

    phrase: Phrase
    year: int | None
    months: tuple[int, int] | None
    is_denied: bool

    def agrees(self, other: Closing) -> bool:
        """Tell whether both may be true: months are parts of a quarter, a quarter of a year."""
        if self.is_denied != other.is_denied or (self.year and other.year and self.year != other.year):
            return False
        if self.months is None or other.months is None:
            return self.phrase.value == other.phrase.value
        return self.months[0] <= other.months[1] and other.months[0] <= self.months[1]


def is_price(text: str, start: int, end: int, language: str | None) -> bool:
    """Tell whether a sum is what is paid or offered for something whole; not so much a share.

    Args:
        text: A sentence.
        start: Where the sum begins.
        end: Where it ends.
        language: The code of its language.
    """
    words = _words_of(language)
    if words is None or words.rate.match(text, end):
        return False
    return bool(words.price_behind.match(text, end) or words.price_before.search(text, max(0, start - _WINDOW), start))


def find_closing(text: str, language: str | None) -> Closing | None:
    """Find when a deal is to close, by the part of a year that a sentence about it names; None where it names none."""
    words = _words_of(language)
    if words is None or not any(map(text.__contains__, words.closing_clues)):
        return None
    deal = words.closes.search(text)
    span = next((match for match in words.span.finditer(text) if match.end() > deal.start()), None) if deal else None
    if span is None:
        return None
    # What is said of it belongs to the reading: "did not expect the deal to be completed before the end of the year".
    lead = next(words.expected.finditer(text, max(0, span.start() - _WINDOW), span.start()), None)
    hedge = words.condition.match(text, span.end())
    start, end = lead.start() if lead else span.start(), hedge.end() if hedge else span.end()
    years = filter(None, span.group("its", "own", "year", "whole"))
    return Closing(
        phrase=Phrase(start=start, end=end, kind="date", bind="closing", value=span.group()),
        year=next((int(told) for told in years if told.isdigit()), None),
        months=_months_of(span, words),
        is_denied=bool(words.denied.search(text, start, span.start())),
    )


def _months_of(span: re.Match[str], words: _Words) -> tuple[int, int] | None:
    """The first and the last month of a part of a year; None for a part of a month or a week."""
    if span["number"]:
        length = int(words.lengths[span["unit"]])
        last = (words.orders.index(span["number"]) + 1) * length
        return (last - length + 1, last) if last <= _YEAR else None
    if span["month"]:
        month = words.months[span["month"].casefold()]
        return month, month
    if span["part"]:
        first, last = map(int, words.parts[span["part"]].split())
        return None if words.short.fullmatch(span["whole"]) else (first, last)
    return 1, _YEAR


def differing_deals(ground: Context, items: Sequence[Sequence[ComparedFigure]]) -> list[Candidate]:
    """Find the prices of one deal, and the times at which it is to close, that reports give differently.

    Args:
        ground: What differences are looked for in.
        items: The figures of each sentence.
    """
    return [*_prices(ground, items), *_closings(ground)]


def _prices(ground: Context, items: Sequence[Sequence[ComparedFigure]]) -> Iterator[Candidate]:
    mains: dict[tuple[str, DocumentId], ComparedFigure] = {}
    priced: dict[DocumentId, int] = {}  # the first sentence of a report that tells a price; later ones tell of others
    for own in items:
        for figure in own if own and ground.sentences[own[0].at].position < _LEAD else ():
            sentence, quantity = ground.sentences[figure.at], figure.quantity
            is_again = quantity.is_converted and priced.get(sentence.document) == figure.at
            if not is_again and not is_price(sentence.text, quantity.start, quantity.end, sentence.language):
                continue
            if priced.setdefault(sentence.document, figure.at) == figure.at:
                mains.setdefault((quantity.unit, sentence.document), figure)
    for unit in dict.fromkeys(unit for unit, _ in mains):
        readings = [figure for (own, _), figure in mains.items() if own == unit]
        differing = [pair for pair in combinations(readings, 2) if _differ(ground, *pair)]
        if differing:
            first = differing[0][0]
            told = [one for one in readings if any(one in pair or _agree(one, pair) for pair in differing)]
            yield Candidate(
                kind="number",
                about=next(filter(None, map(_clause, (first, *told))), labels.PRICE),
                views=values_of(ground, in_order(ground, told)),
                weight=_PRICE,
                why=f"the price ({unit}) that each report gives in its opening",
            )


def _clause(figure: ComparedFigure) -> str | None:
    return topic_of(figure.sentence.text, figure.quantity, figure.sentence.language)


def _agree(figure: ComparedFigure, pair: tuple[ComparedFigure, ComparedFigure]) -> bool:
    return any(figure.quantity.agrees(one.quantity) for one in pair)


def _differ(ground: Context, one: ComparedFigure, other: ComparedFigure) -> bool:
    first, second = one.quantity, other.quantity
    if not ground.same_event(one.at, other.at) or not ground.names_of(one.at) & ground.names_of(other.at):
        return False
    if (first.is_converted and second.is_converted) or have_other_subjects(ground, one, other):
        return False
    return not first.agrees(second) and max(first.high, second.high) <= _APART * min(first.low, second.low)


def _closings(ground: Context) -> Iterator[Candidate]:
    told: dict[DocumentId, tuple[int, Closing]] = {}
    for at, sentence in enumerate(ground.sentences):
        closing = find_closing(sentence.text, sentence.language)
        if closing:
            told.setdefault(sentence.document, (at, closing))
    events = {ground.event_of.get(name) for name in told}
    for event in sorted(events, key=str):
        readings = [own for name, own in told.items() if ground.event_of.get(name) == event]
        views = _views(ground, readings)
        if len(views) > 1:
            yield Candidate(
                kind="date",
                about=labels.CLOSING,
                views=views,
                weight=_CLOSING,
                why="the time at which each report says that the deal is to close",
            )


def _views(ground: Context, readings: Sequence[tuple[int, Closing]]) -> tuple[Value, ...]:
    """Readings in their order, those that agree together: with the most exact first, all that it agrees with."""
    groups: list[list[tuple[int, Closing]]] = []
    for one in sorted(readings, key=lambda one: _width(one[1])):
        own = next((group for group in groups if all(one[1].agrees(other) for _, other in group)), None)
        groups.append([one]) if own is None else own.append(one)
    views = []
    for group in sorted((sorted(group, key=itemgetter(0)) for group in groups), key=lambda group: group[0][0]):
        passages = tuple(
            Passage(sentence=ground.sentences[at], start=own.phrase.start, end=own.phrase.end) for at, own in group
        )
        views.append(Value(value=" ".join(passages[0].text.split()), passages=passages))
    return tuple(views)


def _width(closing: Closing) -> int:
    return closing.months[1] - closing.months[0] if closing.months else 0
