"""The speaker of a sentence, where its text names one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from summarizer.languages.data_sections import find_section
from summarizer.nlp.names.person_words import pronouns_of
from summarizer.nlp.speakers.reporting import Saying
from summarizer.nlp.speakers.reporting_clauses import find_sayings
from summarizer.nlp.speakers.speech_verbs import verbs_of


def is_speech_verb(word: str, language: str | None) -> bool:
    """Tell whether a word is a verb of saying."""
    return word.casefold() in verbs_of(language or "").saying


def speaker_of(text: str, language: str | None) -> str | None:
    """Return who speaks a quotation or reports a statement, in the text's own words; None where it does not tell.

    A pronoun is no answer: it names nobody.
    """
    who = who_says(text, language)
    return None if who is None or is_pronoun(who, language or "") else who


def is_pronoun(who: str, language: str) -> bool:
    """Tell whether what a text calls its speaker names nobody: "he said"."""
    return who.casefold() in pronouns_of(language)


@cache
def _signs(language: str) -> frozenset[str]:
    """Words of which one stands in most texts that tell a speaker; else a dash or a colon does."""
    section = find_section(language, "speakers")
    return verbs_of(language).saying | (section.words("citing") if section else frozenset())


def tells_of_speech(tokens: Iterable[str], language: str) -> bool:
    """Tell whether a sentence can tell a speaker by a verb, by its words in small letters; most cannot."""
    return not _signs(language).isdisjoint(tokens)


def who_says(text: str, language: str | None) -> str | None:
    """Return who speaks as `speaker_of` does, but give a pronoun where that is all the text tells."""
    return _speaker_among(find_sayings(text, language or ""))


def _speaker_among(sayings: Iterable[Saying]) -> str | None:
    """Return the speaker whom the clauses of a sentence tell: of its quotation, else of its first statement."""
    found = list(sayings)
    return next((one.who for one in found if one.is_quoted), found[0].who if found else None)


def find_attribution(text: str, language: str | None) -> tuple[tuple[int, int], ...]:
    """Find the stretches of a sentence that only say who says it, to whom and when; nothing of what is said.

    "Police said on Tuesday that", ", the mayor told reporters", "According to the ministry,".

    Args:
        text: A sentence, white space folded.
        language: The code of its language.

    Returns:
        Start and end of each, in order; nothing where nobody is told to say it.
    """
    return tuple((one.start, one.end) for one in find_sayings(text, language or ""))


def leading_attribution(text: str, until: int, language: str | None) -> int:
    """Return where the words end that open a sentence and only say who says it, before a place; 0 for none."""
    return next((stop for begin, stop in find_attribution(text, language) if not begin and stop <= until), 0)


def without_attribution(text: str, language: str | None) -> str:
    """Return a sentence without who says it, to whom and when, white space folded."""
    text = " ".join(text.split())
    for start, end in reversed(find_attribution(text, language)):
        text = f"{text[:start]} {text[end:]}"
    return text
