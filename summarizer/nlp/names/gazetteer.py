"""Countries with their people and capitals, which news uses for a government."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from summarizer.languages.data_sections import find_section


@cache
def governments_of(language: str | None) -> Mapping[str, str]:
    """Return each name that news uses for a government, with the one that it is compared by."""
    section = find_section(language, "governments")
    return MappingProxyType(section.named("names") if section else {})


def is_government(word: str, language: str | None) -> bool:
    """Tell whether a word names a country, its people or its capital."""
    return plain_name(word) in governments_of(language)


@lru_cache(maxsize=8192)
def government_of(word: str, language: str | None) -> str:
    """Return the one name of the government that a word stands for; the word itself, plain, where for none."""
    plain = plain_name(word)
    return governments_of(language).get(plain, plain)


@lru_cache(maxsize=8192)
def plain_name(word: str) -> str:
    """Return a name in small letters without accents, a possessive ending and the stops of an abbreviation."""
    word = word.replace(".", "") if word.count(".") > 1 else word
    if not word.isascii():
        word = "".join(mark for mark in unicodedata.normalize("NFKD", word) if not unicodedata.combining(mark))
    return (word[:-2] if word.endswith(("'s", "’s")) else word).casefold()
