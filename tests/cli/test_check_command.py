"""summarizer check: which text is held against which reports, what is printed, and with which code it ends."""

import json
import os
import stat
import subprocess
import sys
import webbrowser
from dataclasses import replace

import pytest

import summarizer
from summarizer import Check
from summarizer.cli.delivery import NO_BROWSER
from tests.check_builder import CHECK
from tests.cli.command_runs import assert_fails, run

QUIET = replace(CHECK, sentences=CHECK.sentences[:2], path="quiet.md")


@pytest.fixture
def library(monkeypatch):
    """Puts stand-ins in place of the reading and of the check; returns the calls made."""
    calls = []

    def note(name, result):
        def call(*given, **more):
            calls.append((name, given, more))
            return result(*given)

        monkeypatch.setitem(vars(summarizer), name, call)

    note("read_draft", lambda path, _: path)
    note("read_documents", lambda paths, _: [*paths])
    note("check_document", lambda draft, *_: QUIET if "quiet" in draft else CHECK)
    return calls


def calls_of(library, name):
    return [(given, more) for called, given, more in library if called == name]


@pytest.mark.usefixtures("library")
class TestWhatIsRead:
    def test_the_first_text_is_the_draft_and_the_others_are_reports(self, library):
        run("check", "memo.md", "a.txt", "b/", "--language", "de", "--limit", "file_bytes=9")
        ((path, settings), _), *_ = calls_of(library, "read_draft")
        assert (path, settings.file_bytes) == ("memo.md", 9)
        ((sources, settings), _), *_ = calls_of(library, "read_documents")
        assert (sources, settings.language, settings.file_bytes) == (["a.txt", "b/"], "de", 9)
        ((draft, documents, asked), _), *_ = calls_of(library, "check_document")
        assert (draft, documents, asked.language) == ("memo.md", ["a.txt", "b/"], "de")

    def test_with_against_all_texts_are_drafts(self, library):
        run("check", "--against", "a.txt", "memo.md", "--against", "b/", "notes.md")
        assert [given[0] for given, _ in calls_of(library, "read_draft")] == ["memo.md", "notes.md"]
        assert [given[0] for given, _ in calls_of(library, "read_documents")] == [["a.txt", "b/"]]
        assert [given[0] for given, _ in calls_of(library, "check_document")] == ["memo.md", "notes.md"]

    def test_either_the_draft_or_a_report_may_be_standard_input(self, library):
        assert run("check", "-", "a.txt").exit_code == 1
        assert run("check", "memo.md", "-").exit_code == 1
        library.clear()
        for arguments in (["-", "-"], ["-", "a", "-"], ["--against", "-", "-"], ["--against", "a", "-", "-"]):
            assert_fails(run("check", *arguments), "standard input: found it named twice, wanted once")
        assert library == []

    def test_a_draft_without_reports_is_told(self, library):
        assert_fails(run("check", "memo.md"), "sources: found none beside memo.md, wanted the reports", "--against")
        assert library == []


