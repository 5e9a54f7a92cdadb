"""The patterns and words of phrases that tell a time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from summarizer.languages.data_sections import find_section, require_section
from summarizer.languages.language import find_language
from summarizer.languages.word_records import Words
from summarizer.nlp.dates.tense import TenseWords, tense_words_of


class DateWords(Words):
    """How a language tells times, by the keys of its section "dates", its months and weekdays, and its tenses.

    `hints` and `names` are strings one of which stands in every sentence that `phrase` can match in: looking for them
    costs a hundredth of it. `days` are the names of weekdays in small letters.
    """

    months: Mapping[str, int]
    days: tuple[str, ...]
    tense: TenseWords
    names: tuple[str, ...]
    counts: Mapping[str, int]
    hints: tuple[str, ...]
    which: Mapping[str, str]
    sides: Mapping[str, str]
    edges: Mapping[str, str]
    spans: Mapping[str, str]
    lengths: Mapping[str, str]
    ways: Mapping[str, str]
    near: Mapping[str, str]
    same_day: frozenset[str]
    since: frozenset[str]
    loose_binds: frozenset[str]
    unsure_months: frozenset[str]
    whose: Mapping[str, str]
    phrase: re.Pattern[str]
    no_day_before: re.Pattern[str]
    no_day_behind: re.Pattern[str]
    roughly: re.Pattern[str]
    since_before: re.Pattern[str]
    told_behind: re.Pattern[str]
    name: re.Pattern[str]

    def month_of(self, name: str) -> int:
        """Return the number of a month by its name or a short form of it, in any letters."""
        return self.months[name.rstrip(".").casefold()]


@cache
def date_words_of(language: str | None) -> DateWords | None:
    """Return how a language tells times; None where it has no section "dates"."""
    section, tense = find_section(language, "dates"), tense_words_of(language)
    tables = find_language(language) if language else None
    if section is None or tense is None or tables is None:
        return None
    calendar = require_section(section.language, "calendar")
    months = {*calendar.listed("months"), *calendar.listed("months_short")}
    counts = (entry.partition("=") for entry in section.listed("counts"))
    return section.fill(
        DateWords,
        months=tables.months,
        days=tuple(day.casefold() for day in calendar.listed("weekdays")),
        tense=tense,
        names=("19", "20", *sorted(one for one in months if not any(one != o and one.startswith(o) for o in months))),
        counts={word: int(number) for word, _, number in counts},
    )
