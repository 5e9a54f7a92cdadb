"""Markup of a body (mail, feed entry, chapter) -> its text, a block a line. Whole pages have a reader of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from summarizer.ingest.kinds.raw import Raw
from summarizer.model import Document

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead"
    " title tr ul".split()
)
_SILENT = frozenset("head script style template noscript svg math object iframe".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u034f\u200b\u200c\u2060\ufeff]")  # newsletters pad their previews with these


_TITLE = re.compile(r"<title[^>]*>([^<]{1,500})", re.IGNORECASE)


def read_page(raw: Raw) -> Iterator[Document]:
    """Read a page as a body is read: all of its text, without a look at what on it is the article."""
    source = raw.text
    match = _TITLE.search(source[:100_000])
    title = " ".join(text_of_markup(match[1]).split()) if match else None
    yield Document(id=raw.stem, text=text_of_markup(source), title=title or None)


def text_of_markup(source: str) -> str:
    """Return the text that a reader would see, each block on a line of its own, white space folded.

    Nesting costs nothing: nothing here is recursive. Scripts, styles and what is hidden are left out.
    """
    parser = _Parser()
    parser.feed(source)
    parser.close()
    return parser.text()


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._silent: list[str] = []  # the open elements from the outermost silent one on

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        hides = tag in _SILENT or any(
            name == "hidden" or (name == "style" and value and _HIDDEN.search(value)) for name, value in attrs
        )
        if tag not in _VOID and (self._silent or hides) and not self._closes_head(tag):
            self._silent.append(tag)
        if tag in _BLOCKS:
            self._parts.append("\n")

    def _closes_head(self, tag: str) -> bool:
        """A body begins even where its head was never closed."""
        if tag == "body" and self._silent[:1] == ["head"]:
            self._silent.clear()
            return True
        return False

    def handle_startendtag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            while self._silent.pop() != tag:
                pass
        if tag in _BLOCKS:
            self._parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._parts.append(re.sub(r"\s+", " ", data))

    def text(self) -> str:
        """The lines that hold anything."""
        whole = _INVISIBLE.sub("", "".join(self._parts))
        lines = (re.sub(r"[ \t\xa0]+", " ", line).strip() for line in whole.split("\n"))
        return "\n".join(line for line in lines if line)
