"""Tense: whether the clause around a date phrase looks back or ahead, and whether a sentence tells of an event."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import pairwise, takewhile
from typing import Literal

from summarizer.languages.data_sections import find_section
from summarizer.languages.language import find_language
from summarizer.languages.word_records import Words
from summarizer.model import PhraseRole

Tense = Literal["past", "ahead"]
Sign = Literal["past", "ahead", "unclear"]
_SIGNS: dict[str, Sign] = {"past": "past", "unclear": "unclear"}  # by the names of lines of "denied"
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d")
_FEW = 5  # words of a clause that is nothing but the phrase and what binds it ("At Sunday's meeting"),


class TenseWords(Words):
    """What tells the tense of a language, by the keys of its section "tense".

    `events` are the words one of which stands in what tells of an event, weekdays among them.
    """

    events: frozenset[str]
    ahead: frozenset[str]
    names_too: frozenset[str]
    denied: Mapping[str, str]
    negation: frozenset[str]
    plans: frozenset[str]
    plan_links: frozenset[str]
    plan_nouns: frozenset[str]
    determiners: frozenset[str]
    unclear: frozenset[str]
    being: frozenset[str]
    infinitive: frozenset[str]
    no_infinitive: frozenset[str]
    past_ending: str
    no_past: frozenset[str]
    past: frozenset[str]
    auxiliaries: frozenset[str]
    joining: frozenset[str]
    clause_break: re.Pattern[str]
    bound: re.Pattern[str]
    compared: re.Pattern[str]
    binds: re.Pattern[str]
    bind_before: re.Pattern[str]
    enclosed: re.Pattern[str]
    opens_late: re.Pattern[str]
    present: re.Pattern[str]
    said_before: re.Pattern[str]
    spoken: re.Pattern[str]
    said_behind: re.Pattern[str]
    reported: re.Pattern[str]


@cache
def tense_words_of(language: str | None) -> TenseWords | None:
    """Return what tells the tense of a language; None where it has no section "tense"."""
    section, tables = find_section(language, "tense"), find_language(language) if language else None
    if section is None or tables is None:
        return None
    return section.fill(TenseWords, events=section.words("happenings").union(tables.weekdays))


def is_quoted(text: str, at: int) -> bool:
    """Tell whether a place in a text stands inside quotation marks."""
    before = text[:at]
    opened = before.count("“") + before.count("«") - before.count("”") - before.count("»")
    return opened > 0 or before.count('"') % 2 == 1


def tense_at(text: str, start: int, end: int, words: TenseWords) -> Tense | None:
    """Tell whether the clause around a phrase looks back or ahead; None where it does not tell.

    The nearest verb form before the phrase decides, else one after it in its clause; where the clause is little more
    than the phrase itself, the sentence does, if it is all past or all to come.
    """
    text = _plain(text)
    opens = max((match.end() for match in words.clause_break.finditer(text, 0, start)), default=0)
    closes = next((match.start() for match in words.clause_break.finditer(text, end)), len(text))
    before, after = _TOKEN.findall(text[opens:start]), _TOKEN.findall(text[end:closes])
    found = _last_tense(before, words)
    if found is not None:
        return found if found != "unclear" else None
    found = next(_signs(after, words), None)
    if found is not None:
        return found if found != "unclear" else None
    is_short = len(before) + len(after) <= _FEW and words.binds.fullmatch((before or [""])[0])
    if not is_short and not all(map(words.binds.fullmatch, before)):
        return None
    signs = {sign for sign in _signs(_TOKEN.findall(text), words) if sign != "unclear"}
    return next(iter(signs)) if len(signs) == 1 else None


def _plain(text: str) -> str:
    """A text with a small first letter: "After" opens a clause as "after" does, "WHO" is no "who"."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _last_tense(tokens: list[str], words: TenseWords) -> Sign | None:
    """What the last telling word of a clause says; nothing certain where an earlier one gainsays it."""
    signs = list(_signs(tokens, words))
    if not signs:
        return None
    return "unclear" if signs[-1] == "past" and "ahead" in signs else signs[-1]


