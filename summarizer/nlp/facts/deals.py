"""Deals: the sum paid, and when the deal closes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from summarizer.languages.data_sections import find_section
from summarizer.languages.language import find_language
from summarizer.languages.word_records import Words
from summarizer.nlp.names.places import Phrase

_WINDOW = 130  # characters before a sum in which it says what is paid for
_YEAR = 12  # months


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
    year = next((int(told) for told in (span["its"], span["own"], span["year"], span["whole"]) if _is_year(told)), None)
    return Closing(
        phrase=Phrase(start=start, end=end, kind="date", bind="closing", value=span.group()),
        year=year,
        months=_months_of(span, words),
        is_denied=bool(words.denied.search(text, start, span.start())),
    )


def _is_year(told: str | None) -> bool:
    return told is not None and told.isdigit()


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
