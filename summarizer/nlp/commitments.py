"""What a sentence commits itself to: its figures, days and names, and which words are negated or hedged."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from summarizer.languages.language import Language, Phrase, find_language
from summarizer.nlp.joined_words import join_meanings
from summarizer.nlp.lexical_relations import knows_synonyms, meaning_of, words_with_meaning
from summarizer.nlp.names.capitalized import capitalized_words, writes_nouns_large
from summarizer.nlp.numbers.figures import Figure, read_figures
from summarizer.nlp.speakers.attribution import find_attribution
from summarizer.nlp.tokens import spans_of
from summarizer.nlp.word_clauses import clauses_of
from summarizer.nlp.word_forms import WordForms

Day = tuple[str, int, int]  # "weekday" and 0 to 6 and 0; "month", 1 to 12, and the day of the month or 0

_REACH = 2  # content words after a denial, an opening or a quantifier that it is taken to be about
_WHITE = re.compile(r"\s")


@dataclass(frozen=True, kw_only=True)
class Commitments:
    """What a sentence of n words commits itself to; words go by their places, from 0.

    What it denies, leaves open and quantifies is read at first use: most pairs of sentences have too little in common
    for it to matter.

    Attributes:
        tokens: Its words.
        tables: The tables of its language.
        meanings: For each word what it means, "" where it is no content.
        content: The places of content, in order, each meaning once: no stop words, figures, days, titles, nor what only
            tells who says it and when it was said, unless there is nothing else.
        clauses: The number of each word's clause, never falling.
        whole: The places of all words with a meaning, and of figures.
        figures: Its numbers, each with its unit and role.
        days: The weekdays and dates that it names, by word, but for the days on which somebody says something.
        dating: The words that name a day.
        dated: All days.
        names: Words that are names, each in the one form by which it is matched.
        nouns: Words written large, where nouns and names both are; there `names` is empty.
        omissible: Names that another sentence need not repeat: first names before a last name.
    """

    tokens: Sequence[str]
    tables: Language
    meanings: tuple[str, ...]
    content: tuple[int, ...]
    clauses: tuple[int, ...]
    whole: tuple[int, ...]
    figures: tuple[Figure, ...]
    days: Mapping[int, Day]
    dating: frozenset[int]
    dated: frozenset[Day]
    names: Mapping[int, str]
    nouns: frozenset[int]
    omissible: frozenset[int]

    @cached_property
    def denials(self) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """For each word or phrase that denies something its place, and the content words that it is about."""
        return tuple(_denials(self.tokens, self.clauses, self.whole, self.tables))

    @cached_property
    def opened(self) -> frozenset[int]:
        """Words of what may be."""
        undated = ["" if at in self.dating else token for at, token in enumerate(self.tokens)]  # "in May"
        opened = _reached(undated, "openness", self.clauses, self.whole, self.tables)
        return frozenset(opened).union(_conditional(self.tokens, self.clauses, self.whole, self.tables))

    @cached_property
    def ahead(self) -> frozenset[int]:
        """Words of what will be, which goes with what may be and with what is."""
        ahead = _reached(self.tokens, "future", self.clauses, self.whole, self.tables)
        if self.tables.future_endings:
            ahead |= {at for at in self.whole if self.tokens[at].endswith(self.tables.future_endings)}
        return frozenset(ahead)

    @cached_property
    def quantified(self) -> Mapping[int, str]:
        """Words with a quantifier, and the quantifier ("all", "half")."""
        return _quantified(self.tokens, self.clauses, self.whole, self.tables.language)


def read_commitments(
    text: str, tokens: Sequence[str], terms: Sequence[str], language: str, forms: WordForms
) -> Commitments:
    """Read what a sentence commits itself to.

    Args:
        text: The sentence.
        tokens: Its words, as `terms_of` gives them.
        terms: For each its stem, "" for a stop word.
        language: Its language, one with tables.
        forms: How the reports write their words (`read_forms`), which tells what is a name.

    Raises:
        ValueError: the language has no tables.
    """
    tables = find_language(language)
    if tables is None:
        raise ValueError(f"language: found {language!r}, wanted one with tables.")
    text = text if text.isprintable() else _WHITE.sub(" ", text)
    spans = spans_of(text)
    clauses = clauses_of(text, tokens, spans, tables)
    figures = read_figures(text, tokens, spans, clauses, language)
    counted = {at for figure in figures for at in range(figure.start, figure.end)}
    days = find_day_words(text, tokens, spans, tables)
    dating = frozenset(at for at, _ in days)
    told = _places_within(spans, find_attribution(text, language))
    known = words_with_meaning(language)
    meanings = tuple(
        [
            meaning_of(token, term, language)
            if (term or token in known) and at not in counted and at not in dating
            else ""
            for at, (token, term) in enumerate(zip(tokens, terms, strict=True))
        ]
    )
    meanings = join_meanings(tokens, meanings, clauses, language)
    titles = _marked(tokens, _index(language, "titles"))
    large = capitalized_words(text, tokens, spans, meanings, forms, language) if knows_synonyms(language) else {}
    names = {} if writes_nouns_large(language) else large
    # A title before a name need not be repeated; "the minister" is whom the sentence is about.
    light = told | {
        at for start, end in titles if end < len(spans) and text[spans[end][0]].isupper() for at in range(start, end)
    }
    content = _first_of_each(meanings, light) or _first_of_each(meanings, frozenset())
    return Commitments(
        tokens=tokens,
        tables=tables,
        meanings=meanings,
        content=content,
        clauses=clauses,
        whole=tuple(at for at, meaning in enumerate(meanings) if meaning or at in counted),
        figures=tuple(figure for figure in figures if figure.start not in told and figure.start not in dating),
        days={at: day for at, day in days if at not in told},
        dating=dating,
        dated=frozenset(day for _, day in days),
        names=names,
        nouns=frozenset(large.keys() - names.keys()),
        omissible=frozenset(
            one
            for one, other in pairwise(sorted(names))
            if other == one + 1 and text[spans[one][1] : spans[other][0]] in (" ", " “", ' "')
        ),
    )


def _places_within(spans: Sequence[tuple[int, int]], stretches: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The words that stand in some stretches of a text."""
    return frozenset(at for begin, end in stretches for at, (start, _) in enumerate(spans) if begin <= start < end)


