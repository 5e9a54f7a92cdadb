"""Gathers what the templates show, and has them write the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import escape

from summarizer.model import Briefing, Point, Source
from summarizer.model.text import count
from summarizer.renderers.discrepancies import LIKEWISE, heading_of, order_of, told_by
from summarizer.renderers.html.environment import open_page
from summarizer.renderers.html.linked_data import write_linked_data
from summarizer.renderers.html.matrix import draw_matrix, looks_of
from summarizer.renderers.html.network import draw_network
from summarizer.renderers.html.passages import Key, QuotedPassage, collect_passages, key_of, write_stretches
from summarizer.renderers.html.rejected import list_rejected
from summarizer.renderers.html.reports import write_reports
from summarizer.renderers.html.text_language import (
    language_marks,
    page_language,
    text_languages,
)
from summarizer.renderers.html.timeline import order_events
from summarizer.renderers.html.update import UpdateWriter
from summarizer.renderers.numbering import number_points
from summarizer.renderers.options import RenderOptions
from summarizer.renderers.sanitize import quoted
from summarizer.renderers.update_lines import blocks_of, summary_of
from summarizer.renderers.wording import IN_PART, about_of, as_of, by_extent, cited_for, date_of, notes_of, who

_LEGEND = (("whole", "says all of a point"), ("part", "says a part of one"), ("reading", "differs"))


def render_html(briefing: Briefing, layout: RenderOptions) -> str:
    """Write a briefing as one HTML page that loads nothing.

    With `layout.run` the page holds the reports, each passage marked where it stands, and pictures of who says what;
    without it, the quoted passages alone, and it says so.
    """
    run = layout.run
    tongues = text_languages(briefing, run)
    passages = collect_passages(briefing)
    looks = looks_of(briefing.origins)
    dependences = run.dependences if run else ()
    styles = ["update.css"] if briefing.since else []
    return open_page("page.html.j2", *styles).render(
        briefing=briefing,
        is_whole=run is not None,
        explain=layout.explain,
        **_words(briefing),
        **language_marks(page_language(briefing, tongues), tongues),
        **_references(briefing),
        **_update(briefing, passages),
        passage_of=lambda citation: passages[key_of(citation)],
        kinds={passage.kind for passage in passages.values()},
        reports=write_reports(briefing, run, list(passages.values())),
        looks=looks,
        dependences=dependences,
        timeline=order_events(briefing),
        matrix=draw_matrix(briefing, looks, dependences),
        network=draw_network(run, looks) if run else None,
        losses=list_rejected(run) if run and layout.explain else None,
        linked_data=write_linked_data(briefing, tongues),
    )


def _words(briefing: Briefing) -> dict[str, Any]:
    """What the page says of the whole briefing."""
    return {
        "title": quoted(briefing.title) or "Briefing",
        "description": as_of(briefing),
        "skip": "Skip to the briefing",
        "noun": "point",
        "legend": _LEGEND,
        "as_of": as_of(briefing),
        "about": about_of(briefing),
        "as_of_short": _as_of_short(briefing),
        "differences_heading": heading_of(briefing),
        "notes": [escape(note) for note in notes_of(briefing)],
    }


def _references(briefing: Briefing) -> dict[str, Any]:
    """How the parts of the briefing find one another."""
    sources = {source.number: source for source in briefing.sources}
    return {
        "sources": sources,
        "source_list": briefing.sources,
        "origins": {origin.id: origin for origin in briefing.origins},
        "number_of": {source.document: source.number for source in briefing.sources},
        "sections": [(number, *one) for number, one in enumerate(number_points(briefing), start=1)],
        "concerned": _concerned(briefing),
        "order_of": order_of,
        "told_by": told_by,
        "likewise": LIKEWISE,
        "spelt": "One name, spelt differently",
        "extents_of": lambda point: by_extent(cited_for(point.citations, point.text)),
        "stretches_of": write_stretches,
        "reference_of": lambda point: _reference(point, sources),
    }


def _update(briefing: Briefing, passages: Mapping[Key, QuotedPassage]) -> dict[str, Any]:
    """What is new since an earlier briefing."""
    writer = UpdateWriter(briefing, passages, {source.number: source for source in briefing.sources})
    return {
        "update": writer,
        "update_summary": writer.summary(summary_of(briefing)),
        "update_blocks": blocks_of(briefing),
    }


def _as_of_short(briefing: Briefing) -> str:
    origins = len(briefing.origins)
    said = [count(len(briefing.sources), "report")]
    if origins:
        said.append("1 origin" if origins == 1 else f"at most {origins:,} origins")
    if briefing.dates:
        first, last = (str(moment.day) if moment.precision == "minute" else str(moment) for moment in briefing.dates)
        said.append(first if first == last else f"{first} to {last}")
    return " · ".join(said)


def _reference(point: Point, sources: Mapping[int, Source]) -> str:
    """What is copied behind a statement: who says it, when, and where it can be read."""
    whole, in_part = (
        "; ".join(", ".join(_named(sources[number])) for number in dict.fromkeys(one.citation.source for one in some))
        for some in by_extent(cited_for(point.citations))
    )
    return f"{whole}; {IN_PART}: {in_part}" if in_part else whole


def _named(source: Source) -> list[str]:
    parts = [who(source), f"“{source.title}”" if source.title else "", date_of(source), source.url or ""]
    return [part for part in parts if part]


def _concerned(briefing: Briefing) -> dict[int, list[int]]:
    """For each difference the points that refer to it."""
    found: dict[int, list[int]] = {index: [] for index in range(len(briefing.discrepancies))}
    for number, point in enumerate(briefing.points, start=1):
        for index in dict.fromkeys(point.discrepancies):
            found[index].append(number)
    return found
