"""Runs of text on a page as lines, column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, pairwise
from typing import Any

# Thousandths of an em from the space to the tilde (Adobe's metrics): what looks like them is nearly as wide.
_SANS = """
278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584
584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278
278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500
500 334 260 334 584
"""
_SERIF = """
250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564
564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333
278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500
444 480 200 480 541
"""
_HAS_SERIFS = re.compile(
    r"times|serif|roman|georgia|garamond|minion|palatino|century|book|cambria|cmr|cmb", re.IGNORECASE
)
_SANS_SERIF = re.compile(r"sans", re.IGNORECASE)
_USUAL = 500.0
_PLAIN = ("/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding")  # a letter of ASCII has its own code in all


# Widths of letters, in ems, as Helvetica and Times have them on average: what matters is which lines are longer.
_NARROW, _WIDE = frozenset("iljtfrI.,;:!'’‘|()[]-/ "), frozenset("mwMWQOGD@—%&")
_INITIAL, _LARGE = 1.8, 1.3  # times the usual size: initials of a story, and headlines
_INITIALS = 12  # of a page at most
_GUTTER, _COLUMN_LINES = 40, 4  # points between the beginnings of columns at least; lines that make one


def reach(word: str, font: Any) -> float:
    """Tell how far a word reaches, in ems.

    Args:
        word: A word.
        font: The font's entry in the PDF; None where there is none. Its own widths count where their order is known.
    """
    font = font or {}
    first, widths = font.get("/FirstChar"), font.get("/Widths")
    is_known = isinstance(first, int) and isinstance(widths, list) and font.get("/Encoding") in _PLAIN
    usual = _usual_widths(str(font.get("/BaseFont", "")))
    total = 0.0
    for letter in word:
        at = ord(letter) - int(first) if is_known and letter.isascii() else -1
        width = widths[at] if is_known and 0 <= at < len(widths) else usual.get(letter, _USUAL)
        total += float(width) if isinstance(width, (int, float)) else _USUAL
    return total / 1000


@cache
def _usual_widths(name: str) -> dict[str, float]:
    has_serifs = _HAS_SERIFS.search(name) and not _SANS_SERIF.search(name)
    table = (_SERIF if has_serifs else _SANS).split()
    return {chr(code): float(width) for code, width in enumerate(table, start=32)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A run of text on a page: where its base line begins, from the lower left corner, and how large it is set.

    `reach` is how far it reaches, where that is known: of a single word, by the letters of its font.
    """

    text: str
    x: float
    y: float
    size: float
    is_fixed: bool = False
    is_turned: bool = False
    reach: float | None = None

    @property
    def width(self) -> float:
        """How wide it is, roughly."""
        return estimate_width(self.text, self.size, is_fixed=self.is_fixed)


def estimate_width(text: str, size: float, *, is_fixed: bool) -> float:
    """Tell how wide a text is, roughly, in the unit of its size."""
    if is_fixed:
        return 0.6 * size * len(text)
    narrow = sum(letter in _NARROW for letter in text)
    wide = sum(letter in _WIDE or letter.isupper() for letter in text)
    return size * (0.5 * len(text) - 0.22 * narrow + 0.22 * wide)


def join_strips(page: Sequence[Strip]) -> list[Strip]:
    """Make lines of the strips that stand beside each other in one: a change of font begins a new strip.

    Args:
        page: The strips of a page, in the order of the file.
    """
    lines: list[tuple[Strip, list[str]]] = []
    end = 0.0
    for strip in page:
        if lines and _continues(lines[-1][0], strip, end):
            first, parts = lines[-1]
            is_mark = strip.text.strip() in ("-", "\u2010", "\u00ad")  # a hyphen that typesetting put there
            is_apart = strip.x - end > 0.12 * strip.size and not parts[-1].endswith(" ") and not is_mark
            parts += [" ", strip.text] if is_apart else [strip.text]
            lines[-1] = (first if first.size >= strip.size else replace(first, size=strip.size)), parts
        else:
            lines.append((strip, [strip.text]))
        end = strip.x + (strip.width if strip.reach is None else strip.reach)
    texts = ((line, " ".join("".join(parts).replace("\x00", "").split())) for line, parts in lines)
    return _with_initials([replace(line, text=text) for line, text in texts if text])


