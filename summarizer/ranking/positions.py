"""The position of each sentence in its report; a live blog is read from its newest entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from summarizer.features.vectors import Floats
from summarizer.model import Document, DocumentId, ReportDate, Sentence, entry_at

_OLDEST = 0.5  # how well what the oldest entry of a live blog tells leads, next to what the newest tells

_A_DAY = 0.77  # how well what a report tells leads, next to what one of the day after tells,
_STALE = 0.5  # and at least
_FEWEST = 2  # reports of an event that state their day


def positions_of(sentences: Sequence[Sentence], documents: Iterable[Document]) -> list[int]:
    """Return the place of each sentence in its report, from 0.

    In a live blog, what stands above all entries comes first, then the newest entry, whichever way the page is ordered.

    Args:
        sentences: All sentences, those of a report in its order.
        documents: Their reports.
    """
    places = [sentence.position for sentence in sentences]
    for told in _told_live(sentences, documents):
        for place, (_, at) in enumerate(told):
            places[at] = place
    return places


def recency_of_reports(
    groups: Iterable[Sequence[DocumentId]], dated: Mapping[DocumentId, ReportDate]
) -> dict[DocumentId, float]:
    """Return how new each report is beside the newest one of its event, by the days that two or more of them state.

    Args:
        groups: The reports of each event.
        dated: What is known of each report's time.

    Returns:
        Shares in [_STALE, 1]: 1 for the newest day, and for a report without a day.
    """
    recency: dict[DocumentId, float] = {}
    for group in groups:
        days = {name: known.published.day for name in group if (known := dated[name]).published}
        if sum(dated[name].published_is == "stated" for name in days) >= _FEWEST:
            newest = max(days.values())
            recency |= {name: max(_STALE, _A_DAY ** (newest - day).days) for name, day in days.items()}
    return recency


def recency_of_sentences(
    sentences: Sequence[Sentence], documents: Iterable[Document], recency: Mapping[DocumentId, float] | None = None
) -> Floats:
    """Return how new what each sentence tells is: as new as its report, and less for the older entries of live blogs.

    Args:
        sentences: All sentences, those of a report in its order.
        documents: Their reports.
        recency: How new each report is, in (0, 1]; 1 for one that is not there.
    """
    known = recency or {}
    newness = np.array([known.get(sentence.document, 1.0) for sentence in sentences])
    told = [one for each in _told_live(sentences, documents) for one in each]
    # What stands above the entries is as new as the newest.
    ages = {age: number for number, age in enumerate(sorted({age for age, _ in told if age[0]}))}
    for age, at in told:
        newness[at] *= 1 - (1 - _OLDEST) * ages.get(age, 0) / max(1, len(ages) - 1)
    return newness


def _told_live(
    sentences: Sequence[Sentence], documents: Iterable[Document]
) -> Iterator[list[tuple[tuple[bool, float], int]]]:
    """The sentences of each live blog, the newest entry first: how old each is, and its number."""
    for document in documents:
        if document.entries:
            rows = (at for at, sentence in enumerate(sentences) if sentence.document == document.id)
            entries = ((at, entry_at(document.entries, sentences[at].span.start)) for at in rows)
            yield sorted(((entry is not None, -entry.published.rank if entry else 0.0), at) for at, entry in entries)
