"""Finds the reports of an earlier briefing again among the reports at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from summarizer.model import Briefing, Citation, Document, DocumentId, EarlierReport, Source
from summarizer.model.update import ReportStanding

Key = int | tuple[str, str | None]  # the length of a report's story, or one of its names
Fits = Callable[[Source, Sequence[Citation], Document], bool]

_KEPT = 0.5  # share of the quoted passages from which a text under the same name is a version of the same report


def find_reports(earlier: Briefing, documents: Sequence[Document]) -> tuple[EarlierReport, ...]:
    """Find each report of an earlier briefing among the reports at hand.

    The briefing does not hold the texts of its reports. A report has the same text where its story is as long as it was
    and each passage that the briefing quotes stands where it stood; without such a passage it must have the same name
    and title. A report has another text where its address is the same; or its id or file, and its title or half of the
    quoted passages.

    Args:
        earlier: The earlier briefing.
        documents: The reports at hand, cleaned, in the order given.

    Returns:
        Its reports, in their order.
    """
    quoted, index = quotes_of(earlier), _index(documents)
    found: dict[int, tuple[int, ReportStanding]] = {}
    taken: set[int] = set()
    for standing, keys_of, fits in _WAYS:
        for source in earlier.sources:
            near = dict.fromkeys(number for key in keys_of(source) for number in index.get(key, ()))
            ordered = sorted(near, key=lambda number: (not _has_name(source, documents[number - 1]), number))
            quotes = quoted.get(source.number, ())
            free = (number for number in ordered if number not in taken and source.number not in found)
            number = next((one for one in free if fits(source, quotes, documents[one - 1])), None)
            if number is not None:
                found[source.number] = number, standing
                taken.add(number)
    return tuple(_report(source, *found.get(source.number, (None, "not given"))) for source in earlier.sources)


def _index(documents: Sequence[Document]) -> Mapping[Key, Sequence[int]]:
    """The numbers of the reports at hand by what they may be known by."""
    index: dict[Key, list[int]] = {}
    for number, document in enumerate(documents, start=1):
        for key in (document.words, *_names(document.url, document.id, document.path)):
            index.setdefault(key, []).append(number)
    return index


def _names(url: str | None, name: DocumentId, path: str | None) -> list[Key]:
    return [key for key in (("url", url), ("id", name), ("path", path)) if key[1]]


def quotes_of(briefing: Briefing) -> Mapping[int, Sequence[Citation]]:
    """Return the passages that a briefing quotes, by the number of their report."""
    cited = [citation for point in briefing.points for citation in point.citations]
    cited += [
        citation
        for discrepancy in briefing.discrepancies
        for reading in discrepancy.readings
        for citation in reading.citations
    ]
    by_report: dict[int, list[Citation]] = {}
    for citation in cited:
        by_report.setdefault(citation.source, []).append(citation)
    return by_report


def _has_name(source: Source, document: Document) -> bool:
    """Whether a report goes by the address, the id or the file of an earlier one."""
    if source.url and document.url:
        return source.url == document.url
    return source.document == document.id or bool(source.path and source.path == document.path)


def _has_same_text(source: Source, quotes: Sequence[Citation], document: Document) -> bool:
    """Whether a report whose story is as long has the same text."""
    if quotes:
        return all(one.span.of(document.text) == one.quote for one in quotes)
    return _has_name(source, document) and source.title == document.title


def _is_version(source: Source, quotes: Sequence[Citation], document: Document) -> bool:
    if not _has_name(source, document):
        return False
    if source.url and document.url:
        return True
    kept = sum(one.quote in document.text for one in quotes)
    return bool(source.title and source.title == document.title) or (bool(quotes) and kept >= _KEPT * len(quotes))


# The same text first: a report that is given word for word is no version of another one.
_WAYS: tuple[tuple[ReportStanding, Callable[[Source], Sequence[Key]], Fits], ...] = (
    ("read again", lambda source: [source.words], _has_same_text),
    ("another text", lambda source: _names(source.url, source.document, source.path), _is_version),
)


def _report(source: Source, number: int | None, standing: ReportStanding) -> EarlierReport:
    return EarlierReport(
        number=source.number,
        document=source.document,
        name=source.outlet or source.credit or source.title or source.document,
        published=source.published,
        source=number,
        standing=standing,
    )


def read_then(
    reports: Sequence[EarlierReport], documents: Sequence[Document], copies: Mapping[DocumentId, DocumentId]
) -> dict[DocumentId, int]:
    """Return the reports at hand whose text was read for the earlier briefing, with the number that it has there.

    Args:
        reports: The reports of the earlier briefing.
        documents: The reports at hand.
        copies: For each exact copy at hand the report that it copies: what was read of one was read of all.
    """
    read = {documents[one.source - 1].id: one.number for one in reports if one.source and one.standing == "read again"}
    first_of: dict[DocumentId, int] = {}
    for name, number in read.items():
        first_of.setdefault(copies.get(name, name), number)
    for document in documents:
        original = copies.get(document.id, document.id)
        if original in first_of:
            read.setdefault(document.id, first_of[original])
    return read
