"""The entries of a live blog that only its text tells, by the times of day at their heads."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from summarizer.language import calls_itself_live, read_heads
from summarizer.model import Document, Drop, Entry, Moment, Span

_TITLE = 200  # letters of a first line that may be a title
_RULE = "time of an entry"


def find_told_entries(document: Document) -> Document:
    """Find the entries of a live blog by the times at their heads, which are taken out of its story.

    Nothing is found unless the report calls itself one, is of one day, and its times are in order.

    Args:
        document: A report, cleaned, with its title and its date.
    """
    published, language = document.published, document.language or "en"
    if document.entries or published is None or published.precision not in ("minute", "day"):
        return document
    if document.updated and document.updated.day != published.day:
        return document
    titles = document.title or "", *document.text.lstrip()[:_TITLE].splitlines()[:1]
    if not any(calls_itself_live(title, document.url or "", language) for title in titles):
        return document
    heads = read_heads(document.text, datetime.combine(published.day, time()), language)
    if not heads:
        return document
    ends = {head.start: head.end for head in heads}
    cut = [(span, ends.get(span.start, span.start)) for span in document.kept or ()]
    drops = [Drop(span=Span(start=span.start, end=end), rule=_RULE) for span, end in cut if end > span.start]
    return replace(
        document,
        entries=tuple(Entry(start=head.start, published=Moment(value=head.told, precision="minute")) for head in heads),
        kept=tuple(Span(start=end, end=span.end) for span, end in cut if end < span.end),
        dropped=tuple(sorted((*document.dropped, *drops), key=lambda drop: drop.span.start)),
    )
