"""How reports capitalize their words, which tells names from common words."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from summarizer.languages.data_sections import find_section
from summarizer.nlp.names.places import governments_of, plain_name
from summarizer.nlp.numbers.numerals import words_for_numbers
from summarizer.nlp.tokens import is_in_capitals

# The capital comes first: a search passes over all other letters fast.
_CAPITALIZED = re.compile(r"[A-Z](?<!\w.)(?:\.(?:[A-Z]\.)+|[\w’'-]*)")
_SMALL = re.compile(r"\b[^\W\d_A-Z][^\W\d_]*\b")
_LARGE = re.compile(r"[A-Z](?<=[a-z0-9,;] .)[\w’'.-]*\w")


class _Words(NamedTuple):
    """What a language writes with a capital letter, by its section "word_forms"."""

    not_names: frozenset[str]
    initials: tuple[tuple[str, str], ...]
    clues: frozenset[str]  # one stands in whatever holds a name of which the initials are known


_NONE = _Words(not_names=frozenset(), initials=(), clues=frozenset())


@cache
def _words_of(language: str | None) -> _Words:
    section, calendar = find_section(language, "word_forms"), find_section(language, "calendar")
    if language is None or section is None or calendar is None:
        return _NONE
    days = {day.casefold() for kind in ("weekdays", "months") for day in calendar.listed(kind)}
    initials = section.named("initials")
    return _Words(
        not_names=section.words("not_names") | days | words_for_numbers(language),
        initials=tuple(initials.items()),
        clues=frozenset(name.partition(" ")[0] for name in initials),
    )


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that texts write in small letters somewhere: capitalized, they are no names."""
    words = {word for text in texts for word in text.split()}
    plain = {word for word in words if word.islower() and word.isalpha()}  # most, and found faster than by a search
    return frozenset(plain).union(_SMALL.findall(" ".join(words - plain)))


def names_in(text: str, common: Container[str], language: str | None) -> frozenset[str]:
    """Return the names of a text: its capitalized words that are not common, governments under one name each."""
    if is_in_capitals(text):
        return frozenset()
    own, governments = _words_of(language), governments_of(language)
    if any(map(text.__contains__, own.clues)):
        for name, initials in own.initials:
            text = re.sub(rf"\b{re.escape(name)}\b", initials, text)
    words = map(plain_name, set(_CAPITALIZED.findall(text)))
    return frozenset(
        governments.get(word, word)
        for word in words
        if word in governments or not (word in common or word in own.not_names or len(word) < 2)
    )


class WordForms(NamedTuple):
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
