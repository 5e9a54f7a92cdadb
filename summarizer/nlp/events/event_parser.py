"""Reads an event at its verb: what was done, to what, and the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from summarizer.nlp.dates.tense import is_past_verb, is_quoted
from summarizer.nlp.events.event_words import EventWords
from summarizer.nlp.events.factuality import Line, clause_around, factuality_at
from summarizer.nlp.events.participants import Participant, participant_of, subject_start

_REACH = 9  # words on each side of a verb that tell of what it is told
_BEFORE = 4  # words before a verb that may leave it open
_AFTER = 8  # words after a verb among which its object stands
_FAR = 12  # words between a subject and the clause of its verb
_LONGEST = 24  # words of a clause that are quoted


@dataclass(frozen=True, kw_only=True)
class EventMention:
    """Something done, or said not to have been done.

    Attributes:
        verb: What was done, one word for all that mean it.
        is_denied: Whether the sentence says that it was not done.
        things: What it was done to: the nouns of the object, of a passive those of the subject.
        around: The meanings around the verb.
        is_passive: Whether the subject is what it was done to.
        is_ahead: Whether it will be done, or will not be.
        is_state: Whether the verb tells of its subject alone, or what denies it does.
        is_lasting: Whether it is so still.
        is_of_anybody: Whether it is all one who did it.
        days: The weekdays that its clause names.
        is_of_pronoun: Whether "he", "she" or "they" did it.
        needs_nothing: Whether the verb tells enough without an object ("concede").
        start, end: Where its clause stands in the sentence.
        until: Where the words end that are quoted of it: with the sentence, where that is not far.
        phrase: Where the verb and its object stand.
        line, place: Its sentence; the first word of its clause, and the verb.
    """

    verb: str
    is_denied: bool
    things: frozenset[str]
    around: frozenset[str]
    is_passive: bool
    is_ahead: bool
    is_state: bool
    is_lasting: bool
    is_of_anybody: bool
    days: frozenset[str]
    is_of_pronoun: bool
    needs_nothing: bool
    start: int
    end: int
    until: int
    phrase: tuple[int, int]
    line: Line
    place: tuple[int, int]

    @cached_property
    def doer(self) -> Participant:
        """Its subject; read when first asked for, as most acts are told of by one report."""
        return participant_of(self.line, *self.place)

    @property
    def is_undergone(self) -> bool:
        """Whether it is told of its subject, to which it happened."""
        return self.is_passive or self.is_state


def is_ahead(tokens: Sequence[str], at: int, words: EventWords) -> bool:
    """Whether "will", "will be" or "will not" stands before a verb."""
    loose = words.be | words.negation
    before = [token for token in tokens[max(0, at - 3) : at] if token not in loose]
    return bool(before) and (before[-1] in words.ahead or before[-1] in words.will_not)


def read_event(line: Line, at: int, cue: int | None) -> EventMention | None:
    """The act that a verb at a place tells; `cue` is where its denial stands, itself where its clause is denied.

    What a sentence neither tells nor denies is none.
    """
    verb = line.meaning(at)
    start, last, opening = clause_around(line, at)
    if not verb or not _is_plain(line, at, cue, start, last, opening):
        return None
    if cue != at and factuality_at(line, at).stance != "told":
        return None
    tokens, words, start = line.tokens, line.words, subject_start(line, start)
    is_passive = not words.passives.isdisjoint(tokens[max(start, at - 2) : at])
    if is_passive:
        since = cue if cue is not None and tokens[cue] in words.negating_determiners else start
        things, end = _things_among(line, range(since, at))[0], at
    else:
        things, end = _things_among(line, range(at + 1, min(_object_end(line, last), at + _AFTER + 1)))
    is_state = not is_passive and _is_unaided(line, at)
    if tokens[at] in words.pleading and not words.verdicts.isdisjoint(tokens[at : at + 3]):
        things, is_state = _charges(line, at, last), True
    elif is_state:
        things, end = frozenset(), at
    stop = min(max(last, end + 1), start + _LONGEST)
    done = Predicate(verb=verb, things=things, is_denied=cue is not None, is_passive=is_passive, is_state=is_state)
    return make_event(line, at, (start, stop, max(end, at)), done)


def _charges(line: Line, at: int, last: int) -> frozenset[str]:
    """To what somebody pleads: the nouns behind "guilty"."""
    verdict = next(place for place in range(at, at + 3) if line.tokens[place] in line.words.verdicts)
    return _things_among(line, range(verdict + 1, min(last, verdict + _AFTER + 1)))[0]


def _is_unaided(line: Line, at: int) -> bool:
    """Whether a verb is told of its subject alone; "is survived by" is not."""
    return line.tokens[at] in line.words.unaided and line.words.by.isdisjoint(line.tokens[at + 1 : at + 2])


class Predicate(NamedTuple):
    """What was done, to what, and in which form it is told; see `EventMention`."""

    verb: str
    things: frozenset[str] = frozenset()
    is_denied: bool = False
    is_passive: bool = False
    is_state: bool = False


def make_event(line: Line, at: int, reach: tuple[int, int, int], done: Predicate) -> EventMention:
    """Return an event with its place in the sentence.

    Args:
        line: The sentence.
        at: The place of the verb.
        reach: The first word of its clause, the end of the clause, and the end of its object.
        done: What was done.
    """
    tokens, words = line.tokens, line.words
    start, stop, end = reach
    near = (place for place in range(max(0, at - _REACH), min(len(tokens), at + _REACH + 1)) if place != at)
    while stop > at + 1 and not _may_end(line, stop):
        stop -= 1
    subject = participant_of(line, start, at).at if done.is_state else start
    closing = line.spans[max(stop, at + 1) - 1][1]
    return EventMention(
        verb=done.verb,
        is_denied=done.is_denied,
        things=done.things,
        around=frozenset(map(line.meaning, near)) - {"", done.verb},
        is_passive=done.is_passive,
        is_ahead=is_ahead(tokens, at, words),
        is_state=done.is_state,
        is_lasting=not words.lasting.isdisjoint(tokens[max(start, at - 3) : at]),
        is_of_anybody=done.verb in words.whoever,
        days=words.days.intersection(tokens[start:stop]),
        is_of_pronoun=tokens[start] in words.pronouns,
        needs_nothing=done.verb in words.alone,
        start=line.spans[subject if 0 <= start - subject <= _FAR else start][0],
        end=closing,
        until=line.spans[-1][1] if len(tokens) - start <= _LONGEST else closing,
        phrase=(line.spans[at][0], line.spans[end][1]),
        line=line,
        place=(start, at),
    )


def _may_end(line: Line, stop: int) -> bool:
    """Whether a clause may end before a word: not with an article, nor "shortly" before "after"."""
    last = line.tokens[stop - 1]
    following = line.tokens[stop : stop + 1]
    is_led = last.endswith(line.words.adverb_endings) and not line.words.connectives.isdisjoint(following)
    return not is_led and bool(line.terms[stop - 1] or last[0].isdigit())


def _is_plain(line: Line, at: int, cue: int | None, start: int, last: int, opening: str) -> bool:
    """Whether a clause says plainly that something was done or not: not which of several, nor of what may be."""
    tokens, words = line.tokens, line.words
    leaves_open = words.open_ahead if is_ahead(tokens, at, words) else words.open
    if cue is None and (at == start or not leaves_open.isdisjoint(tokens[max(start, at - _BEFORE) : at])):
        return False
    restricting = words.restricting if cue is None else words.restricting | words.outdated
    if opening in restricting or not restricting.isdisjoint(tokens[start:last]):
        return False
    if not any(line.terms[start:at]) and is_quoted(line.text, line.spans[at][0]):
        return False  # whoever "we" are in a quotation, others tell of them by name
    opens = (
        start in (cue, at) and tokens[start] not in words.negating_subjects | words.negating_determiners
    ) or tokens[start] in words.auxiliaries
    return not (opens and opening in words.relatives)  # "the babies who did not nap"


def _object_end(line: Line, last: int) -> int:
    """Where the words end that may be of an object: behind the clause where "and" joins more to it."""
    words = line.words
    while last < len(line.tokens) and not line.is_broken(last):
        if line.tokens[last] in words.connectives and line.tokens[last] not in words.joining:
            break
        last += 1
    return last


def _things_among(line: Line, places: Iterable[int]) -> tuple[frozenset[str], int]:
    """The nouns of some words, and where they end: each the last of a run of words, runs joined by "of" or "and"."""
    runs = list(_runs(line, places))
    things = frozenset(line.meaning(at) for at in runs) - {""}
    return things, runs[-1] if runs else 0


def _runs(line: Line, places: Iterable[int]) -> Iterator[int]:
    """The last word of each run of content that begins among some words, up to one that joins no more to it."""
    words = line.words
    run: int | None = None
    is_first, joins = True, False
    for at in places:
        token = line.tokens[at]
        is_content = bool(line.terms[at]) and not token.endswith(words.adverb_endings) and token not in words.days
        if run is not None and is_content and line.meaning(at):
            if is_past_verb(token):
                break  # "the bodies found near the creek"
            run = at
        elif run is not None:
            yield run
            if token not in words.joining | words.joining_nouns:
                return
            run, is_first, joins = None, False, token in words.joining
        elif is_content and not (joins and is_past_verb(token)):
            run, joins = at, False
        elif is_content or (not is_first and token in words.open | words.passives | words.auxiliaries):
            return  # "signed the contract and left"
    if run is not None:
        yield run
