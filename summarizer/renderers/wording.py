"""Our own words, the same in every format for people."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from summarizer.model import Briefing, Check, Citation, DatePhrase, DateRange, Origin, PartialDate, Point, Source
from summarizer.model.text import count
from summarizer.renderers.sanitize import quoted, sanitize

IN_PART = "in part"
_DATES = 2
_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTHS = (
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)


class Cited(NamedTuple):
    """A passage as it is told to a reader: with the words that it backs, where it does not back the whole point."""

    citation: Citation
    backs: str = ""


def as_of(briefing: Briefing) -> str:
    """Say what was read: how many reports, of how many origins, from when to when and how that is known."""
    origins = len(briefing.origins)
    reports = count(len(briefing.sources), "report")
    if origins > 1:
        reports += f" from at most {origins} independent origins"
    elif origins and len(briefing.sources) > 1:
        reports += " from 1 origin"
    return f"{reports}, {_dates(briefing)}."


def about_of(briefing: Briefing) -> str:
    """Say what was asked about, and whether the reports tell of it; nothing where nothing was asked."""
    return quoted(briefing.about or "")


def cited_for(citations: Iterable[Citation], text: str = "") -> tuple[Cited, ...]:
    """Return passages with the words of a point's text that they back; a reading is given whole, without a text."""
    return tuple(Cited(citation=one, backs=one.backed.of(text).strip() if one.backed else "") for one in citations)


def by_extent(cited: Iterable[Cited]) -> tuple[tuple[Cited, ...], tuple[Cited, ...]]:
    """Part the passages that say all of a point from those that say a part."""
    every = tuple(cited)
    in_part = tuple(one for one in every if one.citation.relation == "part")
    return tuple(one for one in every if one not in in_part), in_part


def markers(cited: Iterable[Cited]) -> str:
    """Return "[1][3]": each report once, in the order cited."""
    return "".join(f"[{number}]" for number in dict.fromkeys(one.citation.source for one in cited))


def behind(whole: str, in_part: str, words: str = IN_PART) -> str:
    """Return "[1][2], in part [3]": what stands behind a statement, the marks of both kinds of passages given."""
    return ", ".join(filter(None, (whole, f"{words} {in_part}" if in_part else "")))


def relation(cited: Cited) -> str:
    """Say how a passage stands to what it is cited for; for a part, `backing` goes on."""
    return {"verbatim": "verbatim:", "same": "says the same:", "part": f"{IN_PART}, for"}[cited.citation.relation]


def backing(cited: Cited) -> str:
    """Return the words that a passage backs where it says a part: "“talks in Beijing”:"; else nothing."""
    return f"“{cited.backs}”:" if cited.citation.relation == "part" else ""


def standing(point: Point, marks: Iterable[str] = ()) -> str:
    """Say in brackets what stands beside a statement's citations: page or entry, number of origins, further marks."""
    page, entry = point.citations[0].page, point.citations[0].entry
    said = [] if page is None else [f"page {page}"]
    said += [] if entry is None else [f"entry of {clock(entry)}"]
    origins = count(len(point.origins), "origin")
    if point.origins_in_part:
        said.append(f"{origins}, {len(point.origins_in_part)} more {IN_PART}")
    elif len(point.origins) > 1:
        said.append(origins)
    said += marks
    return f"({'; '.join(said)})" if said else ""


def byline(point: Point) -> str:
    """Return the speaker of a statement whose own words do not name one, or not in full; else nothing."""
    from summarizer.nlp.names.person_names import is_role
    from summarizer.nlp.speakers.attribution import speaker_of

    speaker = point.speaker or ""
    told = speaker_of(" ".join(point.text.split()), "en") if speaker else None
    if told is None:
        return speaker
    last = told.split()[-1]
    is_fuller = speaker.endswith(f" {last}") and not all(is_role(word, "en") for word in speaker.split()[:-1])
    return speaker if is_fuller and all(is_role(word, "en") for word in told.split()[:-1]) else ""


def letter(index: int) -> str:
    """Return the sign of a discrepancy: A to Z, then AA."""
    sign = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        sign = chr(ord("A") + rest) + sign
    return sign


def title_mark(briefing: Briefing) -> str:
    """Return "[5]", the number of the report whose words the title is, or nothing."""
    return "" if briefing.title_source is None or not briefing.title.strip() else f"[{briefing.title_source}]"


def period(when: DateRange | None) -> str:
    """Return "(2023-06-18)", "(2023-06-18 to 2023-06-19)", "(2022-11 to 2023-05)" for whole months, or nothing."""
    if when is None:
        return ""
    start, end = str(when.start), str(when.end)
    if when.start.day == 1 and when.end.day == monthrange(when.end.year, when.end.month)[1]:
        whole_years = (when.start.month, when.end.month) == (1, 12)
        start, end = (start[:4], end[:4]) if whole_years else (start[:7], end[:7])
    return f"({start})" if start == end else f"({start} to {end})"


