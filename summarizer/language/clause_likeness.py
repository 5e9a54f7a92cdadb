"""Whether two clauses in like words tell of two things: by counts, denials, names, and what was put off."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from summarizer.language.act_words import act_words
from summarizer.language.names import fold
from summarizer.language.numerals import figure_of

_MARK = re.compile(r"[,;:—–“”\"()](?!\d)")
_FEW = 2  # words that are no more than a noun
_HEAD = 4  # letters of a name that "Syria" and "Syrian" share


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What a clause tells up to a day or a place that it names.

    Attributes:
        counts: The numbers in it.
        days: The weekdays of the whole clause.
        is_denied: Whether the whole clause denies something.
        is_which: Whether it is no more than a noun, of which a place tells which it is ("regulators in").
        is_moved: Whether its sentence tells that something was put off.
        names: The openings of its names.
    """

    counts: frozenset[str]
    days: frozenset[str]
    is_denied: bool
    is_which: bool
    is_moved: bool
    names: frozenset[str]

    def is_other_than(self, other: Clause) -> bool:
        """Tell whether two clauses are surely of two things."""
        if self.is_denied != other.is_denied or self.is_moved != other.is_moved:
            return True
        return bool(self.counts and other.counts and self.counts.isdisjoint(other.counts)) or bool(
            self.names and other.names and self.names.isdisjoint(other.names)
        )


def read_clause(
    text: str, tokens: Sequence[str], spans: Sequence[tuple[int, int]], end: int, common: Container[str]
) -> Clause:
    """Read a clause up to a place.

    Args:
        text: Its sentence.
        tokens: The words of the sentence.
        spans: Where they stand.
        end: Where the clause is read to.
        common: Words that the reports write small somewhere: they are no names.
    """
    words = act_words()
    start = max((match.end() for match in _MARK.finditer(text, 0, end)), default=0)
    mark = _MARK.search(text, end)
    stop = mark.start() if mark else len(text)
    places = [at for at, (begin, until) in enumerate(spans) if begin >= start and until <= end]
    own = [tokens[at] for at in places]
    whole = [tokens[at] for at, (begin, until) in enumerate(spans) if begin >= start and until <= stop]
    names = [at for at in places if at and text[spans[at][0]].isupper() and tokens[at] not in common]
    return Clause(
        counts=frozenset(count for token in own if (count := figure_of(token))),
        days=words.days.intersection(whole),
        is_denied=not words.cues.isdisjoint(whole) or any(token.endswith(("n't", "n’t")) for token in whole),
        is_which=not start and len(own) <= _FEW and not names,
        is_moved=not words.moved.isdisjoint(tokens),
        names=frozenset(fold(tokens[at])[:_HEAD] for at in names if tokens[at] not in words.days),
    )
