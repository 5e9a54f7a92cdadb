"""Texts as sparse vectors: tf-idf, normalization, cosine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from copy import copy
from itertools import chain, count
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

Term = TypeVar("Term", bound=Hashable)
Floats = NDArray[np.float64]
Indices = NDArray[np.int64]
Mask = NDArray[np.bool_]

_CHARACTERS = (3, 4, 5)
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio of 2**64: Knuth, TAOCP 3, 6.4
_FEW_ROWS = 2048  # up to which all pairs may be compared at once: bounds memory
_ROWS = 8192  # rows normalized at a time: bounds memory, changes no result
_PAIRS = 2000  # pairs of rows compared at a time: bounds memory, changes no result


def factorize(names: Iterable[Term]) -> tuple[Indices, tuple[Term, ...]]:
    """Return a number for each name, from 0 in the order of their first appearance, and the names by number."""
    number_of: defaultdict[Term, int] = defaultdict(count().__next__)
    return np.fromiter(map(number_of.__getitem__, names), dtype=np.int64), tuple(number_of)


def take_rows(starts: Indices, rows: Indices) -> Indices:
    """Return where the entries of some rows stand, row after row.

    Args:
        starts: Where the entries of each row start, and where the last ones end: n + 1 places.
        rows: Numbers of rows, in any order, repeated or not.
    """
    lengths = starts[rows + 1] - starts[rows]
    return np.asarray(np.arange(lengths.sum()) + np.repeat(starts[rows] - np.cumsum(lengths) + lengths, lengths))


def row_indices(starts: Indices) -> Indices:
    """Return the row of each entry."""
    return np.repeat(np.arange(len(starts) - 1), np.diff(starts))


def count_matrix(starts: Indices, numbers: Indices, size: int) -> csr_array:
    """Return how often each row holds each number.

    Args:
        starts: Where the numbers of each row start, and where the last ones end: n + 1 places.
        numbers: Numbers from 0, below `size`.
        size: How many columns the counts have; one at least.
    """
    columns = (numbers.astype(np.int32), starts.astype(np.int32))
    counts = csr_array((np.ones(len(numbers)), *columns), shape=(len(starts) - 1, max(size, 1)))
    counts.sum_duplicates()
    return counts


def count_terms(bags: Sequence[Collection[Term]]) -> tuple[csr_array, tuple[Term, ...]]:
    """Return the counts of terms, one row a bag, and the term of each column.

    Give bags in an order that repeats from run to run: sets of words do not, and sums of weights would differ in the
    last digit.
    """
    numbers, names = factorize(chain.from_iterable(bags))
    return count_matrix(np.cumsum([0, *map(len, bags)]), numbers, len(names)), names


def binarize(counts: csr_array) -> csr_array:
    """Return 1 for each count above 0."""
    return with_data(counts, np.ones(counts.nnz))


def inverse_document_frequency(counts: csr_array, shares: Floats | None = None) -> Floats:
    """Return log(1 + rows / rows that hold it) for each column.

    Args:
        counts: n x m counts.
        shares: How much each row counts, n values in [0, 1]; 1 each where None.
    """
    by_entry = None if shares is None else np.repeat(shares, np.diff(counts.indptr))
    frequency = np.bincount(counts.indices, weights=by_entry, minlength=counts.shape[1])
    shares = np.ones(counts.shape[0]) if shares is None else shares
    return np.asarray(np.log1p(shares.sum() / np.maximum(frequency, shares[shares > 0].min(initial=1.0))))


def document_frequency(counts: csr_array, codes: Indices) -> Floats:
    """Return for each column how many origins hold it.

    Args:
        counts: n x m counts, one row a sentence.
        codes: n origin numbers from 0.
    """
    if not counts.shape[0]:
        return np.zeros(counts.shape[1])
    return np.bincount((membership_matrix(codes) @ counts).indices, minlength=counts.shape[1]).astype(float)


def membership_matrix(codes: Indices) -> csr_array:
    """Return 1 where something is of a group, one row a group, from the number of the group of each, from 0."""
    starts = np.append(0, np.cumsum(np.bincount(codes)))
    return count_matrix(starts, np.argsort(codes, kind="stable"), len(codes))


def with_data(matrix: csr_array, data: Floats) -> csr_array:
    """Return a matrix with other values at the same places, which are not checked again."""
    made = copy(matrix)
    made.data = data
    return made


def scale_columns(matrix: csr_array, weights: Floats) -> csr_array:
    """Multiply each column by its weight."""
    return with_data(matrix, matrix.data * weights[matrix.indices])


def select_columns(matrix: csr_array, kept: Mask) -> csr_array:
    """Leave out columns: one of zeros that are stored costs a product as much as any other."""
    return matrix if kept.all() else matrix[:, np.flatnonzero(kept)]


def l2_normalize(matrix: csr_array) -> csr_array:
    """Divide each row by its length; a row of zeros stays."""
    data = matrix.data.astype(np.float64)
    for start in range(0, matrix.shape[0], _ROWS):
        ends = matrix.indptr[start : start + _ROWS + 1]
        rows, part = row_indices(ends), data[ends[0] : ends[-1]]
        lengths = np.sqrt(np.bincount(rows, weights=part**2, minlength=1))
        lengths[lengths == 0] = 1.0
        part /= lengths[rows]
    return with_data(matrix, data)


def tfidf_of_counts(counts: csr_array) -> csr_array:
    """Return tf-idf vectors of length 1, one row a row of counts; a row of zeros stays."""
    return l2_normalize(scale_columns(counts, inverse_document_frequency(counts)))


def tfidf_of_terms(bags: Sequence[Collection[str]]) -> csr_array:
    """Return the tf-idf vectors of bags of terms: one row a bag, each of length 1 (0 for an empty bag)."""
    return tfidf_of_counts(count_terms(bags)[0])


def character_ngram_tfidf(words: csr_array, vocabulary: Sequence[str]) -> csr_array:
    """Return tf-idf vectors over the character 3- to 5-grams inside words, one row a row of counts, of length 1 or 0.

    They see through spellings and endings: what tells that two sentences say the same where words alone do not.

    Args:
        words: n x m counts.
        vocabulary: The m words.
    """
    counts = words @ _count_grams(vocabulary)
    counts.sort_indices()  # rows in order are multiplied several times as fast
    return tfidf_of_counts(counts)


def _count_grams(words: Sequence[str]) -> csr_array:
    """The counts of the character n-grams of words, a space on either side included: one row a word.

    A gram goes by a 64-bit number made of its characters; that two of a text share one is beyond expectation.
    """
    text = "".join(f" {word} " for word in words)
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    lengths = np.array([len(word) + 2 for word in words], dtype=np.int64)
    owner = np.repeat(np.arange(len(words)), lengths)
    room = np.repeat(np.cumsum(lengths), lengths) - np.arange(len(owner))  # characters left in the word at each place
    code = np.zeros(len(owner), dtype=np.uint64)
    rows, codes = [np.zeros(0, np.int64)], [np.zeros(0, np.uint64)]
    for size in range(1, _CHARACTERS[-1] + 1):
        places = max(len(owner) - size + 1, 0)
        code = code[:places] * _MULTIPLIER + letters[len(owner) - places :]
        if size in _CHARACTERS:
            starts = np.flatnonzero(room[:places] >= size)
            rows.append(owner[starts])
            codes.append(code[starts] ^ np.uint64(size))
    vocabulary, columns = np.unique(np.concatenate(codes), return_inverse=True)
    row = np.concatenate(rows)
    shape = (max(len(words), 1), max(len(vocabulary), 1))
    return csr_array(coo_array((np.ones(len(row)), (row, columns)), shape=shape))


def cosines(vectors: csr_array, first: Indices, second: Indices) -> Floats:
    """Return the cosines of pairs of rows of length 1."""
    return dot_rows(vectors, vectors, first, second)


def dot_rows(one: csr_array, other: csr_array, first: Indices, second: Indices) -> Floats:
    """Return the inner products of rows of one matrix with rows of another of the same shape.

    Args:
        one: n x m.
        other: n x m.
        first: p numbers of rows of `one`.
        second: p numbers of rows of `other`.
    """
    size = one.shape[0]
    # Whichever multiplies less; sums may differ in the last digit.
    frequency = np.bincount(one.indices, minlength=1)
    if size <= _FEW_ROWS and size * int(frequency @ frequency) <= len(first) * one.nnz:
        return np.asarray((one @ csr_array(other.T)).toarray()[first, second])
    values = np.zeros(len(first))
    for start in range(0, len(first), _PAIRS):
        part = slice(start, start + _PAIRS)
        values[part] = np.asarray(one[first[part]].multiply(other[second[part]]).sum(axis=1)).ravel()
    return values
