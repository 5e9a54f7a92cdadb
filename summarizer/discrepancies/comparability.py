"""Whether two numbers measure one thing: period, part and subject, and one thing in two units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from summarizer.discrepancies import topics as labels
from summarizer.discrepancies.compared_figures import ComparedFigure, Match, in_order, values_of
from summarizer.discrepancies.comparison_context import Candidate, Context
from summarizer.discrepancies.topics import topic_of
from summarizer.model import DocumentId
from summarizer.nlp.numbers.quantity_record import Quantity, convert_within
from summarizer.nlp.numbers.scopes import ScopeSubject, find_narrowing, find_periods, find_turns, read_subject
from summarizer.nlp.numbers.units import unit_words_of
from summarizer.nlp.speakers.attribution import leading_attribution, without_attribution

_ALIKE = 0.5  # word cosine of two sentences that tell one thing
_NEAR = 0.7  # share of the weight of what stands around both
_ONE = {"pound", "gbp"}  # "£40" and "40 pounds" may be one sum
_WEIGHT = 0.8


def are_parted(ground: Context, match: Match, items: Sequence[Sequence[ComparedFigure]]) -> bool:
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
    told = [ground.sentences[item.at] for item in (one, other)]
    languages = [sentence.language for sentence in told]
    texts = [without_attribution(sentence.text, sentence.language) for sentence in told]
    periods = [*map(find_periods, texts, languages)]
    if all(periods) and periods[0].isdisjoint(periods[1]):
        return True
    if find_narrowing(texts[0], languages[0]) != find_narrowing(texts[1], languages[1]):
        return True
    turns = [*map(find_turns, texts, languages)]
    own = one.quantity.unit.removesuffix(" in order")
    if any(noun != own and places.isdisjoint(turns[1].get(noun, places)) for noun, places in turns[0].items()):
        return True
    if own != one.quantity.unit and _count_otherwise(items[one.at], items[other.at], one.quantity.unit):
        return True
    return have_other_subjects(ground, one, other)


def _count_otherwise(first: Sequence[ComparedFigure], second: Sequence[ComparedFigure], unit: str) -> bool:
    """Whether both sentences give numbers of a unit, but for one, and none of them the same."""
    pairs = [
        one.quantity.agrees(other.quantity)
        for one, other in product(first, second)
        if one.quantity.unit == other.quantity.unit != unit
    ]
    return bool(pairs) and not any(pairs)


def are_of_one(ground: Context, one: ComparedFigure, other: ComparedFigure) -> bool:
    """Tell whether the clauses of two numbers have one subject, and tell of one period by name."""
    subjects = [_subject_of(ground, item) for item in (one, other)]
    sentences = [ground.sentences[item.at] for item in (one, other)]
    periods = [find_periods(sentence.text, sentence.language) for sentence in sentences]
    return subjects[0] is not None and subjects[0] == subjects[1] and bool(periods[0]) and periods[0] == periods[1]


def have_other_subjects(ground: Context, one: ComparedFigure, other: ComparedFigure) -> bool:
    """Tell whether the clauses of two numbers are about two: other names, or "food prices" and "house prices"."""
    first, second = _subject_of(ground, one), _subject_of(ground, other)
    if first is None or second is None:
        return False
    if first.names and second.names:
        return first.names.isdisjoint(second.names)
    own = (first.words - second.words, second.words - first.words)
    return len(first.words & second.words) == 1 and all(len(words) == 1 for words in own)


def _subject_of(ground: Context, item: ComparedFigure) -> ScopeSubject | None:
    sentence = ground.sentences[item.at]
    told = leading_attribution(sentence.text, item.quantity.start, sentence.language)
    return read_subject(sentence.text[told:], item.quantity.start - told, ground.common, sentence.language)


def differing_units(ground: Context, items: Sequence[Sequence[ComparedFigure]]) -> Iterator[Candidate]:
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
                yield Candidate(
                    kind="number",
                    about=topic_of(one.sentence.text, one.quantity, one.sentence.language) or labels.UNIT,
                    views=values_of(ground, in_order(ground, (one, other))),
                    weight=_WEIGHT,
                    why=f"one thing in two units: {one.quantity.unit}, {other.quantity.unit}",
                )


def _differ(one: Quantity, other: Quantity) -> bool:
    """Whether two measures in two units are one number of two things, or do not convert into each other."""
    is_one = convert_within(one, other)
    if is_one is None:
        return (one.low, one.high) == (other.low, other.high)
    return not is_one


def _is_in_both(measured: Sequence[Sequence[ComparedFigure]], one: ComparedFigure, other: ComparedFigure) -> bool:
    """Whether the sentence of one gives its measure in the other's unit too: those two are held against each other."""
    return any(
        own.quantity.unit == other.quantity.unit and convert_within(own.quantity, one.quantity)
        for own in measured[one.at]
    )


def _may_stand(figure: ComparedFigure) -> bool:
    quantity, units = figure.quantity, unit_words_of(figure.ground.sentences[figure.at].language)
    is_measure = units is not None and quantity.unit in units.measured
    return is_measure and not (quantity.is_contrast or quantity.is_converted or quantity.owner)


def _beside(figure: ComparedFigure) -> dict[str, int]:
    """The terms around a figure but for its unit."""
    tokens, quantity = figure.ground.tokens_of(figure.at), figure.quantity
    return {
        term: place for term, place in figure.around.items() if not quantity.start <= tokens[place][0] < quantity.end
    }


def _gives(
    ground: Context, measured: Sequence[Sequence[ComparedFigure]], report: DocumentId, figure: ComparedFigure
) -> bool:
    """Whether a report gives a figure's value in its unit."""
    return any(
        one.quantity.unit == figure.quantity.unit and one.quantity.agrees(figure.quantity)
        for own in measured
        if own and ground.sentences[own[0].at].document == report
        for one in own
    )
