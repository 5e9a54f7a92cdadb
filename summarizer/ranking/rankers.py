"""Rankers: TextRank, or the one that `Settings` names, scores the sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike
from scipy.sparse import csr_array, diags_array

from summarizer.errors import SettingsError
from summarizer.features.vectors import Floats
from summarizer.model import Sentence
from summarizer.registry import RANKERS
from summarizer.settings import Settings

_TOLERANCE = 1e-10
_MOST_STEPS = 5000


def rank_sentences(graph: csr_array, teleport: Floats, *, damping: float) -> Floats:
    """Score the sentences of a similarity graph.

    Args:
        graph: n x n symmetric weights >= 0, zero diagonal.
        teleport: n weights > 0; jumps land on sentences in proportion to them.
        damping: Chance of following an edge rather than jumping, in [0, 1).

    Returns:
        n scores, each > 0, summing to 1, in the order of the sentences. A sentence without edges passes its score on by
        jumping.

    Raises:
        SettingsError: damping is outside [0, 1).

    Source:
        Mihalcea and Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004, section 2.2, for weighted edges; Brin and
        Page, "The Anatomy of a Large-Scale Hypertextual Web Search Engine", 1998, section 2.1, for jumps that favour
        some nodes. We divide by the sum of the scores, which changes no order.

    Cost: O(edges) a step; the error shrinks by the damping with each step.
    """
    if not 0 <= damping < 1:
        raise SettingsError(f"damping: found {damping!r}, wanted a number of at least 0 and below 1.")
    size = graph.shape[0]
    if size == 0:
        return np.zeros(0)
    jump = teleport / teleport.sum()
    strength = np.asarray(graph.sum(axis=0)).ravel()
    follow = csr_array(graph @ diags_array(1.0 / np.where(strength > 0, strength, 1.0)))
    stuck = strength == 0
    scores: Floats = jump
    for _ in range(_MOST_STEPS):
        before = scores
        scores = damping * (follow @ before + before[stuck].sum() * jump) + (1 - damping) * jump
        if np.abs(scores - before).sum() < _TOLERANCE:
            break
    return np.asarray(np.minimum(scores / scores.sum(), 1.0))


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
        Briefing('Blinken will have more high-level contacts with the…', 8 points, 247 words, 5 reports)
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
