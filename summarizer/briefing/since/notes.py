"""What a reader must know of a briefing that was held against an earlier one, a sentence each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.model import Briefing, PartialDate, Source, Update
from summarizer.model.text import count


def remark_on_update(briefing: Briefing, update: Update) -> tuple[str, ...]:
    """Say what was held against what, what “new” means, and what could not be known.

    Args:
        briefing: The briefing, whose points tell whether they are new.
        update: What it tells beyond the earlier one.
    """
    return tuple(_remarks(briefing, update))


def _remarks(briefing: Briefing, update: Update) -> Iterator[str]:
    number_of = Counter(one.standing for one in update.reports)
    again, other, gone = number_of["read again"], number_of["another text"], number_of["not given"]
    yield (
        f"The earlier briefing was made of {count(len(update.reports), 'report')}. Given again with the same text:"
        f" {again}; with another text: {other}; not given: {gone}."
    )
    if any(point.since and point.since.is_new for point in briefing.points):
        yield (
            "“New” means that no passage read for the earlier briefing was found to say the point: one that says it in"
            " quite other words may be missed."
        )
    if other or gone:
        yield (
            f"Of {count(other + gone, 'report')} as read then, only what the earlier briefing quotes is known: whatever"
            " else was told there counts as new."
        )
    if is_of_another_story(briefing):
        yield (
            "Neither a report nor a statement of the earlier briefing was found in these reports: it may be about"
            " another story."
        )
    newest = newest_of(briefing.sources)
    if update.newest and newest and newest.days[1] < update.newest.days[0]:
        yield (
            f"The newest report of the earlier briefing is of {update.newest.day}, after the newest report given now"
            f" ({newest.day})."
        )


def is_of_another_story(briefing: Briefing) -> bool:
    """Tell whether nothing of the earlier briefing was found in the reports at hand: no report and no statement."""
    update = briefing.since
    return update is not None and not (
        update.changes
        or any(one.source for one in update.reports)
        or any(point.since and point.since.told_by for point in briefing.points)
        or any(one.citations or one.against for one in update.points)
    )


def newest_of(sources: Sequence[Source]) -> PartialDate | None:
    """Return the newest date of some reports; None where none has one."""
    return max((one.published for one in sources if one.published), key=lambda moment: moment.rank, default=None)
