"""Sentences with their terms as numbers, counted once for all stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from summarizer.features.vectors import Indices, Mask, count_matrix, factorize, row_indices, take_rows
from summarizer.model import DocumentId, Sentence


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Corpus:
    """Sentences of several reports, and the numbers of their words.

    Attributes:
        sentences: n sentences.
        documents: Their reports, in the order of their first appearance.
        reports: The number of each sentence's report.
        starts: Where the words of each sentence start, and where the last ones end: n + 1 places.
        tokens: The number of each word, in order.
        stems: The number of each word's stem; of a stop word, that of the word itself.
        is_content: Whether each is no stop word.
        token_names: The words by number.
        stem_names: The stems and stop words by number.
        terms: n x m, how often each sentence holds each content term; columns go by the numbers of stems.
        bigrams: n x b, how often it holds each pair of neighbouring content terms, stop words between them passed over.

    Example:
        >>> def look_on(corpus, text_groups, settings):
        ...     print(len(corpus), corpus.terms.shape)
        ...     return corpus.terms @ corpus.terms.T
        >>> register_similarity("look on", look_on)
        >>> _ = summarize(read_documents("seeds"), Settings(similarity="look on"))
        114 (114, 806)
    """

    sentences: tuple[Sentence, ...]
    documents: tuple[DocumentId, ...]
    reports: Indices
    starts: Indices
    tokens: Indices
    stems: Indices
    is_content: Mask
    token_names: tuple[str, ...]
    stem_names: tuple[str, ...]
    terms: csr_array
    bigrams: csr_array

    def __len__(self) -> int:
        return len(self.sentences)

    @property
    def owners(self) -> Indices:
        """The sentence of each word."""
        return row_indices(self.starts)

    def count_tokens(self, rows: Indices) -> tuple[csr_array, list[str]]:
        """Return how often some sentences hold each of their words, and the word of each column."""
        starts = np.append(0, np.cumsum(np.diff(self.starts)[rows]))
        numbers, columns = np.unique(self.tokens[take_rows(self.starts, rows)], return_inverse=True)
        return count_matrix(starts, columns, len(numbers)), [self.token_names[at] for at in numbers.tolist()]

    def take(self, rows: Indices) -> Corpus:
        """Return some of the sentences, under the same numbers of words.

        Args:
            rows: Their numbers, ascending.
        """
        if len(rows) == len(self):
            return self
        words = take_rows(self.starts, rows)
        kept, reports = np.unique(self.reports[rows], return_inverse=True)
        return replace(
            self,
            sentences=tuple(self.sentences[at] for at in rows.tolist()),
            documents=tuple(self.documents[at] for at in kept.tolist()),
            reports=reports,
            starts=np.append(0, np.cumsum(np.diff(self.starts)[rows])),
            tokens=self.tokens[words],
            stems=self.stems[words],
            is_content=self.is_content[words],
            terms=csr_array(self.terms[rows]),
            bigrams=csr_array(self.bigrams[rows]),
        )


def open_corpus(sentences: Sequence[Sentence]) -> Corpus:
    """Number the words of sentences, and count their terms and pairs of terms.

    Args:
        sentences: n sentences, those of one report together.
    """
    tokens = [token for sentence in sentences for token in sentence.tokens]
    terms = [term for sentence in sentences for term in sentence.terms]
    starts = np.cumsum([0, *(len(sentence.tokens) for sentence in sentences)])
    token_numbers, token_names = factorize(tokens)
    stems, stem_names = factorize([term or token for token, term in zip(tokens, terms, strict=True)])
    is_content = np.array([*map(bool, terms)], dtype=bool)
    reports, documents = factorize(sentence.document for sentence in sentences)
    return Corpus(
        sentences=tuple(sentences),
        documents=documents,
        reports=reports,
        starts=starts,
        tokens=token_numbers,
        stems=stems,
        is_content=is_content,
        token_names=token_names,
        stem_names=stem_names,
        terms=_count_terms(starts, stems, is_content, len(stem_names)),
        bigrams=_count_bigrams(starts, stems, is_content, len(stem_names)),
    )


def _count_terms(starts: Indices, stems: Indices, is_content: Mask, size: int) -> csr_array:
    places = np.append(0, np.cumsum(is_content))
    return count_matrix(places[starts], stems[is_content], size)


def _count_bigrams(starts: Indices, stems: Indices, is_content: Mask, size: int) -> csr_array:
    content = np.flatnonzero(is_content)
    owner = np.searchsorted(starts, content, side="right") - 1
    together = owner[1:] == owner[:-1]
    codes = stems[content[:-1]][together] * size + stems[content[1:]][together]
    names, numbers = np.unique(codes, return_inverse=True)
    lengths = np.bincount(owner[1:][together], minlength=len(starts) - 1)
    return count_matrix(np.append(0, np.cumsum(lengths)), numbers, len(names))
