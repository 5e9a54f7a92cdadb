"""The nouns: frozen records that flow between the stages. No algorithm lives here.

Units, once for all: lengths in words (runs of non-white characters), offsets in characters of `Document.text`,
half-open; times as `datetime` with their precision; scores and similarities in [0, 1].
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from summarizer.errors import InputError

if TYPE_CHECKING:
    import networkx
    from scipy.sparse import csr_array

    from summarizer.settings import Settings

DocumentId = str
OriginId = str
Precision = Literal["minute", "day", "month", "year"]
DateStatus = Literal["stated", "inferred", "unknown"]
Relation = Literal["verbatim", "same"]
DiscrepancyKind = Literal["number", "name", "date", "place"]
PhrasePrecision = Literal["day", "weekend", "week", "month", "year"]
PhraseRole = Literal["told", "said", "aside"]

REPORT_SCHEMA = "summarizer/report/1"

_PRECISIONS: dict[Precision, str] = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}
_LENGTHS: dict[Precision, int] = {"year": 4, "month": 7, "day": 10}


def count_words(text: str) -> int:
    """Count the words of a text: runs of characters that are not white space."""
    return len(text.split())


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a document's text, from `start` up to and without `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch itself."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time, as precisely as a report tells it: what is finer than `precision` means nothing."""

    value: datetime
    precision: Precision = "day"

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read an ISO 8601 time, date, month or year.

        Raises:
            InputError: the text is none of these.
        """
        text = text.strip()
        for precision, pattern in _PRECISIONS.items():
            try:
                return cls(value=datetime.strptime(text, pattern), precision=precision)
            except ValueError:
                continue
        try:
            return cls(value=datetime.fromisoformat(text), precision="minute")
        except ValueError:
            message = f"published: found {text!r}, wanted an ISO 8601 date such as 2023-06-18 or 2023-06-18T14:01."
            raise InputError(message) from None

    def __post_init__(self) -> None:
        # What is finer than the precision is dropped, so that equal texts mean equal moments, there and back.
        value = self.value
        if self.precision == "minute":
            value = value.replace(second=0, microsecond=0)
        else:
            month = 1 if self.precision == "year" else value.month
            value = datetime(value.year, month, value.day if self.precision == "day" else 1)
        object.__setattr__(self, "value", value)

    def __str__(self) -> str:
        text = self.value.isoformat(timespec="minutes")
        return text if self.precision == "minute" else text[: _LENGTHS[self.precision]]

    @property
    def day(self) -> date:
        """The day, month or year that it falls on, by its first day."""
        return self.value.date()

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that it may mean."""
        first = self.day
        if self.precision == "year":
            return first, first.replace(month=12, day=31)
        if self.precision == "month":
            return first, first.replace(day=monthrange(first.year, first.month)[1])
        return first, first


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePhrase:
    """A phrase of a sentence that tells a time, and the days that it means.

    Attributes:
        span: Where it stands in the sentence's text.
        text: The phrase as written ("Sunday", "last November").
        first, last: The days that it means; one day where both are the same.
        precision: What it names.
        role: Whether it dates what the sentence tells of, the saying of it ("said on Monday"), or something mentioned
            by the way ("since Monday", "who left on Monday").
        is_relative: Whether it needs the report's date to be understood; "June 5" needs no more than the year.
        is_ahead: Whether the sentence speaks of it as of something to come.
    """

    span: Span
    text: str
    first: date
    last: date
    precision: PhrasePrecision
    role: PhraseRole = "told"
    is_relative: bool = True
    is_ahead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where, and perhaps on which day, a report says that it was filed ("BEIJING, June 19 (AP) —")."""

    place: str
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """A stretch of a report that is no part of its story, and the name of the rule that said so."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """What a file held and its report does not: a running head, a picture, what a footnote says; and why."""

    text: str
    rule: str


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
        kept: The stretches that are the story, in order; None until the report is cleaned.
        dropped: The others, each with its rule.
        skipped: Why the report cannot be used at all, where it cannot.
        kind: Of which kind the file was ("pdf").
        pages: Where in the text each page of the file stands, in order; empty for kinds without pages.
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
    published: Moment | None = None
    url: str | None = None
    language: str | None = None
    kept: tuple[Span, ...] | None = None
    dropped: tuple[Drop, ...] = ()
    skipped: str | None = None
    kind: str | None = None
    pages: tuple[Span, ...] = ()
    omitted: tuple[Omission, ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.id, str) or not self.id:
            raise InputError(f"Document.id: found {self.id!r}, wanted text that is not empty.")
        if not isinstance(self.text, str):
            raise InputError(
                f"Document {self.id!r}: text is {type(self.text).__name__}, wanted str; decode bytes first."
            )
        published = self.published
        if isinstance(published, str):
            object.__setattr__(self, "published", Moment.parse(published))
        elif isinstance(published, datetime):
            object.__setattr__(self, "published", Moment(value=published, precision="minute"))
        elif isinstance(published, date):
            midnight = datetime(published.year, published.month, published.day)
            object.__setattr__(self, "published", Moment(value=midnight, precision="day"))

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What is known of a report's time.

    Attributes:
        published: When it was published, or filed.
        published_is: How that is known.
        why: The same in a few plain words.
        days: The days that its opening, its captions and its dateline name, earliest first.
        news: Those of them of which its opening tells as news.
        written: The first and the last day on which it may have been written: what "Sunday" in it is counted from.
    """

    published: Moment | None
    published_is: DateStatus
    why: str
    days: tuple[date, ...] = ()
    news: tuple[date, ...] = ()
    written: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Documents that go back to one text; `sources` are their numbers in a briefing."""

    id: OriginId
    label: str
    documents: tuple[DocumentId, ...]
    evidence: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Two sentences of two reports, by their ids, each the other's best match there; similarity in [0, 1]."""

    first: int
    second: int
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """What two reports have in common, and whether that makes them one origin.

    Attributes:
        first, second: The reports.
        pairs: Their sentences that align, in the order of the first; what is mostly quotation is left out.
        share: How much of the shorter report stands in those sentences, quotations left out, in [0, 1].
        shared_origin: Whether the two go back to one text or one newsroom.
        by_text: Whether their texts say so; False where only their names do.
        reason: Why, in plain words with figures.
    """

    first: DocumentId
    second: DocumentId
    pairs: tuple[Aligned, ...]
    share: float
    shared_origin: bool
    reason: str
    by_text: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, and where it stood.

    Attributes:
        id: Its number among all sentences of the run.
        document: The report that holds it.
        span: Where in that report's text.
        text: `document.text[start:end]`.
        position: Its number within its report, from 0.
        paragraph: The number of its paragraph within its report, from 0.
        words: Its length in words.
        tokens: Its words and numbers, lower-cased, in order.
        terms: For each token its stem, "" for a stop word.
        flaws: Why it would read badly on its own ("orphan", "garbled", …); empty for most.
        speaker: Who says it, in the report's words, where the report tells: of a quotation and of a reported statement.
    """

    id: int
    document: DocumentId
    span: Span
    text: str
    position: int
    paragraph: int
    words: int
    tokens: tuple[str, ...]
    terms: tuple[str, ...]
    flaws: tuple[str, ...] = ()
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """A sentence held against a wording that it might be cited for.

    Attributes:
        wording, other: Their ids.
        closeness: How close the sentence is to the wording, in [0, 1].
        reason: Why it may not be cited for it; None where it may.
    """

    wording: int
    other: int
    closeness: float
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Who copied whom among some reports; `sentences` are theirs, by id, `dates` what is known of their times."""

    origins: tuple[Origin, ...]
    kinships: tuple[Kinship, ...]
    sentences: tuple[Sentence, ...]
    dates: Mapping[DocumentId, Dated] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Sentences of one or more reports that say the same thing; the first is the one to print."""

    sentences: tuple[Sentence, ...]
    origin_of: Mapping[DocumentId, OriginId]
    score: float

    @property
    def wording(self) -> Sentence:
        """The sentence to print."""
        return self.sentences[0]

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """The reports that say it, that of the printed wording first."""
        return tuple(dict.fromkeys(sentence.document for sentence in self.sentences))

    @property
    def origins(self) -> tuple[OriginId, ...]:
        """Who wrote it themselves: copies of one text count once."""
        return tuple(dict.fromkeys(self.origin_of[sentence.document] for sentence in self.sentences))


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The most that a briefing may hold: words of all points together, points, or both; None for no limit."""

    words: int | None = None
    points: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What became of a statement, and why.

    Attributes:
        statement: The statement judged.
        chosen: Whether it is in the briefing.
        reason: One line in plain words.
        rank: Its place among all statements by score, from 1.
        opening: The opening prior of its wording, as a multiple of the least one.
        gain: What it newly covered when it was judged last, as a share of all that can be covered.
        covers: The terms it newly covered, weightiest first.
        rival: The chosen statement that it lost to or beat, where there is one.
        similarity: How similar it is to that rival.
    """

    statement: Statement
    chosen: bool
    reason: str
    rank: int
    opening: float
    gain: float = 0.0
    covers: tuple[str, ...] = ()
    rival: Statement | None = None
    similarity: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The days over which something happened; one day where both are the same."""

    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, the statements that tell of it, in reading order."""

    heading: str
    when: When | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A passage of a report that says what a point says; `quote` is always `document.text[start:end]`.

    `page` is the page of the file that it begins on, from 1, where the file has pages.
    """

    source: int
    document: DocumentId
    span: Span
    quote: str
    relation: Relation = "verbatim"
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One of several values that reports give for one thing, and where they give it."""

    value: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """A point on which reports differ, with every reading."""

    kind: DiscrepancyKind
    about: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One statement of a briefing: verbatim text and every report that says it, that of the wording first.

    Attributes:
        text, score, citations, origins: What it says, how well it ranks, which reports and texts say it.
        speaker: Who says it, where the report tells.
        discrepancies: The places of the differences that concern it.
        when: The days of which it tells, by its own phrases, else those of its event.
        dates: The phrases of its text that tell a time, in order.
    """

    text: str
    score: float
    citations: tuple[Citation, ...]
    origins: tuple[OriginId, ...]
    speaker: str | None = None
    discrepancies: tuple[int, ...] = ()
    when: When | None = None
    dates: tuple[DatePhrase, ...] = ()

    @property
    def words(self) -> int:
        """Its length in words."""
        return count_words(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Points that belong together, headed by what and when; the heading is the tool's, not a quotation."""

    heading: str
    when: When | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report as the source list of a briefing shows it."""

    number: int
    document: DocumentId
    path: str | None
    title: str | None
    outlet: str | None
    author: str | None
    credit: str | None
    published: Moment | None
    published_is: DateStatus
    url: str | None
    language: str | None
    origin: OriginId | None  # None for a report that holds nothing
    words: int
    statements: int
    published_why: str | None = None  # how its date is known, in a few plain words


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """A report that is not cited, and why."""

    document: DocumentId
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """One attributed briefing: the end of the line.

    Attributes:
        title: What it is about, in the words of a report where one has a title.
        words: The length of all points together.
        signature: Version, settings and a digest of the reports: equal signatures mean equal briefings.
        sources: Every report read, by number.
        origins: The texts that those reports go back to.
        sections: The bottom line first, then events.
        discrepancies: Where reports differ.
        unused: Reports that are not cited, and why.
        notes: The sourcing note, a sentence each.
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

    @property
    def points(self) -> tuple[Point, ...]:
        """All points in reading order."""
        return tuple(point for section in self.sections for point in section.points)

    @property
    def dates(self) -> tuple[Moment, Moment] | None:
        """The first and the last date of its sources; None where none has a date."""
        known = sorted((s.published for s in self.sources if s.published), key=lambda moment: moment.day)
        return (known[0], known[-1]) if known else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What one system takes from the reports: whole sentences, in the order it prints them."""

    system: str
    sentences: tuple[Sentence, ...]
    reason: str | None = None  # why there are none, where there are none

    @property
    def words(self) -> int:
        """The length of its sentences together."""
        return sum(sentence.words for sentence in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Extracts of several systems from the same sentences at the same length; ours first.

    Attributes:
        words: The most words that each was allowed.
        extracts: One a system.
    """

    words: int
    extracts: tuple[Extract, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workings:
    """A run with every intermediate value kept: one field a stage.

    Attributes:
        documents: The reports, described and cleaned, in the order given.
        sentences: The sentences of all usable reports but exact copies, whose sentences stand in `statements` alone.
        fragments: Stretches left by the splitter that are no sentences, by report.
        origins: Who copied whom.
        kinships: What pairs of reports have in common: those of one origin first, then near misses.
        similarity: n x n symmetric edge weights >= 0 over `sentences`, zero diagonal; see `graph`.
        opening: n opening priors, each >= 1.
        scores: n TextRank scores, each > 0, summing to 1.
        statements: Merged sentences, best score first.
        pairings: What was held against what to merge them; sentence ids.
        choices: What became of each statement, in the order of `statements`.
        chosen: The statements of the briefing.
        events: The same, in reading order.
        differences: Why each discrepancy of the briefing was taken for one, in their order.
        briefing: The result.
        settings: What was asked for.
        dates: What is known of each usable report's time.
    """

    documents: tuple[Document, ...]
    sentences: tuple[Sentence, ...]
    fragments: Mapping[DocumentId, tuple[Drop, ...]] = field(default_factory=dict)
    origins: tuple[Origin, ...]
    similarity: csr_array
    opening: tuple[float, ...]
    scores: tuple[float, ...]
    statements: tuple[Statement, ...]
    choices: tuple[Choice, ...]
    chosen: tuple[Statement, ...]
    events: tuple[Event, ...]
    differences: tuple[str, ...] = ()
    briefing: Briefing
    settings: Settings
    kinships: tuple[Kinship, ...] = ()
    pairings: tuple[Pairing, ...] = ()
    dates: Mapping[DocumentId, Dated] = field(default_factory=dict)

    @property
    def lineage(self) -> Lineage:
        """Who copied whom, with the sentences that show it."""
        return Lineage(origins=self.origins, kinships=self.kinships, sentences=self.sentences, dates=self.dates)

    @property
    def graph(self) -> networkx.Graph:
        """The similarity graph as networkx has it: nodes are sentence ids, edges carry `weight`."""
        import networkx

        graph = networkx.from_scipy_sparse_array(self.similarity)
        for sentence in self.sentences:
            graph.nodes[sentence.id].update(document=sentence.document, text=sentence.text)
        return graph
