"""Endnotes of Word, which python-docx does not know.

Source: ECMA-376, part 1, section 17.11.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

# Every document with endnotes has these two; no reference points to them.
_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}


def new_endnote(number: int, document: Document) -> tuple[BaseOxmlElement, Paragraph]:
    """Return an endnote that begins with its number, and its paragraph to be filled."""
    note, text = OxmlElement("w:endnote"), OxmlElement("w:p")
    note.set(qn("w:id"), str(number))
    note.append(text)
    paragraph = Paragraph(text, document._body)  # the styles are found by way of the body
    paragraph.style = "endnote text"
    _raised(paragraph)._r.append(OxmlElement("w:endnoteRef"))
    paragraph.add_run(" ")
    return note, paragraph


def put_reference(paragraph: Paragraph, number: int, *, is_first: bool) -> None:
    """Put the number of an endnote; where it stands already, a field that repeats it, since a note is anchored once."""
    name = f"_note{number}"
    if not is_first:
        _put_field(paragraph, rf" NOTEREF {name} \h ", str(number))
        return
    run = _raised(paragraph)
    reference = OxmlElement("w:endnoteReference")
    reference.set(qn("w:id"), str(number))
    run._r.append(reference)
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    run._r.addprevious(start)
    run._r.addnext(end)


def _put_field(paragraph: Paragraph, instruction: str, result: str) -> None:
    # Of the two ways to write a field, this one is read by more programs: Pandoc drops the other, result and all.
    words = OxmlElement("w:instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = instruction
    for part in (_field_mark("begin"), words, _field_mark("separate"), result, _field_mark("end")):
        run = _raised(paragraph)
        if isinstance(part, str):
            run.add_text(part)
        else:
            run._r.append(part)


def _field_mark(kind: str) -> BaseOxmlElement:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


def _raised(paragraph: Paragraph) -> Run:
    run = paragraph.add_run()
    run.style = "endnote reference"
    return run


def attach_endnotes(document: Document, endnotes: Sequence[BaseOxmlElement]) -> None:
    """Give the document the part that holds its endnotes, where it has any."""
    if not endnotes:
        return
    part = document.part
    root, settings = OxmlElement("w:endnotes"), _count_in_figures()
    # Word reads it in the settings, LibreOffice in the section.
    document.sections[0]._sectPr.find(qn("w:pgSz")).addprevious(_count_in_figures())
    for number, kind in _SEPARATORS.items():
        root.append(_separator(number, kind))
        named = OxmlElement("w:endnote")
        named.set(qn("w:id"), str(number))
        settings.append(named)
    root.extend(endnotes)
    package = part.package
    assert package is not None  # noqa: S101 - for the type checker
    name = PackURI("/word/endnotes.xml")
    part.relate_to(XmlPart(name, CONTENT_TYPE.WML_ENDNOTES, root, package), RELATIONSHIP_TYPE.ENDNOTES)
    document.settings.element.find(qn("w:compat")).addprevious(settings)


def _count_in_figures() -> BaseOxmlElement:
    """Both programs count endnotes i, ii, iii unless told otherwise."""
    properties, shape = OxmlElement("w:endnotePr"), OxmlElement("w:numFmt")
    shape.set(qn("w:val"), "decimal")
    properties.append(shape)
    return properties


def _separator(number: int, kind: str) -> BaseOxmlElement:
    note = OxmlElement("w:endnote")
    note.set(qn("w:type"), kind)
    note.set(qn("w:id"), str(number))
    paragraph, run = OxmlElement("w:p"), OxmlElement("w:r")
    run.append(OxmlElement(f"w:{kind}"))
    paragraph.append(run)
    note.append(paragraph)
    return note
