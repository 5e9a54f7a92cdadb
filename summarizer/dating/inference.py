"""Dates of undated reports, inferred from events that they share with dated ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from summarizer.features.vectors import tfidf_of_terms
from summarizer.model import DatePhrase, DocumentId, PartialDate, ReportDate, Sentence, Statement
from summarizer.nlp.dates.relative_dates import find_date_phrases, has_weekday, is_weekday

# Least tf-idf cosine of two openings that tell of one event. In the labelled stories openings on two events reach .22,
# most on one event .27 and more; it counts as much as one statement in common.
_ALIKE = 0.25
_LATER = (2, 1)  # days after an event of which an opening may tell as well, so that it was written then at the earliest
_MOSTLY = 3  # statements in common, and the share of the report that they must be,
_SHARE = 0.25  # for it to be dated by them alone
_OLD = timedelta(days=3)  # what a statement tells of that lies further back is no news

Leads = Mapping[DocumentId, Sequence[Sentence]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shared:
    """What one undated report shares with dated ones.

    Attributes:
        days: For each day of which dated reports tell as news, how much it shares with them.
        witness: The first report, by id, that tells of that day.
        reports: How many statements it shares with the first report of each date.
    """

    days: Counter[date] = field(default_factory=Counter)
    witness: dict[date, DocumentId] = field(default_factory=dict)
    reports: Counter[DocumentId] = field(default_factory=Counter)

    def add(self, days: Mapping[date, DocumentId]) -> None:
        self.days.update(days.keys())
        for day, name in days.items():
            self.witness[day] = min(name, self.witness.get(day, name))


def infer_dates(
    undated: Sequence[DocumentId],
    leads: Leads,
    held: Mapping[DocumentId, int],
    statements: Sequence[Statement],
    dated: Mapping[DocumentId, ReportDate],
) -> dict[DocumentId, ReportDate]:
    """Date reports by what they share with dated ones.

    A report shares an event where a statement is in both, or where they open alike; what both tell of long ago does not
    count. A weekday in its opening must be that of the event; one that is a day or two later puts the report on that
    day. So an inferred date is the earliest that fits. A report that shares many statements with another has its date.

    Args:
        undated: The reports to be dated.
        leads: The opening sentences of all reports.
        held: How many sentences each report has.
        statements: What the reports say.
        dated: What is known of each report.

    Returns:
        What can be told of undated reports; nothing of those that share too little.
    """
    known = {name: one for name, one in sorted(dated.items()) if one.written and one.written[0] == one.written[1]}
    shared = {name: _Shared() for name in sorted(undated)}
    _count_statements(shared, statements, known)
    _count_openings(shared, leads, known)
    found = {}
    for name, evidence in shared.items():
        one = _by_event(leads[name], evidence) or _by_copy(evidence, held[name], known)
        if one is not None:
            found[name] = one
    return found


def _count_statements(
    shared: Mapping[DocumentId, _Shared], statements: Sequence[Statement], known: Mapping[DocumentId, ReportDate]
) -> None:
    """Count the statements in common, once for each day and each date, so that many copies cost no more than one."""
    for statement in statements:
        takers = [name for name in statement.documents if name in shared]
        givers = {
            (known[name].published, known[name].news): name
            for name in sorted(statement.documents, reverse=True)
            if name in known
        }
        if not takers or not givers:
            continue
        days: dict[date, DocumentId] = {}
        for name in sorted(givers.values(), reverse=True):
            latest = _latest_told(statement, name, known[name])
            days |= {day: name for day in known[name].news if latest is None or day - latest <= _OLD}
        for taker in takers:
            shared[taker].add(days)
            shared[taker].reports.update(givers.values())


def _latest_told(statement: Statement, name: DocumentId, one: ReportDate) -> date | None:
    """The last day of which a report's own sentence of a statement tells; None where it names none."""
    own = next(sentence for sentence in statement.sentences if sentence.document == name)
    phrases = find_date_phrases(own.text, one.written, own.language)
    return max((phrase.last for phrase in phrases if phrase.role == "told"), default=None)


def _count_openings(shared: Mapping[DocumentId, _Shared], leads: Leads, known: Mapping[DocumentId, ReportDate]) -> None:
    """Count the dated report that opens most like each undated one, if it does; only where that could date it."""
    shared = {
        name: one
        for name, one in shared.items()
        if any(has_weekday(sentence.text, sentence.language) for sentence in leads[name])
    }
    if not shared:
        return
    terms = {name: tuple(t for sentence in leads[name] for t in sentence.terms if t) for name in (*shared, *known)}
    firsts = {terms[name]: name for name in reversed(list(known))}  # of equal openings the first report's
    rows = list(dict.fromkeys((*firsts, *(terms[name] for name in shared))))
    vectors = tfidf_of_terms(rows)
    if not firsts:
        return
    nearness = (vectors @ vectors[: len(firsts)].T).toarray()
    best = nearness.argmax(axis=1)
    row_of = {row: at for at, row in enumerate(rows)}
    names = list(firsts.values())
    for name, evidence in shared.items():
        at = row_of[terms[name]]
        if nearness[at, best[at]] >= _ALIKE:
            witness = names[best[at]]
            evidence.add(dict.fromkeys(known[witness].news, witness))


def _by_event(lead: Sequence[Sentence], shared: _Shared) -> ReportDate | None:
    """The date by the event most shared whose weekday the opening names; None where there is none, or there are two."""
    naming = {day: _naming(lead, day) for day in sorted(shared.days)}
    happened = {day: phrases for day, phrases in naming.items() if any(one.role != "said" for one in phrases)}
    fitting = happened or {day: phrases for day, phrases in naming.items() if phrases}
    if not fitting:
        return None
    most = max(shared.days[day] for day in fitting)
    best = [day for day in fitting if shared.days[day] == most]
    if best[-1] - best[0] > _OLD:
        return None
    event = best[0]
    why = f"it tells of {fitting[event][0].text}, as {shared.witness[event]} does of {event}"
    for later in _LATER:
        if date.max - event >= timedelta(days=later):
            day = event + timedelta(days=later)
            named = _naming(lead, day)
            if named:
                return _dated(day, event, f"{why}, and of {named[0].text} after it")
    return _dated(event, event, why)


def _naming(lead: Sequence[Sentence], day: date) -> list[DatePhrase]:
    """The phrases of sentences written on a day that name this day by its weekday."""
    found = [(one, find_date_phrases(one.text, (day, day), one.language)) for one in lead]
    named = [phrase for one, phrases in found for phrase in phrases if is_weekday(phrase, one.language)]
    return [phrase for phrase in named if phrase.first == day and not phrase.is_ahead]


def _by_copy(shared: _Shared, held: int, known: Mapping[DocumentId, ReportDate]) -> ReportDate | None:
    """The date of the report with most statements in common, where they are a good part of this one."""
    if not shared.reports:
        return None
    name = max(shared.reports, key=lambda other: (shared.reports[other], other))
    common, published = shared.reports[name], known[name].published
    if common < _MOSTLY or common < _SHARE * held or published is None:
        return None
    return _dated(published.day, published.day, f"{common} of its statements are in {name}, dated {published.day}")


def _dated(day: date, event: date, why: str) -> ReportDate:
    moment = PartialDate(value=datetime.combine(day, datetime.min.time()))
    days = tuple(sorted({event, day}))
    return ReportDate(published=moment, published_is="inferred", why=why, days=days, news=(event,), written=(day, day))
