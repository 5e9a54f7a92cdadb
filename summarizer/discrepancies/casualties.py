"""Casualties: how many were killed, hurt or missing, as numbers that grow, and what became of people in danger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from summarizer.discrepancies.compared_figures import ComparedFigure, find_overtaken, in_order, values_of
from summarizer.discrepancies.comparison_context import Candidate, Context, Part, Passage, Value
from summarizer.discrepancies.topics import label_danger, label_toll
from summarizer.nlp.facts.casualties import (
    TOLLS,
    PeopleInDanger,
    find_people_in_danger,
    may_be_in_danger,
    may_settle,
    tells_growth,
)

_FEWEST = 2  # readings of a difference
_LEAD = 4  # sentences of a report in which the toll of its story stands
_NO_READING = frozenset(("caption", "withdrawn by its report"))  # flaws of a sentence that gives no toll of its report
_PART = 0.02  # how much less grave it is what became of some, students or soldiers
_FOUND = "bodies found"  # not all who were killed are found, and not on one day
_ROLES = (*TOLLS[:1], _FOUND, *TOLLS[1:])
_RANKS = {role: 1.0 - 0.05 * number for number, role in enumerate(_ROLES)}
_GOES_ON = 60  # days for which a toll may grow
_COMPANY = 3  # names that most reports have and two reports share that tell of one toll on other days
_BODIES_APART = 2  # times by which bodies found are more than those killed at most
_KNOWN = 0.5  # share of the reports that name what is no part of the story's place
_DANGER = 1.9  # below how many were killed, above who is missing
_MOST_SETTLING = 16  # sentences that tell what became of all which are held against the others: the newest
_Danger = tuple[int, PeopleInDanger]  # a sentence, and what it tells


def differing_casualties(ground: Context, items: Sequence[Sequence[ComparedFigure]]) -> list[Candidate]:
    """Find the tolls of the story that reports give differently, oldest reading first.

    A report's toll is the first that its opening gives, or that it calls one: not that of a part of the place, of
    another year, or of a longer time. How far two readings are apart decides nothing: a toll grows.

    Args:
        ground: What differences are looked for in.
        items: The figures of each sentence.

    Returns:
        One for each role and event, in no order.
    """
    found = []
    by_role = _by_role(ground, items)
    for role, by_report in sorted(by_role.items(), key=lambda one: (-_rank_of(one[0]), one[0])):
        mains = [_main(own) for own in by_report.values()]
        if role == TOLLS[0]:
            mains += _more_bodies(ground, mains, by_role.get(_FOUND, {}))
        if len(mains) < _FEWEST:
            continue
        import networkx  # a run without tolls does not wait for it

        graph = networkx.Graph()
        graph.add_nodes_from(figure.key for figure in mains)
        by_key = {figure.key: figure for figure in mains}
        graph.add_edges_from(
            (one.key, other.key)
            for one, other in combinations(mains, 2)
            if _are_of_one(ground, one, other) and not _give_both(ground, one, other, by_report)
        )
        for keys in networkx.connected_components(graph):
            readings = [by_key[key] for key in sorted(keys)]
            if any(not one.quantity.agrees(other.quantity) for one, other in combinations(readings, 2)):
                others = [one for one in mains if one.key not in keys]
                found.append(_found(ground, role, readings, others))
    return found


def _by_role(
    ground: Context, items: Sequence[Sequence[ComparedFigure]]
) -> Mapping[str, Mapping[Part, Sequence[ComparedFigure]]]:
    """For each role and report, or entry of a live blog, the figures that may be the story's toll, in order."""
    found: dict[str, dict[Part, list[ComparedFigure]]] = {}
    for figure in (figure for own in items for figure in own):
        role = _role_of(ground, figure)
        if role and _rank_of(role) and _may_be_main(ground, figure):
            by_report = found.setdefault(role, {})
            by_report.setdefault(ground.part_of(figure.at)[0], []).append(figure)
    return found


def _more_bodies(
    ground: Context, killed: Sequence[ComparedFigure], found: Mapping[Part, Sequence[ComparedFigure]]
) -> Iterator[ComparedFigure]:
    """The bodies that reports without a toll count, where they are more than another says were killed."""
    told = {ground.part_of(figure.at)[0] for figure in killed}
    for figure in (_main(own) for part, own in found.items() if part not in told):
        if any(
            one.quantity.high < figure.quantity.low
            and figure.quantity.low <= _BODIES_APART * one.quantity.high
            and _are_of_one(ground, one, figure)
            for one in killed
        ):
            yield figure


