"""The outlet and the address of a report: how it names its own site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from summarizer.model import Document, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the finders look at: the lines that are not story by rule, the ends of the story, and the whole."""

    document: Document
    kept: tuple[str, ...]
    dropped: tuple[tuple[str, str], ...]  # (rule, text)
    head: tuple[tuple[str, str], ...]  # those before the story
    tail: tuple[tuple[str, str], ...]  # those after it

    def dropped_by(self, *rules: str) -> list[str]:
        """Return the lines that went by one of some rules."""
        return [text for rule, text in self.dropped if rule in rules]


def open_surroundings(document: Document) -> Surroundings:
    """Gather the lines of a cleaned document, white space and asterisks of emphasis left out."""
    text = document.text
    spans = document.kept or ()
    first = spans[0].start if spans else len(text)
    pieces = sorted(document.dropped, key=lambda drop: drop.span)
    dropped = tuple((drop.rule, _folded(drop.span, text)) for drop in pieces)
    head = tuple((drop.rule, _folded(drop.span, text)) for drop in pieces if drop.span.start < first)
    last = spans[-1].end if spans else 0
    tail = tuple((drop.rule, _folded(drop.span, text)) for drop in pieces if drop.span.start >= last)
    kept = tuple(_folded(span, text) for span in spans)
    return Surroundings(document=document, kept=kept, dropped=dropped, head=head, tail=tail)


def _folded(span: Span, text: str) -> str:
    folded = " ".join(span.of(text).split())
    if "*" not in folded and "_" not in folded:
        return folded
    return re.sub(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)", "", folded)


AGENCIES = {
    "ap": "Associated Press", "the associated press": "Associated Press", "associated press": "Associated Press",
    "afp": "AFP", "agence france-presse": "AFP", "reuters": "Reuters", "thomson reuters": "Reuters", "upi": "UPI",
    "ani": "ANI", "pti": "PTI", "press trust of india": "PTI", "ians": "IANS", "dpa": "dpa", "efe": "EFE", "ansa":
    "ANSA",
    "xinhua": "Xinhua", "tass": "TASS", "kyodo": "Kyodo News", "yonhap": "Yonhap", "bloomberg": "Bloomberg",
    "pa": "PA Media", "pa media": "PA Media", "press association": "PA Media", "cp": "The Canadian Press",
    "the canadian press": "The Canadian Press", "aap": "AAP", "belga": "Belga", "anadolu": "Anadolu", "aa": "Anadolu",
}  # fmt: skip
_SECOND_LEVEL = frozenset("co com org net gov ac edu govt".split())
_NO_OUTLETS = frozenset(
    "gmail yahoo outlook hotmail proton protonmail icloud aol twitter facebook instagram youtube x t linkedin pinterest"
    " telegram whatsapp google apple bit wordpress blogspot wp archive web amp feedburner".split()
)
NAMED = (
    r"(?:The\s)?[A-Z][\w.&’'-]*(?:\s(?:(?:of|the|and|&|de|del|della|di|da|do|du|der|la)(?=\s)|[A-Z][\w.&’'-]*)){0,4}"
)
SITE_SUFFIX = re.compile(rf"(?<=\w\s\w{{2}}.{{12}})\s+(?:[|»]|[-–—])\s+(?P<site>{NAMED})$")
_URL = re.compile(r"https?://[^\s<>\"'\])]+[^\s<>\"'\]).,;:!?]")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")


def find_url(report: Surroundings) -> str | None:
    """A URL at the start of a line of its own, before or after the story: what follows it is at most a title."""
    for rule, text in (*report.tail, *report.head):
        if rule not in ("bare URL", "agency tail"):
            continue
        match = _URL.search(text)
        if match and not any(part in _NO_OUTLETS for part in _host(match.group()).split(".")[:-1]):
            return match.group()
    return None


_PAPER = re.compile(
    r"\b(?:courier|record|daily|times|post|herald|news|journal|gazette|tribune|monitor|ledger|sentinel|review|digest|chronicle"
    r"|observer|telegraph|guardian|standard|mail|press|today|online|weekly|bulletin|independent|globe|mirror|express|nation"
    r"|dispatch|wire|newswire|newsline|broadcasting|inquirer|examiner|reporter|register|argus|echo|advertiser|live|tv|radio"
    r"|tagespost|zeitung|diario|jornal|journal|gazeta|presse)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(?<!\s)\s*+[,|·•;]\s++|(?<=\S)\s++[-–—/]\s++")
