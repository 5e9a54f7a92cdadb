"""Writes a briefing into a Word document: title, statements, differences, sources, note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docx.shared import Pt

from summarizer.model import Briefing, DateRange, Discrepancy, Point, Source
from summarizer.renderers.discrepancies import (
    LIKEWISE,
    SPELLINGS,
    asides,
    heading_of,
    marks,
    order_of,
    shown,
    sources_of,
    spellings,
    told_by,
)
from summarizer.renderers.numbering import number_passages, number_points
from summarizer.renderers.options import Citations
from summarizer.renderers.terminal_page import Part, cites
from summarizer.renderers.update_lines import blocks_of, summary_of
from summarizer.renderers.wording import (
    IN_PART,
    Cited,
    about_of,
    as_of,
    backing,
    by_extent,
    byline,
    cited_for,
    date_of,
    glossing,
    letter,
    notes_of,
    period,
    relation,
    shared_origins,
    standing,
    title_mark,
    who,
)

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    from summarizer.renderers.docx.builder import DocxBuilder

_DIFFERENCES = {"": 1.0, "What": 4.4, "Reading": 6.2, "Given by": 5.0}
_SOURCES = {"No.": 1.1, "Report": 7.6, "Date": 4.7, "Origin": 1.7, "Cited": 1.5}


def put_briefing(paper: DocxBuilder, briefing: Briefing, *, citations: Citations) -> None:
    """Put a briefing on paper, with endnotes or with the numbers of the sources alone."""
    body = _Body(paper, briefing, citations)
    paper.title(briefing.title if briefing.title.strip() else "Briefing", title_mark(briefing))
    guide = (
        "Each endnote quotes a passage; a number in brackets is one of the list of sources." if body.passages else ""
    )
    body.line([(as_of(briefing), "own"), (about_of(briefing), "own"), (guide, "own")])
    if briefing.since:
        body.line([(summary_of(briefing), "note")])
    for section, points in number_points(briefing):
        if section.heading is None:
            paper.gap()
        else:
            paper.heading(section.heading, period(section.when), level=1)
        for _, point in points:
            body.put_point(point, section.when, marks(briefing, point))
    body.put_update(briefing)
    body.put_differences(briefing)
    paper.heading("Sources", level=1)
    if briefing.sources:
        table = paper.table(tuple(_SOURCES.values()), tuple(_SOURCES))
        for source in briefing.sources:
            body.put_source(table, source)
    body.put_origins(briefing)
    body.put_notes(briefing)


class _Body:
    """What each part of a briefing needs of the whole: the paper, the sources by number, the passages cited."""

    def __init__(self, paper: DocxBuilder, briefing: Briefing, citations: Citations) -> None:
        self.paper = paper
        self.sources = {source.number: source for source in briefing.sources}
        self.passages = number_passages(briefing) if citations == "footnotes" else {}

    def line(self, parts: Iterable[Part], *, style: str = "Normal") -> Paragraph:
        paragraph = self.paper.document.add_paragraph(style=style)
        self.paper.put(paragraph, parts)
        return paragraph

    def cite(self, paragraph: Paragraph, cited: Sequence[Cited]) -> None:
        if not self.passages:
            self.paper.put(paragraph, cites(cited))
            return
        whole, in_part = by_extent(dict.fromkeys(cited))
        for one in whole:
            self._put_note(paragraph, one)
        if in_part:
            paragraph.add_run(",")
            self.paper.put(paragraph, [(IN_PART, "own")])
        for one in in_part:
            self._put_note(paragraph, one)

    def _put_note(self, paragraph: Paragraph, cited: Cited) -> None:
        source = self.sources[cited.citation.source]
        passage: list[Part] = [
            (who(source), "name"),
            (f"[{source.number}],", "cite"),
            (relation(cited), "own"),
            (backing(cited), "report"),
            (cited.citation.quote, "report"),
        ]
        self.paper.cite(paragraph, self.passages[cited], passage)

    def put_point(self, point: Point, when: DateRange | None, said: Iterable[str]) -> None:
        speaker = byline(point)
        own: list[Part] = [(f"— {speaker}" if speaker else "", "own"), (glossing(point, when), "own")]
        paragraph = self.line([(point.text, "report"), *own], style="List Number")  # which counts on
        self.cite(paragraph, cited_for(point.citations, point.text))
        self.paper.put(paragraph, [(standing(point, said), "note")])

    def put_update(self, briefing: Briefing) -> None:
        for block in blocks_of(briefing):
            self.paper.heading(block.heading, level=1)
            for line in block.lines:
                self.line(line.parts, style="List Bullet 2" if line.is_under else "List Bullet")

    def put_differences(self, briefing: Briefing) -> None:
        told, spelt, more = shown(briefing), spellings(briefing), asides(briefing)
        if not (told or spelt or more):
            return
        self.paper.heading(heading_of(briefing), level=1)
        if told:
            table = self.paper.table(tuple(_DIFFERENCES.values()), tuple(_DIFFERENCES))
            for index, discrepancy in told:
                self.put_discrepancy(table, index, discrepancy)
        if spelt:
            paragraph = self.line([(f"{SPELLINGS}:", "own")])
            for one in spelt:
                for reading in one.readings:
                    self.paper.put(paragraph, [(reading.value, "report")])
                    self.cite(paragraph, cited_for(reading.citations))
                    self.paper.put(paragraph, [("/" if reading is not one.readings[-1] else ";", "own")])
        if more:
            self.line([(more, "own")])

    def put_discrepancy(self, table: Table, index: int, discrepancy: Discrepancy) -> None:
        told = [
            (LIKEWISE if place else "", *own)
            for reading in discrepancy.readings
            for place, own in enumerate(told_by(discrepancy, reading))
        ]
        rows = [self.paper.row_of(table) for _ in told or ("",)]
        for (_, _, value, givers), (again, wording, when) in zip(rows, told, strict=False):
            self.paper.put(value.paragraphs[0], [(again, "own"), (wording.words, "report"), (when, "own")])
            for place, number in enumerate(sources_of(wording)):
                paragraph = givers.add_paragraph() if place else givers.paragraphs[0]
                self.paper.put(paragraph, [(who(self.sources[number]), "name")])
                self.cite(paragraph, cited_for(one for one in wording.citations if one.source == number))
        sign, about = (rows[0][column].merge(rows[-1][column]) for column in (0, 1))
        self.paper.put(sign.paragraphs[0], [(f"{letter(index)}.", "name")])
        self.paper.put(about.paragraphs[0], [(discrepancy.about, "report"), (order_of(discrepancy), "own")])

    def put_source(self, table: Table, source: Source) -> None:
        number, report, date, origin, cited = self.paper.row_of(table)
        name = who(source)
        parts: list[Part] = [(name, "name")]
        if source.title:
            parts += [("·", "own"), (source.title, "report")]
        if source.credit and source.credit != name:
            parts += [("· credits", "own"), (source.credit, "report")]
        self.paper.put(number.paragraphs[0], [(f"[{source.number}]", "cite")])
        self.paper.put(report.paragraphs[0], parts)
        if source.url:
            self.paper.link(report.add_paragraph(), source.url)
        self.paper.put(date.paragraphs[0], [(date_of(source) if source.published else "unknown", "own")])
        self.paper.put(origin.paragraphs[0], [(source.origin or "", "report")])
        self.paper.put(cited.paragraphs[0], [(str(source.statements), "report")])

    def put_origins(self, briefing: Briefing) -> None:
        for origin in shared_origins(briefing):
            reports = "".join(f"[{number}]" for number in origin.sources)
            evidence = f"({origin.evidence})" if origin.evidence.strip() else ""
            name = f"{origin.id}, {origin.label}:"
            line = self.line([("Origin", "own"), (name, "report"), (reports, "cite"), (evidence, "own")])
            line.paragraph_format.space_before = Pt(6)

    def put_notes(self, briefing: Briefing) -> None:
        if not (briefing.notes or briefing.unused or briefing.signature):
            return
        self.paper.heading("Sourcing note", level=1)
        for note in notes_of(briefing):
            self.line([(note, "note")], style="List Bullet")
        for unused in briefing.unused:
            parts: list[Part] = [("Not cited:", "own"), (f"{unused.document}:", "report"), (unused.why, "own")]
            self.line(parts, style="List Bullet")
        if briefing.signature:
            self.line([("Signature:", "own"), (briefing.signature, "report")], style="List Bullet")
