"""Publication dates as a page shows them to readers: near the headline and in time elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.model import PartialDate
from summarizer.nlp.dates.numeric_dates import Order
from summarizer.nlp.dates.publication_lines import Stamp, changed_in, find_stamps, stated_in
from summarizer.readers.html.zones import Zones
from summarizer.readers.timestamps import parse_timestamp

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from summarizer.readers.html.page import Markup

_LINE = 200  # letters of a line that holds a byline with its dates, and no paragraph of a story
_PARAGRAPH = 160  # letters of a line that is one: below the second of them the story is under way
_WORDS = 10  # beside its dates, in a line that is there for its dates
_ABOVE = 6  # lines above a headline that may hold its date
_BREAKS = frozenset(
    "address article aside blockquote body br dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p"
    " pre section table td th tr ul".split()
)
_UNREAD = frozenset("script style template noscript select svg iframe textarea title".split())
_CHANGED = re.compile(r"updat|modif|edited|revis", re.IGNORECASE)
_STATED = re.compile(r"publi|posted|pubdate|created|entry-date|byline|dateline", re.IGNORECASE)
_DATED = re.compile(
    r"\b(?:date|time|timestamp|datetime|pubdate|published|byline|dateline|posted|meta)\b|[-_]date\b|date[-_]"
)


# Elements of a line that style sheets set apart.
_APART = frozenset("span time a abbr small".split())
_ATTRIBUTES = ("datetime", "title", "data-timestamp", "data-datetime", "data-date", "data-time", "data-published")


@dataclass(slots=True)
class _Line:
    """A line of a page as readers see it: its text, its time elements, and what its elements are called."""

    parts: list[str] = field(default_factory=list)
    times: list[HtmlElement] = field(default_factory=list)
    names: str = ""
    linked: int = 0
    is_headline: bool = False

    @property
    def text(self) -> str:
        return " ".join("".join(self.parts).split())

    def enter(self, element: HtmlElement, zones: Zones) -> None:
        """Note an element that begins in it."""
        self.is_headline = self.is_headline or element is zones.headline
        self.names += f" {element.get('class') or ''} {element.get('itemprop') or ''} {element.get('id') or ''}"
        if element.tag in _APART:
            self.parts.append(" ")
        if element.tag == "time" or (element.tag in ("abbr", "span") and _told(element)):
            self.times.append(element)

    def take(self, text: str | None, *, is_linked: bool) -> None:
        """Add words to it."""
        if text:
            self.parts.append(text)
            self.linked += len(text.strip()) if is_linked else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """What the page tells its readers of its time.

    Attributes:
        published: The stamp of its publication.
        machine: The same for programs, where its time element has it.
        updated: When it says that it was changed.
        is_near: Whether it stands by the headline, and not only somewhere in the article.
    """

    published: Stamp | None = None
    machine: PartialDate | None = None
    updated: PartialDate | None = None
    is_near: bool = False


def find_byline(markup: Markup, zones: Zones, order: Order | None) -> Byline:
    """Find the date that a page shows its readers: below its headline, above it, else in a time element of its article.

    Sidebars, comments, calendars, teasers and captions are passed over, and so are sentences of the story.
    """
    lines = list(_lines(markup.tree, zones))
    at = next((number for number, line in enumerate(lines) if line.is_headline), None)
    near, rest = _ordered(lines, at)
    changed: PartialDate | None = None
    for group, is_near in ((near, at is not None), (rest, False)):
        for line in group:
            found = _read(line, order, is_near=is_near)
            changed = changed or found.updated
            if found.published or found.machine:
                return Byline(published=found.published, machine=found.machine, updated=changed, is_near=is_near)
    return Byline(updated=changed)


def _ordered(lines: list[_Line], at: int | None) -> tuple[list[_Line], list[_Line]]:
    """The lines by the headline, those below it first, and all others."""
    start = 0 if at is None else at
    below, paragraphs = [], 0
    for line in lines[start:]:
        paragraphs += len(line.text) > _PARAGRAPH
        if paragraphs >= 2:
            break
        below.append(line)
    above = lines[max(0, start - _ABOVE) : start][::-1]
    return [*below, *above], [*lines[start + len(below) :], *lines[: max(0, start - _ABOVE)]]


def _lines(tree: HtmlElement, zones: Zones) -> Iterator[_Line]:
    """The lines of a page in order, without what stands beside its article."""
    from lxml.etree import iterwalk

    line, links, inside = _Line(), 0, zones.article is None
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        is_read = isinstance(tag, str) and tag not in _UNREAD and not zones.opens_beside(element)
        if is_read and tag in _BREAKS and (line.times or line.text):
            if inside:
                yield line
            line = _Line()
        if element is zones.article:
            inside = event == "start"
        if event == "end":
            links -= is_read and tag == "a"
            line.take(element.tail, is_linked=links > 0)
        elif not is_read:
            walk.skip_subtree()
        else:
            links += tag == "a"
            line.enter(element, zones)
            line.take(element.text, is_linked=links > 0)
    if inside and (line.times or line.text):
        yield line


def _read(line: _Line, order: Order | None, *, is_near: bool) -> Byline:
    """What a line tells of the page's time; away from the headline only time elements and labelled dates count."""
    text = line.text
    if len(text) > _LINE or 2 * line.linked > len(text) + 40:
        return Byline()
    stamps = find_stamps(text, order)
    machine, updated = _of_times(line, changed_in(stamps), order)
    published = stated_in([stamp for stamp in stamps if stamp.readings[0].precision in ("minute", "day")])
    is_marked = bool(line.times) or bool(_DATED.search(line.names))
    if published and not (is_marked or _is_for_dates(text, stamps)):
        published = None
    is_change = len(stamps) == 1 and bool(_CHANGED.search(line.names)) and not _STATED.search(line.names)
    if published and is_change and machine is None:  # all that the line shows is the change
        updated = updated or published.moment
        published = None
    if published and not (is_near or machine or published.is_labelled or is_marked):
        published = None
    return Byline(published=published, machine=machine, updated=updated)


