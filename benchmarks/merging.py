"""Which sentences are merged, against labels: `make bench` prints it, `tests/statements/test_merge.py` tests it.

A citation is a printed wording and a sentence of another report that is cited for it. It is right where the two are
labelled as fully the same, or as partly the same and the wording says less: then the report says it. Anything else is
wrong: what only overlaps, what differs, and what nobody labelled. Precision is the share of citations that are right,
recall the share of the pairs labelled as fully the same that stand in one statement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rich.console import Console
from rich.table import Table

from summarizer.finished_run import Run
from summarizer.model import Sentence, Statement
from tests.labelled_stories import LABELS, find_sentence, labels, run

KINDS = ("full", "partial", "overlap", "different")
Pair = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many pairs of each kind there are, how many of them merge, and how many citations are right.

    Attributes:
        labelled, merged: Pairs of each kind, and those in one statement.
        cited: Citations.
        right: Those that are right.
        wrong: The others, as (kind, wording, sentence).
    """

    labelled: Counter[str]
    merged: Counter[str]
    cited: int
    right: int
    wrong: tuple[tuple[str, str, str], ...]

    @property
    def precision(self) -> float:
        return self.right / self.cited if self.cited else 1.0

    @property
    def recall(self) -> float:
        return self.merged["full"] / self.labelled["full"] if self.labelled["full"] else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / ((self.precision + self.recall) or 1.0)


def kinds_of(story: str, sentences: Sequence[Sentence]) -> dict[Pair, str]:
    """Return the label of each labelled pair of sentences."""
    found: dict[Pair, str] = {}
    for kind, key in (("", "same_pairs"), ("overlap", "overlap_pairs"), ("different", "different_pairs")):
        for first, start, second, other, *rest in labels(story)[key]:
            a, b = find_sentence(sentences, first, start), find_sentence(sentences, second, other)
            if a and b and a != b:
                found[frozenset((a.id, b.id))] = kind or rest[0]
    return found


@cache
def score(stories: tuple[str, ...] = tuple(LABELS), same_limit: float | None = None) -> Score:
    """Score the merging of some labelled stories together; at the default limit where none is given."""
    labelled: Counter[str] = Counter()
    merged: Counter[str] = Counter()
    cited, wrong = 0, []
    for story in stories:
        done: Run = run(story) if same_limit is None else run(story, same_limit=same_limit)
        kinds = kinds_of(story, done.sentences)
        statement_of = {one.id: at for at, statement in enumerate(done.statements) for one in statement.sentences}
        labelled.update(kinds.values())
        merged.update(kind for pair, kind in kinds.items() if len({statement_of[one] for one in pair}) == 1)
        for wording, other in citations(done.statements):
            cited += 1
            kind = kinds.get(frozenset((wording.id, other.id)), "unlabelled")
            if kind != "full" and not (kind == "partial" and says_less(wording, other)):
                wrong.append((kind, wording.text, other.text))
    return Score(labelled=labelled, merged=merged, cited=cited, right=cited - len(wrong), wrong=tuple(wrong))


def citations(statements: Sequence[Statement]) -> Iterator[tuple[Sentence, Sentence]]:
    """Return each printed wording with each sentence of another report that is cited for it."""
    for statement in statements:
        for other in statement.sentences[1:]:
            if other.document != statement.wording.document:
                yield statement.wording, other


def says_less(wording: Sentence, other: Sentence) -> bool:
    """Tell which of two sentences says less: that of fewer content words, by their labels' rule of thumb."""
    return len(set(filter(None, wording.terms))) <= len(set(filter(None, other.terms)))


def main() -> None:
    console = Console(width=None if Console().is_terminal else 120)
    table = Table(title="Merged of what is labelled; citations that are right")
    for heading in ("", *KINDS, "citations", "right", "precision", "recall", "F1"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, stories in [(story, (story,)) for story in LABELS] + [("together", tuple(LABELS))]:
        done = score(stories)
        pairs = [f"{done.merged[kind]}/{done.labelled[kind]}" for kind in KINDS]
        table.add_row(
            name,
            *pairs,
            str(done.cited),
            str(done.right),
            f"{done.precision:.2f}",
            f"{done.recall:.2f}",
            f"{done.f1:.2f}",
            end_section=name == list(LABELS)[-1],
        )
    console.print(table)
    for kind, wording, other in score(tuple(LABELS)).wrong:
        console.print(f"[{kind}] {wording}\n    {other}", markup=False, highlight=False)


if __name__ == "__main__":
    main()
