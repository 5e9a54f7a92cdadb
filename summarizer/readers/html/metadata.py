"""What a page states about itself in its markup: JSON-LD, meta elements, times, address."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from summarizer.languages.data_sections import any_of_all
from summarizer.readers.html.page import Markup, fold, is_article
from summarizer.readers.html.publication_dates import find_times

_AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl")
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "al:android:app_name")
# Browsers and savers note at the top of a file where it came from.
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=(?:\(\d+\))?|page saved with singlefile\s+url:)\s*(https?://[^\s>]+)", re.IGNORECASE
)
_SITE = re.compile(r"(?<!\s)\s++(?:[|·•»]|[-–—]{1,2}|::)\s+([^|·•»]{2,40})$")


def find_metadata(markup: Markup) -> dict[str, Any]:
    """Return what a page says of itself, by the names of a document's fields; None where it says nothing."""
    found = {name: find(markup) for name, find in FINDERS.items()}
    times = find_times(markup, found["url"], _find_locale(markup), _titles_of(markup))
    return {**found, "published": times.published, "updated": times.updated, "readings": times.readings}


def find_titles(markup: Markup) -> frozenset[str]:
    """Return all that the page gives as its title, with and without the name of its site."""
    titles = [
        *_titles_of(markup),
        *(fold(str(value)) for value in markup.of_linked("headline")),
        *(fold("".join(element.itertext())) for element in markup.tree.iter("h1")),
    ]
    return frozenset(filter(None, (part for title in titles for part in (title, _SITE.sub("", title)))))


def _titles_of(markup: Markup) -> tuple[str, ...]:
    """What the page gives as its title in its head; its JSON-LD may tell of other stories as well."""
    heads = (fold("".join(element.itertext())) for element in markup.tree.iter("title"))
    return (*markup.of_meta(_TITLES), *heads)


def find_article_text(markup: Markup) -> str:
    """Return the longest article body that the page's JSON-LD carries; "" where it has none."""
    bodies = [value for value in markup.of_linked("articleBody", "reviewBody") if isinstance(value, str)]
    return html.unescape(max(bodies, key=len, default=""))


def _first(values: Iterator[Any]) -> str | None:
    return next((folded for value in values if isinstance(value, str) and (folded := fold(value))), None)


def _find_title(markup: Markup) -> str | None:
    """As the page calls its article, without the name of its site."""
    headlines = (str(record["headline"]) for record in markup.linked if is_article(record) and record.get("headline"))
    heads = ("".join(element.itertext()) for tag in ("h1", "title") for element in markup.tree.iter(tag))
    title = _first(headlines) or _first(markup.of_meta(_TITLES)) or _first(heads)
    return _without_site(title, markup) if title else None


def _without_site(title: str, markup: Markup) -> str:
    """The title up to its last bar or dash, where what follows is the site, or where the page gives it so itself."""
    match = _SITE.search(title)
    if not match:
        return title
    short = title[: match.start()]
    names = f"{_find_outlet(markup) or ''} {_find_url(markup) or ''}".casefold()
    is_site = re.sub(r"\W", "", match.group(1).casefold()) in re.sub(r"\W", "", names)
    given = {fold("".join(element.itertext())) for element in markup.tree.iter("h1")} | set(markup.of_meta(_TITLES))
    return short if is_site or short in given else title


def _find_outlet(markup: Markup) -> str | None:
    publishers = (name for value in markup.of_linked("publisher") for name in _names_in(value))
    named = (value for value in markup.of_meta(_OUTLETS) if "://" not in value and not value.startswith("@"))
    sites = (str(record["name"]) for record in markup.linked if record.get("@type") == "WebSite" and record.get("name"))
    name = _first(markup.of_meta(_OUTLETS[:1])) or _first(publishers) or _first(named) or _first(sites)
    return re.split(r"(?<!\s)\s++[|·•»]\s", name)[0].lstrip("@") if name else None


def _find_author(markup: Markup) -> str | None:
    articles = (record["author"] for record in markup.linked if is_article(record) and record.get("author"))
    links = ("".join(e.itertext()) for e in markup.tree.iter("a") if "author" in (e.get("rel") or "").split())
    for source in ((name for value in articles for name in _names_in(value)), markup.of_meta(_AUTHORS), links):
        names = [_before_author().sub("", fold(name)) for name in source]
        good = [name for name in dict.fromkeys(names) if _is_author(name)]
        if good:
            return ", ".join(good[:4])
    return None


@cache
def _before_author() -> re.Pattern[str]:
    return re.compile(rf"^{any_of_all('authors', 'before')}\s+", re.IGNORECASE)


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile(any_of_all("authors", "nobody"), re.IGNORECASE)


def _is_author(name: str) -> bool:
    return 2 < len(name) <= 120 and not re.search(r"://|@|^www\.|\.com$", name) and not _nobody().fullmatch(name)


def _names_in(value: Any) -> list[str]:
    """The names in a JSON-LD value: text, an object with a name, or a list of these."""
    values = value if isinstance(value, list) else [value]
    named = [each.get("name") if isinstance(each, dict) else each for each in values]
    flat = [name for each in named for name in (each if isinstance(each, list) else [each])]
    return [name for name in flat if isinstance(name, str)]


def _find_url(markup: Markup) -> str | None:
    canonical = (
        e.get("href") for e in markup.tree.iter("link") if "canonical" in (e.get("rel") or "").casefold().split()
    )
    saved = _SAVED_FROM.search(markup.source, 0, 5000)
    pages = (
        value.get("@id") if isinstance(value, dict) else value for value in markup.of_linked("mainEntityOfPage", "url")
    )
    given = (*canonical, *markup.of_meta(("og:url",)), saved.group(1) if saved else None, *pages)
    return next(
        (url.strip() for url in given if isinstance(url, str) and re.match(r"https?://\S+$", url.strip())), None
    )


def _find_locale(markup: Markup) -> str | None:
    """The language as the page tells it, with its country where one of its statements names it ("en-GB")."""
    given = [value.strip() for value in _languages(markup)]
    codes = [value for value in given if re.match(r"[A-Za-z]{2,3}(?:[-_,;\s]|$)", value)]
    same = [value for value in codes if value[:2].casefold() == codes[0][:2].casefold()]
    return next((value for value in same if re.match(r"[A-Za-z]{2,3}[-_][A-Za-z]", value)), codes[0] if codes else None)


def _find_language(markup: Markup) -> str | None:
    codes = (re.match(r"([A-Za-z]{2})(?:[-_,;\s]|$)", value.strip()) for value in _languages(markup))
    return next((code.group(1).lower() for code in codes if code), None)


def _languages(markup: Markup) -> list[str]:
    roots = (markup.tree.get("lang"), markup.tree.get("{http://www.w3.org/XML/1998/namespace}lang"))
    given = (*roots, *markup.of_meta(("content-language", "og:locale", "inlanguage")), *markup.of_linked("inLanguage"))
    return [value for value in given if isinstance(value, str)]


FINDERS: dict[str, Callable[[Markup], Any]] = {
    "title": _find_title,
    "outlet": _find_outlet,
    "author": _find_author,
    "url": _find_url,
    "language": _find_language,
}
