"""Stated dates that cannot be right, and dates that may be two days."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from summarizer.languages.codes import read_code
from summarizer.languages.data_sections import find_section
from summarizer.languages.word_records import Words
from summarizer.model import Document, DocumentId, PartialDate, Sentence, Statement
from summarizer.nlp.dates.calendar_dates import find_days
from summarizer.nlp.dates.relative_dates import find_date_phrases, has_weekday, is_weekday

_FAR = timedelta(days=365)  # reports of one story are no farther apart, or one of them looks back
_ABSURD = timedelta(days=20 * 365)
_OLD = timedelta(days=3)  # what a statement tells of that lies further back is no news
_NULL = (date(1969, 12, 31), date(1970, 1, 1))  # where clocks begin to count: what programs write for none
_WEB = 1995  # before it no report was published on the web: of two dates the older one is the wrong one
_MOSTLY = 3  # statements in common that make a report one with another
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FRESH = timedelta(days=7)

Leads = Mapping[DocumentId, Sequence[Sentence]]
_ASSUMED = "en"  # the language of a report that does not say what it is in


class DatingWords(Words, section="dating"):
    """What tells by which of the days that a report names it is dated, by the keys of the section "dating"."""

    archive: re.Pattern[str]
    published: re.Pattern[str]
    looks_back: re.Pattern[str]
    happened: re.Pattern[str]
    planned: re.Pattern[str]


def date_language(document: Document) -> str | None:
    """Return the language in which a report's dates can be read; None where we have no words for them.

    Examples:
        >>> date_language(Document(id="a", text="It rained on Monday.", language="en-GB"))
        'en'
    """
    language = read_code(document.language) if document.language else _ASSUMED
    return language if find_section(language, "dates") else None


def may_be_wrong(documents: Sequence[Document]) -> bool:
    """Tell whether stated dates are so far apart that statements must show which of them can be."""
    days = [document.published.day for document in documents if document.published]
    return any(day in _NULL for day in days) or (len(days) > 1 and max(days) - min(days) >= _FAR)


def find_impossible(
    documents: Sequence[Document], sentences: Sequence[Sentence], statements: Sequence[Statement]
) -> dict[DocumentId, str]:
    """Find the stated dates that cannot be, and say why.

    A date a year or more after those of the others cannot be where the report tells as news what they tell, and says
    itself neither that year nor that it looks back; twenty years after them it cannot be at all, but where it says so.
    One of before the web, or twenty years before them, cannot be where the report tells what is their news. None can be
    that lies a year before what the report tells has happened, or where clocks begin to count. A message may hold what
    an older report tells, or one filed on another day: then it was sent, but not written on its day.
    """
    stated = {document.id: document.published for document in documents if document.published}
    texts: dict[DocumentId, list[str]] = {document.id: [] for document in documents}
    for sentence in sentences:
        texts.setdefault(sentence.document, []).append(sentence.text)
    found: dict[DocumentId, str] = {}
    for document in documents:
        moment = stated.get(document.id)
        told = _told_later(texts[document.id], moment.day, date_language(document)) if moment else None
        if moment and moment.day in _NULL and not {"1969", "1970"} & set(_YEAR.findall(" ".join(texts[document.id]))):
            found[document.id] = "programs write that for none"
        elif told:
            found[document.id] = f"it tells of {told}"
    news = {name: one for name, one in stated.items() if name not in found}
    is_mail = any(document.kind == "mail" and document.dateline for document in documents)
    if not is_mail and not may_be_wrong(documents):  # what is shared then shows nothing, and costs time
        return found
    shared = _shared_news(statements, news)
    for document in documents:
        if document.id in news:
            text = " ".join(texts[document.id])
            filed = _filed_otherwise(document) if document.kind == "mail" else None
            why = filed or _against_others(document, news, shared[document.id], _tied(document.id, statements), text)
            if why:
                found[document.id] = why
    return found | _sent_with(documents, news, shared, found)


def _filed_otherwise(document: Document) -> str | None:
    """The dateline of a report in a message, where it is not of the week before the message was sent."""
    if document.dateline is None or document.dateline.day is None or document.published is None:
        return None
    if document.published.precision != "minute":  # a line of the report, not the head of the message
        return None
    sent, language = document.published.day, date_language(document)
    years = (sent.year, sent.year - 1)
    days = [day for year in years for day in find_days(document.dateline.day, year=year, language=language)]
    near = [day for day in days if timedelta(days=-1) <= sent - day <= _FRESH]
    return "its dateline is of another day" if days and not near else None


def _sent_with(
    documents: Sequence[Document],
    stated: Mapping[DocumentId, PartialDate],
    shared: Mapping[DocumentId, Mapping[DocumentId, int]],
    found: Mapping[DocumentId, str],
) -> dict[DocumentId, str]:
    """Messages that tell what one tells that was sent with them long after it was written."""
    mails = [document.id for document in documents if document.kind == "mail" and document.id in stated]
    waiting = [name for name in mails if name in found]
    late: dict[DocumentId, str] = {}
    while waiting:
        other = waiting.pop(0)
        for name in mails:
            is_open = name not in found and name not in late
            if is_open and shared[name].get(other) and abs(stated[name].day - stated[other].day) < _FAR:
                late[name] = f"what it tells is in {other} as well, which was not written then either"
                waiting.append(name)
    return late


def _told_later(texts: Sequence[str], stated: date, language: str | None) -> date | None:
    """A day, told in full as past, that lies a year or more after the stated one."""
    words = DatingWords.find(language)
    for text in texts if words else ():
        if not any(int(year) > stated.year for year in _YEAR.findall(text)):
            continue
        for phrase in find_date_phrases(text, (stated, stated), language):
            is_late = phrase.precision == "day" and phrase.role == "told" and phrase.first - stated >= _FAR
            before = text[: phrase.span.start]
            is_full = is_late and not phrase.is_relative and not phrase.is_ahead
            if words and is_full and words.happened.search(before):
                return None if words.planned.search(text) else phrase.first
    return None


def _shared_news(
    statements: Sequence[Statement], stated: Mapping[DocumentId, PartialDate]
) -> dict[DocumentId, dict[DocumentId, int]]:
    """How many statements each dated report shares with each other one; what both tell of long ago does not count."""
    shared: dict[DocumentId, dict[DocumentId, int]] = {name: {} for name in stated}
    for statement in statements:
        names = [name for name in statement.documents if name in stated]
        if len(names) < 2:
            continue
        own = {sentence.document: sentence for sentence in statement.sentences}
        fresh = [name for name in names if name in own and _is_news(own[name], stated[name].day)]
        for name in names:
            for other in fresh:
                if other != name:
                    shared[name][other] = shared[name].get(other, 0) + 1
    return shared


def _tied(name: DocumentId, statements: Sequence[Statement]) -> frozenset[DocumentId]:
    """The reports that tell with a report what happened on a weekday: one week's "on Monday" is not another's."""
    tied: set[DocumentId] = set()
    for statement in statements:
        named = {sentence.document for sentence in statement.sentences if has_weekday(sentence.text, sentence.language)}
        tied |= named if name in named else set()
    return frozenset(tied)


def _is_news(sentence: Sentence, day: date) -> bool:
    phrases = find_date_phrases(sentence.text, (day, day), sentence.language)
    told = [phrase.last for phrase in phrases if phrase.role == "told"]
    return not told or day - max(told) <= _OLD


def _against_others(
    document: Document,
    stated: Mapping[DocumentId, PartialDate],
    shared: Mapping[DocumentId, int],
    tied: frozenset[DocumentId],
    text: str,
) -> str | None:
    """Why a report's stated date cannot be, by those of the others; None where it can."""
    own = stated[document.id].day
    others = {name: moment.day for name, moment in stated.items() if name != document.id}
    far = [day for day in others.values() if abs(day - own) >= _FAR]
    near = len(others) - len(far) + 1
    earlier = {name: count for name, count in shared.items() if own - others[name] >= _FAR}
    later = {name: count for name, count in shared.items() if others[name] - own >= _FAR}
    names = set(_YEAR.findall(text))
    words = DatingWords.find(date_language(document))
    looks_back = bool(words and words.looks_back.search(text)) or not names.isdisjoint(
        {str(own.year), str(own.year - 1)}
    )
    is_copy = sum(earlier.values()) >= _MOSTLY
    is_last = far and max(far) < own and len(far) >= near and far[0].year >= _WEB
    is_alone = is_last and (len(far) > 1 or own - max(far) >= _ABSURD or not tied.isdisjoint(earlier))
    if earlier and (is_alone or document.kind == "mail") and (is_copy or not looks_back):
        return _told_by(earlier, others)
    if is_last and own - max(far) >= _ABSURD and not looks_back:
        return f"no other report is of later than {max(far)}"
    is_first = far and min(far) > own and (len(far) > near or (len(far) == near and own.year < _WEB))
    is_absurd = own.year < _WEB or bool(far and min(far) - own >= _ABSURD)
    if is_first and is_absurd and later and str(own.year) not in names:
        return _told_by(later, others)
    return None


