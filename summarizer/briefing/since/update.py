"""Adds to a finished briefing what it tells beyond an earlier one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from summarizer.briefing.since.changes import RunDifferences, find_changes
from summarizer.briefing.since.earlier_points import hold_points
from summarizer.briefing.since.earlier_run import EarlierRun
from summarizer.briefing.since.notes import newest_of, remark_on_update
from summarizer.model import Briefing, Event, Novelty, Update
from summarizer.settings import Settings


def add_update(
    briefing: Briefing,
    events: Sequence[Event],
    novelty: Mapping[int, Novelty],
    earlier: EarlierRun,
    run: RunDifferences,
    settings: Settings,
) -> Briefing:
    """Return a briefing with what is new in it, what changed, and what became of the earlier points.

    Args:
        briefing: The briefing.
        events: Its statements in reading order.
        novelty: Whether each was told before, by the ids of their wordings.
        earlier: The earlier briefing beside the run.
        run: What the run knows of where its reports differ.
        settings: What was asked for.
    """
    told = iter([novelty[one.wording.id] for event in events for one in event.statements])
    sections = tuple(
        replace(section, points=tuple(replace(point, since=next(told)) for point in section.points))
        for section in briefing.sections
    )
    changes = find_changes(earlier, run)
    update = Update(
        title=earlier.briefing.title,
        signature=earlier.briefing.signature,
        newest=newest_of(earlier.briefing.sources),
        reports=earlier.reports,
        points=hold_points(earlier, changes, settings),
        changes=changes,
        new_sources=tuple(number for name, number in earlier.numbers.items() if name not in earlier.read),
    )
    briefing = replace(briefing, sections=sections, since=update)
    return replace(briefing, notes=(*briefing.notes, *remark_on_update(briefing, update)))
