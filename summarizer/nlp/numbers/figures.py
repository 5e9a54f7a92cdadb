"""The figures of a sentence, each with its unit, what it counts, and its role."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from summarizer.languages.language import Phrase, find_language
from summarizer.nlp.numbers.number_words import find_numbers

_MOST = 48  # figures of a sentence: what tells more is a table
_NEAR = 6  # words between a number and the word for what became of those whom it counts
_TENS = 10
_BEFORE = 2  # words before one among which "from" or "to" stands
_YEARS = range(1900, 2100)
_CONVERTED = re.compile(r"[^().;]{0,20}\(\D{0,12}")  # between a sum and the same in other money
_NEGATIVE = re.compile(r"(?:^|[\s(])[-\u2212]$")  # the sign before a number, which no word precedes
_AGE_AFTER = re.compile(r"\s?(?:[,)]|$)")
_AGE_BEFORE = re.compile(r"[^\W\d_](?:,\s|\s\()$")


class Figure(NamedTuple):
    """A number of a sentence, and what it is of.

    Attributes:
        start, end: The places of its words among those of the sentence.
        value: What it says.
        grain: The place of its last digit that was cared for.
        unit: Its unit ("usd", "%", "hour"); None for a count. "ordinal", "calendar year", "age" and "clock" are numbers
            that count nothing, "converted" is what is said again in another unit.
        role: What became of those counted ("dead").
        direction: "from", "to", "by", "before" or "after", where that stands before it.
        bound: "over" or "under", where it is said to be more or less than that.
    """

    start: int
    end: int
    value: float
    grain: float
    unit: str | None
    role: str | None
    direction: str | None
    bound: str | None = None

    def agrees(self, other: Figure) -> bool:
        """Tell whether both may say one value: one may be rounded as far as the other is fine."""
        return abs(self.value - other.value) <= _slack(max(self.grain, other.grain), max(self.value, other.value))


def _slack(grain: float, value: float) -> float:
    """How far apart two numbers may be where the coarser one is rounded: half a step, and a twentieth of the number.

    A number rounded to tens is taken for exact: "20 killed" is not "21 killed".
    """
    return 0.0 if grain <= _TENS else min(grain / 2, value / 20)


def read_figures(
    text: str, tokens: Sequence[str], spans: Sequence[tuple[int, int]], clauses: Sequence[int], language: str
) -> list[Figure]:
    """Read the figures of a sentence, in order.

    Args:
        text: The sentence.
        tokens: Its words.
        spans: Where each stands in the text.
        clauses: The number of each word's clause.
        language: Its language, one with tables.
    """
    numbers = find_numbers(text, language)
    if not numbers:
        return []
    roles = _roles_of(tokens, language)
    figures: list[Figure] = []
    for number in numbers[:_MOST]:
        start, end = bisect_left(spans, (number.start,)), bisect_left(spans, (number.end,))
        start -= start > 0 and spans[start - 1][1] > number.start
        if start == end:
            continue
        unit = _unit_of(text, tokens, (number.start, number.end), (start, end), language)
        if ":" in tokens[start] and not (unit or "").startswith("clock"):
            unit = "clock"
        elif figures and _CONVERTED.fullmatch(text, spans[figures[-1].end - 1][1], number.start):
            unit = "converted"  # "500,000 euros ($536,000)", "18 km (11 miles)"
        elif number.is_ordinal:
            unit = "ordinal"
        if unit is None and number.value in _YEARS and text[number.start : number.end].isdecimal():
            unit = "calendar year"
        if unit is None and _is_age(text, number.start, number.end, number.value):
            unit = "age"
        figures.append(
            Figure(
                start=start,
                end=end,
                value=-number.value if _NEGATIVE.search(text, max(0, number.start - 2), number.start) else number.value,
                grain=number.grain,
                unit=unit,
                role=_role_at(roles, start, end, clauses) if unit is None else None,
                direction=_direction(tokens, start, language),
                bound=_bound(tokens, start, language),
            )
        )
    return figures


@cache
def _unit_phrases(language: str) -> Mapping[str, tuple[tuple[Phrase, str], ...]]:
    """The units by their first word, the longest first."""
    tables = find_language(language)
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for phrase, unit in tables.units.items() if tables else ():
        found.setdefault(phrase[0], []).append((phrase, unit))
    return {first: tuple(sorted(own, key=lambda one: -len(one[0]))) for first, own in found.items()}


def _unit_of(
    text: str, tokens: Sequence[str], span: tuple[int, int], places: tuple[int, int], language: str
) -> str | None:
    """The unit right after a number, or the sign or code of a currency before it."""
    units = _unit_phrases(language)
    sign = text[span[1] : span[1] + 2].strip()[:1]
    if sign in units and not sign.isalnum():
        return units[sign][0][1]
    start, end = places
    if end < len(tokens):
        for phrase, unit in units.get(tokens[end], ()):
            if tuple(tokens[end : end + len(phrase)]) == phrase:
                return unit
    before = text[: span[0]].rstrip()[-1:]
    if before in units and not before.isalnum():
        return units[before][0][1]
    if start and tokens[start - 1] in units and len(tokens[start - 1]) <= 3:
        return units[tokens[start - 1]][0][1]
    return None


def _is_age(text: str, start: int, end: int, value: float) -> bool:
    """Whether a number between marks after a name is an age: "Gambo, 46, denies"."""
    return (
        value < 120 and bool(_AGE_AFTER.match(text, end)) and bool(_AGE_BEFORE.search(text, max(0, start - 3), start))
    )


@cache
def _role_phrases(language: str) -> Mapping[str, tuple[tuple[Phrase, str], ...]]:
    """The phrases for what became of those counted, by their first word."""
    tables = find_language(language)
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for phrase, role in tables.roles.items() if tables else ():
        found.setdefault(phrase[0], []).append((phrase, role))
    return {first: tuple(own) for first, own in found.items()}


def _roles_of(tokens: Sequence[str], language: str) -> list[tuple[int, str]]:
    """Where words tell what became of those counted."""
    roles = _role_phrases(language)
    return sorted(
        (at, role)
        for at, token in enumerate(tokens)
        for phrase, role in roles.get(token, ())
        if tuple(tokens[at : at + len(phrase)]) == phrase
    )


def _role_at(roles: Sequence[tuple[int, str]], start: int, end: int, clauses: Sequence[int]) -> str | None:
    """The nearest role in a number's clause."""
    near = [
        (max(start - at, at - end + 1), role)
        for at, role in roles
        if clauses[at] == clauses[start] and max(start - at, at - end + 1) <= _NEAR
    ]
    return min(near)[1] if near else None


def _bound(tokens: Sequence[str], start: int, language: str) -> str | None:
    """Whether a number is a least or a most: "at least 20" is "over", "nearly 500" is "under"."""
    tables = find_language(language)
    for size in (3, 2, 1):
        found = tables.bounds.get(tuple(tokens[max(0, start - size) : start])) if tables else None
        if found:
            return found
    return None


def _direction(tokens: Sequence[str], start: int, language: str) -> str | None:
    """Whether "from", "to", "by", "before" or "after" stands before a number: "from about 12" is "from"."""
    tables = find_language(language)
    return direction_before(tokens, start, tables.directions if tables else {})


def direction_before(tokens: Sequence[str], at: int, words: Mapping[str, str]) -> str | None:
    """Return the direction ("from", "to") that one of the two words before a word tells; None where none does.

    Args:
        tokens: The words of a sentence.
        at: The place of the word.
        words: The words for directions.
    """
    return next((words[token] for token in reversed(tokens[max(0, at - _BEFORE) : at]) if token in words), None)
