"""Where and when one thing happened, told differently."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice

from summarizer.discrepancies.comparison_context import Candidate, Context, Pair, Passage, Value
from summarizer.model import DocumentId
from summarizer.nlp.events.event_words import knows_events
from summarizer.nlp.events.participants import Clause, read_clause
from summarizer.nlp.names.places import Phrase, find_day_phrases, find_places
from summarizer.nlp.sentences.clauses import quote_clause
from summarizer.nlp.speakers.attribution import is_speech_verb

_MOST = 16  # places and days of a sentence that are compared: what tells more is a table or a list
_REACH = 4  # words before a place or a day among which stands what happened there or then
_SAYING = 3  # words before a day that tell whether it is that of a saying
_ALIKE = {"place": 0.25, "date": 0.35}  # word cosine from which two sentences tell of one thing
_NAMED = 2  # terms before two places, one of them a name, that say so surely what is there that sentences may be unlike

_Telling = tuple[DocumentId, str, str]  # a report, the place or day that it gives, and the word that leads to it


@dataclass(frozen=True, kw_only=True, eq=False)
class _Item:
    """A place or a day where it stands."""

    ground: Context
    at: int
    phrase: Phrase

    @cached_property
    def before(self) -> Mapping[str, int]:
        """The terms before it: what happened there or then; read when first asked for."""
        length = len(self.ground.sentences[self.at].text)
        return self.ground.terms_near(self.at, self.phrase.start, length, _REACH)

    @cached_property
    def clause(self) -> Clause:
        """What its clause tells up to there."""
        sentence = self.ground.sentences[self.at]
        tokens = self.ground.tokens_of(self.at)
        at, common = self.phrase.start, self.ground.common
        return read_clause(sentence.text, sentence.tokens, tokens, at, common, sentence.language or "")


def differing_places_dates(ground: Context) -> list[Candidate]:
    """Find places and days that reports give differently for one thing.

    The thing is what stands before the place or day, in sentences that are alike. Days of saying are no circumstances:
    each report has its own. Days are compared only within one event.

    Args:
        ground: What differences are looked for in.

    Returns:
        One for each thing, in no order.
    """
    count = len(ground.sentences)
    places = [_places(ground, at) for at in range(count)]
    days = cache(lambda at: _days(ground, at))  # few sentences are alike enough for their days to be compared
    told = cache(lambda kind: _told(ground, [days(at) for at in range(count)] if kind == "date" else places))
    pairs = [
        *(
            (pair, places[pair.first], places[pair.second])
            for pair in ground.pairs_among(at for at in range(count) if places[at])
        ),
        *(
            (pair, days(pair.first), days(pair.second))
            for pair in ground.pairs_among(range(count), at_least=_ALIKE["date"])
        ),
    ]
    found: dict[tuple[str, str, str], tuple[float, _Item, _Item]] = {}
    for pair, first, second in pairs:
        for one, other, shared in _matches(ground, pair, first, second, told):
            found.setdefault((one.phrase.kind, one.phrase.bind, shared), (pair.similarity, one, other))
    return [
        _found(ground, days if one.phrase.kind == "date" else places.__getitem__, similarity, one, other, thing)
        for (_, _, thing), (similarity, one, other) in found.items()
    ]


def _places(ground: Context, at: int) -> list[_Item]:
    sentence = ground.sentences[at]
    if not knows_events(sentence.language):
        return []
    phrases = islice(find_places(sentence.text, ground.common, sentence.language), _MOST)
    return [_Item(ground=ground, at=at, phrase=phrase) for phrase in phrases]


def _days(ground: Context, at: int) -> list[_Item]:
    """The days of a sentence, but for those of a saying."""
    text, language = ground.sentences[at].text, ground.sentences[at].language
    items: list[_Item] = []
    if not knows_events(language):
        return items
    for phrase in find_day_phrases(text, language):
        words = (word.strip(',;:.”"') for word in text[: phrase.start].split()[-_SAYING:])
        if not any(is_speech_verb(word, language) for word in words):
            items.append(_Item(ground=ground, at=at, phrase=phrase))
    return items[:_MOST]


def _told(ground: Context, items: Iterable[Sequence[_Item]]) -> Mapping[_Telling, Sequence[_Item]]:
    """The places or days that each report gives."""
    told: dict[_Telling, list[_Item]] = {}
    for item in (item for own in items for item in own):
        told.setdefault(_telling(ground.sentences[item.at].document, item), []).append(item)
    return told


def _telling(report: DocumentId, item: _Item) -> _Telling:
    return report, item.phrase.value, item.phrase.bind


def _matches(
    ground: Context,
    pair: Pair,
    first: Sequence[_Item],
    second: Sequence[_Item],
    told: Callable[[str], Mapping[_Telling, Sequence[_Item]]],
) -> Iterator[tuple[_Item, _Item, str]]:
    """The places or days that two sentences give for one thing, and the term for that thing."""
    for one in first:
        for other in second:
            a, b = one.phrase, other.phrase
            if (a.kind, a.bind) != (b.kind, b.bind) or a.value == b.value:
                continue
            if pair.similarity < _ALIKE[a.kind] and not (a.kind == "place" and _is_named(ground, one, other)):
                continue
            if a.kind == "place" and not (a.is_state and b.is_state):
                continue  # a town and its county are two names of one place
            if a.kind == "date" and not _are_of_one(ground, one, other):
                continue
            shared = _nearest_shared(one, other)
            if shared is None or _are_parted(one, other, shared) or _are_two(one, other):
                continue
            if not any(_gives(ground, told(a.kind), *own, shared) for own in ((other, one), (one, other))):
                yield one, other, shared


def _are_of_one(ground: Context, one: _Item, other: _Item) -> bool:
    """Whether two days may be of one thing: of one event, and of names that both sentences or neither give.

    "She is due in court" of one report and "they are due in court" of another are two cases.
    """
    names = [ground.names_of(item.at) for item in (one, other)]
    is_named = bool(names[0] & names[1]) or len(one.before.keys() & other.before.keys()) >= _NAMED
    return is_named and ground.same_event(one.at, other.at)


def _is_named(ground: Context, one: _Item, other: _Item) -> bool:
    """Whether the same name stands before two places, and another word with it: "Nordhaven Sports, a company in"."""
    shared = one.before.keys() & other.before.keys()
    text, tokens = ground.sentences[one.at].text, ground.tokens_of(one.at)
    words = [text[slice(*tokens[one.before[term]])] for term in shared]
    return len(shared) >= _NAMED and any(word[0].isupper() and word.casefold() not in ground.common for word in words)


def _nearest_shared(one: _Item, other: _Item) -> str | None:
    shared = [term for term in one.before if term in other.before]
    return max(shared, key=lambda term: (one.before[term] + other.before[term], term)) if shared else None


def _are_parted(one: _Item, other: _Item, shared: str) -> bool:
    """Whether either has a word of its own between what both share and its day: "at a market on", "at a school on"."""
    own = (one.before.keys() - other.before.keys(), other.before.keys() - one.before.keys())
    return all(
        any(item.before[term] > item.before[shared] for term in terms)
        for item, terms in zip((one, other), own, strict=True)
    )


def _are_two(one: _Item, other: _Item) -> bool:
    """Whether two clauses tell of two things; of places also those of two days, or which of several it is."""
    first, second = one.clause, other.clause
    if first.is_other_than(second):
        return True
    is_place = one.phrase.kind == "place"
    return is_place and (first.is_which or bool(first.days and second.days and first.days.isdisjoint(second.days)))


def _gives(ground: Context, told: Mapping[_Telling, Sequence[_Item]], who: _Item, what: _Item, thing: str) -> bool:
    """Whether the report of one gives the other's place or day as well, for the same thing."""
    return any(thing in item.before for item in told.get(_telling(ground.sentences[who.at].document, what), ()))


