"""What a summary covers: pairs of neighbouring words and single terms, by how many voices tell them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_array

from summarizer.engine.vectors import Floats, count_terms, number_names, origin_frequency
from summarizer.language import bigrams_of, content_of
from summarizer.model import DocumentId, Sentence

# Weights of the kinds of concepts; docs/quality.md has what each adds.
PAIR = 1.0  # two content terms, stop words between them passed over
LINK = 0.5  # two neighbouring words of which one is a stop word: "talks on", "in Beijing"
FUNCTION = 0.3  # two neighbouring stop words
TERM = 0.4  # one content term
_FIRST = 2.0  # factor for concepts of which a report's first sentence tells


@dataclass(frozen=True, slots=True, kw_only=True)
class Concepts:
    """The concepts that more than one voice tells.

    Attributes:
        held: n x m, 1 where a sentence holds a concept.
        names: m names for people; "" for the kinds that mean nothing by themselves.
        weights: m weights > 0.
    """

    held: csr_array
    names: tuple[str, ...]
    weights: Floats


def weigh_concepts(sentences: Sequence[Sentence], voice_of: Mapping[DocumentId, str], interest: Floats) -> Concepts:
    """Find the concepts of sentences and weigh them.

    A concept weighs the voices beyond the first that hold it, by its kind, twice where a report's first sentence holds
    it, and by the interest of the sentence that has most.

    Args:
        sentences: n sentences.
        voice_of: The voice of each report: those tied by their texts share one (`find_voices`).
        interest: n values in (0, 1]: how much each sentence has to do with what the user asks about.

    Returns:
        The concepts that more than one voice tells; what one tells alone weighs nothing.

    Source:
        Gillick and Favre, "A Scalable Global Model for Summarization", ILP-NLP 2009, for bigrams as concepts, weighted
        by the documents that hold them; Gillick et al., "The ICSI/UTD Summarization System at TAC 2009", for the
        doubling of those in first sentences.
    """
    counts, kinds = count_terms([_concepts_of(sentence) for sentence in sentences])
    voices = number_names(voice_of[sentence.document] for sentence in sentences)
    spread = origin_frequency(counts, voices)
    told = np.flatnonzero(spread > 1)
    held = csr_array(counts[:, told])
    held.data[:] = 1.0
    first = np.array([sentence.position == 0 for sentence in sentences])
    opens = np.bincount(held[first].indices, minlength=len(told)) > 0
    strongest = np.asarray(held.multiply(interest[:, None]).max(axis=0).toarray()).ravel() if len(told) else np.zeros(0)
    by_kind = np.array([kinds[column][0] for column in told])
    return Concepts(
        held=held,
        names=tuple(kinds[column][1] if kinds[column][0] in (PAIR, TERM) else "" for column in told),
        weights=(spread[told] - 1.0) * by_kind * np.where(opens, _FIRST, 1.0) * strongest,
    )


def _concepts_of(sentence: Sentence) -> list[tuple[float, str]]:
    """The concepts of a sentence, each with the weight of its kind, in an order that repeats from run to run."""
    words = zip(sentence.tokens, sentence.terms, strict=True)
    linked = [
        (LINK if one or other else FUNCTION, f"{one or first} {other or second}")
        for (first, one), (second, other) in pairwise(words)
        if not (one and other)
    ]
    pairs = [(PAIR, pair) for pair in bigrams_of(sentence.terms)]
    return [*dict.fromkeys(pairs), *((TERM, term) for term in content_of(sentence.terms)), *dict.fromkeys(linked)]
