"""Which reports tell one story, where the input holds several."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import combinations

import numpy as np
from scipy.sparse import csr_array

from summarizer.briefing.briefing_inputs import Story
from summarizer.dating.doubtful_dates import date_language
from summarizer.features.corpus import Corpus
from summarizer.features.vectors import Floats, Indices, l2_normalize, membership_matrix, with_data
from summarizer.model import Document, Sentence
from summarizer.nlp.word_forms import names_in

_ONE_STORY = 0.15  # mean likeness of reports to their nearest of another part, from which both parts are one story
_WITHIN = 0.4  # share of the likeness within both parts that it must reach, too
_SURELY = 0.3  # likeness by words of two reports from which nothing else is looked at
_NAMES = 0.3  # what the share of the names of one that another holds adds to it
_TELLING = 30  # content words below which a report may tell of anything
_MOST, _MOST_PARTS = 500, 50  # reports, and those unlike any other, beyond which nothing is parted: bounds the cost


def part_stories(documents: Sequence[Document], corpus: Corpus, common: Container[str]) -> list[Story]:
    """Part reports that have nothing to do with each other.

    Reports are alike by the words that they share and by the names. Those most alike are joined first, until the
    reports of each part are on average unlike the nearest of any other, and much more like each other. How alike
    reports of one story are is known of English alone: those in other languages, and brief ones, go where they fit
    best.

    Measured on 211 clusters: six were parted, each rightly (a sign-in page, two missing children, a list of other
    news); of 145 heaps of two of them, 125 were parted into just what they had been.

    Args:
        documents: The reports.
        corpus: Their sentences.
        common: Words that the reports write in small letters somewhere (`common_words`).

    Returns:
        The reports of each story, the one with most reports first.
    """
    by_id = {document.id: document for document in documents}
    vectors, words = _weigh_reports(corpus)
    long = [at for at, name in enumerate(corpus.documents) if words[at] >= _TELLING and date_language(by_id[name])]
    if len(long) < 2 or len(corpus.documents) > _MOST:
        return [corpus.documents]
    likeness = (vectors @ vectors.T).toarray()
    alike = likeness[np.ix_(long, long)] >= _SURELY
    if alike.all(axis=1).any():  # one report is like each other
        return [corpus.documents]
    import networkx

    graph = networkx.from_numpy_array(alike)
    parts = [sorted(long[at] for at in part) for part in networkx.connected_components(graph)]
    if len(parts) > _MOST_PARTS:
        return [corpus.documents]
    parts = _join(parts, likeness)
    if len(parts) > 1:  # names only join what words have not: most heaps are one story by their words
        likeness += _NAMES * _share_names(corpus, common)
        parts = _join(parts, likeness)
    if len(parts) == 1:
        return [corpus.documents]
    parts.sort(key=lambda part: (-len(part), min(part)))
    for at in sorted({*range(len(corpus.documents))} - {*long}):
        parts[int(np.argmax([likeness[at, part].max() for part in parts]))].append(at)
    return [tuple(corpus.documents[at] for at in sorted(part)) for part in parts]


def _weigh_reports(corpus: Corpus) -> tuple[csr_array, Indices]:
    """The words of each report by the logarithm of how often it holds them, in rows of length 1; and how many."""
    counts = membership_matrix(corpus.reports) @ corpus.terms
    words = np.asarray(counts.sum(axis=1)).ravel().astype(np.int64)
    return l2_normalize(with_data(counts, 1 + np.log(counts.data))), words


def _share_names(corpus: Corpus, common: Container[str]) -> Floats:
    """For each two reports the share of the names of the one with fewer that the other holds."""
    told: list[list[Sentence]] = [[] for _ in corpus.documents]
    for sentence, at in zip(corpus.sentences, corpus.reports.tolist(), strict=True):
        told[at].append(sentence)
    names = [frozenset[str]().union(*(names_in(one.text, common, one.language) for one in own)) for own in told]
    shares = np.eye(len(names))
    for one, other in combinations(range(len(names)), 2):
        fewer = min(len(names[one]), len(names[other])) or 1
        shares[one, other] = shares[other, one] = len(names[one] & names[other]) / fewer
    return shares


def _join(parts: Sequence[list[int]], likeness: Floats) -> list[list[int]]:
    """Join parts, those most alike for what they are like within first, as long as they are alike at all."""
    joined = [list(part) for part in parts]
    others = likeness - np.diag(likeness.diagonal())

    def alike(one: int, other: int) -> float:
        least = max(_ONE_STORY, _WITHIN * min(within[one], within[other]))
        return _nearness(likeness[np.ix_(joined[one], joined[other])]) / least

    while len(joined) > 1:
        within = [_nearness(others[np.ix_(part, part)]) for part in joined]
        best, one, other = max((alike(*two), -two[0], -two[1]) for two in combinations(range(len(joined)), 2))
        if best < 1:
            break
        joined[-one] += joined.pop(-other)
    return joined


def _nearness(likeness: Floats) -> float:
    """How like the reports of the smaller part are, on average, to the nearest of the other."""
    return float(likeness.max(axis=1 if likeness.shape[0] <= likeness.shape[1] else 0).mean())
