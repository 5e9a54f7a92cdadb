"""Exact duplicates, left out of the ranking and cited afterwards, and near-duplicates of whole reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy.sparse import csr_array

from summarizer.features.vectors import Indices
from summarizer.model import Document, DocumentId, Sentence, Statement

_COPIED = 0.6  # share of a report's word pairs that another holds; .85 are left where 8 % of the words are replaced
_ENOUGH = 12  # shared word pairs below which a share says nothing
_BLOCK = 256  # reports compared at a time: bounds memory, changes no result


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


def find_parents(stories: Sequence[Sequence[str]], pairs: csr_array) -> list[int]:
    """Find for each report the one that it is a copy of.

    A report is a copy where it holds the same sentences as another, in whatever order, or where most of its word pairs
    stand in another. Whatever a copy has in common with third reports, its parent has too: it need not be compared
    with them.

    Args:
        stories: The sentences of each report as they are compared.
        pairs: 1 for each word pair that a report's own words hold, one row a report.

    Returns:
        The number of each report's parent, its own where it is no copy. A parent may be a copy itself; there are no
        circles.

    Cost: linear for copies word for word; for others the pairs of reports that share a word pair.
    """
    first_of: dict[tuple[str, ...], int] = {}
    parents = [first_of.setdefault(tuple(sorted(story)), at) for at, story in enumerate(stories)]
    distinct = sorted(set(parents))
    held = pairs[distinct]
    sizes = np.diff(held.indptr)
    # What shares most with the others is nearest to the text that all go back to: it is nobody's copy.
    common = held @ (np.bincount(held.indices, minlength=held.shape[1]) - 1.0)
    order = sorted(range(len(distinct)), key=lambda at: (-common[at], -sizes[at], stories[distinct[at]]))
    place = np.argsort(order)
    best: dict[int, tuple[float, int]] = {}
    for copy, other, shared in _overlaps(held):
        if place[other] < place[copy] and shared >= max(_ENOUGH, _COPIED * sizes[copy]):
            best[copy] = max(best.get(copy, (0.0, 0)), (shared, -int(place[other])))
    for copy, (_, negative) in best.items():
        parents[distinct[copy]] = distinct[order[-negative]]
    return parents


def _overlaps(held: csr_array) -> Iterator[tuple[int, int, float]]:
    """The pairs of different reports that share enough to be compared, and how many word pairs they share."""
    columns = csr_array(held.T)
    sizes: Indices = np.diff(held.indptr)
    for start in range(0, held.shape[0], _BLOCK):
        block = (held[start : start + _BLOCK] @ columns).tocoo()
        rows = block.row + start
        keep = (rows != block.col) & (block.data >= np.maximum(_ENOUGH, _COPIED * sizes[rows]))
        yield from zip(rows[keep].tolist(), block.col[keep].tolist(), block.data[keep].tolist(), strict=True)
