"""Marks passages and removed stretches in a report's text, side by side, nested or crossing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from summarizer.model import DroppedSpan
from summarizer.renderers.html.passages import QuotedPassage
from summarizer.renderers.sanitize import visible

_WRAPPED = 120  # characters: a longer line was not wrapped by hand, so that its end is the end of a paragraph
_SIDEWAYS = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a text that is marked, whole or a piece of what was cut at the end of another."""

    start: int
    end: int
    mark: QuotedPassage | DroppedSpan
    is_first: bool = True
    is_last: bool = True

    @property
    def order(self) -> tuple[int, int]:
        """By its start, the longer one first: it is to hold the shorter one."""
        return self.start, -self.end


def stretches_of(passages: Iterable[QuotedPassage], drops: Iterable[DroppedSpan]) -> list[Stretch]:
    """Return all that is marked in one report, in order."""
    marks: list[QuotedPassage | DroppedSpan] = [*passages, *drops]
    marked = [Stretch(start=mark.span.start, end=mark.span.end, mark=mark) for mark in marks]
    return sorted(marked, key=lambda stretch: stretch.order)


def mark_text(text: str, start: int, end: int, stretches: Sequence[Stretch]) -> Markup:
    """Write a part of a report as paragraphs, with all that is marked in it.

    Args:
        text: The report.
        start: Where the part begins.
        end: Where it ends.
        stretches: What is marked, in order; what lies outside of the part is left out.

    Returns:
        One `<p>` a paragraph; line feeds within it stay, for a style that shows them.
    """
    paragraphs = _paragraphs(text, start, end)
    pieces: list[list[Stretch]] = [[] for _ in paragraphs]
    for stretch in stretches:
        for index, piece in _cut(stretch, paragraphs):
            pieces[index].append(piece)
    written = []
    for (begin, stop), marked in zip(paragraphs, pieces, strict=True):
        words, _ = _nested(text, begin, stop, marked, is_outermost=True)
        written.append(f"<p>{words}</p>")
    return Markup("\n".join(written))  # noqa: S704 - every word of a report in it went through `escape`


def back_links(passages: Iterable[QuotedPassage]) -> Markup:
    """Write the links from passages back to what cites them, each once: points by number, then differences."""
    found = {back for passage in passages for back in passage.backs}
    backs = sorted(found, key=lambda back: (back.target[0] == "d", len(back.label), back.label))
    links = Markup("").join(
        Markup('<a href="#{}" aria-label="back to {}" title="cited by {}">{}</a>').format(
            back.target, back.name, back.name, back.label
        )
        for back in backs
    )
    return Markup('<span class="backs" lang="en" dir="ltr">{}</span>').format(links)


def _paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """An empty line ends a paragraph; so does the end of a line beside one too long to have been wrapped by hand."""
    bounds: list[tuple[int, int]] = []
    begin = start
    was_long = False
    at = start
    for line in text[start:end].splitlines(keepends=True) if start < end else ():
        is_long, is_empty = len(line) > _WRAPPED, not line.strip()
        if (is_empty or is_long or was_long) and begin < at:
            bounds.append((begin, at))
            begin = at
        was_long = is_long
        at += len(line)
        if is_empty:
            begin = at
    bounds.append((begin, end))
    return [_trimmed(text, *one) for one in bounds if text[one[0] : one[1]].strip()]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _cut(stretch: Stretch, paragraphs: Sequence[tuple[int, int]]) -> list[tuple[int, Stretch]]:
    """Cut a stretch at the ends of paragraphs: the number of each paragraph, and its piece."""
    found = []
    first = bisect_right(paragraphs, stretch.start, key=lambda bounds: bounds[1])
    for index in range(first, len(paragraphs)):
        begin, stop = paragraphs[index]
        if begin >= stretch.end:
            break
        found.append((index, max(begin, stretch.start), min(stop, stretch.end)))
    last = len(found) - 1
    return [
        (index, replace(stretch, start=begin, end=stop, is_first=number == 0, is_last=number == last))
        for number, (index, begin, stop) in enumerate(found)
    ]


def _nested(
    text: str, start: int, end: int, stretches: Sequence[Stretch], *, is_outermost: bool
) -> tuple[str, list[QuotedPassage]]:
    """Write a part of a text with what is marked in it; what crosses the end of another is cut there.

    Returns:
        The HTML, and the passages that end in it: links back stand behind the outermost mark, never within a quotation.
    """
    waiting = sorted(stretches, key=lambda stretch: stretch.order, reverse=True)
    ended: list[QuotedPassage] = []
    written, at = [], start
    while waiting:
        outer = waiting.pop()
        inner, crossing = _held_by(outer, waiting)
        if crossing:
            waiting = sorted([*waiting, *crossing], key=lambda stretch: stretch.order, reverse=True)
        words, done = _nested(text, outer.start, outer.end, inner, is_outermost=False)
        if isinstance(outer.mark, QuotedPassage) and outer.is_last:
            done.insert(0, outer.mark)
        written += [_words(text[at : outer.start]), _tagged(outer, words)]
        if is_outermost and done:
            written.append(back_links(done))
        ended += done
        at = outer.end
    written.append(_words(text[at:end]))
    return "".join(written), ended


def _held_by(outer: Stretch, waiting: list[Stretch]) -> tuple[list[Stretch], list[Stretch]]:
    """Take what begins within a stretch off those that wait: the pieces inside of it, and what remains behind it."""
    inner: list[Stretch] = []
    crossing: list[Stretch] = []
    while waiting and waiting[-1].start < outer.end:
        other = waiting.pop()
        if other.end > outer.end:
            inner.append(replace(other, end=outer.end, is_last=False))
            crossing.append(replace(other, start=outer.end, is_first=False))
        else:
            inner.append(other)
    return inner, crossing


def _tagged(stretch: Stretch, words: str) -> str:
    mark = stretch.mark
    if isinstance(mark, DroppedSpan):
        return f'<span class="drop" title="dropped: {escape(visible(mark.rule))}">{words}</span>'
    name = f' id="{mark.id}" tabindex="-1"' if stretch.is_first else ""
    kind = "" if mark.kind == "whole" else f' class="{mark.kind}"'
    return f'<mark{kind}{name} data-c="{mark.id}">{words}</mark>'


def _words(text: str) -> str:
    return str(escape(_SIDEWAYS.sub(" ", visible(text))))
