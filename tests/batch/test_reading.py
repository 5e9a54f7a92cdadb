"""What a batch reads: kinds of files and places, and what is broken in them."""

import bz2
import gzip
import io
import json
import lzma
import sys
from importlib.util import find_spec

import pytest

from summarizer import InputError, MissingExtraError, ReadError, ReadSettings
from summarizer.batch.clusters import BrokenClusterError, read_cluster
from summarizer.batch.entries import read_entries
from summarizer.batch.places import find_places
from summarizer.batch.records import Entry
from tests.batch.clusters import cluster_of, lines_of

MOST = 10_000
PLAIN = lines_of(3).encode()


def needs(name):
    return pytest.mark.skipif(find_spec(name) is None, reason=f"{name} is not installed")


def read(*sources, most=MOST):
    return list(read_entries(find_places(list(map(str, sources))), most))


def names_of(entries):
    return [read_cluster(entry, ReadSettings()).name for entry in entries]


def zstandard(data):
    from summarizer.batch.unpacking import load_zstandard

    pytest.importorskip("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
    return load_zstandard().compress(data)


@pytest.mark.parametrize(
    "pack",
    [
        bytes,
        gzip.compress,
        bz2.compress,
        lzma.compress,
        zstandard,
    ],
)
def test_packed_lines_are_told_by_their_content(tmp_path, pack):
    (tmp_path / "clusters").write_bytes(pack(PLAIN))
    entries = read(tmp_path / "clusters")
    assert [(entry.unit, entry.number, entry.fault) for entry in entries] == [("line", at, "") for at in (1, 2, 3)]
    assert b"".join(entry.data for entry in entries) == PLAIN
    assert entries[-1].share == 1


def test_line_ends_marks_and_empty_lines_mean_nothing(tmp_path):
    first, second, third = PLAIN.splitlines()
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + first + b"\r\n\n  \n" + second + b"\n" + third)
    entries = read(tmp_path / "a.jsonl")
    assert [entry.number for entry in entries] == [1, 4, 5]
    assert names_of(entries) == ["story-0", "story-1", "story-2"]


@needs("pyarrow")
def test_parquet_is_read_by_rows(tmp_path):
    import pyarrow
    from pyarrow import parquet

    records = [cluster_of(number) | {"more": "x" * 100} for number in range(40)]
    parquet.write_table(pyarrow.Table.from_pylist(records), tmp_path / "a.parquet", row_group_size=7)
    entries = read(tmp_path / "a.parquet")
    assert [entry.where for entry in entries][-1] == f"{tmp_path}/a.parquet, row 40"
    assert names_of(entries) == [record["id"] for record in records]
    plain = [read_cluster(Entry("a", "line", 1, json.dumps(one).encode()), ReadSettings()) for one in records]
    assert [read_cluster(entry, ReadSettings()) for entry in entries] == plain


@needs("pyarrow")
def test_parquet_that_is_none_or_has_no_documents_is_one_error(tmp_path):
    import pyarrow
    from pyarrow import parquet

    (tmp_path / "a.parquet").write_bytes(b"PAR1 and nothing more")
    with pytest.raises(InputError, match=r"a\.parquet: found no whole Parquet file"):
        read(tmp_path / "a.parquet")
    parquet.write_table(pyarrow.table({"id": [1], "text": ["x"]}), tmp_path / "b.parquet")
    with pytest.raises(InputError, match="found the columns 'id', 'text', wanted 'documents' and 'id' among them"):
        read(tmp_path / "b.parquet")


@needs("fsspec")
def test_addresses_and_their_patterns():
    import fsspec

    store = fsspec.filesystem("memory")
    for number, name in enumerate(("b.jsonl", "a.jsonl.gz", "c.txt")):
        data = json.dumps(cluster_of(number)).encode()
        store.pipe(f"/read/{name}", gzip.compress(data) if name.endswith(".gz") else data)
    entries = read("memory://read/*.jsonl*")
    assert [entry.source for entry in entries] == ["memory:///read/a.jsonl.gz", "memory:///read/b.jsonl"]
    assert names_of(entries) == ["story-1", "story-0"]
    with pytest.raises(InputError, match=r"memory://read/\*\.zip: fits no file"):
        read("memory://read/*.zip")
    with pytest.raises(ReadError, match=r"memory:///read/none\.jsonl: is not there"):
        read("memory://read/none.jsonl")


