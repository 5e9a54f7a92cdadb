"""Options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from summarizer import ReadSettings

LENGTH = "Length (one of these)"
READING = "Reading"


def _none_for_standard_output(value: str | None) -> str | None:
    return None if value == "-" else value


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCES...",
        show_default=False,
        help="Reports of one story, in any mix: files (text, HTML, PDF, Word, mail, feeds, JSON, archives …),"
        " folders (read whole), https:// addresses, - for standard input; -- before names that begin with a dash.",
    ),
]
Words = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        rich_help_panel=LENGTH,
        help="Most words of all statements together; 250 where no length is given.",
    ),
]
Sentences = Annotated[int | None, typer.Option(metavar="N", rich_help_panel=LENGTH, help="Most statements.")]
Share = Annotated[
    float | None,
    typer.Option(
        metavar="P", rich_help_panel=LENGTH, help="Most words, as a share of those of all reports: 0.1 is a tenth."
    ),
]
Focus = Annotated[
    str | None, typer.Option(metavar="TEXT", help="What you ask about, in your own words; favours what tells of it.")
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        callback=_none_for_standard_output,
        help="Write to this file, whole or not at all, instead of standard output.",
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file instead of standard output, in the format that it ends in; again for more files.",
    ),
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="OURS=THEIRS",
        rich_help_panel=READING,
        help="What JSON and CSV files call a field of ours: text=body, published=meta.date; as often as needed.",
    ),
]
Described = Annotated[
    str | None,
    typer.Option(
        "--sources",
        metavar="FILE",
        rich_help_panel=READING,
        help="TOML file with the outlet, date, credit or URL of files that do not tell; that of a folder is"
        " read anyway.",
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        metavar="CODE",
        rich_help_panel=READING,
        help="Language of the reports that do not tell it, such as de or fr; en where nothing is said.",
    ),
]
Limits = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=N",
        rich_help_panel=READING,
        help="Another limit for files that you trust, such as file_bytes=1000000000; messages name them.",
    ),
]
Private = Annotated[
    bool,
    typer.Option(
        "--allow-private", rich_help_panel=READING, help="Let pages of your own machine and network be fetched too."
    ),
]
Cache = Annotated[
    str | None,
    typer.Option(
        metavar="FOLDER",
        rich_help_panel=READING,
        help="Where fetched pages are kept, so that the next run needs no network; your system's folder for such by"
        " default.",
    ),
]
Refresh = Annotated[
    bool, typer.Option("--refresh", rich_help_panel=READING, help="Fetch pages anew even if they are kept.")
]
Rules = Annotated[
    list[str] | None,
    typer.Option(
        "--rule",
        metavar="NAME",
        rich_help_panel=READING,
        help="A cleaning rule of a plug-in to apply too; as often as needed.",
    ),
]


def read_settings(
    fields: list[str] | None,
    described: str | None,
    language: str | None,
    limits: list[str] | None,
    private: bool,
    cache: str | None,
    refresh: bool,
    rules: list[str] | None,
) -> ReadSettings:
    """Turn what was asked on the command line into settings.

    Raises:
        SettingsError: it is not of the form NAME=VALUE, or names nothing that exists.
    """
    from summarizer import ReadSettings, SettingsError

    named = dict(_parted("--field", fields))
    numbers = {}
    for name, value in _parted("--limit", limits):
        if name not in ReadSettings.limits():
            raise SettingsError(f"--limit: found {name!r}, wanted one of {', '.join(ReadSettings.limits())}.")
        try:
            numbers[name] = float(value) if name == "url_seconds" else int(value.replace("_", ""))
        except ValueError:
            raise SettingsError(f"--limit {name}: found {value!r}, wanted a number.") from None
    return ReadSettings(
        fields=named,
        sources=described,
        language=language,
        allow_private=private,
        cache=cache,
        refresh=refresh,
        cleaning_rules=tuple(rules or ()),
        **numbers,  # type: ignore[arg-type]
    )


def _parted(option: str, given: list[str] | None) -> list[tuple[str, str]]:
    from summarizer import SettingsError

    parted = []
    for one in given or ():
        name, mark, value = one.partition("=")
        if not mark or not name.strip() or not value.strip():
            raise SettingsError(f"{option}: found {one!r}, wanted NAME=VALUE.")
        parted.append((name.strip(), value.strip()))
    return parted
