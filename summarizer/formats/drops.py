"""Shows which stretches of a report are no part of its story, each with the rule that said so."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.formats.harmless import shortened
from summarizer.formats.page import Surface
from summarizer.model import Document, Drop, Omission

_LEAST = 20


def put_drops(page: Surface, document: Document, drops: Iterable[Drop], *, indent: int = 0) -> None:
    """Put one line a dropped stretch: its rule, and as much of its start as the line holds."""
    for drop in drops:
        _put(page, drop.rule, drop.span.of(document.text), indent)


def put_omissions(page: Surface, omissions: Iterable[Omission], *, indent: int = 0) -> None:
    """Put one line for each thing that a file held and its report does not: why, and as much as the line holds."""
    for omission in omissions:
        _put(page, omission.rule, omission.text, indent)


def _put(page: Surface, rule: str, text: str, indent: int) -> None:
    room = page.columns - indent - len(f"- {rule}: ")
    start = shortened(text, max(room, _LEAST))
    page.paragraph([(f"{rule}:", "own"), (start, "report")], marker="-", indent=indent)
