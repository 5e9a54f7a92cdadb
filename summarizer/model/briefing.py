"""The briefing and what it is made of: sections, points, sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.model.citation import Citation, Discrepancy
from summarizer.model.dates import DatePhrase, DateRange, DateStatus, PartialDate
from summarizer.model.document import DocumentId, OriginId
from summarizer.model.provenance import Origin
from summarizer.model.text import Span, count, count_words, describe, excerpt
from summarizer.model.update import Novelty, Update


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Introduction:
    """Who is meant by a name that a point uses alone; an editorial mark.

    Attributes:
        name: The name, as the point has it.
        words: The words that introduce the person in the point's own report: "Jane Doe, 34".
        span: Where they stand there.

    Example:
        >>> Introduction(name="Doe", words="Jane Doe, 34", span=Span(start=120, end=132))
        Introduction('Doe', 'Jane Doe, 34')
    """

    name: str
    words: str
    span: Span

    def __repr__(self) -> str:
        return describe(self, excerpt(self.name), excerpt(self.words))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
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
        since: Whether it was told before; None in a briefing that was not held against an earlier one.

    Example:
        >>> briefing = summarize(read_documents("seeds"))
        >>> point = briefing.points[0]
        >>> point
        Point('The US secretary of state and China’s foreign minister on…', 1 citation)
        >>> point.origins
        ('o1',)
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
    since: Novelty | None = None

    def __repr__(self) -> str:
        return describe(self, excerpt(self.text), count(len(self.citations), "citation"))

    @property
    def words(self) -> int:
        """Its length in words."""
        return count_words(self.text)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Section:
    """Points that belong together, headed by what and when.

    The heading is "Bottom line", "Background", a headline of a report, or what a point says first; None where
    the section goes on from the one before.

    Example:
        >>> briefing = summarize(read_documents("seeds"))
        >>> briefing.sections[0]
        Section('Bottom line', 1 point)
    """

    heading: str | None
    when: DateRange | None
    points: tuple[Point, ...]

    def __repr__(self) -> str:
        return describe(self, excerpt(self.heading), count(len(self.points), "point"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Source:
    """A report as the source list of a briefing shows it; `statements` counts the points that cite it, in part too.

    Example:
        >>> briefing = summarize(read_documents("seeds"))
        >>> briefing.sources[4]
        Source(5, 'Reuters', 2023-06-18)
    """

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

    def __repr__(self) -> str:
        name = self.outlet or self.credit or self.title or self.document
        return describe(self, self.number, excerpt(name), self.published)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Unused:
    """A report that is not cited, not even for a part of a point, and why.

    Example:
        >>> talks, storm = "The talks in Beijing ended.", "The storm hit Cebu."
        >>> briefing = summarize([Document.from_text(talks, id="a"), Document.from_text(storm, id="b")], sentences=1)
        >>> briefing.unused
        (Unused('b', 'none of its statements was chosen'),)
    """

    document: DocumentId
    why: str

    def __repr__(self) -> str:
        return describe(self, excerpt(self.document), excerpt(self.why))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Briefing:
    """What `summarize` returns: title, points with their citations, sources, differences.

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
        since: What it tells beyond an earlier briefing; None where none was given.

    Example:
        >>> briefing = summarize(read_documents("seeds"))
        >>> briefing
        Briefing('The US secretary of state and China’s foreign minister on…', 7 points, 243 words, 5 reports)
        >>> briefing.sections[0].points[0]
        Point('The US secretary of state and China’s foreign minister on…', 1 citation)
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
    since: Update | None = None

    def __repr__(self) -> str:
        counts = (count(len(self.points), "point"), count(self.words, "word"), count(len(self.sources), "report"))
        return describe(self, excerpt(self.title), *counts)

    @property
    def points(self) -> tuple[Point, ...]:
        """All points in reading order."""
        return tuple(point for section in self.sections for point in section.points)

    @property
    def dates(self) -> tuple[PartialDate, PartialDate] | None:
        """The first and the last date of its sources; None where none has a date."""
        known = sorted((s.published for s in self.sources if s.published), key=lambda moment: moment.day)
        return (known[0], known[-1]) if known else None

    def to_dict(self) -> dict[str, Any]:
        """Return the briefing as plain values, as the published JSON has them (schema `summarizer/briefing/2`).

        Example:
            >>> briefing = summarize(read_documents("seeds"))
            >>> list(briefing.to_dict())[:4]
            ['schema', 'title', 'title_source', 'about']
        """
        from summarizer.model.codec import write_briefing

        return write_briefing(self)

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Briefing:
        """Make a briefing from what `to_dict` returned, in this version or an earlier one.

        Raises:
            InputError: the values break the schema, or refer to something that is not in them.

        Example:
            >>> briefing = summarize(read_documents("seeds"))
            >>> Briefing.from_dict(briefing.to_dict()) == briefing
            True
        """
        from summarizer.model.codec import read_briefing

        return read_briefing(record)

    def to_json(self) -> str:
        """Return the briefing as JSON text, the same as `render(briefing, "json")`."""
        from summarizer.model.json_text import json_text

        return json_text(self.to_dict())

    @classmethod
    def from_json(cls, text: str | bytes) -> Briefing:
        """Make a briefing from its JSON text, without loss.

        Raises:
            InputError: the text is no JSON, breaks the schema, or refers to something that is not in it.

        Example:
            >>> briefing = summarize(read_documents("seeds"))
            >>> Briefing.from_json(briefing.to_json()) == briefing
            True
        """
        from summarizer.model.json_text import parse_json
        from summarizer.model.schema import BRIEFING

        return cls.from_dict(parse_json(text, BRIEFING))

    def _repr_html_(self) -> str:
        from summarizer.renderers.notebook import draw_html

        return draw_html(self)

    def _repr_markdown_(self) -> str:
        from summarizer.renderers.notebook import draw_markdown

        return draw_markdown(self)
