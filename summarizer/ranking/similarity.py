"""The sparse similarity graph of sentences, by the similarity that `Settings` names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import numpy as np
from scipy.sparse import csr_array, vstack

from summarizer.features.corpus import Corpus
from summarizer.features.vectors import (
    Floats,
    Indices,
    document_frequency,
    factorize,
    l2_normalize,
    row_indices,
    scale_columns,
    select_columns,
    tfidf_of_counts,
)
from summarizer.model import DocumentId
from summarizer.registry import SIMILARITIES
from summarizer.settings import Settings

_BLOCK = 1024  # rows multiplied at a time: bounds memory, changes no result
_LARGE = 4000  # sentences from which common terms no longer make edges
_COMMON = 0.02
_GREATEST = 1e6  # similarity that one from outside may return: sums of larger ones would overflow
_MOST = 500  # sentences that hold a term which makes edges, however many there are: that keeps the cost linear


class Similarity(Protocol):
    """Measures how alike sentences are."""

    def __call__(self, corpus: Corpus, text_groups: Indices, settings: Settings, /) -> csr_array:
        """Measure sentences.

        Args:
            corpus: n sentences (`corpus.sentences`), with their words counted (`corpus.terms`, n x m).
            text_groups: n numbers: the sentences of reports that go back to one text have the same one.
            settings: What is asked for.

        Returns:
            n x n similarities from 0 to 1,000,000, sparse or dense; 0 for sentences that have nothing to do with each
            other. The diagonal does not matter. Of each row the largest are kept (`Settings.neighbours`), between
            reports of different texts they gain (`Settings.cross_report_weight`), and the larger of two directions
            counts.
        """


def register_similarity(name: str, similarity: Similarity) -> None:
    """Add a similarity for this process, for `Settings(similarity=name)`; packages add theirs as entry points.

    Args:
        name: Its name.
        similarity: Measures how alike sentences are.

    Raises:
        PluginError: the name is taken.

    Example:
        >>> def count_shared_words(corpus, text_groups, settings):
        ...     return corpus.terms @ corpus.terms.T
        >>> register_similarity("shared words", count_shared_words)
        >>> summarize(read_documents("seeds"), Settings(similarity="shared words"))
        Briefing('The US secretary of state and China’s foreign minister on…', 7 points, 243 words, 5 reports)
    """
    SIMILARITIES.register(name, similarity)


def build_similarity(corpus: Corpus, text_group_of: Mapping[DocumentId, str], settings: Settings) -> csr_array:
    """Build the similarity graph of sentences.

    An edge weighs the similarity of its sentences, times `cross_report_weight` where the reports are of different
    texts. Each sentence proposes at most `neighbours` edges; an edge stays when either end proposes it.

    Args:
        corpus: n sentences.
        text_group_of: The group of each report: those tied by their texts share one (`group_by_text`).
        settings: The similarity, and the weights.

    Returns:
        n x n symmetric weights >= 0, zero diagonal.

    Raises:
        PluginError: the similarity raises, or returns no n x n numbers from 0 to 1,000,000.
    """
    text_groups = factorize(text_group_of[name] for name in corpus.documents)[0][corpus.reports]
    name = settings.similarity
    measure: Similarity = SIMILARITIES.find(name, "Settings.similarity")
    is_own = name in SIMILARITIES.own
    near = measure(corpus, text_groups, settings) if is_own else _measure_checked(name, corpus, text_groups, settings)
    edges = near.tocoo()
    factor = np.where(text_groups[edges.row] != text_groups[edges.col], settings.cross_report_weight, 1.0)
    edges.data = factor * edges.data
    graph = csr_array(edges)
    return graph.maximum(csr_array(graph.T))


def _measure_checked(name: str, corpus: Corpus, text_groups: Indices, settings: Settings) -> csr_array:
    """What a similarity from outside returns: checked, and of each row the largest."""
    size = len(corpus)
    wanted = f"wanted {size} x {size} finite numbers from 0 to {_GREATEST:,.0f}, a row for each sentence"
    with SIMILARITIES.guard(name):
        returned = csr_array(SIMILARITIES[name](corpus, text_groups.copy(), settings))
        if np.iscomplexobj(returned):
            raise SIMILARITIES.failure(name, f"returned complex numbers, {wanted}")
        found = csr_array(returned, dtype=np.float64, copy=True)
    if found.shape != (size, size):
        raise SIMILARITIES.failure(name, f"returned an array of shape {found.shape}, {wanted}")
    bad = found.data[~(np.isfinite(found.data) & (found.data >= 0) & (found.data <= _GREATEST))]
    if len(bad):
        raise SIMILARITIES.failure(name, f"returned {bad[0]}, {wanted}")
    found.sum_duplicates()
    return _keep_largest(found, 0, settings.neighbours)


def measure_tfidf(corpus: Corpus, text_groups: Indices, settings: Settings) -> csr_array:
    """Measure each sentence's nearest others by their words: the similarity that is taken where none is named.

    It is the cosine of the sentences' tf-idf terms plus `bigram_weight` times the cosine of their bigrams. A bigram
    weighs the logarithm of the texts that hold it: what many tell ties sentences.

    Args:
        corpus: n sentences.
        text_groups: n numbers: sentences of one text have the same one.
        settings: `bigram_weight`, and `neighbours`, the most entries of a row.

    Returns:
        n x n similarities >= 0, zero diagonal.

    Source:
        Mihalcea and Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004, section 4; with tf-idf cosine in place of
        the count of shared words, after Erkan and Radev, "LexRank", JAIR 22 (2004), section 3.

    Cost: the pairs of sentences that share a term; above 4,000 sentences, terms of more than 2 % of them, or of
    500, make no edges.
    """
    spread = document_frequency(corpus.bigrams, text_groups)
    bigrams = l2_normalize(scale_columns(corpus.bigrams, np.log1p(spread)))
    return _nearest(tfidf_of_counts(corpus.terms), bigrams, settings.bigram_weight, settings.neighbours)


def _nearest(words: csr_array, bigrams: csr_array, bigram_weight: float, neighbours: int) -> csr_array:
    """Each sentence's nearest others: n x n weights, at most so many a row, zero diagonal."""
    words, bigrams = _without_common(words), _without_common(bigrams)
    by_word, by_bigram = csr_array(words.T), csr_array(bigrams.T)
    blocks = []
    for start in range(0, words.shape[0], _BLOCK):
        rows = slice(start, start + _BLOCK)
        block = words[rows] @ by_word + bigram_weight * (bigrams[rows] @ by_bigram)
        blocks.append(_keep_largest(block, start, neighbours))
    return csr_array(vstack(blocks))


