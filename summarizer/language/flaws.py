"""What would make a sentence read badly on its own, each flaw named."""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import eq

from summarizer.language.marks import count_straight_marks, is_in_capitals

SHORTEST_SENTENCE = 4  # words; below that nothing was found that stands alone

_PRONOUNS = "He|She|It|They|Him|Them|His|Her|Hers|Its|Their|Theirs|These|Those|Such|Others|Both|Neither|Either"
_PLURALS = "side|sides|countries|nations|parties|governments|companies|teams|men|women|leaders|houses"
_TIMES = "week|month|year|morning|evening|afternoon|time|day|summer|winter|spring|autumn|fall"
_CONNECTIVES = (
    "But|And|Or|Nor|Yet|So|Still|Also|Then|Thus|Hence|Therefore|However|Meanwhile|Moreover|Furthermore|Instead"
    "|Nevertheless|Nonetheless|Besides|Otherwise|Additionally|Similarly|Likewise|Consequently|Accordingly|Again"
    "|In addition|As a result|For example|For instance|In contrast|By contrast|On the other hand|At the same time"
    "|In response|After that|Before that|Of these|Among them|In this|In that|On that|At that|For that"
    "|With that|Because of this"
)
_ANAPHORS = (
    "two|three|four|pair|former|latter|group|duo|trio|move|decision|statement|remarks?|comments?|agreement|announcement"
)
_ORPHAN = re.compile(
    rf"^[“\"‘'(]?(?:(?:{_CONNECTIVES}),? )?(?:(?:{_PRONOUNS})\b(?! (?:{_PLURALS})\b)"
    rf"|(?:This|That)\b(?! (?:{_TIMES})\b)|The (?:{_ANAPHORS}) )",
    re.IGNORECASE,
)
_CONNECTED = re.compile(rf"^[“\"‘'(]?(?:{_CONNECTIVES})\b")
_QUOTES = "“\"‘'«„"
_EXPLETIVE = re.compile(
    r"^It (?:is|was|will be|has been|remains|takes|took) (?:\w+ ){0,2}(?:that|to|clear|unclear|not clear)\b"
)
_FIRST_PERSON = re.compile(r"^(?:I|We|My|Our|You|Your)\b")
_DOUBLED = re.compile(r"\b(?!(?:that|had|very|so|no|ha|bye)\b)(\w{2,})[.,]?\s+\1\b(?!['’-])", re.IGNORECASE)
_GLUED = re.compile(
    r"\b[A-Z]?[a-z]{2,}(?:The|In|He|She|It|They|But|And|On|At|For|With|This|A|An|We|US|Mr|Ms)(?:\b|(?=[A-Z]))"
    r"|\b\w{2,}\.(?:The|In|He|She|It|They|But|And|On|At|For|With|This)\b"
)
_BROKEN = re.compile(r"(?<!\bCorp)(?<!\bInc)(?<!\bLtd)(?<!\bvs)(?<!\bapprox)(?<!\betc)(?<=[a-z]{2})[.!?]”?\s+[a-z]{2,}")
_SEAM = re.compile(r"[A-Z](?:(?<=[a-z].)|(?<=\w\..))")
_STOP_INSIDE = re.compile(r"[.!?]”?\s+[a-z]")
_HEADLESS = re.compile(
    r"^(?:Became|Was|Were|Is|Are|Has|Had|Have|Been|Said|Says|Told|Added|Noted|Stated|Will|Would|Could|Should|Did|Does"
    r"|Called|Announced|Met|Went|Took|Made|Gave|Held)\s(?!.*\?$)"
)
_ENDED = re.compile(r"[.!?…。।؟！？][”\"’'»)\]]*$|[”\"»]$|[.!?…]\S{0,3}$")
_ENDS = (".", "!", "?", "…")
_MOJIBAKE = re.compile(r"�|â€|Ã[\x80-\xbf©¨¤¶¼]|Â[\xa0-\xbf]")
_MARKUP = re.compile(r"\]\(|</?\w+[^>]*>|\{\{|\}\}|\[/?\w+_\w+\]")


def _is_unbalanced(text: str) -> bool:
    count = text.count
    return (
        count("“") != count("”")
        or count("(") != count(")")
        or count("[") != count("]")
        or count_straight_marks(text) % 2 == 1
    )


def _has_twins(text: str) -> bool:
    """Whether two neighbouring words may be the same: spares a costly search in most sentences."""
    words = text.lower().replace(".", "").replace(",", "").split()
    return any(map(eq, words, words[1:]))


def _is_orphan(text: str) -> bool:
    return bool(_ORPHAN.match(text)) and not _EXPLETIVE.match(text)


FLAWS: dict[str, Callable[[str], bool]] = {
    "orphan opening": lambda text: text[:1] not in _QUOTES and _is_orphan(text),
    "quotation of an orphan": lambda text: text[:1] in _QUOTES and _is_orphan(text),
    "bare connective": lambda text: bool(_CONNECTED.match(text)),
    "first person": lambda text: bool(_FIRST_PERSON.match(text)),
    "question": lambda text: text.rstrip("”\"’' ").endswith("?"),
    "too short": lambda text: len(text.split()) < SHORTEST_SENTENCE,
    "doubled word": lambda text: _has_twins(text) and bool(_DOUBLED.search(text)),
    "glued words": lambda text: bool(_SEAM.search(text)) and bool(_GLUED.search(text)),
    "broken off inside": lambda text: bool(_STOP_INSIDE.search(text)) and bool(_BROKEN.search(text)),
    "no subject": lambda text: bool(_HEADLESS.match(text)),
    "lower-case start": lambda text: bool(re.match(r"\W*[a-z]+\b", text)),
    "no end": lambda text: text[-1:] not in _ENDS and not _ENDED.search(text),
    "unbalanced quotation": _is_unbalanced,
    "damaged characters": lambda text: not text.isascii() and bool(_MOJIBAKE.search(text)),
    "in capitals": is_in_capitals,
    "markup": lambda text: bool(_MARKUP.search(text)),
}


def find_flaws(text: str) -> tuple[str, ...]:
    """Name what is wrong with a sentence that would stand alone; empty for a sound one."""
    return tuple(name for name, has_flaw in FLAWS.items() if has_flaw(text))
