from dataclasses import replace
from functools import partial
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Settings
from summarizer.features.corpus import open_corpus
from summarizer.features.vectors import character_ngram_tfidf, cosines, count_terms, document_frequency, tfidf_of_terms
from summarizer.provenance.alignment import align_reports, open_passages
from summarizer.ranking import similarity as stage
from summarizer.ranking.similarity import build_similarity
from tests.builders import build_sentences
from tests.timing import growth

TEXTS = [
    ("a", "The minister met the president in Beijing."),
    ("a", "Rain fell over the northern hills all night."),
    ("b", "The president met the minister in Beijing today."),
    ("b", "Nothing else happened anywhere."),
]


def build(sentences, **knobs):
    origin_of = {sentence.document: sentence.document for sentence in sentences}
    return build_similarity(open_corpus(sentences), origin_of, Settings(**knobs))


def test_edges_are_symmetric_without_loops():
    graph = build(build_sentences(TEXTS)).toarray()
    assert (graph == graph.T).all() and (graph.diagonal() == 0).all() and (graph >= 0).all()
    assert graph[0, 2] > 0 and graph[1].sum() == 0


def test_edges_between_reports_weigh_more():
    alone = build(build_sentences(TEXTS), cross_report_weight=1.0)
    assert build(build_sentences(TEXTS))[0, 2] == pytest.approx(2 * alone[0, 2])


def test_bigrams_count_beside_words():
    same_order = build_sentences([("a", "Red foxes chase hens."), ("b", "Red foxes chase hens.")])
    other_order = build_sentences([("a", "Red foxes chase hens."), ("b", "Hens chase foxes red.")])
    assert build(same_order, bigram_weight=0.0)[0, 1] == pytest.approx(build(other_order, bigram_weight=0.0)[0, 1])
    assert build(same_order)[0, 1] > build(other_order)[0, 1]


def test_only_the_nearest_stay():
    many = build_sentences([(str(i), f"Talks number{i} went well in Beijing town{i % 3}.") for i in range(12)])
    edges = build(many, neighbours=2)
    assert build(many).nnz > edges.nnz
    strongest = build(many).toarray().argmax(axis=1)
    assert all(edges[row, column] > 0 for row, column in enumerate(strongest))


def test_blocks_change_no_result(monkeypatch):
    many = build_sentences([(str(i), f"Talks number{i} went well in Beijing town{i % 3}.") for i in range(12)])
    whole = build(many).toarray()
    monkeypatch.setattr(stage, "_BLOCK", 5)
    assert build(many).toarray() == pytest.approx(whole)


@pytest.mark.parametrize(("limit", "value"), [("_COMMON", 0.1), ("_MOST", 6)])
def test_common_terms_make_no_edges_among_very_many(monkeypatch, limit, value):
    many = build_sentences([(str(i), f"Talks pair{i // 2} place{i // 2}.") for i in range(60)])
    monkeypatch.setattr(stage, "_LARGE", 50)
    monkeypatch.setattr(stage, "_COMMON", 1.0)
    monkeypatch.setattr(stage, limit, value)
    edges = build(many)
    assert edges.nnz == 60 and edges[0, 1] > 0 and edges[0, 2] == 0


def test_words_that_all_of_very_many_hold_take_no_square():
    (one,) = build_sentences([("0", "The bank rose.")])

    def corpus(size):
        return open_corpus(tuple(replace(one, id=at, position=at, document=str(at % 2)) for at in range(size)))

    def edges(size):
        return partial(build_similarity, corpus(size), {"0": "0", "1": "1"}, Settings())

    def aligned(size):
        return partial(align_reports, open_passages(corpus(size), ["0", "1"]), [0, 1])

    for make in (edges, aligned):
        assert growth(make, 5_000, 2, runs=2) < 3


def test_vectors_have_length_one_or_none():
    rows = tfidf_of_terms([["a", "b"], [], ["b"]]).toarray()
    assert np.sqrt((rows**2).sum(axis=1)) == pytest.approx([1, 0, 1])


def test_characters_see_through_spelling():
    bags = ["gina raimondo spoke".split(), "gina raimond spoke".split(), "nobody slept here".split()]
    vectors = character_ngram_tfidf(*count_terms(bags))
    near, far = cosines(vectors, np.array([0, 0]), np.array([1, 2]))
    assert near > 0.7 and far < 0.1
    assert character_ngram_tfidf(*count_terms([])).shape[0] == 0
    assert cosines(vectors, np.array([], dtype=int), np.array([], dtype=int)).shape == (0,)


def test_a_term_counts_once_an_origin():
    counts, names = count_terms([["x", "x"], ["x", "y"], ["x"]])
    assert dict(zip(names, document_frequency(counts, np.array([0, 0, 1])), strict=True)) == {"x": 2, "y": 1}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet="abé中 ", min_size=1, max_size=8), max_size=5, unique=True))
def test_character_vectors_count_the_grams_of_words(words):
    """Beside a plain twin that cuts each gram out of its word."""
    bags = [{f" {word} "[at : at + size] for size in (3, 4, 5) for at in range(len(word) + 3 - size)} for word in words]
    vectors = character_ngram_tfidf(*count_terms([[word] for word in words]))
    for one, held in zip(vectors.toarray(), bags, strict=True):
        assert np.count_nonzero(one) == len(held)
    for first, second in combinations(range(len(words)), 2):
        shared = vectors[[first]].multiply(vectors[[second]])
        assert shared.nnz == len(bags[first] & bags[second])
