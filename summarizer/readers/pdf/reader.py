"""Reads a PDF within the limits on what its pages unpack to; names its remarks, filled fields and attached files."""

from __future__ import annotations

import io
import logging
import math
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

from summarizer.errors import ReadError
from summarizer.model import Document, Omission
from summarizer.readers.pdf.layout import Strip, join_strips, reach
from summarizer.readers.pdf.paragraphs import set_paragraphs
from summarizer.readers.source import SourceFile, missing_extra

_A_FONT = 3_000  # bytes that preparing a font for a page is counted as, beside those of its table of letters
_A_LETTER = 40  # bytes that a letter of such a table is counted as: ranges of letters take few to write
_RANGE = re.compile(rb"<([0-9a-fA-F]{1,8})>\s*+<([0-9a-fA-F]{1,8})>\s*+[<\[]")
_TEXTUAL = ("/ASCII85Decode", "/A85", "/ASCIIHexDecode", "/AHx")
_PER_BYTE = 100  # bytes of memory that reading one of a textual filter takes
_DEEPEST = 20  # forms within forms
_MOST = 500  # notes that are looked at: most are links
_REMARKS = ("/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Stamp")
_LETTERS = 20  # characters that a page of text has at least; a scan has none
_HEADLINE = 1.4  # times the size of the text
_HEADLINES = 4  # lines of one
_FEWEST, _MOST_WORDS = 4, 30  # its words: fewer may be the name of a paper
_FIXED = re.compile(r"mono|courier|consol|typewriter|fixed", re.IGNORECASE)
_NO_TITLE = re.compile(r"\.\w{2,4}$|^(?:Microsoft|untitled|document\b)|^\S+$", re.IGNORECASE)


def read_pdf(raw: SourceFile) -> Iterator[Document]:
    """Read a PDF: its columns in order, hyphenation joined, running heads and page numbers left out."""
    try:
        import pypdf
    except ImportError:
        raise missing_extra(raw, "PDF", "pdf") from None
    _silence()
    notes: tuple[Omission, ...] = ()
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError(f"{raw.name}: is encrypted; save it without a password first.", path=raw.name)
        weights = _Weights(raw)
        weights.add_containers(reader)
        if len(reader.pages) > raw.settings.pdf_pages:
            raise raw.refusal("pdf_pages")
        pages = _read_pages(raw, reader, weights)
        fields = _fields(reader)
        with suppress(Exception):  # what is broken beside the text must not cost the text
            notes = _find_notes(reader)
    except ReadError:
        raise
    except Exception as error:  # pypdf raises many kinds on broken files, by design
        raise raw.unreadable("PDF", error) from None
    if sum(len(strip.text) for page in pages for strip in page) < _LETTERS:
        raise ReadError(
            f"{raw.name}: found {len(pages)} pages without text, perhaps a scan; run it through OCR first.",
            path=raw.name,
        )
    fields = {"title": _headline(pages[0]), **fields}
    text, spans, omitted = set_paragraphs(pages)
    addresses = [one.text for one in omitted if one.rule == "address of the page" and one.text.startswith("http")]
    fields |= {"url": addresses[0]} if addresses else {}
    yield Document(id=raw.stem, text=text, pages=spans, omitted=(*omitted, *notes), kind="pdf", **fields)


def _silence() -> None:
    """Keep what pypdf mends in a broken file off standard error, where nobody has asked for logs."""
    logger = logging.getLogger("pypdf")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def _read_pages(raw: SourceFile, reader: Any, weights: _Weights) -> list[list[Strip]]:
    operators = 0
    size = 0
    pages = []

    def count(*_: Any) -> None:
        nonlocal operators
        operators += 1
        if operators > raw.settings.pdf_operators:
            raise raw.refusal("pdf_operators")

    for page in reader.pages:
        weights.add_page(page)
        strips: list[Strip] = []

        def note(text: str, cm: Any, tm: Any, font: Any, size: Any, strips: list[Strip] = strips) -> None:
            strips.extend(_strips(text, cm, tm, font, size))

        page.extract_text(visitor_operand_before=count, visitor_text=note)
        size += sum(len(strip.text) for strip in strips)
        if size > raw.settings.report_chars:
            raise raw.refusal("report_chars")
        pages.append(strips)
    return pages


