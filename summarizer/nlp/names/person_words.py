"""Words for persons: titles, pronouns, nouns, and whether words name a person."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.languages.word_records import Words

# Small words within names, which they keep in reports of any language.
_PARTICLES = frozenset("de van von al bin da der la".split())


class _Words(Words, section="persons"):
    """The section "persons" of a language: its file says what each is."""

    pronouns: frozenset[str]
    personal_pronouns: frozenset[str]
    other_pronouns: frozenset[str]
    plural_pronouns: frozenset[str]
    determiners: frozenset[str]
    articles: frozenset[str]
    joining: frozenset[str]
    addresses: frozenset[str]
    nouns: frozenset[str]
    plural_endings: tuple[str, ...]
    bodies: frozenset[str]
    unshortened: frozenset[str]
    places: frozenset[str]
    locating: tuple[str, ...]
    following: frozenset[str]
    papers: tuple[str, ...]
    genders: Mapping[str, str]
    thing: re.Pattern[str]
    day: re.Pattern[str]


def pronouns_of(language: str) -> frozenset[str]:
    """Return the words that stand for a name."""
    return _Words.read(language).pronouns


def determiners_of(language: str) -> frozenset[str]:
    """Return the words that stand before a word for a person."""
    return _Words.read(language).determiners


def means_one_person(pronoun: str, language: str) -> bool:
    """Tell whether a pronoun means one person: "he"."""
    return pronoun.casefold() in _Words.read(language).personal_pronouns


def means_several(pronoun: str, language: str) -> bool:
    """Tell whether a pronoun means several: "they"."""
    return pronoun.casefold() in _Words.read(language).plural_pronouns


def is_word_for_person(word: str, language: str) -> bool:
    """Tell whether a word, in small letters, tells what a person is: "mayor"."""
    return word in _Words.read(language).nouns


def is_personal(who: str, language: str) -> bool:
    """Tell whether words surely name one person: two names or more, a title and a name, or "the mayor"."""
    known, words = _Words.read(language), who.split()
    if who.casefold() in known.pronouns or not known.articles.isdisjoint(words[1:2]):  # "Read the Morning Post"
        return False
    small = [word.casefold().strip(".,") for word in words]
    if small[-1] in known.nouns or (small[0] in known.addresses and len(words) > 1):
        return True
    names = [word for word in words if word[0].isupper()]
    if len(names) < 2 or not words[-1][0].isupper() or not known.joining.isdisjoint(small) or small[-1] in known.bodies:
        return False
    return small[0] not in known.articles or not known.nouns.isdisjoint(small)


def is_name(words: str, language: str) -> bool:
    """Tell whether words are the full name of a person and nothing else: two to four, all with capitals, no place."""
    known, parts = _Words.read(language), words.split()
    if not 2 <= len(parts) <= 4:
        return False
    first = parts[0].casefold()
    return (
        all(part[0].isupper() or part in _PARTICLES for part in parts)
        and all(re.fullmatch(r"[\w.’'“”\"-]+", part) and not part.isdigit() for part in parts)
        and first not in known.places
        and not known.day.match(parts[0])
        and first not in known.determiners
        and first not in known.personal_pronouns | known.other_pronouns
        and parts[-1].casefold() not in known.bodies
    )


def is_description(who: str, language: str) -> bool:
    """Tell whether words describe a person without a name: "the head of the agency", "its director"."""
    known, words = _Words.read(language), who.split()
    is_title = words[-1].casefold() in known.nouns  # "Facebook founder and CEO, Mark Zuckerberg"
    return is_title or (
        words[0].casefold() in known.determiners and any(one.casefold() in known.nouns for one in words)
    )


def ends_as_name(who: str, language: str) -> bool:
    """Tell whether words end with a name, or with what a person is."""
    last = who.split()[-1]
    return last[0].isupper() or _are_persons(last, language)


def _are_persons(word: str, language: str) -> bool:
    """Whether a word tells what persons are, of one or of several: "mayor", "mayors"."""
    known = _Words.read(language)
    small = word.casefold()
    return small in known.nouns or any(small.removesuffix(ending) in known.nouns for ending in known.plural_endings)


def ends_in_place(who: str, language: str) -> bool:
    """Tell whether the name at the end is that of a place, and nobody stands there: "many of them in Homs"."""
    before, _, name = who.rpartition(" ")
    is_place = name[:1].isupper() and any(f" {word} " in who for word in _Words.read(language).locating)
    return is_place and not any(_are_persons(word, language) for word in before.split())


def shorten(who: str, language: str) -> str:
    """Leave off what follows a person's full name: "Peter Loy of the fishing cooperative"."""
    known, words = _Words.read(language), who.split()
    for at, word in enumerate(words[2:], start=2):
        if word in known.following and at + 1 < len(words):
            before = words[:at]
            is_named = before[-1][0].isupper() and before[-2][0].isupper()
            is_title = before[-1].casefold() in known.nouns  # "Gallup Editor in Chief Jane Roe"
            small = {part.casefold().strip(".,") for part in before}
            if is_named and not is_title and small.isdisjoint(known.bodies) and small.isdisjoint(known.unshortened):
                return " ".join(before)
            return who
    return who


def gender_of(who: str, language: str | None) -> str | None:
    """Return "he" or "she" where a first name, a title or a word for a person tells; None where it does not."""
    genders = _Words.read(language or "").genders
    small = (word.casefold().strip(".,") for word in who.split())
    return next((genders[word] for word in small if word in genders), None)


def may_be_meant(pronoun: str, who: str, language: str) -> bool:
    """Tell whether a pronoun can stand for a speaker: "he" is no report and no Jane, "it" and "they" no person."""
    known, small = _Words.read(language), pronoun.casefold()
    if small in known.personal_pronouns:
        return not known.thing.search(who) and gender_of(who, language) in (None, small)
    is_paper = small in known.plural_pronouns and who.casefold().endswith(known.papers)
    return small in known.other_pronouns and not is_personal(who, language) and not is_paper
