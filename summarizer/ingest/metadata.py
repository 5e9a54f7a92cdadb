"""Outlet, date, author, wire credit, dateline, title, URL: found in the report itself, or None. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from summarizer.language import find_date, match_dateline
from summarizer.model import Dateline, Document, Moment, Span

_AGENCY_NAMES = {
    "ap": "Associated Press", "the associated press": "Associated Press", "associated press": "Associated Press",
    "afp": "AFP", "agence france-presse": "AFP", "reuters": "Reuters", "thomson reuters": "Reuters", "upi": "UPI",
    "ani": "ANI", "pti": "PTI", "press trust of india": "PTI", "ians": "IANS", "dpa": "dpa", "efe": "EFE", "ansa":
    "ANSA",
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
_NAMED = (
    r"(?:The\s)?[A-Z][\w.&’'-]*(?:\s(?:(?:of|the|and|&|de|del|della|di|da|do|du|der|la)(?=\s)|[A-Z][\w.&’'-]*)){0,4}"
)
_URL = re.compile(r"https?://[^\s<>\"'\])]+[^\s<>\"'\]).,;:!?]")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_PERSON = r"[A-Z][\w.’'-]+(?:\s(?:[A-Z][\w.’'-]*|de|van|von|al|bin|da|el|la|der)){1,4}"
_BYLINE = re.compile(
    rf"^(?:(?:[Ww]ritten|[Rr]eported|[Pp]osted|[Pp]ublished|[Ss]tory|[Ww]ords|[Tt]ext)\s)?(?:[Bb]y|BY):?\s+"
    rf"(?P<who>{_PERSON}(?:(?:, {_PERSON})* and {_PERSON})?)"
)
_CONTACT = re.compile(rf"\b(?:reporter|author|writer|journalist)s?\s+(?P<who>{_PERSON})")
_BARE_NAME = re.compile(rf"^(?P<who>{_PERSON})(?=,| in [A-Z]|$| is an? )")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    """What the finders look at: the lines that are not story by rule, the ends of the story, and the whole."""

    document: Document
    kept: tuple[str, ...]
    dropped: tuple[tuple[str, str], ...]  # (rule, text)
    head: tuple[tuple[str, str], ...]  # those before the story
    tail: tuple[tuple[str, str], ...]  # those after it

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
    last = spans[-1].end if spans else 0
    tail = tuple((drop.rule, _folded(drop.span, text)) for drop in pieces if drop.span.start >= last)
    kept = tuple(_folded(span, text) for span in spans)
    return _Report(document=document, kept=kept, dropped=dropped, head=head, tail=tail)


def _folded(span: Span, text: str) -> str:
    folded = " ".join(span.of(text).split())
    if "*" not in folded and "_" not in folded:
        return folded
    return re.sub(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)", "", folded)


def _find_title(report: _Report) -> str | None:
    """The last heading of at least four words before the story; a first-level Markdown heading before any."""
    headings = [text for rule, text in report.head if rule == "heading" and "   " not in text]
    marked = [text for text in headings if re.match(r"#\s", text)]
    plain = [text for text in headings if len(text.split()) >= 4 and not _BYLINE.match(text)]
    chosen = marked[0] if marked else max(plain[-2:], key=len) if plain else None
    if chosen is None:
        return None
    return _SITE_SUFFIX.sub("", chosen.lstrip("# ").strip())


_SITE_SUFFIX = re.compile(rf"(?<=\w\s\w{{2}}.{{12}})\s+(?:[|»]|[-–—])\s+(?P<site>{_NAMED})$")


def _find_url(report: _Report) -> str | None:
    """A URL at the start of a line of its own, before or after the story: what follows it is at most a title."""
    for rule, text in (*report.tail, *report.head):
        if rule not in ("bare URL", "agency tail"):
            continue
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
    re.compile(rf"[”\"»,]\s*(?:the )?(?P<name>{_NAMED}) (?:reports|reported|writes|wrote)\.?$"),
    re.compile(rf"\bas (?P<name>{_NAMED}) (?:reports|reported|wrote|writes)\b"),
    re.compile(
        rf"\b(?:according to an?(?: \w+)? report (?:by|in|from)|(?:as|first) reported by|quoted by|citing)"
        rf" (?P<name>{_NAMED})"
    ),
    re.compile(rf",\s+(?P<name>{_NAMED}) (?:reports|reported)[.,]"),
    re.compile(rf"\b(?:originally|first) (?:published|appeared) (?:on|in|at|by) (?P<name>{_NAMED})"),
    re.compile(rf"\bappeared first on (?P<name>{_NAMED})"),
    re.compile(rf"^(?:source|via)\s*[:|-]\s*(?P<name>{_NAMED})", re.IGNORECASE),
)  # fmt: skip
# One of these stands in whatever the patterns match: most lines need not be searched.
_CITING_WORDS = ("report", "writes", "wrote", "quoted by", "citing", "published", "appeared")
_CITING_OPENINGS = ("source", "via")
_NOT_OUTLETS = frozenset("he she it they we who police officials state media local media the ministry".split())


def _find_cites(report: _Report) -> tuple[str, ...]:
    """The outlets of "… X reports": what the report says that it takes its story from."""
    found: dict[str, None] = {}
    lines = (*report.kept, *report.dropped_by("agency tail", "syndication notice"))
    for text in lines:
        if not _may_cite(text):
            continue
        for pattern in _CITING:
            match = pattern.search(text)
            if match and match["name"].casefold() not in _NOT_OUTLETS and match["name"].casefold() not in _AGENCY_NAMES:
                found.setdefault(match["name"].strip())
    return tuple(found)


def _may_cite(line: str) -> bool:
    return any(map(line.__contains__, _CITING_WORDS)) or line[:6].lower().startswith(_CITING_OPENINGS)


def _find_author(report: _Report) -> str | None:
    for text in report.dropped_by("byline", "date line", "contact line"):
        match = _BYLINE.match(text) or _CONTACT.search(text) or _BARE_NAME.match(text)
        if match:
            name = " ".join(match["who"].split()).rstrip(" ,")
            return name.title() if name.isupper() else name
    return None


_PAPER = re.compile(
    r"\b(?:courier|record|daily|times|post|herald|news|journal|gazette|tribune|monitor|ledger|sentinel|review|digest|chronicle"
    r"|observer|telegraph|guardian|standard|mail|press|today|online|weekly|bulletin|independent|globe|mirror|express|nation"
    r"|dispatch|wire|newswire|newsline|broadcasting|inquirer|examiner|reporter|register|argus|echo|advertiser|live|tv|radio"
    r"|tagespost|zeitung|diario|jornal|journal|gazeta|presse)\b",
    re.IGNORECASE,
)
_YEARS = r"(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s*)?"
_SELF_NAMES = (
    re.compile(rf"©\s*(?:copyright\s*)?{_YEARS}(?:by\s+)?(?P<name>{_NAMED})"),
    re.compile(rf"^(?P<name>{_NAMED})\s*(?:©|\([cC]\))"),
    re.compile(rf"\b[Cc]opyright(?:\s*©|\s*\([cC]\))?\s*{_YEARS}(?:by\s+)?(?P<name>{_NAMED})"),
    re.compile(
        rf"\b(?:edited|modified|written|created) by (?:the )?(?P<name>{_NAMED}?) (?:staff|team|desk|editors?)\b"
    ),
    re.compile(rf"\bhyperlink to (?P<name>{_NAMED})"),
    re.compile(rf"\b(?:[Dd]ownload|[Gg]et) (?:the )?(?P<name>{_NAMED}) app\b"),
    re.compile(rf"^(?P<name>{_NAMED}) is (?:published|sent|produced|owned) "),
)


def _find_outlet(report: _Report) -> str | None:
    """What a report calls its own site.

    By notices (copyright, staff, app), by its address, by the suffix of its title, by a masthead at its top, by the
    mail addresses of its people; the surest first.
    """
    url = report.document.url or _find_url(report)
    mails = [mail.group(1) for _, text in report.dropped for mail in _EMAIL.finditer(text)]
    suffixes = [
        match["site"] for rule, text in report.head if rule == "heading" and (match := _SITE_SUFFIX.search(text))
    ]
    found = (
        *_named_by_notices(report),
        *([_from_host(_host(url), report)] if url else []),
        *suffixes,
        *_mastheads(report),
        *(_from_host(mail, report) for mail in mails),
    )
    return next((name for name in found if name), None)


def _named_by_notices(report: _Report) -> Iterator[str]:
    rules = ("heading", "caption", "photo credit", "read also", "dateline")
    for pattern in _SELF_NAMES:
        for rule, text in report.dropped:
            match = pattern.search(text) if rule not in rules else None
            name = _clean_name(match["name"]) if match else ""
            if name and name.casefold() not in _AGENCY_NAMES and name.casefold() not in _NO_OUTLETS:
                yield _as_written(name, report)


def _mastheads(report: _Report) -> Iterator[str]:
    """A name at the very top of a page that calls itself a paper: one of the words of mastheads is in it."""
    for rule, text in report.head[:3]:
        is_name = re.fullmatch(rf"{_NAMED}|[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+){{1,4}}", text)
        if rule in ("interface text", "heading") and is_name and len(text.split()) > 1 and _PAPER.search(text):
            yield text.title() if text.isupper() else text


def _clean_name(name: str) -> str:
    name = re.sub(
        r"\.\s.*$|[.,]?\s*\b(?:All|Any|Inc|Ltd|LLC|Limited|plc|PLC|Terms|Privacy|Media Group|or its)\b.*$", "", name
    )
    return name.rstrip(" .,|").strip()


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
    label = _label(host).casefold()
    if label in _NO_OUTLETS or not re.search(r"[^\W\d]", label):  # an address of numbers is no name
        return None
    spelled = r"\s?".join(re.escape(letter) for letter in label)
    for match in re.finditer(rf"(?<![\w.@/-])(?:The )?{spelled}(?![\w@/-])", report.document.text, re.IGNORECASE):
        written = " ".join(match.group().split()).removeprefix("the ")
        if not written.islower() and written.casefold() != f"{label}.":
            return written.title() if written.isupper() and " " in written else written
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
