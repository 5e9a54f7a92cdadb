"""Renderers from outside: a format like ours, in the library and in files."""

import pytest

from summarizer import (
    FORMATS,
    InputError,
    PluginError,
    SettingsError,
    choose_formats,
    register_renderer,
    render,
    render_bytes,
    write,
)
from tests.labelled_stories import run
from tests.renderers.example_briefing import BRIEFING, unsound


def test_a_format_is_asked_for_by_name(tmp_path):
    register_renderer("titles", lambda briefing, options: f"{briefing.title} ({options.citations})")
    assert "titles" in FORMATS
    assert render(BRIEFING, "titles") == f"{BRIEFING.title} (footnotes)"
    assert render_bytes(BRIEFING, "titles", citations="plain") == f"{BRIEFING.title} (plain)\n".encode()
    write(BRIEFING, tmp_path / "a.titles", name="titles")
    assert (tmp_path / "a.titles").read_text() == f"{BRIEFING.title} (footnotes)\n"


def test_a_format_is_given_the_run_and_whether_reasons_are_asked_for():
    register_renderer("count", lambda _, options: f"{options.run and len(options.run.sentences)} {options.explain}")
    done = run("seeds")
    assert render(done, "count", explain=True) == f"{len(done.sentences)} True"
    assert render(done.briefing, "count") == "None False"


def test_a_format_of_bytes_is_written_as_it_is():
    register_renderer("zeros", lambda *_: b"\0\0")
    assert render_bytes(BRIEFING, "zeros") == b"\0\0"
    with pytest.raises(SettingsError, match="format: found 'zeros', which is no text; write it into a file"):
        render(BRIEFING, "zeros")


def test_a_format_is_given_no_briefing_that_refers_to_nothing():
    register_renderer("never", lambda *_: pytest.fail("rendered"))
    with pytest.raises(InputError, match="found no citation"):
        render(unsound(citations=()), "never")


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda *_: None, "returned NoneType, wanted str or bytes"),
        (lambda *_: ["a"], "returned list, wanted str or bytes"),
        (lambda briefing, _: briefing.nothing, "raised AttributeError: 'Briefing' object has no attribute 'nothing'"),
    ],
)
def test_a_renderer_that_fails_is_named(draw, message):
    register_renderer("bad", draw)
    with pytest.raises(PluginError) as caught:
        render(BRIEFING, "bad")
    start = "renderer 'bad' (registered from Python; summarizer.renderers): "
    assert str(caught.value) == f"{start}{message}; correct it."


def test_a_format_that_cannot_be_loaded_is_told_before_anything_is_written(install, tmp_path):
    install("1 / 0", renderers=["bad = tiny_plugins:draw"])
    with pytest.raises(PluginError, match=r"'bad' \(package tiny-plugins 1\.0; .*tiny_plugins:draw cannot be imported"):
        write(BRIEFING, tmp_path / "a.md", tmp_path / "b.bad", name="bad")
    assert list(tmp_path.glob("*.*")) == []


def test_a_format_that_cannot_be_loaded_is_told_before_anything_is_read(install):
    install("1 / 0", renderers=["bad = tiny_plugins:draw"])
    with pytest.raises(PluginError, match="cannot be imported"):
        choose_formats(["a.x"], "bad")
