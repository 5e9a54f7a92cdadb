"""Paths, folders and standard input -> Documents with their text as it was read."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from summarizer.errors import InputError, ReadError
from summarizer.ingest.decoding import decode
from summarizer.language import find_date
from summarizer.model import Document, Moment

STANDARD_INPUT = "-"
_FIELDS = ("title", "outlet", "author", "credit", "url", "language")
_ALIASES = {
    "source": "outlet", "publisher": "outlet", "site": "outlet", "site_name": "outlet", "byline": "author",
    "date": "published", "published_at": "published", "date_published": "published", "link": "url",
    "lang": "language", "agency": "credit", "body": "text", "content": "text", "headline": "title",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One file or stream: its name for people, the id it suggests, its bytes as text."""

    name: str
    stem: str
    text: str


def read_raw(paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str]) -> Iterator[Document]:
    """Read reports from files, folders and standard input, in the order given.

    Args:
        paths: Files, folders (read whole, with the folders in them, hidden files left out), or "-" for standard input.

    Yields:
        Documents with unique ids. One that cannot be used has `skipped` set.

    Raises:
        ReadError: a file named is missing, unreadable, binary or malformed, or a folder holds no report.
        InputError: no path is given.
    """
    listed = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    if not listed:
        raise InputError("No reports: found no path, wanted files, folders or - for standard input.")
    taken: set[str] = set()
    for path in listed:
        for document in _read_source(os.fspath(path)):
            yield _with_unique_id(document, taken)


def _with_unique_id(document: Document, taken: set[str]) -> Document:
    name, number = document.id, 1
    while name in taken:
        number += 1
        name = f"{document.id}-{number}"
    taken.add(name)
    return document if name == document.id else replace(document, id=name)


def _read_source(path: str) -> Iterator[Document]:
    if path == STANDARD_INPUT:
        data = sys.stdin.buffer.read() if hasattr(sys.stdin, "buffer") else sys.stdin.read().encode()
        yield from _parse(Raw(name="standard input", stem="stdin", text=decode(data, "standard input")), _sniff)
    elif Path(path).is_dir():
        yield from _read_folder(path)
    else:
        yield from _read_file(path)


def _read_folder(folder: str) -> Iterator[Document]:
    found = 0
    failures = 0
    for path in sorted(_files_under(folder)):
        found += 1
        try:
            yield from _read_file(path)
        except ReadError as error:
            # In a folder, one file that is no report must not cost the others; the briefing names it.
            failures += 1
            yield Document(id=Path(path).stem or path, text="", path=path, skipped=str(error))
    if found == failures:
        wanted = "at least one readable report (.txt, .md, .json, .jsonl)"
        raise ReadError(f"{folder}: found {found or 'no'} files and no report, wanted {wanted}.", path=folder)


def _files_under(folder: str) -> Iterator[str]:
    def fail(error: OSError) -> None:
        raise ReadError(f"{folder}: cannot be listed ({error.strerror}).", path=folder) from error

    for parent, folders, names in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(Path(parent, name)) for name in names if not name.startswith("."))


def _read_file(path: str) -> Iterator[Document]:
    ending = Path(path).suffix.casefold()
    raw = Raw(name=path, stem=Path(path).stem or path, text=decode(_bytes_of(path), path))
    for document in _parse(raw, READERS.get(ending, read_text)):
        yield replace(document, path=path)


def _bytes_of(path: str) -> bytes:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - a path with a NUL in it must fail here, as ValueError
        if not stat.S_ISREG(mode):
            raise ReadError(
                f"{path}: found no regular file, wanted a text file, a folder or - for standard input.", path=path
            )
        return Path(path).read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        hint = "check the spelling, or give a folder, files or - for standard input"
        raise ReadError(f"{path}: no such file or folder (looked from {Path.cwd()}); {hint}.", path=path) from None
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror}).", path=path) from error


Reader = Callable[[Raw], Iterator[Document]]


def _parse(raw: Raw, reader: Reader) -> Iterator[Document]:
    yield from reader(raw)


def read_text(raw: Raw) -> Iterator[Document]:
    """Read plain text or Markdown, front matter included."""
    fields = _front_matter(raw.text)
    yield _document({**fields, "text": raw.text, "id": raw.stem}, where=raw.name)


def read_json_lines(raw: Raw) -> Iterator[Document]:
    """Read one document a line."""
    for number, line in enumerate(raw.text.split("\n"), start=1):
        if line.strip():
            where = f"{raw.name}, line {number}"
            yield _document(_load(line, where), where=where, fallback=f"{raw.stem}-{number}")


def read_json(raw: Raw) -> Iterator[Document]:
    """Read one document, or a list of them; JSON Lines under this ending are taken too."""
    try:
        value = json.loads(raw.text)
    except ValueError:
        yield from read_json_lines(raw)
        return
    values = value if isinstance(value, list) else [value]
    for number, record in enumerate(values, start=1):
        fallback = raw.stem if len(values) == 1 else f"{raw.stem}-{number}"
        yield _document(record, where=f"{raw.name}, record {number}", fallback=fallback)


def _sniff(raw: Raw) -> Iterator[Document]:
    """Standard input tells its kind by its first character."""
    return read_json(raw) if raw.text.lstrip()[:1] in ("{", "[") and _is_json(raw.text) else read_text(raw)


def _is_json(text: str) -> bool:
    first = text.lstrip().split("\n", 1)[0]
    for candidate in (first, text):
        try:
            json.loads(candidate)
        except ValueError:
            continue
        return True
    return first.startswith('{"')


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json,
}


def _load(line: str, where: str) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise ReadError(f"{where}: found malformed JSON ({error}), wanted one document a line.", path=where) from None


def _document(record: Any, *, where: str, fallback: str = "") -> Document:
    if not isinstance(record, dict):
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
        raise ReadError(f'{where}: found {found}, wanted an object with "text".', path=where)
    given = {name: fields[name].strip() for name in _FIELDS if fields.get(name, "").strip()}
    text = fields["text"].replace("\r\n", "\n").replace("\r", "\n")
    published = _moment(fields.get("published"), where)
    return Document(id=str(fields.get("id") or fallback), text=text, published=published, **given)


def _moment(value: Any, where: str) -> Moment | None:
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


def _front_matter(text: str) -> dict[str, Any]:
    """The fields between the two "---" lines that a text may begin with; none where that is no YAML."""
    if not text.startswith("---\n"):
        return {}
    head, mark, _ = text[4:].partition("\n---")
    if not mark:
        return {}
    import yaml

    try:
        fields = yaml.safe_load(head)
    except yaml.YAMLError:
        return {}
    if not isinstance(fields, dict):
        return {}
    return {str(key).casefold(): _plain(value) for key, value in fields.items() if key not in ("id", "text", "body")}


def _plain(value: Any) -> str | None:
    """A field of front matter as text: lists joined, dates in ISO 8601, tables left out."""
    if isinstance(value, list):
        return ", ".join(str(part) for part in value if not isinstance(part, (dict, list)))
    return None if value is None or isinstance(value, dict) else str(value)
