"""What several commands are asked with."""

from __future__ import annotations

from typing import Annotated

import typer

LENGTH = "Length (one of these)"


def _none_for_standard_output(value: str | None) -> str | None:
    return None if value == "-" else value


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCES",
        show_default=False,
        help="Reports of one story: text files, JSON Lines, folders (read whole), - for standard input, in any mix.",
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
