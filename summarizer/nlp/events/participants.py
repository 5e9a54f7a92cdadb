"""The subject of a clause, and whether two clauses tell of different things."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from summarizer.nlp.dates.tense import is_past_verb
from summarizer.nlp.events.event_words import event_words
from summarizer.nlp.events.factuality import Line, clause_around
from summarizer.nlp.lexical_relations import are_opposite
from summarizer.nlp.names.person_names import fold
from summarizer.nlp.numbers.numerals import figure_of

_HEAD = 4  # letters of a name that "Syria" and "Syrian" share
_MARK = re.compile(r"[,;:—–“”\"()](?!\d)")
_FEW = 2  # words that are no more than a noun


class Participant(NamedTuple):
    """The subject of a clause.

    Attributes:
        language: The code of its language.
        at: Its first word.
        head: What its head noun means; "" where it has none.
        words: All its words.
        meanings: What those of content mean.
        names: Those of content that are written large, without accents.
        opening: The first word of its sentence, which is written large whatever it is; "" where it is no part of it.
        is_named: Whether its head is written large.
        counts: The numbers in it, "first" and the like among them.
    """

    language: str
    at: int
    head: str
    words: frozenset[str]
    meanings: frozenset[str]
    names: frozenset[str]
    opening: str
    is_named: bool
    counts: frozenset[str]

    def is_other_than(self, other: Participant, common: Container[str]) -> bool:
        """Tell whether two subjects are surely two: of other names, of other counts, or opposites.

        Args:
            other: The subject of another clause.
            common: Words that the reports write small somewhere: they are no names.
        """
        names = [_openings(one.names - {one.opening}, common) for one in (self, other)]
        if all(names) and names[0].isdisjoint(names[1]):
            return True
        if self.counts and other.counts and self.counts != other.counts:
            return True
        return any(
            are_opposite(one, two, self.language)
            for one in self.words - other.words
            for two in other.words - self.words
        )


def _openings(names: frozenset[str], common: Container[str]) -> frozenset[str]:
    return frozenset(name[:_HEAD] for name in names if name not in common)


def subject_start(line: Line, start: int) -> int:
    """Return where the subject of a clause begins: before "and" without a verb there ("the order for A and B")."""
    while start > 1 and line.tokens[start - 1] in line.words.joining and not line.is_broken(start - 1):
        before = clause_around(line, start - 2)[0]
        if _first_verb(line, start - 1, before) < start - 1 or not any(line.terms[before : start - 1]):
            break
        start = before
    return start


def participant_of(line: Line, start: int, at: int) -> Participant:
    """Read the subject of a verb.

    Args:
        line: The sentence.
        start: The first word of the verb's clause.
        at: The place of the verb.
    """
    places = _subject_places(line, start, at)
    if not any(line.terms[place] for place in places):  # "The captain, Yusuf Rahman, was"; "Bundy spoke, but did not"
        places = _subject_places(line, 0, _first_verb(line, start))
    days, adverb = line.words.days, line.words.adverb_endings
    content = [
        at for at in places if line.terms[at] and not line.tokens[at].endswith(adverb) and line.tokens[at] not in days
    ]
    head = _head(line, places)
    is_first = bool(places) and places[0] == 0
    return Participant(
        language=line.language,
        at=places[0] if places else at,
        head="" if head is None else line.meaning(head),
        words=frozenset(line.tokens[place] for place in places),
        meanings=frozenset(line.meaning(place) for place in content),
        names=frozenset(fold(line.tokens[place]) for place in content if line.text[line.spans[place][0]].isupper()),
        opening=fold(line.tokens[0]) if is_first else "",
        is_named=head is not None and line.text[line.spans[head][0]].isupper(),
        counts=frozenset(_counts(line, places)),
    )


def _subject_places(line: Line, start: int, at: int) -> range:
    """The words from the start of a clause up to its verb, without auxiliaries and adverbs before the verb."""
    words, tokens = line.words, line.tokens
    loose = words.auxiliaries | words.passives | words.between | words.cues | words.linking
    while at > start and (tokens[at - 1] in loose or tokens[at - 1].endswith(words.adverb_endings)):
        at -= 1
    return range(start, at)


def _first_verb(line: Line, end: int, start: int = 1) -> int:
    """Where the first verb stands between two places of a sentence; else the end."""
    words = line.words
    verbs = words.auxiliaries | words.linking | words.ahead
    return next((at for at in range(start, end) if line.tokens[at] in verbs or is_past_verb(line.tokens[at])), end)


def _counts(line: Line, places: Sequence[int]) -> Iterator[str]:
    """The numbers before the head noun: "four hostages", "the second ballot"; not the age behind a name."""
    for place in places:
        if place > places[0] and (line.is_broken(place) or _is_name(line, place - 1)):
            return
        count = figure_of(line.tokens[place]) or line.words.orders.get(line.tokens[place])
        if count:
            yield count


def _is_name(line: Line, place: int) -> bool:
    return bool(line.terms[place]) and line.text[line.spans[place][0]].isupper()


def _head(line: Line, places: Sequence[int]) -> int | None:
    """The last noun of the first run of content: that of "the board of Nordhaven" is the board."""
    head: int | None = None
    for place in places:
        if head is not None and (not line.terms[place] or line.is_broken(place)):
            break
        head = place if line.terms[place] else head
    return head


class Clause(NamedTuple):
    """What a clause tells up to a day or a place that it names.

    Attributes:
        counts: The numbers in it.
        days: The weekdays of the whole clause.
        is_denied: Whether the whole clause denies something.
        is_which: Whether it is no more than a noun, of which a place tells which it is ("regulators in").
        is_moved: Whether its sentence tells that something was put off.
        names: The openings of its names.
    """

    counts: frozenset[str]
    days: frozenset[str]
    is_denied: bool
    is_which: bool
    is_moved: bool
    names: frozenset[str]

    def is_other_than(self, other: Clause) -> bool:
        """Tell whether two clauses are surely of two things."""
        if self.is_denied != other.is_denied or self.is_moved != other.is_moved:
            return True
        return bool(self.counts and other.counts and self.counts.isdisjoint(other.counts)) or bool(
            self.names and other.names and self.names.isdisjoint(other.names)
        )


def read_clause(
    text: str,
    tokens: Sequence[str],
    spans: Sequence[tuple[int, int]],
    end: int,
    common: Container[str],
    language: str,
) -> Clause:
    """Read a clause up to a place.

    Args:
        text: Its sentence.
        tokens: The words of the sentence.
        spans: Where they stand.
        end: Where the clause is read to.
        common: Words that the reports write small somewhere: they are no names.
        language: The code of its language, which has words for events.
    """
    words = event_words(language)
    start = max((match.end() for match in _MARK.finditer(text, 0, end)), default=0)
    mark = _MARK.search(text, end)
    stop = mark.start() if mark else len(text)
    places = [at for at, (begin, until) in enumerate(spans) if begin >= start and until <= end]
    own = [tokens[at] for at in places]
    whole = [tokens[at] for at, (begin, until) in enumerate(spans) if begin >= start and until <= stop]
    names = [at for at in places if at and text[spans[at][0]].isupper() and tokens[at] not in common]
    return Clause(
        counts=frozenset(count for token in own if (count := figure_of(token))),
        days=words.days.intersection(whole),
        is_denied=not words.cues.isdisjoint(whole) or any(token.endswith(words.denying_endings) for token in whole),
        is_which=not start and len(own) <= _FEW and not names,
        is_moved=not words.moved.isdisjoint(tokens),
        names=frozenset(fold(tokens[at])[:_HEAD] for at in names if tokens[at] not in words.days),
    )
