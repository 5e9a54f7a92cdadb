"""Origins: which reports go back to one text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from summarizer.model.document import DocumentId, OriginId
from summarizer.model.report_parts import ReportDate
from summarizer.model.sentence import Sentence
from summarizer.model.text import count, describe, excerpt


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Origin:
    """Documents that go back to one text; `sources` are their numbers in a briefing.

    Example:
        >>> briefing = summarize(read_documents("seeds"))
        >>> origin = briefing.origins[0]
        >>> origin.label, origin.sources
        ('Reuters dispatch', (2, 5))
    """

    id: OriginId
    label: str
    documents: tuple[DocumentId, ...]
    evidence: str
    sources: tuple[int, ...] = ()

    def __repr__(self) -> str:
        return describe(self, excerpt(self.id), excerpt(self.label), count(len(self.documents), "report"))


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedPair:
    """Two sentences of two reports, by their ids, each the other's best match there; similarity in [0, 1].

    Example:
        >>> provenance = trace_origins(read_documents("seeds"))
        >>> pair = provenance.dependences[0].pairs[0]
        >>> provenance.sentences[pair.second].text[:40]
        'The two countries are also at odds over '
    """

    first: int
    second: int
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Dependence:
    """What two reports have in common, and whether that makes them one origin.

    Attributes:
        first, second: The reports.
        pairs: Their sentences that align, in the order of the first; what is mostly quotation is left out.
        share: How much of the shorter report stands in those sentences, quotations left out, in [0, 1].
        shared_origin: Whether the two go back to one text or one newsroom.
        by_text: Whether their texts say so; False where only their names do.
        reason: Why, in plain words with figures.

    Example:
        >>> provenance = trace_origins(read_documents("seeds"))
        >>> provenance.dependences[0].reason
        '13 of 26 sentences align, in 7 runs, 55% of the shorter report'
    """

    first: DocumentId
    second: DocumentId
    pairs: tuple[AlignedPair, ...]
    share: float
    shared_origin: bool
    reason: str
    by_text: bool = True

    def __repr__(self) -> str:
        verdict = "one origin" if self.shared_origin else "two origins"
        return describe(self, excerpt(self.first), excerpt(self.second), verdict)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Provenance:
    """Who copied whom among some reports; `sentences` are theirs, by id, `dates` what is known of their times.

    Example:
        >>> provenance = trace_origins(read_documents("seeds"))
        >>> provenance
        Provenance(4 origins, 114 sentences)
    """

    origins: tuple[Origin, ...]
    dependences: tuple[Dependence, ...]
    sentences: tuple[Sentence, ...]
    dates: Mapping[DocumentId, ReportDate] = field(default_factory=dict)

    def __repr__(self) -> str:
        return describe(self, count(len(self.origins), "origin"), count(len(self.sentences), "sentence"))
