"""The nouns: frozen records that flow between the stages. No algorithm lives here.

Units, once for all: lengths in words (runs of non-white characters), offsets in characters of `Document.text`,
half-open; times as `datetime` with their precision; scores and similarities in [0, 1].
"""

from summarizer.model.briefing import (
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
from summarizer.model.dates import DatePhrase, DateStatus, Moment, PhrasePrecision, PhraseRole, Precision, When
from summarizer.model.document import (
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
from summarizer.model.provenance import Aligned, Kinship, Lineage, Origin
from summarizer.model.sentence import Budget, Choice, Event, Evidence, Pairing, Sentence, Statement
from summarizer.model.text import Span, count_words

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
