import numpy as np
import pytest

from summarizer.features.corpus import open_corpus
from summarizer.selection.concepts import LINK, PAIR, TERM, weigh_concepts
from tests.builders import build_sentences

TEXTS = [
    ("a", "Talks on trade went well."),
    ("a", "The stone bridge fell."),
    ("b", "Rain fell."),
    ("b", "Talks on trade went badly."),
    ("c", "The stone bridge fell."),
]


def weights(interest=None, origin_of=None):
    sentences = build_sentences(TEXTS)
    origin_of = origin_of or {sentence.document: sentence.document for sentence in sentences}
    concepts = weigh_concepts(open_corpus(sentences), origin_of, np.ones(5) if interest is None else np.array(interest))
    return dict(zip(concepts.names, concepts.weights.tolist(), strict=True)), concepts


def test_what_one_origin_tells_alone_weighs_nothing():
    named, _ = weights()
    assert "rain" not in named and "badli" not in named and "trade" in named


def test_pairs_weigh_more_than_terms_and_first_sentences_twice():
    named, _ = weights()
    assert named["talk trade"] == PAIR * 2
    assert named["trade"] == TERM * 2
    assert named["fell"] == TERM * 2 * 2  # three origins, in a first sentence


def test_links_have_weight_but_no_name_for_people():
    _, concepts = weights()
    assert LINK * 2 in concepts.weights[[name == "" for name in concepts.names]]


def test_copies_add_nothing():
    named, _ = weights(origin_of={"a": "o1", "b": "o1", "c": "o2"})
    assert "talk trade" not in named and named["stone bridg"] == PAIR * 2


def test_interest_weighs_by_the_sentence_that_has_most():
    named, _ = weights(interest=[0.1, 0.1, 0.1, 0.5, 0.1])
    assert named["talk trade"] == pytest.approx(PAIR * 2 * 0.5)
    assert named["stone bridg"] == pytest.approx(PAIR * 2 * 0.1)


def test_a_sentence_holds_a_concept_once():
    _, concepts = weights()
    assert set(concepts.held.data) == {1.0}


def test_one_report_has_no_concepts():
    sentences = build_sentences(TEXTS[:2])
    assert weigh_concepts(open_corpus(sentences), {"a": "o1"}, np.ones(2)).held.shape == (2, 0)
