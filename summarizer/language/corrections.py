"""What a report takes back: "nine were treated, not twelve as we reported earlier"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.language.number_words import Number, find_numbers
from summarizer.language.words import spans_of

_CUE = re.compile(
    r"\b(?:correct(?:s|ed|ion|ing)|(?:earlier|previously|initially|first|originally) (?:said|reported|stated|told|gave)"
    r"|(?:said|reported|stated|told) (?:earlier|previously)|earlier (?:report|reports|version|figure|toll|entry|post)"
    r"|retract(?:s|ed)|withdr(?:aws|ew)|revis(?:es|ed))\b",
    re.IGNORECASE,
)
_HINTS = ("orrect", "arlier", "reviously", "nitially", "irst", "riginally", "etract", "ithdr", "evise")
_INSTEAD = re.compile(
    r"\b(?:not|instead of|rather than|and not|(?:earlier|previously|initially|first|originally)"
    r" (?:said|reported|stated|told|gave)(?: that| of)?)\s(?:the\s|about\s|some\s|at least\s)?$",
    re.IGNORECASE,
)
_WINDOW = 40  # characters before a number that can say that it is withdrawn


def find_withdrawn(texts: Sequence[str], terms: Sequence[Sequence[str]]) -> frozenset[int]:
    """Find the sentences of a report that it corrects itself, by their numbers: they tell a number that it withdraws.

    Args:
        texts: The sentences of one report in English.
        terms: For each the stems of its words, "" for a stop word.

    Cost: the sentences of a report, and once more for each that corrects.
    """
    withdrawn: set[int] = set()
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
                other
                for other, told in enumerate(texts)
                if other != at
                and not _CUE.search(told)
                and about & set(terms[other])
                and any(number.value in values for number in find_numbers(told))
            }
    return frozenset(withdrawn)


def _is_withdrawn(text: str, number: Number) -> bool:
    return bool(_INSTEAD.search(text, max(0, number.start - _WINDOW), number.start))
