"""Marks and letters that are easily taken for others."""

from __future__ import annotations

import re
from functools import lru_cache

# Hebrew writes abbreviations so: ארה"ב.
INSIDE_WORDS = r'(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])'
_INSIDE_WORDS = re.compile(INSIDE_WORDS)
_OPENERS = ("“", '"', "«", "'", "‘")
_QUOTED = re.compile(
    # Each begins with its mark: a search passes over all other characters fast.
    r"“[^”]{0,1500}”|\"[^\"]*?(?:\"|'')|«[^»]{0,1500}»|'(?<!\w.)(?=[A-Z\[]).{0,1500}?[’'](?!\w)"
    r"|‘(?<!\w.)(?:(?=[A-Z\[]).{0,1500}?[’'](?!\w)|.{0,1500}?’(?!\w))"
)


def count_straight_marks(text: str) -> int:
    """Count the straight quotation marks of a text, two apostrophes for one, but for those that are part of a word."""
    count = text.count('"') + text.count("''")
    return count - len(_INSIDE_WORDS.findall(text)) if count and not text.isascii() else count


def is_in_capitals(text: str) -> bool:
    """Tell whether a text shouts: one in a script without capitals does not by a name in Latin letters."""
    return text.isupper() and 2 * sum(map(str.isupper, text)) >= sum(map(str.isalpha, text))


@lru_cache(maxsize=1024)  # several flaws of one sentence ask
def strip_quotations(text: str) -> str:
    """Empty the quotations of a text: what is left is said by its writer."""
    return _QUOTED.sub("“”", text) if any(map(text.__contains__, _OPENERS)) else text
