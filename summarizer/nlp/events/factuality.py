"""Factuality: whether a sentence asserts, denies or leaves open what one of its clauses tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from summarizer.nlp.dates.tense import is_past_verb
from summarizer.nlp.events.event_words import EventWords, event_words
from summarizer.nlp.tokens import spans_of

_BREAK = re.compile(r"[,;:!?()—–“”\"](?!\d)|\s-\s")
_BACK = 24  # words before a clause among which its "that" stands
_DEPTH = 4  # clauses that may be nested: "said that nobody believed that"
_SUBJECT = 14  # words behind a denial among which the verb stands that it denies
_BEHIND = 7  # words behind a clause in which it is called "a claim that he denies"


@dataclass(frozen=True, kw_only=True)
class Line:
    """A sentence word by word.

    Attributes:
        text: The sentence.
        tokens, terms: Its words and their stems, "" for a stop word, as `terms_of` gives them.
        language: The code of its language, which has words for events.
    """

    text: str
    tokens: Sequence[str]
    terms: Sequence[str]
    language: str

    @cached_property
    def words(self) -> EventWords:
        """The words of its language."""
        return event_words(self.language)

    @cached_property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Where its words stand; found when first asked for, as most sentences deny and tell nothing."""
        return spans_of(self.text)

    def is_broken(self, at: int) -> bool:
        """Tell whether a mark stands before a word."""
        end, start = self.spans[at - 1][1], self.spans[at][0]
        is_blank = start - end == 1 and self.text[end] == " "  # as between most words
        return not is_blank and _BREAK.search(self.text, end, start + 1) is not None

    def meaning(self, at: int) -> str:
        """Return what a word means."""
        return self.words.meaning_at(self.tokens, self.terms, at)


def clause_around(line: Line, at: int) -> tuple[int, int, str]:
    """Return the words of the clause around a word, from the first up to and without the last, and what connects it."""
    words, connectives = line.words, line.words.connectives
    first = at
    while first and not line.is_broken(first) and line.tokens[first] not in connectives:
        first -= 1
    last = at + 1
    while last < len(line.tokens) and not line.is_broken(last):
        if line.tokens[last] in connectives and line.tokens[last] not in words.within:
            break
        last += 1
    if first < at and line.tokens[first] in connectives:
        return first + 1, last, line.tokens[first]
    return first, last, ""


Stance = Literal["told", "denied", "open"]


class Heard(NamedTuple):
    """What a sentence makes of a clause.

    Attributes:
        stance: Whether it tells or denies what the clause says; "open" where it is doubted, feared or alleged.
        start: The first word of the clause that says so, or of the clause itself.
    """

    stance: Stance
    start: int


def factuality_at(line: Line, at: int) -> Heard:
    """Tell what a sentence makes of what a verb of it tells: "denied that police had stormed" denies it.

    Args:
        line: The sentence.
        at: The place of the verb.
    """
    words = line.words
    start, last, opening = clause_around(line, at)
    if words.stances.isdisjoint(line.tokens):
        return Heard(stance="told", start=start)
    bare = _bare_stance(line, start, at)
    if bare != "told" or _is_disowned(line.tokens, last, words):
        return Heard(stance="denied" if bare == "denied" else "open", start=start)
    first, denied_from = start, None
    for depth in range(_DEPTH):
        that = _that_before(line, first, opening)
        if that is None:
            break
        since = clause_around(line, that - 1)[0] if that else that
        stance = _governed(line.tokens[since:that], line.tokens[at + 1 : last], words)
        is_direct = depth == 0 and opening in words.that
        if stance == "open" or (stance == "denied" and not is_direct):
            return Heard(stance="open", start=since)
        denied_from = since if stance == "denied" else denied_from
        first, opening = since, line.tokens[since - 1] if since and not line.is_broken(since) else ""
    return Heard(
        stance="told" if denied_from is None else "denied", start=start if denied_from is None else denied_from
    )


def disbelieved_verbs(line: Line) -> list[int]:
    """Return where verbs in the past stand that may be denied as "denied that police had stormed" denies one."""
    words = line.words
    if words.denials.isdisjoint(line.tokens):
        return []
    opening = words.denials | words.that
    found = {_first_verb(line, at + 1) for at, token in enumerate(line.tokens) if token in opening}
    return sorted(verb for verb in found if verb is not None)


