"""What a report withdraws: "nine were treated, not twelve as we reported earlier"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.nlp.numbers.number_words import Number, find_numbers
from summarizer.nlp.tokens import spans_of

_CUE = re.compile(
    r"\b(?:correct(?:s|ed|ion|ing)|(?:earlier|previously|initially|first|originally) (?:said|reported|stated|told|gave)"
    r"|(?:said|reported|stated|told) (?:earlier|previously)|earlier (?:report|reports|version|figure|toll|entry|post)"
    r"|now (?:says?|puts?|counts?|gives?|reports?|speaks?|believes?|confirms?)"
    r"|retract(?:s|ed)|withdr(?:aws|ew)|revis(?:es|ed))\b",
    re.IGNORECASE,
)
_HINTS = ("orrect", "arlier", " now ", "reviously", "nitially", "irst", "riginally", "etract", "ithdr", "evise")
_INSTEAD = re.compile(
    r"\b(?:not|instead of|rather than|and not|(?:down|up|revised|corrected|lowered|raised)(?: [\w’'-]+){0,8}? from"
    r"|(?:earlier|previously|initially|first|originally)"
    r" (?:said|reported|stated|told|gave)(?: that| of)?)\s(?:the\s|about\s|some\s|at least\s)?$",
    re.IGNORECASE,
)
# What an earlier version told, and what says that this was wrong: there, or in the next sentence.
_TOLD = re.compile(
    r"\bearlier (?:posts?|entry|entries|updates?|reports?|versions?|stories|story|articles?|dispatch)\b.{0,60}?"
    r"\b(?:said|stated|reported|wrote|told|gave|had it)\b(?:(?: \w{1,20})? that| of)?(?P<what>.{1,300})",
    re.IGNORECASE | re.DOTALL,
)
_WRONG = re.compile(
    r"\b(?:wrong(?:ly)?|(?:in|un)correct(?:ly)?|mistaken(?:ly)?|(?:in|by) (?:error|mistake)|untrue"
    r"|erroneous(?:ly)?|inaccurate(?:ly)?|false(?:ly)?|not (?:so|true|right|the case)|we (?:regret|apologi[sz]e)"
    r"|retract(?:s|ed)?|withdr(?:aws?|ew|awn)|corrections?:|(?:been|was|were|is) corrected)(?:\b|(?<=:))",
    re.IGNORECASE,
)
# "He was first identified as Jan Roe, but police later issued a correction."
_NAMED_WRONGLY = re.compile(
    r"\b(?:(?:initially|originally|previously|first|earlier) (?:identified|named|spelled|spelt)"
    r"|(?:incorrectly|mistakenly|wrongly|erroneously) (?:identified|named|spelled|spelt|reported|listed|gave|given)\b"
    r"[^.;]{0,60}|mis(?:identified|spelled|spelt|named)\b[^.;]{0,40}) as (?:[\w.-]+ ){0,3}$",
    re.IGNORECASE,
)
_BEFORE_NAME = 120  # characters
_FEWEST = 2  # words that a claim has at least, to be known again
_WINDOW = 90  # characters before a number that can say that it is withdrawn


def is_named_wrongly(text: str, start: int) -> bool:
    """Tell whether a report says of the name that stands there that it was wrong: "initially identified as Jan Roe"."""
    return _NAMED_WRONGLY.search(text[max(0, start - _BEFORE_NAME) : start]) is not None


def may_take_back(text: str) -> bool:
    """Tell whether a sentence may withdraw a number; most cannot."""
    return any(map(text.__contains__, _HINTS)) and _CUE.search(text) is not None


def takes_back(text: str, start: int) -> bool:
    """Tell whether a sentence that may do so withdraws the number there: "an earlier version said that nine died"."""
    return start in _claim(text, "") or bool(_INSTEAD.search(text, max(0, start - _WINDOW), start))


def find_withdrawn(texts: Sequence[str], terms: Sequence[Sequence[str]]) -> dict[int, int]:
    """Find the sentences of a report that it corrects itself, by their numbers: they tell what it withdraws.

    Args:
        texts: The sentences of one report in English.
        terms: For each the stems of its words, "" for a stop word.

    Returns:
        For the number of each the number of the last sentence that corrects it.

    Cost: the sentences of a report, and for each that corrects those that tell the same number or word.
    """
    correcting = [at for at, text in enumerate(texts) if may_take_back(text)]
    if not correcting:
        return {}
    others = _Others(texts, terms, frozenset(correcting))
    withdrawn: dict[int, int] = {}
    for at in correcting:
        correction = _read(texts[at], "".join(texts[at + 1 : at + 2]), terms[at])
        withdrawn |= dict.fromkeys(others.denied_by(correction), at)
    return withdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class _Correction:
    """What a sentence withdraws: numbers, of what, and the words of a claim that was wrong."""

    values: frozenset[float]
    about: frozenset[str]
    claim: frozenset[str]


def _read(text: str, following: str, terms: Sequence[str]) -> _Correction:
    numbers = find_numbers(text)
    wrong = _claim(text, following)
    placed = [
        (term, start)
        for term, (start, _) in zip(terms, spans_of(text), strict=True)
        if term and not any(number.start <= start < number.end for number in numbers)
    ]
    return _Correction(
        values=frozenset(number.value for number in numbers if _is_withdrawn(text, number) or number.start in wrong),
        about=frozenset(term for term, _ in placed),
        claim=frozenset(term for term, start in placed if start in wrong),
    )


class _Others:
    """The sentences of a report that correct nothing, by the numbers and the words that they tell."""

    def __init__(self, texts: Sequence[str], terms: Sequence[Sequence[str]], correcting: frozenset[int]) -> None:
        self._texts = texts
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
        return {at for at in telling if claim <= self._terms[at] and not _WRONG.search(self._texts[at])}


def _claim(text: str, following: str) -> range:
    """Where a sentence tells what an earlier version said, if that was wrong."""
    told = _TOLD.search(text)
    if told is None or not (_WRONG.search(text) or _WRONG.search(following)):
        return range(0)
    return range(told.start("what"), told.end("what"))


def _is_withdrawn(text: str, number: Number) -> bool:
    return bool(_INSTEAD.search(text, max(0, number.start - _WINDOW), number.start))
