"""How a sentence introduces its subject: as somebody unknown, or as known from before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summarizer.languages.word_records import Words, find_words


class _Words(Words):
    """How sentences of one language introduce their subjects; the data file says what each is for."""

    newcomers: frozenset[str]
    times: frozenset[str]
    points_back: re.Pattern[str]
    leans: re.Pattern[str]
    unnamed: re.Pattern[str]
    teases: re.Pattern[str]
    nobody: re.Pattern[str]
    goes_on: re.Pattern[str]
    of_the_toll: re.Pattern[str]
    tells_what_is: re.Pattern[str]


@cache
def _words_of(language: str) -> _Words | None:
    return find_words(_Words, language, "leads")


def points_back(text: str, language: str) -> bool:
    """Tell whether a stretch of text leans on what is told elsewhere ("these cases", "The storm …", "did what")."""
    own = _words_of(language)
    if own is None:
        return False
    opens = (own.leans, own.unnamed, own.nobody)
    return bool(own.points_back.search(text) or own.teases.search(text) or any(one.match(text) for one in opens))


def goes_on(text: str, language: str) -> bool:
    """Tell whether a sentence opens as one does that goes on from another: "The video is", "He also"."""
    own = _words_of(language)
    return own is not None and bool(own.goes_on.match(text))


def tells_what_is(text: str, language: str) -> bool:
    """Tell whether a stretch of text says what something is, not what happened: "… is one of the oldest clubs"."""
    own = _words_of(language)
    return own is not None and bool(own.tells_what_is.match(text))


def tells_of_toll(text: str, language: str) -> bool:
    """Tell whether a sentence opens with those whose number the one before tells: "The deaths were in the north"."""
    own = _words_of(language)
    return own is not None and bool(own.of_the_toll.match(text))


def brings_in(tokens: Sequence[str], language: str) -> bool:
    """Tell whether a sentence opens with somebody or something new ("A man"), not a time ("A day later")."""
    own = _words_of(language)
    return own is not None and len(tokens) > 1 and tokens[0] in own.newcomers and tokens[1] not in own.times
