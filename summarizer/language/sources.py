"""Speakers after "according to"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.language.descriptions import length_of_descriptions
from summarizer.language.nonames import speaker_words
from summarizer.language.occasions import DAY, MONTH
from summarizer.language.persons import is_description, is_name, shorten
from summarizer.language.quotations import Quoted
from summarizer.language.reporting import Saying
from summarizer.language.subjects import is_somebody

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
