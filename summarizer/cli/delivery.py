"""Delivers a result: standard output, files, the user's browser."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import typer

from summarizer import OutputError, SettingsError
from summarizer.cli.output import STANDARD_OUTPUT, print_result, put_aside
from summarizer.cli.terminal import Look, is_terminal, look_of, printable

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
    """Where a result is asked to go.

    Attributes:
        outputs: The files, "-" for standard output.
        form: The format asked for.
        shown: Whether a browser is to show the page.
    """

    outputs: Sequence[str]
    form: str | None
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What is delivered.

    Attributes:
        draw: Gives the bytes of a file of a format.
        tell: Gives the text for standard output.
        aside: What is told beside it on standard error; "" for nothing.
        name: What a page is called that the reader has given no name.
    """

    draw: Callable[[str], bytes]
    tell: Callable[[str, Look], str]
    aside: str = ""
    name: str = "briefing.html"


Choose = Callable[[Sequence[str], str | None], tuple[str, ...]]


def plan(delivery: Delivery, sources: Sequence[str], choose: Choose) -> Plan:
    """Settle, before the long work, what goes where, and that it can.

    Args:
        delivery: Where the result is asked to go.
        sources: All that is read, whatever for.
        choose: Tells the format of each file, by their names and by the format asked for.

    Raises:
        SettingsError: there is no such format, or what is asked for contradicts itself.
        MissingExtraError: a format needs a part that is not installed.
        OutputError: a file cannot be written, or is one of those that are read.
    """
    from summarizer import check_files

    outputs, form, shown = delivery.outputs, delivery.form, delivery.shown
    if not outputs and (form is not None or not shown):
        outputs = [STANDARD_OUTPUT]
    names = choose(outputs, form)
    if shown:
        choose([], PAGE)
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


def deliver(result: Result, todo: Plan) -> None:
    """Write what was planned; nothing is written before all is rendered.

    Raises:
        OutputError: it cannot be written.
        Exit: no browser could be opened.
    """
    from summarizer import write_files

    contents = {path: result.draw(name) for path, name in todo.files.items()}
    printed: str | bytes | None = None
    if todo.printed in WITHOUT_TEXT:
        printed = result.draw(todo.printed)
    elif todo.printed is not None:
        printed = f"{result.tell(todo.printed, look_of(None))}\n"
    page = todo.page
    if todo.shown and page is None:
        drawn = result.draw(PAGE)
        page = _private_page(result.name)
        contents[page] = drawn
    write_files(contents)
    if printed is not None:
        print_result(printed, utf8=todo.printed in UTF_8)
    if result.aside:
        put_aside(result.aside)
    if todo.shown and page is not None:
        _show(page, is_new=page not in todo.files)


def _private_page(name: str) -> str:
    """Return the path of a file in a new folder that no one else can read, and that stays for the browser."""
    import tempfile

    try:
        return str(Path(tempfile.mkdtemp(prefix="summarizer-")) / name)
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
