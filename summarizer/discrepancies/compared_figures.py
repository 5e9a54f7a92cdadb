"""Quantities in their sentences, ready to be compared."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from summarizer.discrepancies.comparison_context import Context, Passage, Value
from summarizer.languages.word_records import Words
from summarizer.model import Sentence
from summarizer.nlp.dates.calendar_dates import name_days
from summarizer.nlp.facts.ages import LONGEST_AGE, find_age_of_dead
from summarizer.nlp.facts.corrections import may_take_back, takes_back
from summarizer.nlp.facts.counts import part_in
from summarizer.nlp.numbers.quantities import find_quantities, may_hold_quantity, quantity_of_age
from summarizer.nlp.numbers.quantity_record import Quantity
from summarizer.nlp.numbers.scopes import called_before, is_feared_at
from summarizer.nlp.sentences.clauses import words_after
from summarizer.nlp.speakers.attribution import without_attribution
from summarizer.nlp.tokens import stop_words

_REACH = 8  # words on each side of a quantity that tell what it counts
_BEGINNING = 6  # letters by which a word is known in any form
_BARE = 3  # content terms of a sentence: a number, whom it counts, and what became of them
_CLOSE = 25  # characters around a quantity in which it says that it was so for a while
_MOST = 16  # figures of a sentence that are compared: what tells more is a table or a list
_BACK = 60  # sentences before one that tells an age and no more, among which it is told who died
_WRITTEN = re.compile(r"\d[\d.,]*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class FigureWords(Words, section="discrepancies"):
    """Of the section "discrepancies" what tells of two figures whether they are of one thing: its file says how."""

    language: str
    measures_behind: frozenset[str]
    shares_behind: frozenset[str]
    figure: re.Pattern[str]
    extreme: re.Pattern[str]
    by_day: re.Pattern[str]
    toll: re.Pattern[str]
    cumulative: re.Pattern[str]
    bodies: re.Pattern[str]


@dataclass(frozen=True, kw_only=True, eq=False)
class ComparedFigure:
    """A quantity where it stands; what else its sentence tells is read when first asked for."""

    ground: Context
    at: int
    quantity: Quantity
    words: FigureWords
    key: tuple[int, int]

    @property
    def sentence(self) -> Sentence:
        """Where it stands."""
        return self.ground.sentences[self.at]

    @cached_property
    def around(self) -> Mapping[str, int]:
        """The terms around it, figures left out."""
        near = self.ground.terms_near(self.at, self.quantity.start, self.quantity.end, _REACH)
        return {term: place for term, place in near.items() if not self.words.figure.match(term)}

    @cached_property
    def measured(self) -> tuple[str, ...]:
        """The beginnings of two words behind it that say what it measures: "$500,000 in tax revenue".

        Empty where there are none: "in the first quarter" does not say it.
        """
        of, *words = words_after(self.sentence.text, self.quantity.end, self.sentence.language).casefold().split()[
            :3
        ] or ("",)
        words = [word for word in words if word[:2].isalpha() and word not in stop_words(self.words.language)]
        return tuple(word[:_BEGINNING] for word in words) if of in self.words.measures_behind and len(words) > 1 else ()

    @cached_property
    def shared_out(self) -> str:
        """The beginning of the first content word behind "of", of which it is a share; "" where there is none."""
        of, *words = words_after(self.sentence.text, self.quantity.end, self.sentence.language).casefold().split()[
            :4
        ] or ("",)
        telling = (word[:_BEGINNING] for word in words if word not in stop_words(self.words.language))
        return next(telling, "") if of in self.words.shares_behind else ""

    @cached_property
    def days(self) -> frozenset[str]:
        """The days that its sentence names, but for those on which somebody says it, or by which it was so."""
        told = without_attribution(self.sentence.text, self.sentence.language)
        return name_days(self.words.by_day.sub(" ", told), self.sentence.language)

    @cached_property
    def is_bare(self) -> bool:
        """Whether its sentence tells a toll and no more ("At least three people were killed."), so not whose it is."""
        terms = {term for term in self.sentence.terms if term and not self.words.figure.match(term)}
        return self.quantity.is_count and len(terms) <= _BARE and not self.ground.names_of(self.at)

    @cached_property
    def is_extreme(self) -> bool:
        """Whether it is how far something went for a while, or can go, which is not where it ended or stands."""
        text, quantity = self.sentence.text, self.quantity
        return bool(self.words.extreme.search(text, max(0, quantity.start - _CLOSE), quantity.end + _CLOSE))

    @cached_property
    def called(self) -> str:
        """What its clause says that it is, in small letters: "turnout" of "Turnout was 61 percent"; "" for none."""
        return called_before(self.sentence.text, self.quantity.start, self.sentence.language)

    @cached_property
    def is_feared(self) -> bool:
        """Whether it is what is feared or may be so, not what was counted."""
        text, quantity = self.sentence.text, self.quantity
        return is_feared_at(text, quantity.start, quantity.end, self.sentence.language)

    @cached_property
    def part(self) -> str | None:
        """What part those play whom it counts ("aboard"), by the words right beside it; None for a toll."""
        quantity = self.quantity
        if quantity.role or not quantity.is_count:
            return None
        return part_in(self.sentence.text, quantity.start, quantity.end, quantity.unit, self.sentence.language)

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that its sentence names."""
        return frozenset(_YEAR.findall(self.sentence.text))


class Match(NamedTuple):
    """Two quantities of one role in two reports."""

    first: ComparedFigure
    second: ComparedFigure
    score: float
    shared: tuple[str, ...]


