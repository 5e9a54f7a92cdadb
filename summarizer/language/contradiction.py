"""What keeps a passage from saying what a point says: it says otherwise, or it leaves a commitment out."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

from summarizer.language.antonyms import are_opposite, opposites_in_groups
from summarizer.language.commitments import Commitments, Day
from summarizer.language.figures import Figure
from summarizer.language.governments import is_government
from summarizer.language.names import sound
from summarizer.language.tables import tables_of

Place = tuple[int, int]  # a sentence of the passage, and a word of it
ConflictKind = Literal["denial", "openness", "quantifier", "number", "date", "name", "opposite", "word"]

_LONG = 6  # letters from which one letter more, less or other makes no other name
_WITHIN = 8  # words between two that may change places around a third
_REVERSED = {"from": "to", "to": "from", "before": "after", "after": "before"}
_SLOT = 3  # words from one neighbour of a word to the other
_BEFORE = 2  # words before one among which "from" or "to" stands
_BESIDE = 3  # words between two that stand side by side
_MOST = 20  # figures of a sentence that are held against others: more are a table
_AROUND = 4  # words on each side of a figure that tell what it is of
_OMISSIBLE = frozenset(("age", "calendar year", "converted"))  # kinds of figures that a passage need not repeat
_RESTRICTING = frozenset("half most majority none only few many some".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What stands between a point and a passage.

    Attributes:
        kind: What it is about.
        is_contradiction: Whether the passage says otherwise; False where it says nothing of it.
        reason: The same in plain words.
        places: The words of the point that it is about.
        others: The words of the passage that say otherwise.
    """

    kind: ConflictKind
    is_contradiction: bool
    reason: str
    places: tuple[int, ...]
    others: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A point held against a passage.

    Attributes:
        tokens: The words of the point.
        point: What it commits itself to.
        others: The words of each sentence of the passage.
        passage: What each commits itself to.
        found: For each content word of the point the words of the passage that mean the same.
        understood: Names that a sentence need not repeat: all reports are about them.
        language: The language of both.
    """

    tokens: Sequence[str]
    point: Commitments
    others: Sequence[Sequence[str]]
    passage: Sequence[Commitments]
    found: Mapping[int, Sequence[Place]]
    understood: frozenset[str]
    language: str


def find_conflicts(held: Held) -> list[Conflict]:
    """Find what keeps a passage from saying all that a point says, contradictions first."""
    conflicts = [conflict for rule in _RULES for conflict in rule(held)]
    return sorted(conflicts, key=lambda conflict: not conflict.is_contradiction)


def _opposites(held: Held) -> Iterator[Conflict]:
    """Words that the passage does not have, and that say the opposite of words that the point does not have."""
    missing = [at for at in held.point.content if not held.found.get(at)]
    if not missing:
        return
    taken = {place for places in held.found.values() for place in places}
    for number, (tokens, said) in enumerate(zip(held.others, held.passage, strict=True)):
        own = [at for at in said.content if (number, at) not in taken]
        for at, other in product(missing, own):
            if are_opposite(held.tokens[at], tokens[other], held.language):
                yield Conflict(
                    kind="opposite",
                    is_contradiction=True,
                    reason=f"“{held.tokens[at]}” against “{tokens[other]}”",
                    places=(at,),
                    others=((number, other),),
                )


def _small_opposites(held: Held) -> Iterator[Conflict]:
    """Words that are no content, and stand for their opposites beside the same words: "before" against "after"."""
    said = {token for tokens in held.others for token in tokens}
    for at, token in enumerate(held.tokens):
        if held.point.meanings[at] or token in said:
            continue
        against = opposites_in_groups(token, held.language).difference(held.tokens)
        for k, tokens in enumerate(held.others):
            for other, rival in enumerate(tokens):
                if rival in against and _stand_alike(held, at, (k, other)):
                    yield Conflict(
                        kind="opposite",
                        is_contradiction=True,
                        reason=f"“{token}” against “{rival}”",
                        places=(at,),
                        others=((k, other),),
                    )


def _replaced(held: Held) -> Iterator[Conflict]:
    """Words of the point in whose place the passage has another word, between or beside the same words."""
    content = sorted(held.point.content)
    taken = {place for places in held.found.values() for place in places}
    for number, at in enumerate(content):
        if held.found.get(at) or at in held.point.names:
            continue
        before = held.found.get(content[number - 1], ()) if number else [(k, -1) for k in range(len(held.passage))]
        after = held.found.get(content[number + 1], ()) if number + 1 < len(content) else ()
        for (k, left), (j, right) in product(before, after):
            own = held.passage[k].content
            if (
                k == j
                and 0 < right - left <= _SLOT
                and any(left < other < right and (k, other) not in taken for other in own)
            ):
                yield Conflict(
                    kind="word",
                    is_contradiction=False,
                    reason=f"“{held.tokens[at]}” in another word",
                    places=(at,),
                )


def _denials(held: Held) -> Iterator[Conflict]:
    """What one side denies and the other says."""
    back: dict[Place, list[int]] = {}
    for at, places in held.found.items():
        for place in places:
            back.setdefault(place, []).append(at)
    tables = tables_of(held.language)
    adds_up = tables is None or tables.has_clause_negation  # "no encontró ningún arma" denies once
    denied = _denied(held.point, {cue for cue, places in held.found.items() if places}, adds_up=adds_up)
    others = [_denied(said, {cue for j, cue in back if j == k}, adds_up=adds_up) for k, said in enumerate(held.passage)]
    said = _meanings(held.point, denied)
    told = [_meanings(one, cues) for one, cues in zip(held.passage, others, strict=True)]
    for own in denied.values():
        matched = [at for at in own if held.found.get(at)]
        if any(held.passage[k].meanings[other] in told[k] for at in matched for k, other in held.found[at]):
            continue
        if matched:
            yield _denial(matched, [place for at in matched for place in held.found[at]])
        elif not any(others):
            yield Conflict(kind="denial", is_contradiction=False, reason="one denies it", places=tuple(own))
    for k, by_cue in enumerate(others):
        for own in by_cue.values():
            matched = [at for other in own for at in back.get((k, other), ())]
            if matched and not any(held.point.meanings[at] in said for at in matched):
                yield _denial(matched, [(k, other) for other in own])


def _denied(said: Commitments, matched: Container[int], *, adds_up: bool) -> dict[int, tuple[int, ...]]:
    """What each denial is about, but for those whose own word the other side has, and those denied themselves."""
    cues = {cue: own for cue, own in said.denials if cue not in matched}
    if adds_up:
        return cues
    return {
        cue: own
        for cue, own in cues.items()
        if not any(cue in its for other, its in cues.items() if other != cue)
        and not any(other in own for other in cues if other != cue)
    }


def _meanings(said: Commitments, denied: Mapping[int, Sequence[int]]) -> set[str]:
    """The meanings of all that is denied: a word may stand in a sentence twice, and be denied once."""
    return {said.meanings[at] for own in denied.values() for at in own}


def _denial(places: Sequence[int], others: Sequence[Place]) -> Conflict:
    return Conflict(
        kind="denial", is_contradiction=True, reason="one denies it", places=tuple(places), others=tuple(others)
    )


def _openness(held: Held) -> Iterator[Conflict]:
    """Words that one side leaves open, where the other leaves nothing open."""
    is_open = any(said.opened for said in held.passage)
    if bool(held.point.opened) == is_open:
        return
    for at, places in _matched(held):
        own = _modality(held.point, at)
        others = {_modality(held.passage[k], other) for k, other in places}
        if own not in others and "open" in (own, *others):
            yield Conflict(
                kind="openness",
                is_contradiction=False,
                reason="to one it is open",
                places=(at,),
                others=tuple(places),
            )


def _modality(said: Commitments, at: int) -> str:
    return "open" if at in said.opened else "ahead" if at in said.ahead else "fact"


def _quantifiers(held: Held) -> Iterator[Conflict]:
    """Quantifiers that the other side does not have. Without a number, "all" alone is often a manner of speaking."""
    for at, places in _matched(held, figures=True):
        own = held.point.quantified.get(at)
        others = {held.passage[k].quantified.get(other) for k, other in places}
        if own in others or not (own or any(others)):
            continue
        if held.point.figures or (own and any(others)) or own in _RESTRICTING or others & _RESTRICTING:
            yield Conflict(
                kind="quantifier",
                is_contradiction=False,
                reason="quantifiers differ",
                places=(at,),
                others=tuple(places),
            )


def _figures(held: Held) -> Iterator[Conflict]:
    """Figures that the passage does not have with their unit and role, or has of other things."""
    others = [(k, figure) for k, said in enumerate(held.passage) for figure in said.figures[:_MOST]]
    if len(held.point.figures) > _MOST:
        yield Conflict(kind="number", is_contradiction=False, reason="too many numbers to compare", places=())
        return
    for figure in held.point.figures:
        same = [(k, other) for k, other in others if figure.agrees(other)]
        fit = [(k, other) for k, other in same if _are_of_one(figure, other)]
        places = tuple(range(figure.start, figure.end))
        if fit and not _change_places(held, figure, fit, others):
            continue
        if figure.unit == "ordinal" and not figure.start:
            continue  # "First, …" counts nothing
        if figure.unit in _OMISSIBLE and not any(other.unit == figure.unit for _, other in others):
            continue
        rivals = same if fit else [(k, other) for k, other in others if _is_rival(held, figure, k, other)] or same
        yield Conflict(
            kind="number",
            is_contradiction=bool(rivals),
            reason="numbers differ",
            places=places,
            others=tuple((k, at) for k, other in rivals[:1] for at in range(other.start, other.end)),
        )


def _are_of_one(one: Figure, other: Figure) -> bool:
    """Whether the units, roles and directions of two figures go together."""
    return (
        one.unit == other.unit
        and (one.role is None or other.role is None or one.role == other.role)
        and (one.direction is None or other.direction is None or one.direction == other.direction)
        and (one.bound is None or other.bound is None or one.bound == other.bound)
    )


def _is_rival(held: Held, figure: Figure, k: int, other: Figure) -> bool:
    """Whether a figure of the passage stands for the same thing with another value."""
    if (figure.unit, figure.role) != (other.unit, other.role):
        return False
    return bool(figure.role) or bool(_around(held.point, figure) & _around(held.passage[k], other))


def _around(said: Commitments, figure: Figure) -> set[str]:
    """What stands around a figure in its clause."""
    near = (*range(max(0, figure.start - _AROUND), figure.start), *range(figure.end, figure.end + _AROUND))
    own = said.clauses[figure.start]
    return {
        said.meanings[at] for at in near if at < len(said.meanings) and said.clauses[at] == own and said.meanings[at]
    }


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


def _days(held: Held) -> Iterator[Conflict]:
    """Days that the passage does not have, or has others in place of."""
    dated: frozenset[Day] = frozenset().union(*(said.dated for said in held.passage))
    for day in sorted(held.point.days):
        if any(_are_one_day(day, other) for other in dated):
            continue
        kin = [other for other in dated if other[0] == day[0]]
        yield Conflict(kind="date", is_contradiction=bool(kin), reason="days differ", places=())


def _are_one_day(one: Day, other: Day) -> bool:
    """Whether two days may be one: a month alone may be any day of it."""
    return one[:2] == other[:2] and (one[2] == other[2] or not one[2] or not other[2])


def _names(held: Held) -> Iterator[Conflict]:
    """Names that the passage does not have, or has others in place of."""
    point = held.point
    held_names = frozenset(name for said in held.passage for name in said.names.values())
    content = frozenset(point.content)
    missing = {
        at for at, name in point.names.items() if at in content and not shares_names(frozenset((name,)), held_names)
    }
    own = frozenset(point.names.values())
    strange = [
        (k, at)
        for k, said in enumerate(held.passage)
        for at, name in said.names.items()
        if at in said.content and not shares_names(frozenset((name,)), own)
    ]
    for at in sorted(missing):
        rival = next((place for place in strange if _stand_alike(held, at, place)), None)
        if rival is None and at in point.omissible and at + 1 not in missing:
            continue
        if rival is None and point.names[at] in held.understood:
            continue
        yield Conflict(
            kind="name",
            is_contradiction=rival is not None,
            reason="names differ",
            places=(at,),
            others=tuple(strange[:1]) if rival is None else (rival,),
        )


def _stand_alike(held: Held, at: int, place: Place) -> bool:
    """Whether a word of the point and one of the passage stand before, or behind, the same word."""
    k, other = place
    return any(
        j == k and 0 < (near - other) * (1 if step > 0 else -1) <= _BESIDE
        for step in (*range(-_BESIDE, 0), *range(1, _BESIDE + 1))
        for j, near in held.found.get(at + step, ())
    )


def _exchanged_words(held: Held) -> Iterator[Conflict]:
    """A subject and another word that have changed places around a third, or kept them where one side is passive."""
    point, tables = held.point, tables_of(held.language)
    agents = {word for word, direction in (tables.directions if tables else {}).items() if direction == "by"}
    content = [at for at in sorted(point.content) if len(held.found.get(at, ())) == 1]
    for one, two in combinations(content, 2):
        opens = one == next(at for at in content if point.clauses[at] == point.clauses[one])
        if not opens or two - one > _WITHIN or point.clauses[one] != point.clauses[two]:
            continue
        (k, a), (j, b) = held.found[one][0], held.found[two][0]
        first, last = min(a, b), max(a, b)
        if k != j or last - first > _WITHIN or held.passage[k].clauses[a] != held.passage[k].clauses[b]:
            continue
        between = [at for at in content if one < at < two and first < held.found[at][0][1] < last]
        is_same_voice = agents.isdisjoint(held.tokens[one:two]) == agents.isdisjoint(held.others[k][first:last])
        if between and is_same_voice == (b < a):
            yield Conflict(
                kind="name",
                is_contradiction=True,
                reason="words change places",
                places=(one, two),
                others=((k, b), (k, a)),
            )


def _ordinals(held: Held) -> Iterator[Conflict]:
    """A place in an order that the passage alone gives a word: "the second largest bank" is not the largest."""
    own = {figure.end for figure in held.point.figures if figure.unit == "ordinal"}
    for at, places in held.found.items():
        for k, other in places:
            before = [one for one in held.passage[k].figures[:_MOST] if one.unit == "ordinal" and one.end == other]
            if before and at not in own and len(places) == 1:
                yield Conflict(kind="number", is_contradiction=False, reason="numbers differ", places=(at,))


def _directions(held: Held) -> Iterator[Conflict]:
    """Words that stand after "from" here and after "to" there, or after "before" and "after"."""
    tables = tables_of(held.language)
    words = tables.directions if tables else {}
    for at, places in held.found.items():
        own = _direction_at(held.tokens, at, words)
        others = {_direction_at(held.others[k], other, words) for k, other in places}
        if own and None not in others and {_REVERSED.get(own)} == others:
            yield Conflict(
                kind="opposite",
                is_contradiction=True,
                reason="directions differ",
                places=(at,),
                others=tuple(places),
            )


def _direction_at(tokens: Sequence[str], at: int, words: Mapping[str, str]) -> str | None:
    return next((words[token] for token in reversed(tokens[max(0, at - _BEFORE) : at]) if token in words), None)


def _matched(held: Held, *, figures: bool = False) -> Iterator[tuple[int, Sequence[Place]]]:
    """The words of the point that the passage has, but for names, and where; its figures too where asked."""
    for at in held.point.content:
        places = held.found.get(at)
        if places and at not in held.point.names:
            yield at, places
    if figures:
        for figure in held.point.figures:
            same = [
                (k, other.start)
                for k, said in enumerate(held.passage)
                for other in said.figures
                if figure.agrees(other)
            ]
            if same:
                yield figure.start, same


_RULES: tuple[Callable[[Held], Iterator[Conflict]], ...] = (
    _opposites,
    _small_opposites,
    _replaced,
    _denials,
    _openness,
    _figures,
    _quantifiers,
    _days,
    _exchanged_words,
    _directions,
    _ordinals,
    _names,
)


def shares_names(part: frozenset[str], whole: frozenset[str]) -> bool:
    """Tell whether every name of one sentence is in the other, small differences of spelling allowed."""
    return all(any(is_variant(name, other) for other in whole) for name in part - whole)


def is_variant(first: str, second: str) -> bool:
    """Tell whether two names are spellings of one.

    One letter more, less or other in long names with one initial (Blinken, Brinken), a final s, or another first letter
    for the same sound (Qin, Chen).
    """
    if is_government(first) or is_government(second):
        return False
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) >= 4 and longer == f"{shorter}s":
        return True
    if len(longer) - len(shorter) > 1:
        return False
    if shorter[0] != longer[0]:
        heard = sound(shorter)
        return len(shorter) > 2 and len(heard) > 1 and heard == sound(longer)
    if len(shorter) < _LONG:
        return False
    at = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return shorter[at + (len(shorter) == len(longer)) :] == longer[at + 1 :]
