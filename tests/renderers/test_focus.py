import pytest

from summarizer import Settings, summarize
from summarizer.renderers.registry import render
from tests.labelled_stories import documents

ASKED = "military [1] <b>contacts</b>"


@pytest.mark.parametrize("name", ["markdown", "terminal", "html"])
def test_what_was_asked_about_stands_at_the_top_as_text_that_does_nothing(name):
    briefing = summarize(documents("seeds").values(), Settings(words=60, focus=ASKED))
    drawn = render(briefing, name)
    opening = drawn[: drawn.rindex("Bottom line")]
    assert "Asked about: military" in " ".join(opening.split()) and (
        name == "terminal" or "<b>contacts</b>" not in drawn
    )
