"""Relative date phrases ("last Tuesday"), resolved by dateutil against the days of a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import Any, NamedTuple

from summarizer.model import DatePhrase, PhrasePrecision, Span
from summarizer.nlp.dates.phrase_patterns import DateWords, date_words_of
from summarizer.nlp.dates.tense import Tense, is_past, is_quoted, role_at, tense_at

_REACH = 400  # characters around a phrase that are looked at: a long sentence, and no more of what has no full stops
_NEAR = timedelta(days=120)  # a day of a month without a year is the nearest such day, where one is so near
_MOST = 24  # phrases of a sentence; what tells more is a list
_FARTHEST = {"day": 31, "week": 8, "month": 18, "year": 5}  # what is longer ago is told in round numbers


class _Means(NamedTuple):
    """The days that a phrase means."""

    first: date
    last: date
    precision: PhrasePrecision


class _Seen(NamedTuple):
    """A phrase found, where it starts in the text around it, and what that text tells."""

    match: re.Match[str]
    text: str
    start: int
    words: DateWords
    tense: Tense | None
    before: _Means | None  # the day that the phrase before it in the sentence means


def find_date_phrases(
    text: str, told: tuple[date, date] | None = None, language: str | None = "en"
) -> tuple[DatePhrase, ...]:
    """Find the phrases of a sentence that tell a time, and the days that they mean.

    What could mean two things is left out: "last Friday" on a Saturday, "on Saturday" where no verb tells whether it
    looks back, "today" in somebody's own words.

    Args:
        text: A sentence.
        told: The first and the last day on which it may have been written; None where nobody knows. A phrase that means
            different days on the two is left out.
        language: The code of its language; nothing is found in one without the section "dates".

    Returns:
        The phrases in order, none inside another.
    """
    words = date_words_of(language)
    if words is None:
        return ()
    lowered, original = text.lower(), text
    if text.isupper() and len(lowered) == len(text):  # a text in capitals is read as if it were in small letters
        text = words.name.sub(lambda match: match[0].title(), lowered)
    if not any(map(lowered.__contains__, words.hints)) and not any(map(text.__contains__, words.names)):
        return ()
    return tuple(replace(one, text=one.span.of(original)) for one in islice(_resolved(text, told, words), _MOST))


def is_weekday(phrase: DatePhrase, language: str | None = "en") -> bool:
    """Tell whether a phrase names a day by its weekday alone ("Monday evening")."""
    words = date_words_of(language)
    return words is not None and phrase.is_relative and phrase.text.casefold().startswith(words.days)


def has_weekday(text: str, language: str | None = "en") -> bool:
    """Tell whether a text names a weekday."""
    words = date_words_of(language)
    return words is not None and any(map(text.lower().__contains__, words.days))


def _resolved(text: str, told: tuple[date, date] | None, words: DateWords) -> Iterator[DatePhrase]:
    before: _Means | None = None
    for match in words.phrase.finditer(text):
        kind = next(name for name in _RESOLVERS if match[name])
        start, end = match.span(kind)
        cut = max(0, start - _REACH)
        near, at, upto = text[cut : end + _REACH], start - cut, end - cut
        is_absolute = kind in ("iso", "year") or bool(match["year1"] or match["year2"])
        if not is_absolute and (told is None or is_quoted(near, at)):
            continue
        tense = tense_at(near, at, upto, words.tense)
        seen = _Seen(match=match, text=near, start=at, words=words, tense=tense, before=before)
        means = _agreed(_RESOLVERS[kind], seen, told)
        if means is None or _is_gainsaid(text, end, means, words):
            continue
        before = means if means.precision == "day" else before
        yield DatePhrase(
            span=Span(start=start, end=end),
            text=match[kind],
            first=means.first,
            last=means.last,
            precision=means.precision,
            role=role_at(near, at, upto, words.tense),
            is_relative=kind != "date" and not is_absolute,
            is_ahead=seen.tense == "ahead" and told is not None and means.last >= told[0],
        )


def _is_gainsaid(text: str, end: int, means: _Means, words: DateWords) -> bool:
    """Whether a day told right after a weekday is another: "this Thursday (Aug. 8)"; then the report's own is wrong."""
    match = words.told_behind.match(text, end)
    if match is None or means.precision != "day":
        return False
    month = words.month_of(match["month"])
    return (means.first.month, means.first.day) != (month, int(match["day"]))


