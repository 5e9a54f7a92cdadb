"""Puts the page together: gathers what the templates show, and has them write it."""

from __future__ import annotations

from markupsafe import Markup

from summarizer.formats.harmless import quoted
from summarizer.formats.html.linked_data import write_linked_data
from summarizer.formats.html.losing import tell_losses
from summarizer.formats.html.matrix import draw_matrix
from summarizer.formats.html.network import draw_network
from summarizer.formats.html.origins import looks_of
from summarizer.formats.html.passages import Passage, collect_passages, key_of
from summarizer.formats.html.reports import write_reports
from summarizer.formats.html.templates import open_page
from summarizer.formats.html.timeline import order_events
from summarizer.formats.html.tongue import OWN_LANGUAGE, tongue_of_page, tongues_of
from summarizer.formats.layout import Layout
from summarizer.formats.phrases import as_of, date_of, notes_of, who
from summarizer.model import Briefing, Citation, Point, Source


def write_page(briefing: Briefing, layout: Layout) -> str:
    """Write a briefing as one page."""
    run = layout.run
    tongues = tongues_of(briefing, run)
    main = tongue_of_page(briefing, tongues)
    passages = collect_passages(briefing)
    looks = looks_of(briefing)
    sources = {source.number: source for source in briefing.sources}
    kinships = run.kinships if run else ()

    def passage_of(citation: Citation) -> Passage:
        return passages[key_of(citation)]

    def tongue_of(number: int) -> Markup:
        """Attributes where a report speaks another language than the page does."""
        return tongues[number].attributes if tongues[number] != main else Markup("")

    return open_page().render(
        briefing=briefing,
        title=quoted(briefing.title) or "Briefing",
        as_of=as_of(briefing),
        as_of_short=_as_of_short(briefing),
        notes=[Markup.escape(note) for note in notes_of(briefing)],
        points=list(enumerate(briefing.points, start=1)),
        sections=_numbered(briefing),
        sources=sources,
        origins={origin.id: origin for origin in briefing.origins},
        looks=looks,
        main=main.attributes,
        own=Markup("") if main.language == OWN_LANGUAGE else Markup(f' lang="{OWN_LANGUAGE}" dir="ltr"'),
        passage_of=passage_of,
        tongue_of=tongue_of,
        reference_of=lambda point: _reference(point, sources),
        concerned=_concerned(briefing),
        timeline=order_events(briefing),
        matrix=draw_matrix(briefing, looks, kinships),
        network=draw_network(run, looks) if run else None,
        kinships=kinships,
        number_of={source.document: source.number for source in briefing.sources},
        reports=write_reports(briefing, run, list(passages.values())),
        linked_data=write_linked_data(briefing, tongues),
        run=run,
        explain=layout.explain,
        losses=tell_losses(run) if run and layout.explain else None,
    )


def _as_of_short(briefing: Briefing) -> str:
    reports, origins = len(briefing.sources), len(briefing.origins)
    said = [f"{reports:,} {'report' if reports == 1 else 'reports'}"]
    if origins:
        said.append("1 origin" if origins == 1 else f"at most {origins:,} origins")
    if briefing.dates:
        first, last = (str(moment.day) if moment.precision == "minute" else str(moment) for moment in briefing.dates)
        said.append(first if first == last else f"{first} to {last}")
    return " · ".join(said)


def _numbered(briefing: Briefing) -> list[tuple[int, object, list[tuple[int, Point]]]]:
    """Each section with its number and its points, numbered through the whole briefing."""
    numbered, at = [], 1
    for number, section in enumerate(briefing.sections, start=1):
        numbered.append((number, section, list(enumerate(section.points, start=at))))
        at += len(section.points)
    return numbered


def _reference(point: Point, sources: dict[int, Source]) -> str:
    """What is copied behind a statement: who says it, when, and where it can be read."""
    cited = [sources[number] for number in dict.fromkeys(citation.source for citation in point.citations)]
    return "; ".join(", ".join(_named(source)) for source in cited)


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


