"""Sentences that say the same -> Statements, the best wording first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise

import networkx
import numpy as np
from scipy.sparse import csr_array

from summarizer.engine.vectors import (
    Floats,
    Indices,
    character_vectors,
    cosines,
    count_terms,
    inverse_frequency,
    scale_columns,
    unit_rows,
)
from summarizer.language import (
    Facts,
    Mention,
    common_words,
    content_of,
    contradict,
    facts_of,
    find_names,
    find_persons,
    shares_names,
)
from summarizer.model import DocumentId, OriginId, Sentence, Statement

_CANDIDATE = 0.2  # word cosine below which no two sentences of the seeds say the same
_FEW = 20  # sentences below which no name can be called understood
_TELLING = 3  # content terms below which a sentence says too little to be known again,
_EQUAL = 0.95  # unless it is all but the other to the letter
_SAID_PLAINLY = 0.4
_SAID = 0.5  # share of a wording's content that another sentence must hold to be cited for it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """What sentences are compared by, one row or entry a sentence."""

    weights: tuple[dict[str, float], ...]  # idf of each term it holds
    plain: tuple[frozenset[str], ...]  # those of its terms that are no names
    characters: csr_array
    facts: tuple[Facts, ...]
    telling: tuple[frozenset[str], ...]  # its names, but for those that a third of all sentences hold
    odd: tuple[int, ...]  # names that it spells otherwise than most reports
    consensus: Floats  # how common its names are among the reports, in [0, 1]
    shared: Floats  # how many of its word pairs other reports have too, in [0, 1]


def merge_sentences(
    sentences: Sequence[Sentence],
    edges: csr_array,
    scores: Floats,
    origin_of: Mapping[DocumentId, OriginId],
    *,
    same_limit: float,
) -> list[Statement]:
    """Group the sentences that say the same.

    Two may be the same where the mean of their word and character cosines reaches `same_limit` and their numbers, days,
    names and negation agree. Of each connected group of such pairs the best wording is taken, with every sentence that
    says all it says; what is left forms further statements.

    Args:
        sentences: n sentences.
        edges: The n x n similarity graph: only neighbours in it are compared.
        scores: n TextRank scores.
        origin_of: The origin of each report.
        same_limit: Least similarity of a pair, in (0, 1].

    Returns:
        Statements, best score first; each sentence is in exactly one.
    """
    contents = [content_of(sentence.terms) for sentence in sentences]
    counts, names = count_terms(contents)
    shares = _shares(sentences, origin_of)
    idf = inverse_frequency(counts, shares)
    first, second, by_word = _near_pairs(edges, unit_rows(scale_columns(counts, idf)))
    # Most sentences are near no other: only the others are looked at any closer.
    near = np.unique(np.concatenate([first, second]))
    weight_of = dict(zip(names, idf.tolist(), strict=False))
    few = [sentences[row] for row in near]
    evidence = _gather(few, shares[near], [{term: weight_of[term] for term in contents[row]} for row in near])
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(few)))
    graph.add_weighted_edges_from(
        _same_pairs(np.searchsorted(near, first), np.searchsorted(near, second), by_word, evidence, same_limit)
    )
    groups = [[few[member] for member in group] for group in _all_groups(graph, few, scores[near], origin_of, evidence)]
    groups += [[sentences[row]] for row in np.setdiff1d(np.arange(len(sentences)), near)]
    score_of = {sentence.id: float(score) for sentence, score in zip(sentences, scores, strict=True)}
    statements = [
        Statement(sentences=tuple(group), origin_of=origin_of, score=max(score_of[member.id] for member in group))
        for group in groups
    ]
    return sorted(statements, key=lambda statement: (-statement.score, statement.wording.id))


def _shares(sentences: Sequence[Sentence], origin_of: Mapping[DocumentId, OriginId]) -> Floats:
    """How much each sentence counts: those of reports of one origin together as much as one report's."""
    reports = Counter(origin_of[name] for name in dict.fromkeys(sentence.document for sentence in sentences))
    return np.array([1.0 / reports[origin_of[sentence.document]] for sentence in sentences])


def _near_pairs(edges: csr_array, vectors: csr_array) -> tuple[Indices, Indices, Floats]:
    """The pairs of neighbours that share enough words to be looked at, each once, and their word cosines."""
    pairs = edges.tocoo()
    once = pairs.row < pairs.col
    first, second = pairs.row[once].astype(np.int64), pairs.col[once].astype(np.int64)
    by_word = cosines(vectors, first, second)
    sizes = np.diff(vectors.indptr)
    telling = np.minimum(sizes[first], sizes[second]) >= _TELLING
    near = (by_word >= _CANDIDATE) & (telling | (by_word >= _EQUAL))
    return first[near], second[near], by_word[near]


def _gather(sentences: Sequence[Sentence], shares: Floats, weights: Sequence[dict[str, float]]) -> _Evidence:
    common = common_words(sentence.text for sentence in sentences)
    facts = tuple(facts_of(sentence.text, common) for sentence in sentences)
    return _Evidence(
        weights=tuple(weights),
        plain=tuple(_plain_terms(sentence, fact) for sentence, fact in zip(sentences, facts, strict=True)),
        characters=character_vectors([sentence.tokens for sentence in sentences], shares),
        facts=facts,
        telling=_telling_names(facts),
        odd=_odd_spellings(sentences, common),
        consensus=_consensus(sentences, facts),
        shared=_shared_pairs(sentences),
    )


def _plain_terms(sentence: Sentence, fact: Facts) -> frozenset[str]:
    named = zip(sentence.tokens, sentence.terms, strict=True)
    return frozenset(term for word, term in named if term and word not in fact.names)


