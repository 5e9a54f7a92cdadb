"""What one report says was done and another says was not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from summarizer.discrepancies.comparison_context import Candidate, Context, Passage, Value
from summarizer.discrepancies.topics import label_act, label_denial
from summarizer.model import DocumentId
from summarizer.nlp.events.event_parser import EventMention
from summarizer.nlp.events.event_words import knows_events
from summarizer.nlp.events.events import find_asserted_events, find_denied_events, may_deny, words_of_event
from summarizer.nlp.events.factuality import Line
from summarizer.nlp.sentences.clauses import ends_clause, opens_clause

_COMPANY = 1  # meanings besides the verb and its object that two tellings share
_MOST = 2  # clauses of a report that are shown
_LONGEST = 18  # words of a clause that a label takes
_WEIGHT = 1.0
_KNOWN = 1.0  # share of the reports that name whom "he" may mean


class _Telling(NamedTuple):
    """An act where it is told, by the number of its sentence."""

    at: int
    act: EventMention


def differing_denials(ground: Context) -> list[Candidate]:
    """Find acts that one report denies and another tells: the same verb, of the same, in words that share more.

    Args:
        ground: What differences are looked for in.

    Returns:
        One for each act, in no order.
    """
    denied = [
        _Telling(at=at, act=act)
        for at, sentence in enumerate(ground.sentences)
        if may_deny(sentence.tokens, sentence.language)
        for act in find_denied_events(_line(ground, at))
    ]
    told = _told(ground, frozenset(one.act.verb for one in denied))
    found: list[Candidate] = []
    used: set[int] = set()
    for one in denied:
        others = () if one.at in used else told.get(one.act.verb, ())
        against = [other for other in others if _is_of_one(ground, one, other, company=_COMPANY)]
        if against:
            like = [
                other
                for other in denied
                if other.act.verb == one.act.verb and _is_of_one(ground, one, other, company=0, apart=False)
            ]
            reports = {ground.sentences[other.at].document for other in against}
            more = [
                other
                for other in others
                if ground.sentences[other.at].document not in reports and _is_of_one(ground, one, other, company=0)
            ]
            used.update(other.at for other in like)
            found.append(_found(ground, one, like, [*against, *more]))
    return found


def _line(ground: Context, at: int) -> Line:
    sentence = ground.sentences[at]
    return Line(text=sentence.text, tokens=sentence.tokens, terms=sentence.terms, language=sentence.language or "")


def _told(ground: Context, verbs: frozenset[str]) -> Mapping[str, Sequence[_Telling]]:
    """What the reports say was done, of some verbs, by verb."""
    words = cache(lambda language: frozenset[str]().union(*(words_of_event(verb, language) for verb in verbs)))
    found: dict[str, list[_Telling]] = {}
    for at, sentence in enumerate(ground.sentences):
        if not knows_events(sentence.language):
            continue
        if not (words(sentence.language).isdisjoint(sentence.tokens) and verbs.isdisjoint(sentence.terms)):
            for act in find_asserted_events(_line(ground, at), verbs):
                found.setdefault(act.verb, []).append(_Telling(at=at, act=act))
    return found


def _is_of_one(ground: Context, one: _Telling, other: _Telling, *, company: int, apart: bool = True) -> bool:
    """Whether two tellings are of one act: done to the same, and, where asked, with more words in common."""
    documents = {ground.sentences[telling.at].document for telling in (one, other)}
    if (apart and len(documents) == 1) or not ground.same_event(one.at, other.at):
        return False
    if one.act.is_ahead != other.act.is_ahead or _are_two(ground, one, other):
        return False
    if one.act.is_state or other.act.is_state:
        return _are_one_state(ground, one, other)
    things = one.act.things & other.act.things
    shared = (one.act.around & other.act.around) - things
    if not things:
        return (
            one.act.needs_nothing and not (one.act.things and other.act.things) and _share_subject(ground, one, other)
        )
    return len(shared) + len(things) > company and not ground.tell_of_others(one.at, other.at)


def _are_two(ground: Context, one: _Telling, other: _Telling) -> bool:
    """Whether two tellings are of two subjects: two councils, or a board and shareholders; who finds it is all one."""
    first, second = one.act, other.act
    are_undergone = first.is_undergone and second.is_undergone
    if are_undergone and first.days and second.days and first.days.isdisjoint(second.days):
        return True
    if first.is_undergone != second.is_undergone or first.is_of_anybody:
        return False
    doers = (first.doer, second.doer)
    if doers[0].is_other_than(doers[1], ground.common):
        return True
    are_nouns = all(doer.head and not doer.is_named for doer in doers)
    is_shared = doers[0].head in doers[1].meanings or doers[1].head in doers[0].meanings
    return are_nouns and not is_shared and not are_undergone


def _are_one_state(ground: Context, one: _Telling, other: _Telling) -> bool:
    """Whether two tellings are of what one thing did, or how it was, by its name, or its noun and more in common."""
    first, second = one.act, other.act
    if not (first.is_undergone and second.is_undergone):
        return False
    if first.things and second.things and first.things.isdisjoint(second.things):
        return False  # two charges
    if (first.doer.names & second.doer.names) - ground.common:
        return True
    if not first.doer.head or first.doer.head != second.doer.head:
        return False
    shared = (first.around & second.around) - {first.doer.head}
    return len(first.doer.meanings & second.doer.meanings) > 1 or len(shared) >= _COMPANY


def _share_subject(ground: Context, one: _Telling, other: _Telling) -> bool:
    """Whether both clauses are about somebody whom both sentences name, or all reports where one says "he"."""
    if (one.act.doer.names & other.act.doer.names) - ground.common:
        return True
    names = [ground.names_of(telling.at) for telling in (one, other)]
    if names[0] & names[1]:
        return True
    return any(
        telling.act.is_of_pronoun and any(ground.spread_of(name) >= _KNOWN for name in own)
        for telling, own in ((one, names[1]), (other, names[0]))
    )


def _found(ground: Context, one: _Telling, denied: Sequence[_Telling], told: Sequence[_Telling]) -> Candidate:
    is_series = all(telling.act.is_lasting for telling in denied) and _are_before(ground, denied, told)
    views = (_view(ground, denied, is_overtaken=is_series), _view(ground, told))
    return Candidate(
        kind="polarity",
        about=_about(ground, one, told),
        views=tuple(view._replace(when=view.when if is_series else None) for view in views),
        weight=_WEIGHT,
        why=f"one denies and another tells: {one.act.verb} {', '.join(sorted(one.act.things))}".rstrip(),
        is_series=is_series,
    )


def _are_before(ground: Context, first: Sequence[_Telling], later: Sequence[_Telling]) -> bool:
    """Whether all that tell how it is surely do so before all others: it was so, and then no longer."""
    times = [[ground.time_of(telling.at) for telling in tellings] for tellings in (first, later)]
    return all(one is not None and two is not None and one.is_before(two) for one in times[0] for two in times[1])


def _about(ground: Context, one: _Telling, told: Sequence[_Telling]) -> str:
    """Whether it was done, in the words of a report that says so: the shortest clause, a whole one before others."""
    clauses = [clause for other in told if (clause := _clause(ground, other))]
    if clauses:
        return label_act(min(clauses, key=lambda clause: (not clause[0], len(clause[1]), clause[1]))[1])
    text, (start, end) = ground.sentences[one.at].text, one.act.phrase
    words = text[start : one.act.end].split()
    is_whole = len(words) <= _LONGEST and ends_clause(text, one.act.end, ground.sentences[one.at].language)
    return label_denial(" ".join(words if is_whole else text[start:end].split()))


def _clause(ground: Context, telling: _Telling) -> tuple[bool, str] | None:
    """The clause that tells an act, and whether it is whole or ends with the object; None where "he" did it."""
    sentence, act = ground.sentences[telling.at], telling.act
    text, language = sentence.text, sentence.language
    is_whole = ends_clause(text, act.end, language)
    words = text[act.start : act.end if is_whole else act.phrase[1]].split()
    return (is_whole, " ".join(words)) if opens_clause(words, language) and len(words) <= _LONGEST else None


def _view(ground: Context, tellings: Sequence[_Telling], *, is_overtaken: bool = False) -> Value:
    """The clauses that tell an act, of each report the first two."""
    given: dict[DocumentId, dict[int, _Telling]] = {}
    for telling in tellings:
        own = given.setdefault(ground.sentences[telling.at].document, {})
        if len(own) < _MOST:
            own.setdefault(telling.at, telling)
    passages = tuple(
        Passage(sentence=ground.sentences[telling.at], start=telling.act.start, end=telling.act.until)
        for telling in sorted((one for own in given.values() for one in own.values()), key=lambda telling: telling.at)
    )
    time = ground.time_of(min(telling.at for telling in tellings))
    value = " ".join(passages[0].text.split())
    return Value(value=value, passages=passages, when=time.moment if time else None, is_overtaken=is_overtaken)
