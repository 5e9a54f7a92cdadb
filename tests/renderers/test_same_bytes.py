"""The same reports give the same bytes in every format, in every process and at every hour."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer import FORMATS, read_documents, run_pipeline
from summarizer.renderers.registry import render_bytes

SEEDS = Path(__file__).parents[2] / "seeds"
SCRIPT = """
import sys, time
time.localtime = lambda *_: time.gmtime(10**9)
from tests.renderers.test_same_bytes import digests
print(digests())
"""


def digests():
    """The SHA-256 of the briefing of the seeds in each format, with the reasons and without, as JSON."""
    run = run_pipeline(read_documents([SEEDS]))
    explained = {"terminal", "markdown", "html", "docx"}
    written = {name: render_bytes(run, name) for name in FORMATS}
    written |= {f"{name}, explained": render_bytes(run, name, explain=True) for name in sorted(explained)}
    since = run_pipeline(run.documents, since=run_pipeline(run.documents[:2]).briefing)
    written |= {f"{name}, since": render_bytes(since, name) for name in FORMATS}
    return json.dumps({name: hashlib.sha256(data).hexdigest() for name, data in written.items()})


def test_the_same_bytes_whatever_the_clock_and_the_hash_seed():
    pytest.importorskip("docx")
    command = [sys.executable, "-c", SCRIPT]
    processes = [
        subprocess.Popen(
            command,
            cwd=SEEDS.parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "2")
    ]
    wanted = json.loads(digests())
    for process in processes:
        assert json.loads(process.communicate()[0]) == wanted
