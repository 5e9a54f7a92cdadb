"""A page from bytes to tree, with its meta elements and JSON-LD objects."""

from __future__ import annotations

import codecs
import html
import json
import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from summarizer.readers.decode import broken_utf8, decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement


_DECLARED = re.compile(rb"""(?:charset|encoding)\s*+=\s*+["']?\s*+([\w.:-]+)""", re.IGNORECASE)
# What browsers read under these names (WHATWG Encoding): the larger set that the smaller is a part of.
_READ_AS = {
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "big5": "big5hkscs", "windows-874": "cp874",
}  # fmt: skip
# Letters that no tree may hold, and references to such: what copies parts of a tree fails on them.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,4})|0*(\d{1,5}));?(?![0-9a-fA-F])")
# Encodings of the web: Python knows more, and some of those take a program's time or its text for code.
_OF_THE_WEB = re.compile(
    r"(?:windows-|cp|ibm|iso-?8859-|koi8-|gb|hz|big5|euc[-_]|shift|s?jis|iso-2022-jp|ks_c|mac|x-mac|tis-620|utf-?(?:8|16|32))"
)
_TAG = re.compile(r"""<([a-zA-Z][^\s/>]*+)(?:[^>=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+>?""")
_LONG_TAG = 20_000  # letters; a shorter one has no attributes to speak of
_ATTRIBUTES = 2_000  # of one element: the parser compares each with each, and no program writes so many
_CELLS = 1_000  # of one row
_DECLARATION_WITHIN = 4096  # bytes: browsers look at the first 1024, savers put comments before them
_SOUND = 10  # letters that are sound UTF-8 for each broken one: more than what a page declares can outweigh
_NULS = 0.05  # of all bytes: more are no slip of a program, but no text at all
_DEPTH = 200  # the parser gives up at 256 elements inside one another, and all that follows would be lost
_WRAPPING = re.compile(r"^\s*(?:<!--|(?://)?<!\[CDATA\[)|(?:-->|(?://)?\]\]>)\s*$")  # against readers of long ago
_CONTROLS_IN_TEXT = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\u200b\ufeff]")
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Newscast|VideoObject)$")


def decode_page(data: bytes, name: str) -> str:
    """Turn the bytes of a page into text: by byte order mark, as UTF-8, as it declares, else as any text is decoded.

    UTF-8 goes before the declaration: bytes that are valid UTF-8 are nothing else, and savers write UTF-8 below
    declarations that they leave as they were.

    Raises:
        ReadError: the bytes are no text.
    """
    if len(data) >= 8 and not (any(data[1:8:2]) and any(data[:8:2])):
        wide = "utf-16-le" if data[:1] == b"<" else "utf-16-be" if data[1:2] == b"<" else ""
        if wide:
            return data.decode(wide, errors="replace")
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or data.count(b"\x00") > _NULS * len(data):
        return decode(data, name)
    data = data.replace(b"\x00", b"")
    declared = _DECLARED.search(data, 0, _DECLARATION_WITHIN)
    label = declared.group(1).decode("ascii", "replace").casefold() if declared else ""
    label = _READ_AS.get(label, label if _OF_THE_WEB.match(label) else "")
    for encoding in ("utf-8-sig", label):
        try:
            text = data.decode(encoding) if encoding else None
        except (LookupError, ValueError):
            text = broken_utf8(data, least=_SOUND) if encoding == "utf-8-sig" else None
        if text is not None:
            break
    else:
        return decode(data, name)
    # What decodes under a label may be an image all the same; `decode` tells, and says so.
    return text if text is not None and b"<" in data else decode(data, name)


def parse_page(source: str) -> HtmlElement | None:
    """Return the tree of a page, without comments; None where there is nothing in it."""
    from lxml.etree import ParserError

    source = _REFERENCE.sub(_without_control, _CONTROLS.sub("", source))
    if any(tag.end() - tag.start() > _LONG_TAG for tag in _TAG.finditer(source)):
        source = _TAG.sub(_without_attributes, source)
    try:
        tree, is_cut = _parse(source)
        return _without_endless_rows(_parse(flatten(source))[0] if is_cut else tree)
    except ParserError:
        return None


