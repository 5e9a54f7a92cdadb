"""summarizer brief: one attributed briefing."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from summarizer.cli.options import (
    Cache,
    Described,
    Fields,
    Focus,
    Limits,
    Output,
    Private,
    Refresh,
    Sentences,
    Share,
    Sources,
    Words,
    read_settings,
)
from summarizer.cli.output import check_output, put, put_aside
from summarizer.cli.terminal import look_of, stages

EXAMPLES = """Examples:

  summarizer brief seeds/
  summarizer brief seeds/ --words 100 --focus "military contacts" --explain
  summarizer brief seeds/ --format markdown --output briefing.md
  cat reports.jsonl | summarizer brief - --format json"""

DEFAULT_FORMAT = "terminal"
FOR_PROGRAMS = frozenset({"json"})


def _formats() -> list[str]:
    from summarizer import FORMATS

    return list(FORMATS)


def _check_format(name: str) -> None:
    from summarizer import SettingsError

    if name not in _formats():
        raise SettingsError(f"--format: found {name!r}, wanted one of {', '.join(_formats())}.")


def print_briefing(
    sources: Sources,
    words: Words = None,
    sentences: Sentences = None,
    share: Share = None,
    focus: Focus = None,
    fields: Fields = None,
    described: Described = None,
    limits: Limits = None,
    private: Private = False,
    cache: Cache = None,
    refresh: Refresh = False,
    form: Annotated[
        str,
        typer.Option("--format", metavar="F", autocompletion=_formats, help="One of terminal, markdown, json, text."),
    ] = DEFAULT_FORMAT,
    output: Output = None,
    reasons: Annotated[
        bool, typer.Option("--explain", help="Say after the briefing why each statement is in it, and what it beat.")
    ] = False,
) -> None:
    """Print one attributed briefing of several reports of one story.

    Statements are quoted word for word. Each cites every report that says it, and counts the independent origins.
    """
    from summarizer import Settings, explain, read_documents, render, workings

    settings = Settings(words=words, sentences=sentences, share=share, focus=focus)
    reading = read_settings(fields, described, limits, private, cache, refresh)
    _check_format(form)
    check_output(output)
    with stages() as progress:
        run = workings(read_documents(sources, reading, network=True, progress=progress), settings, progress=progress)
    look = look_of(output)
    text = render(run.briefing, form, width=look.width, colour=look.colour)
    if reasons and form not in FOR_PROGRAMS:
        why = explain(run, width=look.width, colour=look.colour)
        text += "\n\n" + (_fenced(why) if form == "markdown" else why)
    put(text, output, utf8=form in FOR_PROGRAMS)
    if reasons and form in FOR_PROGRAMS:
        put_aside(explain(run))


def _fenced(text: str) -> str:
    """Keep the lines of a text that is no Markdown: a fence is longer than any within it."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}"
