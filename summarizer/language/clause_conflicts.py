"""Conflicts of clauses: denials, what is left open, and quantifiers that keep a passage from entailing a point."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from summarizer.language.commitments import Commitments
from summarizer.language.conflicts import Conflict, Held, Place, matched_words
from summarizer.language.tables import tables_of


def find_denials(held: Held) -> Iterator[Conflict]:
    """What one side denies and the other says."""
    if not held.point.denials and not any(said.denials for said in held.passage):
        return
    back = _words_at(held)
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


def _words_at(held: Held) -> dict[Place, list[int]]:
    """The words of the point that are found at each place of the passage."""
    back: dict[Place, list[int]] = {}
    for at, places in held.found.items():
        for place in places:
            back.setdefault(place, []).append(at)
    return back


def _denied(said: Commitments, matched: Container[int], *, adds_up: bool) -> dict[int, tuple[int, ...]]:
    """What each denial is about. Those whose own word the other side has are left out, and double denials."""
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


def find_openness(held: Held) -> Iterator[Conflict]:
    """Words that one side leaves open, where the other leaves nothing open."""
    is_open = any(said.opened for said in held.passage)
    if bool(held.point.opened) == is_open:
        return
    for at, places in matched_words(held):
        own = _modality(held.point, at)
        others = {_modality(held.passage[k], other) for k, other in places}
        if own not in others and "open" in (own, *others):
            yield _open_to_one(at, places)


def find_conditionals(held: Held) -> Iterator[Conflict]:
    """Verbs that tell what would be, where the other side has another form of them: "fermerait" is not "fermera"."""
    tables = tables_of(held.language)
    endings = tables.conditional_endings if tables else ()
    if not endings:
        return
    for at, places in matched_words(held):
        own = held.tokens[at].endswith(endings)
        if all(held.others[k][other].endswith(endings) != own for k, other in places):
            yield _open_to_one(at, places)


def _open_to_one(at: int, places: Sequence[Place]) -> Conflict:
    return Conflict(
        kind="openness", is_contradiction=False, reason="to one it is open", places=(at,), others=tuple(places)
    )


def _modality(said: Commitments, at: int) -> str:
    return "open" if at in said.opened else "ahead" if at in said.ahead else "fact"


def find_quantifiers(held: Held) -> Iterator[Conflict]:
    """Quantifiers that the other side does not have. Without a number, "all" alone is often a manner of speaking."""
    if not held.point.quantified and not any(said.quantified for said in held.passage):
        return
    tables = tables_of(held.language)
    restricting = tables.restricting if tables else frozenset()
    for at, places in matched_words(held, figures=True):
        own = held.point.quantified.get(at)
        others = {held.passage[k].quantified.get(other) for k, other in places}
        if own in others or not (own or any(others)):
            continue
        if held.point.figures or (own and any(others)) or own in restricting or others & restricting:
            yield Conflict(
                kind="quantifier",
                is_contradiction=False,
                reason="quantifiers differ",
                places=(at,),
                others=tuple(places),
            )
