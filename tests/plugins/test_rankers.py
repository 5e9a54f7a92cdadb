"""Rankers from outside: given the sentences, the graph and the priors; their scores rank the statements."""

import numpy as np
import pytest

from summarizer import PluginError, Settings, SettingsError, register_ranker, run_pipeline
from summarizer.ranking.textrank import rank_sentences
from tests.labelled_stories import run


def rank_by_degree(_, graph, *__):
    return 1.0 + np.asarray(graph.sum(axis=1)).ravel()


@pytest.fixture(scope="module")
def documents():
    return run("seeds").documents


def briefed(documents, **settings):
    return run_pipeline(documents, Settings(**settings))


def points(done):
    return [(point.text, point.citations) for section in done.briefing.sections for point in section.points]


def test_a_ranker_scores_the_sentences(documents):
    register_ranker("degree", rank_by_degree)
    done = briefed(documents, ranker="degree")
    degrees = rank_by_degree(done.sentences, done.similarity)
    assert done.scores == pytest.approx(degrees / degrees.sum())
    assert [one.score for one in done.statements] == sorted((one.score for one in done.statements), reverse=True)
    assert done.briefing != run("seeds").briefing
    assert "ranker='degree' (registered from Python)" in done.briefing.signature


def test_a_ranker_is_given_what_textrank_goes_by(documents):
    seen = []

    def look(*given):
        seen.append(given)
        return rank_sentences(given[1], given[2], damping=given[3].damping)

    register_ranker("textrank, by hand", look)
    done, ours = briefed(documents, ranker="textrank, by hand"), run("seeds")
    ((sentences, graph, priors, settings),) = seen
    assert sentences == ours.sentences and settings.ranker == "textrank, by hand"
    assert (graph != ours.similarity).nnz == 0
    assert priors.shape == (len(sentences),) and (priors >= 1).all()
    assert done.scores == pytest.approx(ours.scores) and points(done) == points(ours)


def test_a_ranker_that_changes_what_it_is_given_changes_nothing_else(documents):
    def spoil(_, graph, priors, settings):
        scores = rank_sentences(graph, priors, damping=settings.damping)
        graph.data[:] = 0
        priors[:] = 0
        return scores

    register_ranker("spoil", spoil)
    done, ours = briefed(documents, ranker="spoil"), run("seeds")
    assert points(done) == points(ours)
    assert (done.similarity != ours.similarity).nnz == 0


@pytest.mark.parametrize(
    ("scores", "message"),
    [
        (lambda n: [1.0] * (n - 1), r"returned an array of shape \(\d+,\), wanted \d+ finite numbers above 0"),
        (lambda n: [[1.0]] * n, r"returned an array of shape \(\d+, 1\), wanted"),
        (lambda _: None, r"returned an array of shape \(\), wanted"),
        (lambda n: [1.0] * (n - 1) + [0.0], r"returned 0\.0 for sentence \d+, wanted \d+ finite numbers above 0"),
        (lambda n: [float("nan")] * n, r"returned nan for sentence 0, wanted"),
        (lambda n: [float("inf")] * n, r"returned inf for sentence 0, wanted"),
        (lambda n: [1 + 1j] * n, r"returned complex numbers, wanted \d+ finite numbers above 0"),
        (lambda n: np.full(n, 1 + 1j), r"returned complex numbers, wanted \d+ finite numbers above 0"),
        (lambda n: ["high"] * n, r"raised ValueError: could not convert string to float"),
        (lambda _: 1 / 0, r"raised ZeroDivisionError: division by zero"),
    ],
)
def test_a_ranker_that_fails_is_named(documents, scores, message):
    register_ranker("bad", lambda sentences, *_: scores(len(sentences)))
    start = r"^ranker 'bad' \(registered from Python; summarizer\.rankers\): "
    with pytest.raises(PluginError, match=start + message):
        briefed(documents, ranker="bad")


def test_a_ranker_that_is_nowhere_is_refused_as_settings_are_made():
    with pytest.raises(SettingsError, match=r"^Settings\.ranker: found 'x', wanted one of textrank\.$"):
        Settings(ranker="x")
    register_ranker("degree", rank_by_degree)
    with pytest.raises(SettingsError, match="wanted one of textrank, degree"):
        Settings(ranker=["degree"])
