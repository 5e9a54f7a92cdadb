"""Reads ODT: headings and paragraphs in order, without what is hidden or was deleted."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from summarizer.model import Document, Omission
from summarizer.readers.docx import Named, first_told
from summarizer.readers.record_fields import as_document, given_fields
from summarizer.readers.source import SourceFile, check_parts, missing_extra, read_part

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_SPACES = 100  # that one mark may stand for; a line of more is no text
_DELETED = "deleted in a revision"
_HIDDEN = "hidden"
_IS_HIDDEN = f"{_TEXT}is-hidden"
Lines = tuple[list[str], tuple[Omission, ...]]
_SILENT = {
    f"{_TEXT}tracked-changes": _DELETED,
    f"{_OFFICE}annotation": "remark",
    f"{_TEXT}note": "note",
    f"{_TEXT}table-of-content": "contents",
}


def read_odt(raw: SourceFile) -> Iterator[Document]:
    """Read an OpenDocument text: headings and paragraphs in order; notes, remarks and deletions left out."""
    archive = check_parts(raw)
    content = _parsed(raw, archive, "content.xml")
    body = content.find(f".//{_OFFICE}text")
    if body is None:
        raise raw.unreadable("ODT", "it has no text")
    styles = _parsed(raw, archive, "styles.xml", is_optional=True)
    lines, omitted = _lines(body, _hidden_styles(content if styles is None else [*content, *styles]))
    meta = _parsed(raw, archive, "meta.xml", is_optional=True)
    fields = {} if meta is None else given_fields(title=_found(meta, "title"), language=_found(meta, "language"))
    yield as_document(raw, "odt", lines, omitted, fields)


def _parsed(raw: SourceFile, archive: zipfile.ZipFile, name: str, *, is_optional: bool = False) -> Any:
    try:
        from defusedxml.ElementTree import fromstring
    except ImportError:
        raise missing_extra(raw, "ODT", "odt") from None
    try:
        data = read_part(raw, archive, name)
    except KeyError as error:
        if is_optional:
            return None
        raise raw.unreadable("ODT", error) from None
    try:
        return fromstring(data, forbid_dtd=True)
    except Exception as error:  # what is forbidden and what is broken are raised as different kinds
        raise raw.unreadable("ODT", repr(error)) from None


def _found(tree: Any, name: str) -> str | None:
    element = tree.find(f".//{_DUBLIN}{name}")
    return None if element is None else element.text


def _rule_of(element: Any, hidden: frozenset[Named]) -> str:
    """Why an element is left out; "" where it is read."""
    if rule := _SILENT.get(element.tag):
        return rule
    family = "text"
    is_hidden = element.tag == f"{_TEXT}hidden-text" and element.get(_IS_HIDDEN) == "true"
    if element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
        family = "paragraph"
        is_hidden = any(mark.get(_IS_HIDDEN) == "true" for mark in element.findall(f"{_TEXT}hidden-paragraph"))
    elif element.tag == f"{_TEXT}section":
        is_hidden = element.get(f"{_TEXT}display") == "none"
    return _HIDDEN if is_hidden or (family, element.get(f"{_TEXT}style-name")) in hidden else ""


def _lines(body: Any, hidden: frozenset[Named]) -> Lines:
    lines: list[str] = []
    omitted: list[Omission] = []
    parts: list[str] = []
    # Elements still to be looked at, and texts that follow them: a stack, since nesting may go deep.
    stack: list[Any] = [body]
    while stack:
        element = stack.pop()
        if isinstance(element, str):
            parts.append(element)
            continue
        if rule := _rule_of(element, hidden):
            text = " ".join("".join(element.itertext()).split())
            omitted += [Omission(text=text, rule=rule)] if text else []
            continue
        if element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            lines.append("".join(parts))
            parts = []
        elif element.tag == f"{_TEXT}s":
            count = str(element.get(f"{_TEXT}c", "1"))
            parts.append(" " * min(int(count) if count.isdigit() else 1, _SPACES))
        elif element.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            parts.append("\t" if element.tag == f"{_TEXT}tab" else "\n")
        parts.append(element.text or "")
        for child in reversed(element):
            stack.append(child.tail or "")
            stack.append(child)
    return [*lines, "".join(parts)], tuple(omitted)


def _hidden_styles(parts: Iterable[Any]) -> frozenset[Named]:
    """The styles that hide what has them: by themselves, or by one that they are made from."""
    found: dict[Named, tuple[str | None, Named]] = {}
    for style in (style for part in parts for style in part.iter(f"{_STYLE}style")):
        family = style.get(f"{_STYLE}family")
        properties = style.find(f"{_STYLE}text-properties")
        shown = None if properties is None else properties.get(f"{_TEXT}display")
        found[family, style.get(f"{_STYLE}name")] = shown, (family, style.get(f"{_STYLE}parent-style-name"))
    return frozenset(name for name in found if first_told(name, found) == "none")
