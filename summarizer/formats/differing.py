"""Differences as people read them: which are shown, when each reading was told, spellings in one line."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.formats.harmless import quoted
from summarizer.formats.phrases import count, letter, month_name
from summarizer.model import Briefing, Discrepancy, Point, Reading

HEADING = "Where the reports differ"
SPELLINGS = "Names spelt differently"
_NEWEST = "the newest"


def shown(briefing: Briefing) -> list[tuple[int, Discrepancy]]:
    """Return the differences that short formats show, with their places: those on points, and on the main event."""
    return [
        (index, one) for index, one in enumerate(briefing.discrepancies) if one.kind != "spelling" and not one.is_aside
    ]


def spellings(briefing: Briefing) -> list[Discrepancy]:
    """Return the names that reports spell differently."""
    return [one for one in briefing.discrepancies if one.kind == "spelling"]


def asides(briefing: Briefing) -> str:
    """Say how many differences a short format leaves out; nothing where it leaves out none."""
    number = sum(one.is_aside and one.kind != "spelling" for one in briefing.discrepancies)
    if not number:
        return ""
    return f"{count(number, 'more difference')} on what no point tells: in the JSON and on the HTML page."


def order_of(discrepancy: Discrepancy) -> str:
    """Return "oldest to newest" where that is how the readings stand, else nothing."""
    return "oldest to newest" if discrepancy.is_series else ""


def told_on(discrepancy: Discrepancy, reading: Reading) -> str:
    """Return "(9 September)" for a number that grew, by when it was told; the last of a series is "the newest"."""
    if not any(one.is_overtaken for one in discrepancy.readings):
        return ""
    days = {one.when.day for one in discrepancy.readings if one.when}
    said = [_day(reading, with_year=len({day.year for day in days}) > 1)] if reading.when and len(days) > 1 else []
    if discrepancy.is_series and reading is discrepancy.readings[-1]:
        said.append(_NEWEST)
    return f"({', '.join(said)})" if said else ""


def _day(reading: Reading, *, with_year: bool) -> str:
    if reading.when is None:
        return ""
    day = reading.when.day
    return f"{day.day} {month_name(day)}" + (f" {day.year}" if with_year else "")


def sources_of(reading: Reading) -> list[int]:
    """Return the numbers of the reports that give a reading, each once."""
    return list(dict.fromkeys(citation.source for citation in reading.citations))


def marks(briefing: Briefing, point: Point) -> Sequence[str]:
    """Return what a point's line says of differences, free of control: a newer number, and which concern it."""
    said = []
    if point.overtaken is not None:
        newest = briefing.discrepancies[point.overtaken].newest
        said.append(f"overtaken: {quoted(newest.value)} " + "".join(f"[{number}]" for number in sources_of(newest)))
    letters = [letter(index) for index, _ in shown(briefing) if index in point.discrepancies]
    if letters:
        said.append("reports differ, see " + ", ".join(letters))
    return said
