"""Records of named fields as documents; a broken record is named and costs no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from typing import Any

from summarizer.errors import InputError, ReadError
from summarizer.languages.codes import read_code
from summarizer.model import Document, Omission, PartialDate
from summarizer.nlp.dates.calendar_dates import find_date
from summarizer.nlp.dates.numeric_dates import Order, find_order
from summarizer.readers.source import SourceFile

_FIELDS = ("title", "outlet", "author", "credit", "url", "language")
_ALIASES = {
    "source": "outlet", "publisher": "outlet", "site": "outlet", "site_name": "outlet", "byline": "author",
    "date": "published", "published_at": "published", "date_published": "published", "datePublished": "published",
    "pubDate": "published", "pubdate": "published", "publish_date": "published", "publication_date": "published",
    "published_date": "published", "dc:date": "published", "dc.date": "published", "link": "url",
    "updated_at": "updated", "updatedAt": "updated", "date_modified": "updated", "dateModified": "updated",
    "modified": "updated", "lang": "language", "agency": "credit", "body": "text", "content": "text",
    "headline": "title",
}  # fmt: skip

_STOP = re.compile(r"\n|(?<=[.!?”\"])\s")
_DEEPEST = 8  # objects and lists within each other
_VISITED = 10_000  # strings of a record that are looked at
_WORD = re.compile(r"\w+")
_MARKED = re.compile(
    r"\A\s*+<(?:p|div|article|section|main|body|span|h[1-6]|ul|ol|table|blockquote|figure|strong|em|b|i|a|img|br)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_BLOCK_ENDS = re.compile(r"</(?:p|div|li|h[1-6]|tr|blockquote)>|<br\s{0,9}/?>", re.IGNORECASE)
_MOST = 32  # such fields that are told
_PROSE = 8  # words from which a field that is none of ours tells something
_TEMPLATES = frozenset({"word document", "unknown title", "unknown author", "untitled document", "un-named author"})
# All names under which a field of ours may stand.
FIELD_NAMES = frozenset({*_FIELDS, "text", "id", "published", "updated", *_ALIASES})


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
    given: dict[str, Any] = {name: fields[name].strip() for name in _FIELDS if fields.get(name, "").strip()}
    text, hidden = _unmarked(fields["text"].replace("\r\n", "\n").replace("\r", "\n"))
    order = find_order(given.get("language"), given.get("url"))
    given["language"] = read_code(given.get("language"))  # what tells the order may name a country as well
    readings = _read_published(fields.get("published"), where, order)
    changes = _changes(fields.get("updated"), order)
    published, updated = (moments[0] if len(moments) == 1 else None for moments in (readings, changes))
    if updated and not readings:
        published = updated
    elif updated and published and str(updated) == str(published):
        updated = None
    return Document(
        id=str(fields.get("id") or fallback),
        text=text,
        omitted=(*_other_texts(record, fields["text"]), *(Omission(text=line, rule="hidden") for line in hidden)),
        published=published,
        updated=updated,
        readings=readings if len(readings) > 1 else (),
        **given,
    )


def _unmarked(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without its markup, and the lines that this hides, where it is a page's body: blocks begin and part it."""
    if not _MARKED.match(text) or len(_BLOCK_ENDS.findall(text)) <= text.count("\n\n"):
        return text, ()
    from summarizer.readers.markup import part_markup

    shown, hidden = part_markup(text)
    return (shown, hidden) if shown else (text, ())


def _other_texts(record: Mapping[str, Any], text: str) -> tuple[Omission, ...]:
    """What a record holds under other names of the text, and prose under names of its own, where the text lacks it."""
    others = (
        Omission(text=value, rule=f"{name!r} beside the text")
        for name, value in record.items()
        if isinstance(value, str)
        and (_ALIASES.get(name) == "text" or (name not in FIELD_NAMES and len(value.split(None, _PROSE)) >= _PROSE))
        and value.strip()
        and value.strip() not in text
    )
    return tuple(islice(others, _MOST))


def name_prose_within(record: Mapping[str, Any], told: Document, *, named: Collection[str]) -> Iterator[Omission]:
    """Name the prose that lists and objects of a record hold, where its text lacks it: comments, captions, cards.

    Args:
        record: The record.
        told: What was read of it.
        named: The fields whose lists are named already.
    """
    runs: set[tuple[str, ...]] | None = None
    found = 0
    for name, value in islice(_strings_in(record, named), _VISITED):
        if len(value.split(None, _PROSE)) < _PROSE or value.strip() in told.text or value.strip() == told.title:
            continue
        runs = runs if runs is not None else _runs_of(told.text)
        plain = _bared(value) if "<" in value else value
        more = [part for part in _STOP.split(plain) if not _runs_of(part) <= runs]
        if more:
            yield Omission(text=" ".join(" ".join(more).split()), rule=f"{name!r} beside the text")
            found += 1
        if found == _MOST:
            return


