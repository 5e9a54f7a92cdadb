"""Lines laid out for a terminal by rich; plain characters without colour."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, Protocol

from summarizer.renderers.options import RenderOptions
from summarizer.renderers.sanitize import quoted, sanitize, visible
from summarizer.renderers.wording import IN_PART, Cited, by_extent, markers

if TYPE_CHECKING:
    from rich.text import Text

Role = Literal["report", "name", "own", "cite", "note", "bad", "doubt", "good"]
Part = tuple[str, Role]
Pieces = list[Part]  # of one text, with nothing between them

# Words of reports stand as they are, those of the tool are set apart from them.
_STYLES: dict[Role, str] = {"report": "", "name": "bold", "own": "dim italic", "cite": "cyan", "note": "dim italic",
    "bad": "bold red", "doubt": "bold yellow", "good": "green",
}  # fmt: skip
# Only here may a number stand in brackets: whoever puts one answers for it.
_MAY_CITE = frozenset({"cite", "note"})


def shown(words: str, role: Role) -> str:
    """Return words as a page of any kind shows them."""
    return sanitize(words) if role in _MAY_CITE else quoted(words)


def cites(cited: Iterable[Cited]) -> list[Part]:
    """Return the numbers of the reports cited, "[1][2], in part [3]", with our words among them set apart."""
    whole, in_part = (markers(some) for some in by_extent(cited))
    if not in_part:
        return [(whole, "cite")]
    return [(f"{whole}," if whole else "", "cite"), (IN_PART, "own"), (in_part, "cite")]


class Surface(Protocol):
    """What reasons can be put on: a terminal's page, or a document of another kind."""

    columns: int

    def title(self, words: str, cite: str = "") -> None:
        """Put the title of it all, and the number of the report whose words it is."""

    def heading(self, words: str, aside: str = "") -> None:
        """Put a heading."""

    def paragraph(self, parts: Sequence[Part], *, marker: str = "", indent: int = 0) -> None:
        """Put parts, a space between them, under a marker that hangs out on the left."""

    def row(self, cells: Sequence[Sequence[Part]], widths: Sequence[int]) -> None:
        """Put one row of a table."""

    def unbroken(self, words: str, *, indent: int, label: str = "") -> None:
        """Put words that are not to be wrapped."""

    def gap(self) -> None:
        """Part what comes before from what follows."""


class Page:
    """A text that grows line by line and never grows past its width.

    Whatever is put on it is made harmless here, so that no caller can forget to; it is never read as rich's markup.
    """

    def __init__(self, layout: RenderOptions) -> None:
        from rich.console import Console

        self.columns = layout.columns
        self.colour = layout.colour
        # All that rich would ask the environment for is said here: equal briefings in equal layouts give equal bytes.
        self._console = Console(
            file=io.StringIO(),
            width=layout.columns,
            force_terminal=layout.colour,
            color_system="standard" if layout.colour else None,
            no_color=not layout.colour,
            force_jupyter=False,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
        )

    def title(self, words: str, cite: str = "") -> None:
        """Put the title of it all, and the number of the report whose words it is."""
        for line in self._wrapped([(words, "name"), (cite, "cite")], self.columns):
            self._put(line)

    def heading(self, words: str, aside: str = "") -> None:
        """Put a heading after an empty line: a rule in colour, a line of its own without."""
        from rich.rule import Rule

        self.gap()
        lines = self._wrapped([(words, "name"), (aside, "own")], self.columns)
        if self.colour and len(lines) == 1 and lines[0].cell_len <= self.columns - 4:
            self._console.print(Rule(lines[0], align="left", style="dim"))
            return
        for line in lines:
            self._put(line)

    def paragraph(
        self, parts: Sequence[Part | Pieces], *, marker: str = "", indent: int = 0, role: Role = "report"
    ) -> None:
        """Put parts, a space between them, wrapped under a marker of some role that hangs out on the left."""
        from rich.cells import cell_len
        from rich.text import Text

        hang = indent + (cell_len(marker) + 1 if marker else 0)
        lead = Text.assemble(" " * indent, (marker, _STYLES[role]), " " if marker else "")
        for line in self._wrapped(parts, self.columns - hang):
            self._put(Text.assemble(lead, line))
            lead = Text(" " * hang)

    def row(self, cells: Sequence[Sequence[Part]], widths: Sequence[int]) -> None:
        """Put one row of a table: cells side by side, two columns apart, each wrapped to its width."""
        from itertools import zip_longest

        from rich.text import Text

        columns = [self._wrapped(parts, width) for parts, width in zip(cells, widths, strict=True)]
        for lines in zip_longest(*columns):
            row = Text()
            for line, width in zip(lines, widths, strict=True):
                cell = line.copy() if line is not None else Text()
                cell.truncate(width, pad=True)
                row.append_text(cell).append("  ")
            row.rstrip()
            self._put(row)

    def unbroken(self, words: str, *, indent: int, label: str = "") -> None:
        """Put words that are not to be wrapped, such as an address to be copied; a label may stand before them."""
        lead = self._text([(label, "own")])
        lead.truncate(indent, pad=True)
        self._put(lead.append_text(self._text([(words, "report")])))

    def gap(self) -> None:
        """Put an empty line."""
        self._console.file.write("\n")

    def __str__(self) -> str:
        file = self._console.file
        assert isinstance(file, io.StringIO)  # noqa: S101 - for the type checker
        return file.getvalue().strip("\n")

    def _text(self, parts: Iterable[Part | Pieces]) -> Text:
        from rich.text import Text

        texts = [_joined(part) if isinstance(part, list) else _styled(part) for part in parts]
        return Text(" ").join(text for text in texts if text)

    def _wrapped(self, parts: Iterable[Part | Pieces], width: int) -> list[Text]:
        text = self._text(parts)
        if 0 < len(text) <= width and text.plain.isascii() and text.plain.isprintable():
            text.rstrip()
            return [text]  # most are: a column a letter, and nothing to wrap
        lines = list(text.wrap(self._console, width, overflow="fold"))
        for line in lines:
            line.rstrip()
        return lines

    def _put(self, line: Text) -> None:
        if self.colour or "\t" in line.plain:
            self._console.print(line, no_wrap=True, overflow="ignore", crop=False)
        else:
            self._console.file.write(f"{line.plain}\n")


def _styled(part: Part) -> Text:
    from rich.text import Text

    words, role = part
    return Text(shown(words, role), style=_STYLES[role], end="")


def _joined(pieces: Pieces) -> Text:
    """The pieces of one text, cut from what was made harmless as a whole: the white space between them stays."""
    from rich.text import Text

    return Text.assemble(
        *((" ".join(re.split(r"\s", visible(words))), _STYLES[role]) for words, role in pieces), end=""
    )
