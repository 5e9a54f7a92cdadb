import codecs
import io
import json
import os
import sys

import pytest

from summarizer import Document, InputError, PartialDate, ReadError, ReadSettings, read_documents

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
    '{broken\n{"text": 5}': "line 1",
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
    assert Document(id="a", text="x", published="2023-06-18").published == PartialDate.parse("2023-06-18")
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


STORY = "Officials said on Monday that bridge {} over the river would open to all traffic before the end of the year."
BROKEN = {
    "number": '{"text": 5}', "malformed": "{broken", "no object": "[1]", "no text": '{"id": "x"}', "cut": '{"text": "a',
    "odd day": '{"text": "x", "published": "soon"}', "deep": "[" * 100_000, "half a number": '{"text": 1e}',
    "twice": '{"text": "one", "text": "two"}', "null": "null",
    "kept": '{"schema": "summarizer/report/1", "text": "a", "kept": [[0, 900]]}',
}  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_a_broken_line_is_named_and_costs_no_other(tmp_path, name, broken):
    lines = [json.dumps({"text": STORY.format(number)}) for number in range(5)]
    lines[2] = broken
    (tmp_path / name).write_text("\n".join(lines))
    documents = read_documents(tmp_path / name)
    assert [document.text for document in documents if not document.skipped] == [STORY.format(n) for n in (0, 1, 3, 4)]
    (bad,) = (document for document in documents if document.skipped)
    assert f"{name}, line 3: " in bad.skipped and bad.id == "a-3" and bad.path == str(tmp_path / name)


@pytest.mark.parametrize("broken", [5, None, "x", [], {}, {"text": 5}, {"text": "x", "published": "soon"}], ids=repr)
@pytest.mark.parametrize("shape", ["list", "articles", "data"])
def test_a_broken_record_of_a_list_is_named_and_costs_no_other(tmp_path, shape, broken):
    records = [{"text": STORY.format(0)}, broken, {"text": STORY.format(2)}]
    (tmp_path / "a.json").write_text(json.dumps(records if shape == "list" else {"status": "ok", shape: records}))
    good, bad, other = read_documents(tmp_path / "a.json")
    assert [good.text, other.text] == [STORY.format(0), STORY.format(2)] and "a.json, record 2: " in bad.skipped


def test_the_lines_of_a_list_that_is_broken_are_read(tmp_path):
    first, second = (json.dumps({"text": STORY.format(number)}) for number in (0, 1))
    (tmp_path / "a.json").write_text(f"[\n{first},\n{{broken,\n{second}\n]\n")
    documents = read_documents(tmp_path / "a.json")
    assert [document.text for document in documents if not document.skipped] == [STORY.format(0), STORY.format(1)]
    assert any("a.json, line 3: " in (document.skipped or "") for document in documents)


LISTS = {
    "two": {"articles": [0, 1], "items": [2]},
    "three": {"items": [0], "results": [1], "data": [2]},
    "one of another name": {"stories": [0, 1], "items": [2]},
    "within": {"status": "ok", "response": {"total": 3, "results": [0, 1]}, "data": {"articles": [2]}},
    "an empty one": {"articles": [], "items": [0, 1, 2], "errors": [], "tags": ["a"], "links": [{"href": "x"}]},
}


@pytest.mark.parametrize("lists", LISTS.values(), ids=LISTS)
def test_every_list_of_reports_in_an_object_is_read(tmp_path, lists):
    def told(value):
        if isinstance(value, dict):
            return {name: told(held) for name, held in value.items()}
        if isinstance(value, list):
            return [{"text": STORY.format(one)} if isinstance(one, int) else one for one in value]
        return value

    (tmp_path / "a.json").write_text(json.dumps(told(lists)))
    assert [document.text for document in read_documents(tmp_path / "a.json")] == [STORY.format(n) for n in range(3)]


def test_what_a_record_holds_beside_its_text_is_told(tmp_path):
    more = {"body": "The dam held.", "content": STORY.format(0), "items": [{"title": "Dam", "text": "Held."}]}
    (tmp_path / "a.json").write_text(json.dumps({"text": STORY.format(0), **more}))
    (document,) = read_documents(tmp_path / "a.json")
    told = [(omission.rule, omission.text) for omission in document.omitted]
    assert told == [("'body' beside the text", "The dam held."), ("a list of reports ('items') within this one", "Dam")]


MARKED = f'<p class="a">{STORY.format(0)}</p>\n<p>{STORY.format(1)}<br/>A &amp; B.</p>'
UNMARKED = f"{STORY.format(0)}\n{STORY.format(1)}\nA & B."


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.csv", "a.jsonl"])
def test_a_text_that_is_the_body_of_a_page_is_read_without_its_markup(tmp_path, name):
    sources = {
        "a.txt": MARKED,
        "a.json": json.dumps([{"text": MARKED}]),
        "a.jsonl": json.dumps({"content": MARKED}),
        "a.csv": 'text\n"' + MARKED.replace('"', '""') + '"\n',
    }
    (tmp_path / name).write_text(sources[name])
    assert [document.text for document in read_documents(tmp_path)] == [UNMARKED]