def collect_figures(ground: Context, at: int) -> list[ComparedFigure]:
    """Read the figures of a sentence, in order."""
    sentence = ground.sentences[at]
    words = FigureWords.find(sentence.language)
    if words is None:
        return []
    may_hold = may_hold_quantity(sentence.text, sentence.tokens, sentence.language)
    quantities = find_quantities(sentence.text, sentence.language) if may_hold else []
    if not quantities and len(sentence.text) <= LONGEST_AGE:
        before = (one.text for one in reversed(ground.sentences[at - min(sentence.position, _BACK) : at]))
        age = find_age_of_dead(sentence.text, before, sentence.language)
        quantities = [quantity_of_age(age)] if age else []
    text, language = sentence.text, sentence.language
    if quantities and may_take_back(text, language):
        quantities = [
            one._replace(is_contrast=True) if takes_back(text, one.start, language) else one for one in quantities
        ]
    return [
        ComparedFigure(ground=ground, at=at, quantity=quantity, words=words, key=(at, number))
        for number, quantity in enumerate(quantities[:_MOST])
    ]


def in_order(ground: Context, readings: Sequence[ComparedFigure]) -> list[ComparedFigure]:
    """Order figures from the oldest to the newest; those of one time by value, those without a time first."""

    def key(figure: ComparedFigure) -> tuple[bool, float, float, tuple[int, int]]:
        time = ground.time_of(figure.at)
        return (time is not None, time.rank if time else 0.0, figure.quantity.low, figure.key)

    return sorted(readings, key=key)


def find_overtaken(ground: Context, figures: Sequence[ComparedFigure]) -> frozenset[tuple[int, int]]:
    """Find the figures of a growing number after which a higher one was told, by their keys.

    A later entry of one live blog overtakes an earlier one by a lower number too: its outlet knows what it told before.
    """
    timed = [(time, figure) for figure in figures if (time := ground.time_of(figure.at))]
    return frozenset(
        figure.key
        for time, figure in timed
        if any(time.is_before(later) and _overtakes(ground, other, figure) for later, other in timed)
    )


def _overtakes(ground: Context, later: ComparedFigure, figure: ComparedFigure) -> bool:
    if later.quantity.low > figure.quantity.high:
        return True
    is_of_one = ground.sentences[later.at].document == ground.sentences[figure.at].document
    return is_of_one and not later.quantity.agrees(figure.quantity)


def values_of(
    ground: Context, ordered: Sequence[ComparedFigure], overtaken: Container[tuple[int, int]] = ()
) -> tuple[Value, ...]:
    """Give figures in their order, those that one value fits together: each in its own words, the most exact first.

    Of a number that grows, figures of two times stay apart.
    """
    wordings: dict[tuple[bool, str], list[ComparedFigure]] = {}
    for figure in ordered:
        words = " ".join(passage_of(ground, figure).text.casefold().split())
        wordings.setdefault((figure.key in overtaken, words), []).append(figure)
    grows = any(is_old for is_old, _ in wordings)
    readings: list[tuple[bool, list[list[ComparedFigure]]]] = []
    # Ranges taken by their upper ends fall into as few groups as can be.
    for (is_old, _), figures in sorted(wordings.items(), key=lambda item: item[1][0].quantity.high):
        like = (
            own
            for was_old, own in readings
            if was_old == is_old and all(_is_one_reading(ground, one[0], figures[0], grows=grows) for one in own)
        )
        reading = next(like, None)
        if reading is None:
            readings.append((is_old, [figures]))
        else:
            reading.append(figures)
    place = {figure.key: number for number, figure in enumerate(ordered)}
    readings.sort(key=lambda reading: max(place[one[0].key] for one in reading[1]))
    return tuple(_view(ground, own, is_overtaken=is_old) for is_old, own in readings)


def _is_one_reading(ground: Context, one: ComparedFigure, other: ComparedFigure, *, grows: bool) -> bool:
    """Whether one value fits both wordings, and both may have been told at one time where the number grows."""
    first, second = one.quantity, other.quantity
    if first.unit != second.unit or not first.agrees(second):
        return False
    times = ground.time_of(one.at), ground.time_of(other.at)
    return not (grows and times[0] and times[1] and (times[0].is_before(times[1]) or times[1].is_before(times[0])))


def _view(ground: Context, wordings: Sequence[Sequence[ComparedFigure]], *, is_overtaken: bool) -> Value:
    """The reading of figures in several wordings: the most exact is its value."""
    exact = sorted(wordings, key=lambda own: _looseness(own[0]))
    passages = tuple(passage_of(ground, figure) for figures in exact for figure in figures)
    time = next((time for figures in exact if (time := ground.time_of(figures[0].at))), None)
    return Value(
        value=" ".join(passages[0].text.split()),
        passages=passages,
        when=time.moment if time else None,
        is_overtaken=is_overtaken,
    )


def _looseness(figure: ComparedFigure) -> tuple[bool, int, float]:
    """How far words leave a number open: hedged or not in figures, few digits, a wide range of values."""
    text, quantity = passage_of(figure.ground, figure).text, figure.quantity
    number = _WRITTEN.search(text)
    digits = len(re.sub(r"\D|0+\D*$", "", number.group())) if number else 0
    return not (number and number.start() <= text.find(" ") % len(text)), -digits, quantity.high - quantity.low


def passage_of(ground: Context, figure: ComparedFigure) -> Passage:
    """Where a figure stands."""
    return Passage(sentence=ground.sentences[figure.at], start=figure.quantity.start, end=figure.quantity.end)
