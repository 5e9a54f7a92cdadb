"""How much of what one sentence says another holds, and whether side by side there, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.engine.vectors import Floats, Indices, Mask, number_names, places_of

_HEAD = 5  # first letters by which a word may be known as a form of another
_AKIN = 0.8  # what a word is worth whose first letters alone are in the other sentence
_APART = 3  # meanings within which two stand side by side
_NOWHERE = np.int32(-1)
_ROWS = 128  # sentences whose meanings are laid out at once: bounds memory, changes no result


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bags:
    """The meanings of sentences, one entry for each meaning of each sentence, in their order.

    Attributes:
        starts: Where the entries of each sentence start, and where the last ones end: n + 1 numbers.
        meanings: The number of each entry's meaning.
        heads: The number of its first letters.
        known: Whether it is long enough to be known by them.
        weights: What it weighs; 0 for what is not asked for.
    """

    starts: Indices
    meanings: Indices
    heads: Indices
    known: Mask
    weights: Floats


def open_bags(starts: Indices, numbers: Indices, meanings: Sequence[str], weights: Floats) -> Bags:
    """Lay out the meanings of sentences.

    Args:
        starts: Where those of each sentence start, and where the last ones end: n + 1 places.
        numbers: Their numbers, each once a sentence.
        meanings: All m of them.
        weights: m weights.
    """
    return Bags(
        starts=starts,
        meanings=numbers,
        heads=number_names(meaning[:_HEAD] for meaning in meanings)[0][numbers],
        known=np.array([len(meaning) >= _HEAD for meaning in meanings], dtype=bool)[numbers],
        weights=weights[numbers],
    )


def measure_holding(bags: Bags, wordings: Indices, others: Indices) -> tuple[Floats, Floats]:
    """Measure for pairs of sentences how much of the first the second holds.

    Args:
        bags: The meanings of n sentences.
        wordings: p numbers of sentences.
        others: The same.

    Returns:
        The share of the weight of a wording's meanings that the other sentence holds, p values in [0, 1], 1 where they
        weigh nothing: a word of which it holds the first letters only is worth a little less, since it may be a form of
        the same. And the share of a wording's neighbouring meanings that stand side by side in the other, too.
    """
    share, order = np.ones(len(wordings)), np.ones(len(wordings))
    by_other = np.argsort(others, kind="stable")
    starts = range(0, len(bags.starts) - 1, _ROWS)
    for start, inside in zip(starts, np.split(by_other, np.searchsorted(others[by_other], starts[1:])), strict=False):
        if len(inside):
            share[inside], order[inside] = _measure(bags, wordings[inside], others[inside] - start, start)
    return share, order


def _measure(bags: Bags, wordings: Indices, rows: Indices, start: int) -> tuple[Floats, Floats]:
    """The same for others that lie in one block of sentences; `rows` are their numbers within it."""
    places, heads = _lay_out(bags, start)
    lengths = bags.starts[wordings + 1] - bags.starts[wordings]
    pair = np.repeat(np.arange(len(wordings)), lengths)
    entry = places_of(bags.starts, wordings)
    row = rows[pair]
    place = places[row, bags.meanings[entry]]
    held = place != _NOWHERE
    weight = bags.weights[entry]
    worth = np.where(held, weight, np.where(heads[row, bags.heads[entry]], _AKIN * weight, 0.0))
    beside = held[1:] & held[:-1] & (pair[1:] == pair[:-1]) & (np.abs(place[1:] - place[:-1]) <= _APART)
    size = len(wordings)
    total = np.bincount(pair, weights=weight, minlength=size)
    shared = np.bincount(pair, weights=worth, minlength=size)
    runs = np.bincount(pair[1:][beside], minlength=size)
    return (
        np.divide(shared, total, out=np.ones(size), where=total > 0),
        np.divide(runs, lengths - 1, out=np.ones(size), where=lengths > 1),
    )


def _lay_out(bags: Bags, start: int) -> tuple[NDArray[np.int32], Mask]:
    """Where each meaning stands in each sentence of a block, and which first letters each has."""
    starts = bags.starts[start : start + _ROWS + 1]
    own = slice(starts[0], starts[-1])
    lengths = np.diff(starts)
    row = np.repeat(np.arange(len(lengths)), lengths)
    places = np.full((len(lengths), int(bags.meanings.max(initial=0)) + 1), _NOWHERE)
    places[row, bags.meanings[own]] = np.arange(own.start, own.stop) - np.repeat(starts[:-1], lengths)
    heads = np.zeros((len(lengths), int(bags.heads.max(initial=0)) + 1), dtype=bool)
    heads[row[bags.known[own]], bags.heads[own][bags.known[own]]] = True
    return places, heads
