"""Holds the points of an earlier briefing against the reports at hand: which say them, and which say otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.briefing.citations import cite_evidence
from summarizer.briefing.since.earlier_run import EarlierRun
from summarizer.briefing.since.withdrawals import find_withdrawals
from summarizer.model import (
    Change,
    Citation,
    EarlierPoint,
    EarlierReport,
    Evidence,
    Point,
    Sentence,
    Span,
    Statement,
)
from summarizer.model.update import EarlierStanding
from summarizer.settings import Settings
from summarizer.statements.cite import find_best_evidence, look_up
from summarizer.statements.judging import Judging

_WITHDRAWN = "it says itself that this was wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What the reports at hand say of a point, and what those that were not read then say otherwise."""

    standing: EarlierStanding | None = None
    citations: tuple[Citation, ...] = ()
    against: tuple[Citation, ...] = ()
    reason: str | None = None


def hold_points(earlier: EarlierRun, changes: Sequence[Change], settings: Settings) -> tuple[EarlierPoint, ...]:
    """Hold the points of an earlier briefing against the reports at hand, by the lexical judge.

    A point is told otherwise where one of the changes is about it, and withdrawn where a report says that it was wrong.
    What merely seems to contradict it is not taken: of eight such verdicts of the judge six were wrong.

    Args:
        earlier: The earlier briefing beside the run.
        changes: What the newest reports tell otherwise.
        settings: What is asked for.
    """
    points = list(enumerate(earlier.briefing.points, start=1))
    sentences = _sentences_of(earlier, points)
    citations = dict(zip(sentences, _find_citations(earlier, sentences, settings), strict=True))
    withdrawn = find_withdrawals(earlier, sentences)
    found = []
    for number, point in points:
        held = _Held(citations=citations.get(number, ()))
        if number in withdrawn:
            against = tuple(_cite_sentence(earlier, one) for one in withdrawn[number])
            held = replace(held, standing="withdrawn", against=against, reason=_WITHDRAWN)
        else:
            held = _from_changes(number, held, changes)
        found.append(_point(earlier, number, point, held))
    return tuple(found)


def _sentences_of(earlier: EarlierRun, points: Sequence[tuple[int, Point]]) -> dict[int, Sentence]:
    """The sentences of the points, by their numbers; a point whose wording is no sentence any more has none."""
    found = {}
    for number, point in points:
        first = point.citations[0]
        sentence = earlier.texts.find_sentence(first.source, first.span)
        if sentence is not None:
            found[number] = sentence
    return found


def _find_citations(
    earlier: EarlierRun, points: Mapping[int, Sentence], settings: Settings
) -> Iterator[tuple[Citation, ...]]:
    """The passages of the reports at hand that say each point, in full before in part."""
    statements = [Statement(sentences=(one,), origin_of={}, score=0.0) for one in points.values()]
    judge = earlier.judge
    size = len(judge.sentences) - len(earlier.texts.sentences)
    for _, looked_up, judged in look_up(Judging(settings, None), judge, statements, size):
        best = (find_best_evidence(judge.sentences, judged, looked_up, name) for name in looked_up.by_report)
        evidence = [one for one in best if one]
        evidence.sort(key=lambda one: (one.relation == "part", earlier.numbers[one.document]))
        yield tuple(_cite(earlier, one) for one in evidence)


def _cite(earlier: EarlierRun, evidence: Evidence, *, is_own: bool = False) -> Citation:
    name = evidence.document
    return cite_evidence(evidence, earlier.numbers[name], earlier.find_document(name), is_own=is_own)


def _cite_sentence(earlier: EarlierRun, sentence: Sentence) -> Citation:
    return _cite(earlier, Evidence(sentences=(sentence,), relation="same", score=1.0), is_own=True)


def _from_changes(number: int, held: _Held, changes: Sequence[Change]) -> _Held:
    """What reports say of a point, with the newest value where a change is about one that the point tells."""
    for change in changes:
        for reading in change.before:
            if any(one.point == number for one in reading.passages):
                newest = change.now[-1]
                reason = f"“{newest.value}” in place of “{reading.value}”"
                return replace(held, standing="otherwise", against=newest.citations, reason=reason)
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
    if held.standing:
        return held.standing
    if any(one.relation != "part" for one in citations):
        return "told"
    if report.standing == "another text":
        return "dropped"
    return "told in part" if citations else "not found"
