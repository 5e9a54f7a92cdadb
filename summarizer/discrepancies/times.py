"""When something was told: on the day that its sentence names, else when its report was written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from summarizer.languages.word_records import Words
from summarizer.model import DatePhrase, PartialDate, ReportDate
from summarizer.nlp.dates.relative_dates import find_date_phrases

_BESIDE = 12  # characters on each side of a day in which a part of it stands
_ALL_DAY = (0.0, 24.0)
_SECONDS = 86_400  # of a day
_EPOCH = date(1970, 1, 1).toordinal()


class _Words(Words, section="discrepancies"):
    """Of the section "discrepancies" what tells when a figure was so: its file says what each is."""

    day_parts: Mapping[str, str]
    by: re.Pattern[str]
    day_part: re.Pattern[str]


class Time(NamedTuple):
    """A time as a reader is told it, and as times are compared.

    Attributes:
        day: The day.
        hours: The hours of the day between which it lies.
        moment: The same for readers.
    """

    day: date
    hours: tuple[float, float]
    moment: PartialDate

    @property
    def rank(self) -> float:
        """Where it stands among others, in days since 1970: the middle of its hours, in UTC where it tells its zone."""
        if self.moment.precision == "minute" and self.moment.value.tzinfo:
            return self.moment.value.timestamp() / _SECONDS
        return self.day.toordinal() - _EPOCH + sum(self.hours) / 48

    def is_before(self, other: Time) -> bool:
        """Tell whether this time is surely the earlier one; moments that tell their zones are held against UTC."""
        one, two = self.moment, other.moment
        if one.precision == two.precision == "minute" and one.value.tzinfo and two.value.tzinfo:
            return one.value < two.value
        if self.day != other.day:
            return self.day < other.day
        return self.hours[1] <= other.hours[0] and self.hours != other.hours


def time_of(text: str, dated: ReportDate | None, language: str | None = "en") -> Time | None:
    """Return when a sentence tells its figures; None where neither it nor its report says.

    Args:
        text: The sentence.
        dated: What is known of the time of its report.
        language: The code of its language; in one without the words it is the time of the report.
    """
    if dated is None or dated.published is None or dated.published.precision not in ("minute", "day"):
        return None
    published = dated.published
    own = dated.written[0] if dated.written and dated.written[0] == dated.written[1] else published.day
    words = _Words.find(language)
    phrase = _telling(text, find_date_phrases(text, dated.written, language), words) if words else None
    if words is None or phrase is None:
        return _published(published, own)
    hours = _part_of_day(text, phrase, words)
    if phrase.first == published.day and published.precision == "minute" and hours == _ALL_DAY:
        return _published(published, own)
    return Time(day=phrase.first, hours=hours, moment=_day(phrase.first))


def _telling(text: str, phrases: tuple[DatePhrase, ...], words: _Words) -> DatePhrase | None:
    """The day on which somebody says it, or by which it was so."""
    for phrase in reversed(phrases):
        is_day = phrase.precision == "day" and not phrase.is_ahead
        if is_day and (phrase.role == "said" or words.by.search(text, 0, phrase.span.start)):
            return phrase
    return None


def _published(published: PartialDate, own: date) -> Time:
    if published.precision == "minute" and published.day == own:
        hour = published.value.hour + published.value.minute / 60
        return Time(day=own, hours=(hour, hour), moment=published)
    return Time(day=own, hours=_ALL_DAY, moment=_day(own))


def _day(day: date) -> PartialDate:
    return PartialDate(value=datetime(day.year, day.month, day.day))


def _part_of_day(text: str, phrase: DatePhrase, words: _Words) -> tuple[float, float]:
    near = text[max(0, phrase.span.start - _BESIDE) : phrase.span.end + _BESIDE].casefold()
    told = {match.group() for match in words.day_part.finditer(near)}
    first, last = next((hours.split() for word, hours in words.day_parts.items() if word in told), _ALL_DAY)
    return float(first), float(last)
