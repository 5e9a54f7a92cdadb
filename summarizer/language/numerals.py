"""Numbers in figures and words: their values, and what their wording leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
# "One" is left out: it is a pronoun far more often than a count.
_WORDS = {word: float(value) for value, word in enumerate(_UNITS) if value > 1} | {
    word: 10.0 * value for value, word in enumerate(_TENS, start=2)
}
_SCALES = {
    "hundred": 1e2, "dozen": 12.0, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6,
    "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_LONG_SCALES = "hundred|dozen|thousand|million|billion|trillion|mn|bn|tn"
NUMBER = (
    r"(?P<whole>[0-9]{1,6})[- ](?P<over>[0-9])/(?P<under>[0-9])\b"
    rf"|(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,4}}(?:\.[0-9]{{1,9}})?|[0-9]{{1,15}}(?:\.[0-9]{{1,9}})?)(?:[\s-]?(?P<scale>{_LONG_SCALES})\b|(?P<mark>[kmb])\b)?"
    rf"|\b(?P<word>{'|'.join((*_TENS, *_UNITS[:1:-1]))})\b(?:-(?P<unit>{'|'.join(_UNITS[1:10])})\b)?"
    rf"(?P<half>\s+and\s+a\s+half\b)?(?:[\s-](?P<times>{_LONG_SCALES})\b)?"
)
_ORDERED = (*_TENS, *_UNITS[2:])
NUMBER_WORDS = frozenset(_ORDERED)
_DIGITS = frozenset("0123456789")
_DIGIT = re.compile(r"[0-9]")
_FIRST_OF_NUMBER = re.compile("|".join((*"0123456789", *_ORDERED)))
HEDGES = {
    "over": "more than|over|at least|upwards of|in excess of|as many as|no fewer than|no less than|well over|just over"
    "|exceeding",
    "under": "less than|fewer than|under|below|up to|no more than|at most",
    "nearly": "nearly|almost|just under|close to|not quite",
    "about": "about|around|some|approximately|roughly|an estimated|estimated|circa|more or less",
}
HEDGED = rf"(?:(?:{'|'.join(HEDGES.values())})\s+)"
_SHORT_OF = 0.4  # steps that "nearly" may be short of its number
_COUNTED = 100  # people count so far one by one


def holds_number(tokens: Sequence[str]) -> bool:
    """Tell whether one of the words of a sentence, in small letters, is a number; most sentences hold none."""
    return not (NUMBER_WORDS.isdisjoint(tokens) and _DIGITS.isdisjoint(token[:1] for token in tokens))


def matches_at_numbers(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer` does, for a pattern that begins with a number; most places are not looked at."""
    end = 0
    for start in _number_starts(text):
        match = pattern.match(text, start) if start >= end else None
        if match:
            end = match.end()
            yield match


def _number_starts(text: str) -> Iterator[int]:
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    pattern = _FIRST_OF_NUMBER if any(map(small.__contains__, _ORDERED)) else _DIGIT
    return (match.start() for match in pattern.finditer(small))


def figure_of(word: str) -> str | None:
    """Return the digits of a number word ("12" for "twelve"), or of digits without decimals; None for another word."""
    return f"{_WORDS[word]:g}" if word in _WORDS else word if word.isdecimal() else None


def value_of(match: re.Match[str]) -> tuple[float, float]:
    """A number's value, and the place of the last digit that was cared for (12,400: 100; 5.3 million: 100,000)."""
    if match["whole"]:
        under = max(float(match["under"]), 1.0)
        return float(match["whole"]) + float(match["over"]) / under, 1.0 / under
    if match["word"]:
        value = _WORDS[match["word"].casefold()]
        value += _UNITS.index(match["unit"].casefold()) if match["unit"] else 0.0
        value += 0.5 if match["half"] else 0.0
        scale = _SCALES[(match["times"]).casefold()] if match["times"] else 1.0
        return value * scale, scale * (0.5 if match["half"] else 1.0)
    digits = match["digits"].replace(",", "")
    scale = _SCALES[(match["scale"] or match["mark"]).casefold()] if match["scale"] or match["mark"] else 1.0
    decimals = len(digits.partition(".")[2])
    zeros = 0 if decimals or scale > 1 else len(digits) - len(digits.rstrip("0"))
    return float(digits) * scale, scale * 10.0 ** (zeros - decimals)


def bounds_of(value: float, grain: float, hedge: str | None, *, is_fraction: bool) -> tuple[float, float]:
    """The values that a wording allows.

    "More than 12,000" allows up to the next number as round, "less than 70" down to the one before, "nearly six" less
    than half a step down. What is bare and round may be rounded, by a twentieth of itself at most; a bare count below a
    hundred and a fraction are what they say.
    """
    least = grain * 1e-6
    if hedge == "over":
        return value, value + grain - least
    if hedge == "under":
        return value - grain + least, value
    if hedge == "nearly":
        return value - grain * _SHORT_OF, value
    if hedge == "about":
        return value - grain / 2 + least, value + grain / 2 - least
    slack = 0.0 if grain == 1 or (value < _COUNTED and grain > 1) or is_fraction else min(grain / 2 - least, value / 20)
    return value - slack, value + slack
