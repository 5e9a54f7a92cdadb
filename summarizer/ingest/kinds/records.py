"""JSON and JSON Lines: ours, and those of agencies, news services and crawls."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.errors import ReadError
from summarizer.ingest.kinds.building import build_document
from summarizer.ingest.kinds.dialects import translate_record
from summarizer.ingest.kinds.kept import is_kept, restore_document
from summarizer.ingest.kinds.raw import Raw
from summarizer.model import Document

_ENVELOPES = ("articles", "items", "documents", "reports", "entries", "results", "data")


def read_json_lines(raw: Raw) -> Iterator[Document]:
    """Read one document a line."""
    for number, line in enumerate(raw.text.split("\n"), start=1):
        if line.strip():
            where = f"{raw.name}, line {number}"
            yield from _read_record(raw, _load(line, where), where=where, fallback=f"{raw.stem}-{number}")


def read_json(raw: Raw) -> Iterator[Document]:
    """Read one document, or a list of them, or an object that holds such a list; JSON Lines are taken too."""
    try:
        value = json.loads(raw.text)
    except (ValueError, RecursionError):
        yield from read_json_lines(raw)
        return
    values = value if isinstance(value, list) else _unwrapped(value)
    for number, record in enumerate(values, start=1):
        fallback = raw.stem if len(values) == 1 else f"{raw.stem}-{number}"
        yield from _read_record(raw, record, where=f"{raw.name}, record {number}", fallback=fallback)


def _unwrapped(value: Any) -> list[Any]:
    """The list that a news service or a JSON feed wraps its reports in."""
    if isinstance(value, dict) and "text" not in value:
        for name in _ENVELOPES:
            if isinstance(value.get(name), list) and all(isinstance(one, dict) for one in value[name]):
                shared = {"feed_title": value.get("title")} if "jsonfeed.org" in str(value.get("version", "")) else {}
                return [{**shared, **one} for one in value[name]]
    return [value]


def _read_record(raw: Raw, record: Any, *, where: str, fallback: str) -> Iterator[Document]:
    if is_kept(record):
        yield restore_document(record, where=where, fallback=fallback)
        return
    if isinstance(record, Mapping):
        record = translate_record(name_fields(record, raw.settings.fields))
    yield build_document(record, where=where, fallback=fallback)


def name_fields(record: Mapping[str, Any], fields: Mapping[str, str]) -> Mapping[str, Any]:
    """Give the fields of a record our names, as the reader of the file was told."""
    given = {ours: _at(record, theirs) for ours, theirs in fields.items()}
    return {**record, **{ours: value for ours, value in given.items() if value is not None}} if given else record


def _at(record: Any, path: str) -> Any:
    if isinstance(record, Mapping) and path in record:
        return record[path]
    for part in path.split("."):
        if isinstance(record, list) and part.isdigit() and int(part) < len(record):
            record = record[int(part)]
        elif isinstance(record, Mapping):
            record = record.get(part)
        else:
            return None
    return record


def _load(line: str, where: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{where}: found malformed JSON ({error}), wanted one document a line.", path=where) from None
