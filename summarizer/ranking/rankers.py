"""Rankers: the one that `Settings` names scores the sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike
from scipy.sparse import csr_array

from summarizer.features.vectors import Floats
from summarizer.model import Sentence
from summarizer.ranking.textrank import rank_sentences
from summarizer.registry import RANKERS
from summarizer.settings import Settings


class Ranker(Protocol):
    """Scores sentences: how much each matters to the story."""

    def __call__(
        self, sentences: Sequence[Sentence], graph: csr_array, priors: Floats, settings: Settings, /
    ) -> ArrayLike:
        """Score sentences.

        Args:
            sentences: n sentences of all reports but exact copies, those of one report together and in its order.
            graph: n x n symmetric similarities >= 0 of the sentences, zero diagonal.
            priors: n weights > 0: larger for sentences at the beginning of a report, near to the titles, and near to
                what the user asks about. TextRank jumps to sentences in proportion to them.
            settings: What is asked for, such as `damping` and `focus`.

        Returns:
            n finite numbers > 0, in the order of the sentences; larger is better. They are divided by their sum.
        """


def register_ranker(name: str, ranker: Ranker) -> None:
    """Add a ranker for this process, for `Settings(ranker=name)`; packages add theirs as entry points.

    Args:
        name: Its name.
        ranker: Scores sentences.

    Raises:
        PluginError: the name is taken.

    Example:
        >>> def rank_by_length(sentences, graph, priors, settings):
        ...     return [sentence.words for sentence in sentences]
        >>> register_ranker("length", rank_by_length)
        >>> summarize(read_documents("seeds"), Settings(ranker="length"))
        Briefing('The US secretary of state and China’s foreign minister on…', 7 points, 243 words, 5 reports)
    """
    RANKERS.register(name, ranker)


def rank_by_textrank(sentences: Sequence[Sentence], graph: csr_array, priors: Floats, settings: Settings) -> Floats:  # noqa: ARG001 - as a ranker is called
    """Score sentences by TextRank (`rank_sentences`): the ranker that is taken where none is named."""
    return rank_sentences(graph, priors, damping=settings.damping)


def score_sentences(sentences: Sequence[Sentence], graph: csr_array, priors: Floats, settings: Settings) -> Floats:
    """Score sentences by the ranker that is asked for.

    Args:
        sentences: n sentences.
        graph: n x n symmetric similarities >= 0, zero diagonal.
        priors: n weights > 0.
        settings: What is asked for.

    Returns:
        n scores, each > 0, summing to 1.

    Raises:
        PluginError: the ranker raises, or returns no n finite numbers > 0.
    """
    name = settings.ranker
    rank: Ranker = RANKERS.find(name, "Settings.ranker")
    if name in RANKERS.own:
        return np.asarray(rank(sentences, graph, priors, settings))
    wanted = f"wanted {len(sentences)} finite numbers above 0, one for each sentence"
    with RANKERS.guard(name):
        returned = np.asarray(rank(sentences, graph.copy(), priors.copy(), settings))
        if np.iscomplexobj(returned):
            raise RANKERS.failure(name, f"returned complex numbers, {wanted}")
        scores = returned.astype(np.float64)
    if scores.shape != (len(sentences),):
        raise RANKERS.failure(name, f"returned an array of shape {scores.shape}, {wanted}")
    bad = np.flatnonzero(~(np.isfinite(scores) & (scores > 0)))
    if len(bad):
        raise RANKERS.failure(name, f"returned {scores[bad[0]]} for sentence {bad[0]}, {wanted}")
    shares = scores / scores.max()
    return np.asarray(shares / shares.sum())
