"""Full stops that end no sentence, and those that do behind what a library takes for an abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_LONGEST = 60  # characters that tell of a full stop, on either side
_CAPITAL = "A-ZÀ-ÖØ-Þ"
# Where a sentence may begin within what the library takes for one.
_INNER = re.compile(rf"\.[”\"]?\s++(?=[\"“‘«]?(?:[{_CAPITAL}][a-zß-öø-ÿ'’]|[AI]\s))")
_HOUR_BEFORE_QUOTATION = re.compile(r"\b[ap]\.m\. [\"“]$", re.IGNORECASE)
_OPENING = re.compile(rf"[\"“‘«]?(?P<first>[{_CAPITAL}][\w’'-]{{0,30}})\s(?P<next>[^\W\d_])")
_CAPITAL_FIRST = re.compile(rf"[{_CAPITAL}]")
_QUOTED = ("。”", "！”", "？”", '。"', '！"', '？"', "。」", "！」", "？」", "。』")
_ACRONYM = re.compile(rf"\b(?:[{_CAPITAL}]\.){{2,9}}$")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_ANY_CASE = frozenset({"numbered"})
_ALSO_SHOUTED = frozenset({"titles"})
_PATTERNS = {
    "words": r"(?<![\w.])(?:{})\.$",
    "firms": r"[a-z]\s(?:[A-Z][\w’'&-]{{0,30}},?\s){{1,4}}(?:{})\.$",
    "titles": r"(?<![\w.])(?:{})\.$",
    "numbered": r"(?<![\w.])(?:{})\.$",
    "initials": r"(?:^|[\s'’(.-])(?:{})\.$",
    "sayings": r"[^，。！？：“”\"「」]{{1,20}}(?:{})[。！？，]",
}


@cache
def _held(language: str) -> dict[str, str]:
    return _all().get(language, {})


@cache
def _all() -> dict[str, dict[str, str]]:
    import tomllib

    return tomllib.loads((files(__package__) / "data" / "boundaries.toml").read_text(encoding="utf-8"))


@cache
def _openers(language: str) -> frozenset[str]:
    return frozenset(_held(language).get("openers", "").split())


@cache
def _pattern(language: str, name: str) -> re.Pattern[str] | None:
    """What finds the entries of a name; None where the language has none."""
    entries = _held(language).get(name, "").split()
    if not entries:
        return None
    if name in _ALSO_SHOUTED:
        entries += [entry.upper() for entry in entries]
    return re.compile(_PATTERNS[name].format("|".join(entries)), re.IGNORECASE if name in _ANY_CASE else 0)


@cache
def _streets(language: str) -> re.Pattern[str] | None:
    held = _held(language)
    if "streets" not in held:
        return None
    streets, places = ("|".join(held[name].split()) for name in ("streets", "places"))
    named = rf"(?:\b(?:on|along|down|off)\s|\d\s)(?:(?!(?:{places})\b)[A-Z][\w’']*\s){{1,2}}"
    return re.compile(rf"(?:{named}|\d(?:st|nd|rd|th)\s)(?:{streets})\.$")


def _ends(language: str, name: str, text: str) -> bool:
    pattern = _pattern(language, name)
    return pattern is not None and pattern.search(text) is not None


def goes_on(before: str, after: str, language: str) -> bool:
    """Tell whether a sentence goes on behind the full stop that parts two pieces of it.

    Args:
        before: What stands before, up to the full stop.
        after: What follows.
        language: Code of the language.
    """
    if before.endswith(_QUOTED):
        saying = _pattern(language, "sayings")
        return saying is not None and saying.match(after) is not None
    if not before.endswith("."):
        return False
    before = before[-_LONGEST:]
    if _ends(language, "numbered", before) and after[:1].isdigit():
        return True
    if _ends(language, "titles", before) or _ends(language, "initials", before):
        return _CAPITAL_FIRST.match(after) is not None and not _opens(after, language)
    return False


def _opens(after: str, language: str) -> bool:
    """Whether a piece opens as sentences do, and no name does: "His son", not "He Weidong"."""
    opening = _OPENING.match(after)
    return opening is not None and opening["first"] in _openers(language) and opening["next"].islower()


def inner_ends(text: str, language: str) -> Iterator[int]:
    """Yield where sentences begin within what was taken for one sentence."""
    if language not in _all():
        return
    for stop in _INNER.finditer(text):
        before = text[max(0, stop.start() + 1 - _LONGEST) : stop.start() + 1]
        if _is_end(before, text[stop.end() : stop.end() + _LONGEST], language):
            yield stop.end()


def _is_end(before: str, after: str, language: str) -> bool:
    if _ends(language, "words", before):
        return True
    if _HOUR_BEFORE_QUOTATION.search(f"{before} {after[:1]}"):
        return True
    street = _streets(language)
    if street is not None and street.search(before):
        return True
    if _ACRONYM.search(before) and _opens(after, language):
        return True
    opening = _OPENING.match(after)
    is_opened = opening is not None and opening["next"].islower() and not _DAY.match(after)
    return is_opened and _ends(language, "firms", before)
