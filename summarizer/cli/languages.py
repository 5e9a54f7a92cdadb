"""summarizer languages: which languages there are, and what each has."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import Output
from summarizer.cli.output import check_output, put
from summarizer.cli.terminal import Look, look_of

if TYPE_CHECKING:
    from rich.table import Table

    from summarizer import LanguageOverview

EXAMPLES = """Examples:

  summarizer languages
  summarizer languages sw.toml
  summarizer languages --format json"""

FORMATS = ("table", "json")
_WIDTH = 120


def show_languages(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILES]...", help="TOML files of more languages, to be checked and listed too."),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="F", autocompletion=lambda: list(FORMATS), help="One of table, json.")
    ] = "table",
    output: Output = None,
) -> None:
    """Show the languages, and what each has: sections of its data with their numbers of words.

    What a language lacks is not read in its reports.
    """
    from summarizer import SettingsError, list_languages, register_language

    if form not in FORMATS:
        raise SettingsError(f"--format: found {form!r}, wanted one of {', '.join(FORMATS)}.")
    check_output(output, files or [])
    for file in files or []:
        register_language(file)
    languages = list_languages()
    put(_as_json(languages) if form == "json" else _as_tables(languages, look_of(output)), output)


def _as_json(languages: Sequence[LanguageOverview]) -> str:
    held = [
        {
            "code": one.code,
            "name": one.name,
            "is_compared": one.is_compared,
            "sections": {name: asdict(section) for name, section in one.sections.items()},
            "fault": one.fault,
        }
        for one in languages
    ]
    return json.dumps(held, ensure_ascii=False, indent=2)


def _as_tables(languages: Sequence[LanguageOverview], look: Look) -> str:
    """Two tables: languages with the general words side by side, and the others one below another."""
    from io import StringIO

    from rich.console import Console

    text = StringIO()
    console = Console(
        file=text,
        width=look.width or _WIDTH,
        force_terminal=look.colour,
        no_color=not look.colour,
        legacy_windows=False,
    )
    compared = sorted((one for one in languages if one.is_compared), key=lambda one: -len(one.sections))
    console.print(_compare(compared))
    console.print()
    console.print(_list([one for one in languages if one.sections and not one.is_compared]))
    faults = [f"Not usable: {one.fault}" for one in languages if one.fault]
    return "\n".join([*(line.rstrip() for line in text.getvalue().splitlines()), *faults])


def _compare(languages: Sequence[LanguageOverview]) -> Table:
    table = _table("Words of each section, by language")
    table.add_column("Section")
    for one in languages:
        table.add_column(f"{one.name} ({one.code})", justify="right")
    for name in sorted({name for one in languages for name in one.sections}):
        held = (one.sections.get(name) for one in languages)
        table.add_row(name, *("no" if section is None else f"{section.words:,}" for section in held))
    return table


def _list(languages: Sequence[LanguageOverview]) -> Table:
    table = _table("Languages with some sections only")
    table.add_column("Language")
    table.add_column("Sections, with their words")
    for one in languages:
        sections = ", ".join(f"{name} {section.words:,}" for name, section in one.sections.items())
        table.add_row(f"{one.name} ({one.code})", sections)
    return table


def _table(title: str) -> Table:
    from rich import box
    from rich.table import Table

    return Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
