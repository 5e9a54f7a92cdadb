"""Cites each chosen point afresh: the nearest sentences of all reports, judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from summarizer.features.vectors import Floats
from summarizer.model import DocumentId, Evidence, Sentence, Statement
from summarizer.settings import Settings
from summarizer.statements.entailment import Judgement
from summarizer.statements.judging import Judged, Judging, Rows, open_judging
from summarizer.statements.lexical_judge import LexicalJudge
from summarizer.statements.originals import evidence_of_copies, find_twins, print_original

# Least share of a point's weight that a sentence holds to be judged, which the geometric mean of that share and their
# cosine must reach, too; most sentences of a report that are judged for one point. The lexical judge looks at few, a
# judge from outside at more (`benchmarks/judge.py` has the recall of both).
_REACH = (0.15, 4)
_FAR_REACH = (0.025, 5)
_BOTH = 0.4  # share of a point's weight that two neighbouring sentences must hold together to be judged
_BOTH_ALL = 0.6  # the same where one sentence says a part already: two may say all of it
_BLOCK = 16  # points looked up at a time: bounds memory, changes no result
_JOINT = 3  # characters of white space between neighbours; what more lies between was left out of the report


def cite_statements(
    chosen: Sequence[Statement],
    judge: LexicalJudge,
    copies: Mapping[DocumentId, DocumentId],
    copied: Iterable[Sentence],
    rank_of: Mapping[DocumentId, int],
    judging: Judging | None = None,
) -> list[Statement]:
    """Find for each chosen statement what every other report says of it.

    A report is cited once: by a passage that says all of the statement, a single sentence before two, else by one that
    says a part. Where the original of an origin has the printed sentence word for word, and with no more flaws, the
    original's is printed.

    Args:
        chosen: The statements.
        judge: The lexical judge, over the sentences of all reports but exact copies.
        copies: The original of each exact copy: a copy says what its original says.
        copied: The sentences of the copies.
        rank_of: The rank of each report among those of its origin, the original first (`rank_originals`).
        judging: The judge that has the last word, which several calls may ask, and which keeps what it was asked; None
            for the lexical one.

    Returns:
        The statements in their order, with their evidence: first what says all of it, then what says a part; within an
        origin the original first.
    """
    judging = judging or open_judging(Settings())
    twins = find_twins(copies, copied)
    printed = [print_original(statement, rank_of) for statement in chosen]
    reports = list(dict.fromkeys(sentence.document for sentence in judge.sentences))
    found = []
    for statement, looked_up, judged in look_up(judging, judge, printed):
        best = (find_best_evidence(judge.sentences, judged, looked_up, name) for name in reports)
        evidence = [one for one in best if one]
        copied_too = evidence_of_copies(statement.wording, evidence, twins)
        found.append(_with_evidence(statement, [*evidence, *copied_too], rank_of))
    return found


def look_up(
    judging: Judging, judge: LexicalJudge, points: Sequence[Statement], searched: int | None = None
) -> Iterator[tuple[Statement, LookedUp, Judged]]:
    """Look up the passages of the reports that may say some points, and have them judged.

    Args:
        judging: The judge of the run.
        judge: The lexical judge, over the sentences of all reports and those of the points.
        points: Statements.
        searched: How many of the judge's sentences, from the first, are looked in; all where None.

    Yields:
        Each point, what was looked up for it, and what tells how one of these passages stands to it.
    """
    for start in range(0, len(points), _BLOCK):
        block = points[start : start + _BLOCK]
        measured = zip(block, *_measure(judge, [one.wording.id for one in block], searched), strict=True)
        found = [_look_up(judging, judge, one, held, near) for one, held, near in measured]
        judge.read(at for one in found for rows in ([one.point], *one.by_report.values()) for at in rows)
        for statement, looked_up in zip(block, found, strict=True):
            yield statement, looked_up, _ask(judging, judge, looked_up)


def _measure(judge: LexicalJudge, points: Sequence[int], searched: int | None) -> tuple[Floats, Floats]:
    """The share of each point's weight that each sentence holds, and the geometric mean of that and their cosine."""
    weighted = csr_array(judge.held[points]).toarray() * judge.weights
    totals = np.maximum(weighted.sum(axis=1), 1e-9)
    held = (judge.held[:searched] @ weighted.T).T / totals[:, None]
    cosine = (judge.vectors[:searched] @ csr_array(judge.vectors[points]).toarray().T).T
    return held, np.sqrt(held * cosine)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedUp:
    """The passages that may say a point.

    Attributes:
        point: The number of its sentence.
        held: For each sentence the share of the point's weight that it holds.
        nearest: The sentences of each other report that the lexical judge is asked for.
        by_report: Those that the judge of the run is asked for.
    """

    point: int
    held: Sequence[float]
    nearest: Mapping[DocumentId, Sequence[int]]
    by_report: Mapping[DocumentId, Sequence[int]]


def _look_up(judging: Judging, judge: LexicalJudge, statement: Statement, held: Floats, near: Floats) -> LookedUp:
    nearest = _candidates(statement, judge.sentences, held, near, _REACH)
    found = nearest
    if not judging.is_lexical:
        further = _candidates(statement, judge.sentences, held, near, _FAR_REACH)
        found = {name: list(dict.fromkeys((*nearest.get(name, ()), *own))) for name, own in further.items()}
    return LookedUp(point=statement.wording.id, held=held.tolist(), nearest=nearest, by_report=found)


