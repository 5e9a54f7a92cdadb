"""Puts what is new before what was told before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.briefing.briefing_inputs import BriefingContext
from summarizer.briefing.sections import arrange_statements
from summarizer.briefing.statement_order import find_leaders
from summarizer.briefing.titles import Headline
from summarizer.model import Event, Novelty, Statement

TOLD_BEFORE = "Told before"


def arrange_news(
    chosen: Sequence[Statement], novelty: Mapping[int, Novelty], context: BriefingContext
) -> tuple[Headline, tuple[Event, ...]]:
    """Arrange what is new as a briefing of its own, and put the rest behind it under one heading.

    A statement that leans on another stays with it. Where nothing is new, or all is, the order is that of any briefing.

    Args:
        chosen: The statements of the briefing, at least one.
        novelty: Whether each was told before, by the ids of their wordings.
        context: The reports and what is known of them.
    """
    leaders = find_leaders(chosen)
    heads = {one.wording.id: leaders.get(one.wording.id, one).wording.id for one in chosen}
    fresh = {heads[one.wording.id] for one in chosen if novelty[one.wording.id].is_new}
    news = [one for one in chosen if heads[one.wording.id] in fresh]
    rest = [one for one in chosen if heads[one.wording.id] not in fresh]
    if not news or not rest:
        return arrange_statements(chosen, context)
    title, events = arrange_statements(news, context)
    _, told = arrange_statements(rest, context)
    statements = tuple(statement for event in told for statement in event.statements)
    return title, (*events, Event(heading=TOLD_BEFORE, when=None, statements=statements))
