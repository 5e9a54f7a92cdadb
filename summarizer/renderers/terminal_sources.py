"""The list of sources on a terminal's page: a table, or a list where a table would not fit."""

from __future__ import annotations

from summarizer.model import Briefing, Check, Source
from summarizer.renderers.terminal_page import Page, Part
from summarizer.renderers.wording import date_of, shared_origins, who

_GAP = 2
# From so many columns on, the most that the columns of dates and of origins may take; an hour and a zone are rare.
_TABLE_FITS = 50  # in less, a column of titles would break their words
_LIMITS = {90: (22, 12), 60: (16, 12), 0: (10, 6)}


def put_sources(page: Page, what: Briefing | Check) -> None:
    """Put the reports by number, and the origins that several of them go back to."""
    sources = what.sources
    page.heading("Sources")
    if not sources:
        return
    if page.columns < _TABLE_FITS:
        _put_list(page, sources)
    else:
        _put_table(page, sources)
    for shared in shared_origins(what):
        reports = "".join(f"[{number}]" for number in shared.sources)
        page.paragraph(
            [
                ("Origin", "own"),
                (f"{shared.id}, {shared.label}:", "report"),
                (reports, "cite"),
                (f"({shared.evidence})" if shared.evidence else "", "own"),
            ]
        )


def _put_table(page: Page, sources: tuple[Source, ...]) -> None:
    widths = _widths(sources, page.columns)
    page.row([[], [("Report", "own")], [("Date", "own")], [("Origin", "own")], [("Cited", "own")]], widths)
    for source in sources:
        page.row(_cells(source), widths)
        if source.url:
            page.unbroken(source.url, indent=widths[0] + _GAP)


def _put_list(page: Page, sources: tuple[Source, ...]) -> None:
    for source in sources:
        _, report, date, origin, cited = _cells(source)
        sign = f"[{source.number}]"
        page.paragraph(report, marker=sign)
        known: list[Part] = [
            *date,
            *([("·", "own"), *origin] if source.origin else []),
            ("· cited", "own"),
            *cited,
        ]
        page.paragraph(known, indent=len(sign) + 1)
        if source.url:
            page.unbroken(source.url, indent=len(sign) + 1)


def _widths(sources: tuple[Source, ...], columns: int) -> list[int]:
    """Give each column but the second the room that it needs, within limits, and that one the rest."""
    longest_date, longest_origin = next(limits for least, limits in _LIMITS.items() if columns >= least)
    number = max(len(f"[{source.number}]") for source in sources)
    date = min(max(len(date_of(source)) for source in sources), longest_date)
    origin = min(max(len("Origin"), *(len(source.origin or "") for source in sources)), longest_origin)
    cited = len("Cited")
    return [number, columns - number - date - origin - cited - 4 * _GAP, date, origin, cited]


def _cells(source: Source) -> list[list[Part]]:
    name = who(source)
    credit = source.credit if source.credit and source.credit != name else ""
    report: list[Part] = [(name, "name")]
    if source.title:
        report += [("·", "own"), (source.title, "report")]
    if credit:
        report += [("· credits", "own"), (credit, "report")]
    return [
        [(f"[{source.number}]", "cite")],
        report,
        [(date_of(source) if source.published else "unknown", "own")],
        [(source.origin or "", "report")],
        [(str(source.statements), "report")],
    ]
