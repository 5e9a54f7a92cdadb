"""Cites each chosen point afresh: the nearest sentences of all reports, judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy.sparse import csr_array

from summarizer.features.vectors import Floats
from summarizer.model import Document, DocumentId, Evidence, Sentence, Statement
from summarizer.settings import Settings
from summarizer.statements.entailment import Judgement
from summarizer.statements.judges import Judged, Rows, ask_judge
from summarizer.statements.lexical_judge import LexicalJudge, wording_of

_HELD = 0.15  # share of a point's weight that a sentence must hold to be judged
_NEAR = 0.15  # geometric mean of that share and the cosine that it must reach
_BOTH = 0.4  # share of a point's weight that two neighbouring sentences must hold together to be judged
_BOTH_ALL = 0.6  # the same where one sentence says a part already: two may say all of it
_MANY = 4  # sentences of a report that are judged for one point
_BLOCK = 16  # points looked up at a time: bounds memory, changes no result
Twins = Mapping[tuple[DocumentId, int], Sequence[Sentence]]
_JOINT = 3  # characters of white space between neighbours; what more lies between was left out of the report


def cite_statements(
    chosen: Sequence[Statement],
    judge: LexicalJudge,
    copies: Mapping[DocumentId, DocumentId],
    copied: Iterable[Sentence],
    rank_of: Mapping[DocumentId, int],
    settings: Settings | None = None,
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
        settings: The judge that has the last word; None for the lexical one.

    Returns:
        The statements in their order, with their evidence: first what says all of it, then what says a part; within an
        origin the original first.
    """
    twins = find_twins(copies, copied)
    printed = [_from_original(statement, rank_of) for statement in chosen]
    reports = list(dict.fromkeys(sentence.document for sentence in judge.sentences))
    found = []
    for statement, held, by_report in find_candidates(judge, printed):
        passages = (rows for own in by_report.values() for rows in find_passages(judge.sentences, own, held))
        judged = ask_judge(judge, settings or Settings(), statement.wording.id, passages)
        best = (find_best_evidence(judge.sentences, judged, by_report.get(name, ()), held) for name in reports)
        evidence = [one for one in best if one]
        found.append(
            _with_evidence(statement, [*evidence, *evidence_of_copies(statement.wording, evidence, twins)], rank_of)
        )
    return found


def find_candidates(
    judge: LexicalJudge, points: Sequence[Statement], searched: int | None = None
) -> Iterator[tuple[Statement, list[float], dict[DocumentId, list[int]]]]:
    """Look up the sentences of the reports that may say some points.

    Args:
        judge: The lexical judge, over the sentences of all reports and those of the points.
        points: Statements.
        searched: How many of the judge's sentences, from the first, are looked in; all where None.

    Yields:
        Each point, the share of its weight that each sentence holds, and by report the sentences that may say it, the
        nearest first.
    """
    for start in range(0, len(points), _BLOCK):
        block = points[start : start + _BLOCK]
        measured = zip(block, *_measure(judge, [one.wording.id for one in block], searched), strict=True)
        tasks = [(one, held.tolist(), _candidates(one, judge.sentences, held, near)) for one, held, near in measured]
        judge.read(at for one, _, by_report in tasks for rows in ([one.wording.id], *by_report.values()) for at in rows)
        yield from tasks


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


def _measure(judge: LexicalJudge, points: Sequence[int], searched: int | None) -> tuple[Floats, Floats]:
    """The share of each point's weight that each sentence holds, and the geometric mean of that and their cosine."""
    weighted = csr_array(judge.held[points]).toarray() * judge.weights
    totals = np.maximum(weighted.sum(axis=1), 1e-9)
    held = (judge.held[:searched] @ weighted.T).T / totals[:, None]
    cosine = (judge.vectors[:searched] @ csr_array(judge.vectors[points]).toarray().T).T
    return held, np.sqrt(held * cosine)


def _candidates(
    statement: Statement, sentences: Sequence[Sentence], held: Floats, near: Floats
) -> dict[DocumentId, list[int]]:
    """The sentences of each other report that may say it: those merged with it, then the nearest."""
    found: dict[DocumentId, list[int]] = {}
    for sentence in statement.sentences:
        if sentence.id < len(sentences):
            found.setdefault(sentence.document, []).append(sentence.id)
    close = np.flatnonzero((held >= _HELD) & (near >= _NEAR))
    looked_up: Counter[DocumentId] = Counter()
    for at in close[np.argsort(-near[close], kind="stable")].tolist():
        name = sentences[at].document
        looked_up[name] += 1
        own = found.setdefault(name, [])
        if looked_up[name] <= _MANY and at not in own:
            own.append(at)
    found.pop(statement.wording.document, None)
    return found


def find_passages(sentences: Sequence[Sentence], rows: Sequence[int], held: Sequence[float]) -> Iterator[Rows]:
    """Yield some sentences of a report, each alone, then with a neighbour where both hold enough of a point.

    Args:
        sentences: All sentences.
        rows: The numbers of those of one report that may say the point.
        held: The share of the point's weight that each sentence holds.
    """
    yield from ((at,) for at in rows)
    yield from _pairs(sentences, rows, held, _BOTH)


def _pairs(sentences: Sequence[Sentence], rows: Sequence[int], held: Sequence[float], least: float) -> list[Rows]:
    pairs = dict.fromkeys(
        pair for at in rows for pair in ((at - 1, at), (at, at + 1)) if _are_neighbours(sentences, *pair)
    )
    return [pair for pair in pairs if held[pair[0]] + held[pair[1]] >= least]


def find_best_evidence(
    sentences: Sequence[Sentence], judge: Judged, rows: Sequence[int], held: Sequence[float]
) -> Evidence | None:
    """Return the passage of a report that says a point best, in full before in part; None where none does.

    Args:
        sentences: All sentences.
        judge: Tells how a passage stands to the point.
        rows: The numbers of the report's sentences that may say it.
        held: The share of the point's weight that each sentence holds.
    """
    judged: list[tuple[Rows, Judgement]] = [((at,), judge((at,), True)) for at in rows]
    entailed = [one for one in judged if one[1].relation == "entailed"]
    if not entailed:
        has_part = any(one[1].relation == "partly entailed" for one in judged)
        pairs = _pairs(sentences, rows, held, _BOTH_ALL if has_part else _BOTH)
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


def find_twins(copies: Mapping[DocumentId, DocumentId], copied: Iterable[Sentence]) -> Twins:
    """Return the sentences of exact copies, by the report that they copy and their position in it.

    Args:
        copies: The original of each exact copy.
        copied: The sentences of the copies.
    """
    twins: dict[tuple[DocumentId, int], list[Sentence]] = {}
    for sentence in copied:
        twins.setdefault((copies[sentence.document], sentence.position), []).append(sentence)
    return twins


def evidence_of_copies(wording: Sentence, evidence: Sequence[Evidence], twins: Twins) -> Iterator[Evidence]:
    """Yield what the copies of the reports say: the same as their originals, and the printed sentence itself.

    Args:
        wording: The point.
        evidence: What the reports say of it.
        twins: The sentences of the copies.
    """
    own = Evidence(sentences=(wording,), relation="same", score=1.0)
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
