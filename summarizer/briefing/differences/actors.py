"""Who did what, told of different people in sentences that are else alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.briefing.differences.ground import Found, Ground, Pair, Passage, View
from summarizer.language import Mention, Person

_REACH = 2  # words on each side of the people that must say what they do
_ALIKE = 0.25  # word cosine from which two sentences tell of one thing
_COMPANY = 0.2  # what it adds to the weight that each names two people or more


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Item:
    """People named in a row, by number, and the terms on both sides."""

    at: int
    start: int
    end: int
    people: frozenset[int]
    before: frozenset[str]
    after: frozenset[str]


def differing_actors(ground: Ground, persons: Sequence[Person], mentions: Sequence[Mention]) -> list[Found]:
    """Find passages where reports put different people in one place: "a photo of A and B shaking hands".

    Args:
        ground: What differences are looked for in.
        persons: The people whom the reports name.
        mentions: All names of all reports, in order.

    Returns:
        One for each such place, in no order.
    """
    number_of = _numbers(persons)
    rows: dict[int, list[_Item]] = {}
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    for at, own in by_sentence.items():
        rows[at] = list(_rows(ground, at, own, number_of))
    found: list[Found] = []
    taken: set[tuple[int, int]] = set()
    for pair in ground.pairs:
        for one, other in _matches(pair, rows):
            if not {(one.at, one.start), (other.at, other.start)} & taken:
                taken.update(((one.at, one.start), (other.at, other.start)))
                found.append(_found(ground, pair, one, other))
    return found


def _numbers(persons: Sequence[Person]) -> dict[str, int]:
    """The number of the person whom a part of a name means; parts that several have mean nobody."""
    owners: dict[str, set[int]] = {}
    for number, person in enumerate(persons):
        for spelling in person.spellings:
            for part in spelling[0].naming.key:
                owners.setdefault(part, set()).add(number)
    return {part: next(iter(numbers)) for part, numbers in owners.items() if len(numbers) == 1}


def _rows(ground: Ground, at: int, own: Sequence[Mention], number_of: Mapping[str, int]) -> Iterator[_Item]:
    """The people of a sentence, those joined by "and" or a comma as one."""
    text = ground.sentences[at].text
    row: list[Mention] = []
    for mention in (*own, None):
        if mention and row and text[row[-1].naming.end : mention.naming.start] in (" and ", ", ", " with ", ", and "):
            row.append(mention)
            continue
        if row:
            yield from _item(ground, at, row, number_of)
        row = [mention] if mention else []


def _item(ground: Ground, at: int, row: Sequence[Mention], number_of: Mapping[str, int]) -> Iterator[_Item]:
    people = [number_of.get(mention.naming.key[-1], number_of.get(mention.naming.key[0])) for mention in row]
    if any(number is None for number in people):
        return
    start, end = row[0].naming.start, row[-1].naming.end
    near = ground.terms_near(at, start, end, _REACH)
    tokens = ground.tokens[at]
    yield _Item(
        at=at,
        start=start,
        end=end,
        people=frozenset(number for number in people if number is not None),
        before=frozenset(term for term, place in near.items() if tokens[place][0] < start),
        after=frozenset(term for term, place in near.items() if tokens[place][0] >= end),
    )


def _matches(pair: Pair, rows: Mapping[int, Sequence[_Item]]) -> Iterator[tuple[_Item, _Item]]:
    if pair.similarity < _ALIKE:
        return
    first, second = rows.get(pair.first, ()), rows.get(pair.second, ())
    # Who is named elsewhere in the other sentence has another part there.
    named = [frozenset().union(*(item.people for item in items)) for items in (first, second)]
    for one in first:
        for other in second:
            if (
                one.people - named[1]
                and other.people - named[0]
                and one.before & other.before
                and one.after & other.after
            ):
                yield one, other


def _found(ground: Ground, pair: Pair, one: _Item, other: _Item) -> Found:
    text, tokens = ground.sentences[one.at].text, ground.tokens[one.at]
    near = ground.terms_near(one.at, one.start, one.end, _REACH)
    places = sorted(near[term] for term in (one.before & other.before) | (one.after & other.after))
    before = [text[slice(*tokens[at])] for at in places if tokens[at][0] < one.start]
    after = [text[slice(*tokens[at])] for at in places if tokens[at][0] >= one.end]
    scene = f"{' '.join(before)} … {' '.join(after)}"
    views = []
    for item in (one, other):
        passage = Passage(sentence=ground.sentences[item.at], start=item.start, end=item.end)
        views.append(View(value=" ".join(passage.text.split()), passages=(passage,)))
    return Found(
        kind="name",
        about=f"who: {scene}",
        views=tuple(views),
        weight=0.4 + pair.similarity / 2 + _COMPANY * (min(len(one.people), len(other.people)) > 1),
        why=f"sentences alike ({pair.similarity:.2f}) that put different people here: {scene}",
    )
