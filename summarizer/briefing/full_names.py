"""Full names of people and speakers whom a point calls by their last name alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import repeat
from typing import NamedTuple

from summarizer.languages.word_records import Words
from summarizer.model import Briefing, Document, Introduction, Point, Section, Sentence, Span
from summarizer.nlp.dates.relative_dates import has_weekday
from summarizer.nlp.names.coreference import describe_name, opens_as_name
from summarizer.nlp.names.person_names import PersonName, find_names, is_role
from summarizer.nlp.names.person_words import gender_of
from summarizer.nlp.tokens import stop_words

_GOES_ON = re.compile(r"[ -][A-Z]|-")
_REACH = 40  # characters before a last name in which a given one is looked for
_CLOSING = (",", ";", ":", "”", '"', ")", "—", "–")


_GIVEN_NAME = r"(?<![\w’'-])(?P<given>[A-Z][\w’'-]+)\.? (?:[A-Z]\. )?"


class _Words(Words, section="introductions"):
    """What tells in one language who is meant by a last name; the data file says what each is for."""

    language: str
    made_by: frozenset[str]
    of_things: tuple[str, ...]
    of_places: tuple[str, ...]
    owning: tuple[str, ...]
    polite_before: re.Pattern[str]
    given: re.Pattern[str]
    thing: re.Pattern[str]
    pronoun: re.Pattern[str]


class _Mention(NamedTuple):
    """A name in a sentence."""

    sentence: Sentence
    naming: PersonName


def introduce_persons(briefing: Briefing, sentences: Sequence[Sentence], common: Collection[str]) -> Briefing:
    """Add to each point who is meant by a last name that it uses alone, where nothing up to it tells.

    Only where that is certain: the point's own report gave the full name before, no report knows another person or a
    body or place of that name, and the next pronoun in the point is not of the other gender.

    Args:
        briefing: A briefing.
        sentences: All sentences.
        common: Words that the reports write small somewhere, casefolded.
    """
    place_of = {(one.document, one.span.start): one for one in sentences if _Words.find(one.language)}
    names = find_names((point.text for point in briefing.points), common, repeat("en"))
    told = set(_full_names([briefing.title], common))

    def introduce(point: Point) -> Point:
        own = next(names)
        told.update(naming.parts[-1] for naming in own if len(naming.parts) > 1)
        told.update(_full_names([point.speaker] if point.speaker else [], common))
        printed = place_of.get((point.citations[0].document, point.citations[0].span.start))
        words = _Words.find(printed.language) if printed else None
        alone = [one for one in own if words and _stands_alone(point.text, one, words) and one.parts[0] not in told]
        before = [one for one in sentences if printed and _is_before(one, printed)] if alone else []
        found = tuple(_introduce(alone, point.text, before, sentences, common, words)) if words and alone else ()
        told.update(one.name for one in found)
        return replace(point, people=found)

    sections = []
    for section in briefing.sections:
        told.update(_full_names([section.heading] if section.heading else [], common))
        sections.append(replace(section, points=tuple(map(introduce, section.points))))
    return replace(briefing, sections=tuple(sections))


def _full_names(texts: Sequence[str], common: Collection[str]) -> Iterator[str]:
    """The last parts of names that are given in full."""
    for names in find_names(texts, common, repeat("en")):
        yield from (naming.parts[-1] for naming in names if len(naming.parts) > 1)


def _introduce(
    alone: Sequence[PersonName],
    text: str,
    before: Sequence[Sentence],
    sentences: Sequence[Sentence],
    common: Collection[str],
    words: _Words,
) -> Iterator[Introduction]:
    """The persons whom a text calls by their last names, as the sentences before it in its report call them in full."""
    earlier = frozenset(one.id for one in before)
    for naming in alone:
        name = naming.parts[0]
        if not any(_may_be_full(name, one.text, words) for one in before):
            continue
        full = _find_person(name, sentences, common, words)
        first = next((one for one in full if one.sentence.id in earlier), None)
        if first is not None and _agrees(first.naming, text, naming.end, words):
            start, end = describe_name(first.sentence.text, first.naming, words.language)
            offset = first.sentence.span.start
            told = " ".join(first.sentence.text[start:end].split())
            yield Introduction(name=name, words=told, span=Span(start=offset + start, end=offset + end))


def _is_before(one: Sentence, other: Sentence) -> bool:
    return one.document == other.document and one.position < other.position


def _stands_alone(text: str, naming: PersonName, words: _Words) -> bool:
    """Whether a name stands by itself, or behind "Mr.", and not within one that holds more."""
    if len(naming.parts) > 1 or naming.role or _GOES_ON.match(text, naming.end):
        return False
    before = text[: naming.start]
    *others, last = before.split() or [""]
    is_capital = last[:1].isupper() and not last.endswith(_CLOSING)  # "Ramsey,” Wood told …" are two
    is_part = bool(others) and (is_capital or (last in words.made_by and others[1:] and others[-1][0].isupper()))
    return not is_part or bool(words.polite_before.search(before))  # "Furs by Graf"


def _may_be_full(name: str, text: str, words: _Words) -> bool:
    """Whether a word that may be a given name stands before a name: a quick look before the close one."""
    given = (words.given.search(text, max(0, at - _REACH), at) for at in _starts_of(name, text))
    small = stop_words(words.language)
    return any(one and not is_role(one[1], words.language) and one[1].lower() not in small for one in given)


def _starts_of(name: str, text: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _find_person(name: str, sentences: Sequence[Sentence], common: Collection[str], words: _Words) -> list[_Mention]:
    """Where the only person of a name is named in full, in all reports; nowhere where there may be two, or a body."""
    holders = [one for one in sentences if name in one.text]
    if any(_names_no_person(name, one.text, words) for one in holders):
        return []
    found = find_names([one.text for one in holders], common, repeat(words.language))
    mentions = [
        _Mention(sentence=one, naming=naming)
        for one, names in zip(holders, found, strict=True)
        for naming in names
        if name in naming.parts and (naming.start or opens_as_name(naming.parts[0], words.language))
    ]
    full = [one for one in mentions if len(one.naming.parts) > 1]
    roles = {one.naming.role for one in full if one.naming.role}
    single = {one.naming.role for one in mentions if len(one.naming.parts) == 1 and one.naming.role}
    is_one = all(one.naming.parts[-1] == name for one in full) and len({one.naming.parts[0] for one in full}) == 1
    return full if is_one and single <= roles and _is_person(full, words) else []


def _names_no_person(name: str, text: str, words: _Words) -> bool:
    """Whether a sentence uses a name as that of a body or place: "the Gallup poll", "Gallup Editor", "in Darby"."""
    for at in _starts_of(name, text):
        end = at + len(name)
        if text.endswith(words.of_things, 0, at) or words.thing.match(text, end):
            return True
        if text.endswith(words.of_places, 0, at) and not text.startswith(words.owning, end):
            return True
    return False


def _is_person(full: Sequence[_Mention], words: _Words) -> bool:
    who = " ".join(full[0].naming.parts)
    spoke = any((one.sentence.speaker or "").endswith(who) for one in full)
    is_given = gender_of(full[0].naming.parts[0], words.language) is not None
    return spoke or is_given or any(one.naming.is_person for one in full)


def _agrees(naming: PersonName, text: str, at: int, words: _Words) -> bool:
    """Whether the next pronoun behind a name, if any, can be the person's."""
    gender, pronoun = gender_of(naming.parts[0], words.language), words.pronoun.search(text, at)
    return gender is None or pronoun is None or (gender == "he") == (pronoun["he"] is not None)


