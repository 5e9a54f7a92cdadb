"""What is told of a deal: the sum that is paid, and when it is to close."""

from __future__ import annotations

import re

from summarizer.language.numerals import HEDGED
from summarizer.language.places import Phrase

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
    r"(?:(?P<part>start|beginning|middle|end|close)\sof\s(?:the\s|this\s|next\s)?(?P<whole>year|month|week|20\d\d)"
    r"|(?P<number>first|second|third|fourth)\s(?P<unit>quarter|half)(?:\sof\s(?:the\s)?(?:year|20\d\d))?"
    r"|(?P<year>20\d\d))\b"
)


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


def find_closing(text: str) -> Phrase | None:
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
    if _DENIED.search(text, start, span.start()):
        value = f"not {span.group()}"
    elif span["number"]:
        value = f"{span['number']} {span['unit']}"
    elif span["part"]:
        value = f"{span['part']} of the {'year' if span['whole'][:2] == '20' else span['whole']}"
    else:
        value = span["year"]
    return Phrase(start=start, end=end, kind="date", bind="closing", value=value)
