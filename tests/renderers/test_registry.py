"""The table of formats, what is refused, and the text format."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from summarizer.errors import InputError, SettingsError
from summarizer.renderers.explanation import explain
from summarizer.renderers.markdown_text import fenced
from summarizer.renderers.options import RenderOptions
from summarizer.renderers.registry import FORMATS, render, render_bytes
from tests.labelled_stories import run
from tests.renderers.example_briefing import BRIEFING, make_briefing, make_point, make_source, unsound

TEXTS = [name for name in FORMATS if name != "docx"]


def test_the_formats_there_are():
    assert list(FORMATS) == ["terminal", "markdown", "json", "html", "text", "docx", "csl-json"]
    assert render(BRIEFING) == render(BRIEFING, "markdown")


@pytest.mark.parametrize("name", FORMATS)
def test_equal_briefings_give_equal_bytes(name):
    assert render_bytes(BRIEFING, name) == render_bytes(replace(BRIEFING), name)


@pytest.mark.parametrize("name", TEXTS)
def test_a_file_holds_the_text_and_one_line_feed(name):
    assert not render(BRIEFING, name).endswith("\n")
    assert render_bytes(BRIEFING, name) == (render(BRIEFING, name) + "\n").encode()


def test_what_is_no_character_is_written_escaped():
    briefing = make_briefing("plain")
    briefing = replace(briefing, sources=tuple(replace(source, path="\udcff") for source in briefing.sources))
    assert json.loads(render_bytes(briefing, "json"))["sources"][0]["path"] == "\udcff"


def test_an_unknown_format_is_refused_with_a_list():
    with pytest.raises(SettingsError, match=f"format: found 'pdf', wanted one of {', '.join(FORMATS)}"):
        render(BRIEFING, "pdf")


@pytest.mark.parametrize("width", [0, -1, 1.5, True, "80"])
def test_a_width_that_is_none_is_refused(width):
    with pytest.raises(SettingsError, match=r"width: found .*, wanted a whole number of at least 1"):
        render(BRIEFING, "text", width=width)


def test_the_columns_of_a_layout(monkeypatch):
    monkeypatch.setenv("COLUMNS", "77")
    assert RenderOptions().columns == 100
    assert RenderOptions(colour=True).columns == 77
    assert [RenderOptions(width=width).columns for width in (1, 50, 60, 110, 111, 999)] == [40, 50, 60, 110, 110, 110]


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
        render_bytes(briefing, name)


def test_text_is_the_statements_and_nothing_else():
    lines = render(BRIEFING, "text").splitlines()
    assert lines == [" ".join(point.text.split()) for point in BRIEFING.points]
    assert lines[0].startswith("US Secretary of State Antony Blinken")
    assert "called candid and constructive" in lines[0]


def test_text_keeps_a_statement_on_one_line_and_its_numbers_as_they_are():
    assert render(make_briefing("a\x1b[1m\r\nb\u2028c\u202e [7]"), "text") == "a␛[1m b c [7]"


def test_rich_is_not_loaded_before_a_terminal_is_drawn_for():
    script = (
        "import sys, summarizer.renderers.registry\n"
        "late = {'rich', 'markdown_it', 'importlib.resources', 'jsonschema', 'numpy', 'docx', 'lxml', 'jinja2'}\n"
        "assert not (late | {'markupsafe'}) & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "html"])
def test_the_workings_are_rendered_as_their_briefing(name):
    assert render(run("seeds"), name) == render(run("seeds").briefing, name)


@pytest.mark.parametrize(
    ("name", "fence"), [("terminal", ("", "")), ("text", ("", "")), ("markdown", ("```text\n", "\n```"))]
)
def test_reasons_follow_what_people_read(name, fence):
    done = run("seeds")
    begin, end = fence
    assert render(done, name, explain=True) == f"{render(done, name)}\n\n{begin}{explain(done)}{end}"


def test_reasons_are_as_wide_and_as_colourful_as_the_briefing():
    done = run("seeds")
    why = explain(done, width=60, colour=True)
    assert render(done, "terminal", width=60, colour=True, explain=True).endswith(f"\n\n{why}")


@pytest.mark.parametrize("name", ["json", "csl-json"])
def test_programs_get_no_reasons(name):
    assert render(run("seeds"), name, explain=True) == render(run("seeds"), name)


@pytest.mark.parametrize("name", ["terminal", "markdown", "text", "docx"])
def test_reasons_of_a_briefing_alone_are_refused(name):
    with pytest.raises(SettingsError, match=r"explain: found a briefing alone.*give what `run_pipeline` returned"):
        render_bytes(BRIEFING, name, explain=True)


@pytest.mark.parametrize(("why", "fence"), [("the reasons", "```"), ("the ``` of ````", "`````")])
def test_reasons_keep_their_lines_in_markdown(why, fence):
    assert fenced(why) == f"{fence}text\n{why}\n{fence}"