def _first_of_each(meanings: Sequence[str], left_out: Container[int]) -> tuple[int, ...]:
    """The first place of each meaning."""
    backwards = range(len(meanings) - 1, -1, -1)
    return tuple(sorted({meanings[at]: at for at in backwards if meanings[at] and at not in left_out}.values()))


@cache
def _index(language: str, kind: str) -> Mapping[str, tuple[tuple[Phrase, bool], ...]]:
    """The phrases of a kind by their first word, the longest first, and whether each counts."""
    tables = find_language(language)
    found: dict[str, list[tuple[Phrase, bool]]] = {}
    for name, counts in ((kind, True), (f"not_{kind}", False)):
        for phrase in getattr(tables, name, ()):
            found.setdefault(phrase[0], []).append((phrase, counts))
    return {first: tuple(sorted(own, key=lambda one: -len(one[0]))) for first, own in found.items()}


def _marked(tokens: Sequence[str], index: Mapping[str, Sequence[tuple[Phrase, bool]]]) -> list[tuple[int, int]]:
    """Where phrases stand, from the first word of each up to and without its end; the longest at a place decides."""
    found: list[tuple[int, int]] = []
    if index.keys().isdisjoint(tokens):
        return found
    reached = 0
    for at in [at for at, token in enumerate(tokens) if token in index]:
        if at < reached:
            continue
        for phrase, counts in index[tokens[at]]:
            if tuple(tokens[at : at + len(phrase)]) == phrase:
                reached = at + len(phrase)
                if counts:
                    found.append((at, reached))
                break
    return found


def _reached(
    tokens: Sequence[str], kind: str, clauses: Sequence[int], content: Sequence[int], tables: Language
) -> set[int]:
    """The content words that phrases of a kind are about."""
    marked = _marked(tokens, _index(tables.language, kind))
    return {at for mark in marked for at in _reach(tokens, mark, clauses, content, tables)}


