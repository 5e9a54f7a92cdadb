"""What a report takes back: "nine were treated, not twelve as we reported earlier"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.language.number_words import Number, find_numbers
from summarizer.language.words import spans_of

_CUE = re.compile(
    r"\b(?:correct(?:s|ed|ion|ing)|(?:earlier|previously|initially|first|originally) (?:said|reported|stated|told|gave)"
    r"|(?:said|reported|stated|told) (?:earlier|previously)|earlier (?:report|reports|version|figure|toll|entry|post)"
    r"|now (?:says?|puts?|counts?|gives?|reports?|speaks?|believes?|confirms?)"
    r"|retract(?:s|ed)|withdr(?:aws|ew)|revis(?:es|ed))\b",
    re.IGNORECASE,
)
_HINTS = ("orrect", "arlier", " now ", "reviously", "nitially", "irst", "riginally", "etract", "ithdr", "evise")
_INSTEAD = re.compile(
    r"\b(?:not|instead of|rather than|and not|(?:down|up|revised|corrected|lowered|raised) from"
    r"|(?:earlier|previously|initially|first|originally)"
    r" (?:said|reported|stated|told|gave)(?: that| of)?)\s(?:the\s|about\s|some\s|at least\s)?$",
    re.IGNORECASE,
)
# What an earlier version told, and what says that this was wrong: there, or in the next sentence.
_TOLD = re.compile(
    r"\bearlier (?:posts?|entry|entries|updates?|reports?|versions?|stories|story|articles?|dispatch)\b.{0,60}?"
    r"\b(?:said|stated|reported|wrote|told|gave|had it)\b(?:(?: \w{1,20})? that| of)?(?P<what>.{1,300})",
    re.IGNORECASE | re.DOTALL,
)
_WRONG = re.compile(
    r"\b(?:wrong(?:ly)?|(?:in|un)correct(?:ly)?|mistaken(?:ly)?|(?:in|by) (?:error|mistake)|untrue"
    r"|erroneous(?:ly)?|inaccurate(?:ly)?|false(?:ly)?|not (?:so|true|right|the case)|we (?:regret|apologi[sz]e)"
    r"|retract(?:s|ed)?|withdr(?:aws?|ew|awn))\b",
    re.IGNORECASE,
)
_FEWEST = 2  # words that a claim has at least, to be known again
_WINDOW = 40  # characters before a number that can say that it is withdrawn


def find_withdrawn(texts: Sequence[str], terms: Sequence[Sequence[str]]) -> dict[int, int]:
    """Find the sentences of a report that it corrects itself: they tell a number that it withdraws.

    Args:
        texts: The sentences of one report in English.
        terms: For each the stems of its words, "" for a stop word.

    Returns:
        For the number of each the number of the last sentence that corrects it.

    Cost: the sentences of a report, and once more for each that corrects.
    """
    withdrawn: dict[int, int] = {}
    for at, text in enumerate(texts):
        if not any(map(text.__contains__, _HINTS)) or not _CUE.search(text):
            continue
        numbers = find_numbers(text)
        values = {number.value for number in numbers if _is_withdrawn(text, number)}
        about = {
            term
            for term, (start, _) in zip(terms[at], spans_of(text), strict=True)
            if term and not any(number.start <= start < number.end for number in numbers)
        }
        if values:
            withdrawn |= {
                other: at
                for other, told in enumerate(texts)
                if other != at
                and not _CUE.search(told)
                and about & set(terms[other])
                and any(number.value in values for number in find_numbers(told))
            }
    return withdrawn


def _is_withdrawn(text: str, number: Number) -> bool:
    return bool(_INSTEAD.search(text, max(0, number.start - _WINDOW), number.start))
