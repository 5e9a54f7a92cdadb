"""The capitalized words of a sentence: its names, and its nouns where a language writes these so, too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from summarizer.languages.data_sections import find_section
from summarizer.nlp.lexical_relations import state_of
from summarizer.nlp.names.places import governments_of, plain_name
from summarizer.nlp.tokens import is_in_capitals
from summarizer.nlp.word_forms import WordForms


@cache
def writes_nouns_large(language: str) -> bool:
    """Tell whether a language writes its nouns as names are written.

    >>> writes_nouns_large("de"), writes_nouns_large("en")
    (True, False)
    """
    section = find_section(language, "boundaries")
    return section is not None and section.values.get("nouns") == "capitals"


def capitalized_words(
    text: str,
    tokens: Sequence[str],
    spans: Sequence[tuple[int, int]],
    meanings: Sequence[str],
    forms: WordForms,
    language: str,
) -> dict[int, str]:
    """Return the capitalized words that the reports never write small; governments go under one name each.

    The first word of a sentence is written large whatever it is: it is a name where it is written so elsewhere, too.

    Args:
        text: A sentence.
        tokens: Its words, as `terms_of` gives them.
        spans: Where each stands.
        meanings: What each means; words without a meaning are left out.
        forms: How the reports write their words.
        language: Its language.

    Returns:
        The name of each such word, by its place.
    """
    if is_in_capitals(text):
        return {}
    large, governments = {}, governments_of(language)
    for at, (start, end) in enumerate(spans):
        if not meanings[at] or (not text[start].isupper() and end - start == len(tokens[at])):
            continue
        word = _uncut(text[start:end], tokens[at])
        if not word[0].isupper():
            continue
        plain = plain_name(word)
        if plain in governments or (_is_large(plain, tokens[at], forms, language) and (at or plain in forms.large)):
            large[at] = governments.get(plain) or state_of(plain, language) or plain
    return large


def _uncut(word: str, token: str) -> str:
    """What stands behind a word cut short before it: "Oslo" of "d'Oslo"."""
    behind = word[-len(token) :]
    return behind if len(behind) < len(word) and behind.casefold() == token else word


def _is_large(plain: str, token: str, forms: WordForms, language: str) -> bool:
    """Whether no report writes a word small, with its accents or, in English, without them."""
    return plain not in forms.small and len(plain) > 1 and (language == "en" or token not in forms.small)
