"""The lines that are done: what an earlier run left, what they belong to, and where they end up."""

import errno
import gzip
import json
import os
from importlib.util import find_spec

import pytest

from summarizer import BatchReport, InputError, OutputError, PluginError, Settings, Workers, run_batch, summarize
from summarizer.batch import journal as journal_module
from summarizer.batch.clusters import read_cluster
from summarizer.batch.journal import Journal
from summarizer.batch.records import Entry, Outcome
from summarizer.batch.unpacking import peek
from summarizer.settings import ReadSettings
from tests.batch.clusters import cluster_of, lines_of, read_lines

SHORT = Settings(words=40)
GOOD, BAD = b'{"id": "a", "briefing": {}}\n', b'{"id": "a\\", \\"error\\": {", "error": {}}\n'


def needs(name):
    return pytest.mark.skipif(find_spec(name) is None, reason=f"{name} is not installed")


@pytest.fixture
def clusters(tmp_path):
    path = tmp_path / "clusters.jsonl"
    path.write_text(lines_of(3) + "{broken\n", "utf-8")
    return path


def open_journal(part, belongs, *, anew=False):
    journal = Journal(part, "out.jsonl")
    journal.resume(belongs, anew=anew)
    return journal


@pytest.mark.parametrize("torn", [b"", b"{", b'{"id": "b", "briefing": {}}', b"\0" * 50, b"\0\n", b"\n"])
def test_what_follows_the_last_whole_line_is_cut_off(tmp_path, torn):
    part = tmp_path / ".out.jsonl.part"
    journal = open_journal(part, {"settings": 1})
    for line, is_error in ((GOOD, False), (BAD, True), (GOOD, False)):
        journal.write(Outcome(line, is_error))
    journal.close()
    with part.open("ab") as stream:
        stream.write(torn)
    journal = open_journal(part, {"settings": 1})
    assert (journal.done, journal.errors) == (3, 1)
    journal.write(Outcome(GOOD, False))
    journal.close()
    assert part.read_bytes() == GOOD + BAD + GOOD + GOOD


@pytest.mark.parametrize("line", [BAD, b'{"id": null, "error": {}}\n', b'{"id": -7, "error": {}}\n'])
def test_lines_with_errors_are_counted(tmp_path, line):
    part = tmp_path / ".out.jsonl.part"
    journal = open_journal(part, {})
    journal.write(Outcome(line, True))
    journal.write(Outcome(b'{"id": "\\", \\"error\\": {", "briefing": {"error": {}}}\n', False))
    journal.close()
    journal = open_journal(part, {})
    assert (journal.done, journal.errors) == (2, 1)
    journal.close()


def test_lines_of_another_run_are_refused_and_stay(tmp_path):
    part = tmp_path / ".out.jsonl.part"
    journal = open_journal(part, {"version": "1", "settings": {"words": 1}, "sources": []})
    journal.write(Outcome(GOOD, False))
    journal.close()
    with pytest.raises(OutputError, match=r"found lines of a run with other settings, other sources in .*\.part"):
        open_journal(part, {"version": "1", "settings": {"words": 2}, "sources": [1]})
    (tmp_path / ".out.jsonl.part.json").unlink()
    with pytest.raises(OutputError, match=r"nothing says what they belong to .*or delete the file to begin anew"):
        open_journal(part, {"version": "1"})
    assert part.read_bytes() == GOOD
    journal = open_journal(part, {"version": "1"}, anew=True)
    assert journal.done == 0 and part.read_bytes() == b""
    journal.close()


def test_an_output_that_another_run_holds_is_refused(tmp_path):
    part = tmp_path / ".out.jsonl.part"
    journal = open_journal(part, {})
    with pytest.raises(OutputError, match=r"out\.jsonl: another run is writing it"):
        Journal(part, "out.jsonl")
    journal.close()
    open_journal(part, {}).close()


