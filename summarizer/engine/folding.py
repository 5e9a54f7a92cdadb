"""Exact copies: left out of the ranking, and cited again afterwards, so that they change no weight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from summarizer.model import Document, DocumentId, Sentence, Statement


def find_exact_copies(documents: Iterable[Document]) -> dict[DocumentId, DocumentId]:
    """Find the reports whose stories are those of another, word for word; white space and case make no difference.

    Args:
        documents: Cleaned reports, in an order that does not depend on the one given.

    Returns:
        For each copy the first report that has the same story.
    """
    first: dict[str, DocumentId] = {}
    copies = {}
    for document in documents:
        story = " ".join(" ".join(span.of(document.text).casefold().split()) for span in document.kept or ())
        original = first.setdefault(story, document.id)
        if original != document.id:
            copies[document.id] = original
    return copies


def unfold_statements(
    statements: Sequence[Statement],
    copies: Mapping[DocumentId, DocumentId],
    copied: Iterable[Sentence],
) -> list[Statement]:
    """Give each statement the sentences of the copies of its reports: a copy says what its original says.

    Args:
        statements: Statements made of sentences of originals.
        copies: The original of each copy.
        copied: The sentences of the copies.

    Returns:
        The statements in their order; the sentences of copies come last.
    """
    twins: dict[tuple[DocumentId, int], list[Sentence]] = {}
    for sentence in copied:
        twins.setdefault((copies[sentence.document], sentence.position), []).append(sentence)
    if not twins:
        return list(statements)
    return [
        replace(
            statement,
            sentences=(
                *statement.sentences,
                *(twin for one in statement.sentences for twin in twins.get((one.document, one.position), ())),
            ),
        )
        for statement in statements
    ]
