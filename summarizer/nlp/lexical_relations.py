"""Synonyms and antonyms of words, from the tables of a language and, for English, from WordNet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from summarizer.languages.language import find_language, load_table, read_data
from summarizer.nlp.names.person_names import fold
from summarizer.nlp.numbers.numerals import figure_of
from summarizer.nlp.tokens import stem

# Endings of English words, and what stands there in the lemma. Forms of one verb or noun may be held against each
# other whatever their endings; a comparative only against another.
_FORMS = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
_DEGREES = {"er": (("ier", "y"), ("er", ""), ("er", "e")), "est": (("iest", "y"), ("est", ""), ("est", "e"))}
_SHORTEST = 3  # letters of a lemma that endings are taken from
_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=16384)
def are_opposite(first: str, second: str, language: str) -> bool:
    """Tell whether two words say opposites.

    The groups of the language's tables list every form of theirs. WordNet's English pairs are lemmas: they hold for the
    words as they are, and for their inflected forms where the lemma that an ending leaves is in the table. A prefix
    alone ("un-", "il-") makes no opposite: such pairs are in the table or nowhere.

    Args:
        first: A word, casefolded.
        second: Another.
        language: Code of their language; words of one without tables are no opposites.
    """
    if first == second:
        return False
    if second in opposites_by_word(language).get(first, ()):
        return True
    if language != "en":
        return False
    pairs = _pairs()
    return any(
        f"{min(one, other)} {max(one, other)}" in pairs
        for ours, theirs in zip(_lemmas_of(first), _lemmas_of(second), strict=True)
        for one in ours
        for other in theirs
    )


@lru_cache(maxsize=16384)
def has_opposites(word: str, language: str) -> bool:
    """Tell whether a word has an opposite at all; most have none."""
    return word in opposites_by_word(language) or (language == "en" and any(_lemmas_of(word)))


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
def _pairs() -> frozenset[str]:
    """The lines of the table of English antonyms: two lemmas each, in the order of the alphabet."""
    text = read_data("en.antonyms.txt")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


@cache
def _known() -> frozenset[str]:
    return frozenset(word for line in _pairs() for word in line.split())


@lru_cache(maxsize=16384)
def _lemmas_of(word: str) -> tuple[tuple[str, ...], ...]:
    """The lemmas in the table that a word may be a form of: as any form, as a comparative, as a superlative."""
    return (
        (*_held((word,)), *_held(_without(word, _FORMS))),
        *(tuple(_held(_without(word, endings))) for endings in _DEGREES.values()),
    )


def _held(words: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    known = _known()
    return (word for word in words if word in known)


def _without(word: str, endings: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """What a word may be without its ending: "stopped" is "stop" as well as "stopp"."""
    for ending, instead in endings:
        lemma = word.removesuffix(ending) + instead
        if not word.endswith(ending) or len(lemma) < _SHORTEST:
            continue
        yield lemma
        if lemma[-1] == lemma[-2] and lemma[-1] not in _VOWELS and not instead and ending != "s":
            yield lemma[:-1]


# States of the USA as news shortens them behind a town, where that is no other word ("Mass.").
STATES = {
    short: name
    for name, short in (
        pair.split(":")
        for pair in "alabama:ala arizona:ariz california:calif colorado:colo connecticut:conn florida:fla georgia:ga"
        " kansas:kan kentucky:ky michigan:mich minnesota:minn nebraska:neb nevada:nev oklahoma:okla"
        " pennsylvania:pa tennessee:tenn texas:tex virginia:va vermont:vt wisconsin:wis wyoming:wyo".split()
    )
}
# They say that somebody says it, or in what it is counted: no part of what is said.
_BESIDE = frozenset(
    "say says said saying tell tells told telling add adds added adding stated announce announces"
    " announced report reports reported reportedly according statement spokesman spokeswoman spokesperson"
    " noted notes including percent cent per mr mrs ms".split()
)


@cache
def _exchanged() -> Mapping[str, str]:
    """For each word of English that reports exchange for others the first of them, which stands for all."""
    lines = (load_table("en") or {})["exchanged"]["words"].splitlines()
    return MappingProxyType({word: line.split()[0] for line in lines for word in line.split()})


@lru_cache(maxsize=1024)
def words_meaning(meaning: str) -> frozenset[str]:
    """Return the words of English that have a meaning, where reports exchange several for one another."""
    return frozenset(word for word, own in _exchanged().items() if own == meaning)


@lru_cache(maxsize=16384)
def meaning_of(word: str, term: str, language: str = "en") -> str:
    """Return what a word means; "" where it is a stop word, or only says that somebody says it.

    Words that reports exchange for one another have one meaning, number words are numbers; any other word means its
    stem, accents apart.
    """
    if not term:
        return ""
    if language == "en" and word in STATES:
        return stem([STATES[word]], language)[0]
    if language != "en":
        return term if term.isascii() else fold(term)
    if word in _BESIDE:
        return ""
    return _exchanged().get(word) or figure_of(word) or (term if term.isascii() else fold(term))
