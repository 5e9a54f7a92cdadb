"""Sentence boundaries: those of a library, corrected for quotations and for what bad translation leaves behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, pairwise
from operator import add
from typing import NamedTuple

from summarizer.languages.codes import read_code
from summarizer.languages.data_sections import find_all_sections
from summarizer.languages.word_records import Words
from summarizer.nlp.sentences.abbreviations import goes_on, inner_ends
from summarizer.nlp.sentences.quotes import has_quotation_marks
from summarizer.nlp.tokens import count_straight_marks

QUOTATION_WORDS = 60  # a quotation of several sentences stays whole up to this length (issue and briefing rules)
_LONGEST_QUOTATION = 60  # sentences: what is not closed by then was never meant to be
# Characters: two sentences of 200 clusters of web reports are longer, both lists. Much compares parts with parts.
_LONGEST_SENTENCE = 2_000
_LONGEST_PARAGRAPH = 20_000  # characters that the library is given at once
_STRAY_WORDS = 2  # "embassy.", "more frequent." after a full stop: what translation left behind
_UNKNOWN = "en"
_SURROGATE = re.compile("[\ud800-\udfff]")
_NUMBER_OF_ITEM = re.compile(r"\(?\d{1,2}[.)]")
_STOPS = (".", "!", "?", "…", "”", '"', "’", "»", ")")
_MARKS = '“”«»„"'
_Marks = tuple[int, ...]  # how often each of “”«»„" stands in a text
_NO_MARKS = (0,) * 6
_OPENED = re.compile(r"[.!?…]\s+(?P<mark>[\"“])$")  # no space after the mark: `said. "It`
_BRACKETED = re.compile(r"(?P<whole>\([^()]+[.!?][”\"]?\))\s+(?=[A-Z“\"])")
_ASKED = tuple(stop + mark for stop in "!?" for mark in "\"”’'»")
_INITIAL = re.compile(r"(?:^|[\W\d_])[^\W\d_]\.$")
_LONGEST_BREAK = 10  # characters that such an abbreviation takes at most, and one before it
_JOINED = re.compile(r"-[A-Z]\.$"), re.compile(r"[A-Z]\.")  # "J.-C." parted


class _Joins(Words):
    """Where a sentence of one language goes on behind what looks like its end; the data file says what each is for."""

    abbreviation: re.Pattern[str]
    attribution: re.Pattern[str]
    clock: re.Pattern[str]
    behind_clock: re.Pattern[str]
    month: re.Pattern[str]
    behind_month: re.Pattern[str]


@cache
def _joins() -> tuple[_Joins, ...]:
    return tuple(section.fill(_Joins) for section in find_all_sections("sentence_joins"))


@cache
def _going_on() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What may end a sentence, and what tells behind it that it does not."""
    pairs = (((own.clock, own.behind_clock), (own.month, own.behind_month)) for own in _joins())
    return (*chain.from_iterable(pairs), _JOINED)


@cache
def _said_behind() -> tuple[str, ...]:
    return tuple(word for section in find_all_sections("quotations") for word in section.listed("said_behind"))


def _ends_abbreviated(text: str) -> bool:
    return any(own.abbreviation.search(text) for own in _joins())


class Piece(NamedTuple):
    """A stretch of a text: a sentence, or a stray fragment that is none."""

    start: int
    end: int
    stray: bool = False


def split_text(text: str, language: str) -> list[Piece]:
    """Split a paragraph into sentences.

    Boundaries are sentencex's. Pieces that cannot stand alone (they start in lower case, or hold no letter) go back to
    the sentence before, but for stray fragments of a word or two after a full stop; so does a
    short "Smith asked." after a question. A quotation of several sentences stays whole up to 60 words.

    Args:
        text: One paragraph.
        language: Code of its language.

    Returns:
        Pieces in order, without the white space around them.
    """
    pieces = _join_quotations(text, _join_stranded(text, _segment(text, language), language))
    return [part for piece in pieces if piece.start < piece.end for part in _cut(text, piece)]


