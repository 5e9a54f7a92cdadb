"""summarizer brief: one attributed briefing."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

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
  summarizer brief today/ --since yesterday.json
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


class _Told(NamedTuple):
    """How much is told beside the statements."""

    citations: Literal["footnotes", "plain"]
    reasons: bool


def telling(
    citations: Annotated[
        _Citations,
        typer.Option(help="In markdown and docx: notes that quote each passage, or numbers of sources alone."),
    ] = _Citations.footnotes,
    reasons: Annotated[
        bool, typer.Option("--explain", help="Say why each statement was chosen, and which similar ones were not.")
    ] = False,
) -> _Told:
    """Turn the options of what is told into one value."""
    return _Told(citations=citations.value, reasons=reasons)


@with_options(delivery=delivering, settings=asking, read_settings=reading, told=telling)
def print_briefing(
    sources: Sources,
    *,
    settings: Settings,
    read_settings: ReadSettings,
    delivery: Delivery,
    told: _Told,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="An earlier briefing of the story, as --format json wrote it: what is new since comes first, and what"
            " changed is told.",
        ),
    ] = None,
) -> None:
    """Print one attributed briefing of several reports of one story, or write it into files.

    Statements are quoted word for word. Each cites every report that says it, and counts the independent origins.
    """
    from summarizer import choose_formats, explain, read_briefing, read_documents, render, render_bytes, run_pipeline

    citations, reasons = told
    todo = plan(delivery, [*sources, *filter(None, [read_settings.sources, since])], choose_formats)
    earlier = read_briefing(since) if since is not None else None
    with stages() as progress:
        documents = read_documents(sources, read_settings, network=True, progress=progress)
        run = run_pipeline(documents, settings, since=earlier, progress=progress)

    def tell(form: str, look: Look) -> str:
        return render(run, form, width=look.width, colour=look.colour, citations=citations, explain=reasons)

    draw = partial(render_bytes, run, citations=citations, explain=reasons)
    aside = explain(run) if reasons and todo.formats <= WITHOUT_REASONS else ""
    deliver(Result(draw=draw, tell=tell, aside=aside), todo)
