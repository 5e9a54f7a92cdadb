"""An earlier briefing beside a run: what was read then, and the judge that holds one against the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from summarizer.briefing.since.earlier_passages import EarlierTexts, open_texts
from summarizer.briefing.since.earlier_reports import find_reports, read_then
from summarizer.features.corpus import Corpus, open_corpus
from summarizer.model import (
    Briefing,
    Document,
    DocumentId,
    EarlierPassage,
    EarlierReport,
    Evidence,
    OriginId,
    Span,
)
from summarizer.settings import Settings
from summarizer.statements.lexical_judge import LexicalJudge, open_judge


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRun:
    """An earlier briefing, held beside the reports of a run.

    Attributes:
        briefing: The earlier briefing.
        reports: Its reports, and where they are now.
        read: The reports at hand that were read then, with the numbers that they have there.
        documents: The reports at hand, in the order given.
        numbers: The number of each of them.
        texts: The passages that the earlier briefing quotes.
        unread: Those of their texts whose report is not given again with the same text.
        corpus: The sentences of all reports at hand, and behind them those of the passages.
        judge: The lexical judge over them; the reports at hand alone tell how words weigh.
        printed: Where each point of the earlier briefing stood, by its number.
    """

    briefing: Briefing
    reports: tuple[EarlierReport, ...]
    read: Mapping[DocumentId, int]
    documents: tuple[Document, ...]
    numbers: Mapping[DocumentId, int]
    texts: EarlierTexts
    unread: frozenset[DocumentId]
    corpus: Corpus
    judge: LexicalJudge
    printed: Mapping[int, Printed]

    @property
    def is_all_read(self) -> bool:
        """Whether every report at hand was read then."""
        return self.read.keys() == self.numbers.keys()

    def passage_of(self, evidence: Evidence) -> EarlierPassage:
        """Return a passage that was read then as the reader finds it: there, and here where its report is given."""
        first, last = evidence.sentences[0].span, evidence.sentences[-1].span
        name, span = evidence.document, Span(start=first.start, end=last.end)
        return replace(self.passage_at(name, span), relation=evidence.relation)

    def passage_at(self, name: DocumentId, span: Span) -> EarlierPassage:
        """Return a stretch of what was read then: of a report at hand, or of a passage that is quoted."""
        if name in self.read:
            number, source, stood = self.read[name], self.numbers[name], span
            quote = span.of(self.documents[source - 1].text)
        else:
            number, source, stood = self.texts.numbers[name], None, self.texts.stood_at(name, span)
            quote = self.texts.quote(name, span)
        point = next((place for place, own in self.printed.items() if own.holds(number, stood)), None)
        return EarlierPassage(quote=quote, span=stood, report=number, source=source, point=point)

    def find_document(self, name: DocumentId) -> Document:
        """Return a report at hand."""
        return self.documents[self.numbers[name] - 1]


class Printed(NamedTuple):
    """Where a point of the earlier briefing stood in its report."""

    report: int
    span: Span

    def holds(self, report: int, span: Span) -> bool:
        """Tell whether a stretch of a report lies within it."""
        return self.report == report and self.span.start <= span.start and span.end <= self.span.end


def open_earlier(
    settings: Settings,
    documents: Sequence[Document],
    copies: Mapping[DocumentId, DocumentId],
    whole: Corpus,
    origin_of: Mapping[DocumentId, OriginId],
    judge: LexicalJudge,
) -> EarlierRun | None:
    """Hold the earlier briefing that is asked for beside the reports of a run; None where none is.

    Args:
        settings: What is asked for.
        documents: All reports at hand, cleaned, in the order given.
        copies: For each exact copy the report that it copies.
        whole: The sentences of all reports at hand, those of exact copies last.
        origin_of: The origin of each report.
        judge: The lexical judge over the sentences of all but exact copies.
    """
    earlier = settings.since
    if earlier is None:
        return None
    reports = find_reports(earlier, documents)
    numbers = {document.id: number for number, document in enumerate(documents, start=1)}
    texts = open_texts(earlier, numbers, settings.language, len(whole))
    again = {one.number for one in reports if one.standing == "read again"}
    corpus = open_corpus((*whole.sentences, *texts.sentences))
    firsts = [(number, point.citations[0]) for number, point in enumerate(earlier.points, start=1)]
    return EarlierRun(
        briefing=earlier,
        reports=reports,
        read=read_then(reports, documents, copies),
        documents=tuple(documents),
        numbers=numbers,
        texts=texts,
        unread=frozenset(name for name, number in texts.numbers.items() if number not in again),
        corpus=corpus,
        judge=_widen(judge, corpus, {**origin_of, **{name: name for name in texts.numbers}}),
        printed={number: Printed(first.source, first.span) for number, first in firsts},
    )


def _widen(judge: LexicalJudge, corpus: Corpus, origin_of: Mapping[DocumentId, OriginId]) -> LexicalJudge:
    """A judge over more sentences behind its own, which alone tell how words weigh and are not read again."""
    size = len(judge.sentences)
    limits = {"same_limit": judge.same_limit, "part_limit": judge.part_limit}
    wider = open_judge(corpus, origin_of, weighed=size, **limits)
    return replace(wider, row_of=lambda at: judge.row_of(at) if at < size else wider.row_of(at))
