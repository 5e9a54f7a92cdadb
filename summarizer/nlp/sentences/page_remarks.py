"""Sentences that belong to the page and not to the story: captions, calls to the reader, remarks of the writer.

Captions and calls of all languages are sought in every report: pages put them beside stories of any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from summarizer.languages.data_sections import Phrase, Section, find_all_sections, find_section
from summarizer.languages.word_records import Words
from summarizer.nlp.sentences.verbs import holds_verb
from summarizer.nlp.speakers.attribution import find_attribution

_RULES = "-–—*=_•·#> "  # what pages set before a call: "--------- Sign up for alerts"
_YEARS = (", 20", ", 19")  # how the year begins that ends a caption
_CAPTION_MARKS = (":", *_YEARS)


class PageRemarks(Words):
    """What captions and calls to the reader are known by in one language; the data file says what each is for.

    Attributes:
        language: Its code.
        captions, calls: The phrases of each by the words of which one is in every sentence that they match.
        longest_opener: Letters of the longest of `openers`.
    """

    language: str
    captions: Mapping[str, tuple[str, ...]]
    calls: Mapping[str, tuple[str, ...]]
    caption_words: frozenset[str]
    call_words: frozenset[str]
    openers: tuple[str, ...]
    longest_opener: int
    showing_marks: tuple[str, ...]
    weekday_mark: str
    dated: re.Pattern[str]
    day_and_year: re.Pattern[str]
    days_end: re.Pattern[str]
    finite: re.Pattern[str]
    showing: re.Pattern[str]
    showing_many: re.Pattern[str]
    shown: re.Pattern[str]
    opening: re.Pattern[str]


@cache
def find_page_remarks() -> tuple[PageRemarks, ...]:
    """Return what captions and calls are known by in every language of which that is known."""
    return tuple(map(_read, find_all_sections("page_remarks")))


def _read(section: Section) -> PageRemarks:
    openers = tuple(entry.replace("_", " ") for entry in section.text("openers").split())  # "q:" is no name of a line
    return section.fill(
        PageRemarks,
        language=section.language,
        captions=index_phrases(section.phrases("captions")),
        calls=index_phrases(section.phrases("calls")),
        openers=openers,
        longest_opener=max(map(len, openers), default=0),
    )


def may_be_caption(text: str, tokens: Iterable[str]) -> bool:
    """Tell whether a sentence may be a caption, by its words in small letters; most cannot."""
    is_marked = any(map(text.__contains__, _CAPTION_MARKS))
    return is_marked or any(not own.caption_words.isdisjoint(tokens) for own in find_page_remarks())


def may_be_call(text: str, tokens: Iterable[str]) -> bool:
    """Tell whether a sentence may speak to the reader, by its words in small letters; most cannot."""
    if "://" in text:
        return True
    for own in find_page_remarks():
        opening = text.lstrip(_RULES)[: own.longest_opener].lower()
        if opening.startswith(own.openers) or not own.call_words.isdisjoint(tokens):
            return True
    return False


def is_caption(text: str) -> bool:
    """Tell whether a sentence says what a picture shows rather than what happened."""
    small = text.lower()
    if any(meets_phrase(small, own.captions) for own in find_page_remarks()):
        return True
    if not any(map(text.__contains__, _YEARS)):
        return False
    return any(_shows_on_a_day(text, own) for own in find_page_remarks())


def _shows_on_a_day(text: str, own: PageRemarks) -> bool:
    """Whether a sentence that ends with a day and its year tells what is shown."""
    has_verb = holds_verb(text, own.language)
    if own.weekday_mark in text and own.dated.search(text) and (not has_verb or own.showing.search(text)):
        return True
    if not has_verb and own.day_and_year.search(text):
        return True
    if own.days_end.search(text) and own.showing_many.search(text) and not own.finite.search(text):
        return True
    return any(map(text.__contains__, own.showing_marks)) and bool(own.shown.search(text))


def is_call(text: str) -> bool:
    """Tell whether a sentence speaks to the reader of the page about the page: subscribe, click, watch."""
    small = text.lower().lstrip(_RULES)
    return any(
        (small.startswith(own.openers) and own.opening.match(small) is not None) or meets_phrase(small, own.calls)
        for own in find_page_remarks()
    )


@cache
def _remark(language: str) -> re.Pattern[str] | None:
    section = find_section(language, "remarks")
    return section.pattern("remark") if section else None


def is_remark(text: str, language: str) -> bool:
    """Tell whether a sentence says what its writer thinks, not what happened: "Good thing that it rained".

    What somebody else is told to say is none.
    """
    remark = _remark(language)
    if remark is None:
        return False
    is_cry = text.endswith("!") and text[-2:-1].islower()  # "he told E!"
    return (is_cry or remark.match(text) is not None) and not find_attribution(text, language)


def index_phrases(patterns: Iterable[Phrase]) -> Mapping[str, tuple[str, ...]]:
    """Return patterns by the words of which one is in every text that a pattern can match."""
    found: dict[str, list[str]] = {}
    for words, pattern in patterns:
        for word in words:
            found.setdefault(word, []).append(pattern)
    return {word: tuple(own) for word, own in found.items()}


def meets_phrase(text: str, patterns: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a pattern matches. Most texts hold no word of any, so that few patterns are even compiled.

    Args:
        text: A line or a sentence.
        patterns: As `index_phrases` gives them.
    """
    for word in filter(text.__contains__, patterns):
        if any(_compiled(pattern).search(text) for pattern in patterns[word]):
            return True
    return False


@cache  # the library keeps 512 patterns, fewer than are in use
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
