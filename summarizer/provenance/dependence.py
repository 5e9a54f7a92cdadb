"""What two reports have in common, and whether that makes them one origin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from summarizer.model import AlignedPair, Dependence, Document, DocumentId
from summarizer.provenance.alignment import ALIGNED, Passages, count_runs
from summarizer.provenance.same_publisher import publisher_of, share_source

# Set on the labelled reports and on 211 clusters, the pairs near the limits read by hand (docs/engine.md).
_SHARE = 0.25  # least share of the shorter report that stands in aligned sentences
_SENTENCES = 3  # and how many they must be: two sentences are a third of a brief report
_CLOSENESS = 0.2  # least share when each sentence counts by how close it is: independent reports stay below .17
_CLOSE = 0.8  # similarity from which a sentence counts in full
_WHOLE = 0.9  # least share and closeness of a report that stands in another as a whole, however short
_FOLLOWED_SENTENCES = 2  # the same where one says that it follows the other: that need only be seen to be true
_FOLLOWED_CLOSENESS = 0.1


class Likeness(NamedTuple):
    """How alike the texts of two reports are.

    Attributes:
        pairs: The sentences that align.
        sentences: How many sentences the shorter report has.
        share: How much of the shorter report's own words stands in aligned sentences, in [0, 1].
        closeness: The same, when each sentence counts by how similar it is to the other.
        is_copy: Whether one was found to be a copy of the other as a whole.
        followed: The name by which one cites the other, or which both cite, if any.
        newsroom: Who wrote both, where both say so.
    """

    pairs: tuple[AlignedPair, ...]
    sentences: int
    share: float
    closeness: float
    is_copy: bool
    followed: str | None
    newsroom: str | None

    def __str__(self) -> str:
        if not self.pairs:
            return "no sentence aligns"
        runs = count_runs(self.pairs)
        verb = "aligns" if len(self.pairs) == 1 else "align"
        order = "in one run" if runs == 1 else f"in {runs} runs"
        return (
            f"{len(self.pairs)} of {self.sentences} sentences {verb}, {order}, {self.share:.0%} of the shorter report"
        )


def measure_likeness(
    passages: Passages,
    both: tuple[int, int],
    families: tuple[Sequence[Document], Sequence[Document]],
    pairs: Sequence[AlignedPair],
    *,
    is_copy: bool,
) -> Likeness:
    """Measure how alike two reports are.

    Args:
        passages: All sentences.
        both: The numbers of the two reports, rising.
        families: Each of the two with its copies, itself first: what a copy names as its source holds for both.
        pairs: Their sentences that align.
        is_copy: Whether one is a copy of the other as a whole.
    """
    one, other = families
    shorter = min(both, key=lambda number: (passages.lengths[number], number))
    own = [int(passages.own[pair.first if shorter == both[0] else pair.second]) for pair in pairs]
    length = max(int(passages.lengths[shorter]), 1)
    closeness = sum(
        words * min((pair.similarity - ALIGNED) / (_CLOSE - ALIGNED), 1.0)
        for words, pair in zip(own, pairs, strict=True)
    )
    is_one = publisher_of(one[0]) is not None and publisher_of(one[0]) == publisher_of(other[0])
    return Likeness(
        pairs=tuple(pairs),
        sentences=int(passages.sizes[shorter]),
        share=sum(own) / length,
        closeness=closeness / length,
        is_copy=is_copy,
        followed=share_source(one, other),
        newsroom=(one[0].credit or one[0].outlet) if is_one else None,
    )


def judge_dependence(first: DocumentId, second: DocumentId, likeness: Likeness) -> Dependence:
    """Tell whether two reports share an origin: the first of `REASONS` that holds says so."""
    reason = next((told for rule in REASONS if (told := rule(likeness))), None)
    return Dependence(
        first=first,
        second=second,
        pairs=likeness.pairs,
        share=likeness.share,
        shared_origin=reason is not None,
        reason=reason or _tell_apart(likeness),
        by_text=any(rule(likeness) for rule in REASONS if rule is not _is_one_newsroom),
    )


def _is_copy(likeness: Likeness) -> str | None:
    if not likeness.is_copy:
        return None
    return f"one is a copy of the other: {likeness}" if likeness.pairs else "one is a copy of the other"


def _is_rewrite(likeness: Likeness) -> str | None:
    is_close = likeness.closeness >= _CLOSENESS and likeness.share >= _SHARE
    return str(likeness) if is_close and len(likeness.pairs) >= _SENTENCES else None


def _is_contained(likeness: Likeness) -> str | None:
    """A report too short for three sentences to align: all of it stands in the other, all but word for word."""
    return str(likeness) if likeness.share >= _WHOLE and likeness.closeness >= _WHOLE else None


def _is_followed(likeness: Likeness) -> str | None:
    is_close = likeness.closeness >= _FOLLOWED_CLOSENESS and likeness.share >= _SHARE
    if not (likeness.followed and is_close and len(likeness.pairs) >= _FOLLOWED_SENTENCES):
        return None
    return f"a source in common, {likeness.followed}: {likeness}"


def _is_one_newsroom(likeness: Likeness) -> str | None:
    if not likeness.newsroom:
        return None
    return f"both are by {likeness.newsroom}, and a newsroom cannot confirm itself: {likeness}"


def _tell_apart(likeness: Likeness) -> str:
    """Say what was wanting for one origin."""
    named = f"a source in common, {likeness.followed}, but only " if likeness.followed else ""
    wanting = []
    if len(likeness.pairs) < _SENTENCES:
        wanting.append(f"at least {_SENTENCES} sentences wanted")
    if likeness.share < _SHARE:
        wanting.append(f"at least {_SHARE:.0%} wanted")
    if likeness.closeness < _CLOSENESS:
        wanting.append(f"{likeness.closeness:.0%} when weighed by how close they are, at least {_CLOSENESS:.0%} wanted")
    return f"{named}{likeness}; {', '.join(wanting)}"


REASONS: tuple[Callable[[Likeness], str | None], ...] = (
    _is_copy,
    _is_rewrite,
    _is_contained,
    _is_followed,
    _is_one_newsroom,
)
