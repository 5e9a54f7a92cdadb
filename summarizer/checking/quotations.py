"""Quotations of a draft, looked up letter by letter in the reports; where one is altered, in which letters."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice

from summarizer.checking.edits import find_edits, plain_marks
from summarizer.model import Document, Edit, Span
from summarizer.nlp.sentences.quotes import find_quoted

_FEWEST_LETTERS = 3  # letters of a quotation that is looked up
_LEFT_OUT = re.compile(r"\[[^\[\]]{0,80}\]|\(?(?:\.\s?){3,}\)?|\(?…\)?")
_BREAK = re.compile(r"[\n“”„«»\"]")
_WORD = re.compile(r"\w+")
_OUTER = " \t\n\"'“”„«»‘’"
_END = ".,;:!?"
_ALIKE = 0.6  # share of a quotation's words that a passage has in their order: it is that passage, altered
_FEWEST_ALIKE = 3  # such words; fewer stand together by chance
_LONGEST = 300  # words of a quotation beyond which it is not compared word by word: a mark was lost
_NEAR = 40  # words around the place where most of a quotation's words stand that are looked at
_RARE = 60  # places of a word beyond which it tells nothing of where a quotation stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation of a draft.

    Attributes:
        span: Its words, without the marks around them.
        text: The same words.
    """

    span: Span
    text: str

    @property
    def is_comparable(self) -> bool:
        """Whether it is short enough to be compared word by word; a very long one has most often lost a mark."""
        return sum(1 for _ in islice(_WORD.finditer(self.text), _LONGEST + 1)) <= _LONGEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A passage that has a quotation, or most of it.

    Attributes:
        document: The number of the report among those that were given.
        span: Where it stands there.
        edits: What is not as the report has it; empty where the quotation is word for word.
    """

    document: int
    span: Span
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Text:
    """A report as quotations are looked up in it.

    Attributes:
        text: Its text.
        folded: The same with one kind of marks, in small letters, white space folded.
        places: For each character of `folded` where it stands in `text`.
    """

    text: str
    folded: str
    places: Sequence[int]

    @cached_property
    def letters(self) -> str:
        """The same as `folded` in the letters of the text, capitals and all."""
        marks = plain_marks(self.text)
        return "".join(" " if mark == " " else marks[at] for mark, at in zip(self.folded, self.places, strict=True))

    @cached_property
    def tokens(self) -> tuple[Sequence[str], Sequence[tuple[int, int]]]:
        """Its words in small letters, and where each stands in `folded`."""
        found = [*_WORD.finditer(self.folded)]
        return [match.group() for match in found], [match.span() for match in found]

    @cached_property
    def places_of(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the places at which each word stands."""
        places: dict[str, list[int]] = defaultdict(list)
        for at, token in enumerate(self.tokens[0]):
            places[token].append(at)
        return places

    def span_of(self, start: int, end: int) -> Span:
        """Return the stretch of the text that a stretch of `folded` stands for."""
        return Span(start=self.places[start], end=self.places[end - 1] + 1)


def find_quotations(text: str, paragraph: Span) -> list[Quotation]:
    """Find the quotations of a paragraph; what is not closed runs to its end.

    Args:
        text: The draft.
        paragraph: Where the paragraph stands in it.
    """
    own = paragraph.of(text)
    found = []
    for quoted in find_quoted(own):
        start, end = quoted.start, quoted.end
        while start < end and own[start] in _OUTER:
            start += 1
        while end > start and own[end - 1] in _OUTER:
            end -= 1
        if sum(map(str.isalnum, own[start:end])) >= _FEWEST_LETTERS:
            span = Span(start=paragraph.start + start, end=paragraph.start + end)
            found.append(Quotation(span=span, text=span.of(text)))
    return found


class QuotationFinder:
    """Looks quotations up in reports, each of which is read once.

    Example:
        >>> reports = [Document.from_text('He said: “We will not give in to threats.”')]
        >>> finder = QuotationFinder(reports)
        >>> draft = 'He said: "We will now give in to threats."'
        >>> quotation = find_quotations(draft, Span(start=0, end=len(draft)))[0]
        >>> finder.find(quotation)
        []
        >>> finder.find_nearest(quotation).edits
        (Edit('t', 'w'),)
    """

    def __init__(self, reports: Sequence[Document]) -> None:
        self._texts = [_fold(report.text) for report in reports]

    def find(self, quotation: Quotation) -> list[Match]:
        """Return where a quotation stands word for word, once a report.

        Marks, white space, the case of its first letter and the mark that closes it may differ; of what it leaves out
        ("…") or adds in brackets, the parts around stand in their order.
        """
        parts = [*_parts_of(quotation)]
        matches = []
        for number, text in enumerate(self._texts):
            span = _find_parts(text, parts)
            if span is not None:
                matches.append(Match(document=number, span=span))
        return matches

    def find_nearest(self, quotation: Quotation) -> Match | None:
        """Return the passage that has most of a quotation's words in their order; None where none has enough.

        What is very long is not compared, as `is_comparable` tells.
        """
        if not quotation.is_comparable:
            return None
        words = _fold(quotation.text).tokens[0]
        found = [
            (share, -number, stretch)
            for number, text in enumerate(self._texts)
            for share, stretch in [_nearest(text, words)]
            if share >= _ALIKE
        ]
        if not found or len(words) < _FEWEST_ALIKE:
            return None
        _, negative, (start, end) = max(found)
        text = self._texts[-negative]
        said = text.span_of(start, end)
        edits = tuple(find_edits(quotation.span, quotation.text, said, said.of(text.text)))
        return Match(document=-negative, span=said, edits=edits)


