"""Briefings as text: one file a format, one table of them, and what shows the reasons behind a briefing."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.errors import SettingsError
from summarizer.formats.as_json import render_json
from summarizer.formats.comparison import render_comparison
from summarizer.formats.from_json import parse_briefing, schema
from summarizer.formats.layout import Layout
from summarizer.formats.markdown import render_markdown
from summarizer.formats.reasons import explain
from summarizer.formats.references import check_references
from summarizer.formats.reports import REPORT_FORMATS, write_reports
from summarizer.formats.sources import list_sources
from summarizer.formats.terminal import render_terminal
from summarizer.formats.text import render_text
from summarizer.model import Briefing

Format = Callable[[Briefing, Layout], str]

FORMATS: dict[str, Format] = {
    "terminal": render_terminal,
    "markdown": render_markdown,
    "json": render_json,
    "text": render_text,
}


def render(briefing: Briefing, name: str = "markdown", *, width: int | None = None, colour: bool = False) -> str:
    """Write a briefing in one of `FORMATS`.

    Every format but json shows control characters, zero-width characters and markup of the reports as text that does
    nothing, and white space within a statement as one space; json keeps each character.

    Args:
        briefing: What `summarize` returned.
        name: The name of the format.
        width: Columns to wrap at, for the terminal format; None for those of the terminal in colour, else 100.
        colour: Whether the terminal format may use colours and styles.

    Returns:
        The text, without a line feed at its end.

    Raises:
        SettingsError: there is no such format, or the width is no whole number of at least 1.
        InputError: the briefing refers to a source, an origin or a discrepancy that is not in it.
    """
    if name not in FORMATS:
        raise SettingsError(f"format: found {name!r}, wanted one of {', '.join(FORMATS)}.")
    layout = Layout(width=width, colour=colour)
    check_references(briefing)
    return FORMATS[name](briefing, layout)


__all__ = [
    "FORMATS",
    "REPORT_FORMATS",
    "Format",
    "Layout",
    "explain",
    "list_sources",
    "parse_briefing",
    "render",
    "render_comparison",
    "schema",
    "write_reports",
]
