"""Tells what an earlier briefing and the reports read for it told before."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

import numpy as np

from summarizer.briefing.since.earlier_run import EarlierRun
from summarizer.features.vectors import Floats
from summarizer.model import DocumentId, Evidence, Novelty, Statement
from summarizer.ranking.priors import TOLD
from summarizer.settings import Settings
from summarizer.statements.cite import find_best_evidence, look_up
from summarizer.statements.judging import Judging

_TOLD_BEFORE = 0.2  # what a statement is worth that was told before
_MOST = 400  # statements, the best first, that are held against what was read then, before any is chosen


def favour_news(earlier: EarlierRun, statements: Sequence[Statement], worth: Floats, settings: Settings) -> Floats:
    """Return how much of its interest each sentence keeps: less where what it says was told before.

    Args:
        earlier: The earlier briefing beside the run.
        statements: All statements, best score first.
        worth: What each sentence keeps so far.
        settings: What is asked for.
    """
    told = [one for one in statements if any(sentence.document in earlier.read for sentence in one.sentences)]
    known = {one.wording.id for one in told}
    rest = [one for one in statements[:_MOST] if one.wording.id not in known]
    found = _find_evidence(earlier, rest, {*earlier.read, *earlier.unread}, settings)
    # Evidence is looked for until it is found: the first passage that says all of a statement is enough.
    told += [one for one, own in zip(rest, found, strict=True) if any(said.relation == "same" for said in own)]
    rows = [one.wording.id for one in told]
    less = worth.copy()
    # Below `TOLD` it would not be printed at all: it is worth printing where little is new.
    less[rows] = np.where(worth[rows] >= TOLD, np.maximum(_TOLD_BEFORE * worth[rows], TOLD), _TOLD_BEFORE * worth[rows])
    return less


def tell_novelty(earlier: EarlierRun, chosen: Sequence[Statement], settings: Settings) -> dict[int, Novelty]:
    """Tell of the chosen statements whether each was told before, by the ids of their wordings.

    What reports that were read then say of a statement is known from its evidence. What those say that are not at hand
    is judged by their words.

    Args:
        earlier: The earlier briefing beside the run.
        chosen: The statements of the briefing, with their evidence.
        settings: What is asked for.
    """
    found = _find_evidence(earlier, chosen, earlier.unread, settings)
    return {
        statement.wording.id: _novelty_of(earlier, statement, evidence)
        for statement, evidence in zip(chosen, found, strict=True)
    }


def _find_evidence(
    earlier: EarlierRun, statements: Sequence[Statement], reports: Container[DocumentId], settings: Settings
) -> Iterator[Iterator[Evidence]]:
    """What some of the reports read then say of statements, one passage a report, by the lexical judge."""
    judge = earlier.judge
    for _, looked_up, judged in look_up(Judging(settings, None), judge, statements):
        names = [name for name in looked_up.by_report if name in reports]
        best = (find_best_evidence(judge.sentences, judged, looked_up, name) for name in names)
        yield filter(None, best)


def _novelty_of(earlier: EarlierRun, statement: Statement, evidence: Iterator[Evidence]) -> Novelty:
    own = Evidence(sentences=(statement.wording,), relation="same", score=1.0)
    told = [one for one in (own, *statement.evidence) if one.document in earlier.read]
    passages = [earlier.passage_of(one) for one in (*told, *evidence)]
    whole = tuple(one for one in passages if one.relation == "same")
    if whole:
        return Novelty(standing="told before", told_by=whole)
    return Novelty(standing="new in part" if passages else "new", told_by=tuple(passages))
