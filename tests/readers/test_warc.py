import gzip
import io
import re
import zlib
from pathlib import Path

import pytest

from summarizer import ReadError, ReadSettings, read_documents

KINDS = Path(__file__).parents[1] / "cases" / "kinds"


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
    good, again, bad = read_documents(tmp_path / "a.warc")
    assert "http://a.org/news/one.txt stands in it before; its record at byte" in again.skipped
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
    lost, document = read_documents(tmp_path / "b.warc.gz")
    assert "b.warc.gz: is cut off behind its first " in lost.skipped and TEXT.decode().startswith(document.text)


def story(number):
    return f"http://a.org/{number}.txt", TEXT.replace(b"Beijing", b"City %d" % number)


def stories():
    records = archive(*(("200 OK", story(number)[0], "text/plain", story(number)[1]) for number in range(4)))
    return [b"WARC/1.0\r\n" + part for part in records.split(b"WARC/1.0\r\n")[1:]]


BROKEN = {
    "garbage": lambda _: b"WARC/1.0\r\nnonsense" + bytes(100) + b"\r\n\r\n",
    "no length": lambda record: re.sub(rb"Content-Length: \d+\r\n", b"", record),
    "too short a length": lambda record: re.sub(rb"Content-Length: \d+", b"Content-Length: 60", record),
    "too great a length": lambda record: re.sub(rb"Content-Length: \d+", b"Content-Length: 99999999", record),
    "no number": lambda record: re.sub(rb"Content-Length: \d+", b"Content-Length: x", record),
    "no address": lambda record: record.replace(b"WARC-Target-URI", b"X-Target"),
}


@pytest.mark.parametrize("spoil", BROKEN.values(), ids=BROKEN)
def test_a_broken_record_costs_no_other_and_writes_nothing_to_the_terminal(tmp_path, capfd, spoil):
    parts = stories()
    parts[1] = spoil(parts[1])
    (tmp_path / "a.warc").write_bytes(b"".join(parts))
    documents = read_documents(tmp_path / "a.warc")
    good = [document.text for document in documents if not document.skipped]
    assert {story(number)[1].decode() for number in (0, 2, 3)} <= set(good)
    assert capfd.readouterr() == ("", "")


def test_a_record_whose_length_is_wrong_is_named(tmp_path):
    parts = stories()
    parts[1] = BROKEN["too short a length"](parts[1])
    (tmp_path / "a.warc").write_bytes(b"".join(parts))
    assert any("is longer than it says" in (one.skipped or "") for one in read_documents(tmp_path / "a.warc"))


@pytest.mark.parametrize("packing", ["gzip", "deflate", "raw", "plain"])
def test_packed_pages_are_unpacked_and_a_damaged_one_is_named_without_a_word_on_the_terminal(tmp_path, capfd, packing):
    writing = pytest.importorskip("warcio.warcwriter")
    from warcio.statusandheaders import StatusAndHeaders

    body = b"".join(TEXT.replace(b"Beijing", b"City %d" % number) + b"\n" for number in range(3000))
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = {
        "gzip": gzip.compress(body), "deflate": zlib.compress(body), "raw": raw.compress(body) + raw.flush(),
        "plain": body,
    }[packing]  # fmt: skip
    damaged = packed[: len(packed) // 2] + bytes(60) + packed[len(packed) // 2 + 60 :]
    data = io.BytesIO()
    writer = writing.WARCWriter(data, gzip=False)
    for number, payload in enumerate((packed, damaged, packed)):
        form = "gzip" if packing == "gzip" else "deflate"
        headers = StatusAndHeaders(
            "200 OK", [("Content-Type", "text/plain"), ("Content-Encoding", form)], protocol="HTTP/1.0"
        )
        address = f"http://a.org/{number}.txt"
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(payload), http_headers=headers)
        )
    (tmp_path / "a.warc").write_bytes(data.getvalue())
    first, second, third = read_documents(tmp_path / "a.warc")
    assert first.text == third.text == body.decode()
    assert packing in ("raw", "plain") or "a.warc:http://a.org/1.txt: cannot be read" in (second.skipped or "")
    assert capfd.readouterr() == ("", "")
