"""Vague numbers ("hundreds of texts", "several thousand people"): what they leave open, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from summarizer.language.tables import load_table

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
