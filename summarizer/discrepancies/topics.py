"""What a difference is about: a phrase for its role, or a clause of a report."""

from __future__ import annotations

import re

from summarizer.discrepancies import labels
from summarizer.discrepancies.words import discrepancy_words_of
from summarizer.nlp.numbers.quantity import Quantity
from summarizer.nlp.numbers.units import WEIGHTS, unit_words_of
from summarizer.nlp.numbers.word_counts import BLOCK_OF
from summarizer.nlp.sentences.clauses import measure_label, named_measure, quote_clause, words_after

_GAP = "“… "
_TOLD_TWICE = re.compile(r"(?<![\w.,])\d[\d.,]*(?:\s|-)?[A-Za-z]+\s\($")  # "16 metres (52 ft)"
_NEAR = 40  # characters before a measure in brackets that can hold the same in another unit


def topic_of(text: str, quantity: Quantity, language: str | None = "en") -> str | None:
    """Return a phrase for what a quantity is of; None where the words beside it do not tell.

    Args:
        text: The sentence.
        quantity: Where it stands, and what kind it is.
        language: The code of its language.
    """
    if quantity.unit == "duration" and quantity.role:
        return labels.label_duration(quantity.role)
    if quantity.owner:
        return labels.label_age(quantity.owner)
    if quantity.role == "vote":
        return labels.VOTE
    measure = named_measure(text, quantity.start, language)
    if measure:
        return measure.capitalize()
    first, last = quantity.start, quantity.end
    told_twice = _TOLD_TWICE.search(text, max(0, first - _NEAR), first) if text.startswith(")", last) else None
    start, end = (told_twice.start(), last + 1) if told_twice else (first, last)
    clause = quote_clause(text, start, end, language)
    noun = _noun_of(text, quantity, language)
    if clause and noun and clause.startswith(_GAP):
        return f"{labels.label_count(noun)} “{clause.removeprefix(_GAP)}"
    return clause


def plain_topic(text: str, quantity: Quantity, language: str | None = "en") -> str | None:
    """Return what a quantity measures or counts, in our words: "Weight", "How many counts"; None where that is no word.

    For what stands in no clause that can be quoted.
    """
    unit, units, words = quantity.unit, unit_words_of(language), discrepancy_words_of(language)
    if unit in WEIGHTS and units and any(word.startswith((*units.weighing,)) for word in text.casefold().split()):
        return labels.WEIGHT
    if unit.startswith(BLOCK_OF):
        return labels.STREET
    if unit.endswith(" in order"):
        return labels.label_order(unit.removesuffix(" in order"))
    noun = _noun_of(text, quantity, language)
    label = measure_label(unit) or (labels.label_count(noun) if noun else None)
    following = words_after(text, quantity.end, language)
    is_shared_out = words is not None and following.split(" ")[0] in words.shares_behind
    return f"{label} “{following}”" if label and is_shared_out else label


def _noun_of(text: str, quantity: Quantity, language: str | None) -> str | None:
    """The plural noun that a quantity counts, as written."""
    words = discrepancy_words_of(language)
    noun = words.plural.search(text, quantity.start, quantity.end) if words and quantity.is_count else None
    return noun["noun"] if noun else None
