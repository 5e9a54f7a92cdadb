"""summarizer batch: options, messages, exit codes, and what a terminal shows."""

import json
import os
import sys
from pathlib import Path

import pytest

import summarizer
from summarizer import BatchReport, ReadSettings, Settings, Workers
from summarizer.cli.options import count_cores
from tests.batch.clusters import lines_of, start_batch
from tests.cli.command_runs import POSIX, assert_fails, run
from tests.cli.test_real_streams import Terminal


@pytest.fixture
def asked(monkeypatch):
    """Puts a stand-in in place of `run_batch`; returns what it was asked, and lets a test say what comes of it."""
    calls = []

    def call(sources, output, settings, *, read_settings, workers, progress):
        calls.append((sources, output, settings, read_settings, workers, progress))
        return reports[-1]

    reports = [BatchReport(briefings=3, errors=0)]
    monkeypatch.setitem(vars(summarizer), "run_batch", call)
    return calls, reports


def test_the_defaults(asked):
    result = run("batch", "a.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "summarizer: 3 of 3 clusters briefed\n"
    assert asked[0] == [(["a.jsonl"], "-", Settings(jobs=count_cores()), ReadSettings(), Workers(), None)]


def test_options_become_settings_and_workers(asked):
    given = [
        "--words",
        90,
        "--focus",
        "trade",
        "--language",
        "de",
        "--jobs",
        3,
        "--engine",
        "dask",
        "--field",
        "text=body",
    ]
    more = ["--scheduler", "tcp://a:1", "--limit", "file_bytes=9", "-o", "x.jsonl"]
    assert run("batch", "a.jsonl", "b/*.gz", *given, *more).exit_code == 0
    ((sources, output, settings, read_settings, workers, _),) = asked[0]
    assert (sources, output) == (["a.jsonl", "b/*.gz"], "x.jsonl")
    assert settings == Settings(words=90, focus="trade", language="de", jobs=3)
    assert read_settings == ReadSettings(fields={"text": "body"}, file_bytes=9)
    assert workers == Workers(jobs=3, engine="dask", scheduler="tcp://a:1")


def test_clusters_that_failed_give_the_exit_code_1_and_are_told(asked):
    asked[1].append(BatchReport(briefings=1_200, errors=34, kept=56))
    result = run("batch", "a.jsonl", "-o", "b\x1b.jsonl")
    assert result.exit_code == 1
    wanted = "1,200 of 1,234 clusters briefed, 34 without one (the line says why); 56 of them were there: b\\x1b.jsonl"
    assert result.stderr == f"summarizer: {wanted}\n"


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        (["none.jsonl"], ["none.jsonl: cannot be read", "check the path"]),
        ([__file__, "-o", __file__], ["is one of the files that are read"]),
        ([__file__, "-o", "none/b.jsonl"], ["there is no folder"]),
        ([__file__, "--scheduler", "tcp://a:1"], ["Workers.scheduler: found tcp://a:1 with the engine processes"]),
        ([__file__, "--words", "0"], ["Settings.words: found 0"]),
        ([__file__, "--limit", "lines=3"], ["--limit: found 'lines'"]),
    ],
)
def test_a_wrong_call_is_one_line(given, parts):
    assert_fails(run("batch", *given), *parts)


def test_without_dask_the_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    (tmp_path / "a.jsonl").write_text(lines_of(1), "utf-8")
    result = run("batch", tmp_path / "a.jsonl", "-o", tmp_path / "b.jsonl", "--engine", "dask")
    assert_fails(result, "--engine dask needs a part that is not installed", 'pip install "attributed-briefing[dask]"')


@POSIX
def test_a_terminal_shows_the_rate_and_the_time_left_and_nothing_stays(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines_of(4) + "{broken\n", "utf-8")
    screen = Terminal()
    environment = {**os.environ, "TERM": "xterm", "PYTHONPATH": str(Path(summarizer.__file__).parents[1])}
    process = start_batch(tmp_path / "a.jsonl", "--jobs", 1, env=environment, stderr=screen.theirs)
    out, _ = process.communicate(timeout=120)
    shown = screen.read()
    assert process.returncode == 1 and len([json.loads(line) for line in out.splitlines()]) == 5
    assert "starting" in shown and "5 clusters (1 failed)" in shown and "/s" in shown and "left" in shown
    assert shown.rstrip().endswith("4 of 5 clusters briefed, 1 without one (the line says why)")
