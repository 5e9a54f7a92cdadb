"""What `check` marks, against labels by reading and against sentences that were altered by hand.

`python -m benchmarks.check` prints two settings. In the first all reports of a cluster are sources: every true sentence
has its own report and must be backed, and every altered one must be marked. In the second a sentence's own report and
the reports that hold the same words are left out: the labels of the other reports tell what is right. Intervals are
95 % bootstrap intervals over clusters.

`--show MARK` prints the failures of one kind instead. `--held-out` takes the second set of altered sentences, which is
never shown: rules are made on the first.

A sentence is "marked" where a reader is warned at all: it does not stand as backed, or something was found in it. It is
marked "in place" where a finding touches the altered words, or the sentence is contradicted or was not found. A true
sentence that is marked as without a source is "wrong by its letters" where a report has the words: a report that says
all of a sentence need not name who says it, nor repeat its quotation word for word.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from benchmarks.attribution import Outcome, interval, measure
from benchmarks.check_cases import ALTERED, HELD_OUT, has_data, load_altered, load_true
from benchmarks.check_letters import change_letters
from benchmarks.check_marks import (
    altered_marked,
    is_wronged,
    letters_found,
    told_in_full,
    with_own,
    without_own,
    wrongly_marked,
)
from benchmarks.check_run import SOURCELESS, Verdict, check_with_own, check_without_own
from benchmarks.check_time import time_check

NO_DATA = "Without the benchmark data: the labelled stories, and the altered sentences of MultiLing on excerpts."

FEWEST = 6  # of which an interval is told


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What the check says of the cases.

    Attributes:
        true: Of true sentences, against all reports.
        alone: Of true sentences, against the reports that have other words.
        altered: Of altered sentences, against all reports.
        altered_alone: Of altered sentences, against the reports that have other words than the original.
        letters: Of true sentences with one letter of a quotation changed, against all reports.
    """

    true: list[Verdict]
    alone: list[Verdict]
    altered: list[Verdict]
    altered_alone: list[Verdict]
    letters: list[Verdict]


def run(*, is_held_out: bool = False, quoted: bool = False) -> Results:
    """Check everything; where `quoted`, only what needs no text from outside the project."""
    true = load_true(quoted=quoted)
    altered = load_altered(HELD_OUT if is_held_out else ALTERED, quoted=quoted)
    return Results(
        true=check_with_own(true, quoted=quoted),
        alone=check_without_own(true),
        altered=check_with_own(altered, quoted=quoted),
        altered_alone=[] if quoted else check_without_own(altered),
        letters=check_with_own(list(change_letters(true)), quoted=quoted),
    )


def _fails_in_place(results: Results) -> list[Verdict]:
    return [one for one in results.altered if not one.is_marked_in_place]


def _wrong(mark: str) -> Callable[[Results], list[Verdict]]:
    return lambda results: [one for one in (*results.true, *told_in_full(results.alone)) if one.is_marked_as(mark)]


FAILURES: dict[str, Callable[[Results], list[Verdict]]] = {
    "unmarked": lambda results: [one for one in results.altered if not one.is_marked],
    "out-of-place": _fails_in_place,
    "letters": lambda results: [one for one in results.letters if not one.has_in_place("quotation")],
    "unbacked": lambda results: [one for one in results.true if one.standing != "backed"],
    "missed": lambda results: [one for one in told_in_full(results.alone) if one.standing != "backed"],
    "overbacked": lambda results: [
        one for one in results.alone if one.standing == "backed" and one.case.label(one.left_out) != "full"
    ],
    "wrong": lambda results: [one for one in (*results.true, *told_in_full(results.alone)) if is_wronged(one)],
    **{mark: _wrong(mark) for mark in ("contradicted", *SOURCELESS)},
    "disputed": lambda results: [
        one
        for one in results.alone
        if one.is_disputed and not any("differs" in own for own in one.case.others.values())
    ],
}


