"""The formats of a check, the files that it is written into, and how it shows itself in a notebook."""

from dataclasses import replace

import pytest

from summarizer import (
    CHECK_FORMATS,
    Check,
    InputError,
    OutputError,
    SettingsError,
    choose_check_formats,
    render_check,
    write_check,
)
from tests.check_builder import CHECK, check_with
from tests.renderers.hostile_text import HOSTILE
from tests.renderers.test_notebook import Reader


@pytest.mark.parametrize("name", CHECK_FORMATS)
def test_every_format_is_text_without_a_line_feed_at_its_end(name):
    shown = render_check(CHECK, name)
    assert shown and not shown.endswith("\n")


def test_json_is_that_of_the_record():
    assert render_check(CHECK, "json") == CHECK.to_json()


@pytest.mark.parametrize("name", ["docx", "csl-json", "text", "", None])
def test_other_formats_are_told(name):
    with pytest.raises(SettingsError, match=r"^format: found .*, wanted one of terminal, markdown, html, json\.$"):
        render_check(CHECK, name)


def test_what_is_no_check_is_told():
    with pytest.raises(InputError, match=r"^render_check: found str, wanted a Check; `check_text\(text, documents\)`"):
        render_check("a text")
    with pytest.raises(InputError, match=r"^Check, sentence 1, text: found "):
        render_check(replace(CHECK, text="Other words, and more of them than there are in a sentence."))


def test_files_have_the_format_of_their_ending(tmp_path):
    paths = [tmp_path / f"check.{ending}" for ending in ("md", "html", "json", "txt")]
    write_check(CHECK, *paths)
    shown = [path.read_text("utf-8") for path in paths]
    assert shown == [f"{render_check(CHECK, name)}\n" for name in ("markdown", "html", "json", "terminal")]
    assert Check.from_json(shown[2]) == CHECK
    write_check(CHECK, tmp_path / "marked", name="markdown", only_marked=True)
    assert "All 212" not in (tmp_path / "marked").read_text("utf-8")


@pytest.mark.parametrize(
    ("paths", "name", "told"),
    [
        (["check.docx"], None, "format: found 'docx', wanted one of terminal"),
        (["check.pdf"], None, "check.pdf: found the ending '.pdf'"),
        (["check.md"], "xml", "format: found 'xml', wanted"),
    ],
)
def test_files_in_no_format_of_a_check_are_told(paths, name, told):
    with pytest.raises(SettingsError) as caught:
        choose_check_formats(paths, name)
    assert told in str(caught.value)


def test_no_file_and_a_file_that_was_read_are_told(tmp_path):
    with pytest.raises(InputError, match=r"^write_check: found no file"):
        write_check(CHECK)
    for name in ("draft.md", "source.md"):
        path = tmp_path / name
        path.write_text("Words.", encoding="utf-8")
        held = replace(
            CHECK,
            path=str(tmp_path / "draft.md"),
            sources=(replace(CHECK.sources[0], path=str(tmp_path / "source.md")), *CHECK.sources[1:]),
        )
        with pytest.raises(OutputError, match=r"is one of the files that are read"):
            write_check(held, path)
        assert path.read_text(encoding="utf-8") == "Words."


def test_a_notebook_shows_a_check():
    shown = CHECK._repr_html_()
    assert shown.startswith("<div><h3>The ferry fire</h3>\n<p><b>2 of 7 sentences are backed")
    assert "<li><b>!!</b> <b><u>Five</u></b> people were hurt. <i>(contradicted)</i><ul><li>" in shown
    assert CHECK._repr_markdown_() == render_check(CHECK)


PLAIN = Reader(check_with("plain")._repr_html_()).tags


@pytest.mark.parametrize("text", [text for text in HOSTILE if "http" not in text])
def test_hostile_text_is_only_text_in_a_notebook(text):
    assert [tag for tag, _ in Reader(check_with(text)._repr_html_()).tags] == [tag for tag, _ in PLAIN]
