"""The cases of the benchmark of `check`, checked: one draft a cluster and choice of reports, a paragraph a case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.check_cases import Case, Place, copies_of, documents_of, group, reports_of
from summarizer.checking.check import check_text
from summarizer.model.check import Check, CheckedSentence, Finding, Standing

WORST_FIRST: tuple[Standing, ...] = ("contradicted", "not found", "in part", "backed", "not checked")
SOURCELESS = ("number", "name", "date", "quotation")
WRONG = ("contradicted", *SOURCELESS)  # what a true sentence may not be marked as
WORD = re.compile(r"[^\W_]+")
IN_FULL = ("verbatim", "same")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the check says of a case.

    Attributes:
        case: The case.
        left_out: The reports that were not among the sources.
        start: Where the case begins in its draft.
        sentences: The sentences that its paragraph was split into.
    """

    case: Case
    left_out: frozenset[str]
    start: int
    sentences: tuple[CheckedSentence, ...]

    @property
    def standing(self) -> Standing:
        """The worst standing of its sentences."""
        found = {one.standing for one in self.sentences}
        return next((standing for standing in WORST_FIRST if standing in found), "not checked")

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in its sentences."""
        return tuple(finding for sentence in self.sentences for finding in sentence.findings)

    @property
    def cited(self) -> Mapping[str, bool]:
        """Whether each report that is cited says all of it; nothing where it was split into several sentences."""
        if len(self.sentences) != 1:
            return {}
        return {one.document: one.relation in IN_FULL for one in self.sentences[0].citations}

    def is_marked_as(self, mark: str) -> bool:
        """Whether it is marked as contradicted, or has a finding of a kind."""
        if mark == "contradicted":
            return self.standing == "contradicted" or any(one.kind == "contradiction" for one in self.findings)
        return any(one.kind == mark for one in self.findings)

    def is_wrong_by_words(self, mark: str) -> bool:
        """Whether a mark is wrong by the letters of the reports, if the sentence is true.

        A report that says all of a sentence need not name who says it, nor repeat a quotation word for word. So what
        has no source is wrong where its words do stand in a report.
        """
        if mark == "contradicted":
            return self.is_marked_as(mark)
        texts = [
            _letters(text) for name, (_, text) in reports_of(self.case.cluster).items() if name not in self.left_out
        ]
        return any(one.kind == mark and any(_letters(one.words) in text for text in texts) for one in self.findings)

    @property
    def is_disputed(self) -> bool:
        """Whether it is marked as something that a report contradicts, whether or not another says it."""
        return self.is_marked_as("contradicted") or self.is_marked_as("dispute")

    @property
    def is_marked(self) -> bool:
        """Whether a reader is warned at all: it does not stand as backed, or something was found."""
        return self.standing not in ("backed", "not checked") or bool(self.findings)

    @property
    def is_marked_in_place(self) -> bool:
        """Whether the altered words themselves are marked.

        A finding touches them, or the sentence that they stand in is contradicted or was not found.
        """
        places = [_widen(self.start, place) for place in self.case.altered]
        spans = [one.span for one in self.findings]
        spans += [one.span for one in self.sentences if one.standing in ("contradicted", "not found")]
        return any(span.start < end and start < span.end for span in spans for start, end in places)

    def has_in_place(self, kind: str) -> bool:
        """Whether a finding of a kind touches the altered words."""
        places = [_widen(self.start, place) for place in self.case.altered]
        spans = [one.span for one in self.findings if one.kind == kind]
        return any(span.start < end and start < span.end for span in spans for start, end in places)


def check_with_own(cases: Sequence[Case], *, quoted: bool = False) -> list[Verdict]:
    """Check the cases against all reports of their clusters."""
    groups = group(cases, [case.cluster for case in cases])
    return [verdict for own in groups for verdict in _check(own, frozenset(), quoted=quoted)]


def check_without_own(cases: Sequence[Case]) -> list[Verdict]:
    """Check the cases against the other reports: without their own, and without those that have the same words."""
    left_out = [copies_of(case) for case in cases]
    groups = group(cases, [(case.cluster, names) for case, names in zip(cases, left_out, strict=True)])
    return [verdict for own in groups for verdict in _check(own, copies_of(own[0]), quoted=False)]


def _check(cases: Sequence[Case], left_out: frozenset[str], *, quoted: bool) -> Iterator[Verdict]:
    documents = documents_of(cases[0].cluster, left_out, quoted=quoted)
    if not documents:
        return
    draft = "\n\n".join(case.text for case in cases)
    check = check_text(draft, documents)
    assert check.text == draft, f"{cases[0].cluster}: the draft was changed"
    start = 0
    for case in cases:
        yield Verdict(
            case=case, left_out=left_out, start=start, sentences=_within(check, start, start + len(case.text))
        )
        start += len(case.text) + 2


def _within(check: Check, start: int, end: int) -> tuple[CheckedSentence, ...]:
    return tuple(one for one in check.sentences if one.span.start < end and start < one.span.end)


def _letters(text: str) -> str:
    """A text without marks and capitals, between blanks."""
    return " ".join(["", *WORD.findall(text.casefold()), ""])


def _widen(start: int, place: Place) -> Place:
    """Where the altered words stand in the draft; where words were left out, the letters on both sides."""
    first, last = place
    return (start + first, start + last) if first < last else (start + first - 1, start + last + 1)
