"""What two chosen statements are worth together: neighbours more, near repeats less."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from summarizer.features.vectors import Floats, Indices
from summarizer.selection.objective import Selection, Worth

_UNLIKE = 0.2  # cosine up to which two statements do not tell the same again; docs/trials.md has .15, too
_ALIKE = 0.4  # and from which they do so as much as two can


class PairWeights(NamedTuple):
    """The bonus of neighbours, and the cost of likeness, for two statements that are chosen together.

    Attributes:
        joined: What one is worth more right behind another of its report, as a share of its value.
        alike: What two statements cost that are nearly too alike, as a share of the lesser value. The cost grows from
            nothing at a cosine of `_UNLIKE` to this at `_ALIKE`.
    """

    joined: float = 0.0
    alike: float = 0.0


UNPAIRED = PairWeights()


def gain_beside(selection: Selection, pairs: PairWeights, value: Floats, those: Indices) -> Floats:
    """What statements add beside each of k chosen ones, or take, beyond what they are worth alone.

    Args:
        selection: What is chosen.
        pairs: What two are worth together.
        value: What each of n statements is worth alone.
        those: The numbers of m statements.

    Returns:
        m x k.
    """
    own = np.array(selection.chosen, dtype=np.int64)
    if pairs == UNPAIRED or not len(own):
        return np.zeros((len(those), len(own)))
    likeness = np.column_stack([selection.likeness[at][those] for at in selection.chosen])
    return _gain_together(selection.worth, pairs, value, those, own, likeness)


def gain_among(worth: Worth, pairs: PairWeights, those: Indices) -> Floats:
    """What each two of m statements add together, or take, beyond what they are worth alone: m x m."""
    if pairs == UNPAIRED or not len(those):
        return np.zeros((len(those), len(those)))
    rows = worth.cosine[those]
    return _gain_together(worth, pairs, worth.value, those, those, (rows @ rows.T).toarray())


def _gain_together(
    worth: Worth, pairs: PairWeights, value: Floats, those: Indices, own: Indices, likeness: Floats
) -> Floats:
    """What each of m statements adds beside each of k others, from their cosines: m x k.

    From the limit of redundancy on, likeness costs nothing: two such statements stand together only where one
    contradicts the other.
    """
    before = worth.before
    gain: Floats = pairs.joined * (before[those][:, None] == own) * value[those][:, None]
    gain += pairs.joined * (those[:, None] == before[own]) * value[own]
    again = np.clip((likeness - _UNLIKE) / (_ALIKE - _UNLIKE), 0.0, 1.0)
    again *= (those[:, None] != own) & (likeness < worth.redundancy_limit)
    gain -= pairs.alike * again * np.minimum(value[those][:, None], value[own])
    return gain
