"""What happened when, and which report is of which day."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.model import Briefing, Section, Source
from summarizer.renderers.wording import period


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """Days of the timeline: the sections that tell of them, and the reports that were published then.

    Attributes:
        label: The days, as the briefing tells them.
        sections: Their numbers from 1, and the sections.
        sources: Reports of that day; of a month or a year where no more is known.
    """

    label: str
    sections: tuple[tuple[int, Section], ...] = ()
    sources: tuple[Source, ...] = ()


def order_events(briefing: Briefing) -> list[TimelineEntry]:
    """Return what has a date, in the order of the dates; events of the same days share an entry."""
    told: dict[tuple[str, str, str], list[tuple[int, Section]]] = {}
    for number, section in enumerate(briefing.sections, start=1):
        if section.when:
            days = str(section.when.start), str(section.when.end), period(section.when)[1:-1]
            told.setdefault(days, []).append((number, section))
    published: dict[tuple[str, str, str], list[Source]] = {}
    for source in briefing.sources:
        if source.published:
            moment = source.published
            day = str(moment.day)
            label = day if moment.precision == "minute" else str(moment)
            published.setdefault((day, day, label), []).append(source)
    return [
        TimelineEntry(label=key[2], sections=tuple(told.get(key, ())), sources=tuple(published.get(key, ())))
        for key in sorted({*told, *published})
    ]
