import json
import shutil
from pathlib import Path

import pytest

from summarizer import (
    ReadError,
    ReadSettings,
    SettingsError,
    list_sources,
    read_documents,
    render,
    summarize,
    write_reports,
)

KINDS = Path(__file__).parents[1] / "cases" / "kinds"
SEEDS = KINDS.parents[2] / "seeds"
SENTENCE = "The minister said on Monday that the talks in Beijing had gone well for both of the countries."


def test_what_was_read_once_is_the_same_when_read_again(tmp_path):
    paths = [SEEDS, KINDS / "columns.pdf", KINDS / "pelican.rss", KINDS / "mutt.mbox", tmp_path / "mixed"]
    (tmp_path / "mixed").mkdir()
    (tmp_path / "mixed" / "a.txt").write_text(SENTENCE)
    (tmp_path / "mixed" / "b.bin").write_bytes(bytes(range(256)) * 9)
    before = read_documents(paths)
    assert any(document.skipped for document in before) and any(document.pages for document in before)
    (tmp_path / "kept.jsonl").write_text(write_reports(before))
    assert read_documents(tmp_path / "kept.jsonl") == before
    assert render(summarize(read_documents(tmp_path / "kept.jsonl")), "json") == render(summarize(before), "json")


def test_the_stories_alone():
    text = write_reports(read_documents(SEEDS), "text")
    assert "Secretary of State" in text and "Leave a Reply" not in text
    with pytest.raises(SettingsError, match="wanted one of jsonl, text"):
        write_reports((), "pdf")


@pytest.mark.parametrize(
    "wrong",
    [
        {"kept": [[0, 99]]},
        {"kept": [[5, 2]]},
        {"kept": [["a", 1]]},
        {"kept": 7},
        {"dropped": [[0, 1]]},
        {"dateline": [1]},
    ],
)
def test_kept_reports_that_do_not_hold_together_are_refused(tmp_path, wrong):
    record = {"schema": "summarizer/report/1", "id": "a", "text": "Some text.", **wrong}
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    with pytest.raises(ReadError, match="line 1: found a kept report that does not hold together"):
        read_documents(tmp_path / "a.jsonl")


def test_sources_show_the_kind_and_what_was_left_out():
    shown = list_sources(read_documents(KINDS / "columns.pdf"))
    assert "pdf, 4 pages" in shown and "5 passages" in shown and "running head: The Example Post" in shown


class TestSidecar:
    TOML = """
["talks.txt"]
outlet = "The Paper"
published = 2023-06-18
credit = "Reuters"
url = "https://paper.org/talks"
["in*/*.jsonl"]
outlet = "The Other"
title = "Never used"
"""

    def folder(self, tmp_path):
        (tmp_path / "inner").mkdir()
        (tmp_path / "talks.txt").write_text(SENTENCE)
        (tmp_path / "other.txt").write_text(SENTENCE)
        (tmp_path / "inner" / "talks.txt").write_text(SENTENCE)
        (tmp_path / "inner" / "a.jsonl").write_text(json.dumps({"text": SENTENCE, "title": "Its own"}))
        (tmp_path / "sources.toml").write_text(self.TOML)
        return tmp_path

    def test_it_tells_of_the_files_of_its_folder_what_they_do_not_tell(self, tmp_path):
        found = read_documents(self.folder(tmp_path))
        documents = {Path(document.path).relative_to(tmp_path).as_posix(): document for document in found}
        assert sorted(documents) == ["inner/a.jsonl", "inner/talks.txt", "other.txt", "talks.txt"]
        talks = documents["talks.txt"]
        assert (talks.outlet, str(talks.published), talks.credit) == ("The Paper", "2023-06-18", "Reuters")
        assert talks.url == "https://paper.org/talks"
        assert (documents["inner/a.jsonl"].outlet, documents["inner/a.jsonl"].title) == ("The Other", "Its own")
        assert documents["other.txt"].outlet is None

    def test_the_inner_folder_knows_better_and_the_one_named_best(self, tmp_path):
        folder = self.folder(tmp_path)
        (folder / "inner" / "sources.toml").write_text('["talks.txt"]\noutlet = "Inner"\n')
        documents = {document.path: document for document in read_documents(folder)}
        assert documents[str(folder / "inner" / "talks.txt")].outlet == "Inner"
        (tmp_path.parent / "named.toml").write_text('["talks.txt"]\noutlet = "Named"\n')
        settings = ReadSettings(sources=str(tmp_path.parent / "named.toml"))
        documents = {document.path: document for document in read_documents(folder, settings)}
        assert documents[str(folder / "inner" / "talks.txt")].outlet == "Named"
        assert documents[str(folder / "talks.txt")].credit == "Reuters"

    @pytest.mark.parametrize(
        ("toml", "wanted"),
        [("[", "cannot be read as TOML"), ("a = 1", "found int, wanted a table"),
         ("[a]\nkind = 'x'", "found kind = 'x'"), ("[a]\npublished = 'soon'", "published is 'soon'")],
    )  # fmt: skip
    def test_a_wrong_one_is_an_error_whatever_stands_beside_it(self, tmp_path, toml, wanted):
        (self.folder(tmp_path) / "sources.toml").write_text(toml)
        with pytest.raises(ReadError, match=r"sources\.toml") as error:
            read_documents(tmp_path)
        assert wanted in str(error.value)


def test_the_command_writes_what_brief_reads(tmp_path):
    import subprocess
    import sys

    shutil.copytree(KINDS / "seeds_docx", tmp_path / "in")
    kept = tmp_path / "kept.jsonl"
    for arguments in (["read", tmp_path / "in", "-o", kept], ["brief", kept, "--words", "80", "--format", "text"]):
        run = subprocess.run([sys.executable, "-m", "summarizer", *map(str, arguments)], capture_output=True, text=True)
        assert (run.returncode, run.stderr) == (0, "")
    assert "China’s foreign minister" in run.stdout
    assert len(kept.read_text().splitlines()) == 5
    run = subprocess.run(
        [sys.executable, "-m", "summarizer", "read", str(kept), "--limit", "reports=2"], capture_output=True, text=True
    )
    assert run.returncode == 2 and "more than 2 reports" in run.stderr