def _told_by(shared: Mapping[DocumentId, int], others: Mapping[DocumentId, date]) -> str:
    most = min(shared, key=lambda name: (-shared[name], others[name], name))
    return f"a statement of it is in {most}, dated {others[most]}"


def choose_reading(
    document: Document, lead: Sequence[str], filed: date | None, stated: Sequence[date]
) -> tuple[PartialDate, str] | None:
    """Choose between the two days that a date in figures may mean; and say why.

    By the day of the report's dateline; else by a weekday in its opening that was the same day or the day before for
    one of them and for the other was not; else by the other reports, where one is within a week of them and the other
    is far from them.
    """
    first, second = document.readings[:2]
    if filed:
        near = [one for one in (first, second) if abs(one.day - filed) <= _OLD]
        if len(near) == 1:
            return near[0], f"its dateline says {document.dateline.day if document.dateline else filed}"
    lags = {one.day: _lag(lead, one.day, date_language(document)) for one in (first, second)}
    for one, other in ((first, second), (second, first)):
        lag, rest = lags[one.day], lags[other.day]
        if lag is not None and lag[0] <= 1 and rest is not None and rest[0] > _OLD.days:
            return one, f"it tells of {lag[1]}"
    if stated:
        far = {one.day: min(abs(one.day - day) for day in stated) for one in (first, second)}
        for one, other in ((first, second), (second, first)):
            if far[one.day] <= _FRESH and far[other.day] > 3 * _FRESH:
                day = min(stated, key=lambda other_day: (abs(other_day - one.day), other_day))
                return one, f"another report is dated {day}"
    return None


def _lag(lead: Sequence[str], day: date, language: str | None) -> tuple[int, str] | None:
    """How many days before a day the latest weekday lies of which an opening tells, and its name."""
    named = [text for text in lead if has_weekday(text, language)]
    phrases = [phrase for text in named for phrase in find_date_phrases(text, (day, day), language)]
    told = [((day - one.first).days, one.text) for one in phrases if is_weekday(one, language) and not one.is_ahead]
    return min(told, default=None)


def told_both(readings: Sequence[PartialDate]) -> str:
    """Say what a date may mean that may mean two days."""
    return " or ".join(str(reading) for reading in readings)
