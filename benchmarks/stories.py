"""Stories of a mixed heap against its labelled clusters, and their cost; `make bench` prints it, no test depends on it.

`python -m benchmarks.stories` measures all reports of Multi-News mixed, the limits on halves of the clusters, and the
time of made-up heaps (`benchmarks/heap.py`); `--sizes 1000,10000,50000` names their sizes.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log10
from pathlib import Path

import numpy as np

from benchmarks.heap import make_heap
from benchmarks.origins import BENCH, say
from summarizer import Document, Stories, group_stories
from summarizer.readers.documents import prepare_document, prepare_documents
from summarizer.stories.compare import Compared, compare_entries
from summarizer.stories.entries import read_entries
from summarizer.stories.features import Vocabulary
from summarizer.stories.group import WINDOW

LABELLED = "multinews/dev.jsonl"
HEAPS = ((1, 30), (2, 30), (5, 20), (20, 8), (100, 1))  # clusters of a heap, and how many such heaps
BASES, GROWTHS = (-0.01, 0.0, 0.01, 0.02, 0.04, 0.06), (0.02, 0.03, 0.035, 0.04, 0.045, 0.05, 0.06)
LEAST = 0.05  # the least limit
Score = tuple[float, float, float]


def score_bcubed(found: Sequence[str], true: Sequence[str]) -> Score:
    """B-cubed precision, recall and F1 (Bagga and Baldwin, COLING-ACL 1998): means over reports."""
    own, labelled, both = Counter(found), Counter(true), Counter(zip(found, true, strict=True))
    precision = float(np.mean([both[pair] / own[pair[0]] for pair in zip(found, true, strict=True)]))
    recall = float(np.mean([both[pair] / labelled[pair[1]] for pair in zip(found, true, strict=True)]))
    return precision, recall, 2 * precision * recall / (precision + recall)


def read_labelled(path: Path) -> tuple[list[Document], list[str]]:
    documents, true = [], []
    for line in path.read_text("utf-8").splitlines():
        cluster = json.loads(line)
        for one in cluster["documents"]:
            document = Document(id=f"{cluster['id']}/{one['id']}", text=one["text"], title=one.get("title"))
            documents.append(prepare_document(document, "en"))
            true.append(cluster["id"])
    return documents, true


def labels_of(stories: Stories, documents: Sequence[Document]) -> list[str]:
    """The story of each report; one that is in none stands by itself."""
    story_of = {report.document: story.id for story in stories for report in story.reports}
    return [story_of.get(document.id, f"none: {document.id}") for document in documents]


def measure_labelled(documents: Sequence[Document], true: Sequence[str]) -> None:
    start = time.perf_counter()
    stories = group_stories(documents)
    took = time.perf_counter() - start
    score = "B-cubed P {:.3f} R {:.3f} F1 {:.3f}".format(*score_bcubed(labels_of(stories, documents), true))
    say(f"{len(documents)} reports of {len(set(true))} clusters: {len(stories)} stories, {score}, {took:.1f} s")


class Fitting:
    """Measures limits on heaps of labelled clusters; what reports are compared by is read once."""

    def __init__(self, documents: Sequence[Document], true: Sequence[str]) -> None:
        self._vocabulary = Vocabulary()
        self._entries, _ = read_entries(documents, "en", self._vocabulary, lambda _: None)
        self._true = dict(zip((document.id for document in documents), true, strict=True))

    def heaps(self, clusters: Sequence[str], draw: random.Random) -> Iterator[tuple[Compared, list[str]]]:
        for size, times in HEAPS:
            for _ in range(times):
                picked = {*draw.sample(clusters, min(size, len(clusters)))}
                heap = [entry for entry in self._entries if self._true[entry.report.document] in picked]
                compared = compare_entries(heap, self._vocabulary, WINDOW, lambda _: None)
                yield compared, [self._true[entry.report.document] for entry in heap]


def score_limits(heaps: Sequence[tuple[Compared, list[str]]], base: float, growth: float) -> float:
    """The mean over the sizes of heaps of their mean F1."""
    scores: dict[int, list[float]] = {}
    sizes = [size for size, times in HEAPS for _ in range(times)]
    for size, (compared, true) in zip(sizes, heaps, strict=True):
        stories = compared.join(max(base + growth * log10(len(compared.originals)), LEAST))
        scores.setdefault(size, []).append(score_bcubed(stories[compared.copies].astype(str).tolist(), true)[2])
    return float(np.mean([np.mean(own) for own in scores.values()]))


def choose_limits(documents: Sequence[Document], true: Sequence[str]) -> None:
    """Choose the limits on one half of the clusters, and measure them on the other."""
    fitting = Fitting(documents, true)
    clusters = sorted({*true})
    draw = random.Random(0)  # noqa: S311 - a choice must repeat
    draw.shuffle(clusters)
    halves = [[*fitting.heaps(clusters[half::2], draw)] for half in (0, 1)]
    tables = [
        {(base, growth): score_limits(heaps, base, growth) for base in BASES for growth in GROWTHS} for heaps in halves
    ]
    for half, (table, other) in enumerate((tables, tables[::-1])):
        best = max(table, key=table.__getitem__)
        say(f"half {half}: best {best} {table[best]:.3f}; the same on the other half {other[best]:.3f}")
    both = {one: (tables[0][one] + tables[1][one]) / 2 for one in tables[0]}
    for one in sorted(both, key=both.__getitem__, reverse=True)[:8]:
        say(f"  both halves {one}: {both[one]:.3f}")


def measure_made(size: int) -> None:
    documents, true = make_heap(size)
    start = time.perf_counter()
    prepared = prepare_documents(documents, "en", progress=lambda _: None)
    cleaned = time.perf_counter() - start
    start, busy = time.perf_counter(), time.process_time()
    stories = group_stories(prepared)
    took, busy = time.perf_counter() - start, time.process_time() - busy
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    score = score_bcubed(labels_of(stories, documents), true)[2]
    say(
        f"{size:,} made-up reports: cleaning {cleaned:.0f} s; words, copies, neighbours, stories, reasons {took:.0f} s"
        f" ({busy:.0f} s of one core); {len(stories):,} stories of {len({*true}):,}, F1 {score:.3f}; {memory:.1f} GB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000", help="reports of the made-up heaps; an empty text for none")
    parser.add_argument("--limits", action="store_true", help="choose the limits on halves of the clusters")
    asked = parser.parse_args()
    path = BENCH / LABELLED
    if path.exists():
        documents, true = read_labelled(path)
        measure_labelled(documents, true)
        if asked.limits:
            choose_limits(documents, true)
    else:
        say(f"{path}: is not there; only made-up heaps are measured")
    for size in filter(None, asked.sizes.split(",")):
        measure_made(int(size))


if __name__ == "__main__":
    main()
