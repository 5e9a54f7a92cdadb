"""What a sentence commits itself to: numbers, days, names, what it denies and what it leaves open."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from summarizer.language.governments import GOVERNMENTS, plain_name
from summarizer.language.number_words import find_numbers
from summarizer.language.numerals import NUMBER_WORDS, figure_of
from summarizer.language.tables import tables_of

_SHARE = re.compile(r"\b(?P<part>[a-z]+|\d+) (?:in|out of) (?:every )?(?P<whole>[a-z]+|\d+)\b")
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december".split()
)
_MONTHS = {"jan": "january", "feb": "february", "aug": "august", "sept": "september", "oct": "october"} | {
    "nov": "november", "dec": "december",
}  # fmt: skip
# The month, not the verb: no sentence but a headline writes that large.
_MAY = re.compile(r"(?<=[\w,] )May\b|\bMay(?= \d)")
# The day on which somebody says it is no part of what is said.
_DAY_OF_SAYING = re.compile(
    rf"\b(?:said|says|told \w+|announced|reported) (?:late |early |on )*{_WEEKDAY}\b"
    rf"|\b{_WEEKDAY}(?=[\w ]{{0,20}} said\.$)"
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z]+(?:['’]t\b)?|\d[\d.,]*")
_QUANTIFIERS = frozenset("all half most majority none only every".split())
_QUANTIFIER = re.compile(r"\b(?:all|(?<!and a )half|most|majority|none|only|every)\b")
_RESTRICTING = re.compile(r"\b(?:(?<!and a )half|most|majority|none|only)\b")
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|nor|neither|cannot|without|fail(?:s|ed|ing)?\s+to|refus(?:e|es|ed|ing)"
    r"|declin(?:e|es|ed|ing)\s+to|reject(?:s|ed|ing)?|den(?:y|ies|ied|ying)|unlikely|rather\s+than|ruled\s+out)\b|n['’]t\b",
)
_DENYING = frozenset(
    "not no never none nobody nothing nor neither cannot without fail fails failed failing refuse refuses"
    " refused refusing decline declines declined declining reject rejects rejected rejecting deny denies denied denying"
    " unlikely rather ruled".split()
)
_OPENING = frozenset(
    "may might could expect expects expected expecting likely plan plans planned planning hope hopes hoped hoping"
    " set due about going ready poised possible possibly potential potentially if whether consider considers"
    " considered considering forecast forecasts predict predicts predicted prediction".split()
)
_OPEN = re.compile(
    r"\b(?:(?:may|might|could)(?!\s(?:not\s)?have\b)|expect(?:s|ed|ing)?|likely|plan(?:s|ned|ning)?\s+to"
    r"|hop(?:es?|ed|ing)\s+to|(?:set|due|about|going|ready|poised)\s+to|possib(?:le|ly)|potential(?:ly)?|if|whether"
    r"|consider(?:s|ed|ing)?|forecasts?|predict(?:s|ed|ion)?)\b",
)
# "If no survivors are found, it would be": what follows the condition is as open as the condition.
_CONDITION = re.compile(r"^(?:if|unless|should)\b[^,;.]*,(?=[^.;]*\b(?:would|will|could|may|might)\b)")
_CLAUSE_ENDS = re.compile(r"[,;:.“”\"](?!\d)")
_REACH = 3  # words after a denial, an opening or a quantifier that it is taken to be about
_HEAD = 5  # first letters by which forms of one word are known
_LIGHT = frozenset(
    "the to of in on at for by with and or but that it its be been is are was were has have had as any".split()
)
# The capital comes first: a search passes over all other letters fast.
_CAPITALIZED = re.compile(r"[A-Z](?<!\w.)(?:\.(?:[A-Z]\.)+|[\w’'-]*)")
_UNITED = re.compile(r"\bUnited (?:States|Nations|Kingdom)\b")
_SMALL = re.compile(r"\b[^\W\d_A-Z][^\W\d_]*\b")
_TITLES = frozenset("mr mrs ms dr sir president minister secretary senator general prof state states united".split())
_NO_NAMES = frozenset((*_DAYS, *_TITLES, *_MONTHS, *NUMBER_WORDS, *_QUANTIFIERS, "may"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a sentence commits itself to.

    Attributes:
        numbers: Its numbers, in digits or words, as one value each ("5-1/2" and "five and a half" are 5.5).
        quantifiers: Words that say how many of a whole ("all", "half"); "four in five" is "most".
        restricted: Heads of the words that "half", "most" or "only" is about.
        days: Weekdays and months that it names, but for the day on which somebody says it.
        dated: All weekdays and months that it names.
        names: Its capitalized words that the reports never write small, casefolded; governments under one name each.
        followed: Pairs of names that stand side by side ("Joaquin", "Salvatierra").
        heads: The first letters of its words, by which forms of one word are known.
        is_negated: Whether it denies something.
        denied: Heads of the words that are denied.
        is_open: Whether it speaks of what may or will be, not of what is or was.
        opened: Heads of the words that may or will be.
    """

    numbers: frozenset[float]
    quantifiers: frozenset[str]
    restricted: frozenset[str]
    days: frozenset[str]
    dated: frozenset[str]
    names: frozenset[str]
    followed: frozenset[tuple[str, str]]
    heads: frozenset[str]
    is_negated: bool
    denied: frozenset[str]
    is_open: bool
    opened: frozenset[str]


