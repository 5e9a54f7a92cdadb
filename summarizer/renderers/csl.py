"""The csl-json format: the sources as a bibliography for Zotero, Pandoc and others."""

from __future__ import annotations

import re
from typing import Any

from summarizer.model import Briefing, PartialDate, Source
from summarizer.model.json_text import json_text
from summarizer.renderers.options import RenderOptions
from summarizer.renderers.sanitize import is_web_address, sanitize

# What Pandoc takes for a key after "@" without braces.
_NO_KEY = re.compile(r"[^a-z0-9_]+")
# What citation processors take for markup.
_RICH = re.compile(r"<(/?(?:i|b|sc|sup|sub|span)\b[^<>]*)>", re.IGNORECASE)
_INFERRED = "Date inferred from other reports of the story."
_PARTS = {"year": 1, "month": 2}


def render_csl(briefing: Briefing, _layout: RenderOptions) -> str:
    """Write the sources as CSL-JSON, one item each in their order; what is not known is left out.

    Source:
        Citation Style Language 1.0.2, appendices III (types) and IV (variables), and its JSON schema csl-data.json.
    """
    keys: set[str] = set()
    return json_text([_item(source, _key(source, keys)) for source in briefing.sources])


def _item(source: Source, key: str) -> dict[str, Any]:
    outlet, credit, url = (_plain(text) for text in (source.outlet, source.credit, source.url))
    author = _plain(source.author) or credit  # without a byline, the wire whose story it is
    is_named = outlet or author
    fields = {
        "title": _plain(source.title) or ("" if is_named or url else f"[{_plain(source.document)}]"),
        "container-title": outlet,
        "author": [{"literal": author}] if author else None,
        "issued": _date(source.published) if source.published else None,
        "source": credit,
        "URL": url if is_web_address(url) else "",
        "language": _plain(source.language),
        # Readers take "name: value" here for a field: only words of ours may stand in a note.
        "note": _INFERRED if source.published and source.published_is == "inferred" else "",
    }
    told = {name: value for name, value in fields.items() if value}
    return {"id": key, "type": "webpage" if url and not is_named else "article-newspaper", **told}


def _plain(text: str | None) -> str:
    return _RICH.sub("＜\\1＞", sanitize(text or ""))


def _key(source: Source, taken: set[str]) -> str:
    """Return a key of its own for a source, from the id of its report, which stays while numbers change."""
    stem = _NO_KEY.sub("-", source.document.casefold()).strip("-") or f"source-{source.number}"
    key = stem
    number = 1
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    taken.add(key)
    return key


def _date(moment: PartialDate) -> dict[str, Any]:
    """A day is the finest that CSL knows."""
    day = moment.day
    return {"date-parts": [[day.year, day.month, day.day][: _PARTS.get(moment.precision, 3)]]}
