"""The state of a run, which each stage of the pipeline reads and adds to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.finished_run import Run
from summarizer.model import (
    Briefing,
    CandidatePair,
    Decision,
    Dependence,
    Document,
    DocumentId,
    DroppedSpan,
    Event,
    Novelty,
    Origin,
    OriginId,
    ReportDate,
    Sentence,
    Statement,
)
from summarizer.settings import Settings

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from summarizer.briefing.briefing_inputs import BriefingContext, Group, Story
    from summarizer.briefing.since.earlier_run import EarlierRun
    from summarizer.briefing.titles import Headline
    from summarizer.discrepancies.comparison_context import Candidate
    from summarizer.features.corpus import Corpus
    from summarizer.features.vectors import Floats
    from summarizer.statements.judging import Judging
    from summarizer.statements.lexical_judge import LexicalJudge
    from summarizer.statements.reach import Reach


@dataclass(slots=True, kw_only=True)
class RunState:
    """What a run knows so far: each stage reads what the stages before it found, and sets what it finds itself.

    Attributes:
        settings: What is asked for.
        tell: Called with a line of text as each stage begins.
        given: All reports, described and cleaned, in the order given.
        usable: The reports that hold a sentence.
        every: The sentences of all usable reports, those of exact copies last.
        fragments: Stretches left by the splitter that are no sentences, by report.
        copies: For each exact copy the report that it copies.
        origins: The reports that go back to one text or newsroom.
        dependences: What pairs of reports have in common.
        origin_of: The origin of each report.
        text_group_of: The group of reports that go back to one text, whoever published them, of each report.
        whole: The sentences of `every` as numbers.
        corpus: The same of the n sentences that are ranked: those of all reports but exact copies.
        similarity: n x n edge weights >= 0.
        opening: n opening priors, each >= 1.
        interest: How much each of the n has to do with what the user asks about, in (0, 1].
        scores: n TextRank scores, each > 0, summing to 1.
        reach: Which of the n can reach the budget: all but in a huge story.
        judge: Judges how passages stand to points, by their words.
        judging: The judge that has the last word, and what it said.
        statements: Merged sentences, best score first.
        candidate_pairs: What was compared to merge them.
        dated: What is known of each usable report's time.
        stories: The reports of each story.
        groups: The reports of each event.
        differences: All differences found, what weighs most first.
        lead: How well each of the n leads a briefing.
        earlier: The earlier briefing that is held beside the run; None where none is given.
        worth: How much of its interest each of the n keeps.
        decisions: What was decided of each statement.
        chosen: The statements of the briefing, with their evidence.
        novelty: Whether each of them was told before, by the ids of their wordings; empty without an earlier briefing.
        context: What the stages of the briefing know beside them.
        title: What happened, and the report that says so.
        events: The chosen statements in reading order.
        reasons: Why each discrepancy of the briefing was taken for one.
        briefing: The result.
    """

    settings: Settings
    tell: Callable[[str], None]
    given: tuple[Document, ...]
    usable: tuple[Document, ...] = field(init=False)
    every: tuple[Sentence, ...] = field(init=False)
    fragments: dict[DocumentId, tuple[DroppedSpan, ...]] = field(init=False)
    copies: dict[DocumentId, DocumentId] = field(init=False)
    origins: tuple[Origin, ...] = field(init=False)
    dependences: tuple[Dependence, ...] = field(init=False)
    origin_of: dict[DocumentId, OriginId] = field(init=False)
    text_group_of: dict[DocumentId, str] = field(init=False)
    whole: Corpus = field(init=False)
    corpus: Corpus = field(init=False)
    similarity: csr_array = field(init=False)
    opening: Floats = field(init=False)
    interest: Floats = field(init=False)
    scores: Floats = field(init=False)
    reach: Reach = field(init=False)
    judge: LexicalJudge = field(init=False)
    judging: Judging = field(init=False)
    statements: list[Statement] = field(init=False)
    candidate_pairs: tuple[CandidatePair, ...] = field(init=False)
    dated: Mapping[DocumentId, ReportDate] = field(init=False)
    stories: Sequence[Story] = field(init=False)
    groups: list[Group] = field(init=False)
    differences: list[Candidate] = field(init=False)
    lead: Floats = field(init=False)
    earlier: EarlierRun | None = field(init=False, default=None)
    worth: Floats = field(init=False)
    decisions: list[Decision] = field(init=False)
    chosen: tuple[Statement, ...] = field(init=False)
    novelty: dict[int, Novelty] = field(init=False, default_factory=dict)
    context: BriefingContext = field(init=False)
    title: Headline = field(init=False)
    events: tuple[Event, ...] = field(init=False)
    reasons: tuple[str, ...] = field(init=False)
    briefing: Briefing = field(init=False)

    def as_run(self) -> Run:
        """Return the finished run."""
        return Run(
            documents=self.given,
            sentences=self.corpus.sentences,
            fragments=self.fragments,
            origins=self.briefing.origins,
            similarity=self.similarity,
            opening=tuple(self.opening.tolist()),
            scores=tuple(self.scores.tolist()),
            statements=tuple(self.statements),
            candidate_pairs=self.candidate_pairs,
            decisions=tuple(self.decisions),
            chosen=self.chosen,
            events=self.events,
            differences=self.reasons,
            briefing=self.briefing,
            settings=self.settings,
            dependences=self.dependences,
            dates=self.dated,
            judged=tuple(self.judging.judged),
        )
