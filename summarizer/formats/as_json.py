"""The json format: a whole briefing for machines, schema `summarizer/briefing/1`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from summarizer.formats.layout import Layout
from summarizer.model import Briefing, Citation, Discrepancy, Origin, Point, Section, Source

SCHEMA_NAME = "summarizer/briefing/1"

# JSON lets all but the C0 controls stand as they are. Escaped they read back the same, do nothing to a terminal, and a
# lone surrogate cannot stop the text from being written as UTF-8.
_ESCAPED = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)


def render_json(briefing: Briefing, _layout: Layout) -> str:
    """Write a briefing as JSON text, which `parse_briefing` reads back without loss."""
    record = {
        "schema": SCHEMA_NAME,
        "title": briefing.title,
        "words": briefing.words,
        "signature": briefing.signature,
        "sources": [_source(source) for source in briefing.sources],
        "origins": [_origin(origin) for origin in briefing.origins],
        "sections": [_section(section) for section in briefing.sections],
        "discrepancies": [_discrepancy(discrepancy) for discrepancy in briefing.discrepancies],
        "unused": [{"document": unused.document, "why": unused.why} for unused in briefing.unused],
        "notes": list(briefing.notes),
    }
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, indent=2)
    return _ESCAPED.sub(lambda match: json.dumps(match[0])[1:-1], text)


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
        "url": source.url,
        "language": source.language,
        "origin": source.origin,
        "words": source.words,
        "statements": source.statements,
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {"id": origin.id, "label": origin.label, "sources": list(origin.sources), "evidence": origin.evidence}


def _section(section: Section) -> dict[str, Any]:
    when = section.when
    days = {"start": when.start.isoformat(), "end": when.end.isoformat()} if when else None
    return {"heading": section.heading, "when": days, "points": [_point(point) for point in section.points]}


def _point(point: Point) -> dict[str, Any]:
    return {
        "text": point.text,
        "score": point.score,
        "speaker": point.speaker,
        "origins": list(point.origins),
        "citations": [_citation(citation) for citation in point.citations],
        "discrepancies": list(point.discrepancies),
    }


def _citation(citation: Citation) -> dict[str, Any]:
    page = {} if citation.page is None else {"page": citation.page}
    return {**_passage(citation), "relation": citation.relation, **page}


def _discrepancy(discrepancy: Discrepancy) -> dict[str, Any]:
    readings = [{"value": reading.value, "citations": _passages(reading.citations)} for reading in discrepancy.readings]
    return {"kind": discrepancy.kind, "about": discrepancy.about, "readings": readings}


def _passages(citations: Iterable[Citation]) -> list[dict[str, Any]]:
    return [_passage(citation) for citation in citations]


def _passage(citation: Citation) -> dict[str, Any]:
    span = citation.span
    return {"source": citation.source, "start": span.start, "end": span.end, "quote": citation.quote}
