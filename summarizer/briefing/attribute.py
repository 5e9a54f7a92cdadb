"""Citations and sources: each point with every report that says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from summarizer.briefing.sourcing import write_notes
from summarizer.model import (
    Briefing,
    Citation,
    Dated,
    DatePhrase,
    Discrepancy,
    Document,
    DocumentId,
    Event,
    Origin,
    Point,
    Section,
    Sentence,
    Source,
    Statement,
    Unused,
    When,
    count_words,
)


def attribute_events(
    events: Sequence[Event],
    documents: Sequence[Document],
    sentences: Sequence[Sentence],
    origins: Sequence[Origin],
    dated: Mapping[DocumentId, Dated],
    discrepancies: Sequence[Discrepancy] = (),
    *,
    title: str,
    signature: str,
    remarks: Sequence[str] = (),
    dates: Mapping[int, tuple[DatePhrase, ...]] | None = None,
) -> Briefing:
    """Turn arranged statements into a briefing with citations, sources and a sourcing note.

    Args:
        events: Statements in reading order.
        documents: All reports, in the order given: their numbers follow it.
        sentences: All sentences.
        origins: Who copied whom.
        dated: What is known of each usable report's time.
        discrepancies: Where the reports differ; each point gets the numbers of those that concern it.
        title: The briefing's title.
        signature: What makes it repeatable.
        remarks: Further sentences for the sourcing note.
        dates: The date phrases of printed wordings, by the sentence's id.

    Returns:
        The briefing.
    """
    number_of = {document.id: number for number, document in enumerate(documents, start=1)}
    by_number = {document.id: (number, document) for number, document in enumerate(documents, start=1)}
    sections = tuple(
        Section(
            heading=event.heading,
            when=event.when,
            points=tuple(
                _point(statement, by_number, discrepancies, (dates or {}).get(statement.wording.id, ()), event.when)
                for statement in event.statements
            ),
        )
        for event in events
    )
    points = [point for section in sections for point in section.points]
    carried = Counter(citation.document for point in points for citation in point.citations)
    origin_of = {name: origin.id for origin in origins for name in origin.documents}
    held = Counter(sentence.document for sentence in sentences)
    unused = tuple(
        Unused(document=document.id, why=_why_unused(document, held[document.id]))
        for document in documents
        if not carried[document.id]
    )
    return Briefing(
        title=title,
        words=sum(count_words(point.text) for point in points),
        signature=signature,
        sources=tuple(
            _source(document, number_of[document.id], origin_of.get(document.id), dated, carried[document.id])
            for document in documents
        ),
        origins=tuple(_numbered(origin, number_of) for origin in origins),
        sections=sections,
        discrepancies=tuple(discrepancies),
        unused=unused,
        notes=(*write_notes(len(documents), origins, len(unused), points), *remarks),
    )


def _numbered(origin: Origin, number_of: Mapping[DocumentId, int]) -> Origin:
    names = tuple(sorted(origin.documents, key=lambda name: number_of[name]))
    return replace(origin, documents=names, sources=tuple(number_of[name] for name in names))


def _point(
    statement: Statement,
    by_number: Mapping[DocumentId, tuple[int, Document]],
    discrepancies: Sequence[Discrepancy],
    dates: tuple[DatePhrase, ...],
    when: When | None,
) -> Point:
    first: dict[DocumentId, Sentence] = {}
    for sentence in statement.sentences:
        first.setdefault(sentence.document, sentence)
    wording, *others = first.values()
    others.sort(key=lambda sentence: by_number[sentence.document][0])
    citations = tuple(
        Citation(
            source=by_number[sentence.document][0],
            document=sentence.document,
            span=sentence.span,
            quote=sentence.text,
            relation="verbatim" if sentence is wording else "same",
            page=by_number[sentence.document][1].page_of(sentence.span),
        )
        for sentence in (wording, *others)
    )
    return Point(
        text=wording.text,
        score=statement.score,
        citations=citations,
        origins=statement.origins,
        speaker=wording.speaker,
        discrepancies=tuple(
            number for number, one in enumerate(discrepancies) if _concerns(one, wording.text, citations)
        ),
        when=next((When(start=one.first, end=one.last) for one in dates if one.role == "told"), when),
        dates=dates,
    )


def _concerns(discrepancy: Discrepancy, text: str, cited: Sequence[Citation]) -> bool:
    """Whether a cited passage gives one of the readings, or the text holds a name that reports give differently."""
    if discrepancy.kind == "name" and any(reading.value in text for reading in discrepancy.readings):
        return True
    return any(
        one.document == given.document and one.span.start <= given.span.start and given.span.end <= one.span.end
        for reading in discrepancy.readings
        for given in reading.citations
        for one in cited
    )


def _source(
    document: Document, number: int, origin: str | None, dated: Mapping[DocumentId, Dated], statements: int
) -> Source:
    known = dated.get(document.id)
    return Source(
        number=number,
        document=document.id,
        path=document.path,
        title=document.title,
        outlet=document.outlet,
        author=document.author,
        credit=document.credit,
        published=known.published if known else document.published,
        published_is=known.published_is if known else "stated" if document.published else "unknown",
        url=document.url,
        language=document.language,
        origin=origin,
        words=document.words,
        statements=statements,
        published_why=known.why if known else None,
    )


def _why_unused(document: Document, sentences: int) -> str:
    if document.skipped:
        return document.skipped
    if not document.text.strip():
        return "empty"
    if not sentences:
        return "no sentence is left of it after cleaning"
    return "none of its statements was chosen"
