"""The json format: a whole briefing for machines, schema `summarizer/briefing/2`."""

from __future__ import annotations

from summarizer.model import Briefing
from summarizer.renderers.options import RenderOptions


def render_json(briefing: Briefing, _layout: RenderOptions) -> str:
    """Write a briefing as JSON text, which `Briefing.from_json` reads back without loss."""
    return briefing.to_json()
