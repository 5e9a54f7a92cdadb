"""One thing in two units: "40 million euros" and "40 million crowns", "12 miles" and "30 km"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from summarizer.briefing.differences.figures import Figure, in_order, views_of
from summarizer.briefing.differences.ground import Found, Ground
from summarizer.briefing.differences.topics import topic_of
from summarizer.language import MEASURED, Quantity, convert_within
from summarizer.model import DocumentId

_ALIKE = 0.5  # word cosine of two sentences that tell one thing
_NEAR = 0.7  # share of the weight of what stands around both
_ONE = {"pound", "gbp"}  # "£40" and "40 pounds" may be one sum
_WEIGHT = 0.8


def differing_units(ground: Ground, items: Sequence[Sequence[Figure]]) -> Iterator[Found]:
    """Find measures of one thing that two reports give in two units: one number, or two that do not convert.

    Their sentences are alike, and so is what stands around the two. No report that gives a number in both units is
    held against another: it has converted nothing. Where units convert, what is one rounded is no difference.

    Args:
        ground: What differences are looked for in.
        items: The figures of each sentence.
    """
    measured = [[one for one in own if _may_stand(one)] for own in items]
    told: set[tuple[DocumentId, DocumentId, float]] = set()
    for pair in ground.pairs_among((at for at, own in enumerate(measured) if own), at_least=_ALIKE):
        for one, other in product(measured[pair.first], measured[pair.second]):
            reports = ground.sentences[one.at].document, ground.sentences[other.at].document
            if (
                one.quantity.unit != other.quantity.unit
                and {one.quantity.unit, other.quantity.unit} != _ONE
                and _differ(one.quantity, other.quantity)
                and not (_is_in_both(measured, one, other) or _is_in_both(measured, other, one))
                and ground.same_event(one.at, other.at)
                and (*reports, one.quantity.low) not in told
                and ground.overlap(_beside(one), _beside(other)) >= _NEAR
                and not any(_gives(ground, measured, *both) for both in ((reports[0], other), (reports[1], one)))
            ):
                told.add((*reports, one.quantity.low))
                yield Found(
                    kind="number",
                    about=topic_of(ground.sentences[one.at].text, one.quantity) or "The unit",
                    views=views_of(ground, in_order(ground, (one, other))),
                    weight=_WEIGHT,
                    why=f"one thing in two units: {one.quantity.unit}, {other.quantity.unit}",
                )


def _differ(one: Quantity, other: Quantity) -> bool:
    """Whether two measures in two units are one number of two things, or do not convert into each other."""
    is_one = convert_within(one, other)
    if is_one is None:
        return (one.low, one.high) == (other.low, other.high)
    return not is_one


def _is_in_both(measured: Sequence[Sequence[Figure]], one: Figure, other: Figure) -> bool:
    """Whether the sentence of one gives its measure in the other's unit too: those two are held against each other."""
    return any(
        own.quantity.unit == other.quantity.unit and convert_within(own.quantity, one.quantity)
        for own in measured[one.at]
    )


def _may_stand(figure: Figure) -> bool:
    quantity = figure.quantity
    return quantity.unit in MEASURED and not (quantity.is_contrast or quantity.is_converted or quantity.owner)


def _beside(figure: Figure) -> dict[str, int]:
    """The terms around a figure but for its unit."""
    tokens, quantity = figure.ground.tokens_of(figure.at), figure.quantity
    return {
        term: place for term, place in figure.around.items() if not quantity.start <= tokens[place][0] < quantity.end
    }


def _gives(ground: Ground, measured: Sequence[Sequence[Figure]], report: DocumentId, figure: Figure) -> bool:
    """Whether a report gives a figure's value in its unit."""
    return any(
        one.quantity.unit == figure.quantity.unit and one.quantity.agrees(figure.quantity)
        for own in measured
        if own and ground.sentences[own[0].at].document == report
        for one in own
    )
