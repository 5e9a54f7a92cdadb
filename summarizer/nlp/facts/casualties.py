"""Casualties: what happened to those whom a number counts, and people in danger."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.languages.data_sections import find_section
from summarizer.languages.language import find_language
from summarizer.languages.word_records import Words
from summarizer.nlp.numbers.number_words import find_numbers

# What may happen to people, the gravest first; the groups of the pattern "fate" have these names.
TOLLS = (
    *("dead", "injured", "stabbed", "sickened", "missing", "homeless"),
    *("displaced", "arrested", "abducted", "rescued"),
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 45  # characters between a count of people and the word that says what became of them
_TOLL = 80  # characters before a number that can hold the toll that it is, and whose
_MONTH = 12  # characters that hold the name of a month and what parts it from a number
_CLAUSE_ENDS = 8  # characters that the end of a clause takes at most
_AGE = re.compile(r"(?<=[^\W\d_],\s)\d{1,2}(?=,\s|\.$)")
IN_DANGER = "in danger"  # what those are of whom this tells, as what became of others is "dead"
_BEFORE = 120  # characters before "all" in which its clause says that it is not so
_HEDGE_LENGTH = 24  # characters before a number that can hold the longest hedge
_CLAUSE_END = re.compile(r"[.,;:!?]\s")
_LETTERS = re.compile(r"[a-z]+(?:['’]t)?")
_APART = 1.5  # times by which the number of those in danger may have been misjudged


class _Words(Words):
    """What a language says of casualties, by the keys of its section "casualties", and the names of its months."""

    months: frozenset[str]
    fateful: tuple[str, ...]
    toll_clues: tuple[str, ...]
    any_fate: re.Pattern[str]
    fate_behind: re.Pattern[str]
    fate_before: re.Pattern[str]
    grown: re.Pattern[str]
    of_subject: re.Pattern[str]
    of_object: re.Pattern[str]
    object_ends: re.Pattern[str]
    clause_end: re.Pattern[str]
    activity_behind: re.Pattern[str]
    activity_before: re.Pattern[str]


@cache
def _words_of(language: str) -> _Words | None:
    section, tables = find_section(language, "casualties"), find_language(language)
    return section.fill(_Words, months=frozenset(tables.months)) if section and tables else None


@cache  # few reports need it, and it takes long to compile
def _toll_then(language: str) -> re.Pattern[str] | None:
    section = find_section(language, "casualties")
    return section.pattern("toll_then") if section else None


def activity_near(text: str, start: int, end: int, language: str) -> str | None:
    """Return what took so long ("talks"), where that stands beside a duration."""
    words = _words_of(language)
    if words is None:
        return None
    after = words.activity_behind.match(text[end : end + _NEAR])
    found = after or words.activity_before.search(text[max(0, start - _NEAR) : start])
    return found.lastgroup if found else None


def _may_tell(text: str, words: _Words) -> bool:
    """Whether a text holds one of the words without which it tells no fate; most do not, and need no search."""
    return any(map(text.casefold().__contains__, words.fateful))


def fate_beside(text: str, start: int, end: int, language: str) -> str | None:
    """Return what happened to those whom a number counts without a noun, where that stands right beside it."""
    words = _words_of(language)
    if words is None or not _may_tell(text, words) or _YEAR.fullmatch(text[start:end]) or _AGE.match(text, start):
        return None
    word = text[max(0, start - _MONTH) : start].rstrip().rpartition(" ")[2]
    if word[:1].isupper() and word.rstrip(".").casefold() in words.months:
        return None  # "died in the December 26 tsunami"
    near = max(0, start - _NEAR)
    found = words.fate_behind.match(text, end)
    if found is None and any(map(text[near:start].casefold().__contains__, words.fateful)):  # spares a costly search
        found = words.fate_before.search(text, near, start)
    if found:
        return found.lastgroup
    near = max(0, start - _TOLL)
    is_toll = any(text.find(clue, near, start) >= 0 for clue in words.toll_clues)
    pattern = _toll_then(language) if is_toll else None
    toll = pattern.search(text, near, start) if pattern else None
    return (toll.lastgroup or TOLLS[0]) if toll else None


def fate_of_nobody(text: str, start: int, end: int, language: str) -> str | None:
    """Return what happened to nobody: what "no one" is the subject of, or the object; never in another clause."""
    words = _words_of(language)
    if words is None:
        return None
    found = words.of_subject.match(text, end)
    if found:
        return TOLLS[0] if found["died"] else found.lastgroup
    is_object = words.of_object.search(text, max(0, start - _NEAR), start) and words.object_ends.match(text, end)
    return fate_beside(text, start, end, language) if is_object else None


def tells_growth(text: str, language: str | None) -> bool:
    """Tell whether a sentence says that a toll has grown, and so that it was lower in earlier reports."""
    words = _words_of(language) if language else None
    return words is not None and words.grown.search(text) is not None


def fate_near(text: str, start: int, end: int, language: str) -> str | None:
    """Return what happened to those counted: the nearest word of the kind in the clause."""
    words = _words_of(language)
    if words is None or not _may_tell(text, words):
        return None
    ends = words.clause_end.finditer(text, max(0, start - _NEAR - _CLAUSE_ENDS), start)
    left = max([0, start - _NEAR, *(match.end() for match in ends)])
    stop = words.clause_end.search(text, end, end + _NEAR + _CLAUSE_ENDS)
    right = min(end + _NEAR, stop.start() if stop else len(text))
    near = [
        (max(start - match.end(), match.start() - end), match.lastgroup)
        for match in words.any_fate.finditer(text, left, right)
    ]
    return min(near, key=lambda one: one[0])[1] if near else None


class _DangerWords(Words):
    """What a language says of people in danger, by the keys of its section "dangers".

    `open_hints`, `whole_hints` and `settled_hints` are the longest words of the phrases of each list.
    """

    language: str
    open_hints: frozenset[str]
    whole_hints: frozenset[str]
    settled_hints: frozenset[str]
    held: frozenset[str]
    everybody: frozenset[str]
    loose: frozenset[str]
    unsettled: frozenset[str]
    in_danger: re.Pattern[str]
    all_settled: re.Pattern[str]
    hedge: re.Pattern[str]
    holding_before: re.Pattern[str]


@cache
def _danger_words_of(language: str | None) -> _DangerWords | None:
    section = find_section(language, "dangers")
    if section is None:
        return None
    hints = {
        f"{key}_hints": frozenset(max(phrase.split(), key=len) for phrase in section.listed(key))
        for key in ("open", "whole", "settled")
    }
    return section.fill(_DangerWords, language=section.language, **hints)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleInDanger:
    """Those who are in danger, or all of whom something became.

    Attributes:
        start, end: Where it stands, from their number, or the word that says they are held, to the word that tells.
        count: How many they are; None where the text does not say.
        state: The word that tells: "trapped", "rescued".
        is_settled: Whether it tells what became of all of them.
        is_everybody: Whether it says by a word that it is of everybody.
        words: The words of the stretch that tell who they are, in small letters.
    """

    start: int
    end: int
    count: float | None
    state: str
    is_settled: bool
    is_everybody: bool
    words: frozenset[str]

    def settles(self, other: PeopleInDanger) -> bool:
        """Tell whether this says what became of all those whom another calls in danger, by their number or noun."""
        if not self.is_settled or other.is_settled:
            return False
        if self.count and other.count:
            return max(self.count, other.count) <= _APART * min(self.count, other.count)
        return self.is_everybody or not self.words.isdisjoint(other.words)


def may_settle(tokens: Sequence[str], language: str | None) -> bool:
    """Tell whether a sentence may say what became of all of some, by its words in small letters; most do not."""
    words = _danger_words_of(language)
    return words is not None and not (words.whole_hints.isdisjoint(tokens) or words.settled_hints.isdisjoint(tokens))


def may_be_in_danger(tokens: Sequence[str], language: str | None) -> bool:
    """Tell whether a sentence may call somebody in danger, by its words in small letters."""
    words = _danger_words_of(language)
    return words is not None and not words.open_hints.isdisjoint(tokens)


def find_people_in_danger(text: str, language: str | None = "en") -> list[PeopleInDanger]:
    """Find who is in danger in a sentence, or of all of whom it says what became of them."""
    words = _danger_words_of(language)
    return ([*_settled(text, words)] or [*_in_danger(text, words)]) if words else []


def _in_danger(text: str, words: _DangerWords) -> Iterator[PeopleInDanger]:
    numbers = find_numbers(text, words.language)
    for number in (one for one in numbers if not (one.is_ordinal or one.is_fraction)):
        told = words.in_danger.match(text, number.end)
        hedge = words.hedge.search(text, max(0, number.start - _HEDGE_LENGTH), number.start) if told else None
        start = hedge.start() if hedge else number.start
        if told and told["state"].casefold() in words.held:
            holding = words.holding_before.search(text, max(0, start - _HEDGE_LENGTH), start)
            told, start = (told, holding.start()) if holding else (None, start)
        if told:
            yield _peril(text, (start, told.end()), number.value, told["state"], words, is_settled=False)


def _settled(text: str, words: _DangerWords) -> Iterator[PeopleInDanger]:
    for match in words.all_settled.finditer(text):
        clause = _CLAUSE_END.split(text[max(0, match.start() - _BEFORE) : match.end()])[-1]
        if words.unsettled.isdisjoint(_LETTERS.findall(clause.casefold())):
            counts = [one.value for one in find_numbers(match.group(), words.language) if not one.is_ordinal]
            yield _peril(text, match.span(), next(iter(counts), None), match["state"], words, is_settled=True)


def _peril(
    text: str, span: tuple[int, int], count: float | None, state: str, words: _DangerWords, *, is_settled: bool
) -> PeopleInDanger:
    start, end = span
    told = frozenset(_LETTERS.findall(text[start:end].casefold()))
    return PeopleInDanger(
        start=start,
        end=end,
        count=count,
        state=state.casefold(),
        is_settled=is_settled,
        is_everybody=not words.everybody.isdisjoint(told),
        words=told - words.loose,
    )
