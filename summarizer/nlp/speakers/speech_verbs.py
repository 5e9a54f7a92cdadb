"""Verbs of saying, and text in the place of a speaker's name that is no name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from summarizer.languages.language import load_table

# "Police said it rained": nothing more is needed.
FREE = frozenset("said says say told tells".split())
# "The mayor admitted that it rained": without "that", a pronoun or a quotation they are as often something else
# ("admitted to hospital", "claimed three lives", "promised aid").
_REPORTING = (
    "add state note write warn explain insist argue reply respond declare continue conclude recall announce remark"
    " comment tweet admit vow confirm concede claim acknowledge promise complain testify caution reiterate stress urge"
    " lament boast allege assert contend maintain emphasize emphasise observe recount predict pledge report"
    " protest counter retort agree reflect affirm reaffirm assure remind speculate posit opine deny"
    " grumble joke quip estimate"
)
# They tell of a quotation beside them, and of nothing else.
_QUOTING = (
    "ask answer shout yell exclaim whisper sigh mutter murmur laugh read gush rage fume snap scoff demand plead beg"
    " proclaim chant sob groan moan offer post wonder cry reveal suggest indicate"
)
_IRREGULAR = {"write": "wrote", "read": "read"}
_DOUBLED = frozenset("admit quip snap beg sob".split())
# "scientists warn that": of the others the plain form is a noun too often.
_PLAIN = frozenset("argue warn claim insist contend allege maintain".split())


def _past(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ed"
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if verb in ("reply", "testify", "deny", "cry") else f"{verb}ed"


def _present(verb: str) -> str:
    if verb in ("reply", "testify", "deny", "cry"):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("ss", "sh", "ch")) else f"{verb}s"


def _forms(verbs: str) -> frozenset[str]:
    return frozenset(form(verb) for verb in verbs.split() for form in (_past, _present))


REPORTING = _forms(_REPORTING) | _PLAIN
QUOTING = _forms(_QUOTING)
PLAIN = _PLAIN | {"say"}
SAYING = FREE | REPORTING | QUOTING
_EITHER_CASE = SAYING | {verb.capitalize() for verb in SAYING}
_WORD = re.compile(r"[A-Za-z]+")
ANY_VERB = rf"(?:{'|'.join(sorted(SAYING))})"


def find_verbs(text: str) -> list[tuple[int, int]]:
    """Find where the words of a text stand that may be verbs of saying, in order."""
    # Not one search for any of them: that takes ten times as long.
    spans = []
    for verb in _EITHER_CASE.intersection(_WORD.findall(text)):
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


@cache
def speaker_words(kind: str) -> frozenset[str]:
    """The words of one kind that tell what is no part of a speaker's name."""
    return frozenset((load_table("en") or {})["speakers"][kind].split())


def is_cut_wrong(who: str, words: Sequence[str], small: Sequence[str]) -> bool:
    """Tell whether a cut left something: half a pair of brackets, dots alone at the end, a word or a verb at the start.

    Args:
        who: What stands where a speaker's name does.
        words: Its words.
        small: The same in small letters, stops and commas at their ends left off.
    """
    # "Elsewhere, police", "back in July-- Roe"; "Per Olsson" and "Back Bay Books" are names.
    is_lead = small[0] in speaker_words("never_first") and (small[0] == "elsewhere" or words[1:2] == small[1:2])
    return is_lead or words[0] in FREE or not small[-1] or who.count("(") != who.count(")")


def is_said_of(words: Sequence[str]) -> bool:
    """Tell whether words are what is said, and who denies it: "a claim Roe", "an allegation the ministry"."""
    for word, after in pairwise(words[:4]):
        if word in speaker_words("said"):
            return after[0].isupper() or after in ("the", "police")
    return False
