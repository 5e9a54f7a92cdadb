"""How reports and runs show themselves in a notebook."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from summarizer.api import run_pipeline
from summarizer.model import Document, Documents, DroppedSpan, Span
from summarizer.readers.documents import read_documents
from summarizer.renderers.sanitize import quoted
from tests.renderers.hostile_text import HOSTILE
from tests.renderers.test_notebook import Reader

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def documents():
    return read_documents(SEEDS)


@pytest.fixture(scope="module")
def run(documents):
    return run_pipeline(documents)


def read(fragment):
    reader = Reader(fragment)
    return reader.tags, "".join(reader.text)


def test_reports_are_a_tuple_that_shows_itself(documents):
    assert isinstance(documents, Documents)
    assert documents == tuple(documents)
    assert repr(documents) == "Documents(5 reports, 3,379 words)"


def test_reports_are_rows_of_a_table(documents):
    tags, words = read(documents._repr_html_())
    assert [name for name, _ in tags].count("tr") == 6
    assert words.startswith("ReportTitleOutletDateWordsDropped000_15d38f3dc919dc95US, Chinese officials hold")
    assert "Caliber.Az2023-06-06T14:0165832001_" in words


def test_reports_are_lines_of_markdown(documents):
    lines = documents._repr_markdown_().splitlines()
    assert len(lines) == 5
    assert lines[3] == r"- **003\_af31facfb1cc1fc8** · Caixin · 272 words"
    assert Documents()._repr_markdown_() == "*no report*"


def test_a_report_shows_its_story_and_what_was_dropped(documents):
    tags, words = read(documents[0]._repr_html_())
    assert set(tags) == {(name, ()) for name in ("div", "h3", "p", "h4", "ul", "li", "i")}
    assert words.startswith(
        "US, Chinese officials hold constructive talks in Beijing\n000_15d38f3dc919dc95 · Caliber.Az ·"
        " 2023-06-06T14:01 · 658 words\nSenior Chinese and US officials"
    )
    assert "Droppedshare bar: twitter" in words
    assert words.endswith("and 17 more lines")
    shown = documents[0]._repr_markdown_()
    assert "\n\n## Dropped\n\n- *share bar:* twitter\n" in shown
    assert shown.endswith("\n- *and 17 more lines*")


def test_a_report_that_is_not_cleaned_shows_all_its_lines_but_no_more_than_fit():
    document = Document(id="a", text="\n\n".join(f"Line {number}." for number in range(1, 101)))
    assert read(document._repr_html_())[1].endswith("Line 39.\nLine 40.\nand 60 more paragraphs")
    assert document._repr_markdown_().endswith("Line 39.\n\nLine 40.\n\n*and 60 more paragraphs*")


def test_a_report_that_was_not_read_says_why():
    document = Document(id="a", text="", skipped="a.pdf: found no text")
    assert read(document._repr_html_())[1] == "a\na · skipped: a.pdf: found no text"
    assert document._repr_markdown_() == "# a\n\na · skipped: a.pdf: found no text"
    assert read(Documents([document])._repr_html_())[1].endswith("aa.pdf: found no textskipped")


def test_a_run_shows_its_counts_the_briefing_and_what_came_next(run):
    words = read(run._repr_html_())[1]
    assert words.startswith("5 reports, 114 sentences, 107 statements, 7 of them chosen: asked for 250 words.\n")
    assert read(run.briefing._repr_html_())[1] in words
    assert len(re.findall("<li>", run._repr_html_().partition("Not chosen, best first")[2])) == 5
    shown = run._repr_markdown_()
    assert run.briefing._repr_markdown_() in shown
    assert shown.count("\n- ", shown.index("## Not chosen, best first")) == 5


@pytest.mark.parametrize("text", (*HOSTILE, "</td></tr>", "<script>alert(1)</script>", "a|b", "# a", "*a*"))
def test_hostile_text_is_only_text(text):
    def made(words):
        drop = DroppedSpan(span=Span(start=0, end=len(words)), rule="menu")
        kept = (Span(start=0, end=len(words)),)
        return Document(id="a", text=words, title=words, outlet=words, url=words, kept=kept, dropped=(drop,))

    plain, hostile = made("plain"), made(text.strip() or "plain")
    for one, other in ((plain, hostile), (Documents([plain]), Documents([hostile]))):
        assert {tag for tag, _ in read(one._repr_html_())[0]} == {tag for tag, _ in read(other._repr_html_())[0]}
        kinds = {token.type for token in MarkdownIt().parse(other._repr_markdown_())}
        assert kinds <= {token.type for token in MarkdownIt().parse(one._repr_markdown_())}
        inline = {token.type for part in MarkdownIt().parse(other._repr_markdown_()) for token in part.children or ()}
        assert inline <= {"text", "text_special", "em_open", "em_close", "strong_open", "strong_close"}
    assert quoted(hostile.title) in read(Documents([hostile])._repr_html_())[1]
