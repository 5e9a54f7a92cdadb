"""Text in menus, dialogs and hidden elements, read where the rest of the page is empty."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.model import Omission
from summarizer.readers.html.article import Page as _Page
from summarizer.readers.html.article import all_prose, drop_copies, drop_links, drop_titles, is_notice
from summarizer.readers.html.blocks import REVEALED, find_blocks, is_inline
from summarizer.readers.html.page import parse_page

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from summarizer.readers.html.blocks import Block

_BRIEF = 300  # letters that notices take at most
_PROSE = 60  # letters of a paragraph that tells something
_LONG = 8  # words of a sentence that tells something
_BREAK = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|body|tr|td|blockquote)\b[^<>]{0,300}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{1,300}>")
_STOP = re.compile(r"(?<=[.!?”\"])\s+")
_ABOVE, _BELOW = 4, 3  # blocks over and under a story among which the pictures are its own
_END = re.compile(r"[.!?…。！？][\"”’»)\]]{0,3}$")
_SILENT = frozenset({"script", "style", "template", "title", "select"})
_INSTEAD = ("object", "video", "audio", "canvas", "svg")  # what these hold shows where they do not, or as a drawing
_LINKED = 0.5  # share of links from which a block points elsewhere
_MOST = 100  # paragraphs that are named


def holds_story(blocks: list[Block]) -> bool:
    """Tell whether what was taken for a page's article holds a paragraph that is no notice."""
    long = [block for block in blocks if block.is_long and not block.is_heading]
    return sum(len(block.text) for block in long) > _BRIEF or any(not is_notice(block.text) for block in long)


def find_unseen_body(tree: HtmlElement, titles: frozenset[str]) -> list[Block]:
    """Find the paragraphs of a page that readers see only later, if at all, else those of a frame within it.

    Args:
        tree: The page.
        titles: What it gives as its title, by `as_words`.
    """
    frames = (parse_page(frame.get("srcdoc") or "") for frame in tree.iter("iframe"))
    for part in (tree, *(frame for frame in frames if frame is not None)):
        page = _Page(blocks=find_blocks(part, sees_all=True), titles=titles)
        chosen = all_prose(page.blocks)
        for step in (drop_titles, drop_links, drop_copies):
            chosen = step(page, chosen)
        body = [page.blocks[at] for at in sorted(chosen)]
        if holds_story(body):
            return body
    return []


def name_unseen(tree: HtmlElement, hidden: list[HtmlElement], text: str) -> tuple[Omission, ...]:
    """Name the paragraphs that stand where a page's story does not, but for notices and links.

    Args:
        tree: The page.
        hidden: The outermost parts that it hides.
        text: The text that was read from it.
    """
    named: dict[str, Omission] = {}
    for part, rule in _unseen_parts(tree, hidden):
        for told in _paragraphs(part):
            if len(named) < _MOST and told not in text and not is_notice(told):
                named.setdefault(told, Omission(text=told, rule=rule))
    return tuple(named.values())


def _unseen_parts(tree: HtmlElement, hidden: list[HtmlElement]) -> Iterator[tuple[HtmlElement, str]]:
    """The parts of a page that stand where its story does not, or that it hides, each with why they are not read."""
    for part in _outermost(tree, *REVEALED, *_INSTEAD):
        yield part, f"in <{part.tag}>, beside the story"
    for frame in tree.iter("iframe"):
        inner = parse_page(frame.get("srcdoc") or "")
        if inner is not None:
            yield inner, "in <iframe>, beside the story"
    yield from ((part, "hidden on the page") for part in hidden)


def _outermost(part: HtmlElement, *tags: str) -> Iterator[HtmlElement]:
    """The elements of some kinds in a part, but for those within another: its text holds theirs."""
    seen: set[HtmlElement] = set()
    for element in part.iter(*tags):
        if next(element.iterancestors(*tags), None) not in seen:
            yield element
        seen.add(element)


