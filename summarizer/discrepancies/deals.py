"""What a deal costs and when it closes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from operator import itemgetter

from summarizer.discrepancies import topics as labels
from summarizer.discrepancies.comparability import have_other_subjects
from summarizer.discrepancies.compared_figures import ComparedFigure, in_order, values_of
from summarizer.discrepancies.comparison_context import Candidate, Context, Passage, Value
from summarizer.discrepancies.topics import topic_of
from summarizer.model import DocumentId
from summarizer.nlp.facts.deals import Closing, find_closing, is_price

_LEAD = 3  # sentences of a report in which the price of its story stands
_PRICE = 0.95  # weight
_CLOSING = 0.9
_APART = 20.0  # times by which the prices of one deal differ at most


def differing_deals(ground: Context, items: Sequence[Sequence[ComparedFigure]]) -> list[Candidate]:
    """Find the prices of one deal, and the times at which it is to close, that reports give differently.

    Args:
        ground: What differences are looked for in.
        items: The figures of each sentence.
    """
    return [*_prices(ground, items), *_closings(ground)]


def _prices(ground: Context, items: Sequence[Sequence[ComparedFigure]]) -> Iterator[Candidate]:
    mains: dict[tuple[str, DocumentId], ComparedFigure] = {}
    priced: dict[DocumentId, int] = {}  # the first sentence of a report that tells a price; later ones tell of others
    for own in items:
        for figure in own if own and ground.sentences[own[0].at].position < _LEAD else ():
            sentence, quantity = ground.sentences[figure.at], figure.quantity
            is_again = quantity.is_converted and priced.get(sentence.document) == figure.at
            if not is_again and not is_price(sentence.text, quantity.start, quantity.end, sentence.language):
                continue
            if priced.setdefault(sentence.document, figure.at) == figure.at:
                mains.setdefault((quantity.unit, sentence.document), figure)
    for unit in dict.fromkeys(unit for unit, _ in mains):
        readings = [figure for (own, _), figure in mains.items() if own == unit]
        differing = [pair for pair in combinations(readings, 2) if _differ(ground, *pair)]
        if differing:
            first = differing[0][0]
            told = [one for one in readings if any(one in pair or _agree(one, pair) for pair in differing)]
            yield Candidate(
                kind="number",
                about=next(filter(None, map(_clause, (first, *told))), labels.PRICE),
                views=values_of(ground, in_order(ground, told)),
                weight=_PRICE,
                why=f"the price ({unit}) that each report gives in its opening",
            )


def _clause(figure: ComparedFigure) -> str | None:
    return topic_of(figure.sentence.text, figure.quantity, figure.sentence.language)


def _agree(figure: ComparedFigure, pair: tuple[ComparedFigure, ComparedFigure]) -> bool:
    return any(figure.quantity.agrees(one.quantity) for one in pair)


def _differ(ground: Context, one: ComparedFigure, other: ComparedFigure) -> bool:
    first, second = one.quantity, other.quantity
    if not ground.same_event(one.at, other.at) or not ground.names_of(one.at) & ground.names_of(other.at):
        return False
    if (first.is_converted and second.is_converted) or have_other_subjects(ground, one, other):
        return False
    return not first.agrees(second) and max(first.high, second.high) <= _APART * min(first.low, second.low)


def _closings(ground: Context) -> Iterator[Candidate]:
    told: dict[DocumentId, tuple[int, Closing]] = {}
    for at, sentence in enumerate(ground.sentences):
        closing = find_closing(sentence.text, sentence.language)
        if closing:
            told.setdefault(sentence.document, (at, closing))
    events = {ground.event_of.get(name) for name in told}
    for event in sorted(events, key=str):
        readings = [own for name, own in told.items() if ground.event_of.get(name) == event]
        views = _views(ground, readings)
        if len(views) > 1:
            yield Candidate(
                kind="date",
                about=labels.CLOSING,
                views=views,
                weight=_CLOSING,
                why="the time at which each report says that the deal is to close",
            )


def _views(ground: Context, readings: Sequence[tuple[int, Closing]]) -> tuple[Value, ...]:
    """Readings in their order, those that agree together: with the most exact first, all that it agrees with."""
    groups: list[list[tuple[int, Closing]]] = []
    for one in sorted(readings, key=lambda one: _width(one[1])):
        own = next((group for group in groups if all(one[1].agrees(other) for _, other in group)), None)
        groups.append([one]) if own is None else own.append(one)
    views = []
    for group in sorted((sorted(group, key=itemgetter(0)) for group in groups), key=lambda group: group[0][0]):
        passages = tuple(
            Passage(sentence=ground.sentences[at], start=own.phrase.start, end=own.phrase.end) for at, own in group
        )
        views.append(Value(value=" ".join(passages[0].text.split()), passages=passages))
    return tuple(views)


def _width(closing: Closing) -> int:
    return closing.months[1] - closing.months[0] if closing.months else 0
