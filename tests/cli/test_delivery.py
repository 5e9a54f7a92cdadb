"""Several outputs of one run, formats by ending, and the browser; the library is a stand-in (`library`)."""

import errno
import os
import stat
import sys
import webbrowser
from pathlib import Path

import pytest

import summarizer
from summarizer.about import install_command
from summarizer.cli.delivery import NO_BROWSER
from tests.cli.command_runs import POSIX, assert_fails, run

pytestmark = pytest.mark.usefixtures("library")


def held(folder):
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def calls_of(library, name):
    return [call for call in library if call[0] == name]


@pytest.fixture
def browser(monkeypatch, tmp_path_factory):
    """What the browser was asked to show."""
    shown = []
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path_factory.mktemp("temporary")))
    monkeypatch.setattr(webbrowser, "open", lambda address: shown.append(address) or True)
    return shown


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("b.md", "markdown"),
        ("b.MARKDOWN", "markdown"),
        ("b.txt", "terminal"),
        ("b.json", "json"),
        ("b.csl.json", "csl-json"),
        ("b.html", "html"),
        ("b.htm", "html"),
        ("b.docx", "docx"),
        ("b", "terminal"),
    ],
)
def test_the_ending_tells_the_format(name, form, tmp_path):
    result = run("brief", "a", "-o", tmp_path / name)
    assert (result.exit_code, result.output) == (0, "")
    assert held(tmp_path) == {name: f"the briefing as {form}\n"}


def test_a_format_asked_for_beside_one_file_wins(tmp_path):
    run("brief", "a", "-o", tmp_path / "b.txt", "--format", "json")
    run("brief", "a", "-o", tmp_path / "c.pdf", "--format", "text")
    assert held(tmp_path) == {"b.txt": "the briefing as json\n", "c.pdf": "the briefing as text\n"}


def test_several_files_come_from_one_run(tmp_path, library):
    result = run("brief", "a", "-o", tmp_path / "b.md", "-o", tmp_path / "b.docx", "-o", tmp_path / "b.json")
    assert (result.exit_code, result.output) == (0, "")
    assert held(tmp_path) == {f"b.{end}": f"the briefing as {form}\n" for end, form in ENDS}
    assert len(calls_of(library, "run_pipeline")) == len(calls_of(library, "read_documents")) == 1


ENDS = [("md", "markdown"), ("docx", "docx"), ("json", "json")]


def test_beside_several_files_a_format_is_for_those_whose_ending_tells_nothing(tmp_path):
    result = run("brief", "a", "-o", tmp_path / "b.md", "-o", tmp_path / "c", "-o", "-", "--format", "text")
    assert result.stdout == "the briefing as text, None wide, colour False\n"
    assert held(tmp_path) == {"b.md": "the briefing as markdown\n", "c": "the briefing as text\n"}


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["-o", "b.pdf"], ["b.pdf", "'.pdf'", ".csl.json", ".md"]),
        (["-o", "b.md", "-o", "c.pdf"], ["c.pdf", "'.pdf'"]),
        (["-o", "b.md", "-o", "b.json", "--format", "html"], ["'html'", "b.md, b.json", "tell others"]),
        (["-o", "b.md", "-o", "./b.md"], ["./b.md", "named twice"]),
        (["-o", "-", "-o", "-"], ["standard output", "named twice"]),
        (["-o", "b.md", "-o", "missing/b.json"], ["there is no folder"]),
        (["-o", "b.md", "-o", "."], ["is a folder"]),
        (["-o", "b.md", "--format", "pdf"], ["'pdf'", "terminal, markdown"]),
    ],
)
def test_what_cannot_be_is_told_before_anything_is_read(arguments, parts, tmp_path, library, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert_fails(run("brief", "a", *arguments), *parts)
    assert library == [] and held(tmp_path) == {}


@pytest.mark.parametrize("arguments", [["-o", "b.md", "-o", "b.docx"], ["--format", "docx"]])
def test_a_missing_extra_is_told_before_anything_is_read(arguments, tmp_path, library, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "docx", None)
    assert_fails(run("brief", "a", *arguments), "python-docx is not installed", install_command("docx"))
    assert library == [] and held(tmp_path) == {}


def test_a_page_that_nothing_can_draw_is_told_before_anything_is_read(library, monkeypatch):
    others = {name: place for name, place in summarizer.FORMATS.own.items() if name != "html"}
    monkeypatch.setattr(summarizer.FORMATS, "own", others)
    assert_fails(run("brief", "a", "--open"), "'html'")
    assert library == []


def test_a_document_is_not_sent_to_a_terminal(library, monkeypatch):
    monkeypatch.setattr("summarizer.cli.delivery.is_terminal", lambda _: True)
    assert_fails(run("brief", "a", "--format", "docx"), "docx", "no terminal shows", "-o brief.docx")
    assert library == []


@pytest.mark.parametrize("name", ["render_bytes", "render"])
def test_a_failure_to_render_one_leaves_all_files_as_they_were(name, tmp_path, monkeypatch):
    draw = getattr(summarizer, name)

    def fail(run, form, **more):
        if form != "markdown":
            raise summarizer.InputError("unsound")
        return draw(run, form, **more)

    monkeypatch.setitem(vars(summarizer), name, fail)
    assert_fails(run("brief", "a", "-o", tmp_path / "b.md", "-o", tmp_path / "b.json", "-o", "-"), "unsound")
    assert held(tmp_path) == {}


def test_a_failure_to_write_the_second_leaves_the_first_as_it_was(tmp_path, monkeypatch):
    synced = []

    def fail(file):
        synced.append(file)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "b.md").write_text("old")
    monkeypatch.setattr("summarizer.renderers.files.os.fsync", fail)
    result = run("brief", "a", "-o", tmp_path / "b.md", "-o", tmp_path / "b.json")
    assert_fails(result, "b.json: cannot be written (No space left on device)")
    assert held(tmp_path) == {"b.md": "old"}


