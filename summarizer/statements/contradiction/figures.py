"""Conflicts of figures and days: a passage lacks them or tells them of something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from summarizer.nlp.commitments import Commitments, Day
from summarizer.nlp.numbers.figures import Figure
from summarizer.nlp.numbers.grammar import grammar_of
from summarizer.statements.contradiction.conflict import Conflict, Held

_MOST = 20  # figures of a sentence that are held against others: more are a table
_BESIDE = 3  # words between an ordinal and what it orders, in another wording
_AROUND = 4  # words on each side of a figure that tell what it is of
_OMISSIBLE = frozenset(("age", "calendar year", "converted"))  # kinds of figures that a passage need not repeat


def find_figures(held: Held) -> Iterator[Conflict]:
    """Figures that the passage does not have with their unit and role, or has of other things."""
    others = [(k, figure) for k, said in enumerate(held.passage) for figure in said.figures[:_MOST]]
    if len(held.point.figures) > _MOST:
        yield Conflict(kind="number", is_contradiction=False, reason="too many numbers to compare", places=())
        return
    for figure in held.point.figures:
        same = [(k, other) for k, other in others if figure.agrees(other)]
        fit = [(k, other) for k, other in same if _are_of_one(figure, other)]
        places = tuple(range(figure.start, figure.end))
        if fit and not _change_places(held, figure, fit, others) and not _is_of_another(held, figure, fit, others):
            continue
        if figure.unit == "ordinal" and not figure.start:
            continue  # "First, …" counts nothing
        if figure.unit in _OMISSIBLE and not any(other.unit == figure.unit for _, other in others):
            continue
        rivals = same if fit else _rivals(held, figure, others) or same
        yield Conflict(
            kind="number",
            is_contradiction=bool(rivals),
            reason="numbers differ",
            places=places,
            others=tuple((k, at) for k, other in rivals[:1] for at in range(other.start, other.end)),
        )


def _are_of_one(one: Figure, other: Figure) -> bool:
    """Whether the units, roles, directions and bounds of two figures go together."""
    return (
        one.unit == other.unit
        and (one.role is None or other.role is None or one.role == other.role)
        and (one.direction is None or other.direction is None or one.direction == other.direction)
        and (one.bound is None or other.bound is None or one.bound == other.bound)
    )


def _rivals(held: Held, figure: Figure, others: Sequence[tuple[int, Figure]]) -> list[tuple[int, Figure]]:
    """The figures of the passage that stand for the same thing, whatever their values; the most alike first."""
    mine = _around(held.point, figure)
    rivals = [(k, other) for k, other in others if _is_rival(held, figure, k, other)]
    return sorted(rivals, key=lambda one: -len(mine & _around(held.passage[one[0]], one[1])))


def _is_rival(held: Held, figure: Figure, k: int, other: Figure) -> bool:
    """Whether a figure of the passage stands for the same thing, whatever its value."""
    if (figure.unit, figure.role) != (other.unit, other.role):
        return False
    return bool(figure.role) or bool(_around(held.point, figure) & _around(held.passage[k], other))


def _around(said: Commitments, figure: Figure) -> set[str]:
    """What stands around a figure in its clause."""
    start = max(0, figure.start - _AROUND)
    near = (*range(start, figure.start), *range(figure.end, min(figure.end + _AROUND, len(said.meanings))))
    # An age stands between marks, behind its owner.
    clauses = {said.clauses[figure.start - (figure.unit == "age")]}
    return {said.meanings[at] for at in near if said.clauses[at] in clauses and said.meanings[at]}


def _is_of_another(
    held: Held, figure: Figure, fit: Sequence[tuple[int, Figure]], others: Sequence[tuple[int, Figure]]
) -> bool:
    """Whether the passage tells of that thing with another figure, and has this one of something else."""
    mine = _around(held.point, figure)

    def shared(found: Iterable[tuple[int, Figure]]) -> int:
        return max((len(mine & _around(held.passage[k], one)) for k, one in found), default=0)

    own = held.point.figures
    rivals = [(k, one) for k, one in others if one.unit == figure.unit and not any(map(one.agrees, own))]
    return shared(rivals) > shared(fit)


def _change_places(
    held: Held, figure: Figure, fit: Sequence[tuple[int, Figure]], others: Sequence[tuple[int, Figure]]
) -> bool:
    """Whether the passage gives this figure and another one of the point to each other's things."""
    mine = _around(held.point, figure)
    for second in held.point.figures:
        if second is figure or second.unit != figure.unit or second.agrees(figure):
            continue
        its = _around(held.point, second)
        for k, one in fit:
            for j, two in others:
                if not (second.agrees(two) and two.unit == second.unit):
                    continue
                here, there = _around(held.passage[k], one), _around(held.passage[j], two)
                straight = len(mine & here - its) + len(its & there - mine)
                crossed = len(mine & there - its) + len(its & here - mine)
                if crossed > straight:
                    return True
    return False


def find_ordinals(held: Held) -> Iterator[Conflict]:
    """A place in an order that the passage alone gives a word: "the second largest bank" is not the largest."""
    own = [figure for figure in held.point.figures if figure.unit == "ordinal"]
    for at, places in held.found.items():
        for k, other in places:
            before = [one for one in held.passage[k].figures[:_MOST] if one.unit == "ordinal" and one.end == other]
            if not before or len(places) > 1 or any(abs(one.end - at) <= _BESIDE for one in own):
                continue
            yield Conflict(kind="number", is_contradiction=False, reason="numbers differ", places=(at,))


def find_articles(held: Held) -> Iterator[Conflict]:
    """What the point has one of and the passage more: "two children" are not a child."""
    grammar = grammar_of(held.language)
    articles = grammar.articles if grammar else frozenset()
    for at, places in held.found.items():
        if not at or len(places) > 1 or held.tokens[at - 1] not in articles:
            continue
        k, other = places[0]
        counts = [one for one in held.passage[k].figures[:_MOST] if one.end == other and one.unit is None]
        if counts and not any(figure.start <= at - 1 < figure.end for figure in held.point.figures):
            yield Conflict(
                kind="number",
                is_contradiction=False,
                reason="numbers differ",
                places=(at - 1,),
                others=tuple((k, place) for place in range(counts[0].start, counts[0].end)),
            )


def find_days_apart(held: Held) -> Iterator[Conflict]:
    """Days that the passage does not have, or has others in place of."""
    dated: frozenset[Day] = frozenset().union(*(said.dated for said in held.passage))
    days = held.point.days
    for day in sorted(set(days.values())):
        if any(_are_one_day(day, other) for other in dated):
            continue
        kin = [other for other in dated if other[0] == day[0]]
        places = tuple(at for at, own in days.items() if own == day)
        yield Conflict(kind="date", is_contradiction=bool(kin), reason="days differ", places=places)


def _are_one_day(one: Day, other: Day) -> bool:
    """Whether two days may be one: a month alone may be any day of it."""
    return one[:2] == other[:2] and (one[2] == other[2] or not one[2] or not other[2])
