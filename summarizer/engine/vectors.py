"""Texts as sparse vectors: what the stages of the engine compare sentences by."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array, diags_array

Term = TypeVar("Term", bound=Hashable)
Floats = NDArray[np.float64]
Indices = NDArray[np.int64]

_CHARACTERS = (3, 4, 5)
_PAIRS = 20_000  # pairs of rows compared at a time: bounds memory, changes no result


def count_terms(bags: Sequence[Collection[Term]]) -> tuple[csr_array, list[Term]]:
    """Return the counts of terms, one row a bag, and the term of each column.

    Give bags in an order that repeats from run to run: sets of words do not, and sums of weights would differ in the
    last digit.
    """
    flat = [term for bag in bags for term in bag]
    columns = {term: number for number, term in enumerate(dict.fromkeys(flat))}
    indices = np.fromiter(map(columns.__getitem__, flat), dtype=np.int64, count=len(flat))
    starts = np.cumsum([0, *map(len, bags)])
    counts = csr_array((np.ones(len(flat)), indices, starts), shape=(len(bags), max(len(columns), 1)))
    counts.sum_duplicates()
    return counts, list(columns)


def inverse_frequency(counts: csr_array, shares: Floats | None = None) -> Floats:
    """Return log(1 + rows / rows that hold it) for each column.

    Args:
        counts: n x m counts.
        shares: How much each row counts, n values in (0, 1]; 1 each where None.
    """
    shares = np.ones(counts.shape[0]) if shares is None else shares
    by_entry = np.repeat(shares, np.diff(counts.indptr))
    frequency = np.bincount(counts.indices, weights=by_entry, minlength=counts.shape[1])
    return np.asarray(np.log1p(shares.sum() / np.maximum(frequency, shares.min(initial=1.0))))


def origin_frequency(counts: csr_array, codes: Indices) -> Floats:
    """Return for each column how many origins hold it.

    Args:
        counts: n x m counts, one row a sentence.
        codes: n origin numbers from 0.
    """
    if not counts.shape[0]:
        return np.zeros(counts.shape[1])
    rows = np.arange(len(codes))
    member = csr_array(coo_array((np.ones(len(codes)), (codes, rows)), shape=(int(codes.max()) + 1, len(codes))))
    return np.bincount(csr_array(member @ counts).indices, minlength=counts.shape[1]).astype(float)


def number_names(names: Iterable[Hashable]) -> Indices:
    """Return a number for each name, from 0, equal names alike, in the order of their first appearance."""
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], dtype=np.int64)


def scale_columns(matrix: csr_array, weights: Floats) -> csr_array:
    """Multiply each column by its weight."""
    return csr_array(matrix @ diags_array(weights))


def unit_rows(matrix: csr_array) -> csr_array:
    """Divide each row by its length; a row of zeros stays."""
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return csr_array(diags_array(1.0 / np.where(lengths > 0, lengths, 1.0)) @ matrix)


def weigh_terms(bags: Sequence[Collection[str]]) -> csr_array:
    """Return the tf-idf vectors of bags of terms: one row a bag, each of length 1 (0 for an empty bag)."""
    counts, _ = count_terms(bags)
    return unit_rows(scale_columns(counts, inverse_frequency(counts)))


def character_vectors(bags: Sequence[Collection[str]]) -> csr_array:
    """Return the tf-idf vectors of bags of words over the character 3- to 5-grams inside them, each of length 1 or 0.

    They see through spellings and endings: what tells that two sentences say the same where words alone do not.
    """
    words, vocabulary = count_terms(bags)
    grams, _ = count_terms([_character_grams(word) for word in vocabulary] or [[]])
    counts = csr_array(words @ grams)
    return unit_rows(scale_columns(counts, inverse_frequency(counts)))


def _character_grams(word: str) -> list[str]:
    padded = f" {word} "
    return [padded[at : at + size] for size in _CHARACTERS for at in range(len(padded) - size + 1)]


def cosines(vectors: csr_array, first: Indices, second: Indices) -> Floats:
    """Return the cosines of pairs of rows of length 1."""
    values = np.zeros(len(first))
    for start in range(0, len(first), _PAIRS):
        part = slice(start, start + _PAIRS)
        values[part] = np.asarray(vectors[first[part]].multiply(vectors[second[part]]).sum(axis=1)).ravel()
    return values
