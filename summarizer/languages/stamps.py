"""What stands beside dates on pages, in all languages at once: such dates are read before the language is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from summarizer.languages.data_sections import Section, find_all_sections, find_present

# Names that mean one zone, in minutes from that of Greenwich; of the others (IST, BST, CST outside of mail) the day as
# written is known, and no more.
ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "cet": 60, "cest": 120, "mez": 60, "mesz": 120,
    "eet": 120, "eest": 180, "msk": 180, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "sast": 120, "wat": 60, "eat": 180, "hkt": 480, "sgt": 480, "pkt": 300,
}  # fmt: skip
_SHIFT = r"[+-]\d{1,2}(?::?\d{2})?(?!\d)"
_ZONE = rf"(?:(?:GMT|UTC)\s?{_SHIFT}|{_SHIFT}|(?:{'|'.join(ZONES)})\b)"


@cache
def months_of_others(language: str) -> Mapping[str, int]:
    """Return the names of months in all languages but one, in small letters, with their numbers from 1.

    Short forms are those that mean one month in all of them.
    """
    return MappingProxyType(_valued("short_months") | dict(_numbered("months", start=1, without=language)))


@cache
def weekdays_of_all() -> Mapping[str, int]:
    """Return the names of weekdays in all languages, in small letters, with their numbers; Monday is 0."""
    return MappingProxyType(_valued("short_weekdays") | dict(_numbered("weekdays", start=0)))


@cache
def stamps_of_all() -> Section:
    """Return the patterns of dates on pages, made of the sections "stamps" of all languages.

    They find a time of day ("5.30 p.m.", "10h05", "09:15 GMT+2", "9 Uhr") and its parts, what may stand before it, a
    day told in full ("4 de mayo de 2024"), the name of a weekday before a day in figures, and what says that something
    was changed or published then.
    """
    clock = (
        r"(?:\d{1,2}(?:[:.]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s{0,3}"
        rf"(?:[ap]\.?\s?m\b\.?|(?:{_any('o_clock')})\b)?|\s?h\s?\d{{2}}\b)"
        rf"|\b\d{{1,2}}\s?[ap]\.?m\b\.?)(?:\s{{0,3}}\(?{_ZONE}\)?)?"
    )
    to_clock = rf"(?:,|\s|\||–|—|-|·|•|/|\b(?:{_any('to_clock')})\b\.?){{0,20}}[\s(|•·/]"
    year, month, day = (f"[{''.join(signs)}]" for signs in zip(*_all("signs"), strict=True))
    changed = _any_pattern("changed")
    patterns = {
        "clock": clock,
        "clock_parts": r"(?i)(?P<hour>\d{1,2})\s*(?:[:.h]\s*(?P<minute>\d{2}))?(?::\d{2}(?:[.,]\d+)?)?\s*"
        rf"(?:(?P<half>[ap])\.?\s?m\b\.?|(?:{_any('o_clock')})\b)?\s*\(?(?P<zone>{_ZONE})?",
        "half_day": r"(?i)\d\s{0,3}[ap]\.?\s?m\b",
        "to_clock": to_clock,
        "clock_behind": f"(?i){to_clock}(?P<after>{clock})",
        "full_day": rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|º|°|{_any('ordinals')})?(?:\s+(?:{_any('of_month')}))?"
        rf"\s+(?P<name>[^\W\d_]{{3,12}})\.?,?(?:\s+(?:{_any('of_year')}))?\s+(?P<year>(?:19|20)\d{{2}})(?!\d)"
        rf"|(?P<year2>(?:19|20)\d{{2}})\s*{year}\s*(?P<month2>\d{{1,2}})\s*{month}\s*(?P<day2>\d{{1,2}})\s*{day}",
        "weekday_before": rf"(?i)\b([^\W\d_]{{2,10}})\.?,?\s+(?:(?:{_any('articles')})\s+)?$",
        "changed": f"(?i)(?:{changed})",
        "changed_behind": rf"(?i)\W{{0,3}}{_any_pattern('changed_lead')}\w{{0,40}}?(?:{changed})\w{{0,40}}\W{{0,80}}",
        "published": f"(?i){_any_pattern('published')}",
    }
    return Section(language="any", name="stamps_of_all", values=MappingProxyType({"patterns": patterns}))


def _all(key: str) -> list[tuple[str, ...]]:
    return [section.listed(key) for section in find_all_sections("stamps") if section.values.get(key)]


def _any(key: str) -> str:
    """The entries of a list of all languages, as alternatives; of two that begin alike the longer one first."""
    entries = sorted({entry for own in _all(key) for entry in own}, key=lambda entry: (-len(entry), entry))
    return "|".join(re.escape(entry).replace(r"\ ", r"\s") for entry in entries)


def _any_pattern(key: str) -> str:
    held = [section for section in find_all_sections("stamps") if key in section.values.get("patterns", {})]
    return "|".join(dict.fromkeys(section.regex(key) for section in held))


def _valued(key: str) -> dict[str, int]:
    entries = (entry.partition("=") for own in _all(key) for entry in own)
    return {word: int(number) for word, _, number in entries}


def _numbered(key: str, *, start: int, without: str | None = None) -> Iterator[tuple[str, int]]:
    for section in find_all_sections("stamps"):
        listed = section if section.values.get(key) else find_present(section.language, "calendar")
        if listed and section.language != without:
            yield from ((name.casefold(), number) for number, name in enumerate(listed.listed(key), start=start))
