"""Priors of sentences: relevance to the user's focus, and closeness to the titles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from summarizer.features.corpus import Corpus
from summarizer.features.vectors import Floats, inverse_document_frequency, tfidf_of_counts
from summarizer.model import Document, DocumentId, Sentence, Statement
from summarizer.nlp.tokens import content_of, open_stemmer, terms_of

_HELD = 0.5  # share of what a sentence holds of the focus at most from which one tells of it
_FOUND = 0.5  # share of the focus' content words that the reports must hold
_LEAST = 0.1  # what a sentence that does not tell of the focus still counts for
TOLD = 0.2  # interest from which a sentence tells of the focus, also where a later number overtook its own


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
