"""Where the reports differ: every reading, and who gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scipy.sparse import csr_array

from summarizer.briefing.differences import (
    Found,
    Ground,
    differing_actors,
    differing_circumstances,
    differing_names,
    differing_numbers,
    mentions_of,
    survey,
)
from summarizer.engine import Corpus
from summarizer.language import find_persons
from summarizer.model import Citation, Discrepancy, DocumentId, Reading

_MOST = 8  # differences that a reader takes in; those left out weigh least


def find_discrepancies(
    corpus: Corpus,
    edges: csr_array,
    common: frozenset[str],
    groups: Sequence[Sequence[DocumentId]],
    number_of: Mapping[DocumentId, int],
) -> tuple[tuple[Discrepancy, ...], tuple[str, ...]]:
    """Find what reports tell differently: figures, spellings of one person's name, people, places and days.

    Only sentences of different reports that are neighbours in the similarity graph are compared, and names that share a
    part or a sound. Precision goes before recall: a reader who meets a false difference believes none.

    Args:
        corpus: n sentences.
        edges: The n x n similarity graph.
        common: Words that the reports write in small letters somewhere (`common_words`).
        groups: The reports of each event: figures and days are compared within one event only.
        number_of: The number of each report as a source.

    Returns:
        The most telling differences, at most eight, that weigh most first; and for each why it was taken for one.

    Cost: the pairs of neighbours, times the quantities, places and days that they hold.
    """
    event_of = {name: number for number, group in enumerate(groups) for name in group}
    found = _find(survey(corpus, edges, common, event_of))
    found.sort(key=lambda one: (-round(one.weight, 9), one.kind, one.about, one.views[0].value))
    told = found[:_MOST]
    return tuple(_discrepancy(one, number_of) for one in told), tuple(one.why for one in told)


def _find(ground: Ground) -> list[Found]:
    mentions = mentions_of(ground)
    persons = find_persons(mentions)
    return [
        *differing_numbers(ground),
        *differing_names(ground, persons),
        *differing_actors(ground, persons, mentions),
        *differing_circumstances(ground),
    ]


def _discrepancy(found: Found, number_of: Mapping[DocumentId, int]) -> Discrepancy:
    readings = []
    for view in found.views:
        citations = [
            Citation(
                source=number_of[passage.sentence.document],
                document=passage.sentence.document,
                span=passage.span,
                quote=passage.text,
            )
            for passage in view.passages
        ]
        citations.sort(key=lambda citation: citation.source)
        readings.append(Reading(value=view.value, citations=tuple(citations)))
    return Discrepancy(kind=found.kind, about=found.about, readings=tuple(readings))
