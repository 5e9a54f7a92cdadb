"""EPUB books: the chapters in reading order as one report."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from summarizer.errors import ReadError
from summarizer.model import Document, Omission
from summarizer.readers.decode import decode
from summarizer.readers.markup import part_markup
from summarizer.readers.record_fields import given_fields
from summarizer.readers.source import SourceFile, check_parts, missing_extra, read_part

if TYPE_CHECKING:
    from zipfile import ZipFile

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_PACKAGE = "{http://www.idpf.org/2007/opf}"
_DRAWN = "drawing"  # why a chapter is left out that is a picture with words
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"


def read_epub(raw: SourceFile) -> Iterator[Document]:
    """Read a book: chapters in order, the table of contents left out."""
    archive = check_parts(raw)
    container = _parsed(raw, archive, "META-INF/container.xml")
    root = container.find(f".//{_CONTAINER}rootfile")
    if root is None:
        raise raw.unreadable("EPUB", "it names no package")
    path = str(root.get("full-path", ""))
    package = _parsed(raw, archive, path)
    lines: list[str] = []
    omitted: list[Omission] = []
    # A chapter is read once, however often it is named: what was unpacked is what was accounted for.
    for name, rule in dict(_spine(package, posixpath.dirname(path))).items():
        try:
            text, hidden = _text_of(raw, archive, name, is_drawn=rule == _DRAWN)
        except (KeyError, ReadError):
            omitted.append(Omission(text=name, rule="missing chapter"))
            continue
        if rule and text.strip():
            omitted.append(Omission(text=" ".join(text.split()), rule=rule))
        elif not rule:
            lines.append(text)
            omitted += (Omission(text=line, rule="hidden") for line in hidden)
    text = "\n".join(line for line in lines if line)
    if not text:
        raise ReadError(f"{raw.name}: found no text in it.", path=raw.name)
    yield Document(id=raw.stem, text=text, kind="epub", omitted=tuple(omitted), **_fields(package))


def _text_of(raw: SourceFile, archive: ZipFile, name: str, *, is_drawn: bool) -> tuple[str, tuple[str, ...]]:
    """The text of a chapter, and the lines that it hides."""
    if is_drawn:
        return " ".join(_parsed(raw, archive, name).itertext()), ()
    return part_markup(decode(read_part(raw, archive, name), f"{raw.name}:{name}"))


def _parsed(raw: SourceFile, archive: ZipFile, name: str) -> Any:
    try:
        from defusedxml.ElementTree import fromstring
    except ImportError:
        raise missing_extra(raw, "EPUB", "epub") from None
    try:
        return fromstring(read_part(raw, archive, name))
    except ReadError:
        raise
    except Exception as error:  # what is missing, forbidden and broken are raised as different kinds
        raise raw.unreadable("EPUB", repr(error)) from None


def _spine(package: Any, folder: str) -> Iterator[tuple[str, str | None]]:
    """The chapters in order, each with why it is left out, where it is."""
    items = {item.get("id"): item for item in package.iter(f"{_PACKAGE}item")}
    told: set[Any] = set()
    for reference in package.iter(f"{_PACKAGE}itemref"):
        told.add(reference.get("idref"))
        item = items.get(reference.get("idref"))
        if item is not None and _is_chapter(item):
            yield _name_of(item, folder), "contents" if _is_contents(item) else None
        elif item is not None and "svg" in str(item.get("media-type")):
            yield _name_of(item, folder), _DRAWN
    for name, item in items.items():
        if name not in told and _is_chapter(item) and not _is_contents(item):
            yield _name_of(item, folder), "not among the chapters in order"


def _is_chapter(item: Any) -> bool:
    return "html" in str(item.get("media-type"))


def _is_contents(item: Any) -> bool:
    return "nav" in str(item.get("properties") or "").split()


def _name_of(item: Any, folder: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(str(item.get("href") or ""))))


def _fields(package: Any) -> dict[str, Any]:
    named = {"title": "title", "author": "creator", "outlet": "publisher", "language": "language"}
    found = {ours: package.find(f".//{_DUBLIN}{theirs}") for ours, theirs in named.items()}
    texts = {name: " ".join((element.text or "").split()) for name, element in found.items() if element is not None}
    return given_fields(**{**texts, "language": texts.get("language", "")[:2]})
