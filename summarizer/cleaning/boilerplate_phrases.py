"""Words and phrases of page furniture, from the data of the languages: those of each language apply to any report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from summarizer.languages.data_sections import Section, find_all_sections
from summarizer.languages.word_records import Words
from summarizer.nlp.sentences.page_remarks import index_phrases

# Patterns by the words of which one is in every line that a pattern matches, as `index_phrases` gives them.
Phrases = Mapping[str, tuple[str, ...]]
# Words of the longest line that a rule goes for: the longer a line, the likelier it is a sentence that only mentions
# the words. A page that stands in one line is story, whatever gallery it opens with.
LONGEST = {
    "call to share or follow": 30, "subscription": 32, "licence notice": 60, "syndication notice": 70, "read also": 32,
    "reader comments": 30, "archive notice": 250, "cookie notice": 60, "advertisement": 10, "view counter": 16,
    "contact line": 40, "agency tail": 40, "photo credit": 70, "photo gallery": 10_000, "interface text": 16,
}  # fmt: skip
_CASED = ("photo credit", "photo gallery", "agency tail")  # rules whose phrases go by capitals as well


class Furniture(Words):
    """What page furniture is known by in one language; the data file says what each is for.

    Attributes:
        small: The phrases of each rule for lines in small letters.
        cased: Those for lines as they are written.
        tail_ends: One of these, in small letters, is at the end of a line that `credit_behind` or `link_behind` ends.
    """

    small: Mapping[str, Phrases]
    cased: Mapping[str, Phrases]
    social: frozenset[str]
    menu: frozenset[str]
    trails: frozenset[str]
    tail_ends: tuple[str, ...]
    byline: re.Pattern[str]
    byline_mark: re.Pattern[str]
    author_note: re.Pattern[str]
    author: re.Pattern[str]
    post_end: re.Pattern[str]
    end_of_story: re.Pattern[str]
    sponsor_message: re.Pattern[str]
    advert_label: re.Pattern[str]
    addressed: re.Pattern[str]
    urges: re.Pattern[str]
    offers: re.Pattern[str]
    reported: re.Pattern[str]
    section_label: re.Pattern[str]
    credit_before: re.Pattern[str]
    credit_behind: re.Pattern[str]
    link_behind: re.Pattern[str]
    caption: re.Pattern[str]
    gallery: re.Pattern[str]


@cache
def find_furniture() -> tuple[Furniture, ...]:
    """Return the furniture of every language that has some."""
    return tuple(map(_read, find_all_sections("page_furniture")))


def _read(section: Section) -> Furniture:
    def phrases(rule: str, before: str = "") -> Phrases:
        return index_phrases(section.phrases(before + rule.replace(" ", "_")))

    return section.fill(
        Furniture,
        small={rule: phrases(rule) for rule in LONGEST},
        cased={rule: phrases(rule, "cased_") if rule in _CASED else {} for rule in LONGEST},
        # "_" stands in what menus say, too
        social=frozenset(section.text("social").split()),
        menu=frozenset(section.text("menu").split()),
        tail_ends=(")", "]", *(name.casefold().split()[-1] for name in section.listed("agencies"))),
    )
