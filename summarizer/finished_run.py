"""A finished run with every intermediate value, and several systems side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.model import (
    Briefing,
    CandidatePair,
    Decision,
    Dependence,
    Document,
    DocumentId,
    DroppedSpan,
    Event,
    JudgedPassage,
    Origin,
    Provenance,
    ReportDate,
    Sentence,
    Statement,
)
from summarizer.model.text import count, describe, excerpt
from summarizer.settings import Settings

if TYPE_CHECKING:
    import networkx
    from scipy.sparse import csr_array


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Extract:
    """What one system takes from the reports: whole sentences, in the order it prints them.

    Example:
        >>> compare(read_documents("seeds/003_af31facfb1cc1fc8.txt"), Settings(words=50)).extracts[0]
        Extract('summarizer', 1 sentence, 29 words)
    """

    system: str
    sentences: tuple[Sentence, ...]
    reason: str | None = None  # why there are none, where there are none

    def __repr__(self) -> str:
        return describe(self, excerpt(self.system), count(len(self.sentences), "sentence"), count(self.words, "word"))

    @property
    def words(self) -> int:
        """The length of its sentences together."""
        return sum(sentence.words for sentence in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Comparison:
    """Extracts of several systems from the same sentences at the same length; ours first.

    Attributes:
        words: The most words that each was allowed.
        extracts: One a system.

    Example:
        >>> compare(read_documents("seeds/003_af31facfb1cc1fc8.txt"), Settings(words=50))
        Comparison(50 words, 8 systems)
    """

    words: int
    extracts: tuple[Extract, ...]

    def __repr__(self) -> str:
        return describe(self, count(self.words, "word"), count(len(self.extracts), "system"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Run:
    """A run with every intermediate value kept: one field a stage.

    Attributes:
        documents: The reports, described and cleaned, in the order given.
        sentences: The sentences of all usable reports but exact copies, whose sentences stand in `statements` alone.
        fragments: Stretches left by the splitter that are no sentences, by report.
        origins: Who copied whom.
        dependences: What pairs of reports have in common: those of one origin first, then near misses.
        similarity: n x n symmetric edge weights >= 0 over `sentences`, zero diagonal; see `graph`.
        opening: n opening priors, each >= 1.
        scores: n TextRank scores, each > 0, summing to 1.
        statements: Merged sentences, best score first; of a huge story those of sentences that can reach the budget.
        candidate_pairs: What was held against what to merge them; sentence ids.
        decisions: What became of each statement, in the order of `statements`.
        chosen: The statements of the briefing.
        events: The same, in reading order.
        differences: Why each discrepancy of the briefing was taken for one, in their order.
        briefing: The result.
        settings: What was asked for.
        dates: What is known of each usable report's time.
        judged: The passages that a judge from outside was asked about, with both verdicts.

    Example:
        >>> run = run_pipeline(read_documents("seeds"))
        >>> run
        Run(5 reports, 114 sentences, 107 statements, 7 chosen)
        >>> run.graph.number_of_nodes()
        114
    """

    documents: tuple[Document, ...]
    sentences: tuple[Sentence, ...]
    fragments: Mapping[DocumentId, tuple[DroppedSpan, ...]] = field(default_factory=dict)
    origins: tuple[Origin, ...]
    similarity: csr_array = field(compare=False)  # sparse arrays have no one truth; it follows from the others
    opening: tuple[float, ...]
    scores: tuple[float, ...]
    statements: tuple[Statement, ...]
    decisions: tuple[Decision, ...]
    chosen: tuple[Statement, ...]
    events: tuple[Event, ...]
    differences: tuple[str, ...] = ()
    briefing: Briefing
    settings: Settings
    dependences: tuple[Dependence, ...] = ()
    candidate_pairs: tuple[CandidatePair, ...] = ()
    dates: Mapping[DocumentId, ReportDate] = field(default_factory=dict)
    judged: tuple[JudgedPassage, ...] = ()

    def __repr__(self) -> str:
        counts = (count(len(self.documents), "report"), count(len(self.sentences), "sentence"))
        return describe(self, *counts, count(len(self.statements), "statement"), f"{len(self.chosen):,} chosen")

    @property
    def provenance(self) -> Provenance:
        """Who copied whom, with the sentences that show it."""
        return Provenance(
            origins=self.origins, dependences=self.dependences, sentences=self.sentences, dates=self.dates
        )

    @property
    def graph(self) -> networkx.Graph:
        """The similarity graph as networkx has it: nodes are sentence ids, edges carry `weight`."""
        import networkx

        graph = networkx.from_scipy_sparse_array(self.similarity)
        for sentence in self.sentences:
            graph.nodes[sentence.id].update(document=sentence.document, text=sentence.text)
        return graph

    def _repr_html_(self) -> str:
        from summarizer.renderers.notebook import draw_run_html

        return draw_run_html(self)

    def _repr_markdown_(self) -> str:
        from summarizer.renderers.notebook import draw_run_markdown

        return draw_run_markdown(self)
