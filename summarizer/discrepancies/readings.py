"""Groups matches into differences: the readings, who gives each, and what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from summarizer.discrepancies.ages import may_be_of_one
from summarizer.discrepancies.compared_figures import ComparedFigure, Match, in_order, values_of
from summarizer.discrepancies.comparison_context import Candidate, Context
from summarizer.discrepancies.topics import label_age, plain_topic, topic_of
from summarizer.model import DocumentId
from summarizer.nlp.numbers.quantities import find_quantities
from summarizer.nlp.numbers.word_counts import BLOCK_OF

_TOLD = 0.125  # what it weighs that a role is told
_SHARED = 2  # terms that the surroundings of two figures share at least which are surely of one thing,
_ALIKE = 0.5  # and their share of the weight of the lighter one
_QUOTED = "“"
# Units in which a report says one measure twice: "16 metres (52 feet)".
_CONVERTED = {
    unit: pair
    for pair in ("meter foot", "kilometer mile", "kilogram pound", "hectare acre", "kph mph")
    for unit in pair.split()
}


def group_matches(
    ground: Context,
    items: Sequence[Sequence[ComparedFigure]],
    differing: Sequence[Match],
    agreed: Mapping[tuple[int, int], Sequence[ComparedFigure]],
) -> Iterator[Candidate]:
    """One difference from all matches that lean on one quantity, the surest first."""
    used: set[tuple[int, int]] = set()
    ordered = sorted(differing, key=lambda match: (-match.score, match.first.key, match.second.key))
    leaning: dict[tuple[int, int], list[int]] = {}
    for rank, match in enumerate(ordered):
        for figure in (match.first, match.second):
            leaning.setdefault(figure.key, []).append(rank)
    told: set[tuple[int, int, str]] = set()
    for best in ordered:
        unit = best.first.quantity.unit
        told_again = (best.first.at, best.second.at, _CONVERTED.get(unit, unit))
        if best.first.key in used or best.second.key in used or (unit in _CONVERTED and told_again in told):
            continue
        told.add(told_again)
        core = _leaning_on(best, ordered, leaning)
        for key in tuple(core):
            for item in agreed.get(key, ()):
                core.setdefault(item.key, item)
        for item in _like(ground, core.values(), items):
            core.setdefault(item.key, item)
        used.update(core)
        readings = in_order(ground, _one_value_a_report(ground, core.values()))
        views = values_of(ground, readings)
        if len(views) > 1:
            yield Candidate(
                kind="number",
                about=_about(ground, best, readings),
                views=views,
                weight=0.4 + best.score / 2 + _TOLD * bool(best.first.quantity.role),
                why=f"one role, score {best.score:.2f}: "
                + ", ".join((best.first.quantity.role or best.first.quantity.unit, *best.shared)),
            )


def _like(
    ground: Context, core: Iterable[ComparedFigure], items: Sequence[Sequence[ComparedFigure]]
) -> list[ComparedFigure]:
    """The figures of further reports that agree with one of a difference, and are of the same by the words near."""
    core = [*core]
    unit, role = core[0].quantity.unit, core[0].quantity.role
    told = {ground.sentences[one.at].document for one in core}
    return [
        item
        for own in items
        for item in own
        if (item.quantity.unit, item.quantity.role) == (unit, role)
        and ground.sentences[item.at].document not in told
        and any(_says_as_well(ground, one, item) for one in core)
    ]


def _says_as_well(ground: Context, one: ComparedFigure, other: ComparedFigure) -> bool:
    """Whether two figures agree and are surely of one thing: so much of what stands around them is the same."""
    shared = sum(term in other.around for term in one.around)
    is_named = one.quantity.unit.startswith(BLOCK_OF) or (one.measured and one.measured == other.measured)
    return (
        one.quantity.agrees(other.quantity)
        and may_be_of_one(one.quantity.owner, other.quantity.owner)
        and bool(is_named or (shared >= _SHARED and ground.overlap(one.around, other.around) >= _ALIKE))
        and ground.same_event(one.at, other.at)
        and not ground.tell_of_others(one.at, other.at)
    )


def _leaning_on(
    best: Match, ordered: Sequence[Match], leaning: Mapping[tuple[int, int], Sequence[int]]
) -> dict[tuple[int, int], ComparedFigure]:
    """The figures of a match, and those that others set against one of them."""
    core = {best.first.key: best.first, best.second.key: best.second}
    for match in (ordered[rank] for rank in sorted({*leaning[best.first.key], *leaning[best.second.key]})):
        for one, other in ((match.first, match.second), (match.second, match.first)):
            if one.key in (best.first.key, best.second.key):
                core.setdefault(other.key, other)
    return core


def _one_value_a_report(ground: Context, items: Iterable[ComparedFigure]) -> list[ComparedFigure]:
    """The figures, of a report that gives two values those of the first; of ages and vague numbers all."""
    first: dict[DocumentId, ComparedFigure] = {}
    return [
        item
        for item in items
        if item.quantity.agrees(first.setdefault(ground.sentences[item.at].document, item).quantity)
        or item.quantity.owner
        or item.quantity.is_vague
        or first[ground.sentences[item.at].document].quantity.is_vague
    ]


def _about(ground: Context, match: Match, items: Sequence[ComparedFigure]) -> str:
    """What two quantities are of: a phrase of the first report that has one, else a word that both share."""
    figures = (match.first, match.second, *items)
    owner = max((one.quantity.owner or "" for one in figures), key=len)
    if owner:
        return label_age(owner)
    told, plain = (
        [topic for one in figures if (topic := name(one.sentence.text, one.quantity, one.sentence.language))]
        for name in (topic_of, plain_topic)
    )
    # What gives another number of the kind may be told otherwise in another report; "how many people" tells least.
    telling = (*told, *(topic for topic in plain if _QUOTED in topic))
    found = next(
        (topic for topic in telling if not _holds_other(topic, match.first)), next(iter((*told, *plain)), None)
    )
    if found:
        return found
    item, tokens = match.first, ground.tokens_of(match.first.at)
    places = sorted(item.around[term] for term in match.shared or item.around)
    return f"“{ground.sentences[item.at].text[slice(*tokens[places[0]])]}”" if places else item.quantity.unit


def _holds_other(topic: str, figure: ComparedFigure) -> bool:
    """Whether a label gives a number of the kind, which another report may tell otherwise."""
    kind = figure.quantity.unit, figure.quantity.role
    return any((held.unit, held.role) == kind for held in find_quantities(topic, figure.sentence.language))
