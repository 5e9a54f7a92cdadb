"""Greedy choice under a length budget, improved by exchanges."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np

from summarizer.errors import BudgetError
from summarizer.model import Budget, Decision, OriginId, Statement
from summarizer.selection.leaning import discount_leaning
from summarizer.selection.objective import Candidates, Flags, Selection, weigh_statements
from summarizer.selection.pair_worth import UNPAIRED, PairWeights, gain_beside
from summarizer.selection.swaps import GAVE_WAY, apply_exchange, exchange_statements, find_entry
from summarizer.settings import Settings

_SHOWN = 6  # newly covered concepts named in a decision
_LEAST_POINTS = 3  # points from which each origin of the main event is cited
_PAIR_WEIGHTS = PairWeights(joined=0.8, alike=2.0)  # docs/trials.md has 0 to 1.2, and 0 to 2
_MOST_ORIGINS = 100  # of the main event, beyond which no briefing can cite each
_TURNS = 3  # times that exchanges and what then fits follow each other at most

_FOR_THE_LEAD = "chosen at first, then gave way to the statement that sums up the main event best"
_FOR_AN_ORIGIN = "chosen at first, then gave way to an origin of the main event that was cited nowhere"

Cite = Callable[[Sequence[Statement]], Sequence[Statement]]


def choose_statements(
    candidates: Candidates,
    budget: Budget,
    settings: Settings,
    *,
    wanted: Collection[OriginId] = (),
    cite: Cite = list,
    leaders: Sequence[int] = (),
) -> list[Decision]:
    """Choose, within a strict budget, what is worth most together.

    Greedily at first, by worth beside what is chosen already: (rank + coverage_weight / sqrt(voices) x newly covered
    concepts) / words ** length_exponent, less for having little to do with the focus. The rank is the score, and for
    statements that open reports some more. Then, under a budget of words, one or two chosen statements are exchanged
    for others as long as the briefing gains (`exchange_statements`), and what still fits comes in. The best leader
    comes in if it is not there, with the exchange that loses least. The statements that open reports stay then. The
    rest is chosen and exchanged anew by what two are worth together (`PairWeights`): more right behind another of the
    report, which tells what is meant, and less where both tell much the same. What likely leans on other sentences of
    its report is worth less then (`discount_leaning`). Last, each wanted origin that is cited nowhere brings in the
    statement with which least is lost, where there are three points or more, and no more than a hundred are wanted; a
    statement that opens a report may leave for it.

    A statement that is too like a chosen one, entailed by one, or close to one so that each says much of the other, is
    out; one that is all but equal and contradicts it is not. Wordings with a flaw come in only where there is no sound
    one, but for quotations such as "This is a case about …" and those of an unnamed "he said": they are worth less.
    What leans on the sentence before it ("He", "But") comes in where that is chosen, which then does not give way.
    Statements of eight words or fewer come in where their rank is high, or where nothing else does.

    Args:
        candidates: The statements, and what they are judged by.
        budget: What must not be passed.
        settings: The weight of coverage, the discount of length, and the cosine from which two are too alike.
        wanted: The origins that tell the main event.
        cite: Returns statements with what else says them, by which an origin is cited too.
        leaders: The numbers of statements that open reports of the main event, the one that sums it up best first.

    Returns:
        One decision for each statement, in their order.

    Raises:
        BudgetError: no statement fits the budget.

    Source:
        Lin and Bilmes, "Multi-document Summarization via Budgeted Maximization of Submodular Functions", NAACL 2010,
        for greedy choice by gain over cost to a power. What is covered: see `weigh_concepts`.
    """
    worth = weigh_statements(candidates, settings)
    shortest = int(worth.words[worth.eligible].min())
    if budget.words is not None and shortest > budget.words:
        message = (
            f"Length: found words={budget.words}, wanted at least {shortest}, the length of the shortest statement."
        )
        raise BudgetError(message, shortest=shortest)
    selection = Selection(worth=worth, judge=candidates.judge, budget=budget)
    may_come = worth.eligible & worth.news
    _fill(selection, may_come)
    if not selection.chosen:
        may_come = worth.eligible
        _fill(selection, may_come)
    if budget.words is not None:
        _improve(selection, may_come)
    leader = next((at for at in leaders if worth.eligible[at] and worth.news[at]), None)
    if leader is not None:
        _bring_in(selection, leader)
    if budget.words is not None:
        for at in [one for one in selection.chosen if not worth.leads[one]]:
            selection.drop(at, GAVE_WAY)
        selection.worth = discount_leaning(worth, candidates.corpus)
        _fill(selection, may_come, _PAIR_WEIGHTS)
        _improve(selection, may_come, _PAIR_WEIGHTS)
    _cite_missing_origins(selection, candidates.statements, wanted, cite, leader)
    return _account(selection, candidates)


def _improve(selection: Selection, may_come: Flags, pairs: PairWeights = UNPAIRED) -> None:
    """Exchange statements, then take what fits, in turns, until nothing more comes in."""
    for _ in range(_TURNS):
        before = len(selection.chosen)
        exchange_statements(selection, pairs)
        _fill(selection, may_come, pairs)
        if len(selection.chosen) == before:
            return


def _fill(selection: Selection, may_come: Flags, pairs: PairWeights = UNPAIRED) -> None:
    """Take what is worth most beside what is chosen, as long as something fits."""
    worth = selection.worth
    free = may_come.copy()
    free[[follower for at in selection.chosen if (follower := worth.followers[at]) >= 0 and worth.news[follower]]] = (
        True
    )
    free[selection.chosen] = False
    for at in selection.chosen:
        free &= ~selection.like[at]
    uncovered = np.where(selection.holders == 0, worth.weights, 0.0)
    every = np.arange(len(worth.words))
    while True:
        left = selection.left
        fits = free if left.words is None else free & (worth.words <= left.words)
        if left.points == 0 or not fits.any():
            return
        beside = gain_beside(selection, pairs, worth.rank, every).sum(axis=1)
        values = (worth.rank + beside + worth.coverage_weight * (worth.concepts @ uncovered)) / worth.discount
        best = int(np.where(fits, values, -np.inf).argmax())
        free[best] = False
        if selection.find_entailing(best, selection.chosen) is None:
            selection.take(best)
            follower = worth.followers[best]
            if follower >= 0 and worth.news[follower] and follower not in selection.chosen:
                free[follower] = not any(selection.like[at][follower] for at in selection.chosen)
            free &= ~selection.like[best]
            uncovered[worth.concepts_of(best)] = 0.0


def _bring_in(selection: Selection, leader: int) -> None:
    """Bring in a statement, unless it or one that is too like it is chosen."""
    if leader in selection.chosen or any(selection.like[at][leader] for at in selection.chosen):
        return
    entry = find_entry(selection, [leader], ())
    if entry is not None:
        apply_exchange(selection, entry, _FOR_THE_LEAD)


def _cite_missing_origins(
    selection: Selection, statements: Sequence[Statement], wanted: Collection[OriginId], cite: Cite, leader: int | None
) -> None:
    """Bring in a statement of each wanted origin that is cited nowhere, where that costs no other its only one.

    The leader stays.
    """
    if not 0 < len(wanted) <= _MOST_ORIGINS:
        return
    worth = selection.worth
    told_by: dict[OriginId, list[int]] = {}
    for at in np.flatnonzero(worth.eligible & worth.news).tolist():
        for origin in statements[at].origins:
            told_by.setdefault(origin, []).append(at)
    cited: dict[int, frozenset[OriginId]] = {}

    def look_up() -> None:
        new = [at for at in selection.chosen if at not in cited]
        for at, one in zip(new, cite([statements[at] for at in new]), strict=True):
            told = (*one.documents, *(passage.document for passage in one.evidence))
            cited[at] = frozenset(one.origin_of[name] for name in told)

    look_up()
    for origin in sorted(wanted):
        told = [cited[at] for at in selection.chosen]
        if any(origin in own for own in told):
            continue
        heard_once = {name for name in wanted if sum(name in those for those in told) == 1}
        spared = [at for at in selection.chosen if cited[at] & heard_once or at == leader]
        entry = find_entry(selection, told_by.get(origin, ()), spared)
        if entry is not None and len(selection.chosen) - len(entry.out) + 1 >= _LEAST_POINTS:
            apply_exchange(selection, entry, _FOR_AN_ORIGIN)
            look_up()


def _account(selection: Selection, candidates: Candidates) -> list[Decision]:
    """What became of each statement, and why."""
    gains, rivals, left = _gains(selection), _rivals(selection), selection.left
    statements = candidates.statements
    decisions = []
    for at, statement in enumerate(statements):
        gain, covers = gains.get(at, (0.0, ()))
        rival, similarity, limit = rivals.get(at, (None, 0.0, 0.0))
        decisions.append(
            Decision(
                statement=statement,
                chosen=at in gains,
                reason=f"says what a chosen statement says (similarity {similarity:.2f}, limit {limit:.2f})"
                if rival is not None
                else _reason(selection, at, statement, left),
                rank=at + 1,
                opening=float(candidates.opening[statement.wording.id]),
                gain=gain,
                covers=covers,
                rival=None if rival is None else statements[rival],
                similarity=similarity,
            )
        )
    return decisions


def _gains(selection: Selection) -> dict[int, tuple[float, tuple[str, ...]]]:
    """What each chosen statement newly covers after those before it: a share of all, and its weightiest concepts."""
    worth = selection.worth
    uncovered, total = worth.weights.copy(), worth.weights.sum()
    gains = {}
    for at in selection.chosen:
        held = worth.concepts_of(at)
        new = sorted(held, key=lambda column: (-uncovered[column], worth.names[column]))
        named = tuple(worth.names[column] for column in new if uncovered[column] > 0 and worth.names[column])
        gains[at] = (float(uncovered[held].sum() / total) if total else 0.0, named[:_SHOWN])
        uncovered[held] = 0.0
    return gains


def _rivals(selection: Selection) -> dict[int, tuple[int, float, float]]:
    """The chosen statement that each statement lost to, how alike they are, and the limit for that."""
    rivals: dict[int, tuple[int, float, float]] = {}
    chosen, worth = set(selection.chosen), selection.worth
    for at in selection.chosen:
        for other in np.flatnonzero(selection.like[at] & worth.eligible).tolist():
            likeness = float(min(selection.likeness[at][other], 1.0))
            rivals.setdefault(other, (at, likeness, worth.redundancy_limit))
    for (other, at), found in selection.entailing.items():
        if found is not None and other in chosen:
            rivals.setdefault(at, (other, *found))
    return {at: rival for at, rival in rivals.items() if at not in chosen}


def _reason(selection: Selection, at: int, statement: Statement, left: Budget) -> str:
    """Why a statement is in, or out though no chosen one says what it says."""
    worth = selection.worth
    if at in selection.chosen:
        return f"chosen {selection.chosen.index(at) + 1} of {len(selection.chosen)}"
    if not worth.eligible[at]:
        return f"would not stand alone: {', '.join(statement.wording.flaws)}"
    if at in selection.gave_way:
        return selection.gave_way[at]
    if not worth.news[at]:
        return f"{worth.words[at]} words, and no news by itself"
    if left.points == 0:
        return "worth less than the statements chosen"
    return f"{worth.words[at]} words, {left.words} left, and worth less than what it would replace"
