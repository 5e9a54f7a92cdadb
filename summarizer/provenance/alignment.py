"""Aligns the sentences of two reports that are the same or nearly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise, zip_longest
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

from summarizer.features.corpus import Corpus
from summarizer.features.vectors import (
    Floats,
    Indices,
    Mask,
    binarize,
    character_ngram_tfidf,
    cosines,
    select_columns,
    tfidf_of_counts,
)
from summarizer.model import AlignedPair, DocumentId, Sentence
from summarizer.nlp.sentences.quotes import count_unquoted, has_quotation_marks

Alignments = dict[tuple[int, int], list[AlignedPair]]

ALIGNED = 0.4  # least mean of word and character cosine at which two sentences may be one
_CANDIDATE = 0.2  # word cosine below which none of the labelled reports' aligned sentences lies
_COMMON = 200  # sentences that hold a term: what more hold finds no candidates, so that cost stays linear
_RARE = 0.1  # part of the cosine that rarer terms must make up, where common ones are left out
_STEP = 3  # sentences that a run may go on by: editors drop one or two
_BLOCK = 2048  # sentences compared at a time: bounds memory, changes no result
_ALL_QUOTED = 0.2  # share of a report's words outside quotations below which its quotations are its text


class Passages(NamedTuple):
    """Sentences as they are compared: one entry a sentence, but for the last two, which have one a report.

    Attributes:
        corpus: The sentences.
        reports: The number of each one's report, from 0.
        own: Its words outside quotations: what two reports quote, neither wrote.
        compared: Whether it is compared at all: at least half of it is its own.
        sizes: How many sentences each report has.
        lengths: How many words of its own.
    """

    corpus: Corpus
    reports: Indices
    own: Indices
    compared: Mask
    sizes: Indices
    lengths: Indices


def open_passages(corpus: Corpus, names: Sequence[DocumentId]) -> Passages:
    """Prepare sentences for comparison.

    Args:
        corpus: Sentences numbered from 0, those of one report together.
        names: The reports, in the order of their numbers.
    """
    number_of = {name: number for number, name in enumerate(names)}
    reports = np.array([number_of[name] for name in corpus.documents], dtype=np.int64)[corpus.reports]
    words = np.diff(corpus.starts)
    own = np.minimum(_count_own(corpus.sentences), words)
    size = len(names)
    total = np.bincount(reports, weights=words, minlength=size)
    is_quoted = np.bincount(reports, weights=own, minlength=size) < _ALL_QUOTED * total
    own = np.where(is_quoted[reports], words, own)
    return Passages(
        corpus=corpus,
        reports=reports,
        own=own,
        compared=2 * own >= words,
        sizes=np.bincount(reports, minlength=size),
        lengths=np.bincount(reports, weights=own, minlength=size).astype(np.int64),
    )


def _count_own(sentences: Sequence[Sentence]) -> Indices:
    """The words outside quotations of each sentence, paragraph by paragraph."""
    paragraphs = [
        list(group) for _, group in groupby(sentences, key=lambda sentence: (sentence.document, sentence.paragraph))
    ]
    own: list[int] = []
    for paragraph, after in zip_longest(paragraphs, paragraphs[1:]):
        texts = [sentence.text for sentence in paragraph]
        if has_quotation_marks(*texts):
            goes_on = after is not None and after[0].document == paragraph[0].document
            own += count_unquoted(texts, after[0].text if goes_on else "")
        else:
            own += [len(sentence.terms) for sentence in paragraph]
    return np.array(own, dtype=np.int64)


def align_reports(passages: Passages, reports: Iterable[int]) -> Alignments:
    """Align the sentences of each pair of some reports.

    Args:
        passages: What `open_passages` returned.
        reports: Numbers of the reports to compare with one another.

    Returns:
        For each pair of reports with an aligned sentence: the pairs of sentences that are each other's best match, at a
        similarity of at least `ALIGNED`, in the order of the first report.

    Cost: linear in the sentences: a term of more than 200 of them leads to no candidates.
    """
    rows = np.flatnonzero(passages.compared & np.isin(passages.reports, list(reports)))
    vectors = _word_vectors(passages, rows)
    every = np.arange(len(rows))
    return _align(passages, rows, vectors, [(every, every)])


def align_copies(passages: Passages, parents: Sequence[int]) -> Alignments:
    """Align the sentences of each copy with those of its parent only, as `align_reports` does."""
    copies: dict[int, list[int]] = {}
    for copy, parent in enumerate(parents):
        if copy != parent:
            copies.setdefault(parent, []).append(copy)
    if not copies:
        return {}
    family = [*copies, *(copy for group in copies.values() for copy in group)]
    rows = np.flatnonzero(passages.compared & np.isin(passages.reports, family))
    vectors = _word_vectors(passages, rows)
    own = passages.reports[rows]
    places = np.argsort(own, kind="stable")
    bounds = np.searchsorted(own[places], np.arange(len(passages.sizes) + 1)).tolist()

    def places_of(reports: Iterable[int]) -> Indices:
        return np.concatenate([places[bounds[report] : bounds[report + 1]] for report in sorted(reports)])

    sides = [(places_of((parent,)), places_of(group)) for parent, group in copies.items()]
    return _align(passages, rows, vectors, sides)


def count_runs(pairs: Sequence[AlignedPair]) -> int:
    """Count the runs of aligned sentences that follow one another in both reports, two passed over at most."""
    breaks = sum(
        not (0 < after.first - before.first <= _STEP and 0 < after.second - before.second <= _STEP)
        for before, after in pairwise(pairs)
    )
    return breaks + 1 if pairs else 0


def _word_vectors(passages: Passages, rows: Indices) -> csr_array:
    return tfidf_of_counts(binarize(passages.corpus.terms[rows]))


def _align(
    passages: Passages, rows: Indices, vectors: csr_array, sides: Sequence[tuple[Indices, Indices]]
) -> Alignments:
    """Align what stands on either side; `vectors` are those of `rows`, and the sides are places in them."""
    is_rare = np.bincount(vectors.indices, minlength=vectors.shape[1]) <= _COMMON
    rare, limit = select_columns(vectors, is_rare), _CANDIDATE if is_rare.all() else _RARE
    near = [_near(rare, limit, *both) for both in sides]
    first, second = (np.concatenate(column) for column in zip(*near, strict=True))
    by_word = cosines(vectors, first, second)
    first, second = rows[first], rows[second]
    keep = (by_word >= _CANDIDATE) & (passages.reports[first] != passages.reports[second])
    first, second, by_word = first[keep], second[keep], by_word[keep]
    swapped = passages.reports[first] > passages.reports[second]
    first, second = np.where(swapped, second, first), np.where(swapped, first, second)
    used, places = np.unique(np.concatenate([first, second]), return_inverse=True)
    characters = character_ngram_tfidf(*passages.corpus.count_tokens(used))
    by_character = cosines(characters, places[: len(first)], places[len(first) :])
    # Equal sentences must tie, whatever the order of the sums.
    return _mutual(passages, first, second, np.round((by_word + by_character) / 2, 6))


def _near(vectors: csr_array, limit: float, its: Indices, theirs: Indices) -> tuple[Indices, Indices]:
    """The pairs of rows that may be similar enough, as places in `vectors`."""
    searched, columns = vectors[its], csr_array(vectors[theirs].T)
    both = its is theirs
    found = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
    for start in range(0, len(its), _BLOCK):
        block = (searched[start : start + _BLOCK] @ columns).tocoo()
        keep = block.data >= limit
        first, second = block.row[keep].astype(np.int64) + start, block.col[keep].astype(np.int64)
        once = first < second if both else np.full(len(first), True)
        found.append((its[first[once]], theirs[second[once]]))
    first, second = (np.concatenate(column) for column in zip(*found, strict=True))
    return first, second


def _mutual(passages: Passages, first: Indices, second: Indices, similarity: Floats) -> Alignments:
    """Of pairs of sentences those that are each other's best match in the two reports, by pair of reports."""
    enough = similarity >= ALIGNED
    first, second, similarity = first[enough], second[enough], similarity[enough]
    reports, sentences = passages.reports, passages.corpus.sentences
    best = _is_best(first, reports[second], similarity, second) & _is_best(second, reports[first], similarity, first)
    aligned: Alignments = {}
    order = np.lexsort((second, first))
    for at in order[best[order]].tolist():
        a, b = int(first[at]), int(second[at])
        pair = AlignedPair(first=sentences[a].id, second=sentences[b].id, similarity=float(similarity[at]))
        aligned.setdefault((int(reports[a]), int(reports[b])), []).append(pair)
    return aligned


def _is_best(own: Indices, report: Indices, similarity: Floats, other: Indices) -> Mask:
    """Whether each pair is the best of all pairs of its sentence with a report; the first one of equals."""
    order = np.lexsort((other, -similarity, report, own))
    is_first = np.full(len(order), True)
    is_first[1:] = (own[order][1:] != own[order][:-1]) | (report[order][1:] != report[order][:-1])
    best = np.empty(len(order), dtype=bool)
    best[order] = is_first
    return best