def _conditional(
    tokens: Sequence[str], clauses: Sequence[int], content: Sequence[int], tables: Language
) -> Iterator[int]:
    """The content words of the clause that depends on a condition: the one before it, or after it where it opens."""
    for start, _ in _marked(tokens, _index(tables.language, "conditions")):
        beside = clauses[start] - 1 if clauses[start] else clauses[start] + 1
        yield from (at for at in content if clauses[at] == beside)


def _reach(
    tokens: Sequence[str], mark: tuple[int, int], clauses: Sequence[int], content: Sequence[int], tables: Language
) -> list[int]:
    """The content words after a phrase in its clause, or in the one that it opens; else the one before it."""
    start, end = mark
    opens = end < len(tokens) and tokens[end] in tables.connectives
    own = clauses[end if opens else end - 1]
    within = [at for at in content if at >= end and clauses[at] == own][:_REACH]
    if within:
        return within
    if clauses.count(own) == end - start:  # "and, possibly, to officials": between marks by itself
        return [at for at in content if clauses[at] == own + 1][:_REACH]
    return [at for at in content if at < start and clauses[at] == clauses[start]][-1:]


def _denials(
    tokens: Sequence[str], clauses: Sequence[int], content: Sequence[int], tables: Language
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """What denies something, and what it is about: in some languages all of its clause."""
    plain = [tables.elided.get(token[:2], token) for token in tokens] if tables.elided else tokens
    for start, end in _marked(plain, _index(tables.language, "negations")):
        if tokens[start] == tables.number_sign and tokens[end : end + 1] and tokens[end][0].isdigit():
            continue  # "No. 5"
        own = [at for at in content if clauses[at] == clauses[start] and not start <= at < end]
        yield (
            start,
            tuple(
                own if tables.has_clause_negation and own else _reach(tokens, (start, end), clauses, content, tables)
            ),
        )


def _quantified(tokens: Sequence[str], clauses: Sequence[int], content: Sequence[int], language: str) -> dict[int, str]:
    """The content word after each quantifier in its clause, with the quantifier."""
    quantified: dict[int, str] = {}
    for start, end in _marked(tokens, _index(language, "quantifiers")):
        after = next((at for at in content if at >= end and clauses[at] == clauses[start]), None)
        if after is not None:
            quantified.setdefault(after, " ".join(tokens[start:end]))
    return quantified


def find_day_words(
    text: str, tokens: Sequence[str], spans: Sequence[tuple[int, int]], tables: Language
) -> list[tuple[int, Day]]:
    """Return the weekdays and dates that a text names, by word; "may" and "march" only where written large."""
    found: list[tuple[int, Day]] = []
    months, weekdays = tables.months, tables.weekdays
    for at, token in [(at, token) for at, token in enumerate(tokens) if token in months or token in weekdays]:
        month, weekday = months.get(token), weekdays.get(token)
        if token in tables.ambiguous and not (at and text[spans[at][0]].isupper()):
            continue
        if weekday is not None:
            found.append((at, ("weekday", weekday, 0)))
            continue
        beside = [near for near in (at + 1, at - 1) if 0 <= near < len(tokens)]
        day = next((near for near in beside if _is_day_of_month(tokens[near])), None)
        number = 0 if day is None else int(tokens[day])
        found.append((at, ("month", month or 0, number)))
        if day is not None:
            found.append((day, ("month", month or 0, number)))
    return [*found, *_days_of_two_words(tokens, weekdays)] if tables.has_long_weekdays else found


def _days_of_two_words(tokens: Sequence[str], weekdays: Mapping[str, int]) -> Iterator[tuple[int, Day]]:
    """Both words of weekdays that have two: "segunda-feira"."""
    for at, pair in enumerate(pairwise(tokens)):
        weekday = weekdays.get("_".join(pair))
        if weekday is not None:
            yield at, ("weekday", weekday, 0)
            yield at + 1, ("weekday", weekday, 0)


def _is_day_of_month(token: str) -> bool:
    return token.isdecimal() and len(token) <= 2 and 1 <= int(token) <= 31  # of "18th" the word is "18"
