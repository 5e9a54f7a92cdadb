"""How reports capitalize their words, which tells names from common words."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from summarizer.nlp.names.gazetteer import governments_of, plain_name
from summarizer.nlp.numbers.numerals import NUMBER_WORDS
from summarizer.nlp.tokens import is_in_capitals

_UNITED = re.compile(r"\bUnited (?:States|Nations|Kingdom)\b")
# The capital comes first: a search passes over all other letters fast.
_CAPITALIZED = re.compile(r"[A-Z](?<!\w.)(?:\.(?:[A-Z]\.)+|[\w’'-]*)")
_NO_NAMES = (
    frozenset(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
        " september october november december mr mrs ms dr sir president minister secretary senator general prof state"
        " states united all half most majority none only every".split()
    )
    | NUMBER_WORDS
)
_SMALL = re.compile(r"\b[^\W\d_A-Z][^\W\d_]*\b")
_LARGE = re.compile(r"[A-Z](?<=[a-z0-9,;] .)[\w’'.-]*\w")


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that texts write in small letters somewhere: capitalized, they are no names."""
    words = {word for text in texts for word in text.split()}
    plain = {word for word in words if word.islower() and word.isalpha()}  # most, and found faster than by a search
    return frozenset(plain).union(_SMALL.findall(" ".join(words - plain)))


def names_in(text: str, common: Container[str]) -> frozenset[str]:
    """Return the names of a text: its capitalized words that are not common, governments under one name each."""
    if is_in_capitals(text):
        return frozenset()
    if "United" in text:
        text = _UNITED.sub(lambda match: f"U{match.group().split()[1][0]}", text)
    governments = governments_of("en")
    words = map(plain_name, set(_CAPITALIZED.findall(text)))
    return frozenset(
        governments.get(word, word)
        for word in words
        if word in governments or (word not in common and word not in _NO_NAMES and len(word) > 1)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class WordForms:
    """How some reports write their words.

    Attributes:
        small: Words that they write in small letters somewhere: capitalized, they are no names.
        large: Words that they write large within a sentence, plain (`plain_name`).
    """

    small: frozenset[str]
    large: frozenset[str]


def read_forms(texts: Sequence[str]) -> WordForms:
    """Return how texts write their words."""
    large = set(_LARGE.findall("\n".join(texts)))
    return WordForms(small=common_words(texts), large=frozenset(map(plain_name, large)))
