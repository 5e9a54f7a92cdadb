"""People in danger, and what a later report says of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from summarizer.discrepancies.comparison_context import Candidate, Context, Passage, Value
from summarizer.discrepancies.topics import label_danger
from summarizer.nlp.facts.casualties import PeopleInDanger, find_people_in_danger, may_be_in_danger, may_settle

_WEIGHT = 1.9  # below how many were killed, above who is missing
_MOST = 16  # sentences that tell what became of all which are held against the others: the newest
_Told = tuple[int, PeopleInDanger]  # a sentence, and what it tells


def settled_dangers(ground: Context) -> Iterator[Candidate]:
    """Find who is in danger in one report, where a later one of the event tells what became of all of them.

    Entries of a live blog are held against each other as reports are. What is overtaken is not wrong: it was so.

    Args:
        ground: What differences are looked for in.

    Returns:
        At most one for each event.
    """
    settled = [one for one in _told(ground, may_settle) if one[1].is_settled]
    settled = sorted(settled, key=lambda one: (_rank(ground, one), one[0]))[-_MOST:]
    by_event: dict[int | None, list[tuple[_Told, _Told]]] = {}
    for first in _told(ground, may_be_in_danger) if settled else ():
        later = [one for one in settled if _settles(ground, one, first)]
        if later:
            event = ground.event_of.get(ground.sentences[first[0]].document)
            by_event.setdefault(event, []).append((first, max(later, key=lambda one: _rank(ground, one))))
    for pairs in by_event.values():
        yield _found(ground, [one for one, _ in pairs], [last for _, last in pairs])


def _told(ground: Context, may_tell: Callable[[Sequence[str], str | None], bool]) -> Iterator[_Told]:
    for at, sentence in enumerate(ground.sentences):
        if may_tell(sentence.tokens, sentence.language) and not sentence.flaws:
            yield from ((at, peril) for peril in find_people_in_danger(sentence.text, sentence.language))


def is_told_by(toll: Candidate, peril: Candidate) -> bool:
    """Tell whether each sentence of a toll ("twelve missing", "five missing") is told by what became of them."""
    sentences = [{passage.sentence.id for view in one.views for passage in view.passages} for one in (toll, peril)]
    return sentences[0] <= sentences[1]


def _settles(ground: Context, later: _Told, first: _Told) -> bool:
    times = ground.time_of(first[0]), ground.time_of(later[0])
    if not (times[0] and times[1] and times[0].is_before(times[1])):
        return False
    return (
        later[1].settles(first[1])
        and ground.same_event(first[0], later[0])
        and not ground.tell_of_others(first[0], later[0])
    )


def _rank(ground: Context, told: _Told) -> float:
    time = ground.time_of(told[0])
    return time.rank if time else 0.0


def _found(ground: Context, first: list[_Told], last: list[_Told]) -> Candidate:
    ordered = sorted(first, key=lambda one: (_rank(ground, one), one[0]))
    newest = max(last, key=lambda one: (_rank(ground, one), -one[0]))
    state = ordered[0][1].state
    return Candidate(
        kind="number",
        about=label_danger(state),
        views=(*_views(ground, ordered, is_overtaken=True), *_views(ground, [newest], is_overtaken=False)),
        weight=_WEIGHT,
        why=f"those {ordered[0][1].state}, and what a later report says of all of them",
        is_series=True,
    )


def _views(ground: Context, ordered: Iterable[_Told], *, is_overtaken: bool) -> Iterator[Value]:
    """Readings in their order, those in equal words together."""
    views: dict[str, list[tuple[int, Passage]]] = {}
    for at, peril in ordered:
        passage = Passage(sentence=ground.sentences[at], start=peril.start, end=peril.end)
        views.setdefault(" ".join(passage.text.casefold().split()), []).append((at, passage))
    for own in views.values():
        time, value = ground.time_of(own[0][0]), " ".join(own[0][1].text.split())
        passages = tuple(passage for _, passage in own)
        yield Value(value=value, passages=passages, when=time.moment if time else None, is_overtaken=is_overtaken)
