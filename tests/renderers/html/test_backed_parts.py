"""The stretches of a point that passages back."""

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from summarizer.model import Span
from summarizer.renderers.html.passages import LIT, write_stretches
from summarizer.renderers.sanitize import quoted, sanitize
from tests.renderers.example_briefing import cite, make_point
from tests.renderers.hostile_text import HOSTILE
from tests.renderers.strategies import any_text


def backed(text, *spans):
    point = make_point(text, 1)
    parts = tuple(cite(2, "x", "part", Span(start=start, end=end)) for start, end in spans)
    return write_stretches(replace(point, citations=(*point.citations, *parts)))


def lit(written, number):
    spans = re.findall(r'<span class="([^"]*)">(.*?)</span>', written, re.DOTALL)
    return unescape("".join(words for names, words in spans if f"b{number}" in names.split()))


def test_a_point_that_nothing_backs_in_part_is_its_text():
    assert backed("They met & agreed.") == "They met &amp; agreed."


def test_stretches_that_cross_share_a_piece():
    assert backed("They met and agreed.", (0, 12), (5, 20)) == (
        '<span class="b1">They </span><span class="b1 b2">met and</span><span class="b2"> agreed.</span>'
    )


def test_white_space_and_signs_that_are_not_shown_move_nothing():
    text = "They\n\n  met\u200b in  Beijing [12] and agreed."
    written = backed(text, (text.index("in "), text.index(" [12]")), (text.index("[12]"), len(text)))
    assert [lit(written, 1), lit(written, 2)] == ["in Beijing", "［12］ and agreed."]


def test_more_stretches_than_the_style_knows_stay_unmarked():
    written = backed("x" * 40, *((at, at + 1) for at in range(LIT + 1)))
    assert f'"b{LIT}"' in written and f"b{LIT + 1}" not in written


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    written = backed(text, (1, len(text)), (0, len(text) // 2 + 1))
    assert re.sub(r'<span class="b[\d b]*">|</span>', "", written) == str(escape(quoted(text)))


@settings(max_examples=200, deadline=None)
@given(any_text.filter(bool), st.data())
def test_any_text_is_kept_and_each_stretch_is_what_is_shown_of_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    written = backed(text, (start, end))
    assert unescape(re.sub(r'<span class="b1">|</span>', "", written)) == quoted(text)
    assert sanitize(lit(written, 1)).translate({0xFF3B: "[", 0xFF3D: "]"}) == sanitize(text[start:end])
