"""The tables of what `benchmarks/scale.py` measured, for the terminal and for a page of the documentation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from benchmarks.scale_marks import Growth, Mark, fit_growth, judge_marks
from benchmarks.scale_results import Results

_COLOURS = {"kept": "green", "missed": "red", "reached": "green"}


class Sheet(NamedTuple):
    """A table of texts; a heading that begins with `>` is that of a column of numbers."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sheets(results: Results) -> list[Sheet]:
    """All tables that the results fill."""
    made = (
        _starts(results), _wholes(results), _stages(results), _peers(results),
        _growth(fit_growth(results)), _marks(judge_marks(results)),
    )  # fmt: skip
    return [sheet for sheet in made if sheet.rows]


def _starts(results: Results) -> Sheet:
    rows = tuple((one.what, *_cost(one.seconds, one.cpu, one.gigabytes)) for one in results.starts)
    return Sheet("Start-up", ("command", ">seconds", ">seconds of cores", ">memory"), rows)


def _wholes(results: Results) -> Sheet:
    headings = (
        "story", ">reports", ">sentences", ">processes", ">runs", ">seconds", ">seconds of cores", ">memory"
    )  # fmt: skip
    rows = tuple(
        (
            one.kind, f"{one.reports:,}", f"{one.sentences:,}", str(one.jobs), str(one.runs),
            *_cost(one.seconds, one.cpu, one.gigabytes),
        )
        for one in results.wholes
    )  # fmt: skip
    return Sheet("summarizer brief FOLDER, a process of its own", headings, rows)


def _cost(seconds: float, cpu: float, gigabytes: float) -> tuple[str, str, str]:
    return show_seconds(seconds), show_seconds(cpu), show_memory(gigabytes)


def _stages(results: Results) -> Sheet:
    runs = results.stages
    names = dict.fromkeys(name for one in runs for name in one.seconds)
    headings = ("seconds of", *(f">{one.kind}, {one.reports:,}" for one in runs))
    rows = [(name, *(show_seconds(one.seconds.get(name, 0.0)) for one in runs)) for name in names]
    if runs:
        rows.append(("all stages", *(show_seconds(sum(one.seconds.values())) for one in runs)))
    return Sheet("Stages of one run, by kind and number of reports", headings, tuple(rows))


def _peers(results: Results) -> Sheet:
    headings = ("story", ">reports", ">sentences", "program", ">its seconds", ">our whole call", ">ratio")
    rows = tuple(
        (
            one.of, f"{one.reports:,}", f"{one.sentences:,}", one.peer,
            show_seconds(one.seconds), show_seconds(one.ours), f"{one.ratio:.2f} x",
        )
        for one in results.peers
    )  # fmt: skip
    return Sheet("Other programs beside our whole call, in turns", headings, rows)


def _growth(found: Sequence[Growth]) -> Sheet:
    names = {"seconds": "seconds", "cpu": "seconds of cores", "gigabytes": "memory"}
    rows = tuple(
        (one.what, names[one.cost], f"{min(one.sizes):,} to {max(one.sizes):,} {one.unit}", f"{one.exponent:.2f}")
        for one in found
    )
    return Sheet("Growth: the power of the size", ("what", "cost", "sizes", ">exponent"), rows)


def _marks(marks: Sequence[Mark]) -> Sheet:
    rows = []
    for mark in marks:
        bound = "at most" if mark.at_most else "at least"
        figures = [f"{value:.3g} {mark.unit}".rstrip() for value in (mark.found, mark.wanted, mark.aim)]
        kept, reached = "kept" if mark.is_kept else "missed", "reached" if mark.is_aim_reached else "not reached"
        rows.append((mark.what, figures[0], f"{bound} {figures[1]}", kept, figures[2], reached))
    return Sheet("Marks", ("what", ">found", ">wanted", "", ">aim", ""), tuple(rows))


def show_seconds(seconds: float) -> str:
    """Two or three digits, and whole milliseconds."""
    if seconds >= 10:
        return f"{seconds:,.0f} s" if seconds >= 100 else f"{seconds:.1f} s"
    return f"{seconds:.2f} s" if seconds >= 1 else f"{1000 * seconds:.0f} ms"


def show_memory(gigabytes: float) -> str:
    return f"{gigabytes:.2f} GB" if gigabytes >= 1 else f"{1000 * gigabytes:.0f} MB"


def describe_run(results: Results) -> str:
    """On what the figures were measured, and with what."""
    machine = results.machine
    cores = machine["cores"]
    return (
        f"summarizer {machine['summarizer']}, Python {machine['python']}, {machine['system']},"
        f" {cores} {'core' if cores == 1 else 'cores'}"
    )


def print_sheets(results: Results, console: Console) -> None:
    for sheet in sheets(results):
        table = Table(title=Text(sheet.title), title_justify="left")
        for heading in sheet.headings:
            is_number = heading.startswith(">")
            table.add_column(Text(heading.removeprefix(">")), justify="right" if is_number else "left", overflow="fold")
        for row in sheet.rows:
            table.add_row(*(Text(cell, style=_COLOURS.get(cell, "")) for cell in row))
        console.print(table)
    for line in (describe_run(results), *results.notes):
        console.print(Text(line))


def to_markdown(results: Results) -> str:
    """The same tables for a page."""
    parts = []
    for sheet in sheets(results):
        bars = "".join("---:|" if heading.startswith(">") else "---|" for heading in sheet.headings)
        headings = tuple(heading.removeprefix(">") for heading in sheet.headings)
        lines = [f"**{sheet.title}**", "", _line(headings), f"|{bars}", *map(_line, sheet.rows)]
        parts.append("\n".join(lines))
    return "\n\n".join([*parts, *map(_escape, (describe_run(results), *results.notes))]) + "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_escape, cells))} |"


def _escape(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
