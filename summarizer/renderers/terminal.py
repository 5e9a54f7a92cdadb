"""The terminal format, in colour or as plain text for a pipe."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.model import Briefing, DateRange, Discrepancy, Point, Source
from summarizer.renderers.discrepancies import (
    SPELLINGS,
    asides,
    heading_of,
    marks,
    order_of,
    shown,
    sources_of,
    spellings,
    told_by,
)
from summarizer.renderers.numbering import number_points
from summarizer.renderers.options import RenderOptions
from summarizer.renderers.sanitize import sanitize
from summarizer.renderers.terminal_page import Page, Part, cites
from summarizer.renderers.terminal_sources import put_sources
from summarizer.renderers.update_lines import blocks_of, summary_of
from summarizer.renderers.wording import (
    about_of,
    as_of,
    byline,
    cited_for,
    glossing,
    letter,
    notes_of,
    period,
    standing,
    title_mark,
    who,
)


def render_terminal(briefing: Briefing, layout: RenderOptions) -> str:
    """Write a briefing wrapped to the layout's width; without colour it holds no control character at all."""
    page = Page(layout)
    page.title(briefing.title if briefing.title.strip() else "Briefing", title_mark(briefing))
    page.paragraph([(" ".join(filter(None, (as_of(briefing), about_of(briefing)))), "own")])
    if briefing.since:
        page.paragraph([(summary_of(briefing), "note")])
    for section, points in number_points(briefing):
        if section.heading is None:
            page.gap()
        else:
            page.heading(section.heading, period(section.when))
        for number, point in points:
            _put_point(page, number, point, section.when, marks(briefing, point))
    _put_update(page, briefing)
    _put_differences(page, briefing)
    put_sources(page, briefing)
    _put_notes(page, briefing)
    return str(page)


def _put_point(page: Page, number: int, point: Point, when: DateRange | None, said: Iterable[str]) -> None:
    speaker = sanitize(byline(point))
    page.paragraph(
        [
            (point.text, "report"),
            (f"— {speaker}" if speaker else "", "own"),
            (glossing(point, when), "own"),
            *cites(cited_for(point.citations, point.text)),
            (standing(point, said), "note"),
        ],
        marker=f"{number}.",
    )


def _put_update(page: Page, briefing: Briefing) -> None:
    for block in blocks_of(briefing):
        page.heading(block.heading)
        for line in block.lines:
            page.paragraph(line.parts, marker="-", indent=2 if line.is_under else 0)


def _put_differences(page: Page, briefing: Briefing) -> None:
    numbers = {source.number: source for source in briefing.sources}
    told, spelt, more = shown(briefing), spellings(briefing), asides(briefing)
    if not (told or spelt or more):
        return
    page.heading(heading_of(briefing))
    for index, discrepancy in told:
        _put_discrepancy(page, index, discrepancy, numbers)
    if spelt:
        parts: list[Part] = [(f"{SPELLINGS}:", "own")]
        for one in spelt:
            end = "." if one is spelt[-1] else ";"
            for reading in one.readings:
                last = reading is one.readings[-1]
                cites = "".join(f"[{number}]" for number in sources_of(reading))
                parts += [(reading.value, "report"), (cites + (end if last else ""), "cite")]
                parts += [] if last else [("/", "own")]
        page.paragraph(parts)
    if more:
        page.paragraph([(more, "own")])


def _put_discrepancy(page: Page, index: int, discrepancy: Discrepancy, numbers: dict[int, Source]) -> None:
    sign = f"{letter(index)}."
    order = order_of(discrepancy)
    page.paragraph([(discrepancy.about + ("," if order else ""), "report"), (order, "own")], marker=sign)
    for reading in discrepancy.readings:
        parts: list[Part] = []
        told = told_by(discrepancy, reading)
        for wording, when in told:
            parts += [(wording.words + ("" if when else ":"), "report"), (f"{when}:" if when else "", "own")]
            cited = sources_of(wording)
            end = "" if wording is told[-1][0] else ";"
            for number in cited:
                parts += [(who(numbers[number]), "name"), (f"[{number}]{end if number == cited[-1] else ','}", "cite")]
        page.paragraph(parts, marker="-", indent=len(sign) + 1)


def _put_notes(page: Page, briefing: Briefing) -> None:
    if not (briefing.notes or briefing.unused or briefing.signature):
        return
    page.heading("Sourcing note")
    for note in notes_of(briefing):
        page.paragraph([(note, "note")], marker="•")
    for unused in briefing.unused:
        page.paragraph([("Not cited:", "own"), (f"{unused.document}:", "report"), (unused.why, "own")], marker="•")
    if briefing.signature:
        page.paragraph([("Signature:", "own"), (briefing.signature, "report")], marker="•")
