"""What a page says about itself, as it says it: its meta elements and its JSON-LD objects."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WRAPPING = re.compile(r"^\s*(?:<!--|(?://)?<!\[CDATA\[)|(?:-->|(?://)?\]\]>)\s*$")  # against readers of long ago
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\u200b\ufeff]")
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Newscast|VideoObject)$")


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
    return " ".join(_CONTROLS.sub("", html.unescape(text)).split())
