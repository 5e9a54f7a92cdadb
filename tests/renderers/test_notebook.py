"""How a briefing shows itself in a notebook."""

import subprocess
import sys
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from summarizer.errors import InputError
from summarizer.renderers.registry import render
from summarizer.renderers.sanitize import quoted, sanitize
from tests.renderers.example_briefing import BRIEFING, make_briefing, unsound
from tests.renderers.hostile_text import HOSTILE
from tests.renderers.strategies import any_text, briefings

VOID = frozenset({"br", "hr", "img"})


class Reader(HTMLParser):
    """Reads a fragment: its tags with their attributes in order, its text, and whether every tag is closed."""

    def __init__(self, fragment):
        super().__init__()
        self.tags, self.open, self.text = [], [], []
        self.feed(fragment)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.text.append(f"<{dict(attrs).get('title', '')}>" if attrs else "")
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def read(briefing):
    reader = Reader(briefing._repr_html_())
    return reader.tags, "".join(reader.text)


def test_the_whole():
    shown = BRIEFING._repr_html_()
    assert shown.startswith(
        "<div><h3>Blinken and Qin hold “candid” talks in Beijing</h3>\n<p><i>5 reports from at most 4 independent"
    )
    assert (
        '<li>“We came to Beijing to manage this responsibly.” <i>— a senior official</i> <span title="LatestLY —'
        ' verbatim: “We came to Beijing to manage this responsibly.”">[3]</span></li>'
    ) in shown
    assert '<h4>Talks in Beijing (2023-06-18 to 2023-06-19)</h4><ol start="2">' in shown
    assert (
        "<b>A.</b> how long the talks lasted<ul><li>seven and a half hours: RNZ "
        '<span title="RNZ — verbatim: seven and a half hours">[2]</span></li>'
    ) in shown
    assert '<a href="https://caliber.az/en/post/171623/">https://caliber.az/en/post/171623/</a></li>' in shown
    assert shown.endswith("two reports may share a source that neither names.</i></li></ul></div>")
    assert len(shown) < 8000


def test_nothing_of_it_reaches_beyond_its_cell():
    tags, _ = read(BRIEFING)
    assert set(tags) <= {(tag, ()) for tag in ("div", "h3", "h4", "p", "ul", "li", "i", "b")} | {
        ("ol", ("start",)),
        ("span", ("title",)),
        ("a", ("href",)),
    }


def test_markdown_is_without_footnotes():
    assert BRIEFING._repr_markdown_() == render(BRIEFING, "markdown", citations="plain")


PLAIN, _ = read(make_briefing("plain"))


def check_literal(text):
    tags, words = read(make_briefing(text, url="javascript:x"))
    shown = quoted(text)
    cited = f"<{shown} — verbatim: {shown}>[1]<{shown} — says the same: {shown}>[2], in part "
    cited += f"<{shown} — in part, for {quoted(f'“{text.strip()}”:')} {shown}>[2]"
    assert tags == PLAIN
    assert f"{shown} — {shown} {cited} (reports differ, see A)" in words


@pytest.mark.parametrize("text", (*HOSTILE, '"><script>', "</div></ul>", "&quot;", "' onmouseover='x"))
def test_hostile_text_is_only_text(text):
    check_literal(text)


@settings(max_examples=100, deadline=None)
@given(any_text.filter(lambda text: sanitize(text)))
def test_any_text_is_only_text(text):
    check_literal(text)


@settings(max_examples=25, deadline=None)
@given(briefings())
def test_any_briefing_can_be_shown(briefing):
    read(briefing)
    assert briefing._repr_markdown_()


def test_no_number_without_a_source_is_shown():
    for draw in ("_repr_html_", "_repr_markdown_"):
        with pytest.raises(InputError, match="found no citation"):
            getattr(unsound(citations=()), draw)()


@pytest.mark.parametrize(
    "made",
    [
        "from summarizer import Document, summarize; it = summarize([Document(id='a', text='It rained all day.')])",
        "from summarizer import Document, run_pipeline; it = run_pipeline([Document(id='a', text='Rain.')]).briefing",
        "from summarizer import Briefing as it",
        "from summarizer import Run; from summarizer.model import Briefing as it",
    ],
)
def test_however_a_briefing_came_about_it_can_show_itself(made):
    script = f"{made}\nassert callable(it._repr_html_) and callable(it._repr_markdown_)"
    subprocess.run([sys.executable, "-c", script], check=True)


def test_who_shows_nothing_loads_no_renderers():
    script = (
        "import sys\nfrom summarizer import Briefing, Document, Run, Settings\nrepr(Document(id='a', text='Rain.'))\n"
        "assert not [name for name in sys.modules if name.startswith('summarizer.renderers')]"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
