"""Units: what a number counts or measures, and where that phrase ends."""

from __future__ import annotations

import re

from summarizer.nlp.numbers.casualties import activity_near, fate_beside, fate_near
from summarizer.nlp.numbers.number_words import Number

_SIGNS = {"$": "usd", "€": "eur", "£": "gbp", "¥": "yen"}
MONEY_BEFORE = re.compile(r"(?P<sign>[$€£¥])\s?$|\b(?P<code>USD|EUR|GBP|Rs\.?|N|Sh)\s?$")
_CODES = {"usd": "usd", "eur": "eur", "gbp": "gbp", "rs": "rupee", "rs.": "rupee", "n": "naira", "sh": "shilling"}
MONEY = frozenset((*_SIGNS.values(), *_CODES.values()))
_DURATIONS = {
    "second": 1 / 3600,
    "minute": 1 / 60,
    "hour": 1.0,
    "day": 24.0,
    "week": 168.0,
    "month": 730.0,
    "year": 8766.0,
}
_MEASURES = {
    word: line.split()[0]
    for line in (
        "kilometer kilometre km", "mile", "meter metre", "foot feet ft", "inch inche", "kilogram kilo kg", "pound",
        "ton tonne", "acre", "hectare", "mph", "kph km/h kmh", "degree", "usd dollar", "eur euro", "naira", "yen",
        "yuan", "rupee", "peso", "franc", "cent", "crown krone krona koruna kroner kronor", "dinar", "dirham",
        "riyal rial", "ruble rouble", "rand", "lira", "zloty", "baht", "ringgit", "forint",
    )
    for word in line.split()
} | {"basis point": "basis point", "percentage point": "percentage point"}  # fmt: skip
_SCALES = {"c": "celsius", "f": "fahrenheit"}
_HOT = re.compile(
    r"\b(?:temperatures?|heat(?:wave)?|hot(?:test)?|cold(?:est)?|warm(?:est)?|degrees?|mercury)\b", re.IGNORECASE
)
_TEMPERATURES = ("degree", "celsius", "fahrenheit")
_KINDS = ("square", "cubic", "nautical")
_AREAS = frozenset(f"{kind}-{unit}" for kind in _KINDS for unit in ("mile", "kilometer", "meter", "foot", "inch"))
# What a rate or a scale behind a unit makes of it: "62 miles per hour", "40 degrees Celsius".
_SCALED = (
    ("mile", "mph", re.compile(r"\s(?:an|per)\shour\b")),
    ("kilometer", "kph", re.compile(r"/h\b|\s(?:an|per)\shour\b")),
    ("degree", "celsius", re.compile(r"\s?(?:Celsius|centigrade|C)\b")),
    ("degree", "fahrenheit", re.compile(r"\s?(?:Fahrenheit|F)\b")),
)
_LONGEST_FIRST = "|".join(sorted(_MEASURES, key=lambda word: (-len(word), word)))
_AFTER = re.compile(
    r"[\s-]?(?P<percent>%|(?:per\s?cent|pct|pc)\b)|[\s-](?P<age>years?[\s-]old(?=s?\b))"
    r"|(?:\s\w+)?\s(?:to the|per|to a)\s(?P<rate>dollar|euro|pound)\b"
    r"|\s?[°º]\s?(?P<scale>[CF])\b|(?P<bare>[CF])\b"
    rf"|[\s-](?P<time>{'|'.join(_DURATIONS)})s?\b"
    rf"|(?:[\s-](?:US\s|U\.S\.\s|Swiss\s)?|(?=(?:ft|km|kg|mph|kph|km/h|kmh)\b))(?P<measure>{_LONGEST_FIRST})s?\b"
)
# "15m" may be millions, but not where the same stands in feet behind it: "2m to 15m (6.5ft to 50ft)".
_METRES = re.compile(r"(?:\s?(?:to|-|–)\s?\d[\d.,]*m)?\s?\(\d[\d.,]*\s?(?:ft|feet)\b")
_MILLION = 1e6
_MAGNITUDE_BEFORE = re.compile(r"\bmagnitude(?:\s(?:of|at|was|is|as)){0,2}\s(?:an?\s)?$", re.IGNORECASE)
_MAGNITUDE_AFTER = re.compile(r"[\s-]magnitude\b", re.IGNORECASE)
_MAGNITUDE = 24  # characters before a number that can hold what says that it is one
OR_SO = re.compile(r"\sor (?:so|thereabouts)\b")
_WORD = re.compile(r"(?:\s|-)(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)")
# "a 30-car pileup", "the 12-member panel"
_COMPOUND = re.compile(
    r"-(?P<noun>(?!(?:year|month|week|day|hour|minute|time|point|run|way|fold|plus)\b)[a-z]{3,})"
    r"(?=\s(?P<head>[a-z]{3,})\b)"
)
_PLURALS = frozenset("people men women children police troops crew staff cattle sheep".split())
_NO_NOUN = frozenset(
    "of the a an in on at to for from by with and or but as than was were is are has had have this that its his her"
    " their our my who which into per after before while".split()
)
_NOT_PLURAL = re.compile(r"(?:ss|us|is)$|^(?:times|years?|days?|hours?|as|was|has|does|says)$")
MEASURED = frozenset(
    (
        "duration",
        "age",
        "%",
        *_SIGNS.values(),
        *_CODES.values(),
        *_MEASURES.values(),
        *(name for _, name, _ in _SCALED),
        *_AREAS,
        *(f"{unit}-below" for unit in _TEMPERATURES),
        "per dollar",
        "per euro",
        "per pound",
        "magnitude",
    )
)
_BEFORE_APPOSITION = 50  # characters before a number that can hold the noun to which it is in apposition
WEIGHTS = frozenset(("pound", "kilogram", "ton"))
WEIGHS = frozenset(("weigh", "weight"))  # terms that tell that pounds are no money
_ABREAST = 4  # words after a number among which its noun stands
# Of whom a number may tell what became of them.
_PEOPLE = frozenset(
    "people student pupil hostage passenger soldier troop firefighter officer worker miner tourist resident villager"
    " civilian prisoner inmate patient protester demonstrator migrant child children men women girl boy police".split()
)
# Nouns for one kind of thing, by which different reports count it.
_SAME_NOUN = {
    noun: line.split()[0]
    for line in (
        "people person body death fatality life casualty victim other dead",
        "baby infant newborn",
        "premise address location property",
        "car vehicle",
        "game match",
        "troop soldier",
        "message text",
    )
    for noun in line.split()
}


