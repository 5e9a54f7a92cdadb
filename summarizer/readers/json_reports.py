"""JSON and JSON Lines: reports of `summarizer read`, and those of agencies, news services and crawls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from summarizer.errors import InputError, ReadError
from summarizer.model import REPORT_SCHEMA, Dateline, Document, DroppedSpan, LiveEntry, Omission, PartialDate, Span
from summarizer.readers.json_dialects import translate_record
from summarizer.readers.json_values import Repeating, find_values, is_in_lines, parse_json
from summarizer.readers.record_fields import Record, build_document, name_prose_within, read_each
from summarizer.readers.saved_briefings import is_briefing, read_out_briefing
from summarizer.readers.source import SourceFile

_ENVELOPES = ("articles", "items", "documents", "reports", "entries", "results", "data")
_DEEPEST = 2  # objects around a list, as "response" is around "results"
_TEXTS = frozenset({"text", "body", "content"})


def read_json_lines(raw: SourceFile) -> Iterator[Document]:
    """Read one document a line, or several in a list; one that is broken is named, and costs no other."""
    text = raw.text
    is_spread = not is_in_lines(text) and any(isinstance(value, dict) for _, value in find_values(text))
    # What is broken in a text that is not one value, and holds objects all the same, is named in its place.
    yield from read_each(raw, _records_of_values(raw, text) if is_spread else _records_of_lines(raw, text))


def _records_of_lines(raw: SourceFile, text: str) -> Iterator[Record]:
    for number, line in enumerate(text.split("\n"), start=1):
        where, name = f"{raw.name}, line {number}", f"{raw.stem}-{number}"
        held = _list_in(line)
        for at, record in enumerate(held, start=1):
            told = {"where": f"{where}, record {at}", "fallback": f"{name}-{at}"}
            yield name, partial(_read_record, raw, record, **told)
        if line.strip() and not held:
            yield name, partial(_read_line, raw, line, where, name)


def _list_in(line: str) -> list[Any]:
    """The objects of a line that is a list of them; none where it is another thing."""
    if not line.lstrip().startswith("["):
        return []
    with suppress(ValueError, RecursionError):
        value = parse_json(line)
        return value if all(isinstance(one, dict) for one in value) else []
    return []


def read_json(raw: SourceFile) -> Iterator[Document]:
    """Read one document, or a list of them, or an object that holds such lists; JSON Lines are taken too."""
    try:
        value = parse_json(raw.text)
    except (ValueError, RecursionError):
        yield from read_json_lines(raw)
        return
    values = list(_flat(value)) if isinstance(value, list) else _unwrapped(value, raw)
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


def _flat(values: list[Any]) -> Iterator[Any]:
    """The values of a list, and those of the lists of objects in it."""
    for value in values:
        is_list = isinstance(value, list) and value and all(isinstance(one, dict) for one in value)
        yield from value if is_list else (value,)


def _records_of_values(raw: SourceFile, text: str) -> Iterator[Record]:
    line, last = 1, 0
    for number, (at, value) in enumerate(find_values(text), start=1):
        line, last = line + text.count("\n", last, at), at
        where = f"{raw.name}, line {line}" if line > 1 else f"{raw.name}, record {number}"
        name = f"{raw.stem}-{number}"
        yield name, partial(_read_value, raw, value, where, name)


def _read_value(raw: SourceFile, value: dict[str, Any] | ValueError, where: str, name: str) -> Document:
    if isinstance(value, ValueError):
        raise ReadError(f"{where}: found malformed JSON ({value}), wanted an object.", path=raw.name)
    return _read_record(raw, value, where=where, fallback=name)


def _unwrapped(value: Any, raw: SourceFile) -> list[Any]:
    """The reports of the lists that a news service or a JSON feed wraps them in, one list after the other."""
    if not isinstance(value, dict) or _has_text(value, raw):
        return [value]
    lists = list(_lists_in(value, raw, _DEEPEST))
    shared = {"feed_title": value.get("title")} if "jsonfeed.org" in str(value.get("version", "")) else {}
    found = [{**shared, **one} if shared and isinstance(one, dict) else one for held in lists for one in held]
    return found if lists else [value]


def _lists_in(value: Mapping[str, Any], raw: SourceFile, depth: int) -> Iterator[list[Any]]:
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


def _has_text(record: Mapping[str, Any], raw: SourceFile) -> bool:
    translated = translate_record(name_fields(record, raw.settings.fields))
    return any(isinstance(translated.get(name), str) for name in _TEXTS)


def _read_line(raw: SourceFile, line: str, where: str, fallback: str) -> Document:
    return _read_record(raw, _load(line, where), where=where, fallback=fallback)


def _read_record(raw: SourceFile, record: Any, *, where: str, fallback: str) -> Document:
    if _is_kept(record):
        return restore_document(record, where=where, fallback=fallback)
    if is_briefing(record):
        return read_out_briefing(record, where=where, fallback=fallback)
    if isinstance(record, Repeating):
        names = ", ".join(map(repr, record.repeated))
        raise ReadError(f"{where}: found {names} twice with unlike values, wanted each field once.", path=where)
    if not isinstance(record, Mapping):
        return build_document(record, where=where, fallback=fallback)
    document = build_document(
        translate_record(name_fields(record, raw.settings.fields)), where=where, fallback=fallback
    )
    beside = [*_lists_beside(record), *name_prose_within(record, document, named=_ENVELOPES)]
    return replace(document, omitted=(*document.omitted, *beside)) if beside else document


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
        return parse_json(line)
    except (ValueError, RecursionError) as error:
        with suppress(ValueError, RecursionError):
            return parse_json(line.strip().removesuffix(","))  # a line of a list that is broken elsewhere
        raise ReadError(f"{where}: found malformed JSON ({error}), wanted one document a line.", path=where) from None


def _is_kept(record: Any) -> bool:
    """Tell whether a record was written by `summarizer read`."""
    return isinstance(record, Mapping) and record.get("schema") == REPORT_SCHEMA


def restore_document(record: Mapping[str, Any], *, where: str, fallback: str) -> Document:
    """Make the document again that a record was written from.

    Raises:
        ReadError: the record does not hold together: a stretch lies outside of the text, or is of the wrong kind.
    """
    from dataclasses import replace

    plain = build_document(record, where=where, fallback=fallback)
    try:
        dateline = record.get("dateline")
        kept = record.get("kept")
        return replace(
            plain,
            path=_text(record.get("path")),
            kind=_text(record.get("kind")),
            skipped=_text(record.get("skipped")),
            cites=tuple(str(name) for name in record.get("cites", ())),
            dateline=Dateline(place=str(dateline["place"]), day=_text(dateline.get("day"))) if dateline else None,
            updated=PartialDate.parse(str(record["updated"])) if record.get("updated") else None,
            readings=tuple(PartialDate.parse(str(text)) for text in record.get("readings", ())),
            kept=None if kept is None else tuple(_span(pair, plain.text) for pair in kept),
            dropped=tuple(
                DroppedSpan(span=_span((start, end), plain.text), rule=str(rule))
                for start, end, rule in record.get("dropped", ())
            ),
            pages=tuple(_span(pair, plain.text) for pair in record.get("pages", ())),
            entries=tuple(
                LiveEntry(
                    start=_span((start, len(plain.text)), plain.text).start, published=PartialDate.parse(str(told))
                )
                for start, told in record.get("entries", ())
            ),
            omitted=tuple(Omission(text=str(text), rule=str(rule)) for text, rule in record.get("omitted", ())),
        )
    except (TypeError, ValueError, KeyError, AttributeError, InputError) as error:
        raise ReadError(f"{where}: found a kept report that does not hold together ({error}).", path=where) from None


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _span(pair: Any, text: str) -> Span:
    start, end = pair
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= len(text)):
        raise ValueError(f"the stretch {start!r} to {end!r} in a text of {len(text)} characters")
    return Span(start=start, end=end)
