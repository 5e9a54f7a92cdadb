"""Which words are verbs, by themselves and by the word before them."""

import pytest

from summarizer.nlp.sentences.verbs import is_verb


@pytest.mark.parametrize("before", ["doesn’t", "didn't", "will", "cannot"])
def test_what_stands_behind_a_modal_or_a_denial_is_a_verb(before):
    assert is_verb("measure", before)
    assert not is_verb("also", before) and not is_verb("quickly", before)


def test_a_word_that_is_a_noun_as_often_is_one_behind_an_article():
    assert not is_verb("measure", "the") and not is_verb("plan", "the") and is_verb("plan", "to")


def test_what_is_so_called_is_no_verb():
    assert not is_verb("called", "so") and is_verb("called", "police")
