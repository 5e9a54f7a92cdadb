"""The named cleaning rules: each is one function, and its name is the reason shown to people."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from summarizer.cleaning.page_lines import Line
from summarizer.languages.data_sections import Section, find_all_sections
from summarizer.languages.word_records import Words
from summarizer.nlp.dates.publication_lines import find_stamps
from summarizer.nlp.sentences.page_remarks import index_phrases, meets_phrase

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
_LABEL_WORDS = 16  # words of a label
_NAME = re.compile(r"[A-Z][\w’'&-]+")
_LETTERS = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_STRANGE = re.compile(r"[^\W\d_A-Za-zÀ-ɏḀ-ỿ]")
_LONGEST_POST = 80  # words


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


class Adverts:
    """Follows a report line by line, and tells which are labels of advertisements, or of what such a label opens.

    The first line below a sponsor's message is of it. Below a bare label, or one that tells who pays, it is only where
    it surely sells something or names who pays. More lines follow as long as they sell, or address the reader.
    """

    def __init__(self) -> None:
        self._is_open = self._is_first = self._is_message = False
        self._payer: frozenset[str] = frozenset()

    def holds(self, line: Line) -> bool:
        """Tell whether the next line of the report is a label, or part of an advertisement."""
        if line.words <= _LABEL_WORDS and self._opens(line.text):
            return True
        self._is_open = self._is_open and line.ended and self._goes_on(line)
        self._is_first = False
        return self._is_open

    def _opens(self, text: str) -> bool:
        for own in find_furniture():
            message = own.sponsor_message.match(text)
            label = None if message else own.advert_label.match(text)
            if message or label:
                self._is_open = self._is_first = True
                self._is_message = message is not None
                self._payer = frozenset(_NAME.findall(label["by"] or label["with"] or "")) if label else frozenset()
                return True
        return False

    def _goes_on(self, line: Line) -> bool:
        if self._is_first:
            return self._is_message or sells(line) or not self._payer.isdisjoint(_NAME.findall(line.text))
        return sells(line) or any(own.addressed.search(line.small) for own in find_furniture())


def sells(line: Line) -> bool:
    """Tell whether a line offers something to its reader: of urging, an offer and an address it holds two at least."""
    return any(
        sum(bool(pattern.search(line.small)) for pattern in (own.urges, own.offers, own.addressed)) > 1
        for own in find_furniture()
        if not own.reported.search(line.small)
    )


Rule = Callable[[Line], bool]


def _says(rule: str) -> Rule:
    """A rule that goes by phrases."""

    def is_said(line: Line) -> bool:
        if line.words > LONGEST[rule]:
            return False
        for own in find_furniture():
            if meets_phrase(line.small, own.small[rule]) or meets_phrase(line.text, own.cased[rule]):
                return True
        return False

    return is_said


def _is_share_bar(line: Line) -> bool:
    return any(_is_made_of(line, own.social) for own in find_furniture())


def _is_made_of(line: Line, vocabulary: frozenset[str]) -> bool:
    if line.words > 12 or line.ended:
        return False
    words = [word.strip(".,:;!?|/•·-–—").casefold() for word in line.text.split()]
    return all(word in vocabulary or not word for word in words)


def _is_foreign(line: Line) -> bool:
    """Letters of another script than Latin in the majority, in a line of a report that is in Latin letters."""
    if line.text.isascii() or not _STRANGE.search(line.text):
        return False
    return 2 * len(_LATIN.findall(line.text)) < len(_LETTERS.findall(line.text))


def _is_date_line(line: Line) -> bool:
    found = find_stamps(line.text) if line.words <= 14 else []
    if not found:
        return False
    rest = line.text.replace(found[0].phrase, " ")
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= (2 if line.ended else 6)


def _is_byline(line: Line) -> bool:
    """Bylines and notes on authors: "By Jane Doe", "Jane Doe, staff writer", "Jane Doe is a reporter in Accra."."""
    if line.words > 20:
        return False
    for own in find_furniture():
        if own.author_note.fullmatch(line.text):
            return True
        is_sentence = line.ended and not own.byline_mark.search(line.text)
        if line.words <= 14 and not is_sentence and own.byline.match(line.text):
            return True
    return False


def _is_post(line: Line) -> bool:
    """Posts put into a page: their writers do not say what the report says, and their handles tell."""
    if line.words > _LONGEST_POST or "@" not in line.text:
        return False
    return any(own.post_end.search(line.text[-200:]) for own in find_furniture())


def _is_menu(line: Line) -> bool:
    return any(_is_made_of(line, own.menu) for own in find_furniture()) or _is_chain(line)


def _is_chain(line: Line) -> bool:
    """Breadcrumbs and tag lists: short parts between separators."""
    if line.ended:
        return False
    parts = [part.strip() for part in re.split(r"\s[|»›>/·•]\s|\s{3,}", line.text)]
    if len(parts) < 3:
        return False
    if all(len(part.split()) <= 4 for part in parts):
        return True
    return any(parts[0].casefold() in own.trails for own in find_furniture())


RULES: dict[str, Rule] = {
    "shortcode": lambda line: bool(re.fullmatch(r"(?:\[/?[a-z][\w-]*(?:[ =][^\]]*)?\]\s*)+|\{\{.*\}\}", line.text)),
    "bare URL": lambda line: bool(re.match(r"(?:https?://|www\.)\S+", line.text)) and line.words <= 30,
    "date line": _is_date_line,
    "foreign interface text": _is_foreign,
    "share bar": _is_share_bar,
    "menu": _is_menu,
    "call to share or follow": _says("call to share or follow"),
    "subscription": _says("subscription"),
    "licence notice": _says("licence notice"),
    "syndication notice": _says("syndication notice"),
    "read also": _says("read also"),
    "reader comments": _says("reader comments"),
    "archive notice": _says("archive notice"),
    "embedded post": _is_post,
    "cookie notice": _says("cookie notice"),
    "advertisement": _says("advertisement"),
    "view counter": _says("view counter"),
    "byline": _is_byline,
    "contact line": _says("contact line"),
    "agency tail": _says("agency tail"),
    "photo credit": _says("photo credit"),
    "photo gallery": _says("photo gallery"),
    "interface text": _says("interface text"),
}


def ends_story(line: Line) -> bool:
    """Tell whether a line opens the comments of readers: no line behind it is story."""
    return any(own.end_of_story.match(line.text) for own in find_furniture())
