"""What a difference is about: our phrase for its role, or a clause of a report."""

from __future__ import annotations

import re

from summarizer.languages.word_records import Words
from summarizer.nlp.numbers.quantity_record import Quantity
from summarizer.nlp.numbers.units import WEIGHTS, unit_words_of
from summarizer.nlp.numbers.word_counts import BLOCK_OF
from summarizer.nlp.sentences.clauses import measure_label, named_measure, quote_clause, words_after

PRICE = "The price"
CLOSING = "When the deal is to close"
UNIT = "The unit"
VOTE = "How the vote went"
WEIGHT = "Weight"
STREET = "Where on the street"
ONE_PERSON = "one person"
TOLLS = {
    "dead": "People killed",
    "bodies found": "Bodies found",
    "injured": "People injured",
    "stabbed": "People stabbed",
    "sickened": "People who fell ill",
    "missing": "People missing",
    "homeless": "People made homeless",
    "displaced": "People driven from their homes",
    "arrested": "People arrested",
    "abducted": "People abducted",
    "rescued": "People rescued",
}
_GAP = "“… "
_TOLD_TWICE = re.compile(r"(?<![\w.,])\d[\d.,]*(?:\s|-)?[A-Za-z]+\s\($")  # "16 metres (52 ft)"
_NEAR = 40  # characters before a measure in brackets that can hold the same in another unit


class _Words(Words, section="discrepancies"):
    """Of the section "discrepancies" what tells what a figure is of: its file says what each is."""

    shares_behind: frozenset[str]
    plural: re.Pattern[str]


def label_toll(role: str, noun: str) -> str:
    """Return what a toll counts, of some people by their noun: "People killed", "Students killed".

    Args:
        role: What happened to those counted, with the unit behind it where it is of some: "dead", "dead student".
        noun: The noun as written.
    """
    if role in TOLLS:
        return TOLLS[role]
    return TOLLS[role.partition(" ")[0]].replace("People", noun.capitalize(), 1)


def label_age(owner: str) -> str:
    """Return the label of an age."""
    return f"Age of {owner}"


def _label_duration(activity: str) -> str:
    """Return the label of a duration by what took so long."""
    return f"How long the {activity} took"


def _label_count(noun: str) -> str:
    """Return the label of a count by the plural noun that is counted."""
    return f"How many {noun}"


def _label_order(noun: str) -> str:
    """Return the label of a place in an order."""
    return f"Which {noun}"


def label_danger(state: str) -> str:
    """Return the label of what happened to those in danger by the word that calls them so."""
    return f"What became of {'the' if state.endswith('s') else 'those'} {state}"


def label_participants(scene: str) -> str:
    """Return the label of who takes part, by the words around the names."""
    return f"Who is named in “{scene}”"


def label_act(clause: str) -> str:
    """Return the label of an act by a clause that tells it."""
    return f"Whether “{clause}”"


def label_denial(clause: str) -> str:
    """Return the label of an act by a clause that denies it."""
    return f"Whether or not: “{clause}”"


def label_first(what: str, *, is_since: bool) -> str:
    """Return the label of what is the first since a time, or the first or second to do something."""
    return f"“first {what} since …”" if is_since else f"“the … {what}”"


def topic_of(text: str, quantity: Quantity, language: str | None = "en") -> str | None:
    """Return a phrase for what a quantity is of; None where the words beside it do not tell.

    Args:
        text: The sentence.
        quantity: Where it stands, and what kind it is.
        language: The code of its language.
    """
    if quantity.unit == "duration" and quantity.role:
        return _label_duration(quantity.role)
    if quantity.owner:
        return label_age(quantity.owner)
    if quantity.role == "vote":
        return VOTE
    measure = named_measure(text, quantity.start, language)
    if measure:
        return measure.capitalize()
    first, last = quantity.start, quantity.end
    told_twice = _TOLD_TWICE.search(text, max(0, first - _NEAR), first) if text.startswith(")", last) else None
    start, end = (told_twice.start(), last + 1) if told_twice else (first, last)
    clause = quote_clause(text, start, end, language)
    noun = _noun_of(text, quantity, language)
    if clause and noun and clause.startswith(_GAP):
        return f"{_label_count(noun)} “{clause.removeprefix(_GAP)}"
    return clause


def plain_topic(text: str, quantity: Quantity, language: str | None = "en") -> str | None:
    """Return what a quantity measures or counts, in our words: "Weight", "How many counts"; None where that is no word.

    For what stands in no clause that can be quoted.
    """
    unit, units, words = quantity.unit, unit_words_of(language), _Words.find(language)
    if unit in WEIGHTS and units and any(word.startswith((*units.weighing,)) for word in text.casefold().split()):
        return WEIGHT
    if unit.startswith(BLOCK_OF):
        return STREET
    if unit.endswith(" in order"):
        return _label_order(unit.removesuffix(" in order"))
    noun = _noun_of(text, quantity, language)
    label = measure_label(unit) or (_label_count(noun) if noun else None)
    following = words_after(text, quantity.end, language)
    is_shared_out = words is not None and following.split(" ")[0] in words.shares_behind
    return f"{label} “{following}”" if label and is_shared_out else label


def _noun_of(text: str, quantity: Quantity, language: str | None) -> str | None:
    """The plural noun that a quantity counts, as written."""
    words = _Words.find(language)
    noun = words.plural.search(text, quantity.start, quantity.end) if words and quantity.is_count else None
    return noun["noun"] if noun else None