def _telling_names(facts: Sequence[Facts]) -> tuple[frozenset[str], ...]:
    """The names of each sentence that tell it from others: what a third of all sentences hold is understood."""
    held = Counter(name for fact in facts for name in fact.names)
    understood = {name for name, count in held.items() if count > len(facts) / 3 and len(facts) > _FEW}
    return tuple(fact.names - understood for fact in facts)


def _odd_spellings(sentences: Sequence[Sentence], common: Container[str]) -> tuple[int, ...]:
    """How many people each sentence spells otherwise than most of the reports that name them."""
    mentions = [
        Mention(report=sentences[at].document, sentence=at, naming=naming)
        for at, names in enumerate(find_names((sentence.text for sentence in sentences), common))
        for naming in names
    ]
    odd = Counter(
        mention.sentence
        for person in find_persons(mentions)
        for spelling in person.spellings[1:]
        for mention in spelling
        if len({one.report for one in spelling}) < len({one.report for one in person.spellings[0]})
    )
    return tuple(odd[at] for at in range(len(sentences)))


def _consensus(sentences: Sequence[Sentence], facts: Sequence[Facts]) -> Floats:
    """How many of the reports use the rarest name of each sentence, as a share of all: odd spellings stand alone."""
    reports: dict[str, set[str]] = {}
    for sentence, fact in zip(sentences, facts, strict=True):
        for name in fact.names:
            reports.setdefault(name, set()).add(sentence.document)
    most = max(len({sentence.document for sentence in sentences}), 1)
    return np.array([min((len(reports[name]) for name in fact.names), default=most) / most for fact in facts])


def _shared_pairs(sentences: Sequence[Sentence]) -> Floats:
    """How many of the pairs of neighbouring words of each sentence stand in other reports too: garble is its own."""
    pairs = [list(pairwise(sentence.tokens)) for sentence in sentences]
    reports: dict[tuple[str, str], set[str]] = {}
    for sentence, found in zip(sentences, pairs, strict=True):
        for pair in found:
            reports.setdefault(pair, set()).add(sentence.document)
    return np.array([sum(len(reports[pair]) > 1 for pair in found) / max(len(found), 1) for found in pairs])


def _same_pairs(
    first: Indices, second: Indices, by_word: Floats, evidence: _Evidence, same_limit: float
) -> list[tuple[int, int, float]]:
    similarity = (by_word + cosines(evidence.characters, first, second)) / 2
    same = zip(first.tolist(), second.tolist(), similarity.tolist(), strict=True)
    return [
        (a, b, value)
        for a, b, value in same
        if value >= same_limit and contradict(evidence.facts[a], evidence.facts[b]) is None
    ]


def _all_groups(
    graph: networkx.Graph,
    sentences: Sequence[Sentence],
    scores: Floats,
    origin_of: Mapping[DocumentId, OriginId],
    evidence: _Evidence,
) -> Iterator[list[int]]:
    for component in networkx.connected_components(graph):
        yield from _part(graph.subgraph(component), sentences, scores, origin_of, evidence)


def _part(
    graph: networkx.Graph,
    sentences: Sequence[Sentence],
    scores: Floats,
    origin_of: Mapping[DocumentId, OriginId],
    evidence: _Evidence,
) -> Iterator[list[int]]:
    """Part a connected group: the best wording with those that say all it says, then the best of the rest."""
    supporters = {wording: _supporters(wording, graph, evidence) for wording in graph}
    left = set(graph)

    def worth(wording: int) -> tuple[float, ...]:
        """Least first: what a heap gives out."""
        reports = {sentences[member].document for member in (wording, *supporters[wording])}
        support = (-len({origin_of[name] for name in reports}), -len(reports))
        manner = (-float(evidence.consensus[wording]), -float(evidence.shared[wording]), -float(scores[wording]))
        return (len(sentences[wording].flaws), evidence.odd[wording], *support, *manner, wording)

    heap = [worth(wording) for wording in graph]
    heapify(heap)
    while heap:
        entry = heappop(heap)
        wording = int(entry[-1])
        if wording not in left:
            continue
        supporters[wording] = [member for member in supporters[wording] if member in left]
        if worth(wording) > entry:
            # It lost supporters to a better wording since it was judged: judge it again in its turn.
            heappush(heap, worth(wording))
            continue
        yield [wording, *supporters[wording]]
        left.difference_update((wording, *supporters[wording]))


def _supporters(wording: int, graph: networkx.Graph, evidence: _Evidence) -> list[int]:
    near = sorted(graph[wording], key=lambda other: (-graph[wording][other]["weight"], other))
    return [other for other in near if _says_all(other, wording, evidence)]


def _says_all(other: int, wording: int, evidence: _Evidence) -> bool:
    """Whether a sentence holds the numbers, days, names and most content of a wording."""
    said, wanted = evidence.facts[other], evidence.facts[wording]
    if not (wanted.numbers <= said.numbers and wanted.days <= said.days):
        return False
    if not shares_names(evidence.telling[wording], said.names):
        return False
    content, held = evidence.weights[wording], evidence.weights[other]
    # Who speaks may be most of two sentences that say different things: what is said must agree without the names, too.
    plain = {term: content[term] for term in evidence.plain[wording]}
    return _share(content, held) >= _SAID and _share(plain, held) >= _SAID_PLAINLY


def _share(content: Mapping[str, float], held: Container[str]) -> float:
    """How much of the weight of some terms stands in others, in [0, 1]; 1 where there are none."""
    total = sum(content.values())
    return sum(weight for term, weight in content.items() if term in held) / total if total else 1.0
