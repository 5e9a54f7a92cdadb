"""The quoted passages of each report, and the words of a point that each backs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from summarizer.model import Briefing, Citation, Point, Relation, Span
from summarizer.renderers.sanitize import quoted, shown_span
from summarizer.renderers.update_lines import blocks_of
from summarizer.renderers.wording import IN_PART, by_extent, cited_for, letter

Key = tuple[int, int, int]


LIT = 12  # stretches of one point that the style can light up; the words beside a citation tell them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """A link from a passage to what cites it: a point by its number, or a difference by its letter.

    Attributes:
        target: The id of what it leads to.
        label: The number or the letter.
        name: What it leads to, in words.
        relation: How the passage stands to it; None for a difference.
    """

    target: str
    label: str
    name: str
    relation: Relation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPassage:
    """A stretch of a report that is cited, once or several times.

    Attributes:
        id: Its id within the page, "c3-1" for the first passage of report 3.
        source: The report's number.
        span: Where in the report.
        quote: What stands there.
        kind: What it is at most: "whole" where it says all of a point, else "part", else "reading" of a difference;
            on the page of a check "against" as well.
        backs: What cites it, in reading order.
    """

    id: str
    source: int
    span: Span
    quote: str
    kind: str
    backs: tuple[Back, ...]


def collect_passages(briefing: Briefing) -> dict[Key, QuotedPassage]:
    """Return every passage that a briefing cites once, by report and place, in that order; see `key_of`."""
    return number_cited(_cited(briefing), _kind_of)


def number_cited(
    cited: Iterable[tuple[Back, Citation]], kind_of: Callable[[Iterable[Back]], str]
) -> dict[Key, QuotedPassage]:
    """Return every cited passage once, by report and place, in that order, with an id of its own.

    Args:
        cited: What cites, and the passage that it cites.
        kind_of: Tells what a passage is at most by all that cites it.
    """
    quotes: dict[Key, str] = {}
    backs: dict[Key, dict[Back, None]] = {}
    for back, citation in cited:
        key = key_of(citation)
        quotes.setdefault(key, citation.quote)
        backs.setdefault(key, {})[back] = None
    passages: dict[Key, QuotedPassage] = {}
    number, before = 0, None
    for key in sorted(quotes):
        source, start, end = key
        number = number + 1 if source == before else 1
        before = source
        passages[key] = QuotedPassage(
            id=f"c{source}-{number}",
            source=source,
            span=Span(start=start, end=end),
            quote=quotes[key],
            kind=kind_of(backs[key]),
            backs=tuple(backs[key]),
        )
    return passages


def _kind_of(backs: Iterable[Back]) -> str:
    relations = {back.relation for back in backs}
    return "reading" if relations == {None} else "whole" if relations - {None, "part"} else "part"


def key_of(citation: Citation) -> Key:
    """Return where a citation points: two that point to one place share a passage."""
    return citation.source, citation.span.start, citation.span.end


def _cited(briefing: Briefing) -> Iterator[tuple[Back, Citation]]:
    for number, point in enumerate(briefing.points, start=1):
        for citation in point.citations:
            in_part = f", {IN_PART}" if citation.relation == "part" else ""
            name = f"point {number}{in_part}"
            yield Back(target=f"p{number}", label=f"{number}{in_part}", name=name, relation=citation.relation), citation
    for index, discrepancy in enumerate(briefing.discrepancies):
        sign = letter(index)
        back = Back(target=f"d{sign}", label=sign, name=f"difference {sign}")
        for reading in discrepancy.readings:
            yield from ((back, citation) for citation in reading.citations)
    back = Back(target="since", label="since", name="what changed since the earlier briefing")
    yield from ((back, citation) for block in blocks_of(briefing) for line in block.lines for citation in line.cited)


def write_stretches(point: Point) -> Markup:
    """Write a point's text; what its n-th citation in part backs has the class "b<n>"; pieces may have several."""
    words = quoted(point.text)
    _, in_part = by_extent(cited_for(point.citations, point.text))
    spans = [shown_span(point.text, one.citation.backed) for one in in_part[:LIT] if one.citation.backed]
    cuts = sorted({0, len(words), *(edge for span in spans for edge in (span.start, span.end))})
    written = Markup("")
    for start, end in pairwise(cuts):
        names = [f"b{number}" for number, span in enumerate(spans, 1) if span.start <= start and end <= span.end]
        piece = escape(words[start:end])
        written += Markup('<span class="{}">{}</span>').format(" ".join(names), piece) if names else piece
    return written
