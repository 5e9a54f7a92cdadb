"""Numbers the points and the passages of a briefing, in the order in which a reader meets them."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from summarizer.model import Briefing, Point, Section
from summarizer.renderers.discrepancies import shown, spellings
from summarizer.renderers.wording import Cited, cited_for


def number_points(briefing: Briefing) -> list[tuple[Section, list[tuple[int, Point]]]]:
    """Number the points through the whole briefing, from 1: each section with its own.

    A section without a heading stands under the one before it: its days are those that the reader sees there.
    """
    numbers, above = count(1), None
    found = []
    for section in briefing.sections:
        if section.heading is None:
            section = replace(section, when=above)
        above = section.when
        found.append((section, [(next(numbers), point) for point in section.points]))
    return found


def number_passages(briefing: Briefing) -> dict[Cited, int]:
    """Number each passage cited once, from 1, in the order in which a reader meets them.

    A passage that backs parts of several points is one for each, since its footnote tells which part.
    """
    cited = [one for point in briefing.points for one in cited_for(point.citations, point.text)]
    differences = [*(one for _, one in shown(briefing)), *spellings(briefing)]
    readings = [reading for discrepancy in differences for reading in discrepancy.readings]
    cited += [one for reading in readings for one in cited_for(reading.citations)]
    return {one: number for number, one in enumerate(dict.fromkeys(cited), start=1)}
