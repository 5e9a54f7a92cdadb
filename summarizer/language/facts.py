"""What two sentences must agree on before they may be called the same: numbers, days, names, negation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache

_NUMBER = re.compile(
    r"(?P<whole>\d+)-(?P<over>\d)/(?P<under>\d)\b|(?P<digits>\d[\d,]*(?:\.\d+)?)(?:\s?(?P<scale>bn|mn|billion|million|thousand|trillion)\b)?",
)
_SCALES = {"thousand": 1e3, "million": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# "One" is left out: it is a pronoun far more often than a count.
_NUMBER_WORDS = {word: float(value) for value, word in enumerate(_UNITS) if word != "one"} | {
    word: 10.0 * value for value, word in enumerate(_TENS, start=2)
} | {"dozen": 12.0, "hundred": 100.0}  # fmt: skip
_NUMBER_WORD = re.compile(
    r"\b(?P<word>" + "|".join(_NUMBER_WORDS) + r")\b(?:-(?P<unit>" + "|".join(_UNITS[1:10]) + r")\b)?"
    r"(?P<half>\s+and\s+a\s+half\b)?(?:\s(?P<scale>thousand|million|billion|trillion)\b)?",
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december".split()
)  # "may" is left out: it is a verb too
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|nor|neither|cannot|without|fail(?:s|ed|ing)?\s+to|refus(?:e|es|ed|ing)"
    r"|declin(?:e|es|ed|ing)\s+to|reject(?:s|ed|ing)?|den(?:y|ies|ied|ying)|unlikely|rather\s+than|ruled\s+out)\b|n['’]t\b",
)
_WORD = re.compile(r"[a-z]+")
_QUANTIFIERS = frozenset("all half most majority none only every".split())
_QUANTIFIER = re.compile(r"\b(?:all|(?<!and a )half|most|majority|none|only|every)\b")
_DENYING = frozenset(
    "not no never none nobody nothing nor neither cannot without fail fails failed failing refuse refuses"
    " refused refusing decline declines declined declining reject rejects rejected rejecting deny denies denied denying"
    " unlikely rather ruled".split()
)
_OPENING = frozenset(
    "may might could expect expects expected expecting likely plan plans planned planning hope hopes hoped hoping"
    " set due about going ready poised possible possibly potential potentially if".split()
)
_OPEN = re.compile(
    r"\b(?:may|might|could|expect(?:s|ed|ing)?|likely|plan(?:s|ned|ning)?\s+to|hop(?:es?|ed|ing)\s+to"
    r"|(?:set|due|about|going|ready|poised)\s+to|possib(?:le|ly)|potential(?:ly)?|if)\b",
)
_CAPITALIZED = re.compile(r"\b(?:(?:[A-Z]\.){2,}|[A-Z][\w’'-]*)")
# A government goes by its country, its people and its capital: one name for matching. Only what news uses so.
_GOVERNMENTS = {
    name: line.split()[0]
    for line in (
        "us usa american americans washington america",
        "china chinese beijing sino prc",
        "russia russian russians moscow kremlin",
        "uk britain british london",
        "france french paris",
        "germany german germans berlin",
        "japan japanese tokyo",
        "india indian indians",
        "iran iranian iranians tehran",
        "israel israeli israelis",
        "ukraine ukrainian ukrainians kyiv kiev",
        "turkey turkish turkiye ankara",
        "eu european europe brussels",
        "taiwan taiwanese taipei",
        "pakistan pakistani islamabad",
        "australia australian canberra",
        "canada canadian ottawa",
        "mexico mexican",
        "brazil brazilian",
        "italy italian rome",
        "spain spanish madrid",
        "poland polish warsaw",
        "egypt egyptian cairo",
        "syria syrian damascus",
        "iraq iraqi baghdad",
        "saudi riyadh",
        "greece greek athens",
        "sweden swedish",
        "norway norwegian",
        "nigeria nigerian",
        "kenya kenyan",
        "indonesia indonesian",
        "philippines philippine filipino manila",
        "vietnam vietnamese hanoi",
        "thailand thai",
    )
    for name in line.split()
}
_SMALL = re.compile(r"\b[^\W\d_A-Z][^\W\d_]*\b")
_TITLES = frozenset("mr mrs ms dr sir president minister secretary senator general prof state states united".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a sentence commits itself to.

    Attributes:
        numbers: Its numbers, in digits or words, as one value each ("5-1/2" and "five and a half" are 5.5).
        days: Weekdays and months that it names.
        names: Its capitalized words that the reports never write small, casefolded; governments under one name each.
        quantifiers: Words that say how many of a whole ("all", "half").
        negated: Whether it denies something.
        open: Whether it speaks of what may or will be, not of what is or was.
    """

    numbers: frozenset[float]
    quantifiers: frozenset[str]
    days: frozenset[str]
    names: frozenset[str]
    negated: bool
    open: bool


