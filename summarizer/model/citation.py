"""Citations, and the discrepancies whose readings they give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.model.dates import PartialDate
from summarizer.model.document import DocumentId
from summarizer.model.text import Span, count, describe, excerpt

Relation = Literal["verbatim", "same", "part"]
DiscrepancyKind = Literal["number", "name", "date", "place", "polarity", "spelling"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Citation:
    """A passage of a report that says what a point says; `quote` is always `document.text[start:end]`.

    Attributes:
        source: The number of the report.
        document: Its id.
        span: Where the passage stands: a sentence, or two neighbouring ones.
        quote: The passage.
        relation: `verbatim` for the sentence that the point prints, `same` for a passage that says all of it, `part`
            for one that says a part.
        page: The page of the file that it begins on, from 1, where the file has pages.
        entry: When the entry that holds it was written, where the report is a live blog.
        backed: For `part`, the stretch of the point's text that the passage backs; None for the others.

    Example:
        >>> briefing = summarize(read_documents("seeds"))
        >>> citation = briefing.points[0].citations[0]
        >>> citation
        Citation(source 5, verbatim, 'The US secretary of state and China’s foreign minister on…')
        >>> citation.source, citation.span
        (5, Span(start=20, end=283))
    """

    source: int
    document: DocumentId
    span: Span
    quote: str
    relation: Relation = "verbatim"
    page: int | None = None
    entry: PartialDate | None = None
    backed: Span | None = None

    def __repr__(self) -> str:
        return describe(self, f"source {self.source}", self.relation, excerpt(self.quote))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Wording:
    """A reading in the words of some of the reports that give it.

    Example:
        >>> briefing = summarize(read_documents("seeds"))
        >>> [wording.words for wording in briefing.discrepancies[0].readings[0].wordings]
        ['spy balloon flew over US airspace', 'spy balloon that flew over the United States']
    """

    words: str
    citations: tuple[Citation, ...]

    def __repr__(self) -> str:
        return describe(self, excerpt(self.words), count(len(self.citations), "citation"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Reading:
    """One of several values that reports give for one thing, in the words of those that give it.

    Attributes:
        value: The words of the first that is cited; of a number the most exact of those that one value fits.
        citations: Where it stands; `quote` has each report's own words.
        when: When the value was told, by its sentence, else by its report; None where neither is known.
        is_overtaken: Whether a higher number was told later of what only grows, as a toll does.

    Example:
        >>> briefing = summarize(read_documents("seeds"))
        >>> [reading.value for reading in briefing.discrepancies[2].readings]
        ['5-1/2 hour', 'nearly six hours']
    """

    value: str
    citations: tuple[Citation, ...]
    when: PartialDate | None = None
    is_overtaken: bool = False

    def __repr__(self) -> str:
        return describe(self, excerpt(self.value), self.when, count(len(self.citations), "citation"))

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Its words as reports have them, each with those that have it; but for white space and capitals."""
        groups: dict[str, tuple[str, list[Citation]]] = {}
        for citation in self.citations:
            words = " ".join(citation.quote.split()) if groups else self.value
            groups.setdefault(" ".join(citation.quote.casefold().split()), (words, []))[1].append(citation)
        return tuple(Wording(words=words, citations=tuple(cited)) for words, cited in groups.values())


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Discrepancy:
    """A point on which reports differ, with every reading.

    Attributes:
        kind: What differs: a number, a day ("date"), a place, who ("name"), whether it is so ("polarity"), or how
            one name is spelt ("spelling").
        about: What it is about; what stands in “quotation marks” is a report's, with "…" where the readings differ.
        readings: Its readings; those of a number from the oldest to the newest, as far as their times are known.
        is_series: Whether the last reading overtakes the others.
        is_aside: True if it concerns no printed point and not the main event.

    Example:
        >>> briefing = summarize(read_documents("seeds"))
        >>> briefing.discrepancies[2].about
        'How long the talks took'
        >>> briefing.discrepancies[2].readings
        (Reading('5-1/2 hour', 2023-06-18, 1 citation), Reading('nearly six hours', 2023-06-19, 1 citation))
    """

    kind: DiscrepancyKind
    about: str
    readings: tuple[Reading, ...]
    is_series: bool = False
    is_aside: bool = False

    def __repr__(self) -> str:
        return describe(self, self.kind, excerpt(self.about), count(len(self.readings), "reading"))

    @property
    def newest(self) -> Reading:
        """The last reading that none overtakes."""
        return next((one for one in reversed(self.readings) if not one.is_overtaken), self.readings[-1])
