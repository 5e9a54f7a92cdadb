"""Briefings that `summarizer brief` wrote as JSON: read as they are, or read out as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from os import PathLike, fsdecode
from typing import Any

from summarizer.errors import InputError, ReadError, short
from summarizer.model import Briefing, Document, DroppedSpan, Span
from summarizer.model.json_text import parse_json
from summarizer.model.schema import BRIEFING
from summarizer.readers.files import read_bytes

_BRIEFING = "summarizer/briefing/"


def read_briefing(path: str | PathLike[str]) -> Briefing:
    """Read a briefing from the JSON file that `summarizer brief` or `write` made of it.

    Args:
        path: The file; schema 2 or 1.

    Raises:
        ReadError: the file is not there, cannot be read, or holds no briefing.

    Example:
        >>> read_briefing("examples/briefing.json")
        Briefing('The US secretary of state and China’s foreign minister on…', 7 points, 243 words, 5 reports)
    """
    name = fsdecode(path)
    data = read_bytes(name, wanted="the JSON file of a briefing")
    try:
        record = parse_json(data, BRIEFING)
        schema = record.get("schema") if isinstance(record, Mapping) else None
        known = (BRIEFING.schema, *(earlier for earlier, _ in BRIEFING.earlier))
        if schema not in known:
            found = f"the schema {schema!r}" if isinstance(schema, str) else "JSON without a schema"
            wanted = f"{' or '.join(known)}, as `summarizer brief --format json` writes it"
            raise ReadError(f"{short(name)}: found {short(found)}, wanted {wanted}.", path=name)
        return Briefing.from_dict(record)
    except ReadError:
        raise
    except InputError as error:
        raise ReadError(f"{short(name)}: {error}", path=name) from None


def is_briefing(record: Any) -> bool:
    """Tell whether a record is a briefing of ours."""
    return isinstance(record, Mapping) and str(record.get("schema", "")).startswith(_BRIEFING)


def read_out_briefing(record: Mapping[str, Any], *, where: str, fallback: str) -> Document:
    """Return the text of a briefing: its headings, its points with the numbers of their sources, its list of sources.

    Raises:
        ReadError: the record does not keep to its schema.
    """
    try:
        briefing = Briefing.from_dict(record)
    except InputError as error:
        raise ReadError(f"{where}: found a briefing that does not hold together ({error}).", path=where) from None
    text, kept, dropped = "", [], []
    for words, rule in _parts_of(briefing):
        span = Span(start=len(text), end=len(text) + len(words))
        if rule is None:
            kept.append(span)
        else:
            dropped.append(DroppedSpan(span=span, rule=rule))
        text += f"{words} " if rule is None else f"{words}\n\n"
    return Document(
        id=fallback, text=text, title=briefing.title, kind="briefing", kept=tuple(kept), dropped=tuple(dropped)
    )


def _parts_of(briefing: Briefing) -> Iterator[tuple[str, str | None]]:
    """What a briefing is read out as: points, which are its story, and all around them with the rule that drops it."""
    for section in briefing.sections:
        if section.heading:
            yield section.heading, "heading"
        for point in section.points:
            yield " ".join(point.text.split()), None
            numbers = dict.fromkeys(one.source for one in point.citations)
            yield "".join(f"[{number}]" for number in numbers), "citations"
    yield "Sources", "heading"
    for source in briefing.sources:
        told = (source.outlet, source.title, source.url, source.path, source.document)
        yield f"[{source.number}] " + " · ".join(" ".join(name.split()) for name in told if name), "list of sources"
