"""The whole clause around a stretch of a sentence: what may be quoted and still be a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from summarizer.languages.data_sections import find_section, require_section
from summarizer.languages.word_records import Words
from summarizer.nlp.speakers.attribution import leading_attribution

_MOST = 18  # words of a clause that a label takes
_AFTER = 12  # words after the stretch that are kept
_FEWEST = 2  # words beside a gap that tell what is missing there
_GAP = "…"
_CLOSING = " .!?”\"’'"  # marks at the end of a sentence, which are no part of its last clause
_PAIR = 4  # words before "and" among which "between" may stand
_NEAR = 24  # characters before a quantity in which its measure is named
_IN_BRACKETS = re.compile(r"\([^()]*\)|“[^“”]*”|\"[^\"]*\"")
_DASHES = ("—", "–")
_PAIRED = re.compile(r"[()“”\"]")
_LAST_WORD = re.compile(r"\b(?P<word>[^\W\d_]+)\s$")
_MARK = r"[,;:.!?](?=[\s”\"’']|$)|[()“”\"„»«—–]|\s-\s"


class _Words(Words, section="labels"):
    """What tells in one language where clauses begin and end; the data file says what each is for."""

    determiners: frozenset[str]
    pronouns: frozenset[str]
    joining: frozenset[str]
    pairing: frozenset[str]
    leading: frozenset[str]
    loose: frozenset[str]
    breaks: re.Pattern[str]
    named_end: tuple[str, ...]
    named_before: re.Pattern[str]


@cache
def _words_of(language: str | None) -> _Words:
    """The words of a language; where it has none, marks alone tell where clauses end."""
    section = find_section(language, "labels")
    breaks = rf"{_MARK}|\b{section.any_of('breaks')}\b" if section else _MARK
    return _Words.read(language, breaks=re.compile(breaks, re.IGNORECASE))


def quote_clause(text: str, start: int, end: int, language: str | None) -> str | None:
    """Quote the clause around a stretch of a sentence, the stretch itself left out: “Nordhaven employs … in Zurich”.

    The clause goes back to where a sentence can begin, with a name, an article or the like, and on to where it ends.
    Who says it is no part of the clause: another report may have it from somebody else.

    Args:
        text: The sentence.
        start: Where the stretch begins.
        end: Where it ends.
        language: Code of its language.

    Returns:
        The quotation; None where no clause of bearable length can be had without a pronoun for its subject.
    """
    own, told = _words_of(language), leading_attribution(text, start, language)
    text, start, end = text[told:], start - told, end - told
    for opening in (*(match.end() for match in reversed([*own.breaks.finditer(text, 0, start)])), 0):
        left = text[opening:start].split()
        right = _after(text, end, own, is_led_in=bool(left) and left[0].casefold() in own.leading)
        if right is None or len(left) + len(right) > _MOST:
            return None
        if _may_open(text[:opening], left, own) and len(left) + len(right) >= _FEWEST:
            return f"“{' '.join((*left, _GAP, *right))}”"
    return None


def words_after(text: str, end: int, language: str | None) -> str:
    """Return the words of a clause after a place, up to where the clause ends; nothing where that is far."""
    return " ".join(_after(text, end, _words_of(language), is_led_in=False) or ())


def opens_clause(words: Sequence[str], language: str | None) -> bool:
    """Tell whether the first of some words can be the beginning of a sentence that is understood alone."""
    return bool(words) and words[0].strip("“”'‘’").casefold() not in _words_of(language).pronouns


def ends_clause(text: str, end: int, language: str | None) -> bool:
    """Tell whether a clause of a sentence ends at a place: with the sentence, at a comma, before "and" and the like.

    The "and" of "between Callao and Nazca" ends none.
    """
    start = end + len(text[end:]) - len(text[end:].lstrip())
    if start == len(text) or text[start] in ",.;:!?":
        return True
    own = _words_of(language)
    match = own.breaks.match(text, start)
    return match is not None and text[start].isalpha() and not _joins_names(text, match, own)


def _may_open(before: str, left: list[str], own: _Words) -> bool:
    """Whether words can be the beginning of a sentence that is understood alone, after what stands before them."""
    first = next(iter(left), "")
    word = first.strip("“”'‘’").casefold()
    if (left and word in own.pronouns) or _PAIRED.search(_IN_BRACKETS.sub("", " ".join(left))):
        return False
    if left and left[-1].endswith(_DASHES):  # "the texts—2,400 of them"
        return False
    if not before.strip():
        return True
    if not left or left[-1] in own.joining or first.endswith(","):  # "in Madison, Wisconsin, fell"
        return False
    is_apposed = before.rstrip().endswith(",") and before.split()[-1][0].isupper()  # "Nordhaven, a company in"
    return first[0].isupper() or (word in own.determiners and not is_apposed)


def _after(text: str, end: int, own: _Words, *, is_led_in: bool) -> list[str] | None:
    """The words after a place, up to where their clause ends; none where that is far.

    Args:
        text: The sentence.
        end: The place.
        own: The words of its language.
        is_led_in: Whether the clause opens with a preposition or the like, and so goes on after its comma.

    Returns:
        The words; None where a clause that is led in goes on for long.
    """
    last = len(text) if "." in text[text.rfind(" ") + 1 :].rstrip(_CLOSING) else len(text.rstrip(_CLOSING))  # "U.S."
    stops = (match.start() for match in own.breaks.finditer(text, end, last) if not _joins_names(text, match, own))
    stop = next(islice(stops, is_led_in, None), last)
    words = text[end:stop].split()
    while words and words[-1].casefold() in own.loose:
        words.pop()
    if len(words) > _AFTER:
        return None if is_led_in else []
    return words


def _joins_names(text: str, match: re.Match[str], own: _Words) -> bool:
    """Whether a break is the "and" of "Wednesday and Thursday", or of "between July 1 and July 4"."""
    if match.group() not in own.joining:
        return False
    before, after = text[: match.start()].split()[-_PAIR:], text[match.end() :].split()[:1]
    is_pair = any(word.casefold() in own.pairing for word in before)
    return is_pair or all(word[0][:1].isupper() for word in (before[-1:], after) if word)


def before_noun(text: str, start: int, language: str | None) -> int:
    """Return where an article right before a place begins, else the place."""
    word = _LAST_WORD.search(text, max(0, start - _NEAR), start)
    return word.start() if word and word["word"].casefold() in _words_of(language).determiners else start


def measure_label(unit: str) -> str | None:
    """Return what we call a measure of a unit where nothing else tells what it is of: "How many miles"."""
    return _measures().get(unit)


@cache
def _measures() -> dict[str, str]:
    entries = (entry.partition("=") for entry in require_section("en", "labels").listed("measures"))
    return {unit: label for unit, _, label in entries}


def named_measure(text: str, start: int, language: str | None) -> str | None:
    """Return what the words right before a quantity call it: "depth" for "at a depth of about 18 km"."""
    own = _words_of(language)
    if not text.endswith(own.named_end, 0, start):
        return None
    measure = own.named_before.search(text, max(0, start - _NEAR), start)
    return measure["what"].casefold() if measure else None
