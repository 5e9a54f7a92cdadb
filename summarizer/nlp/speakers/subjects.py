"""The subject of a verb of saying: the words before or after it, if they name somebody."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.languages.word_records import Words
from summarizer.nlp.dates.tense import is_past_verb
from summarizer.nlp.names.person_words import pronouns_of, shorten
from summarizer.nlp.speakers.speaker_names import is_somebody

_FIRST_WORD = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"(?<!\S)\S++\s++(?=[A-Z][a-z][\w.’'-]{0,30}\s[A-Z])")
_LAST_WORD = re.compile(r"\s\S++$")
_BRACKETS = re.compile(r"\s?\((?![A-Z]{2,10}\))[^()]{1,30}\)$")
_LONGEST_TRAILING = 40
_SUBJECT_REACH = 60
_LONGEST = 10  # words of a subject
_LONGEST_MARK = 3  # characters of a word with a full stop that need not end a sentence ("Dr.")
_SHORTEST_VERB = 5


class _Words(Words, section="speakers"):
    """Of the section "speakers" of a language what tells a subject: its file says what each is."""

    marks: frozenset[str]
    between: frozenset[str]
    going_on: frozenset[str]
    adverbs: frozenset[str]
    states: frozenset[str]
    leading_words: frozenset[str]
    trailing_words: frozenset[str]
    trailing_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    stop_after: frozenset[str]
    made: frozenset[str]
    auxiliaries: frozenset[str]
    verb_endings: tuple[str, ...]
    not_verb_endings: tuple[str, ...]
    describing: frozenset[str]
    leading: re.Pattern[str]
    timed: re.Pattern[str]
    trailing: re.Pattern[str]
    placed: re.Pattern[str]
    reporting_verb: str
    reported: re.Pattern[str]
    abbreviation: re.Pattern[str]
    day: re.Pattern[str]


class Subject(NamedTuple):
    """Who speaks, and where the words stand that name him, with what leads up to them ("Last night …")."""

    who: str
    start: int
    lead: int


def read_before(words: str, language: str) -> Subject | None:
    """Read the subject that stands right before a verb of saying.

    Args:
        words: What stands between the last boundary of a clause and the verb.
        language: The code of the language.

    Returns:
        It, with offsets in `words`; None where that is no subject.
    """
    known, body = _Words.read(language), words.rstrip()
    lead = start = len(body) - len(body.lstrip())
    is_timed = True
    while match := _find_leading(body, start, known):
        is_timed = is_timed and bool(known.timed.match(match.group().rstrip(" ,")))
        start = match.end()
    reported = list(known.reported.finditer(body, start)) if f" {known.reporting_verb} " in body else []
    if reported:
        start, is_timed = reported[-1].end(), False
    while match := _find_trailing(body, start, known):
        body = body[: match.start()].rstrip()
    who = body[start:]
    words_of_who = who.split()
    if len(words_of_who) > 1 and words_of_who[-1] in known.made:
        who = who[: -len(words_of_who[-1])].rstrip()
    if not is_somebody(who, language):
        return None
    return Subject(who=shorten(who, language), start=start, lead=lead if is_timed else start)


def _find_leading(body: str, start: int, known: _Words) -> re.Match[str] | None:
    """What leads up to a subject; its first word tells mostly that there is nothing."""
    first = _FIRST_WORD.match(body, start)
    if first and first.group() in known.marks:  # "AP Jane Roe said"
        return _MARK.match(body, start)
    may_lead = first is None or first.group().casefold() in known.leading_words
    return known.leading.match(body, start) if may_lead else None


def _find_trailing(body: str, start: int, known: _Words) -> re.Match[str] | None:
    """What stands between a subject and its verb; its last word tells mostly that there is nothing."""
    if body.endswith(")"):
        return _BRACKETS.search(body, start)
    word = body[body.rfind(" ", start) + 1 :]
    if word in known.between:  # "the paper first reported"
        return _LAST_WORD.search(body, max(start, len(body) - _LONGEST_TRAILING))
    last = word.casefold()
    if not (last in known.trailing_words or last.endswith(known.trailing_endings) or last[-1:].isdigit()):
        return None
    match = known.trailing.search(body, max(start, len(body) - _LONGEST_TRAILING))
    return None if match and match.group().isupper() else match  # USA TODAY


def read_after(words: str, language: str) -> tuple[str, int] | None:
    """Read the subject that stands right after a verb of saying: `said Jane Roe, a nurse`.

    Returns:
        It, and where it ends in `words`; None where that is no subject.
    """
    known = _Words.read(language)
    taken: list[str] = []
    end = 0
    for match in re.finditer(r"\S+", words):
        word = match.group()
        if taken and _is_over(word, known):
            break
        if word[0] == "(" and not re.match(r"\([A-Z]{2,10}\)", word):
            break
        taken.append(word)
        end = match.end()
        if word[-1] in ",;:" or (word[-1] in ".!?" and not _is_abbreviation(word, words[end:], known)):
            break
        if len(taken) > _LONGEST:
            return None
    if not taken:
        return None
    last = taken[-1]
    bare = last.rstrip(",;:!?") if last[-1] != "." or _is_abbreviation(last, words[end:], known) else last[:-1]
    who = " ".join([*taken[:-1], bare])
    end -= len(last) - len(bare)
    if not bare or not is_somebody(who, language):
        return None
    return shorten(who, language), end


def _is_over(word: str, known: _Words) -> bool:
    """Whether a word behind a subject is none of it."""
    small = word.casefold()
    is_stop = small in known.stop_after or small in known.going_on
    return is_stop or bool(known.day.match(word)) or word in ("–", "—", "-", "--")


def _is_abbreviation(word: str, rest: str, known: _Words) -> bool:
    """Whether a full stop ends no sentence: that of "Dr.", "Gen.", "J." before more words, of "U.S." and "Inc."."""
    if word[-1] != ".":
        return False
    return bool(known.abbreviation.search(word)) or bool(re.match(r"\s+[\w]", rest))


def subject_of(text: str, language: str) -> str | None:
    """Return the person whom a sentence names as its subject right at its start; None where none is told so."""
    known, lead = _Words.read(language), 0
    body = text[: 2 * _SUBJECT_REACH]
    while match := _find_leading(body, lead, known):
        lead = match.end()
    words = body[lead:].split()[:_LONGEST]
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        if word.endswith(",") and word[0].isupper():
            is_told = following in known.describing or following.rstrip(",").isdigit()
            return _named(" ".join([*words[:at], word[:-1]]), language) if is_told else None
        if word[-1] in ",;:.!?" and len(word) > _LONGEST_MARK:
            return None
        if word[0].isupper() and following.islower():
            next_one = words[at + 2] if at + 2 < len(words) else ""
            # "Roe also defended it"
            if following in known.adverbs and word.casefold() not in pronouns_of(language):
                following, next_one = next_one, ""
            if _is_plural(following, next_one, known):
                return None
            if _is_predicate(following, known):
                return _named(" ".join(words[: at + 1]), language)
    return None


def _is_predicate(word: str, known: _Words) -> bool:
    is_present = word.endswith(known.verb_endings) and not word.endswith(known.not_verb_endings)
    return word in known.auxiliaries or is_past_verb(word) or (is_present and len(word) >= _SHORTEST_VERB)


def _is_plural(word: str, following: str, known: _Words) -> bool:
    """Whether a word that may be a verb is a noun with its own verb behind it: "Alaska communities have"."""
    is_verb = word in known.auxiliaries or word in known.states or is_past_verb(word)
    is_noun = word.endswith(known.plural_endings) and not is_verb
    return is_noun and (following in known.auxiliaries or is_past_verb(following))


def _named(who: str, language: str) -> str | None:
    is_placed = bool(_Words.read(language).placed.search(who))  # "Roe’s team in August"
    is_large = who[0].isupper() and who.split()[-1][0].isupper()
    return who if is_large and not is_placed and is_somebody(who, language) else None
