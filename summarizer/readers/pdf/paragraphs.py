"""Lines on pages as paragraphs: hyphenated words and split paragraphs joined again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from summarizer.languages.data_sections import any_of_all
from summarizer.model import Omission, Span
from summarizer.nlp.dates.publication_lines import find_stamps
from summarizer.readers.pdf.layout import Strip, estimate_width, join_strips, order_lines

_EDGE = 2  # lines at the top and at the bottom of a page that may be running heads
_ENDED = re.compile(r"[.!?:…]['\"”’»)\]]*$")
_HYPHENATED = re.compile(r"(?<!\w)(\w++)[-\u2010\u00ad]$")
_ADDRESSED = re.compile(r"(?<!\S)[^\s/@.‑-]*+[/@.‑-]\S++$")  # the last word is part of an address, or hyphenated before
_ADDRESS = re.compile(r"^(?:(?:https?|file):/*+|www\.)\S++$")
_PRINTED = re.compile(r"^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d\d(?: ?[AP]M)?(?: .*)?$")
_WORD = 80  # letters that a word has at most: what is longer is not looked through
_GAP = 1.35  # of the usual distance between lines: where a new paragraph begins
# Of a column: a line that would be longer with the next word is full. Proportional widths are estimates.
_FILLED, _FILLED_FIXED = 0.97, 0.995
_HALF = 0.7  # of a column's width: a shorter line ends its paragraph even where none of its marks says so


@cache
def _page_number() -> re.Pattern[str]:
    page, of = (any_of_all("typesetting", key) for key in ("pages", "page_of"))
    return re.compile(
        rf"^\W*(?:{page}\s*)?\d{{1,4}}(?:\s*(?:{of}|/|–|-)\s*\d{{1,4}})?\W*$|\s\d{{1,4}}/\d{{1,4}}$", re.IGNORECASE
    )


@cache
def _first_part() -> re.Pattern[str]:
    return re.compile(any_of_all("typesetting", "first_parts"))


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"{any_of_all('typesetting', 'endings')}\b")


def set_paragraphs(pages: Sequence[Sequence[Strip]]) -> tuple[str, tuple[Span, ...], tuple[Omission, ...]]:
    """Set the lines of pages as paragraphs.

    Args:
        pages: The strips of each page, in the order of the file.

    Returns:
        The text, a paragraph a line; where each page stands in it; what was left out, each once.
    """
    omitted: list[Omission] = []
    straight = [[strip for strip in page if not strip.is_turned] for page in pages]
    omitted += [
        Omission(text=strip.text.strip(), rule="turned text") for page in pages for strip in page if strip.is_turned
    ]
    bodies, heads = _without_heads([order_lines(join_strips(page)) for page in straight])
    hyphened = frozenset(
        word.casefold() for page in bodies for line in page for word in re.findall(r"\b\w+-\w+", line.text)
    )
    text, spans = _written(bodies, hyphened)
    return text, spans, tuple(dict.fromkeys((*heads, *omitted)))


def _without_heads(pages: list[list[Strip]]) -> tuple[list[list[Strip]], list[Omission]]:
    """Leave out the lines at the edges of pages that number them, or that stand on many of them alike."""
    seen = Counter(key for page in pages for key in {_likeness(line) for line in _edges(page)})
    # Left and right pages often have heads of their own.
    least = max(2, len(pages) // 3)
    bodies, omitted = [], []
    for number, page in enumerate(pages):
        edges = {id(line) for line in _edges(page)}
        body = []
        for line in page:
            is_dated = number == 0 and bool(find_stamps(line.text))  # the day of the paper, which the report needs
            is_repeated = seen[_likeness(line)] >= least and not is_dated
            rule = _head_rule(line, is_repeated=is_repeated) if id(line) in edges else None
            if rule:
                omitted.append(Omission(text=line.text, rule=rule))
            else:
                body.append(line)
        bodies.append(body)
    return bodies, omitted


def _edges(page: list[Strip]) -> list[Strip]:
    by_height = sorted(page, key=lambda line: -line.y)
    heights = sorted({round(line.y) for line in page}, reverse=True)
    outer = {*heights[:_EDGE], *heights[-_EDGE:]}
    return [line for line in by_height if round(line.y) in outer]


def _likeness(line: Strip) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text.casefold()), round(line.y / 6)


def _head_rule(line: Strip, *, is_repeated: bool) -> str | None:
    if _page_number().search(line.text):
        return "page number"
    if _ADDRESS.search(line.text):
        return "address of the page"
    if _PRINTED.search(line.text):
        return "when it was printed"
    return "running head" if is_repeated else None


def _written(pages: list[list[Strip]], hyphened: frozenset[str]) -> tuple[str, tuple[Span, ...]]:
    """The text of the lines, and where in it each page begins and ends."""
    widest = _column_widths(pages)
    pitch = _usual_pitch(pages)
    parts: list[str] = []
    length = 0
    starts: list[int] = []
    before: Strip | None = None
    for page in pages:
        begun = False
        for line in page:
            glue = ""
            if before is not None and _begins_paragraph(before, line, widest, pitch, is_new_page=not begun):
                glue = "\n"
            elif before is not None:
                glue, cut = _hyphen(before.text, line.text, hyphened)
                parts[-1] = parts[-1][: len(parts[-1]) - cut]
                length -= cut
            if not begun:
                starts.append(length + len(glue))
                begun = True
            parts += [glue, line.text]
            length += len(glue) + len(line.text)
            before = line
        if not begun:
            starts.append(length)
    ends = [*starts[1:], length]
    spans = tuple(Span(start=start, end=max(start, end)) for start, end in zip(starts, ends, strict=True))
    return "".join(parts), spans


def _hyphen(line: str, following: str, hyphened: frozenset[str]) -> tuple[str, int]:
    """What stands between two lines of one paragraph, and how many letters of the first go: one of a broken word."""
    line = line[-_WORD:]
    match = _HYPHENATED.search(line)
    if not match or not following[:1].isalpha():
        return " ", 0
    tail = re.match(r"\w+", following)
    first = match[1].casefold()
    whole = f"{first}-{tail.group() if tail else ''}".casefold()
    is_compound = whole in hyphened or (_first_part().fullmatch(first) and not _ending().match(following))
    # A word that is hyphenated elsewhere on a line keeps its hyphen, and so do names, numbers and addresses.
    is_kept = is_compound or following[0].isupper() or first.isdigit() or bool(_ADDRESSED.search(line))
    return "", 0 if is_kept and line[-1] != "\u00ad" else 1


def _column_widths(pages: list[list[Strip]]) -> dict[int, tuple[float, float]]:
    """How wide the lines are that begin at each left edge: what nine of ten do not exceed, and the widest but one."""
    found: dict[int, list[float]] = {}
    for page in pages:
        for line in page:
            found.setdefault(round(line.x / 12), []).append(line.width)
    ordered = {edge: sorted(widths) for edge, widths in found.items()}
    return {edge: (widths[int(0.9 * (len(widths) - 1))], widths[-2:][0]) for edge, widths in ordered.items()}


def _usual_pitch(pages: list[list[Strip]]) -> float:
    """The distance between two lines, as a factor of their size, that is the most common one."""
    distances = Counter(
        round((one.y - other.y) / one.size, 1)
        for page in pages
        for one, other in pairwise(page)
        if one.size and 0.8 < (one.y - other.y) / one.size < 3
    )
    return min(distances, key=lambda distance: (-distances[distance], distance)) if distances else 1.2


def _begins_paragraph(
    before: Strip, line: Strip, widest: dict[int, tuple[float, float]], pitch: float, *, is_new_page: bool
) -> bool:
    is_ended = bool(_ENDED.search(before.text))
    edge = round(before.x / 12)
    column, most = widest.get(edge, (0.0, 0.0))
    with_next = before.width + estimate_width(" " + line.text.split()[0], line.size, is_fixed=line.is_fixed)
    # After a full stop a doubtful break costs little, within a sentence it costs the sentence.
    has_room = with_next < (most if is_ended else column) * (_FILLED_FIXED if line.is_fixed else _FILLED)
    is_jump = is_new_page or line.y > before.y + 0.5 * line.size or abs(line.x - before.x) > 6 * line.size
    if abs(line.size - before.size) > 0.12 * before.size:
        return True
    if not is_new_page and before.y - line.y > _GAP * pitch * before.size:
        return True
    if is_jump:  # from page to page, or from column to column
        return is_ended or (has_room and not line.text[:1].islower())
    if line.x - before.x > 0.8 * line.size and is_ended:
        return True  # the first line of a paragraph is set in
    return has_room and (is_ended or not line.text[:1].islower() or before.width < _HALF * column)