def _agreed(
    resolve: Callable[[_Seen, date], _Means | None], seen: _Seen, told: tuple[date, date] | None
) -> _Means | None:
    """What a phrase means on each of the days on which it may have been written, if that is one thing."""
    try:
        found = {resolve(seen, day) for day in dict.fromkeys(told or (date(2000, 1, 1),))}
    except (ValueError, OverflowError):
        return None  # no such day, or none that a calendar holds
    return found.pop() if len(found) == 1 else None


def _plus(day: date, /, **change: Any) -> date:
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(**change)


def _weekday(number: int, count: int) -> Any:
    from dateutil.relativedelta import weekday

    return weekday(number, count)


def _day(day: date) -> _Means:
    return _Means(first=day, last=day, precision="day")


def _span_of(kind: str, day: date) -> _Means:
    """The whole week (Monday to Sunday), weekend, month or year that holds a day."""
    if kind == "day":
        return _day(day)
    if kind == "week":
        monday = _plus(day, weekday=_weekday(0, -1))
        return _Means(first=monday, last=monday + timedelta(days=6), precision="week")
    if kind == "weekend":
        saturday = _plus(day, weekday=_weekday(5, -1))
        return _Means(first=saturday, last=saturday + timedelta(days=1), precision="weekend")
    if kind == "month":
        return _Means(first=_plus(day, day=1), last=_plus(day, day=31), precision="month")
    return _Means(first=_plus(day, month=1, day=1), last=_plus(day, month=12, day=31), precision="year")


def _iso(seen: _Seen, _: date) -> _Means:
    return _day(date.fromisoformat(seen.match["iso"]))


def _of_date(seen: _Seen, told: date) -> _Means | None:
    match = seen.match
    number = int(match["day1"] or match["day2"])
    month = seen.words.month_of(match["month1"] or match["month2"])
    if match["year1"]:
        return _day(date(int(match["year1"]), month, number))
    years = [year for year in (told.year - 1, told.year, told.year + 1) if month != 2 or number < 29 or year % 4 == 0]
    days = [date(year, month, number) for year in years]
    nearest = min(days, key=lambda day: (abs(day - told), day))
    if abs(nearest - told) < _NEAR or seen.tense is None:
        return _day(nearest) if abs(nearest - told) < _NEAR else None
    return _day(max(day for day in days if day <= told) if seen.tense == "past" else min(d for d in days if d >= told))


def _plain(match: re.Match[str], group: str) -> str:
    """What a group matched, in small letters with single spaces; "" for nothing."""
    return " ".join((match[group] or "").casefold().split())


def _of_weekday(seen: _Seen, told: date) -> _Means | None:
    words = seen.words
    number = words.days.index(seen.match["name"].casefold())
    which = words.which.get(_plain(seen.match, "which"))
    before, after = seen.text[: seen.start], seen.text[seen.start + len(seen.match["weekday"]) :]
    if words.no_day_before.search(before) or words.no_day_behind.match(after):
        return None
    if which in ("last", "past"):
        day = _plus(told, days=-1, weekday=_weekday(number, -1))
        # "Last Friday" on a Saturday: yesterday, or the Friday of the week before.
        return _day(day) if which != "last" or told - day > timedelta(days=1) else None
    if which == "ahead":
        day = _plus(told, days=1, weekday=_weekday(number, 1))
        return _day(day) if day - told > timedelta(days=1) else None
    if seen.tense is None and not words.since_before.search(before):
        return None
    return _day(_plus(told, weekday=_weekday(number, 1 if seen.tense == "ahead" else -1)))


