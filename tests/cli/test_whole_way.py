"""The command line with the real library behind it, as its users run it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command_runs import COMMANDS, assert_fails, run

SEEDS = Path(__file__).parents[2] / "seeds"


def test_a_briefing_of_the_seeds():
    command = [sys.executable, "-m", "summarizer", "brief", SEEDS, "--words", "120"]
    result = subprocess.run(command, capture_output=True)
    assert result.returncode == 0 and result.stderr == b""
    text = result.stdout.decode()
    assert "Blinken" in text and "[1]" in text and "\x1b" not in text


def test_json_keeps_the_budget_and_cites():
    result = run("brief", SEEDS, "--words", "120", "--format", "json")
    briefing = json.loads(result.stdout)
    assert result.exit_code == 0 and 0 < briefing["words"] <= 120
    assert all(point["citations"] for section in briefing["sections"] for point in section["points"])


def test_reports_come_in_by_standard_input():
    report = (SEEDS / "004_b2155228af745fda.txt").read_text("utf-8")
    result = run("brief", "-", "--words", "60", "--format", "text", input=report)
    assert result.exit_code == 0 and result.stdout.strip()


def test_a_name_that_begins_with_a_dash_stands_after_two(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("-report.txt").write_text("The minister said on Monday that the talks in Beijing had gone well.")
    assert run("brief", "-report.txt").exit_code == 2
    assert "talks in Beijing" in run("brief", "--", "-report.txt").stdout
    assert "-- before names" in " ".join(run("brief", "--help").stdout.split())


def test_explained():
    for form in ("terminal", "text", "markdown"):
        plain = run("brief", SEEDS, "--words", "80", "--format", form).stdout
        explained = run("brief", SEEDS, "--words", "80", "--format", form, "--explain").stdout
        assert explained.startswith(plain.rstrip("\n")) and len(explained) > len(plain) + 200


def test_a_page_is_utf8_whatever_the_locale():
    command = [sys.executable, "-m", "summarizer", "brief", SEEDS, "--format", "html", "--explain"]
    result = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    page = result.stdout.decode("utf-8")
    assert page.startswith("<!DOCTYPE html>") and page.endswith("</html>\n") and "\\u" not in page.split("<body>")[1]
    assert "What is not in it" in page and "“frank and constructive”" in page


def test_what_was_read():
    result = run("sources", SEEDS)
    assert result.exit_code == 0 and "Caixin" in result.stdout and "Associated Press" in result.stdout


def test_a_comparison_has_every_peer_and_ours():
    result = run("compare", SEEDS, "--words", "60")
    assert result.exit_code == 0 and result.stderr == ""
    for name in ("TextRank", "LexRank", "LSA", "KL", "Luhn", "SumBasic", "Reduction"):
        assert name in result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_a_missing_path(command, tmp_path):
    assert_fails(run(command, SEEDS, tmp_path / "missing.txt"), "missing.txt")


@pytest.mark.parametrize("command", COMMANDS)
def test_an_empty_folder(command, tmp_path):
    assert_fails(run(command, tmp_path), str(tmp_path))


def test_a_binary_file(tmp_path):
    (tmp_path / "b.txt").write_bytes(bytes(range(256)) * 40)
    assert_fails(run("brief", tmp_path / "b.txt"), "b.txt")


def test_malformed_json_lines_are_told_with_file_and_line(tmp_path):
    (tmp_path / "r.jsonl").write_text('{"id": "a", "text": "Talks began in Beijing on Sunday."}\n{"id": \n')
    result = run("brief", tmp_path / "r.jsonl")
    assert result.exit_code == 0 and "r.jsonl, line 2: found malformed JSON" in " ".join(result.stdout.split())
    (tmp_path / "r.jsonl").write_text('{"id": \n')
    assert_fails(run("brief", tmp_path / "r.jsonl"), "r.jsonl, line 1")


def test_a_budget_that_nothing_fits():
    assert_fails(run("brief", SEEDS, "--words", "1"), "1")


def test_one_run_writes_a_file_of_each_kind_and_every_run_the_same_bytes(tmp_path):
    endings = (".md", ".markdown", ".txt", ".json", ".csl.json", ".docx")
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        files = [part for ending in endings for part in ("-o", tmp_path / folder / f"b{ending}")]
        result = run("brief", SEEDS, "--words", "80", *files)
        assert (result.exit_code, result.output) == (0, "")
    for ending in endings:
        first, second = ((tmp_path / folder / f"b{ending}").read_bytes() for folder in ("one", "two"))
        assert first == second and len(first) > 500


def test_plain_citations():
    noted = run("brief", SEEDS, "--words", "80", "--format", "markdown").stdout
    plain = run("brief", SEEDS, "--words", "80", "--format", "markdown", "--citations", "plain").stdout
    assert "[^1]: " in noted and "[^" not in plain and re.search(r"\\\[\d\\\]", plain)


def test_reports_are_read_once_and_written_in_the_formats_there_are():
    as_lines, as_text = (run("read", SEEDS, "--format", form) for form in ("jsonl", "text"))
    assert len(as_lines.stdout.splitlines()) == 5 and json.loads(as_lines.stdout.splitlines()[0])["text"]
    assert "Secretary of State" in as_text.stdout and not as_text.stdout.startswith("{")
    assert_fails(run("read", SEEDS, "--format", "xml"), "'xml'", "jsonl, text")
