"""A judge from outside, against labels by reading; `make bench-attribution` prints it.

The judge here knows the labels. It is asked as any other judge is: through the search for passages, the checks of its
answers, and the choice of what is cited. What it does not reach stands in the way of every judge. A target is a
sentence of one report, held against every other report of its cluster; "in full" is right where the label says that
the report tells all of the target, "in full or in part" where it tells all or a part.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table

from benchmarks.attribution import Outcome, interval, measure
from benchmarks.attribution_labels import Task, Telling, judge_of, runs, tasks
from summarizer import JudgedPassage, Passage, Sentence, Settings, Statement, Verdict
from summarizer.statements.cite import cite_statements
from summarizer.statements.judging import Judging
from summarizer.statements.originals import rank_originals

FAR = "too few words in common"  # the lexical verdict on a passage that the lexical judge does not look at


@dataclass(slots=True)
class Measured:
    """What came of asking a judge about every target.

    Attributes:
        relations: How each other report is cited for each target, by task; None where it is not.
        judged: What the judge was asked, and what became of it, by cluster.
    """

    relations: dict[Task, str | None] = field(default_factory=dict)
    judged: dict[str, Sequence[JudgedPassage]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Oracle:
    """A judge that knows the labels of a cluster."""

    by_report: dict[tuple[int, str], Task]

    def __call__(self, point: Sentence, passages: Sequence[Passage], _: Settings) -> list[Verdict]:
        return [self._judge(point, passage) for passage in passages]

    def _judge(self, point: Sentence, passage: Passage) -> Verdict:
        task = self.by_report.get((point.id, passage.document))
        tellings = task.tellings if task else ()
        if any(one.says == 2 and covers(passage.sentences, one, task) for one in tellings):
            return Verdict(relation="same", reason="by the label")
        for one in tellings:
            if one.says == 1 and covers(passage.sentences, one, task):
                start, end = (max(0, at - point.span.start) for at in one.backed or (0, 0))
                backs = point.text[start:end].strip()
                if backs:
                    return Verdict(relation="part", backs=backs, reason="by the label")
        return Verdict(relation="other", reason="by the label")


def covers(passage: Sequence[Sentence], telling: Telling, task: Task) -> bool:
    """Tell whether a passage holds a labelled telling: of one in full all sentences, of one in part those of a span."""
    held = {sentence.id for sentence in passage}
    parts = [rows_of(task, span) for span in telling.spans]
    if telling.says == 2:
        return bool(parts) and held.issuperset(set().union(*parts))
    return any(rows and held.issuperset(rows) for rows in parts)


def rows_of(task: Task, span: tuple[int, int]) -> set[int]:
    """The sentences of the other report that a span has letters of."""
    sentences = runs()[task.cluster].sentences
    return {at for at in task.rows if sentences[at].span.start < span[1] and span[0] < sentences[at].span.end}


def ask_oracle() -> Measured:
    """Cite every target by a judge that knows the labels."""
    measured = Measured()
    for cluster, run in runs().items():
        own = [task for task in tasks() if task.cluster == cluster]
        origin_of = {name: origin.id for origin in run.origins for name in origin.documents}
        targets = dict.fromkeys(task.target for task in own)
        statements = [
            Statement(sentences=(run.sentences[target],), origin_of=origin_of, score=1.0) for target in targets
        ]
        judging = Judging(run.settings, Oracle({(task.target, task.document): task for task in own}))
        ranks = rank_originals(run.documents, {})
        cited = dict(zip(targets, cite_statements(statements, judge_of(cluster), {}, [], ranks, judging), strict=True))
        for task in own:
            evidence = cited[task.target].evidence
            measured.relations[task] = next((one.relation for one in evidence if one.document == task.document), None)
        measured.judged[cluster] = judging.judged
    return measured


def outcomes_of(measured: Measured) -> Iterator[tuple[str, list[Outcome]]]:
    """What was cited beside what the labels say, in full and at all."""
    rows = (("in full", ("same",), 2), ("in full or in part", ("same", "part"), 1))
    for title, shown, says in rows:
        yield (
            title,
            [
                Outcome(cluster=task.cluster, is_shown=relation in shown, is_wanted=task.says >= says)
                for task, relation in measured.relations.items()
            ],
        )


def recall_of_passages(measured: Measured, says: int, *, is_near: bool) -> float:
    """The share of the reports that tell a target whose telling is among the passages asked about.

    Args:
        measured: What was asked.
        says: 2 for tellings in full, 1 for those in part, too.
        is_near: Whether only those passages count that the lexical judge looks at.
    """
    found: defaultdict[tuple[str, int, str], list[Sequence[Sentence]]] = defaultdict(list)
    for cluster, judged in measured.judged.items():
        for one in judged:
            if not is_near or one.lexical.reason != FAR:
                found[cluster, one.point.id, one.document].append(one.sentences)
    wanted = [task for task in tasks() if task.says >= says]
    return sum(_is_found(task, says, found[task.cluster, task.target, task.document]) for task in wanted) / len(wanted)


def _is_found(task: Task, says: int, passages: Sequence[Sequence[Sentence]]) -> bool:
    """Whether some passage holds what another report says of a target."""
    tellings = [one for one in task.tellings if one.says >= says]
    return any(covers(passage, one, task) for passage in passages for one in tellings)


def main() -> None:
    measured = ask_oracle()
    console = Console(width=None if Console().is_terminal else 120)
    table = Table(title=f"A judge that knows the labels: {len(tasks())} targets x other reports")
    for heading in ("", "precision", "95 %", "recall", "95 %", "shown"):
        table.add_column(heading, justify="right" if heading else "left")
    for title, outcomes in outcomes_of(measured):
        precision, recall, shown = measure(outcomes)
        spans = [f"{low:.2f} to {high:.2f}" for low, high in (interval(outcomes, 0), interval(outcomes, 1))]
        table.add_row(title, f"{precision:.3f}", spans[0], f"{recall:.3f}", spans[1], str(shown))
    console.print(table)
    judged = [one for own in measured.judged.values() for one in own]
    near = sum(one.lexical.reason != FAR for one in judged)
    points = len({(task.cluster, task.target) for task in tasks()})
    for title, is_near, number in (("a judge from outside", False, len(judged)), ("the lexical judge", True, near)):
        full, told = (recall_of_passages(measured, says, is_near=is_near) for says in (2, 1))
        console.print(
            f"Passages for {title}: {number / points:.1f} a target; recall in full {full:.3f}, in full or in part "
            f"{told:.3f}."
        )
    refused = Counter((one.refused or "").partition(" (")[0] for one in judged if one.refused)
    told = "; ".join(f"{reason} ({number})" for reason, number in refused.most_common())
    console.print(f"Right verdicts that the checks refuse: {told or 'none'}.")


if __name__ == "__main__":
    main()
