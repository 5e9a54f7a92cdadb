"""Lines as they stand on pages -> paragraphs: what typesetting took apart is put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from summarizer.model import Omission, Span

# Widths of letters, in ems, as Helvetica and Times have them on average: what matters is which lines are longer.
_NARROW, _WIDE = frozenset("iljtfrI.,;:!'’‘|()[]-/ "), frozenset("mwMWQOGD@—%&")
_GUTTER, _COLUMN_LINES = 40, 4  # points between the beginnings of columns at least; lines that make one
_EDGE = 2  # lines at the top and at the bottom of a page that may be running heads
_NUMBER = re.compile(
    r"^\W*(?:(?:page|seite|p\.|pg\.?)\s*)?\d{1,4}(?:\s*(?:of|/|von|–|-)\s*\d{1,4})?\W*$|\s\d{1,4}/\d{1,4}$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?:…]['\"”’»)\]]*$")
_HYPHENATED = re.compile(r"(\w+)[-\u2010\u00ad]$")
_ADDRESS = re.compile(r"^(?:https?|file):/*\S+$")
_PRINTED = re.compile(r"^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d\d(?: ?[AP]M)?(?: .*)?$")
# First parts of compounds: their hyphen is no break of a word, unless an ending follows that they take ("high-er").
_FIRST_PARTS = frozenset(
    "double far first five four full half hard high ill large long low near new"
    " next right second self seven short single six small soft third three two well world".split()
)
_ENDINGS = re.compile(r"(?:er|est|ly|ing|ed|ness|en|ful|s)")
_GAP = 1.35  # of the usual distance between lines: where a new paragraph begins
# Of a column: a line that would be longer with the next word is full. Proportional widths are estimates.
_FILLED, _FILLED_FIXED = 0.97, 0.995
_HALF = 0.7  # of a column's width: a shorter line ends its paragraph even where none of its marks says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A run of text on a page: where its base line begins, from the lower left corner, and how large it is set."""

    text: str
    x: float
    y: float
    size: float
    is_fixed: bool = False
    is_turned: bool = False

    @property
    def width(self) -> float:
        """How wide it is, roughly."""
        return _width(self.text, self.size, is_fixed=self.is_fixed)


def _width(text: str, size: float, *, is_fixed: bool) -> float:
    if is_fixed:
        return 0.6 * size * len(text)
    narrow = sum(letter in _NARROW for letter in text)
    wide = sum(letter in _WIDE or letter.isupper() for letter in text)
    return size * (0.5 * len(text) - 0.22 * narrow + 0.22 * wide)


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
    bodies, heads = _without_heads([_in_order(_joined(page)) for page in straight])
    hyphened = frozenset(
        word.casefold() for page in bodies for line in page for word in re.findall(r"\w+-\w+", line.text)
    )
    text, spans = _written(bodies, hyphened)
    return text, spans, tuple(dict.fromkeys((*heads, *omitted)))


def _joined(page: Sequence[Strip]) -> list[Strip]:
    """Lines from the strips that stand beside each other in one: a change of font begins a new strip."""
    lines: list[Strip] = []
    end = 0.0
    for strip in page:
        last = lines[-1] if lines else None
        if (
            last
            and abs(strip.y - last.y) < 0.3 * max(strip.size, last.size)
            and -strip.size < strip.x - end < strip.size
        ):
            is_mark = strip.text.strip() in ("-", "\u2010", "\u00ad")  # a hyphen that typesetting put there
            is_apart = strip.x - end > 0.12 * strip.size and not last.text.endswith(" ") and not is_mark
            text = last.text + (" " if is_apart and not strip.text.startswith(" ") else "") + strip.text
            lines[-1] = replace(last, text=text, size=max(last.size, strip.size))
        else:
            lines.append(strip)
        end = strip.x + strip.width
    return [replace(line, text=" ".join(line.text.replace("\x00", "").split())) for line in lines if line.text.strip()]


def _in_order(lines: list[Strip]) -> list[Strip]:
    """Lines column by column. The order of the file is kept where it does not jump between columns line by line."""
    columns = _left_edges(lines)
    if len(columns) < 2:
        return _downward(lines)
    column_of = [min(range(len(columns)), key=lambda at: abs(columns[at] - line.x)) for line in lines]
    jumps = sum(one != other for one, other in pairwise(column_of))
    if jumps <= 3 * len(columns):
        return lines
    pitch = min(right - left for left, right in pairwise(columns))
    ordered: list[Strip] = []
    block: list[tuple[int, Strip]] = []
    for column, line in sorted(zip(column_of, lines, strict=True), key=lambda pair: (-round(pair[1].y), pair[1].x)):
        if line.width > 1.3 * pitch:  # it runs across: what is above it is read before what is below
            ordered += [strip for _, strip in sorted(block, key=lambda pair: (pair[0], -pair[1].y))]
            block = []
            ordered.append(line)
        else:
            block.append((column, line))
    return ordered + [strip for _, strip in sorted(block, key=lambda pair: (pair[0], -pair[1].y))]


