"""Finds the points of an earlier briefing of which a report read since says itself that they were wrong."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from summarizer.briefing.since.earlier_run import EarlierRun
from summarizer.model import Sentence
from summarizer.nlp.facts.corrections import find_withdrawn

# What a point shares at least with the sentence that withdraws it, which is another report's: so many of its words.
_FEWEST, _SHARED = 2, 0.5


def find_withdrawals(earlier: EarlierRun, points: Mapping[int, Sentence]) -> dict[int, list[Sentence]]:
    """Find the sentences that withdraw earlier points: "nine were treated, not twelve as we reported earlier".

    Args:
        earlier: The earlier briefing beside the run.
        points: The sentences of the points, by their numbers.

    Returns:
        For the number of a point the sentences that withdraw it, one a report.
    """
    found: dict[int, list[Sentence]] = {}
    size = len(earlier.judge.sentences) - len(earlier.texts.sentences)
    for name, own in groupby(earlier.judge.sentences[:size], key=lambda sentence: sentence.document):
        if name in earlier.read:
            continue
        sentences = [*own]
        language = sentences[0].language
        asked = [(number, one) for number, one in points.items() if one.language == language]
        told = [*(one for _, one in asked), *sentences]
        withdrawn = find_withdrawn([one.text for one in told], [one.terms for one in told], language)
        for at, (number, point) in enumerate(asked):
            by = told[withdrawn[at]] if at in withdrawn else None
            if by is not None and by not in points.values() and _share(point, by):
                found.setdefault(number, []).append(by)
    return found


def _share(point: Sentence, other: Sentence) -> bool:
    """Whether a sentence has most content words of a point, two at least."""
    words = {term for term in point.terms if term}
    return len(words & {*other.terms}) >= max(_FEWEST, _SHARED * len(words))
