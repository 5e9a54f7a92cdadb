"""How close a sentence is to a wording that it may be cited for, and whether anything stands in the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from summarizer.engine.corpus import Corpus
from summarizer.engine.holding import Bags, measure_holding, open_bags
from summarizer.engine.vectors import (
    Floats,
    Indices,
    cosines,
    count_numbers,
    inverse_frequency,
    number_names,
    origin_frequency,
    owners_of,
    scale_columns,
    unit_rows,
)
from summarizer.language import Facts, facts_of, find_gap, government_of, meaning_of
from summarizer.model import DocumentId, OriginId, Pairing, Sentence

# Set on the labelled stories, each left out in turn (precision .97, recall .63 there), and on 92 pairs of MultiLing and
# Multi-News that were read: with content alone as many of the labelled merge, and twice as many of these wrongly.
_BY_CONTENT = 0.6
_BY_ORDER = 0.15
_BY_NUMBERS = 0.15
_BY_NAMES = 0.1
_BY_FACTS = _BY_NUMBERS + _BY_NAMES
_MANY = 3  # numbers, or names, in common beyond which more prove no more
_NEAR_MISS = 0.75  # share of the limit from which a pair that is not close enough is worth showing
_CANDIDATE = 0.2  # cosine below which no two sentences of the stories say the same
_TELLING = 3  # content terms below which a sentence says too little to be known again,
_EQUAL = 0.95  # unless it is all but the other to the letter: in its content,
_WORDS = 0.6  # and in this share of all words of the two
_PLAINLY = 0.45  # share of a wording's content, its names left out, that another sentence must hold
_MORE = 4 / 3  # meanings of a wording for each of a sentence, beyond which that cannot say it all
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

    bags: Bags
    vectors: csr_array
    number_of: Mapping[str, int]
    reports_of: Mapping[str, float]  # how many reports hold each
    reports: int


def find_close(
    corpus: Corpus,
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
        corpus: n sentences.
        edges: The n x n similarity graph.
        origin_of: The origin of each report.
        common: Words that the reports write in small letters somewhere (`common_words`).
        limit: Least closeness, in (0, 1].

    Returns:
        Each wording with each sentence that comes near to being cited for it, and why it may not be, where it may not;
        and what the sentences say, by number.
    """
    sentences, content = corpus.sentences, _weigh(corpus, origin_of)
    wordings, others, closeness = _near_pairs(sentences, edges, content, limit)
    rows = np.unique(np.concatenate([wordings, others])).tolist()
    said = {at: _read(sentences[at], content, common) for at in rows}
    pairs = list(zip(wordings.tolist(), others.tolist(), strict=True))
    closeness += [_weigh_facts(said[wording].facts, said[other].facts) for wording, other in pairs]
    plain, _ = measure_holding(_without_names(content, said), wordings, others)
    pairings = []
    for (wording, other), value, rest in zip(pairs, closeness.tolist(), plain.tolist(), strict=True):
        if value >= limit:
            one, by = said[wording], said[other]
            # Two remarks of one speaker share names, and little else.
            names_only = None if rest >= _PLAINLY else "little in common but names"
            reason = find_gap(one.facts, by.facts, one.understood) or names_only
            pairings.append(Pairing(wording=wording, other=other, closeness=value, reason=reason))
        elif value >= _NEAR_MISS * limit:
            pairings.append(Pairing(wording=wording, other=other, closeness=value, reason="not close enough"))
    return tuple(pairings), said


def _weigh_facts(wording: Facts, other: Facts) -> float:
    """What numbers and names in common add to the closeness of two sentences."""
    numbers, names = len(wording.numbers), len(wording.names & other.names)
    return _BY_NUMBERS * min(numbers, _MANY) / _MANY + _BY_NAMES * min(names, _MANY) / _MANY


