import gzip
import io
from pathlib import Path

import pytest

from summarizer import ReadError, ReadSettings, read_documents

KINDS = Path(__file__).parents[2] / "cases" / "kinds"


def test_the_pages_that_wget_kept():
    documents = read_documents(KINDS / "wget.warc.gz")
    assert [(document.kind, document.url) for document in documents] == [
        ("html", "http://127.0.0.1:8765/print.html"),
        ("text", "http://127.0.0.1:8765/columns.txt"),
    ]
    page, text = documents
    assert text.text == (KINDS / "columns.txt").read_text("utf-8")
    wanted = [line.strip() for line in text.text.split("\n")[:23]]
    assert set(wanted) <= {" ".join(line.split()) for line in page.text.split("\n")}


def archive(*records):
    """A web archive of (address, content type, body), as warcio writes it."""
    writing = pytest.importorskip("warcio.warcwriter")
    from warcio.statusandheaders import StatusAndHeaders

    data = io.BytesIO()
    writer = writing.WARCWriter(data, gzip=False)
    for status, address, form, body in records:
        headers = StatusAndHeaders(status, [("Content-Type", form)], protocol="HTTP/1.0")
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return data.getvalue()


TEXT = b"The minister said on Monday that the talks in Beijing had gone well for both of the countries."


def test_only_pages_are_read_and_each_address_once(tmp_path):
    (tmp_path / "a.warc").write_bytes(
        archive(
            ("200 OK", "http://a.org/news/one.txt", "text/plain", TEXT),
            ("200 OK", "http://a.org/news/one.txt", "text/plain", TEXT),
            ("404 Not Found", "http://a.org/two", "text/plain", TEXT),
            ("200 OK", "http://a.org/style.css", "text/css", TEXT),
            ("200 OK", "http://a.org/p.png", "image/png", TEXT),
            ("200 OK", "http://a.org/broken", "application/pdf", b"%PDF-1.4\n"),
        )
    )
    good, bad = read_documents(tmp_path / "a.warc")
    assert (good.id, good.text, good.path) == ("one", TEXT.decode(), f"{tmp_path / 'a.warc'}:http://a.org/news/one.txt")
    assert "http://a.org/broken: cannot be read as PDF" in bad.skipped


def test_broken_and_hostile_archives(tmp_path):
    whole = archive(("200 OK", "http://a.org/one", "text/plain", TEXT * 20_000))
    path = tmp_path / "a.warc"
    path.write_bytes(whole)
    with pytest.raises(ReadError, match="expanded_bytes"):
        read_documents(path, ReadSettings(expanded_bytes=100_000))
    path.write_bytes(b"WARC/1.0\r\nnonsense" + bytes(100))
    with pytest.raises(ReadError, match=r"a\.warc: "):
        read_documents(path)
    whole = archive(("200 OK", "http://a.org/one", "text/plain", TEXT))
    (tmp_path / "b.warc.gz").write_bytes(gzip.compress(whole)[:-30])
    with pytest.raises(ReadError, match="cannot be read as a compressed file"):
        read_documents(tmp_path / "b.warc.gz")
