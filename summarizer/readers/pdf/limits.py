"""Counts what the pages of a PDF unpack to before they are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from summarizer.readers.source import SourceFile

_A_FONT = 3_000  # bytes that preparing a font for a page is counted as, beside those of its table of letters
_A_LETTER = 40  # bytes that a letter of such a table is counted as: ranges of letters take few to write
_RANGE = re.compile(rb"<([0-9a-fA-F]{1,8})>\s*+<([0-9a-fA-F]{1,8})>\s*+[<\[]")
_TEXTUAL = ("/ASCII85Decode", "/A85", "/ASCIIHexDecode", "/AHx")
_PER_BYTE = 100  # bytes of memory that reading one of a textual filter takes
_DEEPEST = 20  # forms within forms


class Weights:
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
