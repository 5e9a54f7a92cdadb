"""A point held against a passage, and the conflict between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from summarizer.nlp.commitments import Commitments
from summarizer.nlp.numbers.figures import Figure

Place = tuple[int, int]  # a sentence of the passage, and a word of it
ConflictKind = Literal["denial", "openness", "quantifier", "number", "date", "name", "opposite", "word"]

BESIDE = 3  # words between two that stand side by side


class Conflict(NamedTuple):
    """What stands between a point and a passage.

    Attributes:
        kind: What it is about.
        is_contradiction: Whether the passage says otherwise; False where it leaves something out or falls short of it.
        reason: The same in plain words.
        places: The words of the point that it is about.
        others: The words of the passage that it is about, where there are any.
    """

    kind: ConflictKind
    is_contradiction: bool
    reason: str
    places: tuple[int, ...]
    others: tuple[Place, ...] = ()


class Held(NamedTuple):
    """A point held against a passage.

    Attributes:
        tokens: The words of the point.
        point: What it commits itself to.
        others: The words of each sentence of the passage.
        passage: What each commits itself to.
        found: For each content word of the point the words of the passage that mean the same.
        understood: Names that a sentence need not repeat: most reports hold them.
        language: The language of both.
    """

    tokens: Sequence[str]
    point: Commitments
    others: Sequence[Sequence[str]]
    passage: Sequence[Commitments]
    found: Mapping[int, Sequence[Place]]
    understood: frozenset[str]
    language: str


def matched_words(held: Held, *, figures: bool = False) -> Iterator[tuple[int, Sequence[Place]]]:
    """The words of the point that the passage has, but for names, and where; its figures too where asked."""
    for at in held.point.content:
        places = held.found.get(at)
        if places and at not in held.point.names:
            yield at, places
    if figures:
        for figure in held.point.figures:
            same = [
                (k, other.start)
                for k, said in enumerate(held.passage)
                for other in said.figures
                if figure.agrees(other)
            ]
            if same:
                yield figure.start, same


def stand_alike(held: Held, at: int, place: Place, within: int = BESIDE) -> bool:
    """Whether a word of the point and one of the passage stand before, or behind, the same word or number."""
    k, other = place
    return any(
        j == k and 0 < (near - other) * (1 if step > 0 else -1) <= within
        for step in (*range(-within, 0), *range(1, within + 1))
        for j, near in held.found.get(at + step, ())
    ) or any(
        one.agrees(two) and any(0 < a <= within and 0 < b <= within for a, b in zip(mine, its, strict=True))
        for one, mine in _distances(held.point.figures, at)
        for two, its in _distances(held.passage[k].figures, other)
    )


def _distances(figures: Sequence[Figure], at: int) -> Iterator[tuple[Figure, tuple[int, int]]]:
    """How many words each figure stands before a word, and how many after it; negative where it does not."""
    return ((figure, (at - figure.end + 1, figure.start - at)) for figure in figures)
