"""Lines that state when and where a report appeared: datelines, time stamps, heads of live-blog entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from summarizer.languages.language import load_table
from summarizer.model import PartialDate
from summarizer.nlp.dates.calendar_dates import CLOCK, Reading, at_clock, read_dates
from summarizer.nlp.dates.numeric_dates import Order

_PLACE = r"(?:[A-Z][A-Za-z.’'-]{1,40}(?:[ /][A-Z][A-Za-z.’'-]{1,40}){0,3}|[A-Z][A-Z.’' /-]{2,40})"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_QUOTES = '“"«„'
_LONGEST = 500  # characters; all that may stand in one takes less
_IN_FULL = r"\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,12}\s(?:de\s)?(?:19|20)\d\d"  # in whatever language
_DATELINE = re.compile(
    rf"^(?P<place>{_PLACE})(?:,\s*+(?P<region>(?!{_MONTH})[A-Z][\w. ]{{1,25}}?))?(?:\s*+\[[^\]]{{2,30}}\])?"
    rf"(?:,?\s*+(?P<day>{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:,?\s\d{{4}})?|{_IN_FULL}))?"
    rf"\s*+(?:\((?P<credit>[A-Z][\w ./&-]{{1,40}}|dpa)\)|(?P<open>))\s*+\.?\s*+"
    rf"(?:(?P<dash>[—–:]|--|-(?=\s)|(?<=[\s)])-)\s*+(?=[\S])|(?<=\) )(?=[A-Z“\"])|(?<=\d\d\d\d\. )(?=\S))"
)
# "Tokyo (CNN) Seven …": these need neither dash nor capitals.
_WIRES = frozenset("AFP AP BBC CBS CNN NPR Reuters REUTERS UPI".split())
# "PARIS An Algerian man …", "NEWTOWN, Conn. Parents …": capitals before what opens a sentence, or with a region.
_UNMARKED = re.compile(
    r"(?!(?:BREAKING|CLOSE|CORRECTION|DEVELOPING|EXCLUSIVE|JUST|LIVE|PHOTOS?|THIS|UPDATED?|VIDEO|WATCH)\b)"
    r"(?P<place>[A-Z]{4,20}(?: [A-Z]{2,20}){0,2})(?:, (?P<region>[A-Z][a-z]{2,5}\.))? (?P<day>(?!))?(?P<credit>(?!))?"
    r"(?:(?=(?:The|An?|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Dozens|Hundreds|Thousands|At least"
    r"|More than) \w*[a-z])|(?<=\. )(?=[A-Z][a-z]))"
)


def match_dateline(line: str) -> re.Match[str] | None:
    """Find a dateline at the start of a line: a place with a credit, a day or capitals, and mostly a dash or colon."""
    match = _DATELINE.match(line, 0, _LONGEST)
    if not match:
        return _UNMARKED.match(line)
    if not match["dash"]:  # "FORT WAYNE, Ind. (WANE) The …", "Kalmora, 4 March 2024. The …"
        is_filed = match["credit"] in _WIRES or (match["place"].isupper() and match["credit"].isupper())
        return match if match["day"] or is_filed else None
    shouted = match["place"].isupper() and (match["region"] or not line[match.end() : match.end() + 40].isupper())
    if match["dash"] == ":" and line[match.end()] in _QUOTES and not (match["credit"] or match["day"]):
        return None  # "LENA FOX, SHOP OWNER: “My trade …"
    dated = match["day"] and match["dash"] != ":"
    return match if match["credit"] or shouted or dated else None


_CHANGE = (
    r"(?:updat|\bupd\b|modif|edited|revised|corrected|amended|actuali[sz]|aktualis|ge[äa]ndert|überarbeitet|zuletzt"
    r"|\bstand\b(?=\s*:|\s+vo[mn]\b|\s+am\b)|mise? à jour|màj\b|\bmaj\s*:|aggiornat|atualizad|bijgewerkt|gewijzigd"
    r"|zaktualiz|обновл|оновл|изменен|güncel|opdater|oppdater|uppdater|更新|업데이트|수정|تحديث)"
)
_CHANGED = re.compile(_CHANGE, re.IGNORECASE)
# What stands behind the only date of a line: "21 March (updated)", "21/03/2024 - Publicado por ...".
_CHANGED_BEHIND = re.compile(rf"\W{{0,3}}(?:last )?\w{{0,40}}?{_CHANGE}\w{{0,40}}\W{{0,80}}", re.IGNORECASE)
_BEHIND = 10  # characters behind a date in which "published" is said of it
_PUBLISHED = re.compile(
    r"publi|\bposted\b|\bfiled\b|\bissued\b|\breleased?\b|veröffentlicht|erschienen|erstellt|pubblicat|gepubliceerd"
    r"|geplaatst|opublikowan|опубликован|created|creado|créé|\bfirst\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A date of a line, and what the line says happened then.

    Attributes:
        readings: The moments that it may mean: two where day and month cannot be told apart.
        is_change: Whether something was changed then.
        is_labelled: Whether the line says in words that it was published then.
        phrase: As it is written.
    """

    readings: tuple[PartialDate, ...]
    is_change: bool
    is_labelled: bool
    phrase: str

    @property
    def moment(self) -> PartialDate | None:
        """The moment, where there is but one."""
        return self.readings[0] if len(self.readings) == 1 else None


