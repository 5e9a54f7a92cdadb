"""Full stops that end no sentence, and those that do although a library takes them for an abbreviation's."""

from __future__ import annotations

import re
from functools import cache

from summarizer.languages.data_sections import find_section, require_section

_LONGEST = 60  # characters that tell of a full stop, on either side
_SHORT = 7  # letters of an abbreviation, with what stands before it
_CAPITAL = "A-ZÀ-ÖØ-Þ"
# Where a sentence may begin within what the library takes for one.
_INNER = re.compile(rf"\.[”\"]?\s++(?=[\"“‘«]?(?:[{_CAPITAL}][a-zß-öø-ÿ'’]|[AI]\s))")
_HOUR = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_PART = r"[^\s.'’(\[\"“‘«-]"
_WORD = re.compile(rf"(?<!{_PART}){_PART}++$")
_ORDINAL = re.compile(r"(?P<before>[^\W\d_]{2,4})\s[1-9][0-9]?\.$")
_ACRONYM = re.compile(rf"\b(?:[{_CAPITAL}]\.){{2,9}}$")
_NUMERAL = re.compile(r"\b[IVX]{2,6}\.$")
_INITIALS = re.compile(rf"(?<!\w)[{_CAPITAL}]\.-[{_CAPITAL}]\.$")
_INITIAL = re.compile(r"\s(?=[^\W\d_]\.)(?P<letter>\w)\.$")
_OPENING = re.compile(rf"[\"“‘«]?(?P<first>[{_CAPITAL}][\w’'-]{{0,30}})\s(?P<next>[^\W\d_])")
_QUOTED = ("。”", "！”", "？”", '。"', '！"', '？"', "。」", "！」", "？」", "。』")


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"{require_section('en', 'calendar').any_of('weekdays')}\b")


@cache
def _entries(language: str, name: str) -> frozenset[str]:
    section = find_section(language, "boundaries")
    return frozenset(section.values.get(name, "").split()) if section else frozenset()


@cache
def _saying(language: str) -> re.Pattern[str] | None:
    verbs = "|".join(_entries(language, "sayings"))
    return re.compile(rf"[^，。！？：“”\"「」]{{1,20}}(?:{verbs})[。！？，]") if verbs else None


@cache
def _closings(language: str) -> frozenset[str]:
    return _entries(language, "streets") | _entries(language, "firms")


@cache
def _closed_name(language: str) -> re.Pattern[str] | None:
    """What ends in the name of a street or of a firm, which a sentence may end in."""
    if not _entries(language, "streets"):
        return None
    names = ("streets", "street_leads", "ordinal_endings", "places", "firms")
    streets, leads, endings, places, firms = ("|".join(_entries(language, name)) for name in names)
    street = rf"(?:\b(?:{leads})\s|\d\s)(?:(?!(?:{places})\b)[A-Z][\w’']{{0,30}}\s){{1,2}}"
    firm = rf"[a-z]\s(?:[A-Z][\w’'&-]{{0,30}},?\s(?:&\s)?){{1,4}}(?:{firms})"
    return re.compile(rf"(?:(?:{street}|\d(?:{endings})\s)(?:{streets})|(?P<firm>{firm}))\.$")


@cache
def _closing(language: str) -> re.Pattern[str] | None:
    """What ends in an abbreviation that may close a sentence: "Sun Lakes, Ariz.", "Washington, D.C.", "in the U.S."."""
    if not _entries(language, "people"):
        return None
    states, rest, generations = (
        "|".join(map(re.escape, sorted(_entries(language, name)))) for name in ("states", "rest", "generations")
    )
    state = rf"[\w’'],\s(?:{states})"
    return re.compile(rf"(?:(?P<place>{state})|\b(?P<rest>{rest})|\b(?:[A-Z]\.){{1,8}}[A-Z]|\b(?:{generations}))\.$")


@cache
def _closers(language: str) -> frozenset[str]:
    """The last parts of what may close a sentence, but for single letters."""
    names = ("states", "rest", "generations")
    return frozenset(entry.rpartition(".")[2] for name in names for entry in _entries(language, name))


