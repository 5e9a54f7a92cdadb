"""Copies found by sketches, beside the shares counted word pair by word pair."""

from itertools import pairwise

import numpy as np
import pytest

from benchmarks.heap import make_heap
from summarizer.nlp.tokens import words_of
from summarizer.readers.documents import prepare_document
from summarizer.stories.copies import find_copy_groups, measure_overlap
from summarizer.stories.days import days_of
from summarizer.stories.features import Vocabulary, read_features, story_of
from tests.builders import changed_copy, shuffled_copy


def read(*documents):
    vocabulary = Vocabulary()
    prepared = [prepare_document(document) for document in documents]
    return prepared, [read_features(document, "en", vocabulary) for document in prepared]


def plain_overlap(one, other):
    """The share of the word pairs of two reports that both hold, counted one by one."""
    own, theirs = ({*pairwise(words)} for words in (words_of(story_of(x)) for x in (one, other)))
    return len(own & theirs) / len(own | theirs)


def groups_of(features):
    return find_copy_groups(features, days_of([None] * len(features), 7), np.full(len(features), -1)).tolist()


def test_the_share_is_near_the_one_that_is_counted():
    documents, features = read(*make_heap(60)[0])
    for at in range(0, 60, 2):
        one, other = at, at + 1
        changed = prepare_document(changed_copy(documents[one].text.split("\n\n"), share=0.02 * at / 4))
        documents[other], features[other] = changed, read(documents[one], changed)[1][1]
        first = read(documents[one], changed)[1]
        told = measure_overlap(first[0].sketch, first[1].sketch)
        assert told == pytest.approx(plain_overlap(documents[one], changed), abs=0.15)


def test_copies_with_words_changed_are_found_and_other_reports_are_not():
    originals = make_heap(30, seed=3)[0][:12]
    paragraphs = [original.text.split("\n\n") for original in originals]
    changed = [changed_copy(own, name=f"changed{at}") for at, own in enumerate(paragraphs)]
    shuffled = [shuffled_copy(own, name=f"shuffled{at}") for at, own in enumerate(paragraphs)]
    _, features = read(*originals, *changed, *shuffled)
    groups = groups_of(features)
    assert groups[:12] == groups[12:24] == groups[24:]


def test_short_reports_that_are_equal_are_copies_and_those_that_are_not_are_none():
    from summarizer import Document

    texts = ["Fire in Lyon.", "Fire in Lyon.", "Fire in Lille.", "Rain."]
    _, features = read(*(Document.from_text(text, id=str(at)) for at, text in enumerate(texts)))
    assert groups_of(features) == [0, 0, 1, 2]
