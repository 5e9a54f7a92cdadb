"""summarizer evaluate: scores of summaries, beside other systems."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.option_groups import with_options
from summarizer.cli.options import Output
from summarizer.cli.output import check_output, put
from summarizer.cli.terminal import bar, look_of

EXAMPLES = """Examples:

  summarizer evaluate clusters.jsonl --words 250
  summarizer evaluate clusters/ --systems summarizer,lead,LexRank
  summarizer evaluate clusters.jsonl --outputs published.jsonl -o table.md

A data set has one cluster a line, {"id", "lang", "documents": [{"id", "title", "text"}], "references": ["…"]}, or is \
a folder with a folder for each cluster, in it documents/ and references/. Outputs have {"id", "system", "summary"}."""

_ENDINGS = {".json": "json", ".md": "markdown", ".markdown": "markdown"}


def _formats() -> list[str]:
    from summarizer import EVALUATION_FORMATS

    return list(EVALUATION_FORMATS)


def _form_of(asked: str | None, output: str | None) -> str:
    """Return the format asked for, else the one that the name of the file ends in."""
    from summarizer import SettingsError

    form = asked or _ENDINGS.get(Path(output or "").suffix.casefold(), "terminal")
    if form not in _formats():
        raise SettingsError(f"--format: found {form!r}, wanted one of {', '.join(_formats())}.")
    return form


Target = tuple[str, str | None]  # the format, and the file


def writing(
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="F",
            autocompletion=_formats,
            help="One of terminal, markdown, json; by default the ending of FILE decides.",
        ),
    ] = None,
    output: Output = None,
) -> Target:
    """Turn the options of what is written into the format and the file."""
    return _form_of(form, output), output


@with_options(target=writing)
def show_evaluation(
    datasets: Annotated[
        list[str],
        typer.Argument(
            metavar="DATASETS...", show_default=False, help="JSON Lines files, folders of clusters, in any mix."
        ),
    ],
    *,
    words: Annotated[int, typer.Option(metavar="N", help="Most words of a summary; everything is cut to them.")] = 250,
    systems: Annotated[
        str | None,
        typer.Option(
            metavar="A,B",
            help="Some of summarizer, TextRank, LexRank, LSA, KL, Luhn, SumBasic, Reduction (sumy's), lead, random,"
            " oracle; all of them by default.",
        ),
    ] = None,
    outputs: Annotated[
        str | None, typer.Option(metavar="FILE", help="JSON Lines with summaries of other systems, to be measured too.")
    ] = None,
    irregular: Annotated[
        bool, typer.Option("--irregular", help='Look irregular English forms up before stemming ("went" is "go").')
    ] = False,
    target: Target,
) -> None:
    """Measure the summaries against those that people wrote, side by side with other systems.

    ROUGE-1, -2, -4 and -L with 95 % intervals and a paired test, redundancy, length, time. Wants the extra "evaluate".
    """
    from summarizer import evaluate, render_evaluation

    gc.enable()  # this run is no short one
    form, output = target
    check_output(output, [*datasets, outputs])
    with bar() as progress:
        asked = None if systems is None else systems.split(",")
        evaluation = evaluate(
            datasets, words=words, systems=asked, outputs=outputs, irregular=irregular, progress=progress
        )
    look = look_of(output)
    put(render_evaluation(evaluation, form, width=look.width, colour=look.colour), output)