def unit_of(text: str, number: Number, before: re.Match[str] | None) -> tuple[str | None, int, float, str | None]:
    """Return what a number counts or measures, where that ends, what its value is to be multiplied by, and a fate.

    Args:
        text: The sentence.
        number: The number.
        before: The match of `MONEY_BEFORE` right before it, if there is one.
    """
    beside = _MAGNITUDE_AFTER.match(text, number.end)
    near = max(0, number.start - _MAGNITUDE), number.start
    if beside or (text.find("agnitude", *near) >= 0 and _MAGNITUDE_BEFORE.search(text, *near)):
        return "magnitude", beside.end() if beside else number.end, 1.0, None
    if before:
        return _SIGNS.get(before["sign"] or "") or _CODES[before["code"].casefold()], number.end, 1.0, None
    if number.is_short and text[number.end - 1] == "m" and _METRES.match(text, number.end):
        return "meter", number.end, 1 / _MILLION, None
    after = _AFTER.match(text, number.end)
    if after:
        return _measured(text, number, after)
    if number.is_short:
        return None, number.end, 1.0, None
    compound = _COMPOUND.match(text, number.end)
    if compound:
        noun = _SAME_NOUN.get(compound["noun"], compound["noun"])
        return f"{noun} {compound['head']}", compound.end(), 1.0, None
    loose = OR_SO.match(text, number.end)
    counted, end, fate = counted_in(text, number.start, loose.end() if loose else number.end)
    return counted, end, 1.0, fate


def _measured(text: str, number: Number, after: re.Match[str]) -> tuple[str | None, int, float, str | None]:
    """What a number measures, by the word behind it."""
    end = after.end()
    if scale := after["scale"] or after["bare"]:
        unit = _SCALES[scale.casefold()] if after["scale"] or _HOT.search(text) else None
        return unit and _signed(text, number, unit, end), end, 1.0, None
    if after["time"]:
        return "duration", end, _DURATIONS[after["time"].casefold()], activity_near(text, number.start, end)
    if after["rate"]:
        return f"per {after['rate'].casefold()}", end, 1.0, None
    if after["measure"]:
        unit = _MEASURES[after["measure"].casefold()]
        scaled = ((name, found) for own, name, scale in _SCALED if own == unit and (found := scale.match(text, end)))
        name, found = next(scaled, (unit, None))
        end = found.end() if found else end
        return _signed(text, number, name, end), end, 1.0, None
    return "%" if after["percent"] else "age", end, 1.0, None


def _signed(text: str, number: Number, unit: str, end: int) -> str:
    """The unit of a temperature, of its own where it is below zero, or below something else."""
    is_below = unit in _TEMPERATURES and (text.endswith("minus ", 0, number.start) or text.startswith(" below ", end))
    return f"{unit}-below" if is_below else unit


def counted_in(text: str, start: int, end: int) -> tuple[str | None, int, str | None]:
    """Return the noun that a number counts, where that ends, and what became of those counted.

    Args:
        text: The sentence.
        start: Where the number begins.
        end: Where it ends.
    """
    noun, stop = _noun(text, end)
    if noun is None:
        fate = fate_beside(text, start, stop)
        return "people" if fate else None, stop, fate
    noun = _SAME_NOUN.get(noun, noun)
    if noun in _MEASURES:  # "5,000 square miles"
        kind = next((kind for kind in text[end:stop].casefold().split() if kind in _KINDS), None)
        noun = f"{kind}-{_MEASURES[noun]}" if kind else noun
    return noun, stop, fate_near(text, start, stop) if noun in _PEOPLE else None


def unit_of_noun(word: str) -> str:
    """Return the unit in which those called by a plural noun are counted: "student" for "students"."""
    noun = word if word in _PLURALS else _singular(word)
    return _SAME_NOUN.get(noun, noun)


def counted_before(text: str, start: int) -> str | None:
    """Return the plural noun before a number in apposition to it: "texts to the pupil—2,400 of them"."""
    words = [match["word"] for match in _WORD.finditer(text, max(0, start - _BEFORE_APPOSITION), start)]
    nouns = (word for word in reversed(words) if word in _PLURALS or (word.endswith("s") and word.islower()))
    noun = next((noun for noun in nouns if not _NOT_PLURAL.search(noun)), None)
    if noun is None:
        return None
    noun = noun if noun in _PLURALS else _singular(noun)
    return _SAME_NOUN.get(noun, noun)


def _noun(text: str, at: int) -> tuple[str | None, int]:
    """The plural noun that a number counts, without its ending, and where it ends."""
    end = at
    for _ in range(_ABREAST):
        match = _WORD.match(text, at)
        word = match["word"] if match else ""
        if not match or word.casefold() in _NO_NOUN:
            break
        at = match.end()
        if word in _PLURALS or word == "dead":
            return word, at
        if word.endswith("s") and word.islower() and not _NOT_PLURAL.search(word):
            return _singular(word), at
    return None, end


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return "life" if word == "lives" else word[:-1]
