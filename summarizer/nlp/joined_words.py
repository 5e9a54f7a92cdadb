"""Words that mean one thing together: "perdre la vie", and a verb with the part of it that ends its clause."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.nlp.lexical_relations import Phrase, phrases_of


def join_meanings(
    tokens: Sequence[str], meanings: tuple[str, ...], clauses: Sequence[int], language: str
) -> tuple[str, ...]:
    """Return the meanings of words where several of them may have one together: it then stands at the first of them.

    Args:
        tokens: The words of a sentence.
        meanings: What each means by itself.
        clauses: The number of each one's clause.
        language: Their language.

    Examples:
        >>> join_meanings("er nahm ihn fest".split(), ("", "nahm", "", "fest"), (0, 0, 0, 0), "de")
        ('', 'festnehmen', '', '')
    """
    phrases = phrases_of(language)
    if phrases.keys().isdisjoint(tokens):
        return meanings
    joined = list(meanings)
    for at in [at for at, token in enumerate(tokens) if token in phrases]:
        for phrase in phrases[tokens[at]]:
            places = _places_of(phrase, at, tokens, clauses)
            if places:
                joined[at] = phrase.meaning
                for other in places[1:]:
                    joined[other] = ""
                break
    return tuple(joined)


def _places_of(phrase: Phrase, at: int, tokens: Sequence[str], clauses: Sequence[int]) -> Sequence[int]:
    """Where the words of a phrase stand that begins at a word; nothing where it does not."""
    if not phrase.is_parted:
        end = at + len(phrase.words)
        return range(at, end) if tuple(tokens[at:end]) == phrase.words else ()
    last = at
    while last + 1 < len(tokens) and clauses[last + 1] == clauses[at]:
        last += 1
    return (at, last) if last > at and tokens[last] == phrase.words[-1] else ()
