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


class Way:
    """One way to do the work, and what its runs took."""

    def __init__(self, name: str, workers: Workers, output: Path) -> None:
        self.name, self.workers, self.output = name, workers, output
        self.seconds: list[float] = []
        self.of_cores: list[float] = []

    def run(self, clusters: Path) -> None:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        run_batch(clusters, self.output, workers=self.workers)
        took = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.seconds.append(took)
        self.of_cores.append(busy)
        say(f"{self.name}: {took:.1f} s, {busy:.1f} s of a core, so it had {busy / took:.2f} cores")


def compare(first: Way, other: Way) -> None:
    ratio = median(one / another for one, another in zip(first.seconds, other.seconds, strict=True))
    idle = median(first.of_cores) / (median(other.of_cores) / (other.workers.jobs or 1))
    told = "the same bytes" if first.output.read_bytes() == other.output.read_bytes() else "OTHER BYTES"
    say(
        f"{first.name} / {other.name}: {ratio:.2f} x; by the time of cores, as if each worker had one to itself,"
        f" {idle:.2f} x; at least {MARK} x is wanted of two processes; {told}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clusters", nargs="?", type=Path, default=CLUSTERS)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--dask", action="store_true", help="measure Dask on this machine too")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        clusters = asked.clusters
        if not clusters.exists():
            clusters = Path(folder, "clusters.jsonl")
            make_clusters(clusters)
            say(f"{asked.clusters}: is not there; made-up clusters are briefed")
        ways = [
            Way("1 process", Workers(jobs=1), Path(folder, "one.jsonl")),
            Way(f"{asked.jobs} processes", Workers(jobs=asked.jobs), Path(folder, "several.jsonl")),
        ]
        if asked.dask:
            workers = Workers(jobs=asked.jobs, engine="dask")
            ways.append(Way(f"Dask, {asked.jobs} workers", workers, Path(folder, "dask.jsonl")))
        for _ in range(asked.runs):
            for way in ways:
                way.run(clusters)
        for way in ways[1:]:
            compare(ways[0], way)


if __name__ == "__main__":
    main()
