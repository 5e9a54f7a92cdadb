"""Places and days as phrases of a sentence, with the preposition before them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Literal

from summarizer.nlp.names.gazetteer import government_of, is_government

_WORD = r"(?:(?:[A-Z]\.){2,}|[A-Z][\w’'-]*)"
# The letter comes before the boundary: a search passes over all other letters fast.
_PLACE = re.compile(
    rf"(?P<bind>o(?<!\wo)(?:ver|ff|utside)|n(?<!\wn)ear|i(?<!\wi)n|a(?<!\wa)t)\s(?:the\s|a\s|an\s)?(?P<place>{_WORD}(?:\s(?:of\s)?{_WORD})*)(?:\s(?:airspace|waters|territory))?"
)
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:{MONTHS}|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
_DAY = re.compile(
    rf"\b(?P<bind>on\s|in\s)?(?:(?P<weekday>{_WEEKDAYS})|(?P<month>{_MONTH})\s(?P<number>\d{{1,2}})\b(?!,?\s?\d)"
    rf"|(?P<number2>\d{{1,2}})\s(?P<month2>{_MONTH})(?!\w)|(?<=in )(?P<year>(?:19|20)\d\d)\b)"
)
# One of these stands in whatever the pattern matches: most sentences need not be searched.
_IN_DAYS = ("day", " 19", " 20", *(month[:3] for month in MONTHS.split("|")))
_NO_PLACE = frozenset(_WEEKDAYS.casefold().split("|")) | frozenset(MONTHS.casefold().split("|"))
_COUNTRIES = frozenset(
    "afghanistan albania algeria andorra angola argentina armenia austria azerbaijan bahamas bahrain bangladesh"
    " barbados belarus belgium belize benin bhutan bolivia botswana brunei bulgaria burundi cambodia cameroon"
    " chile colombia congo croatia cuba cyprus denmark djibouti ecuador eritrea estonia eswatini ethiopia fiji"
    " finland gabon gambia ghana grenada guatemala guinea guyana haiti honduras hungary iceland ireland jamaica"
    " jordan kazakhstan kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania"
    " luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius moldova monaco mongolia"
    " montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger oman panama paraguay peru"
    " portugal qatar romania rwanda senegal serbia seychelles singapore slovakia slovenia somalia sudan suriname"
    " switzerland tajikistan tanzania togo tunisia turkmenistan uganda uruguay uzbekistan venezuela yemen zambia"
    " zimbabwe".split()
)
_STATES = {"united states": "us", "united kingdom": "uk", "south korea": "south korea", "north korea": "north korea"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A place or a day in a sentence.

    Attributes:
        start, end: Where the phrase stands, the word that binds it included.
        bind: That word ("over", "in"); for days what kind of day ("weekday", "day", "year").
        value: What it names, plain: "us" for the United States and for US airspace.
        is_state: Whether it is a country by name, people or capital.
    """

    start: int
    end: int
    kind: Literal["place", "date"]
    bind: str
    value: str
    is_state: bool = False


def find_places(text: str, common: Container[str]) -> Iterator[Phrase]:
    """Find the places of a text that a preposition binds, in order; whether they are places its reader must judge."""
    for match in _PLACE.finditer(text):
        name = match["place"]
        name = name[:-2] if name.endswith(("'s", "’s")) else name
        words = name.split()
        if words[0].casefold() in _NO_PLACE or (words[0].casefold() in common and len(words) == 1):
            continue
        value = _STATES.get(name.casefold()) or (
            government_of(words[0]) if is_government(words[0]) else name.casefold()
        )
        is_state = name.casefold() in _STATES or (
            len(words) == 1 and (is_government(words[0]) or name.casefold() in _COUNTRIES)
        )
        yield Phrase(
            start=match.start(), end=match.end(), kind="place", bind=match["bind"], value=value, is_state=is_state
        )


def find_day_phrases(text: str) -> Iterator[Phrase]:
    """Find the weekdays, days of a month and years of a text, in order."""
    if not any(map(text.__contains__, _IN_DAYS)):
        return
    for match in _DAY.finditer(text):
        if match["weekday"]:
            bind, value = "weekday", match["weekday"].casefold()
        elif match["year"]:
            bind, value = "year", match["year"]
        else:
            bind = "day"
            value = f"{(match['month'] or match['month2'])[:3].casefold()} {int(match['number'] or match['number2'])}"
        yield Phrase(start=match.start(), end=match.end(), kind="date", bind=bind, value=value)
