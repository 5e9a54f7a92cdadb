"""Finds all conflicts between a point and a passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from summarizer.statements.contradiction.conflict import Conflict, Held
from summarizer.statements.contradiction.figures import find_articles, find_days_apart, find_figures, find_ordinals
from summarizer.statements.contradiction.names_and_words import (
    find_cases,
    find_directions,
    find_exchanged,
    find_missing_names,
    find_missing_nouns,
    find_opposites,
    find_reordered,
    find_replaced,
    find_small_opposites,
)
from summarizer.statements.contradiction.negation import (
    find_conditionals,
    find_denials,
    find_doers,
    find_openness,
    find_quantifiers,
    find_tenses,
)

_RULES: tuple[Callable[[Held], Iterator[Conflict]], ...] = (
    find_opposites,
    find_small_opposites,
    find_replaced,
    find_denials,
    find_openness,
    find_conditionals,
    find_tenses,
    find_figures,
    find_quantifiers,
    find_days_apart,
    find_exchanged,
    find_doers,
    find_cases,
    find_reordered,
    find_directions,
    find_ordinals,
    find_articles,
    find_missing_names,
    find_missing_nouns,
)


def find_conflicts(held: Held) -> list[Conflict]:
    """Find what keeps a passage from saying all that a point says: one contradiction, or all that it leaves out."""
    conflicts = []
    for rule in _RULES:
        for conflict in rule(held):
            if conflict.is_contradiction:
                return [conflict]
            conflicts.append(conflict)
    return conflicts
