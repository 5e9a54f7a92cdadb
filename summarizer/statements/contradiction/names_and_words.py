"""Conflicts of names and words: another name in its place, opposites, words that change places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from summarizer.languages.language import find_language
from summarizer.nlp.lexical_relations import are_opposite, binding_words, has_opposites, opposites_by_word
from summarizer.nlp.names.person_names import sound
from summarizer.nlp.names.places import is_government
from summarizer.nlp.numbers.figures import direction_before
from summarizer.statements.contradiction.conflict import BESIDE, Conflict, Held, Place, stand_alike

_LONG = 6  # letters from which one letter more, less or other makes no other name


_WITHIN = 8  # words between two that may change places around a third
_REVERSED = {"from": "to", "to": "from", "before": "after", "after": "before"}
_JOINING = ("before", "after", "because")  # they join two clauses of which each has its part
_BOUND = 2  # words before a noun among which its preposition stands
_SLOT, _LONG_SLOT = 3, 5  # words from one neighbour of a word to the other, in English and elsewhere ("a été")


def find_missing_names(held: Held) -> Iterator[Conflict]:
    """Names that the passage does not have, or has others in place of."""
    point = held.point
    held_names = frozenset(name for said in held.passage for name in said.names.values())
    content = frozenset(point.content)
    missing = {at for at, name in point.names.items() if at in content and not _is_among(name, held_names)}
    if not missing:
        return
    own = frozenset(point.names.values())
    strange = [
        (k, at)
        for k, said in enumerate(held.passage)
        for at, name in said.names.items()
        if at in said.content and not _is_among(name, own)
    ]
    for at in sorted(missing):
        rival = next((place for place in strange if stand_alike(held, at, place)), None)
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


def find_missing_nouns(held: Held) -> Iterator[Conflict]:
    """Nouns that the passage does not have, in a language that writes them as names: what is a name stays unknown."""
    nouns = held.point.nouns
    for at in held.point.content if nouns else ():
        if at in nouns and not held.found.get(at):
            yield Conflict(
                kind="word",
                is_contradiction=False,
                reason=f"“{held.tokens[at]}” is missing",
                places=(at,),
            )


def _is_among(name: str, names: frozenset[str]) -> bool:
    return name in names or any(is_variant(name, other) for other in names)


def is_variant(first: str, second: str) -> bool:
    """Tell whether two names are spellings of one.

    One letter more, less or other in long names with the same initial (Blinken, Brinken), a final s, or another first
    letter where both sound alike (Qin, Chen).
    """
    shorter, longer = (first, second) if len(first) <= len(second) else (second, first)
    if len(longer) - len(shorter) > 1 or is_government(first, "en") or is_government(second, "en"):
        return False
    if len(shorter) >= 4 and longer == f"{shorter}s":
        return True
    if shorter[0] != longer[0]:
        heard = sound(shorter)
        return len(shorter) > 2 and len(heard) > 1 and heard == sound(longer)
    if len(shorter) < _LONG:
        return False
    at = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return shorter[at + (len(shorter) == len(longer)) :] == longer[at + 1 :]


def find_opposites(held: Held) -> Iterator[Conflict]:
    """Words that the passage does not have, and that say the opposite of words that the point does not have."""
    language = held.language
    missing = [at for at in held.point.content if not held.found.get(at) and has_opposites(held.tokens[at], language)]
    if not missing:
        return
    taken = {place for places in held.found.values() for place in places}
    for number, (tokens, said) in enumerate(zip(held.others, held.passage, strict=True)):
        own = [at for at in said.content if has_opposites(tokens[at], language) and (number, at) not in taken]
        for at, other in product(missing, own):
            if are_opposite(held.tokens[at], tokens[other], language):
                yield _opposite(held, at, (number, other))


def _opposite(held: Held, at: int, place: Place) -> Conflict:
    k, other = place
    return Conflict(
        kind="opposite",
        is_contradiction=True,
        reason=f"“{held.tokens[at]}” against “{held.others[k][other]}”",
        places=(at,),
        others=(place,),
    )


def find_small_opposites(held: Held) -> Iterator[Conflict]:
    """Words that stand for their opposites beside the same words, content or not: "before" against "after"."""
    said = frozenset[str]().union(*held.others)
    groups = opposites_by_word(held.language)
    for at, token in enumerate(held.tokens):
        against = groups.get(token)
        if not against or at in held.found or token in said or against.isdisjoint(said):
            continue
        against = against.difference(held.tokens)
        within = 1 if held.point.meanings[at] else BESIDE
        for k, tokens in enumerate(held.others):
            for other, rival in enumerate(tokens):
                if rival in against and stand_alike(held, at, (k, other), within):
                    yield _opposite(held, at, (k, other))


def find_replaced(held: Held) -> Iterator[Conflict]:
    """Words of the point in whose place the passage has another word, between the same two words or at the start."""
    content, slot = sorted(held.point.content), _SLOT if held.language == "en" else _LONG_SLOT
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
                and 0 < right - left <= slot
                and any(left < other < right and (k, other) not in taken for other in own)
            ):
                yield Conflict(
                    kind="word",
                    is_contradiction=False,
                    reason=f"“{held.tokens[at]}” in another word",
                    places=(at,),
                )


def find_exchanged(held: Held) -> Iterator[Conflict]:
    """A subject and another word that have changed places around a third, or kept them where one side is passive."""
    point, tables = held.point, find_language(held.language)
    agents, binding = tables.agents if tables else frozenset(), binding_words(held.language)
    content = [at for at in sorted(point.content) if len(held.found.get(at, ())) == 1]
    for one, two in combinations(content, 2):
        clause = point.clauses[one]
        if two - one > _WITHIN or clause != point.clauses[two]:
            continue
        if one != next(at for at in content if point.clauses[at] == clause):
            continue
        (k, a), (j, b) = held.found[one][0], held.found[two][0]
        first, last = min(a, b), max(a, b)
        if k != j or last - first > _WITHIN or held.passage[k].clauses[a] != held.passage[k].clauses[b]:
            continue
        between = [at for at in content if one < at < two and first < held.found[at][0][1] < last]
        is_same_voice = agents.isdisjoint(held.tokens[one:two]) == agents.isdisjoint(held.others[k][first:last])
        is_free = not any(
            _is_bound(held.tokens, own, binding) and _is_bound(held.others[k], its, binding)
            for own, its in ((one, a), (two, b))
        )
        if between and is_same_voice == (b < a) and is_free:
            yield Conflict(
                kind="name",
                is_contradiction=True,
                reason="words change places",
                places=(one, two),
                others=((k, b), (k, a)),
            )


def _is_bound(tokens: Sequence[str], at: int, binding: frozenset[str]) -> bool:
    """Whether a word stands behind a preposition, perhaps with one word between them."""
    return not binding.isdisjoint(tokens[max(0, at - _BOUND) : at])


def find_cases(held: Held) -> Iterator[Conflict]:
    """A subject that is an object there, where another object is the subject: told by their articles alone."""
    tables = find_language(held.language)
    cases = tables.cases if tables else {}
    subjects, objects = [], []
    for at, places in held.found.items() if cases else ():
        for k, other in places:
            if at and other:
                own, its = held.tokens[at - 1], held.others[k][other - 1]
                subjects += [at] if cases.get(own) == its else []
                objects += [at] if cases.get(its) == own else []
    if subjects and objects:
        yield Conflict(
            kind="name", is_contradiction=True, reason="words change places", places=(subjects[0], objects[0])
        )


def find_reordered(held: Held) -> Iterator[Conflict]:
    """Clauses that "before", "after" or "because" joins, and that have changed places around it."""
    tables = find_language(held.language)
    words = tables.directions if tables else {}
    for at, token in enumerate(held.tokens):
        if words.get(token) not in _JOINING:
            continue
        for k, tokens in enumerate(held.others):
            for other in (place for place, rival in enumerate(tokens) if words.get(rival) == words[token]):
                found = [(word, place) for word, places in held.found.items() for j, place in places if j == k]
                kept = {word > at for word, place in found if (word > at) == (place > other)}
                crossed = {word > at for word, place in found if (word > at) != (place > other)}
                if len(crossed) == 2 and not kept:
                    yield Conflict(
                        kind="opposite",
                        is_contradiction=True,
                        reason="what comes first differs",
                        places=(at,),
                        others=((k, other),),
                    )


def find_directions(held: Held) -> Iterator[Conflict]:
    """Words that stand after "from" here and after "to" there, or after "before" and "after"."""
    tables = find_language(held.language)
    words = tables.directions if tables else {}
    for at, places in held.found.items():
        reversed_to = _REVERSED.get(direction_before(held.tokens, at, words) or "")
        if reversed_to and all(direction_before(held.others[k], other, words) == reversed_to for k, other in places):
            yield Conflict(
                kind="opposite",
                is_contradiction=True,
                reason="directions differ",
                places=(at,),
                others=tuple(places),
            )
