"""A report as lines, as cleaning rules and metadata finders look at it."""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass

from summarizer.model import Span
from summarizer.nlp.tokens import runs_of_letters, stop_words

_TERMINAL = re.compile(
    r"[.!?…。।؟！？][”\"’'»“)\]*_]*$|[.!?…][”\"’']?\s[”\"’'»]$|[.!?…,][”\"»]\s.{0,40}$|[.!?…][”\"»]?\s*(?:[(\[][^)\]]{2,60}[)\]]|\[\d\])+$"
)
_FULL_STOPS = (".", "!", "?", "…")
# Marks that turn the direction of writing and the like: they stand before a line and behind its full stop.
_SHAPELESS = (
    " \u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
# Pictures, shapes and what sets them, marks of direction, and the letter in place of one that was lost.
_SIGNS = frozenset({"So", "Sk", "Cf", "Mn", "Cn", "Co"})
_BEFORE_SIGNS = (*_FULL_STOPS, "”", '"', "’", "»", ")", "。", "！", "？")
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])(?<!\s\*)")
_PREFIX = re.compile(r"^\s*(?:#{1,6}\s+|>\s+|[-*•·▪●–]\s+|\d{1,2}[.)]\s+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph of a report; `index` counts those that are not blank.

    Attributes:
        span: Where it stands, white space around it left out, list and heading marks included.
        small: Its text in small letters.
        text: Its text, white space folded; list and heading marks and asterisks of emphasis left out.
        mark: The list or heading mark before it, such as "#" or "-"; "" for most.
        index: Its number within the report, from 0.
        words: Its length in words.
        stops: The share of its words that are stop words, in [0, 1]; 1 where none are known of its language.
        ended: Whether it ends as a sentence does.

    Example:
        >>> lines = []
        >>> register_cleaning_rule("look on", lambda line: bool(lines.append(line)))
        >>> _ = read_documents("seeds", ReadSettings(cleaning_rules=("look on",)))
        >>> lines[0].words, lines[0].ended
        (31, True)
    """

    span: Span
    text: str
    small: str
    mark: str
    index: int
    words: int
    stops: float
    ended: bool


def read_lines(text: str, language: str) -> tuple[Line, ...]:
    """Divide a text into paragraphs: its lines, or its blocks of lines where the text is wrapped at a fixed width."""
    spans = _wrapped_blocks(text) if _is_wrapped(text) else _plain_lines(text)
    return tuple(_line(text, span, index, language) for index, span in enumerate(spans))


def bare_end(text: str, start: int, end: int) -> int:
    """Where a line ends but for the signs behind its full stop: the ■ that closes a story, 🙏, a letter that was lost.

    Args:
        text: A text.
        start: Where the line starts in it.
        end: Where the line ends, white space left out.
    """
    if end <= start or text[end - 1].isascii():
        return end
    at = end
    while at > start and (text[at - 1].isspace() or unicodedata.category(text[at - 1]) in _SIGNS):
        at -= 1
    return at if text[max(start, at - 1) : at] in _BEFORE_SIGNS else end


def _line(text: str, span: Span, index: int, language: str) -> Line:
    raw = " ".join(span.of(text).split())
    raw = raw if raw.isprintable() else raw.strip(_SHAPELESS)
    match = _PREFIX.match(raw)
    mark = match.group().strip() if match and len(raw) > match.end() else ""
    plain = raw[match.end() :] if match and mark else raw
    plain = _EMPHASIS.sub("", plain) if "*" in plain else plain
    plain = plain[: bare_end(plain, 0, len(plain))]
    small = plain.lower()
    tokens = runs_of_letters(small)
    stops = stop_words(language)
    # Where a language has no list, none of its prose may be doubted for want of stop words.
    share = 1.0 if not stops else sum(map(stops.__contains__, tokens)) / len(tokens) if tokens else 0.0
    return Line(
        span=span,
        text=plain,
        small=small,
        mark=mark,
        index=index,
        words=len(plain.split()),
        stops=share,
        ended=plain[-1:] in _FULL_STOPS or bool(_TERMINAL.search(plain)),
    )


def _plain_lines(text: str) -> list[Span]:
    return [Span(start=match.start(), end=match.end()) for match in re.finditer(r"\S(?:[^\n]*\S)?", text)]


def _wrapped_blocks(text: str) -> list[Span]:
    return [
        Span(start=match.start(), end=match.end())
        for match in re.finditer(r"\S(?:(?:[^\n]|\n(?![ \t]*\n|[ \t]*[-*•#>] ))*\S)?", text)
    ]


def _is_wrapped(text: str) -> bool:
    """Whether most lines end where the width ran out: they are of one length, and the next goes on in mid-sentence."""
    lines = text.split("\n")
    inner = [
        (line.rstrip(), after.strip())
        for line, after in itertools.pairwise(lines)
        if len(line.split()) > 3 and after.strip()
    ]
    if len(inner) < 5:
        return False
    lengths = sorted(len(line) for line, _ in inner)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    running_on = sum(1 for line, after in inner if after[0].islower() and not _TERMINAL.search(line))
    return 40 <= width <= 130 and lengths[len(lengths) // 2] > 0.7 * width and running_on > 0.3 * len(inner)