def facts_of(text: str, common: Container[str]) -> Facts:
    """Read the facts of a sentence.

    Args:
        text: The sentence.
        common: Words that the reports write in small letters somewhere, casefolded: capitalized, they are no names.
    """
    text = _shorten(text)
    found = [] if text.isupper() else list(_CAPITALIZED.finditer(text))
    words = [plain_name(match.group()) for match in found]
    # The month is marked, so that it is not taken for the verb.
    is_may = "May" in text and _MAY.search(text) is not None
    small = " ".join((_MAY.sub("mayday", text) if is_may else text).lower().split())
    held = frozenset(_WORD.findall(small))
    has_numbers = not held.isdisjoint(NUMBER_WORDS) or _DIGIT.search(small) is not None
    if has_numbers and _SHARE.search(small):
        small = _SHARE.sub(_most, small)
        held = frozenset(_WORD.findall(small))
    # Most sentences hold none of the words that open these patterns: a look at their words spares the search.
    may_deny = held & _DENYING or "n't" in small or "n’t" in small
    denials = _phrases("not_negations").sub("…", small) if may_deny else ""
    is_negated = _NEGATION.search(denials) is not None
    is_open = bool(held & _OPENING and _OPEN.search(small))
    counts = _phrases("not_quantifiers").sub("…", small) if held & _QUANTIFIERS else ""
    quantifiers = frozenset(_QUANTIFIER.findall(counts))
    names = _names(words, common)
    dated = _days_of(held, small, text) | ({"may"} if is_may else frozenset())
    return Facts(
        numbers=_numbers(small) if has_numbers else frozenset(),
        quantifiers=quantifiers,
        restricted=_reach(_RESTRICTING, counts) if quantifiers else frozenset(),
        days=dated - _days_of_saying(small) if dated else dated,
        dated=dated,
        names=names,
        followed=frozenset(
            (words[at], words[at + 1])
            for at, (one, other) in enumerate(pairwise(found))
            if other.start() - one.end() == 1 and words[at] in names and words[at + 1] in names
        ),
        heads=frozenset(word[:_HEAD] for word in held),
        is_negated=is_negated,
        denied=_reach(_NEGATION, denials) if is_negated else frozenset(),
        is_open=is_open,
        opened=_reach(_OPEN, small) | _conditional(small) if is_open else frozenset(),
    )


@cache
def _phrases(name: str) -> re.Pattern[str]:
    """What finds the phrases of a field of the tables, longest first: "no less than" denies nothing."""
    tables = tables_of("en")
    phrases = sorted(getattr(tables, name), key=lambda phrase: (-len(phrase), phrase)) if tables else []
    return re.compile(rf"\b(?:{'|'.join('[ -]'.join(map(re.escape, phrase)) for phrase in phrases)})\b")


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that texts write in small letters somewhere: capitalized, they are no names."""
    return frozenset(_SMALL.findall(" ".join({word for text in texts for word in text.split()})))


def names_in(text: str, common: Container[str]) -> frozenset[str]:
    """Return the names of a text, as `facts_of` has them."""
    text = _shorten(text)
    return _names(map(plain_name, () if text.isupper() else _CAPITALIZED.findall(text)), common)


def _shorten(text: str) -> str:
    """Write United States and the like as abbreviations."""
    return _UNITED.sub(lambda match: f"U{match.group().split()[1][0]}", text) if "United" in text else text


def _names(words: Iterable[str], common: Container[str]) -> frozenset[str]:
    """Those of some capitalized words that are names, governments under one name each."""
    return frozenset(
        GOVERNMENTS.get(word, word)
        for word in words
        if word in GOVERNMENTS or (word not in common and word not in _NO_NAMES and len(word) > 1)
    )


def _days_of(held: frozenset[str], small: str, text: str) -> frozenset[str]:
    """Weekdays and months; "march" is one only where the text writes it large."""
    found = held & _DAYS
    if "march" in found and "March" not in text and not text.isupper():
        found -= {"march"}
    return found | {month for short, month in _MONTHS.items() if short in held and f"{short}." in small}


def _days_of_saying(small: str) -> frozenset[str]:
    return frozenset(plain_name(found.split()[-1]) for found in _DAY_OF_SAYING.findall(small))


def _most(match: re.Match[str]) -> str:
    """Say "most" for "four in five" and the like."""
    part, whole = (float(figure_of(match[name]) or 0) for name in ("part", "whole"))
    return "most" if whole and 0.5 < part / whole < 1 else match.group()


def _reach(pattern: re.Pattern[str], small: str) -> frozenset[str]:
    """The heads of the words right after each match of a pattern, as far as its clause goes."""
    heads: set[str] = set()
    for match in pattern.finditer(small):
        clause = _CLAUSE_ENDS.split(small[match.end() :], maxsplit=1)[0]
        telling = [word for word in _WORD.findall(clause) if len(word) > 1 and word not in _LIGHT]
        heads.update(word[:_HEAD] for word in telling[:_REACH])
    return frozenset(heads)


def _conditional(small: str) -> frozenset[str]:
    """The heads of the words of a main clause that a condition opens."""
    match = _CONDITION.match(small)
    return frozenset(word[:_HEAD] for word in _WORD.findall(small[match.end() :])) if match else frozenset()


def _numbers(small: str) -> frozenset[float]:
    """The values of numbers; of ordinals only those in digits, since "second" and "third" are mostly other things."""
    return frozenset(
        number.value for number in find_numbers(small) if not number.is_ordinal or small[number.start].isdigit()
    )
