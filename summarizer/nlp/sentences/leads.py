"""How an English sentence introduces its subject: as somebody unknown, or as known from before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from summarizer.languages.language import load_table
from summarizer.nlp.sentences.openings import SUBORDINATE

_SEASONS = "week|month|year|morning|evening|afternoon|summer|winter|spring|autumn|fall|time"
_POINTS_BACK = re.compile(
    rf"\b(?:these|those|such|this|(?:to|of|at|for|on|with|by|from|into|over|giving)\sthat)\s(?!(?:{_SEASONS})\b)[a-z]+"
    r"|\b(?:the|The)\s(?:request|legislation|bill|law|measure|move|decision|incident|issue|deal|agreement|announcement"
    r"|claims?|plan|finds?|findings?|same|latter|former|two|pair|suspects?|victims?|document|reports?)\b"
)
_LEANS = re.compile(rf"{SUBORDINATE}|(?:Despite|Well|Thanks|Just|[A-Z][a-z]+ed (?:in|by|on|for|to))\b")
# "The storm was blamed for deaths in five states": whoever reads that alone asks which.
_UNNAMED = re.compile(
    r"^(?:The (?:[a-z\d][^\s,]*,? ){7}"
    r"|The [a-z]+ (?:also|is|are|was|were|has|have|had|will|would|can|could|may|alleges?|shows?|reveals?|found|led"
    r"|[a-z]{2,20}ed)\b"
    r"|(?:\S+ ){1,7}also\b)"
)
# What happened is not told: "The president did something that he hardly ever does".
_TEASES = re.compile(
    r"\b(?:did|does|do|doing|done)\s(?:something|what)\b|^Once upon a time\b"
    r"|\bthe following\b|\b[Ii]t[’']s\b|^There (?:is|are|was|were)\b"
)
# "Police said he lived in the east": nobody is named in full, or brought in, before the pronoun.
_NOBODY = re.compile(r"^(?:(?!\b(?!The |\w+day )[A-Z][\w.’'-]+ [A-Z]|\b[Aa]n? [a-z\d]).)*?\b(?:he|she|him|her|his)\b")
# "The video is called …", "The motion, meant to be secret, …", "He also said …": what it is was told before.
_GOES_ON = re.compile(
    r"^(?:The (?:\d[^\s,]{0,20} )?[a-z]{1,30}(?:,| (?:is|are|was|were)\b)|(?:\S{1,40} ){1,7}also\b|\[)"
)


def points_back(text: str) -> bool:
    """Tell whether a stretch of English leans on what is told elsewhere ("these cases", "The storm …", "did what")."""
    opens = (_LEANS, _UNNAMED, _NOBODY)
    return bool(_POINTS_BACK.search(text) or _TEASES.search(text) or any(one.match(text) for one in opens))


def goes_on(text: str) -> bool:
    """Tell whether an English sentence opens as one does that goes on from another: "The video is", "He also"."""
    return bool(_GOES_ON.match(text))


def brings_in(tokens: Sequence[str]) -> bool:
    """Tell whether an English sentence opens with somebody or something new ("A man"), not a time ("A day later")."""
    newcomers, times = _newcomers()
    return len(tokens) > 1 and tokens[0] in newcomers and tokens[1] not in times


@cache
def _newcomers() -> tuple[frozenset[str], frozenset[str]]:
    held = (load_table("en") or {})["leads"]
    return frozenset(held["newcomers"].split()), frozenset(held["times"].split())
