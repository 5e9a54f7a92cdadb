"""Quantities told in words: one person, nobody, how a vote went, where on a street."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summarizer.languages.data_sections import find_section
from summarizer.languages.word_records import Words
from summarizer.nlp.facts.casualties import fate_near, fate_of_nobody
from summarizer.nlp.numbers.numerals import figure_of
from summarizer.nlp.numbers.quantity_record import Quantity
from summarizer.nlp.numbers.units import UnitWords, unit_of_noun, unit_words_of

BLOCK_OF = "block of "  # how the unit of a number begins that tells where on a street


class _Words(Words):
    """How a language counts in words, by the keys of its section "quantities", its code and its units."""

    language: str
    units: UnitWords
    nobody_clues: tuple[str, ...]
    nobody: re.Pattern[str]
    until_now: re.Pattern[str]
    one_clues: tuple[str, ...]
    one_person: re.Pattern[str]
    block_clues: tuple[str, ...]
    block: re.Pattern[str]
    vote_clues: tuple[str, ...]
    vote_sides: re.Pattern[str]
    vote_side: re.Pattern[str]


@cache
def _words_of(language: str) -> _Words | None:
    section, units = find_section(language, "quantities"), unit_words_of(language)
    return section.fill(_Words, language=language, units=units) if section and units else None


def find_word_counts(text: str, language: str) -> Iterator[Quantity]:
    """Find the quantities of a text that no plain number tells by itself, in no order."""
    words = _words_of(language)
    if words:
        yield from _nobody(text, words)
        yield from _one_person(text, words)
        yield from _votes(text, words)
        yield from _blocks(text, words)


def _holds(text: str, clues: tuple[str, ...]) -> bool:
    return any(map(text.__contains__, clues))


def _nobody(text: str, words: _Words) -> Iterator[Quantity]:
    """Nobody to whom something happened; what is so for now only does not count."""
    for match in words.nobody.finditer(text) if _holds(text, words.nobody_clues) else ():
        is_for_now = words.until_now.search(text, match.end())
        fate = None if is_for_now else fate_of_nobody(text, match.start(), match.end(), words.language)
        if fate:
            unit = unit_of_noun(match["noun"], words.units) if match["noun"] else "people"
            yield Quantity(start=match.start(), end=match.end(), low=0.0, high=0.0, unit=unit, role=fate, is_count=True)


def _one_person(text: str, words: _Words) -> Iterator[Quantity]:
    """One person to whom something happened: "one" is a pronoun far more often than a number."""
    for match in words.one_person.finditer(text) if _holds(text, words.one_clues) else ():
        fate = fate_near(text, match.start(), match.end(), words.language)
        if fate:
            yield Quantity(
                start=match.start(), end=match.end(), low=1.0, high=1.0, unit="people", role=fate, is_count=True
            )


def _blocks(text: str, words: _Words) -> Iterator[Quantity]:
    """Where on a street: "the 3300 block of West Florence Avenue"."""
    for match in words.block.finditer(text) if _holds(text, words.block_clues) else ():
        value, street = float(match["number"]), " ".join(match["street"].casefold().split())
        yield Quantity(start=match.start(), end=match.end(), low=value, high=value, unit=f"{BLOCK_OF}{street}")


def _votes(text: str, words: _Words) -> Iterator[Quantity]:
    """How many were on the greater side of a vote: "voted 7-1" and "one of the eight members voted" both make it 7."""
    if not _holds(text, words.vote_clues):
        return
    for match in words.vote_sides.finditer(text):
        sides = float(match["yes"] or match["for"]), float(match["no"] or match["against"])
        yield _vote(match, max(sides), sum(sides))
    for match in words.vote_side.finditer(text):
        part, whole = (float(figure_of(match[name].casefold(), words.language) or 0) for name in ("part", "whole"))
        if 0 < part < whole:
            yield _vote(match, max(part, whole - part), whole)


def _vote(match: re.Match[str], most: float, whole: float) -> Quantity:
    return Quantity(start=match.start(), end=match.end(), low=most, high=most, unit=f"votes of {whole:g}", role="vote")
