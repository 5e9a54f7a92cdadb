"""Different spellings of one person's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from summarizer.nlp.names.person_names import PersonName, are_alike, sound

Key = tuple[str, ...]
_GOES_ON = 2  # times that a report uses a part of a name alone: then it is that of a person
_CROWD = 40  # names that share a part or a sound: beyond that, the part tells nothing


class Mention(NamedTuple):
    """A name in a sentence of a report; reports and sentences go by any numbers or ids that tell them apart."""

    report: str
    sentence: int
    naming: PersonName


class Person(NamedTuple):
    """One person, under every spelling that reports use.

    Attributes:
        spellings: The mentions of each spelling, the spelling of most reports first.
    """

    spellings: tuple[tuple[Mention, ...], ...]


def find_persons(mentions: Sequence[Mention]) -> list[Person]:
    """Find the people whom reports name, those with several spellings as one.

    Two full names are of one person where their first parts and their last are equal or alike, and no sentence holds
    both; nor one report, where only their first parts differ: that makes two people. A single name that its report
    never introduces in full is a spelling of one whom it does introduce, where it sounds like the part that reports use
    alone.

    Args:
        mentions: All names of all reports, in order.
    """
    full = _by_key([mention for mention in mentions if len(mention.naming.parts) > 1])
    alone = _by_key([mention for mention in mentions if len(mention.naming.parts) == 1])
    full = {key: found for key, found in full.items() if not _is_run_together(key, full, alone)}
    joined = {key: key for key in full}
    for first, second in _candidates(full):
        if _is_one(full[first], full[second], first, second):
            one, other = sorted((_root(joined, first), _root(joined, second)))
            joined[other] = one
    groups: dict[Key, list[Key]] = {}
    for key in full:
        groups.setdefault(_root(joined, key), []).append(key)
    groups = {root: keys for root, keys in groups.items() if any(_is_person(key, full[key], alone) for key in keys)}
    spelled = {root: {key: list(full[key]) for key in keys} for root, keys in groups.items()}
    for root, key, found in _unintroduced(full, alone, joined):
        if root in spelled:
            spelled[root].setdefault(key, []).extend(found)
    return [Person(spellings=_ordered(spellings)) for spellings in spelled.values()]


def _by_key(mentions: Sequence[Mention]) -> dict[Key, list[Mention]]:
    """The mentions of each name; names that only a hyphen or a blank tells apart are one: Muñoz-Peña, Munoz Pena."""
    found: dict[str, tuple[Key, list[Mention]]] = {}
    for mention in mentions:
        found.setdefault("".join(mention.naming.key), (mention.naming.key, []))[1].append(mention)
    return dict(found.values())


def _is_person(key: Key, found: Sequence[Mention], alone: dict[Key, list[Mention]]) -> bool:
    """Whether a full name is a person's: the text shows it, or a report that gives it goes on with a part of it."""
    if any(mention.naming.is_person for mention in found):
        return True
    reports = {mention.report for mention in found}
    used = [mention for part in (key[0], key[-1]) for mention in alone.get((part,), ())]
    return sum(mention.report in reports for mention in used) >= _GOES_ON


def _is_run_together(key: Key, full: dict[Key, list[Mention]], alone: dict[Key, list[Mention]]) -> bool:
    """Whether a name is two people's, side by side: each part is used alone, and stands in the full name of another."""
    return len(key) == 2 and all(
        (part,) in alone and any(part in other for other in full if other != key and set(other) & set(key) == {part})
        for part in key
    )


def _candidates(full: dict[Key, list[Mention]]) -> Iterator[tuple[Key, Key]]:
    """Names that share a part, or the sounds of their ends: only they are compared."""
    blocks: dict[tuple[str, ...], list[Key]] = {}
    for key in full:
        for block in dict.fromkeys(
            (("part", key[0]), ("part", key[-1]), ("sounds", sound(key[0])[:1], sound(key[-1])[:1]))
        ):
            blocks.setdefault(block, []).append(key)
    pairs = {pair: None for block in blocks.values() if len(block) <= _CROWD for pair in combinations(block, 2)}
    yield from pairs


def _is_one(first: Sequence[Mention], second: Sequence[Mention], one: Key, other: Key) -> bool:
    ends = ((one[0], other[0]), (one[-1], other[-1]))
    if one[-1] == f"{other[-1]}s" or other[-1] == f"{one[-1]}s":
        return False  # a plural, or a company's name
    if one[-1] == other[-1] and (one[0].startswith(other[0]) or other[0].startswith(one[0])):
        return False  # Steve is Steven
    if len(one) != len(other) or not all(are_alike(*end) for end in ends):
        return False
    if {mention.sentence for mention in first} & {mention.sentence for mention in second}:
        return False
    same_report = {mention.report for mention in first} & {mention.report for mention in second}
    return not (same_report and one[-1] == other[-1])


def _root(joined: dict[Key, Key], key: Key) -> Key:
    while joined[key] != key:
        key = joined[key]
    return key


def _unintroduced(
    full: dict[Key, list[Mention]], alone: dict[Key, list[Mention]], joined: dict[Key, Key]
) -> Iterator[tuple[Key, Key, list[Mention]]]:
    """Single names that no report gives in full, each with the person whom its report introduces under a like name."""
    parts = {part for key in full for part in key}
    introduced: dict[str, list[Key]] = {}
    for key, found in full.items():
        for report in dict.fromkeys(mention.report for mention in found):
            introduced.setdefault(report, []).append(key)
    called = Counter({key[0]: len({mention.report for mention in found}) for key, found in alone.items()})
    called_by = {key: _called_by(key, called) for key in full}
    for (name,), found in alone.items():
        if name in parts or called[name] != 1:
            continue
        for mention in found:
            if not mention.naming.is_person and mention.naming.companion not in parts:
                continue
            roots = {
                _root(joined, key): None
                for key in introduced.get(mention.report, ())
                if are_alike(name, called_by[key])
            }
            if len(roots) == 1:
                yield next(iter(roots)), (name,), [mention]


def _called_by(key: Key, called: Counter[str]) -> str:
    """The part of a full name by which reports go on: that which they use alone most; else the last."""
    return max(reversed((key[0], key[-1])), key=lambda part: called[part])


def _ordered(spellings: dict[Key, list[Mention]]) -> tuple[tuple[Mention, ...], ...]:
    ordered = sorted(spellings, key=lambda key: (-len(key), -len({m.report for m in spellings[key]}), key))
    return tuple(tuple(spellings[key]) for key in ordered)
