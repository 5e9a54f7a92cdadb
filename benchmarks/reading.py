"""What a reader found in the printed points: `python -m benchmarks.reading`.

`docs/reading-protocol.md` tells how the points were chosen and judged.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

POINTS = Path(__file__).parents[1] / "tests" / "cases" / "reading" / "points.tsv"
FRESH = POINTS.with_name("fresh.tsv")  # by readers who knew no rules
VERDICTS = ("ok", "orphan", "debris", "again")
KINDS = (*VERDICTS, "stale", "means")
SAMPLES = ("development", "held out")
BRIEFINGS = ("before", "after")


def read_points(path: Path = POINTS) -> list[dict[str, str]]:
    """Read the judgements: a line a point, with the report and the place in it that the point quotes."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def count_verdicts(points: Sequence[Mapping[str, str]], sample: str, briefing: str) -> Counter[str]:
    """Count the verdicts on the points of one sample that stood in the briefings before, or after, the change."""
    return Counter(
        point["verdict"] for point in points if point["sample"] == sample and point["briefing"] in (briefing, "both")
    )


def render(points: Sequence[Mapping[str, str]]) -> str:
    """Draw the table: for each sample, before and after, how many points have which verdict."""
    lines = [f"| sample | briefings | points | {' | '.join(VERDICTS)} |", f"|{'---|' * (len(VERDICTS) + 3)}"]
    for sample in SAMPLES:
        for briefing in BRIEFINGS:
            counts = count_verdicts(points, sample, briefing)
            total = counts.total()
            cells = [f"{counts[verdict]} ({100 * counts[verdict] / total:.1f} %)" for verdict in VERDICTS]
            lines.append(f"| {sample} | {briefing} | {total} | {' | '.join(cells)} |")
    return "\n".join(lines)


def render_fresh(points: Sequence[Mapping[str, str]]) -> str:
    """Draw the table of what readers found who knew no rules: a line a sample."""
    lines = [f"| sample | points | {' | '.join(KINDS)} |", f"|{'---|' * (len(KINDS) + 2)}"]
    for sample in dict.fromkeys(point["sample"] for point in points):
        counts = Counter(point["verdict"] for point in points if point["sample"] == sample)
        cells = [f"{counts[kind]} ({100 * counts[kind] / counts.total():.1f} %)" for kind in KINDS]
        lines.append(f"| {sample} | {counts.total()} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(f"{render(read_points())}\n\n{render_fresh(read_points(FRESH))}\n")
