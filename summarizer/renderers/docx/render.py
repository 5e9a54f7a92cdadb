"""The docx format: a briefing as a Word document, closed with one order and one time for all parts."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING

from summarizer.about import __version__, install_command
from summarizer.errors import MissingExtraError
from summarizer.model import Briefing
from summarizer.renderers.docx.endnotes import attach_endnotes
from summarizer.renderers.options import RenderOptions
from summarizer.renderers.sanitize import shortened

if TYPE_CHECKING:
    from summarizer.renderers.docx.builder import DocxBuilder


# Equal briefings give equal bytes, so the clock may not be asked: the first day that a zip archive can hold.
_EPOCH = datetime(1980, 1, 1)
_LONGEST = 255  # characters that Word allows a property


def pack(paper: DocxBuilder, briefing: Briefing) -> bytes:
    """Return the document as the bytes of its file."""
    attach_endnotes(paper.document, paper.endnotes)
    about = paper.document.core_properties
    about.title = paper.literal(shortened(briefing.title, _LONGEST)) or "Briefing"
    about.author = about.last_modified_by = f"summarizer {__version__}"
    about.comments = paper.literal(shortened(briefing.signature, _LONGEST))
    about.created = about.modified = _EPOCH
    about.language = paper.language
    written = io.BytesIO()
    paper.document.save(written)
    return _repacked(written)


def _repacked(archive: io.BytesIO) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, date_time=_EPOCH.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # as on Unix, wherever it is written
            new.writestr(entry, old.read(name))
    return packed.getvalue()


def render_docx(briefing: Briefing, layout: RenderOptions) -> bytes:
    """Write a briefing as a Word document; equal briefings give equal bytes.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    want_docx()
    from summarizer.renderers.docx.body import put_briefing
    from summarizer.renderers.docx.builder import DocxBuilder
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
