"""A section without a heading, and whose words the title is, in every format."""

import io
import json
import re
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from summarizer.errors import InputError
from summarizer.model import Briefing, DateRange, Section
from summarizer.renderers.notebook import draw_html
from summarizer.renderers.numbering import number_points
from summarizer.renderers.registry import render, render_bytes
from tests.renderers.example_briefing import BRIEFING, make_point

DAYS = DateRange(start=date(2023, 6, 18), end=date(2023, 6, 18))
LATER = DateRange(start=date(2023, 6, 19), end=date(2023, 6, 19))
GOES_ON = replace(
    BRIEFING,
    title_source=5,
    discrepancies=(),
    sections=(
        Section(heading="Bottom line", when=DAYS, points=(make_point("The dam burst.", 5),)),
        Section(heading=None, when=LATER, points=(make_point("Nine villages were flooded.", 2),)),
        Section(heading="Contractor arrested", when=LATER, points=(make_point("Police came.", 3),)),
    ),
)


def test_points_without_a_heading_go_by_the_days_above_them():
    assert [section.when for section, _ in number_points(GOES_ON)] == [DAYS, DAYS, LATER]


def test_the_terminal_leaves_an_empty_line():
    text = render(GOES_ON, "terminal")
    assert re.search(r"1\. The dam burst\.[^\n]*\n\n2\. Nine villages", text)
    assert f"{GOES_ON.title} [5]" in text and "None" not in text


@pytest.mark.parametrize("citations", ["plain", "footnotes"])
def test_markdown_draws_a_line(citations):
    text = render(GOES_ON, "markdown", citations=citations)
    assert re.search(r"1\. The dam burst\.[^\n]*\n\n---\n\n2\. Nine villages", text)
    assert re.match(r"# .*Beijing \\\[5\\\]\n", text) and "None" not in text


def test_a_notebook_draws_a_line():
    fragment = draw_html(GOES_ON)
    assert '</ol>\n<hr/><ol start="2">' in fragment and "Beijing [5]</h3>" in fragment and "None" not in fragment


def test_a_document_goes_on():
    document = Document(io.BytesIO(render_bytes(GOES_ON, "docx")))
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert headings[:2] == ["Bottom line (2023-06-18)", "Contractor arrested (2023-06-19)"]
    assert document.paragraphs[0].text.endswith("Beijing [5]")


def test_the_page_has_no_heading_and_no_entry_for_it():
    page = render(GOES_ON, "html")
    assert '<section class="event" id="e2" aria-label="Further points">' in page
    contents = page[page.index('<nav class="contents"') : page.index("</nav>")]
    assert "#e1" in contents and "#e2" not in contents and "#e3" in contents
    assert 'The title is in the words of <a href="#s5">report 5</a>.' in page
    assert ">Further points</a>" in page and ">None<" not in page  # the timeline names it


def test_json_keeps_both():
    record = json.loads(render(GOES_ON, "json"))
    assert record["title_source"] == 5 and record["sections"][1]["heading"] is None
    assert Briefing.from_json(json.dumps(record)).sections[1].when == LATER


def test_the_title_is_from_a_report_that_is_there():
    with pytest.raises(InputError, match="title_source: found 9"):
        render(replace(GOES_ON, title_source=9), "terminal")


def test_a_title_of_nobody_has_no_number():
    assert "[5]\n" not in render(replace(GOES_ON, title_source=None), "terminal").split("\n\n")[0]
