"""How alike reports are: by the words and by the names of their stories, each with its nearest others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_array

from summarizer.features.vectors import (
    Floats,
    Indices,
    Mask,
    document_frequency,
    inverse_document_frequency,
    l2_normalize,
    row_indices,
    scale_columns,
    with_data,
)
from summarizer.stories.days import Days
from summarizer.stories.features import Features

NAMES = 0.3  # how much of the likeness is that of names, and the rest that of words
RARITY = 1.5  # power of the inverse document frequency: rare words tell events apart
_ASKED = 100  # words of a report, those that weigh most, by which others are looked for
_LISTED = 200  # reports listed for a word, those in which it weighs most: that keeps the cost linear
_BLOCK = 512  # reports looked for at a time: bounds memory, changes no result
_NEIGHBOURS = 30  # reports that each one proposes
_LEAST = 0.04  # likeness by the words asked for, below which two reports are not compared
_ENTRIES = 4_000_000  # entries of vectors multiplied at a time: bounds memory


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pairs:
    """Pairs of reports that are alike.

    Attributes:
        first: The smaller number of each pair.
        second: The larger.
        likeness: How alike the two are, in [0, 1].
    """

    first: Indices
    second: Indices
    likeness: Floats

    def take(self, kept: Mask | Indices) -> Pairs:
        """Return some of the pairs."""
        return Pairs(first=self.first[kept], second=self.second[kept], likeness=self.likeness[kept])


def weigh_reports(
    features: Sequence[Features], is_name: Mask, *, stories: Indices | None = None, rarity: float = RARITY
) -> csr_array:
    """Return a vector a report: the inner product of two is how alike they are.

    It is .7 of the cosine of their words and .3 of that of their names. Each word weighs by the logarithm of how often
    a report holds it, and by how few reports hold it.

    Args:
        features: n reports.
        is_name: For each number of the vocabulary whether it stands for a name.
        stories: The story that each report may be in, from 0, so that a word of one story is rare however many reports
            tell it; None where nothing is known.
        rarity: The power of how rare a word is, by which it weighs.
    """
    starts = np.cumsum([0, *(len(one.terms) for one in features)])
    terms = np.concatenate([one.terms for one in features]) if features else np.zeros(0, np.int64)
    counts = np.concatenate([one.counts for one in features]) if features else np.zeros(0, np.int64)
    held = csr_array(
        (1 + np.log(np.maximum(counts, 1)), terms.astype(np.int32), starts.astype(np.int32)),
        shape=(len(features), max(len(is_name), 1)),
    )
    weighed = scale_columns(held, _rarity_of_words(held, stories) ** rarity)
    named = is_name[weighed.indices]
    words = l2_normalize(with_data(weighed, np.where(named, 0.0, weighed.data)))
    names = l2_normalize(with_data(weighed, np.where(named, weighed.data, 0.0)))
    return with_data(weighed, np.sqrt(1 - NAMES) * words.data + np.sqrt(NAMES) * names.data)


def _rarity_of_words(held: csr_array, stories: Indices | None) -> Floats:
    """The logarithm of how few stories hold each word."""
    if stories is None or not len(stories):
        return inverse_document_frequency(held)
    spread = np.maximum(document_frequency(held, stories), 1)
    return np.asarray(np.log1p((stories.max() + 1) / spread))


def find_neighbours(vectors: csr_array, days: Days, asking: Indices) -> Pairs:
    """Find for reports the others that are most like them, of days near theirs.

    Args:
        vectors: n reports.
        days: Their days.
        asking: Numbers of the reports whose neighbours are wanted, rising.

    Returns:
        The pairs, each once, by their numbers.

    Cost: linear: a report asks by at most 100 words, and of the reports that hold a word at most 200 answer.
    """
    asked, listed = _heaviest(vectors, _ASKED), csr_array(_heaviest(csr_array(vectors.T), _LISTED))
    size = vectors.shape[0]
    codes = [np.zeros(0, np.int64)]
    for start in range(0, len(asking), _BLOCK):
        rows = asking[start : start + _BLOCK]
        block = csr_array(asked[rows] @ listed)
        one, other = rows[row_indices(block.indptr)], block.indices.astype(np.int64)
        kept = np.flatnonzero((block.data >= _LEAST) & (one != other))
        kept = kept[days.are_near(one[kept], other[kept])]
        best = _first_of_each(one[kept], block.data[kept], other[kept])
        one, other = one[kept][best], other[kept][best]
        codes.append(np.minimum(one, other) * size + np.maximum(one, other))
    pairs = np.unique(np.concatenate(codes))
    first, second = pairs // max(size, 1), pairs % max(size, 1)
    return Pairs(first=first, second=second, likeness=multiply_rows(vectors, first, second))


def _heaviest(matrix: csr_array, most: int) -> csr_array:
    """Keep the largest entries of each row; of equal ones those that come first."""
    rows = row_indices(matrix.indptr)
    order = np.lexsort((matrix.indices, -matrix.data, rows))
    place = np.arange(len(rows)) - matrix.indptr[rows[order]]
    kept = np.sort(order[place < most])
    starts = np.append(0, np.cumsum(np.bincount(rows[kept], minlength=matrix.shape[0])))
    return csr_array((matrix.data[kept], matrix.indices[kept], starts.astype(np.int32)), shape=matrix.shape)


def _first_of_each(rows: Indices, values: Floats, others: Indices) -> Indices:
    """Return where the largest values of each row stand, so many as a report proposes."""
    order = np.lexsort((others, -values, rows))
    ordered = rows[order]
    place = np.arange(len(ordered)) - np.searchsorted(ordered, ordered)
    return np.asarray(order[place < _NEIGHBOURS])


def multiply_rows(vectors: csr_array, first: Indices, second: Indices) -> Floats:
    """Return the inner products of pairs of rows."""
    values = np.zeros(len(first))
    sizes = np.diff(vectors.indptr)
    for part in _parts(sizes[first] + sizes[second]):
        product = vectors[first[part]].multiply(vectors[second[part]])
        values[part] = np.asarray(product.sum(axis=1)).ravel()
    return values


def _parts(sizes: Indices) -> Iterator[slice]:
    """Slices of pairs that hold about so many entries as are multiplied at a time."""
    ends = np.flatnonzero(np.diff(np.cumsum(sizes) // _ENTRIES)) + 1
    bounds = [0, *ends.tolist(), len(sizes)]
    for start, end in pairwise(bounds):
        if end > start:
            yield slice(start, end)
