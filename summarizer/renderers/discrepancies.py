"""Discrepancies as people read them."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.model import Briefing, Discrepancy, Point, Reading, Wording
from summarizer.model.text import count
from summarizer.renderers.sanitize import quoted
from summarizer.renderers.update_lines import novelty_of
from summarizer.renderers.wording import clock, letter, month_name

_DIFFER, _CHANGED = "Where the reports differ", "What changed"
SPELLINGS = "Names spelt differently"
_NEWEST = "the newest"
LIKEWISE = "likewise"  # before further words for one reading, where each stands in a row of its own


def shown(briefing: Briefing) -> list[tuple[int, Discrepancy]]:
    """Return the differences that short formats show, with their places: those on points, and on the main event."""
    return [
        (index, one) for index, one in enumerate(briefing.discrepancies) if one.kind != "spelling" and not one.is_aside
    ]


def heading_of(briefing: Briefing) -> str:
    """Return the heading over all differences: one report, a live blog, may be all that tells one thing in two ways."""
    return _DIFFER if any(map(_is_of_many, briefing.discrepancies)) else _CHANGED


def _is_of_many(discrepancy: Discrepancy) -> bool:
    """Whether several reports tell it, and not one alone that grew by its entries."""
    told = {citation.source for reading in discrepancy.readings for citation in reading.citations}
    return len(told) > 1 or not any(reading.is_overtaken for reading in discrepancy.readings)


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
    whens = [one.when for one in discrepancy.readings if one.when]
    days = {when.day for when in whens}
    said = [_day(reading, with_year=len({day.year for day in days}) > 1)] if reading.when and len(days) > 1 else []
    if reading.when and len(days) == 1 and len({str(when) for when in whens if when.precision == "minute"}) > 1:
        said.append(clock(reading.when))
    if discrepancy.is_series and reading is discrepancy.readings[-1]:
        said.append(_NEWEST)
    return f"({', '.join(said)})" if said else ""


def told_by(discrepancy: Discrepancy, reading: Reading) -> list[tuple[Wording, str]]:
    """Return a reading in the words of each report, the first with when it was told."""
    when = told_on(discrepancy, reading)
    return [(wording, "" if place else when) for place, wording in enumerate(reading.wordings)]


def _day(reading: Reading, *, with_year: bool) -> str:
    if reading.when is None:
        return ""
    day = reading.when.day
    return f"{day.day} {month_name(day)}" + (f" {day.year}" if with_year else "")


def sources_of(given: Reading | Wording) -> list[int]:
    """Return the numbers of the reports that give a reading, or have its words, each once."""
    return list(dict.fromkeys(citation.source for citation in given.citations))


def marks(briefing: Briefing, point: Point) -> Sequence[str]:
    """Return what a point's line says beside its citations, free of control.

    Whether it is new, a newer number, and which differences concern it.
    """
    said = [*filter(None, [novelty_of(briefing, point)])]
    if point.overtaken is not None:
        newest = briefing.discrepancies[point.overtaken].newest.wordings[0]
        said.append(f"overtaken: {quoted(newest.words)} " + "".join(f"[{number}]" for number in sources_of(newest)))
    told = [(index, one) for index, one in shown(briefing) if index in point.discrepancies]
    if told:
        differ = "reports differ, " if any(map(_is_of_many, (one for _, one in told))) else ""
        said.append(f"{differ}see " + ", ".join(letter(index) for index, _ in told))
    return said
