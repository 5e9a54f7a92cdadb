"""When a page was published, by its own words: those for machines before those for readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Any

from summarizer.errors import InputError
from summarizer.ingest.kinds.html_markup import Markup, fold
from summarizer.language import find_date
from summarizer.model import Moment

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "date_published", "publish-date", "publish_date", "published_time", "publication_date", "publicationdate",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "originalpublicationdate", "article.published",
    "published-date", "pubdate", "pub_date", "ptime", "pdate", "dc.date.issued", "dcterms.created", "dcterms.date",
    "dc.date", "dc.date.created", "article:post_date", "article_date_original", "bt:pubdate", "rnews:datepublished",
    "datecreated", "date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dc.date.modified")
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_URL_NAMED_DAY = re.compile(rf"/((?:19|20)\d\d)/({'|'.join(_MONTHS)})/(0?[1-9]|[12]\d|3[01])/")
_SAME = timedelta(minutes=15)  # programs stamp a page when they make it and when they send it out
_FARTHEST, _STEP = timedelta(hours=14), timedelta(minutes=30)  # what clocks of the world differ by


def find_published(markup: Markup, url: str | None) -> Moment | None:
    """When the page says it was published, in words for machines first; what says only when it changed comes last."""
    for source in (
        markup.of_linked("datePublished"),
        markup.of_meta(_PUBLISHED),
        _marked_dates(markup, "datepublished"),
        markup.of_linked("dateCreated", "uploadDate"),
    ):
        if moment := _first_moment(source):
            return _as_local(moment, markup)
    modified = (*markup.of_linked("dateModified"), *markup.of_meta(_MODIFIED))
    return _seen_date(markup, url or "") or _first_moment(iter(modified))


def _marked_dates(markup: Markup, name: str) -> Iterator[str]:
    for element in markup.tree.iter():
        if isinstance(element.tag, str) and (element.get("itemprop") or "").casefold() == name:
            yield element.get("content") or element.get("datetime") or "".join(element.itertext())


def _timed(markup: Markup) -> Iterator[str]:
    """What time elements say, but for those that tell of a change."""
    for element in markup.tree.iter("time"):
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if not re.search(r"updat|modif", marks, re.IGNORECASE):
            yield element.get("datetime") or "".join(element.itertext())


def _as_local(moment: Moment, markup: Markup) -> Moment:
    """The same instant by the outlet's clock, where the page tells it for readers: its weekdays go by that clock."""
    value = moment.value
    if moment.precision != "minute" or value.utcoffset() is None or value.utcoffset():
        return moment
    said = (*markup.of_linked("datePublished"), *markup.of_meta(_PUBLISHED), *_timed(markup), *markup.seen)
    for text in said:
        other = parse_moment(text) if isinstance(text, str) else None
        if other is None or other.precision != "minute":
            continue
        if other.value.utcoffset() and abs(other.value - value) <= _SAME:
            return other
        offset = other.value.replace(tzinfo=UTC) - value
        if other.value.tzinfo is None and abs(offset) <= _FARTHEST and not offset % _STEP:
            return Moment(value=value.astimezone(timezone(offset)), precision="minute")
    return moment


def _first_moment(values: Iterator[Any]) -> Moment | None:
    return next((moment for value in values if isinstance(value, str) and (moment := parse_moment(value))), None)


def _seen_date(markup: Markup, url: str) -> Moment | None:
    """What the first time element says, unless the address tells another day; else what htmldate finds."""
    day, timed = _addressed(url), _first_moment(_timed(markup))
    if timed and (day is None or abs(timed.day - day.day) <= timedelta(days=1)):
        return timed
    if day:
        return day
    import htmldate

    found = htmldate.find_date(markup.tree, url=url or None, original_date=True, extensive_search=False, max_date=_LAST)
    return parse_moment(found) if found else None


def _addressed(url: str) -> Moment | None:
    """The day that an address names: /2024/03/05/, 20240305, /2024/mar/05/."""
    if match := _URL_DAY.search(url):
        return parse_moment("-".join(match.groups()))
    if match := _URL_NAMED_DAY.search(url):
        return parse_moment(f"{match[1]}-{_MONTHS.index(match[2]) + 1:02}-{match[3]:>02}")
    return None


_LAST = "2100-01-01"  # by default htmldate takes no day after today, and the same page would read differently tomorrow


def parse_moment(text: str) -> Moment | None:
    """Read a time as pages write it: ISO 8601 in its looser forms, a mail's date, or a date in words.

    Returns:
        The moment; None where the text is no time between 1900 and 2100 (programs write 0001-01-01 for none).
    """
    text = fold(text)[:80]
    for read in (_read_iso, _read_script, _read_mail, _read_words):
        moment = read(text)
        if moment and 1900 <= moment.value.year <= 2100:
            return moment
    return None


def _read_iso(text: str) -> Moment | None:
    loose = re.sub(r"\s*(?:UTC|GMT)$", "Z", text.replace("/", "-").replace(" T", "T"))
    loose = re.sub(r"(?<=\d) ([+-]\d\d:?\d\d)$", r"\1", loose)
    if not re.match(r"\d{4}-\d\d-\d\d|\d{8}(?:T|$)", loose):
        return None
    if re.fullmatch(r"\d{8}", loose):
        loose = f"{loose[:4]}-{loose[4:6]}-{loose[6:]}"
    try:
        return Moment.parse(loose)
    except InputError:
        day = loose[:10]
    try:
        return Moment.parse(day)
    except InputError:
        return None


_MAIL = re.compile(r"(?:[A-Z][a-z]{2}, )?\d\d? [A-Z][a-z]{2} \d{4} \d\d:\d\d")


def _read_mail(text: str) -> Moment | None:
    try:
        return Moment(value=parsedate_to_datetime(text), precision="minute") if _MAIL.match(text) else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _read_script(text: str) -> Moment | None:
    """As JavaScript prints a date: "Tue Nov 19 2019 05:44:06 GMT+0000"."""
    match = re.match(r"\w{3} (\w{3} \d\d? \d{4} [\d:]{8}) GMT([+-]\d{4})", text)
    try:
        value = datetime.strptime("".join(match.groups()), "%b %d %Y %H:%M:%S%z") if match else None
    except ValueError:
        return None
    return Moment(value=value, precision="minute") if value else None


def _read_words(text: str) -> Moment | None:
    found = find_date(text)
    return found[0] if found and found[0].precision in ("minute", "day") else None
