"""Lines that state when and where a report appeared: datelines, time stamps, heads of live-blog entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import NamedTuple

from summarizer.languages.data_sections import Section, find_section
from summarizer.languages.stamps import stamps_of_all, weekdays_of_all
from summarizer.languages.word_records import Words
from summarizer.model import PartialDate
from summarizer.nlp.dates.calendar_dates import Reading, at_clock, read_dates
from summarizer.nlp.dates.numeric_dates import Order

_QUOTES = '"“«„'
_LONGEST = 500  # characters; all that may stand in a dateline takes less
_BEHIND = 10  # characters behind a date in which "published" is said of it
_FEWEST = 3  # entries that tell a live blog from a report in which a time of day happens to open a paragraph
_LONGEST_HEAD = 80  # characters that the head of an entry takes at most
_NOON = 12
_LONGEST_DAY = 60  # characters of a day told in full, with its weekday and what parts it from a sentence
_GLUED = re.compile(r"[^.]{0,40}?(?:19|20)\d\d(?=[A-ZÄÖÜÉÀÁÍÓÚ][^\W\d_]*\s)")
_PARTED = re.compile(r"\s{0,3}(?:[–—:|]|-{1,3}(?=\s))\s{0,3}(?=\S)")
_SPACED = re.compile(r"\s{1,3}(?=[\"“«„]?[^\W\d_])")


class _DatelineWords(Words, section="datelines"):
    """How a language writes datelines, by the keys of its section "datelines"."""

    wires: frozenset[str]
    dateline: re.Pattern[str]
    unmarked: re.Pattern[str]


class _Labels(Words):
    """What is said beside dates in any language, by the keys of "stamps_of_all"."""

    changed: re.Pattern[str]
    changed_behind: re.Pattern[str]
    published: re.Pattern[str]
    half_day: re.Pattern[str]


@cache
def _labels() -> _Labels:
    return stamps_of_all().fill(_Labels)


def match_dateline(line: str, language: str | None = "en") -> re.Match[str] | None:
    """Find a dateline at the start of a line: a place with a credit, a day or capitals, and mostly a dash or colon."""
    words = _DatelineWords.find(language)
    if words is None:
        return None
    match = words.dateline.match(line, 0, _LONGEST)
    if not match:
        return words.unmarked.match(line)
    if not match["dash"]:  # "FORT WAYNE, Ind. (WANE) The …", "Kalmora, 4 March 2024. The …"
        is_filed = match["credit"] in words.wires or (match["place"].isupper() and match["credit"].isupper())
        return match if match["day"] or is_filed else None
    shouted = match["place"].isupper() and (match["region"] or not line[match.end() : match.end() + 40].isupper())
    if match["dash"] == ":" and line[match.end()] in _QUOTES and not (match["credit"] or match["day"]):
        return None  # "LENA FOX, SHOP OWNER: “My trade …"
    dated = match["day"] and match["dash"] != ":"
    return match if match["credit"] or shouted or dated else None


def end_of_opening_date(line: str) -> int:
    """Return where a story starts behind the day with which its line opens as with a dateline; 0 where it does not.

    The day is told in full: with its weekday ("Tuesday, January 18, 2005 The …"), in figures with the year first,
    before a dash or a colon, or with no space behind it ("2005Through a telethon, …"), as where a line break is lost.
    "September 11, 2001 Commission" is no such opening.
    """
    glued = _GLUED.match(line)
    head = glued.group() if glued else line[:_LONGEST_DAY]
    reading = next(read_dates(head), None)
    if reading is None or len(reading.moments) > 1 or reading.moments[0].precision != "day":
        return 0
    before = head[: reading.start].strip(" ,.")
    if before and before.casefold() not in weekdays_of_all():
        return 0
    if glued:
        return reading.end if reading.end == len(head) else 0
    parted = _PARTED.match(line, reading.end)
    spaced = _SPACED.match(line, reading.end) if before or head[:4].isdigit() else None
    found = parted or (spaced if spaced and line[spaced.end() :].lstrip('"“«„')[:1].isupper() else None)
    return found.end() if found else 0


def date_of_title(title: str) -> PartialDate | None:
    """Return the day in figures, year first, with which a title opens: "2005/01/08 Aid is deductible"."""
    reading = next(read_dates(title[:_LONGEST_DAY]), None)
    is_opening = reading is not None and reading.start == 0 and title[:4].isdigit() and len(reading.moments) == 1
    return reading.moments[0] if reading and is_opening and reading.moments[0].precision == "day" else None


class Stamp(NamedTuple):
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
    end, labels = 0, _labels()
    for reading in found:
        before = text[end : reading.start]
        changed, published = list(labels.changed.finditer(before)), list(labels.published.finditer(before))
        is_change = bool(changed) and (not published or published[-1].start() < changed[-1].start())
        if len(found) == 1 and not changed and not published:
            is_change = bool(labels.changed_behind.fullmatch(text, reading.end))
            published = list(labels.published.finditer(text, reading.end, reading.end + _BEHIND))
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


class Head(NamedTuple):
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
    known = [words for code in {"en", language} if (words := _live_words_of(code))]
    return any(words.title.search(title) or not paths.isdisjoint(words.paths) for words in known)


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
    head = _head(language if find_section(language, "live") else "en")
    if head is None:
        return []
    heads, clocks, start = [], [], 0
    for line in text.splitlines(keepends=True):
        begins = len(line) - len(line.lstrip())
        found = head.match(line, begins, begins + _LONGEST_HEAD)
        told = at_clock(day, found["clock"]) if found else None
        if found and told:
            heads.append(Head(start=start + begins, end=start + found.end(), told=told))
            clocks.append(found["clock"])
        start += len(line)
    return heads if _are_sure(heads, clocks) else []


def _are_sure(heads: Sequence[Head], clocks: Sequence[str]) -> bool:
    if len(heads) < _FEWEST or len({head.told.tzinfo for head in heads}) > 1:
        return False
    halves = sum(bool(_labels().half_day.search(clock)) for clock in clocks)
    by_twenty_four = any(
        head.told.hour > _NOON or clock.startswith("0") for head, clock in zip(heads, clocks, strict=True)
    )
    times = [head.told for head in heads]
    is_ordered = times == sorted(times) or times == sorted(times, reverse=True)
    return is_ordered and times[0] != times[-1] and (halves == len(heads) or (not halves and by_twenty_four))


class _LiveWords(Words):
    """How live blogs of a language call themselves, by the words of its section "live"."""

    paths: frozenset[str]
    title: re.Pattern[str]


@cache
def _live_words_of(language: str) -> _LiveWords | None:
    section = find_section(language, "live")
    return section.fill(_LiveWords, title=_title(section)) if section else None


def _longest_first(section: Section, key: str) -> str:
    return "|".join(map(re.escape, sorted(section.listed(key), key=len, reverse=True)))


def _title(section: Section) -> re.Pattern[str]:
    anywhere, edges = (_longest_first(section, key) for key in ("titles", "edges"))
    return re.compile(
        rf"\b(?:{anywhere})\b|^\W{{0,3}}(?:{edges})(?:\s{{0,3}}[:|–—]|\s-\s)|[:|,–—-]\s{{0,3}}(?:{edges})\W{{0,3}}$",
        re.IGNORECASE,
    )


@cache
def _head(language: str) -> re.Pattern[str] | None:
    """A time of day that opens a line: alone, or with the entry behind a mark, or one that opens with no small letter.

    "At 10:30 the minister rose" is a sentence.
    """
    section = find_section(language, "live")
    if section is None:
        return None
    leads, zones = (_longest_first(section, key) for key in ("leads", "zones"))
    clock = stamps_of_all().regex("clock")
    return re.compile(
        rf"\W{{0,3}}(?:(?:{leads}):?\s)?(?P<clock>{clock})(?:\s?\(?(?:{zones})\b\)?)?\.?"
        r"(?:\s{0,3}[:|–—-](?:\s|$)|(?:\s|$)(?!\s?(?-i:[a-zß-öø-ÿ])))",
        re.IGNORECASE,
    )
