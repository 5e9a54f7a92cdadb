"""What a briefing tells beyond an earlier one: what is new, what changed, and what became of the earlier points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.model.citation import Citation, DiscrepancyKind, Reading
from summarizer.model.dates import PartialDate
from summarizer.model.document import DocumentId
from summarizer.model.text import Span, count, describe, excerpt

NoveltyStanding = Literal["new", "new in part", "told before"]
ReportStanding = Literal["read again", "another text", "not given"]
EarlierStanding = Literal["told", "told in part", "otherwise", "withdrawn", "dropped", "not found"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class EarlierPassage:
    """A passage that was read for an earlier briefing.

    Attributes:
        quote: The passage, in the words of its report.
        span: Where it stood in the report's text.
        report: The number of the report in the earlier briefing.
        source: The number that the same report has now; None where it is not given again with the same text.
        point: The number of the earlier briefing's point that prints it; None where none does.
        relation: `same` for a passage that says all of a point, or gives a value; `part` for one that says a part.

    Example:
        >>> EarlierPassage(quote="Nine people died.", span=Span(start=0, end=17), report=2, point=1)
        EarlierPassage(report 2, point 1, same, 'Nine people died.')
    """

    quote: str
    span: Span
    report: int
    source: int | None = None
    point: int | None = None
    relation: Literal["same", "part"] = "same"

    def __repr__(self) -> str:
        point = None if self.point is None else f"point {self.point}"
        return describe(self, f"report {self.report}", point, self.relation, excerpt(self.quote))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Novelty:
    """Whether a point was told before.

    Attributes:
        standing: `told before` where a passage that was read for the earlier briefing says all of the point, `new in
            part` where one says a part, `new` where none was found that does either.
        told_by: Those passages, one a report.

    Example:
        >>> Novelty(standing="new")
        Novelty(new)
    """

    standing: NoveltyStanding
    told_by: tuple[EarlierPassage, ...] = ()

    def __repr__(self) -> str:
        return describe(self, self.standing, count(len(self.told_by), "passage") if self.told_by else None)

    @property
    def is_new(self) -> bool:
        """Whether all of the point is new, or a part of it."""
        return self.standing != "told before"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class EarlierReading:
    """A value that the reports read for an earlier briefing gave.

    Example:
        >>> passage = EarlierPassage(quote="nine", span=Span(start=0, end=4), report=2)
        >>> EarlierReading(value="nine", passages=(passage,))
        EarlierReading('nine', 1 passage)
    """

    value: str
    passages: tuple[EarlierPassage, ...]
    when: PartialDate | None = None

    def __repr__(self) -> str:
        return describe(self, excerpt(self.value), self.when, count(len(self.passages), "passage"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Change:
    """One thing of which the reports read then gave a value, and reports read now for the first time give another.

    Attributes:
        kind: What differs.
        about: What it is about.
        before: The values of then.
        now: The values of now, which no report of then gave; the newest last.

    Example:
        >>> before = EarlierReading(value="nine", passages=())
        >>> Change(kind="number", about="dead", before=(before,), now=(Reading(value="twelve", citations=()),))
        Change(number, 'dead', 'nine' -> 'twelve')
    """

    kind: DiscrepancyKind
    about: str
    before: tuple[EarlierReading, ...]
    now: tuple[Reading, ...]

    def __repr__(self) -> str:
        values = " -> ".join(repr(one[-1].value) for one in (self.before, self.now))
        return describe(self, self.kind, excerpt(self.about), values)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class EarlierReport:
    """A report that was read for an earlier briefing, and whether it is given again.

    Attributes:
        number: Its number in the earlier briefing.
        document: Its id there.
        name: What it is called: its outlet, else the wire that it credits, else its title, else its id.
        published: Its date, as the earlier briefing has it.
        source: Its number now; None where it is not given.
        standing: `read again` where the same text is given, `another text` where the report is given with another one,
            `not given` where neither was found.

    Example:
        >>> EarlierReport(number=2, document="b", name="The Times", standing="not given")
        EarlierReport(2, 'The Times', not given)
    """

    number: int
    document: DocumentId
    name: str
    standing: ReportStanding
    published: PartialDate | None = None
    source: int | None = None

    def __repr__(self) -> str:
        return describe(self, self.number, excerpt(self.name), self.published, self.standing)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class EarlierPoint:
    """A point of an earlier briefing, held against the reports at hand.

    Attributes:
        number: Its number there.
        text: What it says.
        report: The number there of the report that it was taken from.
        standing: `withdrawn` where a report that was not read then says that it was wrong; else `otherwise` where one
            of the changes is about it; else `told` where a report at hand says all of it; else `dropped` where its
            report is given with another text that does not hold it; else `told in part` where a report at hand says a
            part; else `not found`.
        citations: The passages that say it, in full before in part.
        against: The passages that withdraw it, or give another value.
        reason: What stands against it, in a few words.

    Example:
        >>> EarlierPoint(number=1, text="Nine people died.", report=2, standing="not found")
        EarlierPoint(1, 'Nine people died.', not found)
    """

    number: int
    text: str
    report: int
    standing: EarlierStanding
    citations: tuple[Citation, ...] = ()
    against: tuple[Citation, ...] = ()
    reason: str | None = None

    def __repr__(self) -> str:
        return describe(self, self.number, excerpt(self.text), self.standing)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Update:
    """What a briefing tells beyond an earlier one of the same story; each point says itself whether it is new.

    Attributes:
        title: The title of the earlier briefing.
        signature: Its signature.
        newest: The date of its newest report; None where none has one.
        reports: The reports that it read.
        points: Its points.
        changes: What the newest reports tell otherwise than those of then.
        new_sources: The numbers of the reports at hand that were not read then, or not with this text.

    Example:
        >>> documents = read_documents("seeds")
        >>> briefing = summarize(documents, since=summarize(documents[:1]))
        >>> briefing.since
        Update(1 report, 7 points, 1 change)
    """

    title: str
    signature: str
    newest: PartialDate | None
    reports: tuple[EarlierReport, ...]
    points: tuple[EarlierPoint, ...]
    changes: tuple[Change, ...] = ()
    new_sources: tuple[int, ...] = ()

    def __repr__(self) -> str:
        counted = (count(len(self.reports), "report"), count(len(self.points), "point"))
        return describe(self, *counted, count(len(self.changes), "change"))
