"""The marks of a check against what is right: each a set of outcomes, of which precision and recall are measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from benchmarks.attribution import Outcome
from benchmarks.check_cases import KINDS
from benchmarks.check_run import SOURCELESS, WRONG, Verdict

Test = Callable[[Verdict], bool]


def with_own(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, list[Outcome]]]:
    """The marks where each sentence's own report is a source: true and altered sentences together.

    A sentence whose quotation was altered may stand as backed or not, for its finding tells. It is left out of the
    standings.
    """
    plain = [one for one in verdicts if one.case.kind != "quotation"]
    rows: list[tuple[str, Test, Test]] = [
        ("backed in full", lambda one: one.standing == "backed", lambda one: one.case.kind is None),
        ("in part", lambda one: one.standing == "in part", lambda one: one.case.expected == "in part"),
        ("contradicted", lambda one: one.is_marked_as("contradicted"), lambda one: one.case.expected == "contradicted"),
        ("not found", lambda one: one.standing == "not found", lambda one: one.case.expected == "not found"),
    ]
    for title, is_shown, is_wanted in rows:
        yield title, _outcomes(plain, is_shown, is_wanted)
    for kind in SOURCELESS:
        yield (
            f"{kind} without source",
            _outcomes(
                verdicts, lambda one, kind=kind: one.is_marked_as(kind), lambda one, kind=kind: _lacks(one, kind)
            ),
        )


def _lacks(verdict: Verdict, kind: str) -> bool:
    """Whether altered words stand in no report."""
    return verdict.case.absent == kind


def without_own(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, list[Outcome]]]:
    """The marks of true sentences where their own reports are left out, against what the others were found to say."""
    rows: tuple[tuple[str, Test, Test], ...] = (
        ("backed in full", lambda one: one.standing == "backed", lambda one: _label(one) == "full"),
        (
            "backed in full or in part",
            lambda one: one.standing in ("backed", "in part"),
            lambda one: _label(one) in ("full", "part"),
        ),
        ("in part", lambda one: one.standing == "in part", lambda one: _label(one) == "part"),
        (
            "contradicted, or disputed",
            lambda one: one.is_disputed,
            lambda one: any("differs" in own for own in _others(one).values()),
        ),
        ("not found", lambda one: one.standing == "not found", lambda one: _label(one) == "alone"),
    )
    for title, is_shown, is_wanted in rows:
        yield title, _outcomes(verdicts, is_shown, is_wanted)
    yield "a report cited in full", list(_citations(verdicts, {"full"}, lambda in_full: in_full))
    yield "a report cited in full or in part", list(_citations(verdicts, {"full", "part"}, lambda _: True))


def _citations(verdicts: Sequence[Verdict], right: set[str], counts: Callable[[bool], bool]) -> Iterator[Outcome]:
    for verdict in verdicts:
        for name, relations in _others(verdict).items():
            is_shown = name in verdict.cited and counts(verdict.cited[name])
            yield Outcome(cluster=verdict.case.cluster, is_shown=is_shown, is_wanted=bool(right & set(relations)))


def altered_marked(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, list[Outcome], list[Outcome]]]:
    """Whether altered sentences are marked, and whether in place, kind by kind and together."""
    for title in (*KINDS, "all"):
        own = [one for one in verdicts if title in ("all", one.case.kind)]
        yield (
            title,
            _outcomes(own, lambda one: one.is_marked, lambda _: True),
            _outcomes(own, lambda one: one.is_marked_in_place, lambda _: True),
        )


def wrongly_marked(verdicts: Sequence[Verdict]) -> Iterator[tuple[str, list[Outcome], list[Outcome]]]:
    """Whether true sentences are marked as contradicted or as without a source, mark by mark and together.

    First all that are marked, then those of them that are wrongly marked even by the letters of the reports.
    """
    for title, marks in (*((mark, (mark,)) for mark in WRONG), ("any of these", WRONG)):
        yield (
            title,
            _outcomes(verdicts, lambda one, marks=marks: any(map(one.is_marked_as, marks)), lambda _: True),
            _outcomes(verdicts, lambda one, marks=marks: any(map(one.is_wrong_by_words, marks)), lambda _: True),
        )


def letters_found(verdicts: Sequence[Verdict]) -> list[Outcome]:
    """Whether a finding of a quotation touches the letter that was changed."""
    return _outcomes(verdicts, lambda one: one.has_in_place("quotation"), lambda _: True)


def is_wronged(verdict: Verdict) -> bool:
    """Whether a true sentence is marked as contradicted, or something in it as without a source."""
    return any(verdict.is_marked_as(mark) for mark in WRONG)


def told_in_full(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Those that another report says in full, but for the reports that were left out."""
    return [one for one in verdicts if _label(one) == "full"]


def _label(verdict: Verdict) -> str:
    return verdict.case.label(verdict.left_out)


def _others(verdict: Verdict) -> dict[str, Sequence[str]]:
    return {name: own for name, own in verdict.case.others.items() if name not in verdict.left_out}


def _outcomes(verdicts: Sequence[Verdict], is_shown: Test, is_wanted: Test) -> list[Outcome]:
    return [Outcome(cluster=one.case.cluster, is_shown=is_shown(one), is_wanted=is_wanted(one)) for one in verdicts]
