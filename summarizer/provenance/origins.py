"""Groups documents into origins: which copied which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

import numpy as np

from summarizer.features.corpus import Corpus
from summarizer.features.vectors import binarize, count_matrix
from summarizer.model import Dependence, Document, DocumentId, Origin
from summarizer.provenance.alignment import Passages, align_copies, align_reports, open_passages
from summarizer.provenance.dependence import judge_dependence, measure_likeness
from summarizer.provenance.duplicates import find_parents
from summarizer.provenance.same_publisher import describe_names, label_origin, publisher_of

_NEAR_MISS = 3  # aligned sentences from which a pair that stays apart is worth showing


def find_origins(documents: Sequence[Document], corpus: Corpus) -> tuple[tuple[Origin, ...], tuple[Dependence, ...]]:
    """Group reports that go back to one text or one newsroom.

    Two reports share an origin where

    - one is a copy of the other, whole, shuffled, or with some of its words replaced;
    - at least three sentences align, they hold at least a quarter of the shorter report, and they are close: what both
      quote is left out, since two reports may quote one statement;
    - all of one stands in the other, all but word for word, however short it is;
    - one cites the other's outlet or agency, or both cite the same, and a quarter aligns, less closely; citing alone
      does not do, since a report may cite another for one figure and find out the rest itself;
    - both credit one agency, or come from one outlet and credit none: a newsroom cannot confirm itself.

    Reports tied by a third one share its origin. So counts of origins are an upper bound on independence as far as
    texts can tell.

    Args:
        documents: Reports, in the order in which origins are to be numbered.
        corpus: Their sentences, numbered from 0, those of one report together.

    Returns:
        Origins "o1", "o2", …, each document in exactly one; and what pairs of reports have in common, those of one
        origin first.

    Cost: near-linear in the reports: copies are compared with their parent only, and the rest by sentences that share
    terms which few hold.
    """
    passages = open_passages(corpus, [document.id for document in documents])
    dependences = sorted(
        _find_dependences(documents, passages),
        key=lambda dependence: (not dependence.shared_origin, -dependence.share, dependence.first, dependence.second),
    )
    origins = tuple(
        Origin(
            id=f"o{number}",
            label=label_origin(group),
            documents=tuple(document.id for document in group),
            evidence=_describe_evidence(group, ties),
        )
        for number, (group, ties) in enumerate(_group(documents, dependences), start=1)
    )
    return origins, tuple(dependences)


def _group(
    documents: Sequence[Document], dependences: Sequence[Dependence]
) -> Iterator[tuple[list[Document], list[Dependence]]]:
    """The reports that ties hold together, and those ties, in the order of the reports."""
    ties = [dependence for dependence in dependences if dependence.shared_origin]
    number_of = _number_groups(documents, ties)
    groups: dict[int, tuple[list[Document], list[Dependence]]] = {}
    for document in documents:
        groups.setdefault(number_of[document.id], ([], []))[0].append(document)
    for tie in ties:
        groups[number_of[tie.first]][1].append(tie)
    yield from groups.values()


def group_by_text(documents: Sequence[Document], dependences: Sequence[Dependence]) -> dict[DocumentId, str]:
    """Group reports that go back to one text, whoever published them.

    What weighs sentences goes by voices: two articles of one newsroom do not confirm one another, but what both of them
    tell still matters to the story. Support is counted by origins.

    Args:
        documents: Reports.
        dependences: What pairs of them have in common, from `find_origins`.

    Returns:
        A name for the voice of each report.
    """
    ties = [dependence for dependence in dependences if dependence.shared_origin and dependence.by_text]
    return {name: f"v{number}" for name, number in _number_groups(documents, ties).items()}


def _number_groups(documents: Sequence[Document], ties: Sequence[Dependence]) -> dict[DocumentId, int]:
    """The number of the group of each report, counted in the order of the reports."""
    if len(ties) < 2:  # a single pair is no graph yet, and to load networkx takes a tenth of a run on `seeds/`
        numbers, elder = count(), {tie.second: tie.first for tie in ties}
        number_of: dict[DocumentId, int] = {}
        for document in documents:
            number_of[document.id] = number_of[elder[document.id]] if document.id in elder else next(numbers)
        return number_of
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(document.id for document in documents)
    graph.add_edges_from((tie.first, tie.second) for tie in ties)
    return {name: number for number, found in enumerate(networkx.connected_components(graph)) for name in found}


def _find_dependences(documents: Sequence[Document], passages: Passages) -> Iterator[Dependence]:
    """What pairs of reports have in common: copies, then rewrites, then what only names tie."""
    parents = _find_parents(documents, passages)
    copies = align_copies(passages, parents)
    for copy, parent in enumerate(parents):
        if copy != parent:
            first, second = both = (min(copy, parent), max(copy, parent))
            alone = [documents[first]], [documents[second]]
            likeness = measure_likeness(passages, both, alone, copies.get(both, []), is_copy=True)
            yield judge_dependence(documents[first].id, documents[second].id, likeness)
    families = _gather_families(documents, parents)
    aligned = align_reports(passages, [number for number, parent in enumerate(parents) if number == parent])
    for both in sorted(aligned.keys() | (set(_name_ties(documents)) - copies.keys())):
        first, second = both
        related = families[first], families[second]
        likeness = measure_likeness(passages, both, related, aligned.get(both, []), is_copy=False)
        dependence = judge_dependence(documents[first].id, documents[second].id, likeness)
        if dependence.shared_origin or len(dependence.pairs) >= _NEAR_MISS:
            yield dependence


def _gather_families(documents: Sequence[Document], parents: Sequence[int]) -> list[list[Document]]:
    """Each report with all its copies and theirs, itself first."""
    families = [[document] for document in documents]
    for number, document in enumerate(documents):
        elder = number
        while parents[elder] != elder:
            elder = parents[elder]
            families[elder].append(document)
    return families


def _find_parents(documents: Sequence[Document], passages: Passages) -> list[int]:
    stories: list[list[str]] = [[] for _ in documents]
    for sentence, report in zip(passages.corpus.sentences, passages.reports.tolist(), strict=True):
        stories[report].append(" ".join(sentence.text.casefold().split()))
    rows = np.flatnonzero(passages.compared)
    reports = passages.reports[rows]
    starts = np.append(0, np.cumsum(np.bincount(reports, minlength=len(documents))))
    own = count_matrix(starts, rows[np.argsort(reports, kind="stable")], len(passages.corpus))
    return find_parents(stories, binarize(own @ passages.corpus.bigrams))


def _name_ties(documents: Sequence[Document]) -> Iterator[tuple[int, int]]:
    """Each report of a newsroom with the first one of it."""
    first_of: dict[str, int] = {}
    for number, document in enumerate(documents):
        newsroom = publisher_of(document)
        if newsroom and first_of.setdefault(newsroom, number) != number:
            yield first_of[newsroom], number


def _describe_evidence(group: Sequence[Document], ties: Sequence[Dependence]) -> str:
    """Say what ties the reports of an origin, in plain words with figures."""
    names = describe_names(group)
    if len(group) == 1:
        return names
    if len(ties) == 1:
        return f"{ties[0].reason}; {names}"
    counts = [len(tie.pairs) for tie in ties if tie.pairs]
    figures = f"{min(counts)} to {max(counts)} sentences align" if counts else "they are by one newsroom"
    return f"{len(group)} reports in {len(ties)} pairs, in which {figures}; {names}"
