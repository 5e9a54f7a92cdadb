"""Speakers without a verb: after "according to", before a colon, after a dash, in an interview."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summarizer.languages.data_sections import find_section
from summarizer.languages.word_records import Words
from summarizer.nlp.names.coreference import length_of_descriptions
from summarizer.nlp.names.person_words import is_description, is_name, shorten
from summarizer.nlp.sentences.quotes import Quoted
from summarizer.nlp.speakers.reporting import Saying
from summarizer.nlp.speakers.speaker_names import is_somebody
from summarizer.nlp.speakers.speech_verbs import find_verbs
from summarizer.nlp.speakers.subjects import read_before

_REACH = 240  # characters on each side of a verb that are looked at: what is longer is no clause about saying
_RULE_LENGTH = 80  # characters before "according to" in which a verb of `by_rule` may stand
_BRACKETS = re.compile(r"\s\((?![A-Z]{2,10}\))[^()]{1,30}\)$")
_APPOSED = re.compile(r",\s([^,.;“\"]{4,40}?)(?=,)")
_LABEL = re.compile(r"(?P<head>[^,:;“\"]{2,60})(?P<rest>,[^:;“\"]{2,90})?:\s*$")
_SIGNED = re.compile(r"^\s*+(?:[–—]|--?)\s?(?P<who>[^,“”\"()]{3,60}?)(?:\s?[,(][^“”\"]{0,90})?\.?\s{0,3}$")
_SPOKEN_LINE = re.compile(r"^(?P<who>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}):\s++(?=\S)")


class _Words(Words, section="speakers"):
    """Of the section "speakers" of a language what names a speaker without a verb: its file says what each is."""

    full: frozenset[str]
    full_bind: frozenset[str]
    bodies: frozenset[str]
    body_bind: frozenset[str]
    according: re.Pattern[str]
    unnamed: re.Pattern[str]
    no_source: re.Pattern[str]
    by_rule: re.Pattern[str]
    source_ends: re.Pattern[str]
    body_subject: re.Pattern[str]
    label_lead: re.Pattern[str]
    label_ends: re.Pattern[str]


def read_sources(text: str, quoted: Sequence[Quoted], language: str) -> list[Saying]:
    """Find who is cited after "according to", outside quotations."""
    known, found = _Words.read(language), []
    for match in known.according.finditer(text):
        if any(one.start <= match.start() < one.end for one in quoted) or known.unnamed.match(text, match.end()):
            continue
        if known.by_rule.search(text, max(0, match.start() - _RULE_LENGTH), match.start()):
            continue
        window = text[match.end() : match.end() + _REACH]
        found.append(_source(text, match, _who(window, known), language))
    return [one for one in found if one]


def _who(window: str, known: _Words) -> str:
    """The words after "according to" that name the source: up to a mark, or to what tells where and when it said so."""
    for ends in known.source_ends.finditer(window):
        if not _is_part(window, ends, known):
            return _BRACKETS.sub("", window[: ends.start()].rstrip())
    return window.rstrip(".")


def _is_part(window: str, ends: re.Match[str], known: _Words) -> bool:
    """Whether what may end a source belongs to it: "people familiar with the matter", "the Committee on Bridges"."""
    last = window[: ends.start()].rpartition(" ")[2].casefold()
    bind = ends.group().strip()
    if bind in known.full_bind:
        return last in known.full
    return bind in known.body_bind and last in known.bodies and bool(known.body_subject.match(window, ends.end()))


def _source(text: str, match: re.Match[str], who: str, language: str) -> Saying | None:
    if not is_somebody(who, language) or _Words.read(language).no_source.match(who):
        return None
    start_is_open = match.start() == 0
    end = match.end() + len(who)
    end += length_of_descriptions(text[end : end + _REACH], language, must_close=start_is_open)
    if text[end : end + 1] == "," and match.start() == 0:
        end += 1
    start = match.start()
    if start >= 2 and text[start - 2] == ",":
        start -= 2
    name = _APPOSED.match(text[match.end() + len(who) :][:60])
    if name and is_description(who, language) and is_name(name[1], language):
        who = name[1]
    return Saying(who=shorten(who, language), start=start, end=end, is_quoted=False)


@cache  # few reports need it, and it takes long to compile
def _lost(language: str) -> re.Pattern[str] | None:
    section = find_section(language, "speakers")
    return section.pattern("lost") if section else None


def read_lead_in(text: str, language: str) -> str | None:
    """Return who a line names that leads to a quotation below it: "And from the chairwoman, Rosa Wendel:"."""
    lead = _Words.read(language).label_lead.match(text)
    label = _LABEL.match(text, lead.end() if lead else 0) if len(text) <= _REACH else None
    return _label_of(label, language, is_led=lead is not None) if label else None


def _label_of(label: re.Match[str], language: str, *, is_led: bool) -> str | None:
    """Who a label with a colon names, if it names a person."""
    head, rest = label["head"].strip(), (label["rest"] or "").strip(" ,")
    if find_verbs(label.group(), language):
        return None
    subject = read_before(head, language)
    if subject is None:
        return None
    first = rest.split(",")[0].strip()
    if is_description(subject.who, language) and is_name(first, language):
        return first
    if _is_signature(subject.who, language) or (is_led and is_description(subject.who, language)):
        return _Words.read(language).label_ends.split(subject.who)[0]
    return None


def read_signature(text: str, language: str) -> str | None:
    """Return whom a line below or after a quotation names: "— Geoff Starling, ferry captain"."""
    signed = _SIGNED.match(text) if len(text) <= _REACH else None
    return signed["who"].strip() if signed and _is_signature(signed["who"], language) else None


def _is_signature(who: str, language: str) -> bool:
    """Tell whether words are a person's name, perhaps with a title before it."""
    words = who.split()
    names = 0
    for word in reversed(words):
        if not (word[0].isupper() and re.fullmatch(r"[\w.’'“”\"-]+", word)):
            break
        names += 1
    if names < 2 or len(words) > 6 or not is_somebody(who, language):
        return False
    return is_name(" ".join(words[-min(names, 4) :]), language) and all(
        word.isalpha() or word[0].isupper() for word in words
    )


def read_label(text: str, language: str) -> str | None:
    """Return what stands before the colon where a line begins as those of an interview do: "Jane Roe: We agree."."""
    match = _SPOKEN_LINE.match(text)
    return match["who"] if match and is_somebody(match["who"], language) else None


def has_lost_mark(open_stretch: str, language: str) -> bool:
    """Tell whether a quotation that is not closed goes over into who said it: its closing mark was lost."""
    lost = _lost(language)
    return lost is not None and lost.search(open_stretch) is not None
