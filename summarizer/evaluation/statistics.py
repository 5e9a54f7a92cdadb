"""Confidence intervals and significance of mean differences."""

from __future__ import annotations

from collections.abc import Sequence

RESAMPLES = 2_000
FLIPS = 10_000
_EXACT = 13  # clusters up to which all 2 ** n signs are fewer than `FLIPS`
_SEED = 2011
_CONFIDENCE = 0.95
_BLOCK = 250  # draws at a time: bounds memory
_ROUNDING = 1e-12  # sums of the same numbers in another order differ by less


def intervals(rows: Sequence[Sequence[float]]) -> list[tuple[float, float]] | None:
    """Return the 95 % interval of the mean of each column.

    Args:
        rows: n clusters of m measures each.

    Returns:
        m pairs; None for fewer than two clusters. The same rows give the same pairs, from run to run.

    Source:
        Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, for the percentile interval: 2,000 times as many
        clusters are drawn with replacement, and 2.5 % of the means lie beyond either end.
    """
    if len(rows) < 2:
        return None
    import numpy as np

    values = np.asarray(rows, dtype=float)
    draw = np.random.default_rng(_SEED)
    blocks = []
    for start in range(0, RESAMPLES, _BLOCK):
        drawn = draw.integers(len(values), size=(min(_BLOCK, RESAMPLES - start), len(values)))
        blocks.append(values[drawn].mean(axis=1))
    tail = (1 - _CONFIDENCE) / 2
    low, high = np.quantile(np.concatenate(blocks), [tail, 1 - tail], axis=0)
    return [(float(least), float(most)) for least, most in zip(low, high, strict=True)]


def chance(differences: Sequence[float]) -> float | None:
    """Return how often chance alone would part two systems as far as they are, either way.

    Were the systems equally good, which of them is the better one on a cluster would be the toss of a coin: the signs
    of the differences are tossed anew, and the p-value is the share of tosses whose mean is at least as far from 0 as
    the one observed. All tosses are tried for up to 13 clusters; else 10,000, and the one observed counts among them.

    Args:
        differences: One score less the other, on each cluster that both have one for.

    Returns:
        The p-value, in (0, 1]; None for fewer than two clusters. It is not corrected for the number of systems.

    Source:
        Smucker, Allan and Carterette, "A Comparison of Statistical Significance Tests for Information Retrieval
        Evaluation", CIKM 2007, for Fisher's randomization test of paired means; Noreen, "Computer-Intensive Methods for
        Testing Hypotheses", 1989, for (hits + 1) / (tosses + 1) where not all tosses are tried.
    """
    size = len(differences)
    if size < 2:
        return None
    import numpy as np

    values = np.asarray(differences, dtype=float)
    observed = abs(values.sum()) - _ROUNDING * max(1.0, float(np.abs(values).sum()))
    if size <= _EXACT:
        tosses = np.arange(2**size)[:, None] >> np.arange(size) & 1
        return float((np.abs((2 * tosses - 1) @ values) >= observed).mean())
    draw = np.random.default_rng(_SEED)
    hits = 0
    for start in range(0, FLIPS, _BLOCK):
        tosses = draw.integers(2, size=(min(_BLOCK, FLIPS - start), size))
        hits += int((np.abs((2 * tosses - 1) @ values) >= observed).sum())
    return (hits + 1) / (FLIPS + 1)
