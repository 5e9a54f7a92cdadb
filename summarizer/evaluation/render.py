"""An evaluation as text, tables with remarks in plain words, or JSON."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.errors import SettingsError
from summarizer.evaluation.records import MEASURES, OURS, Evaluation, Mean, OmittedCluster, Result, Score
from summarizer.renderers.options import RenderOptions
from summarizer.renderers.sanitize import sanitize, shortened

if TYPE_CHECKING:
    from rich.console import Console

NOTHING = "–"
_MOST_NAMED = 12
_KINDS = {"Recall": "recall", "F": "f"}
_SIZES = ("1", "2", "4", "l")
SCHEMA_NAME = "summarizer/evaluation/1"

_DIGITS = 5  # as the original prints them
_LONGEST_NAME = 24
_SPECIAL = re.compile(r"[\\`*_\[\]<>#~$^{}|&]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: its title, what its columns mean, and one row a system, the name first."""

    title: str
    legend: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def headline(evaluation: Evaluation) -> str:
    """Say what was measured, and on how much."""
    count = len(evaluation.clusters)
    stems = "irregular forms looked up, then stemmed" if evaluation.irregular else "stemmed"
    return (
        f"{count} {'cluster' if count == 1 else 'clusters'}; the first {evaluation.words} words of summaries and"
        f" references; {stems}, stop words kept, pooled over the references."
    )


def grids(evaluation: Evaluation) -> tuple[Grid, ...]:
    """Return the tables: ROUGE recall, ROUGE F, and what else was measured."""
    return *(_rouge(evaluation, title, kind) for title, kind in _KINDS.items()), _others(evaluation)


def remarks(evaluation: Evaluation) -> tuple[str, ...]:
    """Return what was left out or scored 0, a line each, the first dozen of a kind; and what is odd about the data."""
    lines = list(evaluation.notes)
    for result in evaluation.results:
        lines += _named(f"{result.system} has no score for", result.missing)
        lines += _named(f"{result.system} scores 0 on", result.silent)
    return (*lines, *_named("Left out:", evaluation.skipped))


def _rouge(evaluation: Evaluation, title: str, kind: str) -> Grid:
    headings = ("System", "n", *(f"R-{size.upper()}" for size in _SIZES), "p")
    rows = []
    for result in evaluation.results:
        means = [result.mean(f"rouge_{size}_{kind}") for size in _SIZES]
        chance = _chance(means[_SIZES.index("2")])
        rows.append((result.system, str(len(result.scores)), *map(_interval, means), chance))
    legend = (
        f"ROUGE {title.lower() if kind == 'recall' else title} in percent, mean over n clusters and its 95 % interval;"
        " p: chance of an R-2 as far from summarizer's, were both as good."
    )
    return Grid(title=title, legend=legend, headings=headings, rows=tuple(rows))


def _others(evaluation: Evaluation) -> Grid:
    headings = ("System", "n", "Words", "Repeated bigrams", "Pairs that say the same", "Seconds")
    rows = tuple(
        (
            result.system,
            str(len(result.scores)),
            _number(result.words, 1),
            _percent(result.repeated),
            _number(result.pairs, 2),
            _number(result.seconds, 3),
        )
        for result in evaluation.results
    )
    legend = (
        "Means over n clusters: length before the cut; share of bigrams used before, in percent; pairs of sentences"
        f" with a cosine of {evaluation.same_limit:g} or more. Seconds for a cluster: the median."
    )
    return Grid(title="Beside the scores", legend=legend, headings=headings, rows=rows)


def _interval(mean: Mean | None) -> str:
    if mean is None:
        return NOTHING
    value = _percent(mean.value)
    return value if mean.low is None else f"{value} {_percent(mean.low)}–{_percent(mean.high)}"


def _chance(mean: Mean | None) -> str:
    if mean is None or mean.p is None:
        return NOTHING
    return "<.001" if mean.p < 0.001 else f"{mean.p:.3f}".removeprefix("0")


def _percent(share: float | None) -> str:
    return _number(None if share is None else 100 * share, 1)


def _number(value: float | None, digits: int) -> str:
    return NOTHING if value is None else f"{value:.{digits}f}"


def _named(lead: str, omissions: Sequence[OmittedCluster]) -> Iterator[str]:
    for omission in omissions[:_MOST_NAMED]:
        yield f"{lead} {omission.what}: {omission.why}"
    rest = len(omissions) - _MOST_NAMED
    if rest > 0:
        yield f"{lead} {rest} more, named in the json format"


def render_json(evaluation: Evaluation) -> str:
    """Write an evaluation as JSON text in ASCII: equal but for the keys `seconds` from run to run."""
    record = {
        "schema": SCHEMA_NAME,
        "words": evaluation.words,
        "irregular": evaluation.irregular,
        "same_limit": evaluation.same_limit,
        "clusters": list(evaluation.clusters),
        "systems": [_result(result) for result in evaluation.results],
        "skipped": _omissions(evaluation.skipped),
        "notes": list(evaluation.notes),
    }
    return json.dumps(record, allow_nan=False, indent=1)


def _result(result: Result) -> dict[str, Any]:
    return {
        "system": result.system,
        "clusters": len(result.scores),
        "means": {mean.measure: _mean(mean) for mean in result.means},
        "words": _rounded(result.words),
        "repeated": _rounded(result.repeated),
        "pairs": _rounded(result.pairs),
        "seconds": _rounded(result.seconds),
        "missing": _omissions(result.missing),
        "silent": _omissions(result.silent),
        "scores": [_score(score) for score in result.scores],
    }


def _mean(mean: Mean) -> dict[str, float | None]:
    return {
        "mean": _rounded(mean.value),
        "low": _rounded(mean.low),
        "high": _rounded(mean.high),
        "p": _rounded(mean.p),
    }


def _score(score: Score) -> dict[str, Any]:
    rouge = {measure: _rounded(value) for measure, value in zip(MEASURES, score.rouge, strict=True)}
    return {
        "cluster": score.cluster,
        **rouge,
        "words": score.words,
        "repeated": _rounded(score.repeated),
        "pairs": score.pairs,
        "seconds": _rounded(score.seconds),
    }


def _omissions(omissions: Sequence[OmittedCluster]) -> list[dict[str, str]]:
    return [{"what": omission.what, "why": omission.why} for omission in omissions]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)


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

    Example:
        >>> cluster = Cluster(id="talks", documents=read_documents("seeds"), references=("Blinken met Qin.",))
        >>> evaluation = evaluate([cluster], words=100, systems=["lead"])
        >>> print(render_evaluation(evaluation, "markdown").splitlines()[0])
        # Evaluation
    """
    if name not in EVALUATION_FORMATS:
        raise SettingsError(f"format: found {name!r}, wanted one of {', '.join(EVALUATION_FORMATS)}.")
    return EVALUATION_FORMATS[name](evaluation, RenderOptions(width=width, colour=colour))


def _terminal(evaluation: Evaluation, layout: RenderOptions) -> str:
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
        console.print(Text(sanitize(remark), style="dim"))
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


def _markdown(evaluation: Evaluation, _layout: RenderOptions) -> str:
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
    return _SPECIAL.sub(r"\\\g<0>", sanitize(text))


EVALUATION_FORMATS: dict[str, Callable[[Evaluation, RenderOptions], str]] = {
    "terminal": _terminal,
    "markdown": _markdown,
    "json": lambda evaluation, _layout: render_json(evaluation),
}
