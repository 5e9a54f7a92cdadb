"""The tool's own words, the same in every format that people read."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.formats.harmless import harmless, quoted
from summarizer.model import Briefing, Citation, Moment, Origin, Point, Source, When

SINGLE = "°"


def count(number: int, noun: str) -> str:
    """Return "1 report" or "2 reports"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def as_of(briefing: Briefing) -> str:
    """Say what was read: how many reports, of how many origins, from when to when and how that is known."""
    origins = len(briefing.origins)
    reports = count(len(briefing.sources), "report")
    if origins > 1:
        reports += f" from at most {origins} independent origins"
    elif origins and len(briefing.sources) > 1:
        reports += " from 1 origin"
    return f"{reports}, {_dates(briefing)}."


def legend(briefing: Briefing) -> str:
    """Explain the mark of what only one origin says, where it is used."""
    return f"{SINGLE} marks what only one origin says." if any(map(single, briefing.points)) else ""


def single(point: Point) -> str:
    """Return the mark of a statement that only one origin says, else nothing."""
    return SINGLE if len(point.origins) < 2 else ""


def markers(citations: Iterable[Citation]) -> str:
    """Return "[1][3]": each report once, in the order cited."""
    return "".join(f"[{number}]" for number in dict.fromkeys(citation.source for citation in citations))


def standing(point: Point) -> str:
    """Say in brackets what stands beside a statement's citations: page, number of origins, where the reports differ."""
    page = point.citations[0].page
    said = [] if page is None else [f"page {page}"]
    if len(point.origins) > 1:
        said.append(f"{len(point.origins)} origins")
    if point.discrepancies:
        said.append("reports differ, see " + ", ".join(letter(index) for index in point.discrepancies))
    return f"({'; '.join(said)})" if said else ""


def byline(point: Point) -> str:
    """Return the speaker of a statement whose own words do not name one, else nothing."""
    from summarizer.language import speaker_of  # only where a briefing is drawn: reading one needs no word matters

    told = point.speaker is None or speaker_of(" ".join(point.text.split())) is not None
    return "" if told else point.speaker or ""


def letter(index: int) -> str:
    """Return the sign of a discrepancy: A to Z, then AA."""
    sign = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        sign = chr(ord("A") + rest) + sign
    return sign


def period(when: When | None) -> str:
    """Return "(2023-06-18)", "(2023-06-18 to 2023-06-19)", or nothing."""
    if when is None:
        return ""
    return f"({when.start})" if when.start == when.end else f"({when.start} to {when.end})"


def who(source: Source) -> str:
    """Return the name to call a report by, in the report's own words: its outlet, else the wire, else its id."""
    names = (source.outlet, source.credit, source.document)
    return next((name for name in names if name and harmless(name)), f"report {source.number}")


def date_of(source: Source) -> str:
    """Return a report's date and how it is known."""
    return f"{source.published} ({source.published_is})" if source.published else "date unknown"


def notes_of(briefing: Briefing) -> list[str]:
    """Return the sourcing notes, in which "[n]" may stand for a source and for nothing else."""
    known = frozenset(str(source.number) for source in briefing.sources)
    return [note for note in (quoted(words, known) for words in briefing.notes) if note]


def shared_origins(briefing: Briefing) -> tuple[Origin, ...]:
    """Return the origins that several reports go back to."""
    return tuple(origin for origin in briefing.origins if len(origin.sources) > 1)


def _dates(briefing: Briefing) -> str:
    dates = briefing.dates
    if dates is None:
        return "none of them dated" if len(briefing.sources) > 1 else "not dated"
    first, last = (f"{_day(moment)} ({_how_known(briefing, moment)})" for moment in dates)
    undated = sum(source.published is None for source in briefing.sources)
    rest = f"; {count(undated, 'report')} without a date" if undated else ""
    return (f"dated {first}" if first == last else f"dated {first} to {last}") + rest


def _day(moment: Moment) -> str:
    """A date without its hour: what a first and a last date are read for."""
    return str(moment.day) if moment.precision == "minute" else str(moment)


def _how_known(briefing: Briefing, moment: Moment) -> str:
    ways = {source.published_is for source in briefing.sources if source.published == moment}
    return "stated" if "stated" in ways else min(ways)
