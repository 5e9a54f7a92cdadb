"""What LibreOffice, Chromium, pandoc and mutt wrote, and what of it must not be read."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from summarizer import ReadError, ReadSettings, Settings, read_documents, summarize
from tests.timing import growth, seconds

KINDS = Path(__file__).parents[1] / "cases" / "kinds"
SEEDS = {path.name[:3]: path.read_text("utf-8") for path in sorted((KINDS.parents[2] / "seeds").glob("*.txt"))}


def paragraphs(text):
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_libreoffice_keeps_every_paragraph(kind, name):
    (document,) = read_documents(KINDS / f"seeds_{kind}" / f"{name}.{kind}")
    assert document.kind == kind
    assert paragraphs(document.text) == paragraphs(SEEDS[name])


@pytest.mark.parametrize("name", ["libreoffice.odt", "libreoffice.rtf", "libreoffice.epub", "pandoc.epub"])
def test_other_documents_keep_every_paragraph(name):
    (document,) = read_documents(KINDS / name)
    wanted = paragraphs(SEEDS["003"])
    assert paragraphs(document.text)[-len(wanted) :] == wanted
    assert document.kind == name.rpartition(".")[2]


def test_a_book_tells_of_itself():
    (document,) = read_documents(KINDS / "pandoc.epub")
    assert (document.title, document.author) == ("US and China talk", "Jane Doe")


def test_columns_stand_in_order_without_heads_numbers_and_hyphens():
    (document,) = read_documents(KINDS / "columns.pdf")
    assert paragraphs(document.text) == paragraphs((KINDS / "columns.txt").read_text("utf-8"))
    assert [(one.rule, one.text) for one in document.omitted[:2]] == [
        ("running head", "The Example Post — World"),
        ("page number", "Page 1"),
    ]
    assert len(document.pages) == 4 and document.pages[-1].end == len(document.text)
    at = document.text.index("Blinken’s trip came after he postponed")
    from summarizer.model import Span

    assert document.page_of(Span(start=at, end=at + 5)) in (3, 4) and document.page_of(Span(start=0, end=5)) == 1


def test_what_chromium_prints_around_a_page_is_left_out_and_tells_its_address():
    (document,) = read_documents(KINDS / "chromium.pdf")
    assert (document.url, document.outlet) == ("http://127.0.0.1:8765/print.html", None)
    assert document.title == "Talks in Beijing and what came of them"
    assert paragraphs(document.text)[1:] == paragraphs((KINDS / "columns.txt").read_text("utf-8"))[:23]
    rules = {omission.rule for omission in document.omitted}
    assert rules == {"running head", "page number", "when it was printed", "address of the page"}


def points(documents):
    briefing = summarize(documents, Settings(words=250))
    texts = {document.id[:3]: document.text for document in documents}
    for point in briefing.points:
        for citation in point.citations:
            assert citation.quote == texts[citation.document[:3]][citation.span.start : citation.span.end]
    return [
        (" ".join(point.text.split()), [citation.document[:3] for citation in point.citations])
        for point in briefing.points
    ]


@pytest.mark.parametrize("kind", ["docx", "pdf", "eml", "html"])
def test_the_same_five_reports_give_the_same_statements_and_citations_that_hold(kind):
    wanted = points(read_documents(KINDS.parents[2] / "seeds"))
    assert points(read_documents(KINDS / f"seeds_{kind}")) == wanted
    assert len(wanted) > 5


def test_a_citation_of_a_pdf_says_its_page():
    from summarizer import Briefing, render

    documents = read_documents([KINDS / "columns.pdf", KINDS.parents[2] / "seeds" / "003_af31facfb1cc1fc8.txt"])
    briefing = summarize(documents, Settings(words=900))
    pages = {citation.page for point in briefing.points for citation in point.citations if citation.source == 1}
    assert len(pages) > 1 and pages <= {1, 2, 3, 4}
    assert all(
        citation.page is None for point in briefing.points for citation in point.citations if citation.source == 2
    )
    for point in briefing.points:
        for citation in point.citations:
            document = documents[citation.source - 1]
            if citation.page:
                page = document.pages[citation.page - 1]
                assert page.start <= citation.span.start < page.end
    assert Briefing.from_json(render(briefing, "json")) == briefing
    assert "(page " in render(briefing, "markdown") and "(page " in render(briefing, "terminal")


def pdf(*objects):
    """A PDF of these objects, without the table that says where they are: readers look for them then."""
    body = "".join(f"{number} 0 obj\n{one}\nendobj\n" for number, one in enumerate(objects, start=1))
    return f"%PDF-1.4\n{body}trailer\n<< /Root 1 0 R /Size {len(objects) + 1} >>\n%%EOF\n".encode()


PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << {resources} >> /Contents 4 0 R >>"
ROOT = "<< /Type /Catalog /Pages 2 0 R >>"
PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def stream(content, more=""):
    return f"<< {more} /Length {len(content)} >>\nstream\n{content}\nendstream"


BAD_PDFS = {
    "pages within themselves": pdf(ROOT, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"),
    "parents in a ring": pdf(ROOT, PAGES.replace("/Count", "/Parent 3 0 R /Count"), PAGE.format(resources="")),
    "a form that shows itself": pdf(
        ROOT, PAGES, PAGE.format(resources="/XObject << /F 5 0 R >>"), stream("/F Do"),
        stream("/F Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>"),
    ),
    "no page": pdf(ROOT, "<< /Type /Pages /Kids [] /Count 0 >>"),
    "a scan": pdf(ROOT, PAGES, PAGE.format(resources=""), stream("q 0 0 1 rg Q")),
    "only its mark": b"%PDF-1.7\n",
    "nested lists": b"%PDF-1.7\n1 0 obj\n" + b"[" * 50_000,
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_PDFS)
def test_a_pdf_that_loops_or_holds_nothing_is_refused_in_one_line(tmp_path, capfd, name):
    (tmp_path / "a.pdf").write_bytes(BAD_PDFS[name])
    with pytest.raises(ReadError, match=r"a\.pdf: (cannot be read as PDF|found \d+ pages without text)"):
        read_documents(tmp_path / "a.pdf")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(("limit", "most"), [("pdf_pages", 3), ("pdf_operators", 100), ("report_chars", 3000)])
def test_the_limits_of_a_pdf(limit, most):
    with pytest.raises(ReadError, match=f"columns.pdf: refused, found more than {most:,}.*--limit {limit}=N"):
        read_documents(KINDS / "columns.pdf", ReadSettings(**{limit: most}))


def changed(name, replaced):
    """The zipped document with a part replaced."""
    before, after = zipfile.ZipFile(KINDS / name), io.BytesIO()
    with zipfile.ZipFile(after, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in before.infolist():
            data = before.read(entry)
            store = zipfile.ZIP_STORED if entry.filename == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry.filename, replaced.get(entry.filename, lambda data: data)(data), store)
    return after.getvalue()


PARTS = {
    "libreoffice.odt": "content.xml",
    "pandoc.epub": "META-INF/container.xml",
    "seeds_docx/003.docx": "word/document.xml",
}


@pytest.mark.parametrize("name", PARTS)
def test_entities_in_a_document_are_not_expanded(tmp_path, name):
    bomb = b'<!DOCTYPE a [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'

    def declare(data):
        return re.sub(rb"(<\?xml[^>]*>)", rb"\1" + bomb, data, count=1).replace(b"Washington", b"&b;&c;")

    path = tmp_path / Path(name).name
    path.write_bytes(changed(name, {PARTS[name]: declare}))
    try:
        (document,) = read_documents(path)
    except ReadError as error:
        assert "cannot be read as" in str(error)
    else:
        assert "boom" not in document.text


@pytest.mark.parametrize("name", PARTS)
def test_a_document_that_is_a_bomb_is_refused(tmp_path, name):
    path = tmp_path / Path(name).name
    path.write_bytes(changed(name, {PARTS[name]: lambda data: data + b" " * 20_000_000}))
    with pytest.raises(ReadError, match="expansion_ratio"):
        read_documents(path)


def test_ten_thousand_tags_within_each_other(tmp_path):
    def deepen(data):
        deep = b"<text:span>" * 10_000 + b"deep" + b"</text:span>" * 10_000
        return re.sub(rb"(<text:p\b[^>]*[^/]>)", lambda match: match[1] + deep, data, count=1)

    (tmp_path / "a.odt").write_bytes(changed("libreoffice.odt", {"content.xml": deepen}))
    assert read_documents(tmp_path / "a.odt")[0].text.startswith("deep")


def test_insertions_count_and_deletions_do_not(tmp_path):
    def revise(data):
        new = b'<w:ins w:id="1" w:author="x"><w:r><w:t xml:space="preserve">Inserted. </w:t></w:r></w:ins>'
        old = b'<w:del w:id="2" w:author="x"><w:r><w:delText>Deleted.</w:delText></w:r></w:del>'
        return data.replace(b"<w:r>", new + old + b"<w:r>", 1)

    (tmp_path / "a.docx").write_bytes(changed("seeds_docx/003.docx", {"word/document.xml": revise}))
    text = read_documents(tmp_path / "a.docx")[0].text
    assert text.startswith("Inserted. What’s new") and "Deleted" not in text


def test_notes_of_a_word_document_are_named(tmp_path):
    with zipfile.ZipFile(KINDS / "seeds_docx" / "003.docx") as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    members["word/footnotes.xml"] = (
        f'<w:footnotes xmlns:w="{word}"><w:footnote w:id="2"><w:p><w:r><w:t>The dam is </w:t></w:r><w:r><w:t>old.</w:t>'
        "</w:r></w:p></w:footnote></w:footnotes>"
    ).encode()
    members[types] = members[types].replace(
        b"</Types>",
        b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.footnotes+xml"/></Types>',
    )
    members[relations] = members[relations].replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Target="footnotes.xml" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/></Relationships>',
    )
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    (document,) = read_documents(tmp_path / "a.docx")
    assert ("note", "The dam is old.") in [(one.rule, one.text) for one in document.omitted]


def test_notes_remarks_and_heads_of_rich_text_are_named(tmp_path):
    source = (
        r"{\rtf1\ansi{\header The News}One line.{\footnote The dam is {\b old}.} More."
        r"{\*\annotation No \{ so.}\par End.}"
    )
    (tmp_path / "a.rtf").write_text(source)
    (document,) = read_documents(tmp_path / "a.rtf")
    assert document.text.split("\n") == ["One line. More.", "End."]
    assert [(one.rule, one.text) for one in document.omitted] == [
        ("running head", "The News"),
        ("note", "The dam is old."),
        ("remark", "No { so."),
    ]


def test_groups_of_rich_text_that_never_end_take_no_square_of_the_time(tmp_path):
    def make(size):
        source = r"{\rtf1\ansi One line. " + r"{\footnote a " * (size // 13)
        (tmp_path / f"{size}.rtf").write_text(source)
        return lambda: read_documents(tmp_path / f"{size}.rtf")

    assert any(growth(make, 20_000, 4, runs=runs) < 8 for runs in (1, 2, 3))


def test_the_contents_of_a_book_are_no_text(tmp_path):
    def list_contents(data):
        return re.sub(rb"(<spine[^>]*>)", rb'\1<itemref idref="nav"/>', data)

    (tmp_path / "a.epub").write_bytes(changed("pandoc.epub", {"EPUB/content.opf": list_contents}))
    (before,), (after,) = read_documents(KINDS / "pandoc.epub"), read_documents(tmp_path / "a.epub")
    assert before.text == after.text
    assert [omission.rule for omission in after.omitted] == ["contents"]


def test_a_chapter_that_a_book_does_not_order_is_named(tmp_path):
    def leave_out(data):
        return re.sub(rb'<itemref idref="ch001_xhtml" />', b"", data)

    (tmp_path / "a.epub").write_bytes(changed("pandoc.epub", {"EPUB/content.opf": leave_out}))
    (book,) = read_documents(tmp_path / "a.epub")
    ((rule, text),) = [(one.rule, one.text) for one in book.omitted]
    whole = " ".join(read_documents(KINDS / "pandoc.epub")[0].text.split())
    assert rule == "not among the chapters in order"
    assert text in whole and text not in " ".join(book.text.split())


def test_what_a_drawing_among_the_chapters_says_is_named(tmp_path):
    def draw(data):
        data = data.replace(b"</manifest>", b'<item id="s" href="s.svg" media-type="image/svg+xml" /></manifest>')
        return re.sub(rb"(<spine[^>]*>)", rb'\1<itemref idref="s"/>', data)

    (tmp_path / "a.epub").write_bytes(changed("pandoc.epub", {"EPUB/content.opf": draw}))
    with zipfile.ZipFile(tmp_path / "a.epub", "a") as archive:
        archive.writestr("EPUB/s.svg", f'<svg xmlns="http://www.w3.org/2000/svg"><text>{TOLD}</text></svg>')
    (book,) = read_documents(tmp_path / "a.epub")
    assert [(one.rule, one.text) for one in book.omitted] == [("drawing", TOLD)] and TOLD not in book.text


def test_a_box_of_rich_text_is_named(tmp_path):
    box = r"{\shp{\*\shpinst{\shptxt The dam is {\b old}.\par}}}"
    (tmp_path / "a.rtf").write_text(rf"{{\rtf1\ansi One line.{box} More.\par End.}}")
    (document,) = read_documents(tmp_path / "a.rtf")
    assert [(one.rule, one.text) for one in document.omitted] == [("text box", "The dam is old.")]


TOLD = "The dam will be closed for a year, the minister told the council."
OLD = "It was built in 1950 by the town of Jalko and has leaked ever since."
BOXES = {
    "a box": r"{\shp{\*\shpinst\shpleft100{\sp{\sn shapeType}{\sv 202}}{\shptxt IT}}}",
    "a box written twice": r"{\shp{\*\shpinst{\shptxt IT}}{\shprslt{\*\do{\dptxbx{\dptxbxtext IT}}}}}",
    "an old box": r"{\*\do\dobxcolumn{\dptxbx{\dptxbxtextIT}}}",
    "what stands for an object": r"{\object\objemb{\*\objclass W}{\*\objdata 0102}{\result IT}}",
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_prose_in_a_box_of_rich_text_stands_behind_its_paragraph(tmp_path, box):
    box = box.replace("IT", rf"\pard {TOLD}\par {OLD}\par")
    source = rf"{{\rtf1\ansi Before it.\par One{box} line.\par {{\b After it.\par}}}}"
    (tmp_path / "a.rtf").write_text(source)
    (document,) = read_documents(tmp_path / "a.rtf")
    assert document.text.split("\n") == ["Before it.", "One line.", TOLD, OLD, "After it."]
    assert document.omitted == ()


def test_two_boxes_at_the_end_of_rich_text_are_read(tmp_path):
    boxes = "".join(rf"{{\shp{{\*\shpinst{{\shptxt {text}}}}}}}" for text in (TOLD, OLD))
    (tmp_path / "a.rtf").write_text(rf"{{\rtf1\ansi One line.{boxes}}}")
    (document,) = read_documents(tmp_path / "a.rtf")
    assert document.text.split("\n") == ["One line.", TOLD, OLD]


def test_what_a_revision_deletes_from_a_word_document_is_named(tmp_path):
    def delete(data):
        run = b'<w:p><w:del w:id="9" w:author="a"><w:r><w:delText>The dam is old.</w:delText></w:r></w:del></w:p>'
        return data.replace(b"<w:body>", b"<w:body>" + run, 1)

    source = min((KINDS / "seeds_docx").iterdir())
    (tmp_path / "a.docx").write_bytes(changed(f"seeds_docx/{source.name}", {"word/document.xml": delete}))
    (document,) = read_documents(tmp_path / "a.docx")
    assert ("deleted in a revision", "The dam is old.") in [(one.rule, one.text) for one in document.omitted]
    assert "The dam" not in document.text


def test_a_pdf_with_a_password_says_so_and_one_without_is_read(tmp_path):
    from pypdf import PdfReader, PdfWriter

    for password in ("secret", ""):
        writer = PdfWriter(PdfReader(KINDS / "seeds_pdf" / "003.pdf"))
        writer.encrypt(user_password=password, owner_password=password, algorithm="RC4-128")
        writer.write(tmp_path / "a.pdf")
        if password:
            with pytest.raises(ReadError, match=r"a\.pdf: is encrypted; save it without a password"):
                read_documents(tmp_path / "a.pdf")
        else:
            assert paragraphs(read_documents(tmp_path / "a.pdf")[0].text) == paragraphs(SEEDS["003"])


def test_what_rich_text_hides_or_a_revision_deleted_is_named(tmp_path):
    gone = rf"{{\rtlch\fcs1 \deleted\revauthdel1 {TOLD} }}{{\v {OLD} }}"
    (tmp_path / "a.rtf").write_text(rf"{{\rtf1\ansi One line. {gone}{{\v0 More.}}{{\viewkind4 Yet more.}}\par End.}}")
    (document,) = read_documents(tmp_path / "a.rtf")
    assert document.text.split("\n") == ["One line. More.Yet more.", "End."]
    assert [(one.rule, one.text) for one in document.omitted] == [("deleted in a revision", TOLD), ("hidden", OLD)]


HIDDEN = {
    "taken back": (r"\v x\v0 The whole story.", "The whole story.", ["x"]),
    "taken back in its group": (r"{\pard\v secret\v0 Visible one.\par}End.", "Visible one.\nEnd.", ["secret"]),
    "within a line": (r"One \v hidden \v0 two.", "One two.", ["hidden"]),
    "taken back by all that is plain": (r"{\deleted old \'e9\plain New.}", "New.", ["old é"]),
    "to the end of the group": (r"One {\b\v gone {\i far} away}two.", "One two.", ["gone far away"]),
    "but for a group within": (r"{\v gone {\v0 Seen.}}", "Seen.", ["gone"]),
    "around a note": (r"One{\v gone{\footnote\plain A note.}}.", "One.", ["A note.", "gone"]),
    "in a table of styles": (r"{\stylesheet{\s1\v Unseen;}}One.", "One.", []),
}


@pytest.mark.parametrize(("source", "text", "named"), HIDDEN.values(), ids=HIDDEN)
def test_rich_text_is_hidden_up_to_where_that_is_taken_back(tmp_path, source, text, named):
    (tmp_path / "a.rtf").write_text(rf"{{\rtf1\ansi\deff0{source}}}")
    (document,) = read_documents(tmp_path / "a.rtf")
    assert document.text == text
    assert [one.text for one in document.omitted] == named


def test_what_a_word_document_hides_or_moved_away_is_named(tmp_path):
    def add(data):
        def run(text, mark=""):
            return f"<w:r>{mark}<w:t>{text}</w:t></w:r>"

        hidden = run("The dam is old.", "<w:rPr><w:vanish/></w:rPr>") + run(
            "Shown.", '<w:rPr><w:vanish w:val="0"/></w:rPr>'
        )
        moved = f"<w:moveFrom>{run(TOLD)}</w:moveFrom><w:moveTo>{run(TOLD)}</w:moveTo>"
        blank = f"<w:p>{run(' ', '<w:rPr><w:vanish/></w:rPr>')}</w:p>"
        return data.replace(b"<w:body>", f"<w:body><w:p>{hidden}{moved}</w:p>{blank}".encode(), 1)

    source = min((KINDS / "seeds_docx").iterdir())
    (tmp_path / "a.docx").write_bytes(changed(f"seeds_docx/{source.name}", {"word/document.xml": add}))
    (document,) = read_documents(tmp_path / "a.docx")
    assert document.text.startswith(f"Shown.{TOLD}\n")
    told = [(one.rule, one.text) for one in document.omitted]
    assert ("hidden", "The dam is old.") in told and ("moved in a revision", TOLD) in told
    assert all(text for _, text in told)


NAMED = (
    '<style:style style:name="{}" style:family="text"{}><style:text-properties text:display="{}"/></style:style>'.format
)
UNSEEN = {
    "by a style": ('<text:span text:style-name="No">IT</text:span>', True),
    "by a style made from it": ('<text:span text:style-name="Nor">IT</text:span>', True),
    "a section": ('<text:section text:display="none"><text:p>IT</text:p></text:section>', True),
    "a field": ('<text:hidden-text text:is-hidden="true">IT</text:hidden-text>', True),
    "a paragraph": ('</text:p><text:p><text:hidden-paragraph text:is-hidden="true"/>IT', True),
    "by a style of another kind": ('</text:p><text:p text:style-name="No">IT', False),
    "a style that takes it back": ('<text:span text:style-name="Yes">IT</text:span>', False),
    "a field that is shown": ('<text:hidden-text text:is-hidden="false">IT</text:hidden-text>', False),
}


@pytest.mark.parametrize(("inner", "is_hidden"), UNSEEN.values(), ids=UNSEEN)
def test_what_an_opendocument_text_hides_is_named(tmp_path, inner, is_hidden):
    made = ' style:parent-style-name="No"'
    styles = (
        NAMED("No", "", "none")
        + f'<style:style style:name="Nor" style:family="text"{made}/>'
        + NAMED("Yes", made, "true")
    )

    def add(data):
        text = data.decode().replace("</office:automatic-styles>", f"{styles}</office:automatic-styles>", 1)
        added = f"<text:p>Seen. {inner.replace('IT', TOLD)}</text:p>"
        return re.sub("<office:text[^>]*>", lambda opened: opened.group() + added, text, count=1).encode()

    (tmp_path / "a.odt").write_bytes(changed("libreoffice.odt", {"content.xml": add}))
    (document,) = read_documents(tmp_path / "a.odt")
    assert document.text.startswith("Seen.") and (TOLD in document.text) is not is_hidden
    assert [one.text for one in document.omitted if one.rule == "hidden"] == ([TOLD] if is_hidden else [])


VANISH = "<w:rPr><w:vanish/></w:rPr>"
SIGNS = "<w:tab/><w:noBreakHyphen/><w:br/>"
LEFT = {
    "deleted in a box": (
        "<w:r><w:pict><w:txbxContent><w:p><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>"
        "</w:txbxContent></w:pict></w:r>",
        "deleted in a revision",
    ),
    "hidden in a box": (
        f"<w:r><w:pict><w:txbxContent><w:p><w:r>{VANISH}<w:t>Gone.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
        "hidden",
    ),
    "deleted with its signs": (
        f"<w:del><w:r><w:delText>Gone.</w:delText>{SIGNS}</w:r></w:del>",
        "deleted in a revision",
    ),
    "hidden with its signs": (f"<w:r>{VANISH}<w:t>Gone.</w:t>{SIGNS}</w:r>", "hidden"),
    "moved with its signs": (f"<w:moveFrom><w:r><w:t>Gone.</w:t>{SIGNS}</w:r></w:moveFrom>", "moved in a revision"),
}


def with_paragraph(tmp_path, inner):
    source = min((KINDS / "seeds_docx").iterdir())
    opened = f"<w:body><w:p>{inner}</w:p>".encode()
    wanted = {"word/document.xml": lambda data: data.replace(b"<w:body>", opened, 1)}
    (tmp_path / "a.docx").write_bytes(changed(f"seeds_docx/{source.name}", wanted))
    return tmp_path / "a.docx"


@pytest.mark.parametrize(("inner", "rule"), LEFT.values(), ids=LEFT)
def test_what_is_left_out_of_a_word_document_is_named_once_and_leaves_no_signs(tmp_path, inner, rule):
    (document,) = read_documents(with_paragraph(tmp_path, f"{inner}<w:r><w:t>Stays.</w:t></w:r>"))
    assert document.text.startswith("Stays.\n")
    assert [one.rule for one in document.omitted if "Gone." in one.text] == [rule]


STYLED = '<w:style w:type="{}" w:styleId="{}"{}><w:name w:val="{}"/>{}</w:style>'.format
HIDING = "<w:rPr><w:vanish/></w:rPr>"
HIDING_STYLES = (
    STYLED("character", "No", "", "no", HIDING)
    + STYLED("character", "Nor", "", "nor", '<w:basedOn w:val="No"/>')
    + STYLED("character", "Yes", "", "yes", '<w:basedOn w:val="No"/><w:rPr><w:vanish w:val="0"/></w:rPr>')
    + STYLED("character", "Round", "", "round", '<w:basedOn w:val="Round"/>')
    + STYLED("paragraph", "Never", "", "never", HIDING)
    + STYLED("table", "Nowhere", "", "nowhere", HIDING)
)
TOLD_RUN = "<w:r>{}<w:t>IT</w:t></w:r>".format
WITH_STYLE = '<w:rPr><w:rStyle w:val="{}"/></w:rPr>'.format
SHOWN = '<w:rPr><w:vanish w:val="false"/></w:rPr>'
NEVER = '<w:pPr><w:pStyle w:val="Never"/></w:pPr>'
STYLED_RUNS = {
    "a style": (f"<w:p>{TOLD_RUN(WITH_STYLE('No'))}</w:p>", True),
    "made from it": (f"<w:p>{TOLD_RUN(WITH_STYLE('Nor'))}</w:p>", True),
    "takes it back": (f"<w:p>{TOLD_RUN(WITH_STYLE('Yes'))}</w:p>", False),
    "made from itself": (f"<w:p>{TOLD_RUN(WITH_STYLE('Round'))}</w:p>", False),
    "a paragraph's": (f"<w:p>{NEVER}{TOLD_RUN('')}</w:p>", True),
    "a name of a style of another kind": (f"<w:p>{TOLD_RUN(WITH_STYLE('Never'))}</w:p>", False),
    "shown by the run itself": ("<w:p>" + NEVER + TOLD_RUN(SHOWN) + "</w:p>", False),
    # A second style that hides takes back what the first does (ECMA-376, 17.7.3).
    "two styles": (f"<w:p>{NEVER}{TOLD_RUN(WITH_STYLE('No'))}</w:p>", False),
    "a table's": (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Nowhere"/></w:tblPr><w:tr><w:tc>'
        f"<w:p>{TOLD_RUN('')}</w:p></w:tc></w:tr></w:tbl>",
        True,
    ),
}


@pytest.mark.parametrize(("inner", "is_hidden"), STYLED_RUNS.values(), ids=STYLED_RUNS)
def test_what_a_style_of_a_word_document_hides_is_named(tmp_path, inner, is_hidden):
    opened = f"<w:body><w:p><w:r><w:t>Seen.</w:t></w:r></w:p>{inner.replace('IT', TOLD)}".encode()
    changes = {
        "word/document.xml": lambda data: data.replace(b"<w:body>", opened, 1),
        "word/styles.xml": lambda data: data.replace(b"</w:styles>", f"{HIDING_STYLES}</w:styles>".encode(), 1),
    }
    source = min((KINDS / "seeds_docx").iterdir())
    (tmp_path / "a.docx").write_bytes(changed(f"seeds_docx/{source.name}", changes))
    (document,) = read_documents(tmp_path / "a.docx")
    assert document.text.startswith("Seen.\n") and (TOLD in document.text) is not is_hidden
    assert [one.text for one in document.omitted if one.rule == "hidden"] == ([TOLD] if is_hidden else [])


def test_the_usual_style_of_a_word_document_may_hide_all(tmp_path):
    def hide(data):
        return re.sub(rb'(<w:style [^>]*w:styleId="Normal"[^>]*>)', rb"\1" + HIDING.encode(), data, count=1)

    source = min((KINDS / "seeds_docx").iterdir())
    (tmp_path / "a.docx").write_bytes(changed(f"seeds_docx/{source.name}", {"word/styles.xml": hide}))
    with pytest.raises(ReadError, match="no text in it"):
        read_documents(tmp_path / "a.docx")


def test_paragraphs_within_each_other_take_no_square_of_the_time(tmp_path):
    runs = "<w:r><w:t>x</w:t><w:delText>abcde</w:delText></w:r>" * 2_000
    deep = with_paragraph(tmp_path, "<w:p>" * 200 + runs + "</w:p>" * 200).rename(tmp_path / "deep.docx")
    flat = with_paragraph(tmp_path, runs)
    assert min(seconds(lambda: read_documents(deep), n) / seconds(lambda: read_documents(flat), n) for n in (1, 3)) < 8


SET_IN = {
    "a page": (f"<html><body><p>{TOLD}</p></body></html>".encode(), TOLD),
    "no page": (b"\x00\x01\x02\xff\xfe" * 100, "/word/chunk.html"),
    "a page that is a bomb": (b"<svg>" * 30_000 + b"</b>" * 60_000, "/word/chunk.html"),
}


@pytest.mark.parametrize(("data", "told"), SET_IN.values(), ids=SET_IN)
def test_what_is_set_into_a_word_document_is_named_and_costs_no_more(tmp_path, data, told):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    wanted = {
        "word/_rels/document.xml.rels": lambda data: data.replace(
            b"</Relationships>",
            f'<Relationship Id="a1" Type="{kind}/aFChunk" Target="/word/chunk.html"/></Relationships>'.encode(),
        ),
        "[Content_Types].xml": lambda data: data.replace(
            b"</Types>", b'<Default Extension="html" ContentType="text/html"/></Types>'
        ),
    }
    source = min((KINDS / "seeds_docx").iterdir())
    (tmp_path / "a.docx").write_bytes(changed(f"seeds_docx/{source.name}", wanted))
    with zipfile.ZipFile(tmp_path / "a.docx", "a") as archive:
        archive.writestr("word/chunk.html", data)
    (document,) = read_documents(tmp_path / "a.docx")
    assert ("part of another kind", told) in [(one.rule, one.text) for one in document.omitted]


def test_formulas_of_a_word_document_stand_in_their_sentence_and_drawings_are_named(tmp_path):
    formula = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>5x</m:t></m:r></m:oMath>'
    shape = '<a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:r><a:t>{}</a:t></a:r></a:p>'
    drawn = "".join(shape.format(word) for word in ("The old bridge.", "The new one."))
    told = f"<w:r><w:t>It rose by </w:t></w:r>{formula}<w:r><w:t>.</w:t></w:r><w:r><w:drawing>{drawn}</w:drawing></w:r>"
    (document,) = read_documents(with_paragraph(tmp_path, told))
    assert document.text.startswith("It rose by 5x.\n") and "bridge" not in document.text.split("\n")[0]
    assert [one.text for one in document.omitted if one.rule == "drawing"] == ["The old bridge.", "The new one."]


def test_letters_in_halves_and_cells_of_rich_text(tmp_path):
    source = r"{\rtf1\ansi A \u-10179?\u-8704? b|c.\par \trowd\cellx100 One.\cell Two, \'e9.\cell\row Three.}"
    (tmp_path / "a.rtf").write_text(source)
    assert read_documents(tmp_path / "a.rtf")[0].text.split("\n") == ["A 😀 b|c.", "One.", "Two, é.", "Three."]


def test_what_a_chapter_of_a_book_hides_is_named(tmp_path):
    told = "The council of Jalko voted on Friday to close the old bridge for a whole year, its chairman said."

    def hide(data):
        return data.replace(b"</body>", f'<div hidden="hidden"><p>{told}</p><p>Menu</p></div></body>'.encode())

    name = next(
        name
        for name in zipfile.ZipFile(KINDS / "pandoc.epub").namelist()
        if name.endswith("001.xhtml") and "text" in name
    )
    (tmp_path / "a.epub").write_bytes(changed("pandoc.epub", {name: hide}))
    (document,) = read_documents(tmp_path / "a.epub")
    assert told not in document.text
    assert [one.text for one in document.omitted if one.rule == "hidden"] == [told]