def _is_for_dates(text: str, stamps: list[Stamp]) -> bool:
    """Whether a line is there for its dates: few words beside them, and no sentence."""
    for stamp in stamps:
        text = text.replace(stamp.phrase, " ")
    return len(re.findall(r"[^\W\d_]{2,}", text)) <= _WORDS and not text.endswith((".", "!", "?", ":"))


def _of_times(line: _Line, changed: Stamp | None, order: Order | None) -> tuple[PartialDate | None, PartialDate | None]:
    """What the time elements of a line tell programs: when the page was published, and when it was changed."""
    told = [(moment, _name(time)) for time in line.times if (moment := parse_timestamp(_told(time), order))]
    published = [moment for moment, name in told if not _CHANGED.search(name)]
    changes = [moment for moment, name in told if _CHANGED.search(name)]
    if changed is not None and len(line.times) == 1:
        changes, published = [*changes, *published], []  # "Updated 3 hours ago", with the time for programs
    shown = changed.moment if changed else None
    has_zone = shown is not None and bool(shown.value.utcoffset())  # the outlet's own, not that of programs
    updated = next((one for one in changes if shown is None or (one.day == shown.day and not has_zone)), shown)
    return (published[0] if published else None), updated


def _told(element: HtmlElement) -> str:
    """What an element tells programs of a time; of others than time elements only where they are called so."""
    if element.tag == "time":
        return element.get("datetime") or ""
    if not (_STATED.search(element.get("class") or "") or _DATED.search(element.get("class") or "")):
        return ""
    return next((value for name in _ATTRIBUTES if (value := element.get(name)) and re.search(r"\d{4}", value)), "")


def _name(time: HtmlElement) -> str:
    """What a time element is called: by itself, by the element that holds only it, and by its words."""
    above = time.getparent()
    names = [time.get("class"), time.get("itemprop"), "".join(time.itertext())]
    if above is not None and above.tag in ("span", "li", "p", "div", "dd") and len(list(above.iter("time"))) == 1:
        names.append(above.get("class"))
    return " ".join(filter(None, names))
