"""What a difference is about: a plain phrase for its role, else the words of a report around it."""

from __future__ import annotations

import re

from summarizer.language import Quantity

_ROLES = {"vote": "How the vote went"}
_BEFORE = 8  # words of a clause before what differs
_AFTER = 7  # and after it
_GAP = "…"
_CLAUSE = re.compile(
    r"[,;:.!?](?=[\s”\"’']|$)|[()“”\"„»«—–]|\s-\s|\b(?:and|but|that|which|who|while|because|when|after|as)\b",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(
    r"\s(?:a|an|the|of|in|on|at|to|for|from|by|with|into|its|his|her|their|or|over|under|per|was|were|is|are|be|been|will"
    r"|would|has|had|have)$",
    re.IGNORECASE,
)
_LOOSE_START = re.compile(r"^(?:of|in|on|at|to|for|from|by|with|into|or|over|per|also|then)\s", re.IGNORECASE)
_MEASURE = re.compile(
    r"\b(?:an?|the|its|their)\s(?P<what>depth|height|length|width|weight|speed|altitude|magnitude|distance|area|price|cost"
    r"|budget|rate|salary|fine|value|volume|temperature|age|population|capacity|duration)\sof\s$",
    re.IGNORECASE,
)
_NEAR = 24  # characters before a quantity in which its measure is named
_WORDS = 2  # words beside a gap that tell what is missing there


def topic_of(text: str, quantity: Quantity) -> str | None:
    """Return a phrase for what a quantity is of; None where the words beside it do not tell.

    Args:
        text: The sentence.
        quantity: Where it stands, and what kind it is.
    """
    if quantity.unit == "duration" and quantity.role:
        return f"How long the {quantity.role} took"
    if quantity.owner:
        return f"Age of {quantity.owner}"
    if quantity.role in _ROLES:
        return _ROLES[quantity.role]
    measure = _MEASURE.search(text, max(0, quantity.start - _NEAR), quantity.start)
    if measure:
        return measure["what"].capitalize()
    return elide(text, quantity.start, quantity.end)


def elide(text: str, start: int, end: int) -> str | None:
    """Quote the clause around a stretch of a sentence, the stretch itself left out: “employs … in Zurich”.

    None where fewer than two words are left.
    """
    before = _clause_before(text, start).split()[-_BEFORE:]
    after = _clause_after(text, end).split()[:_AFTER]
    left, right = " ".join(before), " ".join(after)
    while match := _LOOSE_START.search(left):
        left = left[match.end() :]
    while match := _LOOSE_END.search(f" {right}"):
        right = f" {right}"[: match.start()].strip()
    if len(left.split()) + len(right.split()) < _WORDS:
        return None
    return f"“{' '.join(part for part in (left, _GAP, right) if part)}”"


def _clause_before(text: str, start: int) -> str:
    """The words before a place, back to where their clause begins."""
    ends = [match.end() for match in _CLAUSE.finditer(text, 0, start)]
    return text[ends[-1] if ends else 0 : start]


def _clause_after(text: str, end: int) -> str:
    """The words after a place, up to where their clause ends."""
    stop = _CLAUSE.search(text, end)
    return text[end : stop.start() if stop else len(text)]
