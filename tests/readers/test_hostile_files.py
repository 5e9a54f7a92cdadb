import os
import sys
import time
import tracemalloc
from dataclasses import replace

import pytest

from summarizer import ReadError, ReadSettings, read_documents, summarize
from summarizer.readers import paths as read
from summarizer.readers.paths import read_raw
from summarizer.readers.registry import read_kind
from summarizer.readers.source import Allowance, SourceFile

SENTENCE = "The minister said on Monday that the talks in Beijing had gone well for both of the countries.\n"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")


def test_a_file_beyond_the_limit_is_not_even_read(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(2**31 + 1)  # sparse: it takes no room
    (tmp_path / "good.txt").write_text(SENTENCE)
    big, good = read_documents([path, tmp_path / "good.txt"])
    assert "big.txt" in big.skipped and "--limit file_bytes=N" in big.skipped
    assert good.text == SENTENCE
    assert "good" in summarize((big, good)).sources[1].document


def test_standard_input_has_the_same_limit(monkeypatch):
    import io

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SENTENCE.encode() * 10)))
    with pytest.raises(ReadError, match="standard input: refused, found more than 100 bytes"):
        read_documents("-", ReadSettings(file_bytes=100))


def test_a_report_beyond_the_limit_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    with pytest.raises(ReadError, match="more than 20 characters in one report"):
        read_documents(tmp_path / "a.txt", ReadSettings(report_chars=20))
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n' * 3)
    with pytest.raises(ReadError, match="more than 2 reports"):
        read_documents(tmp_path / "a.jsonl", ReadSettings(reports=2))


@POSIX
def test_pipes_devices_and_loops_beside_a_report_do_not_cost_it(tmp_path):
    os.mkfifo(tmp_path / "b_pipe.txt")
    (tmp_path / "c_device.txt").symlink_to("/dev/zero")
    (tmp_path / "d_loop.txt").symlink_to(tmp_path / "d_loop.txt")
    (tmp_path / "e_up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a.txt").write_text(SENTENCE)
    report, *refused = read_documents(tmp_path)
    assert report.text == SENTENCE
    reasons = {document.id: document.skipped for document in refused}
    assert "no regular file" in reasons["b_pipe"] and "no regular file" in reasons["c_device"]
    assert "cannot be read (Too many levels of symbolic links)" in reasons["d_loop"]
    assert len(read_documents([tmp_path / "a.txt", "/dev/zero"])) == 2


@pytest.mark.parametrize("change", ["grow", "shrink", "rewrite"])
def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path, monkeypatch, change):
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE * 10)
    os.utime(path, (0, 0))
    real, calls = os.fstat, []

    def fstat(file):
        calls.append(file)
        found = real(file)
        if len(calls) == 1:
            text = {"grow": SENTENCE * 11, "shrink": SENTENCE, "rewrite": SENTENCE.upper() * 10}[change]
            path.write_text(text)
        return found

    monkeypatch.setattr(read.os, "fstat", fstat)
    with pytest.raises(ReadError, match="changed while it was read"):
        read_documents(path)


def test_a_path_that_leads_nowhere_is_a_slip_even_beside_reports(tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    with pytest.raises(ReadError, match="no such file"):
        read_documents([tmp_path / "a.txt", tmp_path / "b.txt"])


def test_what_is_wrong_with_all_files_named_is_an_error(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_bytes(bytes(range(256)) * 20)
    with pytest.raises(ReadError, match=r"a\.txt: found binary data"):
        read_documents([tmp_path / "a.txt", tmp_path / "b.txt"])


def test_some_nuls_do_no_harm_many_are_no_text(tmp_path):
    (tmp_path / "a.txt").write_bytes(SENTENCE.encode() * 5 + b"\0")
    assert read_documents(tmp_path / "a.txt")[0].text.count("minister") == 5
    (tmp_path / "a.txt").write_bytes(b"a\0" * 500)
    with pytest.raises(ReadError, match="binary"):
        read_documents(tmp_path / "a.txt")


def test_old_office_files_say_what_to_do(tmp_path):
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))
    with pytest.raises(ReadError, match=r"save it as \.docx"):
        read_documents(tmp_path / "a.doc")


