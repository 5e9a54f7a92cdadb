"""Verbs of saying of a language, and where they stand in a text."""

from __future__ import annotations

import re
from functools import cache

from summarizer.languages.data_sections import find_section
from summarizer.languages.word_records import Words

_WORD = re.compile(r"[^\W\d_]+")


class SpeechVerbs(Words, section="speakers"):
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


@cache
def verbs_of(language: str) -> SpeechVerbs:
    """Return the verbs of saying of a language; none where they are not known."""
    section = find_section(language, "speakers")
    saying = frozenset[str]().union(*map(section.words, ("free", "reporting", "quoting")) if section else ())
    either_case = saying | {verb.capitalize() for verb in saying}
    return SpeechVerbs.read(language, saying=saying, either_case=either_case)


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