@pytest.mark.usefixtures("library")
class TestResults:
    def test_a_check_is_printed_with_what_was_found_on_standard_error(self):
        result = run("check", "memo.md", "a")
        assert result.exit_code == 1
        assert result.stdout == summarizer.render_check(CHECK, "terminal") + "\n"
        assert result.stderr == (
            "summarizer: memo.md: found 2 contradictions, 1 quotation, 1 number, wanted none"
            " (--fail-on contradiction,quotation,number).\n"
        )

    def test_where_nothing_was_found_it_ends_well(self):
        result = run("check", "quiet.md", "a")
        assert (result.exit_code, result.stderr) == (0, "")

    @pytest.mark.parametrize(
        ("options", "code"),
        [
            (["--fail-on", "none"], 0),
            (["--fail-on", "date,wording", "--fail-on", "dispute"], 0),
            (["--fail-on", "date, name"], 1),
            (["--fail-on", "date", "--fail-on", "citation"], 1),
        ],
    )
    def test_what_it_fails_on_can_be_chosen(self, options, code):
        result = run("check", "memo.md", "a", *options)
        assert (result.exit_code, bool(result.stderr)) == (code, bool(code))

    @pytest.mark.parametrize(
        ("value", "part"),
        [("lies", "'lies', wanted one of contradiction, quotation"), ("", "''"), ("none,date", "'none' beside others")],
    )
    def test_a_kind_that_does_not_exist_is_told_before_anything_is_read(self, value, part, library):
        assert_fails(run("check", "memo.md", "a", "--fail-on", value), "--fail-on: found", part)
        assert library == []

    def test_the_formats(self, tmp_path):
        paths = [tmp_path / f"check.{ending}" for ending in ("md", "html", "json")]
        result = run("check", "memo.md", "a", *(part for path in paths for part in ("-o", path)), "--fail-on", "none")
        assert (result.exit_code, result.output) == (0, "")
        assert paths[0].read_text("utf-8") == summarizer.render_check(CHECK) + "\n"
        assert Check.from_json(paths[2].read_bytes()) == CHECK
        assert json.loads(run("check", "memo.md", "a", "--format", "json").stdout)["counts"]["checked"] == 7

    @pytest.mark.parametrize("form", ["docx", "csl-json", "pdf"])
    def test_a_format_that_a_check_has_not_is_told_before_anything_is_read(self, form, library):
        assert_fails(run("check", "memo.md", "a", "--format", form), f"'{form}'", *summarizer.CHECK_FORMATS)
        assert library == []

    def test_a_draft_or_a_report_is_not_written_over(self, tmp_path, library):
        for name in ("memo.md", "a.md"):
            (tmp_path / name).write_text("Words.")
        for name in ("memo.md", "a.md"):
            result = run("check", tmp_path / "memo.md", tmp_path / "a.md", "-o", tmp_path / name)
            assert_fails(result, "is one of the files that are read")
        assert library == []

    def test_only_what_is_marked(self):
        assert "All 212" in run("check", "memo.md", "a").stdout
        assert "All 212" not in run("check", "memo.md", "a", "--only-marked").stdout

    def test_several_drafts_follow_one_another_and_the_worst_tells_the_code(self):
        result = run("check", "--against", "a", "quiet.md", "memo.md", "other.md")
        quiet, other = (summarizer.render_check(check, "terminal") for check in (QUIET, CHECK))
        assert result.stdout == f"{quiet}\n\n{other}\n\n{other}\n"
        assert result.exit_code == 1
        assert [line.split(": ")[1] for line in result.stderr.splitlines()] == ["memo.md", "other.md"]
        assert run("check", "--against", "a", "quiet.md", "quieter.md").exit_code == 0

    @pytest.mark.parametrize(
        ("options", "part"),
        [
            (["--format", "json"], "--format json: found 2 drafts, wanted one"),
            (["--format", "html"], "--format html"),
            (["-o", "check.md"], "check.md"),
            (["--open"], "--open"),
        ],
    )
    def test_several_drafts_in_one_file_are_told_before_anything_is_read(self, options, part, library):
        result = run("check", "--against", "a", "memo.md", "notes.md", *options)
        assert_fails(result, part, "print them as terminal or markdown")
        assert library == []


@pytest.mark.usefixtures("library")
class TestBrowser:
    @pytest.fixture(autouse=True)
    def folder(self, monkeypatch, tmp_path):
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def test_the_page_is_shown(self, monkeypatch):
        shown = []
        monkeypatch.setattr(webbrowser, "open", lambda address: shown.append(address) or True)
        result = run("check", "quiet.md", "a", "--open")
        assert (result.exit_code, result.stdout) == (0, "")
        (address,) = shown
        assert address.endswith("/check.html") and result.stderr.startswith("The page is at ")
        folder = os.path.dirname(address.removeprefix("file://"))  # noqa: PTH120
        assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700  # noqa: PTH116

    @pytest.mark.parametrize(("draft", "code"), [("quiet.md", NO_BROWSER), ("memo.md", 1)])
    def test_what_was_found_is_worse_than_that_there_is_no_browser(self, draft, code, monkeypatch):
        monkeypatch.setattr(webbrowser, "open", lambda _: False)
        result = run("check", draft, "a", "--open")
        assert result.exit_code == code and "found no browser" in result.stderr


def test_the_help_names_the_options_formats_and_kinds():
    shown = " ".join(run("check", "--help").stdout.split())
    for part in ("--against", "--fail-on", "--only-marked", "--open", "DRAFT", "SOURCES", "Exit code 1"):
        assert part in shown
    letters = "".join(shown.replace("│", "").split())
    assert ",".join(Check.KINDS) in letters and ",".join(summarizer.CHECK_FORMATS) in letters


@pytest.mark.parametrize(
    ("words", "offered"),
    [("check --format m", ["markdown"]), ("check --fail-on d", ["date", "dispute"]), ("check --fail-on no", ["none"])],
)
def test_shells_can_complete_formats_and_kinds(words, offered):
    asked = {
        "_SUMMARIZER_COMPLETE": "complete_bash",
        "COMP_WORDS": f"summarizer {words}",
        "COMP_CWORD": str(len(words.split())),
    }
    script = "import sys; sys.argv = ['summarizer']; from summarizer.cli import main; main()"
    result = subprocess.run([sys.executable, "-c", script], env={**os.environ, **asked}, capture_output=True, text=True)
    assert result.stdout.split() == offered
