"""The labels of who says what, as the fit and the benchmark read them; format in their README.

They lie outside the project: the benchmark data may not be shipped. A target is a sentence of one report; every other
report of its cluster says all of it (2), a part of it (1) or neither (0).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from summarizer import Document, Run, run_pipeline
from summarizer.features.corpus import open_corpus
from summarizer.model import Discrepancy
from summarizer.statements.lexical_judge import LexicalJudge, open_judge

BENCH = Path(__file__).parents[2] / "shared" / "bench"
LABELS = tuple(BENCH / "attribution" / name for name in ("multinews-dev.jsonl", "multiling-en.jsonl"))
CLUSTERS = tuple(BENCH / name for name in ("multinews/dev.jsonl", "multiling2011/en.jsonl"))
SAYS = {"full": 2, "part": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a report says of a target, by one label.

    Attributes:
        says: 2 where it says all of the target, 1 for a part.
        spans: Where it stands in the report: one span, or two where it runs over two sentences.
        backed: For a part, the stretch of the target, in characters of its report.
    """

    says: int
    spans: tuple[tuple[int, int], ...]
    backed: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A target and one other report of its cluster.

    Attributes:
        cluster: The cluster.
        target: The target's number among the sentences of the run.
        rows: The numbers of the other report's sentences.
        document: The other report.
        says: 2 where it says all of the target, 1 for a part, 0 for neither.
        differs: Whether it says otherwise.
        tellings: What the other report says of the target, label by label.
    """

    cluster: str
    target: int
    rows: tuple[int, ...]
    document: str
    says: int
    differs: bool
    tellings: tuple[Telling, ...]

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where the labelled passages stand."""
        return tuple(span for telling in self.tellings for span in telling.spans)

    @property
    def backed(self) -> tuple[tuple[int, int], ...]:
        """For each labelled part the stretch of the target, in characters of its report."""
        return tuple(telling.backed for telling in self.tellings if telling.backed)


@cache
def runs() -> dict[str, Run]:
    """Every labelled cluster, briefed with the default settings."""
    wanted = {record["cluster"] for record in read_records(*LABELS)}
    return {
        record["id"]: run_pipeline(
            [Document(id=one["id"], text=one["text"], title=one.get("title")) for one in record["documents"]]
        )
        for record in read_records(*CLUSTERS)
        if record["id"] in wanted
    }


@cache
def judge_of(cluster: str) -> LexicalJudge:
    """The judge of a cluster's sentences, as the run had it."""
    return judge_in(runs()[cluster])


def judge_in(run: Run) -> LexicalJudge:
    """The judge of a run."""
    origin_of = {name: origin.id for origin in run.origins for name in origin.documents}
    settings = run.settings
    corpus = open_corpus(run.sentences)
    return open_judge(corpus, origin_of, same_limit=settings.same_limit, part_limit=settings.part_limit)


@cache
def tasks() -> tuple[Task, ...]:
    """Every target with every other report of its cluster, but for targets that cleaning has taken out since."""
    labels: dict[tuple[str, str, int], list[dict]] = defaultdict(list)
    for record in read_records(*LABELS):
        labels[record["cluster"], record["report"], record["start"]].append(record)
    return tuple(task for key, own in labels.items() for task in _tasks_of(*key, own))


def _tasks_of(cluster: str, report: str, start: int, own: list[dict]) -> Iterator[Task]:
    sentences = runs()[cluster].sentences
    end = own[0]["end"]
    # Cleaning may since have taken words from its front, as "CLOSE" above a picture, or all of it, as a caption.
    target = next((one.id for one in sentences if one.document == report and start <= one.span.start < end), None)
    if target is None:
        return
    for document in runs()[cluster].documents:
        if document.id == report:
            continue
        said = [one for one in own if "other" in one and one["other"]["report"] == document.id]
        yield Task(
            cluster=cluster,
            target=target,
            rows=tuple(one.id for one in sentences if one.document == document.id),
            document=document.id,
            says=max((SAYS.get(one["relation"], 0) for one in said), default=0),
            differs=any(one["relation"] == "differs" for one in said),
            tellings=tuple(
                Telling(
                    says=SAYS[one["relation"]],
                    spans=tuple(tuple(span) for span in one["other"]["spans"]),
                    backed=tuple(one["backed"]) if one.get("backed") else None,
                )
                for one in said
                if one["relation"] in SAYS
            ),
        )


def passages(task: Task) -> list[tuple[int, ...]]:
    """The sentences of the other report, and its neighbouring ones."""
    sentences = runs()[task.cluster].sentences
    found: list[tuple[int, ...]] = []
    for at in task.rows:
        found.append((at,))
        if at + 1 in task.rows and sentences[at + 1].span.start - sentences[at].span.end <= 3:
            found.append((at, at + 1))
    return found


def labelled_differences() -> Iterator[tuple[str, bool]]:
    """Give the kind of each labelled difference, and whether a briefing shows it.

    It does where one difference has a reading in the target and another in a passage of the other report.
    """
    for record in read_records(*LABELS):
        if record["relation"] == "differs":
            told = [(record["report"], [[record["start"], record["end"]]])]
            told.append((record["other"]["report"], record["other"]["spans"]))
            briefing = runs()[record["cluster"]].briefing
            pairs = ([_readings_in(one, *place) for place in told] for one in briefing.discrepancies)
            yield record["kind"], any(first and second and len(first | second) > 1 for first, second in pairs)


def _readings_in(difference: Discrepancy, report: str, spans: list[list[int]]) -> set[int]:
    """The numbers of the readings of a difference that stand within some spans of a report."""
    return {
        number
        for number, reading in enumerate(difference.readings)
        for citation in reading.citations
        if citation.document == report
        and any(citation.span.start < end and start < citation.span.end for start, end in spans)
    }


def read_records(*paths: Path) -> Iterator[dict]:
    """Give the records of files of JSON lines."""
    for path in paths:
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())
