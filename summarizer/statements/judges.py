"""Judges: the one that `Settings` names has the last word over what is cited; what it returns is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from numbers import Real
from typing import Literal, Protocol, get_args

from summarizer.model import DocumentId, Sentence, Span
from summarizer.registry import JUDGES
from summarizer.settings import Settings
from summarizer.statements.entailment import EntailmentRelation, Judgement
from summarizer.statements.lexical_judge import LexicalJudge

Relation = Literal["same", "part", "other"]
_RELATIONS: tuple[str, ...] = get_args(Relation)
_TOLD: dict[Relation, EntailmentRelation | None] = {"same": "entailed", "part": "partly entailed", "other": None}

Rows = tuple[int, ...]  # the number of one sentence, or of two neighbouring ones
Judged = Callable[[Rows, bool], Judgement]  # how a passage stands to a point; whether to tell parts, too


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How a passage stands to a point.

    Attributes:
        relation: "same" where it says all of the point, "part" where it says a part, "other" where it says neither.
        reason: Why, in plain words.
        score: How surely, in [0, 1]: of several passages of a report that say the same the surest is cited.
        backs: For a part, and for nothing else, the stretch of the point's text that the passage says, word for word.

    Example:
        >>> Verdict(relation="part", backs="talks in Beijing", score=0.8).backs
        'talks in Beijing'
    """

    relation: Relation
    reason: str = ""
    score: float = 1.0
    backs: str | None = None


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

    def __call__(self, point: Sentence, passages: Sequence[Passage], settings: Settings, /) -> Sequence[Verdict]:
        """Judge the passages that may say a point, all at once.

        Args:
            point: A statement of the briefing, or one that is considered for it; its words are `point.text`.
            passages: At least one sentence, or pair of neighbouring ones, of other reports that shares words with it,
                each with what the lexical judge says (`passage.verdict`), which may be returned as it is.
            settings: What is asked for.

        Returns:
            A verdict for each passage, in their order.
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
        >>> summarize(read_documents("seeds"), Settings(judge="strict")).points[0].origins_in_part
        ()
    """
    JUDGES.register(name, judge)


def judge_lexically(point: Sentence, passages: Sequence[Passage], settings: Settings) -> Sequence[Verdict]:  # noqa: ARG001 - as a judge is called
    """Leave every verdict to the lexical judge: the judge that is taken where none is named."""
    return [passage.verdict for passage in passages]


def ask_judge(lexical: LexicalJudge, settings: Settings, point: int, passages: Iterable[Rows]) -> Judged:
    """Ask the judge that `Settings` names how passages stand to a point.

    Args:
        lexical: The lexical judge over the sentences of the run.
        settings: What is asked for.
        point: The number of a sentence.
        passages: Those that may be looked up in what is returned; the lexical judge is asked for each in its turn.

    Returns:
        What tells how one of the passages stands to the point.

    Raises:
        PluginError: the judge raises, or returns no verdict for each passage.
    """
    name = settings.judge
    if name in JUDGES.own:
        return lambda rows, in_part: lexical.judge(point, rows, in_part=in_part)
    said = lexical.sentences[point]
    judgements = {rows: lexical.judge(point, rows) for rows in passages}
    asked = [_passage(lexical, said, rows, judgement) for rows, judgement in judgements.items()]
    verdicts = _ask_checked(name, said, asked, settings) if asked else []
    judged = {
        rows: _judgement(judgement, said, passage, verdict)
        for (rows, judgement), passage, verdict in zip(judgements.items(), asked, verdicts, strict=True)
    }
    return lambda rows, _: judged[rows]


def _ask_checked(name: str, point: Sentence, passages: Sequence[Passage], settings: Settings) -> list[Verdict]:
    """What a judge from outside says: a verdict for each passage."""
    judge: Judge = JUDGES.find(name, "Settings.judge")
    where = f" for {point.text[:60]!r}"
    with JUDGES.guard(name, where):
        verdicts = list(judge(point, tuple(passages), settings))
    if len(verdicts) != len(passages):
        what = f"returned {len(verdicts)} verdicts{where}, wanted {len(passages)}, one for each passage"
        raise JUDGES.failure(name, what)
    for verdict in verdicts:
        wrong = _what_is_wrong(verdict, point)
        if wrong:
            raise JUDGES.failure(name, f"returned {wrong}{where}")
    return verdicts


def _what_is_wrong(verdict: object, point: Sentence) -> str | None:
    """What makes a verdict none that can be cited; None where nothing does."""
    if not isinstance(verdict, Verdict):
        return f"{type(verdict).__name__} in place of a Verdict"
    if not isinstance(verdict.relation, str) or verdict.relation not in _RELATIONS:
        return f"the relation {verdict.relation!r}, which is none of {', '.join(_RELATIONS)},"
    if not isinstance(verdict.reason, str):
        return f"a reason that is {type(verdict.reason).__name__}, and no text,"
    if not (isinstance(verdict.score, Real) and 0 <= verdict.score <= 1):
        return f"the score {verdict.score!r}, which is no number from 0 to 1,"
    if (verdict.relation == "part") != (verdict.backs is not None):
        return f"{verdict.relation!r} with backs={verdict.backs!r}, which a part must have and nothing else may have,"
    return None if verdict.backs is None else _what_is_wrong_with_words(verdict.backs, point)


def _what_is_wrong_with_words(backs: object, point: Sentence) -> str | None:
    """What makes that no words of a point which a verdict says to be backed; None where nothing does."""
    if not isinstance(backs, str):
        return f"backs={backs!r}, which is {type(backs).__name__}, wanted words copied from the text of the point,"
    if not backs.strip():
        return f"backs={backs!r}, which holds no word, wanted words copied from the text of the point,"
    if backs not in point.text:
        return f"backs={backs!r}, which does not stand in the text of the point,"
    return None


def _passage(lexical: LexicalJudge, point: Sentence, rows: Rows, judgement: Judgement) -> Passage:
    """A passage with the verdict of the lexical judge."""
    stretch = judgement.stretch
    if judgement.relation == "partly entailed" and stretch:
        verdict = Verdict(
            relation="part",
            reason=judgement.reason or "",
            score=judgement.part_score,
            backs=stretch.of(point.text),
        )
    else:
        relation: Relation = "same" if judgement.relation == "entailed" else "other"
        verdict = Verdict(relation=relation, reason=judgement.reason or "", score=judgement.score)
    return Passage(sentences=tuple(lexical.sentences[at] for at in rows), verdict=verdict)


def _judgement(lexical: Judgement, point: Sentence, passage: Passage, verdict: Verdict) -> Judgement:
    """A verdict as citations are made from it; the lexical one where nothing was changed."""
    if verdict == passage.verdict:
        return lexical
    score, backs = float(verdict.score), verdict.backs
    start = point.text.find(backs) if backs else 0
    return Judgement(
        relation=_TOLD[verdict.relation],
        score=score,
        part_score=score,
        reason=verdict.reason or None,
        stretch=Span(start=start, end=start + len(backs)) if backs else None,
    )
