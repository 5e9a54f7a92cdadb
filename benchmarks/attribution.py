"""Who says what, against labels by reading; `make bench-attribution` prints it.

A target is a sentence of one report, held against every other report of its cluster. "In full" is right where the label
says that the report tells all of the target, "shown" where it tells all or a part. Two ways to count: each score by a
model fitted without the target's cluster, all passages tried; and what the program cites with the weights that it
ships, which were fitted on these labels. Intervals are 95 % bootstrap intervals over clusters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.attribution_labels import Task, judge_of, labelled_differences, passages, runs, tasks
from summarizer.model import Statement
from summarizer.statements.cite import cite_statements
from summarizer.statements.originals import rank_originals
from tools.fit_entailment import MODELS, cross_validated, limit_at

SAMPLES = 1000
SEED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was shown for a target and another report.

    Attributes:
        cluster: Their cluster.
        is_shown: Whether it was shown.
        is_wanted: Whether it should have been.
    """

    cluster: str
    is_shown: bool
    is_wanted: bool


def measure(outcomes: Sequence[Outcome]) -> tuple[float, float, int]:
    """Return precision, recall, and how many were shown."""
    shown = [one for one in outcomes if one.is_shown]
    right = sum(one.is_wanted for one in shown)
    wanted = sum(one.is_wanted for one in outcomes)
    return right / len(shown) if shown else 1.0, right / wanted if wanted else 0.0, len(shown)


def interval(outcomes: Sequence[Outcome], which: int) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of the precision (0) or the recall (1), whole clusters drawn."""
    own: dict[str, list[Outcome]] = {}
    for one in outcomes:
        own.setdefault(one.cluster, []).append(one)
    names, chance = sorted(own), np.random.default_rng(SEED)
    drawn = [
        measure([one for at in chance.integers(len(names), size=len(names)) for one in own[names[at]]])[which]
        for _ in range(SAMPLES)
    ]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return float(low), float(high)


def crossed() -> Iterator[tuple[str, list[Outcome]]]:
    """What models show that were fitted without the cluster, at the least score with the precision wanted."""
    for name, names, says, precision in MODELS:
        scores = cross_validated(names, says)[: len(tasks())]
        wanted = np.array([task.says >= says for task in tasks()])
        limit = limit_at(scores, wanted, precision)
        title = "in full" if name == "full" else "in full or in part"
        yield (
            f"{title}, cross-validated, from {limit:.2f}",
            [
                Outcome(cluster=task.cluster, is_shown=bool(score >= limit), is_wanted=bool(is_wanted))
                for task, score, is_wanted in zip(tasks(), scores, wanted, strict=True)
            ],
        )


def shipped() -> Iterator[tuple[str, list[Outcome]]]:
    """What the program cites, and what it takes for a contradiction."""
    relations = {task: _relation(task) for task in tasks()}
    rows: tuple[tuple[str, Callable[[str | None], bool], Callable[[Task], bool]], ...] = (
        ("in full, as shipped", lambda one: one == "same", lambda task: task.says == 2),
        ("in full or in part, as shipped", lambda one: one is not None, lambda task: task.says >= 1),
    )
    for title, is_shown, is_wanted in rows:
        yield (
            title,
            [
                Outcome(cluster=task.cluster, is_shown=is_shown(relations[task]), is_wanted=is_wanted(task))
                for task in tasks()
            ],
        )
    yield (
        "differs, as shipped",
        [Outcome(cluster=task.cluster, is_shown=_is_contradicted(task), is_wanted=task.differs) for task in tasks()],
    )


def _relation(task: Task) -> str | None:
    """How the program would cite the other report for the target, if at all."""
    run = runs()[task.cluster]
    origin_of = {name: origin.id for origin in run.origins for name in origin.documents}
    statement = Statement(sentences=(run.sentences[task.target],), origin_of=origin_of, score=1.0)
    judge = judge_of(task.cluster)
    cited = cite_statements([statement], judge, {}, [], rank_originals(run.documents, {}))[0]
    return next((one.relation for one in cited.evidence if one.document == task.document), None)


def _is_contradicted(task: Task) -> bool:
    judge = judge_of(task.cluster)
    return any(judge.judge(task.target, passage).relation == "contradicted" for passage in passages(task))


def main() -> None:
    console = Console(width=None if Console().is_terminal else 120)
    table = Table(title=f"Who says what: {len(tasks())} targets x other reports of {len(runs())} clusters")
    for heading in ("", "precision", "95 %", "recall", "95 %", "shown"):
        table.add_column(heading, justify="right" if heading else "left")
    for source in (crossed, shipped):
        for title, outcomes in source():
            precision, recall, shown = measure(outcomes)
            spans = [f"{low:.2f} to {high:.2f}" for low, high in (interval(outcomes, 0), interval(outcomes, 1))]
            table.add_row(title, f"{precision:.2f}", spans[0], f"{recall:.2f}", spans[1], str(shown))
        table.add_section()
    console.print(table)
    console.print(_tell_differences())


def _tell_differences() -> str:
    """Say how many labelled differences the briefings show, kind by kind."""
    labelled, shown = Counter[str](), Counter[str]()
    for kind, is_shown in labelled_differences():
        labelled[kind] += 1
        shown[kind] += is_shown
    kinds = ", ".join(f"{kind} {shown[kind]} of {labelled[kind]}" for kind in sorted(labelled))
    return f"Labelled differences that the briefings show: {kinds}."


if __name__ == "__main__":
    main()
