"""summarizer stories, from files to a list or a folder."""

import json

import pytest

from tests.cli.command_runs import assert_fails, run
from tests.stories.heap_of_reports import ALONE, BANK, QUAKE


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "reports"
    place.mkdir()
    for name, texts in (("quake", QUAKE), ("bank", BANK), ("lily", [ALONE])):
        for number, text in enumerate(texts):
            (place / f"{name}{number}.txt").write_text(text, "utf-8")
    return place


def test_stories_are_listed(folder):
    result = run("stories", folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("3 stories of 6 reports.\n")


def test_json_holds_every_report_once(folder):
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    held = json.loads(run("stories", folder, "--format", "json").stdout)
    told = [report["document"] for story in held["stories"] for report in story["reports"]]
    assert sorted(told) == ["bank0", "bank1", "lily0", "quake0", "quake1", "quake2"]
    assert [one["document"] for one in held["ungrouped"]] == ["broken"]


def test_the_ending_of_the_file_decides(folder, tmp_path):
    target = tmp_path / "stories.md"
    result = run("stories", folder, "--least", "2", "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_text("utf-8").startswith("# Stories\n\n3 stories of 6 reports; 1 of fewer reports not shown.\n")


def test_briefings_and_an_index_are_written(folder, tmp_path):
    target = tmp_path / "briefings"
    result = run("stories", folder, "--brief", "-o", target, "--least", "2", "--words", "40")
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"2 of 3 stories briefed: {target / 'index.html'}" in result.stderr.replace("\n", "")
    assert len([*target.glob("story-*.html")]) == len([*target.glob("story-*.md")]) == 2


def test_days_far_apart_part_a_story(folder):
    for number, day in enumerate(("2017-04-24", "2017-05-24", "2017-06-24")):
        path = folder / f"quake{number}.txt"
        path.write_text(f"---\npublished: {day}\n---\n{path.read_text('utf-8')}", "utf-8")
    assert run("stories", folder).stdout.startswith("5 stories of 6 reports")
    assert run("stories", folder, "--window", "31").stdout.startswith("3 stories of 6 reports")


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["--brief"], ["--brief: found no folder", "name it with -o FOLDER"]),
        (["--brief", "-o", "x", "--format", "json"], ["--format: found 'json' beside --brief"]),
        (["--format", "pdf"], ["--format: found 'pdf', wanted one of terminal, markdown, html, json"]),
        (["--brief", "-o", __file__], ["is a file, wanted a folder"]),
    ],
)
def test_a_wrong_call_is_one_line(folder, arguments, parts):
    assert_fails(run("stories", folder, *arguments), *parts)


def test_reports_of_today_are_added_to_the_stories_of_yesterday(folder, tmp_path):
    state, out = tmp_path / "stories.sqlite", tmp_path / "out"
    later = folder / "quake2.txt"
    kept = later.read_bytes()
    later.unlink()
    assert run("stories", folder, "--state", state).stdout.startswith("3 stories of 5 reports.\n")
    later.write_bytes(kept)
    result = run("stories", later, "--state", state)
    assert result.stdout.startswith("3 stories of 6 reports; 1 new report, 0 new stories.\n")
    assert "no date, 1 new)" in result.stdout and "- new: " in result.stdout
    assert run("stories", later, "--state", state, "--brief", "-o", out).exit_code == 0
    assert len([*out.glob("story-*.html")]) == 3


def test_a_state_that_is_none_is_one_line_and_one_that_is_read_is_refused(folder, tmp_path):
    state = tmp_path / "stories.sqlite"
    state.write_text("nothing of the kind")
    assert_fails(run("stories", folder, "--state", state), "found no whole file of stories", "name a new file")
    assert_fails(run("stories", folder, "--state", folder / "lily0.txt"), "is one of the files that are read")
