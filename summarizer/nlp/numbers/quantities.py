"""Quantities of a sentence: how much of what, and how far the wording leaves it open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from summarizer.languages.data_sections import find_section, require_section
from summarizer.languages.word_records import Words
from summarizer.nlp.facts.ages import Age, find_ages
from summarizer.nlp.numbers.number_words import Number, find_numbers
from summarizer.nlp.numbers.numerals import (
    bounds_of,
    figure_of,
    find_vague,
    vague_words,
    words_for_numbers,
    write_plain,
)
from summarizer.nlp.numbers.quantity_record import Quantity
from summarizer.nlp.numbers.units import UnitWords, counted_before, counted_in, unit_of, unit_words_of
from summarizer.nlp.numbers.word_counts import find_word_counts

_BEFORE_CONTRAST = 45  # characters before a number that can hold what it is set against
_DIGIT = re.compile(r"\d")
_HEDGE_LENGTH = 24  # characters before a number that can hold the longest hedge
_GROUP = re.compile(r"\d{3}(?!\d)")
_DIGIT_BEFORE = re.compile(r"\d $")
_DASHES = ("—", "–", "-", "(")  # before a count in apposition
_RATES_APART = 0.05  # share by which the rates of a few days, or of two writers, differ


class _Words(Words):
    """What a language says around its numbers, by the keys of its section "quantities", its code and its units.

    `hints` are the words one of which stands in whatever holds a quantity without a digit, `hedge_ends` the last words
    of what says how exact a number is.
    """

    language: str
    units: UnitWords
    hints: frozenset[str]
    hedge_ends: tuple[str, ...]
    hedge: re.Pattern[str]
    articles: frozenset[str]
    number_begins: re.Pattern[str]
    number_ends: re.Pattern[str]
    contrast: re.Pattern[str]
    contrasting: tuple[str, ...]
    partial: re.Pattern[str]
    priced: re.Pattern[str]
    rate: re.Pattern[str]
    killers: re.Pattern[str]
    of_them: re.Pattern[str]
    placed: re.Pattern[str]
    no_order: frozenset[str]
    owned: re.Pattern[str]
    converted: re.Pattern[str]
    others: re.Pattern[str]
    other_clues: tuple[str, ...]


@cache
def _words_of(language: str | None) -> _Words | None:
    section, units = find_section(language, "quantities"), unit_words_of(language)
    if language is None or section is None or units is None:
        return None
    hedges = [phrase.split()[-1] for kind in section.pattern("hedge").groupindex for phrase in section.listed(kind)]
    ordinals = (entry.partition("=")[0] for entry in require_section(language, "numbers").listed("ordinals"))
    hints = (*ordinals, *vague_words(language), *words_for_numbers(language), *section.listed("counts"))
    return section.fill(
        _Words,
        language=language,
        units=units,
        hints=frozenset(hints),
        hedge_ends=tuple(dict.fromkeys(hedges)),
    )


def may_hold_quantity(text: str, tokens: Sequence[str], language: str | None = "en") -> bool:
    """Tell whether a sentence may hold a quantity, by its digits and its words in small letters; most hold none."""
    words = _words_of(language)
    return words is not None and (bool(_DIGIT.search(text)) or not words.hints.isdisjoint(tokens))


def find_quantities(text: str, language: str | None = "en") -> list[Quantity]:
    """Find the quantities of a text whose unit or noun can be told, in order.

    Args:
        text: Any text.
        language: Code of its language; nothing is found in one without the section "quantities".
    """
    words = _words_of(language)
    if words is None:
        return []
    if text.isupper() and len(text.lower()) == len(text):
        text = text.lower()  # a report in capitals counts as others do
    text = write_plain(text)
    every = find_numbers(text, words.language)
    numbers = [number for number in every if _is_plain(words, text, number)]
    places = (_place(words, text, number) for number in every if number.is_ordinal)
    ages = map(quantity_of_age, find_ages(text, words.language)) if _DIGIT.search(text) else ()
    found = (
        *ages,
        *find_word_counts(text, words.language),
        *_vague(words, text),
        *filter(None, places),
        *(one for number in numbers for one in _read(words, text, number)),
    )
    return sorted(found, key=lambda one: one.start)


def _is_plain(words: _Words, text: str, number: Number) -> bool:
    """Whether a number is a count or a measure by what stands at its ends: no place, share, date, score or version."""
    is_share = number.is_fraction and number.value < 1
    if _GROUP.match(text, number.start) and _DIGIT_BEFORE.search(text, max(0, number.start - 2), number.start):
        return False  # "816 000": a group of digits is no number of its own
    return not (number.is_ordinal or is_share) and bool(
        words.number_begins.match(text, number.start) and words.number_ends.match(text, number.end)
    )


def _place(words: _Words, text: str, number: Number) -> Quantity | None:
    """A place in an order: "the third line"."""
    noun = words.placed.match(text, number.end)
    if noun is None or noun["noun"] in words.no_order:
        return None
    value = number.value
    return Quantity(start=number.start, end=noun.end(), low=value, high=value, unit=f"{noun['noun']} in order")


def _vague(words: _Words, text: str) -> Iterator[Quantity]:
    """Vague counts: "hundreds of texts"."""
    for start, end, low, high in find_vague(text, words.language):
        unit, stop, fate = counted_in(text, start, end, words.units)
        if unit and not words.partial.match(text, end):
            yield Quantity(
                start=start, end=stop, low=low, high=high, unit=unit, role=fate, is_count=True, is_vague=True
            )


def quantity_of_age(age: Age) -> Quantity:
    """Return an age as a quantity."""
    return Quantity(
        start=age.start, end=age.end, low=age.value, high=age.value, unit="age", owner=age.owner, is_last=age.is_last
    )


def _read(words: _Words, text: str, number: Number) -> Iterator[Quantity]:
    """The quantity that a number is, where the words around it tell of what: an age may be that of two."""
    of_them = words.of_them.match(text, number.end)
    if of_them:
        yield from _apposed(words, text, number, of_them.end())
    before = words.units.money_before.search(text, max(0, number.start - 4), number.start)
    start = before.start() if before else number.start
    unit, end, factor, role = unit_of(text, number, before, words.units)
    priced = words.priced.match(text, end) if unit in words.units.money else None
    if priced:
        unit, end = f"{unit} a {priced['what']}", priced.end()
    elif words.rate.match(text, end):
        return
    hedge = _hedge_of(words, text[max(0, start - _HEDGE_LENGTH) : start])
    if unit is None or words.partial.match(text, number.end) or (unit == "age" and hedge):
        return
    kind = hedge.lastgroup if hedge else "about" if words.units.or_so.match(text, number.end) else None
    value, grain = number.value, number.grain
    if number.is_short and unit == "meter":
        value, grain, factor = value * factor, grain * factor, 1.0
    low, high = bounds_of(value, grain, kind, is_fraction=number.is_fraction)
    if kind == "over" and unit == "duration":
        high = value + grain  # "more than nine hours" may be ten
    is_converted = bool(before and words.converted.search(text, max(0, start - _HEDGE_LENGTH), start))
    if is_converted:
        low, high = min(low, number.value * (1 - _RATES_APART)), max(high, number.value * (1 + _RATES_APART))
    fewer, more = _counted_otherwise(words, text, number, end, role)
    start = max(0, start - _HEDGE_LENGTH) + hedge.start() if hedge else start
    owner = words.owned.match(text, end) if unit == "age" else None
    for name in [owner["name"], owner["other"]] if owner and owner["other"] else [owner["name"] if owner else None]:
        yield Quantity(
            start=start,
            end=end,
            low=(low - fewer) * factor,
            high=(high + more) * factor,
            unit=unit,
            role=role,
            owner=name,
            is_count=unit not in words.units.measured and priced is None,
            is_contrast=_is_contrast(words, text[max(0, start - _BEFORE_CONTRAST) : start]),
            is_converted=is_converted,
        )


def _counted_otherwise(words: _Words, text: str, number: Number, end: int, role: str | None) -> tuple[float, float]:
    """How many fewer, and more, others may count: without the killers, and with whom a text names beside "others"."""
    killers = words.killers.match(text, end) if role == "dead" else None
    fewer = float(figure_of((killers["number"] or "").casefold(), words.language) or 1) if killers else 0.0
    may_be_others = any(text.find(clue, number.end, end) >= 0 for clue in words.other_clues)
    return fewer, float(may_be_others and bool(words.others.search(text, number.end, end)))


def _apposed(words: _Words, text: str, number: Number, end: int) -> Iterator[Quantity]:
    """A count in apposition to what it counts: "her texts to the pupil—2,400 of them"."""
    is_apposed = text[: number.start].rstrip().endswith(_DASHES)
    noun = counted_before(text, number.start, words.units) if is_apposed else None
    if noun:
        low, high = bounds_of(number.value, number.grain, None, is_fraction=False)
        yield Quantity(start=number.start, end=end, low=low, high=high, unit=noun, is_count=True)


def _hedge_of(words: _Words, before: str) -> re.Match[str] | None:
    """The hedge at the end of what stands before a number: "more than", "nearly"."""
    own = before.casefold().split()
    if own and own[-1] in words.articles:
        own.pop()
    return words.hedge.search(before) if own and own[-1].endswith(words.hedge_ends) else None


def _is_contrast(words: _Words, before: str) -> bool:
    """Whether the words before a number say that it is not so: "not", "higher than", "instead of"."""
    small = before.casefold()
    return any(map(small.__contains__, words.contrasting)) and words.contrast.search(before) is not None
