"""Dates told in full, days, and weekdays: found by our own patterns, which leave nothing for a parser to guess."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from summarizer.errors import InputError
from summarizer.language.monthnames import find_foreign_day
from summarizer.model import Moment

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d{2}"
_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?)?(?:\s*(?:GMT|UTC|Z\b|[+-]\d{2}:?\d{2}\b))?"
_ISO = rf"{_YEAR}-\d{{2}}-\d{{2}}(?:[T ]\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?"
_DATE = re.compile(
    rf"(?:(?P<before>{_CLOCK})[\s,|–—-]+)?"
    rf"(?:(?P<iso>\b{_ISO})|(?P<full>\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b|\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b)"
    rf"|(?P<dotted>\b\d{{1,2}}\.\d{{1,2}}\.{_YEAR}\b|\b(?:1[3-9]|2\d|3[01])/\d{{1,2}}/{_YEAR}\b|\b\d{{1,2}}/(?:1[3-9]|2\d|3[01])/{_YEAR}\b)|(?P<month>\b{_MONTH}\s+{_YEAR}\b))"
    rf"(?:(?:,|\s|\||–|—|-|·|at\b)*\s(?P<after>{_CLOCK}))?",
    re.IGNORECASE,
)


def find_date(text: str) -> tuple[Moment, str] | None:
    """Find the first date of a text that tells its year.

    Months may have their names in other languages of the press. Dates in figures alone are read only where day and
    month cannot be confused (ISO 8601; dots between: day first; slashes between where one number is past 12).

    Returns:
        The date, and the phrase that tells it; None where there is none, or it cannot be ("31 June 2023").
    """
    match = _DATE.search(text)
    if not match:
        foreign = find_foreign_day(text) if _DIGIT.search(text) else None
        return (Moment(value=foreign[0]), foreign[1]) if foreign else None
    if match["iso"]:
        try:
            return Moment.parse(match["iso"]), match.group()
        except InputError:
            return None
    clock = match["after"] or match["before"]
    day = _day_of(match)
    if day is None:
        return None
    if match["month"] or not clock:
        return Moment(value=day, precision="month" if match["month"] else "day"), match.group()
    moment = _at(day, clock)
    return (Moment(value=moment, precision="minute"), match.group()) if moment else None


def _day_of(match: re.Match[str]) -> datetime | None:
    """The day of a date found; the first of the month where it tells no day; None where there is no such day."""
    phrase = match["full"] or match["dotted"] or match["month"]
    numbers = [int(number) for number in re.findall(r"\d+", phrase)]
    if match["dotted"]:
        first, second, year = numbers
        day, month = (second, first) if second > 12 else (first, second)
    else:
        name = re.search(r"[A-Za-z]{3,}", re.sub(r"\d+(?:st|nd|rd|th)|\bof\b", " ", phrase))
        month = _MONTHS.index(name.group()[:3].lower()) + 1 if name else 0
        day, year = (1 if match["month"] else numbers[0]), numbers[-1]
    try:
        return datetime(year, month, day)
    except ValueError:
        return None


def _at(day: datetime, clock: str) -> datetime | None:
    """A day at a time of day such as "5.30 p.m." or "09:15 GMT"; None where there is no such time."""
    found = _TIME.match(clock.lower())
    if not found:
        return None
    hour, minute = int(found["hour"]), int(found["minute"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    zone = None
    if found["shift"]:
        sign = -1 if found["shift"][0] == "-" else 1
        zone = timezone(sign * timedelta(hours=int(found["shift"][1:3]), minutes=int(found["shift"][-2:])))
    elif found["zone"]:
        zone = UTC
    try:
        return day.replace(hour=hour, minute=minute, tzinfo=zone)
    except ValueError:
        return None


_TIME = re.compile(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})?\s*(?:(?P<half>[ap])\.?m\b\.?)?\s*(?P<zone>gmt|utc|z)?"
    r"(?P<shift>[+-]\d{2}:?\d{2})?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_OF_MONTH = re.compile(
    rf"\b(?:(?P<month1>{_MONTH})\s+(?P<day1>\d{{1,2}})|(?P<day2>\d{{1,2}})\s+(?P<month2>{_MONTH}))(?:st|nd|rd|th)?"
    rf"(?!\d)(?:,?\s+(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
# The digit comes first: a search passes over all other characters fast.
_FULL_YEAR = re.compile(r"[12](?:(?<=\b1)9|(?<=\b2)0)\d\d\b")
_BEFORE_YEAR = 20  # characters: "18th of September, " and a little more
_DIGIT = re.compile(r"\d")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)


def find_days(text: str, *, year: int | None = None) -> list[date]:
    """Find the days that a text names by month and number ("June 5", "18 June 2023").

    Args:
        text: Any text.
        year: The year of days that are named without one; such days are left out where it is None.
    """
    if not _DIGIT.search(text):
        return []
    days = []
    for match in _DAY_OF_MONTH.finditer(text):
        month = _MONTHS.index((match["month1"] or match["month2"])[:3].casefold()) + 1
        told = int(match["year"]) if match["year"] else year
        try:
            days += [date(told, month, int(match["day1"] or match["day2"]))] if told else []
        except ValueError:
            continue
    return days


def find_years(text: str) -> list[int]:
    """Find the years of the days that a long text names in full, without looking far from what may be a year."""
    return [
        day.year
        for match in _FULL_YEAR.finditer(text)
        for day in find_days(text[max(0, match.start() - _BEFORE_YEAR) : match.end()])
        if day.year == int(match.group())
    ]


def name_days(text: str) -> frozenset[str]:
    """Return the weekdays and days of months that a text names, as words ("sunday", "march 10")."""
    small = text.lower()
    weekdays = {match.group().casefold() for match in _WEEKDAY.finditer(text)} if "day" in small else set()
    days = {
        f"{(match['month1'] or match['month2'])[:3].casefold()} {int(match['day1'] or match['day2'])}"
        for match in _DAY_OF_MONTH.finditer(text)
    }
    return frozenset(weekdays | days)
