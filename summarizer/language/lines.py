"""A sentence word by word, and the clause around each word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.language.act_words import act_words
from summarizer.language.words import spans_of

_BREAK = re.compile(r"[,;:!?()—–“”\"](?!\d)|\s-\s")
_WITHIN = ("whose", "as")  # connectives that do not end the clause of an act


@dataclass(frozen=True, kw_only=True)
class Line:
    """A sentence word by word.

    Attributes:
        text: The sentence.
        tokens, terms: Its words and their stems, "" for a stop word, as `terms_of` gives them.
    """

    text: str
    tokens: Sequence[str]
    terms: Sequence[str]

    @cached_property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Where its words stand; found when first asked for, as most sentences deny and tell nothing."""
        return spans_of(self.text)

    def is_broken(self, at: int) -> bool:
        """Tell whether a mark stands before a word."""
        end, start = self.spans[at - 1][1], self.spans[at][0]
        is_blank = start - end == 1 and self.text[end] == " "  # as between most words
        return not is_blank and _BREAK.search(self.text, end, start + 1) is not None

    def meaning(self, at: int) -> str:
        """Return what a word means."""
        return act_words().meaning_at(self.tokens, self.terms, at)


def clause_around(line: Line, at: int) -> tuple[int, int, str]:
    """Return the words of the clause around a word, from the first up to and without the last, and what connects it."""
    connectives = act_words().connectives
    first = at
    while first and not line.is_broken(first) and line.tokens[first] not in connectives:
        first -= 1
    last = at + 1
    while last < len(line.tokens) and not line.is_broken(last):
        if line.tokens[last] in connectives and line.tokens[last] not in _WITHIN:
            break
        last += 1
    if first < at and line.tokens[first] in connectives:
        return first + 1, last, line.tokens[first]
    return first, last, ""
