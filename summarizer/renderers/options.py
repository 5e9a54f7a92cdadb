"""What a renderer is asked for: width, colour, how to cite, with or without reasons."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import Literal, get_args

from summarizer.errors import SettingsError
from summarizer.finished_run import Run

Citations = Literal["footnotes", "plain"]

PIPED_WIDTH = 100
NARROWEST = 40
WIDEST = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """Where a text will be shown, and what it is to show.

    Attributes:
        width: Columns there are; None for those of the terminal in colour, and for 100 without colour.
        colour: Whether the reader's terminal understands colours and styles.
        run: The run behind the briefing, where they are known.
        explain: Whether to show the reasons too, which are in `run`.
        citations: Footnotes that quote each passage, or the numbers of the sources alone, in formats that have both.

    Raises:
        SettingsError: the width is no whole number of at least 1, or there is no such way to cite.

    Example:
        >>> RenderOptions(width=72).columns
        72
    """

    width: int | None = None
    colour: bool = False
    run: Run | None = None
    explain: bool = False
    citations: Citations = "footnotes"

    def __post_init__(self) -> None:
        if self.citations not in get_args(Citations):
            raise SettingsError(f"citations: found {self.citations!r}, wanted one of {', '.join(get_args(Citations))}.")
        width = self.width
        if width is None:
            return
        if not isinstance(width, int) or isinstance(width, bool) or width < 1:
            raise SettingsError(f"width: found {width!r}, wanted a whole number of at least 1, or None.")

    @property
    def columns(self) -> int:
        """The columns to fill: never so few that nothing fits, nor so many that the eye loses the line."""
        width = self.width
        if width is None:
            width = shutil.get_terminal_size((PIPED_WIDTH, 24)).columns if self.colour else PIPED_WIDTH
        return min(max(width, NARROWEST), WIDEST)
