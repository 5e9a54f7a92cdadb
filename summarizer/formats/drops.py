"""Shows which stretches of a report are no part of its story, each with the rule that said so."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.formats.harmless import shortened
from summarizer.formats.page import Surface
from summarizer.model import Document, Drop

_LEAST = 20


def put_drops(page: Surface, document: Document, drops: Iterable[Drop], *, indent: int = 0) -> None:
    """Put one line a dropped stretch: its rule, and as much of its start as the line holds."""
    for drop in drops:
        room = page.columns - indent - len(f"- {drop.rule}: ")
        start = shortened(drop.span.of(document.text), max(room, _LEAST))
        page.paragraph([(f"{drop.rule}:", "own"), (start, "report")], marker="-", indent=indent)
