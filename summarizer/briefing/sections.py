"""Arranges statements as events in reading order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from datetime import date, timedelta

import numpy as np

from summarizer.briefing.briefing_inputs import BriefingContext, Dates, Group, Story
from summarizer.briefing.leaders import weigh_leader
from summarizer.briefing.statement_order import find_leaders, is_ahead, order_statements, place_of, told_by
from summarizer.briefing.titles import Headline, name_background, name_event, open_told
from summarizer.briefing.tolls import add_tolls_of_headlines, is_overtaken
from summarizer.features.vectors import tfidf_of_terms
from summarizer.model import DatePhrase, DateRange, Document, DocumentId, Event, ReportDate, Sentence, Statement
from summarizer.nlp.dates.tense import is_over
from summarizer.ranking.priors import recency_of_reports

BOTTOM_LINE = "Bottom line"
_APART = timedelta(days=3)  # reports whose days lie further apart than this tell of different events
_NEXT = timedelta(days=1)  # a day of which a statement tells is one of its event's where it is next to them
_LEAD = 5  # sentences by which a report without a day is compared with the others
_AS_WELL = 0.8  # share of the weight of the statement that sums up best from which the one that gives the title leads
_ROWS = 1000  # openings compared at a time: bounds memory, changes no result


def group_documents(
    documents: Sequence[Document],
    sentences: Sequence[Sentence],
    dated: Mapping[DocumentId, ReportDate],
    stories: Sequence[Story] = (),
) -> list[Group]:
    """Group reports by the event of which they tell.

    Reports of one story whose days lie at most three days apart tell of one event; a report without a day goes to the
    event of its story whose reports open most like it. Where no two days lie apart, or most reports have no date, a
    story is one event.

    Args:
        documents: Reports with sentences.
        sentences: Their sentences.
        dated: What is known of each report's time.
        stories: The reports of each story; one story where none are given.

    Returns:
        Groups, the one with most reports first.
    """
    told = [[one for one in documents if one.id in names] for names in map(frozenset, stories)] or [[*documents]]
    groups = [group for own in told for group in _group_by_days(own, sentences, dated)]
    return sorted(groups, key=lambda group: (-len(group), group))


def _group_by_days(
    documents: Sequence[Document], sentences: Sequence[Sentence], dated: Mapping[DocumentId, ReportDate]
) -> list[Group]:
    days = {document.id: dated[document.id].days for document in documents if dated[document.id].days}
    if 2 * sum(dated[document.id].published is not None for document in documents) < len(documents):
        return [tuple(document.id for document in documents)]
    near: list[list[DocumentId]] = []
    for name in sorted(days, key=lambda name: (days[name], name)):
        if near and days[name][0] - days[near[-1][-1]][-1] <= _APART:
            near[-1].append(name)
        else:
            near.append([name])
    place = {name: number for number, name in enumerate(days)}
    groups = [sorted(group) for group in sorted(near, key=lambda group: min(map(place.__getitem__, group)))] or [[]]
    rest = [document.id for document in documents if document.id not in days]
    for name, nearest in zip(rest, _nearest_groups(rest, groups, sentences), strict=True):
        groups[nearest].append(name)
    return [tuple(group) for group in groups]


def _nearest_groups(
    names: Sequence[DocumentId], groups: Sequence[Sequence[DocumentId]], sentences: Sequence[Sentence]
) -> list[int]:
    """For each report the group that holds the one which opens most like it, the first of equals."""
    if len(groups) == 1:
        return [0] * len(names)
    members = [name for group in groups for name in group]
    leads: dict[DocumentId, list[str]] = {name: [] for name in (*members, *names)}
    for sentence in sentences:
        if sentence.position < _LEAD and sentence.document in leads:
            leads[sentence.document].extend(term for term in sentence.terms if term)
    # Equal openings are compared once: many copies cost no more than one.
    rows = list(dict.fromkeys(map(tuple, leads.values())))
    row_of = {row: at for at, row in enumerate(rows)}
    vectors = tfidf_of_terms(rows)
    owners = [[row_of[row] for row in dict.fromkeys(tuple(leads[name]) for name in group)] for group in groups]
    starts = np.cumsum([0, *map(len, owners)])[:-1]
    others = vectors[[row for own in owners for row in own]].T
    asked = [row_of[row] for row in dict.fromkeys(tuple(leads[name]) for name in names)]
    best: dict[int, int] = {}
    for at in range(0, len(asked), _ROWS):
        few = asked[at : at + _ROWS]
        nearness = np.maximum.reduceat((vectors[few] @ others).toarray(), starts, axis=1)
        best.update(zip(few, nearness.argmax(axis=1).tolist(), strict=True))
    return [best[row_of[tuple(leads[name])]] for name in names]


def arrange_statements(chosen: Sequence[Statement], context: BriefingContext) -> tuple[Headline, tuple[Event, ...]]:
    """Put the chosen statements in reading order: the bottom line, event by event, then the background.

    The main event is the one of which most origins tell. It comes first, the others after it, latest first. The bottom
    line is the main event's statement that sums up best, of those that nothing later overtakes; the one that gives the
    title leads where it sums up nearly as well. The other events open with what a report opens with. The rest follows
    as `order_statements` has it. A statement that tells of nothing but days long before its event is background, or
    belongs to the event of that day.

    Args:
        chosen: The statements of the briefing, at least one.
        context: The reports and what is known of them. What lies before one event is no event of another story.

    Returns:
        What happened, and events in reading order; the first holds the bottom line alone. What else is told of the main
        event follows it without a heading, since the title is one; each other event has what happened over it.
    """
    groups, dated, lead, dates = context.groups, context.dated, context.lead, context.dates
    group_of = {name: number for number, group in enumerate(groups) for name in group}
    cited = {name for statement in chosen for name in statement.documents}
    whens = [_when(group, dated) if _is_dated(group, cited, dated) else None for group in groups]
    story_of = {name: number for number, story in enumerate(context.stories) for name in story}
    members: dict[int, list[Statement]] = {}
    background: list[Statement] = []
    leaders = find_leaders(chosen)

    def home(statement: Statement) -> int | None:
        number = _event_of(statement, group_of)
        told = told_by(statement, dates)
        if not _is_background(statement, told, whens[number]):
            return number
        own = story_of.get(groups[number][0])
        others = (at for at, group in enumerate(groups) if story_of.get(group[0]) == own)
        return next((at for at in others if _falls_in(told[0], groups[at], dated)), None)

    for statement in chosen:
        number = home(leaders.get(statement.wording.id, statement))
        (background if number is None else members.setdefault(number, [])).append(statement)
    if not members:  # all that was asked for is background: then it is the news
        members[_event_of(background[0], group_of)], background = background, []
    origin_of = chosen[0].origin_of
    tellers = {number: len({origin_of[name] for name in groups[number]}) for number in members}
    main = min(members, key=lambda number: (-tellers[number], _recency(whens[number]), number))

    by_id = {document.id: document for document in context.documents}
    reports = [[by_id[name] for name in group] for group in groups]
    tolls = [add_tolls_of_headlines(own, context.tolls) for own in reports]

    def leading(statement: Statement) -> tuple[bool, bool, float, int]:
        is_new = not is_overtaken(statement.wording.text, tolls[main])
        return statement.wording.id not in leaders, is_new, weigh_leader(statement, lead), -statement.wording.id

    bottom = max(members[main], key=leading)
    about = {number: [one for one in chosen if _event_of(one, group_of) == number] for number in members}
    told_of = open_told(context.sentences, origin_of, recency=recency_of_reports(groups, dated))

    def head(number: int, printed: Sequence[Statement]) -> Headline:
        alone = [one for one in printed if one.wording.id not in leaders] or printed
        ordered = sorted(alone, key=lambda one: (one is not bottom, -weigh_leader(one, lead), one.wording.id))
        weights = [weigh_leader(one, lead) for one in ordered]
        return name_event(reports[number], ordered, weights, told_of._replace(tolls=tolls[number]))

    title = head(main, [one for one in about[main] if one not in background] or members[main])
    titled = next((one for one in members[main] if _gives(one.wording, title)), bottom)
    sums_up = weigh_leader(titled, lead) >= _AS_WELL * weigh_leader(bottom, lead)
    if sums_up and leading(titled)[:2] == leading(bottom)[:2]:
        bottom = titled
    when = _up_to(_widened(whens[main], [bottom], dates), bottom, dates)
    events = [Event(heading=BOTTOM_LINE, when=when, statements=(bottom,))]
    for number in sorted(members, key=lambda number: (number != main, _recency(whens[number]), number)):
        rest = [statement for statement in members[number] if statement is not bottom]
        if rest:
            heading = None if number == main else head(number, rest).text
            first = (
                bottom if number == main else min(rest, key=lambda one: (is_ahead(one, dates), place_of(one, by_id)))
            )
            ordered = order_statements(first, rest, dates, by_id, tolls[number])
            when = _widened(whens[number], ordered, dates)
            events.append(Event(heading=heading, when=when, statements=tuple(ordered)))
    return title, (*events, *_background(background, dates, by_id))


def _gives(sentence: Sentence, title: Headline) -> bool:
    """Whether a title is the opening of a sentence, or the headline of the report that the sentence opens."""
    if title.sentence is not None:
        return sentence.id == title.sentence
    return sentence.document == title.document and sentence.position == 0


def _is_background(statement: Statement, told: Sequence[DatePhrase], when: DateRange | None) -> bool:
    """Whether a statement tells of nothing but days clearly before its event, and of nothing that is still so."""
    if when is None or not told:
        return False
    is_before = all(when.start - phrase.last > _APART and not phrase.is_ahead for phrase in told)
    return is_before and is_over(statement.wording.text)


def _falls_in(phrase: DatePhrase, group: Group, dated: Mapping[DocumentId, ReportDate]) -> bool:
    """Whether a phrase names a day between the first and the last that an event's reports name in their openings."""
    days = [day for name in group for day in dated[name].days]
    return bool(days) and phrase.precision == "day" and min(days) <= phrase.first <= max(days)


