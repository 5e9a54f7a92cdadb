"""The date of each report, stated or inferred, and the days of which it tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice

from summarizer.dating.doubtful_dates import (
    DatingWords,
    choose_reading,
    date_language,
    find_impossible,
    told_both,
)
from summarizer.dating.inference import infer_dates
from summarizer.model import DatePhrase, Document, DocumentId, PartialDate, ReportDate, Sentence, Statement
from summarizer.nlp.dates.calendar_dates import find_days, find_years
from summarizer.nlp.dates.relative_dates import find_date_phrases, is_weekday
from summarizer.nlp.dates.tense import is_quoted

_LEAD = 3  # sentences of a report that tell what it is about, and when
_FRESH = timedelta(days=7)  # news tells of days at most this long before its own
_LATER = (timedelta(days=1), timedelta(days=2))  # after a picture, of which an opening may tell as well
_EASTERNMOST = timedelta(hours=14)  # no clock is farther before that of Greenwich
_DAYS = 8  # named in an opening and in captions, of which one may be its own; what names more is a list
_HEADING = 40  # characters of a day told in full ("Wednesday, September 28, 2005"), and a little more
_UNKNOWN = "it states no date, and shares no event with a report that has one"
_Choice = tuple[PartialDate, str]  # one of two readings, and why


def date_documents(
    documents: Sequence[Document], sentences: Sequence[Sentence], statements: Sequence[Statement] = ()
) -> dict[DocumentId, ReportDate]:
    """Date reports: as they state, by their datelines, by the days that they name, by what they share with dated ones.

    A day without a year takes the one nearest the report's own date, else nearest those of the others. One old date
    proves nothing: a day named in full dates a report only where its opening names that weekday as well.

    Args:
        documents: Reports.
        sentences: Their sentences.
        statements: Those sentences merged; without them what reports share is judged by their openings alone.

    Returns:
        What is known of each report, by id.
    """
    given = {document.id: document for document in documents}
    impossible = find_impossible(documents, sentences, statements)
    documents = [replace(one, published=None, updated=None) if one.id in impossible else one for one in documents]
    text_of = {document.id: document.text for document in documents}
    leads: dict[DocumentId, list[Sentence]] = {document.id: [] for document in documents}
    for sentence in sentences:
        name = sentence.document
        if sentence.position < _LEAD and name in leads and not _is_amid_quotation(sentence, text_of[name]):
            leads[name].append(sentence)
    stated = sorted(document.published.day for document in documents if document.published)
    usual = stated[(len(stated) - 1) // 2] if stated else _usual_day(documents)
    dated = {
        document.id: _date(document, [one.text for one in leads[document.id]], usual, stated) for document in documents
    }
    undated = [one.id for one in documents if dated[one.id].published is None and date_language(one)]
    if undated and len(undated) < len(documents):
        held = Counter(sentence.document for sentence in sentences)
        inferred = infer_dates(undated, leads, held, statements, dated)
        dated |= {name: _fit(one, given[name].readings, dated[name], stated) for name, one in inferred.items()}
    for name, why in impossible.items():
        dated[name] = _given_up(dated[name], given[name], why)
    live = {
        name: replace(dated[name], entries=document.entries) for name, document in given.items() if document.entries
    }
    return dated | live


def _fit(
    inferred: ReportDate, readings: Sequence[PartialDate], before: ReportDate, stated: Sequence[date]
) -> ReportDate:
    """What was inferred of a report; of one whose date may be two days, only the day that it fits."""
    if not readings or inferred.published is None:
        return inferred
    day = inferred.published.day
    near = [one for one in readings if timedelta(0) <= one.day - day <= _FRESH]
    others = [one for one in readings if one not in near and any(abs(one.day - other) <= _FRESH for other in stated)]
    if len(near) != 1 or others:
        return before
    why = f"its date may be {told_both(readings)}; {inferred.why}"
    return replace(inferred, published=near[0], why=why, written=near[0].days)


def _given_up(dated: ReportDate, document: Document, why: str) -> ReportDate:
    """What is known of a report whose stated date cannot be, with the date that it states."""
    is_mail = document.kind == "mail"
    note = f"it was sent on {document.published}, but not written then: {why}" if is_mail else ""
    note = note or f"it states {document.published}, which cannot be: {why}"
    if dated.published is None:
        return replace(dated, why=note)
    return replace(dated, why=f"{note}; {dated.why}", published_is="inferred")


def find_dates(
    statements: Iterable[Statement], documents: Sequence[Document], dated: Mapping[DocumentId, ReportDate]
) -> dict[int, tuple[DatePhrase, ...]]:
    """Find the date phrases of printed wordings, resolved against their reports' dates.

    Returns:
        The phrases of each wording that has any, by the sentence's id.
    """
    given = {document.id: document for document in documents}
    found = {}
    for wording in (statement.wording for statement in statements):
        if wording.document in given:
            amid = _is_amid_quotation(wording, given[wording.document].text)
            written = dated[wording.document].at(wording.span.start).written
            language = date_language(given[wording.document])
            phrases = find_date_phrases(wording.text, None if amid else written, language)
            if phrases:
                found[wording.id] = phrases
    return found


def _is_amid_quotation(sentence: Sentence, text: str) -> bool:
    """Whether a quotation is open where a sentence starts: its days count from the saying, whenever that was."""
    opens = text.rfind("\n", 0, sentence.span.start) + 1
    return is_quoted(text[opens : sentence.span.start], sentence.span.start - opens)


def _date(document: Document, lead: Sequence[str], usual: date | None, stated: Sequence[date]) -> ReportDate:
    shown = [drop for drop in document.dropped if drop.rule in ("caption", "photo credit")]
    captions = [drop.span.of(document.text) for drop in shown]
    published, filed, language = document.published, _filed(document, usual), date_language(document)
    chosen = choose_reading(document, lead, filed, stated) if document.readings and not published else None
    published = chosen[0] if chosen else published
    if published:
        one = _stated(document, published, chosen, lead)
        # What was filed on one day and published on the next speaks from the day of its dateline.
        if filed and abs(filed - published.day) <= _FRESH:
            one = replace(one, written=(filed, filed))
        return _with_days(one, lead, captions, filed, language)
    if document.readings:
        why = f"its date may be {told_both(document.readings)}, and nothing tells which"
        return ReportDate(published=None, published_is="unknown", why=why)
    if filed and document.dateline:
        why = f"its dateline says {document.dateline.day}; the year is the one nearest the other reports"
        return _with_days(_inferred(filed, why), lead, captions, filed, language)
    above = document.kept[0].start if document.kept else 0
    opening = _opening_day(lead, [drop.span.of(document.text) for drop in shown if drop.span.end <= above], language)
    if opening:
        one = ReportDate(
            published=PartialDate(value=datetime.combine(opening, datetime.min.time())),
            published_is="stated",
            why="the report opens with it",
            written=(opening, opening),
        )
        return _with_days(one, lead, captions, None, language)
    found = _pictured_day(lead, captions, language)
    if found:
        day, why = found
        return _with_days(_inferred(day, why), lead, captions, None, language)
    # A day named in full is history or the day of a picture, unless another report was written then.
    year = usual.year if usual else None
    days = {day for text in (*lead, *captions) for day in find_days(text, year=year, language=language)}
    near = tuple(sorted(day for day in days if any(abs(day - one) <= _FRESH for one in stated)))
    return ReportDate(published=None, published_is="unknown", why=_UNKNOWN, days=near)


def _stated(document: Document, published: PartialDate, chosen: _Choice | None, lead: Sequence[str]) -> ReportDate:
    """A report's own date; the one of two readings that fits is no more than inferred."""
    if chosen:
        why = f"its date may be {told_both(document.readings)}; {chosen[1]}"
        return ReportDate(published=published, published_is="inferred", why=why, written=published.days)
    is_change = document.updated is not None and str(document.updated) == str(published)
    why = "the report states that it was changed then, and no other date" if is_change else "the report states it"
    local = _local_day(document, published, lead)
    return ReportDate(published=published, published_is="stated", why=why, written=local or published.days)