def _first_verb(line: Line, since: int) -> int | None:
    """The first verb in the past behind a place that itself denies nothing."""
    words = line.words
    for at in range(since, min(since + _SUBJECT, len(line.tokens))):
        token = line.tokens[at]
        if line.meaning(at) and is_past_verb(token) and token not in words.denials:
            return at
    return None


def _that_before(line: Line, start: int, opening: str) -> int | None:
    """Where the "that" stands on which a clause hangs; None where it hangs on none."""
    words = line.words
    if opening in words.that:
        return start - 1
    if opening and opening not in words.hanging:
        return None
    for at in range(start - 1, max(-1, start - _BACK), -1):
        if line.tokens[at] in words.but:
            return None
        if line.tokens[at] in words.that:
            return at
    return None


def _governed(before: Sequence[str], after: Sequence[str], words: EventWords) -> Stance:
    """What the words before "that" make of what stands behind it; `after` is what follows the verb there."""
    is_noun = bool(before) and before[-1] in words.hearsay and _is_noun(before, words)
    if is_noun and not words.untrue.isdisjoint(after):
        return "denied" if not _doubts(before, words) else "open"
    marks = [at for at in range(len(before)) if _denies(before, at, words)]
    if marks:
        rest = [word for word in before[marks[-1] + 1 :] if word not in words.hearsay | words.leading]
        is_plain = len(marks) == 1 and not rest and not _doubts(before, words)
        return "denied" if is_plain and (not marks[0] or before[marks[0] - 1] not in words.infinitive) else "open"
    if before and before[-1] in words.untrue | words.true:
        is_denied = (before[-1] in words.true) != words.negation.isdisjoint(before)
        return "denied" if is_denied else "told"
    return "open" if is_noun or _doubts(before, words) else "told"


def _bare_stance(line: Line, start: int, at: int) -> Stance:
    """What the words before a verb in its own clause make of it: "denied he had signed", "denied having signed"."""
    words, tokens = line.words, line.tokens
    for place in range(at - 1, start - 1, -1):
        if tokens[place] in words.denying:
            is_plain = place and tokens[place - 1] not in words.infinitive and not _doubts(tokens[start:place], words)
            return "denied" if is_plain and _opens_clause(line, place + 1, at) else "open"
        if tokens[place] in words.accusing or (tokens[place] in words.hearsay and place == start):
            return "open"
    return "told"


def _opens_clause(line: Line, since: int, at: int) -> bool:
    """Whether a verb is that of a clause that begins at a place; that of "charges filed in May" is not."""
    words, between = line.words, line.tokens[since:at]
    if not between or between[0] in words.having:
        return len(between) == 1
    is_name = all(line.text[line.spans[place][0]].isupper() for place in range(since, at))
    return is_name or between[0] in words.pronouns or not words.auxiliaries.isdisjoint(between)


def _is_disowned(tokens: Sequence[str], last: int, words: EventWords) -> bool:
    """Whether what follows a clause calls it a claim, or something that somebody denies: "a claim that he denied"."""
    behind = tokens[last : last + _BEHIND]
    is_taken_up = not (words.hearsay | words.taking_up).isdisjoint(behind[:2])
    return is_taken_up and not words.denying.isdisjoint(behind)


def _denies(tokens: Sequence[str], at: int, words: EventWords) -> bool:
    is_ruled_out = tokens[at] in words.ruling_out and at > 0 and tokens[at - 1] in words.ruling
    return tokens[at] in words.denying or is_ruled_out


def _doubts(tokens: Sequence[str], words: EventWords) -> bool:
    return any(
        token in words.doubting or token in words.cues or token.endswith(words.denying_endings) for token in tokens
    )


def _is_noun(before: Sequence[str], words: EventWords) -> bool:
    """Whether a word like "reports" is a noun: it opens the sentence, or follows an article, preposition or denial."""
    return len(before) == 1 or before[-2] in words.leading or before[-2] in words.denying