_YEARS = r"(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s*)?"
_SELF_NAMES = (
    re.compile(rf"©\s*(?:copyright\s*)?{_YEARS}(?:by\s+)?(?P<name>{NAMED})"),
    re.compile(rf"^(?P<name>{NAMED})\s*(?:©|\([cC]\))"),
    re.compile(rf"\b[Cc]opyright(?:\s*©|\s*\([cC]\))?\s*{_YEARS}(?:by\s+)?(?P<name>{NAMED})"),
    re.compile(rf"\b(?:edited|modified|written|created) by (?:the )?(?P<name>{NAMED}?) (?:staff|team|desk|editors?)\b"),
    re.compile(rf"\bhyperlink to (?P<name>{NAMED})"),
    re.compile(rf"\b(?:[Dd]ownload|[Gg]et) (?:the )?(?P<name>{NAMED}) app\b"),
    re.compile(rf"^(?P<name>{NAMED}) is (?:published|sent|produced|owned) "),
)


def find_outlet(report: Surroundings) -> str | None:
    """What a report calls its own site.

    By notices (copyright, staff, app), by its address, by the suffix of its title, by a masthead at its top, by the
    mail addresses of its people; the surest first.
    """
    url = report.document.url or find_url(report)
    mails = [mail.group(1) for _, text in report.dropped for mail in _EMAIL.finditer(text)]
    suffixes = [
        match["site"] for rule, text in report.head if rule == "heading" and (match := SITE_SUFFIX.search(text))
    ]
    found = chain(
        _named_by_notices(report),
        (_from_host(_host(each), report) for each in (url,) if each),
        suffixes,
        _mastheads(report),
        _in_bylines(report),
        (_from_host(mail, report) for mail in mails),
    )
    return next((name for name in found if name), None)


def _named_by_notices(report: Surroundings) -> Iterator[str]:
    rules = ("heading", "caption", "photo credit", "read also", "dateline")
    for pattern in _SELF_NAMES:
        for rule, text in report.dropped:
            match = pattern.search(text) if rule not in rules else None
            name = _clean_name(match["name"]) if match else ""
            if name and name.casefold() not in AGENCIES and name.casefold() not in _NO_OUTLETS:
                yield _as_written(name, report)


def _mastheads(report: Surroundings) -> Iterator[str]:
    """A name at the very top of a page that calls itself a paper: one of the words of mastheads is in it."""
    for rule, text in report.head[:3]:
        is_name = re.fullmatch(rf"{NAMED}|[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+){{1,4}}", text)
        if rule in ("interface text", "heading") and is_name and len(text.split()) > 1 and _PAPER.search(text):
            yield text.title() if text.isupper() else text


def is_paper(name: str) -> bool:
    """Tell whether a name is one that papers and stations have: "The Alpine Gazette", "Financial Dispatch"."""
    return len(name.split()) > 1 and bool(_PAPER.search(name)) and re.fullmatch(NAMED, name) is not None


def _in_bylines(report: Surroundings) -> Iterator[str]:
    """A paper in the line of outlet, day and author, whatever their order: "The Alpine Gazette, 20 March, by Roe"."""
    for rule, text in report.head:
        if rule in ("byline", "date line"):
            yield from (part for part in _PARTS.split(text) if is_paper(part) and part.casefold() not in AGENCIES)


def _clean_name(name: str) -> str:
    name = re.sub(
        r"\.\s.*"
        r"|(?:[.,]\s*+|(?<!\s)\s*+)\b(?:All|Any|Inc|Ltd|LLC|Limited|plc|PLC|Terms|Privacy|Media Group|or its)\b.*",
        "",
        name,
        flags=re.DOTALL,
    )
    return name.rstrip(" .,|").strip()


def _as_written(name: str, report: Surroundings) -> str:
    """The name as it stands on a line of its own, where it does: sites write it best in their sign-off."""
    lines = [text for _, text in report.dropped]
    return next((text for text in lines if text.casefold() == name.casefold()), name)


def _host(url: str) -> str:
    return re.sub(r"^https?://(?:www\.|m\.|amp\.)?|[/:?#].*", "", url, flags=re.DOTALL).casefold()


def _label(host: str) -> str:
    parts = host.split(".")
    at = -3 if len(parts) > 2 and parts[-2] in _SECOND_LEVEL else -2
    return parts[at] if len(parts) >= -at else parts[0]


def _from_host(host: str, report: Surroundings) -> str | None:
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
