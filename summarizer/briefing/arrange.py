"""Events and reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

import networkx

from summarizer.briefing.timeline import Dated
from summarizer.engine.vectors import weigh_terms
from summarizer.model import Document, DocumentId, Event, Sentence, Statement, When

BOTTOM_LINE = "Bottom line"
_APART = timedelta(days=3)  # reports whose days lie further apart than this tell of different events
_LEAD = 5  # sentences by which a report without a day is compared with the others
_NAMED = 3  # names in a heading where no report of the event has a title
_NEWS = 1.25  # how much more a statement of the latest event is worth as the bottom line: near ties go to the news

_DAYS = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\b"
# Capitalized words in a row, but for those that open a sentence or name a day.
_NAME = re.compile(rf"(?<=[\w,;:] )(?!{_DAYS})[A-Z][\w’'-]*\w(?: (?!{_DAYS})[A-Z][\w’'-]*\w)*")

Group = tuple[DocumentId, ...]


def group_documents(
    documents: Sequence[Document], sentences: Sequence[Sentence], dated: Mapping[DocumentId, Dated]
) -> list[Group]:
    """Group reports by the event of which they tell.

    Reports whose days lie at most three days apart tell of one event; a report without a day goes to the event whose
    reports open most like it. Where no two days lie apart, all tell of one event.

    Args:
        documents: Reports with sentences.
        sentences: Their sentences.
        dated: What is known of each report's time.

    Returns:
        Groups, the one with most reports first.
    """
    graph = networkx.Graph()
    days = {document.id: dated[document.id].days for document in documents if dated[document.id].days}
    graph.add_nodes_from(days)
    ordered = sorted(days, key=lambda name: (days[name], name))
    for first, second in pairwise(ordered):
        if days[second][0] - days[first][-1] <= _APART:
            graph.add_edge(first, second)
    groups = [sorted(group) for group in networkx.connected_components(graph)] or [[]]
    alike = _lead_similarity(documents, sentences)
    for document in documents:
        if document.id not in days:
            nearest = max(groups, key=lambda group: max((alike[document.id, other] for other in group), default=0.0))
            nearest.append(document.id)
    return sorted((tuple(group) for group in groups), key=lambda group: (-len(group), group))


def _lead_similarity(
    documents: Sequence[Document], sentences: Sequence[Sentence]
) -> dict[tuple[DocumentId, DocumentId], float]:
    leads: dict[DocumentId, list[str]] = {document.id: [] for document in documents}
    for sentence in sentences:
        if sentence.position < _LEAD and sentence.document in leads:
            leads[sentence.document].extend(term for term in sentence.terms if term)
    vectors = weigh_terms(list(leads.values()))
    cosine = (vectors @ vectors.T).toarray()
    names = list(leads)
    return {(a, b): float(cosine[i, j]) for i, a in enumerate(names) for j, b in enumerate(names)}


def arrange_statements(
    chosen: Sequence[Statement],
    groups: Sequence[Group],
    documents: Sequence[Document],
    dated: Mapping[DocumentId, Dated],
    opening: Sequence[float],
) -> tuple[str, tuple[Event, ...]]:
    """Put the chosen statements in reading order: the bottom line, then event by event.

    The bottom line is the statement best supported by rank, origins and place; one of an older event must be clearly
    better supported. The event that it tells of comes first, the others after it, latest first. Within an event, what
    reports tell early comes early.

    Args:
        chosen: The statements of the briefing, at least one.
        groups: The reports of each event.
        documents: All usable reports.
        dated: What is known of each report's time.
        opening: The opening prior of each sentence, by id.

    Returns:
        What the briefing is about, and events in reading order; the first holds the bottom line alone.
    """
    group_of = {name: number for number, group in enumerate(groups) for name in group}
    event_of = {statement.wording.id: _event_of(statement, group_of) for statement in chosen}
    latest = min(_recency(groups[number], dated) for number in event_of.values())

    def worth(statement: Statement) -> tuple[float, int]:
        is_latest = _recency(groups[event_of[statement.wording.id]], dated) == latest
        return _weight(statement, opening) * (_NEWS if is_latest else 1.0), -statement.wording.id

    bottom = max(chosen, key=worth)
    members: dict[int, list[Statement]] = {}
    for statement in chosen:
        members.setdefault(event_of[statement.wording.id], []).append(statement)
    main = event_of[bottom.wording.id]
    by_id = {document.id: document for document in documents}
    title = _title(groups[main], by_id, members[main])
    events = [Event(heading=BOTTOM_LINE, when=_when(groups[main], dated), statements=(bottom,))]
    for number in sorted(members, key=lambda number: (number != main, _recency(groups[number], dated), number)):
        rest = [statement for statement in members[number] if statement is not bottom]
        if rest:
            is_main = number == main
            heading = _scene(groups[number], by_id) if is_main else _title(groups[number], by_id, members[number])
            ordered = tuple(sorted(rest, key=lambda statement: _place(statement, by_id)))
            events.append(Event(heading=heading, when=_when(groups[number], dated), statements=ordered))
    return title, tuple(events)


def _weight(statement: Statement, opening: Sequence[float]) -> float:
    """How well a statement sums up: its rank, half as much again for each further origin, its place in its report."""
    return statement.score * (1 + 0.5 * (len(statement.origins) - 1)) * opening[statement.wording.id]


def _event_of(statement: Statement, group_of: Mapping[DocumentId, int]) -> int:
    """The event that most of a statement's reports tell of; of several, that of the printed wording."""
    votes = Counter(group_of[name] for name in statement.documents)
    return max(votes, key=lambda number: (votes[number], number == group_of[statement.wording.document], -number))


def _place(statement: Statement, by_id: Mapping[DocumentId, Document]) -> tuple[float, str, int]:
    """How far into its report the printed wording stands, as a share of the report."""
    wording = statement.wording
    kept = by_id[wording.document].kept or ()
    start, end = kept[0].start, kept[-1].end
    return ((wording.span.start - start) / max(end - start, 1), wording.document, wording.position)


def _when(group: Group, dated: Mapping[DocumentId, Dated]) -> When | None:
    days = sorted(day for name in group for day in dated[name].days)
    return When(start=days[0], end=days[-1]) if days else None


def _recency(group: Group, dated: Mapping[DocumentId, Dated]) -> int:
    when = _when(group, dated)
    return -(when.end if when else date.min).toordinal()


def _title(group: Group, by_id: Mapping[DocumentId, Document], statements: Sequence[Statement]) -> str:
    """The title of a report of the event, that of the report with most statements first; else the names in them."""
    told = Counter(name for statement in statements for name in statement.documents)
    titled = [name for name in group if by_id[name].title]
    if not titled:
        return _name_topic(statements)
    return by_id[max(titled, key=lambda name: (told[name], name))].title or ""


def _scene(group: Group, by_id: Mapping[DocumentId, Document]) -> str:
    """Where the main event took place, by the datelines: what it is, the briefing's title says already."""
    places = Counter(dateline.place for name in group if (dateline := by_id[name].dateline))
    return max(sorted(places), key=lambda place: places[place]) if places else "In detail"


def _name_topic(statements: Sequence[Statement]) -> str:
    """Name what statements are about by the names that most of them hold."""
    held = Counter(name for statement in statements for name in dict.fromkeys(_NAME.findall(statement.wording.text)))
    return ", ".join(name for name, _ in held.most_common(_NAMED)) or "The story"