def test_what_the_body_of_a_page_hides_is_named(tmp_path):
    (tmp_path / "a.txt").write_text(f"<p>{STORY.format(0)}</p><p hidden>{STORY.format(1)}</p>")
    (document,) = read_documents(tmp_path)
    assert [(omission.rule, omission.text) for omission in document.omitted] == [("hidden", STORY.format(1).strip())]


def test_a_comment_whose_markup_is_made_to_take_for_ever_costs_no_report(tmp_path):
    comment = "<div>" * 60_000 + STORY.format(1) + "</div>" * 60_000
    (tmp_path / "a.json").write_text(json.dumps({"text": STORY.format(0), "comments": [comment]}))
    (document,) = read_documents(tmp_path)
    assert document.text == STORY.format(0)
    assert [omission.rule for omission in document.omitted] == ["'comments' beside the text"]


@pytest.mark.parametrize("text", ["<p align=center>\n\nOne.\n\nTwo, three.\n\nFour.</p>", "a < b and </p>", "<3 it."])
def test_a_text_with_some_markup_stays_as_it_is(tmp_path, text):
    (tmp_path / "a.md").write_text(text)
    assert read_documents(tmp_path)[0].text == text


BESIDE = {
    "comments": ({"comments": [{"by": "a", "text": STORY.format(1)}]}, [("'comments.text' beside the text", 1)]),
    "cards": (
        {"meta": {"cards": [[{"body": f"<p>{STORY.format(1)}</p>"}]]}},
        [("'meta.cards.body' beside the text", 1)],
    ),
    "plain strings": ({"bullets": [STORY.format(1), "No."]}, [("'bullets' beside the text", 1)]),
    "the same in markup": ({"bodies": [{"value": f"<p><b>{STORY.format(0)}</b></p>"}]}, []),
    "the title": ({"headlines": [{"value": "A bridge over the river is to open before the end of the year"}]}, []),
    "names": ({"people": [{"name": "Ann Lee"}, {"name": "Jo Doe"}], "links": ["https://a.example/b"] * 9}, []),
}


@pytest.mark.parametrize(("more", "wanted"), BESIDE.values(), ids=BESIDE)
def test_prose_within_a_record_beside_its_text_is_told(tmp_path, more, wanted):
    title = "A bridge over the river is to open before the end of the year"
    (tmp_path / "a.json").write_text(json.dumps({"title": title, "text": STORY.format(0), **more}))
    (document,) = read_documents(tmp_path / "a.json")
    told = [(omission.rule, omission.text) for omission in document.omitted]
    assert told == [(rule, STORY.format(number)) for rule, number in wanted]


@pytest.mark.parametrize("text", ["[]", '{"articles": []}', '{"articles": [], "items": []}'])
def test_a_list_of_nothing_is_an_error(tmp_path, text):
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(ReadError, match=r"a\.json: found an empty list"):
        read_documents(tmp_path / "a.json")


class TestFolders:
    def lay(self, tmp_path):
        for name in ("a.txt", "inner/b.txt", "inner/deep/c.txt", "other/d.txt"):
            (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
            (tmp_path / name).write_text(STORY.format(name[-5]))

    @pytest.mark.parametrize(("closed", "left"), [("inner", "ad"), ("inner/deep", "abd"), ("other", "abc")])
    def test_one_that_cannot_be_listed_costs_only_itself(self, tmp_path, monkeypatch, closed, left):
        self.lay(tmp_path)
        listed = os.scandir

        def refuse(path):
            if str(path) == str(tmp_path / closed):
                raise PermissionError(13, "Permission denied", str(path))
            return listed(path)

        monkeypatch.setattr("os.scandir", refuse)
        documents = read_documents(tmp_path)
        assert [document.text for document in documents if not document.skipped] == [STORY.format(n) for n in left]
        (bad,) = (document for document in documents if document.skipped)
        assert bad.skipped == f"{tmp_path / closed}: cannot be listed (Permission denied)."
        assert (bad.id, bad.path) == (closed.rpartition("/")[2], str(tmp_path / closed))

    def test_the_one_that_was_named_is_an_error(self, tmp_path, monkeypatch):
        self.lay(tmp_path)

        def refuse(path):
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr("os.scandir", refuse)
        with pytest.raises(ReadError, match="cannot be listed"):
            read_documents(tmp_path)

    def test_a_link_to_a_folder_elsewhere_is_named(self, tmp_path):
        self.lay(tmp_path)
        (tmp_path / "inner/far").symlink_to(tmp_path / "other")
        (tmp_path / "inner/round").symlink_to(tmp_path / "inner")
        good, _, bad = read_documents(tmp_path / "inner")
        assert good.text == STORY.format("b") and "far: is a link to a folder, which is not followed" in bad.skipped