def name_captions(blocks: list[Block], body: list[Block]) -> tuple[Omission, ...]:
    """Name what stands below the pictures of an article: above, within and below its paragraphs.

    Args:
        blocks: The page.
        body: Those that are the article.
    """
    places = {id(block): at for at, block in enumerate(blocks)}
    taken = {places[id(block)] for block in body if id(block) in places}
    if not taken:
        return ()
    article = {blocks[at].article for at in taken} - {0}
    near = range(min(taken) - _ABOVE, max(taken) + _BELOW)
    told = dict.fromkeys(
        block.text
        for at, block in enumerate(blocks)
        if block.tag == "figcaption" and at not in taken and (at in near or block.article in article)
    )
    return tuple(Omission(text=text, rule="caption") for text in [*told][:_MOST])


def name_beside(blocks: list[Block], body: list[Block], told: str) -> tuple[Omission, ...]:
    """Name the sentences that a page shows beside its story: what is taken for a teaser or a comment may be part of it.

    Args:
        blocks: The page.
        body: Those that are the article.
        told: The text that was read from the page, its titles and what is named already.
    """
    taken = {id(block) for block in body}
    beside = (
        block.text
        for block in blocks
        if id(block) not in taken
        and len(block.text) >= _PROSE
        and (block.linked <= _LINKED or not body)
        and _END.search(block.text)
    )
    looked = islice((text for text in dict.fromkeys(beside) if text not in told), 2 * _MOST)
    return tuple(Omission(text=text, rule="beside the story") for text in looked if not is_notice(text))[:_MOST]


def name_carried(carried: str, text: str) -> tuple[Omission, ...]:
    """Name the sentences of the body that a page carries as data, and does not show.

    Args:
        carried: That body.
        text: The text that was read from the page.
    """
    shown = set(_sentences(text)) if carried else set()
    told_there = _sentences(_TAG.sub("", _BREAK.sub("\n", html.unescape(carried)))) if carried else {}
    missing = [told for key, told in told_there.items() if key not in shown and len(key) >= _LONG]
    return (Omission(text=" ".join(missing), rule="in the page's data, and not on the page"),) if missing else ()


def _sentences(text: str) -> dict[tuple[str, ...], str]:
    """Sentences by their words, so far as a full stop and a blank tell them."""
    parts = (part.strip() for line in text.splitlines() for part in _STOP.split(line))
    return {tuple(re.findall(r"\w+", part.casefold())): part for part in parts}


def _paragraphs(part: HtmlElement) -> Iterator[str]:
    """The paragraphs of a part that tell something: `<p>`, and sentences that stand in it without."""
    if len(" ".join("".join(part.itertext()).split())) < _PROSE:
        return  # most: icons, buttons, empty shells
    for tag, told, linked in _Runs().of(part):
        if len(told) >= _PROSE and 2 * linked <= len(told) and (tag == "p" or _END.search(told)):
            yield told


class _Runs:
    """The runs of text of a part between its blocks: the element that holds each, and how much of it is links."""

    def __init__(self) -> None:
        self._tags: list[str] = []
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0

    def of(self, part: HtmlElement) -> Iterator[tuple[str, str, int]]:
        """Walk over a part once."""
        from lxml.etree import iterwalk

        walk = iterwalk(part, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else "script"
            is_block = tag != "br" and not is_inline(tag)
            if is_block:
                yield from self._flush()
            if event == "start":
                self._enter(tag, is_block=is_block)
                if tag in _SILENT:
                    walk.skip_subtree()
                else:
                    self._take(element.text)
            else:
                self._leave(tag, is_block=is_block)
                self._take(element.tail if element is not part else None)
        yield from self._flush()

    def _enter(self, tag: str, *, is_block: bool) -> None:
        self._links += tag == "a"
        if is_block:
            self._tags.append(tag)
        elif tag == "br":
            self._parts.append(" ")

    def _leave(self, tag: str, *, is_block: bool) -> None:
        self._links -= tag == "a"
        if is_block:
            self._tags.pop()

    def _take(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            self._linked += len(text.strip()) if self._links else 0

    def _flush(self) -> Iterator[tuple[str, str, int]]:
        if told := " ".join("".join(self._parts).split()):
            yield (self._tags[-1] if self._tags else ""), told, self._linked
        self._parts, self._linked = [], 0
