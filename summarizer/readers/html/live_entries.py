"""The entries of a live blog: where each begins, and when it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, Any

from summarizer.model import LiveEntry, PartialDate
from summarizer.readers.html.page import Markup, fold
from summarizer.readers.timestamps import parse_timestamp

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OPENING = 80  # characters of an entry by which it is found in the text
_FEWEST = 3  # elements with times that tell a live blog from a report with a few
_HIGHEST = 6  # elements above a time, itself included, among which that of its entry is
_MOST_OF = 0.5  # share of the text that stands in entries: teasers below a story are fewer words than it
_TAG = re.compile(r"<[^<>]*>")


def find_entries(markup: Markup, text: str) -> tuple[LiveEntry, ...]:
    """Find where the entries of a live blog begin, by its JSON-LD and its marked elements, else by times in elements.

    Args:
        markup: The page.
        text: The text that was read from it.

    Returns:
        Those that the text holds and the page dates, in the order of the text; nothing for a page that is none.
    """
    told = (*_linked(markup), *_marked(markup.tree))
    told = told or _timed(markup.tree, len(text))
    found = {
        at: moment
        for opening, moment in reversed(told)
        if moment and opening and (at := text.find(opening[:_OPENING])) >= 0
    }
    return tuple(LiveEntry(start=at, published=moment) for at, moment in sorted(found.items(), key=lambda one: one[0]))


def find_entries_text(markup: Markup) -> str:
    """Return the bodies of all entries that a live blog's JSON-LD carries, in its order; "" where it has none."""
    bodies = (update.get("articleBody") for update in _updates(markup))
    return "\n\n".join(body for body in bodies if isinstance(body, str))


def _updates(markup: Markup) -> Iterator[dict[str, Any]]:
    for updates in markup.of_linked("liveBlogUpdate"):
        yield from (one for one in (updates if isinstance(updates, list) else [updates]) if isinstance(one, dict))


def _linked(markup: Markup) -> Iterator[tuple[str, PartialDate | None]]:
    """The opening of each update in JSON-LD, as a text has it, and its time."""
    for update in _updates(markup):
        body = update.get("articleBody")
        lines = (fold(_TAG.sub(" ", line)) for line in body.splitlines()) if isinstance(body, str) else ()
        yield next(filter(None, lines), ""), parse_timestamp(str(update.get("datePublished") or ""))


def _marked(tree: HtmlElement) -> Iterator[tuple[str, PartialDate | None]]:
    """The opening paragraph of each element that is marked as an update, and the first time in it."""
    for element in tree.iter("article", "div", "li", "section"):
        if "liveBlogUpdate" in (element.get("itemprop") or "").split():
            given = (one.get("datetime") or one.get("content") for one in element.iter("time", "meta"))
            moments = (parse_timestamp(value) for value in given if value)
            paragraphs = (fold("".join(one.itertext())) for one in element.iter("p"))
            yield next(filter(None, paragraphs), ""), next(filter(None, moments), None)


def _timed(tree: HtmlElement, length: int) -> tuple[tuple[str, PartialDate | None], ...]:
    """The opening paragraphs of the elements under one parent that each hold a time, and those times.

    They must be three, make up most of the text, and tell clocks in the order of time, forwards or backwards.
    """
    held: dict[HtmlElement, dict[HtmlElement, PartialDate | None]] = {}
    for element in tree.iter("time"):
        moment = parse_timestamp(element.get("datetime") or "")
        for child, parent in pairwise(islice(chain((element,), element.iterancestors()), _HIGHEST)):
            held.setdefault(parent, {}).setdefault(child, moment)
    parents = (children for children in held.values() if len(children) >= _FEWEST)
    return next((entries for children in parents if (entries := _read_timed(children, length))), ())


def _read_timed(
    children: Mapping[HtmlElement, PartialDate | None], length: int
) -> tuple[tuple[str, PartialDate | None], ...]:
    times = [moment for moment in children.values() if moment and moment.precision == "minute"]
    ranks = [moment.rank for moment in times]
    if len(times) < len(children) or len({moment.value.tzinfo is None for moment in times}) > 1:
        return ()
    if sorted(ranks) not in (ranks, ranks[::-1]) or ranks[0] == ranks[-1]:
        return ()
    told = [[fold("".join(one.itertext())) for one in child.iter("p")] for child in children]
    if sum(map(len, chain(*told))) < _MOST_OF * length:
        return ()
    return tuple((next(filter(None, lines), ""), moment) for lines, moment in zip(told, times, strict=True))
