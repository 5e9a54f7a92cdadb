"""Full dates, days, weekdays and clock times, found by patterns that leave a parser nothing to guess."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import NamedTuple

from summarizer.errors import InputError
from summarizer.languages.data_sections import find_section, require_section
from summarizer.languages.language import find_language
from summarizer.languages.stamps import ZONES, stamps_of_all, weekdays_of_all
from summarizer.languages.word_records import Words
from summarizer.model import PartialDate, Precision
from summarizer.nlp.dates.numeric_dates import Order, agreed_order, find_foreign_days, read_figures

_OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d{2})?$")
_NUMBER = re.compile(r"\d+")
# The digit comes first: a search passes over all other characters fast.
_FULL_YEAR = re.compile(r"[12](?:(?<=\b1)9|(?<=\b2)0)\d\d\b")
_BEFORE_YEAR = 20  # characters: "18th of September, " and a little more
_DIGIT = re.compile(r"\d")


class _ClockWords(Words):
    """How times of day are written in any language, by the keys of "stamps_of_all"."""

    clock_parts: re.Pattern[str]
    clock_behind: re.Pattern[str]


@cache
def _clock_words() -> _ClockWords:
    return stamps_of_all().fill(_ClockWords)


class _Words(Words):
    """How a language writes days, by the keys of its section "dates", with its months in small letters.

    `month_clues` are strings one of which stands in the name of any month.
    """

    language: str
    months: Mapping[str, int]
    month_clues: tuple[str, ...]
    stated: re.Pattern[str]
    stated_month: re.Pattern[str]
    day_of_month: re.Pattern[str]
    any_weekday: re.Pattern[str]


@cache
def _words_of(language: str | None) -> _Words | None:
    section, tables = find_section(language, "dates"), find_language(language) if language else None
    if section is None or tables is None:
        return None
    calendar = require_section(section.language, "calendar")
    months = {name.casefold() for key in ("months", "months_short") for name in calendar.listed(key)}
    return section.fill(
        _Words,
        language=section.language,
        months=tables.months,
        month_clues=tuple(sorted({name[:3] for name in months})),
    )


def at_clock(day: datetime, clock: str) -> datetime | None:
    """Return a day at a time of day such as "5.30 p.m.", "10h05" or "09:15 GMT+2"; None where there is no such time."""
    found = _clock_words().clock_parts.match(clock.strip())
    if not found:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    try:
        return day.replace(hour=hour, minute=minute, tzinfo=_zone(found["zone"]))
    except ValueError:
        return None


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    shift = _OFFSET.search(text)
    if not shift:
        return timezone(timedelta(minutes=ZONES[text.lower()]))
    minutes = 60 * int(shift[2]) + int(shift[3] or 0)
    return timezone(timedelta(minutes=-minutes if shift[1] == "-" else minutes))


class Reading(NamedTuple):
    """A date found in a text.

    Attributes:
        moments: What it may mean: two moments where day and month cannot be told apart.
        start, end: Where it stands.
        is_foreign: Whether its month is named in another language.
    """

    moments: tuple[PartialDate, ...]
    start: int
    end: int
    is_foreign: bool = False


def find_date(text: str, language: str = "en") -> tuple[PartialDate, str] | None:
    """Find the first date of a text that tells its year.

    Months may have their names in other languages of the press. Dates in figures alone are read only where day and
    month cannot be confused (ISO 8601; dots between: day first; slashes between where one number is past 12).

    Returns:
        The date, and the phrase that tells it; None where there is none, or it cannot be ("31 June 2023").
    """
    for reading in read_dates(text, language=language):
        if len(reading.moments) == 1:
            return reading.moments[0], text[reading.start : reading.end]
    return None


def read_dates(text: str, order: Order | None = None, language: str = "en") -> Iterator[Reading]:
    """Find the dates of a text that tell their year, one after another; those that cannot be are left out.

    Args:
        text: A line, or a little more.
        order: How its outlet writes days and months in figures; it decides what nothing in the text does.
        language: The language whose ways to write a date are all known; in others only full dates are.
    """
    words = _words_of(language)
    if words is None or not _DIGIT.search(text):
        return
    matches = list(words.stated.finditer(text))
    pairs = [(int(match["first"]), int(match["second"])) for match in matches if match["between"] in ("/", "-")]
    order = agreed_order(pairs) or order
    found = [
        Reading(moments=moments, start=match.start(), end=match.end())
        for match in matches
        if (moments := _moments(match, text, order, words))
    ]
    for day, start, end in find_foreign_days(text, language):
        clock = _clock_words().clock_behind.match(text, end)
        at = at_clock(day, clock["after"]) if clock else None
        moment = PartialDate(value=at, precision="minute") if at else PartialDate(value=day)
        found.append(Reading(moments=(moment,), start=start, end=clock.end() if clock else end, is_foreign=True))
    found.sort(key=lambda one: (one.start, -one.end))
    taken = 0
    for one in found:
        is_month = one.moments[0].precision == "month" and any(
            other is not one and other.start <= one.start and one.end <= other.end for other in found
        )
        if one.start >= taken and not is_month:
            taken = one.end
            yield one


def _moments(match: re.Match[str], text: str, order: Order | None, words: _Words) -> tuple[PartialDate, ...]:
    if match["iso"]:
        try:
            moment = PartialDate.parse(match["iso"])
        except InputError:
            return ()
        clock = match["after"] if moment.precision == "day" else None
        at = at_clock(moment.value, clock) if clock else None
        return (PartialDate(value=at, precision="minute") if at else moment,)
    clock = match["after"] or match["before"]
    precision: Precision = "month" if match["month"] else "day"
    days = _figured(match, text, order) if match["figures"] else _day_of(match, words)
    moments = []
    for day in days:
        at = at_clock(day, clock) if clock and precision == "day" else None
        if clock and precision == "day" and at is None and not match["figures"]:
            return ()
        moments.append(PartialDate(value=at, precision="minute") if at else PartialDate(value=day, precision=precision))
    return tuple(moments)


def _figured(match: re.Match[str], text: str, order: Order | None) -> list[datetime]:
    """The days that a date in figures may mean: by its weekday, where one stands before it, else by the order."""
    if match["between"] == ".":
        order = "day first"
    numbers = int(match["first"]), int(match["second"]), int(match["year"])
    both = read_figures(*numbers, None)
    named = _weekday_before().search(text[: match.start("figures")]) if len(both) > 1 else None
    number = weekdays_of_all().get(named[1].casefold()) if named else None
    fitting = [day for day in both if day.weekday() == number] if number is not None else []
    days = fitting if len(fitting) == 1 else read_figures(*numbers, order)
    return [datetime(day.year, day.month, day.day) for day in days]


@cache
def _weekday_before() -> re.Pattern[str]:
    return stamps_of_all().pattern("weekday_before")


def _day_of(match: re.Match[str], words: _Words) -> list[datetime]:
    """The day of a date found; the first of the month where it tells no day; none where there is no such day."""
    phrase = match["full"] or match["backward"] or match["month"]
    numbers = [int(number) for number in _NUMBER.findall(phrase)]
    if match["backward"]:
        year, month, day = numbers
    else:
        name = words.stated_month.search(phrase)
        month = _month_of(name.group(), words) if name else 0
        day, year = (1 if match["month"] else numbers[0]), numbers[-1]
    try:
        return [datetime(year, month, day)]
    except ValueError:
        return []


def _month_of(name: str, words: _Words) -> int:
    return words.months[name.rstrip(".").casefold()]


def find_days(text: str, *, year: int | None = None, language: str | None = "en") -> list[date]:
    """Find the days that a text names by month and number ("June 5", "18 June 2023").

    Args:
        text: Any text.
        year: The year of days that are named without one; such days are left out where it is None.
        language: The code of its language.
    """
    words = _words_of(language)
    days = []
    for match in _days_of_month(text, words) if words else ():
        month = _month_of(match["month1"] or match["month2"], words) if words else 0
        told = int(match["year"]) if match["year"] else year
        try:
            days += [date(told, month, int(match["day1"] or match["day2"]))] if told else []
        except ValueError:
            continue
    return days


def _days_of_month(text: str, words: _Words) -> Iterator[re.Match[str]]:
    """The days of a month in a text; most texts hold no digit, or no month."""
    if _DIGIT.search(text) and any(map(text.lower().__contains__, words.month_clues)):
        yield from words.day_of_month.finditer(text)


def find_years(text: str, language: str | None = "en") -> list[int]:
    """Find the years of the days that a long text names in full, without looking far from what may be a year."""
    return [
        day.year
        for match in _FULL_YEAR.finditer(text)
        for day in find_days(text[max(0, match.start() - _BEFORE_YEAR) : match.end()], language=language)
        if day.year == int(match.group())
    ]


def name_days(text: str, language: str | None = "en") -> frozenset[str]:
    """Return the weekdays and days of months that a text names, as words ("sunday", "3-10" for March 10)."""
    words = _words_of(language)
    if words is None:
        return frozenset()
    weekdays = {match.group().casefold() for match in words.any_weekday.finditer(text)}
    days = {
        f"{_month_of(match['month1'] or match['month2'], words)}-{int(match['day1'] or match['day2'])}"
        for match in _days_of_month(text, words)
    }
    return frozenset(weekdays | days)
