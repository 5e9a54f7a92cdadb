"""Numerals: digits of any script in English form, words that show that there is a number, and vague numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from summarizer.languages.language import load_table

_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_ODD = re.compile(r"[0-9](?:\s000|[\u00a0\u2009\u202f]|,[0-9]{2},)")
_SPACE = re.compile(r"\s")
# Round thousands, or with spaces that do not break: "on May 12 300 people" holds no such number.
_SPACED = re.compile(r"(?<![\d.,])(?<!\d\s)\d{1,3}(?:\s\d{3})*(?:\s000|[\u00a0\u2009\u202f]\d{3})(?![\d.,]\d|\s\d|\d)")
_LAKHS = re.compile(r"(?<![\d.,])\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])")


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


_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
# "One" is left out: it is a pronoun far more often than a count.
_WORDS = {word: float(value) for value, word in enumerate(_UNITS) if value > 1} | {
    word: 10.0 * value for value, word in enumerate(_TENS, start=2)
}
_SCALES = "hundred dozen thousand million billion trillion".split()
NUMBER_WORDS = frozenset((*_TENS, *_UNITS, *_SCALES)) - {"one"}
HEDGES = {
    "over": "more than|over|at least|upwards of|in excess of|no fewer than|no less than|well over|just over"
    "|exceeding|exceeded|passed|topped|surpassed",
    "under": "less than|fewer than|under|below|no more than|at most",
    "up_to": "up to|as many as|as much as|as high as",
    "nearly": "nearly|almost|just under|close to|not quite",
    "about": "about|around|some|approximately|roughly|an estimated|estimated|circa|more or less",
}
HEDGED = rf"(?:(?:{'|'.join(HEDGES.values())})\s+)"
_SHORT_OF = 0.4  # steps that "nearly" may be short of its number
_LONG, _FIVE = 100, 5
_PART = 4  # "as many as 200,000" is not half of them
_COUNTED = 100  # people count so far one by one


def figure_of(word: str) -> str | None:
    """Return the digits of a number word ("12" for "twelve"), or of digits without decimals; None for another word."""
    return f"{_WORDS[word]:g}" if word in _WORDS else word if word.isdecimal() else None


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


def find_vague(text: str) -> Iterator[tuple[int, int, float, float]]:
    """Give each vague number of a text that counts something: where it starts and ends, its least and its most."""
    small = text.lower()
    if len(small) != len(text) or not any(map(small.__contains__, vague_words())):
        return
    for match in _pattern().finditer(small):
        low, high = _bounds()[" ".join(match["number"].split())]
        yield match.start(), match.end(), low, high


@cache
def _bounds() -> Mapping[str, _Bounds]:
    held = load_table("en") or {}
    found: dict[str, _Bounds] = {}
    for line in held["differences"]["vague"].strip().splitlines():
        bounds, _, phrases = line.partition(": ")
        low, high = map(float, bounds.split())
        found.update((phrase.replace("_", " "), (low, high)) for phrase in phrases.split())
    return found


@cache
def vague_words() -> frozenset[str]:
    """Return the last word of each vague number, one of which stands wherever there is one."""
    return frozenset(phrase.split()[-1] for phrase in _bounds())


@cache
def _pattern() -> re.Pattern[str]:
    phrases = "|".join(
        phrase.replace(" ", r"\s") for phrase in sorted(_bounds(), key=lambda phrase: (-len(phrase), phrase))
    )
    # "Hundreds of thousands" is a number of its own, and "the early hundreds" counts nothing.
    return re.compile(
        rf"(?<![\w-])(?<!\bof\s)(?P<number>{phrases})\b(?:(?<=s)\sof\b|(?<!s)(?=\s))(?!\s(?:thousand|million|billion))"
    )
