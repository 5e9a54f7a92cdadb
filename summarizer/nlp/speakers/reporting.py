"""Whether a verb of saying reports something, or is something else ("claimed three lives")."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.languages.word_records import Words
from summarizer.nlp.dates.tense import is_past_verb
from summarizer.nlp.speakers.speech_verbs import verbs_of
from summarizer.nlp.speakers.subjects import Subject

_ENDS_HERE = re.compile(r"^\s*+(?:$|[.,;]|[!?]?\s*+$)")
_INTRODUCES = re.compile(r"^[^“\".;]{0,90}[,:]?\s*+$")
_FIRST_WORD = re.compile(r"\s([^\W\d_]+)")


class _Words(Words, section="reporting"):
    """Of the section "reporting" of a language what tells whether a verb reports: its file says what each is."""

    actors: frozenset[str]
    auxiliaries: frozenset[str]
    warning: frozenset[str]
    nouns: frozenset[str]
    that: re.Pattern[str]
    placed: re.Pattern[str]
    heard: re.Pattern[str]
    clause: re.Pattern[str]
    about: re.Pattern[str]
    tells_nothing: re.Pattern[str]
    told_and: re.Pattern[str]
    goes_on: re.Pattern[str]
    described: re.Pattern[str]
    undergone: re.Pattern[str]
    relative: re.Pattern[str]
    closes: re.Pattern[str]
    goes_with: re.Pattern[str]


class _Occasions(Words, section="occasions"):
    """Of the section "occasions" what follows a verb of saying: its file says what each is."""

    hearing: frozenset[str]
    first_words: frozenset[str]
    to_somebody: re.Pattern[str]
    occasions: re.Pattern[str]


class Saying(NamedTuple):
    """A clause that tells who says something.

    Attributes:
        who: The speaker in the text's own words, a pronoun included.
        start, end: The stretch that only tells who says it, to whom and when; nothing of what is said.
        is_quoted: Whether it stands beside a quotation.
    """

    who: str
    start: int
    end: int
    is_quoted: bool


class Place(NamedTuple):
    """A verb of saying and what stands around it, up to the quotations on both sides."""

    language: str
    verb: str
    left: str
    right: str
    beyond: str  # what follows the verb, quotations or not
    start: int  # of `left` in the text
    after: int  # where the verb ends in the text
    opens: bool  # nothing stands before `left`
    follows: bool  # a quotation ends right before `left`
    leads: bool  # a quotation begins right after `right`


def length_of_occasion(verb: str, words: str, language: str) -> int:
    """How far the words after a verb only tell who was told, when, and by what means."""
    known, first = _Occasions.read(language), _FIRST_WORD.match(words)
    is_heard = verb in known.hearing
    # The first word tells mostly that there is nothing of the kind.
    if first is None or (not is_heard and first[1].casefold() not in known.first_words):
        return 0
    hearer = known.to_somebody.match(words)
    end = hearer.end() if hearer and (hearer["to"] or is_heard) else 0
    match = known.occasions.match(words, end)
    end = match.end() if match else end
    return end - (end == len(words) and words.endswith("."))


def is_about_quotation(place: Place) -> bool:
    """Whether a verb after a quotation and its speaker tells of that quotation."""
    known = _Words.read(place.language)
    if place.verb in verbs_of(place.language).free:
        return not known.undergone.match(place.right)
    return bool(known.closes.match(place.right[_tail(place) :]) or reports(place))


def _tail(place: Place) -> int:
    """How far the words behind a verb only tell of the occasion."""
    return length_of_occasion(place.verb, place.right, place.language)


def reports(place: Place) -> bool:
    """Whether a verb that opens a sentence with its speaker reports a statement."""
    if place.leads and introduces(place):
        return True
    known, verbs = _Words.read(place.language), verbs_of(place.language)
    if place.verb in verbs.telling:
        return not (known.tells_nothing.match(place.right) or _tells_and_acts(place))
    if place.verb in verbs.free:
        return not known.relative.match(place.right)
    if place.verb not in verbs.reporting or _is_noun(place) or known.goes_on.match(place.verb + place.right):
        return False
    rest = place.right[_tail(place) :]
    if known.that.match(rest) or known.placed.match(rest):
        return True
    is_heard = place.verb in _Occasions.read(place.language).hearing
    return bool(is_heard and known.heard.match(rest)) or _has_clause(place, rest)


def _has_clause(place: Place, rest: str) -> bool:
    """Whether a clause without "that" follows: "admitted he was late", "warned of floods"."""
    known = _Words.read(place.language)
    found = known.clause.match(rest)
    return found is not None and (place.verb in known.warning or not known.about.match(found[0]))


def _tells_and_acts(place: Place) -> bool:
    """Whether what is told does not follow, and an act does: "told her boss and both went", "told him and left"."""
    known = _Words.read(place.language)
    told = known.told_and.match(place.right)
    return told is not None and (told["next"] in known.actors or is_past_verb(told["next"]))


def _is_noun(place: Place) -> bool:
    """Whether a verb is the plural of a noun that a clause describes: "the states that backed him"."""
    known = _Words.read(place.language)
    described = known.described.match(place.right) if place.verb in known.nouns else None
    return described is not None and (described["next"] in known.auxiliaries or is_past_verb(described["next"]))


def introduces(place: Place) -> bool:
    """Whether a quotation follows a verb closely: `Roe told reporters on Friday: “…”`, `admitted “some mistakes”`."""
    known, right = _Words.read(place.language), place.right
    if place.verb in verbs_of(place.language).free:
        return bool(_INTRODUCES.match(right)) and not known.undergone.match(right)
    return (
        (right.rstrip().endswith((":", ",")) and bool(_INTRODUCES.match(right)))
        or not right.strip()
        or bool(known.that.match(right))
    )


def closes(place: Place) -> bool:
    """Whether a clause that ends a statement, or is put into it, ends with its verb: `It rained, police said`."""
    verbs = verbs_of(place.language)
    if place.verb in verbs.quoting and place.verb not in verbs.reporting and not place.follows:
        return False
    tail = _tail(place)
    rest = place.right[tail:]
    is_over = bool(_ENDS_HERE.match(rest))
    if place.verb in verbs.telling:
        return tail > 0 and is_over
    return is_over or (place.verb in verbs.free and bool(_Words.read(place.language).goes_with.match(rest)))


def saying_of(place: Place, subject: Subject, lead: int) -> Saying:
    """Return the clause of a subject and the verb after it, from `lead` in what stands before the verb."""
    end = _tail(place)
    that = _Words.read(place.language).that.match(place.right, end)
    if that:
        end = that.end()
    return Saying(
        who=subject.who, start=place.start + lead, end=place.after + end, is_quoted=place.follows or place.leads
    )
