"""The nouns: frozen records that flow between the stages. No algorithm lives here.

Units, once for all: lengths in words (runs of non-white characters), offsets in characters of `Document.text`,
half-open; times as `datetime` with their precision; scores and similarities in [0, 1].
"""

from summarizer.model.briefing import Briefing, Introduction, Point, Section, Source, Unused
from summarizer.model.check import Check, CheckedSentence, Edit, Finding, FindingKind, Standing
from summarizer.model.citation import Citation, Discrepancy, DiscrepancyKind, Reading, Relation, Wording
from summarizer.model.dates import (
    DatePhrase,
    DateRange,
    DateStatus,
    PartialDate,
    PhrasePrecision,
    PhraseRole,
    Precision,
)
from summarizer.model.document import REPORT_SCHEMA, Document, DocumentId, Documents, OriginId
from summarizer.model.provenance import AlignedPair, Dependence, Origin, Provenance
from summarizer.model.report_parts import Dateline, DroppedSpan, LiveEntry, Omission, ReportDate, entry_at
from summarizer.model.sentence import Budget, CandidatePair, Decision, Event, Evidence, Sentence, Statement
from summarizer.model.text import Span, count_words
from summarizer.model.update import Change, EarlierPassage, EarlierPoint, EarlierReading, EarlierReport, Novelty, Update
from summarizer.model.verdict import JudgedPassage, NoVerdict, Verdict, VerdictRelation

__all__ = [
    "REPORT_SCHEMA",
    "AlignedPair",
    "Briefing",
    "Budget",
    "CandidatePair",
    "Change",
    "Check",
    "CheckedSentence",
    "Citation",
    "DatePhrase",
    "DateRange",
    "DateStatus",
    "Dateline",
    "Decision",
    "Dependence",
    "Discrepancy",
    "DiscrepancyKind",
    "Document",
    "DocumentId",
    "Documents",
    "DroppedSpan",
    "EarlierPassage",
    "EarlierPoint",
    "EarlierReading",
    "EarlierReport",
    "Edit",
    "Event",
    "Evidence",
    "Finding",
    "FindingKind",
    "Introduction",
    "JudgedPassage",
    "LiveEntry",
    "NoVerdict",
    "Novelty",
    "Omission",
    "Origin",
    "OriginId",
    "PartialDate",
    "PhrasePrecision",
    "PhraseRole",
    "Point",
    "Precision",
    "Provenance",
    "Reading",
    "Relation",
    "ReportDate",
    "Section",
    "Sentence",
    "Source",
    "Span",
    "Standing",
    "Statement",
    "Unused",
    "Update",
    "Verdict",
    "VerdictRelation",
    "Wording",
    "count_words",
    "entry_at",
]
