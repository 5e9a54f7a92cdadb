"""Quantities told in words: one person, nobody, how a vote went, where on a street."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.nlp.numbers.casualties import fate_near, fate_of_nobody
from summarizer.nlp.numbers.numerals import figure_of
from summarizer.nlp.numbers.quantity import Quantity
from summarizer.nlp.numbers.units import unit_of_noun

_SIDES = re.compile(
    r"\bvot(?:e|ed|es|ing)\s(?:(?!\d)\w+\s){0,3}?(?P<yes>\d{1,3})[-–](?P<no>\d{1,3})\b(?![-–.,]?\d)"
    r"|(?<![\w.,:/-])(?P<for>\d{1,3})[-–](?P<against>\d{1,3})\svote\b"
)
_SIDE = re.compile(
    r"\b(?P<part>[A-Za-z]+|\d{1,3})\sof\s(?:the\s)?(?:\w+['’]s\s)?(?P<whole>[a-z]+|\d{1,3})\s(?:\w+\s){1,6}?voted\b"
)
_ONE = re.compile(
    r"\b[Oo]ne\s(?:person|man|woman|child|boy|girl|soldier|officer|student|worker|passenger|victim|body|civilian)\b"
    r"(?!\s(?:of|who|in|from)\b)"
)
_NOBODY = re.compile(
    r"\b(?:[Nn]o one|[Nn]obody|[Nn]one of the (?P<noun>[a-z]{3,}s|men|women|children|people))\b"
    r"(?! (?:but|except|else)\b)"
)
_NOBODY_HINTS = ("o one", "obody ", "one of the ")
_UNTIL_NOW = re.compile(r"\b(?:yet|so far|until|immediately|initially)\b")
BLOCK_OF = "block of "  # how the unit of a number begins that tells where on a street
_BLOCK = re.compile(r"\b(?P<number>\d{2,5}) block of (?P<street>(?:[A-Z][\w.]*\s){0,3}[A-Z]\w+)")


def find_word_counts(text: str) -> Iterator[Quantity]:
    """Find the quantities of a text that no plain number tells by itself, in no order."""
    yield from _single(text)
    yield from _votes(text)
    yield from _blocks(text)


def _single(text: str) -> Iterator[Quantity]:
    """One person whom something befell, or nobody: "one" is a pronoun far more often than a number."""
    for match in _NOBODY.finditer(text) if any(map(text.__contains__, _NOBODY_HINTS)) else ():
        noun = match["noun"] or "people"
        fate = None if _UNTIL_NOW.search(text, match.end()) else fate_of_nobody(text, match.start(), match.end())
        if fate:
            unit = unit_of_noun(noun)
            yield Quantity(start=match.start(), end=match.end(), low=0.0, high=0.0, unit=unit, role=fate, is_count=True)
    if "ne " not in text:
        return
    for match in _ONE.finditer(text):
        fate = fate_near(text, match.start(), match.end())
        if fate:
            yield Quantity(
                start=match.start(), end=match.end(), low=1.0, high=1.0, unit="people", role=fate, is_count=True
            )


def _blocks(text: str) -> Iterator[Quantity]:
    """Where on a street: "the 3300 block of West Florence Avenue"."""
    for match in _BLOCK.finditer(text) if " block of " in text else ():
        value, street = float(match["number"]), " ".join(match["street"].casefold().split())
        yield Quantity(start=match.start(), end=match.end(), low=value, high=value, unit=f"{BLOCK_OF}{street}")


def _votes(text: str) -> Iterator[Quantity]:
    """How many were on the greater side of a vote: "voted 7-1" and "one of the eight members voted" both make it 7."""
    if "vote" not in text:
        return
    for match in _SIDES.finditer(text):
        sides = float(match["yes"] or match["for"]), float(match["no"] or match["against"])
        yield _vote(match, max(sides), sum(sides))
    for match in _SIDE.finditer(text):
        part, whole = (float(figure_of(match[name].casefold()) or 0) for name in ("part", "whole"))
        if 0 < part < whole:
            yield _vote(match, max(part, whole - part), whole)


def _vote(match: re.Match[str], most: float, whole: float) -> Quantity:
    return Quantity(start=match.start(), end=match.end(), low=most, high=most, unit=f"votes of {whole:g}", role="vote")
