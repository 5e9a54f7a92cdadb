"""The words of a point, with each stretch that a passage backs in part, to be lit up with its citation."""

from __future__ import annotations

from itertools import pairwise

from markupsafe import Markup, escape

from summarizer.formats.harmless import harmless, quoted
from summarizer.formats.phrases import by_extent, cited_for
from summarizer.model import Point, Span

LIT = 12  # stretches of one point that the style can light up; the words beside a citation tell them all


def write_stretches(point: Point) -> Markup:
    """Write a point's text; what its n-th citation in part backs has the class "b<n>"; pieces may have several."""
    words = quoted(point.text)
    _, in_part = by_extent(cited_for(point.citations, point.text))
    spans = [_shown(point.text, one.citation.backed) for one in in_part[:LIT] if one.citation.backed]
    cuts = sorted({0, len(words), *(edge for span in spans for edge in (span.start, span.end))})
    written = Markup("")
    for start, end in pairwise(cuts):
        names = [f"b{number}" for number, span in enumerate(spans, 1) if span.start <= start and end <= span.end]
        piece = escape(words[start:end])
        written += Markup('<span class="{}">{}</span>').format(" ".join(names), piece) if names else piece
    return written


def _shown(text: str, span: Span) -> Span:
    """Where a stretch of a text stands in what is shown of it, which has other white space and fewer characters."""
    # A letter behind keeps the white space before it.
    start = len(harmless(text[: span.start] + "x")) - 1
    return Span(start=start, end=max(start, len(harmless(text[: span.end]))))
