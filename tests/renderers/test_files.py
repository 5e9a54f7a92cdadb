"""Briefings in files: which format a name tells, and all files or none."""

import sys
import zipfile
from pathlib import Path

import pytest

from summarizer import read_documents, run_pipeline
from summarizer.errors import InputError, MissingExtraError, OutputError, SettingsError
from summarizer.renderers.files import ENDINGS, check_files, write_files
from summarizer.renderers.registry import FORMATS, choose_formats, render, render_bytes, write
from tests.labelled_stories import run
from tests.renderers.example_briefing import BRIEFING, make_briefing, unsound


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("ending", [ending for ending, name in ENDINGS.items() if name in FORMATS])
def test_an_ending_tells_the_format(ending, tmp_path):
    file = tmp_path / f"a.b{ending.upper()}"
    assert choose_formats([file]) == (ENDINGS[ending],)
    write(BRIEFING, file)
    assert file.read_bytes() == render_bytes(BRIEFING, ENDINGS[ending])


def test_every_ending_tells_a_format_and_every_format_but_one_has_an_ending():
    assert set(ENDINGS.values()) >= set(FORMATS) - {"text"}


@pytest.mark.parametrize(
    ("paths", "name", "chosen"),
    [
        ([], None, ()),
        ([], "json", ()),
        (["a"], None, ("terminal",)),
        (["-"], None, ("terminal",)),
        (["-"], "json", ("json",)),
        (["folder.d/a"], None, ("terminal",)),
        (["a.md"], "json", ("json",)),
        (["a.pdf"], "text", ("text",)),
        (["a.csl.json", "a.json"], None, ("csl-json", "json")),
        (["a.md", "-"], "text", ("markdown", "text")),
        (["a.md", "b.pdf"], "json", ("markdown", "json")),
        (["a.md", "b.markdown"], "markdown", ("markdown", "markdown")),
    ],
)
def test_which_format_each_file_gets(paths, name, chosen):
    assert choose_formats(paths, name) == chosen
    assert choose_formats([Path(path) for path in paths], name) == chosen


@pytest.mark.parametrize(
    ("paths", "name", "message"),
    [
        (
            ["a.pdf"],
            None,
            r"a\.pdf: found the ending '\.pdf', wanted one of \.csl\.json, .*; or name the format with `--format`",
        ),
        (["a.md", "a.2023-06-18"], None, r"found the ending '\.2023-06-18'"),
        (["a.md", "b.json"], "text", r"found 'text' beside a\.md, b\.json, whose endings tell others"),
        (["a.md", "b.json"], "json", r"found 'json' beside a\.md, b\.json"),
        (["a.md"], "pdf", "format: found 'pdf', wanted one of terminal, "),
        ([], "pdf", "format: found 'pdf'"),
    ],
)
def test_what_tells_no_format_is_refused(paths, name, message):
    with pytest.raises(SettingsError, match=message):
        choose_formats(paths, name)


