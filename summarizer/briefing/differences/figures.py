"""Quantities where they stand, and what their sentences tell besides."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.briefing.differences.ground import Ground, Passage, View
from summarizer.language import Quantity, find_attribution, find_quantities, may_hold_quantity, name_days

_REACH = 8  # words on each side of a quantity that tell what it counts
_BARE = 3  # content terms of a sentence: a number, whom it counts, and what became of them
_CLOSE = 25  # characters around a quantity in which it says that it was so for a while
_MOST = 16  # figures of a sentence that are compared: what tells more is a table or a list
_EXTREME = re.compile(
    r"\b(?:as (?:much|high|low|far) as|at one point|at (?:its|their|the) (?:peak|worst|height|lowest|highest)"
    r"|intraday)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|as of|until)\s(?:late\s|early\s)?[A-Z]\w+", re.IGNORECASE)
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
        """The days that its sentence names, but for those on which somebody says it, or by which it was so."""
        text = self.ground.sentences[self.at].text
        for start, end in reversed(find_attribution(" ".join(text.split()))):
            text = text[:start] + text[end:]
        return name_days(_BY.sub(" ", text))

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
    quantities = find_quantities(sentence.text) if may_hold_quantity(sentence.text, sentence.tokens) else []
    return [
        Figure(ground=ground, at=at, quantity=quantity, key=(at, number))
        for number, quantity in enumerate(quantities[:_MOST])
    ]


def in_order(ground: Ground, readings: Sequence[Figure]) -> list[Figure]:
    """Order figures from the oldest to the newest; those of one time by value, those without a time first."""

    def key(figure: Figure) -> tuple[bool, float, float, tuple[int, int]]:
        time = ground.time_of(figure.at)
        return (time is not None, time.rank if time else 0.0, figure.quantity.low, figure.key)

    return sorted(readings, key=key)


def find_overtaken(ground: Ground, figures: Sequence[Figure]) -> frozenset[tuple[int, int]]:
    """Find the figures of a growing number after which a higher one was told, by their keys.

    A later entry of one live blog overtakes an earlier one by a lower number too: its outlet knows what it told before.
    """
    timed = [(time, figure) for figure in figures if (time := ground.time_of(figure.at))]
    return frozenset(
        figure.key
        for time, figure in timed
        if any(time.is_before(later) and _overtakes(ground, other, figure) for later, other in timed)
    )


def _overtakes(ground: Ground, later: Figure, figure: Figure) -> bool:
    if later.quantity.low > figure.quantity.high:
        return True
    is_of_one = ground.sentences[later.at].document == ground.sentences[figure.at].document
    return is_of_one and not later.quantity.agrees(figure.quantity)


def views_of(ground: Ground, ordered: Sequence[Figure], overtaken: Container[tuple[int, int]] = ()) -> tuple[View, ...]:
    """Give figures in their order, those in equal words together."""
    views: dict[tuple[bool, str], list[Figure]] = {}
    for figure in ordered:
        words = " ".join(passage_of(ground, figure).text.casefold().split())
        views.setdefault((figure.key in overtaken, words), []).append(figure)
    return tuple(_view(ground, figures, is_overtaken=old) for (old, _), figures in views.items())


def _view(ground: Ground, figures: Sequence[Figure], *, is_overtaken: bool) -> View:
    passages = tuple(passage_of(ground, figure) for figure in figures)
    time = ground.time_of(figures[0].at)
    return View(
        value=" ".join(passages[0].text.split()),
        passages=passages,
        when=time.moment if time else None,
        is_overtaken=is_overtaken,
    )


def passage_of(ground: Ground, figure: Figure) -> Passage:
    """Where a figure stands."""
    return Passage(sentence=ground.sentences[figure.at], start=figure.quantity.start, end=figure.quantity.end)
