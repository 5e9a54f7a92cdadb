"""Ages, and whose they are: beside a name, of whom a text says that they died, in a sentence about "him" behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from summarizer.language.tables import load_table

NAME = r"\b[A-Z][\w’'-]{0,40}[^\W\d_]"
_FULL = rf"(?P<name>{NAME}(?:\s{NAME}){{0,2}})"
_OWNER_LENGTH = 4 * 43  # characters that a name takes at most
_SHORT = 24  # characters of "She was 42 years old."
# After a name, a number between commas is an age ("Gambo, 46, denies").
_BESIDE = re.compile(r"\d(?:(?<=[^\W\d_],\s\d)|(?<=[^\W\d_],\d))\d?(?=[,;]\s|\.$)")
_OWNER = re.compile(rf"(?P<name>(?:{NAME}\s|[“\"][A-Z]\w+[”\"]\s){{0,3}}{NAME}),\s?$")
_WAS = re.compile(rf"(?!(?:He|She|It|That|This|There|The)\s){_FULL}\swas\s(?P<age>[1-9]\d)\.$")
_PRONOUN = re.compile(r"(?:He|She)\swas\s(?P<age>[1-9]\d)\.?$")
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
    was = _WAS.finditer(text) if text[-3:-1].isdigit() else ()
    for match in chain(was, _deaths_in(text)):
        if match["age"] and not _GROUP.search(text, max(0, match.start() - _BEFORE_NAME), match.start()):
            yield Age(
                start=match.start("age"),
                end=match.end("age"),
                value=float(match["age"]),
                owner=match["name"],
                is_last=True,
            )


def find_age_of_dead(text: str, before: str) -> Age | None:
    """Return the age in "He was 35.", where the sentence before says who died."""
    match = _PRONOUN.match(text) if len(text) <= _SHORT else None
    dead = next(_deaths_in(before), None) if match else None
    if not (match and dead) or _GROUP.search(before, max(0, dead.start() - _BEFORE_NAME), dead.start()):
        return None
    return Age(
        start=match.start("age"), end=match.end("age"), value=float(match["age"]), owner=dead["name"], is_last=True
    )


def _deaths_in(text: str) -> Iterator[re.Match[str]]:
    """Where a sentence says who died, with the age behind it where it is told."""
    return _death().finditer(text) if any(map(text.__contains__, _words())) else iter(())


@cache
def _words() -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in (load_table("en") or {})["ages"]["deaths"].split())


@cache
def _death() -> re.Pattern[str]:
    return re.compile(
        rf"{_FULL}(?:,[^,.;“”\"]{{1,80}},)?\s(?:(?:has|had|have|is|was)\s)?(?:{'|'.join(_words())})\b"
        r"(?:(?:\s[\w’']+){0,3}?\s(?:at|aged)\s(?:the\sage\sof\s|age\s)?"
        r"(?P<age>[1-9]\d)\b(?=[,.;—]|\s(?:at|in|on|after|of|from|following)\b|$))?"
    )
