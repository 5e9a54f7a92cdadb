"""The text format: the statements alone, one a line, in reading order."""

from __future__ import annotations

from summarizer.formats.harmless import harmless
from summarizer.formats.layout import Layout
from summarizer.model import Briefing


def render_text(briefing: Briefing, _layout: Layout) -> str:
    """Write the statements, each on one line of its own, and nothing else."""
    return "\n".join(harmless(point.text) for point in briefing.points)
