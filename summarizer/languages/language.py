"""The record of a language, filled from its data file: words that negate, hedge, count, measure and name days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from summarizer.languages.data_files import load_file, load_present_file
from summarizer.languages.installed_languages import bring_installed

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The words of a language, casefolded, as `words_of` gives them; a phrase is a tuple of such tokens.

    Attributes:
        language: The code of the language.
        has_clause_negation: Whether a denial reaches the whole clause, on both sides of it.
        negations: What denies: words, and phrases of up to three.
        not_negations: Phrases that hold a negation and deny nothing ("no less than"). The longest phrase decides.
        openness: What says that something may or will be ("might", "expected to", "if").
        not_openness: Phrases that hold such a word and leave nothing open ("could have").
        future: What says that something will be ("will", "going to"): told as a fact by one, left open by another.
        conditions: What makes the clause beside its own depend on it ("if").
        conditional_endings: How verbs end that tell what would be ("-rait").
        future_endings: How verbs end that tell what will be ("-ra").
        elided: Openings of words that stand for a word ("n'" for "ne").
        cases: Articles of a subject, each with that of an object ("der" and "den").
        quantifiers: What says how many of a whole ("all", "half").
        restricting: Quantifiers that say that it is not all, which count without a number as well.
        not_quantifiers: Phrases that hold such a word and count nothing: most hold a superlative ("most recent", "the
            most").
        months: Names of months and their abbreviations, 1 to 12.
        weekdays: Names of weekdays and their abbreviations, Monday is 0.
        has_long_weekdays: Whether any of them has two words ("segunda-feira").
        ambiguous: Names of months and weekdays that are other words as well ("may", "march").
        units: Units of money, measure and time, one name for all forms of one; "%" is no "percentage point".
        roles: What became of those counted ("killed" and "bodies" tell of the dead).
        opposites: Pairs of groups; each word of one group says the opposite of each word of the other.
        titles: Titles of persons, each with one name for all its forms.
        connectives: Words that open a clause.
        agents: Words before whoever does what a passive tells ("by").
        directions: Words for "from", "to", "by", "before", "after" and "because".
        bounds: What says that a number is a least ("over") or a most ("under").
        number_sign: What stands before digits for "number" and is a denial elsewhere ("No. 5"); "" where nothing does.
    """

    language: str
    has_clause_negation: bool
    negations: frozenset[Phrase]
    not_negations: frozenset[Phrase]
    openness: frozenset[Phrase]
    not_openness: frozenset[Phrase]
    future: frozenset[Phrase]
    conditions: frozenset[Phrase]
    conditional_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    elided: Mapping[str, str]
    cases: Mapping[str, str]
    quantifiers: frozenset[Phrase]
    restricting: frozenset[str]
    not_quantifiers: frozenset[Phrase]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    has_long_weekdays: bool
    ambiguous: frozenset[str]
    units: Mapping[Phrase, str]
    roles: Mapping[Phrase, str]
    opposites: tuple[tuple[frozenset[str], frozenset[str]], ...]
    titles: Mapping[Phrase, str]
    connectives: frozenset[str]
    agents: frozenset[str]
    directions: Mapping[str, str]
    bounds: Mapping[Phrase, str]
    number_sign: str


@cache
def find_language(language: str) -> Language | None:
    """Return the tables of a language; None where there are none, and for what is no code of two or three letters."""
    held = load_table(language)
    if held is None:
        return None
    words = held["words"]
    return Language(
        language=language,
        has_clause_negation=held["has_clause_negation"],
        negations=_phrases(held["negations"]),
        not_negations=_phrases(held["not_negations"]),
        openness=_phrases(held["openness"]),
        not_openness=_phrases(held["not_openness"]),
        future=_phrases(held["future"]),
        conditions=_phrases(held["conditions"]),
        conditional_endings=tuple(held["conditional_endings"].split()),
        future_endings=tuple(held.get("future_endings", "").split()),
        elided=MappingProxyType(_mapped(held["elided"])),
        cases=MappingProxyType(_mapped(held["cases"])),
        quantifiers=_phrases(held["quantifiers"]),
        restricting=frozenset(map(" ".join, _phrases(held["restricting"]))),
        not_quantifiers=_phrases(held["not_quantifiers"]),
        months=_numbered(held["months"]),
        weekdays=_numbered(held["weekdays"]),
        has_long_weekdays=any("_" in day for text in held["weekdays"].values() for day in text.split()),
        ambiguous=frozenset(_words(words["ambiguous"])),
        units=MappingProxyType({tuple(entry.split("_")): name for entry, name in _named(words["units"])}),
        roles=MappingProxyType({tuple(entry.split("_")): name for entry, name in _named(words["roles"])}),
        opposites=_groups(words["opposites"]),
        titles=MappingProxyType({tuple(entry.split("_")): name for entry, name in _named(words["titles"])}),
        connectives=frozenset(_words(held["connectives"])),
        agents=frozenset(_words(words["agents"])),
        directions=MappingProxyType(dict(_named(words["directions"]))),
        bounds=MappingProxyType({tuple(entry.split("_")): name for entry, name in _named(words["bounds"])}),
        number_sign=held["number_sign"],
    )


@cache
def has_tables(language: str) -> bool:
    """Tell whether a language has tables: some have sections of other matters only."""
    return load_table(language) is not None


@cache
def load_table(language: str) -> Mapping[str, Any] | None:
    """Return what the file of a language holds; None for a language without tables, and for what is no code of one."""
    bring_installed(language)
    held = load_file(language)
    return held if "negations" in held else None


@cache
def load_present_table(language: str) -> Mapping[str, Any] | None:
    """Return the same of our languages and of registered ones, and look at no package."""
    held = load_present_file(language)
    return held if "negations" in held else None


def _words(text: str) -> Iterator[str]:
    """The entries of a text, casefolded, each with an apostrophe in both its forms."""
    for entry in text.casefold().split():
        yield entry
        if "'" in entry:
            yield entry.replace("'", "’")


def _phrases(text: str) -> frozenset[Phrase]:
    return frozenset(tuple(entry.split("_")) for entry in _words(text))


def _numbered(table: Mapping[str, str]) -> Mapping[str, int]:
    return MappingProxyType({entry: int(number) for number, text in table.items() for entry in _words(text)})


def _named(text: str) -> Iterable[tuple[str, str]]:
    """Each entry of lines of the form "name: entries", with its name."""
    for line in filter(None, text.splitlines()):
        name, _, entries = line.partition(": ")
        for entry in _words(entries):
            yield entry, name


def _mapped(text: str) -> dict[str, str]:
    """What stands before and behind the sign of each entry "a=b"."""
    return {one: other for one, _, other in (entry.partition("=") for entry in _words(text))}


def _groups(text: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    sides = (line.split("|") for line in filter(None, text.splitlines()))
    return tuple((frozenset(_words(one)), frozenset(_words(other))) for one, other in sides)
