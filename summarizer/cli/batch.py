"""summarizer batch: a briefing of each cluster of a data set."""

from __future__ import annotations

import gc
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.named_values import numbers_of, parted
from summarizer.cli.option_groups import with_options
from summarizer.cli.options import Fields, Limits, asking
from summarizer.cli.output import STANDARD_OUTPUT, put_aside
from summarizer.cli.terminal import counter, printable

if TYPE_CHECKING:
    from summarizer import BatchReport, ReadSettings, Settings, Workers

SOME_FAILED = 1
EXAMPLES = """Examples:

  summarizer batch clusters.jsonl -o briefings.jsonl
  summarizer batch "archive/*.jsonl.gz" -o briefings.jsonl.zst --words 100 --jobs 8
  summarizer batch s3://bucket/clusters.parquet -o s3://bucket/briefings.parquet
  summarizer batch clusters.jsonl -o briefings.jsonl --engine dask --scheduler tcp://10.0.0.5:8786

A line is a cluster, {"id", "documents": [{"id", "title", "text", "outlet", "published", "url"}]}. The same command \
again goes on with a run that was stopped."""


class _Engine(StrEnum):
    processes = "processes"
    dask = "dask"


def working(
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            help="How many clusters are briefed at a time; one on each core by default.",
        ),
    ] = None,
    engine: Annotated[
        _Engine, typer.Option(help="Processes of this machine, or a Dask cluster, which needs the extra of that name.")
    ] = _Engine.processes,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="The Dask scheduler, such as tcp://10.0.0.5:8786; else Dask runs here."),
    ] = None,
) -> Workers:
    """Turn the options of who does the work into workers.

    Raises:
        SettingsError: there is a scheduler without Dask.
    """
    from summarizer import Workers

    return Workers(jobs=jobs, engine=engine.value, scheduler=scheduler)


def naming(fields: Fields = None, limits: Limits = None) -> ReadSettings:
    """Turn the options of how clusters are read into settings.

    Raises:
        SettingsError: an option is not of the form NAME=VALUE, or names nothing that exists.
    """
    from summarizer import ReadSettings

    return ReadSettings(fields=dict(parted("--field", fields)), **numbers_of("--limit", limits, ReadSettings.limits()))


@with_options(workers=working, settings=asking, read_settings=naming)
def write_briefings(
    clusters: Annotated[
        list[str],
        typer.Argument(
            metavar="CLUSTERS...",
            show_default=False,
            help="JSON Lines or Parquet, packed or not; folders with a folder for each cluster; patterns, addresses"
            " such as s3://, - for standard input; in any mix.",
        ),
    ],
    *,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where the lines go: a file, an address, - for standard output; packed if it ends in .gz, .zst or"
            " .parquet. A file appears when all lines are there.",
        ),
    ] = STANDARD_OUTPUT,
    workers: Workers,
    settings: Settings,
    read_settings: ReadSettings,
) -> None:
    """Brief every cluster of a data set: a line of JSON each, in the order of the clusters.

    A cluster that cannot be briefed is a line with its error, and the exit code is then 1. The options of length and
    focus are those of brief.
    """
    from summarizer import run_batch

    gc.enable()  # this run is no short one
    with counter() as progress:
        report = run_batch(clusters, output, settings, read_settings=read_settings, workers=workers, progress=progress)
    _tell(report, output)
    if report.errors:
        raise typer.Exit(SOME_FAILED)


def _tell(report: BatchReport, output: str) -> None:
    if output == STANDARD_OUTPUT:
        sys.stdout.flush()
    kept = f"; {report.kept:,} of them were there" if report.kept else ""
    failed = f", {report.errors:,} without one (the line says why)" if report.errors else ""
    lines = report.briefings + report.errors
    where = "" if output == STANDARD_OUTPUT else f": {printable(output)}"
    put_aside(f"summarizer: {report.briefings:,} of {lines:,} clusters briefed{failed}{kept}{where}")
