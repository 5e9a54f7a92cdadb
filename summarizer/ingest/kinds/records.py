"""JSON and JSON Lines: ours, and those of agencies, news services and crawls."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from summarizer.errors import ReadError
from summarizer.ingest.kinds.building import build_document
from summarizer.ingest.kinds.dialects import translate_record
from summarizer.ingest.kinds.each import read_each
from summarizer.ingest.kinds.kept import is_kept, restore_document
from summarizer.ingest.kinds.raw import Raw
from summarizer.model import Document, Omission

_ENVELOPES = ("articles", "items", "documents", "reports", "entries", "results", "data")
_DEEPEST = 2  # objects around a list, as "response" is around "results"
_TEXTS = frozenset({"text", "body", "content"})


def read_json_lines(raw: Raw) -> Iterator[Document]:
    """Read one document a line; one that is broken is named, and costs no other."""
    lines = ((number, line) for number, line in enumerate(raw.text.split("\n"), start=1) if line.strip())
    yield from read_each(
        raw,
        (
            (
                f"{raw.stem}-{number}",
                partial(_read_line, raw, line, f"{raw.name}, line {number}", f"{raw.stem}-{number}"),
            )
            for number, line in lines
        ),
    )


def read_json(raw: Raw) -> Iterator[Document]:
    """Read one document, or a list of them, or an object that holds such lists; JSON Lines are taken too."""
    try:
        value = _parsed(raw.text)
    except (ValueError, RecursionError):
        yield from read_json_lines(raw)
        return
    values = value if isinstance(value, list) else _unwrapped(value, raw)
    if not values:
        raise ReadError(f"{raw.name}: found an empty list, wanted reports in it.", path=raw.name)
    yield from read_each(
        raw,
        (
            (name, partial(_read_record, raw, record, where=f"{raw.name}, record {number}", fallback=name))
            for number, record in enumerate(values, start=1)
            for name in (raw.stem if len(values) == 1 else f"{raw.stem}-{number}",)
        ),
    )


def _unwrapped(value: Any, raw: Raw) -> list[Any]:
    """The reports of the lists that a news service or a JSON feed wraps them in, one list after the other."""
    if not isinstance(value, dict) or _has_text(value, raw):
        return [value]
    lists = list(_lists_in(value, raw, _DEEPEST))
    shared = {"feed_title": value.get("title")} if "jsonfeed.org" in str(value.get("version", "")) else {}
    found = [{**shared, **one} if shared and isinstance(one, dict) else one for held in lists for one in held]
    return found if lists else [value]


def _lists_in(value: Mapping[str, Any], raw: Raw, depth: int) -> Iterator[list[Any]]:
    """The lists of reports in an object and in those within it: told by their names, else by their first object."""
    for name, held in value.items():
        if isinstance(held, list):
            first = next((one for one in held if isinstance(one, dict)), None)
            if (name in _ENVELOPES and (first is not None or not held)) or (
                first is not None and _has_text(first, raw)
            ):
                yield held
        elif isinstance(held, dict) and depth:
            yield from _lists_in(held, raw, depth - 1)


def _has_text(record: Mapping[str, Any], raw: Raw) -> bool:
    translated = translate_record(name_fields(record, raw.settings.fields))
    return any(isinstance(translated.get(name), str) for name in _TEXTS)


def _read_line(raw: Raw, line: str, where: str, fallback: str) -> Document:
    return _read_record(raw, _load(line, where), where=where, fallback=fallback)


def _read_record(raw: Raw, record: Any, *, where: str, fallback: str) -> Document:
    if is_kept(record):
        return restore_document(record, where=where, fallback=fallback)
    if isinstance(record, _Repeating):
        names = ", ".join(map(repr, record.repeated))
        raise ReadError(f"{where}: found {names} twice with unlike values, wanted each field once.", path=where)
    if not isinstance(record, Mapping):
        return build_document(record, where=where, fallback=fallback)
    document = build_document(
        translate_record(name_fields(record, raw.settings.fields)), where=where, fallback=fallback
    )
    return replace(document, omitted=(*document.omitted, *_lists_beside(record)))


def _lists_beside(record: Mapping[str, Any]) -> Iterator[Omission]:
    """Reports that a report holds: what it names in a list of them is not its text."""
    for name in _ENVELOPES:
        held = record.get(name)
        texts = (
            [one for one in held if isinstance(one, dict) and not _TEXTS.isdisjoint(one)]
            if isinstance(held, list)
            else []
        )
        if texts:
            shown = "; ".join(str(one.get("title") or one.get("headline") or one.get("id") or "?") for one in texts)
            yield Omission(text=shown, rule=f"a list of reports ({name!r}) within this one")


class _Repeating(dict[str, Any]):
    """An object that gives a field twice: Python keeps the last value, and the first would be lost."""

    repeated: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeated = tuple(dict.fromkeys(name for name, value in pairs if value not in (None, found[name])))
    if not repeated:
        return found
    marked = _Repeating(found)
    marked.repeated = repeated
    return marked


def _parsed(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_object)


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
        return _parsed(line)
    except (ValueError, RecursionError) as error:
        with suppress(ValueError, RecursionError):
            return _parsed(line.strip().removesuffix(","))  # a line of a list that is broken elsewhere
        raise ReadError(f"{where}: found malformed JSON ({error}), wanted one document a line.", path=where) from None
