"""Turns sources, origins and citations into plain values, and back: what briefings and checks have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from summarizer.errors import InputError
from summarizer.model.briefing import Source
from summarizer.model.citation import Citation
from summarizer.model.dates import PartialDate
from summarizer.model.provenance import Origin
from summarizer.model.schema import JsonForm
from summarizer.model.text import Span

Names = Mapping[int, str]  # the number of each source, and the id of its report


def write_source(source: Source) -> dict[str, Any]:
    """Turn a source into plain values."""
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


def read_source(record: Mapping[str, Any], form: JsonForm) -> Source:
    """Make a source of plain values.

    Raises:
        InputError: its date is none.
    """
    published = record["published"]
    try:
        moment = PartialDate.parse(published) if published else None
    except InputError as error:
        raise InputError(f"{form.name}, source {record['number']}, {error}") from None
    return Source(**{**record, "published": moment})


def write_origin(origin: Origin) -> dict[str, Any]:
    """Turn an origin into plain values."""
    return {"id": origin.id, "label": origin.label, "sources": list(origin.sources), "evidence": origin.evidence}


def read_origin(record: Mapping[str, Any], names: Names) -> Origin:
    """Make an origin of plain values; an unknown number gets an empty name, which `check_references` reports."""
    numbers = tuple(record["sources"])
    documents = tuple(names.get(number, "") for number in numbers)
    label, evidence = record["label"], record["evidence"]
    return Origin(id=record["id"], label=label, documents=documents, evidence=evidence, sources=numbers)


def write_citation(citation: Citation, text: str) -> dict[str, Any]:
    """Turn a citation into plain values, with the words that it backs of the text that it is cited for."""
    span = citation.backed
    backed = {} if span is None else {"backed": {"start": span.start, "end": span.end, "text": span.of(text)}}
    page = {} if citation.page is None else {"page": citation.page}
    entry = {} if citation.entry is None else {"entry": str(citation.entry)}
    return {**write_passage(citation), "relation": citation.relation, **backed, **page, **entry}


def read_citation(record: Mapping[str, Any], names: Names) -> Citation:
    """Make a citation of plain values."""
    return Citation(
        source=record["source"],
        document=names.get(record["source"], ""),
        span=Span(start=record["start"], end=record["end"]),
        quote=record["quote"],
        # A passage that gives a reading says its value to the letter; the JSON leaves that out.
        relation=record.get("relation", "verbatim"),
        page=record.get("page"),
        entry=PartialDate.parse(entry) if (entry := record.get("entry")) else None,
        backed=Span(start=backed["start"], end=backed["end"]) if (backed := record.get("backed")) else None,
    )


def write_passage(citation: Citation) -> dict[str, Any]:
    """Turn the passage of a citation into plain values, without how it stands to what it is cited for."""
    span = citation.span
    return {"source": citation.source, "start": span.start, "end": span.end, "quote": citation.quote}


def check_backed(citation: Mapping[str, Any], text: str, form: JsonForm) -> None:
    """Check that the words which a citation backs stand at their place.

    Args:
        citation: Its plain values.
        text: What it is cited for.
        form: The form of JSON that is read.

    Raises:
        InputError: they do not.
    """
    backed = citation.get("backed")
    if backed and text[backed["start"] : backed["end"]] != backed["text"]:
        found, wanted = text[backed["start"] : backed["end"]], backed["text"]
        where = f"citation of source {citation['source']}, backed"
        raise InputError(f"{form.name}, {where}: found {found!r} at its place, wanted {wanted!r}.")
