"""Attaches to each point its citations and to the briefing its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from summarizer.briefing.briefing_inputs import BriefingContext
from summarizer.briefing.full_names import name_speakers
from summarizer.briefing.sourcing_note import write_notes
from summarizer.briefing.titles import Headline
from summarizer.model import (
    Briefing,
    Citation,
    DatePhrase,
    DateRange,
    Discrepancy,
    Document,
    DocumentId,
    Event,
    Evidence,
    Origin,
    OriginId,
    Point,
    ReportDate,
    Section,
    Sentence,
    Source,
    Span,
    Statement,
    Unused,
    count_words,
    entry_at,
)

_RUN = 3  # words of a run by which a text is known again
_ONE_TEXT = 0.6  # share of a point's runs that two passages share where they are one text


def attach_citations(
    title: Headline,
    events: Sequence[Event],
    documents: Sequence[Document],
    origins: Sequence[Origin],
    discrepancies: Sequence[Discrepancy],
    context: BriefingContext,
) -> Briefing:
    """Turn arranged statements into a briefing with citations, sources and a sourcing note, unsigned as yet.

    Args:
        title: The briefing's title, and the report that it is from.
        events: Statements in reading order.
        documents: All reports, in the order given: their numbers follow it.
        origins: Who copied whom.
        discrepancies: Where the reports differ; each point gets the numbers of those that concern it.
        context: The usable reports and what is known of them.

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
                _point(statement, by_number, discrepancies, context.dates.get(statement.wording.id, ()))
                for statement in event.statements
            ),
        )
        for event in events
    )
    sections = name_speakers(sections, documents, context.sentences)
    points = [point for section in sections for point in section.points]
    carried = Counter(citation.document for point in points for citation in point.citations)
    origin_of = {name: origin.id for origin in origins for name in origin.documents}
    held = Counter(sentence.document for sentence in context.sentences)
    unused = tuple(
        Unused(document=document.id, why=_why_unused(document, held[document.id]))
        for document in documents
        if not carried[document.id]
    )
    numbered = tuple(number_origin(origin, number_of) for origin in origins)
    return Briefing(
        title=title.text,
        title_source=number_of[title.document],
        words=sum(count_words(point.text) for point in points),
        signature="",
        sources=tuple(
            describe_source(
                document, number_of[document.id], origin_of.get(document.id), context.dated, carried[document.id]
            )
            for document in documents
        ),
        origins=numbered,
        sections=sections,
        discrepancies=tuple(discrepancies),
        unused=unused,
        notes=tuple(write_notes(len(documents), numbered, len(unused), points)),
    )


def number_origin(origin: Origin, number_of: Mapping[DocumentId, int]) -> Origin:
    """Return an origin with the numbers of its reports."""
    names = tuple(sorted(origin.documents, key=lambda name: number_of[name]))
    return replace(origin, documents=names, sources=tuple(number_of[name] for name in names))


def _point(
    statement: Statement,
    by_number: Mapping[DocumentId, tuple[int, Document]],
    discrepancies: Sequence[Discrepancy],
    dates: tuple[DatePhrase, ...],
) -> Point:
    wording = statement.wording
    own = Evidence(sentences=(wording,), relation="same", score=1.0)
    citations = tuple(
        cite_evidence(one, *by_number[one.document], is_own=one is own) for one in (own, *statement.evidence)
    )
    full = [one for one in (own, *statement.evidence) if one.relation == "same"]
    part = [one for one in statement.evidence if one.relation == "part"]
    return Point(
        text=wording.text,
        score=statement.score,
        citations=citations,
        origins=find_independent_origins(full, statement.origin_of, wording),
        origins_in_part=tuple(
            dict.fromkeys(
                origin
                for origin in (statement.origin_of[one.document] for one in part)
                if origin not in statement.origins
            )
        ),
        speaker=wording.speaker,
        discrepancies=tuple(
            number for number, one in enumerate(discrepancies) if _concerns(one, wording.text, citations)
        ),
        overtaken=next((at for at, one in enumerate(discrepancies) if _is_overtaken(one, citations[0])), None),
        when=next((DateRange(start=one.first, end=one.last) for one in dates if one.role == "told"), None),
        dates=dates,
    )


def cite_evidence(evidence: Evidence, number: int, document: Document, *, is_own: bool) -> Citation:
    """Return the citation of a passage.

    Args:
        evidence: The passage, and how it stands to the point.
        number: The number of its report.
        document: The report.
        is_own: Whether it is what the point says, word for word.
    """
    first, last = evidence.sentences[0].span, evidence.sentences[-1].span
    span = Span(start=first.start, end=last.end)
    return Citation(
        source=number,
        document=document.id,
        span=span,
        quote=span.of(document.text),
        relation="verbatim" if is_own else evidence.relation,
        page=document.page_of(span),
        entry=entry.published if (entry := entry_at(document.entries, span.start)) else None,
        backed=evidence.backed,
    )


def find_independent_origins(
    evidence: Sequence[Evidence], origin_of: Mapping[DocumentId, OriginId], wording: Sentence
) -> tuple[OriginId, ...]:
    """Return the origins that say all of a point; passages that are one text, as a shared quotation is, count once.

    Args:
        evidence: The passages that say all of it.
        origin_of: The origin of each report.
        wording: The point.
    """
    texts: list[frozenset[tuple[str, ...]]] = []
    origins: list[OriginId] = []
    printed = _runs(wording.tokens)
    for one in evidence:
        copied = _runs([token for sentence in one.sentences for token in sentence.tokens]) & printed
        is_copy = any(len(copied & text) >= _ONE_TEXT * len(printed) for text in texts) if printed else False
        texts.append(copied)
        if not is_copy:
            origins.append(origin_of[one.document])
    return tuple(dict.fromkeys(origins))


def _runs(tokens: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """The runs of words by which a text is known again."""
    return frozenset(tuple(tokens[at : at + _RUN]) for at in range(len(tokens) - _RUN + 1))


def _concerns(discrepancy: Discrepancy, text: str, cited: Sequence[Citation]) -> bool:
    """Whether a passage that says all of a point gives a reading, or the text a name that reports spell otherwise."""
    if discrepancy.kind in ("name", "spelling") and any(reading.value in text for reading in discrepancy.readings):
        return True
    return any(
        one.document == given.document and _is_within(given.span, one.span)
        for reading in discrepancy.readings
        for given in reading.citations
        for one in cited
        if one.relation != "part"
    )


def _is_within(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end


def _is_overtaken(discrepancy: Discrepancy, printed: Citation) -> bool:
    """Whether a printed passage gives a number that a later one overtook."""
    return any(
        reading.is_overtaken and given.document == printed.document and _is_within(given.span, printed.span)
        for reading in discrepancy.readings
        for given in reading.citations
    )


def describe_source(
    document: Document, number: int, origin: str | None, dated: Mapping[DocumentId, ReportDate], statements: int
) -> Source:
    """Describe a report for a list of sources.

    Args:
        document: The report.
        number: Its number.
        origin: Its origin; None for a report that holds nothing.
        dated: What is known of the reports' times.
        statements: How many statements cite it.
    """
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
