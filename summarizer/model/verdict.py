"""Verdicts of judges: how a passage stands to a point, and what became of each verdict in a run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.model.document import DocumentId
from summarizer.model.sentence import Sentence
from summarizer.model.text import describe, excerpt

VerdictRelation = Literal["same", "part", "otherwise", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How a passage stands to a point.

    Attributes:
        relation: "same" where it says all of the point, "part" where it says a part, "otherwise" where it says
            something else of the same thing, "other" where it does none of these.
        reason: Why, in plain words.
        score: How surely, in [0, 1]: of several passages of a report that say the same the surest is cited.
        backs: For a part, and for nothing else, the stretch of the point's text that the passage says, word for word.

    Example:
        >>> Verdict(relation="part", backs="talks in Beijing", score=0.8).backs
        'talks in Beijing'
    """

    relation: VerdictRelation
    reason: str = ""
    score: float = 1.0
    backs: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoVerdict:
    """What a judge returns for a passage that it cannot judge: the verdict of the lexical judge is taken.

    Attributes:
        why: Why there is no verdict, in plain words: the sourcing note counts the passages for each reason.

    Example:
        >>> NoVerdict(why="no answer within 30 seconds").why
        'no answer within 30 seconds'
    """

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPassage:
    """A passage that a judge from outside was asked about, with both verdicts.

    Attributes:
        point: The statement that it was held against.
        sentences: The passage: one sentence of a report, or two neighbouring ones.
        lexical: The verdict of the lexical judge.
        verdict: The verdict of the judge; None where it gave none.
        refused: Why the lexical verdict is taken in place of the judge's; None where the judge's is taken.

    Example:
        >>> run = run_pipeline(read_documents("seeds"), words=60)
        >>> said = Verdict(relation="other")
        >>> judged = JudgedPassage(point=run.sentences[0], sentences=run.sentences[50:51], lexical=said, verdict=None)
        >>> judged.taken == said, judged.is_changed
        (True, False)
    """

    point: Sentence
    sentences: tuple[Sentence, ...]
    lexical: Verdict
    verdict: Verdict | None
    refused: str | None = None

    def __repr__(self) -> str:
        return describe(self, self.taken.relation, excerpt(self.text), self.refused)

    @property
    def taken(self) -> Verdict:
        """The verdict that citations follow."""
        return self.lexical if self.verdict is None or self.refused else self.verdict

    @property
    def is_changed(self) -> bool:
        """Whether the judge's verdict is taken and is another than the lexical one."""
        taken = self.taken
        return (taken.relation, taken.backs) != (self.lexical.relation, self.lexical.backs)

    @property
    def text(self) -> str:
        """The text of the passage."""
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def document(self) -> DocumentId:
        """The report that holds it."""
        return self.sentences[0].document
