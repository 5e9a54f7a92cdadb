"""Similarities from outside: given the corpus; what they return becomes the graph of sentences."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from summarizer import PluginError, Settings, register_similarity, run_pipeline
from summarizer.features.corpus import open_corpus
from summarizer.ranking.similarity import build_similarity
from tests.builders import build_sentences
from tests.labelled_stories import run

TEXTS = [("a", "One fox."), ("a", "Two hens."), ("b", "Three dogs."), ("c", "Four cats.")]
GROUPS = {"a": "a", "b": "a", "c": "c"}


def build(**settings):
    return build_similarity(open_corpus(build_sentences(TEXTS)), GROUPS, Settings(**settings)).toarray()


def share_of_words(corpus, *_):
    words = [set(sentence.tokens) for sentence in corpus.sentences]
    return np.array([[len(one & other) / max(len(one | other), 1) for other in words] for one in words])


def test_a_similarity_makes_the_graph():
    register_similarity("words", share_of_words)
    done = run_pipeline(run("seeds").documents, Settings(similarity="words"))
    graph = done.similarity.toarray()
    assert (graph == graph.T).all() and not graph.diagonal().any()
    assert done.briefing.sections != run("seeds").briefing.sections
    assert "similarity='words' (registered from Python)" in done.briefing.signature


def test_edges_between_texts_gain_and_directions_are_joined():
    found = np.array([[9.0, 0.5, 0, 0], [0, 9, 0, 0.2], [0.3, 0, 9, 0], [0, 0.4, 0, 9]])
    register_similarity("made", lambda *_: found)
    wanted = np.zeros((4, 4))
    wanted[0, 1] = wanted[1, 0] = 0.5
    wanted[0, 2] = wanted[2, 0] = 0.3  # of one text, though of two reports
    wanted[1, 3] = wanted[3, 1] = 0.8  # twice the larger of both directions
    assert build(similarity="made") == pytest.approx(wanted)


def test_only_the_nearest_stay():
    found = np.array([[0, 0.5, 0.4, 0.3], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]])
    register_similarity("made", lambda *_: csr_array(found))
    assert np.flatnonzero(build(similarity="made", neighbours=2)[0]).tolist() == [1, 2]


def test_what_a_similarity_returned_stays_its_own():
    found = csr_array(np.ones((4, 4)))
    register_similarity("made", lambda *_: found)
    build(similarity="made", neighbours=1)
    assert found.nnz == 16 and (found.data == 1).all()


def test_entries_that_stand_twice_are_added_up():
    twice = csr_array((np.full(3, 0.25), np.array([1, 1, 2]), np.array([0, 3, 3, 3, 3])), shape=(4, 4))
    register_similarity("made", lambda *_: twice)
    assert build(similarity="made", neighbours=1)[0].tolist() == [0, 0.5, 0, 0]


@pytest.mark.parametrize(
    ("found", "message"),
    [
        (np.ones((4, 3)), r"returned an array of shape \(4, 3\), wanted 4 x 4 finite numbers from 0 to 1,000,000"),
        (np.ones(4), r"(returned an array of shape|raised ValueError)"),
        (-np.ones((4, 4)), r"returned -1\.0, wanted 4 x 4"),
        (np.full((4, 4), 1e308), r"returned 1e\+308, wanted 4 x 4 finite numbers from 0 to 1,000,000, a row for each"),
        (np.full((4, 4), 1j), r"returned complex numbers, wanted 4 x 4"),
        (csr_array(np.full((4, 4), 1j)), r"returned complex numbers, wanted 4 x 4"),
        (np.full((4, 4), np.nan), r"returned nan, wanted 4 x 4"),
        (None, r"raised \w+"),
        ("alike", r"raised \w+"),
    ],
)
def test_a_similarity_that_fails_is_named(found, message):
    register_similarity("bad", lambda *_: found)
    start = r"^similarity 'bad' \(registered from Python; summarizer\.similarities\): "
    with pytest.raises(PluginError, match=start + message):
        build(similarity="bad")