def _strips(text: str, cm: Any, tm: Any, font: Any, size: Any) -> Iterator[Strip]:
    """A run of text with its place on the page: the text matrix within that of the page."""
    if not text.strip():
        return
    a, b, c, d, e, f = (float(number) for number in cm)
    x, y = tm[4] * a + tm[5] * c + e, tm[4] * b + tm[5] * d + f
    across, turn = tm[0] * a + tm[1] * c, tm[0] * b + tm[1] * d
    scale = math.hypot(across, turn) or 1.0
    height = abs(float(size)) * scale
    is_fixed = bool(_FIXED.search(str((font or {}).get("/BaseFont", ""))))
    for number, line in enumerate(part for part in text.split("\n") if part.strip()):
        yield Strip(
            text=line,
            x=x,
            y=y - number * height,
            size=height,
            is_fixed=is_fixed,
            is_turned=abs(turn) > 0.1 * scale,
            reach=None if is_fixed or len(line.split()) > 1 else height * reach(line.strip(), font),
        )


def _headline(page: list[Strip]) -> str | None:
    """What is set largest on the first page, where that is a line or a few, and far larger than its text."""
    lines = [line for line in join_strips(page) if not line.is_turned]
    sizes = sorted(line.size for line in lines)
    if not lines or sizes[-1] < _HEADLINE * sizes[len(sizes) // 2]:
        return None
    largest = [line.text for line in lines if line.size > 0.95 * sizes[-1]]
    words = " ".join(largest).split()
    return " ".join(words) if len(largest) <= _HEADLINES and _FEWEST <= len(words) <= _MOST_WORDS else None


def _fields(reader: Any) -> dict[str, Any]:
    """Title and author, where they are no file name and no account."""
    given = reader.metadata
    values = {"title": given.title, "author": given.author} if given else {}
    texts = {name: " ".join(str(value or "").replace("\x00", "").split()) for name, value in values.items()}
    return {name: text for name, text in texts.items() if " " in text and not _NO_TITLE.search(text)}


def _find_notes(reader: Any) -> tuple[Omission, ...]:
    """The remarks on the pages, what the fields of a form hold, and the files attached."""
    found = dict.fromkeys((*islice(_notes(reader), _MOST), *islice(_attached(reader), _MOST)))
    return tuple(one for one in found if one is not None)


def _notes(reader: Any) -> Iterator[Omission | None]:
    for page in reader.pages:
        for reference in _resolved(page.get("/Annots")) or ():
            note = _resolved(reference)
            kind = note.get("/Subtype") if isinstance(note, dict) else None
            if kind in _REMARKS:
                yield _omission(note.get("/Contents"), "remark")
            elif kind == "/Widget":
                yield _omission(note.get("/V"), "field of a form")
            else:
                yield None


def _attached(reader: Any) -> Iterator[Omission | None]:
    """The names of attached files; a tree of names is looked into one level deep."""
    names = _resolved(_resolved(reader.trailer["/Root"]).get("/Names")) or {}
    tree = _resolved(names.get("/EmbeddedFiles")) or {}
    for branch in (tree, *map(_resolved, _resolved(tree.get("/Kids")) or ())):
        told = _resolved(branch.get("/Names")) if isinstance(branch, dict) else None
        yield from (_omission(name, "attachment") for name in (told or ())[::2])


def _omission(value: Any, rule: str) -> Omission | None:
    from pypdf.generic import NameObject

    told = _resolved(value)
    # A name such as "/Off" is the state of a box in a form.
    text = " ".join(told.split()) if isinstance(told, str) and not isinstance(told, NameObject) else ""
    return Omission(text=text, rule=rule) if text else None


class _Weights:
    """Counts each stream against what its file may unpack to, and each page against what a file may hold at all.

    A stream is in memory once, but every page that uses it reads it, and its fonts, anew.
    """

    def __init__(self, raw: SourceFile) -> None:
        self._raw = raw
        self._sizes: dict[int, int] = {}
        self._read = 0

    def add_containers(self, reader: Any) -> None:
        """Count the streams that hold the objects of a file.

        Raises:
            ReadError: they go beyond a limit.
        """
        from pypdf.generic import IndirectObject

        for number in sorted({number for number, _ in reader.xref_objStm.values()}):
            self._size(IndirectObject(number, 0, reader).get_object())

    def add_page(self, page: Any) -> None:
        """Count a page, with the fonts and forms that it names.

        Raises:
            ReadError: it goes beyond a limit, or those before it did.
        """
        contents = _resolved(page.get("/Contents"))
        streams = contents if isinstance(contents, list) else [contents]
        self._note(self._size(_resolved(each)) for each in streams)
        self._add_resources(_resolved(page.get("/Resources")), depth=0)

    def _add_resources(self, resources: Any, depth: int) -> None:
        self._note(self._font(_resolved(font)) for font in _values(resources, "/Font"))
        for form in map(_resolved, _values(resources, "/XObject")):
            if isinstance(form, dict) and form.get("/Subtype") == "/Form":
                is_new = id(form) not in self._sizes
                self._note([self._size(form)])
                if is_new and depth < _DEEPEST:
                    self._add_resources(_resolved(form.get("/Resources")), depth + 1)

    def _font(self, font: Any) -> int:
        table: Any = _resolved(font.get("/ToUnicode")) if isinstance(font, dict) else None
        if not hasattr(table, "get_data"):
            return _A_FONT
        if id(table) not in self._sizes:
            size = self._size(table)
            spans = (int(last, 16) - int(first, 16) for first, last in _RANGE.findall(table.get_data()))
            self._sizes[id(table)] = size + _A_LETTER * sum(span for span in spans if span > 0)
        return _A_FONT + self._sizes[id(table)]

    def _size(self, stream: Any) -> int:
        """The bytes that a stream unpacks to; 0 for what is none."""
        if not hasattr(stream, "get_data"):
            return 0
        if id(stream) not in self._sizes:
            self._check_filters(stream)
            size = len(stream.get_data())
            self._raw.account(size)
            self._sizes[id(stream)] = size
        return self._sizes[id(stream)]

    def _check_filters(self, stream: Any) -> None:
        """Refuse a textual filter behind a packing one, which no program writes, and one that would take all memory."""
        filters = _resolved(stream.get("/Filter"))
        names = [str(_resolved(each)) for each in (filters if isinstance(filters, list) else [filters])]
        if any(name in _TEXTUAL for name in names[1:]):
            raise self._raw.unreadable("PDF", f"its filters are {', '.join(names[:5])}")
        packed = len(stream._data)  # what the file says of the length may be a lie
        if names[0] in _TEXTUAL and _PER_BYTE * packed > self._raw.settings.expanded_bytes:
            raise self._raw.refusal("expanded_bytes")

    def _note(self, sizes: Iterable[int]) -> None:
        for size in sizes:
            self._read += size
            if self._read > self._raw.settings.expanded_bytes:
                raise self._raw.refusal("expanded_bytes")


def _resolved(value: Any) -> Any:
    """What a reference leads to; what is none, as it is."""
    return value.get_object() if hasattr(value, "get_object") else value


def _values(resources: Any, name: str) -> Iterator[Any]:
    found = _resolved(resources.get(name)) if isinstance(resources, dict) else None
    yield from (found.values() if isinstance(found, dict) else ())
