"""The reports that a draft is held against, with all that is looked up in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.briefing.citations import cite_evidence
from summarizer.checking.quotations import QuotationFinder
from summarizer.checking.references import Numbering
from summarizer.checking.unsourced import ReportFacts
from summarizer.model import Citation, Document, DocumentId, Evidence, Sentence
from summarizer.pipeline_state import RunState
from summarizer.statements.judging import Judging, open_judging
from summarizer.statements.originals import Twins, find_twins


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReports:
    """The reports, ready for a draft to be held against them.

    Attributes:
        state: The run up to the dates.
        numbering: Which report each number of the draft means.
        number_of: The number of each report.
        by_id: The reports.
        facts: Their numbers, days and names.
        spoken: The sentences of each report that have a speaker.
        quotations: Looks up quotations in them.
        twins: The sentences of exact copies.
        language: The code of the draft's language.
        judging: The judge that has the last word.
    """

    state: RunState
    numbering: Numbering
    number_of: Mapping[DocumentId, int]
    by_id: Mapping[DocumentId, Document]
    facts: ReportFacts
    spoken: Mapping[DocumentId, Sequence[Sentence]]
    quotations: QuotationFinder
    twins: Twins
    language: str
    judging: Judging

    @classmethod
    def open(cls, state: RunState, numbering: Numbering, language: str) -> HeldReports:
        """Prepare reports.

        Args:
            state: A run up to the dates.
            numbering: Which report each number of the draft means.
            language: The code of the draft's language.
        """
        spoken: dict[DocumentId, list[Sentence]] = defaultdict(list)
        for sentence in state.every:
            if sentence.speaker:
                spoken[sentence.document].append(sentence)
        return cls(
            state=state,
            numbering=numbering,
            number_of={document.id: number for number, document in numbering.reports.items()},
            by_id={document.id: document for document in state.given},
            facts=ReportFacts(reports=state.given, sentences=state.every, dated=state.dated, language=language),
            spoken=spoken,
            quotations=QuotationFinder(state.given),
            twins=find_twins(state.copies, state.every[len(state.corpus) :]),
            language=language,
            judging=open_judging(state.settings, state.tell),
        )

    def cite(self, evidence: Evidence, *, is_own: bool = False) -> Citation:
        """Return the citation of a passage."""
        document = self.by_id[evidence.document]
        return cite_evidence(evidence, self.number_of[document.id], document, is_own=is_own)

    def cite_sentence(self, sentence: Sentence) -> Citation:
        """Return the citation of a sentence for its own words."""
        return self.cite(Evidence(sentences=(sentence,), relation="same", score=1.0), is_own=True)
