"""Fields as a file names them -> a Document with the fields as we name them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from summarizer.errors import InputError, ReadError
from summarizer.language import find_date
from summarizer.model import Document, Moment

_FIELDS = ("title", "outlet", "author", "credit", "url", "language")
_ALIASES = {
    "source": "outlet", "publisher": "outlet", "site": "outlet", "site_name": "outlet", "byline": "author",
    "date": "published", "published_at": "published", "date_published": "published", "link": "url",
    "lang": "language", "agency": "credit", "body": "text", "content": "text", "headline": "title",
}  # fmt: skip


def build_document(record: Any, *, where: str, fallback: str = "") -> Document:
    """Build a document from the fields of a record, under our names or common others.

    Args:
        record: The fields; those that are no field of ours are left out.
        where: What messages call it.
        fallback: Its id where it has none.

    Raises:
        ReadError: it is no object, has no text, or a field is of the wrong kind.
    """
    if not isinstance(record, Mapping):
        raise ReadError(f'{where}: found {type(record).__name__}, wanted an object with "text".', path=where)
    fields = {_ALIASES.get(key, key): value for key, value in record.items() if value is not None}
    fields |= {
        key: value for key, value in record.items() if key in (*_FIELDS, "text", "published") and value is not None
    }
    for name in ("text", *_FIELDS):
        if not isinstance(fields.get(name, ""), str):
            raise ReadError(f'{where}: "{name}" is {type(fields[name]).__name__}, wanted text.', path=where)
    if "text" not in fields:
        found = ", ".join(map(repr, record)) or "no field"
        raise ReadError(
            f'{where}: found {found}, wanted an object with "text"; --field text=NAME names the one that holds it.',
            path=where,
        )
    given = {name: fields[name].strip() for name in _FIELDS if fields.get(name, "").strip()}
    text = fields["text"].replace("\r\n", "\n").replace("\r", "\n")
    published = read_moment(fields.get("published"), where)
    return Document(id=str(fields.get("id") or fallback), text=text, published=published, **given)


def read_moment(value: Any, where: str) -> Moment | None:
    """Read a date as people and programs write it.

    Raises:
        ReadError: it is none.
    """
    if value is None or value == "":
        return None
    try:
        return Moment.parse(str(value))
    except InputError:
        found = find_date(str(value))
    if found is None:
        wanted = "a date with its year, such as 2023-06-18"
        raise ReadError(f"{where}: published is {value!r}, wanted {wanted}.", path=where)
    return found[0]
