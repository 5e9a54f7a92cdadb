"""Outlet, date, author, wire credit, dateline, title, URL: found in the report itself, or None. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from summarizer.language import find_date, match_dateline
from summarizer.model import Dateline, Document, Moment, Span

_AGENCY_NAMES = {
    "ap": "Associated Press", "the associated press": "Associated Press", "associated press": "Associated Press",
    "afp": "AFP", "agence france-presse": "AFP", "reuters": "Reuters", "thomson reuters": "Reuters", "upi": "UPI",
    "ani": "ANI", "pti": "PTI", "press trust of india": "PTI", "ians": "IANS", "dpa": "dpa", "efe": "EFE", "ansa": "ANSA",
    "xinhua": "Xinhua", "tass": "TASS", "kyodo": "Kyodo News", "yonhap": "Yonhap", "bloomberg": "Bloomberg",
    "pa": "PA Media", "pa media": "PA Media", "press association": "PA Media", "cp": "The Canadian Press",
    "the canadian press": "The Canadian Press", "aap": "AAP", "belga": "Belga", "anadolu": "Anadolu", "aa": "Anadolu",
}  # fmt: skip
_AGENCY = "|".join(sorted((re.escape(name) for name in _AGENCY_NAMES), key=len, reverse=True))
_SECOND_LEVEL = frozenset("co com org net gov ac edu govt".split())
_NO_OUTLETS = frozenset(
    "gmail yahoo outlook hotmail proton protonmail icloud aol twitter facebook instagram youtube x t linkedin pinterest"
    " telegram whatsapp google apple bit wordpress blogspot wp archive web amp feedburner".split()
)
_NAMED = r"(?:The\s)?[A-Z][\w.&’'-]*(?:\s(?:of|the|and|&|[A-Z][\w.&’'-]*)){0,4}"
_URL = re.compile(r"https?://[^\s<>\"'\])]+[^\s<>\"'\]).,;:!?]")
_EMAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_BYLINE = re.compile(
    r"^(?:(?:written|reported|posted|published|story|words|text)\s)?by:?\s+(?P<who>[A-Z][\w.’'-]+(?:\s(?:[A-Z][\w.’'-]*|and|de|van|von|al|bin|da|el|la)|,(?=\s[A-Z][\w’'-]+\s[A-Z])){0,8})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    """What the finders look at: the lines that are not story by rule, the ends of the story, and the whole."""

    document: Document
    kept: tuple[str, ...]
    dropped: tuple[tuple[str, str], ...]  # (rule, text)
    head: tuple[tuple[str, str], ...]  # those before the story

    def dropped_by(self, *rules: str) -> list[str]:
        return [text for rule, text in self.dropped if rule in rules]


def describe_document(document: Document) -> Document:
    """Fill the metadata that a cleaned document does not have yet from its own text.

    Args:
        document: A report, cleaned (what was dropped from it holds most of what it tells about itself).

    Returns:
        The same document; a field that the text does not tell stays None.
    """
    report = _open(document)
    found: dict[str, Any] = {
        name: find(report) for name, find in FINDERS.items() if getattr(document, name) in (None, ())
    }
    return replace(document, **found)


def _open(document: Document) -> _Report:
    text = document.text
    spans = document.kept or ()
    first = spans[0].start if spans else len(text)
    pieces = sorted(document.dropped, key=lambda drop: drop.span)
    dropped = tuple((drop.rule, _folded(drop.span, text)) for drop in pieces)
    head = tuple((drop.rule, _folded(drop.span, text)) for drop in pieces if drop.span.start < first)
    return _Report(document=document, kept=tuple(_folded(span, text) for span in spans), dropped=dropped, head=head)


def _folded(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


def _find_title(report: _Report) -> str | None:
    """The last heading of at least four words before the story; a first-level Markdown heading before any."""
    headings = [text for rule, text in report.head if rule in ("heading", "date line") and not find_date(text)]
    marked = [text for text in headings if re.match(r"#\s", text)]
    plain = [text for text in headings if len(text.split()) >= 4 and not _BYLINE.match(text)]
    chosen = marked[0] if marked else max(plain[-2:], key=len) if plain else None
    if chosen is None:
        return None
    return _SITE_SUFFIX.sub("", chosen.lstrip("# ").strip())


_SITE_SUFFIX = re.compile(rf"(?<=\w\s\w{{2}}.{{12}})\s+(?:[|»]|[-–—])\s+(?P<site>{_NAMED})$")


def _find_url(report: _Report) -> str | None:
    """A URL that stands at the start of a line of its own: what follows it is at most a title."""
    for text in report.dropped_by("bare URL", "agency tail"):
        match = _URL.search(text)
        if match and not any(part in _NO_OUTLETS for part in _host(match.group()).split(".")[:-1]):
            return match.group()
    return None


def _find_published(report: _Report) -> Moment | None:
    """A date with its year on a line of its own, stated publication before update; else in the dateline."""
    lines = [text for rule, text in report.dropped if rule in ("date line", "byline", "view counter")]
    lines.sort(key=lambda text: bool(re.search(r"\b(?:updated?|modified)\b", text, re.IGNORECASE)))
    for text in (*lines, *report.dropped_by("dateline")):
        found = find_date(text)
        if found:
            return found[0]
    return None


def _find_dateline(report: _Report) -> Dateline | None:
    for text in report.dropped_by("dateline"):
        match = match_dateline(f"{text} .")
        if match:
            place = match["place"].title() if match["place"].isupper() else match["place"]
            return Dateline(place=place, day=match["day"])
    return None


def _find_credit(report: _Report) -> str | None:
    for text in report.dropped_by("dateline"):
        match = re.search(r"\(([^)]+)\)", text)
        if match:
            return _agency(match.group(1))
    for text in report.dropped_by("agency tail"):
        match = re.search(rf"\b({_AGENCY})\b", text, re.IGNORECASE)
        if match and (
            match.group().isupper() or match.group().istitle() or match.group() == "dpa" or len(match.group()) > 4
        ):
            return _agency(match.group())
    return None


def _agency(text: str) -> str:
    first = re.split(r"\s*/\s*|\s+[-–—]\s+", text.strip())[0]
    return _AGENCY_NAMES.get(first.casefold(), first)


_CITING = (
    re.compile(rf"[”\"»,]\s*(?P<name>{_NAMED}) (?:reports|reported|writes|wrote)\.?$"),
    re.compile(rf"\bas (?P<name>{_NAMED}) (?:reports|reported|wrote|writes)\b"),
    re.compile(
        rf"\b(?:according to an?(?: \w+)? report (?:by|in|from)|(?:as|first) reported by|quoted by|citing) (?P<name>{_NAMED})"
    ),
    re.compile(rf",\s+(?P<name>{_NAMED}) (?:reports|reported)[.,]"),
    re.compile(rf"\b(?:originally|first) (?:published|appeared) (?:on|in|at|by) (?P<name>{_NAMED})"),
    re.compile(rf"\bappeared first on (?P<name>{_NAMED})"),
    re.compile(rf"^(?:source|via)\s*[:|-]\s*(?P<name>{_NAMED})", re.IGNORECASE),
)  # fmt: skip
_NOT_OUTLETS = frozenset("he she it they we who police officials state media local media the ministry".split())


def _find_cites(report: _Report) -> tuple[str, ...]:
    """The outlets of "… X reports": what the report says that it takes its story from."""
    found: dict[str, None] = {}
    lines = (*report.kept, *report.dropped_by("agency tail", "syndication notice"))
    for text in lines:
        for pattern in _CITING:
            match = pattern.search(text)
            if match and match["name"].casefold() not in _NOT_OUTLETS and match["name"].casefold() not in _AGENCY_NAMES:
                found.setdefault(match["name"].strip())
    return tuple(found)


def _find_author(report: _Report) -> str | None:
    for text in report.dropped_by("byline"):
        match = _BYLINE.match(text)
        if match:
            return match["who"].strip().rstrip(",")
    for text in report.dropped_by("contact line"):
        match = re.search(
            r"\b(?:reporter|author|writer|journalist)s?\s+(?P<who>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})", text
        )
        if match:
            return match["who"]
    return None


_SELF_NAMES = (
    re.compile(rf"©\s*(?:copyright\s*)?(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?,?\s*)?(?:by\s+)?(?P<name>{_NAMED})"),
    re.compile(rf"^(?P<name>{_NAMED})\s*(?:©|\(c\))"),
    re.compile(rf"\bcopyright(?:\s*©|\s*\(c\))?\s*(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?,?\s*)?(?:by\s+)?(?P<name>{_NAMED})", re.IGNORECASE),
    re.compile(rf"\b(?:edited|modified|written|created) by (?:the )?(?P<name>{_NAMED}?) (?:staff|team|desk|editors?)\b"),
    re.compile(rf"\bhyperlink to (?P<name>{_NAMED})"),
)  # fmt: skip


def _find_outlet(report: _Report) -> str | None:
    """What a report calls its own site: copyright and staff notices, its URL, its title's suffix, its reporters' mail."""
    notices = report.dropped_by("licence notice", "syndication notice", "agency tail", "interface text")
    for pattern in _SELF_NAMES:
        for text in notices:
            match = pattern.search(text)
            if match and match["name"].casefold() not in _AGENCY_NAMES:
                return _as_written(_clean_name(match["name"]), report)
    url = report.document.url or _find_url(report)
    if url:
        return _from_host(_host(url), report)
    suffix = next((m for rule, text in report.head if rule == "heading" and (m := _SITE_SUFFIX.search(text))), None)
    if suffix:
        return suffix["site"].strip()
    for text in report.dropped_by("contact line", "byline"):
        match = _EMAIL.search(text)
        if match and _label(match.group(1)) not in _NO_OUTLETS:
            return _from_host(match.group(1), report)
    return None


def _clean_name(name: str) -> str:
    return re.sub(r"[.,]?\s*(?:All|Any|Inc|Ltd|LLC|Limited|Terms|Privacy)\b.*$", "", name).rstrip(" .,")


def _as_written(name: str, report: _Report) -> str:
    """The name as it stands on a line of its own, where it does: sites write it best in their sign-off."""
    lines = [text for _, text in report.dropped]
    return next((text for text in lines if text.casefold() == name.casefold()), name)


def _host(url: str) -> str:
    return re.sub(r"^https?://(?:www\.|m\.|amp\.)?|[/:?#].*$", "", url).casefold()


def _label(host: str) -> str:
    parts = host.split(".")
    at = -3 if len(parts) > 2 and parts[-2] in _SECOND_LEVEL else -2
    return parts[at] if len(parts) >= -at else parts[0]


def _from_host(host: str, report: _Report) -> str | None:
    """The name of a site by its host: as the report writes it, else short names as initials (rnz: RNZ)."""
    label = _label(host)
    if label in _NO_OUTLETS:
        return None
    written = re.search(
        rf"(?<![\w.@/])(?!{re.escape(label)}\b){re.escape(label)}(?![\w.@/])", report.document.text, re.IGNORECASE
    )
    if written and not written.group().islower():
        return written.group()
    return label.upper() if len(label) <= 3 or not re.search(r"[aeiouy]", label) else label.title()


FINDERS: dict[str, Callable[[_Report], Any]] = {
    "title": _find_title,
    "outlet": _find_outlet,
    "author": _find_author,
    "credit": _find_credit,
    "cites": _find_cites,
    "dateline": _find_dateline,
    "published": _find_published,
    "url": _find_url,
}
