"""What a report withdraws: "nine were treated, not twelve as we reported earlier"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from summarizer.languages.word_records import Words
from summarizer.nlp.numbers.number_words import find_numbers
from summarizer.nlp.tokens import spans_of

_BEFORE_NAME = 120  # characters
_FEWEST = 2  # words that a claim has at least, to be known again
_WINDOW = 90  # characters before a number that can say that it is withdrawn


class _Words(Words, section="corrections"):
    """The section "corrections" of a language."""

    hints: tuple[str, ...]
    cue: re.Pattern[str]
    instead: re.Pattern[str]
    told: re.Pattern[str]
    wrong: re.Pattern[str]
    named_wrongly: re.Pattern[str]


def is_named_wrongly(text: str, start: int, language: str | None) -> bool:
    """Tell whether a report says of the name that stands there that it was wrong: "initially identified as Jan Roe"."""
    words = _Words.find(language)
    return words is not None and words.named_wrongly.search(text[max(0, start - _BEFORE_NAME) : start]) is not None


def may_take_back(text: str, language: str | None) -> bool:
    """Tell whether a sentence may withdraw a number; most cannot."""
    words = _Words.find(language)
    return words is not None and any(map(text.__contains__, words.hints)) and words.cue.search(text) is not None


def takes_back(text: str, start: int, language: str | None) -> bool:
    """Tell whether a sentence that may do so withdraws the number there: "an earlier version said that nine died"."""
    words = _Words.find(language)
    return words is not None and (start in _claim(text, "", words) or _is_withdrawn(text, start, words))


def find_withdrawn(texts: Sequence[str], terms: Sequence[Sequence[str]], language: str | None) -> dict[int, int]:
    """Find the sentences of a report that it corrects itself, by their numbers: they tell what it withdraws.

    Args:
        texts: The sentences of one report.
        terms: For each the stems of its words, "" for a stop word.
        language: Code of its language; a report in one that lacks the section "corrections" withdraws nothing.

    Returns:
        For the number of each the number of the last sentence that corrects it.

    Cost: the sentences of a report, and for each that corrects those that tell the same number or word.
    """
    words = _Words.find(language)
    correcting = [at for at, text in enumerate(texts) if may_take_back(text, language)]
    if words is None or not correcting:
        return {}
    others = _Others(texts, terms, frozenset(correcting), words.wrong)
    withdrawn: dict[int, int] = {}
    for at in correcting:
        correction = _read(texts[at], "".join(texts[at + 1 : at + 2]), terms[at], words)
        withdrawn |= dict.fromkeys(others.denied_by(correction), at)
    return withdrawn


class _Correction(NamedTuple):
    """What a sentence withdraws: numbers, of what, and the words of a claim that was wrong."""

    values: frozenset[float]
    about: frozenset[str]
    claim: frozenset[str]


def _read(text: str, following: str, terms: Sequence[str], words: _Words) -> _Correction:
    numbers = find_numbers(text)
    wrong = _claim(text, following, words)
    placed = [
        (term, start)
        for term, (start, _) in zip(terms, spans_of(text), strict=True)
        if term and not any(number.start <= start < number.end for number in numbers)
    ]
    return _Correction(
        values=frozenset(
            number.value for number in numbers if _is_withdrawn(text, number.start, words) or number.start in wrong
        ),
        about=frozenset(term for term, _ in placed),
        claim=frozenset(term for term, start in placed if start in wrong),
    )


class _Others:
    """The sentences of a report that correct nothing, by the numbers and the words that they tell."""

    def __init__(
        self, texts: Sequence[str], terms: Sequence[Sequence[str]], correcting: frozenset[int], wrong: re.Pattern[str]
    ) -> None:
        self._texts, self._wrong = texts, wrong
        self._terms = {at: frozenset(own) for at, own in enumerate(terms) if at not in correcting}
        self._seen: set[_Correction] = set()

    @cached_property
    def _by_value(self) -> Mapping[float, set[int]]:
        found: dict[float, set[int]] = {}
        for at in self._terms:
            for number in find_numbers(self._texts[at]):
                found.setdefault(number.value, set()).add(at)
        return found

    @cached_property
    def _by_term(self) -> Mapping[str, set[int]]:
        found: dict[str, set[int]] = {}
        for at, own in self._terms.items():
            for term in own:
                found.setdefault(term, set()).add(at)
        return found

    def denied_by(self, correction: _Correction) -> set[int]:
        """The sentences that tell what is withdrawn; none where that was asked before."""
        if correction in self._seen:
            return set()
        self._seen.add(correction)
        claim = correction.claim
        if correction.values:
            shared, fewest = (claim, min(_FEWEST, len(claim))) if claim else (correction.about, 1)
            telling = set().union(*(self._by_value.get(value, ()) for value in correction.values))
            return {at for at in telling if len(shared & self._terms[at]) >= fewest}
        if len(claim) < _FEWEST:
            return set()
        telling = min((self._by_term.get(term, set()) for term in claim), key=len)
        return {at for at in telling if claim <= self._terms[at] and not self._wrong.search(self._texts[at])}


def _claim(text: str, following: str, words: _Words) -> range:
    """Where a sentence tells what an earlier version said, if that was wrong."""
    told = words.told.search(text)
    if told is None or not (words.wrong.search(text) or words.wrong.search(following)):
        return range(0)
    return range(told.start("what"), told.end("what"))


def _is_withdrawn(text: str, start: int, words: _Words) -> bool:
    return words.instead.search(text, max(0, start - _WINDOW), start) is not None
