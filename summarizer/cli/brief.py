"""summarizer brief: one attributed briefing."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.delivery import WITHOUT_REASONS, Delivery, Result, deliver, plan
from summarizer.cli.option_groups import with_options
from summarizer.cli.options import Outputs, Sources, asking, reading
from summarizer.cli.terminal import Look, stages

if TYPE_CHECKING:
    from summarizer import ReadSettings, Settings

EXAMPLES = """Examples:

  summarizer brief seeds/
  summarizer brief seeds/ --words 100 --focus "military contacts" --explain
  summarizer brief seeds/ -o briefing.md -o briefing.docx -o sources.csl.json
  summarizer brief seeds/ --open
  cat reports.jsonl | summarizer brief - --format json"""


class _Citations(StrEnum):
    footnotes = "footnotes"
    plain = "plain"


def _formats() -> list[str]:
    from summarizer import FORMATS

    return list(FORMATS)


def delivering(
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="F",
            autocompletion=_formats,
            help="One of terminal, markdown, html, docx, json, csl-json, text, or a plug-in's; by default"
            " the ending of FILE decides.",
        ),
    ] = None,
    output: Outputs = None,
    shown: Annotated[bool, typer.Option("--open", help="Show the briefing as a page in the browser.")] = False,
) -> Delivery:
    """Turn the options of where the briefing goes into a delivery, not yet checked."""
    return Delivery(outputs=output or [], form=form, shown=shown)


@with_options(delivery=delivering, settings=asking, read_settings=reading)
def print_briefing(
    sources: Sources,
    *,
    settings: Settings,
    read_settings: ReadSettings,
    delivery: Delivery,
    citations: Annotated[
        _Citations,
        typer.Option(help="In markdown and docx: notes that quote each passage, or numbers of sources alone."),
    ] = _Citations.footnotes,
    reasons: Annotated[
        bool, typer.Option("--explain", help="Say why each statement was chosen, and which similar ones were not.")
    ] = False,
) -> None:
    """Print one attributed briefing of several reports of one story, or write it into files.

    Statements are quoted word for word. Each cites every report that says it, and counts the independent origins.
    """
    from summarizer import choose_formats, explain, read_documents, render, render_bytes, run_pipeline

    todo = plan(delivery, [*sources, *filter(None, [read_settings.sources])], choose_formats)
    with stages() as progress:
        run = run_pipeline(
            read_documents(sources, read_settings, network=True, progress=progress), settings, progress=progress
        )

    def tell(form: str, look: Look) -> str:
        return render(run, form, width=look.width, colour=look.colour, citations=citations.value, explain=reasons)

    draw = partial(render_bytes, run, citations=citations.value, explain=reasons)
    aside = explain(run) if reasons and todo.formats <= WITHOUT_REASONS else ""
    deliver(Result(draw=draw, tell=tell, aside=aside), todo)
