"""Publication and change dates of a page: those for machines, corrected by those for readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, timedelta, timezone
from functools import cache
from typing import Any

from summarizer.languages.data_sections import require_section
from summarizer.model import PartialDate
from summarizer.nlp.dates.numeric_dates import Order, find_order
from summarizer.readers.html.bylines import Byline, find_byline
from summarizer.readers.html.page import Markup, fold, is_article
from summarizer.readers.html.zones import Zones
from summarizer.readers.timestamps import parse_timestamp, read_timestamps

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "datepublished", "date_published", "publish-date", "publish_date", "published_time", "publication_date",
    "publicationdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "originalpublicationdate", "article.published", "published-date", "published_at", "pubdate", "pub_date",
    "og:pubdate", "ptime", "pdate", "dc.date.issued", "dcterms.issued", "dc.issued", "dc.date.published",
    "prism.publicationdate", "citation_publication_date", "citation_date", "dcterms.created", "dc.created",
    "dc.date.created", "dcterms.date", "dc.date", "article:post_date", "article:publication_date",
    "article_date_original", "bt:pubdate", "vr:published_time", "rnews:datepublished",
    "shareaholic:article_published_time", "datecreated", "date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "article:modified", "og:modified_time", "og:updated_time",
    "datemodified", "date_modified", "modified_time", "last-modified", "last_modified", "lastmod",
    "dcterms.modified", "dc.modified", "dc.date.modified", "dc.date.updated", "revised",
)  # fmt: skip
_DUBLIN = re.compile(r"(dc|dcterms|prism):(?=\w)")
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_SAME = timedelta(minutes=15)  # programs stamp a page when they make it and when they send it out
_FARTHEST, _STEP = timedelta(hours=14), timedelta(minutes=30)  # what clocks of the world differ by
_WEST, _EAST = timedelta(hours=-10), timedelta(hours=13)  # where newsrooms are, of those that stamp in UTC
_DAY = timedelta(days=1)
_NAME = 8  # letters of a headline that is not by chance how a title begins
# Objects of JSON-LD whose dates are not those of a report on the page.
_OTHERS = re.compile(
    r"(?:Comment|Event|Answer|Question|Book|Movie|MusicRecording|Album|Product|Person|Organization|Game|Series|Episode"
    r"|ImageObject|SoftwareApplication|Dataset|WebSite)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When a page says that it was published and changed, as the fields of a document."""

    published: PartialDate | None = None
    updated: PartialDate | None = None
    readings: tuple[PartialDate, ...] = ()


def find_times(markup: Markup, url: str | None, language: str | None, titles: Iterable[str] = ()) -> Times:
    """Find when a page was published, and when it was changed.

    What it says for programs comes first, of the object of JSON-LD about this page before all others; what it shows
    its readers by its headline sets the day right where the two are a day apart, since programs stamp in UTC. What says
    only when it changed comes last.

    Args:
        markup: The page.
        url: Its address.
        language: As it tells it, with its country ("en-GB").
        titles: What it gives as its title.
    """
    titles = tuple(titles)
    order = find_order(language, url)
    zones = Zones(markup.tree, titles)
    records = _own_records(markup, url, titles)
    byline = find_byline(markup, zones, order)
    changes = (
        *_first(_linked(records, "dateModified"), order)[:1],
        *_first(_metas(markup, _MODIFIED), order)[:1],
        *_first(_marked(markup, zones, "datemodified"), order)[:1],
    )
    updated = byline.updated or next(iter(changes), None)
    stated = (
        _first(_linked(records, "datePublished"), order)
        or _first(_metas(markup, _PUBLISHED), order)
        or _first(_marked(markup, zones, "datepublished"), order)
    )
    if len(stated) == 1:
        published = _by_outlet(stated[0], markup, records, byline, updated, url)
        return Times(published=published, updated=_later(updated, published))
    shown = _shown(byline, stated)
    addressed = _addressed(url or "")
    is_sure = bool(byline.machine or (byline.published and byline.published.is_labelled)) and byline.is_near
    if len(shown) == 1 and (is_sure or addressed is None or abs(shown[0].day - addressed.day) <= _DAY):
        return Times(published=shown[0], updated=_later(updated, shown[0]))
    for found in (shown, stated):  # an address tells which of two days is meant
        fitting = [one for one in found if addressed and one.day == addressed.day]
        if len(found) > 1 and fitting:
            return Times(published=fitting[0], updated=_later(updated, fitting[0]))
    sole = _only(_first(_linked(records, "dateCreated", "uploadDate"), order)) or addressed
    if sole:
        return Times(published=sole, updated=_later(updated, sole))
    readings = stated or shown
    return Times(published=None if readings else updated, updated=updated, readings=readings)


