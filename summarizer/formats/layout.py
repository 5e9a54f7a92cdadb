"""What a format is given beside the briefing: how much room, whether colour, and the run that it came from."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.errors import SettingsError

if TYPE_CHECKING:
    from summarizer.model import Workings

PIPED_WIDTH = 100
NARROWEST = 50
WIDEST = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where a text will be shown, and what more can be told there.

    Attributes:
        width: Columns there are; None for those of the terminal in colour, and for 100 without colour.
        colour: Whether the reader's terminal understands colours and styles.
        run: The run that the briefing came from; None where only the briefing is at hand.
        explain: Whether a format that can show the reasons of a briefing in itself is to do so.

    Raises:
        SettingsError: the width is no whole number of at least 1.
    """

    width: int | None = None
    colour: bool = False
    run: Workings | None = None
    explain: bool = False

    def __post_init__(self) -> None:
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
