"""Cheap tests that spare costly searches may spare none that would find something."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.cleaning import mark_story as clean
from summarizer.cleaning.boilerplate_rules import find_furniture
from summarizer.languages.data_sections import find_all_sections

PHRASES = [
    (f"{section.language} {key}: {pattern[:40]}", words, pattern)
    for name in ("page_furniture", "page_remarks", "outlets")
    for section in find_all_sections(name)
    for key in section.values["phrases"]
    for words, pattern in section.phrases(key)
]


@pytest.mark.parametrize(("words", "pattern"), [each[1:] for each in PHRASES], ids=[each[0] for each in PHRASES])
@settings(max_examples=30, deadline=None)
@given(st.data())
def test_whatever_a_phrase_matches_holds_one_of_its_words(words, pattern, data):
    line = data.draw(st.from_regex(pattern))
    assert any(word in line for word in words)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_ends_in_a_credit_or_a_link_is_looked_at(data):
    for own in find_furniture():
        for pattern in (own.credit_behind, own.link_behind):
            assert clean.may_have_tail(data.draw(st.from_regex(pattern)).rstrip("\n"), own)


def test_a_pattern_without_words_is_tried_on_every_line():
    alone = [(name, pattern) for name, words, pattern in PHRASES if words == ("",)]
    assert [name.split(":")[0] for name, _ in alone] == ["en interface_text", "en cased_agency_tail"]
    assert alone[0][1] == r"^\W*$" and re.search(alone[0][1], "· · ·")
