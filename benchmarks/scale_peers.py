"""Other programs on the sentences of our whole call, in turns with it, in one process.

sumy and scikit-learn are given sentences that are there; our call reads, cleans and splits the reports as well, and
finds origins, dates and differences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import networkx

from benchmarks.scale_inputs import Kind, cut_to, make_ten
from benchmarks.scale_results import Beside
from benchmarks.speed import take_turns
from summarizer import Document, run_pipeline, summarize
from summarizer.evaluation.sumy_baselines import attempt
from summarizer.finished_run import Run
from summarizer.model import Sentence

WORDS = 250
TEXTRANK, LEXRANK = "sumy TextRank", "sumy LexRank"
PAGERANK = "networkx pagerank on our graph"
SCIKIT = "scikit-learn tf-idf, cosine, PageRank"
TEN_ROUNDS, ROUNDS = 9, 3

Tell = Callable[[str], None]
Peer = Callable[[], object]


class PeerError(Exception):
    """Another program is not there, or fails on these sentences."""


def measure_ten(rounds: int, tell: Tell) -> Iterator[Beside | str]:
    """Our whole call on ten reports of about 215 sentences, beside sumy's TextRank: a figure, or why there is none."""
    of, reports = make_ten()
    yield from _measure(f"ten reports ({of})", reports, (TEXTRANK,), rounds, tell)


def measure_peers(kind: Kind, sentences: int, rounds: int, tell: Tell) -> Iterator[Beside | str]:
    """Our whole call on reports that hold so many sentences together, beside each other program."""
    reports = cut_to(kind.make(5 + sentences // 5), sentences)  # a report holds 24 on average
    yield from _measure(kind.name, reports, (TEXTRANK, LEXRANK, PAGERANK, SCIKIT), rounds, tell)


def _measure(
    of: str, reports: Sequence[Document], names: Sequence[str], rounds: int, tell: Tell
) -> Iterator[Beside | str]:
    done = run_pipeline(reports, words=WORDS)
    for name in names:
        try:
            peer = open_peer(name, done)
            theirs, ours = take_turns(peer, partial(summarize, reports, words=WORDS), rounds)
        except PeerError as error:
            tell(f"{name}, {len(done.sentences):,} sentences: {error}")
            yield f"{name}: {error}."
            continue
        found = Beside(
            peer=name, of=of, reports=len(reports), sentences=len(done.sentences), runs=rounds,
            seconds=theirs, ours=ours,
        )  # fmt: skip
        tell(
            f"{found.sentences:,} sentences, {of}: {name} {theirs:.2f} s, our whole call {ours:.3f} s:"
            f" {found.ratio:.2f} x"
        )
        yield found


def open_peer(name: str, done: Run) -> Peer:
    """Return what runs another program on the sentences of a finished run.

    Raises:
        PeerError: it is not installed. What is returned raises it where the program fails.
    """
    if name == PAGERANK:
        return partial(networkx.pagerank, done.graph)
    if name == SCIKIT:
        return open_scikit(done.sentences)
    return partial(_run_sumy, name.removeprefix("sumy "), done.sentences)


def _run_sumy(name: str, sentences: Sequence[Sentence]) -> None:
    found = attempt(name, sentences, WORDS, "en")
    if found.reason:
        raise PeerError(found.reason)


def open_scikit(sentences: Sequence[Sentence]) -> Peer:
    """Return what many write first: tf-idf, the cosine of all pairs, PageRank, and the best that fit the length.

    Raises:
        PeerError: scikit-learn is not installed.
    """
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.metrics.pairwise import cosine_similarity
    except ImportError as error:
        raise PeerError(f"not measured, since scikit-learn is not installed ({error})") from error

    def choose() -> list[int]:
        vectors = TfidfVectorizer(stop_words="english").fit_transform([sentence.text for sentence in sentences])
        graph = networkx.from_scipy_sparse_array(cosine_similarity(vectors, dense_output=False))
        scores = networkx.pagerank(graph)
        return fill(sorted(scores, key=scores.__getitem__, reverse=True), sentences)

    return choose


def fill(ranked: Sequence[int], sentences: Sequence[Sentence]) -> list[int]:
    """Take the sentences that fit the length, best first."""
    room, taken = WORDS, []
    for number in ranked:
        if sentences[number].words <= room:
            room -= sentences[number].words
            taken.append(number)
    return taken
