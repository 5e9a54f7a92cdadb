"""Citations of a draft, such as [2] and [^2]: where they stand, and which reports their numbers mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from summarizer.model import Document, Span
from summarizer.nlp.tokens import words_of

REFERENCE = re.compile(r"\\?\[(?P<note>\^?)(?P<numbers>\d{1,3}(?:\s?[,;–-]\s?\^?\d{1,3}){0,20})\\?\](?!:)")
_NUMBER = re.compile(r"\d+")
_RANGE = re.compile(r"(\d{1,3})\s?[–-]\s?\^?(\d{1,3})")
_ENTRY = re.compile(
    r"\s{0,80}(?:[-*+•][ \t])?\(?\\?\[?(?P<note>\^?)(?P<number>\d{1,3})(?:\\?\]:?|[.)])\s{1,80}(?P<rest>\S.*)",
    re.DOTALL,
)
_TITLE_SHARE = 0.6  # share of the words of a title, an outlet or a date that an entry of a list holds
_SHORTEST_NAME = 3  # characters of a name of a file that says nothing when it stands in an entry
_MOST = 60  # numbers that one range names: more is no range of sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Numbers in brackets.

    Attributes:
        span: Where they stand in the draft.
        numbers: The numbers, in order.
        is_note: Whether they are those of footnotes: [^2].
    """

    span: Span
    numbers: tuple[int, ...]
    is_note: bool


def find_references(text: str) -> list[Reference]:
    """Find the numbers in brackets of a text: [2], [1, 3], [2-4], [^2]."""
    return [
        Reference(
            span=Span(start=match.start(), end=match.end()),
            numbers=tuple(_numbers(match["numbers"])),
            is_note=bool(match["note"]),
        )
        for match in REFERENCE.finditer(text)
    ]


def _numbers(text: str) -> Iterator[int]:
    for part in re.split(r"[,;]", text):
        span = _RANGE.search(part)
        if span and 0 < int(span[2]) - int(span[1]) <= _MOST:
            yield from range(int(span[1]), int(span[2]) + 1)
        else:
            yield from map(int, _NUMBER.findall(part))


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """Which report each number of a draft means.

    Attributes:
        reports: The reports by number.
        notes: For each number of a footnote the numbers that it leads to.
        strange: The numbers of the draft's own list that are none of the reports given.
    """

    reports: Mapping[int, Document]
    notes: Mapping[int, tuple[int, ...]]
    strange: frozenset[int]

    def numbers_of(self, reference: Reference) -> tuple[int, ...]:
        """Return the numbers of the sources that a citation of the draft means."""
        if not reference.is_note:
            return reference.numbers
        return tuple(dict.fromkeys(number for note in reference.numbers for number in self.notes.get(note, (note,))))


def number_reports(reports: Sequence[Document], lists: Sequence[str]) -> Numbering:
    """Number reports as a draft does: by its own list of sources where it has one, else in the order given.

    Args:
        reports: The reports, in the order given.
        lists: The paragraphs of the draft's lists of sources and of footnotes.
    """
    entries = [*_entries(lists)]
    told = [_Described.of(report) for report in reports]
    numbered: dict[int, Document] = {}
    for note, number, rest in entries:
        found = None if note else _find_report(rest, told)
        if found is not None:
            numbered[number] = found.report
            told.remove(found)
    listed = {number for note, number, _ in entries if not note}
    first = max(listed, default=0) + 1 if numbered else 1
    numbered |= dict(enumerate((one.report for one in told), start=first))
    return Numbering(
        reports=dict(sorted(numbered.items())),
        notes=_read_notes([(number, rest) for note, number, rest in entries if note], numbered),
        strange=frozenset(listed - numbered.keys()),
    )


def _entries(lists: Iterable[str]) -> Iterator[tuple[str, int, str]]:
    """The entries of a draft's lists: the mark of a footnote or "", its number and its text; the first of a number."""
    known: set[tuple[str, int]] = set()
    for match in filter(None, map(_ENTRY.match, lists)):
        note, number = match["note"], int(match["number"])
        if (note, number) not in known:
            known.add((note, number))
            yield note, number, match["rest"]


def _read_notes(notes: Iterable[tuple[int, str]], numbered: Mapping[int, Document]) -> dict[int, tuple[int, ...]]:
    """The numbers that each footnote leads to: those in it, else that of the report which it describes."""
    told = [_Described.of(report) for report in numbered.values()]
    number_of = {report.id: number for number, report in numbered.items()}
    read: dict[int, tuple[int, ...]] = {}
    for note, text in notes:
        cited = REFERENCE.search(text)
        found = None if cited else _find_report(text, told)
        read[note] = tuple(_numbers(cited["numbers"])) if cited else (number_of[found.report.id],) if found else ()
    return read


@dataclass(frozen=True, slots=True, kw_only=True)
class _Described:
    """A report as entries of a list describe it.

    Attributes:
        report: The report.
        names: Its address, its id and the name of its file, in small letters.
        words: The words of its title, outlet, day and credit, each with how much it tells.
    """

    report: Document
    names: tuple[str, ...]
    words: tuple[tuple[Sequence[str], float], ...]

    @classmethod
    def of(cls, report: Document) -> _Described:
        names = (report.url, report.id, report.path and PurePath(report.path).name)
        day = str(report.published) if report.published else None
        told = ((report.title, 1.0), (report.outlet, 0.5), (day, 0.5), (report.credit, 0.25))
        return cls(
            report=report,
            names=tuple(name.casefold() for name in names if name and len(name) > _SHORTEST_NAME),
            words=tuple((words_of(text), worth) for text, worth in told if text),
        )

    def fits(self, words: frozenset[str], plain: str) -> float:
        """How well an entry describes the report, from 0."""
        fit = 2.0 * any(name in plain for name in self.names)
        for own, worth in self.words:
            share = sum(map(words.__contains__, own)) / len(own) if own else 0.0
            fit += worth * share if share >= _TITLE_SHARE else 0.0
        return fit


def _find_report(entry: str, reports: Sequence[_Described]) -> _Described | None:
    """The one report that an entry of a list describes best; None where none fits, or two fit alike."""
    words, plain = frozenset(words_of(entry)), entry.casefold()
    fits = sorted(((one.fits(words, plain), -at) for at, one in enumerate(reports)), reverse=True)
    if not fits or not fits[0][0] or (len(fits) > 1 and fits[1][0] == fits[0][0]):
        return None
    return reports[-fits[0][1]]
