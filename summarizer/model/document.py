"""A report as it was read, with what is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from os import PathLike
from typing import TYPE_CHECKING

from summarizer.errors import InputError
from summarizer.model.dates import DateStatus, PartialDate
from summarizer.model.text import Span, count, count_words, describe, excerpt

DocumentId = str
OriginId = str
REPORT_SCHEMA = "summarizer/report/1"
_ID_DIGITS = 12

if TYPE_CHECKING:

    class _Published:
        """For type checkers alone: a moment when it is read, and all that makes one when it is given."""

        def __get__(self, document: object, owner: type | None = None) -> PartialDate | None: ...

        def __set__(self, document: object, value: PartialDate | date | str | None) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where, and perhaps on which day, a report says that it was filed ("BEIJING, June 19 (AP) —")."""

    place: str
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedSpan:
    """A stretch of a report that is no part of its story, and the name of the rule that said so."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """What a file held and its report does not: a running head, a picture, what a footnote says; and why."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveEntry:
    """One entry of a live blog: where in the report's text it begins, and when it was written."""

    start: int
    published: PartialDate


def entry_at(entries: Sequence[LiveEntry], place: int) -> LiveEntry | None:
    """Return the entry that holds a place of a text: the last that begins before it; None before the first."""
    begun = [entry for entry in entries if entry.start <= place]
    return begun[-1] if begun else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report. `text` stays as it was read; everything else is said about it.

    Attributes:
        id: The report's name, unique among those of one run.
        text: The report as read. Of text files that is all they hold, line ends being line feeds; of other kinds it is
            the text that was extracted, a paragraph a line.
        path: Where it was read from.
        title, outlet, author, url, language: As given, or as found in the text; None where neither tells.
        credit: The wire service named in it ("Reuters").
        cites: Other outlets that it says it takes its story from ("Japan Times").
        dateline: Where it was filed.
        published: When; a `date`, `datetime` or ISO 8601 string is taken too.
        updated: When it was changed last, where it tells that as well; equal to `published` where it tells nothing but
            the change.
        readings: The moments that its date may mean, where day and month in it cannot be told apart ("07/12/2022") and
            `published` is None for that; empty else.
        kept: The stretches that are the story, in order; None until the report is cleaned.
        dropped: The others, each with its rule.
        skipped: Why the report cannot be used at all, where it cannot.
        kind: Of which kind the file was ("pdf").
        pages: Where in the text each page of the file stands, in order; empty for kinds without pages.
        entries: The entries of a live blog, in the order of the text; empty for other reports.
        omitted: What the file held beside the text.
    """

    id: DocumentId
    text: str
    path: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    credit: str | None = None
    cites: tuple[str, ...] = ()
    dateline: Dateline | None = None
    if TYPE_CHECKING:
        published: _Published = _Published()
    else:
        published: PartialDate | None = None
    updated: PartialDate | None = None
    readings: tuple[PartialDate, ...] = ()
    url: str | None = None
    language: str | None = None
    kept: tuple[Span, ...] | None = None
    dropped: tuple[DroppedSpan, ...] = ()
    skipped: str | None = None
    kind: str | None = None
    pages: tuple[Span, ...] = ()
    entries: tuple[LiveEntry, ...] = ()
    omitted: tuple[Omission, ...] = ()

    def __repr__(self) -> str:
        told = f"skipped: {excerpt(self.skipped)}" if self.skipped else count(self.words, "word")
        return describe(self, excerpt(self.id), excerpt(self.title), excerpt(self.outlet), told)

    def __post_init__(self) -> None:
        if not isinstance(self.id, str) or not self.id:
            raise InputError(f"Document.id: found {self.id!r}, wanted text that is not empty.")
        if not isinstance(self.text, str):
            raise InputError(
                f"Document {self.id!r}: text is {type(self.text).__name__}, wanted str; decode bytes first."
            )
        published = self.published
        if isinstance(published, str):
            object.__setattr__(self, "published", PartialDate.parse(published))
        elif isinstance(published, datetime):
            object.__setattr__(self, "published", PartialDate(value=published, precision="minute"))
        elif isinstance(published, date):
            midnight = datetime(published.year, published.month, published.day)
            object.__setattr__(self, "published", PartialDate(value=midnight, precision="day"))

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        id: str | None = None,  # noqa: A002 - the field's name
        title: str | None = None,
        outlet: str | None = None,
        author: str | None = None,
        credit: str | None = None,
        published: PartialDate | date | str | None = None,
        url: str | None = None,
        language: str | None = None,
    ) -> Document:
        """Make a document of a text that you hold.

        Args:
            text: The report, as plain text.
            id: Its name; None for one made from the text, which is the same each time.
            title: Its headline. What you do not know of it is looked for in the text.
            outlet: Who publishes it.
            author: Who wrote it.
            credit: The wire service named in it ("Reuters").
            published: When; a `date`, a `datetime` or an ISO 8601 string is taken too.
            url: Its address.
            language: Code of its language.

        Raises:
            InputError: the text or the id is no text, or the date cannot be read.
        """
        if id is None and isinstance(text, str):
            id = "text-" + sha256(text.encode(errors="surrogatepass")).hexdigest()[:_ID_DIGITS]  # noqa: A001
        return cls(
            id=id if id is not None else "text",
            text=text,
            title=title,
            outlet=outlet,
            author=author,
            credit=credit,
            published=published,
            url=url,
            language=language,
        )

    @classmethod
    def from_file(cls, path: str | PathLike[str]) -> Document:
        """Read the one report of a file, of any kind that `read_documents` reads, and clean it.

        Args:
            path: The file.

        Raises:
            ReadError: the file is not there, cannot be read, or holds no report.
            MissingExtraError: the kind of the file needs a part that is not installed.
            InputError: it holds several reports.
        """
        from summarizer.readers.documents import read_document

        return read_document(path)

    def page_of(self, span: Span) -> int | None:
        """Return the number of the page that a stretch begins on, from 1; None where there are no pages."""
        begun = [number for number, page in enumerate(self.pages, start=1) if page.start <= span.start]
        return begun[-1] if begun else None

    @property
    def words(self) -> int:
        """How many words of it are story; all of them where it is not cleaned yet."""
        if self.kept is None:
            return count_words(self.text)
        return sum(count_words(span.of(self.text)) for span in self.kept)

    def _repr_html_(self) -> str:
        from summarizer.renderers.notebook_documents import draw_document_html

        return draw_document_html(self)

    def _repr_markdown_(self) -> str:
        from summarizer.renderers.notebook_documents import draw_document_markdown

        return draw_document_markdown(self)


class Documents(tuple[Document, ...]):
    """Reports as they were read: a tuple, which shows itself in a notebook."""

    __slots__ = ()

    def __repr__(self) -> str:
        return describe(self, count(len(self), "report"), count(sum(one.words for one in self), "word"))

    def _repr_html_(self) -> str:
        from summarizer.renderers.notebook_documents import draw_documents_html

        return draw_documents_html(self)

    def _repr_markdown_(self) -> str:
        from summarizer.renderers.notebook_documents import draw_documents_markdown

        return draw_documents_markdown(self)


@dataclass(frozen=True, slots=True, kw_only=True)
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
