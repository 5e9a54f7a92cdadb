"""Synonyms and antonyms of words, from the tables of a language and, for English, from WordNet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from summarizer.languages.data_sections import Section, find_section
from summarizer.languages.language import find_language
from summarizer.nlp.names.person_names import fold
from summarizer.nlp.numbers.numerals import figure_of
from summarizer.nlp.tokens import stem

_SHORTEST = 3  # letters of a lemma that endings are taken from
_Endings = tuple[tuple[str, str], ...]  # endings of words, and what stands there in the lemma


class _Antonyms(NamedTuple):
    """The lemmas that a language's data say are antonyms, and how its words end."""

    pairs: frozenset[str]  # two lemmas each, in the order of the alphabet
    known: frozenset[str]
    forms: _Endings
    degrees: tuple[_Endings, ...]
    vowels: frozenset[str]
    undoubled: frozenset[str]  # endings before which a consonant is doubled


class _Meanings(NamedTuple):
    """What words of a language mean in news."""

    exchanged: Mapping[str, str]  # the word that stands for all that reports exchange for one another
    stems: Mapping[str, str]  # the same by stem, where a word of the table stands for all its forms
    states: Mapping[str, str]
    beside: frozenset[str]
    phrases: Mapping[str, tuple[Phrase, ...]]  # by their first word, the longest first
    binding: frozenset[str]
    participle: re.Pattern[str] | None  # what finds the prefix of a participle, and what stands before and behind it


class Phrase(NamedTuple):
    """Several words that have one meaning together.

    Attributes:
        words: The words.
        meaning: What they mean.
        is_parted: Whether others may stand before the last of them, which then ends the clause ("nahm … fest").
    """

    words: tuple[str, ...]
    meaning: str
    is_parted: bool


@lru_cache(maxsize=16384)
def are_opposite(first: str, second: str, language: str) -> bool:
    """Tell whether two words say opposites.

    The groups of the language's tables list every form of theirs. Antonyms (WordNet's pairs, for English) are lemmas:
    they hold for the words as they are, and for their inflected forms where the lemma that an ending leaves is in the
    table. A prefix alone ("un-", "il-") makes no opposite: such pairs are in the table or nowhere.

    Args:
        first: A word, casefolded.
        second: Another.
        language: Code of their language; words of one without tables are no opposites.
    """
    if first == second:
        return False
    if second in opposites_by_word(language).get(first, ()):
        return True
    antonyms = _antonyms_of(language)
    if antonyms is None:
        return False
    return any(
        f"{min(one, other)} {max(one, other)}" in antonyms.pairs
        for ours, theirs in zip(_lemmas_of(first, language), _lemmas_of(second, language), strict=True)
        for one in ours
        for other in theirs
    )


@lru_cache(maxsize=16384)
def has_opposites(word: str, language: str) -> bool:
    """Tell whether a word has an opposite at all; most have none."""
    return word in opposites_by_word(language) or any(_lemmas_of(word, language))


@cache
def opposites_by_word(language: str) -> Mapping[str, frozenset[str]]:
    """Return for each word of the groups in a language's tables all words that they set against it."""
    tables = find_language(language)
    found: dict[str, set[str]] = {}
    for sides in tables.opposites if tables else ():
        for ours, theirs in (sides, sides[::-1]):
            for word in ours:
                found.setdefault(word, set()).update(theirs)
    return MappingProxyType({word: frozenset(others) for word, others in found.items()})


@cache
def _antonyms_of(language: str) -> _Antonyms | None:
    section = find_section(language, "antonyms")
    if section is None:
        return None
    pairs = section.text("pairs")
    return _Antonyms(
        pairs=frozenset(pairs.split("\n")),
        known=frozenset(pairs.split()),
        forms=tuple(_parted(section.text("forms"))),
        degrees=tuple(tuple(_parted(line)) for line in section.text("degrees").split("\n") if line),
        vowels=frozenset(section.text("vowels")),
        undoubled=section.words("undoubled"),
    )


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """The two sides of each entry "one=other" of a text."""
    for entry in text.split():
        one, _, other = entry.partition("=")
        yield one, other