def _role_of(ground: Context, figure: ComparedFigure) -> str | None:
    toll = figure.quantity.toll
    return _FOUND if toll == TOLLS[0] and figure.words.bodies.search(_words_of(ground, figure)) else toll


def _words_of(ground: Context, figure: ComparedFigure) -> str:
    return ground.sentences[figure.at].text[figure.quantity.start : figure.quantity.end]


def _rank_of(role: str) -> float:
    """How grave a toll is, in [0, 1]: that of all people before that of some of them; 0 for no toll."""
    base, _, some = role.partition(" ")
    return _RANKS.get(role) or (_RANKS.get(base, 0.0) - _PART if some else 0.0)


def _may_be_main(ground: Context, figure: ComparedFigure) -> bool:
    sentence, quantity = ground.sentences[figure.at], figure.quantity
    if quantity.is_contrast or not _NO_READING.isdisjoint(sentence.flaws):
        return False
    if figure.is_feared or figure.words.cumulative.search(sentence.text):
        return False
    year = ground.year_of(sentence.document)
    if figure.years and figure.years != {year}:
        return False
    return bool(figure.words.toll.search(sentence.text)) or (
        ground.part_of(figure.at)[1] < _LEAD and not figure.is_bare
    )


def _give_both(
    ground: Context, one: ComparedFigure, other: ComparedFigure, by_report: Mapping[Part, Sequence[ComparedFigure]]
) -> bool:
    """Whether both reports give both values: then each tells of two things."""
    if one.quantity.agrees(other.quantity):
        return False
    pairs = ((one, other), (other, one))
    return all(
        any(figure.quantity.agrees(wanted.quantity) for figure in by_report[ground.part_of(own.at)[0]])
        for own, wanted in pairs
    )


def _main(figures: Sequence[ComparedFigure]) -> ComparedFigure:
    """The first of a report, or one that says the same more exactly."""
    first = figures[0]
    same = [figure for figure in figures if figure.quantity.agrees(first.quantity)]
    return min(same, key=lambda figure: (figure.quantity.high - figure.quantity.low, figure.key))


def _are_of_one(ground: Context, one: ComparedFigure, other: ComparedFigure) -> bool:
    """Whether two tolls are of one event and of one place."""
    if _goes_on(ground, one, other) or _goes_on(ground, other, one):
        return True
    if not ground.same_event(one.at, other.at) or ground.tell_of_others(one.at, other.at):
        return False
    is_called = any(figure.words.toll.search(figure.sentence.text) for figure in (one, other))
    if one.days and other.days and not (one.days & other.days or is_called):
        return False
    names = [ground.names_of(figure.at) for figure in (one, other)]
    # Two towns that were both hit have tolls of their own; what most reports name is the story's own place.
    if all(names) and not names[0] & names[1]:
        return any(ground.spread_of(name) >= _KNOWN for name in names[0]) and any(
            ground.spread_of(name) >= _KNOWN for name in names[1]
        )
    return True


def _goes_on(ground: Context, one: ComparedFigure, other: ComparedFigure) -> bool:
    """Whether a later report of other news tells by the way, well below its opening, that this very toll has grown."""
    sentence = ground.sentences[other.at]
    if sentence.position == 0 or one.quantity.high >= other.quantity.low:
        return False
    times = ground.time_of(one.at), ground.time_of(other.at)
    if not (times[0] and times[1] and times[0].is_before(times[1])):
        return False
    if (times[1].day - times[0].day).days > _GOES_ON or not tells_growth(sentence.text, sentence.language):
        return False
    names = (ground.names_in(ground.sentences[at].document) for at in (one.at, other.at))
    known = [name for name in next(names) & next(names) if ground.spread_of(name) >= _KNOWN]
    return len(known) >= _COMPANY


def _found(
    ground: Context, role: str, readings: Sequence[ComparedFigure], others: Sequence[ComparedFigure]
) -> Candidate:
    """The readings of one toll. No series ends with a number that another event's report surely tops later."""
    ordered = in_order(ground, readings)
    overtaken = find_overtaken(ground, ordered)
    newest = ordered[-1].quantity
    return Candidate(
        kind="number",
        about=label_toll(role, _words_of(ground, readings[0]).split()[-1]),
        views=values_of(ground, ordered, overtaken),
        weight=1.0 + _rank_of(role),
        why=f"the toll ({role}) that each report gives for the story",
        is_series=bool(overtaken)
        and not any(_tops(ground, one, ordered[-1]) for one in others)
        and all(figure.key in overtaken or figure.quantity.agrees(newest) for figure in ordered),
    )


