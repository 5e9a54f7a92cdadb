import codecs
import io
import json
import os
import sys

import pytest

from summarizer import Document, InputError, Moment, ReadError, ReadSettings, read_documents

SENTENCE = "The minister said on Monday that the talks in Beijing had gone well for both of the countries."


def test_paths_in_any_mix(tmp_path, monkeypatch):
    (tmp_path / "folder" / "inner").mkdir(parents=True)
    (tmp_path / "folder" / "b.txt").write_text(SENTENCE)
    (tmp_path / "folder" / "inner" / "a.md").write_text(SENTENCE)
    (tmp_path / "folder" / ".hidden").write_text(SENTENCE)
    (tmp_path / "b.txt").write_text(SENTENCE)
    lines = [{"id": "first", "text": SENTENCE, "outlet": "X", "published": "2023-06-18"}, {"text": SENTENCE}]
    (tmp_path / "many.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SENTENCE.encode())))
    documents = read_documents([tmp_path / "b.txt", str(tmp_path / "folder"), tmp_path / "many.jsonl", "-"])
    assert [document.id for document in documents] == ["b", "b-2", "a", "first", "many-2", "stdin"]
    assert documents[3].outlet == "X" and str(documents[3].published) == "2023-06-18"
    assert all(document.text == SENTENCE for document in documents)


def test_one_path_alone_is_no_sequence_of_letters(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE)
    assert [document.id for document in read_documents(str(path))] == ["a"]


def test_a_path_may_be_bytes(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE)
    assert [document.path for document in read_documents(os.fsencode(path))] == [str(path)]
    assert [document.id for document in read_documents([os.fsencode(path)])] == ["a"]


def test_standard_input_is_read_once(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SENTENCE.encode())))
    with pytest.raises(InputError, match="standard input: found it named twice"):
        read_documents(["-", "-"])


