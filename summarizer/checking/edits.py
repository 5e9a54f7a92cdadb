"""The letters in which a quotation differs from the passage that it repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from summarizer.model import Edit, Span

_WORD_OR_MARKS = re.compile(r"\w+|[^\w\s]+")
_MARKS = str.maketrans({**dict.fromkeys("“”„«»‟", '"'), **dict.fromkeys("‘’‚‛`´", "'"), **dict.fromkeys("‐‑‒–—−", "-")})


def plain_marks(text: str) -> str:
    """Return a text with one kind of quotation marks, apostrophes and dashes, as long as before.

    Example:
        >>> plain_marks("“5–7”, he said")
        '"5-7", he said'
    """
    return text.translate(_MARKS)


def find_edits(quoted: Span, own: str, said: Span, was: str) -> Iterator[Edit]:
    """Find the words of a quotation that a passage has otherwise, cut down to the letters that differ.

    Marks alone, and the capital of the first letter, are no edits.

    Args:
        quoted: Where the quotation stands in the draft.
        own: Its text.
        said: Where the passage stands in the report.
        was: Its text.

    Example:
        >>> [*find_edits(Span(start=0, end=9), "We gave in", Span(start=5, end=14), "We give in")]
        [Edit('i', 'a')]
    """
    mine, its = [*_WORD_OR_MARKS.finditer(own)], [*_WORD_OR_MARKS.finditer(was)]
    matcher = SequenceMatcher(
        None,
        [plain_marks(match.group()) for match in mine],
        [plain_marks(match.group()) for match in its],
        autojunk=False,
    )
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        one, other = _stretch(mine, a, b, len(own)), _stretch(its, c, d, len(was))
        one, other = _trim_common(own, one, was, other)
        old, new = was[slice(*other)], own[slice(*one)]
        is_capital = not one[0] and old.casefold() == new.casefold()
        if any(map(str.isalnum, old + new)) and not is_capital:
            yield Edit(
                draft=Span(start=quoted.start + one[0], end=quoted.start + one[1]),
                report=Span(start=said.start + other[0], end=said.start + other[1]),
                was=old,
                now=new,
            )


def _stretch(words: Sequence[re.Match[str]], first: int, end: int, size: int) -> tuple[int, int]:
    """Where some words stand; where there are none, the place between their neighbours."""
    if first < end:
        return words[first].start(), words[end - 1].end()
    place = words[first].start() if first < len(words) else size
    return place, place


def _trim_common(
    one: str, first: tuple[int, int], other: str, second: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Two stretches without the letters that both begin and end with, where each is one word."""
    (a, b), (c, d) = first, second
    if " " in one[a:b] or " " in other[c:d]:
        return first, second
    while a < b and c < d and one[a] == other[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and one[b - 1] == other[d - 1]:
        b, d = b - 1, d - 1
    return (a, b), (c, d)
