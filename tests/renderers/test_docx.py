"""The docx format, opened again with python-docx."""

import io
import re
import sys
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import given, settings

from summarizer.about import __version__, install_command
from summarizer.errors import MissingExtraError, SettingsError
from summarizer.renderers.numbering import number_passages
from summarizer.renderers.registry import render, render_bytes
from summarizer.renderers.sanitize import quoted, sanitize
from tests.labelled_stories import run
from tests.renderers.example_briefing import BRIEFING, LONG_URL, make_briefing, make_source
from tests.renderers.hostile_text import HOSTILE
from tests.renderers.strategies import any_text, briefings


def opened(briefing, **more):
    return Document(io.BytesIO(render_bytes(briefing, "docx", **more)))


def lines_of(document, style):
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


def rows_of(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def part_of(document, kind):
    parts = [rel.target_part for rel in document.part.rels.values() if rel.reltype == kind]
    return parse_xml(parts[0].blob) if parts else None


def notes_of(document):
    """What each endnote says, by its number, without those that only part notes from text."""
    root = part_of(document, RELATIONSHIP_TYPE.ENDNOTES)
    notes = {} if root is None else {int(note.get(qn("w:id"))): note for note in root.findall(qn("w:endnote"))}
    return {
        number: "".join(text.text for text in note.iter(qn("w:t"))).strip()
        for number, note in notes.items()
        if note.get(qn("w:type")) is None
    }


def references_in(document):
    return [int(mark.get(qn("w:id"))) for mark in document.element.body.iter(qn("w:endnoteReference"))]


def test_what_is_where():
    document = opened(BRIEFING)
    assert lines_of(document, "Title") == [BRIEFING.title]
    assert lines_of(document, "Heading 1") == [
        "Bottom line",
        "Talks in Beijing (2023-06-18 to 2023-06-19)",
        "Talks of the senior diplomats (2023-06-05)",
        "Where the reports differ",
        "Sources",
        "Sourcing note",
    ]
    assert lines_of(document, "Normal")[0].startswith("5 reports from at most 4 independent origins, dated 2023-06-06")
    assert lines_of(document, "List Number")[1:4] == [
        "The talks lasted more than seven and a half hours.\xa0 (reports differ, see A)",
        "“We came to Beijing to manage this responsibly.” — a senior official\xa0",
        "Qin accepted an invitation to visit Washington.\xa0\xa02, in part\xa0\xa0 "
        "(1 origin, 2 more in part; reports differ, see A, B)",
    ]
    differences, sources = document.tables
    assert rows_of(differences)[:3] == [
        ["", "What", "Reading", "Given by"],
        ["A.", "how long the talks lasted", "seven and a half hours", "RNZ\xa0"],
        ["A.", "how long the talks lasted", "nearly six hours", "LatestLY\xa0\nReuters\xa0"],
    ]
    assert rows_of(sources)[2:4] == [
        ["[2]", f"RNZ · {BRIEFING.sources[1].title} · credits Reuters\n{LONG_URL}", "2023-06-18 (inferred)", "o2", "3"],
        ["[3]", "LatestLY · credits Associated Press", "2023-06-19 (stated)", "o3", "3"],
    ]
    assert "Origin o2, Reuters dispatch: [2][5] (both credit Reuters; 14 of 19 sentences align)" in lines_of(
        document, "Normal"
    )
    assert lines_of(document, "List Bullet")[-2:] == [
        "Not cited: 003_af31: nothing in it fitted the length asked for",
        f"Signature: {BRIEFING.signature}",
    ]


def test_words_of_the_tool_are_set_apart_from_those_of_reports():
    document = opened(BRIEFING)
    point = next(p for p in document.paragraphs if p.text.startswith("“We came"))
    assert [(run.text, run.style.name) for run in point.runs if run.text.strip()] == [
        ("“We came to Beijing to manage this responsibly.”", "Default Paragraph Font"),
        ("— a senior official", "Own words"),
    ]


def check_notes(briefing):
    document = opened(briefing)
    numbers = number_passages(briefing)
    notes = notes_of(document)
    assert references_in(document) == list(notes) == list(numbers.values())
    for one, number in numbers.items():
        assert f"[{one.citation.source}], " in notes[number] and notes[number].endswith(quoted(one.citation.quote))
    marks = {mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))}
    fields = [field.text.split() for field in document.element.body.iter(qn("w:instrText"))]
    kinds = [mark.get(qn("w:fldCharType")) for mark in document.element.body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"] * len(fields)
    assert all(kind == "NOTEREF" and name in marks for kind, name, _ in fields)
    return notes, fields


def test_every_passage_is_an_endnote_that_quotes_it():
    notes, fields = check_notes(BRIEFING)
    assert notes[2] == "Reuters [5], says the same: Much the same in 5."
    assert (
        notes[4] == "Caliber.Az [1], in part, for “talks on their differences from Taiwan to trade”: A part of it in 1."
    )
    assert notes[5] == "RNZ [2], verbatim: The talks lasted more than seven and a half hours."
    assert fields == [["NOTEREF", "_note2", "\\h"]]  # Reuters says the same twice: one note, named twice


def test_endnotes_count_in_figures_for_word_and_for_libreoffice():
    document = opened(BRIEFING)
    for element in (document.settings.element, document.sections[0]._sectPr):
        assert element.find(f"{qn('w:endnotePr')}/{qn('w:numFmt')}").get(qn("w:val")) == "decimal"


@settings(max_examples=15, deadline=None)
@given(briefings())
def test_any_briefing_can_be_opened_and_has_sound_endnotes(briefing):
    check_notes(briefing)


def test_plain_citations_are_the_numbers_of_the_sources():
    document = opened(BRIEFING, citations="plain")
    assert lines_of(document, "List Number")[3] == (
        "Qin accepted an invitation to visit Washington. [2][5], in part [3][1] "
        "(1 origin, 2 more in part; reports differ, see A, B)"
    )
    assert rows_of(document.tables[0])[2][3] == "LatestLY [3]\nReuters [5]"
    assert notes_of(document) == {} and references_in(document) == []
    assert "endnote" not in lines_of(document, "Normal")[0]


def structure_of(document):
    """How many elements of each kind there are in the text and in the notes."""
    roots = (document.element.body, part_of(document, RELATIONSHIP_TYPE.ENDNOTES))
    return Counter(element.tag for root in roots for element in root.iter() if element.tag != qn("w:br"))


PLAIN = structure_of(opened(make_briefing("plain", url="plain")))


def check_literal(text):
    document = opened(make_briefing(text, url=text))
    shown = re.sub("[\ufffe\uffff]", "�", quoted(text))
    assert structure_of(document) == PLAIN
    assert lines_of(document, "Title") == [shown]
    assert f"{shown} — {shown}\xa0\xa0, in part\xa0 (reports differ, see A)" in lines_of(document, "List Number")
    assert rows_of(document.tables[0])[1] == ["A.", shown, shown, f"{shown}\xa01"]
    assert notes_of(document)[2] == f"{shown} [2], says the same: {shown}"


@pytest.mark.parametrize("text", (*HOSTILE, "no\ufffecharacter\uffff", "</w:t><w:br/>", "{ PAGE }"))
def test_hostile_text_is_only_text(text):
    check_literal(text)


@settings(max_examples=10, deadline=None)
@given(any_text.filter(lambda text: sanitize(text)))
def test_any_text_is_only_text(text):
    check_literal(text)


def test_only_a_plain_web_address_is_a_link():
    for url, linked in ((LONG_URL, True), ("javascript:alert(1)", False), ("file:///etc/passwd", False)):
        briefing = replace(BRIEFING, sources=(make_source(1, url=url), *BRIEFING.sources[1:2], *BRIEFING.sources[2:]))
        document = opened(briefing)
        targets = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
        assert (url in targets) is linked and url in rows_of(document.tables[1])[1][1]


def test_what_it_says_about_itself():
    about = opened(BRIEFING).core_properties
    assert (about.title, about.author) == (BRIEFING.title, f"summarizer {__version__}")
    assert about.comments == BRIEFING.signature
    assert about.created == about.modified == datetime(1980, 1, 1, tzinfo=UTC)
    long = opened(replace(BRIEFING, title="word " * 200, signature="s" * 300)).core_properties
    assert len(long.title) <= 255 and len(long.comments) <= 255


@pytest.mark.parametrize(
    ("languages", "wanted"),
    [
        (["en", "de", "de"], "de"),
        ([None, "fr", None], "fr"),
        (["en", "de", None], "en"),
        ([None] * 3, "en-US"),
        (["x' y"] * 3, "en-US"),
    ],
)
def test_it_is_in_the_language_of_most_reports(languages, wanted):
    sources = tuple(replace(source, language=name) for source, name in zip(BRIEFING.sources, languages, strict=False))
    document = opened(replace(BRIEFING, sources=(*sources, *(replace(s, language=None) for s in BRIEFING.sources[3:]))))
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert defaults.get(qn("w:val")) == document.core_properties.language == wanted
    own = document.styles["Own words"].element.find(f".//{qn('w:lang')}")
    assert own.get(qn("w:val")) == "en-US"


def test_its_parts_are_dated_alike():
    with zipfile.ZipFile(io.BytesIO(render_bytes(BRIEFING, "docx"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_of_the_template_is_left_that_is_not_of_this_document():
    data = render_bytes(BRIEFING, "docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    assert not [name for name in names if "thumbnail" in name or "Effects" in name or "app.xml" in name]
    assert len(data) < 25_000
    tables = {style.name for style in Document(io.BytesIO(data)).styles if style.type == WD_STYLE_TYPE.TABLE}
    assert tables == {"Normal Table", "Table Grid"}


def test_reasons_are_its_last_section():
    done = run("seeds")
    plain, explained = opened(done), opened(done, explain=True)
    assert lines_of(plain, "Heading 1") == lines_of(explained, "Heading 1")[:-1]
    assert lines_of(explained, "Heading 1")[-1] == "Why these statements"
    headings = lines_of(explained, "Heading 2")
    assert headings[0] == "Point 1" and headings[-1].startswith("Dropped (")
    shared = explained.tables[-1]
    assert re.fullmatch(r"\d\.\d\d", shared.cell(0, 0).text) and len(shared.columns) == 3
    asked = render(done, "terminal", explain=True)
    for line in lines_of(explained, "Reasons"):
        assert "".join(line.split()) in "".join(asked.split()), line


def test_it_is_no_text():
    with pytest.raises(SettingsError, match="found 'docx', which is no text; write it into a file"):
        render(BRIEFING, "docx")


def test_without_python_docx_one_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtraError, match=f"python-docx is not installed.* {re.escape(install_command('docx'))}"):
        render_bytes(BRIEFING, "docx")


def test_a_briefing_of_nothing_is_still_a_document():
    empty = replace(
        BRIEFING, title="", signature="", sources=(), origins=(), sections=(), discrepancies=(), unused=(), notes=()
    )
    document = opened(empty)
    assert lines_of(document, "Title") == ["Briefing"] and document.tables == []


def test_a_date_is_marked_in_italics_after_the_statement():
    several_days = replace(BRIEFING.sections[2], when=BRIEFING.sections[1].when)
    document = opened(replace(BRIEFING, sections=(several_days,)))
    point = next(one for one in document.paragraphs if "Kritenbrink" in one.text)
    mark = next(run for run in point.runs if "[5 June]" in run.text)
    assert point.text.startswith("Daniel Kritenbrink met Ma Zhaoxu on Monday. [5 June]")
    assert mark.italic or mark.style.font.italic


def test_what_is_read_from_the_right_begins_there():
    arabic, hebrew = "فاز بينيا في الانتخابات.", "הפגישה התקיימה אתמול."
    for words in (arabic, hebrew, f"52 {arabic}"):
        point = replace(BRIEFING.points[0], text=words, citations=BRIEFING.points[0].citations[:3])
        section = replace(BRIEFING.sections[0], points=(point,))
        document = opened(replace(BRIEFING, title=words, sections=(section, *BRIEFING.sections[1:])))
        turned = [one for one in document.paragraphs if one._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None]
        assert [one.style.name for one in turned] == ["Title", "List Number"]
        assert [one.runs[0].text for one in turned] == [words, words] and all(one.runs[0].font.rtl for one in turned)
        assert not any(run.font.rtl for one in turned for run in one.runs[1:])
        # Ours amid it reads as ever: without the marks of direction it would be "(origins 2)".
        assert "\u200e(2 origins, 1 more in part)\u200e" in turned[1].text


def test_the_latin_amid_it_keeps_its_side_and_the_outlet_is_bold_either_way():
    sources = (replace(BRIEFING.sources[0], outlet="الجريدة"), *BRIEFING.sources[1:])
    document = opened(replace(BRIEFING, sources=sources))
    rows = {row.cells[0].text: row.cells[1].paragraphs[0] for row in document.tables[-1].rows}
    name = rows["[1]"].runs[0]
    assert (name.text, name.bold, name.font.cs_bold, name.font.rtl) == ("الجريدة", True, True, True)
    assert not any(run.font.rtl for run in rows["[1]"].runs[1:])
    assert not any(run.font.rtl for run in rows["[2]"].runs)


def test_every_style_has_one_size_and_weight_for_both_directions():
    for name, twin in (("w:sz", "w:szCs"), ("w:b", "w:bCs")):
        found = list(opened(BRIEFING).styles.element.iter(qn(name)))
        assert found
        for one in found:
            twins = one.getparent().findall(qn(twin))
            assert [dict(other.attrib) for other in twins] == [dict(one.attrib)]