def _candidates(
    statement: Statement, sentences: Sequence[Sentence], held: Floats, near: Floats, reach: tuple[float, int]
) -> dict[DocumentId, list[int]]:
    """The sentences of each other report that may say it: those merged with it, then the nearest."""
    least, many = reach
    found: dict[DocumentId, list[int]] = {}
    for sentence in statement.sentences:
        if sentence.id < len(sentences):
            found.setdefault(sentence.document, []).append(sentence.id)
    close = np.flatnonzero((held >= least) & (near >= least))
    looked_up: Counter[DocumentId] = Counter()
    for at in close[np.argsort(-near[close], kind="stable")].tolist():
        name = sentences[at].document
        looked_up[name] += 1
        own = found.setdefault(name, [])
        if looked_up[name] <= many and at not in own:
            own.append(at)
    found.pop(statement.wording.document, None)
    return found


def _ask(judging: Judging, judge: LexicalJudge, looked_up: LookedUp) -> Judged:
    """What tells how each passage stands to a point, by the judge of the run."""
    if judging.is_lexical:
        return judging.ask(judge, looked_up.point, (), ())
    near: set[Rows] = set()
    for rows in looked_up.nearest.values():
        has_part = any(judge.judge(looked_up.point, (at,)).relation == "partly entailed" for at in rows)
        pairs = _pairs(judge.sentences, rows, looked_up.held, _BOTH_ALL if has_part else _BOTH)
        near.update([*((at,) for at in rows), *pairs])
    passages = (
        passage
        for rows in looked_up.by_report.values()
        for passage in [*((at,) for at in rows), *_pairs_afar(judge.sentences, rows, looked_up.held)]
    )
    return judging.ask(judge, looked_up.point, passages, near)


def _pairs_afar(sentences: Sequence[Sentence], rows: Sequence[int], held: Sequence[float]) -> list[Rows]:
    """Some sentences of a report with their neighbours as a judge from outside is asked: the nearest always."""
    pairs = [*_pairs(sentences, rows[:1], held, 0.0), *_pairs(sentences, rows, held, _BOTH)]
    return list(dict.fromkeys(pairs))


def _pairs(sentences: Sequence[Sentence], rows: Sequence[int], held: Sequence[float], least: float) -> list[Rows]:
    """Some sentences of a report with a neighbour, where both hold at least so much of a point."""
    pairs = dict.fromkeys(
        pair for at in rows for pair in ((at - 1, at), (at, at + 1)) if _are_neighbours(sentences, *pair)
    )
    return [pair for pair in pairs if held[pair[0]] + held[pair[1]] >= least]


def find_best_evidence(
    sentences: Sequence[Sentence], judge: Judged, looked_up: LookedUp, report: DocumentId
) -> Evidence | None:
    """Return the passage of a report that says a point best, in full before in part; None where none does.

    Args:
        sentences: All sentences.
        judge: Tells how a passage stands to the point.
        looked_up: The passages that may say it.
        report: The report.
    """
    rows = looked_up.by_report.get(report, ())
    judged: list[tuple[Rows, Judgement]] = [((at,), judge((at,), True)) for at in rows]
    entailed = [one for one in judged if one[1].relation == "entailed"]
    if not entailed:
        has_part = any(one[1].relation == "partly entailed" for one in judged)
        if looked_up.nearest is looked_up.by_report:
            pairs = _pairs(sentences, rows, looked_up.held, _BOTH_ALL if has_part else _BOTH)
        else:
            pairs = _pairs_afar(sentences, rows, looked_up.held)
        judged += [(pair, judge(pair, not has_part)) for pair in pairs]
        entailed = [one for one in judged if one[1].relation == "entailed"]
    if entailed:
        passage, judgement = max(entailed, key=lambda one: one[1].score)
        return Evidence(sentences=tuple(sentences[at] for at in passage), relation="same", score=judgement.score)
    parts = [one for one in judged if one[1].relation == "partly entailed"]
    if not parts:
        return None
    # A sentence before two: what says as much in fewer words is easier to check.
    passage, judgement = max(parts, key=lambda one: (-len(one[0]), one[1].part_score))
    return Evidence(
        sentences=tuple(sentences[at] for at in passage),
        relation="part",
        score=judgement.part_score,
        backed=judgement.stretch,
    )


def _are_neighbours(sentences: Sequence[Sentence], first: int, second: int) -> bool:
    """Whether two sentences follow one another in a report, with nothing between them that was left out."""
    if first < 0 or second >= len(sentences):
        return False
    one, other = sentences[first], sentences[second]
    return one.document == other.document and 0 <= other.span.start - one.span.end <= _JOINT


def _with_evidence(statement: Statement, evidence: Sequence[Evidence], rank_of: Mapping[DocumentId, int]) -> Statement:
    """The statement with its wording and its evidence in order."""
    origin_of, wording = statement.origin_of, statement.wording
    first_of: dict[str, int] = {origin_of[wording.document]: -1}
    for one in evidence:
        origin = origin_of[one.document]
        first_of[origin] = min(first_of.get(origin, len(rank_of)), rank_of[one.document])
    ordered = sorted(
        evidence,
        key=lambda one: (one.relation == "part", first_of[origin_of[one.document]], rank_of[one.document]),
    )
    return replace(statement, sentences=(wording,), evidence=tuple(ordered))
