"""An Evaluation -> text; one table of formats."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from summarizer.errors import SettingsError
from summarizer.evaluation.as_json import render_json
from summarizer.evaluation.records import OURS, Evaluation
from summarizer.evaluation.tables import Grid, grids, headline, remarks
from summarizer.formats.harmless import harmless, shortened
from summarizer.formats.layout import Layout

if TYPE_CHECKING:
    from rich.console import Console

_LONGEST_NAME = 24
_SPECIAL = re.compile(r"[\\`*_\[\]<>#~$^{}|&]")


def render_evaluation(
    evaluation: Evaluation, name: str = "terminal", *, width: int | None = None, colour: bool = False
) -> str:
    """Write an evaluation in one of `EVALUATION_FORMATS`.

    The terminal and markdown formats show means; json holds every score. What data sets and published systems are
    called is shown as text that does nothing, whatever is in it.

    Args:
        evaluation: What `evaluate` returned.
        name: The name of the format.
        width: Columns to fill, for the terminal format; None for those of the terminal in colour, else 100.
        colour: Whether the terminal format may use colours and styles.

    Returns:
        The text, without a line feed at its end.

    Raises:
        SettingsError: there is no such format, or the width is no whole number of at least 1.
    """
    if name not in EVALUATION_FORMATS:
        raise SettingsError(f"format: found {name!r}, wanted one of {', '.join(EVALUATION_FORMATS)}.")
    return EVALUATION_FORMATS[name](evaluation, Layout(width=width, colour=colour))


def _terminal(evaluation: Evaluation, layout: Layout) -> str:
    from rich.console import Console
    from rich.text import Text

    file = io.StringIO()
    # All that rich would ask the environment for is said here: equal figures in equal layouts give equal bytes.
    console = Console(
        file=file,
        width=layout.columns,
        force_terminal=layout.colour,
        color_system="standard" if layout.colour else None,
        no_color=not layout.colour,
        force_jupyter=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.print(Text(headline(evaluation), style="bold"))
    for grid in grids(evaluation):
        console.print()
        _draw(grid, console)
    for remark in remarks(evaluation):
        console.print(Text(harmless(remark), style="dim"))
    return "\n".join(line.rstrip() for line in file.getvalue().strip("\n").split("\n"))


def _draw(grid: Grid, console: Console) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=grid.title, title_style="bold", title_justify="left", caption=grid.legend, caption_justify="left",
        caption_style="dim", box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0),
    )  # fmt: skip
    for heading in grid.headings:
        table.add_column(heading, justify="left" if heading == "System" else "right")
    for row in grid.rows:
        name, *cells = row
        style = "bold" if name == OURS else ""
        table.add_row(Text(shortened(name, _LONGEST_NAME), style=style), *(Text(cell, style=style) for cell in cells))
    console.print(table)


def _markdown(evaluation: Evaluation, _layout: Layout) -> str:
    blocks = ["# Evaluation", headline(evaluation)]
    for grid in grids(evaluation):
        rule = ["---", *["---:"] * (len(grid.headings) - 1)]
        lines = [grid.headings, rule, *([_escaped(cell) for cell in row] for row in grid.rows)]
        blocks += [f"## {grid.title}", "\n".join(f"| {' | '.join(line)} |" for line in lines), grid.legend]
    said = remarks(evaluation)
    if said:
        blocks += ["## Remarks", "\n".join(f"- {_escaped(remark)}" for remark in said)]
    return "\n\n".join(blocks)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", harmless(text))


def _json(evaluation: Evaluation, _layout: Layout) -> str:
    return render_json(evaluation)


EVALUATION_FORMATS: dict[str, Callable[[Evaluation, Layout], str]] = {
    "terminal": _terminal,
    "markdown": _markdown,
    "json": _json,
}
