"""Whether words can name who speaks, and are not half a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from summarizer.languages.word_records import Words
from summarizer.nlp.dates.tense import is_past_verb
from summarizer.nlp.names.person_words import determiners_of, pronouns_of
from summarizer.nlp.speakers.speech_verbs import verbs_of

_LONGEST = 12  # words of a name with what belongs to it
_FIRST_PAST = 1  # a participle may follow the first word: "a retired officer"


class _Words(Words, section="speakers"):
    """Of the section "speakers" of a language what names somebody or nobody: its file says what each is."""

    never_first: frozenset[str]
    never_names: frozenset[str]
    said: frozenset[str]
    sayers: frozenset[str]
    relatives: frozenset[str]
    opening_pronouns: frozenset[str]
    possessive_names: frozenset[str]
    not_first: frozenset[str]
    never: frozenset[str]
    not_last: frozenset[str]
    objects: frozenset[str]
    alone: frozenset[str]
    people: frozenset[str]
    before_participles: frozenset[str]
    not_gerunds: frozenset[str]
    half_articles: frozenset[str]
    half_nouns: frozenset[str]
    plural_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]
    denying_endings: tuple[str, ...]
    possessives: tuple[str, ...]
    contraction: re.Pattern[str]
    odd: re.Pattern[str]
    possessive_end: re.Pattern[str]
    day: re.Pattern[str]
    month: re.Pattern[str]


def is_somebody(who: str, language: str) -> bool:
    """Tell whether words can name who speaks."""
    words = who.split()
    if not words or len(words) > _LONGEST or not who[0].isalnum():
        return False
    small = [word.casefold().rstrip(".,") for word in words]
    if _is_cut_wrong(who, words, small, language):
        return False
    if len(words) == 1:
        return _may_stand_alone(words[0], small[0], language)
    if _is_said_of(words, language) or _has_no_ends(words, small, language) or _is_clause(words, small, language):
        return False
    if any(mark in who for mark in ";:!?“”«»") and not re.search(r"\w [“\"]\w", who):
        return False
    return words[-1][0].isupper() or words[0][0].isupper() or _is_described(words, small, language)


def _has_no_ends(words: Sequence[str], small: Sequence[str], language: str) -> bool:
    """Whether words begin or end as no subject does."""
    known, pronouns = _Words.read(language), pronouns_of(language)
    return (
        small[0] in known.not_first
        or small[0] in pronouns - known.opening_pronouns
        or small[-1] in known.not_last
        or small[-1] in pronouns
        or words[-1] in known.objects
        or bool(known.contraction.match(small[0]))
        or bool(known.possessive_end.search(words[-1]))
    )


def _is_clause(words: Sequence[str], small: Sequence[str], language: str) -> bool:
    """Whether words tell something, or are half of what does."""
    known, last = _Words.read(language), words[-1]
    if not known.never.isdisjoint(word for word in words if word.islower()):
        return True
    if any(word.endswith(known.denying_endings) for word in small):
        return True
    if small[0].endswith(known.gerund_endings) and words[1][0].islower() and small[0] not in known.not_gerunds:
        return True
    if len(words) == 2 and small[0] in known.half_articles and small[1] in known.half_nouns:
        return True
    is_left = last.islower() and is_past_verb(last) and last not in known.people
    return is_left or _tells_what_happened(words, language)


def _may_stand_alone(word: str, small: str, language: str) -> bool:
    known = _Words.read(language)
    if small in pronouns_of(language):
        return small not in known.relatives
    is_possessive = small.endswith(known.possessives) and small[:-2] not in known.possessive_names
    if is_possessive or known.day.match(word) or known.month.match(word) or known.odd.search(small):
        return False
    if small in known.not_first or small in known.never or small in determiners_of(language):
        return False
    if known.contraction.match(small):
        return False
    return word[0].isupper() or small in known.alone or small.endswith(known.plural_endings)


def _tells_what_happened(words: Sequence[str], language: str) -> bool:
    """Whether a verb in the past stands inside, or with its object first: "Rain fell overnight and officials"."""
    known, determiners = _Words.read(language), determiners_of(language)
    if is_past_verb(words[0]) and words[1].casefold() in determiners:
        return True
    for at, word in enumerate(words[1:-1], start=1):
        before = words[at - 1].casefold()
        if not word.islower() or before in determiners or not is_past_verb(word):
            continue
        is_participle = before.endswith(known.adverb_endings) or before in known.before_participles
        if at == _FIRST_PAST or not is_participle:
            return True
    return False


def _is_described(words: Sequence[str], small: Sequence[str], language: str) -> bool:
    known = _Words.read(language)
    return (
        small[0] in determiners_of(language)
        or small[-1] in known.alone
        or small[-1].endswith(known.plural_endings)
        or any(word[0].isupper() for word in words)
    )


def _is_cut_wrong(who: str, words: Sequence[str], small: Sequence[str], language: str) -> bool:
    """Whether a cut left something: half a pair of brackets, dots alone at the end, a word or a verb at the start."""
    known, first = _Words.read(language), small[0]
    # "Elsewhere, police", "back in July-- Roe"; "Per Olsson" and "Back Bay Books" are names.
    is_lead = first in known.never_first and (first in known.never_names or words[1:2] == small[1:2])
    return is_lead or words[0] in verbs_of(language).free or not small[-1] or who.count("(") != who.count(")")


def _is_said_of(words: Sequence[str], language: str) -> bool:
    """Whether words are what is said, and who denies it: "a claim Roe", "an allegation the ministry"."""
    known = _Words.read(language)
    for word, after in pairwise(words[:4]):
        if word in known.said:
            return after[0].isupper() or after in known.sayers
    return False
