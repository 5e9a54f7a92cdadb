"""What is news: the newest of numbers that grow, and reports of events before reference pages."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from summarizer.discrepancies.comparison_context import Candidate, Passage
from summarizer.features.vectors import Floats
from summarizer.model import Sentence
from summarizer.nlp.dates.tense import tells_of_event, tense_words_of
from summarizer.nlp.facts.casualties import IN_DANGER, find_people_in_danger
from summarizer.nlp.numbers.quantities import find_quantities
from summarizer.nlp.numbers.quantity_record import Quantity
from summarizer.nlp.sentences.openings import brings_in, goes_on, tells_of_toll
from summarizer.nlp.word_forms import names_in

_QUOTES = frozenset('“"‘«„')
_OVERTAKEN = 0.3  # what a statement is worth whose number a later one overtook
_NEWEST = 3.0  # how much better a statement with the newest of such numbers leads that names whom or what it is about
_REFERENCE = 0.5  # what a statement is worth, and how well it leads, that stands in a page which tells of no event
_FEW, _MANY = 0.1, 0.5  # shares of sentences that tell of events: of such a page at most, of another report at least
_FEWEST = 6  # sentences of a report of which that can be told
_NEWCOMER, _QUOTATION, _GOING_ON = 1.5, 0.6, 0.6  # how well a sentence leads that opens so
_FIRST = 1.1  # how well the first sentence of a report leads, beside the opening prior
_OPENING_POWER = 0.2  # of the opening prior in how well a statement leads: its rank holds that prior already


def weigh_news(
    sentences: Sequence[Sentence],
    found: Sequence[Candidate],
    opening: Floats,
    interest: Floats,
    newness: Floats,
    common: Container[str] = (),
) -> tuple[Floats, Floats]:
    """Weigh n sentences by what the differences say of their numbers, and by whether their reports tell of events.

    Args:
        sentences: The sentences, those of one report together.
        found: The differences, what weighs most first.
        opening: The opening prior of each sentence.
        interest: How much each has to do with what the user asks about, in (0, 1].
        newness: How new what each tells is, in (0, 1].
        common: Words that the reports write small somewhere: capitalized, they are no names.

    Returns:
        How much of its interest each keeps, and how well each leads a briefing.
    """
    worth, lead = interest.copy(), (opening * interest) ** _OPENING_POWER * newness
    old = _overtaken_sentences(found)
    overtaken = [*old, *_those_of_the_tolls(sentences, old)]
    worth[overtaken] *= _OVERTAKEN
    lead[overtaken] *= _OVERTAKEN
    newest = [at for at in _newest_sentences(found) if _names_something(sentences[at], common)]
    lead[newest] *= _NEWEST
    referring = list(_reference_sentences(sentences))
    worth[referring] *= _REFERENCE
    lead[referring] *= _REFERENCE
    return worth, lead


def weigh_opening(sentence: Sentence) -> float:
    """Weigh how well a sentence leads by its first words: best where it brings in whom it is about.

    One that opens with a quotation, or goes on from what stands before it, tells a part of what happened.
    """
    weight = _FIRST if sentence.position == 0 else 1.0
    if sentence.text[:1] in _QUOTES:
        return weight * _QUOTATION
    language = sentence.language or ""
    if brings_in(sentence.tokens, language):
        return weight * _NEWCOMER
    return weight * (_GOING_ON if goes_on(sentence.text, language) else 1.0)


def _reference_sentences(sentences: Iterable[Sentence]) -> Iterator[int]:
    """Give the numbers of the sentences of pages that tell of no event, where another report does."""
    known = (one for one in sentences if tense_words_of(one.language) is not None)
    long = [own for _, group in groupby(known, key=attrgetter("document")) if len(own := tuple(group)) >= _FEWEST]
    shares = [sum(map(_tells_of_event, group)) / len(group) for group in long]
    if max(shares, default=0.0) >= _MANY:
        for group, share in zip(long, shares, strict=True):
            yield from (one.id for one in group if share <= _FEW)


def _names_something(sentence: Sentence, common: Container[str]) -> bool:
    """Whether a sentence has a name: "The toll has climbed to 2,122" tells of any disaster."""
    return bool(names_in(sentence.text, common, sentence.language))


def _tells_of_event(sentence: Sentence) -> bool:
    is_said = sentence.speaker is not None or "“" in sentence.text or '"' in sentence.text
    return is_said or tells_of_event(sentence.tokens, sentence.language)


def _overtaken_sentences(found: Iterable[Candidate]) -> frozenset[int]:
    """Return the numbers of the sentences that tell a number which a later one overtook."""
    return frozenset(
        passage.sentence.id for one in found for view in one.views if view.is_overtaken for passage in view.passages
    )


def _those_of_the_tolls(sentences: Sequence[Sentence], overtaken: Container[int]) -> Iterator[int]:
    """Give the numbers of the sentences that tell, right behind an overtaken toll, of those whom it counts."""
    for first, second in pairwise(sentences):
        goes_on = first.id in overtaken and second.id not in overtaken and second.document == first.document
        if goes_on and tells_of_toll(second.text, second.language or ""):
            yield second.id


def _newest_sentences(found: Iterable[Candidate]) -> frozenset[int]:
    """Return the numbers of the sentences that tell the newest reading of the gravest number that grew."""
    newest = next(_newest_passages(found), ())
    return frozenset(passage.sentence.id for passage in newest)


def find_newest_tolls(found: Iterable[Candidate]) -> dict[str, Quantity]:
    """Return the newest reading of each toll that grew, by what became of those counted.

    None is in danger any more where a later report tells what became of all of them.
    """
    tolls: dict[str, Quantity] = {}
    for passages in _newest_passages(found):
        first = passages[0]
        for quantity in find_quantities(first.sentence.text, first.sentence.language):
            if quantity.start == first.start and quantity.toll:
                tolls.setdefault(quantity.toll, quantity)
        perils = find_people_in_danger(first.sentence.text, first.sentence.language)
        if any(peril.is_settled and peril.start == first.start for peril in perils):
            tolls[IN_DANGER] = Quantity(start=first.start, end=first.end, low=0.0, high=0.0, unit=IN_DANGER)
    return tolls


def _newest_passages(found: Iterable[Candidate]) -> Iterator[tuple[Passage, ...]]:
    """Where the newest reading of each number that grew stands."""
    for one in found:
        if any(view.is_overtaken for view in one.views):
            yield next((view.passages for view in reversed(one.views) if not view.is_overtaken), ())
