"""Cites each chosen point afresh: the nearest sentences of all reports, judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from summarizer.features.vectors import Floats
from summarizer.model import Document, DocumentId, Evidence, Sentence, Statement
from summarizer.settings import Settings
from summarizer.statements.entailment import Judgement
from summarizer.statements.judging import Judged, Judging, Rows, open_judging
from summarizer.statements.lexical_judge import LexicalJudge, wording_of

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
    settings: Settings | Judging | None = None,
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
        settings: What names the judge that has the last word, or that judge itself, of which several calls may ask and
            which keeps what it was asked; None for the lexical one.

    Returns:
        The statements in their order, with their evidence: first what says all of it, then what says a part; within an
        origin the original first.
    """
    judging = settings if isinstance(settings, Judging) else open_judging(settings or Settings())
    twins: dict[tuple[DocumentId, int], list[Sentence]] = {}
    for sentence in copied:
        twins.setdefault((copies[sentence.document], sentence.position), []).append(sentence)
    printed = [_from_original(statement, rank_of) for statement in chosen]
    reports = list(dict.fromkeys(sentence.document for sentence in judge.sentences))
    found = []
    for start in range(0, len(printed), _BLOCK):
        block = printed[start : start + _BLOCK]
        measured = zip(block, *_measure(judge, [one.wording.id for one in block]), strict=True)
        tasks = [_task(judging, judge, one, held, near) for one, held, near in measured]
        judge.read(at for one in tasks for rows in ([one.point], *one.by_report.values()) for at in rows)
        for statement, task in zip(block, tasks, strict=True):
            judged = _ask(judging, judge, task)
            best = (_best_evidence(judge.sentences, judged, task, name) for name in reports)
            evidence = [one for one in best if one]
            found.append(_with_evidence(statement, [*evidence, *_of_copies(statement, evidence, twins)], rank_of))
    return found


def rank_originals(documents: Sequence[Document], copies: Mapping[DocumentId, DocumentId]) -> dict[DocumentId, int]:
    """Rank reports so that of those which go back to one text the original comes first.

    A copy follows its original, a report that cites another outlet follows one that does not, one with a dateline of
    its own comes before one without, an earlier one before a later one.

    Args:
        documents: Reports.
        copies: The original of each exact copy.
    """

    def place(document: Document) -> tuple[bool, bool, bool, str, str]:
        day = document.published.value.isoformat() if document.published else "9999"
        return (document.id in copies, bool(document.cites), document.dateline is None, day, document.id)

    return {document.id: rank for rank, document in enumerate(sorted(documents, key=place))}


def _from_original(statement: Statement, rank_of: Mapping[DocumentId, int]) -> Statement:
    """The statement with the original's sentence first, where it has the printed one word for word."""
    wording, origin_of = statement.wording, statement.origin_of
    equal = [
        sentence
        for sentence in statement.sentences
        if wording_of(sentence) == wording_of(wording)
        and origin_of[sentence.document] == origin_of[wording.document]
        and len(sentence.flaws) <= len(wording.flaws)
    ]
    first = min(equal, key=lambda sentence: (rank_of[sentence.document], sentence.id))
    if first is wording:
        return statement
    return replace(statement, sentences=(first, *(one for one in statement.sentences if one is not first)))


def _measure(judge: LexicalJudge, points: Sequence[int]) -> tuple[Floats, Floats]:
    """The share of each point's weight that each sentence holds, and the geometric mean of that and their cosine."""
    weighted = csr_array(judge.held[points]).toarray() * judge.weights
    totals = np.maximum(weighted.sum(axis=1), 1e-9)
    held = (judge.held @ weighted.T).T / totals[:, None]
    cosine = (judge.vectors @ csr_array(judge.vectors[points]).toarray().T).T
    return held, np.sqrt(held * cosine)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """A point that is to be cited.

    Attributes:
        point: The number of its sentence.
        held: For each sentence the share of the point's weight that it holds.
        looked_up: The sentences of each other report that the lexical judge is asked for.
        by_report: Those that the judge of the run is asked for.
    """

    point: int
    held: Sequence[float]
    looked_up: Mapping[DocumentId, Sequence[int]]
    by_report: Mapping[DocumentId, Sequence[int]]


def _task(judging: Judging, judge: LexicalJudge, statement: Statement, held: Floats, near: Floats) -> _Task:
    looked_up = _candidates(statement, judge.sentences, held, near, _REACH)
    found = looked_up
    if not judging.is_lexical:
        further = _candidates(statement, judge.sentences, held, near, _FAR_REACH)
        found = {name: list(dict.fromkeys((*looked_up.get(name, ()), *own))) for name, own in further.items()}
    return _Task(point=statement.wording.id, held=held.tolist(), looked_up=looked_up, by_report=found)


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


def _ask(judging: Judging, judge: LexicalJudge, task: _Task) -> Judged:
    """What tells how each passage stands to a point, by the judge of the run."""
    if judging.is_lexical:
        return judging.ask(judge, task.point, (), ())
    near: set[Rows] = set()
    for rows in task.looked_up.values():
        has_part = any(judge.judge(task.point, (at,)).relation == "partly entailed" for at in rows)
        pairs = _pairs(judge.sentences, rows, task.held, _BOTH_ALL if has_part else _BOTH)
        near.update([*((at,) for at in rows), *pairs])
    passages = (
        passage
        for rows in task.by_report.values()
        for passage in [*((at,) for at in rows), *_pairs_afar(judge.sentences, rows, task.held)]
    )
    return judging.ask(judge, task.point, passages, near)


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


def _best_evidence(sentences: Sequence[Sentence], judge: Judged, task: _Task, report: DocumentId) -> Evidence | None:
    """The passage of a report that is cited for a point, if any."""
    rows = task.by_report.get(report, ())
    judged: list[tuple[Rows, Judgement]] = [((at,), judge((at,), True)) for at in rows]
    entailed = [one for one in judged if one[1].relation == "entailed"]
    if not entailed:
        has_part = any(one[1].relation == "partly entailed" for one in judged)
        if task.looked_up is task.by_report:
            pairs = _pairs(sentences, rows, task.held, _BOTH_ALL if has_part else _BOTH)
        else:
            pairs = _pairs_afar(sentences, rows, task.held)
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


def _of_copies(
    statement: Statement, evidence: Sequence[Evidence], twins: Mapping[tuple[DocumentId, int], Sequence[Sentence]]
) -> Iterator[Evidence]:
    """What the copies of the reports say: the same as their originals, and the printed sentence itself."""
    own = Evidence(sentences=(statement.wording,), relation="same", score=1.0)
    for one in (own, *evidence):
        first, *rest = one.sentences
        for twin in twins.get((first.document, first.position), ()):
            others = [
                other
                for sentence in rest
                for other in twins.get((sentence.document, sentence.position), ())
                if other.document == twin.document
            ]
            if len(others) == len(rest):
                yield replace(one, sentences=(twin, *others))


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