def _of_unit(seen: _Seen, told: date) -> _Means | None:
    kind = seen.words.spans[_plain(seen.match, "kind")]
    step = int(seen.words.sides[_plain(seen.match, "side")])
    edge = seen.words.edges.get(_plain(seen.match, "edge"))
    if kind == "weekend":
        return _weekend(told, step, seen.tense)
    if kind == "week" and told.weekday() == 6:
        return None  # the week of a Sunday is the one it ends here and the one it opens there
    found = _span_of(kind, _plus(told, **{f"{kind}s": step}))
    if not step and edge == "earlier":
        return _Means(first=found.first, last=told, precision=found.precision)
    if not step and edge == "later":
        return _Means(first=told, last=found.last, precision=found.precision)
    return found


def _weekend(told: date, step: int, tense: Tense | None) -> _Means | None:
    latest = _span_of("weekend", told)
    coming = _span_of("weekend", _plus(told, weekday=_weekday(5, 1)))
    is_weekend = told.weekday() >= 5
    if step < 0:
        return latest if not is_weekend else _span_of("weekend", latest.first - timedelta(days=1))
    if step > 0:
        return coming if told.weekday() == 6 else None
    if tense is None and not is_weekend:
        return None
    return latest if is_weekend or tense == "past" else coming


def _of_weekend(seen: _Seen, told: date) -> _Means | None:
    return _weekend(told, -1 if seen.match["past"] else 0, seen.tense)


def _ago(seen: _Seen, told: date) -> _Means | None:
    match, words = seen.match, seen.words
    number = words.counts.get(match["count"].casefold()) or int(match["count"])
    kind, way = words.lengths[match["units"]], words.ways[match["way"]]
    if number > _FARTHEST[kind] or words.roughly.search(seen.text[: seen.start]):
        return None
    if way == "ago":
        return _span_of(kind, _plus(told, **{f"{kind}s": -number}))
    if seen.before is None:
        return None  # later than what, the sentence does not tell
    return _span_of(kind, _plus(seen.before.first, **{f"{kind}s": number if way == "later" else -number}))


def _near(seen: _Seen, told: date) -> _Means | None:
    which = seen.words.near[_plain(seen.match, "near")]
    if which == "today":
        last = (seen.text[: seen.start].casefold().split() or [""])[-1]
        if last not in seen.words.same_day and not is_past(last, seen.words.tense):
            return None  # as often "nowadays"
    if which == "tomorrow" and seen.tense == "past":
        return None
    return _day(told + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(which, 0)))


def _of_month(seen: _Seen, told: date) -> _Means | None:
    match, words = seen.match, seen.words
    bind, whose = _plain(match, "bind"), words.whose.get(_plain(match, "whose"))
    month = words.month_of(match["named"])
    if match["year2"]:
        return _span_of("month", date(int(match["year2"]), month, 1))
    if not (bind or whose) or (match["named"] in words.unsure_months and bind in words.loose_binds):
        return None
    back = (told.month - month) % 12
    latest = _span_of("month", _plus(told, months=-back))
    if whose == "last":
        return latest if back > 1 else None if back else _span_of("month", _plus(told, months=-12))
    if whose == "this":
        return _span_of("month", date(told.year, month, 1))
    coming = _span_of("month", _plus(told, months=(month - told.month) % 12))
    if whose == "next":
        return coming if coming.first.year > told.year else None
    tense = "past" if bind in words.since else seen.tense
    return latest if tense == "past" else coming if tense == "ahead" else None


def _of_year(seen: _Seen, _: date) -> _Means:
    return _span_of("year", date(int(seen.match["year"]), 1, 1))


_RESOLVERS: dict[str, Callable[[_Seen, date], _Means | None]] = {
    "iso": _iso,
    "date": _of_date,
    "weekday": _of_weekday,
    "unit": _of_unit,
    "weekend": _of_weekend,
    "ago": _ago,
    "near": _near,
    "month": _of_month,
    "year": _of_year,
}