@needs("fsspec")
def test_a_scheme_that_nothing_is_known_of_is_told_with_those_that_are():
    with pytest.raises(
        InputError, match=r"found the scheme 'nowhere', wanted a path on this machine or one of .*\bs3\b"
    ):
        read("nowhere://me:secret@bucket/a.jsonl")


@needs("fsspec")
@pytest.mark.skipif(find_spec("s3fs") is not None, reason="s3fs is installed")
def test_what_a_scheme_needs_is_told():
    with pytest.raises(MissingExtraError, match="s3:// needs a part that is not installed: Install s3fs"):
        read("s3://bucket/a.jsonl")


def test_without_fsspec_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(MissingExtraError, match=r'install it with: pip install "attributed-briefing\[batch\]"'):
        read("memory://a.jsonl")


def test_a_file_address_is_a_path(tmp_path):
    (tmp_path / "a b.jsonl").write_bytes(PLAIN)
    assert names_of(read((tmp_path / "a b.jsonl").as_uri())) == ["story-0", "story-1", "story-2"]


def test_patterns_are_sorted_and_names_with_brackets_are_names(tmp_path):
    for name in ("b.jsonl", "a.jsonl", "a[1].jsonl", ".hidden.jsonl"):
        (tmp_path / name).write_bytes(PLAIN)
    assert [place.name for place in find_places(str(tmp_path / "*.jsonl"))] == [
        f"{tmp_path}/{name}" for name in ("a.jsonl", "a[1].jsonl", "b.jsonl")
    ]
    assert [place.name for place in find_places(str(tmp_path / "a[1].jsonl"))] == [f"{tmp_path}/a[1].jsonl"]


def test_folders_hold_a_folder_for_each_cluster(tmp_path):
    for name in ("one", "two/documents", "two/references"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "a.txt").write_text("It rained in Oslo on Monday, officials said.", "utf-8")
    entries = read(tmp_path)
    assert [(entry.unit, entry.where) for entry in entries] == [
        ("folder", f"{tmp_path}/{name}") for name in ("one", "two")
    ]
    assert [len(read_cluster(entry, ReadSettings()).documents) for entry in entries] == [1, 1]
    with pytest.raises(InputError, match="found no folder in it, wanted one for each cluster"):
        read(tmp_path / "one")


def test_a_folder_in_which_a_file_has_changed_is_another(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "a.txt").write_text("It rained.")
    (before,) = find_places(tmp_path)
    (tmp_path / ".out.jsonl.part").write_text("lines that are done")
    assert find_places(tmp_path) == [before]
    (tmp_path / "one" / "a.txt").write_text("It rained more.")
    assert find_places(tmp_path) != [before]


