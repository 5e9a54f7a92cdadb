"""The html format, as the registry calls it."""

from __future__ import annotations

from summarizer.model import Briefing
from summarizer.renderers.options import RenderOptions


def render_html(briefing: Briefing, layout: RenderOptions) -> str:
    """Write a briefing as one HTML page that loads nothing.

    With `layout.run` the page holds the reports, each passage marked where it stands, and pictures of who says what;
    without it, the quoted passages alone, and it says so.
    """
    from summarizer.renderers.html.page import write_page

    return write_page(briefing, layout)
