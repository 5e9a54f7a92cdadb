"""The table of formats, what is refused, and the text format."""

import subprocess
import sys
from dataclasses import replace

import pytest
from handmade import BRIEFING, make_briefing, make_point, make_source

from summarizer import Document, workings
from summarizer.errors import InputError, SettingsError
from summarizer.formats import FORMATS, Layout, render
from summarizer.model import Section


def test_the_formats_there_are():
    assert list(FORMATS) == ["terminal", "markdown", "json", "html", "text"]
    assert render(BRIEFING) == render(BRIEFING, "markdown")


@pytest.mark.parametrize("name", FORMATS)
def test_equal_briefings_give_equal_bytes(name):
    assert render(BRIEFING, name) == render(replace(BRIEFING), name)
    assert not render(BRIEFING, name).endswith("\n")


def test_an_unknown_format_is_refused_with_a_list():
    with pytest.raises(SettingsError, match="format: found 'pdf', wanted one of terminal, markdown, json, html, text"):
        render(BRIEFING, "pdf")


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "html"])
def test_a_run_is_written_as_its_briefing(name):
    run = workings([Document(id="a", text="The dam above the valley broke on Monday night.")])
    assert render(run, name) == render(run, name, explain=True) == render(run.briefing, name)


@pytest.mark.parametrize("width", [0, -1, 1.5, True, "80"])
def test_a_width_that_is_none_is_refused(width):
    with pytest.raises(SettingsError, match=r"width: found .*, wanted a whole number of at least 1"):
        render(BRIEFING, "text", width=width)


def test_the_columns_of_a_layout(monkeypatch):
    monkeypatch.setenv("COLUMNS", "77")
    assert Layout().columns == 100
    assert Layout(colour=True).columns == 77
    assert [Layout(width=width).columns for width in (1, 50, 60, 110, 111, 999)] == [50, 50, 60, 110, 110, 110]


def unsound(**changes):
    point = replace(make_point("x", 1), **changes)
    return replace(BRIEFING, sections=(Section(heading="x", when=None, points=(point,)),))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("briefing", "message"),
    [
        (unsound(citations=()), "point 1: found no citation, wanted at least one"),
        (replace(BRIEFING, sources=BRIEFING.sources[:4], origins=()), "source 1, origin: found 'o1'"),
        (unsound(origins=("o9",)), "point 1, origins: found 'o9'"),
        (unsound(discrepancies=(2,)), "point 1, discrepancies: found 2"),
        (unsound(citations=(replace(make_point("x", 1).citations[0], source=6),)), "point 1, citations: found 6"),
        (replace(BRIEFING, sources=(make_source(1), make_source(1))), r"sources: found the numbers \[1, 1\]"),
    ],
)
def test_no_format_shows_a_number_without_a_source(briefing, message, name):
    with pytest.raises(InputError, match=message):
        render(briefing, name)


def test_text_is_the_statements_and_nothing_else():
    lines = render(BRIEFING, "text").splitlines()
    assert lines == [" ".join(point.text.split()) for point in BRIEFING.points]
    assert lines[0].startswith("US Secretary of State Antony Blinken")
    assert "called candid and constructive" in lines[0]


def test_text_keeps_a_statement_on_one_line_and_its_numbers_as_they_are():
    assert render(make_briefing("a\x1b[1m\r\nb\u2028c\u202e [7]"), "text") == "a␛[1m b c [7]"


def test_rich_is_not_loaded_before_a_terminal_is_drawn_for():
    script = (
        "import sys, summarizer.formats\n"
        "late = {'rich', 'markdown_it', 'importlib.resources', 'jsonschema', 'numpy', 'jinja2', 'markupsafe'}\n"
        "assert not late & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