def _signs(tokens: list[str], words: TenseWords) -> Iterator[Sign]:
    """What each telling word says, in order; an infinitive does not tell when ("asked to meet")."""
    low = [token.casefold() for token in tokens]
    for at, (word, following) in enumerate(pairwise([*low, ""])):
        before = low[at - 1] if at else ""
        if word in words.plans and following in words.plan_links:
            if word not in words.plan_nouns or before not in words.determiners:
                yield "ahead"
        elif f"{word} {following}" in words.unclear:
            yield "unclear"
        elif word in words.ahead and tokens[at] not in words.names_too:
            yield "ahead" if following not in words.negation else _SIGNS.get(words.denied.get(word, ""), "ahead")
        elif is_past(word, words) and word not in words.plans:
            yield "past" if before not in words.being else "unclear"
        elif word in words.infinitive and before not in words.plans and _is_infinitive(tokens[at + 1 : at + 2], words):
            yield "unclear"


def _is_infinitive(tokens: list[str], words: TenseWords) -> bool:
    """Whether what follows "to" is a verb rather than a place, a person or a number."""
    return bool(tokens) and tokens[0].isalpha() and tokens[0].islower() and tokens[0] not in words.no_infinitive


def is_past_verb(word: str, language: str | None = "en") -> bool:
    """Tell whether a word, in small letters, looks like a verb in the past, or a participle."""
    words = tense_words_of(language)
    return words is not None and is_past(word, words)


def is_past(word: str, words: TenseWords) -> bool:
    """Tell whether a word, in small letters, looks like a verb in the past of a language."""
    return word in words.past or (word.endswith(words.past_ending) and len(word) > 3 and word not in words.no_past)


def role_at(text: str, start: int, end: int, words: TenseWords) -> PhraseRole:
    """Tell what a phrase dates: what the sentence tells, the saying of it, or something mentioned by the way."""
    text = _plain(text)
    before = text[:start]
    opens = max((match.end() for match in re.finditer(r"[,;](?=\s)", before)), default=0)
    clause = words.bind_before.sub("", before[opens:])
    if words.said_before.search(clause) or words.spoken.search(clause) or words.said_behind.match(text, end):
        return "said"
    is_aside = words.bound.search(before) or words.compared.search(clause) or _is_within(text, start, end, words)
    if is_quoted(text, start) or is_aside:
        return "aside"
    return "aside" if _is_subordinate(before, text[end:], words) else "told"


def _is_within(text: str, start: int, end: int, words: TenseWords) -> bool:
    """Whether a clause has a verb before the phrase and another right after it: "a report written in 2021 was lost"."""
    opens = max((match.end() for match in words.clause_break.finditer(text, 0, start)), default=0)
    closes = next((match.start() for match in words.clause_break.finditer(text, end)), len(text))
    before = [word for word in _TOKEN.findall(text[opens:start]) if not words.binds.fullmatch(word)]
    if not before or before[-1].casefold() in words.auxiliaries:
        return False  # "had on June 5 expressed" is one verb
    following = takewhile(lambda word: word not in words.joining, _TOKEN.findall(text[end:closes])[:2])
    return any(sign != "unclear" for sign in _signs(before, words)) and any(
        words.present.fullmatch(word) or is_past(word.casefold(), words) for word in following
    )


def _is_subordinate(before: str, after: str, words: TenseWords) -> bool:
    marked = f"{before}\0{after}"
    if any("\0" in match.group() for match in words.enclosed.finditer(marked)):
        return True
    plain = words.enclosed.sub(",", before)
    said = words.reported.match(plain)
    if said:
        plain = plain[said.end("all") :]
    return any(match["word"] for match in words.clause_break.finditer(plain)) or bool(words.opens_late.search(plain))


def is_over(text: str, language: str | None = "en") -> bool:
    """Tell whether a sentence, enclosed clauses apart, tells of nothing that is still so."""
    words = tense_words_of(language)
    return words is None or not words.present.search(words.enclosed.sub(",", text))


def tells_of_event(tokens: Collection[str], language: str | None = "en") -> bool:
    """Tell whether a sentence holds a past form, a word of saying or a day, by its words in small letters."""
    words = tense_words_of(language)
    return words is not None and not words.events.isdisjoint(tokens)
