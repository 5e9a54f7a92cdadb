"""Units: what a number counts or measures, and where that phrase ends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from summarizer.languages.data_sections import find_section
from summarizer.languages.word_records import Words
from summarizer.nlp.facts.casualties import activity_near, fate_beside, fate_near
from summarizer.nlp.numbers.number_words import Number

_HOURS = {
    "second": 1 / 3600,
    "minute": 1 / 60,
    "hour": 1.0,
    "day": 24.0,
    "week": 168.0,
    "month": 730.0,
    "year": 8766.0,
}
_SCALES = {"c": "celsius", "f": "fahrenheit"}
_TEMPERATURES = ("degree", "celsius", "fahrenheit")
_OF_KINDS = ("mile", "kilometer", "meter", "foot", "inch")  # of which there are square and cubic ones
# What a rate or a scale behind a unit makes of it: "62 miles per hour", "40 degrees Celsius".
_SCALED = (("mile", "mph"), ("kilometer", "kph"), ("degree", "celsius"), ("degree", "fahrenheit"))
_MILLION = 1e6
_MAGNITUDE = 24  # characters before a number that can hold what says that it is one
_WORD = re.compile(r"(?:\s|-)(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)")
_BEFORE_APPOSITION = 50  # characters before a number that can hold the noun to which it is in apposition
WEIGHTS = frozenset(("pound", "kilogram", "ton"))
_ABREAST = 4  # words after a number among which its noun stands
_PEOPLE = "people"


class UnitWords(Words):
    """The units of a language, by the keys of its section "units", and its code.

    `money` and `measured` name the units of money, and all that are measured, not counted; `scaled` are the patterns
    that make a speed or a temperature of a unit.
    """

    language: str
    money: frozenset[str]
    measured: frozenset[str]
    scaled: tuple[tuple[str, str, re.Pattern[str]], ...]
    singular_of: Mapping[str, str]
    singular_endings: tuple[tuple[str, str], ...]
    signs: Mapping[str, str]
    codes: Mapping[str, str]
    durations: Mapping[str, str]
    measures: Mapping[str, str]
    kinds: frozenset[str]
    magnitude_clues: tuple[str, ...]
    minus: tuple[str, ...]
    below: tuple[str, ...]
    weighing: frozenset[str]
    plurals: frozenset[str]
    no_noun: frozenset[str]
    dead: frozenset[str]
    people: frozenset[str]
    same_nouns: Mapping[str, str]
    money_before: re.Pattern[str]
    after: re.Pattern[str]
    hot: re.Pattern[str]
    meters_not_millions: re.Pattern[str]
    magnitude_before: re.Pattern[str]
    magnitude_after: re.Pattern[str]
    or_so: re.Pattern[str]
    compound: re.Pattern[str]
    not_plural: re.Pattern[str]


@cache
def unit_words_of(language: str | None) -> UnitWords | None:
    """Return the units of a language; None where it has no section "units"."""
    section = find_section(language, "units")
    if section is None:
        return None
    money = frozenset((*section.named("signs").values(), *section.named("codes").values()))
    areas = (f"{kind}-{unit}" for kind in section.listed("kinds") for unit in _OF_KINDS)
    rates = (f"per {rate}" for rate in section.listed("rates"))
    below = (f"{unit}-below" for unit in _TEMPERATURES)
    scaled = (name for _, name in _SCALED)
    endings = (entry.partition("=") for entry in section.listed("plural_endings"))
    odd = (entry.partition("=") for entry in section.listed("odd_plurals"))
    return section.fill(
        UnitWords,
        language=section.language,
        money=money,
        measured=money.union(
            section.named("measures").values(), areas, rates, below, scaled, ("duration", "age", "%", "magnitude")
        ),
        scaled=tuple((unit, name, section.pattern(name)) for unit, name in _SCALED),
        singular_of={plural: singular for plural, _, singular in odd},
        singular_endings=tuple((plural, singular) for plural, _, singular in endings),
    )


def unit_of(
    text: str, number: Number, before: re.Match[str] | None, words: UnitWords
) -> tuple[str | None, int, float, str | None]:
    """Return what a number counts or measures, where that ends, what its value is to be multiplied by, and a fate.

    Args:
        text: The sentence.
        number: The number.
        before: The match of `words.money_before` right before it, if there is one.
        words: The units of the language.
    """
    beside = words.magnitude_after.match(text, number.end)
    near = max(0, number.start - _MAGNITUDE), number.start
    if beside or (_holds(text, near, words.magnitude_clues) and words.magnitude_before.search(text, *near)):
        return "magnitude", beside.end() if beside else number.end, 1.0, None
    if before:
        return words.signs.get(before["sign"] or "") or words.codes[before["code"].casefold()], number.end, 1.0, None
    if number.is_short and text[number.end - 1] == "m" and words.meters_not_millions.match(text, number.end):
        return "meter", number.end, 1 / _MILLION, None
    after = words.after.match(text, number.end)
    if after:
        return _measured(text, number, after, words)
    if number.is_short:
        return None, number.end, 1.0, None
    compound = words.compound.match(text, number.end)
    if compound:
        noun = words.same_nouns.get(compound["noun"], compound["noun"])
        return f"{noun} {compound['head']}", compound.end(), 1.0, None
    loose = words.or_so.match(text, number.end)
    counted, end, fate = counted_in(text, number.start, loose.end() if loose else number.end, words)
    return counted, end, 1.0, fate


def _holds(text: str, near: tuple[int, int], clues: tuple[str, ...]) -> bool:
    return any(text.find(clue, *near) >= 0 for clue in clues)


def _measured(
    text: str, number: Number, after: re.Match[str], words: UnitWords
) -> tuple[str | None, int, float, str | None]:
    """What a number measures, by the word behind it."""
    end = after.end()
    if scale := after["scale"] or after["bare"]:
        unit = _SCALES[scale.casefold()] if after["scale"] or words.hot.search(text) else None
        return unit and _signed(text, number, unit, end, words), end, 1.0, None
    if after["time"]:
        hours = _HOURS[words.durations[after["time"].casefold()]]
        return "duration", end, hours, activity_near(text, number.start, end, words.language)
    if after["rate"]:
        return f"per {after['rate'].casefold()}", end, 1.0, None
    if after["measure"]:
        unit = words.measures[" ".join(after["measure"].casefold().split())]
        scaled = (
            (name, found) for own, name, scale in words.scaled if own == unit and (found := scale.match(text, end))
        )
        name, found = next(scaled, (unit, None))
        end = found.end() if found else end
        return _signed(text, number, name, end, words), end, 1.0, None
    return "%" if after["percent"] else "age", end, 1.0, None


def _signed(text: str, number: Number, unit: str, end: int, words: UnitWords) -> str:
    """The unit of a temperature, of its own where it is below zero, or below something else."""
    if unit not in _TEMPERATURES:
        return unit
    is_below = text.endswith(words.minus, 0, number.start) or text.startswith(words.below, end)
    return f"{unit}-below" if is_below else unit


def counted_in(text: str, start: int, end: int, words: UnitWords) -> tuple[str | None, int, str | None]:
    """Return the noun that a number counts, where that ends, and what became of those counted.

    Args:
        text: The sentence.
        start: Where the number begins.
        end: Where it ends.
        words: The units of the language.
    """
    noun, stop = _noun(text, end, words)
    if noun is None:
        fate = fate_beside(text, start, stop, words.language)
        return _PEOPLE if fate else None, stop, fate
    noun = words.same_nouns.get(noun, noun)
    if noun in words.measures:  # "5,000 square miles"
        kind = next((kind for kind in text[end:stop].casefold().split() if kind in words.kinds), None)
        noun = f"{kind}-{words.measures[noun]}" if kind else noun
    return noun, stop, fate_near(text, start, stop, words.language) if noun in words.people else None


def unit_of_noun(word: str, words: UnitWords) -> str:
    """Return the unit in which those called by a plural noun are counted: "student" for "students"."""
    noun = word if word in words.plurals else _singular(word, words)
    return words.same_nouns.get(noun, noun)


def counted_before(text: str, start: int, words: UnitWords) -> str | None:
    """Return the plural noun before a number in apposition to it: "texts to the pupil—2,400 of them"."""
    before = [match["word"] for match in _WORD.finditer(text, max(0, start - _BEFORE_APPOSITION), start)]
    noun = next((word for word in reversed(before) if _is_plural(word, words)), None)
    return unit_of_noun(noun, words) if noun else None


def _noun(text: str, at: int, words: UnitWords) -> tuple[str | None, int]:
    """The plural noun that a number counts, without its ending, and where it ends."""
    end = at
    for _ in range(_ABREAST):
        match = _WORD.match(text, at)
        word = match["word"] if match else ""
        if not match or word.casefold() in words.no_noun:
            break
        at = match.end()
        if word in words.dead:
            return word, at
        if _is_plural(word, words):
            return (word if word in words.plurals else _singular(word, words)), at
    return None, end


def _is_plural(word: str, words: UnitWords) -> bool:
    if word in words.plurals:
        return True
    is_like_one = word.islower() and any(word.endswith(plural) for plural, _ in words.singular_endings)
    return is_like_one and not words.not_plural.search(word)


def _singular(word: str, words: UnitWords) -> str:
    if word in words.singular_of:
        return words.singular_of[word]
    ending = next((both for both in words.singular_endings if word.endswith(both[0])), None)
    return word.removesuffix(ending[0]) + ending[1] if ending else word
