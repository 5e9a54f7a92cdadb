"""What is found of each sentence of a draft: how it stands to the reports, and what they do not bear out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from summarizer.briefing.citations import find_independent_origins
from summarizer.checking.drafts import Draft, DraftSentence
from summarizer.checking.held_reports import HeldReports
from summarizer.checking.misquotations import find_misquotations, quotations_by_sentence
from summarizer.checking.quotations import Match, Quotation
from summarizer.checking.standing import HeldSentence, hold_against_reports
from summarizer.checking.unsourced import find_unsourced
from summarizer.features.corpus import open_corpus
from summarizer.model import (
    CheckedSentence,
    Citation,
    Document,
    DocumentId,
    Evidence,
    Finding,
    FindingKind,
    OriginId,
    Sentence,
    Span,
    Standing,
)
from summarizer.nlp.tokens import words_of
from summarizer.statements.backed_part import longest_beside
from summarizer.statements.lexical_judge import LexicalJudge, open_judge, wording_of
from summarizer.statements.originals import evidence_of_copies

FOREIGN = "in another language than the reports"
_WORST_FIRST: tuple[FindingKind, ...] = (
    "contradiction", "quotation", "number", "date", "name", "citation", "dispute", "wording",
)  # fmt: skip
_LACKS: frozenset[FindingKind] = frozenset({"number", "date", "name"})  # with one of these a passage says a part
_REFUSES: frozenset[FindingKind] = _LACKS | {"quotation"}  # with one of these no report says all of it
_BLOCK = 1000  # sentences of a draft that are held against the reports at a time: bounds memory, changes no result
_DRAFT = "the draft"  # its origin


def check_sentences(draft: Draft, reports: HeldReports) -> Iterator[CheckedSentence]:
    """Check the sentences of a draft.

    Args:
        draft: The draft.
        reports: The reports.

    Yields:
        Each sentence, in order; those that are not checked tell why.
    """
    known = {sentence.language for sentence in reports.state.corpus.sentences}
    titles = {tuple(words_of(document.title)) for document in reports.state.given if document.title}
    told = [
        replace(one, why=one.why or _why_headline(one.sentence, titles) or _why_foreign(one.sentence.language, known))
        for one in draft.sentences
    ]
    checked = iter(_check_all(draft, [one for one in told if one.why is None], reports))
    for one in told:
        if one.why is None:
            yield next(checked)
        else:
            span = one.shown
            text = span.of(draft.document.text)
            paragraph = one.sentence.paragraph
            yield CheckedSentence(span=span, text=text, standing="not checked", paragraph=paragraph, why=one.why)


def _check_all(draft: Draft, told: Sequence[DraftSentence], reports: HeldReports) -> Iterator[CheckedSentence]:
    """Check the sentences that assert something, so many at a time that the tables of their words stay small."""
    state = reports.state
    first = len(state.corpus)
    name = _free_name(draft.document.id, reports.by_id)
    origin_of = {**state.origin_of, name: _DRAFT}
    quotations = quotations_by_sentence(draft)
    for start in range(0, len(told), _BLOCK):
        block = told[start : start + _BLOCK]
        points = [replace(one.sentence, id=first + at, document=name) for at, one in enumerate(block)]
        judge = open_judge(
            open_corpus((*state.corpus.sentences, *points)),
            origin_of,
            same_limit=state.settings.same_limit,
            part_limit=state.settings.part_limit,
            weighed=first,
        )
        checker = _Checker(draft=draft, reports=reports, judge=judge, origin_of=origin_of)
        held = hold_against_reports(reports.judging, judge, points, origin_of)
        for one, point, found in zip(block, points, held, strict=True):
            yield checker.check(one, point, found, quotations.get(one.sentence.span, ()))


def _why_headline(sentence: Sentence, titles: Set[tuple[str, ...]]) -> str | None:
    """Why a line is no sentence of the draft's own: it is the headline of a report, word for word."""
    return "the headline of a report" if tuple(sentence.tokens) in titles else None


def _why_foreign(language: str | None, known: Set[str | None]) -> str | None:
    """Why a sentence cannot be held against the reports: none is in its language."""
    return FOREIGN if language not in known and known - {None} else None


