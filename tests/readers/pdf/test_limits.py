"""PDF files that unpack to more than a report ever holds: one clear error, soon, and little memory."""

import time
import tracemalloc
import zlib

import pytest

from summarizer import ReadError, ReadSettings, read_documents

pytest.importorskip("pypdf")

WORDS = b"BT /F1 12 Tf 50 700 Td (The minister said on Monday that the talks in Beijing had gone well.) Tj ET\n"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
WIDE = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 6 0 R >>"
BLANK = b" " * 10_000_000
LETTERS = (
    b"1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0041> endbfrange endcmap"
)


def stream(data, *filters, fields=b""):
    if not filters:
        data, filters = zlib.compress(data, 9), (b"/FlateDecode",)
    named = b"/Filter [%s]" % b" ".join(filters)
    return b"<< /Length %d %s %s >>\nstream\n%s\nendstream" % (len(data), named, fields, data)


def form(data, *, inner=b""):
    return stream(data, fields=b"/Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 4 0 R >> %s >>" % inner)


def written(objects):
    """A PDF of these objects, the first its root; the table of places is left out, which readers mend."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, start=1))
    return b"%%PDF-1.7\n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n0\n%%%%EOF\n" % (body, len(objects) + 1)


def paged(content, *more, count=1, font=FONT, resources=b"/Font << /F1 4 0 R >>"):
    own = range(6 + len(more), 6 + len(more) + count)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << %s >> /Contents 5 0 R >>" % resources
    pages = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, b" ".join(b"%d 0 R" % number for number in own))
    return written([b"<< /Type /Catalog /Pages 2 0 R >>", pages, b"null", font, content, *more, *[page] * count])


FORMS = b"/Font << /F1 4 0 R >> /XObject << /X 6 0 R >>"
HARMLESS = {
    "a page": paged(stream(WORDS)),
    "a form that draws itself": paged(
        stream(WORDS + b"/X Do"), form(b"/X Do", inner=b"/XObject << /X 6 0 R >>"), resources=FORMS
    ),
    "a page in digits": paged(stream(WORDS.hex().encode() + b">", b"/ASCIIHexDecode")),
}
BOMBS = {
    "a stream": (paged(stream(WORDS + BLANK)), "expansion_ratio"),
    "a string": (paged(stream(b"BT /F1 12 Tf (" + b"A" * 10_000_000 + b") Tj ET")), "expansion_ratio"),
    "a form": (paged(stream(WORDS + b"/X Do"), form(BLANK), resources=FORMS), "expansion_ratio"),
    "a table of letters": (paged(stream(WORDS), stream(LETTERS + BLANK), font=WIDE), "expansion_ratio"),
    "many letters on many pages": (paged(stream(WORDS), stream(LETTERS), count=90, font=WIDE), "expanded_bytes"),
    "many fonts on many pages": (
        paged(
            stream(WORDS), count=20, resources=b"/Font << %s >>" % b" ".join(b"/F%d 4 0 R" % at for at in range(900))
        ),
        "expanded_bytes",
    ),
    "blank on many pages": (paged(stream(WORDS + b" " * 900_000), count=400), "expanded_bytes"),
    "letters that stand for four": (paged(stream(b"z" * 500_000 + b"~>", b"/ASCII85Decode")), "expanded_bytes"),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_an_odd_pdf_is_read(tmp_path, name):
    (tmp_path / "a.pdf").write_bytes(HARMLESS[name])
    assert "the talks in Beijing had gone well." in read_documents(tmp_path / "a.pdf")[0].text


@pytest.mark.parametrize("name", BOMBS)
def test_what_a_pdf_unpacks_to_is_counted(tmp_path, name):
    data, limit = BOMBS[name]
    (tmp_path / "a.pdf").write_bytes(data)
    start = time.process_time()
    tracemalloc.start()
    try:
        with pytest.raises(ReadError, match=rf"a\.pdf: refused, .* --limit {limit}=N"):
            read_documents(
                tmp_path / "a.pdf", ReadSettings(expanded_bytes=10**8 if limit == "expansion_ratio" else 3_000_000)
            )
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 90_000_000 and time.process_time() - start < 20


def test_objects_packed_in_streams_are_counted(tmp_path):
    count, first = 6, 5
    page = b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R >>"
    kids = b" ".join(b"%d 0 R" % (first + at) for at in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids), FONT,
        stream(WORDS), *[b"null"] * count,
    ]  # fmt: skip
    for at in range(count):
        head = b"%d 0 " % (first + at)
        objects.append(stream(head + page + BLANK, fields=b"/Type /ObjStm /N 1 /First %d" % len(head)))
    data, places = b"%PDF-1.7\n", [(0, 0, 0)]
    for number, each in enumerate(objects, start=1):
        is_packed = first <= number < first + count
        places.append((2, number + count, 0) if is_packed else (1, len(data), 0))
        data += b"" if is_packed else b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%c%s%s" % (kind, at.to_bytes(4), index.to_bytes(2)) for kind, at, index in places)
    size = len(places)
    fields = b"/Type /XRef /Size %d /W [1 4 2] /Root 1 0 R" % size
    data += b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (size, stream(table, fields=fields), len(data))
    (tmp_path / "a.pdf").write_bytes(data)
    with pytest.raises(ReadError, match=r"--limit expanded_bytes=N"):
        read_documents(tmp_path / "a.pdf", ReadSettings(expanded_bytes=30_000_000, expansion_ratio=10**9))


def test_filters_that_no_program_writes_are_refused(tmp_path):
    packed = zlib.compress(b"z" * 1_000_000 + b"~>")
    (tmp_path / "a.pdf").write_bytes(paged(stream(packed, b"/FlateDecode", b"/ASCII85Decode")))
    with pytest.raises(ReadError, match=r"cannot be read as PDF \(its filters are /FlateDecode, /ASCII85Decode\)"):
        read_documents(tmp_path / "a.pdf")


NOTES = [
    b"<< /Type /Annot /Subtype /Text /Contents (Ask the mayor.) /Rect [0 0 9 9] >>",
    b"<< /Type /Annot /Subtype /Widget /FT /Tx /V (Jalko, 18 March) /Rect [0 0 9 9] >>",
    b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >>",
    b"<< /Type /Annot /Subtype /Widget /FT /Btn /V /Off /Rect [0 0 9 9] >>",
    b"<< /Type /Annot /Subtype /Text /Contents (/a/ is a folder.) /Rect [0 0 9 9] >>",
]
NOTED = paged(stream(WORDS), *NOTES).replace(
    b"/Contents 5 0 R", b"/Contents 5 0 R /Annots [6 0 R 7 0 R 8 0 R 9 0 R 10 0 R 99 0 R]"
)
ATTACHED = b"/Catalog /Names << /EmbeddedFiles << /Names [(map.txt) 8 0 R] >> >> "


def test_remarks_fields_and_attached_files_are_named(tmp_path):
    (tmp_path / "a.pdf").write_bytes(NOTED.replace(b"/Catalog ", ATTACHED))
    (report,) = read_documents(tmp_path / "a.pdf")
    assert [(one.rule, one.text) for one in report.omitted] == [
        ("remark", "Ask the mayor."),
        ("field of a form", "Jalko, 18 March"),
        ("remark", "/a/ is a folder."),
        ("attachment", "map.txt"),
    ]
    assert "mayor" not in report.text


@pytest.mark.parametrize("broken", [b"/Annots 5", b"/Annots [(x) 7 6 0 R]", b"/Annots [99 0 R]", b"/Annots [[6 0 R]]"])
def test_broken_notes_cost_no_text(tmp_path, broken):
    data = NOTED.replace(b"/Annots [6 0 R 7 0 R 8 0 R 9 0 R 99 0 R]", broken)
    (tmp_path / "a.pdf").write_bytes(data.replace(b"/Catalog ", ATTACHED.replace(b"[(map.txt) 8 0 R]", b"9")))
    assert "the talks in Beijing had gone well." in read_documents(tmp_path / "a.pdf")[0].text