def _local_day(document: Document, published: PartialDate, lead: Sequence[str]) -> tuple[date, date] | None:
    """The outlet's own day, where it can be another than that of a time in UTC and the opening names its weekday.

    "On Wednesday", written on a Tuesday evening by the clock of Greenwich, is of the Wednesday that has begun
    elsewhere, not of six days ago.
    """
    value, language = published.value, date_language(document)
    if published.precision != "minute" or value.utcoffset() not in (None, timedelta(0)) or not language:
        return None
    later = (value.replace(tzinfo=None) + _EASTERNMOST).date()
    if later == published.day:
        return None
    named = _naming(lead, later, language)
    phrases = [phrase for text in lead for phrase in find_date_phrases(text, published.days, language)]
    first = [one.text for one in phrases if is_weekday(one, language)]
    return (later, later) if named and named[0].text in first else None


def _pictured_day(lead: Sequence[str], captions: Sequence[str], language: str | None) -> tuple[date, str] | None:
    """The day named in full, of a picture as a rule, whose weekday the opening names by itself; and why."""
    words = DatingWords.find(language)
    fresh = [text for text in (*captions, *lead) if words and not words.archive.search(text)]
    for day in islice(dict.fromkeys(day for text in fresh for day in find_days(text, language=language)), _DAYS):
        named = _naming(lead, day, language)
        if named:
            why = f"it names {day} in full, and its opening tells of {named[0].text}"
            for later in _LATER:
                after = _naming(lead, day + later, language) if date.max - day >= later else []
                if after:
                    return day + later, f"{why}, and of {after[0].text} after it"
            return day, why
    return None


