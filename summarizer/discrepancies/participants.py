"""Who did what, told of different people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.discrepancies.comparison_context import Candidate, Context, Pair, Passage, Value
from summarizer.discrepancies.topics import label_participants
from summarizer.languages.word_records import Words
from summarizer.model import Sentence
from summarizer.nlp.names.name_linking import Mention, Person
from summarizer.nlp.names.person_names import are_alike
from summarizer.nlp.sentences.clauses import before_noun

_REACH = 2  # words on each side of the people that must say what they do
_ALIKE = 0.25  # word cosine from which two sentences tell of one thing
_COMPANY = 0.2  # what it adds to the weight that each names two people or more


class _Words(Words, section="discrepancies"):
    """Of the section "discrepancies" what joins people in one row."""

    rows: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Item:
    """People named in a row, by number; and the last part of the name, where it is one full name."""

    at: int
    start: int
    end: int
    people: frozenset[int]
    last: str | None


def differing_participants(ground: Context, persons: Sequence[Person], mentions: Sequence[Mention]) -> list[Candidate]:
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
    pairs = list(ground.pairs_among(by_sentence, at_least=_ALIKE))
    for at in dict.fromkeys(at for pair in pairs for at in (pair.first, pair.second)):
        rows[at] = list(_rows(ground.sentences[at], at, by_sentence[at], number_of))
    named = {at: frozenset[int]().union(*(item.people for item in items)) for at, items in rows.items()}
    found: list[Candidate] = []
    taken: set[tuple[int, int]] = set()
    for pair in pairs:
        for one, other in _matches(ground, pair, rows, named):
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


def _rows(sentence: Sentence, at: int, own: Sequence[Mention], number_of: Mapping[str, int]) -> Iterator[_Item]:
    """The people of a sentence, those joined by "and" or a comma as one."""
    row: list[Mention] = []
    joining = _Words.read(sentence.language).rows
    for mention in (*own, None):
        if mention and row and sentence.text[row[-1].naming.end : mention.naming.start] in joining:
            row.append(mention)
            continue
        if row:
            yield from _item(at, row, number_of)
        row = [mention] if mention else []


def _item(at: int, row: Sequence[Mention], number_of: Mapping[str, int]) -> Iterator[_Item]:
    people = [number_of.get(mention.naming.key[-1], number_of.get(mention.naming.key[0])) for mention in row]
    if all(number is not None for number in people):
        yield _Item(
            at=at,
            start=row[0].naming.start,
            end=row[-1].naming.end,
            people=frozenset(number for number in people if number is not None),
            last=row[0].naming.parts[-1] if len(row) == 1 and len(row[0].naming.parts) > 1 else None,
        )


def _matches(
    ground: Context, pair: Pair, rows: Mapping[int, Sequence[_Item]], named: Mapping[int, frozenset[int]]
) -> Iterator[tuple[_Item, _Item]]:
    """The people of two sentences who stand in one place: each side names somebody whom the other does not."""
    one, other = named[pair.first], named[pair.second]
    if one <= other or other <= one:
        return
    for first in rows[pair.first]:
        # Who is named elsewhere in the other sentence has another part there.
        if first.people <= other:
            continue
        for second in rows[pair.second]:
            if not second.people <= one and not _are_kin(first, second) and all(_shared(ground, first, second)):
                yield first, second


def _are_kin(one: _Item, other: _Item) -> bool:
    """Whether two full names have one last part: that is one man (Tom, Thomas), or two of one family, and no "who"."""
    return one.last is not None and other.last is not None and are_alike(one.last, other.last)


def _shared(ground: Context, one: _Item, other: _Item) -> tuple[list[int], list[int]]:
    """Where the terms stand in the first of two sentences that both have near their people: before them, after them."""
    sides = [ground.terms_near(item.at, item.start, item.end, _REACH) for item in (one, other)]
    first = [
        {term for term, at in near.items() if _is_before(ground, item, at)}
        for item, near in zip((one, other), sides, strict=True)
    ]
    both = sides[0].keys() & sides[1].keys()
    before = [sides[0][term] for term in both if term in first[0] and term in first[1]]
    after = [sides[0][term] for term in both if term not in first[0] and term not in first[1]]
    return sorted(before), sorted(after)


def _is_before(ground: Context, item: _Item, at: int) -> bool:
    return ground.tokens_of(item.at)[at][0] < item.start


def _found(ground: Context, pair: Pair, one: _Item, other: _Item) -> Candidate:
    text, tokens = ground.sentences[one.at].text, ground.tokens_of(one.at)
    before, after = _shared(ground, one, other)
    left, right = (
        text[before_noun(text, tokens[before[0]][0], ground.sentences[one.at].language) : one.start],
        text[one.end : tokens[after[-1]][1]],
    )
    scene = " ".join(f"{left} … {right}".split())
    views = []
    for item in (one, other):
        passage = Passage(sentence=ground.sentences[item.at], start=item.start, end=item.end)
        views.append(Value(value=" ".join(passage.text.split()), passages=(passage,)))
    return Candidate(
        kind="name",
        about=label_participants(scene),
        views=tuple(views),
        weight=0.4 + pair.similarity / 2 + _COMPANY * (min(len(one.people), len(other.people)) > 1),
        why=f"sentences alike ({pair.similarity:.2f}) that put different people here: {scene}",
    )
