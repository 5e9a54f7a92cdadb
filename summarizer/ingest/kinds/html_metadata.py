"""What a page says about itself in its markup: JSON-LD, meta elements, times, its address. Nothing is guessed."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from summarizer.errors import InputError
from summarizer.language import find_date
from summarizer.model import Moment

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Newscast|VideoObject)$")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "date_published", "publish-date", "publish_date", "published_time", "publication_date", "publicationdate",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "originalpublicationdate", "article.published",
    "published-date", "pubdate", "pub_date", "ptime", "pdate", "dc.date.issued", "dcterms.created", "dcterms.date",
    "dc.date", "dc.date.created", "article:post_date", "article_date_original", "bt:pubdate", "rnews:datepublished",
    "datecreated", "date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dc.date.modified")
_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl")
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "al:android:app_name")
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_URL_NAMED_DAY = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(0?[1-9]|[12]\d|3[01])/")
# Browsers and savers note at the top of a file where it came from.
_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=(?:\(\d+\))?|page saved with singlefile\s+url:)\s*(https?://[^\s>]+)", re.I)
_NO_AUTHORS = frozenset("admin administrator editor staff webmaster author unknown".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """A page's statements about itself: its meta elements by name, and its JSON-LD objects, articles first."""

    tree: HtmlElement
    source: str
    meta: dict[str, list[str]]
    linked: list[dict[str, Any]]

    def of_meta(self, names: tuple[str, ...]) -> Iterator[str]:
        """What the meta elements of these names say, in the order of the names."""
        for name in names:
            yield from self.meta.get(name, ())

    def of_linked(self, *names: str) -> Iterator[Any]:
        """What the JSON-LD says under these names."""
        for record in self.linked:
            yield from (record[name] for name in names if record.get(name))


def read_markup(tree: HtmlElement, source: str) -> Markup:
    """Collect what a page says about itself.

    Args:
        tree: The page.
        source: Its text as it was read: savers note the address in a comment.
    """
    meta: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and (content := _folded(element.get("content") or "")):
            meta.setdefault(name.strip().casefold(), []).append(content)
    records = [record for script in tree.iter("script") for record in _linked_data(script)]
    records.sort(key=lambda record: not _is_article(record))
    return Markup(tree=tree, source=source, meta=meta, linked=records)


def find_metadata(markup: Markup) -> dict[str, Any]:
    """Return what a page says of itself, by the names of a document's fields; None where it says nothing."""
    return {name: find(markup) for name, find in FINDERS.items()}


def find_titles(markup: Markup) -> frozenset[str]:
    """Return all that the page gives as its title, with and without the name of its site."""
    titles = [
        *markup.of_meta(_TITLES),
        *(_folded(str(value)) for value in markup.of_linked("headline")),
        *(_folded("".join(element.itertext())) for tag in ("title", "h1") for element in markup.tree.iter(tag)),
    ]
    return frozenset(filter(None, (part for title in titles for part in (title, _SITE.sub("", title)))))


def find_article_text(markup: Markup) -> str:
    """Return the longest article body that the page's JSON-LD carries; "" where it has none."""
    bodies = [value for value in markup.of_linked("articleBody", "reviewBody") if isinstance(value, str)]
    return html.unescape(max(bodies, key=len, default=""))


_SITE = re.compile(r"\s+(?:[|·•»]|[-–—]{1,2}|::)\s+[^|·•»]{2,40}$")


def _linked_data(script: HtmlElement) -> list[dict[str, Any]]:
    if "ld+json" not in (script.get("type") or "") or not script.text:
        return []
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", script.text).strip().rstrip(";")
    try:
        waiting: list[Any] = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return []
    records = []
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value
        elif isinstance(value, dict):
            records.append(value)
            waiting.extend(value[key] for key in ("@graph", "mainEntity", "liveBlogUpdate") if key in value)
    return records


def _is_article(record: dict[str, Any]) -> bool:
    kinds = record.get("@type")
    return any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _folded(text: str) -> str:
    return " ".join(html.unescape(text).split())


def _first(values: Iterator[Any]) -> str | None:
    return next((folded for value in values if isinstance(value, str) and (folded := _folded(value))), None)


def _find_title(markup: Markup) -> str | None:
    """As the page calls its article; the name of its site is no part of that."""
    headlines = (str(record["headline"]) for record in markup.linked if _is_article(record) and record.get("headline"))
    heads = ("".join(element.itertext()) for tag in ("h1", "title") for element in markup.tree.iter(tag))
    title = _first(headlines) or _first(markup.of_meta(_TITLES)) or _first(heads)
    return (_SITE.sub("", title) or title) if title else None


