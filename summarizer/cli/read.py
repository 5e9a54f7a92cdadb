"""summarizer read: the reports, read and cleaned once, to be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.option_groups import with_options
from summarizer.cli.options import Output, Sources, reading
from summarizer.cli.output import check_output, put
from summarizer.cli.terminal import stages

if TYPE_CHECKING:
    from summarizer import ReadSettings

EXAMPLES = """Examples:

  summarizer read mail.mbox talks.pdf feeds/ -o reports.jsonl
  summarizer brief reports.jsonl
  summarizer read export.csv --field text=Artikel --format text"""


def _formats() -> list[str]:
    from summarizer import REPORT_FORMATS

    return list(REPORT_FORMATS)


@with_options(read_settings=reading)
def write_reports_read(
    sources: Sources,
    read_settings: ReadSettings,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="F", autocompletion=_formats, help="jsonl: all that is known; text: the stories alone."
        ),
    ] = "jsonl",
    output: Output = None,
) -> None:
    """Read and clean reports of any kind, and write them as JSON Lines, so that the reading is done once.

    `summarizer brief` makes the same briefing of what this writes as of the files themselves.
    """
    from summarizer import REPORT_FORMATS, SettingsError, read_documents, write_reports

    if form not in REPORT_FORMATS:
        raise SettingsError(f"--format: found {form!r}, wanted one of {', '.join(_formats())}.")
    check_output(output, [*sources, read_settings.sources])
    with stages() as progress:
        documents = read_documents(sources, read_settings, network=True, progress=progress)
    put(write_reports(documents, form), output)
