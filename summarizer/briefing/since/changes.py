"""Finds what the newest reports tell otherwise than those that were read for an earlier briefing: figures over time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from scipy.sparse import csr_array

from summarizer.briefing.briefing_inputs import Story
from summarizer.briefing.sections import group_documents
from summarizer.briefing.since.earlier_run import EarlierRun
from summarizer.discrepancies.comparison_context import Candidate, Passage, Value
from summarizer.discrepancies.find import find_differences
from summarizer.features.corpus import Corpus, open_corpus
from summarizer.model import (
    Change,
    Citation,
    Document,
    DocumentId,
    EarlierReading,
    PartialDate,
    Reading,
    ReportDate,
    Source,
)

_KINDS = frozenset({"number", "date", "place", "polarity"})  # who is named, and how, is no change
_MOST = 8  # changes that a reader takes in; those left out weigh least
_WHY = "the date in the earlier briefing"


class RunDifferences(NamedTuple):
    """What a run knows of its reports and of where they differ.

    Attributes:
        documents: The reports that hold a sentence.
        corpus: The sentences of all but exact copies.
        dated: What is known of each report's time.
        stories: The reports of each story; empty where all tell one.
        found: Where the reports at hand differ.
        common: Words that the reports write in small letters somewhere.
        link: Builds the similarity graph of sentences, as the run does.
    """

    documents: Sequence[Document]
    corpus: Corpus
    dated: Mapping[DocumentId, ReportDate]
    stories: Sequence[Story]
    found: Sequence[Candidate]
    common: frozenset[str]
    link: Callable[[Corpus], csr_array]


def find_changes(earlier: EarlierRun, run: RunDifferences) -> tuple[Change, ...]:
    """Find the values that reports read now for the first time give in place of those of then.

    Args:
        earlier: The earlier briefing beside the run.
        run: What is known of the reports at hand.

    Returns:
        At most eight, what weighs most first.

    Cost: where reports of then are not at hand, their quoted passages are compared with all reports once more.
    """
    found = _find_with_passages(earlier, run) if earlier.unread else run.found
    changes = (_change(earlier, one) for one in found if one.kind in _KINDS)
    return tuple(one for one in changes if one)[:_MOST]


def _find_with_passages(earlier: EarlierRun, run: RunDifferences) -> list[Candidate]:
    """The differences among the reports at hand and the passages of those that are not."""
    texts = [one for one in earlier.texts.documents if one.id in earlier.unread]
    sources = {source.number: source for source in earlier.briefing.sources}
    dated = {**run.dated, **{one.id: _dated(sources[earlier.texts.numbers[one.id]]) for one in texts}}
    known = [one for one in earlier.texts.sentences if one.document in earlier.unread]
    size = len(run.corpus)
    corpus = open_corpus((*run.corpus.sentences, *(replace(one, id=size + at) for at, one in enumerate(known))))
    stories = [*run.stories]
    if stories:
        stories[0] = (*stories[0], *(one.id for one in texts))
    groups = group_documents([*run.documents, *texts], corpus.sentences, dated, stories)
    return find_differences(corpus, run.link(corpus), run.common, groups, dated)


def _dated(source: Source) -> ReportDate:
    published = source.published
    if published is None:
        return ReportDate(published=None, published_is="unknown", why=_WHY)
    days = (published.day,) if published.precision in ("day", "minute") else ()
    return ReportDate(
        published=published, published_is=source.published_is, why=_WHY, days=days, written=published.days
    )


def _change(earlier: EarlierRun, found: Candidate) -> Change | None:
    """The change that a difference is; None where no new report gives a value of its own, or it is an older one."""
    then = earlier.read.keys() | earlier.unread
    views = sorted(found.views, key=_rank_of)
    before = [(view, own) for view in views if (own := _told_by(view, then, is_then=True))]
    newest = before[-1][0].when if before else None
    now = [
        (view, own)
        for view in views
        if (own := _told_by(view, then, is_then=False))
        and len(own) == len(view.passages)
        and not _is_before(view.when, newest)
    ]
    if not before or not now:
        return None
    return Change(
        kind=found.kind,
        about=found.about,
        before=tuple(_earlier_reading(earlier, *one) for one in before),
        now=tuple(_reading(earlier, *one) for one in now),
    )


def _rank_of(view: Value) -> tuple[bool, float]:
    """The place of a value in time: those of which no time is known first."""
    return view.when is not None, view.when.rank if view.when else 0.0


def _is_before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether a moment is surely before another: of two days, or of two hours."""
    if one is None or other is None:
        return False
    if one.precision == other.precision == "minute":
        return one.rank < other.rank
    return one.days[1] < other.days[0]


def _told_by(view: Value, then: frozenset[DocumentId] | set[DocumentId], *, is_then: bool) -> list[Passage]:
    return [passage for passage in view.passages if (passage.sentence.document in then) == is_then]


def _earlier_reading(earlier: EarlierRun, view: Value, passages: Sequence[Passage]) -> EarlierReading:
    return EarlierReading(
        value=" ".join(passages[0].text.split()),
        passages=tuple(earlier.passage_at(one.sentence.document, one.span) for one in passages),
        when=view.when,
    )


def _reading(earlier: EarlierRun, view: Value, passages: Sequence[Passage]) -> Reading:
    citations = tuple(
        Citation(
            source=earlier.numbers[one.sentence.document],
            document=one.sentence.document,
            span=one.span,
            quote=one.text,
        )
        for one in passages
    )
    return Reading(value=view.value, citations=citations, when=view.when)
