"""Turns briefings into plain values, as the published JSON has them, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from summarizer.model.briefing import Briefing, Introduction, Point, Section, Unused
from summarizer.model.citation import Discrepancy, Reading
from summarizer.model.codec_parts import (
    Names,
    check_backed,
    read_citation,
    read_origin,
    read_source,
    write_citation,
    write_origin,
    write_passage,
    write_source,
)
from summarizer.model.dates import DatePhrase, DateRange, PartialDate
from summarizer.model.references import check_references
from summarizer.model.schema import BRIEFING, check_schema
from summarizer.model.text import Span
from summarizer.model.update_codec import read_novelty, read_update, write_novelty, write_update


def write_briefing(briefing: Briefing) -> dict[str, Any]:
    """Turn a briefing into plain values: text, numbers, true and false, None, lists and dicts of them."""
    return {
        "schema": BRIEFING.schema,
        "title": briefing.title,
        "title_source": briefing.title_source,
        "about": briefing.about,
        "words": briefing.words,
        "signature": briefing.signature,
        "sources": [write_source(source) for source in briefing.sources],
        "origins": [write_origin(origin) for origin in briefing.origins],
        "sections": [_write_section(section) for section in briefing.sections],
        "discrepancies": [_write_discrepancy(discrepancy) for discrepancy in briefing.discrepancies],
        "unused": [{"document": unused.document, "why": unused.why} for unused in briefing.unused],
        "notes": list(briefing.notes),
        **({"since": write_update(briefing.since, _write_reading)} if briefing.since else {}),
    }


def read_briefing(record: Mapping[str, Any]) -> Briefing:
    """Make the briefing again that plain values were written from, by this version or an earlier one.

    Raises:
        InputError: the values break the schema, or refer to something that is not in them.
    """
    check_schema(record, BRIEFING)
    # An unknown number gets an empty name here and is reported by check_references below.
    names = {source["number"]: source["document"] for source in record["sources"]}
    briefing = Briefing(
        title=record["title"],
        title_source=record.get("title_source"),
        words=record["words"],
        signature=record["signature"],
        sources=tuple(read_source(source, BRIEFING) for source in record["sources"]),
        origins=tuple(read_origin(origin, names) for origin in record["origins"]),
        sections=tuple(_read_section(section, names) for section in record["sections"]),
        discrepancies=tuple(_read_discrepancy(discrepancy, names) for discrepancy in record["discrepancies"]),
        unused=tuple(Unused(document=unused["document"], why=unused["why"]) for unused in record["unused"]),
        notes=tuple(record["notes"]),
        about=record.get("about"),
        since=read_update(since, names, _read_reading) if (since := record.get("since")) else None,
    )
    check_references(briefing)
    return briefing


def _write_section(section: Section) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "when": _write_days(section.when),
        "points": [_write_point(point) for point in section.points],
    }


def _read_section(record: Mapping[str, Any], names: Names) -> Section:
    points = tuple(_read_point(point, names) for point in record["points"])
    return Section(heading=record["heading"], when=_read_days(record["when"]), points=points)


def _write_days(when: DateRange | None) -> dict[str, str] | None:
    return {"start": when.start.isoformat(), "end": when.end.isoformat()} if when else None


def _read_days(record: Mapping[str, str] | None) -> DateRange | None:
    return (
        DateRange(start=date.fromisoformat(record["start"]), end=date.fromisoformat(record["end"])) if record else None
    )


def _write_point(point: Point) -> dict[str, Any]:
    return {
        "text": point.text,
        "score": point.score,
        "speaker": point.speaker,
        "origins": list(point.origins),
        "origins_in_part": list(point.origins_in_part),
        "citations": [write_citation(citation, point.text) for citation in point.citations],
        "discrepancies": list(point.discrepancies),
        "overtaken": point.overtaken,
        "when": _write_days(point.when),
        "dates": [_write_date(phrase) for phrase in point.dates],
        **({"people": [_write_introduction(one) for one in point.people]} if point.people else {}),
        **({"since": write_novelty(point.since)} if point.since else {}),
    }


def _read_point(record: Mapping[str, Any], names: Names) -> Point:
    for citation in record["citations"]:
        check_backed(citation, record["text"], BRIEFING)
    return Point(
        text=record["text"],
        score=record["score"],
        citations=tuple(read_citation(citation, names) for citation in record["citations"]),
        origins=tuple(record["origins"]),
        origins_in_part=tuple(record.get("origins_in_part", ())),
        speaker=record["speaker"],
        discrepancies=tuple(record["discrepancies"]),
        # Earlier versions wrote none of these; nor origins in part.
        overtaken=record.get("overtaken"),
        when=_read_days(record.get("when")),
        dates=tuple(_read_date(phrase) for phrase in record.get("dates", ())),
        people=tuple(_read_introduction(one) for one in record.get("people", ())),
        since=read_novelty(since) if (since := record.get("since")) else None,
    )


def _write_date(phrase: DatePhrase) -> dict[str, Any]:
    return {
        "phrase": phrase.text,
        "start": phrase.span.start,
        "end": phrase.span.end,
        "first": phrase.first.isoformat(),
        "last": phrase.last.isoformat(),
        "precision": phrase.precision,
        "role": phrase.role,
        "relative": phrase.is_relative,
        "ahead": phrase.is_ahead,
    }


def _read_date(record: Mapping[str, Any]) -> DatePhrase:
    return DatePhrase(
        span=Span(start=record["start"], end=record["end"]),
        text=record["phrase"],
        first=date.fromisoformat(record["first"]),
        last=date.fromisoformat(record["last"]),
        precision=record["precision"],
        role=record["role"],
        is_relative=record["relative"],
        is_ahead=record["ahead"],
    )


def _write_introduction(one: Introduction) -> dict[str, Any]:
    return {"name": one.name, "words": one.words, "start": one.span.start, "end": one.span.end}


def _read_introduction(record: Mapping[str, Any]) -> Introduction:
    span = Span(start=record["start"], end=record["end"])
    return Introduction(name=record["name"], words=record["words"], span=span)


def _write_discrepancy(discrepancy: Discrepancy) -> dict[str, Any]:
    return {
        "kind": discrepancy.kind,
        "about": discrepancy.about,
        "series": discrepancy.is_series,
        "aside": discrepancy.is_aside,
        "readings": [_write_reading(reading) for reading in discrepancy.readings],
    }


def _read_discrepancy(record: Mapping[str, Any], names: Names) -> Discrepancy:
    return Discrepancy(
        kind=record["kind"],
        about=record["about"],
        readings=tuple(_read_reading(reading, names) for reading in record["readings"]),
        is_series=record.get("series", False),
        is_aside=record.get("aside", False),
    )


def _write_reading(reading: Reading) -> dict[str, Any]:
    return {
        "value": reading.value,
        "when": str(reading.when) if reading.when else None,
        "overtaken": reading.is_overtaken,
        "citations": [write_passage(citation) for citation in reading.citations],
    }


def _read_reading(record: Mapping[str, Any], names: Names) -> Reading:
    when = record.get("when")
    return Reading(
        value=record["value"],
        citations=tuple(read_citation(citation, names) for citation in record["citations"]),
        when=PartialDate.parse(when) if when else None,
        is_overtaken=record.get("overtaken", False),
    )