def _with_initials(lines: list[Strip]) -> list[Strip]:
    """Lines with each initial that is set over several of them put before the first."""
    large = _INITIAL * _usual_size(lines)
    caps = [line for line in lines if len(line.text) == 1 and line.text.isalpha() and line.size > large]
    for cap in caps[:_INITIALS]:
        beside = [
            at
            for at, line in enumerate(lines)
            if 0 < line.x - cap.x < 1.5 * cap.size and -0.2 * cap.size < line.y - cap.y < cap.size
        ]
        if not beside:
            continue
        first = max(beside, key=lambda at: lines[at].y)
        for at in beside:  # they are set in for the initial only
            text = cap.text + lines[at].text if at == first else lines[at].text
            lines[at] = replace(lines[at], text=text, x=cap.x)
        lines = [line for line in lines if line is not cap]
    return lines


def _usual_size(lines: Sequence[Strip]) -> float:
    return sorted(line.size for line in lines)[len(lines) // 2] if lines else 0.0


def _continues(line: Strip, strip: Strip, end: float) -> bool:
    is_level = abs(strip.y - line.y) < 0.3 * max(strip.size, line.size)
    return is_level and -strip.size < strip.x - end < strip.size


def order_lines(lines: list[Strip]) -> list[Strip]:
    """Put lines in order, column by column. The order of the file is kept where it does not jump between columns.

    Args:
        lines: The lines of a page, in the order of the file.
    """
    columns = _left_edges(lines)
    if len(columns) < 2:
        return _downward(lines)
    column_of = [min(range(len(columns)), key=lambda at: abs(columns[at] - line.x)) for line in lines]
    jumps = sum(one != other for one, other in pairwise(column_of))
    across = _across(lines, columns, column_of)
    if jumps <= 3 * len(columns) and not _is_turned_round(lines, column_of, across):
        return lines
    ordered: list[Strip] = []
    block: list[tuple[int, Strip]] = []
    for at in sorted(range(len(lines)), key=lambda at: (-round(lines[at].y), lines[at].x)):
        column, line = column_of[at], lines[at]
        if at in across:  # it runs across: what is above it is read before what is below
            ordered += [strip for _, strip in sorted(block, key=lambda pair: (pair[0], -pair[1].y))]
            block = []
            ordered.append(line)
        else:
            block.append((column, line))
    return ordered + [strip for _, strip in sorted(block, key=lambda pair: (pair[0], -pair[1].y))]


def _across(lines: list[Strip], columns: list[float], column_of: list[int]) -> frozenset[int]:
    """The lines that run across columns: far wider than one, or set larger than the text and beyond the next's edge."""
    widest = 1.3 * min(right - left for left, right in pairwise(columns))
    large = _LARGE * _usual_size(lines)
    edges = [*columns[1:], float("inf")]
    return frozenset(
        at
        for at, line in enumerate(lines)
        if line.width > widest or (line.size > large and line.x + line.width > edges[column_of[at]])
    )


def _is_turned_round(lines: list[Strip], column_of: list[int], across: frozenset[int]) -> bool:
    """Whether the file has a column before the one to its left, where no line runs across between them."""
    runs = [list(run) for _, run in groupby(range(len(lines)), key=column_of.__getitem__)]
    columns = [run for run in runs if len(run) >= _COLUMN_LINES]
    heights = [lines[at].y for at in across]
    return any(
        column_of[one[0]] > column_of[other[0]]
        and not any(lines[other[-1]].y <= height <= lines[one[0]].y for height in heights)
        for one, other in pairwise(columns)
    )


def _left_edges(lines: list[Strip]) -> list[float]:
    """Where columns begin: places where four lines or more do, an indent aside."""
    edges: list[list[float]] = []
    for x in sorted(line.x for line in lines):
        if edges and x - edges[-1][-1] < _GUTTER:
            edges[-1].append(x)
        else:
            edges.append([x])
    return [edge[0] for edge in edges if len(edge) >= _COLUMN_LINES]


def _downward(lines: list[Strip]) -> list[Strip]:
    """One column: from the top down, whatever the order of the file (heads and feet often come first or last)."""
    return sorted(lines, key=lambda line: -round(line.y, 1))
