"""The words of a language that tell of two figures whether they are of one thing, and when each was so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from summarizer.languages.data_sections import find_section
from summarizer.languages.word_records import Words
from summarizer.nlp.tokens import stop_words


class DiscrepancyWords(Words):
    """The words of a language by the keys of its section "discrepancies", and its stop words."""

    stop_words: frozenset[str]
    day_parts: Mapping[str, tuple[float, float]]
    measures_behind: frozenset[str]
    shares_behind: frozenset[str]
    rows: frozenset[str]
    figure: re.Pattern[str]
    extreme: re.Pattern[str]
    by_day: re.Pattern[str]
    by: re.Pattern[str]
    day_part: re.Pattern[str]
    toll: re.Pattern[str]
    cumulative: re.Pattern[str]
    bodies: re.Pattern[str]
    plural: re.Pattern[str]


@cache
def discrepancy_words_of(language: str | None) -> DiscrepancyWords | None:
    """Return the words of a language; None where it has no section "discrepancies"."""
    section = find_section(language, "discrepancies")
    if section is None:
        return None
    hours = {word: hours.split() for word, hours in section.named("day_parts").items()}
    return section.fill(
        DiscrepancyWords,
        stop_words=stop_words(section.language),
        day_parts={word: (float(first), float(last)) for word, (first, last) in hours.items()},
    )