def _left_edges(lines: list[Strip]) -> list[float]:
    """Where columns begin: places where four lines or more do, an indent aside."""
    edges: list[list[float]] = []
    for x in sorted(line.x for line in lines):
        if edges and x - edges[-1][-1] < _GUTTER:
            edges[-1].append(x)
        else:
            edges.append([x])
    return [edge[0] for edge in edges if len(edge) >= _COLUMN_LINES]


def _downward(lines: list[Strip]) -> list[Strip]:
    """One column: from the top down, whatever the order of the file (heads and feet often come first or last)."""
    return sorted(lines, key=lambda line: -round(line.y, 1))


def _without_heads(pages: list[list[Strip]]) -> tuple[list[list[Strip]], list[Omission]]:
    """Leave out the lines at the edges of pages that number them, or that stand on many of them alike."""
    seen = Counter(key for page in pages for key in {_likeness(line) for line in _edges(page)})
    # Left and right pages often have heads of their own.
    least = max(2, len(pages) // 3)
    bodies, omitted = [], []
    for page in pages:
        edges = {id(line) for line in _edges(page)}
        body = []
        for line in page:
            rule = _head_rule(line, is_repeated=seen[_likeness(line)] >= least) if id(line) in edges else None
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
    if _NUMBER.search(line.text):
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
    text = ""
    starts: list[int] = []
    before: Strip | None = None
    for page in pages:
        begun = False
        for line in page:
            if before is None:
                glue = ""
            elif _begins_paragraph(before, line, widest, pitch, is_new_page=not begun):
                glue = "\n"
            else:
                text, glue = _hyphen(text, line.text, hyphened)
            if not begun:
                starts.append(len(text) + (len(glue) if glue else 0))
                begun = True
            text += glue + line.text
            before = line
        if not begun:
            starts.append(len(text))
    ends = [*starts[1:], len(text)]
    return text, tuple(Span(start=start, end=max(start, end)) for start, end in zip(starts, ends, strict=True))


def _hyphen(text: str, following: str, hyphened: frozenset[str]) -> tuple[str, str]:
    """What stands between two lines of one paragraph: a space, or nothing where a word was broken."""
    match = _HYPHENATED.search(text[-60:])
    if not match or not following[:1].isalpha():
        return text, " "
    tail = re.match(r"\w+", following)
    first = match[1].casefold()
    whole = f"{first}-{tail.group() if tail else ''}".casefold()
    is_compound = whole in hyphened or (first in _FIRST_PARTS and not _ENDINGS.match(following))
    is_compound = is_compound or following[0].isupper() or first.isdigit()
    token = text.rpartition(" ")[2].rpartition("\n")[2]
    if text[-1] != "\u00ad" and (is_compound or any(mark in token for mark in "/@.-‑" if mark in token[:-1])):
        return text, ""
    return text[:-1], ""


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
        for one, other in _neighbours(page)
        if one.size and 0.8 < (one.y - other.y) / one.size < 3
    )
    return min(distances, key=lambda distance: (-distances[distance], distance)) if distances else 1.2


def _neighbours(page: list[Strip]) -> Iterator[tuple[Strip, Strip]]:
    return pairwise(page)


def _begins_paragraph(
    before: Strip, line: Strip, widest: dict[int, tuple[float, float]], pitch: float, *, is_new_page: bool
) -> bool:
    is_ended = bool(_ENDED.search(before.text))
    edge = round(before.x / 12)
    column, most = widest.get(edge, (0.0, 0.0))
    with_next = before.width + _width(" " + line.text.split()[0], line.size, is_fixed=line.is_fixed)
    # After a full stop a doubtful break costs little, within a sentence it costs the sentence.
    has_room = with_next < (most if is_ended else column) * (_FILLED_FIXED if line.is_fixed else _FILLED)
    is_jump = is_new_page or line.y > before.y + 0.5 * line.size or abs(line.x - before.x) > 6 * line.size
    if is_jump:  # from page to page, or from column to column
        return is_ended or (has_room and not line.text[:1].islower())
    if abs(line.size - before.size) > 0.12 * before.size:
        return True
    if before.y - line.y > _GAP * pitch * before.size:
        return True
    if line.x - before.x > 0.8 * line.size and is_ended:
        return True  # the first line of a paragraph is set in
    return has_room and (is_ended or not line.text[:1].islower() or before.width < _HALF * column)
