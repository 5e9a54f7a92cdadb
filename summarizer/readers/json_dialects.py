"""The field names of agencies, news services and crawls, translated into ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from summarizer.readers.markup import text_of_markup

Record = Mapping[str, Any]
_CUT = re.compile(r"(?<!\s)\s*+(?:…|\.\.\.)?\s*+\[\+\d++ chars\]\s*+$")


def translate_record(record: Record) -> Record:
    """Return a record with our names added for those of the dialect that it is written in, if it is in one.

    What it says under our own names already stays.
    """
    if isinstance(record.get("text"), str):
        return record
    for is_dialect, translate in DIALECTS.values():
        if is_dialect(record):
            found = {name: value for name, value in translate(record).items() if value}
            # Where a dialect tells the text, names such as "content" mean what it says of them: a shorter form of it.
            left_out = {*found, "body", "content"} if "text" in found else {*found}
            own = {name: value for name, value in record.items() if isinstance(value, str) and name not in left_out}
            return {**own, **found}
    return record


def _from_ninjs(record: Record) -> dict[str, Any]:
    """IPTC ninjs: 1 and 2 name things in small letters, 3 in camel case; 1 has one body, 2 and 3 a list of them."""
    fields = {name.casefold().replace("_", ""): value for name, value in record.items()}
    descriptions = fields.get("descriptions") or [{"value": fields.get("descriptiontext")}]
    bodies = fields.get("bodies") or [
        {"value": fields[name], "contenttype": form}
        for name, form in (("bodytext", "text/plain"), ("bodyhtml5", "text/html"), ("bodyxhtml", "text/html"),
                           ("bodyhtml", "text/html"))
        if isinstance(fields.get(name), str)
    ]  # fmt: skip
    by = _texts(fields.get("bylines") or fields.get("by") or fields.get("byline"))
    sources = _texts(fields.get("infosources"), "name")
    return {
        "text": _ninjs_body(bodies) or _ninjs_body(descriptions),
        "title": next(iter(_texts(fields.get("headlines")) or _texts(fields.get("headline"))), fields.get("title")),
        "author": ", ".join(by),
        "outlet": fields.get("copyrightholder") or fields.get("source"),
        "credit": next(iter(sources), fields.get("creditline")),
        "published": fields.get("firstcreated"),
        "updated": fields.get("versioncreated"),
        "url": _link(fields.get("uri")),
        "language": fields.get("language"),
        "id": fields.get("uri") or fields.get("guid"),
    }


def _ninjs_body(bodies: Any) -> str | None:
    """The body, plain before marked up, the main one before others."""
    found: list[tuple[bool, bool, int, str]] = []
    for number, body in enumerate(bodies if isinstance(bodies, list) else ()):
        if isinstance(body, Mapping) and isinstance(body.get("value"), str):
            form = str(body.get("contenttype") or body.get("contentType") or "")
            is_marked = "html" in form or (not form and body["value"].lstrip().startswith("<"))
            text = text_of_markup(body["value"]) if is_marked else body["value"]
            found.append((body.get("role") not in (None, "main", "body", "html", "xhtml"), is_marked, number, text))
    return min(found)[3] if found else None


def _texts(value: Any, key: str = "value") -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value if isinstance(value, list) else [value]
    names = [part.get(key) or part.get("name") for part in parts if isinstance(part, Mapping)]
    return [name for name in (*names, *(part for part in parts if isinstance(part, str))) if isinstance(name, str)]


def _link(value: Any) -> str | None:
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None


def _from_news_service(record: Record) -> dict[str, Any]:
    """NewsAPI and its like cut the content at 200 characters and say so; the description may hold more."""
    source = record.get("source")
    texts = [_CUT.sub("", value) for name in ("content", "description") if isinstance(value := record.get(name), str)]
    text = max((text_of_markup(text) if "<" in text else text for text in texts), key=len, default=None)
    outlet = source.get("name") if isinstance(source, Mapping) else source
    return {
        "text": text,
        "outlet": outlet,
        "published": record.get("publishedAt"),
        "updated": record.get("updatedAt"),
        "url": record.get("url"),
    }


def _from_crawl(record: Record) -> dict[str, Any]:
    """What news-please writes, alone and for the news crawl of Common Crawl."""
    authors = record.get("authors")
    return {
        "text": record.get("maintext"),
        "author": ", ".join(_texts(authors)),
        "published": record.get("date_publish"),
        "updated": record.get("date_modify"),
        "outlet": None,
        "url": record.get("url"),
        "id": _stem(record.get("filename")),
    }


def _stem(name: Any) -> str | None:
    return re.sub(r"\.(?:json|html?)$", "", name.rpartition("/")[2]) if isinstance(name, str) else None


def _from_json_feed(record: Record) -> dict[str, Any]:
    """An item of a JSON Feed, versions 1 and 1.1."""
    marked = record.get("content_html")
    authors = record.get("authors") or [record.get("author")]
    return {
        "text": record.get("content_text") or (text_of_markup(marked) if isinstance(marked, str) else None),
        "author": ", ".join(_texts(authors, "name")),
        "published": record.get("date_published"),
        "updated": record.get("date_modified"),
        "outlet": record.get("feed_title"),
        "url": record.get("external_url") or record.get("url"),
    }


def _is_ninjs(record: Record) -> bool:
    names = ("bodies", "body_", "bodytext", "bodyhtml", "bodyxhtml", "description")
    return "uri" in record and any(name.casefold().startswith(names) for name in record)


# In this order: the first that fits is taken.
DIALECTS: dict[str, tuple[Callable[[Record], bool], Callable[[Record], dict[str, Any]]]] = {
    "ninjs": (_is_ninjs, _from_ninjs),
    "news crawl": (lambda record: "maintext" in record, _from_crawl),
    "JSON Feed": (lambda record: "content_html" in record or "content_text" in record, _from_json_feed),
    "news service": (
        lambda record: "publishedAt" in record or isinstance(record.get("source"), dict),
        _from_news_service,
    ),
}
