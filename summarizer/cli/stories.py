"""summarizer stories: a heap of reports, grouped by the events that they tell of."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.option_groups import with_options
from summarizer.cli.options import asking, reading
from summarizer.cli.output import check_output, put, put_aside
from summarizer.cli.terminal import bar, look_of, printable, stages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer import Document, ReadSettings, Settings, Stories

EXAMPLES = """Examples:

  summarizer stories feeds/
  summarizer stories feeds/ --least 3 --format json -o stories.json
  summarizer stories feeds/ --brief -o briefings/ --words 150
  summarizer stories today/ --state stories.sqlite"""

Heap = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCES...",
        show_default=False,
        help="Reports of any stories, in any mix: files (text, HTML, PDF, Word, mail, feeds, JSON, archives …), folders"
        " (read whole), https:// addresses, - for standard input.",
    ),
]
_ENDINGS = {".json": "json", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}


def _formats() -> list[str]:
    from summarizer import STORIES_FORMATS

    return list(STORIES_FORMATS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where stories go.

    Attributes:
        form: The format of the list.
        output: The file, or the folder of the briefings; None for standard output.
        brief: Whether briefings are wanted.
        least: Fewest reports of a story that is shown or briefed.
    """

    form: str
    output: str | None
    brief: bool
    least: int


def delivering(
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="F",
            autocompletion=_formats,
            help="One of terminal, markdown, html, json; by default the ending of FILE decides.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the list to this file instead of standard output; with --brief, the folder of the briefings.",
        ),
    ] = None,
    brief: Annotated[
        bool,
        typer.Option("--brief", help="Write one briefing a story, and an index, into the folder that -o names."),
    ] = False,
    least: Annotated[
        int, typer.Option(metavar="N", min=1, help="Only stories of at least so many reports; json holds all.")
    ] = 1,
) -> Target:
    """Turn the options of where stories go into a target.

    Raises:
        SettingsError: there is no such format, or briefings are asked for without a folder.
    """
    from summarizer import SettingsError

    output = None if output == "-" else output
    if brief and output is None:
        raise SettingsError("--brief: found no folder for the briefings, wanted one; name it with -o FOLDER.")
    if brief and form is not None:
        raise SettingsError(f"--format: found {form!r} beside --brief, which writes every format; leave it out.")
    form = form or _ENDINGS.get(Path(output or "").suffix.casefold(), "terminal")
    if form not in _formats():
        raise SettingsError(f"--format: found {form!r}, wanted one of {', '.join(_formats())}.")
    return Target(form=form, output=output, brief=brief, least=least)


@with_options(target=delivering, settings=asking, read_settings=reading)
def show_stories(
    sources: Heap,
    *,
    settings: Settings,
    read_settings: ReadSettings,
    target: Target,
    window: Annotated[
        int, typer.Option(metavar="DAYS", min=0, help="Most days without a report within one story.")
    ] = 7,
    state: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Add the reports to the stories that this file holds from earlier runs, and say what is new in each.",
        ),
    ] = None,
) -> None:
    """Group any heap of reports into stories, and list them by size, origins and time; --brief briefs each.

    Each report says why it is in its story. The options of length and focus are those of the briefings.
    """
    from summarizer import check_folder, group_stories, read_documents, read_state

    gc.enable()  # this run is no short one
    read = [*sources, *filter(None, [read_settings.sources])]
    if target.brief and target.output is not None:
        check_folder(target.output, sources=read)
    else:
        check_output(target.output, read)
    check_output(state, read)
    with stages() as progress:
        documents = read_documents(sources, read_settings, network=True, progress=progress)
        stories = group_stories(documents, window=window, language=settings.language, state=state, progress=progress)
    if target.brief:
        if state is not None:
            documents = read_state(state, [story for story in stories if len(story) >= target.least])
        _write_briefings(stories, documents, target, settings)
    else:
        _list(stories, target)


def _list(stories: Stories, target: Target) -> None:
    from summarizer import render_stories

    look = look_of(target.output)
    text = render_stories(stories, target.form, least=target.least, width=look.width, colour=look.colour)
    put(text, target.output)


def _write_briefings(stories: Stories, documents: Sequence[Document], target: Target, settings: Settings) -> None:
    from summarizer import write_stories

    folder = target.output or ""
    with bar() as progress:
        pages = write_stories(stories, documents, folder, settings, least=target.least, progress=progress)
    failed = f", {len(pages.failures):,} without one (the index says why)" if pages.failures else ""
    index = printable(str(Path(folder, "index.html")))
    put_aside(f"summarizer: {len(pages.names):,} of {len(stories):,} stories briefed{failed}: {index}")
