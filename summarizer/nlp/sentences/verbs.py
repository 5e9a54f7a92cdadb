"""Whether a stretch of text can hold a verb: fragments such as "The cabin of a plane." cannot."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from summarizer.languages.data_sections import find_section
from summarizer.languages.word_records import Words

_FEWEST, _MOST = 3, 24  # words; longer ones all but always hold a verb
_LONGEST_ENDING = 3  # letters of a word that are no more than an ending
_MARKS = '“”":;!'  # what stands beside them is of another sentence, or in somebody's own manner
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_HYPHENS = ("-", "\u2010", "\u2011")
_WORD_AND_HYPHEN = re.compile(rf"{_WORD.pattern}|[{''.join(_HYPHENS)}]")


class Verbs(Words):
    """What tells verbs from other words in one language; the data file says what each is for."""

    auxiliaries: frozenset[str]
    verbs: frozenset[str]
    alone: frozenset[str]
    nouns_too: frozenset[str]
    before_verbs: frozenset[str]
    past_ending: str
    before_nouns: frozenset[str]
    lemma_endings: tuple[tuple[str, str], ...]
    no_endings: tuple[str, ...]
    modals: frozenset[str]
    between: frozenset[str]
    adverb_ending: str
    saying: frozenset[str]
    so: frozenset[str]
    subjects: frozenset[str]
    joining: frozenset[str]
    telling: frozenset[str]


@cache
def find_verbs(language: str | None) -> Verbs | None:
    """Return the verbs of a language; None where they are not known."""
    section = find_section(language, "verbs")
    if section is None:
        return None
    verbs = section.words("auxiliaries") | section.words("past") | section.words("plain")
    endings = (entry.partition("=") for entry in section.listed("endings"))
    return section.fill(
        Verbs,
        verbs=verbs,
        alone=verbs - section.words("nouns_too"),
        lemma_endings=tuple((ending, plain) for ending, _, plain in endings),
    )


def lacks_verb(text: str, language: str) -> bool:
    """Tell whether a sentence surely has no verb but perhaps a command, so that it tells nothing by itself."""
    known = find_verbs(language)
    if known is None or text.count(" ") >= _MOST or any(map(text.__contains__, _MARKS)):
        return False
    if not known.verbs.isdisjoint(text.lower().split()[1:]):  # most sentences need no closer look
        return False
    before = None
    words, is_told = 0, False
    for match in _WORD.finditer(text):
        if _may_be_verb(match, before, known):
            return False
        words += 1
        is_told = is_told or match.group().lower() in known.telling
        before = match
    return is_told and words >= _FEWEST


def holds_verb(text: str, language: str) -> bool:
    """Tell whether a stretch of a sentence holds a verb: one of a list, in any form, or a word in -ed.

    A verb that is in no list is missed. Verbs of saying do not count, nor what is a noun as often ("visit") unless it
    stands after "to", "will" and the like, nor a word in -ed after an article, a preposition or a hyphen.

    Examples:
        >>> holds_verb("the talks ended", "en"), holds_verb("talks on their differences", "en")
        (True, False)
    """
    words = [match.group().lower() for match in _WORD_AND_HYPHEN.finditer(text)]
    return any(is_verb(word, before, language) for before, word in pairwise(("", *words)))


def is_verb(word: str, before: str, language: str) -> bool:
    """Tell whether a word is a verb, as `holds_verb` does, by itself and the word before it; both casefolded."""
    known = find_verbs(language)
    if known is None or word in known.saying or (before in known.so and word.endswith(known.past_ending)):
        return False
    if before in known.modals and word.isalpha():
        return word not in known.between and not word.endswith(known.adverb_ending)
    if word in known.verbs:
        return word not in known.nouns_too or before in known.before_verbs
    for ending, plain in known.lemma_endings:
        if word.endswith(ending) and word.removesuffix(ending) + plain in known.alone:
            return True
    return word.endswith(known.past_ending) and before not in known.before_nouns and before not in _HYPHENS


def _may_be_verb(match: re.Match[str], before: re.Match[str] | None, known: Verbs) -> bool:
    word, small = match.group(), match.group().lower()
    if small in known.subjects or "'" in word or "’" in word:
        return True
    if small in known.verbs:
        return before is not None  # the first word may be a command
    if before is not None and word[0].isupper():
        return False
    if small in known.joining or small.endswith(known.past_ending):
        return True
    is_counted = (
        before is not None and match.start() - before.end() == 1 and before.group().lower() in known.before_nouns
    )
    is_form = any(small.endswith(ending) for ending, _ in known.lemma_endings) and not small.endswith(known.no_endings)
    return is_form and not is_counted and len(small) > _LONGEST_ENDING
