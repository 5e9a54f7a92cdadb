"""The html format: one page that needs nothing but itself, the briefing beside the reports that it quotes."""

from __future__ import annotations

from summarizer.formats.layout import Layout
from summarizer.model import Briefing


def render_html(briefing: Briefing, layout: Layout) -> str:
    """Write a briefing as one HTML page that loads nothing.

    With `layout.run` the page holds the reports, each passage marked where it stands, and pictures of who says what;
    without it, the quoted passages alone, and it says so.
    """
    from summarizer.formats.html.page import write_page  # Jinja2 is loaded for this format alone

    return write_page(briefing, layout)


__all__ = ["render_html"]
