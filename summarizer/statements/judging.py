"""Asks the judge of a run, checks what it says, and keeps both verdicts of every passage."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from numbers import Real
from typing import get_args

from summarizer.errors import PluginError
from summarizer.judge_settings import is_address, name_of_judge
from summarizer.model import JudgedPassage, NoVerdict, Sentence, Span, Verdict, VerdictRelation
from summarizer.registry import JUDGES
from summarizer.settings import Settings
from summarizer.statements.answer_checks import find_lack, keep_backed
from summarizer.statements.entailment import EntailmentRelation, Judgement
from summarizer.statements.judges import Judge, Passage
from summarizer.statements.lexical_judge import LexicalJudge

_RELATIONS: tuple[str, ...] = get_args(VerdictRelation)
_TOLD: dict[VerdictRelation, EntailmentRelation | None] = {
    "same": "entailed",
    "part": "partly entailed",
    "otherwise": "contradicted",
    "other": None,
}
_SAID: dict[EntailmentRelation | None, VerdictRelation] = {told: said for said, told in _TOLD.items()}
_FAR = Judgement(relation=None, score=0.0, part_score=0.0, reason="too few words in common")
_NOTHING_LEFT = "nothing that it backs is left without what is missing"

Rows = tuple[int, ...]  # the number of one sentence, or of two neighbouring ones
Judged = Callable[[Rows, bool], Judgement]  # how a passage stands to a point; whether to tell parts, too


class Judging:
    """The judge of one run.

    Attributes:
        settings: What is asked for.
        is_lexical: Whether it is the lexical judge, which is asked for each passage in its turn.
        judged: What became of each passage that another judge was asked about.
    """

    def __init__(self, settings: Settings, judge: Judge | None) -> None:
        self.settings = settings
        self.is_lexical = judge is None
        self.judged: list[JudgedPassage] = []
        self._judge = judge

    def ask(self, lexical: LexicalJudge, point: int, passages: Iterable[Rows], near: Collection[Rows]) -> Judged:
        """Ask how passages stand to a point.

        What a judge from outside says is checked. A passage that lacks a number, name or denial of the point does not
        say all of it; from the part that it is said to back such words are cut. The lexical verdict stands for what is
        refused.

        Args:
            lexical: The lexical judge over the sentences of the run.
            point: The number of a sentence.
            passages: Those that may be looked up in what is returned.
            near: Those of them that the lexical judge is asked for; the others share too few words with the point.

        Returns:
            What tells how one of the passages stands to the point.

        Raises:
            PluginError: the judge raises, or returns no verdict for each passage.
        """
        if self._judge is None:
            return lambda rows, in_part: lexical.judge(point, rows, in_part=in_part)
        said = lexical.sentences[point]
        judgements = {rows: lexical.judge(point, rows) if rows in near else _FAR for rows in dict.fromkeys(passages)}
        asked = [_passage(lexical, said, rows, judgement) for rows, judgement in judgements.items()]
        answers = self._ask_checked(self._judge, said, asked) if asked else []
        taken: dict[Rows, Judgement] = {}
        for (rows, judgement), passage, answer in zip(judgements.items(), asked, answers, strict=True):
            judged = _check(lexical, point, rows, passage, answer)
            self.judged.append(judged)
            taken[rows] = _judgement(judgement, said, passage, judged.taken)
        return lambda rows, _: taken[rows]

    def _ask_checked(self, judge: Judge, point: Sentence, passages: Sequence[Passage]) -> Sequence[Verdict | NoVerdict]:
        """What a judge from outside says: a verdict, or none, for each passage."""
        where = f" for {point.text[:60]!r}"
        with JUDGES.guard("", where, failure=self._failure):
            answers = list(judge(point, tuple(passages), self.settings))
        if len(answers) != len(passages):
            what = f"returned {len(answers)} verdicts{where}, wanted {len(passages)}, one for each passage"
            raise self._failure(what)
        for answer in answers:
            wrong = _what_is_wrong(answer, point)
            if wrong:
                raise self._failure(f"returned {wrong}{where}")
        return answers

    def _failure(self, what: str) -> PluginError:
        """The error that says what the judge did wrong."""
        judge = self.settings.judge
        if isinstance(judge, str) and not is_address(judge):
            return JUDGES.failure(judge, what)
        name = name_of_judge(judge)
        return PluginError(f"judge {name!r} (given to the run): {what}; correct it.", plugin=name, group=JUDGES.group)


def open_judging(settings: Settings, progress: Callable[[str], None] | None = None) -> Judging:
    """Return the judge of a run, which is asked once for each statement.

    Args:
        settings: What is asked for.
        progress: Called with a line of text as an endpoint is asked.

    Raises:
        PluginError: the judge cannot be loaded.
        SettingsError: the key for an endpoint cannot be sent.
    """
    judge = settings.judge
    if not isinstance(judge, str):
        return Judging(settings, judge)
    if is_address(judge):
        from summarizer.statements.chat_judge.judge import open_chat_judge

        return Judging(settings, open_chat_judge(settings, progress))
    return Judging(settings, None if judge in JUDGES.own else JUDGES.find(judge, "Settings.judge"))


def _check(
    lexical: LexicalJudge, point: int, rows: Rows, passage: Passage, answer: Verdict | NoVerdict
) -> JudgedPassage:
    """Hold a verdict against the words of the point and of the passage."""
    verdict = None if isinstance(answer, NoVerdict) else answer
    refused = answer.why if isinstance(answer, NoVerdict) else None
    if verdict is not None and verdict != passage.verdict:
        if verdict.relation == "same" and passage.verdict.relation != "same":
            lack = find_lack(lexical, point, rows)
            refused = lack and f"“same”, but {lack}"
        elif verdict.backs is not None:
            text = lexical.sentences[point].text
            stretch = keep_backed(lexical, point, rows, _span_of(verdict.backs, text))
            refused = None if stretch else f"“part”, but {_NOTHING_LEFT}"
            verdict = replace(verdict, backs=stretch.of(text)) if stretch else verdict
    return JudgedPassage(
        point=lexical.sentences[point],
        sentences=passage.sentences,
        lexical=passage.verdict,
        verdict=verdict,
        refused=refused,
    )


def _what_is_wrong(verdict: object, point: Sentence) -> str | None:
    """What makes a verdict none that can be cited; None where nothing does."""
    if isinstance(verdict, NoVerdict):
        return None if isinstance(verdict.why, str) and verdict.why else f"NoVerdict(why={verdict.why!r}), wanted text,"
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
    stretch, relation = judgement.stretch, _SAID[judgement.relation]
    is_part = relation == "part" and stretch is not None
    verdict = Verdict(
        relation="other" if relation == "part" and not is_part else relation,
        reason=judgement.reason or "",
        score=judgement.part_score if is_part else judgement.score,
        backs=stretch.of(point.text) if is_part and stretch else None,
    )
    return Passage(sentences=tuple(lexical.sentences[at] for at in rows), verdict=verdict)


def _judgement(lexical: Judgement, point: Sentence, passage: Passage, verdict: Verdict) -> Judgement:
    """A verdict as citations are made from it; the lexical one where nothing was changed."""
    if verdict == passage.verdict:
        return lexical
    score = float(verdict.score)
    return Judgement(
        relation=_TOLD[verdict.relation],
        score=score,
        part_score=score,
        reason=verdict.reason or None,
        stretch=_span_of(verdict.backs, point.text) if verdict.backs else None,
    )


def _span_of(words: str, text: str) -> Span:
    start = text.find(words)
    return Span(start=start, end=start + len(words))
