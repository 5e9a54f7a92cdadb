"""Numerals: digits of any script in English form, words that show that there is a number, and vague numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from summarizer.languages.data_sections import find_section
from summarizer.nlp.numbers.grammar import values_in

_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_ODD = re.compile(r"[0-9](?:\s000|[\u00a0\u2009\u202f]|,[0-9]{2},)")
_SPACE = re.compile(r"\s")
# Round thousands, or with spaces that do not break: "on May 12 300 people" holds no such number.
_SPACED = re.compile(r"(?<![\d.,])(?<!\d\s)\d{1,3}(?:\s\d{3})*(?:\s000|[\u00a0\u2009\u202f]\d{3})(?![\d.,]\d|\s\d|\d)")
_LAKHS = re.compile(r"(?<![\d.,])\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])")
_SHORT_OF = 0.4  # steps that "nearly" may be short of its number
_LONG, _FIVE = 100, 5
_PART = 4  # "as many as 200,000" is not half of them
_COUNTED = 100  # people count so far one by one


def write_plain(text: str) -> str:
    """Return a text of the same length with digits from 0 to 9, in groups of three parted by commas.

    Examples:
        >>> write_plain("816 000"), write_plain("8,16,000"), write_plain("٨١٦")
        ('816,000', '00816000', '816')
    """
    if not text.isascii():
        text = _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit.group())), text)
    if not _ODD.search(text):
        return text
    text = _SPACED.sub(lambda number: _SPACE.sub(",", number.group()), text)
    return _LAKHS.sub(lambda number: number.group().replace(",", "").rjust(len(number.group()), "0"), text)


@cache
def words_for_numbers(language: str) -> frozenset[str]:
    """Return the words that by themselves show that there is a number: not "one", which is far more often a pronoun."""
    section = find_section(language, "numbers")
    held = section.values if section else {}
    words = " ".join(held.get(kind, "") for kind in ("units", "teens", "tens", "hundred", "scales", "collectives"))
    return frozenset(values_in(words)) - {*held.get("ones", "").split()}


@cache
def _figures(language: str) -> Mapping[str, str]:
    """The digits of the words for numbers from two to ninety."""
    section = find_section(language, "numbers")
    held = section.values if section else {}
    words = values_in(" ".join(held.get(kind, "") for kind in ("units", "teens", "tens")))
    return {word: f"{value:g}" for word, value in words.items() if value > 1}


def figure_of(word: str, language: str = "en") -> str | None:
    """Return the digits of a number word ("12" for "twelve"), or of digits without decimals; None for another word."""
    return _figures(language).get(word) or (word if word.isdecimal() else None)


def bounds_of(value: float, grain: float, hedge: str | None, *, is_fraction: bool) -> tuple[float, float]:
    """The values that a wording allows.

    "More than 12,000" allows up to the next number as round, "less than 70" down to the one before, "as many as" no
    further than a quarter down, "nearly six" less than half a step. Hedged, three digits or more that end in five are
    told in fives: "about 3.25 billion" may be 3.23. What is bare and round may be rounded, by a twentieth of itself at
    most; a bare count below a hundred and a fraction are what they say.
    """
    least = grain * 1e-6
    if hedge == "over":
        return value, value + grain - least
    if hedge == "under":
        return value - grain + least, value
    if hedge == "up_to":
        return value - min(grain, value / _PART) + least, value
    if hedge in ("about", "nearly") and value >= _LONG * grain and round(value / grain) % 10 == _FIVE:
        grain *= _FIVE
    if hedge == "nearly":
        return value - grain * _SHORT_OF, value
    if hedge == "about":
        below = grain / 10 if round(value / grain) == 1 else grain / 2  # half a million is not "about a million"
        return value - below + least, value + grain / 2 - least
    slack = 0.0 if grain == 1 or (value < _COUNTED and grain > 1) or is_fraction else min(grain / 2 - least, value / 20)
    return value - slack, value + slack


_Bounds = tuple[float, float]  # the least and the most that a vague number may mean


class _Vague(NamedTuple):
    """The vague numbers of a language: what each may mean, the last word of each, and what finds them."""

    bounds: Mapping[str, _Bounds]
    ends: frozenset[str]
    pattern: re.Pattern[str]


@cache
def _vague_of(language: str) -> _Vague | None:
    section = find_section(language, "quantities")
    if section is None:
        return None
    bounds = {phrase: tuple(map(float, told.split())) for phrase, told in section.named("vague").items()}
    return _Vague(
        bounds={phrase: (low, high) for phrase, (low, high) in bounds.items()},
        ends=frozenset(phrase.split()[-1] for phrase in bounds),
        pattern=section.pattern("vague_number"),
    )


def find_vague(text: str, language: str = "en") -> Iterator[tuple[int, int, float, float]]:
    """Give each vague number of a text that counts something: where it starts and ends, its least and its most."""
    small, words = text.lower(), _vague_of(language)
    if words is None or len(small) != len(text) or not any(map(small.__contains__, words.ends)):
        return
    for match in words.pattern.finditer(small):
        low, high = words.bounds[" ".join(match["number"].split())]
        yield match.start(), match.end(), low, high


def vague_words(language: str) -> frozenset[str]:
    """Return the last word of each vague number, one of which stands wherever there is one."""
    words = _vague_of(language)
    return words.ends if words else frozenset()
