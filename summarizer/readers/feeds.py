"""RSS, RDF and Atom feeds: every entry is a report."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from summarizer.errors import ReadError
from summarizer.model import Document, Omission
from summarizer.nlp.dates.numeric_dates import Order, find_order
from summarizer.readers.markup import part_markup, text_of_markup
from summarizer.readers.record_fields import build_document, read_each
from summarizer.readers.source import SourceFile, missing_extra, refuse_entities
from summarizer.readers.timestamps import read_timestamps

_WORDS = re.compile(r"\w+")
_BROKEN = 3  # words at the end of a summary that are cut, or ask to read more


def read_feed(raw: SourceFile) -> Iterator[Document]:
    """Read each entry of a feed: its content, else its summary. Its `<source>` is the outlet, else the feed is."""
    refuse_entities(raw)
    try:
        import feedparser
    except ImportError:
        raise missing_extra(raw, "a feed", "feeds") from None
    try:
        # Markup is turned into text here: to clean and to resolve it would cost time and change nothing.
        feed = feedparser.parse(raw.data, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # whatever a broken feed makes the parsers raise
        raise raw.unreadable("a feed", error) from None
    entries = feed.get("entries") or []
    if not entries:
        raise raw.unreadable("a feed", feed.get("bozo_exception") or "it has no entry")
    is_atom = str(feed.get("version") or "").startswith("atom")
    about = feed.get("feed") or {}
    stems = [raw.stem if len(entries) == 1 else f"{raw.stem}-{number}" for number in range(1, len(entries) + 1)]
    yield from read_each(
        raw,
        (
            (stem, partial(_read_entry, entry, about, f"{raw.name}, entry {number}", stem, is_atom=is_atom))
            for number, (stem, entry) in enumerate(zip(stems, entries, strict=True), start=1)
        ),
    )


def _read_entry(entry: Any, about: Any, where: str, stem: str, *, is_atom: bool) -> Document:
    found = _fields(entry, about, is_atom=is_atom)
    fields = {name: value for name, value in found.items() if value}
    if "text" in fields:
        document = build_document(fields, where=where, fallback=stem)
        beside = (*_beside(_texts(entry), document.text), *_hidden(entry, document.text))
        return replace(document, omitted=(*document.omitted, *beside))
    skipped = str(ReadError(f"{where}: found neither content nor summary."))
    return Document(id=stem, text="", title=fields.get("title"), skipped=skipped)


def _fields(entry: Any, feed: Any, *, is_atom: bool) -> dict[str, Any]:
    told = (entry.get("title_detail") or {}).get("language") or feed.get("language")
    published, updated = _stamps(entry, told, is_atom=is_atom)
    return {
        "text": max(_texts(entry), key=len).strip(),
        "title": _plain(entry.get("title")),
        "author": _plain(entry.get("author")),
        "outlet": _plain((entry.get("source") or {}).get("title")) or _plain(feed.get("title")),
        "url": entry.get("link"),
        "published": published,
        "updated": updated,
        "language": _language(told),
    }


def _contents(entry: Any) -> list[str]:
    return [part.get("value") or "" for part in entry.get("content") or []] + [entry.get("summary") or ""]


def _texts(entry: Any) -> list[str]:
    return [text_of_markup(part) if "<" in part or "&" in part else part for part in _contents(entry)]


def _hidden(entry: Any, text: str) -> Iterator[Omission]:
    """What the markup of an entry hides."""
    marked = (part for part in _contents(entry) if "hidden" in part or "none" in part)
    lines = dict.fromkeys(line for part in marked for line in part_markup(part)[1])
    yield from (Omission(text=line, rule="hidden") for line in lines if line not in text)


def _beside(texts: list[str], text: str) -> Iterator[Omission]:
    """What an entry says besides its text; a summary that breaks off where the text goes on says nothing more."""
    whole = " ".join(_WORDS.findall(text))
    for words, other in ((_WORDS.findall(other), other) for other in texts):
        if words and " ".join(words[:-_BROKEN] or words) not in whole:
            yield Omission(text=" ".join(other.split()), rule="another text of the entry")


def _plain(value: Any) -> str | None:
    return " ".join(text_of_markup(value).split()) if isinstance(value, str) else None


def _stamps(entry: Any, language: str | None, *, is_atom: bool) -> tuple[str | None, str | None]:
    """When an entry was published and changed; a `dc:date` is the first, though the parser takes it for the second."""
    order = find_order(language, entry.get("link"))
    published = _moment(entry, "published", order) or _moment(entry, "created", order)
    updated = _moment(entry, "updated", order)
    return (updated, None) if published is None and not is_atom else (published, updated)


def _moment(entry: Any, name: str, order: Order | None) -> str | None:
    """A time by the clock and in the zone that the entry writes it in; what only the parser can read is in UTC."""
    text = dict.get(entry, name)  # its own `get` answers with another date where there is none of this name
    readings = read_timestamps(text, order) if isinstance(text, str) else ()
    if isinstance(text, str) and readings:
        return str(readings[0]) if len(readings) == 1 else text
    try:
        parsed = dict.get(entry, f"{name}_parsed")
        moment = datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError):  # before year 1, after 9999
        return None
    return moment.isoformat(timespec="minutes") if moment else None


def _language(told: str | None) -> str | None:
    match = re.match(r"[A-Za-z]{2,3}", told or "")
    return match.group().casefold() if match else None
