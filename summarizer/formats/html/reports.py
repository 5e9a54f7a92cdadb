"""The reports as the page shows them: whole, or what surrounds their passages, or the quoted passages alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup

from summarizer.formats.harmless import harmless
from summarizer.formats.html.excerpts import Excerpt, allow, cost_of, cut_excerpt
from summarizer.formats.html.marking import Stretch, mark_text, stretches_of
from summarizer.formats.html.passages import Passage
from summarizer.formats.phrases import count
from summarizer.model import Briefing, Document, DocumentId, Drop, Source
from summarizer.runs import Workings


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report of the panel: its source, its text as HTML, and what is to be said about how much of it is there."""

    source: Source
    body: Markup
    remark: str = ""


def write_reports(briefing: Briefing, run: Workings | None, passages: Sequence[Passage]) -> list[Report]:
    """Write every report of a briefing, by number.

    A report whose text is not at hand, or is not the one that was quoted, is shown by its quoted passages.
    """
    cited: dict[int, list[Passage]] = {source.number: [] for source in briefing.sources}
    for passage in passages:
        cited[passage.source].append(passage)
    documents = {document.id: document for document in run.documents} if run else {}
    held = {
        source.number: document
        for source in briefing.sources
        if (document := documents.get(source.document)) and _holds(document, cited[source.number])
    }
    drops = {number: _drops_of(document, run.fragments if run else {}) for number, document in held.items()}
    costs = {number: cost_of(document.text, len(drops[number])) for number, document in held.items()}
    allowed = allow(list(costs.values()))
    reports = []
    for source in briefing.sources:
        number, quoted = source.number, cited[source.number]
        document = held.get(number)
        if document is None:
            reports.append(Report(source=source, body=_quotes(quoted)))
            continue
        spans = [passage.span for passage in quoted]
        excerpt = cut_excerpt(document.text, costs[number], allowed, spans)
        body = Markup("\n").join(_parts(document.text, excerpt, quoted, drops[number]))
        reports.append(Report(source=source, body=body, remark=_remark(document, excerpt)))
    return reports


def _holds(document: Document, passages: Sequence[Passage]) -> bool:
    return all(passage.span.of(document.text) == passage.quote for passage in passages)


def _drops_of(document: Document, fragments: Mapping[DocumentId, tuple[Drop, ...]]) -> list[Drop]:
    """What is no part of the story; neighbours that one rule dropped, with nothing but white space between, are one."""
    joined: list[Drop] = []
    for drop in sorted((*document.dropped, *fragments.get(document.id, ())), key=lambda one: one.span):
        last = joined[-1] if joined else None
        if last and last.rule == drop.rule and not document.text[last.span.end : drop.span.start].strip():
            span = type(last.span)(start=last.span.start, end=max(last.span.end, drop.span.end))
            joined[-1] = Drop(span=span, rule=last.rule)
        else:
            joined.append(drop)
    return joined


def _parts(text: str, excerpt: Excerpt, passages: Sequence[Passage], drops: Sequence[Drop]) -> Iterator[Markup]:
    # A report of a million characters can hold ten thousand dropped lines: each part looks at its own alone.
    starts = [drop.span.start for drop in drops]
    ends = list(accumulate((drop.span.end for drop in drops), max))
    at = 0
    for part in excerpt.parts:
        yield _gap(text[at : part.start])
        within = drops[bisect_right(ends, part.start) : bisect_left(starts, part.end)]
        yield mark_text(text, part.start, part.end, stretches_of(passages, within))
        at = part.end
    yield _gap(text[at:])


def _gap(text: str) -> Markup:
    if not text.strip():
        return Markup("")
    return Markup('<p class="gap" lang="en" dir="ltr">… {} left out …</p>').format(count(len(text), "character"))


def _quotes(passages: Sequence[Passage]) -> Markup:
    """Each passage as one paragraph; a quotation of nothing that can be seen is still there to be linked to."""
    shown = [(harmless(passage.quote) or "…", passage) for passage in passages]
    return Markup("\n").join(
        mark_text(words, 0, len(words), [Stretch(start=0, end=len(words), mark=passage)]) for words, passage in shown
    )


def _remark(document: Document, excerpt: Excerpt) -> str:
    if document.skipped:
        return f"This report was not used: {document.skipped}."
    if not document.text.strip():
        return "This report is empty."
    if excerpt.is_whole:
        return ""
    return (
        f"This report has {count(len(document.text), 'character')}, too many for this page: shown are its opening, what"
        " is cited and what surrounds it."
    )