def _without_endless_rows(tree: HtmlElement) -> HtmlElement:
    """The tree, with cells that no table has so many of set as paragraphs: who reads tables counts a row's for each."""
    cells = list(tree.iter("td", "th"))
    if len(cells) > _CELLS:
        rows = Counter(cell.getparent() for cell in cells)
        for cell in cells:
            if rows[cell.getparent()] > _CELLS:
                cell.tag = "p"
    return tree


def _without_attributes(tag: re.Match[str]) -> str:
    """A tag as it is, or without its attributes where they are too many for the parser."""
    text = tag.group()
    most = max(len(text.split()), *(text.count(mark) // 2 for mark in "\"'/=")) if len(text) > _LONG_TAG else 0
    return f"<{tag[1]}>" if most > _ATTRIBUTES else text


def _without_control(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return "" if _CONTROLS.match(chr(code)) else reference.group()


def _parse(source: str) -> tuple[HtmlElement, bool]:
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, default_doctype=False)
    tree = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    return tree, any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def flatten(source: str) -> str:
    """Return a page with the elements that lie too deep for the parser left out, their text kept where it stood."""
    flattener = _Flattener()
    flattener.feed(source)
    flattener.close()
    return "".join(flattener.parts)


class _Flattener(HTMLParser):
    """Copies a page and leaves out tags below a depth; needs no recursion."""

    VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        is_void = tag in self.VOID
        self.depth += not is_void
        self.parts.append((self.get_starttag_text() or "") if is_void or self.depth <= _DEPTH else "<br>")

    def handle_startendtag(self, *_: object) -> None:
        self.parts.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>" if self.depth <= _DEPTH else "<br>")
        self.depth = max(0, self.depth - 1)

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.parts.append(f"&#{name};")


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """A page's statements about itself.

    Attributes:
        tree: The page.
        source: Its text as it was read.
        seen: Its short lines, as readers see them.
        meta: What its meta elements say, by their names.
        linked: Its JSON-LD objects, articles first.
    """

    tree: HtmlElement
    source: str
    seen: tuple[str, ...]
    meta: dict[str, list[str]]
    linked: list[dict[str, Any]]

    def of_meta(self, names: tuple[str, ...]) -> Iterator[str]:
        """What the meta elements of these names say, in the order of the names."""
        for name in names:
            yield from self.meta.get(name, ())

    def of_linked(self, *names: str) -> Iterator[Any]:
        """What the JSON-LD says under these names."""
        for record in self.linked:
            yield from (record[name] for name in names if record.get(name))


def read_markup(tree: HtmlElement, source: str, seen: tuple[str, ...] = ()) -> Markup:
    """Collect what a page says about itself.

    Args:
        tree: The page.
        source: Its text as it was read: savers note the address in a comment.
        seen: Its short lines, as readers see them.
    """
    meta: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and (content := fold(element.get("content") or "")):
            meta.setdefault(name.strip().casefold(), []).append(content)
    records = [record for script in tree.iter("script") for record in _linked_data(script)]
    records.sort(key=lambda record: not is_article(record))
    return Markup(tree=tree, source=source, seen=seen, meta=meta, linked=records)


def _linked_data(script: HtmlElement) -> list[dict[str, Any]]:
    if "ld+json" not in (script.get("type") or "") or not script.text:
        return []
    text = _WRAPPING.sub("", script.text).strip().rstrip(";")
    try:
        waiting = deque([json.loads(text, strict=False)])
    except (ValueError, RecursionError):
        return []
    records = []
    while waiting:
        value: Any = waiting.popleft()
        if isinstance(value, list):
            waiting.extendleft(reversed(value))
        elif isinstance(value, dict):
            records.append(value)
            waiting.extend(value[key] for key in ("@graph", "mainEntity", "liveBlogUpdate") if key in value)
    return records


def is_article(record: dict[str, Any]) -> bool:
    """Tell whether a JSON-LD object is an article, a post or the like."""
    kinds = record.get("@type")
    return any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def fold(text: str) -> str:
    """Return text as people read it: references resolved (some pages escape twice), white space run together."""
    return " ".join(_CONTROLS_IN_TEXT.sub("", html.unescape(text)).split())
