"""Finds all differences, ranks them, and chooses those that the briefing shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from scipy.sparse import csr_array

from summarizer.discrepancies.comparison_context import Candidate, Context, build_context
from summarizer.discrepancies.denials import differing_denials
from summarizer.discrepancies.first_time_claims import differing_firsts
from summarizer.discrepancies.names import differing_names, mentions_of
from summarizer.discrepancies.numbers import differing_numbers
from summarizer.discrepancies.participants import differing_participants
from summarizer.discrepancies.places_dates import differing_places_dates
from summarizer.features.corpus import Corpus
from summarizer.model import Citation, Discrepancy, DocumentId, Reading, ReportDate, Statement
from summarizer.nlp.names.name_linking import find_persons

_MOST = 8  # differences that a reader takes in, and as many spellings; those left out weigh least


def find_differences(
    corpus: Corpus,
    edges: csr_array,
    common: frozenset[str],
    groups: Sequence[Sequence[DocumentId]],
    dated: Mapping[DocumentId, ReportDate],
) -> list[Candidate]:
    """Find what reports tell differently: figures, spellings of one person's name, people, places and days.

    Only sentences of different reports that are neighbours in the similarity graph are compared, but for tolls, deals,
    ages, and names that share a part or a sound. Precision goes before recall: a reader who meets a
    false difference believes none.

    Args:
        corpus: n sentences.
        edges: The n x n similarity graph.
        common: Words that the reports write in small letters somewhere (`common_words`).
        groups: The reports of each event: figures and days are compared within one event only.
        dated: What is known of each report's time.

    Returns:
        All that was found, what weighs most first.

    Cost: the pairs of neighbours, times the quantities, places and days that they hold.
    """
    event_of = {name: number for number, group in enumerate(groups) for name in group}
    found = _find(build_context(corpus, edges, common, event_of, dated))
    return sorted(found, key=lambda one: (-round(one.weight, 9), one.kind, one.about, one.views[0].value))


def _find(ground: Context) -> list[Candidate]:
    mentions = mentions_of(ground)
    persons = find_persons(mentions)
    return [
        *differing_numbers(ground),
        *differing_names(ground, persons),
        *differing_participants(ground, persons, mentions),
        *differing_places_dates(ground),
        *differing_denials(ground),
        *differing_firsts(ground),
    ]


def tell_differences(
    found: Sequence[Candidate],
    chosen: Sequence[Statement],
    main: Iterable[DocumentId],
    number_of: Mapping[DocumentId, int],
    asked: frozenset[int] | None = None,
) -> tuple[tuple[Discrepancy, ...], tuple[str, ...]]:
    """Put differences in the order in which an editor looks at them, and cite their readings.

    Those on what is printed come first, then what weighs most; spellings come last.

    Args:
        found: All differences, what weighs most first.
        chosen: The statements of the briefing, with their evidence.
        main: The reports of the event that the briefing is about.
        number_of: The number of each report as a source.
        asked: The ids of the sentences that tell of what is asked about, one of which a difference must be on; None
            where nothing is asked.

    Returns:
        At most eight differences and eight spellings; and for each why it was taken for one.
    """
    printed = {statement.wording.id for statement in chosen}
    cited = printed | {one.id for statement in chosen for evidence in statement.evidence for one in evidence.sentences}
    found = [one for one in found if asked is None or _touches(one, asked)]
    told = sorted(found, key=lambda one: (one.kind == "spelling", not _touches(one, printed), not _touches(one, cited)))
    spellings = [one for one in told if one.kind == "spelling"][:_MOST]
    shown = [*(one for one in told if one.kind != "spelling")][:_MOST] + spellings
    names = frozenset(main)
    discrepancies = tuple(
        _discrepancy(one, number_of, is_aside=not _touches(one, cited) and not _is_of(one, names)) for one in shown
    )
    return discrepancies, tuple(one.why for one in shown)


def _touches(found: Candidate, sentences: frozenset[int] | set[int]) -> bool:
    return any(passage.sentence.id in sentences for view in found.views for passage in view.passages)


def _is_of(found: Candidate, names: frozenset[DocumentId]) -> bool:
    return any(passage.sentence.document in names for view in found.views for passage in view.passages)


def _discrepancy(found: Candidate, number_of: Mapping[DocumentId, int], *, is_aside: bool) -> Discrepancy:
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
        words = view.value.casefold()
        citations.sort(key=lambda citation: (" ".join(citation.quote.casefold().split()) != words, citation.source))
        readings.append(
            Reading(value=view.value, citations=tuple(citations), when=view.when, is_overtaken=view.is_overtaken)
        )
    return Discrepancy(
        kind=found.kind,
        about=found.about,
        readings=tuple(readings),
        is_series=found.is_series,
        is_aside=is_aside,
    )
