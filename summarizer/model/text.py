"""Stretches of text, and how records and counts are told in a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_SHOWN = 60  # characters of a text that a line about its record shows
_RUN = 3  # so many neighbours are written as "4 to 6"


def count_words(text: str) -> int:
    """Count the words of a text: runs of characters that are not white space."""
    return len(text.split())


def count(number: int, noun: str) -> str:
    """Return "1 report" or "2 reports"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def list_numbers(numbers: Sequence[int]) -> str:
    """Return "1 to 3, 5 and 8": numbers as a sentence lists them."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    names = [
        name for run in runs for name in ([f"{run[0]} to {run[-1]}"] if len(run) >= _RUN else [str(one) for one in run])
    ]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def describe(record: object, *parts: object) -> str:
    """Return a record in one line, as its `repr` shows it: its class, and the parts that tell something."""
    return f"{type(record).__name__}({', '.join(str(part) for part in parts if part not in (None, ''))})"


def excerpt(text: str | None, most: int = _SHOWN) -> str:
    """Return the beginning of a text in one line and in quotation marks, cut at a word; "" for no text."""
    if not text:
        return ""
    line = " ".join(text[: 4 * most].split())
    if len(line) > most:
        cut = line[: most - 1]
        line = (cut.rpartition(" ")[0] if " " in cut[most // 2 :] else cut) + "…"
    return repr(line)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a document's text, from `start` up to and without `end`.

    Example:
        >>> span = Span(start=4, end=12)
        >>> span.of("The minister")
        'minister'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch itself."""
        return text[self.start : self.end]
