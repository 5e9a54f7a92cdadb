"""Priors of sentences: position, age of the report, relevance to the user's focus, closeness to the titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp

import numpy as np

from summarizer.features.corpus import Corpus
from summarizer.features.vectors import Floats, inverse_document_frequency, tfidf_of_counts
from summarizer.model import Document, DocumentId, ReportDate, Sentence, Statement, entry_at
from summarizer.nlp.tokens import content_of, open_stemmer, terms_of

_OLDEST = 0.5  # how well what the oldest entry of a live blog tells leads, next to what the newest tells

_A_DAY = 0.77  # how well what a report tells leads, next to what one of the day after tells,
_STALE = 0.5  # and at least
_FEWEST = 2  # reports of an event that state their day
_HELD = 0.5  # share of what a sentence holds of the focus at most from which one tells of it
_FOUND = 0.5  # share of the focus' content words that the reports must hold
_LEAST = 0.1  # what a sentence that does not tell of the focus still counts for
TOLD = 0.2  # interest from which a sentence tells of the focus, also where a later number overtook its own


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


def position_prior(positions: Sequence[int], *, weight: float, decay: float) -> Floats:
    """Return how much a jump favours each sentence for its place: 1 + weight x exp(-position / decay).

    Args:
        positions: n places within their reports, from 0.
        weight: What the first sentence of a report gains, >= 0.
        decay: Sentences after which the gain has fallen to a third, > 0.
    """
    return np.array([1.0 + weight * exp(-position / decay) for position in positions])


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


def query_relevance(sentences: Sequence[Sentence], focus: str | None, language: str) -> Floats:
    """Measure how much each sentence has to do with a focus.

    A sentence is relevant by the share of the focus' content words that it holds, rare words weighing more. It tells of
    the focus where it holds half as much as the one that holds most.

    Args:
        sentences: n sentences.
        focus: What the user asks about; None for the story as a whole.
        language: Code of the focus' language.

    Returns:
        n values in (0, 1], above `TOLD` for those that tell of it; all 1 without a focus, or where the reports hold
        less than half of its words.
    """
    everywhere = np.ones(len(sentences))
    if focus is None:
        return everywhere
    asked = list(dict.fromkeys(content_of(terms_of(focus, language, open_stemmer(language))[1])))
    held = [set(asked).intersection(sentence.terms) for sentence in sentences]
    frequency = {word: sum(word in words for words in held) for word in asked}
    weight = {word: float(np.log1p(len(sentences) / frequency[word])) for word in asked if frequency[word]}
    if not weight or len(weight) < _FOUND * len(asked):
        return everywhere
    direct = np.array([sum(weight[word] for word in asked if word in words) for words in held])
    direct /= direct.max()
    return np.where(direct >= _HELD, direct, _LEAST)


def find_asked(interest: Floats, chosen: Iterable[Statement]) -> frozenset[int] | None:
    """Return the numbers of the sentences that tell of the focus; None without one, or where no chosen one does.

    Args:
        interest: What `query_relevance` returns.
        chosen: The statements of the briefing.
    """
    asked = frozenset(np.flatnonzero(interest >= TOLD).tolist())
    return asked if interest.min() < 1 and any(one.wording.id in asked for one in chosen) else None


def title_similarity(
    corpus: Corpus, documents: Iterable[Document], text_group_of: Mapping[DocumentId, str], language: str
) -> Floats:
    """Measure how near each sentence is to the titles of the reports.

    A title says in few words what its report is about. All titles together are held against each sentence: a term
    counts once for each voice that has it in a title, rare ones weighing more.

    Args:
        corpus: n sentences.
        documents: Their reports, at least; others are passed over.
        text_group_of: The voice of each report: those tied by their texts share one (`group_by_text`).
        language: Code of the language of those that do not tell.

    Returns:
        n cosines in [0, 1]; all 0 where no report has a title, or no sentence a word of one.

    Source:
        Edmundson, "New Methods in Automatic Extracting", JACM 16 (1969), for words of titles as a mark of what matters.
    """
    text_groups: dict[str, set[str]] = {}
    known = frozenset(corpus.documents)
    for document in documents:
        if document.title and document.id in known:
            code = document.language or language
            for term in terms_of(document.title, code, open_stemmer(code))[1]:
                text_groups.setdefault(term, set()).add(text_group_of[document.id])
    number = {term: float(len(own)) for term, own in text_groups.items()}
    counts = np.array([number.get(name, 0.0) for name in corpus.stem_names])
    if not counts.any():
        return np.zeros(len(corpus))
    weights = counts * inverse_document_frequency(corpus.terms)
    return np.asarray(tfidf_of_counts(corpus.terms) @ (weights / np.linalg.norm(weights)))
