from dataclasses import replace

import numpy as np
import pytest

from summarizer import Settings, read_documents, run_pipeline, summarize
from summarizer.features.corpus import open_corpus
from summarizer.model import Budget
from summarizer.statements import reach
from tests.builders import build_sentences

TEXTS = [
    ("a", "The stone bridge fell on Monday."),
    ("a", "Talks on trade went well."),
    ("b", "The stone bridge fell on Monday."),
    ("b", "Nobody was hurt in the fall."),
]
WORTH = np.array([0.3, 0.1, 0.4, 0.2])


def test_all_sentences_of_an_ordinary_story_are_in_reach():
    found = reach.find_reach(open_corpus(build_sentences(TEXTS)), WORTH, Budget(words=10))
    assert (found.within.tolist(), found.beyond.tolist()) == ([0, 1, 2, 3], [])


def test_of_many_the_best_are_in_reach_and_of_equal_ones_one(monkeypatch):
    monkeypatch.setattr(reach, "_LEAST", 2)
    monkeypatch.setattr(reach, "_PER_POINT", 1)
    found = reach.find_reach(open_corpus(build_sentences(TEXTS)), WORTH, Budget(words=10))
    assert (found.within.tolist(), found.beyond.tolist()) == ([2, 3], [1])


@pytest.mark.parametrize("budget", [Budget(words=30), Budget(points=3)])
def test_a_longer_briefing_reaches_further(monkeypatch, budget):
    monkeypatch.setattr(reach, "_LEAST", 2)
    monkeypatch.setattr(reach, "_PER_POINT", 1)
    found = reach.find_reach(open_corpus(build_sentences(TEXTS)), WORTH, budget)
    assert (found.within.tolist(), found.beyond.tolist()) == ([1, 2, 3], [])


def test_a_sound_sentence_stands_for_a_flawed_one_in_equal_words(monkeypatch):
    monkeypatch.setattr(reach, "_LEAST", 3)
    monkeypatch.setattr(reach, "_PER_POINT", 1)
    sentences = [*build_sentences(TEXTS)]
    sentences[2] = replace(sentences[2], flaws=("orphan",))
    found = reach.find_reach(open_corpus(sentences), WORTH, Budget(words=10))
    assert found.within.tolist() == [0, 1, 3]


def test_what_cannot_reach_the_budget_changes_no_point_and_no_citation(monkeypatch):
    documents = read_documents("seeds")
    whole = summarize(documents, words=100)
    monkeypatch.setattr(reach, "_LEAST", 80)
    monkeypatch.setattr(reach, "_PER_POINT", 1)
    run = run_pipeline(documents, Settings(words=100))
    assert len(run.statements) <= 80 < len(run.sentences)
    assert run.briefing.to_dict()["sections"] == whole.to_dict()["sections"]
