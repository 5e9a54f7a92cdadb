"""What is called the first since a year or month, or the first or second to do something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from summarizer.languages.word_records import Words, find_words


class _Words(Words):
    """What a language calls the first of its kind, by the keys of its section "firsts"."""

    orders: frozenset[str]
    since_clues: tuple[str, ...]
    since: re.Pattern[str]
    rank: re.Pattern[str]


@cache
def _words_of(language: str | None) -> _Words | None:
    return find_words(_Words, language, "firsts")


class First(NamedTuple):
    """What is first of its kind.

    Attributes:
        what: What it is, in the words of the sentence ("national rail strike", "woman to lead the city").
        value: Since when it is the first, or its place in the order.
        is_since: Whether it is the first since a time.
        start, end: Where it stands, from its place in the order on.
        told: Where the value stands.
    """

    what: str
    value: tuple[str, str]
    is_since: bool
    start: int
    end: int
    told: tuple[int, int]

    def agrees(self, other: First) -> bool:
        """Tell whether the values of two may both be true: "August" is a month of any year."""
        return all(
            one == two or (self.is_since and "" in (one, two)) for one, two in zip(self.value, other.value, strict=True)
        )


def may_be_first(tokens: Sequence[str], language: str | None) -> bool:
    """Tell whether a sentence may call something the first of its kind, or the second to do something."""
    words = _words_of(language)
    return words is not None and not words.orders.isdisjoint(tokens)


def find_firsts(text: str, language: str | None) -> Iterator[First]:
    """Find what a sentence calls the first since a year or a month, or the first, second and so on to do something."""
    words = _words_of(language)
    if words is None:
        return
    for match in words.since.finditer(text) if any(map(text.__contains__, words.since_clues)) else ():
        group = "year" if match["year"] else "month"
        yield First(
            what=match["what"],
            value=(match["year"] or match["its"] or "", match["month"] or ""),
            is_since=True,
            start=match.start(),
            end=match.end(),
            told=(match.start(group), match.end()),
        )
    for match in words.rank.finditer(text):
        yield First(
            what=match["what"],
            value=(match["rank"], ""),
            is_since=False,
            start=match.start(),
            end=match.end(),
            told=match.span("rank"),
        )
