"""summarizer check from files to its exit code, with nothing standing in for the library."""

import json
from pathlib import Path

import pytest

from summarizer import Check, Document, write_reports
from tests.cli.command_runs import assert_fails, run

REPORT = (
    "The ferry Maren Bright caught fire off Port Ansel on Monday evening. Three people were hurt in the fire.\n\n"
    "“The crew acted with great calm and saved lives,” said Ida Holm.\n"
)
TRUE = "The ferry Maren Bright caught fire off Port Ansel on Monday evening."
FALSE = "Five people were hurt in the fire."
ALTERED = "“The crew acted with great care and saved lives,” said Ida Holm."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name, text):
    Path(name).write_text(text, encoding="utf-8")
    return name


@pytest.mark.usefixtures("folder")
class TestExitCode:
    @pytest.mark.parametrize(
        ("text", "code", "found"),
        [
            (TRUE, 0, ""),
            (FALSE, 1, "1 contradiction"),
            (ALTERED, 1, "1 quotation"),
            (f"{TRUE} The fire cost 900 crowns to put out.", 1, "1 number"),
            (f"{TRUE} The mayor liked it.", 0, ""),
        ],
    )
    def test_it_tells_what_the_reports_say_of_a_text(self, text, code, found):
        result = run("check", write("memo.md", text), "reports")
        assert result.exit_code == code, result.output
        assert found in result.stderr and bool(result.stderr) == bool(code)

    def test_a_kind_that_is_not_asked_for_does_not_count(self):
        assert run("check", write("memo.md", FALSE), "reports", "--fail-on", "quotation").exit_code == 0


@pytest.mark.usefixtures("folder")
class TestDrafts:
    def test_a_text_from_standard_input(self):
        result = run("check", "-", "reports", "--format", "json", input=f"{TRUE} {FALSE}")
        assert [one["standing"] for one in json.loads(result.stdout)["sentences"]] == ["backed", "contradicted"]
        assert result.stderr.startswith("summarizer: standard input: found 1 contradiction")

    def test_reports_from_standard_input(self):
        result = run("check", write("memo.md", TRUE), "-", input=REPORT)
        assert result.exit_code == 0 and "1 of 1 sentence is backed" in result.stdout

    def test_a_page_and_a_line_of_json_are_read_as_drafts(self):
        page = f"<!DOCTYPE html><html><head><title>Memo</title></head><body><p>{TRUE}</p><p>{FALSE}</p></body></html>"
        line = write_reports([Document.from_text(f"{TRUE} {FALSE}", id="memo", title="Memo")])
        for name, text in (("memo.html", page), ("memo.jsonl", line)):
            result = run("check", write(name, text), "reports", "--format", "json")
            check = Check.from_json(result.stdout)
            assert [one.standing for one in check.checked] == ["backed", "contradicted"], name
            assert check.title == "Memo"

    def test_the_json_reads_back_and_the_page_holds_the_draft_and_the_report(self, folder):
        run("check", write("memo.md", f"{TRUE} {FALSE} {ALTERED}"), "reports", "-o", "c.json", "-o", "c.html")
        check = Check.from_json((folder / "c.json").read_bytes())
        assert (check.path, check.language, check.counts["contradicted"]) == ("memo.md", "en", 1)
        page = (folder / "c.html").read_text("utf-8")
        assert 'id="p3"' in page and "said Ida Holm." in page

    def test_several_drafts_are_held_against_the_same_reports(self):
        names = [write("good.md", TRUE), write("bad.md", FALSE)]
        result = run("check", "--against", "reports", *names)
        assert result.exit_code == 1
        assert result.stdout.startswith("good.md\n1 of 1") and "\n\nbad.md\n0 of 1" in result.stdout

    def test_a_draft_among_the_reports_is_left_out_of_them(self):
        result = run("check", write("reports/memo.txt", f"{TRUE} {FALSE}"), "reports")
        assert result.exit_code == 1 and "memo.txt is the draft itself" in " ".join(result.stdout.split())


@pytest.mark.usefixtures("folder")
class TestBadInput:
    @pytest.mark.parametrize(
        ("text", "part"),
        [("", "memo.md: found no text in it, wanted a draft"), (" \n\t\n", "memo.md: found no text in it")],
    )
    def test_a_draft_that_holds_nothing(self, text, part):
        assert_fails(run("check", write("memo.md", text), "reports"), part)

    def test_a_draft_that_is_not_there_is_several_or_is_no_text(self, folder):
        assert_fails(run("check", "memo.md", "reports"), "memo.md: no such file or folder")
        (folder / "reports" / "b.txt").write_text(TRUE, encoding="utf-8")
        assert_fails(run("check", "reports", "reports"), "reports: found several texts, wanted one draft")
        (folder / "memo.bin").write_bytes(bytes(range(256)) * 9)
        assert_fails(run("check", "memo.bin", "reports"), "memo.bin: found binary data")

    def test_reports_that_are_not_there_or_hold_nothing(self):
        assert_fails(run("check", write("memo.md", TRUE), "nowhere"), "nowhere: no such file or folder")
        assert_fails(run("check", "memo.md", write("empty.txt", "")), "Found no sentence in 1 report")

    def test_the_draft_alone_among_the_reports(self):
        assert_fails(run("check", write("memo.md", TRUE), "memo.md"), "the draft alone among the reports")

    def test_a_draft_of_one_word(self):
        result = run("check", write("memo.md", "Hello"), "reports")
        assert result.exit_code == 1 and "No sentence was checked." in result.stdout
        assert "memo.md: found no sentence that can be checked, wanted at least one" in result.stderr
        assert run("check", "memo.md", "reports", "--fail-on", "none").exit_code == 0
