"""The text format: the statements alone, one a line."""

from __future__ import annotations

from summarizer.model import Briefing
from summarizer.renderers.options import Layout
from summarizer.renderers.sanitize import harmless


def render_text(briefing: Briefing, _layout: Layout) -> str:
    """Write the statements, each on one line of its own, and nothing else."""
    return "\n".join(harmless(point.text) for point in briefing.points)