def test_a_line_that_is_too_long_costs_no_other(tmp_path):
    first, second, third = PLAIN.splitlines()
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([first, b"x" * 3_000_000, second, third]))
    entries = read(tmp_path / "a.jsonl")
    assert ["story" in entry.data.decode() for entry in entries] == [True, False, True, True]
    assert entries[1].fault.startswith("found a cluster of more than 10,000 bytes") and entries[1].number == 2
    assert entries[1].data == b""


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress, bz2.compress])
def test_a_packed_file_that_breaks_off_is_an_entry_where_it_does(tmp_path, pack):
    import random

    words = random.Random(1).choices("abcdefghij", k=60_000)  # noqa: S311 - a test must repeat
    data = "".join(f'{{"id": "{"".join(words[at : at + 60])}"}}\n' for at in range(0, 60_000, 60))
    (tmp_path / "a.jsonl").write_bytes(pack(data.encode())[:-3000])
    (tmp_path / "b.jsonl").write_bytes(PLAIN)
    *_, broken, one, _, _ = read(tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    assert "found a packed file that is damaged here" in broken.fault and "what follows is lost" in broken.fault
    assert one.source.endswith("b.jsonl")


def test_a_json_list_is_one_error_that_says_what_to_do(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps([cluster_of(0)], indent=1), "utf-8")
    with pytest.raises(InputError, match=r"found a JSON list, wanted JSON Lines, one object a line; `jq -c '\.\[\]'`"):
        read(tmp_path / "a.json")


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ([], "No clusters: found no path"),
        (["-", "-"], "standard input: found it named twice"),
        (["none.jsonl"], r"none\.jsonl: cannot be read \(No such file or directory\); check the path"),
        (["none*.jsonl"], r"none\*\.jsonl: fits no file"),
        (["a\0b"], r"cannot be read \(embedded null byte\)"),
    ],
)
def test_what_is_not_there_is_one_error(sources, message, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=message):
        read(*sources)


def test_lines_are_read_no_sooner_than_they_are_wanted(monkeypatch):
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, room):
            line = PLAIN.splitlines(keepends=True)[0]
            room[: len(line)] = line
            return len(line)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    entries = read_entries(find_places("-"), MOST)
    assert [next(entries).number for _ in range(100)] == [*range(1, 101)]
    assert next(entries).share is None


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"{broken", None, "line 7: found malformed JSON .* wanted one object a line"),
        (b"[" * 100_000, None, "line 7: found malformed JSON .*recursion"),
        (b'"text"', None, "line 7: found str, wanted an object"),
        (b'{"id": "caf\xe9"}', None, "line 7: found the byte 0xe9 at 11, wanted UTF-8"),
        (b'{"id": ["a"]}', None, 'line 7: "id" is list, wanted text or a whole number'),
        (b'{"id": true}', None, 'line 7: "id" is bool'),
        (b'{"id": "a"}', "a", 'line 7: found no field as "documents", wanted a list of reports'),
        (b'{"id": 4, "documents": "x"}', 4, 'line 7: found str as "documents"'),
        (b'{"id": "a", "documents": []}', "a", 'line 7: found no report in "documents"'),
        (b'{"id": "a", "lang": "!", "documents": ["x"]}', "a", "line 7: its language is '!', wanted a language code"),
        (
            b'{"id": "a", "documents": [{"title": "x"}, 5]}',
            "a",
            "line 7: found no report that can be read: document 1, record 1: ",
        ),
    ],
)
def test_a_broken_cluster_tells_its_line_what_was_found_and_what_was_wanted(data, name, message):
    with pytest.raises(BrokenClusterError, match=message) as caught:
        read_cluster(Entry("a.jsonl", "line", 7, data), ReadSettings())
    assert caught.value.name == name


def test_documents_are_texts_or_records_under_many_names():
    documents = [
        "It rained.",
        {"id": "x", "headline": "Rain", "body": "It rained on.", "source": "AP", "date": "2023-06-18"},
        {"id": "x", "text": "It rained more.", "published": "never", "lang": "de"},
        {"text": 5},
    ]
    entry = Entry("a.jsonl", "line", 1, json.dumps({"documents": documents, "lang": "en_GB"}).encode())
    name, (plain, record, second, broken) = read_cluster(entry, ReadSettings())
    assert name == "a.jsonl:1"
    assert (plain.id, plain.text, plain.language) == ("1", "It rained.", "en")
    assert (record.title, record.outlet, str(record.published)) == ("Rain", "AP", "2023-06-18")
    assert (second.id, second.text) == ("x-2", "It rained more.")
    assert broken.skipped == 'document 4, record 1: "text" is int, wanted text.'


def test_fields_may_have_other_names():
    data = json.dumps({"id": 1, "documents": [{"story": {"words": "It rained."}}]}).encode()
    cluster = read_cluster(Entry("a", "line", 1, data), ReadSettings(fields={"text": "story.words"}))
    assert cluster.documents[0].text == "It rained."
