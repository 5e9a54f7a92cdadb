"""Quotations of a draft that no report has letter for letter, or that the reports give to another speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from summarizer.checking.drafts import Draft
from summarizer.checking.held_reports import HeldReports
from summarizer.checking.quotations import Match, Quotation, find_quotations
from summarizer.checking.speakers import names_of_speaker, speaker_in
from summarizer.model import Citation, Finding, Sentence, Span

_NOWHERE = "no report has these words"
_TOO_LONG = "no report has it word for word; it is too long to compare, and a mark that closes it may be missing"


def quotations_by_sentence(draft: Draft) -> dict[Span, list[Quotation]]:
    """Return the quotations of each sentence of a draft: those that begin in it, wherever they end."""
    found: dict[Span, list[Quotation]] = {}
    paragraphs: dict[int, list[Span]] = {}
    for one in draft.sentences:
        paragraphs.setdefault(one.sentence.paragraph, []).append(one.sentence.span)
    for spans in paragraphs.values():
        starts = [span.start for span in spans]
        for quotation in find_quotations(draft.plain, Span(start=starts[0], end=spans[-1].end)):
            place = bisect_right(starts, quotation.span.start) - 1
            found.setdefault(spans[place], []).append(quotation)
    return found


def find_misquotations(
    point: Sentence, quoted: Mapping[Quotation, Sequence[Match]], reports: HeldReports
) -> Iterator[Finding]:
    """Find the quotations of a sentence that are altered, made up, or another speaker's.

    Args:
        point: The sentence.
        quoted: Its quotations, each with the passages that have it.
        reports: The reports.
    """
    for quotation, matches in quoted.items():
        if matches:
            yield from _find_other_speaker(point, quotation, matches, reports)
            continue
        near = reports.quotations.find_nearest(quotation)
        if near and not near.edits:
            continue
        yield Finding(
            kind="quotation",
            span=quotation.span,
            words=quotation.text,
            reason="not word for word" if near else _NOWHERE if quotation.is_comparable else _TOO_LONG,
            passage=_cite(near, reports) if near else None,
            against=near.span if near else None,
            edits=near.edits if near else (),
        )


def _find_other_speaker(
    point: Sentence, quotation: Quotation, matches: Sequence[Match], reports: HeldReports
) -> Iterator[Finding]:
    """That every report which has a quotation names another speaker for it."""
    own = speaker_in(point)
    given = [_speakers_of(match, reports) for match in matches]
    others = [names_of_speaker(name, reports.language) for names in given for name in names]
    if not own or not all(given) or not all(others) or any(own & names for names in others):
        return
    said = " or ".join(sorted({name for names in given for name in names}))
    yield Finding(
        kind="quotation",
        span=quotation.span,
        words=quotation.text,
        reason=f"{said} says it in the report, {point.speaker} in the draft",
        passage=_cite(matches[0], reports),
        against=matches[0].span,
    )


def _speakers_of(match: Match, reports: HeldReports) -> list[str]:
    """The speakers whom a report names for the sentences that hold a quotation."""
    document = reports.state.given[match.document].id
    return [
        one.speaker
        for one in reports.spoken.get(document, ())
        if one.speaker and one.span.start < match.span.end and match.span.start < one.span.end
    ]


def _cite(match: Match, reports: HeldReports) -> Citation:
    document = reports.state.given[match.document]
    return Citation(
        source=reports.number_of[document.id],
        document=document.id,
        span=match.span,
        quote=match.span.of(document.text),
        page=document.page_of(match.span),
    )
