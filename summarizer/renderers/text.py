"""The text format: the statements alone, one a line."""

from __future__ import annotations

from summarizer.model import Briefing
from summarizer.renderers.options import RenderOptions
from summarizer.renderers.sanitize import sanitize


def render_text(briefing: Briefing, _layout: RenderOptions) -> str:
    """Write the statements, each on one line of its own, and nothing else."""
    return "\n".join(sanitize(point.text) for point in briefing.points)
