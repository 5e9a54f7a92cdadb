"""The blocks of a page in order: what browsers set as paragraphs, headings, items and rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset(
    "script style noscript template iframe svg select option button title textarea object embed canvas audio"
    " video math map dialog datalist nav".split()
)
REVEALED = ("nav", "dialog", "noscript", "template", "textarea")  # of these what scripts may show, or may fail to hide
# What browsers set as a block; all else runs on in its line, elements that only one site knows too.
_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dir div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu ol p pre search section summary table tbody"
    " td tfoot th thead tr ul".split()
)
_OF_HEADS = frozenset("base link meta".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Class names by which style sheets hide what stands in the page: on paper only, for screen readers, until a click.
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:hide|hidden|is-hidden|d-none|sr-only|visually-?hidden|screen-reader-text|print-(?:only|header|footer)"
    r"|visible-print(?:-\w+)?|tooltip\w*|rollover[\w-]*|popover[\w-]*|modal)(?:\s|$)",
    re.IGNORECASE,
)
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b\u2060\ufeff\ufffe\uffff]")
_LONG = 8  # words; 5 to 12 measure the same
_LONG_LETTERS = 60  # of writing that sets no spaces between words
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a page that stands on its own.

    Attributes:
        text: Its words, white space run together.
        tag: The element that holds it.
        place: Number of its place in the template: the same where the elements up to the root agree in tag and class.
        linked: How much of it is the text of links, in [0, 1].
        article, row, cell, listing: Numbers of the article, the table's row and cell, the outermost list around it; 0
            where there is none.
        chapter: How many first-level headings stand before it.
        quote: Number of the block quotation around it: of an embedded post, mostly; 0 where there is none.
    """

    text: str
    tag: str
    place: int
    linked: float
    article: int
    row: int
    cell: int
    listing: int
    chapter: int
    quote: int
    tokens: tuple[str, ...] = field(repr=False)

    @property
    def is_long(self) -> bool:
        """Whether its words surely tell it apart from any other block: not so a menu's, a label's or a figure's."""
        return len(self.tokens) >= _LONG or len(self.text) >= _LONG_LETTERS

    @property
    def quoted(self) -> bool:
        """Whether it is part of a block quotation."""
        return self.quote > 0

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading by its element."""
        return self.tag in _HEADINGS


@dataclass(slots=True)
class _Place:
    """Where the walk stands: what its innermost block element has above it."""

    tag: str
    number: int
    article: int = 0
    row: int = 0
    cell: int = 0
    listing: int = 0
    quote: int = 0


def find_blocks(tree: HtmlElement, *, sees_all: bool = False) -> list[Block]:
    """Cut a page into its blocks; what no reader sees (scripts, forms' choices, hidden parts) is left out.

    Args:
        tree: The page, without comments.
        sees_all: Whether what is hidden is told as well, and what stands in menus, dialogs and the like.

    Cost: O(elements); no recursion, so that no nesting is too deep.
    """
    return cut_page(tree, sees_all=sees_all)[0]


def cut_page(tree: HtmlElement, *, sees_all: bool = False) -> tuple[list[Block], list[HtmlElement]]:
    """Cut a page into its blocks, as `find_blocks` does, and return the outermost parts that it hides as well."""
    walk = _Walk(sees_all=sees_all)
    return _join_rows(list(walk.blocks(tree))), [part for part in walk.left if _is_hidden(part)]


def is_inline(tag: str) -> bool:
    """Tell whether an element is one of those that run on in their line: links and pictures as well."""
    return tag not in _BLOCKS and tag not in _UNSEEN and tag not in _OF_HEADS


class _Walk:
    """One pass over a page, from its first element to its last."""

    def __init__(self, *, sees_all: bool) -> None:
        self._unseen = _UNSEEN.difference(REVEALED) if sees_all else _UNSEEN
        self._sees_all = sees_all
        self._numbers: dict[tuple[int, str, str], int] = {}
        self._places = [_Place(tag="html", number=0)]
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0
        self._chapter = 0
        self._count = 0
        self.left: list[HtmlElement] = []  # the outermost elements that no reader sees

    def blocks(self, tree: HtmlElement) -> Iterator[Block]:
        from lxml.etree import iterwalk

        walk = iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if event == "end":
                yield from self._leave(element, tag)
            elif not self._is_seen(element, tag):
                walk.skip_subtree()
                self.left.append(element)
                self._parts.append(" ")
            else:
                yield from self._enter(element, tag)
                self._take(element.text)
        yield from self._flush()

    def _is_seen(self, element: HtmlElement, tag: object) -> bool:
        return isinstance(tag, str) and tag not in self._unseen and (self._sees_all or not _is_hidden(element))

    def _enter(self, element: HtmlElement, tag: str) -> Iterator[Block]:
        if tag == "a":
            self._links += 1
        elif _is_block(element, tag):
            yield from self._flush()
            if tag != "br":
                self._places.append(self._below(element, tag))
            if tag == "h1":
                self._chapter += 1

    def _leave(self, element: HtmlElement, tag: object) -> Iterator[Block]:
        seen = self._is_seen(element, tag)
        if seen and tag == "a":
            self._links -= 1
        elif seen and isinstance(tag, str) and _is_block(element, tag) and tag != "br":
            yield from self._flush()
            self._places.pop()
        self._take(element.tail)

    def _below(self, element: HtmlElement, tag: str) -> _Place:
        above = self._places[-1]
        key = (above.number, tag, element.get("class") or "")
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        self._count += 1
        return _Place(
            tag=tag,
            number=number,
            article=self._count if tag == "article" else above.article,
            row=self._count if tag == "tr" else above.row,
            cell=self._count if tag in ("td", "th") else above.cell,
            listing=above.listing or (self._count if tag in ("ul", "ol") else 0),
            quote=above.quote or (self._count if tag == "blockquote" else 0),
        )

    def _take(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            self._linked += len(text.strip()) if self._links > 0 else 0

    def _flush(self) -> Iterator[Block]:
        text = " ".join(_INVISIBLE.sub("", "".join(self._parts)).split())
        if tokens := tuple(_TOKEN.findall(text)):
            place = self._places[-1]
            yield Block(
                text=text,
                tag=place.tag,
                place=place.number,
                linked=min(1.0, self._linked / len(text)),
                article=place.article,
                row=place.row,
                cell=place.cell,
                listing=place.listing,
                chapter=self._chapter,
                quote=place.quote,
                tokens=tokens,
            )
        self._parts, self._linked = [], 0


def _is_block(element: HtmlElement, tag: str) -> bool:
    """Whether an element stands on its own; who is quoted does, below a quotation."""
    if tag != "cite":
        return tag in _BLOCKS
    above = element.getparent()
    return above is not None and above.tag == "blockquote"


def _is_hidden(element: HtmlElement) -> bool:
    """Tell whether an element's attributes hide it from readers."""
    get = element.get
    if get("hidden") is not None or get("aria-hidden") == "true":
        return True
    style, name = get("style"), get("class")
    return bool((style and _HIDING.search(style)) or (name and _HIDDEN_CLASS.search(name)))


def _join_rows(blocks: list[Block]) -> list[Block]:
    """The cells of a table's row as one block, but not where a cell holds several: that table only lays out a page."""
    joined: list[Block] = []
    for row, group in groupby(blocks, key=lambda block: block.row):
        cells = list(group)
        is_row = row and len(cells) == len({block.cell for block in cells})
        joined += [_join_cells(cells)] if is_row else cells
    return joined


def _join_cells(cells: list[Block]) -> Block:
    text = " ".join(block.text for block in cells)
    return replace(
        cells[0],
        text=text,
        linked=sum(block.linked * len(block.text) for block in cells) / len(text),
        tokens=tuple(token for block in cells for token in block.tokens),
    )
