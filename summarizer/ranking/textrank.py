"""TextRank: weighted PageRank with a teleport vector."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array, diags_array

from summarizer.errors import SettingsError
from summarizer.features.vectors import Floats

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
