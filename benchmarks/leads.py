"""How many bottom lines a reader would call right: `python -m benchmarks.leads dev.jsonl en.jsonl`.

`docs/reading-protocol.md` tells how the sentences were chosen and judged. The reports are not part of this repository.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from summarizer import Document, Settings, summarize

LEADS = Path(__file__).parents[1] / "tests" / "cases" / "reading" / "leads.tsv"
VERDICTS = ("right", "weak", "wrong")
Place = tuple[str, str, int]  # cluster, report, where the sentence starts


def read_leads(path: Path = LEADS) -> tuple[dict[str, str], dict[Place, str]]:
    """Read the judgements: the sample of each cluster, and the verdict on each sentence that is right or weak."""
    samples, verdicts = {}, {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            samples[row["cluster"]] = row["sample"]
            verdicts[row["cluster"], row["report"], int(row["start"])] = row["verdict"]
    return samples, verdicts


def find_bottom_lines(paths: Iterable[str], samples: Mapping[str, str], words: int) -> Iterator[Place]:
    """Brief the clusters that were judged, and say where each bottom line stands."""
    for path in paths:
        with Path(path).open(encoding="utf-8") as lines:
            for cluster in map(json.loads, lines):
                if cluster["id"] in samples:
                    given = [
                        Document(id=one["id"], text=one["text"], title=one.get("title")) for one in cluster["documents"]
                    ]
                    printed = summarize(given, Settings(words=words)).points[0].citations[0]
                    yield cluster["id"], printed.document, printed.span.start


def render(places: Iterable[Place], samples: Mapping[str, str], verdicts: Mapping[Place, str]) -> str:
    """Draw the table: for each sample, how many bottom lines have which verdict; what is not judged is wrong."""
    counts = Counter((samples[place[0]], verdicts.get(place, "wrong")) for place in places)
    lines = [f"| sample | {' | '.join(VERDICTS)} |", f"|{'---|' * (len(VERDICTS) + 1)}"]
    for sample in dict.fromkeys(samples.values()):
        cells = [str(counts[sample, verdict]) for verdict in VERDICTS]
        lines.append(f"| {sample} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    """Print the table for the clusters of some files."""
    parser = argparse.ArgumentParser(description="Count the bottom lines that a reader would call right.")
    parser.add_argument("paths", nargs="+", help="clusters in JSON Lines, as summarizer evaluate takes them")
    parser.add_argument("--words", type=int, default=250, help="length of a briefing")
    asked = parser.parse_args(arguments)
    samples, verdicts = read_leads()
    places = find_bottom_lines(asked.paths, samples, asked.words)
    sys.stdout.write(f"{render(places, samples, verdicts)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
