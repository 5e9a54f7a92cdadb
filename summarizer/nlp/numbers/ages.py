"""Ages, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from summarizer.languages.language import load_table
from summarizer.nlp.names.persons import gender_of

NAME = r"\b[A-Z][\w’'-]{0,40}[^\W\d_]"
_FULL = rf"(?P<name>{NAME}(?:\s{NAME}){{0,2}})"
_OWNER_LENGTH = 4 * 43  # characters that a name takes at most
LONGEST_AGE = 24  # characters of a sentence that tells an age and no more
# After a name, a number between commas is an age ("Gambo, 46, denies").
_BESIDE = re.compile(r"\d(?:(?<=[^\W\d_],\s\d)|(?<=[^\W\d_],\d))\d?(?=[,;]\s|\.$)")
_OWNER = re.compile(rf"(?P<name>(?:{NAME}\s|[“\"][A-Z]\w+[”\"]\s){{0,3}}{NAME}),\s?$")
# "Medeiros, who is 46,", "Muller, a 31-year-old nurse", "Tello, aged 61"; not "who was 12 of 20", "who was 12 when"
_TOLD_OF = re.compile(
    rf"(?P<name>(?:{NAME}\s){{0,3}}{NAME}),\s(?:(?:who\s(?:is|was)|aged?)\s(?P<age>[1-9]\d)"
    r"(?=[,.;]|\syears?\b)|an?\s(?P<compound>[1-9]\d)[\s-]years?[\s-]old\b)"
)
# "In Oakland, a 10-year-old girl": who stands behind a place is not the place.
_AT_PLACE = re.compile(r"\b(?:in|at|near|from|outside|around|on|to|of)\s(?:the\s)?$", re.IGNORECASE)
_TOLD_HINTS = (", who ", ", age", ", a ", ", an ")
_WAS = re.compile(rf"(?P<who>{NAME}(?:\s{NAME}){{0,2}})\swas\s(?P<age>[1-9]\d)\.?$")
_GROUP = re.compile(r"\b(?:of|and|or|by|with|for|from|to|than|like|after|when|as|[Tt]he)\s(?:the\s)?$")
_BEFORE_NAME = 12  # characters that can hold such words


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """An age where it stands, whose it is, and whether time does not change it: the dead grow no older."""

    start: int
    end: int
    value: float
    owner: str
    is_last: bool = False


def find_ages(text: str) -> Iterator[Age]:
    """Find the ages of an English sentence that stand beside a name, or are those of somebody who died."""
    for match in _BESIDE.finditer(text):
        owner = _OWNER.search(text, max(0, match.start() - _OWNER_LENGTH), match.start())
        if owner:
            yield Age(start=match.start(), end=match.end(), value=float(match.group()), owner=owner["name"])
    for match in _TOLD_OF.finditer(text) if any(map(text.__contains__, _TOLD_HINTS)) else ():
        start, end = match.span("age" if match["age"] else "compound")
        if not _is_place(text, match):
            yield Age(start=start, end=end, value=float(text[start:end]), owner=match["name"])
    for match in _deaths_in(text):
        kind = "age" if match["age"] else "bare"
        if match[kind]:
            start, end = match.span(kind)
            yield Age(start=start, end=end, value=float(match[kind]), owner=match["name"], is_last=True)


def _is_place(text: str, match: re.Match[str]) -> bool:
    """Whether the name before an age is that of a place: a preposition stands before it, or as its first word."""
    first, _, rest = match["name"].partition(" ")
    start = match.start("name")
    before = f"{first} " if rest else text[max(0, start - _BEFORE_NAME) : start]
    return bool(_AT_PLACE.search(before) or _AT_PLACE.search(text[max(0, start - _BEFORE_NAME) : start]))


def find_age_of_dead(text: str, before: Iterable[str]) -> Age | None:
    """Return the age in "He was 35." or "Brand was 35.", where the report says before who died.

    Args:
        text: A sentence.
        before: The sentences of its report before it, the nearest first: that one tells whom a pronoun means, any of
            them that somebody of the name died.
    """
    match = _WAS.match(text) if len(text) <= LONGEST_AGE else None
    if match is None:
        return None
    who, told = match["who"], [*before]
    if who in ("He", "She"):
        dead = next((one for one in _deaths_in(told[0]) if _is_meant(who.lower(), one)), None) if told else None
    else:
        dead = next((one for sentence in told for one in _deaths_in(sentence) if who in one["name"]), None)
    if dead is None:
        return None
    start, end = match.span("age")
    return Age(start=start, end=end, value=float(match["age"]), owner=dead["name"], is_last=True)


def _is_meant(pronoun: str, dead: re.Match[str]) -> bool:
    """Whether a pronoun can be the one who died: whom the sentence is about, behind its dateline, and of that sex."""
    is_subject = not dead.string[: dead.start()].rpartition("—")[2].strip()
    return is_subject and gender_of(dead["name"].split()[0], "en") in (None, pronoun)


def _deaths_in(text: str) -> Iterator[re.Match[str]]:
    """Where a sentence says who died, with the age behind it where it is told."""
    for match in _death().finditer(text) if any(map(text.__contains__, _words())) else ():
        if not _GROUP.search(text, max(0, match.start() - _BEFORE_NAME), match.start()):
            yield match


@cache
def _words() -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in (load_table("en") or {})["ages"]["deaths"].split())


@cache
def _death() -> re.Pattern[str]:
    return re.compile(
        rf"{_FULL}(?:,[^,.;“”\"]{{1,80}},)?\s(?:(?:has|had|have|is|was)\s)?(?:{'|'.join(_words())})\b"
        # Without "age" a number below 13 is an hour, and one that a noun follows is that of a house.
        r"(?:(?:\s[\w’']+){0,3}?\s(?:(?:at\sthe\sage\sof|at\sage|aged)\s(?P<age>[1-9]\d)\b"
        r"|at\s(?P<bare>1[3-9]|[2-9]\d)(?=[,.;—]|$)))?"
    )
