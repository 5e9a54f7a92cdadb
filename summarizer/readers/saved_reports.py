"""Reports that `summarizer read` wrote, and briefings that `summarizer brief` did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from summarizer.errors import InputError, ReadError
from summarizer.model import (
    REPORT_SCHEMA,
    Briefing,
    Dateline,
    Document,
    DroppedSpan,
    LiveEntry,
    Omission,
    PartialDate,
    Span,
)
from summarizer.readers.record_fields import build_document

_BRIEFING = "summarizer/briefing/"


def is_kept(record: Any) -> bool:
    """Tell whether a record was written by `summarizer read`."""
    return isinstance(record, Mapping) and record.get("schema") == REPORT_SCHEMA


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
