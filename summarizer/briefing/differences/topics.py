"""What a difference of numbers is about, in words of a report as they stand there."""

from __future__ import annotations

import re

from summarizer.language import Quantity

_FATES = {
    "dead": "people killed",
    "injured": "people injured",
    "missing": "people missing",
    "displaced": "people displaced",
    "arrested": "people arrested",
    "rescued": "people rescued",
    "vote": "how the vote went",
}
_WORDS = 6  # of a phrase, at most
_CLAUSE = re.compile(
    r"[,;:.!?()“”\"„»«—–](?=\s|$|\w)|\s-\s|\b(?:and|but|that|which|who|while|as|because|when)\b", re.IGNORECASE
)
_OPENING = re.compile(r"^(?:The|A|An|In|At|On|Its|His|Her|Their)\b")
_LOOSE_END = re.compile(
    r"(?:^|\s)(?:a|an|the|of|in|on|at|to|for|from|by|with|into|after|before|about|around|some|more|less|than|was|were|is|are|be"
    r"|been|would|will|had|has|have|its|his|her|their|or|over|under|nearly|almost|per|up|only|just|not|stood|one|each)$",
    re.IGNORECASE,
)


def topic_of(text: str, quantity: Quantity) -> str | None:
    """Return a short phrase for what a quantity is of, in the words beside it; None where nothing there says so.

    What is counted stands after its number ("babies in five African countries"), what is measured before it ("the
    shilling traded").

    Args:
        text: The sentence.
        quantity: Where it stands, and what kind it is.
    """
    if quantity.unit == "duration" and quantity.role:
        return f"how long the {quantity.role} took"
    if quantity.role:
        return _FATES.get(quantity.role, quantity.role)
    if quantity.owner:
        return f"age of {quantity.owner}"
    if quantity.is_count:
        return _counted(text, quantity)
    after = _trimmed(_clause_after(text, quantity.end).split()[:_WORDS])
    if quantity.unit == "%" and after.startswith("of "):
        return f"share {after}"
    before = _trimmed(_clause_before(text, quantity.start).split()[-_WORDS:])
    lead = "how long" if quantity.unit == "duration" else "how much"
    return f"{lead}: {_OPENING.sub(lambda match: match.group().lower(), before or after)}" if before or after else None


def _counted(text: str, quantity: Quantity) -> str | None:
    value = text[quantity.start : quantity.end].split()
    if not value[-1][-1].isalpha():
        return None
    noun = value[-1].lower() if text.isupper() else value[-1]
    after = _clause_after(text, quantity.end)
    words = [noun, *(after.lower() if text.isupper() else after).split()[: _WORDS - 1]]
    return f"how many {_trimmed(words)}"


def _clause_before(text: str, start: int) -> str:
    """The words before a place, back to where their clause begins."""
    ends = [match.end() for match in _CLAUSE.finditer(text, 0, start)]
    return text[ends[-1] if ends else 0 : start]


def _clause_after(text: str, end: int) -> str:
    """The words after a place, up to where their clause ends."""
    stop = _CLAUSE.search(text, end)
    return text[end : stop.start() if stop else len(text)]


def _trimmed(words: list[str]) -> str:
    """The words without what leads nowhere at their end."""
    phrase = " ".join(words)
    while match := _LOOSE_END.search(phrase):
        phrase = phrase[: match.start()]
    return phrase
