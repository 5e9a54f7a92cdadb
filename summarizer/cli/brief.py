"""summarizer brief: one attributed briefing."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from summarizer.cli.delivery import deliver, plan
from summarizer.cli.options import (
    Cache,
    Described,
    Fields,
    Focus,
    Language,
    Limits,
    Outputs,
    Private,
    Refresh,
    Rules,
    Sentences,
    Share,
    Sources,
    Words,
    read_settings,
)
from summarizer.cli.terminal import stages

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


def print_briefing(
    sources: Sources,
    words: Words = None,
    sentences: Sentences = None,
    share: Share = None,
    focus: Focus = None,
    fields: Fields = None,
    described: Described = None,
    language: Language = None,
    limits: Limits = None,
    private: Private = False,
    cache: Cache = None,
    refresh: Refresh = False,
    rules: Rules = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="F",
            autocompletion=_formats,
            help="One of terminal, markdown, html, docx, json, csl-json, text, or a plug-in's; by default what FILE"
            " ends in tells.",
        ),
    ] = None,
    output: Outputs = None,
    citations: Annotated[
        _Citations,
        typer.Option(help="In markdown and docx: notes that quote each passage, or numbers of sources alone."),
    ] = _Citations.footnotes,
    shown: Annotated[bool, typer.Option("--open", help="Show the briefing as a page in the browser.")] = False,
    reasons: Annotated[
        bool, typer.Option("--explain", help="Say after the briefing why each statement is in it, and what it beat.")
    ] = False,
) -> None:
    """Print one attributed briefing of several reports of one story, or write it into files.

    Statements are quoted word for word. Each cites every report that says it, and counts the independent origins.
    """
    from summarizer import Settings, read_documents, run_pipeline

    settings = Settings(words=words, sentences=sentences, share=share, focus=focus, language=language or "en")
    reading = read_settings(fields, described, language, limits, private, cache, refresh, rules)
    todo = plan(output or [], form, shown=shown, sources=[*sources, *([described] if described else [])])
    with stages() as progress:
        run = run_pipeline(
            read_documents(sources, reading, network=True, progress=progress), settings, progress=progress
        )
    deliver(run, todo, citations=citations.value, reasons=reasons)