def test_a_missing_extra_is_told_at_once(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    assert choose_formats(["a.md"]) == ("markdown",)
    for paths, name in ((["a.md", "b.docx"], None), ([], "docx")):
        with pytest.raises(MissingExtraError, match="python-docx"):
            choose_formats(paths, name)


def test_several_files_are_written_at_once_with_all_that_render_takes(tmp_path):
    done = run("seeds")
    markdown, reference = tmp_path / "a.md", tmp_path / "b"
    write(done, markdown, str(reference), name="csl-json", citations="plain", explain=True)
    assert markdown.read_text("utf-8") == render(done, "markdown", citations="plain", explain=True) + "\n"
    assert reference.read_text("utf-8") == render(done, "csl-json") + "\n"


@pytest.mark.parametrize(
    ("what", "second", "error"),
    [
        (unsound(citations=()), "b.json", InputError),
        (BRIEFING, "b.pdf", SettingsError),
        (BRIEFING, "missing/b.json", OutputError),
        (BRIEFING, "a.md", OutputError),
        (BRIEFING, "", OutputError),
    ],
)
def test_where_one_cannot_be_written_none_is(what, second, error, tmp_path):
    (tmp_path / "a.md").write_text("old")
    with pytest.raises(error):
        write(what, tmp_path / "a.md", f"{tmp_path}/{second}", name=None if second else "text")
    assert names_in(tmp_path) == ["a.md"] and (tmp_path / "a.md").read_text() == "old"


def test_a_link_and_what_it_leads_to_are_one_file(tmp_path):
    (tmp_path / "a.md").write_text("old")
    try:
        (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    except OSError:
        pytest.skip("this system lets no one make links")
    with pytest.raises(OutputError, match=r"b\.md: found this file named twice"):
        write(make_briefing("plain"), tmp_path / "a.md", tmp_path / "b.md")


def test_files_hold_the_bytes_given(tmp_path):
    write_files({str(tmp_path / "a"): b"\r\n\x00", str(tmp_path / "b"): b""})
    assert (tmp_path / "a").read_bytes() == b"\r\n\x00" and (tmp_path / "b").read_bytes() == b""
    assert names_in(tmp_path) == ["a", "b"]


class TestFilesThatAreRead:
    @pytest.mark.parametrize(
        ("file", "source"),
        [("in/a.txt", "in/a.txt"), ("in/a.txt", "in"), ("in/a.txt", "."), ("link", "in"), ("in/a.txt", "link")],
        ids=["itself", "its folder", "a folder above", "a link into the folder", "a link to it"],
    )
    def test_none_is_replaced(self, file, source, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "in").mkdir()
        (tmp_path / "in/a.txt").write_text("a report")
        (tmp_path / "link").symlink_to("in/a.txt")
        with pytest.raises(OutputError, match=rf"^{file}: is one of the files that are read.* name "):
            check_files([file], sources=["-", "https://a.example/b", "missing", "x" * 300, source])

    @pytest.mark.parametrize("file", ["new.txt", "in/new.txt", "in/.hidden/old.md", "beside.txt", "/dev/null"])
    def test_others_may_be(self, file, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "in/.hidden").mkdir(parents=True)
        for old in ("in/a.txt", "in/.hidden/old.md", "beside.txt"):
            (tmp_path / old).write_text("old")
        check_files([file], sources=["in", "in/a.txt"])

    def test_what_a_link_in_a_folder_leads_to_is_read_too(self, tmp_path):
        (tmp_path / "in").mkdir()
        (tmp_path / "far.txt").write_text("a report")
        (tmp_path / "in/near.txt").symlink_to("../far.txt")
        with pytest.raises(OutputError, match=r"far\.txt: is one of the files that are read"):
            check_files([tmp_path / "far.txt"], sources=[tmp_path / "in"])

    def test_so_is_the_file_that_standard_input_is(self, tmp_path, monkeypatch):
        (tmp_path / "a.txt").write_text("a report")
        with (tmp_path / "a.txt").open() as stream:
            monkeypatch.setattr("sys.stdin", stream)
            with pytest.raises(OutputError, match=r"a\.txt: is one of the files that are read \(as standard input\)"):
                check_files([tmp_path / "a.txt"], sources=["-"])
            check_files([tmp_path / "b.txt"], sources=["-"])

    def test_another_spelling_and_a_second_name_of_a_file_are_that_file(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "in").mkdir()
        (tmp_path / "in/a.txt").write_text("a report")
        (tmp_path / "b.txt").hardlink_to(tmp_path / "in/a.txt")
        for file in ("./in/../in/a.txt", str(tmp_path / "in/a.txt"), "in//a.txt", "b.txt"):
            with pytest.raises(OutputError, match="is one of the files that are read"):
                check_files([file], sources=["in/a.txt"])

    def test_write_replaces_none_that_its_briefing_was_made_from(self, tmp_path):
        report = tmp_path / "a.md"
        report.write_text("Officials said on Monday that the bridge over the river would open before the year ends.")
        with zipfile.ZipFile(tmp_path / "b.md", "w") as archive:
            archive.writestr("c.txt", "Engineers in the north said on Tuesday that the dam had held after the rain.")
        before = report.read_bytes(), (tmp_path / "b.md").read_bytes()
        done = run_pipeline(read_documents(tmp_path))
        for what in (done, done.briefing):
            for name in ("a.md", "b.md"):
                with pytest.raises(OutputError, match="is one of the files that are read"):
                    write(what, tmp_path / "new.md", tmp_path / name)
        assert before == (report.read_bytes(), (tmp_path / "b.md").read_bytes())
        assert names_in(tmp_path) == ["a.md", "b.md"]


@pytest.mark.parametrize("name", ["x" * 5000 + ".md", "x/" * 3000 + "a.md", "a\0b.md"], ids=["name", "path", "no name"])
def test_a_name_that_no_system_takes_is_one_short_error(name, tmp_path):
    with pytest.raises(OutputError) as caught:
        write(BRIEFING, f"{tmp_path}/{name}")
    assert len(str(caught.value)) < 500
    assert ("name one that is shorter" in str(caught.value)) == ("\0" not in name)


def test_no_file_is_an_error():
    with pytest.raises(InputError, match="found no file"):
        write(BRIEFING)
