"""Tense: whether the clause around a date phrase looks back or ahead, and whether a sentence tells of an event."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import pairwise, takewhile
from typing import Literal

from summarizer.languages.language import load_table
from summarizer.model import PhraseRole

Tense = Literal["past", "ahead"]
Sign = Literal["past", "ahead", "unclear"]

# Where a clause ends: marks, and the words that open a subordinate one. A comma within a number is none.
_BREAKS = (
    r"that|which|who|whom|whose|after|before(?!\s(?:dawn|noon|midnight|sunrise|sunset|daybreak)\b)|since|while|when"
    r"|where|because|although|though|if|but"
    r"|as(?!\sof\b)|adding|saying|according\sto|prompting"
)
# After a word a phrase dates no more than what is mentioned by the way.
_BREAK = re.compile(rf"[,;:](?=\s)|[—–“”\"()]|\s-\s|\b(?P<word>{_BREAKS})\b")
_BOUND = re.compile(
    r"\b(?:since|until|till|through|by|from|before|after|to|ahead\sof|as\sof|following|between|than|against)\s"
    r"(?:(?:the|early|late|mid|end|start|of)[\s-])*$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:from|than|against)\s[^,]{1,24}$", re.IGNORECASE)
_AHEAD = frozenset("will shall would could may might can can't won't next upcoming".split())
# Ahead where "to" or "for" follows ("is scheduled to", "forecast for"); "a planned visit" may long be past.
_PLANS = frozenset(
    "due expected scheduled set plans plan planned planning hopes hoped intends intended aims aimed wants forecast"
    " going slated".split()
)
_DETERMINERS = frozenset("a an the his her its their our this that any new".split())  # "a plan to" is no verb
_DENIED: dict[str, Sign] = {"could": "past", "would": "unclear", "might": "unclear"}
_NO_PAST = frozenset(
    "need red bed speed indeed hundred feed seed united exceed proceed succeed shed naked sacred indebted".split()
)
_PAST = frozenset(
    "was were had did said told met held began begun took taken rose risen fell fallen cut kept made gave given left"
    " came went gone saw seen sent shot won lost beat hit put led found brought burst broke broken struck spoke spoken"
    " wrote written stood got ran built bought sold paid caught fought thought taught sought felt meant heard read won"
    " threw grew knew flew drew drove driven rode spent lent bent sank swept slept wept dealt laid chose chosen froze"
    " stole swore wore tore woke forgot forgave overtook withdrew underwent became arose ate drank sang swam shook"
    " been done known shown sunk forecast stuck hung dug fed fled bled bred shut split spread lit quit".split()
)
_NO_INFINITIVE = frozenset(
    "the a an his her its their our this that these those all each both one two three four five six seven eight nine"
    " ten some any more most many much several what whom which him them us it reporters journalists lawmakers"
    " parliament date work school court power talks".split()
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d")
_FEW = 5  # words of a clause that is nothing but the phrase and what binds it ("At Sunday's meeting"),
_BINDS = re.compile(r"(?:on|at|in|over|during|late|early|earlier|later|by|through|until|of|for)?", re.IGNORECASE)
_ENCLOSED = re.compile(
    r",\s(?:(?:who|which|whose|whom|where|when|the|an?|one)\b|(?:\w{2,}(?:ed|ing)|built|born|known|held|made|sent|given|led)\b)"
    r"[^,;“”]*,"
)
_OPENS_LATE = re.compile(
    r"(?:^(?!United|During|Following|Beijing|Boeing)|,\s)(?:\w{2,}(?:ed|ing)|[Bb]uilt|[Bb]orn|[Kk]nown)\s(?![A-Z])[^,]*$"
)
_PRESENT = re.compile(r"\b(?:is|are|has|have|will|can|cannot|can't|says?|remains?|still|now|yet)\b", re.IGNORECASE)
_AUXILIARIES = frozenset("had has have was were is are be been being will would".split())
_JOINING = frozenset({"and", "or", "then", "to"})
_SAYING = r"(?:said|says|told|stated|wrote|tweeted|warned|explained|replied|announced)"
_SAID_JUST_BEFORE = re.compile(
    rf"\b{_SAYING}(?:\s(?:late|early|earlier|later|on|in|an?|the|statement|interview|tweet|news|press|conference"
    r"|briefing|reporters|journalists|lawmakers|parliament|telephone|by|at|also|media|letter|post|bulletin|to"
    r"|[A-Z][A-Za-z.]+))*\s?$"
)
_SPOKEN = re.compile(
    r"\b(?:comments?|remarks?|statement|interview|(?:news|press)\sconference|briefing|speech|tweet|according\sto)\b"
    r"(?:\s(?!that\b|which\b)[\w’'.-]+){0,5}?\s(?:(?:published|released|issued|made|given|by)\s)?(?:[\w’'.-]+\s)?(?:on\s|late\s|early\s)?$",
    re.IGNORECASE,
)
_SAID_JUST_AFTER = re.compile(rf"^(?:\s(?:morning|afternoon|evening|night))?\s(?:also\s)?{_SAYING}\b")
_REPORTED = re.compile(rf"^(?P<all>[^,;“”]{{0,80}}?\b{_SAYING}\b[^,;“”]{{0,30}}?\sthat)\b")


def is_quoted(text: str, at: int) -> bool:
    """Tell whether a place in a text stands inside quotation marks."""
    before = text[:at]
    opened = before.count("“") + before.count("«") - before.count("”") - before.count("»")
    return opened > 0 or before.count('"') % 2 == 1


def tense_at(text: str, start: int, end: int) -> Tense | None:
    """Tell whether the clause around a phrase looks back or ahead; None where it does not tell.

    The nearest verb form before the phrase decides, else one after it in its clause; where the clause is little more
    than the phrase itself, the sentence does, if it is all past or all to come.
    """
    text = _plain(text)
    opens = max((match.end() for match in _BREAK.finditer(text, 0, start)), default=0)
    closes = next((match.start() for match in _BREAK.finditer(text, end)), len(text))
    before, after = _TOKEN.findall(text[opens:start]), _TOKEN.findall(text[end:closes])
    found = _last_tense(before)
    if found is not None:
        return found if found != "unclear" else None
    found = next(_signs(after), None)
    if found is not None:
        return found if found != "unclear" else None
    is_short = len(before) + len(after) <= _FEW and _BINDS.fullmatch((before or [""])[0])
    if not is_short and not all(map(_BINDS.fullmatch, before)):
        return None
    signs = {sign for sign in _signs(_TOKEN.findall(text)) if sign != "unclear"}
    return next(iter(signs)) if len(signs) == 1 else None


def _plain(text: str) -> str:
    """A text with a small first letter: "After" opens a clause as "after" does, "WHO" is no "who"."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _last_tense(words: list[str]) -> Sign | None:
    """What the last telling word of a clause says; nothing certain where an earlier one gainsays it."""
    signs = list(_signs(words))
    if not signs:
        return None
    return "unclear" if signs[-1] == "past" and "ahead" in signs else signs[-1]


