"""Articles out of real pages, ours beside other extractors in one run; `make bench` prints it, no test depends on it.

The pages and the bodies that a person would keep: scrapinghub's article-extraction benchmark, 181 pages. Counted as its
`evaluate.py` counts: runs of four words, each page weighing the same, precision and recall as means over pages, F1 of
the means. The halves are every other page by name: a rule that only one half likes is fitted to pages.
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from summarizer.model import Document
from summarizer.readers.documents import prepare_document
from summarizer.readers.html import article as html_body
from summarizer.readers.html.reader import read_html
from summarizer.readers.source import SourceFile

PROJECT = Path(__file__).parents[1]
PAGES = PROJECT.parent / "shared" / "bench" / "article_extraction"
DAYS = Path(__file__).parents[1] / "tests" / "cases" / "page_dates.json"
EXTRA = 'pip install "html-text>=0.7" "readability-lxml>=0.8.4" "resiliparse>=0.15"'

Counts = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a system does over some pages."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, and how often each comes; a shorter text is one run."""
    words = re.findall(r"\w+", text)
    runs = (tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))
    return Counter(filter(None, runs))


def compare(wanted: str, found: str) -> Counts:
    """Shares of runs that are right, too many, and missing."""
    gold, ours = shingles(wanted), shingles(found)
    right, extra, missed = (gold & ours).total(), (ours - gold).total(), (gold - ours).total()
    total = right + extra + missed
    return (right / total, extra / total, missed / total) if total else (0.0, 0.0, 0.0)


def score(counts: list[Counts]) -> Score:
    """Precision over the pages where something was found, recall over those where something was to be found."""
    precision = [right / (right + extra) for right, extra, _ in counts if right + extra]
    recall = [right / (right + missed) for right, _, missed in counts if right + missed]
    return Score(precision=statistics.mean(precision), recall=statistics.mean(recall))


def trafilatura_default(page: bytes) -> str:
    import trafilatura

    return trafilatura.extract(page.decode(), include_comments=False) or ""


def trafilatura_fast(page: bytes) -> str:
    import trafilatura

    return trafilatura.extract(page.decode(), include_comments=False, fast=True) or ""


def trafilatura_precise(page: bytes) -> str:
    import trafilatura

    return trafilatura.extract(page.decode(), include_comments=False, favor_precision=True) or ""


def resiliparse(page: bytes) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(page.decode(), main_content=True)


def readability(page: bytes) -> str:
    import html_text
    from readability import Document as Readable

    return html_text.extract_text(Readable(page.decode()).summary(html_partial=True))


def read(page: bytes) -> Document:
    return next(read_html(SourceFile(name="page", stem="page", data=page)))


def cleaned(page: bytes) -> str:
    document = prepare_document(read(page))
    return "\n".join(span.of(document.text) for span in document.kept or ())


SYSTEMS: dict[str, Callable[[bytes], str]] = {
    "ours, as read": lambda page: read(page).text,
    "ours, cleaned for a briefing": cleaned,
    "trafilatura": trafilatura_default,
    "trafilatura, fast": trafilatura_fast,
    "trafilatura, favor_precision": trafilatura_precise,
    "resiliparse": resiliparse,
    "readability": readability,
}


def measure(
    extract: Callable[[bytes], str], pages: Mapping[str, bytes], gold: Mapping[str, str]
) -> tuple[list[Counts], float]:
    """The counts of each page, in order, and seconds a page."""
    extract(next(iter(pages.values())))  # what is loaded once does not count
    start = time.process_time()
    found = {name: extract(page) for name, page in pages.items()}
    taken = (time.process_time() - start) / len(pages)
    return [compare(gold[name], found[name]) for name in pages], taken


def bodies(pages: Mapping[str, bytes], gold: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    for name, extract in SYSTEMS.items():
        try:
            counts, taken = measure(extract, pages, gold)
        except ImportError:
            yield name, "not installed", "", "", "", "", ""
            continue
        whole, halves = score(counts), [score(counts[half::2]) for half in (0, 1)]
        figures = (whole.precision, whole.recall, whole.f1, *(half.f1 for half in halves))
        yield name, *(f"{figure:.3f}" for figure in figures), f"{1000 * taken:.1f}"


def steps(pages: Mapping[str, bytes], gold: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """What F1 each step of ours adds, in each half, with all others done."""
    every = dict(html_body.STEPS)

    def halves() -> list[float]:
        counts, _ = measure(lambda page: read(page).text, pages, gold)
        return [score(counts[half::2]).f1 for half in (0, 1)]

    full = halves()
    for name in every:
        del html_body.STEPS[name]
        try:
            yield name, *(f"{with_it - without:+.4f}" for with_it, without in zip(full, halves(), strict=True))
        finally:
            html_body.STEPS.clear()
            html_body.STEPS.update(every)


def dates(pages: Mapping[str, bytes]) -> Iterator[tuple[str, ...]]:
    """How many pages that state a day of publication are given that day."""
    import htmldate

    def ours(page: bytes) -> str:
        return str(read(page).published or "")[:10]

    def theirs(page: bytes) -> str:
        return htmldate.find_date(page.decode(), original_date=True) or ""

    days = json.loads(DAYS.read_text("utf-8"))["days"]
    for name, find in (("ours", ours), ("htmldate", theirs)):
        right = sum(find(pages[page]) == day for key, day in days.items() for page in pages if page.startswith(key))
        yield name, f"{right} of {len(days)}", f"{right / len(days):.1%}"


def table(title: str, headings: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Table:
    made = Table(title=title)
    for number, heading in enumerate(headings):
        made.add_column(heading, justify="right" if number else "left")
    for row in rows:
        made.add_row(*row)
    return made


def main() -> None:
    console = Console() if sys.stdout.isatty() else Console(width=120)
    if not PAGES.exists():
        console.print("No pages beside the project: nothing to measure articles on.")
        return
    truth = json.loads((PAGES / "ground-truth.json").read_text("utf-8"))
    files = {path.name.removesuffix(".html.gz"): path for path in sorted((PAGES / "html").glob("*.html.gz"))}
    pages = {name: gzip.decompress(path.read_bytes()) for name, path in files.items()}
    gold = {name: truth[name]["articleBody"] for name in pages}
    columns = ("System", "precision", "recall", "F1", "one half", "the other", "ms a page")
    size = statistics.mean(map(len, pages.values())) / 1000
    with console.status("measuring"):
        console.print(table(f"Bodies of {len(pages)} pages, {size:.0f} kB on average", columns, bodies(pages, gold)))
        console.print(table("F1 that each step adds", ("Step", "one half", "the other"), steps(pages, gold)))
        console.print(table("Days of publication", ("System", "right", ""), dates(pages)))
    console.print(f"Other extractors: {EXTRA}")


if __name__ == "__main__":
    main()