def find_stamps(text: str, order: Order | None = None) -> list[Stamp]:
    """Find the dates of a line, each with what is said to have happened then: by the words before it.

    Args:
        text: A line ("18/03/2024 01:57 | Actualizado a 21/03/2024 19:20").
        order: How its outlet writes days and months in figures, where that is known.
    """
    return list(_stamps(text, list(read_dates(text, order))))


def _stamps(text: str, found: list[Reading]) -> Iterator[Stamp]:
    end = 0
    for reading in found:
        before = text[end : reading.start]
        changed, published = list(_CHANGED.finditer(before)), list(_PUBLISHED.finditer(before))
        is_change = bool(changed) and (not published or published[-1].start() < changed[-1].start())
        if len(found) == 1 and not changed and not published:
            is_change = bool(_CHANGED_BEHIND.fullmatch(text, reading.end))
            published = list(_PUBLISHED.finditer(text, reading.end, reading.end + _BEHIND))
        yield Stamp(
            readings=reading.moments,
            is_change=is_change,
            is_labelled=bool(published) and not is_change,
            phrase=text[reading.start : reading.end],
        )
        end = reading.end


def stated_in(stamps: list[Stamp]) -> Stamp | None:
    """The stamp of the publication: one that is called so, else the first that is no change."""
    plain = [stamp for stamp in stamps if not stamp.is_change]
    return next((stamp for stamp in plain if stamp.is_labelled), plain[0] if plain else None)


def changed_in(stamps: list[Stamp]) -> Stamp | None:
    """The stamp of the last change that a line tells."""
    changes = [stamp for stamp in stamps if stamp.is_change]
    return changes[-1] if changes else None


_FEWEST = 3  # entries that tell a live blog from a report in which a time of day happens to open a paragraph
_LONGEST_LIVE = 80  # characters that the head of an entry takes at most
_NOON = 12
_HALF = re.compile(r"\d\s{0,3}[ap]\.?\s?m\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The time at the head of an entry: where it stands, with what leads to it and parts it from the entry."""

    start: int
    end: int
    told: datetime


def calls_itself_live(title: str, address: str, language: str) -> bool:
    """Tell whether a report says in its title or address that it is a live blog.

    Args:
        title: Its title.
        address: Its address; "" where it is not known.
        language: Code of its language; what is written in English is looked for too.
    """
    paths = frozenset(address.casefold().split("/")[3:])
    return any(
        bool(_words(code, "titles") and _titles(code).search(title)) or not paths.isdisjoint(_words(code, "paths"))
        for code in {"en", language}
    )


def read_heads(text: str, day: datetime, language: str) -> list[Head]:
    """Read the times at the heads of the entries of a live blog.

    Args:
        text: Its text, a paragraph a line.
        day: The day that it tells of.
        language: Code of its language.

    Returns:
        In the order of the text; nothing where they are fewer than three, are not in the order of time, forwards or
        backwards, or leave open whether they are before noon.
    """
    pattern = _head(language if _words(language, "leads") else "en")
    heads, clocks, start = [], [], 0
    for line in text.splitlines(keepends=True):
        begins = len(line) - len(line.lstrip())
        found = pattern.match(line, begins, begins + _LONGEST_LIVE)
        told = at_clock(day, found["clock"]) if found else None
        if found and told:
            heads.append(Head(start=start + begins, end=start + found.end(), told=told))
            clocks.append(found["clock"])
        start += len(line)
    return heads if _are_sure(heads, clocks) else []


def _are_sure(heads: Sequence[Head], clocks: Sequence[str]) -> bool:
    if len(heads) < _FEWEST or len({head.told.tzinfo for head in heads}) > 1:
        return False
    halves = sum(bool(_HALF.search(clock)) for clock in clocks)
    by_twenty_four = any(
        head.told.hour > _NOON or clock.startswith("0") for head, clock in zip(heads, clocks, strict=True)
    )
    times = [head.told for head in heads]
    is_ordered = times == sorted(times) or times == sorted(times, reverse=True)
    return is_ordered and times[0] != times[-1] and (halves == len(heads) or (not halves and by_twenty_four))


@cache
def _words(language: str, name: str) -> tuple[str, ...]:
    """Phrases, the longest first."""
    held = (load_table(language) or {}).get("live", {}).get(name, "")
    return tuple(sorted((entry.replace("_", " ") for entry in held.split()), key=len, reverse=True))


@cache
def _titles(language: str) -> re.Pattern[str]:
    anywhere, edges = ("|".join(map(re.escape, _words(language, name))) for name in ("titles", "edges"))
    return re.compile(
        rf"\b(?:{anywhere})\b|^\W{{0,3}}(?:{edges})(?:\s{{0,3}}[:|–—]|\s-\s)|[:|,–—-]\s{{0,3}}(?:{edges})\W{{0,3}}$",
        re.IGNORECASE,
    )


@cache
def _head(language: str) -> re.Pattern[str]:
    """A time of day that opens a line: alone, or with the entry behind a mark, or one that opens with no small letter.

    "At 10:30 the minister rose" is a sentence.
    """
    leads, zones = ("|".join(map(re.escape, _words(language, name))) for name in ("leads", "zones"))
    return re.compile(
        rf"\W{{0,3}}(?:(?:{leads}):?\s)?(?P<clock>{CLOCK})(?:\s?\(?(?:{zones})\b\)?)?\.?"
        r"(?:\s{0,3}[:|–—-](?:\s|$)|(?:\s|$)(?!\s?(?-i:[a-zß-öø-ÿ])))",
        re.IGNORECASE,
    )
