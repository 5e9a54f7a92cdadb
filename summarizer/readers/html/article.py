"""Which blocks of a page are its article: those of trafilatura, corrected by the page's template."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.cleaning.boilerplate_rules import RULES
from summarizer.cleaning.page_lines import read_lines
from summarizer.readers.html.blocks import is_inline

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from summarizer.readers.html.blocks import Block

_ALIKE = 0.5  # share of a block's runs of three words that an extraction must hold: it may lose links and marks
_MAIN = 0.2  # share of the story's letters that make a place of the template the story's own
_STORY = 3  # long paragraphs that are a story
_NOTICES = 8  # blocks that a notice takes at most
_LABEL = 4  # words of a label at most ("Read more", "Don't miss", "Leggi anche")
_LABEL_LETTERS = 30
_ENDS = (".", "!", "?", "…", "”", '"', "’", "»", ")", "。", "！", "？", "」")
_MARKED = 8_000  # elements that run on in their lines, in a page
_LINKED = 0.8  # share of links from which a block points elsewhere and tells nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The blocks of a page and its titles, as words in lower case."""

    blocks: list[Block]
    titles: frozenset[str]


Chosen = set[int]
Step = Callable[[Page, Chosen], Chosen]


def find_body(tree: HtmlElement, blocks: list[Block], titles: frozenset[str]) -> list[Block]:
    """Find the blocks that are a page's article, in order.

    Args:
        tree: The page, without comments; it is left as it was.
        blocks: Its blocks.
        titles: What the page gives as its title, by `as_words`.
    """
    page = Page(blocks=blocks, titles=titles)
    chosen = match_blocks(page.blocks, extract(tree)) or all_prose(page.blocks)
    for step in STEPS.values():
        chosen = step(page, chosen)
    return [page.blocks[at] for at in sorted(chosen)]


def extract(tree: HtmlElement) -> list[str]:
    """Return the lines of text that trafilatura takes for the article."""
    import trafilatura

    text = trafilatura.extract(_with_plain_text(tree), fast=True, include_comments=False, include_tables=True) or ""
    return [line.removeprefix("- ") for line in text.split("\n")]


def _with_plain_text(tree: HtmlElement) -> HtmlElement:
    """Return a page whose text runs on, where thousands of elements part it: each is a step in each look back."""
    from lxml import etree, html

    inside = (element.tag for element in tree.iter() if isinstance(element.tag, str) and is_inline(element.tag))
    if next(islice(inside, _MARKED, None), None) is None:
        return tree
    bare = deepcopy(tree)
    etree.strip_tags(bare, *{element.tag for element in bare.iter(etree.Element) if is_inline(element.tag)})
    return html.document_fromstring(etree.tostring(bare, encoding="unicode", method="html"))


def match_blocks(blocks: list[Block], lines: list[str]) -> Chosen:
    """Find the blocks that an extraction holds: long ones by their words, short ones only in reach of long ones."""
    lined = [re.findall(r"\w+", line) for line in lines]
    words = [word for line in lined for word in line]
    runs = set(zip(words, words[1:], words[2:], strict=False))
    running, whole = f" {' '.join(words)} ", {" ".join(line) for line in lined}

    def is_held(block: Block) -> bool:
        tokens = block.tokens
        own = set(zip(tokens, tokens[1:], tokens[2:], strict=False))
        if block.is_long and own:
            return len(own & runs) >= _ALIKE * len(own)
        return (told := " ".join(tokens)) in whole or f" {told} " in running

    held = [is_held(block) for block in blocks]
    long = [at for at, block in enumerate(blocks) if held[at] and block.is_long]
    if not long:
        return {at for at, is_in in enumerate(held) if is_in}
    first, last = long[0], long[-1]
    while last + 1 < len(blocks) and held[last + 1]:
        last += 1
    while first > 0 and held[first - 1]:
        first -= 1
    return {at for at in range(first, last + 1) if held[at]}


def all_prose(blocks: list[Block]) -> Chosen:
    """Where nothing was extracted (a few lines, a language without spaces): all that is no link, long blocks if any."""
    prose = {at for at, block in enumerate(blocks) if block.linked <= 0.5}
    return {at for at in prose if blocks[at].is_long} or prose


