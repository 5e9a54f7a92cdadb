import networkx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from summarizer import SettingsError
from summarizer.ranking.textrank import rank_sentences


@st.composite
def graphs(draw):
    size = draw(st.integers(1, 12))
    weights = np.zeros((size, size))
    for row in range(size):
        for column in range(row):
            if draw(st.booleans()):
                weights[row, column] = weights[column, row] = draw(st.floats(0.01, 5))
    teleport = np.array([draw(st.floats(0.1, 10)) for _ in range(size)])
    return csr_array(weights), teleport, draw(st.sampled_from([0.0, 0.5, 0.85, 0.95]))


@given(graphs())
def test_scores_are_those_of_networkx(case):
    graph, teleport, damping = case
    jump = dict(enumerate(teleport / teleport.sum()))
    oracle = networkx.pagerank(
        networkx.from_scipy_sparse_array(graph),
        alpha=damping,
        personalization=jump,
        dangling=jump,
        tol=1e-13,
        max_iter=5000,
    )
    scores = rank_sentences(graph, teleport, damping=damping)
    assert scores == pytest.approx([oracle[node] for node in range(len(teleport))], abs=1e-8)


@given(graphs())
def test_scores_solve_the_equation_of_the_paper(case):
    graph, teleport, damping = case
    dense = graph.toarray()
    strength = dense.sum(axis=0)
    jump = teleport / teleport.sum()
    follow = np.where(strength > 0, dense / np.where(strength > 0, strength, 1), jump[:, None])
    solved = np.linalg.solve(np.eye(len(jump)) - damping * follow, (1 - damping) * jump)
    scores = rank_sentences(graph, teleport, damping=damping)
    assert scores == pytest.approx(solved / solved.sum(), abs=1e-8)
    assert (scores > 0).all() and scores.sum() == pytest.approx(1)


def test_without_edges_scores_are_the_jump():
    assert rank_sentences(csr_array((3, 3)), np.array([1.0, 2.0, 1.0]), damping=0.85) == pytest.approx(
        [0.25, 0.5, 0.25]
    )


def test_the_middle_of_a_star_wins():
    star = networkx.to_scipy_sparse_array(networkx.star_graph(4), dtype=float)
    scores = rank_sentences(csr_array(star), np.ones(5), damping=0.85)
    assert scores[0] == scores.max() and scores[1:] == pytest.approx([scores[1]] * 4)


def test_no_sentence_no_score():
    assert rank_sentences(csr_array((0, 0)), np.zeros(0), damping=0.85).shape == (0,)


@pytest.mark.parametrize("damping", [-0.1, 1.0, 1.5, float("nan")])
def test_damping_out_of_range(damping):
    with pytest.raises(SettingsError, match="damping"):
        rank_sentences(csr_array((1, 1)), np.ones(1), damping=damping)
