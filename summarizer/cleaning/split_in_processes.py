"""Splits many reports into sentences on several cores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from summarizer.cleaning.processes import map_in_processes
from summarizer.cleaning.split_sentences import split_documents
from summarizer.model import Document, DroppedSpan, Sentence

_FIELDS = tuple(field.name for field in fields(Sentence) if field.name != "id")
_values_of = attrgetter(*_FIELDS)
_Row = tuple[Any, ...]  # the values of a sentence: they go from process to process in half the time
_Split = list[tuple[list[_Row], list[DroppedSpan]]]


def split_in_processes(
    documents: Iterable[tuple[Document, str]], jobs: int
) -> list[tuple[list[Sentence], list[DroppedSpan]]]:
    """Split reports, each given with its language, as `split_documents` does, in several processes.

    Args:
        documents: Cleaned reports, each with the code of its language.
        jobs: How many processes work, at least one.
    """
    if jobs == 1:
        return split_documents(documents)
    made: list[tuple[list[Sentence], list[DroppedSpan]]] = []
    first_id = 0
    for part in map_in_processes(_split, documents, lambda given: len(given[0].text), jobs):
        for rows, fragments in part:
            sentences = [
                Sentence(id=number, **dict(zip(_FIELDS, row, strict=True))) for number, row in enumerate(rows, first_id)
            ]
            made.append((sentences, fragments))
            first_id += len(sentences)
    return made


def _split(documents: Sequence[tuple[Document, str]]) -> _Split:
    return [([_values_of(one) for one in sentences], fragments) for sentences, fragments in split_documents(documents)]
