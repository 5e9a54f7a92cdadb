"""What is known of a report beside its text: where it was filed, what was dropped from it, its entries and its date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from summarizer.model.dates import DateStatus, PartialDate
from summarizer.model.text import Span, describe


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where, and perhaps on which day, a report says that it was filed ("BEIJING, June 19 (AP) —").

    Example:
        >>> read_documents("seeds")[2].dateline
        Dateline(place='Beijing', day='June 19')
    """

    place: str
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedSpan:
    """A stretch of a report that is no part of its story, and the name of the rule that said so.

    Example:
        >>> document = read_documents("seeds")[0]
        >>> drop = document.dropped[0]
        >>> drop.rule, drop.span.of(document.text)
        ('share bar', 'twitter')
    """

    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """What a file held and its report does not: a running head, a picture, what a footnote says; and why.

    Example:
        >>> Omission(text="Page 2 of 7", rule="running head")
        Omission(text='Page 2 of 7', rule='running head')
    """

    text: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveEntry:
    """One entry of a live blog: where in the report's text it begins, and when it was written.

    Example:
        >>> LiveEntry(start=120, published=PartialDate.parse("2023-06-18T14:01"))
        LiveEntry(start=120, published=PartialDate('2023-06-18T14:01'))
    """

    start: int
    published: PartialDate


def entry_at(entries: Sequence[LiveEntry], place: int) -> LiveEntry | None:
    """Return the entry that holds a place of a text: the last that begins before it; None before the first."""
    begun = [entry for entry in entries if entry.start <= place]
    return begun[-1] if begun else None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ReportDate:
    """What is known of a report's time.

    Attributes:
        published: When it was published, or filed.
        published_is: How that is known.
        why: The same in a few plain words.
        days: The days that its opening, its captions and its dateline name, earliest first.
        news: Those of them of which its opening tells as news.
        written: The first and the last day on which it may have been written: what "Sunday" in it is counted from.
        entries: Its entries, where it is a live blog: each has a time of its own.

    Example:
        >>> run = run_pipeline(read_documents("seeds"))
        >>> known = run.dates["004_b2155228af745fda"]
        >>> known
        ReportDate(2023-06-18, inferred)
        >>> known.why
        'it tells of Sunday, as 001_18940ac4ae744549 does of 2023-06-18'
    """

    published: PartialDate | None
    published_is: DateStatus
    why: str
    days: tuple[date, ...] = ()
    news: tuple[date, ...] = ()
    written: tuple[date, date] | None = None
    entries: tuple[LiveEntry, ...] = ()

    def __repr__(self) -> str:
        return describe(self, self.published, self.published_is)

    def at(self, place: int) -> ReportDate:
        """Return what is known of the time of a place in the report's text: in a live blog, that of its entry."""
        entry = entry_at(self.entries, place)
        return self if entry is None else replace(self, published=entry.published, written=entry.published.days)
