"""Places: countries with their people and capitals, and places and days as phrases of a sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from summarizer.languages.data_sections import find_section
from summarizer.languages.word_records import Words


@cache
def governments_of(language: str | None) -> Mapping[str, str]:
    """Return each name that news uses for a government, with the one that it is compared by."""
    section = find_section(language, "governments")
    return MappingProxyType(section.named("names") if section else {})


def is_government(word: str, language: str | None) -> bool:
    """Tell whether a word names a country, its people or its capital."""
    return plain_name(word) in governments_of(language)


@lru_cache(maxsize=8192)
def government_of(word: str, language: str | None) -> str:
    """Return the one name of the government that a word stands for; the word itself, plain, where for none."""
    plain = plain_name(word)
    return governments_of(language).get(plain, plain)


@lru_cache(maxsize=8192)
def plain_name(word: str) -> str:
    """Return a name in small letters without accents, a possessive ending and the stops of an abbreviation."""
    word = word.replace(".", "") if word.count(".") > 1 else word
    if not word.isascii():
        word = "".join(mark for mark in unicodedata.normalize("NFKD", word) if not unicodedata.combining(mark))
    return (word[:-2] if word.endswith(("'s", "’s")) else word).casefold()


class _Words(Words, section="places"):
    """The section "places" of a language: its file says what each is."""

    countries: frozenset[str]
    states: Mapping[str, str]
    in_days: tuple[str, ...]
    possessives: tuple[str, ...]
    place: re.Pattern[str]
    day: re.Pattern[str]
    calendar: frozenset[str]


@cache
def _words_of(language: str | None) -> _Words:
    return _Words.read(language, calendar=names_of_calendar(language))


@cache
def names_of_calendar(language: str | None) -> frozenset[str]:
    """Return the names of weekdays and months, casefolded."""
    calendar = find_section(language, "calendar")
    names = calendar.listed("weekdays") + calendar.listed("months") if calendar else ()
    return frozenset(map(str.casefold, names))


class Phrase(NamedTuple):
    """A place or a day in a sentence.

    Attributes:
        start, end: Where the phrase stands, the word that binds it included.
        bind: That word ("over", "in"); for days what kind of day ("weekday", "day", "year").
        value: What it names, plain: "us" for the United States and for US airspace.
        is_state: Whether it is a country by name, people or capital.
    """

    start: int
    end: int
    kind: Literal["place", "date"]
    bind: str
    value: str
    is_state: bool = False


def find_places(text: str, common: Container[str], language: str | None) -> Iterator[Phrase]:
    """Find the places of a text that a preposition binds, in order; whether they are places its reader must judge."""
    known = _words_of(language)
    for match in known.place.finditer(text):
        name = match["place"]
        name = name[:-2] if name.endswith(known.possessives) else name
        words = name.split()
        first, folded = words[0], name.casefold()
        if first.casefold() in known.calendar or (first.casefold() in common and len(words) == 1):
            continue
        governs = is_government(first, language)
        yield Phrase(
            start=match.start(),
            end=match.end(),
            kind="place",
            bind=match["bind"],
            value=known.states.get(folded) or (government_of(first, language) if governs else folded),
            is_state=folded in known.states or (len(words) == 1 and (governs or folded in known.countries)),
        )


def find_day_phrases(text: str, language: str | None) -> Iterator[Phrase]:
    """Find the weekdays, days of a month and years of a text, in order."""
    known = _words_of(language)
    if not any(map(text.__contains__, known.in_days)):
        return
    for match in known.day.finditer(text):
        if match["weekday"]:
            bind, value = "weekday", match["weekday"].casefold()
        elif match["year"]:
            bind, value = "year", match["year"]
        else:
            bind = "day"
            value = f"{(match['month'] or match['month2'])[:3].casefold()} {int(match['number'] or match['number2'])}"
        yield Phrase(start=match.start(), end=match.end(), kind="date", bind=bind, value=value)
