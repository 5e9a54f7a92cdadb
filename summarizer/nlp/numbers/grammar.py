"""The grammar of a language's number words, ready for the parser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from summarizer.languages.data_sections import find_section
from summarizer.languages.language import find_language
from summarizer.nlp.tokens import stop_words

_SPACES = "\u00a0\u202f\u2009"  # between groups of digits in any language
_LETTER = r"[^\W\d_]"


class Kind(Enum):
    """What a number word does in a number."""

    UNIT = auto()
    TEEN = auto()
    TENS = auto()
    LONG_TENS = auto()  # takes what is under twenty after it: "soixante et onze"
    HUNDRED = auto()  # multiplies
    HUNDREDS = auto()  # multiplied already: "doscientos"
    SCALE = auto()
    COLLECTIVE = auto()  # ends a number: "dozen", "centaine"
    MIXED = auto()  # with a half in it: "anderthalb"
    HALF = auto()
    HALF_AFTER = auto()  # "and a half"
    ORDINAL = auto()
    PART = auto()  # "thirds"
    SINGLE_PART = auto()  # "third" after "one"


_FIELDS = {
    "units": Kind.UNIT,
    "teens": Kind.TEEN,
    "tens": Kind.TENS,
    "long_tens": Kind.LONG_TENS,
    "hundred": Kind.HUNDRED,
    "hundreds": Kind.HUNDREDS,
    "scales": Kind.SCALE,
    "other_scales": Kind.SCALE,
    "collectives": Kind.COLLECTIVE,
    "mixed": Kind.MIXED,
    "halves_after": Kind.HALF_AFTER,
    "ordinals": Kind.ORDINAL,
    "denominators": Kind.PART,
    "single_denominators": Kind.SINGLE_PART,
}


class Grammar(NamedTuple):
    """The number words of a language.

    Attributes:
        token: Finds digits (`digits`, or `whole`, `over` and `under` for "5-1/2") and words.
        group, decimal: The marks within digits.
        words: For the first word of each number word its further words, longest first, what it does, and its value.
        starters: Words one of which stands in whatever holds a number in words, but for compounds.
        hints: The shortest of them, which compounds hold too.
        known: All words that a number may hold, and those that tell that something is none.
        compound: Parts a word that is made of several number words ("zweihundert"); None where the language has none.
        atoms: Finds those words in it; None likewise.
        marks: Letters that multiply the digits they are written to ("k").
        endings: What is written to digits to make an ordinal ("th").
        vague: Words before a bare scale that make it no number ("plusieurs cent").
        articles, ones, half_links, tens_joins, hundred_joins, fraction_links: Words that numbers hold.
        bare_scales: Whether "hundert" alone is a number.
        units_first: Whether the unit comes first ("dreiundzwanzig").
        measures: The unit that a word names.
        uncounted: Words that are nothing that can be counted: those that numbers hold, and those without a topic.
    """

    token: re.Pattern[str]
    group: str
    decimal: str
    words: Mapping[str, tuple[tuple[tuple[str, ...], Kind, float], ...]]
    starters: frozenset[str]
    hints: tuple[str, ...]
    known: frozenset[str]
    compound: re.Pattern[str] | None
    atoms: re.Pattern[str] | None
    marks: Mapping[str, float]
    endings: frozenset[str]
    vague: frozenset[str]
    articles: frozenset[str]
    ones: frozenset[str]
    half_links: frozenset[str]
    tens_joins: frozenset[str]
    hundred_joins: frozenset[str]
    fraction_links: frozenset[str]
    bare_scales: bool
    units_first: bool
    measures: Mapping[str, str]
    uncounted: frozenset[str]


class Token(NamedTuple):
    """A word or a run of digits; `value` is set for digits; a word made of several number words comes in parts."""

    text: str
    start: int
    end: int
    is_beside: bool  # only white space or a hyphen stands before it
    is_glued: bool  # nothing does
    is_whole: bool = True  # no further part of the same word follows
    value: float | None = None
    grain: float = 1.0
    is_fraction: bool = False
    is_ordinal: bool = False


class Part(NamedTuple):
    """A number read as far as token `end`."""

    end: int
    value: float
    grain: float = 1.0
    scale: float = 1.0
    is_fraction: bool = False
    is_ordinal: bool = False
    is_short: bool = False
    is_one: bool = False  # only "one" or an article: no number by itself


def scaled(part: Part, end: int, scale: float, *, is_short: bool = False) -> Part:
    """Return a number multiplied by a scale that ends at a token."""
    return Part(
        end=end,
        value=part.value * scale,
        grain=part.grain * scale,
        scale=part.scale * scale,
        is_fraction=part.is_fraction,
        is_short=is_short,
    )


@cache
def grammar_of(language: str) -> Grammar | None:
    """Return the number words of a language; None where it has no tables."""
    section, tables = find_section(language, "numbers"), find_language(language)
    if section is None or tables is None:
        return None
    held = section.values
    entries = [
        (tuple(word.split("_")), kind, value)
        for name, kind in _FIELDS.items()
        for word, value in values_in(held.get(name, "")).items()
    ]
    entries += [((word,), Kind.HALF, 0.5) for word in held["halves"].split()]
    entries += [
        ((stem + ending,), Kind.ORDINAL, value)
        for stem, value in values_in(held.get("ordinal_stems", "")).items()
        for ending in held.get("ordinal_inflections", "").split()
    ]
    sets = ("vague", "articles", "ones", "half_links", "tens_joins", "hundred_joins", "fraction_links")
    starters = _starters(entries) - {*held["ones"].split()}
    atoms, compound = _compounds(entries, held["tens_joins"].split()) if held.get("compounds") else (None, None)
    known = frozenset(word for words, *_ in entries for word in words).union(
        *(held[name].split() for name in sets),
        held["marks"] and values_in(held["marks"]),
        held["ordinal_endings"].split(),
    )
    return Grammar(
        token=_token(held["group"], held["decimal"], tables.months, has_dotted="." in held["ordinal_endings"].split()),
        group=held["group"],
        decimal=held["decimal"],
        words=_by_first_word(entries),
        starters=starters,
        hints=tuple(sorted(word for word in starters if not any(other in word for other in starters - {word}))),
        known=known,
        compound=compound,
        atoms=atoms,
        marks=values_in(held["marks"]),
        endings=frozenset(held["ordinal_endings"].split()),
        bare_scales=held["bare_scales"],
        units_first=held["units_first"],
        measures={unit[0]: name for unit, name in tables.units.items()},
        uncounted=known | stop_words(language),
        **{name: frozenset(held[name].split()) for name in sets},
    )


def values_in(text: str) -> dict[str, float]:
    """Return the words of a list of entries "word=number", with their numbers."""
    pairs = (entry.partition("=") for entry in text.split())
    return {word: float(value) for word, _, value in pairs}


def _token(group: str, decimal: str, months: Iterable[str], *, has_dotted: bool) -> re.Pattern[str]:
    """What finds digits and words, in small letters.

    Groups of three digits are parted by the mark of the language, by a space or by an apostrophe; in India those above
    the last hold two digits ("1,20,000"). A mark of the other kind parts groups where there are two at least, or where
    the language's own mark parts decimals behind them ("1.127,5"); it parts decimals where no group is possible, but
    not in dates ("12.3.2020").
    Where ordinals are written with a stop ("3. Mai"), `place` finds them.
    """
    own, other = re.escape(group), re.escape(decimal)
    spaces = _SPACES + "'’" + (" " if group == "." else "")
    first = "[0-9]{1,3}"
    indian = "(?:,[0-9]{2}){1,4},[0-9]{3}|" if group == "," else ""
    grouped = rf"{first}(?:{indian}(?:{own}[0-9]{{3}}){{1,4}}|[1-9]?(?:[{spaces}][0-9]{{3}}){{1,4}})(?![0-9])"
    if " " not in spaces:  # a plain space parts groups too, but not a day of a month from what follows
        days = "".join(rf"(?<!\b{month}\s)" for month in months)
        grouped = rf"(?:{grouped}|{days}[1-9][0-9]{{0,2}}(?: [0-9]{{3}}){{1,4}}(?![0-9]))"
    turned = rf"{first}(?:(?:{other}[0-9]{{3}}){{2,4}}|(?:{other}[0-9]{{3}}){{1,4}}{own}[0-9]{{1,2}})(?![0-9])"
    stopped = r"|(?<![0-9][.])[0-9]{1,15}\.[0-9]{1,9}(?![0-9]|\.[0-9])" if group == "." else ""
    place = r"(?P<place>(?<![0-9][.])[0-9]{1,2})\.(?=\s[^\W\d_])|" if has_dotted else "(?P<place>(?!))|"
    # One look ahead for a digit spares most characters all that begins with one.
    return re.compile(
        rf"{_LETTER}+|(?=[0-9])(?:{place}"
        r"(?P<whole>[0-9]{1,6})[- ](?P<over>[0-9])/(?P<under>[0-9])\b"
        rf"|(?P<turned>{turned})|(?P<digits>{grouped}(?:{other}[0-9]{{1,9}})?|[0-9]+{other}[0-9]{{1,9}}{stopped}|[0-9]+))"
    )


def _by_first_word(
    entries: Iterable[tuple[tuple[str, ...], Kind, float]],
) -> dict[str, tuple[tuple[tuple[str, ...], Kind, float], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Kind, float]]] = {}
    for words, kind, value in entries:
        found.setdefault(words[0], []).append((words[1:], kind, value))
    return {word: tuple(sorted(held, key=lambda one: -len(one[0]))) for word, held in found.items()}


def _starters(entries: Iterable[tuple[tuple[str, ...], Kind, float]]) -> frozenset[str]:
    """The words one of which stands in every number in words."""
    return frozenset(
        words[-1] if kind is Kind.HALF_AFTER else words[0] for words, kind, _ in entries if kind is not Kind.PART
    )


def _compounds(
    entries: Iterable[tuple[tuple[str, ...], Kind, float]], joins: Iterable[str]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds the number words in one that is made of several, and what tells such a word; longest words first."""
    cardinals = {words[0] for words, kind, _ in entries if len(words) == 1 and kind is not Kind.ORDINAL} | {*joins}
    ordinals = {words[0] for words, kind, _ in entries if len(words) == 1 and kind is Kind.ORDINAL}
    plain = "|".join(sorted(cardinals, key=lambda word: (-len(word), word)))
    last = "|".join(sorted(ordinals, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:{last})\Z|(?:{plain})"), re.compile(rf"(?:{plain})+(?:{last})?")
