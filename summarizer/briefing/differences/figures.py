"""Quantities where they stand, and what their sentences tell besides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from summarizer.briefing.differences.ground import Ground
from summarizer.language import Quantity, find_quantities, holds_number, name_days

_REACH = 8  # words on each side of a quantity that tell what it counts
_BARE = 3  # content terms of a sentence: a number, whom it counts, and what became of them
_CLOSE = 25  # characters around a quantity in which it says that it was so for a while
_EXTREME = re.compile(
    r"\b(?:as (?:much|high|low|far) as|at one point|at (?:its|their|the) (?:peak|worst|height|lowest|highest)"
    r"|intraday)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d|(?:million|billion|thousand|hundr|trillion)$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, kw_only=True, eq=False)
class Figure:
    """A quantity where it stands; what else its sentence tells is read when first asked for."""

    ground: Ground
    at: int
    quantity: Quantity
    key: tuple[int, int]

    @cached_property
    def around(self) -> Mapping[str, int]:
        """The terms around it, figures left out."""
        near = self.ground.terms_near(self.at, self.quantity.start, self.quantity.end, _REACH)
        return {term: place for term, place in near.items() if not _FIGURE.match(term)}

    @cached_property
    def days(self) -> frozenset[str]:
        """The days that its sentence names."""
        return name_days(self.ground.sentences[self.at].text)

    @cached_property
    def is_bare(self) -> bool:
        """Whether its sentence tells a toll and no more ("At least three people were killed."), so not whose it is."""
        terms = {term for term in self.ground.sentences[self.at].terms if term and not _FIGURE.match(term)}
        return self.quantity.is_count and len(terms) <= _BARE and not self.ground.names_of(self.at)

    @cached_property
    def is_extreme(self) -> bool:
        """Whether it is how far something went for a while, which is not where it ended."""
        text, quantity = self.ground.sentences[self.at].text, self.quantity
        return bool(_EXTREME.search(text, max(0, quantity.start - _CLOSE), quantity.end + _CLOSE))

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that its sentence names."""
        return frozenset(_YEAR.findall(self.ground.sentences[self.at].text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two quantities of one role in two reports."""

    first: Figure
    second: Figure
    score: float
    shared: tuple[str, ...]


def read_figures(ground: Ground, at: int) -> list[Figure]:
    """Read the figures of a sentence, in order."""
    sentence = ground.sentences[at]
    quantities = find_quantities(sentence.text) if holds_number(sentence.tokens) else []
    return [
        Figure(ground=ground, at=at, quantity=quantity, key=(at, number)) for number, quantity in enumerate(quantities)
    ]
