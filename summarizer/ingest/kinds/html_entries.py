"""The entries of a live blog: where in its text each begins, and when it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from summarizer.ingest.kinds.html_markup import Markup, fold
from summarizer.ingest.kinds.moments import parse_moment
from summarizer.model import Entry, Moment

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OPENING = 80  # characters of an entry by which it is found in the text
_TAG = re.compile(r"<[^<>]*>")


def find_entries(markup: Markup, text: str) -> tuple[Entry, ...]:
    """Find where the entries of a live blog begin, by its JSON-LD and by its marked elements.

    Args:
        markup: The page.
        text: The text that was read from it.

    Returns:
        Those that the text holds and the page dates, in the order of the text; nothing for a page that is none.
    """
    told = (*_linked(markup), *_marked(markup.tree))
    found = {
        at: moment
        for opening, moment in reversed(told)
        if moment and opening and (at := text.find(opening[:_OPENING])) >= 0
    }
    return tuple(Entry(start=at, published=moment) for at, moment in sorted(found.items(), key=lambda one: one[0]))


def find_entries_text(markup: Markup) -> str:
    """Return the bodies of all entries that a live blog's JSON-LD carries, in its order; "" where it has none."""
    bodies = (update.get("articleBody") for update in _updates(markup))
    return "\n\n".join(body for body in bodies if isinstance(body, str))


def _updates(markup: Markup) -> Iterator[dict[str, Any]]:
    for updates in markup.of_linked("liveBlogUpdate"):
        yield from (one for one in (updates if isinstance(updates, list) else [updates]) if isinstance(one, dict))


def _linked(markup: Markup) -> Iterator[tuple[str, Moment | None]]:
    """The opening of each update in JSON-LD, as a text has it, and its time."""
    for update in _updates(markup):
        body = update.get("articleBody")
        lines = (fold(_TAG.sub(" ", line)) for line in body.splitlines()) if isinstance(body, str) else ()
        yield next(filter(None, lines), ""), parse_moment(str(update.get("datePublished") or ""))


def _marked(tree: HtmlElement) -> Iterator[tuple[str, Moment | None]]:
    """The opening paragraph of each element that is marked as an update, and the first time in it."""
    for element in tree.iter("article", "div", "li", "section"):
        if "liveBlogUpdate" in (element.get("itemprop") or "").split():
            given = (one.get("datetime") or one.get("content") for one in element.iter("time", "meta"))
            moments = (parse_moment(value) for value in given if value)
            paragraphs = (fold("".join(one.itertext())) for one in element.iter("p"))
            yield next(filter(None, paragraphs), ""), next(filter(None, moments), None)
