"""Deals: the sum paid, and when the deal closes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.languages.sections import require_section
from summarizer.nlp.names.places import Phrase
from summarizer.nlp.numbers.numerals import HEDGED

_MONTHS = "|".join(require_section("en", "calendar").listed("months"))
_DEAL = r"deal|takeover|merger|acquisition|purchase|transaction|buyout|sale|transfer"
_BUYING = (
    r"buy(?:s|ing)?|bought|acquir(?:e|es|ed|ing)|purchas(?:e|es|ed|ing)|take over|takes over|taking over|took over"
    r"|takeover|s(?:ell|ells|elling|old)|offer(?:s|ed|ing)?|bid(?:s|ding)?|sign(?:s|ed|ing)?"
)
_BEFORE = re.compile(
    rf"(?:\b(?:{_BUYING})\b[^.;:“”]{{0,90}}?\b(?:for|to|at|worth)|\bpa(?:y|ys|id|ying)"
    rf"|\b(?:{_DEAL})\b(?: is| was)?(?: worth| valued at| of| for)|\b(?:{_BUYING}))\s(?:{HEDGED})?$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"[\s-](?:{_DEAL}|bid|offer)\b", re.IGNORECASE)
_RATE = re.compile(r"\s(?:a|an|per|each)\s", re.IGNORECASE)
_WINDOW = 130  # characters before a sum in which it says what is paid for
_CLOSES = re.compile(
    rf"\b(?:{_DEAL})\b[^.;:“”]{{0,60}}\b(?:close[sd]?|closing|complete[sd]?|completion|finali[sz]ed?|go through|done)\b"
    rf"|\b(?:close|closing|complete|completion of|finali[sz]e)\b[^.;:“”]{{0,20}}\b(?:{_DEAL})\b",
    re.IGNORECASE,
)
_CLOSING = ("clos", "complet", "finali", "go through", "done")  # one of these stands in whatever that matches
_SPAN = re.compile(
    r"\b(?:in|by|before|until|at|during|for)\s(?:the\s|late\s|early\s|mid-)?"
    rf"(?:(?P<part>start|beginning|middle|end|close)\sof\s(?:the\s|this\s|next\s)?(?P<whole>year|month|week|20\d\d)"
    rf"|(?P<number>first|second|third|fourth)\s(?P<unit>quarter|half)(?:\s(?:of\s)?(?:the\s)?(?:year|(?P<its>20\d\d)))?"
    rf"|(?:(?:start|beginning|middle|end|close)\sof\s)?(?P<month>{_MONTHS})(?:\s(?P<own>20\d\d))?|(?P<year>20\d\d))\b"
)
_YEAR = 12  # months
_ORDER = ("first", "second", "third", "fourth")
_LENGTH = {"quarter": 3, "half": 6}  # months
_PARTS = {"start": (1, 3), "beginning": (1, 3), "middle": (5, 8), "end": (10, 12), "close": (10, 12)}  # of a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """When a deal is to close, or is not.

    Attributes:
        phrase: Where it is told.
        year: The year, where it is told.
        months: The first and the last month in which it may be; None where that is not told.
        is_denied: Whether it is not expected then.
    """

    phrase: Phrase
    year: int | None
    months: tuple[int, int] | None
    is_denied: bool

    def agrees(self, other: Closing) -> bool:
        """Tell whether both may be true: months are parts of a quarter, a quarter of a year."""
        if self.is_denied != other.is_denied or (self.year and other.year and self.year != other.year):
            return False
        if self.months is None or other.months is None:
            return self.phrase.value == other.phrase.value
        return self.months[0] <= other.months[1] and other.months[0] <= self.months[1]


_EXPECTED = re.compile(
    r"\b(?:(?:did|does|do|is|are|was|were|will|would|has|had)(?:\snot|n['’]t)\s|no longer\s)?"
    r"(?:expect(?:s|ed)?|should|will|would|could|may|might|aims?|hopes?|plans?|due|to close|likely)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\bnot\b|n['’]t\b|\bno longer\b", re.IGNORECASE)
_HEDGE_AFTER = re.compile(r",?\sif (?:possible|all goes well|approved|regulators (?:agree|approve))\b", re.IGNORECASE)


def is_price(text: str, start: int, end: int) -> bool:
    """Tell whether a sum is what is paid or offered for something whole; not so much a share.

    Args:
        text: A sentence.
        start: Where the sum begins.
        end: Where it ends.
    """
    if _RATE.match(text, end):
        return False
    return bool(_AFTER.match(text, end) or _BEFORE.search(text, max(0, start - _WINDOW), start))


def find_closing(text: str) -> Closing | None:
    """Find when a deal is to close, by the part of a year that a sentence about it names; None where it names none."""
    deal = _CLOSES.search(text) if any(map(text.__contains__, _CLOSING)) else None
    if deal is None:
        return None
    span = next((match for match in _SPAN.finditer(text) if match.end() > deal.start()), None)
    if span is None:
        return None
    # What is said of it belongs to the reading: "did not expect the deal to be completed before the end of the year".
    lead = next(_EXPECTED.finditer(text, max(0, span.start() - _WINDOW), span.start()), None)
    hedge = _HEDGE_AFTER.match(text, span.end())
    start, end = lead.start() if lead else span.start(), hedge.end() if hedge else span.end()
    year = next((int(told) for told in (span["its"], span["own"], span["year"], span["whole"]) if _is_year(told)), None)
    return Closing(
        phrase=Phrase(start=start, end=end, kind="date", bind="closing", value=span.group()),
        year=year,
        months=_months_of(span),
        is_denied=bool(_DENIED.search(text, start, span.start())),
    )


def _is_year(told: str | None) -> bool:
    return told is not None and told.isdigit()


def _months_of(span: re.Match[str]) -> tuple[int, int] | None:
    """The first and the last month of a part of a year; None for a part of a month or a week."""
    if span["number"]:
        length = _LENGTH[span["unit"]]
        last = (_ORDER.index(span["number"]) + 1) * length
        return (last - length + 1, last) if last <= _YEAR else None
    if span["month"]:
        month = _MONTHS.split("|").index(span["month"]) + 1
        return month, month
    if span["part"]:
        return _PARTS[span["part"]] if span["whole"] not in ("month", "week") else None
    return 1, _YEAR
