"""Speed, as ratios of what runs side by side; `make bench` prints it, no test depends on it.

A figure in milliseconds says as much about the machine as about the code. A ratio of two runs that take turns says what
the code costs beside something known.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from summarizer import Document, Settings, read_documents, summarize, workings
from summarizer.engine.peers import extract

PROJECT = Path(__file__).parents[1]
SEEDS = PROJECT / "seeds"
CLUSTERS = PROJECT.parent / "shared" / "bench" / "multiling2011" / "en.jsonl"
EMPTY_APP = """
import typer
app = typer.Typer()
@app.command()
def main() -> None:
    "Do nothing."
app()
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Two things that took turns: medians in seconds, and the most that their ratio should be."""

    what: str
    beside: str
    ours: float
    theirs: float
    limit: float | None = None

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs


def take_turns(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Run A B A B, after one of each that does not count, and return the medians."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(rounds + 1):
        for call, taken in zip((ours, theirs), times, strict=True):
            start = time.perf_counter()
            call()
            if turn:
                taken.append(time.perf_counter() - start)
    return statistics.median(times[0]), statistics.median(times[1])


def process(*command: str | Path) -> Callable[[], object]:
    return lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def processes() -> Iterator[Row]:
    """Whole processes, as a shell starts them."""
    script = Path(sys.executable).with_name("summarizer")
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.py")
        empty.write_text(EMPTY_APP, encoding="utf-8")
        pair = process(script, "--help"), process(sys.executable, empty, "--help")
        ours, theirs = take_turns(*pair, rounds=21)
        yield Row(what="summarizer --help", beside="an empty typer app", ours=ours, theirs=theirs, limit=1.5)
    loading = "import numpy, scipy.sparse"
    ours, theirs = take_turns(process(script, "brief", SEEDS), process(sys.executable, "-c", loading), rounds=15)
    yield Row(what="summarizer brief seeds", beside=loading, ours=ours, theirs=theirs, limit=2.5)


def calls() -> Iterator[Row]:
    """The whole library call beside sumy's TextRank alone, in one process, on the same sentences."""
    for name, documents in clusters():
        sentences = workings(documents).sentences
        ours, theirs = take_turns(
            lambda documents=documents: summarize(documents, Settings(words=250)),
            lambda sentences=sentences: extract("TextRank", sentences, 250, "en"),
            rounds=5,
        )
        what = f"summarize({name}, {len(documents)} reports)"
        yield Row(what=what, beside=f"sumy TextRank, {len(sentences)} sentences", ours=ours, theirs=theirs)


def clusters() -> Iterator[tuple[str, Sequence[Document]]]:
    seeds = read_documents([SEEDS])
    yield "seeds", seeds
    yield "crossed seeds", crossed(seeds, sentences=250)
    if CLUSTERS.exists():
        topics = [json.loads(line) for line in CLUSTERS.read_text("utf-8").splitlines()]
        texts = [document["text"] for topic in topics for document in topic["documents"]]
        for count in (10, 40):
            documents = [Document(id=str(number), text=text) for number, text in enumerate(texts[:count])]
            yield "MultiLing 2011", documents


def crossed(documents: Sequence[Document], *, sentences: int) -> list[Document]:
    """Reports of sentences that nobody wrote: the first half of each real one and the second half of another."""
    real = [sentence.text.split() for sentence in workings(documents).sentences]
    halves = [(words[: len(words) // 2], words[len(words) // 2 :]) for words in real]
    lines = [
        " ".join(halves[number % len(real)][0] + halves[(number + 7 * (1 + number // len(real))) % len(real)][1])
        for number in range(sentences)
    ]
    size = 25
    return [
        Document(id=str(start), text="\n\n".join(lines[start : start + size])) for start in range(0, sentences, size)
    ]


def main() -> None:
    console = Console() if sys.stdout.isatty() else Console(width=120)
    table = Table(title="Medians of runs that took turns")
    for heading in ("What", "Beside", "ms", "ms beside", "ratio", "limit", ""):
        numbers = heading in ("ms", "ms beside", "ratio", "limit")
        table.add_column(heading, justify="right" if numbers else "left", overflow="fold")
    with console.status("measuring"):
        for source in (processes, calls):
            for row in source():
                missed = row.limit is not None and row.ratio > row.limit
                table.add_row(
                    row.what,
                    row.beside,
                    f"{1000 * row.ours:.0f}",
                    f"{1000 * row.theirs:.0f}",
                    f"{row.ratio:.2f}",
                    "" if row.limit is None else f"{row.limit:.1f}",
                    "[red]missed[/red]" if missed else "" if row.limit is None else "[green]kept[/green]",
                )
            table.add_section()
    console.print(table)


if __name__ == "__main__":
    main()
