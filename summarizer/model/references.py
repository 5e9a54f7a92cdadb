"""Checks that no statement lacks a citation and no number lacks a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer.errors import InputError
from summarizer.model.briefing import Briefing, Point
from summarizer.model.citation import Citation


def check_references(briefing: Briefing) -> None:
    """Check that everything a briefing refers to is in it.

    Raises:
        InputError: a statement has no citation, two sources share a number, a source, origin or discrepancy that is
            referred to is not there, a date phrase is not the text at its place, an origin says both all and a part,
            or what a passage backs is not told where it says a part and only there.
    """
    numbers = [source.number for source in briefing.sources]
    if len(set(numbers)) < len(numbers):
        raise InputError(f"Briefing, sources: found the numbers {numbers}, wanted each once.")
    known = frozenset(numbers)
    origins = frozenset(origin.id for origin in briefing.origins)
    if briefing.title_source is not None:
        _want_known("title_source", [briefing.title_source], known)
    for source in briefing.sources:
        if source.origin is not None:
            _want_known(f"source {source.number}, origin", [source.origin], origins)
    for origin in briefing.origins:
        _want_known(f"origin {origin.id!r}, sources", origin.sources, known)
    for number, point in enumerate(briefing.points, start=1):
        _check_point(f"point {number}", point, known, origins)
        places = frozenset(range(len(briefing.discrepancies)))
        _want_known(f"point {number}, discrepancies", point.discrepancies, places)
        if point.overtaken is not None:
            _want_known(f"point {number}, overtaken", [point.overtaken], places)
    for index, discrepancy in enumerate(briefing.discrepancies):
        for reading in discrepancy.readings:
            _want_cited(f"discrepancy {index}, reading {reading.value!r}", reading.citations, known)
    _check_since(briefing, known)


def _check_since(briefing: Briefing, known: frozenset[int]) -> None:
    for where, cited in _cited_since(briefing):
        _want_known(where, cited, known)


def _cited_since(briefing: Briefing) -> Iterator[tuple[str, Iterable[int]]]:
    """The numbers of reports that a briefing gives beyond an earlier one, and where."""
    for number, point in enumerate(briefing.points, start=1):
        if point.since:
            yield f"point {number}, since", [one.source for one in point.since.told_by if one.source]
    update = briefing.since
    if update is None:
        return
    yield "since, new_sources", update.new_sources
    for report in update.reports:
        yield f"since, report {report.number}", [report.source] if report.source else []
    for earlier in update.points:
        yield f"since, point {earlier.number}", [one.source for one in (*earlier.citations, *earlier.against)]
    for change in update.changes:
        passages = [passage.source for reading in change.before for passage in reading.passages if passage.source]
        now = [one.source for reading in change.now for one in reading.citations]
        yield f"since, change {change.about!r}", [*passages, *now]


def _check_point(where: str, point: Point, known: frozenset[int], origins: frozenset[str]) -> None:
    _want_cited(where, point.citations, known)
    if point.citations[0].relation == "part":
        raise InputError(f"Briefing, {where}, citations: found 'part' first, wanted the passage that it is taken from.")
    for citation in point.citations:
        _want_stretch(f"{where}, citation of source {citation.source}", citation, point.text)
    both = sorted({*point.origins} & {*point.origins_in_part})
    if both:
        raise InputError(f"Briefing, {where}: found {both[0]!r} among the origins of all and of a part, wanted once.")
    _want_known(f"{where}, origins", (*point.origins, *point.origins_in_part), origins)
    for phrase in point.dates:
        found = phrase.span.of(point.text)
        if found != phrase.text:
            raise InputError(f"Briefing, {where}, dates: found {found!r} at its place, wanted {phrase.text!r}.")


def _want_cited(where: str, citations: tuple[Citation, ...], known: frozenset[int]) -> None:
    if not citations:
        raise InputError(f"Briefing, {where}: found no citation, wanted at least one.")
    _want_known(f"{where}, citations", (citation.source for citation in citations), known)


def _want_stretch(where: str, citation: Citation, text: str) -> None:
    """Check that a passage which says a part tells the part, and no other one does."""
    backed = citation.backed
    if (citation.relation == "part") != (backed is not None):
        found = f"{citation.relation!r} with{'out' if backed is None else ''} a stretch that it backs"
        raise InputError(f"Briefing, {where}: found {found}, wanted one for 'part' and for no other.")
    if backed is not None and not 0 <= backed.start < backed.end <= len(text):
        found = f"the stretch {backed.start} to {backed.end}"
        raise InputError(f"Briefing, {where}: found {found}, wanted one within the {len(text)} characters of the text.")


def _want_known(where: str, found: Iterable[int | str], known: frozenset[int] | frozenset[str]) -> None:
    for value in found:
        if value not in known:
            raise InputError(f"Briefing, {where}: found {value!r}, wanted one that is in the briefing.")
