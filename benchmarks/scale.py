"""How the cost of a briefing grows with its reports, beside sumy, networkx and scikit-learn on the same sentences.

`python -m benchmarks.scale` writes reports of one story into a folder and briefs it from the command line, as a user
does: made-up reports, real ones where they are at hand, and reports that share sentences of one dispatch. `make bench`
asks for `--quick`, which measures small sizes, each once. `--json` keeps the figures, and `--from` makes the tables and
the picture of them again. No test depends on the figures.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks.scale_inputs import describe_real, dispatch_kind, kinds
from benchmarks.scale_peers import ROUNDS, TEN_ROUNDS, Tell, measure_peers, measure_ten
from benchmarks.scale_picture import draw_svg
from benchmarks.scale_results import Beside, Results
from benchmarks.scale_runs import measure_starts, measure_story
from benchmarks.scale_tables import print_sheets, to_markdown

app = typer.Typer(add_completion=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is measured.

    Attributes:
        sizes: Reports of one story.
        dispatch: Reports that share sentences of one dispatch.
        peers: Sentences beside which other programs are measured.
        rounds: How often stories of less than 1,000 reports, and other programs, are measured.
        ten: How often ten reports are; never where it is 0.
        jobs: Numbers of processes.
    """

    sizes: tuple[int, ...] = (5, 50, 500, 5000)
    dispatch: tuple[int, ...] = (300, 600, 1200)
    peers: tuple[int, ...] = (500, 1000, 2000)
    rounds: int = ROUNDS
    ten: int = TEN_ROUNDS
    jobs: tuple[int, ...]


def all_jobs() -> tuple[int, ...]:
    """One process, and one for each core."""
    return tuple(dict.fromkeys((1, os.cpu_count() or 1)))


FULL = Plan(jobs=all_jobs())
QUICK = Plan(sizes=(5, 50, 200), dispatch=(50, 200), peers=(300,), rounds=1, ten=3, jobs=all_jobs())


def measure(plan: Plan, results: Results, tell: Tell) -> Iterable[Results]:
    """Measure what a plan names, and yield the results whenever they have grown."""
    if plan.rounds and plan.sizes:
        results.starts += measure_starts(plan.rounds)
        yield results
    results.notes.append(describe_real())
    stories = [*product(kinds(), plan.sizes)]
    stories += [(dispatch_kind(), size) for size in plan.dispatch]
    for kind, size in stories:
        wholes, staged = measure_story(kind, size, plan.jobs, plan.rounds, tell)
        results.wholes += wholes
        results.stages.append(staged)
        yield results
    if plan.ten:
        add_peers(results, measure_ten(plan.ten, tell))
        yield results
    for kind, sentences in product(kinds(), plan.peers):
        add_peers(results, measure_peers(kind, sentences, plan.rounds, tell))
        yield results


def add_peers(results: Results, found: Iterable[Beside | str]) -> None:
    """Add figures to the figures, and reasons why there are none to the notes, each once."""
    for one in found:
        if isinstance(one, Beside):
            results.peers.append(one)
        elif one not in results.notes:
            results.notes.append(one)


def numbers(told: str | None, usual: tuple[int, ...], option: str) -> tuple[int, ...]:
    """Read the numbers of an option, ascending.

    Raises:
        typer.BadParameter: one is no whole number from 1.
    """
    if told is None:
        return usual
    parts = [part.strip() for part in told.split(",") if part.strip()]
    for part in parts:
        if not part.isdecimal() or not int(part):
            raise typer.BadParameter(
                f"found {part!r}, wanted whole numbers from 1 with commas between them, such as 5,50", param_hint=option
            )
    return tuple(sorted({int(part) for part in parts}))


@app.command(help=__doc__)
def main(
    sizes: Annotated[str | None, typer.Option(help="Reports of one story; '' for none. [5,50,500,5000]")] = None,
    dispatch: Annotated[str | None, typer.Option(help="Reports that share a dispatch. [300,600,1200]")] = None,
    peers: Annotated[str | None, typer.Option(help="Sentences beside other programs. [500,1000,2000]")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Small sizes, each measured once.")] = False,
    earlier: Annotated[Path | None, typer.Option("--from", help="Measure nothing: show what --json kept.")] = None,
    kept: Annotated[Path | None, typer.Option("--json", help="Keep the figures in this file.")] = None,
    svg: Annotated[Path | None, typer.Option("--svg", help="Draw the picture into this file.")] = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print the tables as Markdown.")] = False,
) -> None:
    """Measure, and show what was found."""
    for path in filter(None, (kept, svg)):
        if not path.absolute().parent.is_dir():
            raise typer.BadParameter(f"{path}: its folder is not there; make it first")
    if earlier and kept:
        raise typer.BadParameter("--json keeps what is measured, and --from measures nothing; leave out one of them")
    usual = QUICK if quick else FULL
    plan = Plan(
        sizes=numbers(sizes, usual.sizes, "--sizes"),
        dispatch=numbers(dispatch, usual.dispatch, "--dispatch"),
        peers=numbers(peers, usual.peers, "--peers"),
        rounds=usual.rounds,
        ten=usual.ten,
        jobs=usual.jobs,
    )
    results = find_results(plan, earlier, kept)
    if svg:
        write_picture(results, svg)
    if markdown:
        sys.stdout.write(to_markdown(results))
    else:
        print_sheets(results, Console() if sys.stdout.isatty() else Console(width=150))


def find_results(plan: Plan, earlier: Path | None, kept: Path | None) -> Results:
    """Read the figures that were kept, or measure them and keep them as they come."""
    if earlier:
        try:
            return Results.read(earlier)
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint="--from") from error
    results = Results()
    errors = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)
    with errors.status("measuring"):
        for found in measure(plan, results, errors.print):
            if kept:
                kept.write_text(found.to_json(), encoding="utf-8")
    return results


def write_picture(results: Results, path: Path) -> None:
    try:
        path.write_text(draw_svg(results), encoding="utf-8")
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--svg") from error


if __name__ == "__main__":
    app()
