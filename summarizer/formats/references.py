"""What a briefing refers to. Fails closed: no statement without a citation, no number without a source."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.errors import InputError
from summarizer.model import Briefing, Citation


def check_references(briefing: Briefing) -> None:
    """Check that everything a briefing refers to is in it.

    Raises:
        InputError: a statement has no citation, two sources share a number, a source, origin or discrepancy that is
            referred to is not there, or a date phrase is not the text at its place.
    """
    numbers = [source.number for source in briefing.sources]
    if len(set(numbers)) < len(numbers):
        raise InputError(f"Briefing, sources: found the numbers {numbers}, wanted each once.")
    known = frozenset(numbers)
    origins = frozenset(origin.id for origin in briefing.origins)
    for source in briefing.sources:
        if source.origin is not None:
            _want_known(f"source {source.number}, origin", [source.origin], origins)
    for origin in briefing.origins:
        _want_known(f"origin {origin.id!r}, sources", origin.sources, known)
    for number, point in enumerate(briefing.points, start=1):
        where = f"point {number}"
        _want_cited(where, point.citations, known)
        _want_known(f"{where}, origins", point.origins, origins)
        for phrase in point.dates:
            if phrase.span.of(point.text) != phrase.text:
                found = phrase.span.of(point.text)
                raise InputError(f"Briefing, {where}, dates: found {found!r} at its place, wanted {phrase.text!r}.")
        _want_known(f"{where}, discrepancies", point.discrepancies, frozenset(range(len(briefing.discrepancies))))
    for index, discrepancy in enumerate(briefing.discrepancies):
        for reading in discrepancy.readings:
            _want_cited(f"discrepancy {index}, reading {reading.value!r}", reading.citations, known)


def number_passages(briefing: Briefing) -> dict[Citation, int]:
    """Number each passage cited once, from 1, in the order in which a reader meets them."""
    cited = [citation for point in briefing.points for citation in point.citations]
    readings = [reading for discrepancy in briefing.discrepancies for reading in discrepancy.readings]
    cited += [citation for reading in readings for citation in reading.citations]
    return {citation: number for number, citation in enumerate(dict.fromkeys(cited), start=1)}


def _want_cited(where: str, citations: tuple[Citation, ...], known: frozenset[int]) -> None:
    if not citations:
        raise InputError(f"Briefing, {where}: found no citation, wanted at least one.")
    _want_known(f"{where}, citations", (citation.source for citation in citations), known)


def _want_known(where: str, found: Iterable[int | str], known: frozenset[int] | frozenset[str]) -> None:
    for value in found:
        if value not in known:
            raise InputError(f"Briefing, {where}: found {value!r}, wanted one that is in the briefing.")
