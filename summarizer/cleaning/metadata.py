"""Outlet, date, author, wire credit, dateline, title and address, found in the report itself or left unknown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from functools import cache
from itertools import product
from typing import Any

from summarizer.cleaning.outlets import (
    Surroundings,
    drop_site,
    find_agencies,
    find_matches,
    find_outlet,
    find_outlet_words,
    find_url,
    is_paper,
    open_surroundings,
)
from summarizer.languages.data_sections import any_of_all, find_all_sections
from summarizer.languages.word_records import Words
from summarizer.model import Dateline, Document, DroppedSpan, LiveEntry, PartialDate, Span
from summarizer.nlp.dates.numeric_dates import find_order
from summarizer.nlp.dates.publication_lines import (
    calls_itself_live,
    changed_in,
    date_of_title,
    find_stamps,
    match_dateline,
    read_heads,
    stated_in,
)

_TITLE = 200  # letters of a first line that may be a title
_RULE = "time of an entry"
_LISTED = 3  # days beyond which lines that name one each are no dates of the report


def _find_told_entries(document: Document) -> Document:
    """Find the entries of a live blog by the times at their heads, which are taken out of its story.

    Nothing is found unless the report calls itself one, is of one day, and its times are in order.

    Args:
        document: A report, cleaned, with its title and its date.
    """
    published, language = document.published, document.language or "en"
    if document.entries or published is None or published.precision not in ("minute", "day"):
        return document
    if document.updated and document.updated.day != published.day:
        return document
    titles = document.title or "", *document.text.lstrip()[:_TITLE].splitlines()[:1]
    if not any(calls_itself_live(title, document.url or "", language) for title in titles):
        return document
    heads = read_heads(document.text, datetime.combine(published.day, time()), language)
    if not heads:
        return document
    ends = {head.start: head.end for head in heads}
    cut = [(span, ends.get(span.start, span.start)) for span in document.kept or ()]
    drops = [DroppedSpan(span=Span(start=span.start, end=end), rule=_RULE) for span, end in cut if end > span.start]
    return replace(
        document,
        entries=tuple(
            LiveEntry(start=head.start, published=PartialDate(value=head.told, precision="minute")) for head in heads
        ),
        kept=tuple(Span(start=end, end=span.end) for span, end in cut if end < span.end),
        dropped=tuple(sorted((*document.dropped, *drops), key=lambda drop: drop.span.start)),
    )


class _Words(Words):
    """How bylines, titles and datelines are written in one language; the data file says what each is for."""

    contributed: tuple[str, ...]
    byline: re.Pattern[str]
    contact: re.Pattern[str]
    bare_name: re.Pattern[str]
    no_title: re.Pattern[str]
    published: re.Pattern[str]
    no_place: re.Pattern[str]


@cache
def _words() -> tuple[_Words, ...]:
    return tuple(section.fill(_Words) for section in find_all_sections("bylines"))


def describe_document(document: Document) -> Document:
    """Fill the metadata that a cleaned document does not have yet from its own text.

    Args:
        document: A report, cleaned (what was dropped from it holds most of what it tells about itself).

    Returns:
        The same document; a field that the text does not tell stays None.
    """
    report = open_surroundings(document)
    found: dict[str, Any] = {
        name: find(report) for name, find in FINDERS.items() if getattr(document, name) in (None, ())
    }
    return _find_told_entries(replace(document, **found, **_date(document, report)))


def _find_title(report: Surroundings) -> str | None:
    """The last heading of at least four words before the story; a first-level Markdown heading before any."""
    headings = [text for rule, text in report.head if rule == "heading" and "   " not in text]
    marked = [text for text in headings if re.match(r"#\s", text)]
    plain = [text for text in headings if len(text.split()) >= 4 and not _is_no_title(text)]
    chosen = marked[0] if marked else max(plain[-2:], key=len) if plain else None
    if chosen is None:
        return None
    return drop_site(chosen.lstrip("#►▶•| ").strip())


def _is_no_title(text: str) -> bool:
    return any(own.byline.match(text) or own.no_title.match(text) for own in _words())


def _says_published(text: str) -> bool:
    """Whether a line says what its date is."""
    return any(own.published.search(text) for own in _words())


def _date(document: Document, report: Surroundings) -> dict[str, Any]:
    """When a report says that it was published and changed, as far as its document does not have it.

    A date with its year on a line of its own, a stated publication before an update; else in the dateline. Of a message
    what it quotes or sends on tells nothing: its own head does, and the line with the date of a report that it holds.
    """
    is_mail = document.kind == "mail"
    if (document.published and not is_mail) or document.readings:
        return _settled(document, report)
    order = find_order(document.language, document.url)
    lines = _own_lines(report) if is_mail else _date_lines(report)
    stamps = [found for text in lines if (found := find_stamps(text, order))]
    told = [stamp for found in stamps if (stamp := stated_in(found))]
    told.sort(key=lambda stamp: not (stamp.is_labelled or _says_published(stamp.phrase)))
    changes = [stamp for found in stamps if (stamp := changed_in(found))]
    dated = next(iter(told), None)
    updated = next((stamp.moment for stamp in changes if stamp.moment), None)
    if is_mail and document.published:
        own = dated.moment if dated else None
        return {"published": own} if own and own.day <= document.published.day else {}
    if dated is None:
        told_by_title = date_of_title(document.title or "")
        return {"published": updated or told_by_title, "updated": updated}
    if dated.moment is None:
        return {"readings": dated.readings}
    return {"published": dated.moment, "updated": document.updated or updated}


def _settled(document: Document, report: Surroundings) -> dict[str, Any]:
    """The one of two readings that a line of the text tells in words."""
    found = [stamp for text in _date_lines(report) for stamp in find_stamps(text)]
    days = {stamp.moment.day for stamp in found if stamp.moment}
    fitting = [reading for reading in document.readings if reading.day in days]
    return {"published": fitting[0], "readings": ()} if len(fitting) == 1 else {}


def _date_lines(report: Surroundings) -> list[str]:
    lines = [text for rule, text in report.dropped if rule in ("date line", "byline", "view counter")]
    opening = [text for _, text in report.head]
    # Many days on lines of their own, below where a story begins, are a list of other things.
    below = [text for text in lines if text not in opening and not _says_published(text)]
    if len({str(found[0].readings) for text in below if (found := find_stamps(text))}) > _LISTED:
        lines = [text for text in lines if text not in below]
    if report.document.kind == "html":  # below the story of a page stands what comes next, with its dates
        lines = [text for text in lines if text in opening or _says_published(text) or _is_alone(text)]
    return [*lines, *report.dropped_by("dateline")]


def _is_alone(text: str) -> bool:
    """Whether a line is a date and no more than a word besides: its weekday."""
    phrases = [stamp.phrase for stamp in find_stamps(text)]
    return bool(phrases) and len(re.findall(r"[^\W\d_]{2,}", text.replace(phrases[0], " "))) <= 1


@cache
def _quoted() -> re.Pattern[str]:
    """What heads a message that is quoted or sent on."""
    message, sender, wrote = (any_of_all("mail", *names) for names in (("message",), ("from",), ("wrote", "writes")))
    return re.compile(rf"^(?:>|-{{2,}}+.{{0,40}}{message}|{sender}\s?:|.{{0,80}}\b{wrote}\s?:?$)", re.IGNORECASE)


@cache
def _head_line() -> re.Pattern[str]:
    return re.compile(rf"{any_of_all('mail', 'sent', 'dated')}\b", re.IGNORECASE)


def _own_lines(report: Surroundings) -> list[str]:
    """The lines with dates of a message above its story, up to where another message begins."""
    lines = []
    for rule, text in report.head:
        if _quoted().match(text):
            break
        if rule in ("date line", "byline", "dateline") and not _head_line().match(text):
            lines.append(text)
    return lines


def _find_dateline(report: Surroundings) -> Dateline | None:
    for text in report.dropped_by("dateline"):
        match = match_dateline(f"{text} .")
        is_filed = match and (match["credit"] or match["day"] or match["region"])
        if match and (is_filed or not any(own.no_place.match(match["place"]) for own in _words())):
            place = match["place"].title() if match["place"].isupper() else match["place"]
            return Dateline(place=place, day=match["day"])
    return None


def _find_credit(report: Surroundings) -> str | None:
    for text in report.dropped_by("dateline"):
        match = re.search(r"\(([^)]{1,200})\)", text)
        if match:
            return _agency(match.group(1))
    for text in report.dropped_by("agency tail"):
        if any(word in text for own in _words() for word in own.contributed):
            continue
        match = _agency_name().search(text)
        name = match[0] if match else ""
        if name.isupper() or name.istitle() or name in find_agencies().values() or len(name) > 4:
            return _agency(name)
    return None


@cache
def _agency_name() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(find_agencies(), key=len, reverse=True)))
    return re.compile(rf"\b(?:{names})\b", re.IGNORECASE)


def _agency(text: str) -> str:
    first = re.split(r"(?<!\s)\s*+/\s*|(?<!\s)\s++[-–—]\s+", text.strip())[0]
    return find_agencies().get(first.casefold(), first)


def _find_cites(report: Surroundings) -> tuple[str, ...]:
    """The outlets of "… X reports": what the report says that it takes its story from."""
    found: dict[str, None] = {}
    lines = (*report.kept, *report.dropped_by("agency tail", "syndication notice"))
    for text, own in product(lines, find_outlet_words()):
        for match in (*find_matches(own.citing, text), own.source.match(text)):
            name = match["name"] if match else ""
            if name and name.casefold() not in own.not_outlets and name.casefold() not in find_agencies():
                found.setdefault(name.strip())
    return tuple(found)


def _find_author(report: Surroundings) -> str | None:
    for text in report.dropped_by("byline", "date line", "contact line"):
        match = _match_author(text)
        if match and is_paper(" ".join(match["who"].split()).rstrip(" ,")):  # the line names its outlet first
            match = next(filter(None, (own.author_behind.search(text) for own in find_outlet_words())), None)
        if match:
            name = " ".join(match["who"].split()).rstrip(" ,")
            return name.title() if name.isupper() else name
    return None


def _match_author(text: str) -> re.Match[str] | None:
    matches = (own.byline.match(text) or own.contact.search(text) or own.bare_name.match(text) for own in _words())
    return next(filter(None, matches), None)


FINDERS: dict[str, Callable[[Surroundings], Any]] = {
    "title": _find_title,
    "outlet": find_outlet,
    "author": _find_author,
    "credit": _find_credit,
    "cites": _find_cites,
    "dateline": _find_dateline,
    "url": find_url,
}
