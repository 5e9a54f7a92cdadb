"""How close a sentence is to a wording that it may be cited for, and whether anything stands in the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.sparse import csr_array

from summarizer.engine.vectors import (
    Floats,
    cosines,
    count_terms,
    inverse_frequency,
    number_names,
    origin_frequency,
    scale_columns,
    unit_rows,
)
from summarizer.language import Facts, facts_of, find_gap, government_of, meaning_of, meanings_of
from summarizer.model import DocumentId, OriginId, Pairing, Sentence

# Set on the labelled stories, each left out in turn (precision .97, recall .63 there), and on 92 pairs of MultiLing and
# Multi-News that were read: with content alone as many of the labelled merge, and twice as many of these wrongly.
_BY_CONTENT = 0.6
_BY_ORDER = 0.15
_BY_NUMBERS = 0.15
_BY_NAMES = 0.1
_BY_FACTS = _BY_NUMBERS + _BY_NAMES
_MANY = 3  # numbers, or names, in common beyond which more prove no more
_APART = 3  # meanings within which two stand side by side
_NEAR_MISS = 0.75  # share of the limit from which a pair that is not close enough is worth showing
_NOWHERE = -10  # the place of what is not held: near no other
_CANDIDATE = 0.2  # cosine below which no two sentences of the stories say the same
_TELLING = 3  # content terms below which a sentence says too little to be known again,
_EQUAL = 0.95  # unless it is all but the other to the letter
_PLAINLY = 0.45  # share of a wording's content, its names left out, that another sentence must hold
_MORE = 4 / 3  # meanings of a wording for each of a sentence, beyond which that cannot say it all
_AKIN = 0.8  # what a word is worth whose first letters alone are in the other sentence
_HEAD = 5  # those letters
_FEW = 3  # reports below which no name can be called understood
_UNDERSTOOD = 2 / 3  # share of the reports that name what need not be named again


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a sentence says.

    Attributes:
        facts: What it commits itself to.
        names: The meaning of each of its names.
        reports: How many reports hold each of its names.
        understood: Those of its names that most reports hold.
    """

    facts: Facts
    names: Mapping[str, str]
    reports: Mapping[str, float]
    understood: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    """The meanings of all sentences."""

    bags: tuple[Mapping[str, int], ...]  # of each sentence, in order, and the place of each
    heads: tuple[frozenset[str], ...]  # the first letters of those that are long enough to be known by them
    vectors: csr_array
    weight_of: Mapping[str, float]
    reports_of: Mapping[str, float]  # how many reports hold each
    reports: int


def find_close(
    sentences: Sequence[Sentence],
    edges: csr_array,
    origin_of: Mapping[DocumentId, OriginId],
    common: Container[str],
    *,
    limit: float,
) -> tuple[tuple[Pairing, ...], dict[int, Said]]:
    """Hold sentences against the neighbours that they might be cited for.

    Three things make a sentence close to a wording: the geometric mean of their cosine and of the share of the
    wording's content that it holds; how many of the wording's neighbouring words stand side by side in it, too; and
    numbers and names in common.

    Args:
        sentences: n sentences.
        edges: The n x n similarity graph.
        origin_of: The origin of each report.
        common: Words that the reports write in small letters somewhere (`common_words`).
        limit: Least closeness, in (0, 1].

    Returns:
        Each wording with each sentence that comes near to being cited for it, and why it may not be, where it may not;
        and what the sentences say, by number.
    """
    content = _weigh(sentences, origin_of)
    near = list(_near_pairs(edges, content, limit))
    rows = sorted({at for wording, other, _ in near for at in (wording, other)})
    said = {at: _read(sentences[at], content, common) for at in rows}
    pairings = []
    for wording, other, closeness in near:
        one, by = said[wording], said[other]
        closeness += _BY_NUMBERS * min(len(one.facts.numbers), _MANY) / _MANY
        closeness += _BY_NAMES * min(len(one.facts.names & by.facts.names), _MANY) / _MANY
        if closeness >= limit:
            reason = find_gap(one.facts, by.facts, one.understood) or _find_rest(wording, other, one, content)
            pairings.append(Pairing(wording=wording, other=other, closeness=closeness, reason=reason))
        elif closeness >= _NEAR_MISS * limit:
            pairings.append(Pairing(wording=wording, other=other, closeness=closeness, reason="not close enough"))
    return tuple(pairings), said


