"""Numbers in figures and words: the words that tell that there are some, and what their wording leaves open."""

from __future__ import annotations

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
