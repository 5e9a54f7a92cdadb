"""A run whose first point is said in part by three more reports, made by hand from a real one."""

from dataclasses import replace

from summarizer.model import Citation, Span

# Of the first point's text, in parts of its words: two that cross, and one apart.
STRETCHES = ((0.0, 0.45), (0.3, 0.6), (0.7, 1.0))


def without_parts(run):
    """Leave out what says a part of a point, as if nothing had been found."""
    sections = tuple(
        replace(
            section,
            points=tuple(
                replace(
                    point,
                    citations=tuple(one for one in point.citations if one.relation != "part"),
                    origins_in_part=(),
                )
                for point in section.points
            ),
        )
        for section in run.briefing.sections
    )
    return replace(run, briefing=replace(run.briefing, sections=sections))


def with_parts(run):
    """Give the first point, and no other, passages that say a part of it, neighbouring sentences among them."""
    run = without_parts(run)
    section, *sections = run.briefing.sections
    point, *points = section.points
    number_of = {source.document: source.number for source in run.briefing.sources}
    text_of = {document.id: document.text for document in run.documents}
    others = [name for name in number_of if name not in {one.document for one in point.citations}]
    parts = []
    for name, (start, end) in zip(others, STRETCHES, strict=False):
        first, second = [one for one in run.sentences if one.document == name][2:4]
        span = Span(start=first.span.start, end=second.span.end if len(parts) == 1 else first.span.end)
        backed = Span(start=_word(point.text, start), end=_word(point.text, end))
        parts.append(
            Citation(
                source=number_of[name],
                document=name,
                span=span,
                quote=span.of(text_of[name]),
                relation="part",
                backed=backed,
            )
        )
    origin_of = {source.number: source.origin for source in run.briefing.sources}
    origins = tuple(dict.fromkeys(origin_of[one.source] for one in parts if origin_of[one.source] not in point.origins))
    point = replace(point, citations=(*point.citations, *parts), origins_in_part=origins)
    sections = (replace(section, points=(point, *points)), *sections)
    return replace(run, briefing=replace(run.briefing, sections=sections))


def _word(text, share):
    """The end of the word at a share of a text; its start at 0."""
    at = int(share * len(text))
    return at if at in (0, len(text)) else text.index(" ", at)