def _widened(when: DateRange | None, statements: Sequence[Statement], dates: Dates) -> DateRange | None:
    """The days of an event, with those days next to them of which its statements tell."""
    if when is None:
        return None
    days = [when.start, when.end]
    for statement in statements:
        days += [
            phrase.first
            for phrase in told_by(statement, dates)[:1]
            if phrase.precision == "day" and when.start - phrase.first <= _NEXT and phrase.first - when.end <= _NEXT
        ]
    return DateRange(start=min(days), end=max(days))


def _up_to(when: DateRange | None, statement: Statement, dates: Dates) -> DateRange | None:
    """The days of an event up to the one on which somebody says what a statement tells, where that is soon after."""
    if when is None:
        return None
    said = [
        phrase.first
        for phrase in dates.get(statement.wording.id, ())
        if phrase.role == "said" and phrase.precision == "day" and phrase.first - when.end <= _APART
    ]
    return DateRange(start=when.start, end=max([when.end, *said]))


def _background(statements: Sequence[Statement], dates: Dates, by_id: Mapping[DocumentId, Document]) -> list[Event]:
    """The background under a heading of its own, earliest first."""
    if not statements:
        return []
    leaders = find_leaders(statements)
    spans = {one.wording.id: told_by(leaders.get(one.wording.id, one), dates)[0] for one in statements}
    ordered = sorted(statements, key=lambda one: (spans[one.wording.id].first, place_of(one, by_id)))
    when = DateRange(start=min(one.first for one in spans.values()), end=max(one.last for one in spans.values()))
    return [Event(heading=name_background(ordered), when=when, statements=tuple(ordered))]


def _event_of(statement: Statement, group_of: Mapping[DocumentId, int]) -> int:
    """The event that most of a statement's origins tell of; of several, that of the printed wording."""
    told = {(group_of[name], statement.origin_of[name]) for name in statement.documents}
    votes = Counter(number for number, _ in told)
    return max(votes, key=lambda number: (votes[number], number == group_of[statement.wording.document], -number))


def _is_dated(group: Group, cited: Container[DocumentId], dated: Mapping[DocumentId, ReportDate]) -> bool:
    """Whether a cited report of an event has a day: that of one which says nothing here is not the event's."""
    return any(dated[name].days for name in group if name in cited)


def _when(group: Group, dated: Mapping[DocumentId, ReportDate]) -> DateRange | None:
    """The days of an event: those of which at least half as many of its reports tell as news as of any."""
    told = Counter(day for name in group for day in dated[name].news)
    most = max(told.values(), default=0)
    days = [day for day, times in told.items() if 2 * times >= most]
    if not days:
        days = [day for name in group for day in dated[name].days]
    return DateRange(start=min(days), end=max(days)) if days else None


def _recency(when: DateRange | None) -> int:
    return -(when.end if when else date.min).toordinal()
