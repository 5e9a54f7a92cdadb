"""What the user asks about -> how much each sentence has to do with it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from summarizer.engine.vectors import Floats
from summarizer.language import content_of, open_stemmer, terms_of
from summarizer.model import Sentence

_PASSED = 0.5  # how much of a sentence's relevance its neighbours have at most
_LEAST = 0.1  # what a sentence that has nothing to do with the focus still counts for


def measure_interest(sentences: Sequence[Sentence], edges: csr_array, focus: str | None, language: str) -> Floats:
    """Measure how much each sentence has to do with a focus.

    A sentence is relevant by the share of the focus' content words that it holds, rare words weighing more, and by that
    of its neighbours in the similarity graph, at half.

    Args:
        sentences: n sentences.
        edges: Their n x n similarity graph.
        focus: What the user asks about; None for the story as a whole.
        language: Code of the focus' language.

    Returns:
        n values in (0, 1]; all 1 without a focus, or where no sentence holds a word of it.

    Source:
        After Otterbacher, Erkan and Radev, "Using Random Walks for Question-focused Sentence Retrieval", HLT/EMNLP
        2005, section 3: relevance to the question, passed on along similarity.
    """
    everywhere = np.ones(len(sentences))
    if focus is None:
        return everywhere
    asked = content_of(terms_of(focus, language, open_stemmer(language))[1])
    held = [set(asked).intersection(sentence.terms) for sentence in sentences]
    frequency = {word: sum(word in words for words in held) for word in asked}
    weight = {word: float(np.log1p(len(sentences) / frequency[word])) for word in asked if frequency[word]}
    if not weight:
        return everywhere
    direct = np.array([sum(weight[word] for word in asked if word in words) for words in held]) / sum(weight.values())
    strongest = edges.max(axis=1).toarray().ravel() if edges.nnz else everywhere
    passed = edges.multiply(direct[None, :]).max(axis=1).toarray().ravel() / np.where(strongest > 0, strongest, 1.0)
    return np.asarray(np.maximum(_LEAST, np.maximum(direct, _PASSED * passed)))
