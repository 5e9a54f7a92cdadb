"""Who does the work: how far ahead, in which order, one alone, and what no worker can do."""

import doctest
import importlib
import pkgutil
import subprocess
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

import summarizer.batch
from summarizer import PluginError, Settings, SettingsError, Workers, run_batch
from summarizer.batch.briefing_line import brief_entry
from summarizer.batch.in_order import brief_in_order
from summarizer.batch.records import Asked, Entry, Outcome
from summarizer.batch.run import _window_of
from summarizer.batch.turns import Turns
from summarizer.languages import data_files
from summarizer.languages.data_sections import find_section
from summarizer.languages.registry import forget_languages
from summarizer.settings import ReadSettings
from tests.batch.clusters import lines_of
from tools.regenerate import PROJECT

ITALIAN = {"detection": {"words": "il lo"}}
MODULES = [f"summarizer.batch.{one.name}" for one in pkgutil.iter_modules(summarizer.batch.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_run(name, monkeypatch):
    monkeypatch.chdir(PROJECT)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    assert doctest.testmod(importlib.import_module(name), optionflags=flags).failed == 0


def entries_of(count, read, size=2):
    for number in range(count):
        read.append(number)
        yield Entry("a", "line", number, b"x" * size)


def test_no_more_is_read_than_the_window_takes_and_the_order_is_kept():
    read, given, futures = [], [], []

    def submit(entry):
        futures.append(Future())
        if entry.number % 2:
            futures[-1].set_result(Outcome(b"", False))
        return futures[-1]

    found = brief_in_order(entries_of(100, read), submit, 8)
    for number in range(100):
        threading.Timer(
            0.01, lambda at=number: futures[at].done() or futures[at].set_result(Outcome(b"", False))
        ).start()
        given.append(next(found)[0].number)
        assert len(read) - len(given) <= 8
    assert given == [*range(100)]


def test_large_clusters_make_the_window_smaller():
    read = []

    def submit(_):
        future = Future()
        future.done = lambda: False
        future.result = lambda: Outcome(b"", False)
        return future

    found = brief_in_order(entries_of(10, read, size=2**26), submit, 8)
    next(found)
    assert len(read) == 3


def test_one_that_works_alone_has_nobody_beside_it():
    turns, working, most = Turns(), [], []

    def work(number):
        with turns.alone() if number % 5 == 0 else turns.together():
            working.append(number)
            most.append((number, len(working)))
            threading.Event().wait(0.002)
            working.remove(number)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(60)))
    assert all(count == 1 for number, count in most if number % 5 == 0)
    assert max(count for _, count in most) > 1


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"jobs": 0}, r"Workers\.jobs: found 0, wanted a whole number from 1 to 4,096"),
        ({"jobs": True}, r"Workers\.jobs: found True"),
        ({"engine": "ray"}, r"Workers\.engine: found 'ray', wanted processes or dask"),
        (
            {"scheduler": "tcp://a:1"},
            r"Workers\.scheduler: found tcp://a:1 with the engine processes, wanted it with dask",
        ),
        ({"scheduler": " ", "engine": "dask"}, r"Workers\.scheduler: found ' ', wanted an address"),
    ],
)
def test_workers_that_cannot_be_are_told(given, message):
    with pytest.raises(SettingsError, match=message):
        Workers(**given)


def test_what_cannot_be_sent_to_a_process_is_told(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines_of(1), "utf-8")
    with pytest.raises(
        SettingsError, match=r"Settings: found what cannot be sent to another process .*wanted functions"
    ):
        run_batch(tmp_path / "a.jsonl", tmp_path / "b.jsonl", Settings(judge=lambda *_: []), workers=Workers(jobs=1))


@pytest.mark.usefixtures("inline")
def test_what_holds_for_every_cluster_ends_the_run(tmp_path):
    (tmp_path / "a.jsonl").write_text(lines_of(2), "utf-8")
    with pytest.raises(PluginError, match=r"a\.jsonl, line 1: .*nothing-of-the-kind"):
        run_batch(tmp_path / "a.jsonl", tmp_path / "b.jsonl", Settings(cleaning_rules=("nothing-of-the-kind",)))


def test_a_budget_that_one_cluster_cannot_keep_is_an_error_of_its_own():
    entry = Entry("a.jsonl", "line", 1, lines_of(1).encode())
    outcome = brief_entry(entry, Asked(Settings(words=1), ReadSettings(), summarizer.__version__, {}))
    assert outcome.is_error and not outcome.fatal and b'"kind": "BudgetError"' in outcome.line


def test_a_mistake_of_ours_costs_one_cluster(monkeypatch):
    monkeypatch.setattr("summarizer.batch.briefing_line.summarize", lambda *_: 1 / 0)
    entry = Entry("a.jsonl", "line", 1, lines_of(1).encode())
    outcome = brief_entry(entry, Asked(Settings(), ReadSettings(), summarizer.__version__, {}))
    assert not outcome.fatal and b"found a mistake of summarizer (ZeroDivisionError: division by zero)" in outcome.line


def test_a_worker_knows_the_languages_that_were_registered_where_the_batch_began():
    entry = Entry("a.jsonl", "line", 1, lines_of(1).encode())
    try:
        brief_entry(entry, Asked(Settings(), ReadSettings(), summarizer.__version__, {"it": ("it.toml", ITALIAN)}))
        assert find_section("it", "detection").words("words") == {"il", "lo"}
    finally:
        data_files.bring("it", None)
        forget_languages()


def test_a_worker_of_another_version_briefs_nothing():
    outcome = brief_entry(Entry("a", "line", 1, b"{}"), Asked(Settings(), ReadSettings(), "0.0.1", {}))
    assert "on a worker, wanted 0.0.1, as this machine has" in outcome.fatal


def test_who_hands_out_the_work_loads_nothing_that_briefs():
    script = "import sys; from summarizer import run_batch; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert {"numpy", "summarizer.api", "fsspec", "pyarrow", "distributed"} & set(run.stdout.split()) == set()


def test_settings_that_are_none_are_told():
    with pytest.raises(SettingsError, match=r"^settings: found \{'words': 9\}, wanted Settings"):
        run_batch("a.jsonl", "b.jsonl", {"words": 9})


@pytest.mark.parametrize(
    ("given", "threads", "window"),
    [
        ({}, 2, 16),
        ({"scheduler": "tcp://a:1"}, 0, 64),
        ({"scheduler": "tcp://a:1"}, 32, 256),
        ({"scheduler": "tcp://a:1", "jobs": 3}, 32, 3),
    ],
)
def test_a_scheduler_gets_as_many_clusters_as_are_asked_for(given, threads, window):
    assert _window_of(Workers(engine="dask", **given), threads) == window
