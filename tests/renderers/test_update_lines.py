"""How formats tell what is new since an earlier briefing."""

from dataclasses import replace

import pytest

from summarizer import Document, run_pipeline, summarize
from summarizer.model import PartialDate
from summarizer.renderers.notebook import draw_html
from summarizer.renderers.registry import render
from summarizer.renderers.update_lines import blocks_of, moment_of, summary_of

CRASH = (
    "A train left the rails near Leeds on Monday. Twelve people were treated in hospital after the crash in Leeds. The"
    " line stays closed until Friday. Police said the driver was not hurt."
)
TIMES = Document(id="a", text=CRASH, outlet="Times", title="Crash", published="2023-06-05", url="https://t.example/a")
POST = Document(
    id="b",
    text="Investigators found a broken rail near the station. Correction: Nine people were treated in hospital after"
    " the crash in Leeds, not twelve as we said earlier.",
    outlet="Post",
    published="2023-06-06",
)
OLD = summarize([TIMES])
RUN = run_pipeline([TIMES, POST], since=OLD)
NEW = RUN.briefing


def flat(text):
    return " ".join(text.split())


def test_the_terminal_tells_what_is_new_what_changed_and_what_was_withdrawn():
    text = flat(render(NEW, "terminal"))
    for told in (
        "Since the earlier briefing (1 report, the newest of 5 June 2023): 1 of 2 reports is new, [2]; 1 point is new,"
        " 4 were told before.",
        "[2] (new)",
        "(told before by point 4 of the earlier briefing)",
        "- then: Twelve people — Times [1] (5 June 2023) - now: Nine people — Post [2] (6 June 2023)",
        "- 3 of 4 are told in full by the reports at hand.",
        "— withdrawn: Correction: Nine people were treated in hospital after the crash in Leeds, not twelve as we said"
        " earlier. [2] (it says itself that this was wrong)",
    ):
        assert told in text


def test_reports_that_are_not_given_go_by_their_numbers_of_then():
    text = flat(render(summarize([POST], since=OLD), "terminal"))
    assert "- then: Twelve people — Times (report 1 of the earlier briefing) (5 June 2023)" in text
    assert "- Points 2 to 4 were not found in the reports at hand; their reports are not given." in text


def test_a_text_that_changed_is_told_with_its_report():
    later = replace(TIMES, text=CRASH.replace("The line stays closed until Friday.", "Engineers came on Tuesday."))
    text = flat(render(summarize([later], since=OLD), "terminal"))
    assert (
        "- Point 3: The line stays closed until Friday. — its report [1] has another text now, which does not hold it;"
        " no report at hand was found to say all of it."
    ) in text


def test_markdown_and_notebooks_have_the_same_lines():
    markdown, notebook = render(NEW, "markdown"), draw_html(NEW)
    assert (
        "## What the new reports tell otherwise\n\n- How many people “were treated in hospital”\n  - *then:*"
        in markdown
    )
    assert "*(told before by point 4 of the earlier briefing)*" in markdown
    assert "<h4>Points of the earlier briefing</h4><ul>" in notebook and "<b>Post</b> [2]" in notebook


def test_the_text_format_tells_of_each_statement_whether_it_is_new():
    lines = render(NEW, "text").splitlines()
    assert lines[0] == summary_of(NEW) and lines[2] == "new: Investigators found a broken rail near the station."
    assert sum(line.startswith("told before: ") for line in lines) == 4
    assert "  now: Nine people — Post [2] (6 June 2023)" in lines
    assert render(OLD, "text").splitlines() == [point.text for point in OLD.points]


def test_the_page_links_each_number_to_its_passage():
    page = render(RUN, "html")
    block = page.partition('<h2 id="since"')[2].partition("</section>")[0]
    (mark,) = [line for line in page.split("<mark") if ">Nine people</mark>" in line]
    target = mark.partition('id="')[2].partition('"')[0]
    assert f'<a class="cite" href="#{target}"' in block
    assert '<span class="piece novelty">new</span>' in page and '<a href="#since">' in page
    assert ".novelty" in page and ".novelty" not in render(OLD, "html")


def test_nothing_new_is_one_line_and_no_marks():
    same = summarize([TIMES], since=OLD)
    text = render(same, "terminal")
    assert "Nothing is new since the earlier briefing (1 report, the newest of 5 June 2023): every report" in text
    assert "told before" not in text and blocks_of(same) == []


def test_another_story_is_said_at_the_top():
    other = summarize([Document(id="x", text="The parliament in Lima passed the budget after two days.")], since=OLD)
    assert summary_of(other) == (
        "Nothing of the earlier briefing (1 report, the newest of 5 June 2023) was found here, neither a report nor a"
        " statement: it may be about another story."
    )


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("2023-06-06T14:01", "6 June 2023, 14:01"),
        ("2023-06-06", "6 June 2023"),
        ("2023-06", "June 2023"),
        ("2023", "2023"),
    ],
)
def test_a_moment_is_told_as_precisely_as_it_is_known(moment, told):
    assert moment_of(PartialDate.parse(moment)) == told


def test_many_new_reports_are_counted_and_not_listed():
    words = "Cusco Lima Quito Bogota Caracas Santiago Sucre Asuncion Montevideo Brasilia".split()
    more = [
        Document(id=word, text=f"Snow fell in {word} on Tuesday, and the roads to {word} were closed.")
        for word in words
    ]
    summary = summary_of(summarize([TIMES, *more], since=OLD))
    assert "): 10 of 11 reports are new; " in summary
