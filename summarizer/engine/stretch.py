"""Which stretch of a point a passage backs that does not say all of it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from summarizer.engine.containment import LACKED, Containment, find_best_run
from summarizer.engine.rows import Row, is_brief
from summarizer.language import Commitments, Conflict, holds_verb, is_verb, spans_of
from summarizer.model import Span

_TOLD = 2  # content words that are no names, and that a passage shares with a stretch of which it tells
_ENDING = frozenset(("denial", "openness", "quantifier", "number", "opposite"))  # conflicts at which a stretch ends
_CLAUSE_HELD = 0.6  # share of a clause from which a stretch is widened to its ends
_WITHIN = ("", "-", "\u2010", "\u2011")  # what stands between the parts of one word


def may_back(point: Row, held: Containment) -> bool:
    """Whether a passage may back a stretch, by what is known before conflicts are looked for."""
    return held.told >= _TOLD and not is_brief(point)


def find_stretch(point: Row, held: Containment, conflicts: Sequence[Conflict]) -> Span | None:
    """Find the stretch of a point's text that a passage backs; None where it is no assertion.

    Of every part of the point up to what the passage says otherwise or leaves open, and up to a verb that it lacks, the
    run of most weight counts. It shares two words with the passage that are no names, holds a verb, and has the small
    words that open its clause.

    Args:
        point: The point.
        held: How much of it the passage holds.
        conflicts: What of it the passage says otherwise or leaves out.
    """
    if not may_back(point, held):
        return None
    said = point.said
    apart = {at for one in conflicts if one.kind in _ENDING for at in one.places}
    apart |= {at for at in said.content if at not in held.found and _is_verb_at(point, at)}
    worth = {
        at: weight if at in held.found else -LACKED * weight
        for at, weight in zip(said.content, point.weights, strict=True)
    }
    backed: list[tuple[float, Span]] = []
    for before, after in pairwise((-1, *sorted(apart), len(said.meanings))):
        piece = [at for at in said.content if before < at < after]
        value, run = find_best_run(piece, worth)
        if sum(at in held.found and at not in said.names for at in run) >= _TOLD:
            run = _widened(run, piece, held, said)
            span = _span_of(point, run[0], run[-1], apart)
            if holds_verb(span.of(point.sentence.text)):
                backed.append((value, span))
    return max(backed, key=lambda one: (one[0], -one[1].start))[1] if backed else None


def _widened(run: Sequence[int], piece: Sequence[int], held: Containment, said: Commitments) -> Sequence[int]:
    """A run, widened to the ends of its first and its last clause within its piece where most of that is held."""
    first, last = run[0], run[-1]
    for at in (first, last):
        own = [one for one in piece if said.clauses[one] == said.clauses[at]]
        if sum(one in held.found for one in own) >= _CLAUSE_HELD * len(own):
            first, last = min(first, own[0]), max(last, own[-1])
    return (first, last)


def _span_of(point: Row, first: int, last: int, apart: Container[int]) -> Span:
    """Where a stretch stands in the text of a point, with the small words that open its clause, and no half word."""
    said, text, spans = point.said, point.sentence.text, spans_of(point.sentence.text)
    while (
        first
        and said.clauses[first - 1] == said.clauses[first]
        and not said.meanings[first - 1]
        and first - 1 not in apart
    ):
        first -= 1
    while first and text[spans[first - 1][1] : spans[first][0]] in _WITHIN:
        first -= 1
    while last + 1 < len(spans) and text[spans[last][1] : spans[last + 1][0]] in _WITHIN:
        last += 1
    return Span(start=spans[first][0], end=spans[last][1])


def _is_verb_at(point: Row, at: int) -> bool:
    tokens = point.sentence.tokens
    return at not in point.said.names and is_verb(tokens[at], tokens[at - 1] if at else "")
