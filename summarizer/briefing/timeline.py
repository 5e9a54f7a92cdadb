"""When: the dates of reports, stated or inferred, and the days of which they tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from summarizer.language import find_date, find_days, find_weekdays
from summarizer.model import DateStatus, Document, DocumentId, Moment, Sentence

_LEAD = 3  # sentences of a report that tell what it is about, and when
_FRESH = timedelta(days=7)  # news tells of days at most this long before its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What is known of a report's time.

    Attributes:
        published: When it was published, or filed.
        published_is: How that is known.
        days: The days of which its opening tells, earliest first.
    """

    published: Moment | None
    published_is: DateStatus
    days: tuple[date, ...]


def date_documents(documents: Sequence[Document], sentences: Sequence[Sentence]) -> dict[DocumentId, Dated]:
    """Date reports.

    A dateline's day without a year takes the year that the report tells elsewhere, or else that most other reports tell.

    Args:
        documents: Reports.
        sentences: Their sentences.

    Returns:
        What is known of each report, by id.
    """
    years = {document.id: _years(document) for document in documents}
    common = Counter(year for found in years.values() for year in found)
    leads: dict[DocumentId, list[str]] = {}
    for sentence in sentences:
        if sentence.position < _LEAD:
            leads.setdefault(sentence.document, []).append(sentence.text)
    return {
        document.id: _date(document, leads.get(document.id, []), years[document.id], common) for document in documents
    }


def _date(document: Document, lead: Sequence[str], years: Counter[int], common: Mapping[int, int]) -> Dated:
    published, status = document.published, "stated"
    year = published.value.year if published else _most(years) or _most(common)
    if published is None:
        filed = find_days(document.dateline.day or "", year=year) if document.dateline else []
        if filed:
            published, status = Moment(value=datetime.combine(filed[0], datetime.min.time())), "inferred"
    days = _days(document, lead, year, published.day if published else None)
    if document.dateline and document.dateline.day:
        days |= set(find_days(document.dateline.day, year=year))
    known: DateStatus = "unknown" if published is None else "inferred" if status == "inferred" else "stated"
    return Dated(published=published, published_is=known, days=tuple(sorted(days)))


def _days(document: Document, lead: Sequence[str], year: int | None, own: date | None) -> set[date]:
    captions = [drop.span.of(document.text) for drop in document.dropped if drop.rule in ("caption", "photo credit")]
    named = [day for text in (*lead, *captions) for day in find_days(text, year=year)]
    if own is None:
        return set(named)
    named += [day for text in lead[:1] for day in find_weekdays(text, before=own)]
    return {day for day in named if timedelta(0) <= own - day <= _FRESH} or {own}


def _years(document: Document) -> Counter[int]:
    """The years of the full dates of a report; one line at a time, since a date needs no more."""
    found = (find_date(line) for line in document.text.split("\n")) if document.published is None else ()
    years = Counter(
        date_found[0].value.year for date_found in found if date_found and date_found[0].precision != "year"
    )
    if document.published:
        years[document.published.value.year] += 1
    return years


def _most(years: Mapping[int, int]) -> int | None:
    return max(years, key=lambda year: (years[year], year)) if years else None
