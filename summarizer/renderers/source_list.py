"""Shows what was read, what was removed and why, and which reports share an origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from summarizer.model import (
    Dateline,
    Dependence,
    Document,
    DocumentId,
    DroppedSpan,
    Omission,
    Provenance,
    ReportDate,
    Sentence,
)
from summarizer.model.text import count
from summarizer.renderers.options import RenderOptions
from summarizer.renderers.sanitize import shortened
from summarizer.renderers.terminal_page import Page, Part, Surface

_LEAST = 20


_KINSHIPS = 10
_NEAR_MISSES = 5
_PAIRS = 12
_FIGURE = 4
_GAPS = 8  # columns that a row of three cells leaves empty, those of its indent among them
_LABELS = 9


def put_dropped_spans(page: Surface, document: Document, drops: Iterable[DroppedSpan], *, indent: int = 0) -> None:
    """Put one line a dropped stretch: its rule, and as much of its start as the line holds."""
    for drop in drops:
        _put(page, drop.rule, drop.span.of(document.text), indent)


def put_omissions(page: Surface, omissions: Iterable[Omission], *, indent: int = 0) -> None:
    """Put one line for each thing that a file held and its report does not: why, and as much as the line holds."""
    for omission in omissions:
        _put(page, omission.rule, omission.text, indent)


def _put(page: Surface, rule: str, text: str, indent: int) -> None:
    room = page.columns - indent - len(f"- {rule}: ")
    start = shortened(text, max(room, _LEAST))
    page.paragraph([(f"{rule}:", "own"), (start, "report")], marker="-", indent=indent)


def put_origins(page: Surface, provenance: Provenance, numbers: Mapping[DocumentId, int]) -> None:
    """Put the origins of some reports, the sentences that align in those that share one, and near misses.

    Args:
        page: What to put them on.
        provenance: Who copied whom.
        numbers: The number of each report in a briefing; none where there is no briefing.
    """
    page.heading("Origins", f"({count(len(provenance.origins), 'origin')})")
    for origin in provenance.origins:
        reports = [part for name in origin.documents for part in _name(name, numbers)]
        page.paragraph([(f"{origin.id}, {origin.label}:", "report"), *reports, (f"({origin.evidence})", "own")])
    text_of = {sentence.id: sentence for sentence in provenance.sentences}
    shared = [dependence for dependence in provenance.dependences if dependence.shared_origin]
    for dependence in shared[:_KINSHIPS]:
        page.gap()
        _put_pair(page, dependence, numbers, "share an origin:")
        _put_aligned(page, dependence, text_of)
    if shared[_KINSHIPS:]:
        page.paragraph([(f"and {count(len(shared) - _KINSHIPS, 'other pair')} of one origin", "own")])
    apart = [dependence for dependence in provenance.dependences if not dependence.shared_origin]
    if apart:
        page.gap()
    for dependence in apart[:_NEAR_MISSES]:
        _put_pair(page, dependence, numbers, "do not share one:")
    if apart[_NEAR_MISSES:]:
        page.paragraph([(f"and {count(len(apart) - _NEAR_MISSES, 'other pair')} that came less near", "own")])


def _put_pair(page: Surface, dependence: Dependence, numbers: Mapping[DocumentId, int], verdict: str) -> None:
    names = [*_name(dependence.first, numbers), ("and", "own"), *_name(dependence.second, numbers)]
    page.paragraph([*names, (verdict, "own"), (f"{dependence.reason}.", "own")], marker="-")


def _put_aligned(page: Surface, dependence: Dependence, text_of: Mapping[int, Sentence]) -> None:
    width = (page.columns - _FIGURE - _GAPS) // 2
    for pair in dependence.pairs[:_PAIRS]:
        cells: list[list[Part]] = [
            [],
            [(f"{pair.similarity:.2f}", "own")],
            [(text_of[pair.first].text, "report")],
            [(text_of[pair.second].text, "report")],
        ]
        page.row(cells, [0, _FIGURE, max(width, 1), max(width, 1)])
    if dependence.pairs[_PAIRS:]:
        page.paragraph([(f"and {count(len(dependence.pairs) - _PAIRS, 'other pair')} of sentences", "own")], indent=2)


def _name(document: DocumentId, numbers: Mapping[DocumentId, int]) -> list[Part]:
    number = numbers.get(document)
    return [(f"[{number}]" if number is not None else "", "cite"), (document, "name")]


def list_sources(
    documents: Iterable[Document],
    provenance: Provenance | None = None,
    *,
    width: int | None = None,
    colour: bool = False,
) -> str:
    """Write what is known of each report, which of its lines were dropped and why, and which reports are copies.

    Args:
        documents: What `read_documents` returned, or the cleaned ones of `run_pipeline(...).documents`.
        provenance: What `trace_origins` returned for them, or `run.provenance`; None to leave it out.
        width: Columns to wrap at; None for those of the terminal in colour, else 100.
        colour: Whether to use colours and styles.

    Returns:
        The text, without a line feed at its end.

    Raises:
        SettingsError: the width is no whole number of at least 1.

    Example:
        >>> print(list_sources(read_documents("seeds")).splitlines()[0])
        5 reports, 3,379 words, 56 lines dropped.
    """
    documents = tuple(documents)
    page = Page(RenderOptions(width=width, colour=colour))
    page.paragraph([(_summary(documents), "own")])
    for document in documents:
        _put_document(page, document, provenance.dates.get(document.id) if provenance else None)
    if provenance is not None and provenance.origins:
        put_origins(page, provenance, {})
    return str(page)


def _summary(documents: tuple[Document, ...]) -> str:
    words = sum(document.words for document in documents if not document.skipped)
    drops = sum(len(document.dropped) for document in documents)
    skipped = sum(bool(document.skipped) for document in documents)
    parts = [count(len(documents), "report"), count(words, "word"), f"{count(drops, 'line')} dropped"]
    return ", ".join([*parts, f"{count(skipped, 'report')} skipped"] if skipped else parts) + "."


def _put_document(page: Page, document: Document, dated: ReportDate | None) -> None:
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
        put_dropped_spans(page, document, document.dropped, indent=2)
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


def _put_date(page: Page, document: Document, dated: ReportDate | None) -> None:
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
