"""Whom "he" and "them" can mean, and how a speaker is described between commas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from summarizer.languages.word_records import Words
from summarizer.nlp.names.person_names import PersonName
from summarizer.nlp.names.person_words import is_name, is_personal, is_word_for_person
from summarizer.nlp.tokens import strip_quotations

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*[.]?")
_SHORTEST_WITH_ENDING = 5
_SHORTEST_PLURAL = 4
_LONGEST = 12  # words of a name and what describes it
_SHORT = re.compile(r"^[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}$")


class _Words(Words, section="antecedents"):
    """The section "antecedents" of a language: its file says what each is."""

    one: frozenset[str]
    many: frozenset[str]
    speakers: tuple[str, ...]
    persons: frozenset[str]
    person_endings: tuple[str, ...]
    not_persons: frozenset[str]
    groups: frozenset[str]
    bodies: frozenset[str]
    not_plurals: frozenset[str]
    not_names: frozenset[str]
    days: frozenset[str]
    adverb_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    not_plural_endings: tuple[str, ...]
    possessives: tuple[str, ...]
    pronoun: re.Pattern[str]
    speaking: re.Pattern[str]


def lacks_antecedent(text: str, language: str, speaker: str | None = None) -> bool:
    """Tell whether "he", "them" and the like stand in a sentence that names nobody whom they could mean.

    What may be a name or a person counts for one, before the pronoun or, as in "As he did last week, Trump …", behind
    the comma that ends such an opening. What stands between quotation marks is not looked at.

    Args:
        text: A sentence.
        language: The code of its language.
        speaker: Who says it, where its report tells: he is named beside it, and may be the one who "said".
    """
    known = _Words.read(language)
    if not known.pronoun.search(text):
        return False
    plain = strip_quotations(text)
    if speaker:
        plain = known.speaking.sub(" ", plain)
    words = _WORD.findall(plain)
    small = [word.lower() for word in words]
    for pronouns, names in ((known.one, _names_one), (known.many, _names_many)):
        if pronouns.isdisjoint(small):
            continue
        at = next(i for i, word in enumerate(small) if word in pronouns)
        if names(words[:at], language):
            continue
        if small[0] in known.not_names and plain[0] not in '“"':
            _, comma, rest = _after(plain, at).partition(",")
            if comma and names(["", *_WORD.findall(rest)], language):
                continue
        return True
    return False


def _after(text: str, at: int) -> str:
    """What stands behind one of the words of a text."""
    return text[next(islice(_WORD.finditer(text), at, None)).end() :]


def is_said_by_nobody(text: str, language: str) -> bool:
    """Tell whether "he said" stands in a sentence that does not tell who he is, and all else in it is plain."""
    known = _Words.read(language)
    may_say = any(f"{word} " in text for word in known.speakers)
    if not may_say or not known.speaking.search(strip_quotations(text)):
        return False
    return lacks_antecedent(text, language) and not lacks_antecedent(text, language, "somebody")


def _names_one(words: Sequence[str], language: str) -> bool:
    return any(_is_name(word, at, language) or _is_person(word, language) for at, word in enumerate(words))


def _names_many(words: Sequence[str], language: str) -> bool:
    return _names_one(words, language) or any(_is_many(word.lower(), language) for word in words)


def opens_as_name(word: str, language: str | None) -> bool:
    """Tell whether a sentence's first word may be a name, not one such as "Later"."""
    return _is_name(word, 0, language or "")


def _is_name(word: str, at: int, language: str) -> bool:
    """Whether a capital letter makes a word a name: not that of a day, nor that of a sentence's first word, "After"."""
    known = _Words.read(language)
    if not word[:1].isupper():
        return False
    small = word.lower().rstrip(".")
    if small in known.days:
        return False
    return at > 0 or (small not in known.not_names and not small.endswith(known.adverb_endings))


@lru_cache(maxsize=8192)
def _is_person(word: str, language: str) -> bool:
    known = _Words.read(language)
    small = word.lower().rstrip(".")
    for ending in known.possessives:
        small = small.removesuffix(ending)
    small = small.rpartition("-")[2]
    if small in known.not_persons:
        return False
    is_doer = len(small) >= _SHORTEST_WITH_ENDING and small.endswith(known.person_endings)
    return is_doer or small in known.persons or is_word_for_person(small, language)


def _is_many(small: str, language: str) -> bool:
    """Whether a word tells of several persons, or of a body."""
    known = _Words.read(language)
    if small in known.groups or small in known.bodies:
        return True
    small = small.rstrip(".")
    is_plural = len(small) >= _SHORTEST_PLURAL and small.endswith(known.plural_endings)
    return is_plural and not small.endswith(known.not_plural_endings) and small not in known.not_plurals


class _Descriptions(Words, section="descriptions"):
    """The section "descriptions" of a language: its file says what each is."""

    verbs: frozenset[str]
    belonging: tuple[str, ...]
    apposition: re.Pattern[str]
    sure: re.Pattern[str]
    stops: re.Pattern[str]


def opens_apposition(words: str, language: str) -> bool:
    """Tell whether words begin as a description of a person does."""
    return bool(_Descriptions.read(language).apposition.match(words))


def length_of_descriptions(rest: str, language: str, *, must_close: bool = False) -> int:
    """How far descriptions of the speaker run: up to what is none, or may be something else."""
    known, end = _Descriptions.read(language), 0
    for match in re.finditer(r",\s([^,;:]{1,120})", rest):
        if match.start() != end or (must_close and rest[match.end() : match.end() + 2] != ", "):
            break
        words = match[1]
        stops = known.stops.search(words)
        plain = words[: stops.start()] if stops else words
        is_short = end and not must_close and _SHORT.match(plain.strip())
        if not (_describes(plain, language, is_sure=must_close) or is_short):
            break
        end = match.start(1) + len(plain.rstrip())
        if stops:
            break
    return end


def describe_name(text: str, naming: PersonName, language: str) -> tuple[int, int]:
    """Return where a name starts, and where what surely describes the person behind it ends: "Jane Doe, 34"."""
    end = naming.end + length_of_descriptions(text[naming.end :], language, must_close=True)
    return naming.start, end if len(text[naming.start : end].split()) <= _LONGEST else naming.end


def _describes(words: str, language: str, *, is_sure: bool) -> bool:
    """Whether words between commas describe a person; where more of the sentence follows, that must be sure."""
    known = _Descriptions.read(language)
    if is_name(words.strip(), language) or known.sure.match(words):
        return True
    if not known.apposition.match(words) or not known.verbs.isdisjoint(words.split()):
        return False
    for word in known.belonging:
        words = words.split(f" {word} ")[0]
    return not is_sure or is_personal(words, language)