def _bared(value: str) -> str:
    """A string without its markup; with it, where that is made to take for ever: a comment costs no report."""
    from summarizer.readers.markup import text_of_markup

    with suppress(ReadError):
        return text_of_markup(value)
    return value


def _strings_in(record: Mapping[str, Any], named: Collection[str]) -> Iterator[tuple[str, str]]:
    """The strings in the lists and objects of a record, each with the names of the fields that lead to it."""
    waiting = [
        (name, value, 0) for name, value in record.items() if name not in named and isinstance(value, (list, dict))
    ]
    waiting.reverse()
    while waiting:
        name, value, depth = waiting.pop()
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, Mapping) and depth < _DEEPEST:
            waiting += [(f"{name}.{key}", held, depth + 1) for key, held in reversed(value.items())]
        elif isinstance(value, list) and depth < _DEEPEST:
            waiting += [(name, held, depth + 1) for held in reversed(value)]


def _runs_of(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return set(zip(words, words[1:], words[2:], strict=False))


def _changes(value: Any, order: Order | None) -> tuple[PartialDate, ...]:
    """When a report was changed; nobody needs it so much that what is no date would be an error."""
    if not isinstance(value, (str, int, float)):
        return ()
    from summarizer.readers.timestamps import read_timestamps

    return read_timestamps(str(value), order)


def read_timestamp(value: Any, where: str) -> PartialDate | None:
    """Read a date as people and programs write it.

    Raises:
        ReadError: it is none, or may be two.
    """
    moments = _read_published(value, where)
    if len(moments) > 1:
        wanted = " or ".join(map(str, moments))
        raise ReadError(f"{where}: published is {value!r}, wanted one day, {wanted}.", path=where)
    return moments[0] if moments else None


def _read_published(value: Any, where: str, order: Order | None = None) -> tuple[PartialDate, ...]:
    """Read a date as people and programs write it: none where there is none, two where it may be two days.

    Raises:
        ReadError: it is no date.
    """
    if value is None or value == "":
        return ()
    from summarizer.readers.timestamps import read_timestamps

    try:
        return (PartialDate.parse(str(value)),)
    except InputError:
        moments = read_timestamps(str(value), order)
    found = None if moments else find_date(str(value))
    if not moments and found is None:
        wanted = "a date with its year, such as 2023-06-18"
        raise ReadError(f"{where}: published is {value!r}, wanted {wanted}.", path=where)
    return moments or ((found[0],) if found else ())


Record = tuple[str, Callable[[], Document]]


def read_each(raw: SourceFile, records: Iterable[Record]) -> Iterator[Document]:
    """Read records; one that cannot be read becomes a document that says why.

    Args:
        raw: The file that they are in.
        records: For each the id that it would have, and what reads it.

    Yields:
        A document for each record, in order.

    Raises:
        ReadError: that of the first record, where none can be read.
    """
    held: list[Document] = []  # until one is good: a file of which nothing can be read is one error
    first: ReadError | None = None
    is_any_good = False
    for name, read in records:
        try:
            document = read()
        except ReadError as error:
            first = first or error
            document = Document(id=name, text="", skipped=str(error))
        is_any_good = is_any_good or document.skipped is None
        if is_any_good:
            yield from held
            held.clear()
            yield document
        elif len(held) <= raw.settings.reports:
            held.append(document)
    if first is not None and not is_any_good:
        raise first
    yield from held


def as_document(
    raw: SourceFile, kind: str, lines: list[str], omitted: tuple[Omission, ...], fields: dict[str, Any]
) -> Document:
    """Make a report of lines, those that are empty left out.

    Raises:
        ReadError: no line holds anything.
    """
    text = "\n".join(line.strip() for line in lines if line.strip()).replace("\x00", "")
    if not text:
        raise ReadError(f"{raw.name}: found no text in it.", path=raw.name)
    return Document(id=raw.stem, text=text, omitted=omitted, kind=kind, **fields)


def given_fields(**fields: str | None) -> dict[str, Any]:
    """Return the fields that say something: programs fill in accounts, of one word, and the names of templates."""
    found = {name: " ".join(value.split()) for name, value in fields.items() if value and value.strip()}
    return {
        name: value
        for name, value in found.items()
        if name == "language" or (" " in value and value.casefold() not in _TEMPLATES)
    }
