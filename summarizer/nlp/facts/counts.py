"""What part those play whom a number counts: those aboard, jobs that go, flights that are called off."""

from __future__ import annotations

import re

from summarizer.languages.word_records import Words

_BEFORE, _BEHIND = 60, 90  # characters before and behind a count that tell it
PARTS = ("aboard", "cut", "called_off")


class _Words(Words, section="counts"):
    """How counts of one language are told; the data file says what each is for."""

    aboard: frozenset[str]
    cut: frozenset[str]
    called_off: frozenset[str]
    loose: frozenset[str]
    some: re.Pattern[str]
    aboard_before: re.Pattern[str]
    aboard_behind: re.Pattern[str]
    cut_before: re.Pattern[str]
    cut_behind: re.Pattern[str]
    called_off_before: re.Pattern[str]
    called_off_behind: re.Pattern[str]


def part_in(text: str, start: int, end: int, unit: str, language: str | None) -> str | None:
    """Return what part those play whom a number counts, by the words right beside it; None where they tell none.

    Args:
        text: The sentence.
        start: Where the number begins, with what hedges it.
        end: Where what it counts ends.
        unit: What it counts, in the singular.
        language: Code of the language.

    Examples:
        >>> text = "A train with 214 passengers stopped."
        >>> part_in(text, 13, 27, "passenger", "en")
        'aboard'
        >>> part_in("Nine passengers were taken to hospital.", 0, 15, "passenger", "en")
    """
    words = _Words.find(language) if language else None
    if words is None:
        return None
    for part in PARTS:
        if unit in getattr(words, part):
            before: re.Pattern[str] = getattr(words, f"{part}_before")
            behind: re.Pattern[str] = getattr(words, f"{part}_behind")
            if behind.match(text[: end + _BEHIND], end):
                return part
            is_told = unit not in words.loose and before.search(text, max(0, start - _BEFORE), start)
            return part if is_told and not words.some.match(text, end) else None
    return None
