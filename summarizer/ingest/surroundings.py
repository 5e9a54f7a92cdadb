"""What stands around the story of a report: what finders of metadata look at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.model import Document, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the finders look at: the lines that are not story by rule, the ends of the story, and the whole."""

    document: Document
    kept: tuple[str, ...]
    dropped: tuple[tuple[str, str], ...]  # (rule, text)
    head: tuple[tuple[str, str], ...]  # those before the story
    tail: tuple[tuple[str, str], ...]  # those after it

    def dropped_by(self, *rules: str) -> list[str]:
        """Return the lines that went by one of some rules."""
        return [text for rule, text in self.dropped if rule in rules]


def open_surroundings(document: Document) -> Surroundings:
    """Gather the lines of a cleaned document, white space and asterisks of emphasis left out."""
    text = document.text
    spans = document.kept or ()
    first = spans[0].start if spans else len(text)
    pieces = sorted(document.dropped, key=lambda drop: drop.span)
    dropped = tuple((drop.rule, _folded(drop.span, text)) for drop in pieces)
    head = tuple((drop.rule, _folded(drop.span, text)) for drop in pieces if drop.span.start < first)
    last = spans[-1].end if spans else 0
    tail = tuple((drop.rule, _folded(drop.span, text)) for drop in pieces if drop.span.start >= last)
    kept = tuple(_folded(span, text) for span in spans)
    return Surroundings(document=document, kept=kept, dropped=dropped, head=head, tail=tail)


def _folded(span: Span, text: str) -> str:
    folded = " ".join(span.of(text).split())
    if "*" not in folded and "_" not in folded:
        return folded
    return re.sub(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)", "", folded)
