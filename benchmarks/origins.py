"""Origins over whole benchmark sets, and what they cost; `make bench` prints it, no test depends on it.

A copy of any report, exact, shuffled or with 8 % of its words replaced, must leave the origins of its cluster as they
were. What shares an origin there is printed, to be read.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from rich.console import Console

from summarizer import Document
from summarizer.cleaning.split_sentences import split_document
from summarizer.features.corpus import open_corpus
from summarizer.model import Dependence, Origin, Sentence
from summarizer.provenance.origins import find_origins
from summarizer.readers.documents import prepare_document
from tests.builders import changed_copy, paragraphs_of, shuffled_copy

BENCH = Path(__file__).parents[2] / "shared" / "bench"
SETS = ("multiling2011/en.jsonl", "multinews/dev.jsonl")
COPY = "copy"


def say(line: str) -> None:
    Console(width=200, markup=False, highlight=False).print(line)


def clusters(path: Path) -> Iterator[list[Document]]:
    for line in path.read_text("utf-8").splitlines():
        yield [
            prepare_document(Document(id=one["id"], text=one["text"]), "en") for one in json.loads(line)["documents"]
        ]


def split(documents: Sequence[Document]) -> tuple[list[Document], list[Sentence]]:
    """The reports that hold a sentence, in an order of their own, as the pipeline has them."""
    usable, sentences = [], []
    for document in sorted(documents, key=lambda document: (document.text, document.id)):
        found = split_document(document, "en", first_id=len(sentences))[0]
        sentences += found
        usable += [document] if found else []
    return usable, sentences


def origins_of(documents: Sequence[Document]) -> tuple[tuple[Origin, ...], tuple[Dependence, ...], list[Sentence]]:
    usable, sentences = split(documents)
    return *find_origins(usable, open_corpus(sentences)), sentences


def groups(origins: Sequence[Origin]) -> set[frozenset[str]]:
    return {frozenset(origin.documents) - {COPY} for origin in origins}


def copies_of(document: Document, sentences: Sequence[Sentence]) -> dict[str, Document]:
    own = [sentence.text for sentence in sentences if sentence.document == document.id]
    return {
        "exact": replace(document, id=COPY),
        "shuffled": prepare_document(shuffled_copy(own), "en"),
        "8 % replaced": prepare_document(changed_copy(paragraphs_of(sentences, document.id)), "en"),
    }


def check_copies(path: Path) -> int:
    """Append a copy of each report to its cluster; return how often that changed the origins."""
    tried = changed = 0
    for documents in clusters(path):
        origins, _, sentences = origins_of(documents)
        for document in documents:
            for kind, copy in copies_of(document, sentences).items():
                after = origins_of([*documents, copy])[0]
                tried += 1
                if groups(after) != groups(origins) or not any({document.id, COPY} <= set(o.documents) for o in after):
                    changed += 1
                    say(f"  {document.id}, {kind}: origins changed")
    say(f"  {tried} copies appended, {changed} changed the origins of their cluster")
    return changed


def list_shared(path: Path) -> None:
    reports = pairs = shared = 0
    for documents in clusters(path):
        reports += len(documents)
        pairs += len(documents) * (len(documents) - 1) // 2
        for dependence in origins_of(documents)[1]:
            if dependence.shared_origin:
                shared += 1
                say(f"  {dependence.first} {dependence.second}: {dependence.reason}")
    say(f"  {shared} of {pairs} pairs of {reports} reports share an origin")


def time_sizes(path: Path) -> None:
    """What many reports cost: different ones (whole, then halves, so that there are enough), then copies of one."""
    texts = [document.text for documents in clusters(path) for document in documents]
    for count in (10, 50, 250, 500):
        if count <= len(texts):
            show_time(f"{count} reports", texts[:count])
    halves = [half for text in texts for half in (text[: len(text) // 2], text[len(text) // 2 :])]
    show_time(f"{len(halves)} half reports", halves)
    for count in (50, 200, 800):
        words = texts[1].split()
        show_time(f"{count} changed copies", [" ".join(changed(words, seed)) for seed in range(count)])


def changed(words: Sequence[str], seed: int) -> list[str]:
    random = Random(seed)  # noqa: S311 - a benchmark must repeat
    return [random.choice(words) if random.random() < 0.08 else word for word in words]


def show_time(what: str, texts: Sequence[str]) -> None:
    documents, sentences = split(
        [prepare_document(Document(id=str(number), text=text), "en") for number, text in enumerate(texts)]
    )
    start = time.perf_counter()
    origins, _ = find_origins(documents, open_corpus(sentences))
    taken = time.perf_counter() - start
    say(f"  {what}, {len(sentences)} sentences: {1000 * taken:.0f} ms, {len(origins)} origins")


def main(folder: Path) -> int:
    changes = 0
    for name in SETS:
        path = folder / name
        if path.exists():
            say(name)
            list_shared(path)
            changes += check_copies(path)
            time_sizes(path)
    return 1 if changes else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else BENCH))
