"""The nouns: frozen records that flow between the stages. No algorithm lives here.

Units, once for all: lengths in words (runs of non-white characters), offsets in characters of `Document.text`,
half-open; times as `datetime` with their precision; scores and similarities in [0, 1].
"""

from summarizer.model.briefings import (
    Briefing,
    Citation,
    Discrepancy,
    DiscrepancyKind,
    Introduction,
    Point,
    Reading,
    Relation,
    Section,
    Source,
    Unused,
    Wording,
)
from summarizer.model.documents import (
    REPORT_SCHEMA,
    Dated,
    Dateline,
    Document,
    DocumentId,
    Drop,
    Entry,
    Omission,
    OriginId,
    entry_at,
)
from summarizer.model.origins import Aligned, Kinship, Lineage, Origin
from summarizer.model.sentences import Budget, Choice, Event, Evidence, Pairing, Sentence, Statement
from summarizer.model.spans import Span, count_words
from summarizer.model.times import DatePhrase, DateStatus, Moment, PhrasePrecision, PhraseRole, Precision, When

__all__ = [
    "REPORT_SCHEMA",
    "Aligned",
    "Briefing",
    "Budget",
    "Choice",
    "Citation",
    "DatePhrase",
    "DateStatus",
    "Dated",
    "Dateline",
    "Discrepancy",
    "DiscrepancyKind",
    "Document",
    "DocumentId",
    "Drop",
    "Entry",
    "Event",
    "Evidence",
    "Introduction",
    "Kinship",
    "Lineage",
    "Moment",
    "Omission",
    "Origin",
    "OriginId",
    "Pairing",
    "PhrasePrecision",
    "PhraseRole",
    "Point",
    "Precision",
    "Reading",
    "Relation",
    "Section",
    "Sentence",
    "Source",
    "Span",
    "Statement",
    "Unused",
    "When",
    "Wording",
    "count_words",
    "entry_at",
]
