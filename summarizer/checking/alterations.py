"""What a sentence changes of a passage that it repeats all but word for word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from summarizer.nlp.lexical_relations import are_opposite
from summarizer.nlp.numbers.figures import Figure
from summarizer.statements.contradiction.names_and_words import is_variant
from summarizer.statements.token_rows import Row

AlterationKind = Literal["number", "date", "name", "denial", "opposite", "word", "added"]

_REPEATED = 0.6  # share of a sentence's words that a passage has in their order where others are added to them
_EXCHANGED = 0.7  # the same where others stand in place of some
_SURELY = 0.75  # the same where what it changes is said to contradict it
_WORD_FOR_WORD = 0.9  # the same where other words make another statement: what is told anew changes more
_SHORTENED = 3  # letters of a first name cut short
_LOCAL = 6  # words on each side of such a change: what is longer says something else
_MOST = 300  # words of a sentence that is compared: more is none that somebody repeated
_FEWEST = 5  # words of a sentence that can be told to repeat another
_REASONS: dict[AlterationKind, str] = {
    "number": "numbers differ",
    "date": "days differ",
    "name": "names differ",
    "denial": "one denies it",
    "opposite": "opposites",
    "word": "other words",
    "added": "not in the passage",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteration:
    """Words of a sentence that stand in place of others of a passage.

    Attributes:
        kind: What they are; "added" where nothing of the passage stands in their place.
        words: The places of the sentence's words, from the first up to and without the end.
        others: The places of the passage's words likewise; None where there are none.
        is_sure: Whether the sentence repeats so much of the passage that the two tell of the same.
        is_exact: Whether it repeats so much that every other word is a change of what is told.
    """

    kind: AlterationKind
    words: tuple[int, int]
    others: tuple[int, int] | None
    is_sure: bool = True
    is_exact: bool = True

    @property
    def is_local(self) -> bool:
        """Whether few words stand on either side."""
        return all(end - start <= _LOCAL for start, end in (self.words, self.others or (0, 0)))

    @property
    def reason(self) -> str:
        """The same in plain words."""
        return _REASONS[self.kind]

    @property
    def is_contradiction(self) -> bool:
        """Whether the passage says otherwise."""
        return self.is_sure and self.kind not in ("word", "added")


def repeats(point: Row, passage: Row) -> float:
    """Return the share of a sentence's words that a passage has in their order.

    It is 0 where no order could make it large enough for the sentence to repeat the passage, and for very short and
    very long sentences.
    """
    words = point.sentence.tokens
    if not _FEWEST <= len(words) <= _MOST:
        return 0.0
    if (Counter(words) & Counter(passage.sentence.tokens)).total() < _REPEATED * len(words):
        return 0.0
    return sum(block.size for block in _match(point, passage).get_matching_blocks()) / len(words)


def find_alterations(point: Row, passage: Row) -> list[Alteration]:
    """Find what a sentence changes of a passage that it repeats.

    Args:
        point: The sentence.
        passage: A sentence of a report.

    Returns:
        The changes of content, in order; empty where the sentence does not repeat most of the passage's words.
    """
    share = repeats(point, passage)
    if share < _REPEATED:
        return []
    found = []
    for operation, a, b, c, d in _match(point, passage).get_opcodes():
        kind = None if operation == "equal" else _kind_of(point, passage, range(a, b), range(c, d))
        if kind == "added" or (kind and share >= _EXCHANGED):
            found.append(Alteration(kind=kind, words=(a, b), others=(c, d) if c < d else None))
    return [replace(one, is_sure=share >= _SURELY and one.is_local, is_exact=share >= _WORD_FOR_WORD) for one in found]


def _match(point: Row, passage: Row) -> SequenceMatcher[str]:
    return SequenceMatcher(None, point.sentence.tokens, passage.sentence.tokens, autojunk=False)


def _kind_of(point: Row, passage: Row, mine: range, its: range) -> AlterationKind | None:
    """What stands in place of what; None where nothing of content does."""
    own = {point.said.meanings[at] for at in mine} - {""}
    is_one_word = len(mine) == len(its) == 1
    new = own - ({passage.said.meanings[its[0]]} if is_one_word else set(passage.said.meanings))
    if _denies(point, mine) != _denies(passage, its):
        return "denial" if mine or its else None
    if not mine:
        return None
    tokens, against = point.sentence.tokens, passage.sentence.tokens
    if _codes(tokens, mine) and _codes(against, its):
        return "number" if _codes(tokens, mine) != _codes(against, its) else None
    if _figures(point, mine) and _figures(passage, its):
        return "number" if not _agree(_figures(point, mine), _figures(passage, its)) else None
    if _days(point, mine) and _days(passage, its):
        return "date" if _days(point, mine) != _days(passage, its) else None
    if _names(point, mine) and _names(passage, its):
        return "name" if _is_other_name(point, passage, mine, its) else None
    if any(are_opposite(tokens[at], against[place], point.language) for at in mine for place in its):
        return "opposite"
    if not new and not _figures(point, mine):
        return None
    return "word" if its and any(passage.said.meanings[at] for at in its) else "added"


def _denies(row: Row, places: range) -> bool:
    return any(cue in places for cue, _ in row.said.denials)


def _figures(row: Row, places: range) -> Sequence[Figure]:
    return [one for one in row.said.figures if one.start < places.stop and places.start < one.end]


def _codes(tokens: Sequence[str], places: range) -> set[str]:
    """Words of letters and digits: "a330-200", "mh370"."""
    return {tokens[at] for at in places if re.search(r"[a-z]\d|\d-?[a-z]{1,2}-?\d", tokens[at])}


def _is_other_name(point: Row, passage: Row, mine: range, its: range) -> bool:
    """Whether a name of the sentence, which the passage does not have, stands in place of another name."""
    own = _names(point, mine) - set(passage.said.names.values())
    others = _names(passage, its)
    return bool(own and others) and not any(_is_form(one, other) for one in own for other in others)


def _is_form(one: str, other: str) -> bool:
    """Whether two names may be forms of one: spellings of it, or one cut short ("Jon", "Jonathan")."""
    shorter, longer = sorted((one, other), key=len)
    return is_variant(one, other) or (len(shorter) >= _SHORTENED and longer.startswith(shorter))


def _agree(own: Sequence[Figure], others: Sequence[Figure]) -> bool:
    return all(any(one.agrees(other) and one.unit == other.unit for other in others) for one in own)


def _days(row: Row, places: range) -> set[object]:
    return {day for at, day in row.said.days.items() if at in places}


def _names(row: Row, places: range) -> set[str]:
    return {name for at, name in row.said.names.items() if at in places}
