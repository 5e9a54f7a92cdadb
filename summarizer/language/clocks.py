"""Times of day as they stand beside dates, and their zones."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

# Names that mean one zone; of the others (IST, BST, CST outside of mail) the day as written is known, and no more.
_ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "cet": 60, "cest": 120, "mez": 60, "mesz": 120,
    "eet": 120, "eest": 180, "msk": 180, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "sast": 120, "wat": 60, "eat": 180, "hkt": 480, "sgt": 480, "pkt": 300,
}  # fmt: skip
_SHIFT = r"[+-]\d{1,2}(?::?\d{2})?(?!\d)"
ZONE = rf"(?:(?:GMT|UTC)\s?{_SHIFT}|{_SHIFT}|(?:{'|'.join(_ZONES)})\b)"
CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s{0,3}(?:[ap]\.?\s?m\b\.?|Uhr\b)?|\s?h\s?\d{2}\b)"
    rf"|\b\d{{1,2}}\s?[ap]\.?m\b\.?)(?:\s{{0,3}}\(?{ZONE}\)?)?"
)
_TIME = re.compile(
    r"(?P<hour>\d{1,2})\s*(?:[:.h]\s*(?P<minute>\d{2}))?(?::\d{2}(?:[.,]\d+)?)?\s*(?:(?P<half>[ap])\.?\s?m\b\.?|uhr\b)?"
    rf"\s*\(?(?P<zone>{ZONE})?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d{2})?$")


def at_clock(day: datetime, clock: str) -> datetime | None:
    """Return a day at a time of day such as "5.30 p.m.", "10h05" or "09:15 GMT+2"; None where there is no such time."""
    found = _TIME.match(clock.strip())
    if not found:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    try:
        return day.replace(hour=hour, minute=minute, tzinfo=_zone(found["zone"]))
    except ValueError:
        return None


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    shift = _OFFSET.search(text)
    if not shift:
        return timezone(timedelta(minutes=_ZONES[text.lower()]))
    minutes = 60 * int(shift[2]) + int(shift[3] or 0)
    return timezone(timedelta(minutes=-minutes if shift[1] == "-" else minutes))
