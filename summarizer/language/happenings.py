"""Whether a sentence tells of something that happened, or that somebody said: an encyclopedia's does neither."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from summarizer.language.tables import load_table


@cache
def _words() -> frozenset[str]:
    held = load_table("en") or {}
    return frozenset(held["happenings"]["words"].split()).union(*(names.split() for names in held["weekdays"].values()))


def tells_of_event(tokens: Collection[str]) -> bool:
    """Tell whether an English sentence holds a past form, a word of saying or a day, by its words in small letters."""
    return not _words().isdisjoint(tokens)
