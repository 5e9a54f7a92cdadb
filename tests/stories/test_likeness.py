"""Neighbours by an index with capped lists, beside all pairs measured one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from benchmarks.heap import make_heap
from summarizer.features.vectors import l2_normalize
from summarizer.readers.documents import prepare_documents
from summarizer.stories import likeness
from summarizer.stories.days import Days, days_of
from summarizer.stories.entries import read_entries
from summarizer.stories.features import Vocabulary
from summarizer.stories.likeness import find_neighbours, weigh_reports
from summarizer.stories.reasons import name_mask

NEVER = 10**8


def heap(size):
    vocabulary = Vocabulary()
    documents = prepare_documents(make_heap(size)[0], "en", progress=lambda _: None)
    entries, _ = read_entries(documents, "en", vocabulary, lambda _: None)
    vectors = weigh_reports([entry.features for entry in entries], name_mask(vocabulary))
    return vectors, days_of([entry.report.published for entry in entries], 7)


def test_the_likeness_of_a_pair_is_the_weighted_sum_of_two_cosines():
    vocabulary = Vocabulary()
    documents = prepare_documents(make_heap(12)[0], "en", progress=lambda _: None)
    entries, _ = read_entries(documents, "en", vocabulary, lambda _: None)
    is_name = name_mask(vocabulary)
    vectors = weigh_reports([entry.features for entry in entries], is_name)
    lengths = np.sqrt(np.asarray((vectors * vectors)[:, np.flatnonzero(is_name)].sum(axis=1)))
    assert np.allclose(lengths**2, 0.3)
    assert np.allclose((vectors * vectors).sum(axis=1), 1)


def test_the_nearest_of_each_report_is_among_its_neighbours():
    vectors, days = heap(120)
    size = vectors.shape[0]
    pairs = find_neighbours(vectors, days, np.arange(size))
    every = (vectors @ vectors.T).toarray()
    one, other = np.indices(every.shape).reshape(2, -1)
    every[~days.are_near(one, other).reshape(every.shape)] = 0
    np.fill_diagonal(every, 0)
    assert np.allclose(pairs.likeness, every[pairs.first, pairs.second])
    found = {*zip(pairs.first.tolist(), pairs.second.tolist(), strict=True)}
    nearest = [
        (min(at, near), max(at, near)) for at, near in enumerate(every.argmax(axis=1).tolist()) if every[at, near] > 0.1
    ]
    assert len(nearest) > 60
    assert sum(pair in found for pair in nearest) >= 0.98 * len(nearest)


def test_reports_of_days_far_apart_are_not_compared():
    vectors, days = heap(60)
    pairs = find_neighbours(vectors, days, np.arange(vectors.shape[0]))
    assert days.are_near(pairs.first, pairs.second).all()


def test_only_those_that_ask_are_compared():
    vectors, days = heap(60)
    pairs = find_neighbours(vectors, days, np.array([3, 4]))
    assert np.isin(np.array([pairs.first, pairs.second]), [3, 4]).any(axis=0).all()


def test_a_word_that_all_hold_costs_no_square(monkeypatch):
    # 3,000 reports that hold the same words: of each word 200 reports answer, and each report proposes 30.
    size = 3000
    draw = np.random.default_rng(0)
    vectors = l2_normalize(csr_array(1 + draw.random((size, 5))))
    days = Days(first=np.full(size, NEVER), last=np.full(size, -NEVER), window=7)
    largest = []
    keep = likeness._first_of_each

    def note(rows, values, others):
        largest.append(len(rows))
        return keep(rows, values, others)

    monkeypatch.setattr(likeness, "_first_of_each", note)
    pairs = find_neighbours(vectors, days, np.arange(size))
    assert len(pairs.first) <= 30 * size
    assert sum(largest) <= size * 5 * 200


@given(st.integers(0, 1000), st.integers(1, 6))
def test_the_largest_entries_of_each_row_are_kept(seed, most):
    draw = np.random.default_rng(seed)
    dense = np.round(draw.random((6, 9)) * (draw.random((6, 9)) < 0.6), 1)
    kept = likeness._heaviest(csr_array(dense), most).toarray()
    for row, own in zip(dense, kept, strict=True):
        order = sorted(np.flatnonzero(row).tolist(), key=lambda at: (-row[at], at))[:most]
        assert own.tolist() == [value if at in order else 0 for at, value in enumerate(row.tolist())]
