"""What every kind of difference is looked for in: like sentences of different reports."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

from summarizer.discrepancies.times import Time, time_of
from summarizer.features.corpus import Corpus
from summarizer.features.vectors import (
    Floats,
    Indices,
    binarize,
    cosines,
    inverse_document_frequency,
    l2_normalize,
    scale_columns,
)
from summarizer.model import DiscrepancyKind, DocumentId, PartialDate, ReportDate, Sentence, Span, entry_at
from summarizer.nlp.tokens import spans_of
from summarizer.nlp.word_forms import names_in

Part = tuple[DocumentId, int]  # a report, and where in it an entry begins; -1 for what stands in none
_HEAD = 4  # letters of a name that "Syria" and "Syrian" share
_NEIGHBOUR = 0.08  # word cosine below which two sentences have nothing to do with each other


class Passage(NamedTuple):
    """A stretch of a sentence that gives one value."""

    sentence: Sentence
    start: int
    end: int

    @property
    def text(self) -> str:
        """The stretch itself."""
        return self.sentence.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands in its report."""
        at = self.sentence.span.start
        return Span(start=at + self.start, end=at + self.end)


class Value(NamedTuple):
    """One value that reports give, where they give it, and when, where that is known; in the words of the first.

    A number is overtaken where a higher one was told later of what only grows.
    """

    value: str
    passages: tuple[Passage, ...]
    when: PartialDate | None = None
    is_overtaken: bool = False


class Candidate(NamedTuple):
    """A difference, before it is numbered.

    Attributes:
        kind: What differs.
        about: What it is about, in few words.
        views: Its values: of numbers the oldest first, else that of most reports.
        weight: How telling it is, the more the better.
        why: What made it a difference, for those who ask.
        is_series: Whether the newest value overtakes all others.
    """

    kind: DiscrepancyKind
    about: str
    views: tuple[Value, ...]
    weight: float
    why: str
    is_series: bool = False


class Pair(NamedTuple):
    """Two sentences of different reports, by number, and their word cosine."""

    first: int
    second: int
    similarity: float


class Context(NamedTuple):
    """What differences are looked for in.

    Attributes:
        sentences: All sentences, by number.
        firsts, seconds: Neighbours of different reports, the most similar first.
        similarities: Their word cosines.
        tokens_of: Where the words of a sentence stand, one for one with its terms; found when first asked for.
        names_of: The openings of a sentence's names but its first word, by which a country and its people are one.
        names_in: Those of all sentences of a report.
        words_of: The terms of a report, by how often it has each and how telling it is.
        weight_of: How telling each term is.
        common: Words that the reports write small somewhere.
        event_of: The event that each report tells of.
        spread_of: The share of the reports that hold a name, in [0, 1].
        year_of: The year of each report, where it is known.
        time_of: When a sentence tells its figures, where that is known.
        part_of: The part of its report that a sentence stands in, an entry of a live blog or all of it; and its number
            there, from 0.
    """

    sentences: Sequence[Sentence]
    firsts: Indices
    seconds: Indices
    similarities: Floats
    tokens_of: Callable[[int], Sequence[tuple[int, int]]]
    names_of: Callable[[int], frozenset[str]]
    names_in: Callable[[DocumentId], frozenset[str]]
    words_of: Callable[[DocumentId], Mapping[str, float]]
    weight_of: Mapping[str, float]
    common: frozenset[str]
    event_of: Mapping[DocumentId, int]
    spread_of: Callable[[str], float]
    year_of: Callable[[DocumentId], str | None]
    time_of: Callable[[int], Time | None]
    part_of: Callable[[int], tuple[Part, int]]

    def pairs_among(self, rows: Iterable[int], *, at_least: float = 0.0) -> Iterator[Pair]:
        """Give the pairs of neighbours among some sentences, the most similar first."""
        is_asked = np.zeros(len(self.sentences), dtype=bool)
        is_asked[list(rows)] = True
        asked = is_asked[self.firsts] & is_asked[self.seconds] & (self.similarities >= at_least)
        columns = (self.firsts[asked], self.seconds[asked], self.similarities[asked])
        for first, second, similarity in zip(*(column.tolist() for column in columns), strict=True):
            yield Pair(first=first, second=second, similarity=similarity)

    def neighbours_of(self, at: int, *, at_least: float) -> list[int]:
        """Give the neighbours of a sentence that are so similar."""
        near = self.similarities >= at_least
        return [*self.seconds[near & (self.firsts == at)].tolist(), *self.firsts[near & (self.seconds == at)].tolist()]

    def terms_near(self, at: int, start: int, end: int, reach: int) -> dict[str, int]:
        """Return the content terms within so many words of a stretch of a sentence, and where each stands."""
        tokens, terms = self.tokens_of(at), self.sentences[at].terms
        until, since = bisect_right(tokens, start, key=itemgetter(1)), bisect_left(tokens, end, key=itemgetter(0))
        near = (*range(max(0, until - reach), until), *range(since, min(since + reach, len(tokens))))
        return {terms[number]: number for number in near if terms[number]}

    def overlap(self, first: Mapping[str, object], second: Mapping[str, object]) -> float:
        """Return how much of the weight of the lighter of two sets of terms the other shares, in [0, 1]."""
        shared = sum(self.weight_of[term] for term in first if term in second)
        lighter = min(sum(self.weight_of[term] for term in terms) for terms in (first, second))
        return shared / lighter if lighter else 0.0

    def tell_of_others(self, first: int, second: int) -> bool:
        """Tell whether two sentences name only what the other's whole report never names: they tell of two things."""
        one, other = self.names_of(first), self.names_of(second)
        return bool(
            one
            and other
            and one.isdisjoint(other)  # most pairs are told by this, and no other sentence is read
            and not one & self.names_in(self.sentences[second].document)
            and not other & self.names_in(self.sentences[first].document)
        )

    def likeness_of(self, first: DocumentId, second: DocumentId) -> float:
        """Return the cosine of the words of two reports: those on one piece of news share more than its people."""
        one, other = self.words_of(first), self.words_of(second)
        shared = sum(weight * other[term] for term, weight in one.items() if term in other)
        lengths = [sum(weight * weight for weight in own.values()) ** 0.5 for own in (one, other)]
        return shared / (lengths[0] * lengths[1]) if all(lengths) else 0.0

    def same_event(self, first: int, second: int) -> bool:
        """Tell whether the reports of two sentences tell of one event: figures of other days may rightly differ."""
        one, other = (self.event_of.get(self.sentences[at].document) for at in (first, second))
        return one == other


