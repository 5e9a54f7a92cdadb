"""The language in which the dates of a report are read, and its words."""

from __future__ import annotations

import re

from summarizer.languages.codes import read_code
from summarizer.languages.data_sections import find_section
from summarizer.languages.word_records import Words
from summarizer.model import Document

_ASSUMED = "en"  # the language of a report that does not say what it is in


class DatingWords(Words, section="dating"):
    """What tells by which of the days that a report names it is dated, by the keys of the section "dating"."""

    archive: re.Pattern[str]
    published: re.Pattern[str]
    looks_back: re.Pattern[str]
    happened: re.Pattern[str]
    planned: re.Pattern[str]


def date_language(document: Document) -> str | None:
    """Return the language in which a report's dates can be read; None where we have no words for them.

    Examples:
        >>> date_language(Document(id="a", text="It rained on Monday.", language="en-GB"))
        'en'
    """
    language = read_code(document.language) if document.language else _ASSUMED
    return language if find_section(language, "dates") else None
