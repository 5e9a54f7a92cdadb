"""What the stages of the briefing know beside the chosen statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.model import DatePhrase, Document, DocumentId, ReportDate, Sentence
from summarizer.nlp.numbers.quantity_record import Quantity

Dates = Mapping[int, tuple[DatePhrase, ...]]
Group = tuple[DocumentId, ...]
Story = tuple[DocumentId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingContext:
    """The reports of a run and what is known of them.

    Attributes:
        documents: All usable reports.
        sentences: Their sentences.
        dated: What is known of each report's time.
        groups: The reports of each event, the event with most reports first.
        stories: The reports of each story; empty where all tell one.
        lead: How well each sentence leads by its place and its news, by id.
        dates: The date phrases of printed wordings, by the sentence's id.
        tolls: The newest reading of each toll that grew: no headline tells an older one.
    """

    documents: Sequence[Document]
    dated: Mapping[DocumentId, ReportDate]
    groups: Sequence[Group]
    lead: Sequence[float]
    sentences: Sequence[Sentence] = ()
    stories: Sequence[Story] = ()
    dates: Dates = field(default_factory=dict)
    tolls: Mapping[str, Quantity] = field(default_factory=dict)
