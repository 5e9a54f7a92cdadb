import os
import sys

import pytest

from summarizer import ReadError, ReadSettings, read_documents, summarize
from summarizer.ingest import read

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