def name_speakers(
    sections: Iterable[Section], documents: Sequence[Document], sentences: Iterable[Sentence]
) -> tuple[Section, ...]:
    """Give each speaker in full whom a point calls by the last name alone, and no point up to it by more.

    The reports must know one person of that name: where two given names stand before it, nobody is named.

    Args:
        sections: The sections of a briefing.
        documents: The reports.
        sentences: All sentences: who speaks there in full is a person.
    """
    texts = [document.text for document in documents]
    people = {sentence.speaker for sentence in sentences if sentence.speaker}
    told: list[str] = []

    def name(points: Sequence[Point]) -> Iterator[Point]:
        for point in points:
            told.append(" ".join(point.text.split()))
            last = _last_name(point.speaker)
            given = _given_names(last, texts) if last and not _given_names(last, told) else ()
            if len(given) == 1:
                full = f"{next(iter(given))} {last}"
                if gender_of(next(iter(given)), "en") or any(who.endswith(full) or f"{full}," in who for who in people):
                    point = replace(point, speaker=full)
                    told.append(full)
            yield point

    return tuple(replace(section, points=tuple(name(section.points))) for section in sections)


def _last_name(speaker: str | None) -> str | None:
    """The last name by which alone, or with a title, somebody is called."""
    *before, last = (speaker or "").split() or [""]
    return (
        last if last[:1].isupper() and all(is_role(one, "en") for one in before) and not is_role(last, "en") else None
    )


def _given_names(last: str, texts: Iterable[str]) -> set[str]:
    """The given names that stand before a last name."""
    pattern = re.compile(rf"{_GIVEN_NAME}{re.escape(last)}(?![\w-])")
    found = {match["given"] for text in texts if last in text for match in pattern.finditer(text)}
    return {
        one
        for one in found
        if not is_role(one, "en") and not has_weekday(one) and one.casefold() not in stop_words("en")
    }
