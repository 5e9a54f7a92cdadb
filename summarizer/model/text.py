"""Stretches of text."""

from __future__ import annotations

from dataclasses import dataclass


def count_words(text: str) -> int:
    """Count the words of a text: runs of characters that are not white space."""
    return len(text.split())


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a document's text, from `start` up to and without `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch itself."""
        return text[self.start : self.end]
