"""summarizer read: the reports, read and cleaned once, to be kept."""

from __future__ import annotations

from typing import Annotated

import typer

from summarizer.cli.options import (
    Cache,
    Described,
    Fields,
    Language,
    Limits,
    Output,
    Private,
    Refresh,
    Rules,
    Sources,
    read_settings,
)
from summarizer.cli.output import check_output, put
from summarizer.cli.terminal import stages

EXAMPLES = """Examples:

  summarizer read mail.mbox talks.pdf feeds/ -o reports.jsonl
  summarizer brief reports.jsonl
  summarizer read export.csv --field text=Artikel --format text"""


def _formats() -> list[str]:
    from summarizer import REPORT_FORMATS

    return list(REPORT_FORMATS)


def write_reports_read(
    sources: Sources,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="F", autocompletion=_formats, help="jsonl: all that is known; text: the stories alone."
        ),
    ] = "jsonl",
    fields: Fields = None,
    described: Described = None,
    language: Language = None,
    limits: Limits = None,
    private: Private = False,
    cache: Cache = None,
    refresh: Refresh = False,
    rules: Rules = None,
    output: Output = None,
) -> None:
    """Read and clean reports of any kind, and write them as JSON Lines, so that the reading is done once.

    `summarizer brief` makes the same briefing of what this writes as of the files themselves.
    """
    from summarizer import REPORT_FORMATS, SettingsError, read_documents, write_reports

    settings = read_settings(fields, described, language, limits, private, cache, refresh, rules)
    if form not in REPORT_FORMATS:
        raise SettingsError(f"--format: found {form!r}, wanted one of {', '.join(_formats())}.")
    check_output(output, [*sources, described])
    with stages() as progress:
        documents = read_documents(sources, settings, network=True, progress=progress)
    put(write_reports(documents, form), output)
