"""What is not in the briefing, and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.finished_run import Run
from summarizer.model import DroppedSpan, Source
from summarizer.renderers.sanitize import shortened

_RUNNERS_UP = 30
_REASONS = 10
_LINES = 1000  # dropped lines shown of all reports together: 250 kB
_LEAST = 5  # of each, however many reports there are
_MOST = 200
_LINE = 160  # characters shown of one
_NUMBER = re.compile(r"\d[\d.,]*(?<=\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedStatement:
    """A statement that was not chosen: its wording, whose it is, why not, and the point that it lost to."""

    rank: int
    text: str
    source: int | None
    reason: str
    point: int | None
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """What was dropped from one report: (rule, start of the line), and how many lines are not shown."""

    source: Source
    lines: tuple[tuple[str, str], ...]
    more: int
    rules: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """All of it."""

    losers: tuple[RejectedStatement, ...]
    rest: tuple[tuple[str, int], ...]
    total: int
    dropped: tuple[Dropped, ...]


def list_rejected(run: Run) -> Rejected:
    """Gather the best statements that were not chosen, those that lost to a point, and what was dropped."""
    number_of = {source.document: source.number for source in run.briefing.sources}
    point_of = {
        (point.citations[0].document, point.citations[0].span): number
        for number, point in enumerate(run.briefing.points, start=1)
    }
    rejected = sorted((choice for choice in run.decisions if not choice.chosen), key=lambda choice: choice.rank)
    beaten = [choice for choice in rejected if choice.rival is not None][:_RUNNERS_UP]
    told = {choice.rank: choice for choice in (*rejected[:_RUNNERS_UP], *beaten)}
    losers = []
    for _, choice in sorted(told.items()):
        wording, rival = choice.statement.wording, choice.rival
        losers.append(
            RejectedStatement(
                rank=choice.rank,
                text=wording.text,
                source=number_of.get(wording.document),
                reason=choice.reason,
                point=point_of.get((rival.wording.document, rival.wording.span)) if rival else None,
                similarity=choice.similarity,
            )
        )
    # Reasons that differ only in their numbers are one reason.
    rest = Counter(_NUMBER.sub("…", choice.reason) for choice in rejected if choice.rank not in told)
    return Rejected(
        losers=tuple(losers), rest=tuple(rest.most_common(_REASONS)), total=len(rejected), dropped=_dropped(run)
    )


def _dropped(run: Run) -> tuple[Dropped, ...]:
    documents = {document.id: document for document in run.documents}
    room = min(max(_LINES // max(len(documents), 1), _LEAST), _MOST)
    found = []
    for source in run.briefing.sources:
        document = documents.get(source.document)
        if document is None:
            continue
        drops: Sequence[DroppedSpan] = sorted(
            (*document.dropped, *run.fragments.get(document.id, ())), key=lambda drop: drop.span
        )
        if drops:
            lines = tuple((drop.rule, shortened(drop.span.of(document.text), _LINE)) for drop in drops[:room])
            rules = tuple(Counter(drop.rule for drop in drops).most_common())
            found.append(Dropped(source=source, lines=lines, more=len(drops) - len(lines), rules=rules))
    return tuple(found)