def main() -> None:
    """Print the tables, or the failures of one kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", choices=FAILURES, help="print the failures of one kind instead of the tables")
    parser.add_argument("--held-out", action="store_true", help="the altered sentences that no rule was made on")
    parser.add_argument("--no-time", action="store_true", help="do not measure the time")
    asked = parser.parse_args()
    if asked.show and asked.held_out:
        parser.error("--held-out: its failures are not shown, so that it measures rules that were made without it")
    console = Console(width=None if Console().is_terminal else 120)
    quoted = not has_data()
    if quoted:
        console.print(NO_DATA)
    results = run(is_held_out=asked.held_out, quoted=quoted)
    if asked.show:
        for verdict in FAILURES[asked.show](results):
            console.print("\n".join(tell(verdict)), markup=False, highlight=False, soft_wrap=True)
        return
    for table in _tables(results, "altered, held out" if asked.held_out else "altered"):
        console.print(table)
    if results.altered_alone:
        backed = sum(one.standing == "backed" for one in results.altered_alone)
        console.print(f"Altered sentences backed in full by other reports: {backed} of {len(results.altered_alone)}.")
    if not asked.no_time:
        console.print(time_check())


def _tables(results: Results, name: str) -> Iterator[Table]:
    yield _marks(
        f"All reports are sources: {len(results.true)} true and {len(results.altered)} {name}",
        list(with_own([*results.true, *results.altered])),
    )
    yield _marks(f"Their own reports left out: {len(results.alone)} true sentences", list(without_own(results.alone)))
    table = _shares(f"Sentences ({name}) that are marked", ("marked", "in place"))
    for title, marked, in_place in altered_marked(results.altered):
        _add(table, title, marked, in_place)
    yield table
    table = _shares("Quotations with one letter changed", ("found",))
    hand_made = [one for one in results.altered if one.case.how == "one letter"]
    for title, own in (("by hand", hand_made), ("by a draw, in true sentences", results.letters)):
        _add(table, title, letters_found(own))
    yield table
    for title, own in (
        ("all reports are sources", results.true),
        ("their own left out, another says it in full", told_in_full(results.alone)),
    ):
        table = _shares(f"True sentences that are marked: {title}", ("marked", "wrong by its letters"))
        for mark, marked, wrong in wrongly_marked(own):
            _add(table, mark, marked, wrong)
        yield table


def _marks(title: str, rows: Sequence[tuple[str, list[Outcome]]]) -> Table:
    table = Table(title=title)
    for heading in ("", "precision", "95 %", "recall", "95 %", "shown", "due"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, outcomes in rows:
        precision, recall, shown = measure(outcomes)
        due = sum(one.is_wanted for one in outcomes)
        first = (f"{precision:.2f}", _interval(outcomes, 0, ".2f")) if shown else ("–", "–")
        second = (f"{recall:.2f}", _interval(outcomes, 1, ".2f")) if due else ("–", "–")
        table.add_row(name, *first, *second, str(shown), str(due))
    return table


def _shares(title: str, columns: Sequence[str]) -> Table:
    table = Table(title=title)
    for heading in ("", "of", *(name for column in columns for name in (column, "share", "95 %"))):
        table.add_column(heading, justify="right" if heading else "left")
    return table


def _add(table: Table, title: str, *columns: list[Outcome]) -> None:
    """Add a row: of how many, and for each column how many, the share, and its interval."""
    cells = [title, str(len(columns[0]))]
    for outcomes in columns:
        _, share, shown = measure(outcomes)
        cells += [str(shown), f"{share:.1%}", _interval(outcomes, 1, ".1%")] if outcomes else ["0", "–", "–"]
    table.add_row(*cells)


def _interval(outcomes: Sequence[Outcome], which: int, form: str) -> str:
    """The interval of the precision (0) or recall (1).

    Where all clusters agree, or a handful count, there is none: drawing from them says nothing of others.
    """
    if sum(one.is_wanted if which else one.is_shown for one in outcomes) < FEWEST:
        return "–"
    low, high = interval(outcomes, which)
    return f"{low:{form}} to {high:{form}}" if low < high else "–"


def tell(verdict: Verdict) -> Iterator[str]:
    """Tell one case: its place, its words, and what was found."""
    case = verdict.case
    what = f", {case.kind} ({case.how})" if case.kind else f", {case.label(verdict.left_out)}"
    yield f"{case.name}{what}: {verdict.standing}"
    yield f"  {case.text}"
    for start, end in case.altered:
        yield f"  altered: {case.text[start:end]!r}"
    for finding in verdict.findings:
        yield f"  {finding.kind}: {finding.words!r}: {finding.reason}"
        if finding.passage:
            yield f"    beside {finding.passage.document}: {finding.passage.quote!r}"
    for sentence in verdict.sentences:
        yield from (f"  {one.relation} {one.document}: {one.quote!r}" for one in sentence.citations[:3])
    yield ""


if __name__ == "__main__":
    main()