def build_context(
    corpus: Corpus,
    edges: csr_array,
    common: frozenset[str],
    event_of: Mapping[DocumentId, int],
    dated: Mapping[DocumentId, ReportDate],
) -> Context:
    """Gather what all kinds of differences need.

    Args:
        corpus: n sentences.
        edges: The n x n similarity graph: only neighbours in it are compared.
        common: Words that the reports write in small letters somewhere (`common_words`).
        event_of: The event that each report tells of.
        dated: What is known of each report's time.
    """
    sentences = corpus.sentences
    rows_of: dict[DocumentId, list[int]] = {}
    for at, sentence in enumerate(sentences):
        rows_of.setdefault(sentence.document, []).append(at)

    @cache
    def names_of(at: int) -> frozenset[str]:
        names = names_in(sentences[at].text.partition(" ")[2], common, sentences[at].language)
        return frozenset(name[:_HEAD] for name in names)

    @cache
    def named_in(name: DocumentId) -> frozenset[str]:
        return frozenset[str]().union(*map(names_of, rows_of[name]))

    @cache
    def spread_of(name: str) -> float:
        return sum(name in named_in(report) for report in rows_of) / len(rows_of)

    @cache
    def words_of(name: DocumentId) -> Mapping[str, float]:
        counted = Counter(term for at in rows_of[name] for term in sentences[at].terms if term)
        return {term: count * weight_of[term] for term, count in counted.items()}

    def year_of(name: DocumentId) -> str | None:
        published = dated[name].published if name in dated else None
        return str(published.day.year) if published else None

    @cache
    def part_of(at: int) -> tuple[Part, int]:
        sentence = sentences[at]
        entry = entry_at(dated[sentence.document].entries, sentence.span.start) if sentence.document in dated else None
        if entry is None:
            return (sentence.document, -1), sentence.position
        before = (sentences[row].span.start for row in rows_of[sentence.document])
        return (sentence.document, entry.start), sum(entry.start <= start < sentence.span.start for start in before)

    counts, owner = binarize(corpus.terms), corpus.reports
    weights = inverse_document_frequency(counts)
    weight_of = dict(zip(corpus.stem_names, weights.tolist(), strict=False))
    entries = edges.tocoo()
    apart = (entries.row < entries.col) & (owner[entries.row] != owner[entries.col])
    first, second = entries.row[apart], entries.col[apart]
    similarity = cosines(l2_normalize(scale_columns(counts, weights)), first, second)
    near = np.flatnonzero(similarity >= _NEIGHBOUR)
    near = near[np.lexsort((second[near], first[near], -np.round(similarity[near], 9)))]
    return Context(
        sentences=sentences,
        firsts=first[near],
        seconds=second[near],
        similarities=similarity[near],
        tokens_of=cache(lambda at: spans_of(sentences[at].text)),
        names_of=names_of,
        names_in=named_in,
        words_of=words_of,
        weight_of=weight_of,
        common=common,
        event_of=event_of,
        spread_of=spread_of,
        year_of=year_of,
        time_of=cache(lambda at: _time_of(sentences[at], dated)),
        part_of=part_of,
    )


def _time_of(sentence: Sentence, dated: Mapping[DocumentId, ReportDate]) -> Time | None:
    known = dated.get(sentence.document)
    return time_of(sentence.text, known and known.at(sentence.span.start), sentence.language)
