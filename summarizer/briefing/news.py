"""What is news among numbers that grow: what was overtaken counts less, and the newest leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from summarizer.briefing.differences import Found, Passage
from summarizer.engine.vectors import Floats
from summarizer.language import Quantity, find_quantities

_OVERTAKEN = 0.5  # what a statement is worth whose number a later one overtook
_NEWEST = 3.0  # how much better a statement with the newest of such numbers leads
_OPENING_POWER = 0.2  # of the opening prior in how well a statement leads: its rank holds that prior already


def weigh_news(found: Sequence[Found], opening: Floats, interest: Floats) -> tuple[Floats, Floats]:
    """Weigh n sentences by what the differences say of their numbers.

    Args:
        found: The differences, what weighs most first.
        opening: The opening prior of each sentence.
        interest: How much each has to do with what the user asks about, in (0, 1].

    Returns:
        How much of its interest each keeps, and how well each leads a briefing.
    """
    worth, lead = interest.copy(), (opening * interest) ** _OPENING_POWER
    overtaken = list(_overtaken_sentences(found))
    worth[overtaken] *= _OVERTAKEN
    lead[overtaken] *= _OVERTAKEN
    lead[list(_newest_sentences(found))] *= _NEWEST
    return worth, lead


def _overtaken_sentences(found: Iterable[Found]) -> frozenset[int]:
    """Return the numbers of the sentences that tell a number which a later one overtook."""
    return frozenset(
        passage.sentence.id for one in found for view in one.views if view.is_overtaken for passage in view.passages
    )


def _newest_sentences(found: Iterable[Found]) -> frozenset[int]:
    """Return the numbers of the sentences that tell the newest reading of the gravest number that grew."""
    newest = next(_newest_passages(found), ())
    return frozenset(passage.sentence.id for passage in newest)


def find_newest_tolls(found: Iterable[Found]) -> dict[str, Quantity]:
    """Return the newest reading of each toll that grew, by what became of those counted."""
    tolls: dict[str, Quantity] = {}
    for passages in _newest_passages(found):
        first = passages[0]
        for quantity in find_quantities(first.sentence.text):
            if quantity.start == first.start and quantity.role:
                tolls.setdefault(quantity.role, quantity)
    return tolls


def _newest_passages(found: Iterable[Found]) -> Iterator[tuple[Passage, ...]]:
    """Where the newest reading of each number that grew stands."""
    for one in found:
        if any(view.is_overtaken for view in one.views):
            yield next((view.passages for view in reversed(one.views) if not view.is_overtaken), ())
