"""Timestamps as programs and people write them into files: ISO 8601 in loose forms, mail's, numbers, words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from summarizer.errors import InputError
from summarizer.model import PartialDate
from summarizer.nlp.dates.numeric_dates import Order
from summarizer.nlp.dates.publication_lines import find_stamps, stated_in
from summarizer.readers.html.page import fold

_MOST = 80  # letters that are read: the longest date in words with its clock is shorter


def parse_timestamp(text: str, order: Order | None = None) -> PartialDate | None:
    """Read a time as files write it: ISO 8601 in its looser forms, a mail's date, a number, or a date in words.

    Args:
        text: The time.
        order: How its outlet writes days and months in figures, where that is known.

    Returns:
        The moment; None where the text is no time between 1900 and 2100 (programs write 0001-01-01 for none), or may be
        two.
    """
    moments = read_timestamps(text, order)
    return moments[0] if len(moments) == 1 else None


def read_timestamps(text: str, order: Order | None = None) -> tuple[PartialDate, ...]:
    """Read a time as `parse_timestamp` does; two where day and month cannot be told apart."""
    text = fold(text)[:_MOST]
    for read in _READERS:
        moment = read(text)
        if moment and 1900 <= moment.value.year <= 2100:
            return (moment,)
    stamp = stated_in(find_stamps(text, order))
    moments = stamp.readings if stamp else ()
    return tuple(one for one in moments if one.precision in ("minute", "day") and 1900 <= one.value.year <= 2100)


def _read_iso(text: str) -> PartialDate | None:
    loose = re.sub(r"(?<!\s)\s*+(?:UTC|GMT)$", "Z", text.replace("/", "-").replace(" T", "T"))
    loose = re.sub(r"(?<=\d) ([+-]\d\d:?\d\d)$", r"\1", loose)
    if re.fullmatch(r"(?:19|20)\d{12}", loose):
        loose = f"{loose[:8]}T{loose[8:]}"
    if not re.match(r"\d{4}-\d\d-\d\d(?!\d)|\d{8}(?:T|$)", loose):
        return None
    if re.fullmatch(r"\d{8}", loose):
        loose = f"{loose[:4]}-{loose[4:6]}-{loose[6:]}"
    try:
        return PartialDate.parse(loose)
    except InputError:
        day = loose[:10]
    try:
        return PartialDate.parse(day)
    except InputError:
        return None


_MAIL = re.compile(r"(?:[A-Za-z]{3,9}, *)?\d\d? [A-Z][a-z]{2} (?:\d\d)?\d\d \d\d:\d\d")
_GMT = re.compile(r"\b(?:GMT|UTC?|Z) ?([+-])(\d{1,2}):?(\d\d)?$")


def _read_mail_date(text: str) -> PartialDate | None:
    """Read a date as mail and feeds write it (RFC 2822), also with a zone such as "GMT+2"; the day stays as written."""
    text = _GMT.sub(lambda found: f"{found[1]}{found[2]:>02}{found[3] or '00'}", fold(text))
    try:
        return PartialDate(value=parsedate_to_datetime(text), precision="minute") if _MAIL.match(text) else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _read_script(text: str) -> PartialDate | None:
    """As JavaScript prints a date: "Tue Nov 19 2019 05:44:06 GMT+0000"."""
    match = re.match(r"\w{3} (\w{3} \d\d? \d{4} [\d:]{8}) GMT([+-]\d{4})", text)
    try:
        value = datetime.strptime("".join(match.groups()), "%b %d %Y %H:%M:%S%z") if match else None
    except ValueError:
        return None
    return PartialDate(value=value, precision="minute") if value else None


_FIRST, _LAST = 631_152_000, 4_102_444_800  # seconds from 1970 to 1990 and to 2100: smaller numbers are something else


def _read_number(text: str) -> PartialDate | None:
    """Seconds or milliseconds since 1970, as programs count."""
    if not re.fullmatch(r"\d{9,13}(?:\.\d+)?", text):
        return None
    seconds = float(text)
    seconds = seconds / 1000 if seconds > _LAST else seconds
    if not _FIRST <= seconds < _LAST:
        return None
    return PartialDate(value=datetime.fromtimestamp(seconds, UTC), precision="minute")


_READERS: tuple[Callable[[str], PartialDate | None], ...] = (_read_iso, _read_script, _read_mail_date, _read_number)