@cache
def _month(language: str) -> re.Pattern[str] | None:
    """What ends in the name of a month, cut short, which a sentence may end in."""
    leads, months = ("|".join(_entries(language, name)) for name in ("month_leads", "months"))
    return re.compile(rf"\b(?:{leads})\s(?:{months})\.$", re.IGNORECASE) if months else None


def goes_on(before: str, after: str, language: str) -> bool:
    """Tell whether a sentence goes on behind the full stop that parts two pieces of it.

    Args:
        before: What stands before, up to the full stop.
        after: What follows.
        language: Code of the language.
    """
    if not before.endswith("."):
        saying = _saying(language) if before.endswith(_QUOTED) else None
        return saying is not None and saying.match(after) is not None
    if _INITIALS.search(before[-6:]):
        return after[:1].isupper() and not _opens(after, language)
    if find_section(language, "boundaries") is None:
        initial = _INITIAL.search(before[-3:])
        return initial is not None and initial["letter"].isupper() and after[:1].isupper()
    word = _last_word(before)
    if not word:
        return False
    if word.casefold() in _entries(language, "numbered") and after[:1].isdigit():
        return True
    is_title = word in _entries(language, "titles") or word.capitalize() in _entries(language, "titles")
    if is_title or word in _entries(language, "initials") or _is_ordinal(before, language):
        return after[:1].isupper() and not _opens(after, language)
    return False


def _last_word(before: str) -> str:
    """The word before a full stop; "" where it is longer than any abbreviation."""
    last = _WORD.search(before, max(0, len(before) - 1 - _SHORT), len(before) - 1)
    return last[0] if last else ""


def _is_ordinal(before: str, language: str) -> bool:
    found = _ORDINAL.search(before[-8:]) if before[-2:-1].isdigit() else None
    return found is not None and found["before"].casefold() in _entries(language, "ordinals")


def _opens(after: str, language: str) -> bool:
    """Whether a piece opens as sentences do, and no name does: "His son", not "He Weidong"."""
    opening = _OPENING.match(after)
    if opening is None or opening["first"] not in _entries(language, "openers"):
        return False
    return opening["next"].islower() or bool(_entries(language, "nouns"))


def inner_ends(text: str, start: int, end: int, language: str) -> list[int]:
    """Return where sentences begin within a stretch of a text that was taken for one sentence."""
    stops = list(_INNER.finditer(text, start, end))
    if not stops or find_section(language, "boundaries") is None:
        return []
    parts = ((stop.end(), *_around(text, start, stop)) for stop in stops)
    return [at for at, before, after in parts if _is_end(before, after, language) or _closes(before, after, language)]


def _around(text: str, start: int, stop: re.Match[str]) -> tuple[str, str]:
    full = stop.start() + 1
    return text[max(start, full - _LONGEST) : full], text[stop.end() : stop.end() + _LONGEST]


def _closes(before: str, after: str, language: str) -> bool:
    """Whether what begins behind an abbreviation is no part of a name: a state behind its town, "etc.", an acronym."""
    word = before[-_SHORT - 1 : -1].rpartition(" ")[2].rpartition(".")[2]
    pattern = _closing(language) if len(word) == 1 or word in _closers(language) else None
    found = pattern.search(before) if pattern else None
    if found is None or not (_begins(after) or _opens(after, language)):
        return False
    if found["place"] or found["rest"]:
        return True
    return _OPENING.match(after)["first"] in _entries(language, "people")  # type: ignore[index]


def _is_end(before: str, after: str, language: str) -> bool:
    word = _last_word(before)
    if word in _entries(language, "words"):
        return True
    if after[0] in '"“' and _HOUR.search(before):
        return True
    if _opens(after, language) and (_ACRONYM.search(before) or _NUMERAL.search(before)):
        return True
    month = _month(language) if word.capitalize() in _entries(language, "months") else None
    if month and month.search(before):
        return _begins(after)
    pattern = _closed_name(language) if word in _closings(language) else None
    name = pattern.search(before) if pattern else None
    return name is not None and (name["firm"] is None or _begins(after))


def _begins(after: str) -> bool:
    """Whether a word that is no part of a name begins a sentence: a small letter follows it."""
    opening = _OPENING.match(after)
    return opening is not None and opening["next"].islower() and not _weekday().match(after)
