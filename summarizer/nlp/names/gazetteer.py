"""Countries with their people and capitals, which news uses for a government."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# A government goes by its country, its people and its capital: one name for matching. Only what news uses so.
GOVERNMENTS = {
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


def is_government(word: str) -> bool:
    """Tell whether a word names a country, its people or its capital."""
    return plain_name(word) in GOVERNMENTS


@lru_cache(maxsize=8192)
def government_of(word: str) -> str:
    """Return the one name of the government that a word stands for; the word itself, plain, where for none."""
    plain = plain_name(word)
    return GOVERNMENTS.get(plain, plain)


@lru_cache(maxsize=8192)
def plain_name(word: str) -> str:
    """Return a name in small letters without accents, a possessive ending and the stops of an abbreviation."""
    word = word.replace(".", "") if word.count(".") > 1 else word
    if not word.isascii():
        word = "".join(mark for mark in unicodedata.normalize("NFKD", word) if not unicodedata.combining(mark))
    return (word[:-2] if word.endswith(("'s", "’s")) else word).casefold()
