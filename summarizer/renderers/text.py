"""The text format: the statements alone, one a line; since an earlier briefing with whether each is new."""

from __future__ import annotations

from summarizer.model import Briefing
from summarizer.renderers.options import RenderOptions
from summarizer.renderers.sanitize import sanitize
from summarizer.renderers.terminal_page import shown
from summarizer.renderers.update_lines import Line, blocks_of, summary_of


def render_text(briefing: Briefing, _layout: RenderOptions) -> str:
    """Write the statements, each on one line of its own, and nothing else.

    Where the briefing was held against an earlier one, each says first whether it is new. Before them stands how
    much is new, behind them what is told otherwise now.
    """
    told = [
        sanitize(point.text if point.since is None else f"{point.since.standing}: {point.text}")
        for point in briefing.points
    ]
    if briefing.since is None:
        return "\n".join(told)
    lines = [line for block in blocks_of(briefing) for line in ["", f"{block.heading}:", *map(_line, block.lines)]]
    return "\n".join([summary_of(briefing), "", *told, *lines])


def _line(line: Line) -> str:
    return ("  " if line.is_under else "") + " ".join(shown(words, role) for words, role in line.parts)
