"""Full dates, days, weekdays and clock times, found by patterns that leave a parser nothing to guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from summarizer.errors import InputError
from summarizer.model import PartialDate, Precision
from summarizer.nlp.dates.numeric_dates import Order, agreed_order, find_foreign_days, read_figures, weekday_number

# Names that mean one zone; of the others (IST, BST, CST outside of mail) the day as written is known, and no more.
_ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "cet": 60, "cest": 120, "mez": 60, "mesz": 120,
    "eet": 120, "eest": 180, "msk": 180, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "sast": 120, "wat": 60, "eat": 180, "hkt": 480, "sgt": 480, "pkt": 300,
}  # fmt: skip
_SHIFT = r"[+-]\d{1,2}(?::?\d{2})?(?!\d)"
ZONE = rf"(?:(?:GMT|UTC)\s?{_SHIFT}|{_SHIFT}|(?:{'|'.join(_ZONES)})\b)"
CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s{0,3}(?:[ap]\.?\s?m\b\.?|Uhr\b)?|\s?h\s?\d{2}\b)"
    rf"|\b\d{{1,2}}\s?[ap]\.?m\b\.?)(?:\s{{0,3}}\(?{ZONE}\)?)?"
)
_TIME = re.compile(
    r"(?P<hour>\d{1,2})\s*(?:[:.h]\s*(?P<minute>\d{2}))?(?::\d{2}(?:[.,]\d+)?)?\s*(?:(?P<half>[ap])\.?\s?m\b\.?|uhr\b)?"
    rf"\s*\(?(?P<zone>{ZONE})?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d{2})?$")


def at_clock(day: datetime, clock: str) -> datetime | None:
    """Return a day at a time of day such as "5.30 p.m.", "10h05" or "09:15 GMT+2"; None where there is no such time."""
    found = _TIME.match(clock.strip())
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
        return timezone(timedelta(minutes=_ZONES[text.lower()]))
    minutes = 60 * int(shift[2]) + int(shift[3] or 0)
    return timezone(timedelta(minutes=-minutes if shift[1] == "-" else minutes))


_TO_CLOCK = r"(?:,|\s|\||–|—|-|·|•|/|\b(?:at|um|à|a las|às|alle|ore|om|kl)\b\.?){0,20}[\s(|•·/]"

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_YEAR = r"(?:19|20)\d{2}"
_ISO = rf"{_YEAR}-\d{{2}}-\d{{2}}(?:[T ]\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?"
_DATE = re.compile(
    rf"(?:(?P<before>{CLOCK})(?:[\s,|–—-]|\bon\b){{1,12}}(?:[a-z]{{3,9}}day,?\s+|(?:mon|tue|wed|thu|fri|sat|sun)\.?,?\s+)?)?"
    rf"(?:(?P<iso>\b{_ISO})|(?P<full>\b{_DAY}(?:\s+|-)(?:of\s+)?{_MONTH},?(?:\s+|-){_YEAR}\b|\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b)"
    rf"|(?P<figures>(?<![\w/.-])(?P<first>\d{{1,2}})(?P<between>[./-])(?P<second>\d{{1,2}})(?P=between)(?P<year>{_YEAR})(?![\d/-]))"
    rf"|(?P<backward>(?<![\w/.-]){_YEAR}(?P<sign>[/.])\d{{1,2}}(?P=sign)\d{{1,2}}(?![\d/-]))|(?P<month>\b{_MONTH}\s+{_YEAR}\b))"
    rf"(?:{_TO_CLOCK}(?P<after>{CLOCK}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A date found in a text.

    Attributes:
        moments: What it may mean: two moments where day and month cannot be told apart.
        start, end: Where it stands.
        is_foreign: Whether its month is named in another language than English.
    """

    moments: tuple[PartialDate, ...]
    start: int
    end: int
    is_foreign: bool = False


def find_date(text: str) -> tuple[PartialDate, str] | None:
    """Find the first date of a text that tells its year.

    Months may have their names in other languages of the press. Dates in figures alone are read only where day and
    month cannot be confused (ISO 8601; dots between: day first; slashes between where one number is past 12).

    Returns:
        The date, and the phrase that tells it; None where there is none, or it cannot be ("31 June 2023").
    """
    for reading in read_dates(text):
        if len(reading.moments) == 1:
            return reading.moments[0], text[reading.start : reading.end]
    return None


def read_dates(text: str, order: Order | None = None) -> Iterator[Reading]:
    """Find the dates of a text that tell their year, one after another; those that cannot be are left out.

    Args:
        text: A line, or a little more.
        order: How its outlet writes days and months in figures; it decides what nothing in the text does.
    """
    if not _DIGIT.search(text):
        return
    matches = list(_DATE.finditer(text))
    pairs = [(int(match["first"]), int(match["second"])) for match in matches if match["between"] in ("/", "-")]
    order = agreed_order(pairs) or order
    found = [
        Reading(moments=moments, start=match.start(), end=match.end())
        for match in matches
        if (moments := _moments(match, text, order))
    ]
    for day, start, end in find_foreign_days(text):
        clock = _AFTER.match(text, end)
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


_AFTER = re.compile(rf"{_TO_CLOCK}(?P<after>{CLOCK})", re.IGNORECASE)


def _moments(match: re.Match[str], text: str, order: Order | None) -> tuple[PartialDate, ...]:
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
    days = _figured(match, text, order) if match["figures"] else _day_of(match)
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
    named = _WEEKDAY_BEFORE.search(text[: match.start("figures")]) if len(both) > 1 else None
    number = weekday_number(named[1]) if named else None
    fitting = [day for day in both if day.weekday() == number] if number is not None else []
    days = fitting if len(fitting) == 1 else read_figures(*numbers, order)
    return [datetime(day.year, day.month, day.day) for day in days]


def _day_of(match: re.Match[str]) -> list[datetime]:
    """The day of a date found; the first of the month where it tells no day; none where there is no such day."""
    phrase = match["full"] or match["backward"] or match["month"]
    numbers = [int(number) for number in re.findall(r"\d+", phrase)]
    if match["backward"]:
        year, month, day = numbers
    else:
        name = re.search(r"[A-Za-z]{3,}", re.sub(r"(?<!\d)\d++(?:st|nd|rd|th)|\bof\b", " ", phrase))
        month = _MONTHS.index(name.group()[:3].lower()) + 1 if name else 0
        day, year = (1 if match["month"] else numbers[0]), numbers[-1]
    try:
        return [datetime(year, month, day)]
    except ValueError:
        return []


_WEEKDAY_BEFORE = re.compile(r"\b([^\W\d_]{2,10})\.?,?\s+(?:(?:the|den|dem|le|el|il|dia|día)\s+)?$", re.IGNORECASE)
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
    days = []
    for match in _days_of_month(text):
        month = _MONTHS.index((match["month1"] or match["month2"])[:3].casefold()) + 1
        told = int(match["year"]) if match["year"] else year
        try:
            days += [date(told, month, int(match["day1"] or match["day2"]))] if told else []
        except ValueError:
            continue
    return days


def _days_of_month(text: str) -> Iterator[re.Match[str]]:
    """The days of a month in a text; most texts hold no digit, or no month."""
    if _DIGIT.search(text) and any(map(text.lower().__contains__, _MONTHS)):
        yield from _DAY_OF_MONTH.finditer(text)


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
        for match in _days_of_month(text)
    }
    return frozenset(weekdays | days)
