"""Writes reports as they were read and cleaned, so that a later run reads them again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from summarizer.errors import SettingsError
from summarizer.model import REPORT_SCHEMA, Document, Span


def write_reports(documents: Iterable[Document], form: str = "jsonl") -> str:
    """Write reports for another run or for other programs.

    Args:
        documents: What `read_documents` returned.
        form: "jsonl", from which `read_documents` makes the same documents again, or "text": only their stories.

    Returns:
        The text; nothing of the documents is lost in "jsonl".

    Raises:
        SettingsError: there is no such form.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> documents = read_documents("seeds")
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder, "reports.jsonl")
        ...     _ = path.write_text(write_reports(documents))
        ...     print(read_documents(path) == documents)
        True
    """
    if form not in REPORT_FORMATS:
        raise SettingsError(f"form: found {form!r}, wanted one of {', '.join(REPORT_FORMATS)}.")
    return REPORT_FORMATS[form](tuple(documents))


def _as_lines(documents: tuple[Document, ...]) -> str:
    return "".join(json.dumps(_record(document), allow_nan=False) + "\n" for document in documents)


def _record(document: Document) -> dict[str, Any]:
    dateline = document.dateline
    record = {
        "schema": REPORT_SCHEMA,
        "id": document.id,
        "text": document.text,
        "path": document.path,
        "kind": document.kind,
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "credit": document.credit,
        "cites": list(document.cites),
        "dateline": {"place": dateline.place, "day": dateline.day} if dateline else None,
        "published": str(document.published) if document.published else None,
        "updated": str(document.updated) if document.updated else None,
        "readings": [str(moment) for moment in document.readings],
        "url": document.url,
        "language": document.language,
        "kept": None if document.kept is None else [_pair(span) for span in document.kept],
        "dropped": [[*_pair(drop.span), drop.rule] for drop in document.dropped],
        "pages": [_pair(page) for page in document.pages],
        "entries": [[entry.start, str(entry.published)] for entry in document.entries],
        "omitted": [[omission.text, omission.rule] for omission in document.omitted],
        "skipped": document.skipped,
    }
    return {name: value for name, value in record.items() if value not in (None, []) or name == "kept"}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _as_text(documents: tuple[Document, ...]) -> str:
    """The stories: what was kept of each line, a line each, and a blank line between reports."""
    stories = []
    for document in documents:
        kept = (Span(start=0, end=len(document.text)),) if document.kept is None else document.kept
        stories.append("\n".join(span.of(document.text) for span in kept))
    return "\n\n".join(story for story in stories if story) + "\n"


REPORT_FORMATS: dict[str, Callable[[tuple[Document, ...]], str]] = {"jsonl": _as_lines, "text": _as_text}
