"""Exchanges of one or two chosen statements for others that are worth more."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from summarizer.features.vectors import Floats, Indices
from summarizer.selection.objective import Flags, Selection, Worth
from summarizer.selection.pair_worth import UNPAIRED, PairWeights, gain_among, gain_beside

_ROUNDS = 24  # exchanges made in a turn at most; two on average are
_LEAVING = (
    12  # chosen statements that may leave, those that would be missed least; more are no better, fewer lose a little
)
_ENTERING = 128  # statements that may come in, those worth most by themselves
_BOTH = 16  # statements of which two may come in for one, for each that may leave
_TRIED = 24  # exchanges that are looked at more closely in a round
_LEAST = 1e-6  # what an exchange must gain

GAVE_WAY = "chosen at first, then gave way to what is worth more beside the others"


class Exchange(NamedTuple):
    """Chosen statements that leave, statements that come in for them, and what that gains."""

    out: tuple[int, ...]
    come: tuple[int, ...]
    gain: float


class _Entrants(NamedTuple):
    """Statements that may come in.

    Attributes:
        at: Their numbers, m.
        rows, concepts: Which of them holds which concept, an entry for each.
        together: What each two of them add together, m x m.
    """

    at: Indices
    rows: Indices
    concepts: Indices
    together: Floats


class _Table(NamedTuple):
    """What every statement that may come in is worth where none, one or two chosen ones leave.

    Attributes:
        come: m statements that may come in.
        out: k choices of chosen ones that leave: none, each one, each pair.
        gain: m x k, what the statement adds to the rest.
        loss: k, what those that leave add to it.
        free: m x k, whether the statement is unlike all of the rest.
        room: k words that are left then.
    """

    come: Indices
    out: Sequence[tuple[int, ...]]
    gain: Floats
    loss: Floats
    free: Flags
    room: Floats


def exchange_statements(selection: Selection, pairs: PairWeights = UNPAIRED) -> None:
    """Exchange one or two chosen statements for one, or one for two, until no exchange gains anything.

    What a briefing is worth: the values of its statements, and the weight of every concept that one of them holds. A
    value is a rank by the length that it fills, since a sum of bare ranks is greatest for many short statements. The
    exchange that gains most is made first. What comes in is unlike the rest, and neither says all of one of the rest
    nor is said by one.

    Args:
        selection: What is chosen; changed in place.
        pairs: What two are worth together. Where that counts, no lead leaves.

    Cost: a round takes the concepts of `_ENTERING` statements, whatever the number of all statements.
    """
    entrants = _open_entrants(selection.worth, _worth_most(selection.worth), pairs)
    for _ in range(_ROUNDS):
        spared = [at for at in selection.chosen if pairs != UNPAIRED and selection.worth.leads[at]]
        found = next(_find_exchanges(selection, entrants, least=_LEAST, spared=spared, pairs=pairs), None)
        if found is None:
            return
        apply_exchange(selection, found, GAVE_WAY)


def find_entry(selection: Selection, may_come: Sequence[int], spared: Collection[int]) -> Exchange | None:
    """The exchange that loses least among those that bring in one of some statements; None where there is none.

    Args:
        selection: What is chosen.
        may_come: The statements, one of which shall come in.
        spared: Chosen statements that must not leave.
    """
    entrants = _open_entrants(selection.worth, np.array(may_come, dtype=np.int64))
    return next(_find_exchanges(selection, entrants, least=-np.inf, spared=spared), None)


def apply_exchange(selection: Selection, exchange: Exchange, why: str) -> None:
    """Make an exchange; `why` says of those that leave why they do."""
    for at in exchange.out:
        selection.drop(at, why)
    for at in exchange.come:
        selection.take(at)


def _worth_most(worth: Worth) -> Indices:
    """The statements worth most by themselves among those that may be printed."""
    alone = worth.value + worth.coverage_weight * (worth.concepts @ worth.weights)
    alone = np.where(worth.eligible & worth.news, alone, -1.0)
    best = np.argsort(-alone, kind="stable")[:_ENTERING]
    return best[alone[best] >= 0]


def _open_entrants(worth: Worth, at: Indices, pairs: PairWeights = UNPAIRED) -> _Entrants:
    held = [worth.concepts_of(one) for one in at.tolist()]
    return _Entrants(
        at=at,
        rows=np.repeat(np.arange(len(at)), [len(own) for own in held]),
        concepts=np.concatenate(held).astype(np.int64) if held else np.zeros(0, dtype=np.int64),
        together=gain_among(worth, pairs, at),
    )


def _find_exchanges(
    selection: Selection,
    entrants: _Entrants,
    *,
    least: float,
    spared: Collection[int] = (),
    pairs: PairWeights = UNPAIRED,
) -> Iterator[Exchange]:
    """The exchanges that gain more than `least`, best first."""
    table = _tabulate(selection, entrants, spared, pairs)
    fits = table.free & (selection.worth.words[table.come][:, None] <= table.room)
    if selection.left.points == 0:
        fits[:, 0] = False
    gains = np.where(fits, table.gain - table.loss, -np.inf)
    better = np.flatnonzero(gains.ravel() > least)
    best = better[np.argsort(-gains.ravel()[better], kind="stable")[:_TRIED]]
    rows, columns = np.unravel_index(best, gains.shape)
    found = [
        Exchange(out=table.out[column], come=(at,), gain=gain)
        for at, column, gain in zip(
            table.come[rows].tolist(), columns.tolist(), gains[rows, columns].tolist(), strict=True
        )
    ]
    if np.isfinite(least) and selection.left.points != 0:
        found += _two_for_one(selection, table, entrants.together, least)
    for exchange in sorted(found, key=lambda one: (-one.gain, one.come, one.out)):
        if _says_something_else(selection, exchange):
            yield exchange


def _tabulate(selection: Selection, entrants: _Entrants, spared: Collection[int], pairs: PairWeights) -> _Table:
    worth, chosen = selection.worth, selection.chosen
    weights = worth.coverage_weight * worth.weights
    held = [worth.concepts_of(at) for at in chosen]
    holders = selection.holders
    sole = np.array([weights[own[holders[own] == 1]].sum() for own in held])
    missed = (worth.value[chosen] + sole) / worth.words[chosen]
    leant_on = {at for at in chosen if worth.followers[at] in chosen}
    kept = leant_on.union(spared)
    leaving = [at for at in np.argsort(missed, kind="stable").tolist() if chosen[at] not in kept][:_LEAVING]
    out = [(), *((at,) for at in leaving), *combinations(sorted(leaving), 2)]
    leaves = np.zeros((len(out), len(chosen)))
    leaves[[at for at, few in enumerate(out) for _ in few], [one for few in out for one in few]] = 1.0
    within = np.vstack([np.ones(len(out)), leaves[:, leaving].T, np.eye(len(out))[len(leaving) + 1 :]])
    # A concept is gained where those leave that hold it: nobody, one, or two; else whatever comes in adds nothing.
    place = _place_concepts(held, holders, out)
    counted = np.where(place >= 0, weights, 0.0)
    cells = entrants.rows * len(out) + place[entrants.concepts]
    new = np.bincount(np.maximum(cells, 0), counted[entrants.concepts], minlength=len(entrants.at) * len(out))
    lost = np.bincount(np.maximum(place, 0), counted, minlength=len(out)).astype(float)
    lost[0] = 0.0
    lost[1 : len(leaving) + 1] += worth.value[chosen][leaving]
    like = np.array([selection.like[at][entrants.at] for at in chosen], dtype=float)
    free = like.sum(axis=0)[:, None] - like.T @ leaves.T < 0.5
    is_chosen = np.zeros(len(worth.words), dtype=bool)
    is_chosen[chosen] = True
    free[is_chosen[entrants.at]] = False
    room = np.inf if selection.left.words is None else float(selection.left.words)
    beside = gain_beside(selection, pairs, worth.value, entrants.at)
    among = gain_beside(selection, pairs, worth.value, np.array(chosen))
    twice = ((leaves @ among) * leaves).sum(axis=1) / 2  # a pair that leaves as a whole
    return _Table(
        come=entrants.at,
        out=[tuple(chosen[at] for at in few) for few in out],
        gain=worth.value[entrants.at][:, None]
        + new.reshape(len(entrants.at), len(out)) @ within
        + beside @ (1.0 - leaves.T),
        loss=lost @ within + leaves @ among.sum(axis=1) - twice,
        free=free,
        room=room + leaves @ worth.words[chosen],
    )


def _place_concepts(
    held: Sequence[NDArray[np.signedinteger]], holders: Indices, out: Sequence[tuple[int, ...]]
) -> Indices:
    """For each concept the place in `out` of those that alone hold it, -1 where they are not there."""
    number = {few: at for at, few in enumerate(out)}
    size = len(held)
    table = np.full((size + 1, size + 1), -1)
    table[size, size] = 0
    for few, at in number.items():
        if few:
            table[few[0], few[-1]] = at
    first = np.full(len(holders), size)
    last = np.full(len(holders), size)
    for at in reversed(range(size)):
        first[held[at]] = at
    for at in range(size):
        last[held[at]] = at
    return np.where(holders <= 2, table[first, last], -1)


def _two_for_one(selection: Selection, table: _Table, together: Floats, least: float) -> Iterator[Exchange]:
    """The exchanges of one for two that promise most; what the two share counts once.

    Args:
        selection: What is chosen.
        table: What each is worth beside the rest.
        together: What each two that may come in add together.
        least: What an exchange must gain more than.
    """
    worth = selection.worth
    single = [at for at, out in enumerate(table.out) if len(out) == 1]
    if not single or len(table.come) < 2:
        return
    gain = np.where(table.free[:, single], table.gain[:, single], -np.inf).T  # each that leaves x each that comes
    promise = gain + np.maximum(together.max(axis=1), 0.0) / 2  # each brings half of what two neighbours add
    best = np.argsort(-promise, axis=1, kind="stable")[:, :_BOTH]
    of_best = np.take_along_axis(gain, best, axis=1)
    words = worth.words[table.come][best]
    bound = of_best[:, :, None] + of_best[:, None, :] - table.loss[single][:, None, None]
    bound += together[best[:, :, None], best[:, None, :]]
    fits = words[:, :, None] + words[:, None, :] <= table.room[single][:, None, None]
    bound = np.where(fits & np.triu(np.ones(bound.shape[1:], dtype=bool), 1), bound, -np.inf)
    holders = selection.holders
    mask = np.zeros(len(holders), dtype=bool)
    for flat in np.argsort(-bound, axis=None, kind="stable")[:_TRIED].tolist():
        at, one, two = (int(place) for place in np.unravel_index(flat, bound.shape))
        if bound[at, one, two] <= least:
            return
        out, come = table.out[single[at]], (int(table.come[best[at, one]]), int(table.come[best[at, two]]))
        shared = _both(mask, worth.concepts_of(come[0]), worth.concepts_of(come[1]))
        left = _both(mask, worth.concepts_of(out[0]), shared)
        twice = np.concatenate([shared[holders[shared] == 0], left[holders[left] == 1]])
        gained = float(bound[at, one, two] - worth.coverage_weight * worth.weights[twice].sum())
        if gained > least:
            yield Exchange(out=out, come=come, gain=gained)


def _both(mask: Flags, one: NDArray[np.signedinteger], other: NDArray[np.signedinteger]) -> NDArray[np.signedinteger]:
    """What two rows have in common; `mask` is scratch, all False before and after."""
    mask[one] = True
    shared = np.asarray(other[mask[other]])
    mask[one] = False
    return shared


def _says_something_else(selection: Selection, exchange: Exchange) -> bool:
    """Whether what comes in neither says all of one of the rest, or of the other, nor is said by it."""
    rest = [at for at in selection.chosen if at not in exchange.out]
    for at in exchange.come:
        for other in rest:
            likeness = selection.likeness[other][at]
            if selection.entails(other, at, likeness) or selection.entails(at, other, likeness):
                return False
    if len(exchange.come) < 2:
        return True
    one, two = exchange.come
    likeness = float(selection.worth.likeness(one)[two])
    if likeness >= selection.worth.redundancy_limit:
        return False
    return not (selection.entails(one, two, likeness) or selection.entails(two, one, likeness))
