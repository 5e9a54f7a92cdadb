"""Numbers, days and names of a draft that stand in none of the reports."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from functools import cached_property
from itertools import groupby

from summarizer.languages.language import find_language
from summarizer.model import Document, DocumentId, Finding, ReportDate, Sentence, Span
from summarizer.nlp.commitments import Commitments, Day, find_day_words
from summarizer.nlp.dates.relative_dates import find_date_phrases
from summarizer.nlp.lexical_relations import state_of
from summarizer.nlp.names.places import governments_of, plain_name
from summarizer.nlp.numbers.number_words import Number, find_numbers
from summarizer.nlp.tokens import spans_of, stem, words_of

_TITLE_CASE = 0.6  # share of a line's words in capitals from which capitals tell no names
_LIKE = 0.75  # likeness of two spellings from which the one that a report has is shown
_ROUNDED = 1 / 20  # how far a rounded number may be from an exact one, as a share of it
_SMALL = 3  # letters of a word that initials may leave out ("of", "the")
_TENS = 10  # grain up to which a number counts as exact


@dataclass(frozen=True, kw_only=True)
class ReportFacts:
    """The numbers, days and names that some reports hold, wherever in them, titles included.

    Attributes:
        reports: The reports.
        sentences: Their sentences.
        dated: What is known of the time of each.
        language: The code of the language that they are read in.
    """

    reports: Sequence[Document]
    sentences: Sequence[Sentence]
    dated: Mapping[DocumentId, ReportDate]
    language: str

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """What each report holds: its title, its text, who wrote and published it."""
        return tuple(
            "\n".join(filter(None, (one.title, one.outlet, one.author, one.credit, one.text))) for one in self.reports
        )

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """All numbers."""
        return tuple(number for text in self.texts for number in find_numbers(text, self.language))

    @cached_property
    def values(self) -> frozenset[float]:
        """The values of all numbers, and the years in which reports were written."""
        years = (float(day.year) for first, last in self.days for day in (first, last))
        return frozenset([*(number.value for number in self.numbers), *years])

    @cached_property
    def ordered_values(self) -> Sequence[float]:
        """The values of all numbers, from the least to the greatest."""
        return sorted({number.value for number in self.numbers})

    @cached_property
    def day_words(self) -> frozenset[Day]:
        """The weekdays, months and days of months that are named."""
        tables = find_language(self.language)
        if tables is None:
            return frozenset()
        return frozenset(
            day for text in self.texts for _, day in find_day_words(text, words_of(text), spans_of(text), tables)
        )

    @cached_property
    def days(self) -> tuple[tuple[date, date], ...]:
        """The days that are meant: what phrases such as "last Sunday" resolve to, and when reports were written."""
        written = {name: known.written for name, known in self.dated.items()}
        told = [
            (phrase.first, phrase.last)
            for sentence in self.sentences
            for phrase in find_date_phrases(sentence.text, written.get(sentence.document), self.language)
        ]
        published = [(one.published.day, one.published.day) for one in self.dated.values() if one.published]
        return (*told, *published)

    @cached_property
    def single_days(self) -> frozenset[date]:
        """The days that are meant by phrases for one or two; a week or a month names none of its days."""
        return frozenset(day for span in self.days if span[1] - span[0] <= timedelta(days=1) for day in span)

    @cached_property
    def months(self) -> frozenset[int]:
        """The months that are named, or that hold a day which is meant."""
        named = {number for kind, number, _ in self.day_words if kind == "month"}
        return frozenset(named | {day.month for span in self.days for day in span})

    @cached_property
    def names(self) -> frozenset[str]:
        """All words, each in the one form by which names are compared."""
        words = {plain_name(text[start:end]) for text in self.texts for start, end in spans_of(text)}
        governments = governments_of(self.language)
        named = {governments.get(word) or state_of(word, self.language) or word for word in words}
        return frozenset(named | words | set(stem(sorted(words), self.language)))

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        """The words in capitals as they are first written, by the form in which names are compared, in its order."""
        written: dict[str, str] = {}
        for text in self.texts:
            for start, end in spans_of(text):
                if text[start].isupper():
                    written.setdefault(plain_name(text[start:end]), text[start:end])
        return dict(sorted(written.items()))

    @cached_property
    def short_names(self) -> frozenset[str]:
        """The words that are written in capitals throughout, such as "WHO"."""
        return frozenset(plain for plain, written in self.spellings.items() if written.replace(".", "").isupper())

    @cached_property
    def initials(self) -> str:
        """The first letters of words in capitals that follow one another ("who" of "World Health Organization")."""
        runs: list[str] = []
        for text in self.texts:
            letters = (text[start] for start, end in spans_of(text) if end - start > _SMALL or text[start].isupper())
            runs += ["".join(run) for is_large, run in groupby(letters, key=str.isupper) if is_large]
        return " ".join(runs).casefold()


def find_unsourced(sentence: Sentence, said: Commitments, facts: ReportFacts) -> Iterator[Finding]:
    """Find the numbers, days and names of a sentence that stand in no report.

    A number may be written in another way, or rounded as far as its last digits show. A day may be told by another
    phrase. A name may stand for another one of the same government or state.

    Args:
        sentence: A sentence of the draft.
        said: What it commits itself to.
        facts: What the reports hold.
    """
    spans = spans_of(sentence.text)
    day_words = find_day_words(sentence.text, sentence.tokens, spans, said.tables)
    yield from _unsourced_numbers(sentence, [spans[at] for at, _ in day_words], facts)
    for day, places in groupby(day_words, key=lambda one: one[1]):
        if not _is_told(day, facts):
            words = sorted(at for at, _ in places)
            yield _finding("date", sentence, spans[words[0]][0], spans[words[-1]][1], "no report names this day")
    yield from _unsourced_names(sentence, said, spans, facts)


def _unsourced_numbers(sentence: Sentence, dating: Sequence[tuple[int, int]], facts: ReportFacts) -> Iterator[Finding]:
    for number in find_numbers(sentence.text, facts.language):
        if any(start < number.end and number.start < end for start, end in dating):
            continue
        if number.value in facts.values or _is_rounded(number, facts):
            continue
        yield _finding("number", sentence, number.start, number.end, "no report has this number")


def _is_rounded(number: Number, facts: ReportFacts) -> bool:
    """Whether a number may be one of a report that the draft rounds: as far as its last digits show."""
    if number.grain <= _TENS:
        return False
    value, values = number.value, facts.ordered_values
    at = bisect_left(values, value)
    return any(
        abs(value - other) <= min(number.grain / 2, max(abs(value), abs(other)) * _ROUNDED)
        for other in values[max(0, at - 1) : at + 1]
    )


def _is_told(day: Day, facts: ReportFacts) -> bool:
    """Whether a report names a day, or means it by another phrase."""
    kind, number, of_month = day
    if day in facts.day_words:
        return True
    if kind == "weekday":
        return any(one.weekday() == number for one in facts.single_days)
    if not of_month:
        return number in facts.months
    return any((one.month, one.day) == (number, of_month) for one in facts.single_days)


def _unsourced_names(
    sentence: Sentence, said: Commitments, spans: Sequence[tuple[int, int]], facts: ReportFacts
) -> Iterator[Finding]:
    text = sentence.text
    large = sum(text[start].isupper() for start, _ in spans)
    if large > _TITLE_CASE * len(spans) and len(spans) > 3:
        return
    missing = [
        at
        for at, name in sorted(said.names.items())
        if not {name, plain_name(text[slice(*spans[at])]), *stem([name], facts.language)} & facts.names
    ]
    for run in _runs(missing):
        start, end = spans[run[0]][0], spans[run[-1]][1]
        if _is_abbreviated(text, [spans[at] for at in _whole_name(run, said.names)], facts):
            continue
        near = _nearest_name(text[start:end], facts)
        reason = "no report has this name" + (f"; one has “{near}”" if near else "")
        yield _finding("name", sentence, start, end, reason)


def _whole_name(run: Sequence[int], names: Mapping[int, str]) -> range:
    """The places of the name that some words are part of."""
    first, last = run[0], run[-1]
    while first - 1 in names:
        first -= 1
    while last + 1 in names:
        last += 1
    return range(first, last + 1)


def _is_abbreviated(text: str, words: Sequence[tuple[int, int]], facts: ReportFacts) -> bool:
    """Whether a report has a name by its initials where the draft spells it out, or the other way round."""
    if len(words) > 1:
        return plain_name("".join(text[start] for start, _ in words)) in facts.short_names
    word = text[slice(*words[0])]
    return word.isupper() and len(word) > 1 and plain_name(word) in facts.initials


def _runs(places: Iterable[int]) -> Iterator[list[int]]:
    """Places that follow one another."""
    for _, run in groupby(enumerate(places), key=lambda one: one[1] - one[0]):
        yield [at for _, at in run]


def _nearest_name(name: str, facts: ReportFacts) -> str | None:
    """The word of a report that is spelt most like a name, where one is."""
    plain = plain_name(name)
    alike = [one for one in facts.spellings if abs(len(one) - len(plain)) <= len(plain) // 2 and one[:1] == plain[:1]]
    close = get_close_matches(plain, alike, n=1, cutoff=_LIKE)
    return facts.spellings[close[0]] if close else None


def _finding(kind: str, sentence: Sentence, start: int, end: int, reason: str) -> Finding:
    span = Span(start=sentence.span.start + start, end=sentence.span.start + end)
    return Finding(kind=kind, span=span, words=sentence.text[start:end], reason=reason)  # type: ignore[arg-type]
