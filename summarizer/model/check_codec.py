"""Turns checks into plain values, as the published JSON has them, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from summarizer.model.check import Check, CheckedSentence, Edit, Finding
from summarizer.model.check_references import check_places
from summarizer.model.citation import Citation
from summarizer.model.codec_parts import (
    Names,
    check_backed,
    read_citation,
    read_origin,
    read_source,
    write_citation,
    write_origin,
    write_source,
)
from summarizer.model.schema import CHECK, check_schema
from summarizer.model.text import Span


def write_check(check: Check) -> dict[str, Any]:
    """Turn a check into plain values: text, numbers, None, lists and dicts of them."""
    texts = dict(check.texts)
    return {
        "schema": CHECK.schema,
        "title": check.title,
        "path": check.path,
        "language": check.language,
        "text": check.text,
        "signature": check.signature,
        "counts": check.counts,
        "sentences": [_write_sentence(sentence, texts) for sentence in check.sentences],
        "sources": [write_source(source) for source in check.sources],
        "origins": [write_origin(origin) for origin in check.origins],
        "texts": [{"document": document, "text": text} for document, text in check.texts],
        "notes": list(check.notes),
    }


def read_check(record: Mapping[str, Any]) -> Check:
    """Make the check again that plain values were written from.

    Raises:
        InputError: the values break the schema, refer to something that is not in them, or hold words that do not
            stand where they are said to.
    """
    check_schema(record, CHECK)
    # An unknown number gets an empty name here and is reported by check_places below.
    names = {source["number"]: source["document"] for source in record["sources"]}
    check = Check(
        title=record["title"],
        path=record["path"],
        text=record["text"],
        sentences=tuple(_read_sentence(sentence, names) for sentence in record["sentences"]),
        sources=tuple(read_source(source, CHECK) for source in record["sources"]),
        origins=tuple(read_origin(origin, names) for origin in record["origins"]),
        texts=tuple((one["document"], one["text"]) for one in record["texts"]),
        signature=record["signature"],
        notes=tuple(record["notes"]),
        language=record["language"],
    )
    check_places(check, record, CHECK)
    return check


def _write_span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _read_span(record: Mapping[str, Any]) -> Span:
    return Span(start=record["start"], end=record["end"])


def _write_sentence(sentence: CheckedSentence, texts: Mapping[str, str]) -> dict[str, Any]:
    return {
        **_write_span(sentence.span),
        "text": sentence.text,
        "standing": sentence.standing,
        "why": sentence.why,
        "paragraph": sentence.paragraph,
        "citations": [write_citation(citation, sentence.text) for citation in sentence.citations],
        "origins": list(sentence.origins),
        "origins_in_part": list(sentence.origins_in_part),
        "findings": [_write_finding(finding, sentence.text, texts) for finding in sentence.findings],
    }


def _read_sentence(record: Mapping[str, Any], names: Names) -> CheckedSentence:
    passages = [finding["passage"] for finding in record["findings"] if finding["passage"]]
    for citation in (*record["citations"], *passages):
        check_backed(citation, record["text"], CHECK)
    return CheckedSentence(
        span=_read_span(record),
        text=record["text"],
        standing=record["standing"],
        citations=tuple(read_citation(citation, names) for citation in record["citations"]),
        origins=tuple(record["origins"]),
        origins_in_part=tuple(record["origins_in_part"]),
        findings=tuple(_read_finding(finding, names) for finding in record["findings"]),
        paragraph=record["paragraph"],
        why=record["why"],
    )


def _write_finding(finding: Finding, sentence: str, texts: Mapping[str, str]) -> dict[str, Any]:
    passage, against = finding.passage, finding.against
    report = texts.get(passage.document, "") if passage else ""
    return {
        "kind": finding.kind,
        **_write_span(finding.span),
        "words": finding.words,
        "reason": finding.reason,
        "passage": _write_passage(passage, sentence) if passage else None,
        "against": {**_write_span(against), "text": against.of(report)} if against else None,
        "edits": [_write_edit(edit) for edit in finding.edits],
    }


def _write_passage(passage: Citation, sentence: str) -> dict[str, Any]:
    """A passage that speaks against a sentence does not say it: it has no relation to tell."""
    written = write_citation(passage, sentence)
    if passage.relation == "verbatim":
        del written["relation"]
    return written


def _read_finding(record: Mapping[str, Any], names: Names) -> Finding:
    passage, against = record["passage"], record["against"]
    return Finding(
        kind=record["kind"],
        span=_read_span(record),
        words=record["words"],
        reason=record["reason"],
        passage=read_citation(passage, names) if passage else None,
        against=_read_span(against) if against else None,
        edits=tuple(_read_edit(edit) for edit in record["edits"]),
    )


def _write_edit(edit: Edit) -> dict[str, Any]:
    return {"draft": _write_span(edit.draft), "report": _write_span(edit.report), "was": edit.was, "now": edit.now}


def _read_edit(record: Mapping[str, Any]) -> Edit:
    draft, report = _read_span(record["draft"]), _read_span(record["report"])
    return Edit(draft=draft, report=report, was=record["was"], now=record["now"])
