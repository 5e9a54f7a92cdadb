"""Conflicts of clauses: negation, hedges, quantifiers, verbs and tense."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from summarizer.languages.language import find_language
from summarizer.nlp.commitments import Commitments
from summarizer.nlp.events.event_words import EventWords, event_words, knows_events
from summarizer.nlp.lexical_relations import knows_synonyms
from summarizer.statements.contradiction.conflict import Conflict, Held, Place, matched_words

_BEFORE = 3  # words before a verb among which its auxiliaries stand
_AUXILIARY = 2  # so many where they are all of its auxiliaries
_BY = 4  # words behind a verb among which "by" stands


def find_denials(held: Held) -> Iterator[Conflict]:
    """What one side denies and the other says."""
    if not held.point.denials and not any(said.denials for said in held.passage):
        return
    back = _words_at(held)
    tables = find_language(held.language)
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
    for at, places in _told_words(held):
        own = _modality(held.point, at)
        others = {_modality(held.passage[k], other) for k, other in places}
        if own not in others and "open" in (own, *others):
            yield _open_to_one(at, places)


def _told_words(held: Held) -> Iterator[tuple[int, Sequence[Place]]]:
    """The words of the point that the passage has; names too but in English: "vai para Turim", "pode ir para Turim"."""
    if held.language == "en":
        return matched_words(held)
    return ((at, places) for at in held.point.content if (places := held.found.get(at)))


def find_conditionals(held: Held) -> Iterator[Conflict]:
    """Verbs that tell what would be, where the other side has another form of them: "fermerait" is not "fermera"."""
    tables = find_language(held.language)
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
    tables = find_language(held.language)
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


def find_tenses(held: Held) -> Iterator[Conflict]:
    """Words of what will be done, where the other side says that it was done: planned is not done."""
    if bool(held.point.ahead) == any(said.ahead for said in held.passage):
        return
    if not knows_events(held.language):
        yield from _find_ahead(held)
        return
    for at, places in matched_words(held):
        own = _is_done(held.tokens, at, held.language), at in held.point.ahead
        if all(
            (own[1] and _is_done(held.others[k], b, held.language)) or (own[0] and b in held.passage[k].ahead)
            for k, b in places
        ):
            yield Conflict(
                kind="openness",
                is_contradiction=False,
                reason="to one it is still to come",
                places=(at,),
                others=tuple(places),
            )


def _find_ahead(held: Held) -> Iterator[Conflict]:
    """Words of what will be, in a language whose past forms are not known: elsewhere it may have been done."""
    for at, places in _told_words(held) if knows_synonyms(held.language) else ():
        if all((at in held.point.ahead) != (other in held.passage[k].ahead) for k, other in places):
            yield Conflict(
                kind="openness",
                is_contradiction=False,
                reason="to one it is still to come",
                places=(at,),
                others=tuple(places),
            )


def _is_done(tokens: Sequence[str], at: int, language: str) -> bool:
    """Whether "was", "were" or "had" stands before a verb, and not "was to"."""
    before, words = tokens[max(0, at - _BEFORE) : at], event_words(language)
    return not words.done.isdisjoint(before) and words.infinitive.isdisjoint(before)


def tells_what_is_done(tokens: Sequence[str], at: int, language: str | None) -> bool:
    """Tell whether "has" or the like stands before a verb: "has been elected"."""
    if language is None or not knows_events(language):
        return False
    return not event_words(language).perfect.isdisjoint(tokens[max(0, at - _AUXILIARY) : at])


def find_doers(held: Held) -> Iterator[Conflict]:
    """What one side says that somebody did to himself, and the other that others did to him."""
    if not knows_events(held.language):
        return
    words = event_words(held.language)
    if all(map(words.selves.isdisjoint, (held.tokens, *held.others))):
        return
    for at, places in matched_words(held):
        own = _is_to_self(held.tokens, at, words)
        for k, other in places:
            tokens, its = held.others[k], _is_to_self(held.others[k], other, words)
            if own != its and (_is_by_others(tokens, other, words) if own else _is_by_others(held.tokens, at, words)):
                yield Conflict(
                    kind="name",
                    is_contradiction=True,
                    reason="who did it differs",
                    places=(at,),
                    others=((k, other),),
                )


def _is_to_self(tokens: Sequence[str], at: int, words: EventWords) -> bool:
    return not words.selves.isdisjoint(tokens[at + 1 : at + 2])


def _is_by_others(tokens: Sequence[str], at: int, words: EventWords) -> bool:
    """Whether somebody does it to another: "was shot dead by police", "shot the gunman", "shot him"."""
    if not words.linking.isdisjoint(tokens[max(0, at - _BEFORE) : at]):
        return not words.by.isdisjoint(tokens[at + 1 : at + _BY])
    return not words.others.isdisjoint(tokens[at + 1 : at + 2])
