"""Headlines without what is not theirs: labels of desks, names of sites, capitals throughout."""

from __future__ import annotations

import re
from functools import cache

from summarizer.languages.data_sections import find_all_sections, find_section
from summarizer.languages.word_records import Words
from summarizer.nlp.sentences.quality import has_flaw
from summarizer.nlp.tokens import is_in_capitals

_FEWEST, _MOST = 4, 24  # words of a headline; longer ones are lines of text
_LONGEST = 1_000  # letters of a title with all that stands before and behind it
_UNSPACED = 12  # letters from which a text without a space is in a script that sets none, or garble

_PIPED = re.compile(r"(?<!\s)\s++[|»]\s.*", re.DOTALL)
_GARBLED = tuple(
    "doubled word|glued words|damaged characters|markup|orphan opening|unbalanced quotation|question".split("|")
)


class _Words(Words):
    """What headlines hold in one language that is not theirs; the data file says what each is for."""

    unfinished: frozenset[str]
    label: re.Pattern[str]
    trailer: re.Pattern[str]
    site: re.Pattern[str]
    no_headline: re.Pattern[str]
    addressed: re.Pattern[str]
    bare_number: re.Pattern[str]
    half: re.Pattern[str]
    explains: re.Pattern[str]


@cache
def _words_of_all() -> tuple[_Words, ...]:
    return tuple(section.fill(_Words) for section in find_all_sections("headlines"))


@cache
def _explaining(language: str) -> re.Pattern[str] | None:
    section = find_section(language, "headlines")
    return section.pattern("explains") if section else None


def explains(headline: str, language: str) -> bool:
    """Tell whether a headline explains rather than tells: "Why the earthquake was so deadly"."""
    pattern = _explaining(language)
    return pattern is not None and bool(pattern.match(headline))


def clean_headline(title: str, language: str) -> str | None:
    """Free a report's title of what is not its own; None where nothing is left that could head a briefing.

    Labels of desks ("LEAD 3:"), sites behind a mark, "Live updates" and the like go. What shouts in capitals, breaks
    off, is the name of a file or a part of a site, doubles or glues words, or asks something is no headline.

    Args:
        title: A title as the report has it.
        language: Code of its language.
    """
    text = " ".join(title.split())
    if len(text) > _LONGEST:
        return None
    before = ""
    while text != before:
        before = text
        for own in _words_of_all():
            text = own.trailer.sub("", own.label.sub("", text)).strip(" |–—-:")
            for suffix in (_PIPED, own.site):
                bare = suffix.sub("", text)
                text = bare if len(bare.split()) >= _FEWEST else text
    words = text.split()
    is_spaced = len(words) > 1 or len(text) < _UNSPACED
    if not words or (is_spaced and not _FEWEST <= len(words) <= _MOST):
        return None
    if text.endswith("?") or is_in_capitals(text) or text[0].islower():
        return None
    if any(_is_no_headline(text, own) for own in _words_of_all()):
        return None
    if has_flaw(f"{text.rstrip('.')}.", _GARBLED, language):
        return None
    return text.rstrip(".") if text.count(".") == 1 else text


def _is_no_headline(text: str, own: _Words) -> bool:
    """Whether a text is a part of a page, addresses its reader, or breaks off."""
    if text.split()[-1].casefold().strip(".,;:") in own.unfinished:
        return True
    return any(pattern.search(text) for pattern in (own.no_headline, own.half, own.addressed, own.bare_number))
