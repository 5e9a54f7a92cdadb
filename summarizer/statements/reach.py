"""The sentences of a huge story that can reach its budget: only these are merged, compared and chosen."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from summarizer.features.corpus import Corpus
from summarizer.features.vectors import Floats, Indices
from summarizer.model import Budget
from summarizer.statements.lexical_judge import wording_of

_LEAST = 10_000  # sentences up to which all are in reach
_PER_POINT = 50  # sentences for each point that the budget may hold
_SHORT = 10  # words of a short point


class Reach(NamedTuple):
    """The sentences of a story by whether they can reach its budget, as numbers, ascending.

    Attributes:
        within: Those that can.
        beyond: Those that rank too low, of equal ones one; those equal to one that can reach it are left out.
    """

    within: Indices
    beyond: Indices


def find_reach(corpus: Corpus, worth: Floats, budget: Budget) -> Reach:
    """Find the sentences that can reach the budget.

    Of up to 10,000 sentences these are all. Of more, they are those that rank highest: 10,000, or 50 for each point
    of ten words that the budget may hold, if that is more. Of sentences in equal words one counts: the one with the
    fewest flaws, the highest rank among those.

    Args:
        corpus: n sentences.
        worth: Their rank, times what each has to do with what the user asks about.
        budget: The most that the briefing may hold.

    Cost: linear, but for sorting.
    """
    size = len(corpus)
    most = max(_LEAST, _PER_POINT * max(budget.points or 0, (budget.words or 0) // _SHORT))
    if size <= most:
        return Reach(within=np.arange(size), beyond=np.arange(0))
    flaws = np.array([len(sentence.flaws) for sentence in corpus.sentences])
    seen: set[tuple[object, ...]] = set()
    firsts = []
    for at in np.lexsort((-worth, flaws)).tolist():
        wording = wording_of(corpus.sentences[at])
        if wording not in seen:
            seen.add(wording)
            firsts.append(at)
    different = np.array(firsts)
    ranked = different[np.argsort(-worth[different], kind="stable")]
    return Reach(within=np.sort(ranked[:most]), beyond=np.sort(ranked[most:]))
