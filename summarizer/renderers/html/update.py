"""Writes what is new since an earlier briefing into the page, each number a link to its passage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from summarizer.model import Briefing, Citation, Point, Source
from summarizer.renderers.html.passages import Key, QuotedPassage, key_of
from summarizer.renderers.sanitize import quoted
from summarizer.renderers.update_lines import Line, at_hand, novelty_of
from summarizer.renderers.wording import who

_NUMBER = re.compile(r"\[(\d+)\]")
_TAGS = {"report": Markup('<q class="words" dir="auto">{}</q>'), "name": Markup('<span dir="auto">{}</span>')}
_OWN = Markup('<span class="own">{}</span>')
_CITE = Markup('<a class="cite" href="#{}" aria-label="[{}] {}" title="{}">[{}]</a>')


class UpdateWriter:
    """Writes lines and marks in which numbers of reports lead to passages.

    Args:
        briefing: The briefing.
        passages: Every passage that it cites.
        sources: Its reports by number.
    """

    def __init__(
        self, briefing: Briefing, passages: Mapping[Key, QuotedPassage], sources: Mapping[int, Source]
    ) -> None:
        self._briefing, self._passages, self._sources = briefing, passages, sources

    def line(self, line: Line) -> Markup:
        """Write the parts of a line."""
        return Markup(" ").join(self._part(words, role, line.cited) for words, role in line.parts)

    def novelty(self, point: Point) -> Markup:
        """Write whether a point is new, and what told it before; nothing where no report is new."""
        told = at_hand(point.since.told_by, self._briefing) if point.since else ()
        return self._linked(novelty_of(self._briefing, point), told)

    def summary(self, words: str) -> Markup:
        """Write how much is new."""
        return self._linked(words, ())

    def _part(self, words: str, role: str, cited: Iterable[Citation]) -> Markup:
        if role == "cite":
            return self._linked(words, cited)
        return _TAGS.get(role, _OWN).format(quoted(words))

    def _linked(self, words: str, cited: Iterable[Citation]) -> Markup:
        """Our own words, in which each "[n]" leads to the passage of report n that is cited, else to the report."""
        targets = {one.source: passage.id for one in cited if (passage := self._passages.get(key_of(one)))}
        written, end = Markup(""), 0
        for match in _NUMBER.finditer(words):
            number = int(match[1])
            name = quoted(who(self._sources[number]))
            written += escape(words[end : match.start()])
            written += _CITE.format(targets.get(number, f"r{number}"), number, name, name, number)
            end = match.end()
        return written + escape(words[end:])