def as_words(text: str) -> str:
    """Return a text's words in lower case, for comparing titles."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _take_story_below_headline(page: Page, chosen: Chosen) -> Chosen:
    """Where nothing was taken of what stands below the headline, set alike, that is the story: a notice was taken."""
    headlines = [at for at, block in enumerate(page.blocks) if block.is_heading and as_words(block.text) in page.titles]
    for headline in headlines[:1]:
        below = [
            at
            for at, block in enumerate(page.blocks)
            if at > headline and block.is_long and block.linked <= 0.5 and not block.is_heading
        ]
        story = {at for at in below if page.blocks[at].place == page.blocks[below[0]].place}
        if len(story) >= _STORY and not story & chosen:
            return story
    return chosen


def _take_story_beside_notices(page: Page, chosen: Chosen) -> Chosen:
    """Where all that was taken are notices, the most that stands elsewhere and is set alike is the story."""
    if not 0 < len(chosen) <= _NOTICES or not all(is_notice(page.blocks[at].text) for at in chosen):
        return chosen
    places: dict[int, Chosen] = {}
    for at, block in enumerate(page.blocks):
        is_prose = block.is_long and block.linked <= 0.5 and not block.is_heading
        if is_prose and at not in chosen and not is_notice(block.text):
            places.setdefault(block.place, set()).add(at)
    story = max(places.values(), key=lambda found: sum(len(page.blocks[at].text) for at in found), default=chosen)
    return story if len(story) >= _STORY else chosen


def is_notice(text: str) -> bool:
    """Tell whether each line of a text is what publishers say of their page, and no story."""
    return all(any(rule(line) for rule in RULES.values()) for line in read_lines(text, ""))


def drop_titles(page: Page, chosen: Chosen) -> Chosen:
    """The title is told apart from the body, wherever it is said again."""
    return {at for at in chosen if as_words(page.blocks[at].text) not in page.titles}


def drop_links(page: Page, chosen: Chosen) -> Chosen:
    """A line that is all link points to another story, but not where it is a quotation's."""
    return {at for at in chosen if page.blocks[at].linked <= _LINKED}


def _add_template_mates(page: Page, chosen: Chosen) -> Chosen:
    """A page sets all paragraphs of its story in the same places of its template: take those that were missed.

    Not beyond another title: what stands there is another story, set in the same template.
    """
    letters: Counter[int] = Counter()
    for at in chosen:
        letters[page.blocks[at].place] += len(page.blocks[at].text) * page.blocks[at].is_long
    main = {place for place, count in letters.items() if count >= _MAIN * letters.total()}
    spine = [at for at in chosen if page.blocks[at].is_long]
    articles = {page.blocks[at].article for at in spine}
    chapters = {page.blocks[at].chapter for at in spine}
    return chosen | {
        at
        for at, block in enumerate(page.blocks)
        if block.place in main and block.linked <= 0.5 and block.article in articles and block.chapter in chapters
    }


def _add_quotations(page: Page, chosen: Chosen) -> Chosen:
    """Quotations and embedded posts amid the story are part of it."""
    if not chosen:
        return chosen
    inside = range(min(chosen), max(chosen) + 1)
    blocks = page.blocks
    return chosen | {
        at for at in inside if blocks[at].quoted or (blocks[at].tag == "figcaption" and blocks[at - 1].quoted)
    }


def drop_copies(page: Page, chosen: Chosen) -> Chosen:
    """The same words in another place of the template are a copy, for a caption, a teaser or another screen."""
    kept: dict[tuple[str, ...], int] = {}
    out = set()
    for at in sorted(chosen):
        block = page.blocks[at]
        if not block.is_long or kept.setdefault(block.tokens, block.place) == block.place:
            out.add(at)
    return out


def _drop_bare_headings(page: Page, chosen: Chosen) -> Chosen:
    """A heading with nothing of the story right below it headed what was dropped; so did a label before links."""
    blocks, out = page.blocks, set(chosen)
    for at in sorted(chosen, reverse=True):
        is_followed = at + 1 in out
        leads_away = at + 1 == len(blocks) or blocks[at + 1].linked > _LINKED
        if not is_followed and (blocks[at].is_heading or (leads_away and _is_label(blocks[at]))):
            out.discard(at)
    return out


def _is_label(block: Block) -> bool:
    return len(block.tokens) <= _LABEL and len(block.text) <= _LABEL_LETTERS and not block.text.endswith(_ENDS)


def _drop_captions(page: Page, chosen: Chosen) -> Chosen:
    """What a picture shows is no part of the story, and the picture is not here; below a quotation it tells whose."""
    blocks = page.blocks
    return {at for at in chosen if blocks[at].tag != "figcaption" or (at > 0 and blocks[at - 1].quoted)}


STEPS: dict[str, Step] = {
    "headline": _take_story_below_headline,
    "notices": _take_story_beside_notices,
    "titles": drop_titles,
    "links": drop_links,
    "template": _add_template_mates,
    "quotations": _add_quotations,
    "copies": drop_copies,
    "bare headings": _drop_bare_headings,
    "captions": _drop_captions,
}
