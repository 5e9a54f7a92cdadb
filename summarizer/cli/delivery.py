"""Delivers a briefing: standard output, files, the user's browser."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from summarizer import OutputError, SettingsError
from summarizer.cli.output import STANDARD_OUTPUT, print_result, put_aside
from summarizer.cli.terminal import is_terminal, look_of, printable

if TYPE_CHECKING:
    from typing import Literal

    from summarizer import Run

NO_BROWSER = 3
PAGE = "html"
WITHOUT_TEXT = frozenset({"docx"})
WITHOUT_REASONS = frozenset({"json", "csl-json"})
# What says itself that it is UTF-8, or has to be.
UTF_8 = frozenset({"json", "csl-json", "html"})


class Plan(NamedTuple):
    """What is to be written.

    Attributes:
        files: The format of each file.
        printed: The format for standard output; None where nothing goes there.
        shown: Whether a browser is to show the page.
    """

    files: dict[str, str]
    printed: str | None
    shown: bool

    @property
    def page(self) -> str | None:
        """The first file that is a page."""
        return next((path for path, name in self.files.items() if name == PAGE), None)

    @property
    def formats(self) -> frozenset[str]:
        """Every format that the reader gets."""
        return frozenset({*self.files.values(), *filter(None, [self.printed]), *([PAGE] if self.shown else [])})


class Delivery(NamedTuple):
    """Where a briefing is asked to go.

    Attributes:
        outputs: The files, "-" for standard output.
        form: The format asked for.
        shown: Whether a browser is to show the page.
    """

    outputs: Sequence[str]
    form: str | None
    shown: bool


def plan(delivery: Delivery, sources: Sequence[str]) -> Plan:
    """Settle, before the long work, what goes where, and that it can.

    Args:
        delivery: Where the briefing is asked to go.
        sources: All that is read, whatever for.

    Raises:
        SettingsError: there is no such format, or what is asked for contradicts itself.
        MissingExtraError: a format needs a part that is not installed.
        OutputError: a file cannot be written, or is one of those that are read.
    """
    from summarizer import check_files, choose_formats

    outputs, form, shown = delivery.outputs, delivery.form, delivery.shown
    if not outputs and (form is not None or not shown):
        outputs = [STANDARD_OUTPUT]
    names = choose_formats(outputs, form)
    if shown:
        choose_formats([], PAGE)
    if outputs.count(STANDARD_OUTPUT) > 1:
        raise OutputError("standard output: found it named twice, wanted once.")
    check_files([output for output in outputs if output != STANDARD_OUTPUT], sources=sources)
    files = dict(zip(outputs, names, strict=True))
    printed = files.pop(STANDARD_OUTPUT, None)
    if printed in WITHOUT_TEXT and is_terminal(sys.stdout):
        raise SettingsError(
            f"format: found {printed}, which no terminal shows; name a file, such as -o brief.{printed}."
        )
    return Plan(files=files, printed=printed, shown=shown)


def deliver(run: Run, todo: Plan, *, citations: Literal["footnotes", "plain"], reasons: bool) -> None:
    """Write what was planned; nothing is written before all is rendered.

    Raises:
        OutputError: it cannot be written.
        Exit: no browser could be opened.
    """
    from summarizer import explain, render, render_bytes, write_files

    draw = partial(render_bytes, run, citations=citations, explain=reasons)
    contents = {path: draw(name) for path, name in todo.files.items()}
    result: str | bytes | None = None
    if todo.printed in WITHOUT_TEXT:
        result = draw(todo.printed)
    elif todo.printed is not None:
        look = look_of(None)
        text = render(run, todo.printed, width=look.width, colour=look.colour, citations=citations, explain=reasons)
        result = f"{text}\n"
    page = todo.page
    if todo.shown and page is None:
        drawn = draw(PAGE)
        page = _private_page()
        contents[page] = drawn
    write_files(contents)
    if result is not None:
        print_result(result, utf8=todo.printed in UTF_8)
    if reasons and todo.formats <= WITHOUT_REASONS:
        put_aside(explain(run))
    if todo.shown and page is not None:
        _show(page, is_new=page not in todo.files)


def _private_page() -> str:
    """Return the name of a file in a new folder that no one else can read, and that stays for the browser."""
    import tempfile

    try:
        return str(Path(tempfile.mkdtemp(prefix="summarizer-")) / "briefing.html")
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"No folder for the page can be made ({reason}); name a file, such as -o brief.html."
        ) from error


def _show(page: str, *, is_new: bool) -> None:
    import webbrowser

    try:
        opened = webbrowser.open(Path(page).resolve().as_uri())
    except (webbrowser.Error, OSError):
        opened = False
    if not opened:
        put_aside(f"summarizer: found no browser to show the page; open {printable(page)} in one.")
        raise typer.Exit(NO_BROWSER)
    if is_new:
        put_aside(f"The page is at {printable(page)}")