def _tops(ground: Context, later: ComparedFigure, figure: ComparedFigure) -> bool:
    """Whether a report tells a higher toll at a later time, and names something that most reports name."""
    times = ground.time_of(figure.at), ground.time_of(later.at)
    if not (times[0] and times[1] and times[0].is_before(times[1])) or later.quantity.low <= figure.quantity.high:
        return False
    names = (ground.names_in(ground.sentences[at].document) for at in (figure.at, later.at))
    return any(ground.spread_of(name) >= _KNOWN for name in next(names) & next(names))


def settled_dangers(ground: Context) -> Iterator[Candidate]:
    """Find who is in danger in one report, where a later one of the event tells what became of all of them.

    Entries of a live blog are held against each other as reports are. What is overtaken is not wrong: it was so.

    Args:
        ground: What differences are looked for in.

    Returns:
        At most one for each event.
    """
    settled = [one for one in _dangers(ground, may_settle) if one[1].is_settled]
    settled = sorted(settled, key=lambda one: (_day_of(ground, one), one[0]))[-_MOST_SETTLING:]
    by_event: dict[int | None, list[tuple[_Danger, _Danger]]] = {}
    for first in _dangers(ground, may_be_in_danger) if settled else ():
        later = [one for one in settled if _settles(ground, one, first)]
        if later:
            event = ground.event_of.get(ground.sentences[first[0]].document)
            by_event.setdefault(event, []).append((first, max(later, key=lambda one: _day_of(ground, one))))
    for pairs in by_event.values():
        yield _settled(ground, [one for one, _ in pairs], [last for _, last in pairs])


def _dangers(ground: Context, may_tell: Callable[[Sequence[str], str | None], bool]) -> Iterator[_Danger]:
    for at, sentence in enumerate(ground.sentences):
        if may_tell(sentence.tokens, sentence.language) and not sentence.flaws:
            yield from ((at, peril) for peril in find_people_in_danger(sentence.text, sentence.language))


def is_told_by(toll: Candidate, peril: Candidate) -> bool:
    """Tell whether each sentence of a toll ("twelve missing", "five missing") is told by what became of them."""
    sentences = [{passage.sentence.id for view in one.views for passage in view.passages} for one in (toll, peril)]
    return sentences[0] <= sentences[1]


def _settles(ground: Context, later: _Danger, first: _Danger) -> bool:
    times = ground.time_of(first[0]), ground.time_of(later[0])
    if not (times[0] and times[1] and times[0].is_before(times[1])):
        return False
    return (
        later[1].settles(first[1])
        and ground.same_event(first[0], later[0])
        and not ground.tell_of_others(first[0], later[0])
    )


def _day_of(ground: Context, told: _Danger) -> float:
    time = ground.time_of(told[0])
    return time.rank if time else 0.0


def _settled(ground: Context, first: list[_Danger], last: list[_Danger]) -> Candidate:
    ordered = sorted(first, key=lambda one: (_day_of(ground, one), one[0]))
    newest = max(last, key=lambda one: (_day_of(ground, one), -one[0]))
    state = ordered[0][1].state
    return Candidate(
        kind="number",
        about=label_danger(state),
        views=(*_values(ground, ordered, is_overtaken=True), *_values(ground, [newest], is_overtaken=False)),
        weight=_DANGER,
        why=f"those {ordered[0][1].state}, and what a later report says of all of them",
        is_series=True,
    )


def _values(ground: Context, ordered: Iterable[_Danger], *, is_overtaken: bool) -> Iterator[Value]:
    """Readings in their order, those in equal words together."""
    views: dict[str, list[tuple[int, Passage]]] = {}
    for at, peril in ordered:
        passage = Passage(sentence=ground.sentences[at], start=peril.start, end=peril.end)
        views.setdefault(" ".join(passage.text.casefold().split()), []).append((at, passage))
    for own in views.values():
        time, value = ground.time_of(own[0][0]), " ".join(own[0][1].text.split())
        passages = tuple(passage for _, passage in own)
        yield Value(value=value, passages=passages, when=time.moment if time else None, is_overtaken=is_overtaken)
