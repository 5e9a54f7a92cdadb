"""Concepts that a summary covers: word pairs and terms, weighted by how many texts tell them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_array, csr_array

from summarizer.features.corpus import Corpus
from summarizer.features.vectors import Floats, Indices, document_frequency, factorize, row_indices
from summarizer.model import DocumentId

# Weights of the kinds of concepts; docs/quality.md has what each adds.
PAIR = 1.0  # two content terms, stop words between them passed over
LINK = 0.5  # two neighbouring words of which one is a stop word: "talks on", "in Beijing"
FUNCTION = 0.3  # two neighbouring stop words
TERM = 0.4  # one content term
_KINDS = (PAIR, LINK, FUNCTION, TERM)
_NAMED = (PAIR, TERM)  # kinds that mean something by themselves
_FIRST = 2.0  # factor for concepts of which a report's first sentence tells


class Concepts(NamedTuple):
    """The concepts that more than one voice tells.

    Attributes:
        held: n x m, 1 where a sentence holds a concept.
        names: m names for people; "" for the kinds that mean nothing by themselves.
        weights: m weights > 0.
    """

    held: csr_array
    names: tuple[str, ...]
    weights: Floats


def weigh_concepts(corpus: Corpus, text_group_of: Mapping[DocumentId, str], interest: Floats) -> Concepts:
    """Find the concepts of sentences and weigh them.

    A concept weighs the voices beyond the first that hold it, by its kind, twice where a report's first sentence holds
    it, and by the interest of the sentence that has most.

    Args:
        corpus: n sentences.
        text_group_of: The voice of each report: those tied by their texts share one (`group_by_text`).
        interest: n values in (0, 1]: how much each sentence has to do with what the user asks about.

    Returns:
        The concepts that more than one voice tells; what one tells alone weighs nothing.

    Source:
        Gillick and Favre, "A Scalable Global Model for Summarization", ILP-NLP 2009, for bigrams as concepts, weighted
        by the documents that hold them; Gillick et al., "The ICSI/UTD Summarization System at TAC 2009", for the
        doubling of those in first sentences.
    """
    mentions = _find_mentions(corpus)
    codes, columns = np.unique(mentions.codes, return_inverse=True)
    shape = (len(corpus), max(len(codes), 1))
    counts = csr_array(coo_array((np.ones(len(columns)), (mentions.rows, columns)), shape=shape))
    spread = document_frequency(counts, factorize(text_group_of[name] for name in corpus.documents)[0][corpus.reports])
    told = np.flatnonzero(spread > 1)
    held = counts[:, told]
    held.data[:] = 1.0
    first = np.array([sentence.position == 0 for sentence in corpus.sentences])
    opens = np.bincount(held[first].indices, minlength=len(told)) > 0
    strongest = np.zeros(len(told))
    np.maximum.at(strongest, held.indices, interest[row_indices(held.indptr)])
    kinds, names = _read_codes(codes[told].tolist(), mentions.words)
    return Concepts(
        held=held,
        names=names,
        weights=(spread[told] - 1.0) * np.array(kinds) * np.where(opens, _FIRST, 1.0) * strongest,
    )


class _Mentions(NamedTuple):
    """Where concepts stand, one entry a mention.

    Attributes:
        rows: The sentence.
        codes: The concept: the number of its kind, of its first word and of its second, as digits to the base of the
            number of words.
        words: The words, by number; the first one is "", for concepts of one word.
    """

    rows: Indices
    codes: Indices
    words: tuple[str, ...]


def _find_mentions(corpus: Corpus) -> _Mentions:
    words, numbers = ("", *corpus.stem_names), corpus.stems + 1
    is_content, rows = corpus.is_content, corpus.owners
    content = np.flatnonzero(is_content)
    neighbours = np.arange(max(len(rows) - 1, 0))
    link = neighbours[is_content[:-1] ^ is_content[1:]]
    function = neighbours[~(is_content[:-1] | is_content[1:])]
    found = (
        (PAIR, content[:-1], content[1:]),
        (LINK, link, link + 1),
        (FUNCTION, function, function + 1),
        (TERM, content, None),
    )
    all_rows, all_codes = [], []
    for kind, first, second in found:
        together = slice(None) if second is None else rows[first] == rows[second]
        other = 0 if second is None else numbers[second][together]
        all_rows.append(rows[first][together])
        all_codes.append((_KINDS.index(kind) * len(words) + numbers[first][together]) * len(words) + other)
    return _Mentions(rows=np.concatenate(all_rows), codes=np.concatenate(all_codes), words=words)


def _read_codes(codes: Sequence[int], words: Sequence[str]) -> tuple[list[float], tuple[str, ...]]:
    """The kind of each concept, and its words where they mean something by themselves."""
    size = len(words)
    kinds = [_KINDS[code // size**2] for code in codes]
    names = (
        f"{words[code // size % size]} {words[code % size]}".rstrip() if kind in _NAMED else ""
        for kind, code in zip(kinds, codes, strict=True)
    )
    return kinds, tuple(names)
