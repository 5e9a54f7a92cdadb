"""A report as it was read, with what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from os import PathLike
from typing import TYPE_CHECKING, SupportsIndex, overload

from summarizer.errors import InputError
from summarizer.model.dates import PartialDate
from summarizer.model.report_parts import Dateline, DroppedSpan, LiveEntry, Omission
from summarizer.model.text import Span, count, count_words, describe, excerpt

DocumentId = str
OriginId = str
REPORT_SCHEMA = "summarizer/report/1"
_ID_DIGITS = 12
_TEXTS = ("path", "title", "outlet", "author", "credit", "url", "language", "skipped", "kind")

if TYPE_CHECKING:

    class _Published:
        """For type checkers alone: a moment when it is read, and all that makes one when it is given."""

        def __get__(self, document: object, owner: type | None = None) -> PartialDate | None: ...

        def __set__(self, document: object, value: PartialDate | date | str | None) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
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

    Example:
        >>> document = Document.from_text("The talks in Beijing ended.", outlet="The Times", published="2023-06-18")
        >>> document.published
        PartialDate('2023-06-18')
        >>> summarize([document])
        Briefing('The talks in Beijing ended', 1 point, 5 words, 1 report)
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
        for name in _TEXTS:
            if not isinstance(value := getattr(self, name), str | None):
                raise InputError(f"Document {self.id!r}: {name} is {type(value).__name__}, wanted str or None.")
        published = self.published
        if isinstance(published, str):
            object.__setattr__(self, "published", PartialDate.parse(published))
        elif isinstance(published, datetime):
            object.__setattr__(self, "published", PartialDate(value=published, precision="minute"))
        elif isinstance(published, date):
            midnight = datetime(published.year, published.month, published.day)
            object.__setattr__(self, "published", PartialDate(value=midnight, precision="day"))
        elif not isinstance(published, PartialDate | None):
            wanted = "a PartialDate, date, datetime, ISO 8601 text or None"
            raise InputError(f"Document {self.id!r}: published is {type(published).__name__}, wanted {wanted}.")

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

        Example:
            >>> Document.from_text("The talks in Beijing ended.", id="a")
            Document('a', 5 words)
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

        Example:
            >>> Document.from_file("seeds/003_af31facfb1cc1fc8.txt")
            Document('003_af31facfb1cc1fc8', 'Caixin', 272 words)
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
        from summarizer.renderers.notebook import draw_document_html

        return draw_document_html(self)

    def _repr_markdown_(self) -> str:
        from summarizer.renderers.notebook import draw_document_markdown

        return draw_document_markdown(self)


class Documents(tuple[Document, ...]):
    """Reports as they were read: a tuple, which shows itself in a notebook.

    Example:
        >>> documents = read_documents("seeds")
        >>> documents
        Documents(5 reports, 3,379 words)
        >>> len(documents), documents[0].outlet
        (5, 'Caliber.Az')
    """

    __slots__ = ()

    @overload
    def __getitem__(self, key: SupportsIndex) -> Document: ...

    @overload
    def __getitem__(self, key: slice) -> Documents: ...

    def __getitem__(self, key: SupportsIndex | slice) -> Document | Documents:
        found = super().__getitem__(key)
        return Documents(found) if isinstance(found, tuple) else found

    def __repr__(self) -> str:
        return describe(self, count(len(self), "report"), count(sum(one.words for one in self), "word"))

    def _repr_html_(self) -> str:
        from summarizer.renderers.notebook import draw_documents_html

        return draw_documents_html(self)

    def _repr_markdown_(self) -> str:
        from summarizer.renderers.notebook import draw_documents_markdown

        return draw_documents_markdown(self)
