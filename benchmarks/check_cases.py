"""The cases of the benchmark of `check`, as `tests/cases/check/README.md` describes them.

The project holds places, labels and edits; the texts of Multi-News and MultiLing lie outside it. Without them the cases
are those of the labelled stories, and the altered sentences whose surroundings `multiling.jsonl` quotes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

from benchmarks.attribution_labels import CLUSTERS, read_records
from summarizer import Document
from tests import labelled_stories

CASES = Path(__file__).parents[1] / "tests" / "cases" / "check"
SENTENCES = (CASES / "sentences.jsonl", CASES / "stories.jsonl")
ALTERED = CASES / "altered.jsonl"
HELD_OUT = CASES / "altered-held-out.jsonl"
EXCERPTS = CASES / "multiling.jsonl"

Kind = Literal["number", "name", "denial", "quotation", "invented"]
Label = Literal["full", "part", "differs", "alone"]
KINDS: tuple[Kind, ...] = ("number", "name", "denial", "quotation", "invented")
Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A sentence to check: one of a report as it is, or altered.

    Attributes:
        cluster: The cluster of its report.
        report: The report that it is from.
        start: Where it begins in that report.
        text: What is checked.
        original: The sentence as the report has it.
        others: What every other report of the cluster says of it: "full", "part", "differs", or nothing. Of altered
            sentences this is not known.
        kind: What was altered; None for a sentence as it is.
        how: How it was altered, in a word or two.
        altered: The altered words, as places of `text`; empty at the place where words were left out.
        expected: What is right for it as altered: "contradicted", "in part", "not found", "quotation".
        absent: The kind of finding that is due because the altered words stand in no report of the cluster.
    """

    cluster: str
    report: str
    start: int
    text: str
    original: str
    others: Mapping[str, Sequence[str]]
    kind: Kind | None = None
    how: str = ""
    altered: tuple[Place, ...] = ()
    expected: str = "backed"
    absent: str | None = None

    @property
    def name(self) -> str:
        """The place of the sentence, as `--show` prints it."""
        return f"{self.cluster} {self.report} {self.start}"

    def label(self, left_out: frozenset[str] = frozenset()) -> Label:
        """The most that a report says of it, but for some reports; one that says otherwise counts below those."""
        relations = {relation for name, own in self.others.items() if name not in left_out for relation in own}
        order: tuple[Label, ...] = ("full", "part", "differs")
        return next((label for label in order if label in relations), "alone")


@cache
def reports_of(cluster: str, *, quoted: bool = False) -> dict[str, tuple[int, str]]:
    """The reports of a cluster: where the text that is at hand begins in each, and that text.

    Args:
        cluster: A cluster of the benchmark data, or a labelled story.
        quoted: Whether only what the project quotes of the benchmark data is at hand.
    """
    if cluster in labelled_stories.LABELS:
        return {name: (0, report.text) for name, report in labelled_stories.documents(cluster).items()}
    if quoted:
        return {one["report"]: (one["start"], one["text"]) for one in _excerpts() if one["cluster"] == cluster}
    return {one["id"]: (0, one["text"]) for one in _benchmark()[cluster]["documents"]}


def documents_of(cluster: str, left_out: frozenset[str] = frozenset(), *, quoted: bool = False) -> list[Document]:
    """The reports of a cluster as documents, but for some."""
    if cluster in labelled_stories.LABELS:
        return [report for name, report in labelled_stories.documents(cluster).items() if name not in left_out]
    titles = {} if quoted else {one["id"]: one.get("title") for one in _benchmark()[cluster]["documents"]}
    return [
        Document(id=name, text=text, title=titles.get(name))
        for name, (_, text) in reports_of(cluster, quoted=quoted).items()
        if name not in left_out
    ]


def copies_of(case: Case) -> frozenset[str]:
    """The reports that hold the original word for word: its own, and its copies."""
    wanted = _plain(case.original)
    texts = reports_of(case.cluster)
    return frozenset({case.report}) | {name for name, (_, text) in texts.items() if wanted in _plain(text)}


def load_true(*, quoted: bool = False) -> list[Case]:
    """The sentences as they are; those of the stories alone where the benchmark data are not at hand."""
    files = SENTENCES[1:] if quoted else SENTENCES
    return [_case(record, quoted=quoted) for record in read_records(*files)]


def load_altered(path: Path = ALTERED, *, quoted: bool = False) -> list[Case]:
    """The altered sentences; those whose surroundings the project holds where the data are not at hand."""
    return [_case(record, quoted=quoted) for record in read_records(path) if not quoted or _is_held(record)]


def has_data() -> bool:
    """Whether the benchmark data are at hand."""
    return all(path.exists() for path in CLUSTERS)


def _case(record: dict, *, quoted: bool) -> Case:
    base, report = reports_of(record["cluster"], quoted=quoted)[record["report"]]
    start, end = record["start"] - base, record["end"] - base
    original, edits = report[start:end], record.get("edits", [])
    text, altered = _apply(
        report, (start, end), [(one["start"] - base, one["end"] - base, one["new"]) for one in edits]
    )
    for one in edits:
        found = report[one["start"] - base : one["end"] - base]
        assert one.get("was", found) == found, f"{record['report']} {one}: found {found!r}"
    return Case(
        cluster=record["cluster"],
        report=record["report"],
        start=record["start"],
        text=text,
        original=original,
        others=record.get("others", {}),
        kind=record.get("kind"),
        how=record.get("how", ""),
        altered=altered,
        expected=record.get("expected", "backed"),
        absent=record.get("absent"),
    )


def _apply(report: str, place: Place, edits: Sequence[tuple[int, int, str]]) -> tuple[str, tuple[Place, ...]]:
    """Cut a stretch out of a report and edit it; give the text on one line, and where the edits stand in it."""
    ends = [(place[0], place[0], ""), *sorted(edits), (place[1], place[1], "")]
    text, altered = "", []
    for (_, begin, _), (end, _, new) in pairwise(ends):
        text = _join(text, report[begin:end])
        start = len(text)
        text = _join(text, new)
        altered.append((start, len(text)))
    return text, tuple(altered[: len(edits)])


def _join(before: str, after: str) -> str:
    """Put two stretches together, with single blanks for all white space."""
    line = "".join(" " if letter.isspace() else letter for letter in after)
    for letter in line:
        if letter != " " or not before.endswith(" "):
            before += letter
    return before


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _is_held(record: dict) -> bool:
    """Whether the project holds what the case needs."""
    if record["cluster"] in labelled_stories.LABELS:
        return True
    return any(
        one["cluster"] == record["cluster"]
        and one["report"] == record["report"]
        and one["start"] <= record["start"] < record["end"] <= one["start"] + len(one["text"])
        for one in _excerpts()
    )


@cache
def _excerpts() -> tuple[dict, ...]:
    return tuple(read_records(EXCERPTS)) if EXCERPTS.exists() else ()


@cache
def _benchmark() -> dict[str, dict]:
    return {record["id"]: record for record in read_records(*CLUSTERS)}


def group(cases: Sequence[Case], keys: Sequence[object]) -> Iterator[list[Case]]:
    """Give the cases of each key together."""
    own: dict[object, list[Case]] = defaultdict(list)
    for case, key in zip(cases, keys, strict=True):
        own[key].append(case)
    yield from own.values()
