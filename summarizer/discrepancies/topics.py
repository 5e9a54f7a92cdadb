"""What a difference is about: a phrase for its role, or a clause of a report."""

from __future__ import annotations

import re

from summarizer.nlp.numbers.quantity import Quantity
from summarizer.nlp.numbers.units import WEIGHS, WEIGHTS
from summarizer.nlp.numbers.word_counts import BLOCK_OF
from summarizer.nlp.sentences.clauses import measure_label, named_measure, quote_clause, words_after

_ROLES = {"vote": "How the vote went"}
_NOUN = re.compile(r"(?<![^\W\d_])(?P<noun>[^\W\d_]{3,})$")
_GAP = "“… "
_TOLD_TWICE = re.compile(r"(?<![\w.,])\d[\d.,]*(?:\s|-)?[A-Za-z]+\s\($")  # "16 metres (52 ft)"
_NEAR = 40  # characters before a measure in brackets that can hold the same in another unit
_MANY = re.compile(r"(?:s|people|men|women|children|police|cattle|sheep)$")


def topic_of(text: str, quantity: Quantity) -> str | None:
    """Return a phrase for what a quantity is of; None where the words beside it do not tell.

    Args:
        text: The sentence.
        quantity: Where it stands, and what kind it is.
    """
    if quantity.unit == "duration" and quantity.role:
        return f"How long the {quantity.role} took"
    if quantity.owner:
        return f"Age of {quantity.owner}"
    if quantity.role in _ROLES:
        return _ROLES[quantity.role]
    measure = named_measure(text, quantity.start)
    if measure:
        return measure.capitalize()
    first, last = quantity.start, quantity.end
    told_twice = _TOLD_TWICE.search(text, max(0, first - _NEAR), first) if text.startswith(")", last) else None
    clause = quote_clause(text, told_twice.start(), last + 1) if told_twice else quote_clause(text, first, last)
    noun = _noun_of(text, quantity)
    if clause and noun and clause.startswith(_GAP):
        return f"How many {noun} “{clause.removeprefix(_GAP)}"
    return clause


def plain_topic(text: str, quantity: Quantity) -> str | None:
    """Return what a quantity measures or counts, in our words: "Weight", "How many counts"; None where that is no word.

    For what stands in no clause that can be quoted.
    """
    unit = quantity.unit
    if unit in WEIGHTS and any(word.startswith(tuple(WEIGHS)) for word in text.casefold().split()):
        return "Weight"
    if unit.startswith(BLOCK_OF):
        return "Where on the street"
    if unit.endswith(" in order"):
        return f"Which {unit.removesuffix(' in order')}"
    noun = _noun_of(text, quantity)
    label = measure_label(unit) or (f"How many {noun}" if noun else None)
    following = words_after(text, quantity.end)
    return f"{label} “{following}”" if label and following.startswith("of ") else label


def _noun_of(text: str, quantity: Quantity) -> str | None:
    """The plural noun that a quantity counts, as written."""
    noun = _NOUN.search(text, quantity.start, quantity.end)
    return noun["noun"] if noun and quantity.is_count and _MANY.search(noun["noun"]) else None
