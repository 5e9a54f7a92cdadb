"""Originals and their copies: whose sentence is printed, and what exact copies say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from summarizer.model import Document, DocumentId, Evidence, Sentence, Statement
from summarizer.statements.lexical_judge import wording_of

Twins = Mapping[tuple[DocumentId, int], Sequence[Sentence]]


def rank_originals(documents: Sequence[Document], copies: Mapping[DocumentId, DocumentId]) -> dict[DocumentId, int]:
    """Rank reports so that of those which go back to one text the original comes first.

    A copy follows its original, a report that cites another outlet follows one that does not, one with a dateline of
    its own comes before one without, an earlier one before a later one.

    Args:
        documents: Reports.
        copies: The original of each exact copy.
    """

    def place(document: Document) -> tuple[bool, bool, bool, str, str]:
        day = document.published.value.isoformat() if document.published else "9999"
        return (document.id in copies, bool(document.cites), document.dateline is None, day, document.id)

    return {document.id: rank for rank, document in enumerate(sorted(documents, key=place))}


def print_original(statement: Statement, rank_of: Mapping[DocumentId, int]) -> Statement:
    """Return a statement with the original's sentence first, where it has the printed one word for word.

    Args:
        statement: The statement.
        rank_of: The rank of each report among those of its origin, the original first (`rank_originals`).
    """
    wording, origin_of = statement.wording, statement.origin_of
    equal = [
        sentence
        for sentence in statement.sentences
        if wording_of(sentence) == wording_of(wording)
        and origin_of[sentence.document] == origin_of[wording.document]
        and len(sentence.flaws) <= len(wording.flaws)
    ]
    first = min(equal, key=lambda sentence: (rank_of[sentence.document], sentence.id))
    if first is wording:
        return statement
    return replace(statement, sentences=(first, *(one for one in statement.sentences if one is not first)))


def find_twins(copies: Mapping[DocumentId, DocumentId], copied: Iterable[Sentence]) -> Twins:
    """Return the sentences of exact copies, by the report that they copy and their position in it.

    Args:
        copies: The original of each exact copy.
        copied: The sentences of the copies.
    """
    twins: dict[tuple[DocumentId, int], list[Sentence]] = {}
    for sentence in copied:
        twins.setdefault((copies[sentence.document], sentence.position), []).append(sentence)
    return twins


def evidence_of_copies(wording: Sentence, evidence: Sequence[Evidence], twins: Twins) -> Iterator[Evidence]:
    """Yield what the copies of the reports say: the same as their originals, and the printed sentence itself.

    Args:
        wording: The point.
        evidence: What the reports say of it.
        twins: The sentences of the copies.
    """
    own = Evidence(sentences=(wording,), relation="same", score=1.0)
    for one in (own, *evidence):
        first, *rest = one.sentences
        for twin in twins.get((first.document, first.position), ()):
            others = [
                other
                for sentence in rest
                for other in twins.get((sentence.document, sentence.position), ())
                if other.document == twin.document
            ]
            if len(others) == len(rest):
                yield replace(one, sentences=(twin, *others))
