"""The outlet and the address of a report: how it names its own site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple

from summarizer.languages.data_sections import Phrase, any_of_all, find_all_sections
from summarizer.languages.word_records import Words
from summarizer.model import Document, Span

_SECOND_LEVEL = frozenset("co com org net gov ac edu govt".split())
_NO_OUTLETS = frozenset(
    "gmail yahoo outlook hotmail proton protonmail icloud aol twitter facebook instagram youtube x t linkedin pinterest"
    " telegram whatsapp google apple bit wordpress blogspot wp archive web amp feedburner".split()
)
_URL = re.compile(r"https?://[^\s<>\"'\])]+[^\s<>\"'\]).,;:!?]")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_PARTS = re.compile(r"(?<!\s)\s*+[,|·•;]\s++|(?<=\S)\s++[-–—/]\s++")


class Surroundings(NamedTuple):
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


class OutletWords(Words):
    """How outlets are named in one language; the data file says what each is for."""

    articles: frozenset[str]
    not_outlets: frozenset[str]
    name: re.Pattern[str]
    site_suffix: re.Pattern[str]
    name_end: re.Pattern[str]
    source: re.Pattern[str]
    author_behind: re.Pattern[str]
    self_names: tuple[Phrase, ...]
    citing: tuple[Phrase, ...]


@cache
def find_outlet_words() -> tuple[OutletWords, ...]:
    """Return how outlets are named in every language of which that is known."""
    return tuple(section.fill(OutletWords) for section in find_all_sections("outlets"))


@cache
def find_agencies() -> Mapping[str, str]:
    """Return the names of agencies by how reports write them, in small letters."""
    return {
        entry: name for section in find_all_sections("outlets") for entry, name in section.named("agencies").items()
    }


@cache
def _masthead() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of_all('mastheads', 'words')}\b", re.IGNORECASE)


def find_matches(phrases: Iterable[Phrase], text: str) -> Iterator[re.Match[str]]:
    """Search a text by patterns, each behind words of which one is in every text that it matches."""
    found = (_compile(pattern).search(text) for words, pattern in phrases if any(map(text.__contains__, words)))
    return filter(None, found)


@cache  # most are never in use
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def drop_site(title: str) -> str:
    """Return a title without the name of its outlet behind it."""
    for own in find_outlet_words():
        title = own.site_suffix.sub("", title)
    return title


def find_url(report: Surroundings) -> str | None:
    """A URL at the start of a line of its own, before or after the story: what follows it is at most a title."""
    for rule, text in (*report.tail, *report.head):
        if rule not in ("bare URL", "agency tail"):
            continue
        match = _URL.search(text)
        if match and not any(part in _NO_OUTLETS for part in _host(match.group()).split(".")[:-1]):
            return match.group()
    return None


def find_outlet(report: Surroundings) -> str | None:
    """What a report calls its own site.

    By notices (copyright, staff, app), by its address, by the suffix of its title, by a masthead at its top, by the
    mail addresses of its people; the surest first.
    """
    url = report.document.url or find_url(report)
    mails = [mail.group(1) for _, text in report.dropped for mail in _EMAIL.finditer(text)]
    headings = [text for rule, text in report.head if rule == "heading"]
    suffixes = [
        match["site"] for text in headings for own in find_outlet_words() if (match := own.site_suffix.search(text))
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
    lines = [text for rule, text in report.dropped if rule not in rules]
    for own in find_outlet_words():
        for match in (found for phrase in own.self_names for text in lines for found in find_matches([phrase], text)):
            name = own.name_end.sub("", match["name"]).rstrip(" .,|").strip()
            if name and name.casefold() not in find_agencies() and name.casefold() not in _NO_OUTLETS:
                yield _as_written(name, report)


def _mastheads(report: Surroundings) -> Iterator[str]:
    """A name at the very top of a page that calls itself a paper: one of the words of mastheads is in it."""
    for rule, text in report.head[:3]:
        is_name = _is_name(text) or re.fullmatch(r"[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+){1,4}", text)
        if rule in ("interface text", "heading") and is_name and len(text.split()) > 1 and _masthead().search(text):
            yield text.title() if text.isupper() else text


def is_paper(name: str) -> bool:
    """Tell whether a name is one that papers and stations have: "The Alpine Gazette", "Financial Dispatch"."""
    return len(name.split()) > 1 and bool(_masthead().search(name)) and _is_name(name)


def _is_name(text: str) -> bool:
    return any(own.name.fullmatch(text) for own in find_outlet_words())


def _in_bylines(report: Surroundings) -> Iterator[str]:
    """A paper in the line of outlet, day and author, whatever their order: "The Alpine Gazette, 20 March, by Roe"."""
    for rule, text in report.head:
        if rule in ("byline", "date line"):
            yield from (
                part for part in _PARTS.split(text) if is_paper(part) and part.casefold() not in find_agencies()
            )


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
    articles = frozenset(chain.from_iterable(own.articles for own in find_outlet_words()))
    before = "".join(rf"(?:{re.escape(article)} )?" for article in articles)
    for match in re.finditer(rf"(?<![\w.@/-]){before}{spelled}(?![\w@/-])", report.document.text, re.IGNORECASE):
        words = match.group().split()
        written = " ".join(words[1:] if words[0] in articles else words)
        if not written.islower() and written.casefold() != f"{label}.":
            return written.title() if written.isupper() and " " in written else written
    return label.upper() if len(label) <= 3 or not re.search(r"[aeiouy]", label) else label.title()
