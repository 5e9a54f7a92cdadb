"""The events that a sentence asserts and those that it denies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from summarizer.nlp.dates.tense import is_past_verb
from summarizer.nlp.events.event_parser import EventMention, Predicate, is_ahead, make_event, read_event
from summarizer.nlp.events.event_words import event_words, knows_events
from summarizer.nlp.events.factuality import Line, clause_around, disbelieved_verbs, factuality_at
from summarizer.nlp.events.participants import participant_of, subject_start
from summarizer.nlp.lexical_relations import words_meaning

_BEFORE = 4  # words before a verb that may leave it open
_SUBJECT = 6  # words of a subject between "no" and its verb
_LONGEST = 24  # words of a clause that are quoted


def may_deny(tokens: Sequence[str], language: str | None) -> bool:
    """Tell whether a sentence may say that something was not done; in a language without words for events none may."""
    return language is not None and knows_events(language) and not event_words(language).signs.isdisjoint(tokens)


def words_of_event(verb: str, language: str) -> frozenset[str]:
    """Return the words that tell of an act in other words than its own."""
    return event_words(language).words.get(verb, frozenset()) | words_meaning(verb)


def find_denied_events(line: Line) -> list[EventMention]:
    """Find what a sentence says was not done: "did not sign", "have yet to find", "no debris has been found"."""
    words = line.words
    cues = [at for at, token in enumerate(line.tokens) if token in words.cues]
    verbs = (
        (at, _after_no(line, at) if line.tokens[at] in words.negating_determiners else _denied_verb(line, at))
        for at in cues
    )
    acts = [read_event(line, verb, cue) for cue, verb in verbs if verb is not None]
    acts += [_read_disbelieved(line, verb) for verb in disbelieved_verbs(line)]
    acts += _contraries(line)
    return [act for act in acts if act and not _is_narrowed(line, act)]


def _read_disbelieved(line: Line, at: int) -> EventMention | None:
    """The act that a verb tells in a clause that its sentence denies: "denied that police had stormed the bank"."""
    heard, start = factuality_at(line, at), clause_around(line, at)[0]
    leaves_open = line.words.open_denied
    if heard.stance != "denied" or not leaves_open.isdisjoint(line.tokens[max(start, at - _BEFORE) : at]):
        return None
    act = read_event(line, at, at)
    if act is None:
        return None
    is_short = len(line.tokens) - heard.start <= _LONGEST
    return replace(act, start=line.spans[heard.start][0], until=line.spans[-1][1] if is_short else act.end)


def _is_narrowed(line: Line, act: EventMention) -> bool:
    """Whether a relative clause without a comma tells which of many it is that it was not done to."""
    following = line.text[act.end :].split(maxsplit=1)
    return bool(following) and following[0].casefold() in line.words.relatives


def find_asserted_events(line: Line, verbs: frozenset[str]) -> list[EventMention]:
    """Find what a sentence says was done, of some verbs, in a form that looks back, or will be done."""
    words = _words_of(verbs, line.language)
    places = (
        at
        for at, (token, term) in enumerate(zip(line.tokens, line.terms, strict=True))
        if (term in verbs or token in words) and _may_tell(line, at) and line.meaning(at) in verbs
    )
    return [act for act in (read_event(line, at, None) for at in places) if act]


@lru_cache(maxsize=64)
def _words_of(verbs: frozenset[str], language: str) -> frozenset[str]:
    return frozenset[str]().union(*(words_of_event(verb, language) for verb in verbs))


def _may_tell(line: Line, at: int) -> bool:
    """Whether a word may tell that something was done, or will be; "made no request", "pleaded not guilty" do not."""
    token, words = line.tokens[at], line.words
    if not (words.negating_determiners | words.negation).isdisjoint(line.tokens[at + 1 : at + 2]):
        return False
    return token in words.nominal or is_past_verb(token) or is_ahead(line.tokens, at, words)


def _denied_verb(line: Line, at: int) -> int | None:
    """The verb that a denial at a place is of."""
    words, tokens = line.words, line.tokens
    own, is_not = tokens[at], tokens[at] in words.negation
    before, after = tokens[at - 1] if at else "", tokens[at + 1] if at + 1 < len(tokens) else ""
    if is_not and after in words.verdicts:
        return at - 1 if before in words.pleading else None  # "pleaded not guilty"
    is_bound = is_not and before in words.auxiliaries | words.ahead
    if is_bound or own in words.denied | words.will_not:
        return _skip(line, at + 1 + (after in words.be))
    is_subject = own in words.negating_subjects and after in words.auxiliaries
    if is_subject or (own in words.unmet and after in words.infinitive):
        return _skip(line, at + 2)
    return None


def _after_no(line: Line, at: int) -> int | None:
    """The verb of which a subject with "no" is the object: "no debris has been found"; "No. 10" denies nothing."""
    if line.tokens[at + 1 : at + 2] and line.tokens[at + 1][0].isdigit():
        return None
    for place in range(at + 2, min(at + _SUBJECT, len(line.tokens))):
        if line.tokens[place] in line.words.auxiliaries:
            verb = _skip(line, place + 1)
            return verb if verb is not None and is_past_verb(line.tokens[verb]) else None
    return None


def _skip(line: Line, at: int) -> int | None:
    """The next word that is no adverb, where it is content."""
    while at < len(line.tokens) and _is_adverb(line, at):
        at += 1
    return at if at < len(line.tokens) and line.meaning(at) else None


def _is_adverb(line: Line, at: int) -> bool:
    return line.tokens[at] in line.words.between or line.tokens[at].endswith(line.words.adverb_endings)


def _contraries(line: Line) -> Iterator[EventMention]:
    """What denies a verb of its own subject in other words: what "held" did not collapse."""
    words, tokens = line.words, line.tokens
    for end in (place for place, token in enumerate(tokens) if token in words.contrary):
        for verb, phrase, is_linked in words.contrary[tokens[end]]:
            at = end - len(phrase) + 1
            if tuple(tokens[max(0, at) : end + 1]) == phrase and _is_state(line, at, is_linked=is_linked):
                since, last, _ = clause_around(line, at)
                start = subject_start(line, since)
                reach = (start, min(max(last, end + 1), start + _LONGEST), end)
                yield make_event(line, at, reach, Predicate(verb=verb, is_denied=True, is_state=True))


def _is_state(line: Line, at: int, *, is_linked: bool) -> bool:
    """Whether words that deny a verb tell plainly of a subject how it is."""
    words, tokens = line.words, line.tokens
    start, last, opening = clause_around(line, at)
    start, first = subject_start(line, start), at
    while first > start and _is_adverb(line, first - 1):
        first -= 1
    if is_linked and not (first > start and tokens[first - 1] in words.linking):
        return False
    if opening in words.restricting or opening in words.relatives:
        return False
    is_plain = words.unclear.isdisjoint(tokens[start:last])
    return is_plain and bool(participant_of(line, start, at).head) and factuality_at(line, at).stance == "told"
