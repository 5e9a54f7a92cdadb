"""Quantities of a sentence: how much of what, and how far the wording leaves it open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from summarizer.languages.language import load_table
from summarizer.nlp.numbers.ages import NAME, Age, find_ages
from summarizer.nlp.numbers.number_words import Number, find_numbers
from summarizer.nlp.numbers.numerals import (
    HEDGES,
    NUMBER_WORDS,
    bounds_of,
    figure_of,
    find_vague,
    vague_words,
    write_plain,
)
from summarizer.nlp.numbers.quantity import Quantity
from summarizer.nlp.numbers.units import MEASURED, MONEY, MONEY_BEFORE, OR_SO, counted_before, counted_in, unit_of
from summarizer.nlp.numbers.word_counts import find_word_counts

_HEDGE = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in HEDGES.items())})\s+(?:the\s+|an?\s+)?\Z", re.IGNORECASE
)
_HEDGE_ENDS = tuple({phrase.split()[-1]: None for words in HEDGES.values() for phrase in words.split("|")})
_BEFORE_CONTRAST = 45  # and that can hold what it is set against
_DIGIT = re.compile(r"\d")
_HEDGE_LENGTH = 24  # characters before a number that can hold the longest hedge
_BEFORE_NUMBER = re.compile(r"(?:(?<![\w.,:/-])|(?<=\bN)|(?<=\bSh)|(?<=\bRs))", re.IGNORECASE)
_GROUP = re.compile(r"\d{3}(?!\d)")
_DIGIT_BEFORE = re.compile(r"\d $")
_AFTER_NUMBER = re.compile(r"(?![\d/]|[.:,]\d| \d{3}\b|st\b|nd\b|rd\b|th\b)", re.IGNORECASE)
# "29-year-old Geraldine Alcorn", "13-year-olds Liberty German and Abigail Williams"
_OWNED = re.compile(
    rf"s?\s(?:[a-z-]+\s)?(?P<name>{NAME}(?:\s{NAME}){{0,3}})(?:\sand\s(?P<other>{NAME}(?:\s{NAME}){{0,3}}))?"
)
_CONTRAST = re.compile(
    r"(?:\b(?:higher|lower|fewer|greater|larger|smaller|more|less|different)\b.{0,20}\bthan|\bnot|\binstead of"
    r"|\brather than)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_CONTRASTING = ("than", "not", "instead")
# A part of a whole, a further number, or a rate: no figure that another report would give alone.
_PARTIAL = re.compile(
    r"\s(?:of (?:the|those|them|whom|these|its|his|her|their)|more(?! than)|additional|further)\b", re.IGNORECASE
)
_OF_THEM = " of them"
_DASHES = ("—", "–", "-", "(")  # before a count in apposition
_PRICED = re.compile(
    r"\s(?:for\s)?(?:an?|per|each|every)\s"
    r"(?P<what>share|ton|tonne|barrel|ounce|gallon|litre|liter|head|person|night|ticket|dose)\b"
)
_PLACED = re.compile(r"[\s-](?P<noun>[a-z]{3,}[^\Ws])\b")
# Of times and turns a report tells several, and "first" is said of anything.
_NO_ORDER = frozenset(
    "time times day week month year century decade quarter half hour minute round place person man woman lady one part"
    " stage game set inning period season half-time anniversary birthday grade".split()
)
_RATE = re.compile(r"\s(?:an?|per(?! cent)|each|every)\b", re.IGNORECASE)
# "20 people dead, including the three gunmen"
_KILLERS = re.compile(
    r"(?:\s[\w’'-]+){0,4}?,?\s(?:including|among them|counting)\s(?:the\s|a\s)?"
    r"(?:(?P<number>[a-z]+|\d{1,2})\s)?(?:\w+\s)?"
    r"(?:gunm[ae]n|attackers?|shooters?|bombers?|killers?|assailants?|perpetrators?|hijackers?|militants|terrorists)\b",
    re.IGNORECASE,
)
# A sum in another currency, at the rate of the day on which it was written: "1bn yen ($8.3m, £5.6m)".
_CONVERTED = re.compile(
    r"(?:\b(?:yen|yuan|euros?|pounds?|dollars?|rupees?|pesos?|naira|shillings?|francs?)|[$€£¥]\s?\d[\d.,]*(?:\s?[a-z]{1,8})?),?"
    r"\s?(?:\((?:about |around |some |roughly |nearly )?|,\s)$",
    re.IGNORECASE,
)
_RATES_APART = 0.05  # share by which the rates of a few days, or of two writers, differ
_OTHERS = re.compile(r"\bothers?\b")


def may_hold_quantity(text: str, tokens: Sequence[str]) -> bool:
    """Tell whether a sentence may hold a quantity, by its digits and its words in small letters; most hold none."""
    return bool(_DIGIT.search(text)) or not _words().isdisjoint(tokens)


@cache
def _words() -> frozenset[str]:
    """The words besides numbers that tell of a quantity."""
    held = load_table("en") or {}
    ordinals = (entry.partition("=")[0] for entry in held["numbers"]["ordinals"].split())
    return frozenset((*ordinals, *vague_words(), *NUMBER_WORDS, "one", "none", "nobody"))


def find_quantities(text: str) -> list[Quantity]:
    """Find the quantities of a text whose unit or noun can be told, in order."""
    if text.isupper() and len(text.lower()) == len(text):
        text = text.lower()  # a report in capitals counts as others do
    text = write_plain(text)
    every = find_numbers(text)
    numbers = [number for number in every if _is_plain(text, number)]
    places = (_place(text, number) for number in every if number.is_ordinal)
    ages = _ages(text) if _DIGIT.search(text) else ()
    found = (
        *ages,
        *find_word_counts(text),
        *_vague(text),
        *filter(None, places),
        *(one for number in numbers for one in _read(text, number)),
    )
    return sorted(found, key=lambda one: one.start)


def _is_plain(text: str, number: Number) -> bool:
    """Whether a number is a count or a measure by what stands at its ends: no place, share, date, score or version."""
    is_share = number.is_fraction and number.value < 1
    if _GROUP.match(text, number.start) and _DIGIT_BEFORE.search(text, max(0, number.start - 2), number.start):
        return False  # "816 000": a group of digits is no number of its own
    return not (number.is_ordinal or is_share) and bool(
        _BEFORE_NUMBER.match(text, number.start) and _AFTER_NUMBER.match(text, number.end)
    )


def _place(text: str, number: Number) -> Quantity | None:
    """A place in an order: "the third line"."""
    noun = _PLACED.match(text, number.end)
    if noun is None or noun["noun"] in _NO_ORDER:
        return None
    value = number.value
    return Quantity(start=number.start, end=noun.end(), low=value, high=value, unit=f"{noun['noun']} in order")


def _vague(text: str) -> Iterator[Quantity]:
    """Vague counts: "hundreds of texts"."""
    for start, end, low, high in find_vague(text):
        unit, stop, fate = counted_in(text, start, end)
        if unit and not _PARTIAL.match(text, end):
            yield Quantity(
                start=start, end=stop, low=low, high=high, unit=unit, role=fate, is_count=True, is_vague=True
            )


def _ages(text: str) -> Iterator[Quantity]:
    return map(quantity_of_age, find_ages(text))


def quantity_of_age(age: Age) -> Quantity:
    """Return an age as a quantity."""
    return Quantity(
        start=age.start, end=age.end, low=age.value, high=age.value, unit="age", owner=age.owner, is_last=age.is_last
    )


def _read(text: str, number: Number) -> Iterator[Quantity]:
    """The quantity that a number is, where the words around it tell of what: an age may be that of two."""
    if text.startswith(_OF_THEM, number.end):
        yield from _apposed(text, number)
    before = MONEY_BEFORE.search(text, max(0, number.start - 4), number.start)
    start = before.start() if before else number.start
    unit, end, factor, role = unit_of(text, number, before)
    priced = _PRICED.match(text, end) if unit in MONEY else None
    if priced:
        unit, end = f"{unit} a {priced['what']}", priced.end()
    elif _RATE.match(text, end):
        return
    hedge = _hedge_of(text[max(0, start - _HEDGE_LENGTH) : start])
    if unit is None or _PARTIAL.match(text, number.end) or (unit == "age" and hedge):
        return
    kind = hedge.lastgroup if hedge else "about" if OR_SO.match(text, number.end) else None
    value, grain = number.value, number.grain
    if number.is_short and unit == "meter":
        value, grain, factor = value * factor, grain * factor, 1.0
    low, high = bounds_of(value, grain, kind, is_fraction=number.is_fraction)
    if kind == "over" and unit == "duration":
        high = value + grain  # "more than nine hours" may be ten
    is_converted = bool(before and _CONVERTED.search(text, max(0, start - _HEDGE_LENGTH), start))
    if is_converted:
        low, high = min(low, number.value * (1 - _RATES_APART)), max(high, number.value * (1 + _RATES_APART))
    fewer, more = _counted_otherwise(text, number, end, role)
    start = max(0, start - _HEDGE_LENGTH) + hedge.start() if hedge else start
    owner = _OWNED.match(text, end) if unit == "age" else None
    for name in [owner["name"], owner["other"]] if owner and owner["other"] else [owner["name"] if owner else None]:
        yield Quantity(
            start=start,
            end=end,
            low=(low - fewer) * factor,
            high=(high + more) * factor,
            unit=unit,
            role=role,
            owner=name,
            is_count=unit not in MEASURED and priced is None,
            is_contrast=_is_contrast(text[max(0, start - _BEFORE_CONTRAST) : start]),
            is_converted=is_converted,
        )


def _counted_otherwise(text: str, number: Number, end: int, role: str | None) -> tuple[float, float]:
    """How many fewer, and more, others may count: without the killers, and with whom a text names beside "others"."""
    killers = _KILLERS.match(text, end) if role == "dead" else None
    fewer = float(figure_of((killers["number"] or "").casefold()) or 1) if killers else 0.0
    return fewer, float(text.find("other", number.end, end) >= 0 and bool(_OTHERS.search(text, number.end, end)))


def _apposed(text: str, number: Number) -> Iterator[Quantity]:
    """A count in apposition to what it counts: "her texts to the pupil—2,400 of them"."""
    noun = counted_before(text, number.start) if text[: number.start].rstrip().endswith(_DASHES) else None
    if noun:
        low, high = bounds_of(number.value, number.grain, None, is_fraction=False)
        yield Quantity(start=number.start, end=number.end + len(_OF_THEM), low=low, high=high, unit=noun, is_count=True)


def _hedge_of(before: str) -> re.Match[str] | None:
    """The hedge at the end of what stands before a number: "more than", "nearly"."""
    words = before.casefold().split()
    if words and words[-1] in ("the", "a", "an"):
        words.pop()
    return _HEDGE.search(before) if words and words[-1].endswith(_HEDGE_ENDS) else None


def _is_contrast(before: str) -> bool:
    """Whether the words before a number say that it is not so: "not", "higher than", "instead of"."""
    words = before.casefold()
    return any(map(words.__contains__, _CONTRASTING)) and _CONTRAST.search(before) is not None
