"""The seconds of each stage of one run, in a process of its own: `benchmarks/scale.py` starts it."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from summarizer import ReadSettings, Settings, read_documents, render
from summarizer.pipeline import STAGES, open_run
from summarizer.pipeline_state import RunState

Found = TypeVar("Found")


def time_stages(folder: str, jobs: int) -> dict[str, object]:
    """Brief the reports of a folder, and tell how many sentences they have and what each stage took.

    The first use of a library falls to the stage that loads it.
    """
    seconds: dict[str, float] = {}

    def timed(name: str, call: Callable[[], Found]) -> Found:
        start = time.perf_counter()
        found = call()
        seconds[name] = time.perf_counter() - start
        return found

    def read() -> RunState:
        return open_run(read_documents([folder], ReadSettings(jobs=jobs)), Settings(jobs=jobs))

    state = timed("read and clean", read)
    for stage in STAGES:
        timed(stage.__name__.replace("_", " "), lambda stage=stage: stage(state))
    timed("render", lambda: render(state.as_run().briefing, "terminal"))
    return {"sentences": len(state.every), "seconds": seconds}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    sys.stdout.write(json.dumps(time_stages(asked.folder, asked.jobs)))
