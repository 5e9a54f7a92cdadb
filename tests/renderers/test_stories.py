"""Stories as text, Markdown and a page: what they show, and that no report's words act."""

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from summarizer import STORIES_FORMATS, Document, SettingsError, StoryPages, group_stories, render_stories
from tests.stories.heap_of_reports import ALONE, BANK, QUAKE, reports

HOSTILE = "<script>alert(1)</script> [x](javascript:alert) \x1b[31mred\x1b[0m `tick` **bold** [3]"


def heap():
    lost = replace(Document(id="lost", text=""), skipped=f"broken {HOSTILE}")
    alone = Document.from_text(ALONE, id="lily", title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)")
    return group_stories([*reports(QUAKE, "quake", "2017-04-24"), *reports(BANK, "bank"), alone, lost])


def test_the_list_shows_size_origins_and_days():
    lines = render_stories(heap()).splitlines()
    assert lines[0] == "3 stories of 6 reports; 1 report in none."
    text = " ".join(" ".join(lines).split())
    assert "(3 reports, at most 3 origins, 2017-04-24)" in text
    assert "(2 reports, at most 2 origins, no date)" in text
    assert "alone: " in text and "most like bank2 (likeness 0." in text
    assert "In no story (1 report)" in text


@pytest.mark.parametrize("form", [*STORIES_FORMATS])
def test_words_of_reports_do_nothing(form):
    text = render_stories(heap(), form)
    assert "\x1b" not in text
    if form == "html":
        assert "<script" not in text and 'href="javascript' not in text
    if form == "markdown":
        drawn = MarkdownIt("commonmark").render(text)
        assert "<script" not in drawn and "<a " not in drawn and "<strong>" not in drawn and "<code>" not in drawn


def test_small_stories_can_be_left_out_but_not_of_json():
    text = render_stories(heap(), "markdown", least=2)
    assert text.splitlines()[2] == "3 stories of 6 reports; 1 of fewer reports not shown; 1 report in none."
    assert "lily" not in text
    assert "lily" in render_stories(heap(), "json", least=2)


def test_pages_and_failures_are_named():
    stories = heap()
    first, second, _ = stories
    pages = StoryPages(names={first.id: first.id}, failures={second.id: "No statement fits."})
    text = render_stories(stories, "markdown", pages=pages)
    assert f"Briefing: [html]({first.id}.html), [md]({first.id}.md)." in text
    assert "No briefing: No statement fits." in text
    page = render_stories(stories, "html", pages=pages)
    assert f'href="{first.id}.html"' in page and "No statement fits." in page


def test_a_long_list_says_what_it_leaves_out():
    lost = [replace(Document(id=f"lost{at:03}", text=""), skipped="it is empty") for at in range(25)]
    copies = [report for at in range(11) for report in reports(QUAKE[:1], f"c{at}-")]
    stories = group_stories([*copies, *lost])
    text = render_stories(stories)
    assert "- and 3 reports more" in text
    assert "- and 5 reports more: the other formats name all" in text
    for form in ("markdown", "html", "json"):
        drawn = render_stories(stories, form)
        assert all(one.document in drawn for one in stories.ungrouped)


def test_an_unknown_format_is_named():
    with pytest.raises(SettingsError, match="found 'pdf', wanted one of terminal, markdown, html, json"):
        render_stories(heap(), "pdf")
