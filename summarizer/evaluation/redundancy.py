"""How often a summary repeats itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summarizer.evaluation.records import Lines, Task
from summarizer.model import Document, Sentence, Span
from summarizer.nlp.tokens import content_of


def share_repeated(lines: Lines) -> float:
    """Return which share of the bigrams of a summary it had used before, in [0, 1]; bigrams stay within sentences."""
    bigrams = [pair for line in lines for pair in pairwise(line)]
    return 1 - len(set(bigrams)) / len(bigrams) if bigrams else 0.0


def count_pairs(lines: Sequence[str], task: Task, limit: float) -> int:
    """Return how many pairs of sentences of a summary say the same.

    Args:
        lines: The summary; a line holds one sentence or more.
        task: The reports: a term weighs the more, the fewer of their sentences hold it.
        limit: Cosine of the tf-idf terms from which two sentences say the same, in (0, 1].
    """
    bags = [content_of(sentence.terms) for sentence in _sentences_of(lines, task.cluster.language)]
    bags = [bag for bag in bags if bag]
    if len(bags) < 2:
        return 0
    from scipy.sparse import triu

    from summarizer.features.vectors import count_terms, inverse_document_frequency, l2_normalize, scale_columns

    background = [content_of(sentence.terms) for sentence in task.sentences]
    counts, _ = count_terms([*background, *bags])
    # Published outputs may hold words that no report does: to no sentence of the reports they are as rare as can be.
    weights = inverse_document_frequency(counts[: len(background)])
    vectors = l2_normalize(scale_columns(counts[len(background) :], weights))
    return int((triu(vectors @ vectors.T, k=1) >= limit).sum())


def _sentences_of(lines: Sequence[str], language: str) -> list[Sentence]:
    """The sentences of a summary, with their terms, as those of a report are found."""
    from summarizer.cleaning.split_sentences import split_document

    ends = [sum(len(line) + 1 for line in lines[: number + 1]) for number in range(len(lines))]
    kept = tuple(Span(start=end - len(line) - 1, end=end - 1) for line, end in zip(lines, ends, strict=True))
    return split_document(Document(id="summary", text="\n".join(lines), kept=kept), language)[0]