def _only(moments: tuple[PartialDate, ...]) -> PartialDate | None:
    return moments[0] if len(moments) == 1 else None


def _later(updated: PartialDate | None, published: PartialDate) -> PartialDate | None:
    """The change, where it is one: not the same stamp again, nor a day before the publication."""
    if updated is None or str(updated) == str(published) or updated.day < published.day - _DAY:
        return None
    return updated


def _shown(byline: Byline, stated: tuple[PartialDate, ...]) -> tuple[PartialDate, ...]:
    """The moments that what readers see may mean; by its time element, where that has the same day."""
    readings = byline.published.readings if byline.published else ()
    if len(readings) > 1 and byline.machine:
        readings = tuple(one for one in readings if abs(one.day - byline.machine.day) <= _DAY) or readings
    if len(readings) > 1 and stated:
        readings = tuple(one for one in readings if any(one.day == other.day for other in stated)) or readings
    if byline.machine and (not readings or readings[0].day == byline.machine.day):
        return (byline.machine,)
    return readings


def _own_records(markup: Markup, url: str | None, titles: tuple[str, ...]) -> list[dict[str, Any]]:
    """The objects of JSON-LD that may tell of the page: those that name its title or address first, then articles."""
    records = [record for record in markup.linked if not any(_OTHERS.search(kind) for kind in _kinds(record))]
    known = {fold(title).casefold() for title in titles}

    def place(record: dict[str, Any]) -> tuple[bool, bool, bool]:
        page = record.get("mainEntityOfPage")
        places = (page.get("@id") if isinstance(page, dict) else page, record.get("url"), record.get("@id"))
        is_here = url is not None and any(isinstance(one, str) and _bare(one) == _bare(url) for one in places)
        name = fold(str(record.get("headline") or record.get("name") or "")).casefold()
        is_named = len(name) >= _NAME and any(title.startswith(name) for title in known)
        is_film = "VideoObject" in _kinds(record)
        return (not is_article(record) or is_film, not (is_named or is_here), is_film)

    return sorted(records, key=place)


def _kinds(record: dict[str, Any]) -> list[str]:
    kinds = record.get("@type")
    return [str(kind) for kind in kinds] if isinstance(kinds, list) else [str(kinds)]


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*|/$", "", url, flags=re.DOTALL)


def _linked(records: list[dict[str, Any]], *names: str) -> Iterator[Any]:
    for record in records:
        yield from (record[name] for name in names if record.get(name))


def _metas(markup: Markup, names: tuple[str, ...]) -> Iterator[str]:
    """What meta elements of these names say; Dublin Core is written with a dot or a colon."""
    dublin = {_DUBLIN.sub(r"\1.", name): values for name, values in markup.meta.items() if ":" in name}
    for name in names:
        yield from markup.meta.get(name, ())
        yield from dublin.get(name, ()) if "." in name else ()


def _marked(markup: Markup, zones: Zones, name: str) -> Iterator[str]:
    """What microdata says, but not that of comments and of other stories."""
    for element in markup.tree.iter():
        names = (element.get("itemprop") or "").casefold().split() if isinstance(element.tag, str) else ()
        if name in names and not zones.is_beside(element):
            yield element.get("content") or element.get("datetime") or "".join(element.itertext())


