"""The order of an event's statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

import numpy as np
from scipy.sparse import csr_array

from summarizer.briefing.briefing_inputs import Dates
from summarizer.briefing.tolls import is_overtaken, tells_toll
from summarizer.features.vectors import Floats, Indices, Mask, tfidf_of_terms
from summarizer.model import DatePhrase, Document, DocumentId, Statement
from summarizer.nlp.numbers.quantity_record import Quantity
from summarizer.nlp.sentences.quality import LEANING

_FOLLOWS = 0.1  # what it counts beside likeness that a report tells one statement behind another,
_FADES = 0.7  # times this for each sentence from the one to the other
_OPENING = 2  # sentences that open a report; what follows one of them may stand elsewhere
_EARLY = 0.4  # what it counts, beside likeness to the first statement, that reports tell one early
_REVERSED = 0.2  # what it costs that a later sentence of a report stands near before an earlier one
_WINDOW = 4  # places apart at which two statements still count as near each other
_FEW = 24  # runs up to which all moves are tried: bounds time


def order_statements(
    first: Statement,
    statements: Sequence[Statement],
    dates: Dates,
    by_id: Mapping[DocumentId, Document],
    tolls: Mapping[str, Quantity],
) -> list[Statement]:
    """Order the statements of an event behind the first of them.

    A statement that leans on the one before it in its report stays behind it, and so does one that follows another in
    its report's body. Of the others, those stand near each other that share words or stand near each other in a report,
    in the order in which reports tell them; what is like the first statement and told early comes first. A toll that
    was overtaken comes behind the newest, what is still to come last.

    Measured as Kendall's tau with the order of the references, and as how often two points stand side by side that they
    tell side by side; docs/engine.md has the figures.

    Args:
        first: The statement that sums the event up, or opens it.
        statements: What is printed of the event beside the bottom line; it may hold the first.
        dates: The date phrases of printed wordings, by the sentence's id.
        by_id: The reports.
        tolls: The newest reading of each toll that grew.

    Returns:
        The statements, the first at their head where they hold it.
    """
    members = [first, *(one for one in statements if one is not first)]
    places = np.array([place_of(one, by_id)[0] for one in members])
    pull = _measure_pull(members, places, tolls)
    late = [is_ahead(one, dates) or is_overtaken(one.wording.text, tolls) for one in members]
    opening, *others = _find_runs(members, late)
    others.sort(key=lambda run: places[run[0]])
    ahead = [run for run in others if is_ahead(members[run[0]], dates)]
    runs = [opening, *(run for run in others if run not in ahead)]
    belongs = np.zeros((len(runs), len(members)))
    for number, run in enumerate(runs):
        belongs[number, run] = 1 / len(run)
    order = [runs[number] for number in _seek_order(belongs @ pull @ belongs.T)]
    ordered = [members[at] for run in (*order, *ahead) for at in run]
    return ordered if any(one is first for one in statements) else ordered[1:]


def told_by(statement: Statement, dates: Dates) -> tuple[DatePhrase, ...]:
    """The phrases that date what a statement tells of."""
    return tuple(phrase for phrase in dates.get(statement.wording.id, ()) if phrase.role == "told")


def is_ahead(statement: Statement, dates: Dates) -> bool:
    """Tell whether a statement tells of what is still to come."""
    told = told_by(statement, dates)
    return bool(told) and told[0].is_ahead


def place_of(statement: Statement, by_id: Mapping[DocumentId, Document]) -> tuple[float, str, int]:
    """Where the printed wording stands: how far into its report, as a share of it, then the report and the place."""
    wording = statement.wording
    kept = by_id[wording.document].kept or ()
    start, end = kept[0].start, kept[-1].end
    return (wording.span.start - start) / max(end - start, 1), wording.document, wording.position


def leans_on(second: Statement, first: Statement) -> bool:
    """Tell whether a statement follows another in its report and cannot stand without it."""
    return _follows(second, first) and not LEANING.isdisjoint(second.wording.flaws)


def find_leaders(statements: Sequence[Statement]) -> dict[int, Statement]:
    """Return, by the ids of the statements that lean on another, the first of those before them that stands alone."""
    leaders: dict[int, Statement] = {}
    ordered = sorted(statements, key=lambda one: (one.wording.document, one.wording.position))
    for first, second in pairwise(ordered):
        if leans_on(second, first):
            leaders[second.wording.id] = leaders.get(first.wording.id, first)
    return leaders


def _follows(second: Statement, first: Statement) -> bool:
    one, other = first.wording, second.wording
    return one.document == other.document and other.position - one.position == 1


def _find_runs(members: Sequence[Statement], late: Sequence[bool]) -> list[list[int]]:
    """Group the statements that are printed together. The run of the first comes first, the first at its head.

    A statement stays behind the one on which it leans. It stays behind the one that it follows in its report's body,
    too, unless one of the two has a place of its own: what is still to come, and an overtaken toll.
    """
    runs: list[list[int]] = []
    by_report = sorted(range(len(members)), key=lambda at: (members[at].wording.document, members[at].wording.position))
    for at in by_report:
        before = runs[-1][-1] if runs else at
        goes_on = members[before].wording.position >= _OPENING and not (late[before] or late[at])
        if leans_on(members[at], members[before]) or (goes_on and _follows(members[at], members[before])):
            runs[-1].append(at)
        else:
            runs.append([at])
    opening = next(run for run in runs if 0 in run)
    runs.remove(opening)
    head = opening.index(0)
    return [[*opening[head:], *opening[:head]], *runs]


def _measure_pull(members: Sequence[Statement], places: Floats, tolls: Mapping[str, Quantity]) -> Floats:
    """Return how much speaks for each statement (row) before and near each other one (column).

    They are alike, which speaks half for either order, or a report tells the one soon before the other. The first
    statement comes before all: it draws what is like it and what is told early.
    """
    vectors = tfidf_of_terms([[term for term in one.wording.terms if term] for one in members])
    likeness = np.asarray((vectors @ csr_array(vectors.T)).toarray())
    alike = likeness / 2
    alike[0] = (likeness[0] + _EARLY) * (1 - places)
    return np.where(_find_reversed(members, tolls), -_REVERSED, alike + _FOLLOWS * _measure_following(members))


def _find_reversed(members: Sequence[Statement], tolls: Mapping[str, Quantity]) -> Mask:
    """Tell which statements (row) should not precede which (column): an old toll a newer one, a later sentence."""
    is_old = np.array([is_overtaken(one.wording.text, tolls) for one in members])
    is_new = np.array([tells_toll(one.wording.text, tolls) for one in members]) & ~is_old
    old_first = is_old[:, None] & is_new
    reports = np.array([one.wording.document for one in members])
    positions = np.array([one.wording.position for one in members])
    is_later = (reports[:, None] == reports) & (positions[:, None] > positions)
    found = np.asarray(old_first | is_later & ~old_first.T)
    found[0] = False  # what comes first comes before all
    return found


def _measure_following(members: Sequence[Statement]) -> Floats:
    """Return how soon after each statement (row) a report tells each other one (column), at best."""
    places: dict[DocumentId, dict[int, int]] = {}  # for each report the statements that it tells, and where
    for at, one in enumerate(members):
        for sentence in (*one.sentences, *(passage.sentences[0] for passage in one.evidence)):
            places.setdefault(sentence.document, {}).setdefault(at, sentence.position)  # what says all of it is first
    soonest = np.zeros((len(members), len(members)))
    for told in places.values():
        rows, positions = np.ix_([*told], [*told]), np.array([*told.values()])
        gaps = positions - positions[:, None]
        soonest[rows] = np.maximum(soonest[rows], np.where(gaps > 0, _FADES ** np.abs(gaps), 0.0))
    return soonest


def _seek_order(pull: Floats) -> list[int]:
    """Order runs behind the first so that as much pull as can be found holds between near ones.

    One after another is put where it fits best; then neighbouring blocks change places as long as that helps.
    """
    order = [0]
    padded = np.pad(pull, (0, 1))
    for number in range(1, len(pull)):
        order = _insert(number, order, padded)
    best = np.array([order])
    while 2 < len(pull) <= _FEW:
        tried = best[0][_moves(len(pull))]
        found = tried[[_weigh_orders(tried, pull).argmax()]]
        if _weigh_orders(found, pull)[0] <= _weigh_orders(best, pull)[0]:
            break
        best = found
    return [int(number) for number in best[0]]


def _insert(number: int, order: Sequence[int], pull: Floats) -> list[int]:
    """Put a run where that gains most: only what stands within the window on either side is looked at.

    The last row and column of `pull` are 0: those of nobody, who stands beyond both ends.
    """
    nobody = [len(pull) - 1] * _WINDOW
    near = np.arange(len(order) + 1)[:, None] + np.arange(2 * _WINDOW)
    around = np.array([*nobody, *order, *nobody])[near]  # a row for each place
    wide = np.column_stack([around[:, :_WINDOW], np.full(len(around), number), around[:, _WINDOW:]])
    gains = (_weigh_orders(wide, pull) - _weigh_orders(around, pull)).round(9)
    at = int(gains[1:].argmax()) + 1
    return [*order[:at], number, *order[at:]]


def _weigh_orders(orders: Indices, pull: Floats) -> Floats:
    """Return for each order the sum of the pull between those near each other, over the square of the places apart."""
    earlier, later = _near_places(orders.shape[1])
    found = pull[orders[:, earlier], orders[:, later]] @ (1 / (later - earlier) ** 2)
    return np.asarray(found.round(9))  # equal sums are equal on every machine


@lru_cache(maxsize=_FEW)
def _near_places(size: int) -> tuple[Indices, Indices]:
    earlier, later = np.triu_indices(size, 1)
    is_near = later - earlier <= _WINDOW
    return earlier[is_near], later[is_near]


@lru_cache(maxsize=_FEW)
def _moves(size: int) -> Indices:
    """Return all orders in which two neighbouring blocks have changed places; what stands first stays there."""
    at = range(size)
    cuts = combinations(range(1, size + 1), 3)
    return np.array([(*at[:start], *at[middle:end], *at[start:middle], *at[end:]) for start, middle, end in cuts])
