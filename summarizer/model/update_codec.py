"""Turns what a briefing tells beyond an earlier one into plain values, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from summarizer.model.citation import Reading
from summarizer.model.codec_parts import Names, check_backed, read_citation, write_citation, write_passage
from summarizer.model.dates import PartialDate
from summarizer.model.schema import BRIEFING
from summarizer.model.text import Span
from summarizer.model.update import Change, EarlierPassage, EarlierPoint, EarlierReading, EarlierReport, Novelty, Update

WriteReading = Callable[[Reading], dict[str, Any]]
ReadReading = Callable[[Mapping[str, Any], Names], Reading]


def write_update(update: Update, write_reading: WriteReading) -> dict[str, Any]:
    """Turn an update into plain values.

    Args:
        update: What a briefing tells beyond an earlier one.
        write_reading: Turns a reading into plain values, as a discrepancy has it.
    """
    return {
        "title": update.title,
        "signature": update.signature,
        "newest": _text_of(update.newest),
        "new_sources": [*update.new_sources],
        "reports": [_write_report(one) for one in update.reports],
        "points": [_write_point(one) for one in update.points],
        "changes": [
            {
                "kind": one.kind,
                "about": one.about,
                "before": [_write_reading(reading) for reading in one.before],
                "now": [write_reading(reading) for reading in one.now],
            }
            for one in update.changes
        ],
    }


def read_update(record: Mapping[str, Any], names: Names, read_reading: ReadReading) -> Update:
    """Make an update of plain values.

    Raises:
        InputError: the words that a citation backs do not stand where it says.
    """
    return Update(
        title=record["title"],
        signature=record["signature"],
        newest=_date_of(record["newest"]),
        new_sources=tuple(record["new_sources"]),
        reports=tuple(_read_report(one) for one in record["reports"]),
        points=tuple(_read_point(one, names) for one in record["points"]),
        changes=tuple(
            Change(
                kind=one["kind"],
                about=one["about"],
                before=tuple(_read_reading(reading) for reading in one["before"]),
                now=tuple(read_reading(reading, names) for reading in one["now"]),
            )
            for one in record["changes"]
        ),
    )


def write_novelty(novelty: Novelty) -> dict[str, Any]:
    """Turn what is known of a point's novelty into plain values."""
    return {"standing": novelty.standing, "told_by": [_write_passage(one) for one in novelty.told_by]}


def read_novelty(record: Mapping[str, Any]) -> Novelty:
    """Make the same of plain values."""
    return Novelty(standing=record["standing"], told_by=tuple(_read_passage(one) for one in record["told_by"]))


def _text_of(moment: PartialDate | None) -> str | None:
    return str(moment) if moment else None


def _date_of(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _write_passage(passage: EarlierPassage) -> dict[str, Any]:
    return {
        "report": passage.report,
        "source": passage.source,
        "point": passage.point,
        "start": passage.span.start,
        "end": passage.span.end,
        "quote": passage.quote,
        "relation": passage.relation,
    }


def _read_passage(record: Mapping[str, Any]) -> EarlierPassage:
    span = Span(start=record["start"], end=record["end"])
    told = {name: record[name] for name in ("quote", "report", "source", "point", "relation")}
    return EarlierPassage(span=span, **told)


def _write_reading(reading: EarlierReading) -> dict[str, Any]:
    passages = [_write_passage(one) for one in reading.passages]
    return {"value": reading.value, "when": _text_of(reading.when), "passages": passages}


def _read_reading(record: Mapping[str, Any]) -> EarlierReading:
    passages = tuple(_read_passage(one) for one in record["passages"])
    return EarlierReading(value=record["value"], passages=passages, when=_date_of(record["when"]))


def _write_report(report: EarlierReport) -> dict[str, Any]:
    return {
        "number": report.number,
        "document": report.document,
        "name": report.name,
        "published": _text_of(report.published),
        "source": report.source,
        "standing": report.standing,
    }


def _read_report(record: Mapping[str, Any]) -> EarlierReport:
    return EarlierReport(**{**record, "published": _date_of(record["published"])})


def _write_point(point: EarlierPoint) -> dict[str, Any]:
    return {
        "number": point.number,
        "text": point.text,
        "report": point.report,
        "standing": point.standing,
        "citations": [write_citation(one, point.text) for one in point.citations],
        "against": [write_passage(one) for one in point.against],
        "reason": point.reason,
    }


def _read_point(record: Mapping[str, Any], names: Names) -> EarlierPoint:
    for citation in record["citations"]:
        check_backed(citation, record["text"], BRIEFING)
    return EarlierPoint(
        number=record["number"],
        text=record["text"],
        report=record["report"],
        standing=record["standing"],
        citations=tuple(read_citation(one, names) for one in record["citations"]),
        against=tuple(read_citation(one, names) for one in record["against"]),
        reason=record["reason"],
    )
