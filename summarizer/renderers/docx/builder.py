"""Builds a Word document paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from summarizer.renderers.docx.direction import amid, even_out, is_read_from_the_right, turn, turn_paragraph
from summarizer.renderers.docx.endnotes import new_endnote, put_reference
from summarizer.renderers.sanitize import is_web_address
from summarizer.renderers.terminal_page import Part, shown

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import _Cell, _Row

# What XML has no way to write; control characters and surrogates are shown by then.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_OWN_LANGUAGE = "en-US"
_EAST_ASIAN = ("ja", "ko", "zh")
_GREY = RGBColor(0x59, 0x59, 0x59)
_PALE = "BFBFBF"
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINK = RGBColor(0x05, 0x63, 0xC1)
_WIDTH = 16.6  # centimetres of text on a page of A4
_COLUMNS = 100
_SIZES = {"Title": 20, "Heading 1": 14, "Heading 2": 11, "Normal": 10.5}
_SMALL = 9
_NOT_OURS = ("/stylesWithEffects", "/thumbnail", "/extended-properties")
_TABLES = ("Normal Table", "Table Grid")
_NARROWEST = 7  # of 100 columns: what a figure of four characters needs between the margins of its cell


class DocxBuilder:
    """A document under way.

    It takes what a terminal's page takes (`summarizer.renderers.terminal_page.Surface`), and citations,
    links and tables besides.

    Args:
        language: The language of what the reports say, as BCP 47 has it; English where it is none.
    """

    def __init__(self, *, language: str | None) -> None:
        self.columns = _COLUMNS
        self.language = language if language and _LANGUAGE.fullmatch(language) else _OWN_LANGUAGE
        self.document = Document()
        self.endnotes: list[BaseOxmlElement] = []
        self._cited: set[int] = set()
        self._rows: Table | None = None
        self._lighten()
        self._set_page()
        self._set_styles()

    def literal(self, text: str) -> str:
        """Return text without what no XML can hold."""
        return _NO_XML.sub("�", text)

    def title(self, words: str, cite: str = "") -> None:
        """Put the title of the document, or of a part of its own on a new page."""
        self._rows = None
        if len(self.document.paragraphs) == 0:
            self.put(self.document.add_paragraph(style="Title"), [(words, "report"), (cite, "cite")])
            return
        heading = self.document.add_paragraph(style="Heading 1")
        heading.paragraph_format.page_break_before = True
        self.put(heading, [(words, "report")])

    def heading(self, words: str, aside: str = "", *, level: int = 2) -> None:
        """Put a heading; what stands aside is the tool's own."""
        self._rows = None
        self.put(self.document.add_paragraph(style=f"Heading {level}"), [(words, "report"), (aside, "own")])

    def paragraph(self, parts: Sequence[Part], *, marker: str = "", indent: int = 0) -> None:
        """Put parts in small type, a space between them, under a marker that hangs out on the left."""
        self._rows = None
        paragraph = self.document.add_paragraph(style="Reasons")
        hang = 0.4 if marker else 0.0
        paragraph.paragraph_format.left_indent = Cm(0.2 * indent + hang)
        paragraph.paragraph_format.first_line_indent = Cm(-hang)
        if marker:
            paragraph.add_run(f"{marker}\t")
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.2 * indent + hang))
        self.put(paragraph, parts)

    def row(self, cells: Sequence[Sequence[Part]], widths: Sequence[int]) -> None:
        """Put one row of a table in small type; rows that follow one another are one table."""
        columns = [(parts, max(width, _NARROWEST)) for parts, width in zip(cells, widths, strict=True) if width]
        if self._rows is None:
            whole = sum(width for _, width in columns)
            self._rows = self.table([_WIDTH * width / whole for _, width in columns], style="Normal Table")
        for cell, (parts, _) in zip(self.row_of(self._rows), columns, strict=True):
            cell.paragraphs[0].style = "Reasons"
            self.put(cell.paragraphs[0], parts)

    def unbroken(self, words: str, *, indent: int, label: str = "") -> None:
        """Put words that are not to be wrapped elsewhere; a document wraps them."""
        self.paragraph([(label, "own"), (words, "report")], indent=indent)

    def gap(self) -> None:
        """Part what comes before from what follows; space does that here."""
        self._rows = None

    def put(self, paragraph: Paragraph, parts: Iterable[Part]) -> None:
        """Put parts at the end of a paragraph, a space between them: the tool's own words are set apart."""
        for words, role in parts:
            text = self.literal(shown(words, role))
            if not text:
                continue
            is_turned = is_read_from_the_right(text)
            if is_turned and not paragraph.text.strip():
                turn_paragraph(paragraph)
            if paragraph.text and not paragraph.text.endswith("\t"):
                paragraph.add_run(" ")
            run = paragraph.add_run(text if is_turned else amid(paragraph, text))
            if role == "name":
                run.bold = True
            if is_turned:
                turn(run)
            if role in ("own", "note"):
                run.style = "Own words"

    def cite(self, paragraph: Paragraph, number: int, parts: Iterable[Part]) -> None:
        """Put the number of an endnote behind its statement; the endnote is made when it is first cited."""
        paragraph.add_run("\u00a0")  # a number alone at the start of a line would belong to nothing
        is_first = number not in self._cited
        put_reference(paragraph, number, is_first=is_first)
        if is_first:
            self._cited.add(number)
            note, text = new_endnote(number, self.document)
            self.put(text, parts)
            self.endnotes.append(note)

    def link(self, paragraph: Paragraph, address: str) -> None:
        """Put an address, as a link where it is a plain web address and nothing else."""
        if not is_web_address(address):
            self.put(paragraph, [(address, "report")])
            return
        run = paragraph.add_run(self.literal(address))
        run.font.color.rgb = _LINK
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self.document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run._r.addprevious(link)
        link.append(run._r)

    def table(self, widths: Sequence[float], headings: Sequence[str] = (), *, style: str = "Table Grid") -> Table:
        """Put a table with columns of so many centimetres; its headings stand again on each page."""
        table: Table = self.document.add_table(rows=0, cols=len(widths), style=style)
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        if headings:
            cells = self.row_of(table)
            for cell, words in zip(cells, headings, strict=True):
                self.put(cell.paragraphs[0], [(words, "name")])
            table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        return table

    def row_of(self, table: Table) -> tuple[_Cell, ...]:
        """Return the cells of a new row, which no page breaks in two."""
        row: _Row = table.add_row()  # type: ignore[no-untyped-call] # python-docx says nothing of it
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        return row.cells

    def _lighten(self) -> None:
        """Leave out what python-docx's template brings that is not of this document.

        Styles of tables that are not here make it twice as large and take half as long again; a picture of an empty
        page and the name of another program are not true of it.
        """
        styles = self.document.styles
        for style in [style for style in styles if style.type == WD_STYLE_TYPE.TABLE and style.name not in _TABLES]:
            style.delete()
        part = self.document.part
        assert part.package is not None  # noqa: S101 - for the type checker
        for relations in (part.rels, part.package.rels):
            for name in [name for name, one in relations.items() if one.reltype.endswith(_NOT_OURS)]:
                del relations[name]

    def _set_page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm((21 - _WIDTH) / 2)
        section.top_margin = section.bottom_margin = Cm(2.2)
        number = OxmlElement("w:fldSimple")
        number.set(qn("w:instr"), " PAGE ")
        footer = section.footer.paragraphs[0]
        footer.alignment = 1
        footer._p.append(number)

    def _set_styles(self) -> None:
        styles = self.document.styles
        for name, size in _SIZES.items():
            styles[name].font.size = Pt(size)
        styles["Normal"].paragraph_format.space_after = Pt(6)
        grid = styles["Table Grid"]
        grid.paragraph_format.space_after = Pt(2)
        for line in grid.element.iter(*(qn(f"w:{side}") for side in _SIDES)):
            line.set(qn("w:color"), _PALE)
        for name, is_known in (("Reasons", False), ("endnote text", True)):
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=is_known)
            style.base_style = styles["Normal"]
            style.font.size = Pt(_SMALL)
            style.paragraph_format.space_after = Pt(3)
            style.paragraph_format.line_spacing = 1.0
        reference = styles.add_style("endnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
        reference.font.superscript = True
        own = styles.add_style("Own words", WD_STYLE_TYPE.CHARACTER)
        own.font.italic = True
        own.font.color.rgb = _GREY
        # What the tool says is English whatever the reports are written in.
        own.element.get_or_add_rPr().append(_language(_OWN_LANGUAGE))
        defaults = styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
        defaults.replace(defaults.find(qn("w:lang")), _language(self.language))
        even_out(styles.element)


def _language(name: str) -> BaseOxmlElement:
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), name)
    language.set(qn("w:eastAsia"), name if name.startswith(_EAST_ASIAN) else _OWN_LANGUAGE)
    language.set(qn("w:bidi"), "ar-SA")
    return language
