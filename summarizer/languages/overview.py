"""What each language has: its sections, and how many words and patterns each of them holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from summarizer.languages.codes import NAMES_OF_LANGUAGES
from summarizer.languages.data_files import BASE, all_sections, languages_with_data, load_file
from summarizer.languages.installed_languages import bring_all_installed

GENERAL = "general"  # what stands outside of sections
_NAME = re.compile(r"^[^:\n]*: ", re.MULTILINE)  # of a line "dead: killed died"


@dataclass(frozen=True, slots=True)
class SectionOverview:
    """How much a section of a language holds.

    Attributes:
        words: Entries of its word lists.
        patterns: Its patterns.
    """

    words: int
    patterns: int


@dataclass(frozen=True, slots=True)
class LanguageOverview:
    """What a language has.

    Example:
        >>> next(language for language in list_languages() if language.code == "fr").name
        'French'

    Attributes:
        code: Its code, such as "en".
        name: Its name in English; the code where we know none.
        is_compared: Whether it has the general words, by which statements of different reports are compared.
        sections: For each of its sections how much it holds, in the order of the alphabet.
        fault: What is wrong with the installed package that brings it; None where nothing is.
    """

    code: str
    name: str
    is_compared: bool
    sections: Mapping[str, SectionOverview]
    fault: str | None = None


def list_languages() -> tuple[LanguageOverview, ...]:
    """List all languages: ours, registered ones, and those that installed packages bring, faulty ones with the fault.

    >>> from summarizer import list_languages
    >>> [language.name for language in list_languages() if language.is_compared]
    ['German', 'English', 'Spanish', 'French', 'Italian', 'Portuguese']
    """
    faults = bring_all_installed()
    return tuple(_overview(code, faults.get(code)) for code in sorted({*languages_with_data(), *faults}))


def _overview(code: str, fault: str | None) -> LanguageOverview:
    sections = {name if name != BASE else GENERAL: _measure(values) for name, values in all_sections(code)}
    return LanguageOverview(
        code=code,
        name=NAMES_OF_LANGUAGES.get(code, code).capitalize(),
        is_compared="negations" in load_file(code),
        sections=MappingProxyType(dict(sorted(sections.items()))),
        fault=fault,
    )


def _measure(values: Mapping[str, Any]) -> SectionOverview:
    texts = (value for value in values.values() if isinstance(value, str))
    tables = (value for value in values.values() if isinstance(value, dict))
    return SectionOverview(
        words=sum(len(_NAME.sub("", text).replace("|", " ").split()) for text in texts), patterns=sum(map(len, tables))
    )
