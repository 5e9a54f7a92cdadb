"""Numbers of a text in digits and in words of any length, in each language with tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from summarizer.nlp.numbers.grammar import Grammar, Token, grammar_of
from summarizer.nlp.numbers.parser import Reader
from summarizer.nlp.tokens import runs_of_letters

_SOFT = " \t\r\n\u00a0\u202f-\u2010\u2011"  # what may stand between the words of one number
_GROUPS = str.maketrans("", "", " \u00a0\u202f\u2009'’")
_DIGIT = re.compile("[0-9]")
_SHARES = frozenset({"%", "percentage point", "basis point", "second", "minute"})
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_NOUN = re.compile(r"\s([^\W\d_]{3,30})")
_DIGITS = frozenset("0123456789")
_LONGEST = 300  # digits of a number: more is none that can be counted with


class Number(NamedTuple):
    """A number of a text.

    Attributes:
        start, end: Where it stands.
        value: What it is.
        grain: The place of the last digit that was cared for (12,400: 100; 5.3 million: 100,000).
        is_ordinal: Whether it tells a place in an order ("third", "2nd").
        is_fraction: Whether it is a fraction or ends in one ("5-1/2", "two thirds", "five and a half").
        is_short: Whether it is multiplied by a single letter ("5m"), which may mean a measure instead.
    """

    start: int
    end: int
    value: float
    grain: float
    is_ordinal: bool = False
    is_fraction: bool = False
    is_short: bool = False


def find_numbers(text: str, language: str = "en") -> list[Number]:
    """Find the numbers of a text, in order.

    "One" and articles are numbers only within longer ones. A bare scale after a word like "several" is none. What one
    word or phrase can hold is read as one number: "two hundred and fifty" is 250, "between two and three" is 2 and 3.

    Args:
        text: Any text.
        language: Code of its language, which tells how digits are grouped; one without tables has no numbers.
    """
    return list(_found(text, language))


@lru_cache(maxsize=4096)
def _found(text: str, language: str) -> tuple[Number, ...]:
    """The numbers of a text, kept: several stages ask for those of one sentence."""
    grammar = grammar_of(language)
    if grammar is None:
        return ()
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    if not _may_hold(small, grammar):
        return ()
    runs = _runs(small, grammar)
    return tuple(number for run in runs for number in _read(list(_tokens(small, run, grammar)), grammar))


def _read(tokens: list[Token], grammar: Grammar) -> Iterator[Number]:
    for start, part in Reader(grammar, tokens).parts():
        yield Number(
            start=tokens[start].start,
            end=tokens[part.end - 1].end,
            value=part.value,
            grain=part.grain,
            is_ordinal=part.is_ordinal,
            is_fraction=part.is_fraction,
            is_short=part.is_short,
        )


def _may_hold(small: str, grammar: Grammar) -> bool:
    """Whether a text in small letters may hold a number; most hold none, and are not looked at further."""
    if _DIGIT.search(small):
        return True
    if not any(map(small.__contains__, grammar.hints)):
        return False
    return grammar.compound is not None or not grammar.starters.isdisjoint(runs_of_letters(small))


def _runs(small: str, grammar: Grammar) -> Iterator[list[re.Match[str]]]:
    """The words side by side that numbers may hold, where one of them is a number."""
    known, starters, compound = grammar.known, grammar.starters, grammar.compound
    run: list[re.Match[str]] = []
    is_number = False
    for match in grammar.token.finditer(small):
        text = match.group()
        if text in starters or (text[0] in _DIGITS and len(text) <= _LONGEST):
            run.append(match)
            is_number = True
        elif text in known:
            run.append(match)
        elif compound and compound.fullmatch(text):
            run.append(match)
            is_number = True
        elif run:
            if is_number:
                yield run
            run, is_number = [], False
    if is_number:
        yield run


def _tokens(small: str, run: list[re.Match[str]], grammar: Grammar) -> Iterator[Token]:
    end = run[0].start()
    for match in run:
        text, start, before, end = match.group(), match.start(), small[end : match.start()], match.end()
        is_glued, is_beside = not before and match is not run[0], not before.strip(_SOFT)
        if text[0] in _DIGITS:
            value, grain = _value(match, grammar)
            if _THOUSANDS.fullmatch(text) and _counts(small, end, grammar, is_round=text.endswith("00")):
                value, grain = round(value * 1000.0), grain * 1000.0
            yield Token(
                text=text,
                start=start,
                end=end,
                is_beside=is_beside,
                is_glued=is_glued,
                value=value,
                grain=grain,
                is_fraction=match["whole"] is not None,
                is_ordinal=match["place"] is not None,
            )
        elif text in grammar.known:
            yield Token(text=text, start=start, end=end, is_beside=is_beside, is_glued=is_glued)
        else:
            yield from _atoms(text, start, end, grammar, is_beside=is_beside)


def _counts(small: str, end: int, grammar: Grammar, *, is_round: bool) -> bool:
    """Whether a number with a stop before three digits counts what follows: nobody counts people in thousandths.

    What is measured can have them, unless two of them are zeros that nobody would write; shares always can.
    """
    following = _NOUN.match(small, end)
    if grammar.group != "," or following is None or following[1] in grammar.uncounted:
        return False
    unit = grammar.measures.get(following[1])
    return unit is None or (is_round and unit not in _SHARES)


def _atoms(text: str, start: int, end: int, grammar: Grammar, *, is_beside: bool) -> Iterator[Token]:
    """The number words in one that is made of several."""
    atoms = grammar.atoms.findall(text) if grammar.atoms else [text]
    for at, atom in enumerate(atoms, start=1):
        yield Token(
            text=atom,
            start=start,
            end=end,
            is_beside=is_beside or at > 1,
            is_glued=False,
            is_whole=at == len(atoms),
        )


def _value(found: re.Match[str], grammar: Grammar) -> tuple[float, float]:
    """A number in digits, and its grain."""
    if found["place"]:
        return float(found["place"]), 1.0
    if found["whole"]:
        under = max(float(found["under"] or 1), 1.0)
        return float(found["whole"]) + float(found["over"] or 0) / under, 1.0 / under
    if found["turned"]:
        digits = found["turned"].replace(grammar.decimal, "").replace(grammar.group, ".")
    else:
        written = (found["digits"] or "").translate(_GROUPS)
        head, mark, tail = written.rpartition(".")
        is_stop_decimal = grammar.group == "." and mark and "." not in head and len(tail) != 3 and "," not in tail
        digits = written if is_stop_decimal else written.replace(grammar.group, "").replace(grammar.decimal, ".")
    decimals = len(digits.partition(".")[2])
    zeros = 0 if decimals else len(digits) - len(digits.rstrip("0"))
    return float(digits), 10.0 ** (zeros - decimals)
