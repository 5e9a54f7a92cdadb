"""What is known of the texts of an earlier briefing's reports: the passages that it quotes, ready to be judged."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from summarizer.cleaning.split_sentences import split_documents
from summarizer.model import Briefing, Document, DocumentId, Point, Sentence, Span

_APART = "\n" * 8  # between two passages, which are no neighbours


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierTexts:
    """The passages that an earlier briefing quotes, as reports of their own.

    Attributes:
        documents: One for each report of which it quotes sentences; its text is those passages.
        numbers: The number of each in the earlier briefing.
        sentences: Their sentences, those of one report together.
        places: For each where each passage stands in its text here, and where it stood in the report.
    """

    documents: tuple[Document, ...]
    numbers: Mapping[DocumentId, int]
    sentences: tuple[Sentence, ...]
    places: Mapping[DocumentId, Sequence[tuple[Span, Span]]]

    def stood_at(self, name: DocumentId, span: Span) -> Span:
        """Return where a stretch of a passage stood in its report."""
        shift = next(
            there.start - here.start for here, there in self.places[name] if here.start <= span.start < here.end
        )
        return Span(start=span.start + shift, end=span.end + shift)

    def quote(self, name: DocumentId, span: Span) -> str:
        """Return a stretch of a passage."""
        return next(span.of(one.text) for one in self.documents if one.id == name)

    def find_sentence(self, number: int, span: Span) -> Sentence | None:
        """Return the longest sentence within a stretch of an earlier report."""
        within = [
            one
            for one in self.sentences
            if self.numbers[one.document] == number
            and span.start <= (stood := self.stood_at(one.document, one.span)).start
            and stood.end <= span.end
        ]
        return max(within, key=lambda one: one.words, default=None)


def open_texts(earlier: Briefing, taken: Container[DocumentId], language: str, first_id: int) -> EarlierTexts:
    """Split the passages that the points of an earlier briefing quote into sentences.

    Args:
        earlier: The earlier briefing.
        taken: The ids of the reports at hand.
        language: Code of the language of reports that do not tell it.
        first_id: The id of the first sentence.
    """
    told = _quoted_sentences(earlier.points)
    documents: list[Document] = []
    numbers: dict[DocumentId, int] = {}
    places: dict[DocumentId, Sequence[tuple[Span, Span]]] = {}
    for source in earlier.sources:
        quotes = told.get(source.number, {})
        if not quotes:
            continue
        name = _free_name(f"earlier-{source.number}", taken)
        text, spans = "", []
        for quote in quotes.values():
            spans.append(Span(start=len(text), end=len(text) + len(quote)))
            text += f"{quote}{_APART}"
        numbers[name] = source.number
        places[name] = tuple(zip(spans, quotes, strict=True))
        spoken, when = source.language or language, source.published
        documents.append(Document(id=name, text=text, kept=tuple(spans), language=spoken, published=when))
    split = split_documents([(one, one.language or language) for one in documents], first_id=first_id)
    sentences = tuple(sentence for found, _ in split for sentence in found)
    return EarlierTexts(documents=tuple(documents), numbers=numbers, sentences=sentences, places=places)


def _free_name(name: str, taken: Container[DocumentId]) -> str:
    while name in taken:
        name += "-"
    return name


def _quoted_sentences(points: Sequence[Point]) -> dict[int, dict[Span, str]]:
    """The passages that points quote, by the number of their report, in the order of its text; none within another."""
    found: dict[int, dict[Span, str]] = {}
    for point in points:
        for one in point.citations:
            found.setdefault(one.source, {})[one.span] = one.quote
    return {number: _without_inner(quotes) for number, quotes in found.items()}


def _without_inner(quotes: Mapping[Span, str]) -> dict[Span, str]:
    kept: dict[Span, str] = {}
    end = -1
    for span in sorted(quotes, key=lambda span: (span.start, -span.end)):
        if span.end > end:
            kept[span] = quotes[span]
            end = span.end
    return kept