def test_a_failure_to_put_the_second_in_place_leaves_no_part(tmp_path, monkeypatch):
    replace = Path.replace

    def fail(part, target):
        if target.name == "b.json":
            raise OSError(errno.EIO, "Input/output error")
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", fail)
    result = run("brief", "a", "-o", tmp_path / "b.md", "-o", tmp_path / "b.json")
    assert_fails(result, "b.json: cannot be written (Input/output error)")
    assert list(held(tmp_path)) == ["b.md"]


class TestReasons:
    def test_each_file_that_has_room_holds_them(self, tmp_path):
        result = run("brief", "a", "--explain", "-o", tmp_path / "b.md", "-o", tmp_path / "b.json")
        assert held(tmp_path)["b.md"] == "the briefing as markdown\n\nthe reasons\n" and result.output == ""

    def test_where_none_has_room_they_go_to_standard_error(self, tmp_path):
        result = run("brief", "a", "--explain", "-o", tmp_path / "b.csl.json", "-o", tmp_path / "b.json")
        assert (result.stdout, result.stderr) == ("", "the reasons\n")


class TestBrowser:
    def test_without_a_file_the_page_stands_in_a_private_folder_that_is_named(self, browser):
        result = run("brief", "a", "--open")
        (address,) = browser
        place = Path(result.stderr.removeprefix("The page is at ").rstrip("\n"))
        assert (result.exit_code, result.stdout) == (0, "") and address == place.as_uri()
        assert place.read_text() == "the briefing as html\n"
        if os.name == "posix":
            assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700

    def test_a_page_among_the_files_is_the_one_shown(self, browser, tmp_path):
        result = run("brief", "a", "--open", "-o", tmp_path / "b.md", "-o", tmp_path / "b.html")
        assert browser == [(tmp_path / "b.html").as_uri()]
        assert result.output == "" and len(held(tmp_path)) == 2

    @pytest.mark.parametrize(("asked", "printed"), [(["--format", "text"], "text"), (["-o", "-"], "terminal")])
    def test_what_else_is_asked_for_is_done_too(self, asked, printed, browser):
        result = run("brief", "a", "--open", *asked)
        assert result.stdout == f"the briefing as {printed}, None wide, colour False\n"
        assert len(browser) == 1 and result.stderr.startswith("The page is at ")

    @pytest.mark.usefixtures("browser")
    def test_reasons_stand_in_the_page(self):
        result = run("brief", "a", "--open", "--explain", "--format", "json")
        assert "the reasons" not in result.stderr
        assert Path(result.stderr.removeprefix("The page is at ").rstrip("\n")).read_text().endswith("the reasons\n")

    @pytest.mark.parametrize("failure", [lambda _: False, lambda _: 1 / 0])
    def test_without_a_browser_one_line_says_where_the_page_is(self, failure, tmp_path, monkeypatch):
        def fail(address):
            try:
                return failure(address)
            except ZeroDivisionError:
                raise webbrowser.Error("could not locate runnable browser") from None

        monkeypatch.setattr(webbrowser, "open", fail)
        result = run("brief", "a", "--open", "-o", tmp_path / "b.html")
        assert (result.exit_code, result.stdout) == (NO_BROWSER, "")
        assert result.stderr == f"summarizer: found no browser to show the page; open {tmp_path / 'b.html'} in one.\n"
        assert held(tmp_path) == {"b.html": "the briefing as html\n"}

    def test_where_no_folder_can_be_made_one_line_says_what_to_do(self, browser, monkeypatch):
        def refuse(**_):
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("tempfile.mkdtemp", refuse)
        assert_fails(run("brief", "a", "--open"), "No space left on device", "-o brief.html")
        assert browser == []

    def test_an_error_leaves_no_folder_behind(self, browser, monkeypatch, tmp_path):
        def fail(*_, **__):
            raise summarizer.EmptyInputError("nothing to read")

        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        monkeypatch.setitem(vars(summarizer), "run_pipeline", fail)
        assert_fails(run("brief", "a", "--open"), "nothing to read")
        assert browser == [] and held(tmp_path) == {}


@POSIX
def test_a_device_among_the_files_is_written_to(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert run("brief", "a", "-o", pipe, "-o", tmp_path / "b.md").exit_code == 0
    assert os.read(reader, 12) == b"the briefing" and (tmp_path / "b.md").exists()
    os.close(reader)