def dating(point: Point, when: DateRange | None) -> str:
    """Return the dates that a statement's words leave to the reader, in square brackets: "[18 June]"; else nothing.

    Only what the heading over it does not say already, and at most two: more would be a calendar.

    Args:
        point: The statement.
        when: The days that the heading over it names.
    """
    shown = [phrase for phrase in point.dates if _needs_date(phrase, when)][:_DATES]
    if not shown:
        return ""
    return f"[{'; '.join(_labelled(phrase, when, alone=len(point.dates) == 1) for phrase in shown)}]"


def glossing(point: Point, when: DateRange | None) -> str:
    """Return in square brackets who is meant and when: "[Jane Doe, 34; 18 June]"; else nothing.

    Args:
        point: The statement.
        when: The days that the heading over it names.
    """
    told = "; ".join((*introducing(point), *filter(None, (dating(point, when)[1:-1],))))
    return f"[{told}]" if told else ""


def introducing(point: Point) -> list[str]:
    """Return who is meant by last names that a statement uses alone, in its report's words."""
    return [sanitize(one.words) for one in point.people]


def _labelled(phrase: DatePhrase, when: DateRange | None, *, alone: bool) -> str:
    """The days of a phrase, after the phrase itself where another of the statement could be meant."""
    days = _days_of(phrase, when)
    return days if alone or _names_month(phrase) else f"{sanitize(phrase.text)}: {days}"


def _names_month(phrase: DatePhrase) -> bool:
    return phrase.precision in ("day", "month") and bool(re.search(_MONTHS, phrase.text, re.IGNORECASE))


def _needs_date(phrase: DatePhrase, when: DateRange | None) -> bool:
    """Whether neither the phrase nor the heading tells the reader which days are meant."""
    if re.search(r"\d{4}", phrase.text):
        return False
    if when is None:
        return phrase.is_relative
    if phrase.first <= when.start and when.end <= phrase.last:
        return False  # the very day, or the month or year in which it all happens
    if _names_month(phrase):  # then only the year can be in doubt
        return when.start.year != when.end.year or phrase.first.year != when.start.year
    return phrase.is_relative


def _days_of(phrase: DatePhrase, when: DateRange | None) -> str:
    """Write days as briefly as they can be told: "18 June", "29 May–4 June", "November 2022", "2022"."""
    first, last = phrase.first, phrase.last
    if phrase.precision == "year" and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}"
    if phrase.precision == "month" and first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return f"{month_name(first)} {first.year}"
    year = f" {last.year}" if when is None or {first.year, last.year} != {when.start.year, when.end.year} else ""
    if first == last:
        return f"{first.day} {month_name(first)}{year}"
    start = (
        f"{first.day}" if (first.month, first.year) == (last.month, last.year) else f"{first.day} {month_name(first)}"
    )
    return f"{start}–{last.day} {month_name(last)}{year}"


def clock(moment: PartialDate) -> str:
    """Write a moment with its clock, where it is known: "18 March, 12:10"."""
    day = f"{moment.day.day} {month_name(moment.day)}"
    return f"{day}, {moment.value:%H:%M}" if moment.precision == "minute" else day


def month_name(day: date) -> str:
    """The English name of a month, whatever the locale."""
    return _MONTH_NAMES[day.month - 1]


def who(source: Source) -> str:
    """Return the name to call a report by, in the report's own words: its outlet, else the wire, else its id."""
    names = (source.outlet, source.credit, source.document)
    return next((name for name in names if name and sanitize(name)), f"report {source.number}")


def date_of(source: Source) -> str:
    """Return a report's date and how it is known."""
    return f"{source.published} ({source.published_is})" if source.published else "date unknown"


def notes_of(briefing: Briefing) -> list[str]:
    """Return the sourcing notes, in which "[n]" may stand for a source and for nothing else."""
    known = frozenset(str(source.number) for source in briefing.sources)
    return [note for note in (quoted(words, known) for words in briefing.notes) if note]


def shared_origins(what: Briefing | Check) -> tuple[Origin, ...]:
    """Return the origins that several reports go back to."""
    return tuple(origin for origin in what.origins if len(origin.sources) > 1)


def _dates(briefing: Briefing) -> str:
    dates = briefing.dates
    if dates is None:
        return "none of them dated" if len(briefing.sources) > 1 else "not dated"
    undated = sum(source.published is None for source in briefing.sources)
    rest = f"; {count(undated, 'report')} without a date" if undated else ""
    (first, how), (last, other) = ((_day(moment), _how_known(briefing, moment)) for moment in dates)
    if first != last:
        return f"dated {first} ({how}) to {last} ({other})" + rest
    return f"dated {first} ({how if how == other else f'{how} and {other}'})" + rest


def _day(moment: PartialDate) -> str:
    """A date without its hour: what a first and a last date are read for."""
    return str(moment.day) if moment.precision == "minute" else str(moment)


def _how_known(briefing: Briefing, moment: PartialDate) -> str:
    ways = {source.published_is for source in briefing.sources if source.published == moment}
    return "stated" if "stated" in ways else min(ways)