def _naming(texts: Sequence[str], day: date, language: str | None) -> list[DatePhrase]:
    """The phrases of texts written on a day that name this day by its weekday."""
    phrases = [phrase for text in texts for phrase in find_date_phrases(text, (day, day), language)]
    return [one for one in phrases if is_weekday(one, language) and one.first == day and not one.is_ahead]


def _with_days(
    one: ReportDate, lead: Sequence[str], captions: Sequence[str], filed: date | None, language: str | None
) -> ReportDate:
    """Add the days that a report's opening, captions and dateline name, and those of which it tells as news."""
    if one.written is None or one.written[0] < one.written[1]:
        return one  # a month is no day
    own = one.written[0]
    every = [find_date_phrases(text, one.written, language) for text in lead]
    told = [[phrase for phrase in own if phrase.precision == "day" and not phrase.is_ahead] for own in every]
    fresh = [[phrase for phrase in phrases if timedelta(0) <= own - phrase.first <= _FRESH] for phrases in told]
    happened = [sorted({phrase.first for phrase in phrases if phrase.role != "said"}) for phrases in fresh]
    spoken = [sorted({phrase.first for phrase in phrases}) for phrases in fresh]
    news = next((days for days in (*happened, *spoken) if days), [own])
    shown = (day for text in captions for day in find_days(text, year=own.year, language=language))
    pictured = [day for day in shown if timedelta(0) <= own - day <= _FRESH]
    named = {*(day for days in spoken for day in days), *pictured} or {own}
    return replace(one, news=tuple(news), days=tuple(sorted({*named, *([filed] if filed else [])})))


def _inferred(day: date, why: str) -> ReportDate:
    published = PartialDate(value=datetime.combine(day, datetime.min.time()))
    return ReportDate(published=published, published_is="inferred", why=why, written=(day, day))


def _opening_day(lead: Sequence[str], above: Sequence[str], language: str | None) -> date | None:
    """The day with which a report opens as with a heading, or which it says it was published on.

    A caption above the story says so behind its sentences.
    """
    words = DatingWords.find(language)
    for text in (*lead, *(caption[caption.rfind("(") :] for caption in above if caption.endswith(")"))):
        line = words.published.fullmatch(text) if words else None
        days = find_days(line["day"], language=language) if line else []
        if days:
            return days[0]
    if not lead or not find_days(lead[0][:_HEADING], language=language):
        return None
    for phrase in find_date_phrases(lead[0], language=language):
        following = lead[0][phrase.span.end :].lstrip()
        if phrase.span.start == 0 and phrase.precision == "day" and following[:1].isupper() and "," in phrase.text:
            return phrase.first
    return None


def _filed(document: Document, usual: date | None) -> date | None:
    """The day of a report's dateline, in the year nearest its own date, else nearest the usual one."""
    near = document.published.day if document.published else usual
    near = near or (document.readings[0].day if document.readings else None)
    told, language = document.dateline.day if document.dateline else None, date_language(document)
    if not told:
        return None
    years = [near.year - 1, near.year, near.year + 1] if near else []
    days = find_days(told, language=language)
    days = days or [day for year in years for day in find_days(told, year=year, language=language)]
    return min(days, key=lambda day: (abs(day - near), day)) if days and near else days[0] if days else None


def _usual_day(documents: Sequence[Document]) -> date | None:
    """The middle of the year of most days that reports name: where none states its own day, the best there is."""
    named = Counter(year for document in documents for year in find_years(document.text, date_language(document)))
    return date(max(named, key=lambda year: (named[year], year)), 7, 1) if named else None
