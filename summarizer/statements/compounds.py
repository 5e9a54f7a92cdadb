"""Compounds of languages that write nouns large: "Kinderklinik" says "Klinik für Kinder", and the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from summarizer.nlp.names.person_names import fold
from summarizer.statements.contradiction.conflict import Place
from summarizer.statements.token_rows import Row

_LEAST = 3  # letters of a part
_LINK = 3  # letters between the stems of two parts, and behind the second one: "Kind-er-klin-ik"


def find_compounds(point: Row, passage: Sequence[Row]) -> Mapping[int, Sequence[Place]]:
    """Find the nouns of a point that a passage has as parts of a compound, or whose two parts it has.

    Both parts must be there: "Krankenhaus" alone does not say "Haus".

    Args:
        point: The point.
        passage: One sentence, or two neighbouring ones.

    Returns:
        Where they stand, for each such noun of the point; the parts of a compound stand at its first part.
    """
    if not point.said.nouns:
        return {}
    found: dict[int, Sequence[Place]] = {}
    for number, row in enumerate(passage):
        for compound, first, last in _joined(row, point):
            found[first] = found[last] = [(number, compound)]
        for compound, first, _ in _joined(point, row):
            found[compound] = [(number, first)]
    return found


def _joined(row: Row, other: Row) -> Iterator[tuple[int, int, int]]:
    """Each compound of a sentence with the places of its two parts in another one."""
    terms, nouns = other.sentence.terms, sorted(other.said.nouns)
    parts = [(at, fold(terms[at])) for at in nouns if len(terms[at]) >= _LEAST]
    for at in sorted(row.said.nouns):
        whole = fold(row.sentence.tokens[at])
        for first, head in parts:
            if whole.startswith(head):
                behind = whole[len(head) :]
                yield from ((at, first, last) for last, tail in parts if first != last and _ends_in(behind, tail))


def _ends_in(behind: str, tail: str) -> bool:
    """Whether a word ends in another one, but for a link before it and an ending behind it."""
    start = behind.rfind(tail)
    return 0 <= start <= _LINK and len(behind) - start - len(tail) <= _LINK