def _find_outlet(markup: Markup) -> str | None:
    publishers = (name for value in markup.of_linked("publisher") for name in _names_in(value))
    named = (value for value in markup.of_meta(_OUTLETS) if "://" not in value and not value.startswith("@"))
    sites = (str(record["name"]) for record in markup.linked if record.get("@type") == "WebSite" and record.get("name"))
    name = _first(markup.of_meta(_OUTLETS[:1])) or _first(publishers) or _first(named) or _first(sites)
    return re.split(r"\s+[|·•»]\s+", name)[0].lstrip("@") if name else None


def _find_author(markup: Markup) -> str | None:
    articles = (record["author"] for record in markup.linked if _is_article(record) and record.get("author"))
    links = ("".join(e.itertext()) for e in markup.tree.iter("a") if "author" in (e.get("rel") or "").split())
    for source in ((name for value in articles for name in _names_in(value)), markup.of_meta(_AUTHORS), links):
        names = [re.sub(r"^(?:by|von|por|par)\s+", "", _folded(name), flags=re.IGNORECASE) for name in source]
        good = [name for name in dict.fromkeys(names) if _is_author(name)]
        if good:
            return ", ".join(good[:4])
    return None


def _is_author(name: str) -> bool:
    return 2 < len(name) <= 120 and not re.search(r"://|@|^www\.|\.com$", name) and name.casefold() not in _NO_AUTHORS


def _names_in(value: Any) -> list[str]:
    """The names in a JSON-LD value: text, an object with a name, or a list of these."""
    values = value if isinstance(value, list) else [value]
    named = [each.get("name") if isinstance(each, dict) else each for each in values]
    flat = [name for each in named for name in (each if isinstance(each, list) else [each])]
    return [name for name in flat if isinstance(name, str)]


def _find_url(markup: Markup) -> str | None:
    canonical = (e.get("href") for e in markup.tree.iter("link") if "canonical" in (e.get("rel") or "").casefold().split())
    saved = _SAVED_FROM.search(markup.source, 0, 5000)
    pages = (value.get("@id") if isinstance(value, dict) else value for value in markup.of_linked("mainEntityOfPage", "url"))
    given = (*canonical, *markup.of_meta(("og:url",)), saved.group(1) if saved else None, *pages)
    return next((url.strip() for url in given if isinstance(url, str) and re.match(r"https?://\S+$", url.strip())), None)


def _find_language(markup: Markup) -> str | None:
    roots = (markup.tree.get("lang"), markup.tree.get("{http://www.w3.org/XML/1998/namespace}lang"))
    given = (*roots, *markup.of_meta(("content-language", "og:locale", "inlanguage")), *markup.of_linked("inLanguage"))
    codes = (re.match(r"([A-Za-z]{2})(?:[-_,;\s]|$)", value.strip()) for value in given if isinstance(value, str))
    return next((code.group(1).lower() for code in codes if code), None)


def _find_published(markup: Markup) -> Moment | None:
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
    return _seen_date(markup) or _first_moment(iter(modified))


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
    """The same instant by the outlet's clock, where the page says it too: its weekdays are told by that clock."""
    value = moment.value
    if moment.precision != "minute" or value.utcoffset() is None or value.utcoffset():
        return moment
    said = (*markup.of_linked("datePublished"), *markup.of_meta(_PUBLISHED), *_timed(markup))
    for text in said:
        other = parse_moment(text) if isinstance(text, str) else None
        if other and other.value.utcoffset() and abs(other.value - value) <= timedelta(minutes=15):
            return other
    return moment


def _first_moment(values: Iterator[Any]) -> Moment | None:
    return next((moment for value in values if isinstance(value, str) and (moment := parse_moment(value))), None)


def _seen_date(markup: Markup) -> Moment | None:
    """The date in the page's address, its time elements and what readers see of it, as htmldate finds it."""
    url = _find_url(markup) or ""
    if day := _URL_DAY.search(url):
        return parse_moment("-".join(day.groups()))
    if day := _URL_NAMED_DAY.search(url):
        return parse_moment(f"{day[3]} {day[2].title()} {day[1]}")
    if moment := _first_moment(_timed(markup)):
        return moment
    import htmldate

    found = htmldate.find_date(markup.tree, url=url or None, original_date=True, extensive_search=False, max_date=_LAST)
    return parse_moment(found) if found else None


_LAST = "2100-01-01"  # by default htmldate takes no day after today, and the same page would read differently tomorrow


def parse_moment(text: str) -> Moment | None:
    """Read a time as pages write it: ISO 8601 in its looser forms, a mail's date, or a date in words.

    Returns:
        The moment; None where the text is no time between 1900 and 2100 (programs write 0001-01-01 for none).
    """
    text = _folded(text)[:80]
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


def _read_mail(text: str) -> Moment | None:
    try:
        return Moment(value=parsedate_to_datetime(text), precision="minute") if re.search(r"\d:\d\d", text) else None
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


FINDERS: dict[str, Callable[[Markup], Any]] = {
    "title": _find_title,
    "outlet": _find_outlet,
    "author": _find_author,
    "published": _find_published,
    "url": _find_url,
    "language": _find_language,
}
