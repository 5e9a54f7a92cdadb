"""summarizer brief --since."""

import json
from pathlib import Path

import pytest

from tests.cli.command_runs import assert_fails, run

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    path = tmp_path_factory.mktemp("old") / "old.json"
    assert run("brief", SEEDS[0], SEEDS[3], "-o", path).exit_code == 0
    return path


def test_each_format_tells_what_is_new(old, tmp_path):
    names = ["new.html", "new.md", "new.json", "new.txt", "new.docx"]
    outputs = [part for name in names for part in ("-o", tmp_path / name)]
    assert run("brief", *SEEDS, "--since", old, *outputs).exit_code == 0
    summary = "Since the earlier briefing (2 reports, the newest of 6 June 2023, 14:01): 3 of 5 reports are new"
    assert summary in (tmp_path / "new.md").read_text("utf-8")
    assert summary in " ".join((tmp_path / "new.html").read_text("utf-8").split())
    record = json.loads((tmp_path / "new.json").read_text("utf-8"))
    assert record["schema"] == "summarizer/briefing/2" and record["since"]["new_sources"] == [2, 3, 5]
    assert {point["since"]["standing"] for section in record["sections"] for point in section["points"]} >= {"new"}
    printed = run("brief", *SEEDS, "--since", old).stdout
    assert summary in " ".join(printed.split()) and "(new)" in printed and "Told before" in printed


def test_a_file_that_is_no_briefing_fails_before_anything_is_read(tmp_path):
    (tmp_path / "old.json").write_text("{}")
    result = run("brief", tmp_path / "nosuch.txt", "--since", tmp_path / "old.json")
    assert_fails(result, "old.json: found JSON without a schema, wanted summarizer/briefing/2")
    assert_fails(run("brief", *SEEDS, "--since", tmp_path / "none.json"), "none.json: no such file")


def test_the_earlier_briefing_is_not_written_over(old):
    before = old.read_bytes()
    assert_fails(run("brief", *SEEDS, "--since", old, "-o", old), "is one of the files that are read")
    assert old.read_bytes() == before
