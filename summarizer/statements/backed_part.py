"""The part of a point that a passage backs when it does not say all of it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from itertools import pairwise

from summarizer.model import Span
from summarizer.nlp.commitments import Commitments
from summarizer.nlp.sentences.verbs import find_verbs
from summarizer.statements.containment import LACKED, Containment, find_best_run
from summarizer.statements.contradiction.conflict import Conflict
from summarizer.statements.token_rows import Row, is_brief

_TOLD = 2  # words that are no names, and that a passage shares with a stretch of which it tells
_NEAR = 8  # words within which two follow one another,
_CLOSE = 6  # and where they are all that is shared
_BESIDE = 1 / 3  # share of neighbours in a stretch that do so in the passage, too
_MANY = 5  # shared words that are no names, from which a stretch needs no verb that is known,
_SOME = 3  # and where a passage of one sentence surely tells a part
_FEW = 3  # shared words that are no names up to which a stretch may be told of somebody else,
_OF_ONE, _OF_ONE_SUBJECT = 0.3, 0.25  # and scores from which it is told of one: if all names are others, or subjects
_ENDING = frozenset(("denial", "openness", "quantifier", "number", "date", "opposite", "name"))  # what ends a stretch

Places = Mapping[int, Sequence[tuple[int, int]]]


def may_back(point: Row, held: Containment) -> bool:
    """Whether a passage may back a stretch, by what is known before conflicts are looked for."""
    return bool(point.weights) and held.told + held.features.shared >= _TOLD and not is_brief(point)


def find_stretch(
    point: Row,
    passage: Sequence[Row],
    held: Containment,
    conflicts: Sequence[Conflict],
    *,
    needs_verb: bool = True,
) -> Span | None:
    """Find the stretch of a point's text that a passage backs; None where it is no assertion.

    What the passage says otherwise or leaves open cuts the point, and so does a verb, a name or a day that it lacks. Of
    each piece the run of words and figures of most weight counts. The passage has some of them in the same order, all
    of them or those that are no names, and two that are no names. The run holds a verb of the passage or an auxiliary,
    or so many of the words of the passage that it tells something. It has the small words that open its clause. A word
    that the passage lacks neither opens nor closes it.

    Args:
        point: The point.
        passage: One sentence, or two neighbouring ones.
        held: How much of the point the passage holds.
        conflicts: What of it the passage says otherwise or leaves out.
        needs_verb: Whether a run of some words must hold a verb, since it is not sure that the passage says a part.
    """
    if not may_back(point, held):
        return None
    said, spans, joined, verbs = point.said, point.spans, point.joined, point.verbs
    apart = {at for one in conflicts if one.kind in _ENDING for at in one.places}
    apart |= {at for at in said.content if at not in held.found and at in verbs}
    shared_verbs = {at for at in verbs if at in held.found or _is_told(point, at, passage)}
    figures = _shared_figures(said, passage)
    ends = {one.start: one.end - 1 for one in said.figures}
    found: Places = {**held.found, **figures}
    worth = {
        at: weight if at in found else -LACKED * weight for at, weight in zip(said.content, point.weights, strict=True)
    }
    worth |= dict.fromkeys(figures, point.total / len(point.weights))
    content = sorted(worth)
    backed: list[tuple[float, Span]] = []
    for before, after in pairwise((-1, *sorted(apart), len(said.meanings))):
        within = [at for at in content if before < at < after]
        value, best = find_best_run([worth[at] for at in within])
        run = within[best]
        shared = [at for at in run if at in found and at not in joined]
        common = sum(at not in said.names for at in shared)
        if common < _TOLD or not _is_in_order(shared, said, found, passage):
            continue
        first, last = _ends_of(said, run, apart, joined)
        if common >= (_MANY if needs_verb else _SOME) or any(first <= at <= last for at in shared_verbs):
            last = max(last, ends.get(run[-1], 0))
            backed.append((value, Span(start=spans[first][0], end=spans[last][1])))
    return max(backed, key=lambda one: (one[0], -one[1].start))[1] if backed else None


def is_of_others(point: Row, passage: Sequence[Row], held: Containment, stretch: Span, score: float) -> bool:
    """Tell whether a passage may tell a few words of a point of somebody else.

    Both name somebody, and nobody the same; or whom the one names first the other does not name at all, and so the
    other way round. "The king told the army to send search teams" is not what "Spain would send search teams" tells.
    What a stretch holds of figures, or of more words, is seldom told of two.

    Args:
        point: The point.
        passage: One sentence, or two neighbouring ones.
        held: How much of the point the passage holds.
        stretch: The stretch of the point's text that it backs.
        score: How surely the passage says all or a part of the point.
    """
    said, others = point.said, [row.said for row in passage if row.said.names]
    if score >= _OF_ONE or not said.names or not others:
        return False
    own = {at for at, (start, _) in enumerate(point.spans) if stretch.start <= start < stretch.end}
    plain = len((own & held.found.keys()) - said.names.keys())
    if plain > _FEW or any(figure.start in own for figure in said.figures):
        return False
    named = {said.meanings[at] for at in said.names}
    if named.isdisjoint(other.meanings[at] for other in others for at in other.names):
        return True
    told = {meaning for row in passage for meaning in row.said.meanings}
    are_others = said.meanings[min(said.names)] not in told and all(
        other.meanings[min(other.names)] not in said.meanings for other in others
    )
    return are_others and plain < _FEW and score < _OF_ONE_SUBJECT


def _is_told(point: Row, at: int, passage: Sequence[Row]) -> bool:
    """Whether a verb without a meaning of its own is an auxiliary, or a passage has it."""
    verb, known = point.sentence.tokens[at], find_verbs(point.language)
    is_auxiliary = known is not None and verb in known.auxiliaries
    return is_auxiliary or any(verb in row.sentence.tokens for row in passage)


def _shared_figures(said: Commitments, passage: Sequence[Row]) -> Places:
    """Where the passage has the figures of a point, by the first word of each."""
    figures = {
        one.start: [
            (k, other.start)
            for k, row in enumerate(passage)
            for other in row.said.figures
            if one.unit == other.unit and one.agrees(other)
        ]
        for one in said.figures
    }
    return {at: places for at, places in figures.items() if places}


def _is_in_order(run: Sequence[int], said: Commitments, found: Places, passage: Sequence[Row]) -> bool:
    """Whether enough neighbours among the words of a run follow one another in the passage, too.

    All its words are asked, then those that are no names: "closed the Sund to shipping" is told by "an attack in the
    Sund after the strait was closed to shipping". Where the name stands, the passage has nothing else: "closed the Sund
    to shipping" is not told by "the Sund is open, though they closed its ports to shipping".
    """
    if _share_beside(run, found) >= _BESIDE:
        return True
    plain = [at for at in run if at not in said.names]
    if len(plain) == len(run):
        return False
    places = {place for at in run for place in found[at]}

    def is_free(one: int, two: int, where: tuple[int, int, int]) -> bool:
        """Whether only words of the run stand between two in the passage, where a name does in the point."""
        k, start, end = where
        meanings = passage[k].said.meanings
        return not any(at in said.names for at in range(one + 1, two)) or not any(
            meanings[at] and (k, at) not in places for at in range(start + 1, end)
        )

    return _share_beside(plain, found, is_free) >= _BESIDE


def _share_beside(
    words: Sequence[int], found: Places, is_free: Callable[[int, int, tuple[int, int, int]], bool] | None = None
) -> float:
    """The share of neighbours among at least two words of a point that follow one another in the passage, too."""
    reach = _NEAR if len(words) > _TOLD else _CLOSE
    beside = sum(
        any(
            k == j and 0 < other - own <= reach and (is_free is None or is_free(one, two, (k, own, other)))
            for k, own in found[one]
            for j, other in found[two]
        )
        for one, two in pairwise(words)
    )
    return beside / (len(words) - 1)


def _ends_of(said: Commitments, run: Sequence[int], apart: Container[int], joined: Container[int]) -> tuple[int, int]:
    """The first and the last word of a stretch, with the small words that open its clause, and no half word."""
    first, last = run[0], run[-1]
    while first in joined or (
        first
        and said.clauses[first - 1] == said.clauses[first]
        and not said.meanings[first - 1]
        and first - 1 not in apart
    ):
        first -= 1
    while last + 1 in joined:
        last += 1
    return first, last


def longest_beside(size: int, cuts: Iterable[tuple[int, int]]) -> Span:
    """Return the longest stretch of a text that is in none of some cuts, the first of several; empty where none is.

    Args:
        size: The length of the text, in characters.
        cuts: Where each cut starts and ends.

    Example:
        >>> longest_beside(20, [(4, 6), (18, 20)])
        Span(start=6, end=18)
    """
    ordered = sorted(cuts)
    starts, ends = [0, *(end for _, end in ordered)], [*(start for start, _ in ordered), size]
    start, end = max(zip(starts, ends, strict=True), key=lambda one: one[1] - one[0])
    return Span(start=start, end=max(start, end))
