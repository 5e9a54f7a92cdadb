"""Documents, books and archives that lack a part or are broken: one clear error, or all the rest of them."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from summarizer import ReadError, read_documents
from tests.readers.test_documents_of_programs import changed

SENTENCE = "The minister said on Monday that the talks in Beijing had gone well for both of the countries."
REFUSED = {
    "a book that names no package": (
        "pandoc.epub",
        {"META-INF/container.xml": lambda data: data.replace(b"rootfile ", b"other ")},
        r"cannot be read as EPUB \(it names no package\)",
    ),
    "a book whose package is not there": (
        "pandoc.epub",
        {"META-INF/container.xml": lambda data: data.replace(b"content.opf", b"lost.opf")},
        r"cannot be read as EPUB \(KeyError.*lost\.opf",
    ),
    "a book without a word": (
        "pandoc.epub",
        {"EPUB/content.opf": lambda data: re.sub(b"<itemref.*?/>|<item .*?/>", b"", data)},
        "found no text in it",
    ),
    "an OpenDocument file that is no text": (
        "libreoffice.odt",
        {"content.xml": lambda data: data.replace(b"office:text", b"office:chart")},
        r"cannot be read as ODT \(it has no text\)",
    ),
    "an OpenDocument text of broken XML": ("libreoffice.odt", {"content.xml": lambda data: data[:-9]}, "read as ODT"),
    "a Word document of broken XML": (
        "seeds_docx/003.docx",
        {"word/document.xml": lambda data: data[:-9]},
        "cannot be read as DOCX",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_document_that_lacks_what_it_must_have_is_refused_by_name(tmp_path, case):
    name, replaced, message = REFUSED[case]
    path = tmp_path / Path(name).name
    path.write_bytes(changed(name, replaced))
    with pytest.raises(ReadError, match=rf"{re.escape(path.name)}.*{message}"):
        read_documents(path)


def test_a_chapter_that_is_not_there_is_named_and_costs_no_other(tmp_path):
    def add(data):
        data = data.replace(
            b"</manifest>",
            b'<item id="x" href="text/lost.xhtml" media-type="application/xhtml+xml"/>\
</manifest>',
        )
        return data.replace(b"</spine>", b'<itemref idref="x"/></spine>')

    (tmp_path / "a.epub").write_bytes(changed("pandoc.epub", {"EPUB/content.opf": add}))
    (book,) = read_documents(tmp_path / "a.epub")
    assert ("missing chapter", "EPUB/text/lost.xhtml") in [(one.rule, one.text) for one in book.omitted]
    assert len(book.text) > 1000


def test_spaces_tabs_and_line_breaks_of_an_opendocument_text_are_kept(tmp_path):
    def add(data):
        added = b'<text:p>One<text:s text:c="3"/>two<text:s/>three<text:tab/>four<text:line-break/>five.</text:p>'
        return re.sub(rb"<office:text[^>]*>", lambda opened: opened.group() + added, data, count=1)

    (tmp_path / "a.odt").write_bytes(changed("libreoffice.odt", {"content.xml": add}))
    assert read_documents(tmp_path / "a.odt")[0].text.startswith("One   two three\tfour\nfive.")


def test_members_that_are_encrypted_or_broken_are_named_and_cost_no_other(tmp_path):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        for name in ("broken", "fine", "locked"):
            archive.writestr(f"{name}.txt", f"{SENTENCE} {name}")
    packed = data.getvalue().replace(b"countries. broken", b"countries. bROKEN")
    entry = packed.rindex(b"PK\x01\x02")  # of locked.txt in the table at the end
    packed = packed[: entry + 8] + b"\x01" + packed[entry + 9 :]
    (tmp_path / "z.zip").write_bytes(packed)
    skipped = [document.skipped for document in read_documents(tmp_path / "z.zip")]
    assert [text for text in skipped if text is None] == [None]
    assert any("z.zip:broken.txt: cannot be unpacked (Bad CRC-32" in (text or "") for text in skipped)
    assert any("z.zip:locked.txt: is encrypted; unpack it first." in (text or "") for text in skipped)
