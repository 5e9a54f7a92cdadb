"""Reads a saved web page: its article, and what it states about itself."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.model import Document, count_words
from summarizer.readers.html.article import as_words, find_body
from summarizer.readers.html.blocks import cut_page
from summarizer.readers.html.hidden_text import (
    find_unseen_body,
    holds_story,
    name_beside,
    name_captions,
    name_carried,
    name_unseen,
)
from summarizer.readers.html.live_entries import find_entries, find_entries_text
from summarizer.readers.html.metadata import find_article_text, find_metadata, find_titles
from summarizer.readers.html.page import decode_page, parse_page, read_markup

if TYPE_CHECKING:
    from summarizer.readers.html.blocks import Block
    from summarizer.readers.source import SourceFile

# Where less than this share of the body that the page's JSON-LD carries is in the page itself, scripts were to put it
# there. No page of the article-extraction benchmark comes near: 16 of 181 carry a body, and all hold it.
_HELD = 0.5
_DASHES = ("—", "–", "-")
_SHORT = 120  # letters of a line that holds a byline with its date, and no sentence of a story


def read_html(raw: SourceFile) -> Iterator[Document]:
    """Read a web page: an article's own page, its AMP or print version, saved alone or "complete".

    The text of the document is the body of the article, a paragraph a line with empty lines between; what stands round
    it on the page is left out. It is not cleaned yet.

    Args:
        raw: The page.

    Yields:
        One document; its text is empty where the page holds none.

    Raises:
        ReadError: the bytes are no text.
    """
    source = decode_page(raw.data, raw.name)
    tree = parse_page(source)
    if tree is None:
        yield Document(id=raw.stem, text="")
        return
    blocks, hidden = cut_page(tree)
    markup = read_markup(tree, source, seen=tuple(block.text for block in blocks if len(block.text) <= _SHORT))
    titles = frozenset(map(as_words, find_titles(markup)))
    body = find_body(tree, blocks, titles)
    if not holds_story(body):
        body = find_unseen_body(tree, titles) or body
    text = render_blocks(body)
    carried = max(find_article_text(markup), html.unescape(find_entries_text(markup)), key=len)
    if count_words(text) < _HELD * count_words(carried):
        text = "\n\n".join(" ".join(line.split()) for line in carried.splitlines() if line.strip())
    omitted = (*name_unseen(tree, hidden, text), *name_captions(blocks, body), *name_carried(carried, text))
    told = "\n".join((text, *find_titles(markup), *(one.text for one in omitted)))
    omitted = (*omitted, *name_beside(blocks, body, told))
    entries = find_entries(markup, text)
    yield Document(id=raw.stem, text=text, omitted=omitted, entries=entries, **find_metadata(markup))


def render_blocks(blocks: list[Block]) -> str:
    """Return blocks as text: items of a list marked and under one another, all else with an empty line between.

    A block quotation is marked as in Markdown, and who is quoted by a dash, so that the words keep their speaker.
    """
    parts: list[str] = []
    for last, block in zip([None, *blocks], blocks, strict=False):
        parts += [_between(last, block), _marked(last, block)]
    return "".join(parts)


def _between(last: Block | None, block: Block) -> str:
    if last is None:
        return ""
    if last.quote and (last.quote == block.quote or block.tag == "figcaption"):
        return "\n>\n"
    return "\n" if block.listing and last.listing == block.listing else "\n\n"


def _marked(last: Block | None, block: Block) -> str:
    is_signed = last is not None and last.quote > 0 and block.tag in ("footer", "cite", "figcaption")
    if is_signed and (block.quote or block.tag == "figcaption"):
        return f"> {block.text}" if block.text.startswith(_DASHES) else f"> — {block.text}"
    if block.quote:
        return f"> {block.text}"
    return f"- {block.text}" if block.listing else block.text