def test_a_file_that_was_moved_away_before_it_was_locked_is_not_written(tmp_path, monkeypatch):
    part, lock = tmp_path / ".out.jsonl.part", journal_module.lock_file

    def finish_first(file):
        monkeypatch.setattr(journal_module, "lock_file", lock)
        part.rename(tmp_path / "out.jsonl")  # the run before this one has just finished
        return lock(file)

    monkeypatch.setattr(journal_module, "lock_file", finish_first)
    journal = open_journal(part, {})
    journal.write(Outcome(GOOD, False))
    journal.close()
    assert ((tmp_path / "out.jsonl").read_bytes(), part.read_bytes()) == (b"", GOOD)


def test_a_disk_that_fills_up_tells_how_many_lines_are_kept(tmp_path, clusters, inline, monkeypatch):
    write = Journal.write

    def fill_up(self, outcome):
        if self.done == 2:
            raise self.failure(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
        write(self, outcome)

    output = tmp_path / "out.jsonl"
    monkeypatch.setattr(Journal, "write", fill_up)
    wanted = (
        r"cannot be written \(No space left on device\)\. 2 finished lines are kept in .*run the same command again"
    )
    with pytest.raises(OutputError, match=wanted):
        run_batch(clusters, output, SHORT)
    monkeypatch.setattr(Journal, "write", write)
    inline.clear()
    assert run_batch(clusters, output, SHORT) == BatchReport(briefings=3, errors=1, kept=2)
    assert [entry.number for entry in inline] == [3, 4]


@pytest.mark.usefixtures("inline")
def test_a_disk_that_is_full_when_all_is_done_loses_nothing(tmp_path, clusters, monkeypatch):
    output = tmp_path / "out.jsonl.gz"

    def fill_up(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("summarizer.batch.sinks.pack_file", fill_up)
    with pytest.raises(OutputError, match=r"No space left on device\)\. 4 finished lines are kept"):
        run_batch(clusters, output, SHORT)
    assert not output.exists()
    monkeypatch.undo()
    assert run_batch(clusters, output, SHORT, workers=Workers(jobs=1)).kept == 4  # no process is started for it
    assert gzip.decompress(output.read_bytes()).count(b"\n") == 4


@pytest.mark.usefixtures("inline")
def test_a_briefing_is_what_summarize_gives(tmp_path, clusters):
    run_batch(clusters, tmp_path / "out.jsonl", SHORT)
    *good, bad = read_lines(tmp_path / "out.jsonl")
    for number, line in enumerate(good):
        entry = Entry("a", "line", 1, json.dumps(cluster_of(number)).encode())
        assert line["briefing"] == summarize(read_cluster(entry, ReadSettings()).documents, SHORT).to_dict()
    assert (bad["id"], bad["error"]["line"], bad["error"]["kind"]) == (None, 4, "ReadError")


@pytest.mark.usefixtures("inline")
def test_gzip_holds_the_same_lines_and_the_same_bytes_each_time(tmp_path, clusters):
    for name in ("a.jsonl", "a.jsonl.gz", "b.jsonl.gz"):
        run_batch(clusters, tmp_path / name, SHORT)
    plain, *packed = [(tmp_path / name).read_bytes() for name in ("a.jsonl", "a.jsonl.gz", "b.jsonl.gz")]
    assert packed[0][3:8] == bytes(5)  # neither a name nor a time
    assert packed[0] == packed[1] and gzip.decompress(packed[0]) == plain
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "a.jsonl.gz", "b.jsonl.gz", "clusters.jsonl"]


@needs("pyarrow")
@pytest.mark.usefixtures("inline")
def test_parquet_has_a_row_for_each_line(tmp_path, clusters):
    from pyarrow import parquet

    for name in ("a.jsonl", "a.parquet", "b.parquet"):
        run_batch(clusters, tmp_path / name, SHORT)
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
    rows, lines = parquet.read_table(tmp_path / "a.parquet").to_pylist(), read_lines(tmp_path / "a.jsonl")
    assert [row["id"] for row in rows] == [line["id"] for line in lines]
    for kind in ("briefing", "error"):
        held = [json.loads(row[kind]) if row[kind] else None for row in rows]
        assert held == [line.get(kind) for line in lines]


@needs("fsspec")
@pytest.mark.usefixtures("inline")
def test_addresses_are_read_and_written(tmp_path, clusters, monkeypatch):
    import fsspec

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    store = fsspec.filesystem("memory")
    store.pipe("/batch/in.jsonl", clusters.read_bytes())
    run_batch("memory://batch/in.jsonl", tmp_path / "here.jsonl", SHORT)
    report = run_batch("memory://batch/in.jsonl", "memory://batch/out.jsonl.gz", SHORT)
    assert report == BatchReport(briefings=3, errors=1)
    assert gzip.decompress(store.cat("/batch/out.jsonl.gz")) == (tmp_path / "here.jsonl").read_bytes()
    assert [path for path in (tmp_path / "cache").rglob("*") if path.is_file()] == []


@needs("fsspec")
def test_an_address_that_cannot_be_written_keeps_the_lines_here(tmp_path, clusters, inline, monkeypatch):
    import fsspec

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    store = fsspec.filesystem("memory")
    with monkeypatch.context() as broken:
        broken.setattr(type(store), "put_file", lambda *_: 1 / 0)
        with pytest.raises(
            OutputError, match=r"memory://batch/late\.jsonl: cannot be written \(division by zero\)\. The"
        ):
            run_batch(clusters, "memory://batch/late.jsonl", SHORT)
    inline.clear()
    assert run_batch(clusters, "memory://batch/late.jsonl", SHORT).kept == 4
    assert inline == [] and store.cat("/batch/late.jsonl").count(b"\n") == 4


@pytest.mark.usefixtures("inline")
def test_a_source_that_has_changed_is_told(tmp_path, clusters, monkeypatch):
    monkeypatch.setattr("summarizer.batch.run.brief_in_order", _broken_off)
    with pytest.raises(PluginError):
        run_batch(clusters, tmp_path / "out.jsonl", SHORT)
    clusters.write_text(lines_of(5), "utf-8")
    with pytest.raises(OutputError, match="found lines of a run with other sources"):
        run_batch(clusters, tmp_path / "out.jsonl", SHORT)


@pytest.mark.usefixtures("inline")
def test_the_sources_are_closed_when_a_run_breaks_off(tmp_path, clusters, monkeypatch):
    opened = []
    with monkeypatch.context() as watched:
        watched.setattr("summarizer.batch.entries.peek", lambda stream: opened.append(stream) or peek(stream))
        watched.setattr("summarizer.batch.run.brief_in_order", _broken_off)
        with pytest.raises(PluginError) as caught:
            run_batch(clusters, tmp_path / "out.jsonl", SHORT)
    assert caught.value and [stream.closed for stream in opened] == [True]


def _broken_off(entries, *_):
    yield next(iter(entries)), Outcome(GOOD, False)
    raise PluginError("broken off")


@pytest.mark.usefixtures("inline")
def test_a_run_without_a_cluster_leaves_nothing(tmp_path):
    (tmp_path / "empty.jsonl").write_text("\n")
    with pytest.raises(InputError, match=r"empty\.jsonl: found no cluster, wanted one JSON object a line"):
        run_batch(tmp_path / "empty.jsonl", tmp_path / "out.jsonl")
    assert [path.name for path in tmp_path.iterdir()] == ["empty.jsonl"]


def test_an_output_among_the_sources_is_refused(tmp_path, clusters):
    with pytest.raises(OutputError, match="is one of the files that are read"):
        run_batch(str(tmp_path / "*.jsonl"), clusters)


@pytest.mark.usefixtures("inline")
def test_a_device_is_written_straight(clusters):
    assert run_batch(clusters, os.devnull, SHORT) == BatchReport(briefings=3, errors=1)
