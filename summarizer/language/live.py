"""Live blogs by their words: how they call themselves, and the times of day at the heads of their entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from summarizer.language.clocks import CLOCK, at_clock
from summarizer.language.tables import load_table

_FEWEST = 3  # entries that tell a live blog from a report in which a time of day happens to open a paragraph
_LONGEST = 80  # characters that the head of an entry takes at most
_NOON = 12
_HALF = re.compile(r"\d\s{0,3}[ap]\.?\s?m\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The time at the head of an entry: where it stands, with what leads to it and parts it from the entry."""

    start: int
    end: int
    told: datetime


def calls_itself_live(title: str, address: str, language: str) -> bool:
    """Tell whether a report says in its title or address that it is a live blog.

    Args:
        title: Its title.
        address: Its address; "" where it is not known.
        language: Code of its language; what is written in English is looked for too.
    """
    paths = frozenset(address.casefold().split("/")[3:])
    return any(
        bool(_words(code, "titles") and _titles(code).search(title)) or not paths.isdisjoint(_words(code, "paths"))
        for code in {"en", language}
    )


def read_heads(text: str, day: datetime, language: str) -> list[Head]:
    """Read the times at the heads of the entries of a live blog.

    Args:
        text: Its text, a paragraph a line.
        day: The day that it tells of.
        language: Code of its language.

    Returns:
        In the order of the text; nothing where they are fewer than three, are not in the order of time, forwards or
        backwards, or leave open whether they are before noon.
    """
    pattern = _head(language if _words(language, "leads") else "en")
    heads, clocks, start = [], [], 0
    for line in text.splitlines(keepends=True):
        begins = len(line) - len(line.lstrip())
        found = pattern.match(line, begins, begins + _LONGEST)
        told = at_clock(day, found["clock"]) if found else None
        if found and told:
            heads.append(Head(start=start + begins, end=start + found.end(), told=told))
            clocks.append(found["clock"])
        start += len(line)
    return heads if _are_sure(heads, clocks) else []


def _are_sure(heads: Sequence[Head], clocks: Sequence[str]) -> bool:
    if len(heads) < _FEWEST or len({head.told.tzinfo for head in heads}) > 1:
        return False
    halves = sum(bool(_HALF.search(clock)) for clock in clocks)
    by_twenty_four = any(
        head.told.hour > _NOON or clock.startswith("0") for head, clock in zip(heads, clocks, strict=True)
    )
    times = [head.told for head in heads]
    is_ordered = times == sorted(times) or times == sorted(times, reverse=True)
    return is_ordered and times[0] != times[-1] and (halves == len(heads) or (not halves and by_twenty_four))


@cache
def _words(language: str, name: str) -> tuple[str, ...]:
    """Phrases, the longest first."""
    held = (load_table(language) or {}).get("live", {}).get(name, "")
    return tuple(sorted((entry.replace("_", " ") for entry in held.split()), key=len, reverse=True))


@cache
def _titles(language: str) -> re.Pattern[str]:
    anywhere, edges = ("|".join(map(re.escape, _words(language, name))) for name in ("titles", "edges"))
    return re.compile(
        rf"\b(?:{anywhere})\b|^\W{{0,3}}(?:{edges})(?:\s{{0,3}}[:|–—]|\s-\s)|[:|,–—-]\s{{0,3}}(?:{edges})\W{{0,3}}$",
        re.IGNORECASE,
    )


@cache
def _head(language: str) -> re.Pattern[str]:
    """A time of day that opens a line: alone, or with the entry behind a mark, or one that opens with no small letter.

    "At 10:30 the minister rose" is a sentence.
    """
    leads, zones = ("|".join(map(re.escape, _words(language, name))) for name in ("leads", "zones"))
    return re.compile(
        rf"\W{{0,3}}(?:(?:{leads}):?\s)?(?P<clock>{CLOCK})(?:\s?\(?(?:{zones})\b\)?)?\.?"
        r"(?:\s{0,3}[:|–—-](?:\s|$)|(?:\s|$)(?!\s?(?-i:[a-zß-öø-ÿ])))",
        re.IGNORECASE,
    )