def _signs(words: list[str]) -> Iterator[Sign]:
    """What each telling word says, in order; an infinitive does not tell when ("asked to meet")."""
    low = [word.casefold() for word in words]
    for at, (word, following) in enumerate(pairwise([*low, ""])):
        if word in _PLANS and following in ("to", "for"):
            if word not in ("plan", "plans") or not at or low[at - 1] not in _DETERMINERS:
                yield "ahead"
        elif word == "aimed" and following == "at":
            yield "unclear"
        elif word in _AHEAD and words[at] not in ("May", "Will"):
            yield "ahead" if following != "not" else _DENIED.get(word, "ahead")
        elif is_past_verb(word) and word not in _PLANS:
            yield "past" if not at or low[at - 1] != "being" else "unclear"
        elif word == "to" and _is_infinitive(words[at + 1 : at + 2]) and (not at or low[at - 1] not in _PLANS):
            yield "unclear"


def _is_infinitive(words: list[str]) -> bool:
    """Whether what follows "to" is a verb rather than a place, a person or a number."""
    return bool(words) and words[0].isalpha() and words[0].islower() and words[0] not in _NO_INFINITIVE


def is_past_verb(word: str) -> bool:
    """Tell whether a word, in small letters, looks like a verb in the past, or a participle."""
    return word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NO_PAST)


def role_at(text: str, start: int, end: int) -> PhraseRole:
    """Tell what a phrase dates: what the sentence tells, the saying of it, or something mentioned by the way."""
    text = _plain(text)
    before = text[:start]
    opens = max((match.end() for match in re.finditer(r"[,;](?=\s)", before)), default=0)
    clause = re.sub(r"\b(?:on|in|at|late|early|over|last|this|during)\s$", "", before[opens:], flags=re.IGNORECASE)
    if _SAID_JUST_BEFORE.search(clause) or _SPOKEN.search(clause) or _SAID_JUST_AFTER.match(text[end:]):
        return "said"
    if is_quoted(text, start) or _BOUND.search(before) or _COMPARED.search(clause) or _is_within(text, start, end):
        return "aside"
    return "aside" if _is_subordinate(before, text[end:]) else "told"


def _is_within(text: str, start: int, end: int) -> bool:
    """Whether a clause has a verb before the phrase and another right after it: "a report written in 2021 was lost"."""
    opens = max((match.end() for match in _BREAK.finditer(text, 0, start)), default=0)
    closes = next((match.start() for match in _BREAK.finditer(text, end)), len(text))
    before = [word for word in _TOKEN.findall(text[opens:start]) if not _BINDS.fullmatch(word)]
    if not before or before[-1].casefold() in _AUXILIARIES:
        return False  # "had on June 5 expressed" is one verb
    following = takewhile(lambda word: word not in _JOINING, _TOKEN.findall(text[end:closes])[:2])
    return any(sign != "unclear" for sign in _signs(before)) and any(
        _PRESENT.fullmatch(word) or is_past_verb(word.casefold()) for word in following
    )


def _is_subordinate(before: str, after: str) -> bool:
    marked = f"{before}\0{after}"
    if any("\0" in match.group() for match in _ENCLOSED.finditer(marked)):
        return True
    plain = _ENCLOSED.sub(",", before)
    said = _REPORTED.match(plain)
    if said:
        plain = plain[said.end("all") :]
    return any(match["word"] for match in _BREAK.finditer(plain)) or bool(_OPENS_LATE.search(plain))


def is_over(text: str) -> bool:
    """Tell whether a sentence, enclosed clauses apart, tells of nothing that is still so."""
    return not _PRESENT.search(_ENCLOSED.sub(",", text))


@cache
def _words() -> frozenset[str]:
    held = load_table("en") or {}
    return frozenset(held["happenings"]["words"].split()).union(*(names.split() for names in held["weekdays"].values()))


def tells_of_event(tokens: Collection[str]) -> bool:
    """Tell whether an English sentence holds a past form, a word of saying or a day, by its words in small letters."""
    return not _words().isdisjoint(tokens)
