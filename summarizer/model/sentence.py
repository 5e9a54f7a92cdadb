"""Sentences, the statements that merge them, and the events that arrange statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from summarizer.model.dates import DateRange
from summarizer.model.document import DocumentId, OriginId
from summarizer.model.text import Span, count, describe, excerpt


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
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
        language: The language whose tables apply to it; None where the report or the sentence is not in the language
            assumed, or where there are no tables of it.

    Example:
        >>> run = run_pipeline(read_documents("seeds"))
        >>> run.sentences[0]
        Sentence(0, 'The US secretary of state and China’s foreign minister on…')
        >>> run.sentences[0].position
        0
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
    language: str | None = None

    def __repr__(self) -> str:
        return describe(self, self.id, excerpt(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatePair:
    """A sentence held against a wording that it might be cited for.

    Attributes:
        wording, other: Their ids.
        score: How surely the sentence says all of the wording, in [0, 1].
        reason: Why it may not be cited for it; None where it may.

    Example:
        >>> run = run_pipeline(read_documents("seeds"))
        >>> run.candidate_pairs[0].reason
        '“prompting” in another word'
    """

    wording: int
    other: int
    score: float
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Evidence:
    """A passage of another report that says a statement, or a part of it.

    Attributes:
        sentences: One sentence, or two neighbouring ones.
        relation: `same` where it says all of the statement, `part` where it says a part.
        score: How surely, in [0, 1].
        backed: For a part, the stretch of the statement's text that it backs.

    Example:
        >>> run = run_pipeline(read_documents("seeds"))
        >>> [one for statement in run.chosen for one in statement.evidence][0]
        Evidence(part, 'Senior Chinese and U.S. foreign affairs officials met in…')
    """

    sentences: tuple[Sentence, ...]
    relation: Literal["same", "part"]
    score: float
    backed: Span | None = None

    def __repr__(self) -> str:
        return describe(self, self.relation, excerpt(self.sentences[0].text))

    @property
    def document(self) -> DocumentId:
        """The report that holds it."""
        return self.sentences[0].document


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Statement:
    """Sentences of one or more reports that say the same thing; the first is the one to print.

    Attributes:
        sentences: The sentences.
        origin_of: The origin of each report.
        score: How well it ranks.
        evidence: What other reports say of it, one passage a report, those that say all of it first; found when it is
            chosen.

    Example:
        >>> run = run_pipeline(read_documents("seeds"))
        >>> run.chosen[0]
        Statement('The US secretary of state and China’s foreign minister on…', 1 sentence)
        >>> run.chosen[0].origins
        ('o1',)
    """

    sentences: tuple[Sentence, ...]
    origin_of: Mapping[DocumentId, OriginId]
    score: float
    evidence: tuple[Evidence, ...] = ()

    def __repr__(self) -> str:
        return describe(self, excerpt(self.wording.text), count(len(self.sentences), "sentence"))

    @property
    def wording(self) -> Sentence:
        """The sentence to print."""
        return self.sentences[0]

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """The reports that say all of it, that of the printed wording first."""
        told = [one.document for one in self.evidence if one.relation == "same"]
        return tuple(dict.fromkeys([sentence.document for sentence in self.sentences] + told))

    @property
    def origins(self) -> tuple[OriginId, ...]:
        """Who wrote it themselves: copies of one text count once."""
        return tuple(dict.fromkeys([self.origin_of[name] for name in self.documents]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The most that a briefing may hold: words of all points together, points, or both; None for no limit."""

    words: int | None = None
    points: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Decision:
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

    Example:
        >>> run = run_pipeline(read_documents("seeds"))
        >>> run.decisions[1].reason
        'chosen at first, then gave way to what is worth more beside the others'
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

    def __repr__(self) -> str:
        return describe(self, "chosen" if self.chosen else "not chosen", excerpt(self.statement.wording.text))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Event:
    """Something that happened, the statements that tell of it, in reading order.

    The heading tells what happened; None where it goes on from the event before.

    Example:
        >>> run = run_pipeline(read_documents("seeds"))
        >>> run.events[0]
        Event('Bottom line', 1 statement)
    """

    heading: str | None
    when: DateRange | None
    statements: tuple[Statement, ...]

    def __repr__(self) -> str:
        return describe(self, excerpt(self.heading), count(len(self.statements), "statement"))
