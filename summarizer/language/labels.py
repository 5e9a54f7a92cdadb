"""Speakers whom no verb tells: before a colon, after a dash, at the head of an interview's lines."""

from __future__ import annotations

import re
from functools import cache

from summarizer.language.persons import is_description, is_name
from summarizer.language.sayingverbs import ANY_VERB, find_verbs
from summarizer.language.subjects import is_somebody, read_before

_REACH = 240  # characters on each side of a verb that are looked at: what is longer is no clause about saying
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
    label = _LABEL.match(text) if len(text) <= _REACH else None
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
    signed = _SIGNED.match(text) if len(text) <= _REACH else None
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
