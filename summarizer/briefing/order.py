"""The order of an event's statements: thread by thread, each as its reports tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, pairwise

import numpy as np
from scipy.sparse import csr_array

from summarizer.briefing.headlines import is_overtaken
from summarizer.engine.vectors import weigh_terms
from summarizer.language import LEANING, Quantity
from summarizer.model import DatePhrase, Document, DocumentId, Statement

_NEXT = 1  # sentences apart at which two of a report are told together
_ONE_THREAD = 0.2  # mean likeness from which two groups of statements are one thread

Dates = Mapping[int, tuple[DatePhrase, ...]]


def order_statements(
    first: Statement,
    statements: Sequence[Statement],
    dates: Dates,
    by_id: Mapping[DocumentId, Document],
    tolls: Mapping[str, Quantity],
) -> list[Statement]:
    """Order the statements of an event behind the first of them.

    Sentences that stand together in a report stay together: one leans on the other, as a quotation on its speaker.
    Those that share words make a thread, and no two threads are braided. That of the first statement goes before the
    others; what reports tell early comes early, what is still to come last. Within a thread, a toll that was overtaken
    comes behind the rest.

    Measured as Kendall's tau with the order of the references, and as the mean cosine of neighbours: Multi-News .36
    and .056, MultiLing .17 and .074; by the place in the report alone .33 and .052, .07 and .064; by weight .30 and
    .054, -.10 and .067.

    Args:
        first: The statement that sums the event up, or opens it.
        statements: What is printed of the event beside the bottom line; it may hold the first.
        dates: The date phrases of printed wordings, by the sentence's id.
        by_id: The reports.
        tolls: The newest reading of each toll that grew.

    Returns:
        The statements, the first at their head where they hold it.
    """
    is_held = any(one is first for one in statements)
    rest = (one for one in statements if one is not first)
    runs: list[list[Statement]] = []
    for statement in sorted(rest, key=lambda one: (one.wording.document, one.wording.position)):
        if runs and _stand_together(runs[-1][-1], statement, dates):
            runs[-1].append(statement)
        else:
            runs.append([statement])

    def place(run: Sequence[Statement]) -> tuple[bool, tuple[float, str, int]]:
        return is_ahead(run[0], dates), place_of(run[0], by_id)

    def standing(run: Sequence[Statement]) -> bool:
        return any(is_overtaken(one.wording.text, tolls) for one in run)

    behind = [run for run in runs if _stand_together(first, run[0], dates)]
    beside = [*behind, *(run for run in runs if _stand_together(run[-1], first, dates))]
    apart = sorted((run for run in runs if run not in beside), key=place)
    (opening, *own), *others = _join_threads([[first, *chain(*beside)], *apart], dates)
    ordered = [*opening[1:], *(one for thread in (own, *others) for run in sorted(thread, key=standing) for one in run)]
    return [first, *ordered] if is_held else ordered


def told_by(statement: Statement, dates: Dates) -> tuple[DatePhrase, ...]:
    """The phrases that date what a statement tells of."""
    return tuple(phrase for phrase in dates.get(statement.wording.id, ()) if phrase.role == "told")


def is_ahead(statement: Statement, dates: Dates) -> bool:
    """Tell whether a statement tells of what is still to come."""
    told = told_by(statement, dates)
    return bool(told) and told[0].is_ahead


def place_of(statement: Statement, by_id: Mapping[DocumentId, Document]) -> tuple[float, str, int]:
    """How far into its report the printed wording stands, as a share of the report."""
    wording = statement.wording
    kept = by_id[wording.document].kept or ()
    start, end = kept[0].start, kept[-1].end
    return ((wording.span.start - start) / max(end - start, 1), wording.document, wording.position)


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
    return one.document == other.document and 0 < other.position - one.position <= _NEXT


def _stand_together(first: Statement, second: Statement, dates: Dates) -> bool:
    """Whether two statements follow each other in a report, and neither looks ahead alone."""
    if leans_on(second, first):
        return True
    return _follows(second, first) and is_ahead(first, dates) == is_ahead(second, dates)


def _join_threads(runs: Sequence[list[Statement]], dates: Dates) -> list[list[list[Statement]]]:
    """Put each run into the thread that it is most like, or into one of its own; what looks ahead stays apart."""
    members = [one for run in runs for one in run]
    vectors = weigh_terms([[term for term in one.wording.terms if term] for one in members])
    likeness = np.asarray((vectors @ csr_array(vectors.T)).toarray())
    thread_of = np.zeros(len(members), dtype=np.int64)
    threads: list[list[list[Statement]]] = []
    seen = 0
    for run in runs:
        own = likeness[:seen, seen : seen + len(run)].mean(axis=1)
        size = np.bincount(thread_of[:seen], minlength=len(threads))
        alike = np.bincount(thread_of[:seen], own, minlength=len(threads)) / size
        alike[[is_ahead(thread[0][0], dates) != is_ahead(run[0], dates) for thread in threads]] = 0.0
        best = int(alike.argmax()) if len(threads) and alike.max() >= _ONE_THREAD else len(threads)
        if best == len(threads):
            threads.append([])
        threads[best].append(run)
        thread_of[seen : seen + len(run)] = best
        seen += len(run)
    return threads
