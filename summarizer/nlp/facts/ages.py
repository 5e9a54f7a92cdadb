"""Ages, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from summarizer.languages.word_records import Words
from summarizer.nlp.names.person_words import gender_of

_OWNER_LENGTH = 4 * 43  # characters that a name takes at most
LONGEST_AGE = 24  # characters of a sentence that tells an age and no more
# After a name, a number between commas is an age ("Gambo, 46, denies").
_BESIDE = re.compile(r"\d(?:(?<=[^\W\d_],\s\d)|(?<=[^\W\d_],\d))\d?(?=[,;]\s|\.$)")
_BEFORE_NAME = 12  # characters that can hold the words before a name that tell what it is


class _Words(Words, section="ages"):
    """What a language says of ages, by the keys of its section "ages", and its code."""

    language: str
    deaths: tuple[str, ...]
    told_clues: tuple[str, ...]
    pronouns: frozenset[str]
    owner: re.Pattern[str]
    told_of: re.Pattern[str]
    at_place: re.Pattern[str]
    was: re.Pattern[str]
    group: re.Pattern[str]
    death: re.Pattern[str]


class Age(NamedTuple):
    """An age where it stands, whose it is, and whether time does not change it: the dead grow no older."""

    start: int
    end: int
    value: float
    owner: str
    is_last: bool = False


def find_ages(text: str, language: str | None) -> Iterator[Age]:
    """Find the ages of a sentence that stand beside a name, or are those of somebody who died."""
    words = _Words.find(language)
    if words is None:
        return
    for match in _BESIDE.finditer(text):
        owner = words.owner.search(text, max(0, match.start() - _OWNER_LENGTH), match.start())
        if owner:
            yield Age(start=match.start(), end=match.end(), value=float(match.group()), owner=owner["name"])
    for match in words.told_of.finditer(text) if any(map(text.__contains__, words.told_clues)) else ():
        start, end = match.span("age" if match["age"] else "compound")
        if not _is_place(text, match, words):
            yield Age(start=start, end=end, value=float(text[start:end]), owner=match["name"])
    for match in _deaths_in(text, words):
        kind = "age" if match["age"] else "bare"
        if match[kind]:
            start, end = match.span(kind)
            yield Age(start=start, end=end, value=float(match[kind]), owner=match["name"], is_last=True)


def _is_place(text: str, match: re.Match[str], words: _Words) -> bool:
    """Whether the name before an age is that of a place: a preposition stands before it, or as its first word."""
    first, _, rest = match["name"].partition(" ")
    start = match.start("name")
    before = f"{first} " if rest else text[max(0, start - _BEFORE_NAME) : start]
    return bool(words.at_place.search(before) or words.at_place.search(text[max(0, start - _BEFORE_NAME) : start]))


def find_age_of_dead(text: str, before: Iterable[str], language: str | None) -> Age | None:
    """Return the age in "He was 35." or "Brand was 35.", where the report says before who died.

    Args:
        text: A sentence.
        before: The sentences of its report before it, the nearest first: that one tells whom a pronoun means, any of
            them that somebody of the name died.
        language: The code of their language.
    """
    words = _Words.find(language)
    match = words.was.match(text) if words and len(text) <= LONGEST_AGE else None
    if words is None or match is None:
        return None
    who, told = match["who"], [*before]
    if who in words.pronouns:
        dead = (
            next((one for one in _deaths_in(told[0], words) if _is_meant(who.lower(), one, words)), None)
            if told
            else None
        )
    else:
        dead = next((one for sentence in told for one in _deaths_in(sentence, words) if who in one["name"]), None)
    if dead is None:
        return None
    start, end = match.span("age")
    return Age(start=start, end=end, value=float(match["age"]), owner=dead["name"], is_last=True)


def _is_meant(pronoun: str, dead: re.Match[str], words: _Words) -> bool:
    """Whether a pronoun can be the one who died: whom the sentence is about, behind its dateline, and of that sex."""
    is_subject = not dead.string[: dead.start()].rpartition("—")[2].strip()
    return is_subject and gender_of(dead["name"].split()[0], words.language) in (None, pronoun)


def _deaths_in(text: str, words: _Words) -> Iterator[re.Match[str]]:
    """Where a sentence says who died, with the age behind it where it is told."""
    for match in words.death.finditer(text) if any(map(text.__contains__, words.deaths)) else ():
        if not words.group.search(text, max(0, match.start() - _BEFORE_NAME), match.start()):
            yield match
