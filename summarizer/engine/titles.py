"""What the titles of reports tell -> how near each sentence is to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from summarizer.engine.corpus import Corpus
from summarizer.engine.vectors import Floats, inverse_frequency, weigh_counts
from summarizer.language import open_stemmer, terms_of
from summarizer.model import Document, DocumentId


def measure_titles(
    corpus: Corpus, documents: Iterable[Document], voice_of: Mapping[DocumentId, str], language: str
) -> Floats:
    """Measure how near each sentence is to the titles of the reports.

    A title says in few words what its report is about. All titles together are held against each sentence: a term
    counts once for each voice that has it in a title, rare ones weighing more.

    Args:
        corpus: n sentences.
        documents: Their reports, at least; others are passed over.
        voice_of: The voice of each report: those tied by their texts share one (`find_voices`).
        language: Code of the language of those that do not tell.

    Returns:
        n cosines in [0, 1]; all 0 where no report has a title, or no sentence a word of one.

    Source:
        Edmundson, "New Methods in Automatic Extracting", JACM 16 (1969), for words of titles as a mark of what matters.
    """
    voices: dict[str, set[str]] = {}
    known = frozenset(corpus.documents)
    for document in documents:
        if document.title and document.id in known:
            code = document.language or language
            for term in terms_of(document.title, code, open_stemmer(code))[1]:
                voices.setdefault(term, set()).add(voice_of[document.id])
    number = {term: float(len(own)) for term, own in voices.items()}
    counts = np.array([number.get(name, 0.0) for name in corpus.stem_names])
    if not counts.any():
        return np.zeros(len(corpus))
    weights = counts * inverse_frequency(corpus.terms)
    return np.asarray(weigh_counts(corpus.terms) @ (weights / np.linalg.norm(weights)))
