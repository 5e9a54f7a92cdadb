"""Whether a verb of saying reports something, or is something else ("claimed three lives")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.nlp.dates.tense import is_past_verb
from summarizer.nlp.names.persons import HEARING, length_of_occasion
from summarizer.nlp.speakers.speech_verbs import FREE, QUOTING, REPORTING, speaker_words
from summarizer.nlp.speakers.subjects import Subject

_THAT = re.compile(r"\sthat\b(?!\s(?:$|[,.]))")
_PLACED = re.compile(r"(?:\s(?:to|on|in|at|during|by|via|through|when|as|for)\b(?:\s[\w’'.-]+){1,8}?)\sthat\b")
_HEARD = re.compile(r"(?:\s[\w’'.-]+){1,5}?\sthat\b")
_TELLS_NOTHING = re.compile(
    r"^(?:\s(?:by|to)\b|\s*+[.,]|\s(?:(?!of\b|them\b|him\b|us\b|me\b)[\w-]{1,20}\s){0,3}(?:stor(?:y|ies)|tales?|jokes?|lies)\b)"
)
_TOLD_AND = re.compile(
    r"\s(?:him|her|them|us|me|(?:his|her|their|my|our|its|the|an?)(?:\s[a-z][\w-]{1,30}){1,3})\sand\s"
    r"(?P<next>[a-z]{2,20})\b(?! that\b)"
)
_ACTORS = frozenset("both they he she it we then".split())
_GOES_ON = re.compile(r"continue[sd]\sto\s")
_DESCRIBED = re.compile(r"\sthat\s(?P<next>[a-z]+)\b")
_AUXILIARY = frozenset("is are was were has have had can could will would may might do did".split())
_CLAUSE = re.compile(
    r"\s(?:he|she|they|we|I|there)\s|\sit\s(?:would|will|was|is|has|had|could|can|may|might|must|should|did|does)\b"
    r"|\s(?:of|against|about)\b"
)
_OF = frozenset("warned warns warn".split())
# "the mayor was said to", "its success says more about us": nobody reports anything.
_RELATIVE = re.compile(
    r"\s(?:by|to|was|were|is|are|had|has|have|would|will|could|can"
    r"|(?:so |as )?(?:more|less|much|a lot|something|everything|volumes|a great deal) about)\b"
)
_CLOSES = re.compile(
    r"^\s*(?:$|[.,;:“\"]|\s(?:as|before|after|while|when|in|on|at|to|of|about|during|outside|through|following|from|with"
    r"|by|without|upon|last|late|early|earlier|that)\b)"
)
_ENDS_HERE = re.compile(r"^\s*+(?:$|[.,;]|[!?]?\s*+$)")
_INTRODUCES = re.compile(r"^[^“\".;]{0,90}[,:]?\s*+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A verb of saying and what stands around it, up to the quotations on both sides."""

    verb: str
    left: str
    right: str
    beyond: str  # what follows the verb, quotations or not
    start: int  # of `left` in the text
    after: int  # where the verb ends in the text
    opens: bool  # nothing stands before `left`
    follows: bool  # a quotation ends right before `left`
    leads: bool  # a quotation begins right after `right`


def is_about_quotation(place: Place) -> bool:
    """Whether a verb after a quotation and its speaker tells of that quotation."""
    if place.verb in FREE:
        return not re.match(r"\s(?:by|to)\b", place.right)
    tail = length_of_occasion(place.verb, place.right)
    return bool(_CLOSES.match(place.right[tail:]) or reports(place))


def reports(place: Place) -> bool:
    """Whether a verb that opens a sentence with its speaker reports a statement."""
    if place.leads and introduces(place):
        return True
    if place.verb in ("told", "tells"):
        return not (_TELLS_NOTHING.match(place.right) or _tells_and_acts(place.right))
    if place.verb in FREE:
        return not _RELATIVE.match(place.right)
    if place.verb not in REPORTING or _is_noun(place) or _GOES_ON.match(place.verb + place.right):
        return False
    rest = place.right[length_of_occasion(place.verb, place.right) :]
    return bool(
        _THAT.match(rest)
        or _PLACED.match(rest)
        or (place.verb in HEARING and _HEARD.match(rest))
        or ((found := _CLAUSE.match(rest)) and (place.verb in _OF or not re.match(r"\s(?:of|against|about)", found[0])))
    )


def _tells_and_acts(right: str) -> bool:
    """Whether what is told does not follow, and an act does: "told her boss and both went", "told him and left"."""
    told = _TOLD_AND.match(right)
    return told is not None and (told["next"] in _ACTORS or is_past_verb(told["next"]))


def _is_noun(place: Place) -> bool:
    """Whether a verb is the plural of a noun that a clause describes: "the states that backed him"."""
    described = _DESCRIBED.match(place.right) if place.verb in speaker_words("nouns") else None
    return described is not None and (described["next"] in _AUXILIARY or is_past_verb(described["next"]))


def introduces(place: Place) -> bool:
    """Whether a quotation follows a verb closely: `Roe told reporters on Friday: “…”`, `admitted “some mistakes”`."""
    right = place.right
    if place.verb in FREE:
        return bool(_INTRODUCES.match(right)) and not re.match(r"\s(?:to|by)\b", right)
    return (
        (right.rstrip().endswith((":", ",")) and bool(_INTRODUCES.match(right)))
        or not right.strip()
        or bool(_THAT.match(right))
    )


def closes(place: Place) -> bool:
    """Whether a clause that ends a statement, or is put into it, ends with its verb: `It rained, police said`."""
    if place.verb in QUOTING and place.verb not in REPORTING and not place.follows:
        return False
    tail = length_of_occasion(place.verb, place.right)
    rest = place.right[tail:]
    if place.verb in ("told", "tells"):
        return tail > 0 and bool(_ENDS_HERE.match(rest))
    if place.verb in FREE:
        return bool(
            _ENDS_HERE.match(rest) or re.match(r"\s(?:in|on|at|during|after|as|while|when|before|of|through)\b", rest)
        )
    return bool(_ENDS_HERE.match(rest))


def saying_of(place: Place, subject: Subject, lead: int) -> Saying:
    """Return the clause of a subject and the verb after it, from `lead` in what stands before the verb."""
    end = length_of_occasion(place.verb, place.right)
    that = _THAT.match(place.right, end)
    if that:
        end = that.end()
    return Saying(
        who=subject.who, start=place.start + lead, end=place.after + end, is_quoted=place.follows or place.leads
    )
