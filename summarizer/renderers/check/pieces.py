"""The words of a draft and of a report in pieces, so that those that stand against each other can be marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from summarizer.model import Check, CheckedSentence, Finding, Span
from summarizer.model.check import FAIL_ON
from summarizer.renderers.sanitize import quoted, shown_span

Mark = tuple[Span, str, int]  # a stretch of a text, what it is, and the number of what it belongs to


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a text as it is shown.

    Attributes:
        words: What is shown, made harmless; empty for a mark where something is left out.
        mark: What is marked here; "" for nothing.
        place: The number of what the mark belongs to; None for no mark.
    """

    words: str
    mark: str = ""
    place: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFinding:
    """A finding as it is shown.

    Attributes:
        finding: The finding.
        here: The words of the draft, with the letters that are not the report's marked.
        there: The words of the report, with those that stand against the draft's marked; empty where there are none.
        source: The number of that report; None where there is none.
        goes_on: Whether the next finding is on the same passage, and has its words.
    """

    finding: Finding
    here: tuple[Piece, ...]
    there: tuple[Piece, ...]
    source: int | None
    goes_on: bool = False


def cut_pieces(text: str, marks: Iterable[Mark], harmless: Callable[[str], str] = quoted) -> tuple[Piece, ...]:
    """Cut a text where marks begin and end; of several marks on one stretch the first one counts.

    Args:
        text: The text.
        marks: Stretches of it, what each is, and the number of what it belongs to.
        harmless: What is shown of a text; `sanitize` where a number in brackets cannot be taken for one of ours.

    Returns:
        All of the text as it is shown, in order.

    Example:
        >>> [(one.words, one.mark) for one in cut_pieces("Five people", [(Span(start=0, end=4), "bad", 0)])]
        [('Five', 'bad'), (' people', '')]
    """
    words = harmless(text)
    spans = [(shown_span(text, span), mark, place) for span, mark, place in marks]
    edges = {edge for span, _, _ in spans for edge in (span.start, span.end)}
    cuts = sorted({0, len(words), *(edge for edge in edges if edge < len(words))})
    points = {span.start: (mark, place) for span, mark, place in spans if span.start == span.end}
    found: list[Piece] = []
    for start, end in pairwise([*cuts, len(words)]):
        if start in points:
            found.append(Piece(words="", mark=points[start][0], place=points[start][1]))
        if start < end:
            holding = ((mark, place) for span, mark, place in spans if span.start <= start and end <= span.end)
            mark, number = next(holding, ("", None))
            found.append(Piece(words=words[start:end], mark=mark, place=number))
    return tuple(found)


def pieces_of(sentence: CheckedSentence, harmless: Callable[[str], str] = quoted) -> tuple[Piece, ...]:
    """Cut a sentence at what was found in it: "bad" for what a build stops for, else "doubt", by place."""
    start, end = sentence.span.start, sentence.span.end
    marks = [
        (Span(start=max(span.start, start) - start, end=min(span.end, end) - start), level_of(finding), place)
        for place, finding in enumerate(sentence.findings)
        if (span := finding.span).start < end and start < span.end
    ]
    # A number within an altered quotation is to be seen in it.
    return cut_pieces(sentence.text, sorted(marks, key=lambda one: one[0].end - one[0].start), harmless)


def level_of(finding: Finding) -> str:
    """Tell how bad a finding is: "bad" for the kinds that a build stops for, else "doubt"."""
    return "bad" if finding.kind in FAIL_ON else "doubt"


def hold_findings(
    check: Check, sentence: CheckedSentence, harmless: Callable[[str], str] = quoted
) -> tuple[ShownFinding, ...]:
    """Return the findings of a sentence with the words of the draft and those of the report.

    Of findings in a row on one passage the last one has its words, with all that they are about marked.

    Args:
        check: The check.
        sentence: The sentence.
        harmless: As `cut_pieces` takes it.
    """
    found: list[ShownFinding] = []
    for passage, some in groupby(sentence.findings, key=lambda one: (one.passage, bool(one.edits))):
        told = list(some)
        groups = [[one] for one in told] if passage[1] else [told]
        for group in groups:
            last = group[-1]
            there, source = _words_there(check, group, harmless)
            found += [
                ShownFinding(
                    finding=one,
                    here=_words_here(one, harmless),
                    there=there if one is last else (),
                    source=source,
                    goes_on=bool(there) and one is not last,
                )
                for one in group
            ]
    return tuple(found)


def _words_here(finding: Finding, harmless: Callable[[str], str]) -> tuple[Piece, ...]:
    marks = [(_within(edit.draft, finding.span), "altered", at) for at, edit in enumerate(finding.edits)]
    return cut_pieces(finding.words, marks, harmless)


def _words_there(
    check: Check, findings: Sequence[Finding], harmless: Callable[[str], str]
) -> tuple[tuple[Piece, ...], int | None]:
    passage = findings[0].passage
    if passage is None:
        return (), None
    shown = _shown_of(findings, passage.span)
    spans = [edit.report for finding in findings for edit in finding.edits]
    spans = spans or [finding.against for finding in findings if finding.against]
    marks = [(_within(span, shown), "original", at) for at, span in enumerate(spans)]
    return cut_pieces(shown.of(dict(check.texts)[passage.document]), marks, harmless), passage.source


def _shown_of(findings: Sequence[Finding], passage: Span) -> Span:
    """Of a report the passage, or the words that a quotation is altered from, and all that is marked in it."""
    against = [finding.against for finding in findings if finding.against]
    edits = [edit.report for finding in findings for edit in finding.edits]
    spans = [*(against if edits and against else [passage]), *edits, *against]
    return Span(start=min(span.start for span in spans), end=max(span.end for span in spans))


def _within(span: Span, outer: Span) -> Span:
    start = min(max(span.start, outer.start), outer.end) - outer.start
    return Span(start=start, end=max(start, min(span.end, outer.end) - outer.start))


def braced(pieces: Iterable[Piece]) -> str:
    """Return pieces as plain text, with what is marked in braces: "acted with great ca{re}"."""
    return "".join(f"{{{one.words}}}" if one.mark else one.words for one in pieces)