def _fold(text: str) -> _Text:
    """A text with one kind of marks, in small letters and single spaces, and where each character stood."""
    folded: list[str] = []
    places: list[int] = []
    for at, mark in enumerate(plain_marks(text)):
        if mark.isspace():
            if folded and folded[-1] != " ":
                folded.append(" ")
                places.append(at)
            continue
        small = mark.lower()
        folded.append(small if len(small) == 1 else mark)
        places.append(at)
    return _Text(text=text, folded="".join(folded), places=places)


def _parts_of(quotation: Quotation) -> Iterator[tuple[str, str]]:
    """What a quotation claims to be word for word, folded, and as it is written; the marks at the ends are left out."""
    for part in _LEFT_OUT.split(quotation.text):
        plain = part.strip().strip(_END).strip()
        if plain:
            yield _fold(plain).folded.strip(), plain


def _find_parts(text: _Text, parts: Sequence[tuple[str, str]]) -> Span | None:
    """Where the parts of a quotation stand one behind the other, in their own letters."""
    start: int | None = None
    at = 0
    for folded, plain in parts:
        place = _find_part(text, folded, plain, at)
        if place < 0:
            return None
        start = place if start is None else start
        at = place + len(folded)
    return None if start is None else text.span_of(start, at)


def _find_part(text: _Text, folded: str, plain: str, at: int) -> int:
    """Where a part stands, whole words with their capitals but for the first letter; -1 where it does not."""
    wanted = _letters(plain)
    place = text.folded.find(folded, at)
    while place >= 0:
        end = place + len(folded)
        is_whole = not (
            (place and text.folded[place - 1].isalnum() and folded[0].isalnum())
            or (end < len(text.folded) and text.folded[end].isalnum() and folded[-1].isalnum())
        )
        if is_whole and text.letters[place + 1 : end] == wanted[1:]:
            return place
        place = text.folded.find(folded, place + 1)
    return -1


def _letters(text: str) -> str:
    return " ".join(plain_marks(text).split())


def _nearest(text: _Text, words: Sequence[str]) -> tuple[float, tuple[int, int]]:
    """The share of words that stand in their order around one place of a report, and the stretch that holds them."""
    votes: Counter[int] = Counter()
    for offset, word in enumerate(words):
        places = text.places_of.get(word, ())
        if len(places) <= _RARE:
            votes.update({place - offset: 1 for place in places})
    best: tuple[float, tuple[int, int]] = (0.0, (0, 0))
    if not votes:
        return best
    near = Counter({place: sum(votes.get(place + step, 0) for step in (-2, -1, 0, 1, 2)) for place in votes})
    tokens = text.tokens[0]
    for place, _ in sorted(near.items(), key=lambda one: (-one[1], one[0]))[:3]:
        first = max(0, place - _NEAR // 4)
        around = tokens[first : place + len(words) + _NEAR // 4]
        blocks = [
            block for block in SequenceMatcher(None, words, around, autojunk=False).get_matching_blocks() if block.size
        ]
        if not blocks:
            continue
        share = sum(block.size for block in blocks) / len(words)
        last = blocks[-1]
        stretch = first + blocks[0].b - blocks[0].a, first + last.b + len(words) - last.a
        if share > best[0]:
            best = share, _within_paragraph(text, stretch, (first + blocks[0].b, first + last.b + last.size))
    return best


def _within_paragraph(text: _Text, wide: tuple[int, int], sure: tuple[int, int]) -> tuple[int, int]:
    """Where a run of words stands, as far as it keeps to the paragraph and the quotation of those that surely match."""
    spans = text.tokens[1]
    begin, end = max(0, wide[0]), min(len(spans), wide[1])
    while begin < sure[0] and _BREAK.search(
        text.text, text.places[spans[begin][1] - 1], text.places[spans[sure[0]][0]]
    ):
        begin += 1
    while end > sure[1] and _BREAK.search(
        text.text, text.places[spans[sure[1] - 1][1] - 1], text.places[spans[end - 1][0]]
    ):
        end -= 1
    return spans[begin][0], spans[end - 1][1]