def _find_rest(wording: int, other: int, said: Said, content: _Content) -> str | None:
    """Say so where the names of a wording are most of what a sentence holds of it: two remarks of one speaker do so."""
    named = frozenset(said.names.values())
    plain = [meaning for meaning in content.bags[wording] if meaning not in named]
    return None if _share(plain, other, content) >= _PLAINLY else "little in common but names"


def _weigh(sentences: Sequence[Sentence], origin_of: Mapping[DocumentId, OriginId]) -> _Content:
    """Weigh the meanings of all sentences; the reports of one origin count together as much as one."""
    found = [meanings_of(sentence.tokens, sentence.terms) for sentence in sentences]
    counts, meanings = count_terms(found)
    reports = Counter(origin_of[name] for name in dict.fromkeys(sentence.document for sentence in sentences))
    idf = inverse_frequency(counts, np.array([1.0 / reports[origin_of[one.document]] for one in sentences]))
    codes = number_names(sentence.document for sentence in sentences)
    return _Content(
        bags=tuple({meaning: place for place, meaning in enumerate(bag)} for bag in found),
        heads=tuple(frozenset(meaning[:_HEAD] for meaning in bag if len(meaning) >= _HEAD) for bag in found),
        vectors=unit_rows(scale_columns(counts, idf)),
        weight_of=dict(zip(meanings, idf.tolist(), strict=False)),
        reports_of=dict(zip(meanings, origin_frequency(counts, codes).tolist(), strict=False)),
        reports=len(set(codes.tolist())),
    )


def _near_pairs(edges: csr_array, content: _Content, limit: float) -> Iterator[tuple[int, int, float]]:
    """Wordings and neighbours that facts in common may make close, and how close they are without."""
    pairs = edges.tocoo()
    once = pairs.row < pairs.col
    first, second = pairs.row[once].astype(np.int64), pairs.col[once].astype(np.int64)
    cosine: Floats = cosines(content.vectors, first, second)
    sizes = np.diff(content.vectors.indptr)
    telling = np.minimum(sizes[first], sizes[second]) >= _TELLING
    near = (cosine >= _CANDIDATE) & (telling | (cosine >= _EQUAL))
    for one, other, value in zip(first[near].tolist(), second[near].tolist(), cosine[near].tolist(), strict=True):
        for wording, by in ((one, other), (other, one)):
            wanted, held = content.bags[wording], content.bags[by]
            if len(wanted) > _MORE * len(held):
                continue
            closeness = _BY_CONTENT * sqrt(value * _share(wanted, by, content))
            if closeness + _BY_ORDER + _BY_FACTS >= limit:
                closeness += _BY_ORDER * _order(wanted, held)
                if closeness + _BY_FACTS >= limit:
                    yield wording, by, closeness


def _read(sentence: Sentence, content: _Content, common: Container[str]) -> Said:
    facts = facts_of(sentence.text, common)
    named = {
        name: meaning_of(word, term)
        for word, term in zip(sentence.tokens, sentence.terms, strict=True)
        if term and (name := government_of(word)) in facts.names
    }
    names = {name: meaning for name, meaning in named.items() if meaning}
    reports = {name: content.reports_of[meaning] for name, meaning in names.items()}
    most = _UNDERSTOOD * content.reports if content.reports >= _FEW else np.inf
    return Said(
        facts=facts,
        names=names,
        reports={name: count / content.reports for name, count in reports.items()},
        understood=frozenset(name for name, count in reports.items() if count >= most),
    )


def _share(wanted: Collection[str], at: int, content: _Content) -> float:
    """How much of the weight of some meanings a sentence holds, in [0, 1]; 1 where there are none.

    A word of which it holds the first letters only is worth a little less: it may be a form of the same.
    """
    held, heads, weight_of = content.bags[at], content.heads[at], content.weight_of
    total = shared = 0.0
    for meaning in wanted:
        weight = weight_of[meaning]
        total += weight
        if meaning in held:
            shared += weight
        elif meaning[:_HEAD] in heads:
            shared += _AKIN * weight
    return shared / total if total else 1.0


def _order(wanted: Mapping[str, int], held: Mapping[str, int]) -> float:
    """How many neighbours among some meanings stand side by side among others, too, in [0, 1]."""
    if len(wanted) < 2:
        return 1.0
    beside, before = 0, _NOWHERE
    for meaning in wanted:
        place = held.get(meaning, _NOWHERE)
        if place != _NOWHERE and -_APART <= place - before <= _APART:
            beside += 1
        before = place
    return beside / (len(wanted) - 1)
