"""Titles and headings: a headline of the reports, else what a statement says first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from summarizer.briefing.tolls import is_overtaken, tells_newest
from summarizer.model import Document, DocumentId, OriginId, Sentence, Statement
from summarizer.nlp.numbers.quantity_record import Quantity
from summarizer.nlp.sentences.headlines import clean_headline, explains
from summarizer.nlp.sentences.openings import leave_out_asides, opening_assertion, points_back, tells_what_is
from summarizer.nlp.sentences.verbs import find_verbs, holds_verb
from summarizer.nlp.tokens import open_stemmer, terms_of

BACKGROUND = "Background"
_LEANING, _TELLING = 0.6, 1.1  # factors for an opening that points back, for a headline in which a verb is seen
_STATIC = 0.6  # factor for an opening that tells what something is, and not what happened
_NEWS = 1.4  # factor for a headline with the newest of a number that grew
_RECENT = 0.3  # power of how new a report is in the worth of its headline: a late one often tells of a detail
_EXPLAINING = 0.5  # factor for one that explains: "Why the earthquake was so deadly"
_SUPPORTED = 0.4  # share of a headline's words that other origins and the statements must hold, on average
_SURE = 0.5  # the same from which a headline is better than an opening of whatever words
_BOTTOM, _CHOSEN = 1.0, 0.7  # what a word counts that stands in the first statement, or in another
_FEW = 5  # words added to a headline's length: one word in common with all is less than ten with most
_LEAD = 5  # sentences in which a report tells what happened
_LEAST = 2  # words that are no stop words below which nothing is told
_ALONE = 0.3  # what an opening counts that shares no word
_WEIGHT = 0.7  # power of a statement's weight beside what it shares with others
_SHORT = 14  # words of what stands behind "Background"
_HANDY = 24  # words beyond which an opening is the less fit the longer it is
_REPEATED, _BRIEF = 0.7, 22  # factor for the whole of the statement that stands below, and words from which it counts
_LONG = 34  # words beyond which an opening clause heads only where the others are much worse
_OVERLONG, _LONGEST = 0.4, 38  # factor for one that is longer, and words beyond which none heads at all


class Headline(NamedTuple):
    """Words over a briefing or an event, and where they are from.

    Attributes:
        text: The words.
        document: Their report.
        sentence: The id of the sentence that they open; None for the report's own headline.
    """

    text: str
    document: DocumentId
    sentence: int | None = None


class Told(NamedTuple):
    """Which words each report opens with, by their stems, and how new it is; the newest reading of each toll."""

    words_of: Mapping[DocumentId, frozenset[str]]
    origin_of: Mapping[DocumentId, OriginId]
    tolls: Mapping[str, Quantity]
    recency: Mapping[DocumentId, float]


def open_told(
    sentences: Iterable[Sentence],
    origin_of: Mapping[DocumentId, OriginId],
    tolls: Mapping[str, Quantity] | None = None,
    recency: Mapping[DocumentId, float] | None = None,
) -> Told:
    """Gather the words that reports open with.

    Args:
        sentences: All sentences.
        origin_of: The origin of each report.
        tolls: The newest reading of each toll that grew, by what became of those counted.
        recency: How new each report is beside the newest of its event, in (0, 1]; 1 for one that is not there.
    """
    words: dict[DocumentId, set[str]] = {}
    for sentence in sentences:
        if sentence.position < _LEAD:
            words.setdefault(sentence.document, set()).update(sentence.terms)
    return Told(
        words_of={name: frozenset(own - {""}) for name, own in words.items()},
        origin_of=origin_of,
        tolls=tolls or {},
        recency=recency or {},
    )


def name_event(
    documents: Sequence[Document], statements: Sequence[Statement], weights: Sequence[float], told: Told
) -> Headline:
    """Return what happened: the best headline of an event's reports, else what its statements say first.

    Args:
        documents: The reports of the event.
        statements: What is printed of it, at least one, the most important first.
        weights: How well each sums up.
        told: The words of all reports.
    """
    headline = choose_headline(documents, statements, told)
    if headline and headline[1] >= _SURE:
        return headline[0]
    opening = open_with(documents, statements, weights, told)
    if headline and (opening is None or headline[1] >= opening[1]):
        return headline[0]
    wording = statements[0].wording
    return opening[0] if opening else Headline(text=_whole(wording), document=wording.document, sentence=wording.id)


def name_background(statements: Sequence[Statement]) -> str:
    """Return a heading for what lies before: with what its first statement says, where that is short.

    Args:
        statements: What is printed of it, in reading order.
    """
    if len(statements) > 1:
        wording = statements[0].wording
        text = opening_assertion(wording.text, wording.language or "", longest=_SHORT)
        if text and len(text.split()) <= _SHORT:
            return f"{BACKGROUND}: {text}"
    return BACKGROUND


def choose_headline(
    documents: Sequence[Document], statements: Sequence[Statement], told: Told
) -> tuple[Headline, float] | None:
    """The headline of a report that shares most words with the other origins and with the statements of an event.

    A headline most words of which stand nowhere else is a caption, a teaser, or a paraphrase by a machine.

    Args:
        documents: The reports of the event.
        statements: What is printed of it, the most important first.
        told: The words of all reports.

    Returns:
        The best one, freed of what is not its own, and how much of it stands elsewhere; None where there is none.
    """
    first = frozenset(statements[0].wording.terms)
    chosen = frozenset(term for statement in statements for term in statement.wording.terms)
    words_of = _words_of_origins(documents, told)
    found = []
    for document in documents:
        language = document.language or "en"
        text = clean_headline(document.title, language) if document.title else None
        if text and not is_overtaken(text, told.tolls) and not _is_label(text, language, statements):
            others = _others(document.id, words_of, told)
            terms = _terms(text, language)
            support = _support(terms, first, chosen, others)
            support *= _NEWS if tells_newest(text, told.tolls) else 1.0
            if support >= _SUPPORTED:
                worth = support * len(terms) / (len(terms) + _FEW) * (_TELLING if holds_verb(text, language) else 1.0)
                worth *= (_EXPLAINING if explains(text, language) else 1.0) * told.recency.get(
                    document.id, 1.0
                ) ** _RECENT
                found.append((worth, support, Headline(text=text, document=document.id)))
    if not found:
        return None
    _, support, headline = max(found, key=lambda one: (one[0], one[2].document))
    return headline, support


def open_with(
    documents: Sequence[Document], statements: Sequence[Statement], weights: Sequence[float], told: Told
) -> tuple[Headline, float] | None:
    """What a statement of an event says first, without who says it: one that says much of what others say too.

    Args:
        documents: The reports of the event.
        statements: What is printed of it, the most important first.
        weights: How well each sums up.
        told: The words of all reports.
    """
    found: list[tuple[tuple[bool, float], float, Headline]] = []
    words_of = _words_of_origins(documents, told)
    held = Counter(term for statement in statements for term in frozenset(statement.wording.terms))
    best = (False, 0.0)
    for at, (statement, weight) in enumerate(zip(statements, weights, strict=True)):
        wording = statement.wording
        if (True, weight**_WEIGHT * (_ALONE + 1.0)) < best:  # however well what it opens with may read
            continue
        language = wording.language or ""
        text = opening_assertion(wording.text, language)
        if text is None or is_overtaken(text, told.tolls):
            continue
        brief = leave_out_asides(text, language)
        text = text if at else brief
        printed = frozenset(term for term in wording.terms if held[term] > 1)
        others = _others(wording.document, words_of, told)
        terms = _terms(text, language)
        support = _support(terms, printed, printed, others)
        worth = weight**_WEIGHT * (_ALONE + support) * len(terms) / (len(terms) + _FEW)
        worth *= min(1.0, _HANDY / len(text.split())) ** 0.5
        worth *= _LEANING if points_back(brief, language) and points_back(text, language) else 1.0
        worth *= _STATIC if tells_what_is(brief, language) else 1.0
        if not at and len(text.split()) > _BRIEF and text == _whole(wording):
            worth *= _REPEATED
        worth *= 1.0 if len(brief.split()) <= _LONG else _OVERLONG
        fitness = len(brief.split()) <= _LONGEST, worth
        found.append((fitness, support, Headline(text=brief, document=wording.document, sentence=wording.id)))
        best = max(best, fitness)
    if not found:
        return None
    _, support, headline = max(found, key=lambda one: one[0])
    return headline, support


def _is_label(text: str, language: str, statements: Sequence[Statement]) -> bool:
    """Whether a headline names what a report is about, and tells nothing of it: "Rocky Mountain Spotted Fever".

    It is short, and has no verb or stands within a sentence as it is.
    """
    if find_verbs(language) is None or len(text.split()) >= _FEW:
        return False
    return not holds_verb(text, language) or any(f" {text}" in one.wording.text for one in statements)


def _whole(wording: Sentence) -> str:
    return " ".join(wording.text.split()).rstrip(".")


def _terms(text: str, language: str) -> frozenset[str]:
    return frozenset(terms_of(text, language, open_stemmer(language))[1]) - {""}


def _words_of_origins(documents: Sequence[Document], told: Told) -> dict[OriginId, frozenset[str]]:
    """The words of each origin of an event."""
    words: dict[OriginId, frozenset[str]] = {}
    for document in documents:
        origin = told.origin_of.get(document.id, document.id)
        words[origin] = words.get(origin, frozenset()) | told.words_of.get(document.id, frozenset())
    return words


def _others(name: DocumentId, words_of: Mapping[OriginId, frozenset[str]], told: Told) -> list[frozenset[str]]:
    """The words of each other origin of an event."""
    own = told.origin_of.get(name, name)
    return [words for origin, words in words_of.items() if origin != own]


def _support(
    terms: frozenset[str], first: frozenset[str], chosen: frozenset[str], others: Sequence[frozenset[str]]
) -> float:
    """How much of some words stands elsewhere too, in [0, 1]."""
    if len(terms) < _LEAST:
        return 0.0
    total = 0.0
    for term in terms:
        printed = _BOTTOM if term in first else _CHOSEN if term in chosen else 0.0
        shared = sum(term in words for words in others) / len(others) if others else printed
        total += (printed + shared) / 2
    return total / len(terms)
