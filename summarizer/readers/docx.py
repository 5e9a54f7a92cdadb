"""Reads DOCX: paragraphs and cells in order, without what is hidden or was deleted."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from summarizer.errors import ReadError
from summarizer.model import Document, Omission
from summarizer.readers.decode import decode
from summarizer.readers.markup import text_of_markup
from summarizer.readers.record_fields import as_document, given_fields
from summarizer.readers.source import SourceFile, check_parts, missing_extra

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
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
_STYLES = 20  # styles that are followed from one to the one that it is made from
_OFF = ("0", "false", "off")
Told = TypeVar("Told", bool, str)
Named = tuple[str | None, str | None]  # the family of a style, its name; of one that counts where none is named, None


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
        hidden = _hidden_styles(document.part)
        lines = _lines(document, hidden)
        apart = (
            *_heads(document),
            *_notes(document, parse_xml),
            *_deleted(document, hidden),
            *_drawn(document),
        )
        properties = document.core_properties
        fields = given_fields(title=properties.title, author=properties.author, language=properties.language)
    except Exception as error:  # lxml, zipfile and python-docx each raise their own on broken files
        raise raw.unreadable("DOCX", error) from None
    yield as_document(raw, "docx", lines, apart, fields)


def _deleted(document: Any, styles: frozenset[Named]) -> Iterator[Omission]:
    """What was deleted, or moved away, in a revision that nobody has accepted yet, and what is hidden."""
    told: dict[tuple[Any, str], list[str]] = {}
    for part in document.element.body.iter(f"{_WORD}delText", f"{_WORD}t", _FORMULA):
        rule = _rule_of(part, styles)
        if rule in _LEFT:
            paragraph = next(part.iterancestors(f"{_WORD}p"), None)  # of a text box, not the one that it is set in
            told.setdefault((paragraph, rule), []).append(part.text or "")
    left = ((" ".join("".join(texts).split()), rule) for (_, rule), texts in told.items())
    yield from (Omission(text=text, rule=rule) for text, rule in left if text)


def _drawn(document: Any) -> Iterator[Omission]:
    """What is written in shapes of drawings, a paragraph of them each."""
    for paragraph in document.element.body.iter(f"{_DRAWN}p"):
        text = " ".join("".join(part.text or "" for part in paragraph.iter(f"{_DRAWN}t")).split())
        if text and next(paragraph.iterancestors(f"{_COMPATIBILITY}Fallback"), None) is None:
            yield Omission(text=text, rule="drawing")


def _lines(document: Any, styles: frozenset[Named]) -> list[str]:
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
    return _HIDDEN if _is_run_hidden(element.getparent(), styles) else ""


def _heads(document: Any) -> tuple[Omission, ...]:
    texts = [
        " ".join(" ".join(paragraph.text for paragraph in part.paragraphs).split())
        for section in document.sections
        for part in (section.header, section.footer)
        if not part.is_linked_to_previous
    ]
    return tuple(Omission(text=text, rule="running head") for text in dict.fromkeys(texts) if text)


def _notes(document: Any, parse: Callable[[bytes], Any]) -> Iterator[Omission]:
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


def _hidden_styles(part: Any) -> frozenset[Named]:
    """The styles of a Word document that hide what has them: by themselves, or by one that they are made from.

    Args:
        part: Its main part.
    """
    found: dict[Named, tuple[bool | None, Named]] = {}
    usual: list[tuple[Named, Named]] = []
    for style in part.styles.element.iter(f"{_WORD}style"):
        family, name = style.get(f"{_WORD}type"), style.get(f"{_WORD}styleId")
        above = style.find(f"{_WORD}basedOn")
        found[family, name] = _vanishes(style), (family, None if above is None else above.get(f"{_WORD}val"))
        if style.get(f"{_WORD}default") in ("1", "true", "on"):
            usual.append(((family, None), (family, name)))
    if not any(hides for hides, _ in found.values()):
        return frozenset()
    hidden = {name for name in found if first_told(name, found)}
    return frozenset((*hidden, *(none for none, name in usual if name in hidden)))


def _is_run_hidden(run: Any, styles: frozenset[Named]) -> bool:
    """Tell whether a run of a Word document is hidden: as it says itself, else as its styles say.

    Args:
        run: The run.
        styles: Those that hide; where several of a run's do, each takes back what the one before does.
    """
    told = _vanishes(run)
    if told is not None or not styles:
        return bool(told)
    paragraph = next(run.iterancestors(f"{_WORD}p"), None)
    table = None if paragraph is None else next(paragraph.iterancestors(f"{_WORD}tbl"), None)
    styled = (("character", run, "r"), ("paragraph", paragraph, "p"), ("table", table, "tbl"))
    hiding = [(family, _style_of(element, tag)) in styles for family, element, tag in styled if element is not None]
    return sum(hiding) % 2 == 1


def _style_of(element: Any, tag: str) -> str | None:
    style = element.find(f"{_WORD}{tag}Pr/{_WORD}{tag}Style")
    return None if style is None else str(style.get(f"{_WORD}val"))


def _vanishes(element: Any) -> bool | None:
    """Whether an element says that it is hidden; None where it says nothing of it."""
    mark = element.find(f"{_WORD}rPr/{_WORD}vanish")
    return None if mark is None else mark.get(f"{_WORD}val") not in _OFF


def first_told(name: Named, found: Mapping[Named, tuple[Told | None, Named]]) -> Told | None:
    """Return what a style says, or else the first that says something of those that it is made from."""
    for _ in range(_STYLES):
        shown, name = found.get(name, (None, name))
        if shown is not None:
            return shown
    return None
