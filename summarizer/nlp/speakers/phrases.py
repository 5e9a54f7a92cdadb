"""Speakers without a verb: after "according to", before a colon, after a dash, in an interview."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summarizer.nlp.names.coreference import length_of_descriptions
from summarizer.nlp.names.persons import DAY, MONTH, is_description, is_name, shorten
from summarizer.nlp.sentences.quotes import Quoted
from summarizer.nlp.speakers.reporting import Saying
from summarizer.nlp.speakers.speech_verbs import ANY_VERB, find_verbs, speaker_words
from summarizer.nlp.speakers.subjects import is_somebody, read_before

_REACH = 240  # characters on each side of a verb that are looked at: what is longer is no clause about saying
_RULE_LENGTH = 80  # characters before "according to" in which such a verb may stand
_ACCORDING = re.compile(r"\b(?<!\w[.’'])according to (?=\S)", re.IGNORECASE)
_UNNAMED = re.compile(
    r"(?:an?|the|new)\s(?:(?:copy|list|page|version|summary)\s)?"
    r"(?:set up|published|released|issued|seen|obtained|used|filed|reviewed|cited)\b"
)
_SUBJECT = re.compile(rf"\s(?!{DAY}|{MONTH})[A-Z]")  # of a committee
_BRACKETS = re.compile(r"\s\((?![A-Z]{2,10}\))[^()]{1,30}\)$")
_NO_SOURCE = re.compile(
    r"new\s|(?:an?\s)?(?:survey|poll|analysis|study|review)\sof\s|his|her|their|what|plan\b", re.IGNORECASE
)
# "sorted according to size", "diagnosed according to DSM-IV": by what rule, not by whose word.
_BY_RULE = re.compile(
    r"\b(?:diagnosed|classified|ranked|sorted|grouped|divided|arranged|defined|graded|treated|conducted|performed|calculated)"
    r"(?:\s\w+){0,3}\s$"
)
_SOURCE_ENDS = re.compile(
    r"[,;](?!\d|\s\d{4}\b)|[.!?](?=\s*$|\s+[“\"])|\s(?:published|released|issued|seen|obtained|used|filed|reviewed|cited"
    r"|on|in|from|with|who|which|that|set\sup|and\sthe\s\w+\ssaid)\b|[“\":]"
)


def read_sources(text: str, quoted: Sequence[Quoted]) -> list[Saying]:
    """Find who is cited after "according to", outside quotations."""
    found = []
    for match in _ACCORDING.finditer(text):
        if any(one.start <= match.start() < one.end for one in quoted) or _UNNAMED.match(text, match.end()):
            continue
        if _BY_RULE.search(text, max(0, match.start() - _RULE_LENGTH), match.start()):
            continue
        window = text[match.end() : match.end() + _REACH]
        found.append(_source(text, match, _who(window)))
    return [one for one in found if one]


def _who(window: str) -> str:
    """The words after "according to" that name the source: up to a mark, or to what tells where and when it said so."""
    for ends in _SOURCE_ENDS.finditer(window):
        if not _is_part(window, ends):
            return _BRACKETS.sub("", window[: ends.start()].rstrip())
    return window.rstrip(".")


def _is_part(window: str, ends: re.Match[str]) -> bool:
    """Whether what may end a source belongs to it: "people familiar with the matter", "the Committee on Bridges"."""
    last = window[: ends.start()].rpartition(" ")[2].casefold()
    if ends.group() == " with":
        return last in speaker_words("full")
    return ends.group() == " on" and last in speaker_words("bodies") and bool(_SUBJECT.match(window, ends.end()))


def _source(text: str, match: re.Match[str], who: str) -> Saying | None:
    if not is_somebody(who) or _NO_SOURCE.match(who):
        return None
    start_is_open = match.start() == 0
    end = match.end() + len(who)
    end += length_of_descriptions(text[end : end + _REACH], must_close=start_is_open)
    if text[end : end + 1] == "," and match.start() == 0:
        end += 1
    start = match.start()
    if start >= 2 and text[start - 2] == ",":
        start -= 2
    name = re.match(r",\s([^,.;“\"]{4,40}?)(?=,)", text[match.end() + len(who) :][:60])
    if name and is_description(who) and is_name(name[1]):
        who = name[1]
    return Saying(who=shorten(who), start=start, end=end, is_quoted=False)


_REACH_LABELS = 240  # characters on each side of a verb that are looked at: what is longer is no clause about saying
_LABEL = re.compile(
    r"^(?P<lead>(?:And\s)?(?:[Ff]rom|[Bb]y)\s)?(?P<head>[^,:;“\"]{2,60})(?P<rest>,[^:;“\"]{2,90})?:\s*$"
)
_SIGNED = re.compile(r"^\s*+(?:[–—]|--?)\s?(?P<who>[^,“”\"()]{3,60}?)(?:\s?[,(][^“”\"]{0,90})?\.?\s{0,3}$")
_SPOKEN_LINE = re.compile(r"^(?P<who>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}):\s++(?=\S)")


@cache  # few reports need it, and it takes long to compile
def _lost() -> re.Pattern[str]:
    return re.compile(
        rf"[,.!?](?:'')?\s(?:{ANY_VERB})\s(?:[A-Z]|he\b|she\b|the\b|an?\b)"
        rf"|[,.!?](?:'')?\s(?:[A-Z][\w.’'-]*\s){{1,3}}(?:said|says|added|told)\b|,(?:'')?\s(?:he|she|they)\s(?:{ANY_VERB})"
    )


def read_lead_in(text: str) -> str | None:
    """Return who a line names that leads to a quotation below it: "And from the chairwoman, Rosa Wendel:"."""
    label = _LABEL.match(text) if len(text) <= _REACH_LABELS else None
    return label_of(label) if label else None


def label_of(label: re.Match[str]) -> str | None:
    """Who a label with a colon names, if it names a person."""
    head, rest = label["head"].strip(), (label["rest"] or "").strip(" ,")
    if find_verbs(label.group()):
        return None
    subject = read_before(head)
    if subject is None:
        return None
    first = rest.split(",")[0].strip()
    if is_description(subject.who) and is_name(first):
        return first
    if is_signature(subject.who) or (label["lead"] and is_description(subject.who)):
        return re.split(r"\s(?:on|in|at|about|after)\s", subject.who)[0]
    return None


def read_signature(text: str) -> str | None:
    """Return whom a line below or after a quotation names: "— Geoff Starling, ferry captain"."""
    signed = _SIGNED.match(text) if len(text) <= _REACH_LABELS else None
    return signed["who"].strip() if signed and is_signature(signed["who"]) else None


def is_signature(who: str) -> bool:
    """Tell whether words are a person's name, perhaps with a title before it."""
    words = who.split()
    names = 0
    for word in reversed(words):
        if not (word[0].isupper() and re.fullmatch(r"[\w.’'“”\"-]+", word)):
            break
        names += 1
    if names < 2 or len(words) > 6 or not is_somebody(who):
        return False
    return is_name(" ".join(words[-min(names, 4) :])) and all(word.isalpha() or word[0].isupper() for word in words)


def read_label(text: str) -> str | None:
    """Return what stands before the colon where a line begins as those of an interview do: "Jane Roe: We agree."."""
    match = _SPOKEN_LINE.match(text)
    return match["who"] if match and is_somebody(match["who"]) else None


def has_lost_mark(open_stretch: str) -> bool:
    """Tell whether a quotation that is not closed goes over into who said it: its closing mark was lost."""
    return bool(_lost().search(open_stretch))
