"""Shows what was read: each report, what was found in it, what was dropped or skipped and why, and who copied whom."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.formats.drops import put_drops, put_omissions
from summarizer.formats.kin import put_origins
from summarizer.formats.layout import Layout
from summarizer.formats.page import Page, Part
from summarizer.formats.phrases import count
from summarizer.model import Dated, Dateline, Document, Lineage

_LABELS = 9


def list_sources(
    documents: Iterable[Document], lineage: Lineage | None = None, *, width: int | None = None, colour: bool = False
) -> str:
    """Write what is known of each report, which of its lines were dropped and why, and which reports are copies.

    Args:
        documents: What `read_documents` returned, or the cleaned ones of `workings(...).documents`.
        lineage: What `trace_origins` returned for them, or the lineage of `workings`; None to leave it out.
        width: Columns to wrap at; None for those of the terminal in colour, else 100.
        colour: Whether to use colours and styles.

    Returns:
        The text, without a line feed at its end.

    Raises:
        SettingsError: the width is no whole number of at least 1.
    """
    documents = tuple(documents)
    page = Page(Layout(width=width, colour=colour))
    page.paragraph([(_summary(documents), "own")])
    for document in documents:
        _put_document(page, document, lineage.dates.get(document.id) if lineage else None)
    if lineage is not None and lineage.origins:
        put_origins(page, lineage, {})
    return str(page)


def _summary(documents: tuple[Document, ...]) -> str:
    words = sum(document.words for document in documents if not document.skipped)
    drops = sum(len(document.dropped) for document in documents)
    skipped = sum(bool(document.skipped) for document in documents)
    parts = [count(len(documents), "report"), count(words, "word"), f"{count(drops, 'line')} dropped"]
    return ", ".join([*parts, f"{count(skipped, 'report')} skipped"] if skipped else parts) + "."


def _put_document(page: Page, document: Document, dated: Dated | None) -> None:
    page.heading(document.id)
    if document.skipped:
        _put_field(page, "Skipped", (document.skipped, "own"))
    for label, value in (("Outlet", document.outlet), ("Title", document.title)):
        if value or not document.skipped:  # of what was not read it says nothing that nothing was found
            _put_field(page, label, (value, "report") if value else ("not found", "own"))
    if document.published or not document.skipped:
        _put_date(page, document, dated)
    _put_found(page, document)
    if not document.skipped:
        _put_field(page, "Words", (f"{document.words:,}", "report"))
    if document.dropped:
        _put_field(page, "Dropped", (count(len(document.dropped), "line"), "report"))
        put_drops(page, document, document.dropped, indent=2)
    if document.omitted:
        _put_field(page, "Left out", (count(len(document.omitted), "passage"), "report"))
        put_omissions(page, document.omitted, indent=2)


def _put_found(page: Page, document: Document) -> None:
    """Put what few reports tell, so far as this one does."""
    dateline = _filed(document.dateline) if document.dateline else None
    found = {
        "Dateline": dateline,
        "Credits": document.credit,
        "Cites": ", ".join(document.cites),
        "Author": document.author,
    }
    for label, value in found.items():
        if value:
            _put_field(page, label, (value, "report"))
    if document.url:
        page.unbroken(document.url, indent=_LABELS + 2, label="URL")
    if document.kind and document.kind != "text":
        pages = f", {count(len(document.pages), 'page')}" if document.pages else ""
        _put_field(page, "Kind", (f"{document.kind}{pages}", "report"))


def _put_date(page: Page, document: Document, dated: Dated | None) -> None:
    """Put a report's date, or that there is none, and how it is known where the report does not state it."""
    published = dated.published if dated else document.published
    parts: list[Part] = [(str(published), "report") if published else ("not found", "own")]
    if document.updated and published and (dated is None or dated.published_is == "stated"):
        is_other = str(document.updated) != str(published)
        parts.append((f"(updated {document.updated})" if is_other else "(of its last change)", "own"))
    if dated and dated.published_is != "stated":
        parts.append((f"({dated.published_is}: {dated.why})", "own"))
    page.row([[("Date", "own")], parts], [_LABELS, page.columns - _LABELS - 4])


def _put_field(page: Page, label: str, value: Part) -> None:
    page.row([[(label, "own")], [value]], [_LABELS, page.columns - _LABELS - 4])


def _filed(dateline: Dateline) -> str:
    return f"{dateline.place}, {dateline.day}" if dateline.day else dateline.place
