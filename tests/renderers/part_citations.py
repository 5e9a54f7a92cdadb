"""Changes the citations of a run: none of a part, or three of parts of its first point."""

from dataclasses import replace

from summarizer.model import Citation, Span

# Of the first point's text, in parts of its words: two that cross, and one apart.
STRETCHES = ((0.0, 0.45), (0.3, 0.6), (0.7, 1.0))


def without_parts(run):
    """Return the run without the citations that say a part of a point."""
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
    """Return the run with citations of parts of its first point alone; the second is of two sentences in a row."""
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
    """Return where the word at a share of a text ends; 0 for the share 0."""
    at = int(share * len(text))
    return at if at in (0, len(text)) else text.index(" ", at)
