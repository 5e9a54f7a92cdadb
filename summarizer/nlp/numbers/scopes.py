"""The scope of a number: its period, turn, part or subject."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.languages.language import load_table
from summarizer.nlp.sentences.verbs import is_verb
from summarizer.nlp.tokens import stop_words

_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
_BEGINNING = 4  # letters by which "Syria" and "Syrian" are one
_AROUND = 30  # characters around a number in which it is called feared
_FAR = 14  # words among which the verb of a subject stands


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeSubject:
    """Of whom or what a clause tells: the names in its subject, and the other words of it."""

    names: frozenset[str]
    words: frozenset[str]


def find_periods(text: str) -> frozenset[str]:
    """Find the months, quarters and years, told by name or from the time of writing, to which a sentence is limited.

    Examples:
        >>> sorted(find_periods("It lost 70 million last year, and more in February."))
        ['february', 'last year']
    """
    found = (" ".join(match.group().casefold().split()) for match in _periods().finditer(text))
    return frozenset(found)


def find_turns(text: str) -> Mapping[str, frozenset[str]]:
    """Find which of several a sentence tells of: for each noun the places in the order that stand before it.

    Examples:
        >>> find_turns("She won the second round.")
        {'round': frozenset({'second'})}
    """
    found: dict[str, set[str]] = {}
    for match in (one for one in _turns().finditer(text) if one["noun"] not in stop_words("en")):
        found.setdefault(match["noun"].casefold(), set()).add(match["place"].casefold())
    return {noun: frozenset(places) for noun, places in found.items()}


def find_narrowing(text: str) -> frozenset[str]:
    """Find the words of a sentence that make its numbers those of a part: "the aftershock", "core inflation"."""
    return _narrowing() & {word.casefold() for word in _WORD.findall(text)}


def read_subject(text: str, end: int, common: Container[str]) -> ScopeSubject | None:
    """Read the subject of the clause that a place stands in; None where no verb stands between the two.

    Args:
        text: A sentence, or the clause alone.
        end: The place.
        common: Words that the reports write small somewhere: what is not among them and has a capital is a name.
    """
    words = [match.group() for match in _WORD.finditer(text, 0, end)][:_FAR]
    small = [word.casefold() for word in words]
    verb = next((at for at in range(1, len(words)) if is_verb(small[at], small[at - 1], "en")), None)
    if verb is None:
        return None
    content = [at for at in range(verb) if small[at] not in stop_words("en") and not _is_time(words[at])]
    names = [at for at in content if words[at][0].isupper() and small[at] not in common]
    return ScopeSubject(
        names=frozenset(small[at][:_BEGINNING] for at in names),
        words=frozenset(small[at] for at in content if at not in names),
    )


def called_before(text: str, start: int) -> str:
    """Return what a clause says that the number at a place is, in small letters; "" where it does not say so.

    Examples:
        >>> called_before("Turnout was 61 percent.", 12)
        'turnout'
    """
    match = _called().search(text, 0, start) if text.endswith(_copulas(), 0, start) else None
    return " ".join(match["what"].casefold().split()) if match else ""


def is_feared_at(text: str, start: int, end: int) -> bool:
    """Tell whether the number there is what is feared or may be so, not what was counted."""
    return _feared().search(text, max(0, start - _AROUND), end + _AROUND) is not None


def _is_time(word: str) -> bool:
    return word.endswith("day") or word in _table()["months"].split()


@cache
def _periods() -> re.Pattern[str]:
    words = _table()
    months = "|".join(words["months"].split())
    spans, before, behind = ("|".join(words[name].split()) for name in ("spans", "deictic", "behind"))
    parts = "|".join(words["parts"].split())
    return re.compile(
        rf"\b(?:{months})\b|\b(?i:{before})\s(?:{spans})\b|\bthe\s(?:{spans})\s(?:{behind})\b"
        rf"|\b(?i:{'|'.join(_places())})\s(?:{parts})\b"
    )


@cache
def _turns() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<place>(?i:{'|'.join(_places())}))\s(?P<noun>[a-z]{{3,}})\b")


@cache
def _narrowing() -> frozenset[str]:
    return frozenset(_table()["narrowing"].split())


@cache
def _copulas() -> tuple[str, ...]:
    return tuple(f"{word.replace('_', ' ')} " for word in _table()["copulas"].split())


@cache
def _called() -> re.Pattern[str]:
    """A few words before a copula, at the start of a sentence or behind a mark."""
    articles = "|".join(_table()["articles"].split())
    copulas = "|".join(_copulas())
    return re.compile(rf"(?:^|[,;:] )(?:(?i:{articles}) )?(?P<what>[\w’' -]{{3,40}}?) (?:{copulas})$")


@cache
def _feared() -> re.Pattern[str]:
    words = "|".join(word.replace("_", " ") for word in _table()["feared"].split())
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _places() -> Sequence[str]:
    return _table()["places"].split()


@cache
def _table() -> Mapping[str, str]:
    held: Mapping[str, str] = (load_table("en") or {})["scopes"]
    return held
