"""Cheap tests that spare costly searches may spare none that would find something."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.cleaning import clean, metadata
from summarizer.cleaning.phrases import CASED, PHRASES

PATTERNS = [
    *(pair for _, patterns in PHRASES.values() for pair in patterns),
    *(pair for patterns in CASED.values() for pair in patterns),
]


@pytest.mark.parametrize(("words", "pattern"), PATTERNS, ids=[pattern[:40] for _, pattern in PATTERNS])
@settings(max_examples=30, deadline=None)
@given(st.data())
def test_whatever_a_phrase_matches_holds_one_of_its_words(words, pattern, data):
    line = data.draw(st.from_regex(pattern))
    assert any(word in line for word in words.split(" | "))


@settings(max_examples=300, deadline=None)
@given(st.from_regex(clean._TAIL).filter(lambda text: not text.endswith("\n")))
def test_whatever_is_an_agency_tail_is_looked_at(line):
    assert clean._may_have_tail(line)


@pytest.mark.parametrize(("words", "pattern"), metadata._CITING, ids=[one.pattern[:40] for _, one in metadata._CITING])
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_cites_an_outlet_is_looked_at(words, pattern, data):
    line = data.draw(st.from_regex(pattern))
    assert any(word in line for word in words)


def test_a_pattern_without_words_is_tried_on_every_line():
    assert [pattern for words, pattern in PATTERNS if not words] == [r"^\W*$", dict(CASED["agency tail"])[""]]
    assert re.search(r"^\W*$", "· · ·")
