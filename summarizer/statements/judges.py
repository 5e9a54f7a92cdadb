"""Judges: what decides how passages stand to a point, and how one is added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from summarizer.model import DocumentId, NoVerdict, Sentence, Verdict
from summarizer.registry import JUDGES
from summarizer.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One sentence of a report, or two neighbouring ones, that may say a point.

    Attributes:
        sentences: The sentences.
        verdict: What the lexical judge says of it.

    Example:
        >>> run = run_pipeline(read_documents("seeds"))
        >>> passage = Passage(sentences=run.sentences[:1], verdict=Verdict(relation="same"))
        >>> passage.document
        '004_b2155228af745fda'
    """

    sentences: tuple[Sentence, ...]
    verdict: Verdict

    @property
    def text(self) -> str:
        """Its text."""
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def document(self) -> DocumentId:
        """The report that holds it."""
        return self.sentences[0].document


class Judge(Protocol):
    """Judges which passages say a point: those that do are cited for it."""

    def __call__(
        self, point: Sentence, passages: Sequence[Passage], settings: Settings, /
    ) -> Sequence[Verdict | NoVerdict]:
        """Judge the passages that may say a point, all at once.

        Args:
            point: A statement of the briefing, or one that is considered for it; its words are `point.text`.
            passages: At least one sentence, or pair of neighbouring ones, of other reports that shares words with it,
                each with what the lexical judge says (`passage.verdict`), which may be returned as it is.
            settings: What is asked for.

        Returns:
            A verdict for each passage, in their order; `NoVerdict` where there is none.
        """


def register_judge(name: str, judge: Judge) -> None:
    """Add a judge for this process, for `Settings(judge=name)`; packages add theirs as entry points.

    Args:
        name: Its name.
        judge: Judges which passages say a point.

    Raises:
        PluginError: the name is taken.

    Example:
        >>> def judge_strictly(point, passages, settings):
        ...     return [
        ...         passage.verdict if passage.verdict.relation == "same" else Verdict(relation="other")
        ...         for passage in passages
        ...     ]
        >>> register_judge("strict", judge_strictly)
        >>> summarize(read_documents("seeds"), judge="strict").points[0].origins_in_part
        ()
    """
    JUDGES.register(name, judge)


def judge_lexically(point: Sentence, passages: Sequence[Passage], settings: Settings) -> Sequence[Verdict]:  # noqa: ARG001 - as a judge is called
    """Leave every verdict to the lexical judge: the judge that is taken where none is named."""
    return [passage.verdict for passage in passages]
