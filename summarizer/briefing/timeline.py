"""When: the dates of reports, stated or inferred, and the days of which they tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from summarizer.language import find_days, find_weekdays
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

    A day without a year takes the year of the report's own date, else the one that most reports were published in, else
    the one of most days that reports name in full.

    Args:
        documents: Reports.
        sentences: Their sentences.

    Returns:
        What is known of each report, by id.
    """
    year = _common_year(documents)
    leads: dict[DocumentId, list[str]] = {}
    for sentence in sentences:
        if sentence.position < _LEAD:
            leads.setdefault(sentence.document, []).append(sentence.text)
    return {document.id: _date(document, leads.get(document.id, []), year) for document in documents}


def _date(document: Document, lead: Sequence[str], common_year: int | None) -> Dated:
    published = document.published
    status: DateStatus = "stated" if published else "unknown"
    year = published.value.year if published else common_year
    filed = find_days(document.dateline.day or "", year=year) if document.dateline else []
    if published is None and filed:
        published, status = Moment(value=datetime.combine(filed[0], datetime.min.time())), "inferred"
    own = published.day if published and published.precision in ("day", "minute") else None
    captions = [drop.span.of(document.text) for drop in document.dropped if drop.rule in ("caption", "photo credit")]
    days = [day for text in (*lead, *captions) for day in find_days(text, year=year)]
    if own:
        days += [day for text in lead[:1] for day in find_weekdays(text, before=own)]
        days = [day for day in days if timedelta(0) <= own - day <= _FRESH] or [own]
    return Dated(published=published, published_is=status, days=tuple(sorted({*days, *filed})))


def _common_year(documents: Sequence[Document]) -> int | None:
    stated = Counter(document.published.value.year for document in documents if document.published)
    named = Counter(day.year for document in documents for day in find_days(document.text))
    years = stated or named
    return max(years, key=lambda year: (years[year], year)) if years else None
