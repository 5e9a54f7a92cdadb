"""The docx format: a briefing as a Word document."""

from __future__ import annotations

from importlib.util import find_spec

from summarizer.about import install_command
from summarizer.errors import MissingExtraError
from summarizer.model import Briefing
from summarizer.renderers.options import RenderOptions


def render_docx(briefing: Briefing, layout: RenderOptions) -> bytes:
    """Write a briefing as a Word document; equal briefings give equal bytes.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    want_docx()
    from summarizer.renderers.docx.body import put_briefing
    from summarizer.renderers.docx.builder import DocxBuilder
    from summarizer.renderers.docx.packing import pack
    from summarizer.renderers.explanation import put_explanation

    paper = DocxBuilder(language=_language(briefing))
    put_briefing(paper, briefing, citations=layout.citations)
    if layout.explain and layout.run is not None:
        put_explanation(paper, layout.run)
    return pack(paper, briefing)


def want_docx() -> None:
    """Check, before any work, that the format can be written.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    if find_spec("docx") is None:
        raise MissingExtraError(
            f"docx: python-docx is not installed, wanted to write Word documents; run: {install_command('docx')}"
        )


def _language(briefing: Briefing) -> str | None:
    """The language of most reports, the first of those where several are as common."""
    told = [source.language for source in briefing.sources if source.language]
    return max(told, key=told.count) if told else None