def _first(values: Iterator[Any], order: Order | None) -> tuple[PartialDate, ...]:
    """The first of some values that is a time; what may be two times only where no other is one."""
    doubtful: tuple[PartialDate, ...] = ()
    for value in values:
        for text in value if isinstance(value, list) else [value]:
            moments = read_timestamps(str(text), order) if isinstance(text, (str, int, float)) else ()
            if len(moments) == 1:
                return moments
            doubtful = doubtful or moments
    return doubtful


def _by_outlet(
    moment: PartialDate,
    markup: Markup,
    records: list[dict[str, Any]],
    byline: Byline,
    updated: PartialDate | None,
    url: str | None,
) -> PartialDate:
    """The same instant by the outlet's clock, where the page tells it: the weekdays of a report go by that clock."""
    if moment.precision == "minute" and moment.value.utcoffset() == timedelta(0):
        local = _as_local(moment, markup, records, byline)
        if str(local) != str(moment):  # equal instants are equal moments
            return local
    near = byline.published.readings if byline.published and byline.is_near else ()
    if any(one.day == moment.day for one in near) or (byline.updated and byline.updated.day == moment.day):
        return moment
    # Another day than for programs, but that of the last change, is that of the change.
    is_change = bool(updated and near and near[0].day == updated.day)
    shown = next((one for one in near if abs(one.day - moment.day) == _DAY and not is_change), None)
    if shown is not None or near:
        return shown or moment
    day = _addressed(url or "")
    if day and moment.precision == "minute" and moment.value.utcoffset() in (None, timedelta(0)):
        naive = moment.value.replace(tzinfo=None)
        if day.day in ((naive + _WEST).date(), (naive + _EAST).date()) and day.day != moment.day:
            return day
    return moment


def _as_local(moment: PartialDate, markup: Markup, records: list[dict[str, Any]], byline: Byline) -> PartialDate:
    value = moment.value
    times = (element.get("datetime") or "".join(element.itertext()) for element in markup.tree.iter("time"))
    said = (*_linked(records, "datePublished"), *_metas(markup, _PUBLISHED), *times, *markup.seen)
    shown = (*(byline.published.readings if byline.published else ()), *([byline.machine] if byline.machine else []))
    others = [*shown, *(parse_timestamp(text) for text in said if isinstance(text, str))]
    for other in others:
        if other is None or other.precision != "minute":
            continue
        if other.value.utcoffset() and abs(other.value - value) <= _SAME:
            return other
        offset = other.value.replace(tzinfo=UTC) - value
        if other.value.tzinfo is None and offset and abs(offset) <= _FARTHEST and not offset % _STEP:
            return PartialDate(value=value.astimezone(timezone(offset)), precision="minute")
    if byline.updated and byline.updated.precision == "minute" and byline.updated.value.utcoffset():
        return PartialDate(value=value.astimezone(byline.updated.value.tzinfo), precision="minute")
    return moment


def _addressed(url: str) -> PartialDate | None:
    """The day that an address names: /2024/03/05/, 20240305, /2024/mar/05/; never a number of its query."""
    url = re.split(r"[?#]", url)[0]
    if match := _URL_DAY.search(url):
        return parse_timestamp("-".join(match.groups()))
    match = _named_day().search(url)
    return parse_timestamp(f"{match[1]}-{_months().index(match[2]) + 1:02}-{match[3]:>02}") if match else None


@cache
def _named_day() -> re.Pattern[str]:
    return re.compile(rf"/((?:19|20)\d\d)/({'|'.join(_months())})[a-z]*/(0?[1-9]|[12]\d|3[01])(?:/|$)")


@cache
def _months() -> tuple[str, ...]:
    """The months as addresses name them: by the first three letters of their English names."""
    return tuple(name[:3].casefold() for name in require_section("en", "calendar").listed("months"))
