"""How much of each report the page carries: all of it where that is affordable, else what surrounds the passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.model import Span

# Bytes of all reports together. A page of a hundred reports that fill it, 2.2 MB, is ready in Chromium after 1.1 s, and
# after 1.6 to 2.3 s with the processor slowed to a quarter; a citation is then shown after 0.1 to 0.4 s.
TOTAL = 2_000_000
LARGEST = 120_000  # of one report: the longest of 549 reports of Multi-News has 48,000, and 99 in 100 less than 23,000
SURROUNDINGS = 1_500  # characters on each side of a passage: about a screen of the panel
_ENTITY = 4  # bytes that an escaped character takes more than itself
_TAGS = 9  # bytes of a paragraph's tags
_DROP = 60  # bytes of a dropped stretch's tags


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The parts of a report to show, in order; the whole of it as one part where it is affordable."""

    parts: tuple[Span, ...]
    length: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.parts == (Span(start=0, end=self.length),)

    @property
    def shown(self) -> int:
        """How many characters are shown."""
        return sum(part.end - part.start for part in self.parts)


def cost_of(text: str, drops: int = 0) -> int:
    """Return about how many bytes a report takes on the page."""
    special = sum(map(text.count, "&<>\"'"))
    encoded = len(text.encode("utf-8", errors="replace"))
    return encoded + _ENTITY * special + _TAGS * text.count("\n\n") + _DROP * drops


def allow(costs: Sequence[int], total: int = TOTAL, largest: int = LARGEST) -> int:
    """Return the most that one report may cost, so that all keep within a total: long ones give way to short ones."""
    rest = total
    ordered = sorted(costs)
    for place, cost in enumerate(ordered):
        share = rest // (len(ordered) - place)
        if cost > share:
            return min(share, largest)
        rest -= cost
    return largest


def cut_excerpt(text: str, cost: int, allowed: int, passages: Sequence[Span]) -> Excerpt:
    """Choose what to show of a report: every passage whole, with as much around it as is allowed.

    Args:
        text: The report.
        cost: What it costs as a whole, in bytes.
        allowed: What it may cost.
        passages: What is cited of it, in order.
    """
    if cost <= allowed:
        return Excerpt(parts=(Span(start=0, end=len(text)),), length=len(text))
    characters = int(allowed * len(text) / cost)
    around = SURROUNDINGS
    while True:
        parts = _windows(text, passages, around)
        excerpt = Excerpt(parts=parts, length=len(text))
        if excerpt.shown <= characters or not around:
            return excerpt
        around //= 2


def _windows(text: str, passages: Sequence[Span], around: int) -> tuple[Span, ...]:
    """The report's opening and each passage with what surrounds it, cut between words; what touches is one."""
    wanted = [Span(start=0, end=min(around, len(text))), *passages]
    found: list[Span] = []
    for span in sorted(wanted):
        start = _back_to_white(text, max(span.start - around, 0), around)
        end = _on_to_white(text, min(span.end + around, len(text)), around)
        if found and start <= found[-1].end:
            found[-1] = Span(start=found[-1].start, end=max(found[-1].end, end))
        else:
            found.append(Span(start=start, end=end))
    return tuple(span for span in found if span.start < span.end)


def _back_to_white(text: str, at: int, most: int) -> int:
    least = max(at - min(most, 60), 0)
    return next((place for place in range(at, least, -1) if text[place - 1].isspace()), 0 if least == 0 else at)


def _on_to_white(text: str, at: int, most: int) -> int:
    last = min(at + min(most, 60), len(text))
    return next((place for place in range(at, last) if text[place].isspace()), last if last == len(text) else at)
