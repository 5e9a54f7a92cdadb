"""Words that news uses for one another: what tells that two sentences say the same in other words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from summarizer.language.names import fold
from summarizer.language.numerals import figure_of
from summarizer.language.tables import load_table
from summarizer.language.words import stem

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
