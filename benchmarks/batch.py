"""A batch with one worker and with several, in turns; `make bench` prints it, no test depends on it.

`python -m benchmarks.batch` briefs all clusters of Multi-News, or those of a made-up heap where that is not there.
`--dask` measures Dask on this machine too. The cores that a run got tell how far others took the machine meanwhile.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.heap import make_heap
from benchmarks.origins import BENCH, say
from summarizer import Workers, run_batch, write_reports

CLUSTERS = BENCH / "multinews/dev.jsonl"
MADE = 600  # reports of the made-up heap
MARK = 1.7


def make_clusters(path: Path) -> None:
    """Write the stories of a made-up heap as clusters."""
    stories: dict[str, list[object]] = {}
    for document, story in zip(*make_heap(MADE), strict=True):
        stories.setdefault(story, []).append(json.loads(write_reports([document])))
    lines = (json.dumps({"id": story, "documents": documents}) for story, documents in stories.items())
    path.write_text("\n".join(lines), "utf-8")


def measure(clusters: Path, output: Path, workers: Workers) -> tuple[float, float]:
    """Return the seconds of a batch, and those of all cores together."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    run_batch(clusters, output, workers=workers)
    took = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clusters", nargs="?", type=Path, default=CLUSTERS)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--dask", action="store_true", help="measure Dask on this machine too")
    asked = parser.parse_args()
    ways = {"1 process": Workers(jobs=1), f"{asked.jobs} processes": Workers(jobs=asked.jobs)}
    if asked.dask:
        ways[f"Dask, {asked.jobs} workers"] = Workers(jobs=asked.jobs, engine="dask")
    with TemporaryDirectory() as folder:
        clusters = asked.clusters
        if not clusters.exists():
            clusters = Path(folder, "clusters.jsonl")
            make_clusters(clusters)
            say(f"{asked.clusters}: is not there; made-up clusters are briefed")
        outputs = {name: Path(folder, f"{number}.jsonl") for number, name in enumerate(ways)}
        times: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(asked.runs):
            for name, workers in ways.items():
                took, busy = measure(clusters, outputs[name], workers)
                times[name].append(took)
                say(f"{name}: {took:.1f} s, {busy:.1f} s of a core, so {busy / took:.2f} cores")
        first, *others = ways
        for name in others:
            ratios = [one / other for one, other in zip(times[first], times[name], strict=True)]
            same = outputs[first].read_bytes() == outputs[name].read_bytes()
            told = "the same bytes" if same else "OTHER BYTES"
            say(f"{first} / {name}: {median(ratios):.2f} x (at least {MARK} x is wanted of two processes), {told}")


if __name__ == "__main__":
    main()
