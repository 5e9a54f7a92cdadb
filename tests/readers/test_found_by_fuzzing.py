"""Files that `make fuzz` found, or that were made after what it found, each cut down to what was wrong."""

import io
import json
import time
import tracemalloc
import zipfile

import pytest

from summarizer import ReadError, ReadSettings, read_documents

BODY = "\nSome text of a report that is there.\n"


def zipped(members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, member in members:
            archive.writestr(name, member)
    return data.getvalue()


@pytest.mark.parametrize("value", ["!!bool x", "!!timestamp x", "!!int _", "0x" + "f" * 6000, "[" * 3000])
def test_front_matter_that_says_it_is_what_it_is_not_is_none(tmp_path, value):
    path = tmp_path / "a.txt"
    path.write_text(f"---\ntitle: One\nnumber: {value}\n---{BODY}")
    (report,) = read_documents(path)
    assert report.title != "One" and report.text.endswith(BODY)


def peak_of(path):
    """How many bytes at most reading takes."""
    tracemalloc.start()
    try:
        read_documents(path)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_front_matter_that_repeats_itself_takes_no_memory(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"---\nlong: &a {'x' * 20_000}\nauthor: [{', '.join(['*a'] * 3_000)}]\n---{BODY}")
    assert peak_of(path) < 10_000_000


def test_a_header_of_many_names_over_many_short_rows_takes_no_memory(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f"text,{','.join(f'c{number}' for number in range(10_000))}\n" + "Some text.\n" * 200)
    assert peak_of(path) < 10_000_000


def test_a_chapter_that_a_book_names_often_is_read_once(tmp_path):
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfile full-path="p.opf"/></container>'
    )
    item = '<item id="a" media-type="application/xhtml+xml" href="a.html"/>'
    package = f'<package xmlns="http://www.idpf.org/2007/opf">{item}'
    package += '<itemref idref="a"/>' * 1_000 + "</package>"
    members = [("mimetype", "application/epub+zip"), ("META-INF/container.xml", container), ("p.opf", package)]
    path = tmp_path / "a.epub"
    path.write_bytes(zipped([*members, ("a.html", f"<p>{BODY.strip()}</p>")]))
    assert read_documents(path)[0].text == BODY.strip()


def test_a_member_of_a_zip_without_a_name_does_not_cost_the_others(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(zipped([("b.txt", BODY), ("c.txt", BODY)]).replace(b"c.txt", b"\0.txt"))
    assert [document.text for document in read_documents(path)] == [BODY]


@pytest.mark.parametrize("day", ["0000-01-01", "9999-12-31T23:59:59-23:00"])
def test_a_day_outside_of_the_calendar_is_none(tmp_path, day):
    item = f"<item><title>T</title><description>Some text.</description><pubDate>{day}</pubDate></item>"
    (tmp_path / "a.rss").write_text(f"<rss><channel>{item}</channel></rss>")
    (entry,) = read_documents(tmp_path / "a.rss")
    assert entry.text == "Some text." and entry.published is None


def test_a_saved_page_with_an_impossible_charset_is_refused(tmp_path):
    fields = "From: a\nSubject: b\nDate: c\nSnapshot-Content-Location: http://a.example/\n"
    (tmp_path / "a.mhtml").write_text(f"{fields}Content-Type: text/html; charset*=a%00b''x%ff\n\n<html>{BODY}")
    with pytest.raises(ReadError, match=r"a\.mhtml: cannot be read as a saved page"):
        read_documents(tmp_path / "a.mhtml")


def test_a_json_feed_without_a_title_is_read(tmp_path):
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_text": "Some text."}]}
    (tmp_path / "a.json").write_text(json.dumps(feed))
    (entry,) = read_documents(tmp_path / "a.json", ReadSettings())
    assert entry.text == "Some text." and entry.outlet is None


@pytest.mark.parametrize("mark", ["<?xml?>", "<!---->", "<?xml a?>\n"])
def test_what_stands_before_the_first_element_is_looked_at_once(tmp_path, mark):
    """Twenty of them took a minute, and one more twice as long."""
    path = tmp_path / "a.txt"
    for count in (20, 300):
        path.write_text(mark * count + BODY)
        began = time.process_time()
        assert BODY.strip() in read_documents(path)[0].text
        assert time.process_time() - began < 5


def test_a_number_in_sources_toml_that_is_too_long_to_be_shown(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "sources.toml").write_text(f'["a.txt"]\ntitle = 0x{"f" * 6000}\n')
    with pytest.raises(ReadError, match=r"sources\.toml: cannot be read as TOML"):
        read_documents(tmp_path)
