"""A text cut at its marks is the text, and each mark is where it was set."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.model import Span
from summarizer.renderers.check.pieces import braced, cut_pieces, hold_findings, pieces_of
from summarizer.renderers.sanitize import quoted, sanitize
from tests.check_builder import CHECK
from tests.renderers.strategies import any_text


def marked(text, *spans):
    return braced(cut_pieces(text, [(Span(start=a, end=b), "x", n) for n, (a, b) in enumerate(spans)]))


@pytest.mark.parametrize(
    ("text", "spans", "shown"),
    [
        ("one two", [], "one two"),
        ("one two", [(0, 3)], "{one} two"),
        ("one two", [(4, 7)], "one {two}"),
        ("one two", [(0, 7)], "{one two}"),
        ("one two", [(3, 3)], "one{} two"),
        ("one two", [(0, 0)], "{}one two"),
        ("one two", [(7, 7)], "one two{}"),
        ("one  \n two", [(6, 10)], "one {two}"),
        ("one two", [(0, 5), (4, 7)], "{one }{t}{wo}"),
        ("a [1] b", [(2, 5)], "a {［1］} b"),
    ],
)
def test_marks_stand_where_they_were_set(text, spans, shown):
    assert marked(text, *spans) == shown


@given(any_text, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_the_pieces_of_any_text_are_the_text(text, edges):
    spans = [(Span(start=min(pair), end=max(pair)), "x", 0) for pair in edges if max(pair) <= len(text)]
    for harmless in (quoted, sanitize):
        assert "".join(one.words for one in cut_pieces(text, spans, harmless)) == harmless(text)


def test_a_number_within_an_altered_quotation_is_seen():
    sentence = CHECK.sentences[5]
    number = replace(
        sentence.findings[0], kind="name", span=Span(start=sentence.span.start + 5, end=sentence.span.start + 9)
    )
    pieces = pieces_of(replace(sentence, findings=(sentence.findings[0], number)))
    assert [(one.mark, one.place) for one in pieces if one.mark] == [("bad", 0), ("doubt", 1), ("bad", 0)]


def test_letters_that_differ_are_marked_on_both_sides():
    (held,) = hold_findings(CHECK, CHECK.sentences[5])
    assert braced(held.here) == "The crew acted with great ca{re} and saved lives,"
    assert braced(held.there) == "The crew acted with great ca{lm} and saved lives,"
    assert held.source == 1


def test_findings_on_one_passage_have_it_once():
    sentence = CHECK.sentences[2]
    other = replace(
        sentence.findings[0],
        against=Span(start=sentence.findings[0].passage.span.end - 5, end=sentence.findings[0].passage.span.end - 1),
    )
    first, second = hold_findings(CHECK, replace(sentence, findings=(*sentence.findings, other)))
    assert (first.there, first.goes_on, second.goes_on) == ((), True, False)
    assert braced(second.there) == "{Three} people were {hurt}."
