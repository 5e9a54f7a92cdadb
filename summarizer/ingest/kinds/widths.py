"""How far a word reaches on a page, by the widths of its letters."""

from __future__ import annotations

import re
from functools import cache
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
