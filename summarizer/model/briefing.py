"""The briefing and what it is made of: sections, points, citations, sources, discrepancies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.model.dates import DatePhrase, DateRange, DateStatus, PartialDate
from summarizer.model.document import DocumentId, OriginId
from summarizer.model.provenance import Origin
from summarizer.model.text import Span, count_words

Relation = Literal["verbatim", "same", "part"]
DiscrepancyKind = Literal["number", "name", "date", "place", "polarity", "spelling"]


@dataclass(frozen=True, slots=True, kw_only=True)
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
    """

    source: int
    document: DocumentId
    span: Span
    quote: str
    relation: Relation = "verbatim"
    page: int | None = None
    entry: PartialDate | None = None
    backed: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A reading in the words of some of the reports that give it."""

    words: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One of several values that reports give for one thing, in the words of those that give it.

    Attributes:
        value: The words of the first that is cited; of a number the most exact of those that one value fits.
        citations: Where it stands; `quote` has each report's own words.
        when: When the value was told, by its sentence, else by its report; None where neither is known.
        is_overtaken: Whether a higher number was told later of what only grows, as a toll does.
    """

    value: str
    citations: tuple[Citation, ...]
    when: PartialDate | None = None
    is_overtaken: bool = False

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """Its words as reports have them, each with those that have it; but for white space and capitals."""
        groups: dict[str, tuple[str, list[Citation]]] = {}
        for citation in self.citations:
            words = " ".join(citation.quote.split()) if groups else self.value
            groups.setdefault(" ".join(citation.quote.casefold().split()), (words, []))[1].append(citation)
        return tuple(Wording(words=words, citations=tuple(cited)) for words, cited in groups.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """A point on which reports differ, with every reading.

    Attributes:
        kind: What differs: a number, a day, a place, who ("name"), or how one name is spelt ("spelling").
        about: What it is about; what stands in “quotation marks” is a report's, with "…" where the readings differ.
        readings: Its readings; those of a number from the oldest to the newest, as far as their times are known.
        is_series: Whether the last reading overtakes the others.
        is_aside: Whether no point tells of it, nor does the event that the briefing is about.
    """

    kind: DiscrepancyKind
    about: str
    readings: tuple[Reading, ...]
    is_series: bool = False
    is_aside: bool = False

    @property
    def newest(self) -> Reading:
        """The last reading that none overtakes."""
        return next((one for one in reversed(self.readings) if not one.is_overtaken), self.readings[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """Who is meant by a name that a point uses alone; an editorial mark.

    Attributes:
        name: The name, as the point has it.
        words: The words that introduce the person in the point's own report: "Jane Doe, 34".
        span: Where they stand there.
    """

    name: str
    words: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One statement of a briefing: verbatim text and every report that says it, that of the wording first.

    Attributes:
        text: What it says, word for word.
        score: How well it ranks.
        citations: The passages that say it: that of the wording, then those that say all of it, then those that say a
            part. A report has one.
        origins: The origins that say all of it. Passages that are one text count once.
        origins_in_part: The origins that say a part of it and not all.
        speaker: Who says it, where the report tells.
        discrepancies: The places of the differences that concern it.
        overtaken: The place of the difference whose newest number overtakes the one that the point prints; None for
            most.
        when: The days of which it tells, by its own phrases; None where it names none.
        dates: The phrases of its text that tell a time, in order.
        people: Who is meant by last names that it uses alone, where nothing up to it tells.
    """

    text: str
    score: float
    citations: tuple[Citation, ...]
    origins: tuple[OriginId, ...]
    origins_in_part: tuple[OriginId, ...] = ()
    speaker: str | None = None
    discrepancies: tuple[int, ...] = ()
    overtaken: int | None = None
    when: DateRange | None = None
    dates: tuple[DatePhrase, ...] = ()
    people: tuple[Introduction, ...] = ()

    @property
    def words(self) -> int:
        """Its length in words."""
        return count_words(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Points that belong together, headed by what and when.

    The heading is "Bottom line", "Background", a headline of a report, or what a point says first; None where
    the section goes on from the one before.
    """

    heading: str | None
    when: DateRange | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report as the source list of a briefing shows it; `statements` counts the points that cite it, in part too."""

    number: int
    document: DocumentId
    path: str | None
    title: str | None
    outlet: str | None
    author: str | None
    credit: str | None
    published: PartialDate | None
    published_is: DateStatus
    url: str | None
    language: str | None
    origin: OriginId | None  # None for a report that holds nothing
    words: int
    statements: int
    published_why: str | None = None  # how its date is known, in a few plain words


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """A report that is not cited, not even for a part of a point, and why."""

    document: DocumentId
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """One attributed briefing: the end of the line.

    Attributes:
        title: What happened: the headline of a report, or what a point says first.
        words: The length of all points together.
        signature: Version, settings and a digest of the reports: equal signatures mean equal briefings.
        sources: Every report read, by number.
        origins: The texts that those reports go back to.
        sections: The bottom line first, then events, then the background.
        discrepancies: Where reports differ.
        unused: Reports that are not cited, and why.
        notes: The sourcing note, a sentence each.
        title_source: The number of the report whose words the title is; None where nobody knows.
        about: What it was asked to be about, and whether the reports tell of it; None where nothing was asked.
    """

    title: str
    words: int
    signature: str
    sources: tuple[Source, ...]
    origins: tuple[Origin, ...]
    sections: tuple[Section, ...]
    discrepancies: tuple[Discrepancy, ...] = ()
    unused: tuple[Unused, ...] = ()
    notes: tuple[str, ...] = ()
    title_source: int | None = None
    about: str | None = None

    @property
    def points(self) -> tuple[Point, ...]:
        """All points in reading order."""
        return tuple(point for section in self.sections for point in section.points)

    @property
    def dates(self) -> tuple[PartialDate, PartialDate] | None:
        """The first and the last date of its sources; None where none has a date."""
        known = sorted((s.published for s in self.sources if s.published), key=lambda moment: moment.day)
        return (known[0], known[-1]) if known else None