def _without_names(content: _Content, said: Mapping[int, Said]) -> Bags:
    """The meanings of sentences, but for their names."""
    bags, size = content.bags, len(content.number_of)
    named = [at * size + content.number_of[meaning] for at, one in said.items() for meaning in one.names.values()]
    is_named = np.isin(owners_of(bags.starts) * size + bags.meanings, named)
    return replace(bags, weights=np.where(is_named, 0.0, bags.weights))


def _weigh(corpus: Corpus, origin_of: Mapping[DocumentId, OriginId]) -> _Content:
    """Weigh the meanings of all sentences; the reports of one origin count together as much as one."""
    starts, numbers, meanings = _number_meanings(corpus)
    counts = count_numbers(starts, numbers, len(meanings))
    origins = [origin_of[name] for name in corpus.documents]
    reports = Counter(origins)
    idf = inverse_frequency(counts, np.array([1.0 / reports[origin] for origin in origins])[corpus.reports])
    return _Content(
        bags=open_bags(starts, numbers, meanings, idf),
        vectors=unit_rows(scale_columns(counts, idf)),
        number_of={meaning: number for number, meaning in enumerate(meanings)},
        reports_of=dict(zip(meanings, origin_frequency(counts, corpus.reports).tolist(), strict=False)),
        reports=len(corpus.documents),
    )


def _number_meanings(corpus: Corpus) -> tuple[Indices, Indices, tuple[str, ...]]:
    """Where the meanings of each sentence start, their numbers, each once and in order, and what each number means."""
    content = np.flatnonzero(corpus.is_content)
    size = len(corpus.stem_names)
    kinds, kind = np.unique(corpus.tokens[content] * size + corpus.stems[content], return_inverse=True)
    pairs = (divmod(code, size) for code in kinds.tolist())
    told = (meaning_of(corpus.token_names[token], corpus.stem_names[stem]) for token, stem in pairs)
    found, meanings = number_names(told)
    tells = np.array([bool(meaning) for meaning in meanings], dtype=bool)[found][kind]
    numbers, owners = found[kind][tells], corpus.owners[content][tells]
    _, first = np.unique(owners * max(len(meanings), 1) + numbers, return_index=True)
    first.sort()
    lengths = np.bincount(owners[first], minlength=len(corpus))
    return np.append(0, np.cumsum(lengths)), numbers[first], meanings


def _near_pairs(
    sentences: Sequence[Sentence], edges: csr_array, content: _Content, limit: float
) -> tuple[Indices, Indices, Floats]:
    """Wordings and neighbours that facts in common may make close, and how close they are without."""
    pairs = edges.tocoo()
    once = pairs.row < pairs.col
    first, second = pairs.row[once].astype(np.int64), pairs.col[once].astype(np.int64)
    cosine: Floats = cosines(content.vectors, first, second)
    sizes = np.diff(content.bags.starts)
    telling = np.minimum(sizes[first], sizes[second]) >= _TELLING
    near = (cosine >= _CANDIDATE) & telling
    for at in np.flatnonzero(~telling & (cosine >= _EQUAL)).tolist():
        near[at] = _are_one(sentences[first[at]], sentences[second[at]])
    wordings = np.column_stack([first[near], second[near]]).ravel()
    others = np.column_stack([second[near], first[near]]).ravel()
    share, order = measure_holding(content.bags, wordings, others)
    closeness = _BY_CONTENT * np.sqrt(np.repeat(cosine[near], 2) * share) + _BY_ORDER * order
    keep = (sizes[wordings] <= _MORE * sizes[others]) & (closeness + _BY_FACTS >= limit)
    return wordings[keep], others[keep], closeness[keep]


def _are_one(first: Sentence, second: Sentence) -> bool:
    """Whether two short sentences are in the same words: of "Take care" and "We must be careful" content is one too."""
    one, other = frozenset(first.tokens), frozenset(second.tokens)
    has_words = any(token[:1].isalpha() for token in one & other)
    return has_words and len(one & other) >= _WORDS * len(one | other)


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