def facts_of(text: str, common: Container[str]) -> Facts:
    """Read the facts of a sentence.

    Args:
        text: The sentence.
        common: Words that the reports write in small letters somewhere, casefolded: capitalized, they are no names.
    """
    words = [_plain(match.group()) for match in _CAPITALIZED.finditer(text)]
    if text.isupper():
        words = []
    names = {_GOVERNMENTS.get(word, word) for word in words if word in _GOVERNMENTS or _is_name(word, common)}
    small = text.lower()
    # Most sentences hold none of the words that open these patterns: a look at their words spares the search.
    held = frozenset(_WORD.findall(small))
    return Facts(
        numbers=frozenset(_numbers(small, held)),
        quantifiers=frozenset(_QUANTIFIER.findall(small)) if held & _QUANTIFIERS else frozenset(),
        days=frozenset(word for word in words if word in _DAYS),
        names=frozenset(names),
        negated=bool((held & _DENYING or "n't" in small or "n’t" in small) and _NEGATION.search(small)),
        open=bool(held & _OPENING and _OPEN.search(small)),
    )


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that texts write in small letters somewhere: capitalized, they are no names."""
    return frozenset(word for text in texts for word in _SMALL.findall(text))


def is_government(word: str) -> bool:
    """Tell whether a word names a country, its people or its capital."""
    return _plain(word) in _GOVERNMENTS


def government_of(word: str) -> str:
    """Return the one name of the government that a word stands for; the word itself, plain, where for none."""
    plain = _plain(word)
    return _GOVERNMENTS.get(plain, plain)


def contradict(first: Facts, second: Facts) -> str | None:
    """Say on what two sentences disagree, so that they cannot be the same statement; None where on nothing.

    Saying less is no contradiction: only what each has and the other lacks counts.
    """
    if first.numbers - second.numbers and second.numbers - first.numbers:
        return "numbers differ"
    if first.quantifiers != second.quantifiers and first.numbers:
        return "quantifiers differ"
    if first.days - second.days and second.days - first.days:
        return "days differ"
    if first.negated != second.negated:
        return "one denies it"
    if first.open != second.open:
        return "to one it is open"
    if not shares_names(first.names, second.names) and not shares_names(second.names, first.names):
        return "names differ"
    return None


def shares_names(part: frozenset[str], whole: frozenset[str]) -> bool:
    """Tell whether every name of one sentence is in the other, small differences of spelling allowed."""
    return all(name in whole or any(_is_variant(name, other) for other in whole) for name in part)


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    word = word.replace(".", "") if word.count(".") > 1 else word
    if not word.isascii():
        word = "".join(mark for mark in unicodedata.normalize("NFKD", word) if not unicodedata.combining(mark))
    return re.sub(r"['’]s$", "", word).casefold()


def _is_name(word: str, common: Container[str]) -> bool:
    return len(word) > 1 and word not in common and word not in _DAYS and word not in _TITLES


def _is_variant(first: str, second: str) -> bool:
    """One letter more, less or other in long names with one initial (Blinken, Brinken), or a final s."""
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) >= 4 and longer == f"{shorter}s":
        return True
    if len(shorter) < 6 or len(longer) - len(shorter) > 1 or shorter[0] != longer[0]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return shorter[at + (len(shorter) == len(longer)) :] == longer[at + 1 :]


def _numbers(text: str, held: frozenset[str]) -> set[float]:
    values = set()
    for match in _NUMBER.finditer(text) if any(map(str.isdigit, text)) else ():
        if match["whole"]:
            values.add(float(match["whole"]) + float(match["over"]) / max(float(match["under"]), 1.0))
        else:
            values.add(float(match["digits"].replace(",", "")) * _SCALES.get(match["scale"] or "", 1.0))
    for match in _NUMBER_WORD.finditer(text) if held & _NUMBER_WORDS.keys() else ():
        value = _NUMBER_WORDS[match["word"]] + (_UNITS.index(match["unit"]) if match["unit"] else 0.0)
        value += 0.5 if match["half"] else 0.0
        values.add(value * _SCALES.get(match["scale"] or "", 1.0))
    return values
