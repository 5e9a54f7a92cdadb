"""Whether two numbers of like sentences are of two things or of one: by their periods, turns, parts and subjects."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from summarizer.briefing.differences.figures import Figure, Match
from summarizer.briefing.differences.ground import Ground
from summarizer.language import (
    Subject,
    find_narrowing,
    find_periods,
    find_turns,
    leading_attribution,
    read_subject,
    without_attribution,
)


def are_parted(ground: Ground, match: Match, items: Sequence[Sequence[Figure]]) -> bool:
    """Tell whether the sentences of two numbers limit them to different things.

    They name different periods ("in February", "last year"), different turns of one kind ("the first ballot"), or a
    part, and not both the same ("core inflation"). Or they have subjects with no name in common, or with one head and
    each a word of its own before it. Where two places in an order differ, so must nothing else that both count.

    Args:
        ground: What differences are looked for in.
        match: Two numbers of one unit and role.
        items: The figures of each sentence.
    """
    one, other = match.first, match.second
    texts = [without_attribution(ground.sentences[item.at].text) for item in (one, other)]
    periods = [find_periods(text) for text in texts]
    if all(periods) and periods[0].isdisjoint(periods[1]):
        return True
    if find_narrowing(texts[0]) != find_narrowing(texts[1]):
        return True
    turns = [find_turns(text) for text in texts]
    own = one.quantity.unit.removesuffix(" in order")
    if any(noun != own and places.isdisjoint(turns[1].get(noun, places)) for noun, places in turns[0].items()):
        return True
    if own != one.quantity.unit and _count_otherwise(items[one.at], items[other.at], one.quantity.unit):
        return True
    return have_other_subjects(ground, one, other)


def _count_otherwise(first: Sequence[Figure], second: Sequence[Figure], unit: str) -> bool:
    """Whether both sentences give numbers of a unit, but for one, and none of them the same."""
    pairs = [
        one.quantity.agrees(other.quantity)
        for one, other in product(first, second)
        if one.quantity.unit == other.quantity.unit != unit
    ]
    return bool(pairs) and not any(pairs)


def are_of_one(ground: Ground, one: Figure, other: Figure) -> bool:
    """Tell whether the clauses of two numbers have one subject, and tell of one period by name."""
    subjects = [_subject_of(ground, item) for item in (one, other)]
    periods = [find_periods(ground.sentences[item.at].text) for item in (one, other)]
    return subjects[0] is not None and subjects[0] == subjects[1] and bool(periods[0]) and periods[0] == periods[1]


def have_other_subjects(ground: Ground, one: Figure, other: Figure) -> bool:
    """Tell whether the clauses of two numbers are about two: other names, or "food prices" and "house prices"."""
    first, second = _subject_of(ground, one), _subject_of(ground, other)
    if first is None or second is None:
        return False
    if first.names and second.names:
        return first.names.isdisjoint(second.names)
    own = (first.words - second.words, second.words - first.words)
    return len(first.words & second.words) == 1 and all(len(words) == 1 for words in own)


def _subject_of(ground: Ground, item: Figure) -> Subject | None:
    text = ground.sentences[item.at].text
    told = leading_attribution(text, item.quantity.start)
    return read_subject(text[told:], item.quantity.start - told, ground.common)
