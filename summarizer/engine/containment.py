"""How much of a point a passage holds: which words, clause by clause, side by side or scattered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from summarizer.engine.rows import HEAD, Row
from summarizer.language import Commitments, Place

_AKIN = 0.8  # what a word is worth whose first letters alone are in the passage
_APART = 3  # content words within which two stand side by side
LACKED = 0.9  # what a word that the passage lacks costs a run of words, as a share of its weight
_JOINT = 0.6  # share of what both sentences hold of a clause that one of them must hold
_OPENING = 3  # content words that open a point: its subject, and mostly what it does
_CLAUSE_WORDS = 2  # content words from which a clause is looked at by itself
_NOWHERE: tuple[Sequence[Place], None] = ((), None)
_MANY = 3  # figures and days in common beyond which more prove no more


class Features(NamedTuple):
    """What tells how much of a point a passage says; shares are of the weight of the point's content, in [0, 1].

    Attributes:
        containment: The share that the passage holds.
        cosine: The cosine of the two, as bags of weighted words.
        aligned: The share that it holds clause by clause: of each clause what one clause of the passage holds.
        clause: The least share of a clause that the passage holds.
        beside: The share of neighbouring content words that stand side by side in the passage, too.
        ordered: The same, in the same order.
        phrases: How many neighbouring pairs of content words of the best run do.
        shared: Figures and days that the passage has, at most 3.
    """

    containment: float
    cosine: float
    aligned: float
    clause: float
    beside: float
    ordered: float
    phrases: float
    shared: float


FEATURES = Features._fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Containment:
    """A point held against a passage.

    Attributes:
        found: For each content word of the point that the passage has, where.
        features: What that tells.
        told: How many content words that are no names the passage holds.
        opens: Whether the passage holds one of the first three content words: the subject, or what it does.
        is_joint: Whether of each clause one sentence holds most of what the passage holds.
        is_one_run: Whether the passage holds all content words of the point in their order and in one clause.
    """

    found: Mapping[int, Sequence[Place]]
    features: Features
    told: int
    opens: bool
    is_joint: bool
    is_one_run: bool


def measure_containment(point: Row, passage: Sequence[Row]) -> Containment:
    """Measure how much of a point a passage holds.

    Args:
        point: The point, with at least one content word.
        passage: One sentence, or two neighbouring ones.
    """
    content, weights, said = point.said.content, point.weights, point.said
    by_meaning, by_head = [row.places for row in passage], [row.heads for row in passage]
    own = {said.meanings[at] for at in content}
    found: dict[int, Sequence[Place]] = {}
    worth: list[float] = []
    ranks: list[int | None] = []
    exact = 0.0
    for at, weight in zip(content, weights, strict=True):
        meaning = said.meanings[at]
        places, rank = _find(meaning, by_meaning, passage)
        share = 1.0
        if not places and len(meaning) >= HEAD:
            akin, rank = _find(meaning[:HEAD], by_head, passage)
            # "officials" is a form of "official" where the point has both that and "office".
            places = [(k, other) for k, other in akin if passage[k].said.meanings[other] not in own]
            rank = rank if places else None
            share = _AKIN
        elif places:
            exact += weight * weight
        if places:
            found[at] = places
        worth.append(weight * share if places else 0.0)
        ranks.append(rank)
    total = point.total or 1.0
    held = sum(worth)
    containment = held / total
    squares = sum(row.square for row in passage) * point.squared
    cosine = min(exact / sqrt(squares), 1.0) if squares else 0.0
    _, run = find_best_run(
        content,
        {at: own or -LACKED * weight for at, own, weight in zip(content, worth, weights, strict=True)},
    )
    best = frozenset(run)
    shares = _clause_shares(said, content, weights, worth)
    neighbours = max(len(content) - 1, 1)
    return Containment(
        found=found,
        told=sum(at not in said.names for at in found),
        opens=any(at in found for at in sorted(content)[:_OPENING]),
        is_joint=len(passage) == 1 or _is_joint(said, content, weights, found),
        is_one_run=_is_one_run(content, found, passage),
        features=Features(
            containment=containment,
            cosine=cosine,
            aligned=_aligned(said, content, worth, found, passage) / total,
            clause=min((share for share, size in shares.values() if size >= _CLAUSE_WORDS), default=1.0),
            beside=_count_beside(ranks) / neighbours,
            ordered=_count_ordered(ranks) / neighbours,
            phrases=float(_count_ordered([rank for at, rank in zip(content, ranks, strict=True) if at in best])),
            shared=float(min(_count_shared(said, passage), _MANY)),
        ),
    )


def _count_shared(said: Commitments, passage: Sequence[Row]) -> int:
    """How many figures and days of a point the passage has."""
    if not said.figures and not said.days:
        return 0
    figures = [figure for other in passage for figure in other.said.figures]
    dated = {day[:2] for other in passage for day in other.said.dated}
    agreeing = sum(any(one.agrees(other) and one.unit == other.unit for other in figures) for one in said.figures)
    return agreeing + sum(day[:2] in dated for day in set(said.days.values()))


def _find(
    key: str, tables: Sequence[Mapping[str, tuple[Sequence[Place], int]]], passage: Sequence[Row]
) -> tuple[Sequence[Place], int | None]:
    """Where a passage has a meaning or an opening, and the number of the first such word among those with a meaning."""
    first = tables[0].get(key, _NOWHERE)
    if len(tables) == 1 or key not in tables[1]:
        return first
    places, rank = tables[1][key]
    return (
        [*first[0], *((1, at) for _, at in places)],
        passage[0].size + rank if first[1] is None else first[1],
    )


def _count_beside(ranks: Sequence[int | None]) -> int:
    """How many neighbours stand side by side in the passage, too."""
    return sum(one is not None and other is not None and abs(other - one) <= _APART for one, other in pairwise(ranks))


def _count_ordered(ranks: Sequence[int | None]) -> int:
    """How many of them in the same order."""
    return sum(one is not None and other is not None and 0 < other - one <= _APART for one, other in pairwise(ranks))


def find_best_run(content: Sequence[int], worth: Mapping[int, float]) -> tuple[float, Sequence[int]]:
    """Find the run of content words that is worth most, and what it is worth (Kadane's algorithm).

    Args:
        content: Words by their places, in order.
        worth: What each is worth: its weight where a passage holds it, less than 0 where it does not.

    Returns:
        The worth of the run, 0 where there is none, and its words.
    """
    best, found, current, start = 0.0, (0, 0), 0.0, 0
    for number, at in enumerate(content):
        if current <= 0:
            current, start = 0.0, number
        current += worth[at]
        if current > best:
            best, found = current, (start, number + 1)
    return best, content[found[0] : found[1]]


def _clause_shares(
    said: Commitments, content: Sequence[int], weights: Sequence[float], worth: Sequence[float]
) -> dict[int, tuple[float, int]]:
    """For each clause with content the share of it that is held, and how many content words it has."""
    sums: dict[int, list[float]] = {}
    for at, weight, own in zip(content, weights, worth, strict=True):
        entry = sums.setdefault(said.clauses[at], [0.0, 0.0, 0.0])
        entry[0] += weight
        entry[1] += own
        entry[2] += 1
    return {clause: (own / (weight or 1.0), int(size)) for clause, (weight, own, size) in sums.items()}


def _aligned(
    said: Commitments,
    content: Sequence[int],
    worth: Sequence[float],
    found: Mapping[int, Sequence[Place]],
    passage: Sequence[Row],
) -> float:
    """What is held clause by clause: the sum, over the clauses, of the most that one clause of the passage holds."""
    sums: dict[int, dict[tuple[int, int], float]] = {}
    for at, own in zip(content, worth, strict=True):
        places = found.get(at)
        if places:
            held = sums.setdefault(said.clauses[at], {})
            for place in {(number, passage[number].said.clauses[other]) for number, other in places}:
                held[place] = held.get(place, 0.0) + own
    return sum(max(held.values()) for held in sums.values())


def _is_joint(
    said: Commitments, content: Sequence[int], weights: Sequence[float], found: Mapping[int, Sequence[Place]]
) -> bool:
    """Whether of each clause one sentence holds most of what both hold together."""
    sums: dict[int, list[float]] = {}
    for at, weight in zip(content, weights, strict=True):
        entry = sums.setdefault(said.clauses[at], [0.0, 0.0, 0.0])
        entry[2] += weight
        for number in {k for k, _ in found.get(at, ())}:
            entry[number] += weight
    return all(max(one, other) >= _JOINT * total for one, other, total in sums.values())


def _is_one_run(content: Sequence[int], found: Mapping[int, Sequence[Place]], passage: Sequence[Row]) -> bool:
    """Whether all content words stand in their order in one clause of one sentence."""
    if any(at not in found for at in content):
        return False
    for number, first in found[content[0]] if content else ():
        clauses = passage[number].said.clauses
        last = first
        for before, at in pairwise(content):
            reach = last + at - before  # no further apart than in the point
            following = [
                other
                for k, other in found[at]
                if k == number and last < other <= reach and clauses[other] == clauses[first]
            ]
            if not following:
                break
            last = following[0]
        else:
            return True
    return False
