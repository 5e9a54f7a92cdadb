"""Verbs of saying, and text in the place of a speaker's name that is no name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from summarizer.languages.sections import find_section, require_section

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechVerbs:
    """The verbs of saying of a language.

    Attributes:
        free: Those that need nothing more to report: "Police said it rained".
        reporting: Those that report with "that", a pronoun or a quotation behind them, and else are something other.
        quoting: Those that tell of a quotation beside them, and of nothing else.
        plain: Forms of several: "scientists warn that".
        telling: Those that need a hearer.
        inverted: Those before their speaker: "It rained, said Jane Roe".
        saying: All but the forms of several.
        either_case: The same, also with a capital letter.
    """

    free: frozenset[str]
    reporting: frozenset[str]
    quoting: frozenset[str]
    plain: frozenset[str]
    telling: frozenset[str]
    inverted: frozenset[str]
    saying: frozenset[str]
    either_case: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    never_first: frozenset[str]
    never_names: frozenset[str]
    said: frozenset[str]
    sayers: frozenset[str]


@cache
def knows_speakers(language: str | None) -> bool:
    """Tell whether speakers are known in a language."""
    return find_section(language, "speakers") is not None


@cache
def verbs_of(language: str) -> SpeechVerbs:
    """Return the verbs of saying of a language in which speakers are known."""
    section = require_section(language, "speakers")
    saying = section.words("free") | section.words("reporting") | section.words("quoting")
    return section.fill(SpeechVerbs, saying=saying, either_case=saying | {verb.capitalize() for verb in saying})


@cache
def _words_of(language: str) -> _Words:
    return require_section(language, "speakers").fill(_Words)


def find_verbs(text: str, language: str) -> list[tuple[int, int]]:
    """Find where the words of a text stand that may be verbs of saying, in order."""
    # Not one search for any of them: that takes ten times as long.
    spans = []
    for verb in verbs_of(language).either_case.intersection(_WORD.findall(text)):
        at = text.find(verb)
        while at >= 0:
            end = at + len(verb)
            if _is_word(text, at, end):
                spans.append((at, end))
            at = text.find(verb, end)
    return sorted(spans)


def _is_word(text: str, start: int, end: int) -> bool:
    if text[start].isupper() and text[:start].rstrip()[-1:].isalnum():  # "the United States"
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or before in ("-", "_") or after.isalnum() or after in ("-", "_"):
        return False
    return not (after in ("'", "’") and text[end + 1 : end + 2].isalnum())


def is_cut_wrong(who: str, words: Sequence[str], small: Sequence[str], language: str) -> bool:
    """Tell whether a cut left something: half a pair of brackets, dots alone at the end, a word or a verb at the start.

    Args:
        who: What stands where a speaker's name does.
        words: Its words.
        small: The same in small letters, stops and commas at their ends left off.
        language: The code of the language.
    """
    known, first = _words_of(language), small[0]
    # "Elsewhere, police", "back in July-- Roe"; "Per Olsson" and "Back Bay Books" are names.
    is_lead = first in known.never_first and (first in known.never_names or words[1:2] == small[1:2])
    return is_lead or words[0] in verbs_of(language).free or not small[-1] or who.count("(") != who.count(")")


def is_said_of(words: Sequence[str], language: str) -> bool:
    """Tell whether words are what is said, and who denies it: "a claim Roe", "an allegation the ministry"."""
    known = _words_of(language)
    for word, after in pairwise(words[:4]):
        if word in known.said:
            return after[0].isupper() or after in known.sayers
    return False
