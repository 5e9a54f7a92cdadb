"""Shows why reports share an origin: what aligns, side by side, and what was not enough."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.formats.page import Part, Surface
from summarizer.formats.phrases import count
from summarizer.model import DocumentId, Kinship, Lineage, Sentence

_KINSHIPS = 10
_NEAR_MISSES = 5
_PAIRS = 12
_FIGURE = 4
_GAPS = 8  # columns that a row of three cells leaves empty, those of its indent among them


def put_origins(page: Surface, lineage: Lineage, numbers: Mapping[DocumentId, int]) -> None:
    """Put the origins of some reports, the sentences that align in those that share one, and near misses.

    Args:
        page: What to put them on.
        lineage: Who copied whom.
        numbers: The number of each report in a briefing; none where there is no briefing.
    """
    page.heading("Origins", f"({count(len(lineage.origins), 'origin')})")
    for origin in lineage.origins:
        reports = [part for name in origin.documents for part in _name(name, numbers)]
        page.paragraph([(f"{origin.id}, {origin.label}:", "report"), *reports, (f"({origin.evidence})", "own")])
    text_of = {sentence.id: sentence for sentence in lineage.sentences}
    shared = [kinship for kinship in lineage.kinships if kinship.shared_origin]
    for kinship in shared[:_KINSHIPS]:
        page.gap()
        _put_pair(page, kinship, numbers, "share an origin:")
        _put_aligned(page, kinship, text_of)
    if shared[_KINSHIPS:]:
        page.paragraph([(f"and {count(len(shared) - _KINSHIPS, 'other pair')} of one origin", "own")])
    apart = [kinship for kinship in lineage.kinships if not kinship.shared_origin]
    if apart:
        page.gap()
    for kinship in apart[:_NEAR_MISSES]:
        _put_pair(page, kinship, numbers, "do not share one:")
    if apart[_NEAR_MISSES:]:
        page.paragraph([(f"and {count(len(apart) - _NEAR_MISSES, 'other pair')} that came less near", "own")])


def _put_pair(page: Surface, kinship: Kinship, numbers: Mapping[DocumentId, int], verdict: str) -> None:
    names = [*_name(kinship.first, numbers), ("and", "own"), *_name(kinship.second, numbers)]
    page.paragraph([*names, (verdict, "own"), (f"{kinship.reason}.", "own")], marker="-")


def _put_aligned(page: Surface, kinship: Kinship, text_of: Mapping[int, Sentence]) -> None:
    width = (page.columns - _FIGURE - _GAPS) // 2
    for pair in kinship.pairs[:_PAIRS]:
        cells: list[list[Part]] = [
            [],
            [(f"{pair.similarity:.2f}", "own")],
            [(text_of[pair.first].text, "report")],
            [(text_of[pair.second].text, "report")],
        ]
        page.row(cells, [0, _FIGURE, max(width, 1), max(width, 1)])
    if kinship.pairs[_PAIRS:]:
        page.paragraph([(f"and {count(len(kinship.pairs) - _PAIRS, 'other pair')} of sentences", "own")], indent=2)


def _name(document: DocumentId, numbers: Mapping[DocumentId, int]) -> list[Part]:
    number = numbers.get(document)
    return [(f"[{number}]" if number is not None else "", "cite"), (document, "name")]
