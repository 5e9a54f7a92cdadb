"""Dates in figures ("07/12/2022": July or December by country), and month names of other languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cache
from typing import Literal
from urllib.parse import urlsplit

from summarizer.languages.stamps import months_of_others, stamps_of_all

_MONTH_FIRST = frozenset("us ph fm pw gu pr as mp mh vi".split())
_DAY_FIRST = frozenset(
    "gb uk ie au nz in za ng gh ke tz ug zw zm bw na pk bd lk np my sg mt cy jm tt bb fj pg de at ch li fr be lu mc it"
    " sm es pt nl pl cz sk ro bg hr rs si ba me mk gr tr ru ua by md ge am az kz dk no fi is ee lv al mx ar br cl co pe"
    " ve ec bo py uy cr gt hn ni sv do cu id vn th il sa ae qa kw bh om jo lb eg ma dz tn ly iq sn ci cm cd ma".split()
)
# Ends of addresses that are letters of a country and mostly mean something else.
_NO_COUNTRY = frozenset("co me tv fm as cc ws pw io ai to am li is la vi cd".split())
_LANGUAGES = frozenset(
    "de fr es it pt nl pl ru uk be cs sk ro bg hr sr bs sl mk el tr da nb nn no fi et lv ca gl eu id ms vi th ar he sw"
    " hi bn ur ta te ka hy az kk sq is".split()
)
_MIXED = frozenset({"ca"})  # countries where both are written


def find_foreign_days(text: str, language: str) -> Iterator[tuple[datetime, int, int]]:
    """Find the days told in full in other languages than one: "04 мая 2024", "4 de mayo de 2024", "2024年5月4日".

    Yields:
        Each day, and where the phrase that tells it starts and ends; no such day as 31 June.
    """
    months = months_of_others(language)
    for match in _full_day().finditer(text):
        month = int(match["month2"] or 0) or months.get((match["name"] or "").casefold(), 0)
        try:
            day = datetime(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))
        except ValueError:
            continue
        yield day, match.start(), match.end()


@cache
def _full_day() -> re.Pattern[str]:
    return stamps_of_all().pattern("full_day")


Order = Literal["day first", "month first"]


def find_order(language: str | None, url: str | None = None) -> Order | None:
    """Tell in which order an outlet writes days and months in figures, by its language, its country and its address.

    Args:
        language: As pages tell it: "en-GB", "en_US", "de"; English alone tells nothing.
        url: Where the report is; the end of its host may name a country.

    Returns:
        The order; None where nothing tells, or where language and address tell otherwise.
    """
    parts = re.split(r"[-_]", language.strip().casefold()) if language else []
    regions = [part for part in parts[1:] if re.fullmatch(r"[a-z]{2}", part)]
    told = {_of_country(region) for region in regions[:1]}
    if parts and parts[0] in _LANGUAGES:
        told.add("day first")
    elif parts and parts[0] in ("fil", "tl"):
        told.add("month first")
    country = _country_of(url) if url else None
    if country:
        told.add(_of_country(country))
    return told.pop() if len(told) == 1 else None


def _of_country(code: str) -> Order | None:
    if code in _MONTH_FIRST:
        return "month first"
    return "day first" if code in _DAY_FIRST and code not in _MIXED else None


def _country_of(url: str) -> str | None:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    end = host.rpartition(".")[2].casefold()
    if end in ("gov", "mil"):
        return "us"
    is_country = len(end) == 2 and (end not in _NO_COUNTRY or re.search(r"\.(?:com?|gov|org|net|ac)\.\w\w$", host))
    return end if is_country else None


def read_figures(first: int, second: int, year: int, order: Order | None) -> tuple[date, ...]:
    """Return the days that two numbers and a year may mean: one, both, or none where there is no such day."""
    readings = [(first, second)] if order == "day first" else [(second, first)] if order else []
    readings = readings or [(first, second), (second, first)]
    days = [day for number, month in readings if (day := _day(year, month, number))]
    if order and not days:  # 20/03/2025 from where months come first
        other = _day(year, first, second) if order == "day first" else _day(year, second, first)
        days = [other] if other else []
    return tuple(dict.fromkeys(days))


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def agreed_order(pairs: Sequence[tuple[int, int]]) -> Order | None:
    """The order that all dates in figures of one line have, by those whose numbers leave no choice."""
    sure = [first for first, second in pairs if max(first, second) > 12]
    told: set[Order] = {"day first" if first > 12 else "month first" for first in sure}
    return told.pop() if len(told) == 1 else None