def _without_common(vectors: csr_array) -> csr_array:
    """Drop the terms that many of many sentences hold: they tie everything to everything, at quadratic cost."""
    size = vectors.shape[0]
    if size <= _LARGE:
        return vectors
    frequency = np.bincount(vectors.indices, minlength=vectors.shape[1])
    return select_columns(vectors, frequency <= min(_COMMON * size, _MOST))


def _keep_largest(block: csr_array, offset: int, most: int) -> csr_array:
    """Keep the largest entries of each row, but for the one that stands for the sentence itself.

    Of entries as large as the last that is kept, the first are: where a thousand sentences are equal, each would else
    be tied to each.
    """
    rows = row_indices(block.indptr)
    least = _least_kept(block, rows, offset, most)
    block.data = np.where((block.indices != rows + offset) & (block.data >= least[rows]), block.data, 0.0)
    block.eliminate_zeros()
    block.sort_indices()
    rows = row_indices(block.indptr)
    larger = block.data > least[rows]
    tied = np.flatnonzero(~larger)
    room = most - np.bincount(rows[larger], minlength=block.shape[0])
    place = np.arange(len(tied)) - np.searchsorted(rows[tied], rows[tied])  # among those of its row
    larger[tied[place < room[rows[tied]]]] = True
    block.data = np.where(larger, block.data, 0.0)
    block.eliminate_zeros()
    return block


def _least_kept(block: csr_array, rows: Indices, offset: int, most: int) -> Floats:
    """For each row its `most`-th largest entry, the sentence's own left out; 0 where it has fewer."""
    least = np.zeros(block.shape[0])
    others = np.where(block.indices != rows + offset, block.data, 0.0)
    for row in np.flatnonzero(np.diff(block.indptr) > most):
        least[row] = np.partition(others[block.indptr[row] : block.indptr[row + 1]], -most)[-most]
    return least
