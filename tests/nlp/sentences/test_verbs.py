"""Which words are verbs, by themselves and by the word before them."""

import pytest

from summarizer.nlp.sentences.verbs import is_verb


@pytest.mark.parametrize("before", ["doesn’t", "didn't", "will", "cannot"])
def test_what_stands_behind_a_modal_or_a_denial_is_a_verb(before):
    assert is_verb("measure", before, "en")
    assert not is_verb("also", before, "en") and not is_verb("quickly", before, "en")


def test_a_word_that_is_a_noun_as_often_is_one_behind_an_article():
    assert not is_verb("measure", "the", "en") and not is_verb("plan", "the", "en") and is_verb("plan", "to", "en")


def test_what_is_so_called_is_no_verb():
    assert not is_verb("called", "so", "en") and is_verb("called", "police", "en")