def test_standard_input_that_is_closed_is_told(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(ReadError, match="standard input: is closed; pipe a report into it"):
        read_documents("-")


@pytest.mark.parametrize(("sources", "found"), [("none.toml", "no such file"), (os.devnull, "no regular file")])
def test_a_file_of_sources_that_is_none_is_not_taken_for_a_report(tmp_path, monkeypatch, sources, found):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(SENTENCE)
    with pytest.raises(ReadError, match=rf"{found}.* a TOML file that tells of the reports\.$"):
        read_documents("a.txt", ReadSettings(sources=sources))


ENCODINGS = {
    "utf-8": "utf-8",
    "utf-8 with mark": "utf-8-sig",
    "utf-16 with mark": "utf-16",
    "utf-32 with mark": "utf-32",
    "windows-1252": "cp1252",
}


@pytest.mark.parametrize("encoding", ENCODINGS.values(), ids=ENCODINGS)
def test_encodings_are_detected(tmp_path, encoding):
    text = f"“{SENTENCE}” – Señor Ortuño said so in São Paulo, and Brandão’s café was full of people until very late.\n"
    path = tmp_path / "a.txt"
    path.write_bytes((text * 5).replace("\n", "\r\n").encode(encoding))
    assert read_documents(path)[0].text == text * 5


def test_a_few_broken_bytes_do_not_cost_the_rest(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(("“Señor” " * 50).encode() + b"\xff" + SENTENCE.encode())
    assert read_documents(path)[0].text.startswith("“Señor” “Señor”")


def test_front_matter_gives_metadata_and_is_no_story(tmp_path):
    path = tmp_path / "a.md"
    front = '---\ntitle: "A: B"\nauthor: [Jane Doe, Joe Roe]\ndate: 2023-06-18\nsource: Paper\n---\n'
    path.write_text(f"{front}\n{SENTENCE}\n")
    document = read_documents(path)[0]
    assert (document.title, document.author, document.outlet) == ("A: B", "Jane Doe, Joe Roe", "Paper")
    assert str(document.published) == "2023-06-18"
    assert [span.of(document.text) for span in document.kept] == [SENTENCE]


def test_a_rule_at_the_top_is_no_front_matter(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(f"---\n{SENTENCE}\n---\n{SENTENCE}\n")
    assert len(read_documents(path)[0].kept) == 2


BAD_LINES = {
    '{"text": "x"}\n{broken': "line 2",
    "[1, 2]": "line 1",
    '{"id": "x"}': "line 1",
    '{"text": 5}': '"text" is int',
    '{"text": "x", "published": "soon"}': "published is 'soon'",
}


@pytest.mark.parametrize(("lines", "wanted"), BAD_LINES.items())
def test_a_malformed_line_is_named(tmp_path, lines, wanted):
    path = tmp_path / "a.jsonl"
    path.write_text(lines)
    with pytest.raises(ReadError, match=r"a\.jsonl") as error:
        read_documents(path)
    assert wanted in str(error.value)


def test_what_cannot_be_read_is_named(tmp_path):
    with pytest.raises(ReadError, match=r"missing\.txt: no such file"):
        read_documents(tmp_path / "missing.txt")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    with pytest.raises(ReadError, match=r"binary\.txt: found binary data"):
        read_documents(tmp_path / "binary.txt")
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReadError, match="found no files"):
        read_documents(tmp_path / "empty")
    with pytest.raises(ReadError, match="no such file"):
        read_documents("a\0b")
    with pytest.raises(InputError, match="no path"):
        read_documents([])


@pytest.mark.skipif(sys.platform == "win32", reason="no FIFOs there")
def test_what_is_no_regular_file_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReadError, match="no regular file"):
        read_documents(tmp_path / "pipe")


def test_in_a_folder_a_file_that_is_no_report_is_named_not_fatal(tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00" + bytes(range(256)))
    good, bad = read_documents(tmp_path)
    assert good.skipped is None
    assert bad.text == "" and "binary" in bad.skipped


def test_a_folder_in_which_nothing_can_be_read_says_why(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(SENTENCE)
    with pytest.raises(ReadError, match=r"found 2 files and no report, wanted .* The first: .*a\.txt.*report_chars=N"):
        read_documents(tmp_path, ReadSettings(report_chars=10))
    (tmp_path / "b.txt").unlink()
    with pytest.raises(ReadError, match=r"found 1 file and no report"):
        read_documents(tmp_path, ReadSettings(report_chars=10))
    (tmp_path / "a.txt").unlink()
    with pytest.raises(ReadError, match=r"found no files and no report, wanted [^.]*\.$"):
        read_documents(tmp_path)


def test_documents_take_dates_as_people_write_them():
    assert Document(id="a", text="x", published="2023-06-18").published == Moment.parse("2023-06-18")
    with pytest.raises(InputError, match="ISO 8601"):
        Document(id="a", text="x", published="Sunday")
    with pytest.raises(InputError, match="wanted str"):
        Document(id="a", text=b"x")
    assert codecs.BOM_UTF8 not in Document(id="a", text="x").text.encode()


def test_a_pattern_tells_the_language_of_all_files_of_a_folder(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(SENTENCE)
    (tmp_path / "sources.toml").write_text('["*.txt"]\nlanguage = "de"\n')
    assert [document.language for document in read_documents(tmp_path)] == ["de", "de"]


LONG = {"name": "x" * 5000, "path": "x/" * 3000 + "a.txt", "no name": "a\0b"}


@pytest.mark.parametrize("name", LONG.values(), ids=LONG)
def test_a_name_that_no_system_takes_is_one_short_error(tmp_path, name):
    (tmp_path / "a.txt").write_text("A report.")
    for call in (
        lambda: read_documents(name),
        lambda: read_documents([tmp_path, name]),
        lambda: read_documents(tmp_path, ReadSettings(sources=name)),
    ):
        with pytest.raises(ReadError) as caught:
            call()
        assert len(str(caught.value)) < 500
