"""What is found of each sentence of a draft: how it stands to the reports, and what they do not bear out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.briefing.citations import cite_evidence, find_independent_origins
from summarizer.checking.drafts import Draft, DraftSentence
from summarizer.checking.quotations import Match, Quotation, QuotationFinder, find_quotations
from summarizer.checking.references import Numbering
from summarizer.checking.standing import Held, Opposition, hold_against_reports
from summarizer.checking.unsourced import ReportFacts, find_unsourced
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
    ReportDate,
    Sentence,
    Span,
    Standing,
)
from summarizer.nlp.tokens import words_of
from summarizer.pipeline_state import RunState
from summarizer.statements.cite import Twins, evidence_of_copies, find_twins
from summarizer.statements.lexical_judge import LexicalJudge, open_judge, wording_of

FOREIGN = "in another language than the reports"
_WORST_FIRST: tuple[FindingKind, ...] = (
    "contradiction", "quotation", "number", "date", "name", "citation", "dispute", "wording",
)  # fmt: skip
_REFUSES: frozenset[FindingKind] = frozenset(
    {"quotation", "number", "date", "name"}
)  # so that no report says all of it
_DRAFT = "the draft"  # its origin


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReports:
    """The reports, ready for a draft to be held against them.

    Attributes:
        state: The run up to the origins.
        numbering: Which report each number of the draft means.
        number_of: The number of each report.
        by_id: The reports.
        facts: Their numbers, days and names.
        quotations: Looks up quotations in them.
        twins: The sentences of exact copies.
        language: The code of the draft's language.
    """

    state: RunState
    numbering: Numbering
    number_of: Mapping[DocumentId, int]
    by_id: Mapping[DocumentId, Document]
    facts: ReportFacts
    quotations: QuotationFinder
    twins: Twins
    language: str

    @classmethod
    def open(
        cls, state: RunState, numbering: Numbering, dated: Mapping[DocumentId, ReportDate], language: str
    ) -> HeldReports:
        """Prepare reports.

        Args:
            state: A run up to the origins.
            numbering: Which report each number of the draft means.
            dated: What is known of the reports' times.
            language: The code of the draft's language.
        """
        return cls(
            state=state,
            numbering=numbering,
            number_of={document.id: number for number, document in numbering.reports.items()},
            by_id={document.id: document for document in state.given},
            facts=ReportFacts(reports=state.given, sentences=state.every, dated=dated, language=language),
            quotations=QuotationFinder(state.given),
            twins=find_twins(state.copies, state.every[len(state.corpus) :]),
            language=language,
        )

    def cite(self, evidence: Evidence, *, is_own: bool = False) -> Citation:
        """Return the citation of a passage."""
        document = self.by_id[evidence.document]
        return cite_evidence(evidence, self.number_of[document.id], document, is_own=is_own)

    def cite_sentence(self, sentence: Sentence) -> Citation:
        """Return the citation of a sentence for its own words."""
        return self.cite(Evidence(sentences=(sentence,), relation="same", score=1.0), is_own=True)


def check_sentences(draft: Draft, reports: HeldReports) -> Iterator[CheckedSentence]:
    """Check the sentences of a draft.

    Args:
        draft: The draft.
        reports: The reports.

    Yields:
        Each sentence, in order; those that are not checked tell why.
    """
    state = reports.state
    told = [replace(one, why=one.why or _is_foreign(one, state.corpus.sentences)) for one in draft.sentences]
    checked = [one for one in told if one.why is None]
    first = len(state.corpus)
    name = _free_name(draft.document.id, reports.by_id)
    points = [replace(one.sentence, id=first + at, document=name) for at, one in enumerate(checked)]
    origin_of = {**state.origin_of, name: _DRAFT}
    judge = open_judge(
        open_corpus((*state.corpus.sentences, *points)),
        origin_of,
        same_limit=state.settings.same_limit,
        part_limit=state.settings.part_limit,
        weighed=first,
    )
    checker = _Checker(draft=draft, reports=reports, judge=judge, origin_of=origin_of)
    quotations = _quotations_of(draft)
    results = iter(zip(points, hold_against_reports(judge, points, origin_of, state.settings), strict=True))
    for one in told:
        if one.why is None:
            point, held = next(results)
            yield checker.check(one, point, held, quotations.get(one.sentence.span, ()))
        else:
            span = one.sentence.span
            text = span.of(draft.document.text)
            paragraph = one.sentence.paragraph
            yield CheckedSentence(span=span, text=text, standing="not checked", paragraph=paragraph, why=one.why)


def _is_foreign(one: DraftSentence, sentences: Sequence[Sentence]) -> str | None:
    """Why a sentence cannot be held against the reports: none is in its language."""
    known = {sentence.language for sentence in sentences}
    return FOREIGN if one.sentence.language not in known and known - {None} else None


def _free_name(name: str, taken: Mapping[DocumentId, Document]) -> str:
    while name in taken:
        name += "-draft"
    return name


def _quotations_of(draft: Draft) -> dict[Span, list[Quotation]]:
    """The quotations of each sentence: those that begin in it, wherever they end."""
    found: dict[Span, list[Quotation]] = {}
    paragraphs: dict[int, list[Span]] = {}
    for one in draft.sentences:
        paragraphs.setdefault(one.sentence.paragraph, []).append(one.sentence.span)
    for spans in paragraphs.values():
        for quotation in find_quotations(draft.document.text, Span(start=spans[0].start, end=spans[-1].end)):
            own = [span for span in spans if span.start <= quotation.span.start]
            if own:
                found.setdefault(own[-1], []).append(quotation)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checker:
    """Makes what was found of each sentence into its record."""

    draft: Draft
    reports: HeldReports
    judge: LexicalJudge
    origin_of: Mapping[DocumentId, OriginId]

    def check(
        self, one: DraftSentence, point: Sentence, held: Held, quotations: Sequence[Quotation]
    ) -> CheckedSentence:
        evidence = [*held.evidence, *evidence_of_copies(point, held.evidence, self.reports.twins)]
        full = [passage for passage in evidence if passage.relation == "same"]
        quoted = {quotation: self.reports.quotations.find(quotation) for quotation in quotations}
        findings = [
            *self._oppositions(point, held),
            *self._quotations(point, quoted),
            *self._unsourced(point),
            *self._references(one, point, evidence, held, quoted),
        ]
        is_refused = any(finding.kind in _REFUSES for finding in findings)
        span = one.sentence.span
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
            findings=tuple(sorted(findings, key=lambda finding: _WORST_FIRST.index(finding.kind))),
            paragraph=one.sentence.paragraph,
        )

    def _order(self, evidence: Evidence) -> tuple[bool, int]:
        return evidence.relation == "part", self.reports.number_of[evidence.document]

    def _citation(self, evidence: Evidence, point: Sentence) -> Citation:
        is_own = len(evidence.sentences) == 1 and wording_of(evidence.sentences[0]) == wording_of(point)
        return self.reports.cite(evidence, is_own=is_own and evidence.relation == "same")

    def _oppositions(self, point: Sentence, held: Held) -> Iterator[Finding]:
        for one in held.oppositions:
            kind: FindingKind = "wording"
            if one.is_contradiction:
                kind = "dispute" if held.is_backed else "contradiction"
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

    def _quotations(self, point: Sentence, quoted: Mapping[Quotation, Sequence[Match]]) -> Iterator[Finding]:
        for quotation, matches in quoted.items():
            if matches:
                yield from self._speaker(point, quotation, matches)
                continue
            near = self.reports.quotations.find_nearest(quotation)
            if near and not near.edits:
                continue
            yield Finding(
                kind="quotation",
                span=quotation.span,
                words=quotation.text,
                reason="not word for word" if near else "no report has these words",
                passage=self._cite_match(near) if near else None,
                against=near.span if near else None,
                edits=near.edits if near else (),
            )

    def _speaker(self, point: Sentence, quotation: Quotation, matches: Sequence[Match]) -> Iterator[Finding]:
        """That every report which has a quotation names another speaker for it."""
        own = _names_in(point.speaker)
        given = [self._speakers_of(match) for match in matches]
        if not own or not all(given) or any(own & _names_in(name) for names in given for name in names):
            return
        said = sorted({name for names in given for name in names})
        yield Finding(
            kind="quotation",
            span=quotation.span,
            words=quotation.text,
            reason=f"the draft has {point.speaker} say it, the report {' or '.join(said)}",
            passage=self._cite_match(matches[0]),
            against=matches[0].span,
        )

    def _speakers_of(self, match: Match) -> list[str]:
        """The speakers whom a report names for the sentences that hold a quotation."""
        document = self.reports.state.given[match.document].id
        return [
            one.speaker
            for one in self.reports.state.every
            if one.document == document
            and one.speaker
            and one.span.start < match.span.end
            and match.span.start < one.span.end
        ]

    def _cite_match(self, match: Match) -> Citation:
        document = self.reports.state.given[match.document]
        return Citation(
            source=self.reports.number_of[document.id],
            document=document.id,
            span=match.span,
            quote=match.span.of(document.text),
            page=document.page_of(match.span),
        )

    def _unsourced(self, point: Sentence) -> Iterator[Finding]:
        row = self.judge.row_of(point.id)
        if row is not None:
            yield from find_unsourced(point, row.said, self.reports.facts)

    def _references(
        self,
        one: DraftSentence,
        point: Sentence,
        evidence: Sequence[Evidence],
        held: Held,
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


def _standing(held: Held, evidence: Sequence[Evidence], *, is_refused: bool) -> Standing:
    if held.is_backed:
        return "in part" if is_refused else "backed"
    if any(one.is_contradiction for one in held.oppositions):
        return "contradicted"
    return "in part" if evidence else "not found"


def _within(sentence: Sentence, stretch: tuple[int, int]) -> Span:
    """A stretch of a sentence as one of its text."""
    return Span(start=sentence.span.start + stretch[0], end=sentence.span.start + stretch[1])


def _names_in(speaker: str | None) -> frozenset[str]:
    """The words of a speaker's name that are written large."""
    return frozenset(word.casefold() for word in words_of(speaker or "") if word) if speaker else frozenset()
