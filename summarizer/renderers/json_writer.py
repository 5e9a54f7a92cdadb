"""The json format: a whole briefing for machines, schema `summarizer/briefing/2`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from summarizer.model import (
    Briefing,
    Citation,
    DatePhrase,
    DateRange,
    Discrepancy,
    Introduction,
    Origin,
    Point,
    Reading,
    Section,
    Source,
)
from summarizer.renderers.options import RenderOptions
from summarizer.renderers.sanitize import json_text

SCHEMA_NAME = "summarizer/briefing/2"


def render_json(briefing: Briefing, _layout: RenderOptions) -> str:
    """Write a briefing as JSON text, which `parse_briefing` reads back without loss."""
    record = {
        "schema": SCHEMA_NAME,
        "title": briefing.title,
        "title_source": briefing.title_source,
        "about": briefing.about,
        "words": briefing.words,
        "signature": briefing.signature,
        "sources": [_source(source) for source in briefing.sources],
        "origins": [_origin(origin) for origin in briefing.origins],
        "sections": [_section(section) for section in briefing.sections],
        "discrepancies": [_discrepancy(discrepancy) for discrepancy in briefing.discrepancies],
        "unused": [{"document": unused.document, "why": unused.why} for unused in briefing.unused],
        "notes": list(briefing.notes),
    }
    return json_text(record)


def _source(source: Source) -> dict[str, Any]:
    return {
        "number": source.number,
        "document": source.document,
        "path": source.path,
        "title": source.title,
        "outlet": source.outlet,
        "author": source.author,
        "credit": source.credit,
        "published": str(source.published) if source.published else None,
        "published_is": source.published_is,
        "published_why": source.published_why,
        "url": source.url,
        "language": source.language,
        "origin": source.origin,
        "words": source.words,
        "statements": source.statements,
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {"id": origin.id, "label": origin.label, "sources": list(origin.sources), "evidence": origin.evidence}


def _section(section: Section) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "when": _days(section.when),
        "points": [_point(point) for point in section.points],
    }


def _days(when: DateRange | None) -> dict[str, str] | None:
    return {"start": when.start.isoformat(), "end": when.end.isoformat()} if when else None


def _date(phrase: DatePhrase) -> dict[str, Any]:
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


def _point(point: Point) -> dict[str, Any]:
    return {
        "text": point.text,
        "score": point.score,
        "speaker": point.speaker,
        "origins": list(point.origins),
        "origins_in_part": list(point.origins_in_part),
        "citations": [_citation(citation, point.text) for citation in point.citations],
        "discrepancies": list(point.discrepancies),
        "overtaken": point.overtaken,
        "when": _days(point.when),
        "dates": [_date(phrase) for phrase in point.dates],
        **({"people": [_introduction(one) for one in point.people]} if point.people else {}),
    }


def _introduction(one: Introduction) -> dict[str, Any]:
    return {"name": one.name, "words": one.words, "start": one.span.start, "end": one.span.end}


def _citation(citation: Citation, text: str) -> dict[str, Any]:
    span = citation.backed
    backed = {} if span is None else {"backed": {"start": span.start, "end": span.end, "text": span.of(text)}}
    page = {} if citation.page is None else {"page": citation.page}
    entry = {} if citation.entry is None else {"entry": str(citation.entry)}
    return {**_passage(citation), "relation": citation.relation, **backed, **page, **entry}


def _discrepancy(discrepancy: Discrepancy) -> dict[str, Any]:
    return {
        "kind": discrepancy.kind,
        "about": discrepancy.about,
        "series": discrepancy.is_series,
        "aside": discrepancy.is_aside,
        "readings": [_reading(reading) for reading in discrepancy.readings],
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "value": reading.value,
        "when": str(reading.when) if reading.when else None,
        "overtaken": reading.is_overtaken,
        "citations": _passages(reading.citations),
    }


def _passages(citations: Iterable[Citation]) -> list[dict[str, Any]]:
    return [_passage(citation) for citation in citations]


def _passage(citation: Citation) -> dict[str, Any]:
    span = citation.span
    return {"source": citation.source, "start": span.start, "end": span.end, "quote": citation.quote}
