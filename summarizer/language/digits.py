"""Figures in the digits and groups of English, whatever script and grouping a text has."""

from __future__ import annotations

import re
import unicodedata

_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_ODD = re.compile(r"[0-9](?:\s000|[\u00a0\u2009\u202f]|,[0-9]{2},)")
_SPACE = re.compile(r"\s")
# Round thousands, or with spaces that do not break: "on May 12 300 people" holds no such number.
_SPACED = re.compile(r"(?<![\d.,])(?<!\d\s)\d{1,3}(?:\s\d{3})*(?:\s000|[\u00a0\u2009\u202f]\d{3})(?![\d.,]\d|\s\d|\d)")
_LAKHS = re.compile(r"(?<![\d.,])\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])")


def write_plain(text: str) -> str:
    """Return a text of the same length with digits from 0 to 9, in groups of three parted by commas.

    Examples:
        >>> write_plain("816 000"), write_plain("8,16,000"), write_plain("٨١٦")
        ('816,000', '00816000', '816')
    """
    if not text.isascii():
        text = _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit.group())), text)
    if not _ODD.search(text):
        return text
    text = _SPACED.sub(lambda number: _SPACE.sub(",", number.group()), text)
    return _LAKHS.sub(lambda number: number.group().replace(",", "").rjust(len(number.group()), "0"), text)
