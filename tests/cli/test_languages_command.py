import json

import pytest

from summarizer.languages.data_files import bring
from summarizer.languages.registry import forget_languages
from tests.cli.command_runs import assert_fails, run


@pytest.fixture
def swahili(tmp_path):
    path = tmp_path / "sw.toml"
    path.write_text('[stop_words]\nwords = "na ya wa"\n', "utf-8")
    yield path
    bring("sw", None)
    forget_languages()


def test_a_table_shows_what_each_language_has_and_lacks():
    result = run("languages")
    assert result.exit_code == 0 and result.stderr == ""
    heading, months, speakers = (
        next(line for line in result.stdout.splitlines() if line.split()[:1] == [word])
        for word in ("Section", "months", "antonyms")
    )
    assert heading.split("  ")[1:] and "English (en)" in heading and "German (de)" in heading
    assert "no" not in months.split() and speakers.split().count("no") == 5
    assert "Italian (it)" in result.stdout and "\x1b" not in result.stdout


def test_json_holds_the_same():
    held = {one["code"]: one for one in json.loads(run("languages", "--format", "json").stdout)}
    assert held["de"]["name"] == "German" and held["de"]["is_compared"]
    assert held["it"]["sections"]["elisions"] == {"words": 25, "patterns": 0}


def test_a_file_of_a_language_is_checked_and_listed(swahili):
    assert "stop_words 3" in run("languages", swahili).stdout


def test_a_result_goes_to_a_file(tmp_path):
    result = run("languages", "-o", tmp_path / "languages.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "English (en)" in (tmp_path / "languages.txt").read_text("utf-8")


def test_wrong_files_and_formats_end_in_one_line(tmp_path, swahili):
    assert_fails(run("languages", "--format", "xml"), "--format: found 'xml', wanted one of table, json.")
    assert_fails(run("languages", tmp_path / "nope.toml"), "nope.toml: there is no such file")
    swahili.write_text('[stop_word]\nwords = "na"\n', "utf-8")
    assert_fails(run("languages", swahili), "sw.toml [stop_word]", "is 'stop_words' meant?")
