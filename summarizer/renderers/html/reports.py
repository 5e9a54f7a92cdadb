"""The reports on the page: whole, or the surroundings of their passages, or the passages alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup

from summarizer.finished_run import Run
from summarizer.model import Briefing, Document, DocumentId, DroppedSpan, Source, Span
from summarizer.model.text import count
from summarizer.renderers.html.marking import Stretch, mark_text, stretches_of
from summarizer.renderers.html.passages import QuotedPassage
from summarizer.renderers.sanitize import sanitize

# Bytes of all reports together. A page of a hundred reports that fill it, 2.2 MB, is ready in Chromium after 1.1 s, and
# after 1.6 to 2.3 s with the processor slowed to a quarter; a citation is then shown after 0.1 to 0.4 s.
TOTAL = 2_000_000
LARGEST = 120_000  # of one report: the longest of 549 reports of Multi-News has 48,000, and 99 in 100 less than 23,000
SURROUNDINGS = 1_500  # characters on each side of a passage: about a screen of the panel
_ENTITY = 4  # bytes that an escaped character takes more than itself
_TAGS = 9  # bytes of a paragraph's tags
_DROP = 60  # bytes of a dropped stretch's tags


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The parts of a report to show, in order; the whole of it as one part where it is affordable."""

    parts: tuple[Span, ...]
    length: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.parts == (Span(start=0, end=self.length),)

    @property
    def shown(self) -> int:
        """How many characters are shown."""
        return sum(part.end - part.start for part in self.parts)


def cost_of(text: str, drops: int = 0) -> int:
    """Return about how many bytes a report takes on the page."""
    special = sum(map(text.count, "&<>\"'"))
    encoded = len(text.encode("utf-8", errors="replace"))
    return encoded + _ENTITY * special + _TAGS * text.count("\n\n") + _DROP * drops


def allow(costs: Sequence[int], total: int = TOTAL, largest: int = LARGEST) -> int:
    """Return the most that one report may cost, so that all keep within a total: long ones give way to short ones."""
    rest = total
    ordered = sorted(costs)
    for place, cost in enumerate(ordered):
        share = rest // (len(ordered) - place)
        if cost > share:
            return min(share, largest)
        rest -= cost
    return largest


def cut_excerpt(text: str, cost: int, allowed: int, passages: Sequence[Span]) -> Excerpt:
    """Choose what to show of a report: every passage whole, with as much around it as is allowed.

    Args:
        text: The report.
        cost: What it costs as a whole, in bytes.
        allowed: What it may cost.
        passages: What is cited of it, in order.
    """
    if cost <= allowed:
        return Excerpt(parts=(Span(start=0, end=len(text)),), length=len(text))
    characters = int(allowed * len(text) / cost)
    around = SURROUNDINGS
    while True:
        parts = _windows(text, passages, around)
        excerpt = Excerpt(parts=parts, length=len(text))
        if excerpt.shown <= characters or not around:
            return excerpt
        around //= 2


def _windows(text: str, passages: Sequence[Span], around: int) -> tuple[Span, ...]:
    """The report's opening and each passage with what surrounds it, cut between words; what touches is one."""
    wanted = [Span(start=0, end=min(around, len(text))), *passages]
    found: list[Span] = []
    for span in sorted(wanted):
        start = _back_to_white(text, max(span.start - around, 0), around)
        end = _on_to_white(text, min(span.end + around, len(text)), around)
        if found and start <= found[-1].end:
            found[-1] = Span(start=found[-1].start, end=max(found[-1].end, end))
        else:
            found.append(Span(start=start, end=end))
    return tuple(span for span in found if span.start < span.end)


def _back_to_white(text: str, at: int, most: int) -> int:
    least = max(at - min(most, 60), 0)
    return next((place for place in range(at, least, -1) if text[place - 1].isspace()), 0 if least == 0 else at)


def _on_to_white(text: str, at: int, most: int) -> int:
    last = min(at + min(most, 60), len(text))
    return next((place for place in range(at, last) if text[place].isspace()), last if last == len(text) else at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report of the panel: its source, its text as HTML, and what is to be said about how much of it is there."""

    source: Source
    body: Markup
    remark: str = ""


def write_reports(briefing: Briefing, run: Run | None, passages: Sequence[QuotedPassage]) -> list[Report]:
    """Write every report of a briefing, by number."""
    fragments = run.fragments if run else {}
    return write_documents(briefing.sources, run.documents if run else (), passages, fragments)


def write_documents(
    sources: Sequence[Source],
    documents: Iterable[Document],
    passages: Iterable[QuotedPassage],
    fragments: Mapping[DocumentId, tuple[DroppedSpan, ...]],
) -> list[Report]:
    """Write the report of each source, by number.

    A report whose text is not at hand, or is not the one that was quoted, is shown by its quoted passages.

    Args:
        sources: The reports to show.
        documents: Those that are at hand.
        passages: What is quoted of them.
        fragments: What was dropped of them after reading.
    """
    cited: dict[int, list[QuotedPassage]] = {source.number: [] for source in sources}
    for passage in passages:
        cited[passage.source].append(passage)
    by_id = {document.id: document for document in documents}
    held = {
        source.number: document
        for source in sources
        if (document := by_id.get(source.document)) and _holds(document, cited[source.number])
    }
    drops = {number: _drops_of(document, fragments) for number, document in held.items()}
    costs = {number: cost_of(document.text, len(drops[number])) for number, document in held.items()}
    allowed = allow(list(costs.values()))
    reports = []
    for source in sources:
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


def _holds(document: Document, passages: Sequence[QuotedPassage]) -> bool:
    return all(passage.span.of(document.text) == passage.quote for passage in passages)


def _drops_of(document: Document, fragments: Mapping[DocumentId, tuple[DroppedSpan, ...]]) -> list[DroppedSpan]:
    """What is no part of the story; neighbours that one rule dropped, with nothing but white space between, are one."""
    joined: list[DroppedSpan] = []
    for drop in sorted((*document.dropped, *fragments.get(document.id, ())), key=lambda one: one.span):
        last = joined[-1] if joined else None
        if last and last.rule == drop.rule and not document.text[last.span.end : drop.span.start].strip():
            span = type(last.span)(start=last.span.start, end=max(last.span.end, drop.span.end))
            joined[-1] = DroppedSpan(span=span, rule=last.rule)
        else:
            joined.append(drop)
    return joined


def _parts(
    text: str, excerpt: Excerpt, passages: Sequence[QuotedPassage], drops: Sequence[DroppedSpan]
) -> Iterator[Markup]:
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


def _quotes(passages: Sequence[QuotedPassage]) -> Markup:
    """Each passage as one paragraph; a quotation of nothing that can be seen is still there to be linked to."""
    shown = [(sanitize(passage.quote) or "…", passage) for passage in passages]
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
