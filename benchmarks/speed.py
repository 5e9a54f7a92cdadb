"""Speed, as ratios of what runs side by side; `make bench` prints it, no test depends on it.

A figure in milliseconds says as much about the machine as about the code. A ratio of two runs that take turns says what
the code costs beside something known.
"""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from summarizer import Document, Run, Settings, read_documents, run_pipeline, summarize
from summarizer.evaluation.sumy_baselines import extract
from summarizer.features.corpus import open_corpus
from summarizer.model import Budget, Decision
from summarizer.ranking.similarity import build_similarity
from summarizer.ranking.textrank import rank_sentences
from summarizer.selection.objective import Candidates
from summarizer.selection.select import choose_statements
from summarizer.statements.lexical_judge import open_judge
from summarizer.statements.merge import merge_sentences

PROJECT = Path(__file__).parents[1]
SEEDS = PROJECT / "seeds"
SETTINGS = Settings(words=250)
LARGE = 900  # sentences from which the engine is measured alone, too
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
    """Run A B A B, after one of each that does not count, and return the medians.

    What other measurements left in memory is kept from the collector, which would look through it amid these runs.
    """
    gc.collect()
    gc.freeze()
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
    """The whole library call, and the engine alone, beside sumy's TextRank, in one process, on the same sentences.

    The whole call cleans, splits, finds origins, differences and dates as well. The engine ranks, merges and chooses
    from sentences that are there, as sumy does.
    """
    for name, documents in clusters():
        done = run_pipeline(documents, SETTINGS)
        beside = f"sumy TextRank, {len(done.sentences)} sentences"
        sumy = partial(extract, "TextRank", done.sentences, 250, "en")
        ours, theirs = take_turns(lambda documents=documents: summarize(documents, SETTINGS), sumy, rounds=5)
        yield Row(what=f"summarize({name}, {len(documents)} reports)", beside=beside, ours=ours, theirs=theirs)
        if len(done.sentences) >= LARGE:
            ours, theirs = take_turns(partial(run_engine, done), sumy, rounds=3)
            yield Row(what=f"the engine ({name})", beside=beside, ours=ours, theirs=theirs, limit=1 / 20)


def run_engine(done: Run) -> list[Decision]:
    """Rank, merge and choose from the sentences of a run, and return what became of each statement."""
    sentences, settings = done.sentences, done.settings
    corpus = open_corpus(sentences)
    origin_of = {name: origin.id for origin in done.origins for name in origin.documents}
    edges = build_similarity(corpus, origin_of, settings)
    scores = rank_sentences(edges, np.array(done.opening), damping=settings.damping)
    judge = open_judge(corpus, origin_of, same_limit=settings.same_limit, part_limit=settings.part_limit)
    statements, _ = merge_sentences(corpus, edges, scores, origin_of, judge)
    candidates = Candidates(
        statements=statements,
        corpus=corpus,
        beyond=np.arange(0),  # none: these stories are far from huge
        scores=scores,
        opening=np.array(done.opening),
        interest=np.ones(len(sentences)),
        text_group_of=origin_of,
        judge=judge,
    )
    return choose_statements(candidates, Budget(words=settings.words), settings)


def clusters() -> Iterator[tuple[str, Sequence[Document]]]:
    seeds = read_documents([SEEDS])
    yield "seeds", seeds
    if CLUSTERS.exists():
        topics = [json.loads(line)["documents"] for line in CLUSTERS.read_text("utf-8").splitlines()]
        largest = max(topics, key=lambda topic: sum(len(document["text"]) for document in topic))
        yield "largest topic of MultiLing 2011", documents_of(largest)
        yield "seven of its topics as one", documents_of([document for topic in topics[:7] for document in topic])
    yield "crossed seeds", crossed(seeds, sentences=1000)


def documents_of(records: Sequence[Mapping[str, str]]) -> list[Document]:
    return [
        Document(id=str(number), text=record["text"], title=record["title"]) for number, record in enumerate(records)
    ]


def crossed(documents: Sequence[Document], *, sentences: int) -> list[Document]:
    """Reports of sentences that nobody wrote: the first half of each real one and the second half of another."""
    real = [sentence.text.split() for sentence in run_pipeline(documents).sentences]
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
                    f"{row.ratio:.3f}",
                    "" if row.limit is None else f"{row.limit:.3g}",
                    "[red]missed[/red]" if missed else "" if row.limit is None else "[green]kept[/green]",
                )
            table.add_section()
    console.print(table)


if __name__ == "__main__":
    main()