@lru_cache(maxsize=16384)
def _lemmas_of(word: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The lemmas in the table that a word may be a form of: as any form, as a comparative, as a superlative."""
    antonyms = _antonyms_of(language)
    if antonyms is None:
        return ()
    kinds = (antonyms.forms, *antonyms.degrees)
    any_form, *degrees = (
        tuple(lemma for lemma in _without(word, endings, antonyms) if lemma in antonyms.known) for endings in kinds
    )
    return ((word, *any_form) if word in antonyms.known else any_form, *degrees)


def _without(word: str, endings: _Endings, antonyms: _Antonyms) -> Iterator[str]:
    """What a word may be without its ending: "stopped" is "stop" as well as "stopp"."""
    for ending, instead in endings:
        lemma = word.removesuffix(ending) + instead
        if not word.endswith(ending) or len(lemma) < _SHORTEST:
            continue
        yield lemma
        if lemma[-1] == lemma[-2] and lemma[-1] not in antonyms.vowels and not instead and ending in antonyms.undoubled:
            yield lemma[:-1]


@cache
def _meanings_of(language: str) -> _Meanings | None:
    section = find_section(language, "synonyms")
    if section is None:
        return None
    lines = [line.split() for line in section.text("exchanged").casefold().split("\n") if line]
    exchanged = {word: line[0] for line in lines for word in line}
    stems = dict(zip(stem([*exchanged], language), exchanged.values(), strict=True))
    return _Meanings(
        exchanged=MappingProxyType(exchanged),
        stems=MappingProxyType(stems if section.values.get("by_stem") else {}),
        states=MappingProxyType(dict(_parted(section.text("states")))),
        beside=frozenset(map(str.casefold, section.words("beside"))),
        phrases=_phrases_of(section),
        participle=section.pattern("participle") if "participle" in section.values.get("patterns", {}) else None,
        binding=section.words("binding") if "binding" in section.values else frozenset(),
    )


def _phrases_of(section: Section) -> Mapping[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for key in ("phrased", "parted"):
        for words, meaning in section.named(key).items() if key in section.values else ():
            phrase = Phrase(
                words=tuple(words.casefold().split()), meaning=meaning.casefold(), is_parted=key == "parted"
            )
            found.setdefault(phrase.words[0], []).append(phrase)
    return MappingProxyType(
        {first: tuple(sorted(own, key=lambda one: -len(one.words))) for first, own in found.items()}
    )


def phrases_of(language: str) -> Mapping[str, tuple[Phrase, ...]]:
    """Return the phrases of a language that have one meaning, by their first word."""
    meanings = _meanings_of(language)
    return meanings.phrases if meanings else MappingProxyType({})


def binding_words(language: str) -> frozenset[str]:
    """Return prepositions behind which a noun is neither who does something nor to whom it is done."""
    meanings = _meanings_of(language)
    return meanings.binding if meanings else frozenset()


def knows_synonyms(language: str | None) -> bool:
    """Tell whether a language has a table of words that reports exchange for one another."""
    return find_section(language, "synonyms") is not None


def state_of(word: str, language: str) -> str | None:
    """Return the state whose name a word cuts short ("mass" for Massachusetts is no such word); None for none."""
    meanings = _meanings_of(language)
    return meanings.states.get(word) if meanings else None


@lru_cache(maxsize=1024)
def words_meaning(meaning: str, language: str = "en") -> frozenset[str]:
    """Return the words of a language that have a meaning, where reports exchange several for one another."""
    meanings = _meanings_of(language)
    return frozenset(word for word, own in meanings.exchanged.items() if own == meaning) if meanings else frozenset()


@cache
def words_with_meaning(language: str) -> frozenset[str]:
    """Return the words that mean something even where the list of stop words holds them; none in English.

    >>> "uomo" in words_with_meaning("it"), words_with_meaning("en")
    (True, frozenset())
    """
    meanings = _meanings_of(language)
    return frozenset(meanings.exchanged) if meanings and meanings.stems else frozenset()


@lru_cache(maxsize=16384)
def meaning_of(word: str, term: str, language: str = "en") -> str:
    """Return what a word means; "" where it carries no topic, or only says that somebody says it.

    Words that reports exchange for one another have one meaning, in some languages in all their forms (`by_stem`);
    number words are numbers; any other word means its stem, accents apart.
    """
    meanings = _meanings_of(language)
    if not term:
        return meanings.exchanged[word] if meanings and word in words_with_meaning(language) else ""
    plain = term if term.isascii() else fold(term)
    if meanings is None:
        return plain
    if word in meanings.states:
        return stem([meanings.states[word]], language)[0]
    if word in meanings.beside:
        return ""
    return (
        meanings.exchanged.get(word)
        or meanings.stems.get(term)
        or figure_of(word, language)
        or _plain_form(word, language, meanings)
        or plain
    )


def _plain_form(word: str, language: str, meanings: _Meanings) -> str | None:
    """What a participle means without its prefix: "geehrt" means what "ehrte" means."""
    match = meanings.participle.fullmatch(word) if meanings.participle else None
    return fold(stem(["".join(filter(None, match.groups()))], language)[0]) if match else None
