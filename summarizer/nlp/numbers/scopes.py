"""The scope of a number: its period, turn, part or subject."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import cache
from typing import NamedTuple

from summarizer.languages.data_sections import find_section
from summarizer.languages.word_records import Words
from summarizer.nlp.sentences.verbs import is_verb
from summarizer.nlp.tokens import stop_words

_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
_BEGINNING = 4  # letters by which "Syria" and "Syrian" are one
_AROUND = 30  # characters around a number in which it is called feared
_FAR = 14  # words among which the verb of a subject stands


class ScopeSubject(NamedTuple):
    """Of whom or what a clause tells: the names in its subject, and the other words of it."""

    names: frozenset[str]
    words: frozenset[str]


class _Words(Words):
    """To what a language limits its numbers, by the keys of its section "scopes", its code and its stop words.

    `copula_ends` are the copulas, each with the space behind it.
    """

    language: str
    stop_words: frozenset[str]
    copula_ends: tuple[str, ...]
    narrowing: frozenset[str]
    period: re.Pattern[str]
    turn: re.Pattern[str]
    called: re.Pattern[str]
    feared_near: re.Pattern[str]
    time: re.Pattern[str]


@cache
def _words_of(language: str | None) -> _Words | None:
    section = find_section(language, "scopes")
    if section is None:
        return None
    ends = tuple(f"{word} " for word in section.listed("copulas"))
    return section.fill(_Words, language=section.language, stop_words=stop_words(section.language), copula_ends=ends)


def find_periods(text: str, language: str | None) -> frozenset[str]:
    """Find the months, quarters and years, told by name or from the time of writing, to which a sentence is limited.

    Examples:
        >>> sorted(find_periods("It lost 70 million last year, and more in February.", "en"))
        ['february', 'last year']
    """
    words = _words_of(language)
    found = words.period.finditer(text) if words else ()
    return frozenset(" ".join(match.group().casefold().split()) for match in found)


def find_turns(text: str, language: str | None) -> Mapping[str, frozenset[str]]:
    """Find which of several a sentence tells of: for each noun the places in the order that stand before it.

    Examples:
        >>> find_turns("She won the second round.", "en")
        {'round': frozenset({'second'})}
    """
    words = _words_of(language)
    found: dict[str, set[str]] = {}
    for match in words.turn.finditer(text) if words else ():
        if words and match["noun"] not in words.stop_words:
            found.setdefault(match["noun"].casefold(), set()).add(match["place"].casefold())
    return {noun: frozenset(places) for noun, places in found.items()}


def find_narrowing(text: str, language: str | None) -> frozenset[str]:
    """Find the words of a sentence that make its numbers those of a part: "the aftershock", "core inflation"."""
    words = _words_of(language)
    return words.narrowing & {word.casefold() for word in _WORD.findall(text)} if words else frozenset()


def read_subject(text: str, end: int, common: Container[str], language: str | None) -> ScopeSubject | None:
    """Read the subject of the clause that a place stands in; None where no verb stands between the two.

    Args:
        text: A sentence, or the clause alone.
        end: The place.
        common: Words that the reports write small somewhere: what is not among them and has a capital is a name.
        language: The code of its language.
    """
    own = _words_of(language)
    if own is None:
        return None
    words = [match.group() for match in _WORD.finditer(text, 0, end)][:_FAR]
    small = [word.casefold() for word in words]
    verb = next((at for at in range(1, len(words)) if is_verb(small[at], small[at - 1], own.language)), None)
    if verb is None:
        return None
    content = [at for at in range(verb) if small[at] not in own.stop_words and not own.time.fullmatch(words[at])]
    names = [at for at in content if words[at][0].isupper() and small[at] not in common]
    return ScopeSubject(
        names=frozenset(small[at][:_BEGINNING] for at in names),
        words=frozenset(small[at] for at in content if at not in names),
    )


def called_before(text: str, start: int, language: str | None) -> str:
    """Return what a clause says that the number at a place is, in small letters; "" where it does not say so.

    Examples:
        >>> called_before("Turnout was 61 percent.", 12, "en")
        'turnout'
    """
    words = _words_of(language)
    match = words.called.search(text, 0, start) if words and text.endswith(words.copula_ends, 0, start) else None
    return " ".join(match["what"].casefold().split()) if match else ""


def is_feared_at(text: str, start: int, end: int, language: str | None) -> bool:
    """Tell whether the number there is what is feared or may be so, not what was counted."""
    words = _words_of(language)
    return words is not None and words.feared_near.search(text, max(0, start - _AROUND), end + _AROUND) is not None
