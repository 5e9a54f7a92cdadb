"""Draw the sentences of the benchmark of `check` from the labels of who says what: `python -m tools.draw_check`.

The draw is stratified: all targets that another report contradicts, and so many of each other kind that the set has
sentences of every kind. Targets that were labelled unfit are left out. The same seed draws the same sentences. It
writes `tests/cases/check/sentences.jsonl`, places and labels, and `multiling.jsonl`, the lines of MultiLing about its
altered sentences, so that these can be checked without the benchmark data.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.attribution_labels import CLUSTERS, LABELS, read_records
from benchmarks.check_cases import ALTERED, CASES, EXCERPTS, reports_of

SEED = 16
SIZES = {"differs": 25, "full": 52, "part": 55, "alone": 43}  # in this order: a target is of the first that fits


def draw() -> list[dict]:
    """Draw the records, in the order of cluster, report and place."""
    strata: dict[str, list[dict]] = defaultdict(list)
    for target in targets():
        relations = {relation for own in target["others"].values() for relation in own}
        strata[next((kind for kind in SIZES if kind in relations), "alone")].append(target)
    chance = random.Random(SEED)  # noqa: S311  a draw that repeats
    drawn = [one for kind, size in SIZES.items() for one in chance.sample(strata[kind], min(size, len(strata[kind])))]
    return sorted(drawn, key=lambda one: (one["cluster"], one["report"], one["start"]))


def targets() -> Iterator[dict]:
    """Give each target with what every other report of its cluster was found to say of it."""
    reports = {one["id"]: [report["id"] for report in one["documents"]] for one in read_records(*CLUSTERS)}
    labels: dict[tuple[str, str, int, int], list[dict]] = defaultdict(list)
    for record in read_records(*LABELS):
        labels[record["cluster"], record["report"], record["start"], record["end"]].append(record)
    for (cluster, report, start, end), own in labels.items():
        if any(record["relation"] == "unfit" for record in own):
            continue
        others: dict[str, list[str]] = {name: [] for name in reports[cluster] if name != report}
        for record in own:
            if "other" in record:
                others[record["other"]["report"]].append(record["relation"])
        yield {"cluster": cluster, "report": report, "start": start, "end": end, "others": others}


def excerpts() -> Iterator[dict]:
    """Give the lines of MultiLing that the altered sentences stand in, one stretch a report."""
    places: dict[tuple[str, str], list[dict]] = defaultdict(list)
    for record in read_records(ALTERED):
        if record["cluster"].startswith("multiling"):
            places[record["cluster"], record["report"]].append(record)
    for (cluster, report), own in sorted(places.items()):
        _, text = reports_of(cluster)[report]
        first, last = min(one["start"] for one in own), max(one["end"] for one in own)
        start = text.rfind("\n", 0, first) + 1
        end = text.find("\n", last)
        yield {"cluster": cluster, "report": report, "start": start, "text": text[start : end if end >= 0 else None]}


def write(path: Path, records: Iterable[dict]) -> None:
    """Write a record a line, and tell how many."""
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{path.name}: {len(lines)} records\n")


def main() -> None:
    write(CASES / "sentences.jsonl", draw())
    write(EXCERPTS, excerpts())


if __name__ == "__main__":
    main()
