"""The clauses of a sentence, by its words: what is denied, left open or counted in one is not so in another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from summarizer.languages.language import Language
from summarizer.nlp.lexical_relations import binding_words

_BREAK = re.compile(r"[,;:.!?()—–]|\s-\s")
_FRONTED = 8  # words of what opens a sentence with a preposition, and is no clause


def clauses_of(text: str, tokens: Sequence[str], spans: Sequence[tuple[int, int]], tables: Language) -> tuple[int, ...]:
    """Return the number of each word's clause: marks end one, and connectives open one.

    Args:
        text: A sentence.
        tokens: Its words.
        spans: Where each stands.
        tables: The tables of its language.

    Example:
        >>> from summarizer.languages.language import find_language
        >>> from summarizer.nlp.tokens import spans_of, words_of
        >>> text = "It rained, and the river rose."
        >>> [*map(int, clauses_of(text, words_of(text), spans_of(text), find_language("en")))]
        [0, 0, 1, 1, 1, 1]
    """
    opening = {at for at, token in enumerate(tokens) if at and token in tables.connectives}
    for at, ((_, end), (start, _)) in enumerate(pairwise(spans), start=1):
        if (start - end != 1 or text[end] != " ") and _BREAK.search(text, end, start):
            opening.add(at)
    if tokens and tokens[0] in binding_words(tables.language):  # "À cause d'une fuite, la rue est fermée"
        opening.discard(min((at for at in opening if at <= _FRONTED), default=0))
    return tuple(accumulate(map(opening.__contains__, range(len(tokens)))))
