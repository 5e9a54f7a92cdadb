import os
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from summarizer.batch import run
from summarizer.batch.briefing_line import brief_entry
from tests.plugins.conftest import Package

# A ranker that does as a cluster says: it ends its process, once or always; or waits from some cluster on.
ODD = """
import os, re, signal, time
from pathlib import Path
def odd(sentences, graph, priors, settings):
    text = " ".join(sentence.text for sentence in sentences)
    flag = Path(os.environ["ODD_FLAG"])
    if "MORTAL" in text or ("WEAK" in text and not flag.exists()):
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if int(re.search(r"day (\\d+) of the talks", text)[1]) > int(os.environ.get("ODD_LAST", "99")):
        time.sleep(600)
    return priors
"""


@pytest.fixture
def odd(tmp_path):
    """The environment of processes that have the ranker `odd`; named settings go into it."""
    Package.make(tmp_path / "site", ODD, {"rankers": ["odd = tiny_plugins:odd"]})
    paths = [str(tmp_path / "site"), *filter(None, [os.environ.get("PYTHONPATH")]), str(Path(__file__).parents[2])]

    def environment(**more):
        named = {"PYTHONPATH": os.pathsep.join(paths), "ODD_FLAG": str(tmp_path / "flag"), "COLUMNS": "200"}
        return {**os.environ, **named, **more}

    return environment


@pytest.fixture
def inline(monkeypatch):
    """Has clusters briefed in this process, at once; returns the entries that were."""
    seen = []

    def submit(entry, asked):
        seen.append(entry)
        future = Future()
        future.set_result(brief_entry(entry, asked))
        return future

    @contextmanager
    def run_here(_, asked):
        yield SimpleNamespace(submit=lambda entry: submit(entry, asked))

    monkeypatch.setattr(run, "run_processes", run_here)
    return seen
