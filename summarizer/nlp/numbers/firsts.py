"""What is called the first since a year or month, or the first or second to do something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.languages.sections import require_section

_MONTHS = "|".join(require_section("en", "calendar").listed("months"))
_ORDER = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_RANKS = frozenset(_ORDER.split("|"))
_SINCE = re.compile(
    rf"\bfirst\s(?P<what>[^,.;:()“”\"]{{3,60}}?)\ssince\s(?:(?P<month>{_MONTHS})(?!\s\d{{1,2}}\b)(?:\s(?P<its>(?:19|20)\d\d))?"
    rf"|(?P<year>(?:19|20)\d\d))(?!\w)"
)
_RANK = re.compile(
    rf"\b(?P<rank>{_ORDER})\s(?P<what>[a-z]{{3,20}}(?:\s[a-z]{{3,20}})?\s(?:ever\s)?to\s[a-z]{{3,20}}(?:\s[\w’'-]+){{1,3}})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
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


def may_be_first(tokens: Sequence[str]) -> bool:
    """Tell whether a sentence may call something the first of its kind, or the second to do something."""
    return not _RANKS.isdisjoint(tokens)


def find_firsts(text: str) -> Iterator[First]:
    """Find what a sentence calls the first since a year or a month, or the first, second and so on to do something."""
    for match in _SINCE.finditer(text) if " since " in text else ():
        group = "year" if match["year"] else "month"
        yield First(
            what=match["what"],
            value=(match["year"] or match["its"] or "", match["month"] or ""),
            is_since=True,
            start=match.start(),
            end=match.end(),
            told=(match.start(group), match.end()),
        )
    for match in _RANK.finditer(text):
        yield First(
            what=match["what"],
            value=(match["rank"], ""),
            is_since=False,
            start=match.start(),
            end=match.end(),
            told=match.span("rank"),
        )