def _cut(text: str, piece: Piece) -> Iterator[Piece]:
    """Part what is longer than any sentence, between words where it has any."""
    if piece.end - piece.start <= _LONGEST_SENTENCE:
        yield piece
        return
    start = piece.start
    while piece.end - start > _LONGEST_SENTENCE:
        end = text.rfind(" ", start + _LONGEST_SENTENCE // 2, start + _LONGEST_SENTENCE)
        end = end if end > 0 else start + _LONGEST_SENTENCE
        part = _trim(text, start, end)
        if part.start < part.end:
            yield Piece(start=part.start, end=part.end, stray=piece.stray)
        start = end
    rest = _trim(text, start, piece.end)
    if rest.start < rest.end:
        yield Piece(start=rest.start, end=rest.end, stray=piece.stray)


def _segment(text: str, language: str) -> list[Piece]:
    pieces = []
    for piece in _boundaries_by_part(text, language):
        words = text[piece.start : piece.end]
        if len(words.split()) <= QUOTATION_WORDS or not any(mark in words for mark in _MARKS):
            pieces.append(piece)
            continue
        # The library sees no boundary inside a quotation; past the limit we want them, so the marks are hidden from it.
        inner = _boundaries(words.translate(dict.fromkeys(map(ord, _MARKS), " ")), language)
        starts = [piece.start, *(piece.start + part.start for part in inner[1:]), piece.end]
        pieces += [_trim(text, start, end) for start, end in pairwise(starts)]
    return pieces


def _boundaries_by_part(text: str, language: str) -> list[Piece]:
    """The library looks back from every mark: what is longer than any paragraph is given to it in parts."""
    found: list[Piece] = []
    start = 0
    while len(text) - start > _LONGEST_PARAGRAPH:
        limit = start + _LONGEST_PARAGRAPH
        ends = (text.rfind(mark, start + _LONGEST_PARAGRAPH // 2, limit) for mark in (". ", " "))
        end = next((end + 1 for end in ends if end > 0), limit)
        found += [_moved(piece, start) for piece in _boundaries(text[start:end], language)]
        start = end
    rest = _boundaries(text[start:] if start else text, language)
    return [*found, *(_moved(piece, start) for piece in rest)] if start else rest


def _moved(piece: Piece, by: int) -> Piece:
    return Piece(start=piece.start + by, end=piece.end + by, stray=piece.stray)


def _boundaries(text: str, language: str) -> list[Piece]:
    import sentencex

    language = read_code(language) or _UNKNOWN  # whatever else it is given, the library takes for no language, or fails
    # The library takes no half of a surrogate pair, which JSON can hold; the replacement is as long.
    text = text if text.isascii() else _SURROGATE.sub("\ufffd", text)
    pieces: list[Piece] = []
    start = carried = 0
    for segment in sentencex.segment(language, text):
        # The library keeps every character, so that offsets follow from lengths; find() guards against the day it
        # does not.
        start = max(start, text.find(segment, start))
        end = start + len(segment)
        # An opening mark belongs to what follows, also where the library takes it for the closing one of a pair.
        opened = _OPENED.search(segment) if end < len(text) and segment.endswith(('"', "“")) else None
        kept = end - len(opened["mark"]) if opened else end
        for inner in inner_ends(text, carried, kept, language):
            pieces += _after_brackets(text, _trim(text, carried, inner))
            carried = inner
        pieces += _after_brackets(text, _trim(text, carried, kept))
        start, carried = end, kept
    return [piece for piece in pieces if piece.start < piece.end]


def _after_brackets(text: str, piece: Piece) -> list[Piece]:
    """Part a sentence in brackets from the one after it."""
    closed = _BRACKETED.match(text, piece.start, piece.end) if text.startswith("(", piece.start) else None
    if closed is None:
        return [piece]
    return [Piece(start=piece.start, end=closed.end("whole")), Piece(start=closed.end(), end=piece.end)]


def _trim(text: str, start: int, end: int) -> Piece:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Piece(start=start, end=end)


def _join_stranded(text: str, pieces: list[Piece], language: str) -> list[Piece]:
    joined: list[Piece] = []
    for at, piece in enumerate(pieces):
        words = text[piece.start : piece.end]
        before = text[joined[-1].start : joined[-1].end] if joined else ""
        if joined and _is_one(before, words, language, is_beside=joined[-1].end == piece.start):
            joined[-1] = Piece(start=joined[-1].start, end=piece.end)
        elif _NUMBER_OF_ITEM.fullmatch(words) and _begins_item(text, before, pieces[at + 1 : at + 2]):
            joined.append(Piece(start=piece.start, end=piece.end, stray=True))
        elif not joined or joined[-1].stray:
            joined.append(piece)
        elif _is_stray(before, words):
            joined.append(Piece(start=piece.start, end=piece.end, stray=True))
        elif _leans_back(before, words):
            joined[-1] = Piece(start=joined[-1].start, end=piece.end)
        else:
            joined.append(piece)
    return joined


def _begins_item(text: str, before: str, following: list[Piece]) -> bool:
    """Whether a number between two pieces is that of an item of a list: it is part of neither."""
    is_apart = not before or (before.endswith(_STOPS) and not _ends_abbreviated(before[-_LONGEST_BREAK:]))
    return is_apart and any(text[piece.start].isupper() or text[piece.start] in _MARKS for piece in following)


def _is_one(before: str, words: str, language: str, *, is_beside: bool) -> bool:
    """Whether the full stop between two pieces ends no sentence: "M. Petit", "O.N.U.", "J.-C."."""
    return (is_beside and bool(_INITIAL.search(before[-3:]))) or goes_on(before, words, language)


def _leans_back(before: str, words: str) -> bool:
    if not any(map(str.isalpha, words)):
        return True
    if before.endswith(_ASKED) and any(own.attribution.match(words) for own in _joins()):
        return True
    if before.endswith(("」", "』")) and words.startswith(_said_behind()):
        return True
    if before.endswith("."):
        end = before[-_LONGEST_BREAK:]
        if any(last.search(end) and first.match(words) for last, first in _going_on()):
            return True
    first = next(filter(str.isalnum, words))
    return first.islower() and not re.match(r"\W*[a-z]+[A-Z]", words)


def _is_stray(before: str, words: str) -> bool:
    length = len(words.split(None, _STRAY_WORDS))
    return (
        (length == 1 or (length <= _STRAY_WORDS and words[0].islower()))
        and words.endswith(".")
        and words[0].isalpha()
        and before.endswith((".", ".”", '."'))
        and not _ends_abbreviated(before[-_LONGEST_BREAK:])
        and not (words[0].isupper() and _ends_abbreviated(words))
    )


def _join_quotations(text: str, pieces: list[Piece]) -> list[Piece]:
    if not has_quotation_marks(text) and "''" not in text:
        return pieces
    joined: list[Piece] = []
    marks = [_count_marks(text[piece.start : piece.end]) for piece in pieces]
    at = 0
    while at < len(pieces):
        until = _end_of_quotation(marks, pieces, at)
        whole = Piece(start=pieces[at].start, end=pieces[until].end, stray=pieces[at].stray)
        if until > at and len(text[whole.start : whole.end].split()) <= QUOTATION_WORDS:
            joined.append(whole)
        else:
            joined.extend(pieces[at : until + 1])
        at = until + 1
    return joined


def _end_of_quotation(marks: Sequence[_Marks], pieces: list[Piece], at: int) -> int:
    """The last piece of the quotation that piece `at` leaves open; `at` itself where none is open, or never ends."""
    if pieces[at].stray or not _is_open(marks[at]):
        return at
    seen = marks[at]
    for until in range(at + 1, min(at + _LONGEST_QUOTATION, len(pieces))):
        if any(marks[until]):
            seen = tuple(map(add, seen, marks[until]))
        if not pieces[until].stray and not _is_open(seen):
            return until
    return at


def _count_marks(text: str) -> _Marks:
    """How often each quotation mark stands in a sentence; most hold none."""
    straight = count_straight_marks(text)
    if text.isascii():
        return (0, 0, 0, 0, 0, straight) if straight else _NO_MARKS
    return (*map(text.count, "“”«»„"), straight)


def _is_open(seen: _Marks) -> bool:
    """Whether a quotation begun in sentences has not ended in them, by the marks that they hold."""
    curly, curly_ends, angled, angled_ends, low, straight = seen
    if curly:
        return curly > curly_ends
    if angled:
        return angled > angled_ends
    return low > curly_ends if low else straight % 2 == 1
