"""Holds the points of an earlier briefing against the reports at hand: which say them, and which say otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.briefing.citations import cite_evidence
from summarizer.briefing.since.earlier_run import EarlierRun
from summarizer.model import (
    Change,
    Citation,
    DocumentId,
    EarlierPoint,
    EarlierReport,
    Evidence,
    PartialDate,
    Point,
    Span,
    Statement,
)
from summarizer.model.update import EarlierStanding
from summarizer.settings import Settings
from summarizer.statements.cite import LookedUp, find_best_evidence, look_up
from summarizer.statements.judging import Judged, Judging

# What a passage may say otherwise. A name may stand there for another part of the same, and another word for anything.
_TELLING = frozenset({"denial", "opposite", "number", "date"})
_CLOSE = 0.65  # share of a point's weight that a passage holds at least: `checking/standing.py` has the measurement


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What the reports at hand say of a point."""

    citations: tuple[Citation, ...] = ()
    against: tuple[Citation, ...] = ()
    reason: str | None = None


def hold_points(earlier: EarlierRun, changes: Sequence[Change], settings: Settings) -> tuple[EarlierPoint, ...]:
    """Hold the points of an earlier briefing against the reports at hand, by the lexical judge.

    Args:
        earlier: The earlier briefing beside the run.
        changes: What the newest reports tell otherwise.
        settings: What is asked for.
    """
    points = list(enumerate(earlier.briefing.points, start=1))
    held = _hold_all(earlier, points, settings)
    found = []
    for number, point in points:
        own = held.get(number, _Held())
        if not own.against:
            own = _from_changes(number, own, changes)
        found.append(_point(earlier, number, point, own))
    return tuple(found)


def _hold_all(earlier: EarlierRun, points: Sequence[tuple[int, Point]], settings: Settings) -> dict[int, _Held]:
    """What the reports at hand say of the points that are sentences, by their numbers."""
    sentences = {}
    for number, point in points:
        first = point.citations[0]
        sentence = earlier.texts.find_sentence(first.source, first.span)
        if sentence is not None:
            sentences[number] = sentence
    statements = [Statement(sentences=(one,), origin_of={}, score=0.0) for one in sentences.values()]
    size = len(earlier.judge.sentences) - len(earlier.texts.sentences)
    judged = look_up(Judging(settings, None), earlier.judge, statements, size)
    return {number: _hold(earlier, *found) for number, found in zip(sentences, judged, strict=True)}


def _hold(earlier: EarlierRun, statement: Statement, looked_up: LookedUp, judged: Judged) -> _Held:
    sentences = earlier.judge.sentences
    best = (find_best_evidence(sentences, judged, looked_up, name) for name in looked_up.by_report)
    evidence = sorted((one for one in best if one), key=lambda one: (one.relation, earlier.numbers[one.document]))
    evidence.sort(key=lambda one: one.relation == "part")
    citations = tuple(_cite(earlier, one) for one in evidence)
    saying = {one.document for one in evidence if one.relation == "same"}
    if saying - earlier.read.keys():
        return _Held(citations=citations)
    since = _date_of(earlier, earlier.texts.numbers[statement.wording.document])
    against: dict[DocumentId, tuple[Citation, str]] = {}
    for name, rows in looked_up.by_report.items():
        if name in earlier.read or _is_before(earlier.find_document(name).published, since):
            continue
        for at in rows:
            judgement = judged((at,), True)
            conflict = judgement.conflict
            is_against = judgement.relation == "contradicted" and conflict is not None and conflict.kind in _TELLING
            if is_against and looked_up.held[at] >= _CLOSE and name not in against:
                passage = Evidence(sentences=(sentences[at],), relation="same", score=1.0)
                against[name] = _cite(earlier, passage, is_own=True), judgement.reason or ""
    told = [against[name] for name in sorted(against, key=lambda name: earlier.numbers[name])]
    return _Held(
        citations=citations, against=tuple(one for one, _ in told), reason=told[0][1] or None if told else None
    )


def _cite(earlier: EarlierRun, evidence: Evidence, *, is_own: bool = False) -> Citation:
    name = evidence.document
    return cite_evidence(evidence, earlier.numbers[name], earlier.find_document(name), is_own=is_own)


def _date_of(earlier: EarlierRun, number: int) -> PartialDate | None:
    return next(one.published for one in earlier.reports if one.number == number)


def _is_before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether a date is surely before another: what was written before it corrects nothing."""
    return one is not None and other is not None and one.days[1] < other.days[0]


def _from_changes(number: int, held: _Held, changes: Sequence[Change]) -> _Held:
    """What reports say of a point, with the newest value where a change is about one that the point tells."""
    for change in changes:
        for reading in change.before:
            if any(one.point == number for one in reading.passages):
                newest = change.now[-1]
                reason = f"“{newest.value}” in place of “{reading.value}”"
                return _Held(citations=held.citations, against=newest.citations, reason=reason)
    return held


def _point(earlier: EarlierRun, number: int, point: Point, held: _Held) -> EarlierPoint:
    first = point.citations[0]
    report = next(one for one in earlier.reports if one.number == first.source)
    citations = held.citations
    if not any(one.relation != "part" for one in citations):
        citations = (*_find_letter_by_letter(earlier, report, first.quote), *citations)
    return EarlierPoint(
        number=number,
        text=point.text,
        report=first.source,
        standing=_standing_of(report, citations, held),
        citations=citations,
        against=held.against,
        reason=held.reason,
    )


def _find_letter_by_letter(earlier: EarlierRun, report: EarlierReport, quote: str) -> list[Citation]:
    """The passage itself, where its report is given and still has it: cleaning may have left it out."""
    if report.source is None:
        return []
    document = earlier.documents[report.source - 1]
    start = document.text.find(quote)
    if start < 0:
        return []
    span = Span(start=start, end=start + len(quote))
    return [Citation(source=report.source, document=document.id, span=span, quote=quote)]


def _standing_of(report: EarlierReport, citations: Sequence[Citation], held: _Held) -> EarlierStanding:
    if held.against:
        return "otherwise"
    if any(one.relation != "part" for one in citations):
        return "told"
    if report.standing == "another text":
        return "dropped"
    return "told in part" if citations else "not found"
