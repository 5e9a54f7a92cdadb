"""The places of sentences in what their reports tell: a live blog is read from its newest entry on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from summarizer.engine.vectors import Floats
from summarizer.model import Document, Sentence, entry_at

_OLDEST = 0.5  # how well what the oldest entry of a live blog tells leads, next to what the newest tells


def places_of(sentences: Sequence[Sentence], documents: Iterable[Document]) -> list[int]:
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


def newness_of(sentences: Sequence[Sentence], documents: Iterable[Document]) -> Floats:
    """Return how new what each sentence tells is: 1 but for the older entries of live blogs, by the times of all.

    Args:
        sentences: All sentences, those of a report in its order.
        documents: Their reports.
    """
    newness = np.ones(len(sentences))
    told = [one for each in _told_live(sentences, documents) for one in each]
    # What stands above the entries is as new as the newest.
    ages = {age: number for number, age in enumerate(sorted({age for age, _ in told if age[0]}))}
    for age, at in told:
        newness[at] = 1 - (1 - _OLDEST) * ages.get(age, 0) / max(1, len(ages) - 1)
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
