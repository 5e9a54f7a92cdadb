"""Containment: how much of a point a passage holds, clause by clause, in order or scattered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from summarizer.nlp.commitments import Commitments
from summarizer.statements.compounds import find_compounds
from summarizer.statements.contradiction.conflict import Place
from summarizer.statements.token_rows import Row, head_size

_AKIN = 0.8  # what a word is worth whose first letters alone are in the passage
_APART = 3  # content words within which two stand side by side
LACKED = 0.9  # what a word that the passage lacks costs a run of words, as a share of its weight
_JOINT = 0.6  # share of what both sentences hold of a clause that one of them must hold
_OPENING = 3  # content words that open a point: its subject, and mostly what it does
_CLAUSE_WORDS = 2  # content words from which a clause is looked at by itself
_MANY = 3  # figures and days in common beyond which more prove no more

Found = tuple[Sequence[Place], int]  # where a meaning stands, and the rank of the first such word


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


class Containment(NamedTuple):
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
    said, content, weights = point.said, point.said.content, point.weights
    find_meaning = _finder([row.places for row in passage], passage[0].size)
    find_head = _finder([row.heads for row in passage], passage[0].size)
    found: dict[int, Sequence[Place]] = {}
    worth: list[float] = []
    ranks: list[int | None] = []
    exact, head = 0.0, head_size(point.language)
    compounds = find_compounds(point, passage)
    for at, weight in zip(content, weights, strict=True):
        meaning = said.meanings[at]
        there = find_meaning(meaning)
        if there:
            exact += weight * weight
        elif at in compounds:
            there = compounds[at], _rank_of(compounds[at], passage)
        elif len(meaning) >= head and (akin := find_head(meaning[:head])):
            # "officials" is a form of "official" where the point has both that and "office".
            places = [(k, other) for k, other in akin[0] if passage[k].said.meanings[other] not in point.told]
            there = (places, akin[1]) if places else None
            weight *= _AKIN
        if there:
            found[at] = there[0]
        worth.append(weight if there else 0.0)
        ranks.append(there[1] if there else None)
    total = point.total or 1.0
    squares = sum(row.square for row in passage) * point.squared
    _, run = find_best_run([own or -LACKED * weight for own, weight in zip(worth, weights, strict=True)])
    steps = _steps_of(ranks)
    neighbours = max(len(content) - 1, 1)
    return Containment(
        found=found,
        told=len(found.keys() - said.names.keys()),
        opens=not found.keys().isdisjoint(content[:_OPENING]),
        is_joint=len(passage) == 1 or _is_joint(said, content, weights, found),
        is_one_run=len(found) == len(content) and _is_one_run(content, found, passage),
        features=Features(
            containment=sum(worth) / total,
            cosine=min(exact / sqrt(squares), 1.0) if squares else 0.0,
            aligned=_aligned(said, content, worth, found, passage) / total,
            clause=_least_of_clause(said, content, weights, worth),
            beside=sum(abs(step) <= _APART for step in steps) / neighbours,
            ordered=_count_ordered(steps) / neighbours,
            phrases=float(_count_ordered(_steps_of(ranks[run]))),
            shared=float(min(_count_shared(said, passage), _MANY)),
        ),
    )


def _rank_of(places: Sequence[Place], passage: Sequence[Row]) -> int:
    """The rank of a word of a passage among its words with a meaning."""
    number, at = places[0]
    before = passage[0].size if number else 0
    return before + sum(map(bool, passage[number].said.meanings[:at]))


def _count_shared(said: Commitments, passage: Sequence[Row]) -> int:
    """How many figures and days of a point the passage has."""
    if not said.figures and not said.days:
        return 0
    figures = [figure for other in passage for figure in other.said.figures]
    dated = {day[:2] for other in passage for day in other.said.dated}
    agreeing = sum(any(one.unit == other.unit and one.agrees(other) for other in figures) for one in said.figures)
    return agreeing + sum(day[:2] in dated for day in set(said.days.values()))


def _finder(tables: Sequence[Mapping[str, Found]], size: int) -> Callable[[str], Found | None]:
    """What finds where a passage has a meaning or an opening, and the rank of the first such word.

    Args:
        tables: Where each of its one or two sentences has what.
        size: How many words of the first one have a meaning.
    """
    if len(tables) == 1:
        return tables[0].get

    def find(key: str) -> Found | None:
        first, second = (table.get(key) for table in tables)
        if second is None:
            return first
        places = [(1, at) for _, at in second[0]]
        return ([*first[0], *places], first[1]) if first else (places, size + second[1])

    return find


def _steps_of(ranks: Sequence[int | None]) -> list[int]:
    """How far neighbours that a passage has stand apart there."""
    return [other - one for one, other in pairwise(ranks) if one is not None and other is not None]


def _count_ordered(steps: Sequence[int]) -> int:
    """How many neighbours stand side by side in the passage, too, in the same order."""
    return sum(0 < step <= _APART for step in steps)


def find_best_run(worth: Sequence[float]) -> tuple[float, slice]:
    """Find the run of content words that is worth most, and what it is worth (Kadane's algorithm).

    Args:
        worth: What each word is worth: its weight where a passage holds it, less than 0 where it does not.

    Returns:
        The worth of the run, 0 where there is none, and where it stands.
    """
    best, found, current, start = 0.0, slice(0), 0.0, 0
    for number, own in enumerate(worth):
        if current <= 0:
            current, start = 0.0, number
        current += own
        if current > best:
            best, found = current, slice(start, number + 1)
    return best, found


def _least_of_clause(
    said: Commitments, content: Sequence[int], weights: Sequence[float], worth: Sequence[float]
) -> float:
    """The least share of a clause of some words that is held; 1 where there is no such clause."""
    sums: dict[int, list[float]] = {}
    for at, weight, own in zip(content, weights, worth, strict=True):
        entry = sums.setdefault(said.clauses[at], [0.0, 0.0, 0.0])
        entry[0] += weight
        entry[1] += own
        entry[2] += 1
    return min([own / (weight or 1.0) for weight, own, size in sums.values() if size >= _CLAUSE_WORDS], default=1.0)


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
            clauses = [(number, passage[number].said.clauses[other]) for number, other in places]
            for place in set(clauses) if len(clauses) > 1 else clauses:
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
    """Whether content words, all of which are held, stand in their order in one clause of one sentence."""
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
