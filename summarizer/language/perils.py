"""People in danger, and what became of all of them: "about 90 feared trapped", "all 84 have been rescued"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.language.number_words import find_numbers
from summarizer.language.numerals import HEDGED
from summarizer.language.tables import load_table

IN_DANGER = "in danger"  # what those are of whom this tells, as what became of others is "dead"
_HEDGE = re.compile(rf"{HEDGED}$", re.IGNORECASE)
_BEFORE = 120  # characters before "all" in which its clause says that it is not so
_HEDGE_LENGTH = 24  # characters before a number that can hold the longest hedge
_WORD = r"\s(?!(?:and|but|or|while|after|when|who|which)\b)[\w’'-]{1,20}"
_CLAUSE_END = re.compile(r"[.,;:!?]\s")
_LETTERS = re.compile(r"[a-z]+(?:['’]t)?")
_APART = 1.5  # times by which the number of those in danger may have been misjudged


@dataclass(frozen=True, slots=True, kw_only=True)
class Peril:
    """Those who are in danger, or all of whom something became.

    Attributes:
        start, end: Where it stands, from their number, or the word that says they are held, to the word that tells.
        count: How many they are; None where the text does not say.
        state: The word that tells: "trapped", "rescued".
        is_settled: Whether it tells what became of all of them.
        words: The words of the stretch in small letters.
    """

    start: int
    end: int
    count: float | None
    state: str
    is_settled: bool
    words: frozenset[str]

    def settles(self, other: Peril) -> bool:
        """Tell whether this says what became of all those whom another calls in danger, by their number or noun."""
        if not self.is_settled or other.is_settled:
            return False
        if self.count and other.count:
            return max(self.count, other.count) <= _APART * min(self.count, other.count)
        return not _words("everybody").isdisjoint(self.words) or bool(self.words & other.words - _words("loose"))


def may_settle(tokens: Sequence[str]) -> bool:
    """Tell whether a sentence may say what became of all of some, by its words in small letters; most do not."""
    return not (_hints("whole").isdisjoint(tokens) or _hints("settled").isdisjoint(tokens))


def may_be_in_danger(tokens: Sequence[str]) -> bool:
    """Tell whether a sentence may call somebody in danger, by its words in small letters."""
    return not _hints("open").isdisjoint(tokens)


def find_perils(text: str) -> list[Peril]:
    """Find who is in danger in an English sentence, or of all of whom it says what became of them."""
    return [*_settled(text)] or [*_in_danger(text)]


def _in_danger(text: str) -> Iterator[Peril]:
    for number in (one for one in find_numbers(text) if not (one.is_ordinal or one.is_fraction)):
        told = _pattern("open").match(text, number.end)
        hedge = _HEDGE.search(text, max(0, number.start - _HEDGE_LENGTH), number.start) if told else None
        start = hedge.start() if hedge else number.start
        if told and told["state"].casefold() in _words("held"):
            holding = _holding().search(text, max(0, start - _HEDGE_LENGTH), start)
            told, start = (told, holding.start()) if holding else (None, start)
        if told:
            yield _peril(text, (start, told.end()), number.value, told["state"], is_settled=False)


def _settled(text: str) -> Iterator[Peril]:
    for match in _pattern("settled").finditer(text):
        clause = _CLAUSE_END.split(text[max(0, match.start() - _BEFORE) : match.end()])[-1]
        if _words("unsettled").isdisjoint(_LETTERS.findall(clause.casefold())):
            counts = [one.value for one in find_numbers(match.group()) if not one.is_ordinal]
            yield _peril(text, match.span(), next(iter(counts), None), match["state"], is_settled=True)


def _peril(text: str, span: tuple[int, int], count: float | None, state: str, *, is_settled: bool) -> Peril:
    start, end = span
    words = frozenset(_LETTERS.findall(text[start:end].casefold()))
    return Peril(start=start, end=end, count=count, state=state.casefold(), is_settled=is_settled, words=words)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """What stands behind a number of those in danger; or what tells of all, from "all" to what became of them."""
    states = f"(?P<state>{'|'.join(word.replace('_', ' ') for word in sorted(_words(name)))})\\b"
    if name == "open":
        return re.compile(rf"(?:{_WORD}){{0,5}}?\s{states}", re.IGNORECASE)
    return re.compile(
        rf"\b(?:{'|'.join(word.replace('_', ' ') for word in sorted(_words('whole')))})(?:{_WORD}){{1,9}}?\s{states}",
        re.IGNORECASE,
    )


@cache
def _holding() -> re.Pattern[str]:
    """What says right before a number that hostages are so now: "is holding eleven", not "two hostages were hurt"."""
    return re.compile(rf"\b(?:{'|'.join(_words('holding'))})\s$", re.IGNORECASE)


@cache
def _hints(name: str) -> frozenset[str]:
    """Of each phrase the longest word."""
    return frozenset(max(phrase.split("_"), key=len) for phrase in _words(name))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset((load_table("en") or {})["perils"][name].split())