def _free_name(name: str, taken: Mapping[DocumentId, Document]) -> str:
    while name in taken:
        name += "-draft"
    return name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checker:
    """Makes what was found of each sentence into its record."""

    draft: Draft
    reports: HeldReports
    judge: LexicalJudge
    origin_of: Mapping[DocumentId, OriginId]

    def check(
        self, one: DraftSentence, point: Sentence, held: HeldSentence, quotations: Sequence[Quotation]
    ) -> CheckedSentence:
        evidence = [*held.evidence, *evidence_of_copies(point, held.evidence, self.reports.twins)]
        reports = self.reports
        quoted = {quotation: reports.quotations.find(quotation) for quotation in quotations}
        findings = [
            *self._oppositions(point, held),
            *find_misquotations(point, quoted, reports),
            *self._unsourced(point),
            *self._references(one, evidence, held, quoted),
        ]
        is_refused = any(finding.kind in _REFUSES for finding in findings)
        lacking = [finding.span for finding in findings if finding.kind in _LACKS]
        evidence = [_doubted(passage, point, lacking) for passage in evidence]
        full = [passage for passage in evidence if passage.relation == "same"]
        span = one.shown
        return CheckedSentence(
            span=span,
            text=span.of(self.draft.document.text),
            standing=_standing(held, evidence, is_refused=is_refused),
            citations=tuple(self._citation(passage, point) for passage in sorted(evidence, key=self._order)),
            origins=find_independent_origins(full, self.origin_of, point),
            origins_in_part=tuple(
                dict.fromkeys(
                    origin
                    for origin in (self.origin_of[passage.document] for passage in evidence)
                    if origin not in {self.origin_of[passage.document] for passage in full}
                )
            ),
            findings=tuple(
                self._as_written(finding)
                for finding in sorted(findings, key=lambda finding: _WORST_FIRST.index(finding.kind))
            ),
            paragraph=one.sentence.paragraph,
        )

    def _as_written(self, finding: Finding) -> Finding:
        """A finding in the words of the draft: what is judged has the marks of format and of sources blanked out."""
        text = self.draft.document.text
        edits = tuple(replace(edit, now=edit.draft.of(text)) for edit in finding.edits)
        return replace(finding, words=finding.span.of(text), edits=edits)

    def _order(self, evidence: Evidence) -> tuple[bool, int]:
        return evidence.relation == "part", self.reports.number_of[evidence.document]

    def _citation(self, evidence: Evidence, point: Sentence) -> Citation:
        is_own = len(evidence.sentences) == 1 and wording_of(evidence.sentences[0]) == wording_of(point)
        return self.reports.cite(evidence, is_own=is_own and evidence.relation == "same")

    def _oppositions(self, point: Sentence, held: HeldSentence) -> Iterator[Finding]:
        for one in held.oppositions:
            kind: FindingKind = "wording"
            if one.is_contradiction:
                kind = "dispute" if held.is_backed or one.is_told else "contradiction"
            elif held.is_backed:
                continue
            span = _within(point, one.words)
            passage = one.passage
            yield Finding(
                kind=kind,
                span=span,
                words=span.of(self.draft.document.text),
                reason=one.reason,
                passage=self.reports.cite_sentence(passage),
                against=_within(passage, one.against) if one.against else None,
            )

    def _unsourced(self, point: Sentence) -> Iterator[Finding]:
        row = self.judge.row_of(point.id)
        if row is not None:
            yield from find_unsourced(point, row.said, self.reports.facts)

    def _references(
        self,
        one: DraftSentence,
        evidence: Sequence[Evidence],
        held: HeldSentence,
        quoted: Mapping[Quotation, Sequence[Match]],
    ) -> Iterator[Finding]:
        """That a source which a sentence cites was not found to say it."""
        numbering = self.reports.numbering
        found = {passage.document for passage in evidence}
        found |= {self.reports.state.given[match.document].id for matches in quoted.values() for match in matches}
        opposed = {opposition.passage.document for opposition in held.oppositions if opposition.is_contradiction}
        for reference in one.references:
            for number in numbering.numbers_of(reference):
                report = numbering.reports.get(number)
                if number in numbering.strange or (report and report.id in found - opposed):
                    continue
                if report is None:
                    reason = f"there is no source [{number}]"
                elif report.id in opposed:
                    reason = f"[{number}] says otherwise"
                else:
                    reason = f"no passage of [{number}] was found that says this"
                span = reference.span
                yield Finding(kind="citation", span=span, words=span.of(self.draft.document.text), reason=reason)


def _doubted(evidence: Evidence, point: Sentence, lacking: Sequence[Span]) -> Evidence:
    """Evidence for all of a sentence as evidence for the longest part without what stands in no report."""
    if evidence.relation == "part" or not lacking:
        return evidence
    start = point.span.start
    cuts = [(span.start - start, span.end - start) for span in lacking]
    return replace(evidence, relation="part", backed=longest_beside(len(point.text), cuts))


def _standing(held: HeldSentence, evidence: Sequence[Evidence], *, is_refused: bool) -> Standing:
    if held.is_backed:
        return "in part" if is_refused else "backed"
    if any(one.is_contradiction and not one.is_told for one in held.oppositions):
        return "contradicted"
    return "in part" if evidence else "not found"


def _within(sentence: Sentence, stretch: tuple[int, int]) -> Span:
    """A stretch of a sentence as one of its text."""
    return Span(start=sentence.span.start + stretch[0], end=sentence.span.start + stretch[1])
