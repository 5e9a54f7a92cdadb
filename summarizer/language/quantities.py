"""Quantities: how much of what a text says, and how far the wording leaves it open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.language.ages import NAME, Age, find_ages
from summarizer.language.digits import write_plain
from summarizer.language.fates import fate_near
from summarizer.language.number_words import Number, find_numbers
from summarizer.language.numerals import HEDGES, NUMBER_WORDS, bounds_of, figure_of
from summarizer.language.tables import load_table
from summarizer.language.units import MEASURED, MONEY_BEFORE, OR_SO, counted_before, counted_in, unit_of
from summarizer.language.vague import find_vague, vague_words

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
_SIDES = re.compile(
    r"\bvot(?:e|ed|es|ing)\s(?:(?!\d)\w+\s){0,3}?(?P<yes>\d{1,3})[-–](?P<no>\d{1,3})\b(?![-–.,]?\d)"
    r"|(?<![\w.,:/-])(?P<for>\d{1,3})[-–](?P<against>\d{1,3})\svote\b"
)
_SIDE = re.compile(
    r"\b(?P<part>[A-Za-z]+|\d{1,3})\sof\s(?:the\s)?(?:\w+['’]s\s)?(?P<whole>[a-z]+|\d{1,3})\s(?:\w+\s){1,6}?voted\b"
)
_ONE = re.compile(
    r"\b[Oo]ne\s(?:person|man|woman|child|boy|girl|soldier|officer|student|worker|passenger|victim|body|civilian)\b"
    r"(?!\s(?:of|who|in|from)\b)"
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
BLOCK_OF = "block of "  # how the unit of a number begins that tells where on a street
_BLOCK = re.compile(r"\b(?P<number>\d{2,5}) block of (?P<street>(?:[A-Z][\w.]*\s){0,3}[A-Z]\w+)")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How much of what.

    Attributes:
        start, end: Where it stands, hedge and unit and noun included.
        low, high: The values that its wording allows.
        unit: What is counted or measured: "duration", "%", "usd", "age", "people", a noun without its plural ending, or
            that and what it is told of ("car pileup" for "a 30-car pileup").
        role: What became of those counted ("dead", "missing"), for people; what took so long ("talks"), for durations;
            "vote" for the greater side of one.
        owner: Whose age it is, for ages: the name beside it, as written.
        is_count: Whether a noun is counted, not a unit measured.
        is_contrast: Whether it is what the text says is not so ("higher than the 38 deaths announced").
        is_vague: Whether it tells an order of magnitude and no more ("hundreds of texts").
        is_converted: Whether it is a sum said again in another currency, at the rate of its day: "1bn yen ($8.3m)".
        is_last: Whether it is the age that somebody has reached who is told to be dead.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str
    role: str | None = None
    owner: str | None = None
    is_count: bool = False
    is_contrast: bool = False
    is_vague: bool = False
    is_converted: bool = False
    is_last: bool = False

    def agrees(self, other: Quantity) -> bool:
        """Tell whether one value fits both wordings: rounding is no difference."""
        return self.low <= other.high and other.low <= self.high


def may_hold_quantity(text: str, tokens: Sequence[str]) -> bool:
    """Tell whether a sentence may hold a quantity, by its digits and its words in small letters; most hold none."""
    return bool(_DIGIT.search(text)) or not _words().isdisjoint(tokens)


@cache
def _words() -> frozenset[str]:
    """The words besides numbers that tell of a quantity."""
    held = load_table("en") or {}
    ordinals = (entry.partition("=")[0] for entry in held["numbers"]["ordinals"].split())
    return frozenset((*ordinals, *vague_words(), *NUMBER_WORDS, "one"))


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
        *_blocks(text),
        *_votes(text),
        *_single(text),
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


def _single(text: str) -> Iterator[Quantity]:
    """One person whom something befell: "one" is a pronoun far more often than a number."""
    if "ne " not in text:
        return
    for match in _ONE.finditer(text):
        fate = fate_near(text, match.start(), match.end())
        if fate:
            yield Quantity(
                start=match.start(), end=match.end(), low=1.0, high=1.0, unit="people", role=fate, is_count=True
            )


def _blocks(text: str) -> Iterator[Quantity]:
    """Where on a street: "the 3300 block of West Florence Avenue"."""
    for match in _BLOCK.finditer(text) if " block of " in text else ():
        value, street = float(match["number"]), " ".join(match["street"].casefold().split())
        yield Quantity(start=match.start(), end=match.end(), low=value, high=value, unit=f"{BLOCK_OF}{street}")


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


def _votes(text: str) -> Iterator[Quantity]:
    """How many were on the greater side of a vote: "voted 7-1" and "one of the eight members voted" both make it 7."""
    if "vote" not in text:
        return
    for match in _SIDES.finditer(text):
        sides = float(match["yes"] or match["for"]), float(match["no"] or match["against"])
        yield _vote(match, max(sides), sum(sides))
    for match in _SIDE.finditer(text):
        part, whole = (float(figure_of(match[name].casefold()) or 0) for name in ("part", "whole"))
        if 0 < part < whole:
            yield _vote(match, max(part, whole - part), whole)


def _vote(match: re.Match[str], most: float, whole: float) -> Quantity:
    return Quantity(start=match.start(), end=match.end(), low=most, high=most, unit=f"votes of {whole:g}", role="vote")


def _read(text: str, number: Number) -> Iterator[Quantity]:
    """The quantity that a number is, where the words around it tell of what: an age may be that of two."""
    before = MONEY_BEFORE.search(text, max(0, number.start - 4), number.start)
    start = before.start() if before else number.start
    unit, end, factor, role = unit_of(text, number, before)
    if text.startswith(_OF_THEM, number.end):
        yield from _apposed(text, number)
    if unit is None or _RATE.match(text, end) or _PARTIAL.match(text, number.end):
        return
    hedge = _hedge_of(text[max(0, start - _HEDGE_LENGTH) : start])
    if unit == "age" and hedge:
        return
    is_converted = bool(before and _CONVERTED.search(text, max(0, start - _HEDGE_LENGTH), start))
    kind = hedge.lastgroup if hedge else "about" if OR_SO.match(text, number.end) else None
    value, grain = number.value, number.grain
    if number.is_short and unit == "meter":
        value, grain, factor = value * factor, grain * factor, 1.0
    low, high = bounds_of(value, grain, kind, is_fraction=number.is_fraction)
    if kind == "over" and unit == "duration":
        high = value + grain  # "more than nine hours" may be ten
    if is_converted:
        low, high = min(low, number.value * (1 - _RATES_APART)), max(high, number.value * (1 + _RATES_APART))
    start = max(0, start - _HEDGE_LENGTH) + hedge.start() if hedge else start
    owner = _OWNED.match(text, end) if unit == "age" else None
    owners = [owner["name"], owner["other"]] if owner and owner["other"] else [owner["name"] if owner else None]
    if text.find("other", number.end, end) >= 0 and _OTHERS.search(text, number.end, end):
        high += 1  # who counts others may or may not count the one named
    if role == "dead" and (killers := _KILLERS.match(text, end)):
        low -= float(figure_of((killers["number"] or "").casefold()) or 1)  # others count the victims alone
    for name in owners:
        yield Quantity(
            start=start,
            end=end,
            low=low * factor,
            high=high * factor,
            unit=unit,
            role=role,
            owner=name,
            is_count=unit not in MEASURED,
            is_contrast=_is_contrast(text[max(0, start - _BEFORE_CONTRAST) : start]),
            is_converted=is_converted,
        )


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
