"""The command line: parses, calls public names, prints, exits; one file a command."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from summarizer import SummarizerError, __version__
from summarizer.cli import batch, brief, check, compare, evaluate, languages, read, sources, stories
from summarizer.cli.output import NOT_WRITTEN, ClosedOutput
from summarizer.cli.terminal import printable

BAD_INPUT = 2
_PACKAGE = Path(__file__).parents[1]


class _Commands(TyperGroup):
    """Turns what the package raises on purpose into one line and an exit code, and what it warns of into one line.

    Our own bugs stay what Python raises.
    """

    def invoke(self, ctx: Any) -> Any:
        show = warnings.showwarning

        def tell(message: Warning | str, category: type[Warning], filename: str, *more: Any, **named: Any) -> None:
            if Path(filename).is_relative_to(_PACKAGE):
                typer.echo(f"summarizer: {printable(str(message))}", err=True)
            else:
                show(message, category, filename, *more, **named)

        try:
            with warnings.catch_warnings():
                warnings.showwarning = tell
                return super().invoke(ctx)
        except SummarizerError as error:
            typer.echo(f"summarizer: {printable(str(error))}", err=True)
            raise typer.Exit(BAD_INPUT) from error


EXAMPLES = """Examples:

  summarizer brief seeds/
  summarizer brief a.txt b.txt --words 100 --focus "military contacts"
  summarizer brief seeds/ -o briefing.md -o briefing.docx
  summarizer check memo.md seeds/
  summarizer sources seeds/
  summarizer read mail.mbox talks.pdf -o reports.jsonl
  summarizer stories feeds/ --brief -o briefings/
  summarizer batch clusters.jsonl -o briefings.jsonl
  summarizer compare seeds/ --words 150
  summarizer evaluate clusters.jsonl
  summarizer languages

Results go to standard output or to the files named, everything else to standard error. Exit codes: 0 done, 1 done \
but check found what it is to fail on, or batch could not brief each cluster, 2 bad input or usage, 3 done but no \
browser could be opened."""

app = typer.Typer(
    cls=_Commands,
    name="summarizer",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"summarizer {__version__}")
        raise typer.Exit


@app.callback(epilog=EXAMPLES)
def describe(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Several reports of one story in, one attributed briefing out.

    Every statement is quoted word for word and cites each report that says it.
    """


app.command("brief", epilog=brief.EXAMPLES)(brief.print_briefing)
app.command("check", epilog=check.EXAMPLES)(check.check_drafts)
app.command("sources", epilog=sources.EXAMPLES)(sources.show_sources)
app.command("read", epilog=read.EXAMPLES)(read.write_reports_read)
app.command("stories", epilog=stories.EXAMPLES)(stories.show_stories)
app.command("batch", epilog=batch.EXAMPLES)(batch.write_briefings)
app.command("compare", epilog=compare.EXAMPLES)(compare.show_comparison)
app.command("evaluate", epilog=evaluate.EXAMPLES)(evaluate.show_evaluation)
app.command("languages", epilog=languages.EXAMPLES)(languages.show_languages)


def _end_unheard(error: OSError) -> None:
    """Say, where anyone can hear it, that something could not be written, and end."""
    with suppress(OSError):
        typer.echo(f"summarizer: cannot write ({error.strerror}); check the space and the streams it has.", err=True)
    # What is left in the buffers would fail once more as Python ends, and be told in its words.
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    sys.exit(BAD_INPUT)


def main() -> None:
    """Run the command line: what `summarizer` and `python -m summarizer` call."""
    # A short run keeps nearly all that it makes: to look for garbage meanwhile costs it a tenth of its time.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        # News is full of dashes and accents that an old console's encoding lacks: show them escaped, never fail.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    if sys.stdout is None:
        sys.stdout = ClosedOutput()
    try:
        app()
    except OSError as error:
        # Results have messages of their own: this is about help, the version, and messages themselves.
        if error.errno not in NOT_WRITTEN:
            raise
        _end_unheard(error)
    finally:
        # Nothing is worth looking through before the process ends either: another seventh.
        gc.freeze()