def _found(
    ground: Context, items_of: Callable[[int], Sequence[_Item]], similarity: float, one: _Item, other: _Item, thing: str
) -> Candidate:
    """Every report's place or day for one thing."""
    alike = (ground.neighbours_of(at, at_least=_ALIKE[one.phrase.kind]) for at in (one.at, other.at))
    near = {one.at, other.at}.union(*alike)
    values: dict[str, dict[str, _Item]] = {}
    given: set[str] = set()
    for item in (one, other, *(item for at in sorted(near) for item in items_of(at))):
        document = ground.sentences[item.at].document
        like = (item.phrase.kind, item.phrase.bind) == (one.phrase.kind, one.phrase.bind) and thing in item.before
        if like and document not in given:
            given.add(document)
            values.setdefault(item.phrase.value, {})[document] = item
    shared = frozenset(term for term in one.before if term in other.before)
    ordered = sorted(values.values(), key=lambda value: (-len(value), min(item.at for item in value.values())))
    text, tokens = ground.sentences[one.at].text, ground.tokens_of(one.at)
    word = text[slice(*tokens[one.before[thing]])]
    start = min(tokens[place][0] for term, place in one.before.items() if term in shared)
    return Candidate(
        kind=one.phrase.kind,
        about=quote_clause(text, _place_of(text, one.phrase), one.phrase.end, ground.sentences[one.at].language)
        or f"“{' '.join(text[start : one.phrase.start].split())} …”",
        views=tuple(_view(ground, list(value.values()), shared) for value in ordered),
        weight=0.4 + similarity / 2,
        why=f"sentences alike ({similarity:.2f}) that tell of {word!r}",
    )


def _place_of(text: str, phrase: Phrase) -> int:
    """Where the name of a place or a day begins, behind the word that leads to it."""
    bind = re.match(rf"{re.escape(phrase.bind)}\s+", text[phrase.start : phrase.end])
    return phrase.start + (bind.end() if bind else 0)


def _view(ground: Context, items: Sequence[_Item], shared: frozenset[str]) -> Value:
    """One value with what happened there or then, as far as the sentences share it, in the words of each."""
    passages = []
    for item in sorted(items, key=lambda item: item.at):
        start = min(ground.tokens_of(item.at)[place][0] for term, place in item.before.items() if term in shared)
        passages.append(Passage(sentence=ground.sentences[item.at], start=start, end=item.phrase.end))
    return Value(value=" ".join(passages[0].text.split()), passages=tuple(passages))
