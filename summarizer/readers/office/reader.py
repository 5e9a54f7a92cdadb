"""Reads DOCX and ODT: a paragraph is a line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from summarizer.errors import ReadError
from summarizer.model import Document, Omission
from summarizer.readers.decode import decode
from summarizer.readers.markup import text_of_markup
from summarizer.readers.office.hidden_text import Named, docx_hidden, is_run_hidden, odt_hidden
from summarizer.readers.source import SourceFile, missing_extra, read_part

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_SPACES = 100  # that one mark may stand for; a line of more is no text

_NOTES = {"footnotes": "note", "endnotes": "note", "comments": "remark"}  # parts of a Word document
_SET_IN = {
    "aFChunk": "part of another kind",
    "diagramData": "diagram",
    "package": "embedded file",
    "oleObject": "embedded file",
}
_MARKUP = (".xml", ".html", ".htm", ".xhtml", ".txt")
_DELETED = "deleted in a revision"
_HIDDEN = "hidden"
# What stands around a text that is not read; what is repeated for old programs stands beside it for new ones.
_AROUND = {
    f"{_COMPATIBILITY}Fallback": "repeated",
    f"{_WORD}moveFrom": "moved in a revision",
    f"{_WORD}del": _DELETED,
}
_SIGNS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
_LEFT = (_DELETED, _HIDDEN, _AROUND[f"{_WORD}moveFrom"])
_IS_HIDDEN = f"{_TEXT}is-hidden"
Lines = tuple[list[str], tuple[Omission, ...]]


def read_docx(raw: SourceFile) -> Iterator[Document]:
    """Read a Word document: paragraphs and cells in order, insertions accepted, deletions, notes and heads left out."""
    try:
        import docx
        from docx.oxml import parse_xml
    except ImportError:
        raise missing_extra(raw, "DOCX", "docx") from None
    check_parts(raw)
    try:
        document = docx.Document(io.BytesIO(raw.data))
        hidden = docx_hidden(document.part)
        lines = _docx_lines(document, hidden)
        apart = (
            *_docx_heads(document),
            *_docx_notes(document, parse_xml),
            *_docx_deleted(document, hidden),
            *_docx_drawn(document),
        )
        properties = document.core_properties
        fields = given_fields(title=properties.title, author=properties.author, language=properties.language)
    except Exception as error:  # lxml, zipfile and python-docx each raise their own on broken files
        raise raw.unreadable("DOCX", error) from None
    yield as_document(raw, "docx", lines, apart, fields)


def _docx_deleted(document: Any, styles: frozenset[Named]) -> Iterator[Omission]:
    """What was deleted, or moved away, in a revision that nobody has accepted yet, and what is hidden."""
    told: dict[tuple[Any, str], list[str]] = {}
    for part in document.element.body.iter(f"{_WORD}delText", f"{_WORD}t", _FORMULA):
        rule = _rule_of(part, styles)
        if rule in _LEFT:
            paragraph = next(part.iterancestors(f"{_WORD}p"), None)  # of a text box, not the one that it is set in
            told.setdefault((paragraph, rule), []).append(part.text or "")
    left = ((" ".join("".join(texts).split()), rule) for (_, rule), texts in told.items())
    yield from (Omission(text=text, rule=rule) for text, rule in left if text)


def _docx_drawn(document: Any) -> Iterator[Omission]:
    """What is written in shapes of drawings, a paragraph of them each."""
    for paragraph in document.element.body.iter(f"{_DRAWN}p"):
        text = " ".join("".join(part.text or "" for part in paragraph.iter(f"{_DRAWN}t")).split())
        if text and next(paragraph.iterancestors(f"{_COMPATIBILITY}Fallback"), None) is None:
            yield Omission(text=text, rule="drawing")


def _docx_lines(document: Any, styles: frozenset[Named]) -> list[str]:
    lines: list[str] = []
    parts: list[str] = []
    # Not by paragraphs: python-docx leaves out what was inserted under revision, and what stands in boxes.
    for element in document.element.body.iter():
        if element.tag == f"{_WORD}p":
            lines.append("".join(parts))
            parts = []
        elif element.tag in (f"{_WORD}t", _FORMULA) and not _rule_of(element, styles):
            parts.append(element.text or "")
        elif element.tag in _SIGNS and element.getparent().tag == f"{_WORD}r" and not _rule_of(element, styles):
            parts.append(_SIGNS[element.tag])
    return [*lines, "".join(parts)]


def _rule_of(element: Any, styles: frozenset[Named]) -> str:
    """Why a text, or a sign among it, is not read; "" where it is."""
    around = next(element.iterancestors(*_AROUND), None)
    if around is not None:
        return _AROUND[around.tag]
    if element.tag == f"{_WORD}delText":
        return _DELETED
    return _HIDDEN if is_run_hidden(element.getparent(), styles) else ""


def _docx_heads(document: Any) -> tuple[Omission, ...]:
    texts = [
        " ".join(" ".join(paragraph.text for paragraph in part.paragraphs).split())
        for section in document.sections
        for part in (section.header, section.footer)
        if not part.is_linked_to_previous
    ]
    return tuple(Omission(text=text, rule="running head") for text in dict.fromkeys(texts) if text)


def _docx_notes(document: Any, parse: Callable[[bytes], Any]) -> Iterator[Omission]:
    for relation in document.part.rels.values():
        name = relation.reltype.rpartition("/")[2]
        if relation.is_external:
            continue
        if name in _SET_IN:
            yield Omission(text=_told_in(relation.target_part), rule=_SET_IN[name])
        if name not in _NOTES:
            continue
        for note in parse(relation.target_part.blob):
            if text := " ".join("".join(part.text or "" for part in note.iter(f"{_WORD}t")).split()):
                yield Omission(text=text, rule=_NOTES[name])


def _told_in(part: Any) -> str:
    """What a part that is set into a document says, where it is markup that can be read; else its name."""
    name = str(part.partname)
    if not name.endswith(_MARKUP):
        return name
    try:
        return " ".join(text_of_markup(decode(part.blob, name)).split()) or name
    except ReadError:
        return name


def read_odt(raw: SourceFile) -> Iterator[Document]:
    """Read an OpenDocument text: headings and paragraphs in order; notes, remarks and deletions left out."""
    archive = check_parts(raw)
    content = _parsed(raw, archive, "content.xml")
    body = content.find(f".//{_OFFICE}text")
    if body is None:
        raise raw.unreadable("ODT", "it has no text")
    styles = _parsed(raw, archive, "styles.xml", is_optional=True)
    lines, omitted = _odt_lines(body, odt_hidden(content if styles is None else [*content, *styles]))
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


_ODT_SILENT = {
    f"{_TEXT}tracked-changes": _DELETED,
    f"{_OFFICE}annotation": "remark",
    f"{_TEXT}note": "note",
    f"{_TEXT}table-of-content": "contents",
}


def _odt_rule(element: Any, hidden: frozenset[Named]) -> str:
    """Why an element is left out; "" where it is read."""
    if rule := _ODT_SILENT.get(element.tag):
        return rule
    family = "text"
    is_hidden = element.tag == f"{_TEXT}hidden-text" and element.get(_IS_HIDDEN) == "true"
    if element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
        family = "paragraph"
        is_hidden = any(mark.get(_IS_HIDDEN) == "true" for mark in element.findall(f"{_TEXT}hidden-paragraph"))
    elif element.tag == f"{_TEXT}section":
        is_hidden = element.get(f"{_TEXT}display") == "none"
    return _HIDDEN if is_hidden or (family, element.get(f"{_TEXT}style-name")) in hidden else ""


def _odt_lines(body: Any, hidden: frozenset[Named]) -> Lines:
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
        if rule := _odt_rule(element, hidden):
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


_TEMPLATES = frozenset({"word document", "unknown title", "unknown author", "untitled document", "un-named author"})


def given_fields(**fields: str | None) -> dict[str, Any]:
    """Return the fields that say something: programs fill in accounts, of one word, and the names of templates."""
    found = {name: " ".join(value.split()) for name, value in fields.items() if value and value.strip()}
    return {
        name: value
        for name, value in found.items()
        if name == "language" or (" " in value and value.casefold() not in _TEMPLATES)
    }


def check_parts(raw: SourceFile) -> zipfile.ZipFile:
    """Open a zipped document and check what its parts say that they hold against the limits; zipfile reads no more.

    Raises:
        ReadError: it is too much, or this is no zip.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw.data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise raw.unreadable("a document", error) from None
    entries = archive.infolist()
    if len(entries) > raw.settings.members:
        raise raw.refusal("members")
    raw.account(sum(entry.file_size for entry in entries))
    return archive