def test_what_a_browser_saved_beside_a_page_is_no_report(tmp_path):
    for folder in ("Talks_files", "other_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(SENTENCE)
    (tmp_path / "Talks.html").write_text(f"<!doctype html><html><body><p>{SENTENCE}</p></body></html>")
    assert [document.id for document in read_documents(tmp_path)] == ["Talks", "a"]


def parquet_file(path, columns, **how):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(pyarrow.table(columns), path, compression="zstd", **how)
    return path


def grown(work):
    """By how many bytes the memory of Arrow has grown at most while something was done."""
    import pyarrow

    pool = pyarrow.default_memory_pool()
    most = 0

    def look():
        nonlocal most
        most = max(most, pool.bytes_allocated() - before)

    before = pool.bytes_allocated()
    for _ in work:
        look()
    look()
    return most


BIG = "The bridge over the river would open. " * 30_000


@pytest.mark.parametrize("rows", [2, 100])
def test_one_text_for_all_rows_of_a_parquet_file_is_counted_as_often(tmp_path, rows):
    path = parquet_file(tmp_path / "a.parquet", {"text": [BIG] * rows}, dictionary_pagesize_limit=10**8)
    assert path.stat().st_size < 5_000
    with pytest.raises(ReadError, match="--limit expansion_ratio=N"):
        read_documents(path)
    with pytest.raises(ReadError, match="--limit expanded_bytes=N"):
        read_documents(path, ReadSettings(expansion_ratio=10**9, expanded_bytes=1_000_000))


def test_its_rows_are_unpacked_one_by_one_until_the_limit(tmp_path):
    path = parquet_file(tmp_path / "a.parquet", {"text": [BIG] * 100}, dictionary_pagesize_limit=10**8)
    limits = ReadSettings(expansion_ratio=10**9, expanded_bytes=10**7)
    raw = SourceFile(name="a", stem="a", data=path.read_bytes(), settings=limits)
    read = []

    def rows():
        for document in read_kind(raw):
            read.append(len(document.text))
            yield document

    documents = rows()
    with pytest.raises(ReadError, match="expanded_bytes"):
        list(documents)
    assert read == [len(BIG)] * (10**7 // len(BIG))
    loose = replace(raw, settings=ReadSettings(expansion_ratio=10**9, expanded_bytes=10**9), allowance=Allowance())
    assert grown(document for document, _ in zip(read_kind(loose), range(20), strict=False)) < 20 * len(BIG)


def test_columns_that_hold_no_field_of_ours_are_never_unpacked(tmp_path):
    path = parquet_file(tmp_path / "a.parquet", {"text": ["A report."] * 50, "raw": [[7] * 20_000] * 50})
    assert [document.text for document in read_documents(path)] == ["A report."] * 50
    nested = ReadSettings(fields={"text": "article.body"})
    inner = parquet_file(tmp_path / "b.parquet", {"article": [{"body": "Within.", "n": 1}]})
    assert read_documents(inner, nested)[0].text == "Within."
    named = ReadSettings(fields={"text": "Note"})
    path = parquet_file(tmp_path / "a.parquet", {"text2": ["A report."], "note": ["Another."]})
    assert read_documents(path, named)[0].text == "Another."
    with pytest.raises(ReadError, match="found the columns 'text2', 'note', wanted 'text' among them"):
        read_documents(path)


@pytest.mark.parametrize("field", ["From", "Subject", "Content-Type", "Content-Disposition", "List-Id", "Date"])
@pytest.mark.parametrize("part", ["a@b.cd, ", "=?utf-8?q?a?= ", "a ", ";", '"a" '], ids=range(5))
def test_long_fields_of_a_message_take_little_memory_and_time(tmp_path, field, part):
    head = {"From": "a@b.cd", "Subject": "S", "Date": "Mon, 1 Jan 2024 00:00:00 +0000", "Content-Type": "text/plain"}
    head[field] = f"{head.get(field, 'x')} " + part * (320_000 // len(part))
    lines = "".join(f"{name}: {value}\n" for name, value in head.items())
    (tmp_path / "a.eml").write_text(f"{lines}\nThe bridge over the river would open, officials said.\n")
    tracemalloc.start()
    start = time.process_time()
    try:
        list(read_raw([tmp_path / "a.eml"]))
    except ReadError:
        pass
    finally:
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert most < 100_000_000 and time.process_time() - start < 20
