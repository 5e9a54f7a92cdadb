"""Merges sentences that entail one another into statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

import numpy as np
from scipy.sparse import csr_array

from summarizer.features.corpus import Corpus
from summarizer.features.vectors import Floats, Indices, cosines, dot_rows, scale_columns
from summarizer.model import CandidatePair, DocumentId, OriginId, Sentence, Statement
from summarizer.statements.contradiction.names_and_words import is_variant
from summarizer.statements.entailment import Judgement
from summarizer.statements.lexical_judge import LexicalJudge, wording_of

_CANDIDATE = 0.5  # geometric mean of cosine and containment from which a pair is judged: few below it say the same
_MOST = 16  # nearest neighbours that are judged for one wording: more are near in texts of few words only
_NEAR_MISS = 0.75  # share of the limit from which a pair that is not close enough is worth showing


def merge_sentences(
    corpus: Corpus,
    edges: csr_array,
    scores: Floats,
    origin_of: Mapping[DocumentId, OriginId],
    judge: LexicalJudge,
    reach: Indices | None = None,
) -> tuple[list[Statement], tuple[CandidatePair, ...]]:
    """Group the sentences that say the same.

    A sentence may be cited for another, the wording, where it entails it (`LexicalJudge`). Step by step the best
    wording is taken, with every sentence left that may be cited for it.

    Args:
        corpus: n sentences.
        edges: The n x n similarity graph: only neighbours in it are compared.
        scores: n TextRank scores.
        origin_of: The origin of each report.
        judge: Who judges.
        reach: The numbers of the sentences to merge, ascending; all where None.

    Returns:
        Statements, best score first; each sentence to merge is in exactly one. And what was held against what.
    """
    sentences = corpus.sentences
    reach = np.arange(len(sentences)) if reach is None else reach
    candidate_pairs = tuple(_judge_neighbours(edges, judge, reach))
    close = _may_be_cited(candidate_pairs)
    groups = _part(close, judge, corpus, scores, origin_of)
    groups += _group_rest(sentences, close, reach)
    statements = [
        Statement(
            sentences=tuple(sentences[at] for at in group),
            origin_of=origin_of,
            score=max(float(scores[at]) for at in group),
        )
        for group in groups
    ]
    return sorted(statements, key=lambda statement: (-statement.score, statement.wording.id)), candidate_pairs


def _judge_neighbours(edges: csr_array, judge: LexicalJudge, reach: Indices) -> Iterator[CandidatePair]:
    """Hold the sentences in reach against the neighbours among them that they might be cited for."""
    pairs = edges[reach][:, reach].tocoo()
    once = pairs.row < pairs.col
    first, second = reach[pairs.row[once]], reach[pairs.col[once]]
    cosine = cosines(judge.vectors, first, second)
    weighted = scale_columns(judge.held, judge.weights)
    shared = dot_rows(weighted, judge.held, first, second)
    totals = np.maximum(np.asarray(weighted.sum(axis=1)).ravel(), 1e-9)
    # Equal sentences are judged once.
    same: dict[tuple[object, ...], int] = {}
    merged = [(at, judge.sentences[at]) for at in reach.tolist()]
    often = Counter(one.tokens for _, one in merged)
    first_of = {at: at if often[one.tokens] == 1 else same.setdefault(wording_of(one), at) for at, one in merged}
    wordings, others = np.append(first, second), np.append(second, first)
    closeness = np.sqrt(np.tile(cosine * shared, 2) / totals[wordings])
    near = _nearest(wordings, closeness, np.flatnonzero(closeness >= _CANDIDATE))
    judged: dict[tuple[int, int], Judgement] = {}
    pairs_near = list(zip(wordings[near].tolist(), others[near].tolist(), strict=True))
    judge.read(first_of[at] for pair in pairs_near for at in pair)
    for wording, other in pairs_near:
        pair = (first_of[wording], first_of[other])
        judgement = judged.get(pair) or judged.setdefault(pair, judge.judge(pair[0], (pair[1],), in_part=False))
        if judgement.relation == "entailed":
            yield CandidatePair(wording=wording, other=other, score=judgement.score, reason=None)
        elif judgement.score >= _NEAR_MISS * judge.same_limit:
            yield CandidatePair(wording=wording, other=other, score=judgement.score, reason=judgement.reason)


def _nearest(wordings: Indices, closeness: Floats, near: Indices) -> Indices:
    """Of some pairs the nearest of each wording, in the order of the pairs."""
    ranked = near[np.lexsort((near, -closeness[near], wordings[near]))]
    _, first, counts = np.unique(wordings[ranked], return_index=True, return_counts=True)
    return np.sort(ranked[np.arange(len(ranked)) - np.repeat(first, counts) < _MOST])


def _group_rest(sentences: Sequence[Sentence], close: Container[int], reach: Indices) -> list[list[int]]:
    """The sentences that may not be cited; equal ones of stop words alone, which no edge ties, go together."""
    groups: dict[object, list[int]] = {}
    for at in reach.tolist():
        if at not in close:
            groups.setdefault(at if any(sentences[at].terms) else sentences[at].tokens, []).append(at)
    return [sorted(group, key=lambda at: len(sentences[at].flaws)) for group in groups.values()]


def _may_be_cited(candidate_pairs: Sequence[CandidatePair]) -> dict[int, list[int]]:
    """For each sentence that may be cited, or be cited for, those that may be cited for it, the closest first."""
    found: dict[int, list[tuple[float, int]]] = {}
    for pairing in candidate_pairs:
        if pairing.reason is None:
            found.setdefault(pairing.wording, []).append((-round(pairing.score, 9), pairing.other))
            found.setdefault(pairing.other, [])
    return {wording: [other for _, other in sorted(others)] for wording, others in found.items()}


def _part(
    close: Mapping[int, Sequence[int]],
    judge: LexicalJudge,
    corpus: Corpus,
    scores: Floats,
    origin_of: Mapping[DocumentId, OriginId],
) -> list[list[int]]:
    """Take the best wording with those that may be cited for it, then the best of the rest."""
    cited = {wording: list(others) for wording, others in close.items()}
    names = {at: judge.names_of(at) for at in close}
    odd = _odd_names(close, names)
    sentences, shared = corpus.sentences, _shared_pairs(corpus).tolist()
    left = set(close)

    def worth(wording: int) -> tuple[float, ...]:
        """Least first: what a heap gives out."""
        reports = {sentences[member].document for member in (wording, *cited[wording])}
        support = (-len({origin_of[name] for name in reports}), -len(reports))
        consensus = min(names[wording].values(), default=1.0)
        manner = (-consensus, -shared[wording], -float(scores[wording]))
        return (len(sentences[wording].flaws), odd[wording], *support, *manner, wording)

    groups = []
    heap = [worth(wording) for wording in close]
    heapify(heap)
    while heap:
        entry = heappop(heap)
        wording = int(entry[-1])
        if wording not in left:
            continue
        cited[wording] = [member for member in cited[wording] if member in left]
        if worth(wording) > entry:
            # It lost sentences to a better wording since it was judged: judge it again in its turn.
            heappush(heap, worth(wording))
            continue
        groups.append([wording, *cited[wording]])
        left.difference_update(groups[-1])
    return groups


def _odd_names(close: Mapping[int, Sequence[int]], names_of: Mapping[int, Mapping[str, float]]) -> dict[int, int]:
    """How many names each sentence spells otherwise than more reports do, in what says the like."""
    around: dict[int, dict[str, float]] = {at: {} for at in close}
    for wording, others in close.items():
        for other in others:
            around[wording].update(names_of[other])
            around[other].update(names_of[wording])
    return {
        at: sum(
            any(count > own and name not in names_of[at] and is_variant(name, one) for name, count in names.items())
            for one, own in names_of[at].items()
        )
        for at, names in around.items()
    }


def _shared_pairs(corpus: Corpus) -> Floats:
    """How many of the pairs of neighbouring words of each sentence stand in other reports too: garble is its own."""
    words, owner = corpus.tokens, corpus.owners
    report = corpus.reports[owner]
    inside = np.flatnonzero(owner[1:] == owner[:-1])
    codes = words[inside] * (words.max(initial=0) + 1) + words[inside + 1]
    order = np.lexsort((report[inside], codes))
    codes, ends = codes[order], report[inside][order]
    starts = np.flatnonzero(np.append(True, codes[1:] != codes[:-1])[: len(codes)])
    is_shared = ends[starts] != ends[np.append(starts[1:], len(codes))[: len(starts)] - 1]
    lengths = np.diff(np.append(starts, len(codes)))
    pairs = owner[inside][order]
    found = np.bincount(pairs, weights=np.repeat(is_shared, lengths), minlength=len(corpus))
    return np.asarray(found / np.maximum(np.bincount(pairs, minlength=len(corpus)), 1))
