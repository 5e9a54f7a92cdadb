"""What a briefing tells beyond an earlier one, in words and lines that every format for people puts in its own way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.briefing.since.notes import is_of_another_story
from summarizer.model import (
    Briefing,
    Change,
    Citation,
    EarlierPassage,
    EarlierPoint,
    EarlierReading,
    PartialDate,
    Point,
    Reading,
    Update,
)
from summarizer.model.text import count, list_numbers
from summarizer.renderers.terminal_page import Part
from summarizer.renderers.wording import month_name, who

_OTHERWISE = "What the new reports tell otherwise"
_EARLIER = "Points of the earlier briefing"
_THERE = "of the earlier briefing"
_LISTED = 9  # new reports that are listed by their numbers


class Line(NamedTuple):
    """A line: its parts, whether it stands under the line before it, and the passages at hand that it cites."""

    parts: list[Part]
    is_under: bool = False
    cited: tuple[Citation, ...] = ()


class Block(NamedTuple):
    """Lines under a heading."""

    heading: str
    lines: list[Line]


def summary_of(briefing: Briefing) -> str:
    """Say how much is new since the earlier briefing; nothing where there was none."""
    update = briefing.since
    if update is None:
        return ""
    newest = f", the newest of {moment_of(update.newest)}" if update.newest else ""
    opening = f"the earlier briefing ({count(len(update.reports), 'report')}{newest})"
    if not update.new_sources:
        return f"Nothing is new since {opening}: every report given now was read for it."
    number = len(update.new_sources)
    listed = "".join(f"[{one}]" for one in update.new_sources) if number <= _LISTED else ""
    read = f"{number} of {count(len(briefing.sources), 'report')} {_is(number)} new"
    if is_of_another_story(briefing):
        return f"Nothing of {opening} was found here, neither a report nor a statement: it may be about another story."
    return f"Since {opening}: {read}{f', {listed}' if listed else ''}; {_points_by_novelty(briefing.points)}."


def _points_by_novelty(points: Sequence[Point]) -> str:
    number_of = Counter(point.since.standing for point in points if point.since)
    if number_of.keys() == {"told before"}:
        return "every point was told before"
    new, part, told = number_of["new"], number_of["new in part"], number_of["told before"]
    said = [f"{count(new, 'point')} {_is(new)} new"]
    said += [f"{part} {_is(part)} new in part"] if part else []
    said += [f"{told} {'was' if told == 1 else 'were'} told before"] if told else []
    return ", ".join(said)


def novelty_of(briefing: Briefing, point: Point) -> str:
    """Say whether a point is new, and what told it before; nothing where no report is new."""
    if point.since is None or briefing.since is None or not briefing.since.new_sources:
        return ""
    if point.since.standing == "new":
        return "new"
    tellers = " and ".join(_tellers(point.since.told_by))
    if point.since.standing == "told before":
        return f"told before by {tellers}"
    return f"new in part: a part was told by {tellers}"


def _tellers(passages: Sequence[EarlierPassage]) -> Iterator[str]:
    """What told something before: points of the earlier briefing, reports at hand, and reports that are not."""
    points = sorted({one.point for one in passages if one.point is not None})
    others = [one for one in passages if one.point is None]
    sources = sorted({one.source for one in others if one.source is not None})
    reports = sorted({one.report for one in others if one.source is None})
    if points:
        yield f"{_numbered('point', points)} {_THERE}"
    if sources:
        yield f"{'report' if len(sources) == 1 else 'reports'} {''.join(f'[{one}]' for one in sources)}"
    if reports:
        yield f"{_numbered('report', reports)} {_THERE}"


def _numbered(noun: str, numbers: Sequence[int]) -> str:
    return f"{noun if len(numbers) == 1 else noun + 's'} {list_numbers(numbers)}"


def moment_of(moment: PartialDate) -> str:
    """Write a date as precisely as it is known: "6 June 2023, 14:01", "June 2023"."""
    day = moment.day
    if moment.precision == "year":
        return str(day.year)
    if moment.precision == "month":
        return f"{month_name(day)} {day.year}"
    hour = f", {moment.value:%H:%M}" if moment.precision == "minute" else ""
    return f"{day.day} {month_name(day)} {day.year}{hour}"


def blocks_of(briefing: Briefing) -> list[Block]:
    """Return what the new reports tell otherwise, and what became of the earlier points; only what there is."""
    update = briefing.since
    if update is None:
        return []
    changes = [line for change in update.changes for line in _change(change, briefing, update)]
    points = _earlier_points(update) if any(one.standing != "told" for one in update.points) else []
    return [Block(heading, lines) for heading, lines in ((_OTHERWISE, changes), (_EARLIER, points)) if lines]


def _change(change: Change, briefing: Briefing, update: Update) -> Iterator[Line]:
    yield Line([(change.about, "report")])
    for before in change.before:
        parts: list[Part] = [("then:", "own"), (before.value, "report"), *_givers_then(before, update)]
        yield Line(parts, is_under=True, cited=at_hand(before.passages, briefing))
    for now in change.now:
        parts = [("now:", "own"), (now.value, "report"), *_givers_now(now, briefing)]
        yield Line(parts, is_under=True, cited=now.citations)


def at_hand(passages: Sequence[EarlierPassage], briefing: Briefing) -> tuple[Citation, ...]:
    """Return the passages read then whose report is given again, as citations of it."""
    names = {source.number: source.document for source in briefing.sources}
    return tuple(
        Citation(source=one.source, document=names[one.source], span=one.span, quote=one.quote)
        for one in passages
        if one.source is not None
    )


def _givers_then(reading: EarlierReading, update: Update) -> list[Part]:
    told = {one.report: one.source for one in reading.passages}
    givers: list[list[Part]] = []
    for report in update.reports:
        if report.number in told:
            source = told[report.number]
            cite: Part = (f"[{source}]", "cite") if source else (f"(report {report.number} {_THERE})", "own")
            givers.append([(report.name, "name"), cite])
    return _listed(givers, reading.when)


def _givers_now(reading: Reading, briefing: Briefing) -> list[Part]:
    told = {one.source for one in reading.citations}
    givers: list[list[Part]] = [
        [(who(source), "name"), (f"[{source.number}]", "cite")] for source in briefing.sources if source.number in told
    ]
    return _listed(givers, reading.when)


def _listed(givers: Sequence[Sequence[Part]], when: PartialDate | None) -> list[Part]:
    """Who gives a value, with commas between them, and when it was told."""
    parts: list[Part] = [("—", "own")]
    for place, (name, (sign, role)) in enumerate(givers, start=1):
        parts += [name, (sign + ("," if place < len(givers) else ""), role)]
    return [*parts, *([(f"({moment_of(when)})", "own")] if when else [])]  # type: ignore[list-item]


def _earlier_points(update: Update) -> list[Line]:
    told, part, gone = (
        [one.number for one in update.points if one.standing == standing]
        for standing in ("told", "told in part", "not found")
    )
    also = f", {len(part)} more in part" if part else ""
    number = f"{len(told) or 'None'} of {len(update.points)}"
    lines = [Line([(f"{number} {_is(max(1, len(told)))} told in full by the reports at hand{also}.", "own")])]
    sources = {one.number: one.source for one in update.reports}
    for one in update.points:
        if one.against:
            lines.append(Line([*_named(one), *_against(one)], cited=one.against))
        elif one.standing == "dropped":
            report: Part = (f"[{sources[one.report]}]", "cite")
            rest = "has another text now, which does not hold it; no report at hand was found to say all of it."
            lines.append(Line([*_named(one), ("its report", "own"), report, (rest, "own")]))
    if gone:
        are = f"{_numbered('point', gone).capitalize()} {'was' if len(gone) == 1 else 'were'} not found"
        theirs = "its report is not given" if len(gone) == 1 else "their reports are not given"
        lines.append(Line([(f"{are} in the reports at hand; {theirs}.", "own")]))
    return lines


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _named(point: EarlierPoint) -> list[Part]:
    return [(f"Point {point.number}:", "own"), (point.text, "report"), ("—", "own")]


def _against(point: EarlierPoint) -> list[Part]:
    """What stands against a point: the words of the first passage, and the numbers of all reports."""
    cited = "".join(f"[{number}]" for number in dict.fromkeys(one.source for one in point.against))
    told = "withdrawn:" if point.standing == "withdrawn" else "told otherwise:"
    parts: list[Part] = [(told, "own"), (point.against[0].quote, "report"), (cited, "cite")]
    return [*parts, (f"({point.reason})", "own")] if point.reason else parts
