"""References to the sentence before: a first pronoun, "this method", an answer without its question."""

from __future__ import annotations

import re

from summarizer.languages.word_records import Words
from summarizer.nlp.tokens import strip_quotations

_POINTING_LIMIT = 42  # characters: further on, what it points at may stand in the sentence
_POINTED_AT = 60  # more characters of what points
_THAT_LIMIT = 90  # characters


class DanglingReferences(Words, section="dangling_references"):
    """What refers to the sentence before in one language; the data file says what each is for."""

    shell_nouns: frozenset[str]
    such_words: frozenset[str]
    later_marks: tuple[str, ...]
    such_marks: tuple[str, ...]
    pointed_marks: tuple[str, ...]
    pair_marks: tuple[str, ...]
    orphan: re.Pattern[str]
    expletive: re.Pattern[str]
    quoted_expletive: re.Pattern[str]
    says_what_it_is: re.Pattern[str]
    says_much_of_it: re.Pattern[str]
    shell: re.Pattern[str]
    such: re.Pattern[str]
    later_pronoun: re.Pattern[str]
    leaning: re.Pattern[str]
    name_inside: re.Pattern[str]
    placed: re.Pattern[str]
    it_placed: re.Pattern[str]
    pointed: re.Pattern[str]
    to_that: re.Pattern[str]
    of_them: re.Pattern[str]
    pointing_opening: re.Pattern[str]
    described: re.Pattern[str]
    pair: re.Pattern[str]
    name_or_and: re.Pattern[str]
    done_to: re.Pattern[str]
    answer: re.Pattern[str]
    connected: re.Pattern[str]


def opens_as_orphan(text: str, language: str) -> bool:
    """Tell whether a sentence opens with a pronoun or a noun for what was told before."""
    own = DanglingReferences.find(language)
    return own is not None and bool(own.orphan.match(text)) and not own.expletive.match(text)


def quotes_a_pointer(text: str, language: str) -> bool:
    """Tell whether a quotation that opens with a pronoun can be followed none the less: "This is a case about …"."""
    own = DanglingReferences.find(language)
    patterns = (own.quoted_expletive, own.says_what_it_is, own.says_much_of_it) if own else ()
    return any(pattern.match(text) for pattern in patterns)


def opens_connected(text: str, language: str) -> bool:
    """Tell whether a sentence opens with a word that ties it to another."""
    own = DanglingReferences.find(language)
    return own is not None and bool(own.connected.match(text))


def ends_on_shell(text: str, language: str) -> bool:
    """Tell whether a sentence means by "the issue", at its end, or by "such a mission" what another has told."""
    own = DanglingReferences.find(language)
    if own is None:
        return False
    return bool(own.shell.fullmatch(text)) or (_holds(text, own.such_marks) and bool(own.such.search(text)))


def leans_later(text: str, language: str) -> bool:
    """Tell whether a pronoun is the subject after an opening that names nobody: "On Sunday, he …"."""
    own = DanglingReferences.find(language)
    if own is None:
        return False
    if own.leaning.match(text):
        return True
    if not _holds(text, own.later_marks):
        return False
    match = own.later_pronoun.match(text)
    if match is not None and not own.name_inside.search(match.group()):
        return True
    return bool(own.placed.match(text) or own.it_placed.match(text))


def points_back(text: str, language: str) -> bool:
    """Tell whether a sentence points at one before it: "The researchers tested this method", "Two of them died"."""
    own = DanglingReferences.find(language)
    if own is None:
        return False
    if any(pattern.match(text) for pattern in (own.pointing_opening, own.of_them, own.described, own.done_to)):
        return True
    pair = own.pair.search(text) if _holds(text, own.pair_marks) else None
    if pair and not own.name_or_and.search(text, 0, pair.start()):
        return True
    if own.to_that.search(text) and _means_what_was_told(strip_quotations(text), own):
        return True
    if not _holds(text, own.pointed_marks):
        return False
    match = own.pointed.search(strip_quotations(text), 0, _POINTING_LIMIT + _POINTED_AT)
    return match is not None and match.start() <= _POINTING_LIMIT and "," not in text[: match.start()]


def _holds(text: str, marks: tuple[str, ...]) -> bool:
    return any(map(text.__contains__, marks))


def _means_what_was_told(text: str, own: DanglingReferences) -> bool:
    match = own.to_that.search(text)
    if match is None or match.start() > _THAT_LIMIT:
        return False
    return match["noun"].lower() not in text[: match.start()].lower()


def is_answer(text: str, language: str) -> bool:
    """Tell whether a sentence answers a question that it does not hold: "No," the minister said."""
    own = DanglingReferences.find(language)
    return own is not None and bool(own.answer.match(text))
