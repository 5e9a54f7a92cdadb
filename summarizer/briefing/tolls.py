"""Tolls in titles and statements: which reading of a number that grew is out of date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.model import Document
from summarizer.nlp.facts.casualties import IN_DANGER, TOLLS, find_people_in_danger
from summarizer.nlp.numbers.quantities import find_quantities
from summarizer.nlp.numbers.quantity_record import Quantity

_NEARLY = 0.9  # share of the newest toll from which a rounded one is not out of date: "passes 2,000" for 2,122


def is_overtaken(text: str, tolls: Mapping[str, Quantity]) -> bool:
    """Tell whether a text tells a toll that a later and higher one overtook; what is nearly as high may stand.

    So is one that calls people in danger, of all of whom a later report tells what became.
    """
    if IN_DANGER in tolls and not all(peril.is_settled for peril in find_people_in_danger(text)):
        return True
    return any(
        not one.agrees(newest) and (one.low + one.high) / 2 < _NEARLY * newest.low for one, newest in _held(text, tolls)
    )


def tells_newest(text: str, tolls: Mapping[str, Quantity]) -> bool:
    """Tell whether a headline tells the newest reading of a toll that grew; nearly as high, or vague, is not."""
    return any(not one.is_vague and (one.low + one.high) / 2 >= newest.low for one, newest in _held(text, tolls))


def tells_toll(text: str, tolls: Mapping[str, Quantity]) -> bool:
    """Tell whether a text tells a reading of a toll that grew, old or new."""
    return bool(_held(text, tolls))


def add_tolls_of_headlines(documents: Sequence[Document], tolls: Mapping[str, Quantity]) -> Mapping[str, Quantity]:
    """Add to the newest tolls of an event the highest number of dead that a headline tells: it never falls.

    This is for reports of which nobody knows when they were written.

    Args:
        documents: The reports of the event.
        tolls: The newest reading of each toll that grew, where that is known.
    """
    if TOLLS[0] in tolls:
        return tolls
    told = (one for document in documents for one in find_quantities(document.title or "", document.language or "en"))
    dead = [one for one in told if one.toll == TOLLS[0] and not one.is_vague]
    return {**tolls, TOLLS[0]: max(dead, key=lambda one: one.low)} if len(dead) > 1 else tolls


def _held(text: str, tolls: Mapping[str, Quantity]) -> list[tuple[Quantity, Quantity]]:
    """The numbers of a text that are readings of tolls, each with the newest reading."""
    if not tolls:
        return []
    return [(one, tolls[one.toll]) for one in find_quantities(text) if one.toll is not None and one.toll in tolls]
