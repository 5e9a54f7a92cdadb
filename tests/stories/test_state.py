"""Stories that grow from call to call, and files of them that are damaged, foreign or in use."""

import sqlite3

import pytest

from summarizer import Document, InputError, OutputError, SettingsError, group_stories, read_state, write_stories
from summarizer.stories import group
from summarizer.stories.state import State
from tests.stories.heap_of_reports import ALONE, BANK, QUAKE, grouping_of, reports

QUAKES, BANKS = reports(QUAKE, "quake", "2017-04-24"), reports(BANK, "bank", "2017-04-24")
LILY = Document.from_text(ALONE, id="lily")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "stories.sqlite"


def add(path, *documents, **given):
    return group_stories(documents, state=path, **given)


def test_reports_of_today_join_the_stories_of_yesterday(path):
    (before,) = add(path, *QUAKES[:2])
    assert before.is_new and len(before.new) == 2
    after, other = add(path, QUAKES[2], *BANKS)
    assert after.id == before.id
    assert not after.is_new and [report.document for report in after.new] == ["quake3"]
    assert other.is_new and len(other.new) == 2


def test_what_was_told_of_earlier_reports_stays(path):
    before = {report.document: report.why for report in add(path, *QUAKES[:2]).stories[0].reports}
    after = {report.document: report.why for story in add(path, QUAKES[2], LILY) for report in story.reports}
    assert before.items() <= after.items()


def test_the_same_reports_again_are_not_new(path):
    first = add(path, *QUAKES, LILY)
    again = add(path, *QUAKES, LILY)
    assert grouping_of(again) == grouping_of(first)
    assert again.new_reports == 0 and again.reports == 4


def test_another_text_under_the_same_id_is_another_report(path):
    add(path, *QUAKES[:1])
    stories = add(path, Document.from_text(ALONE, id="quake1"))
    names = {report.document for story in stories for report in story.reports}
    assert "quake1" in names and len(names) == 2
    assert add(path, Document.from_text(ALONE, id="quake1")).new_reports == 0


def test_a_copy_of_an_earlier_report_joins_its_story(path):
    add(path, *QUAKES[:1], *BANKS)
    (story,) = [story for story in add(path, *reports(QUAKE[:1], "copy", "2017-04-25")) if story.new]
    assert [report.document for report in story.reports] == ["quake1", "copy1"]
    assert (story.origins, story.new[0].is_copy) == (1, True)


def test_two_stories_of_before_are_never_joined(path):
    add(path, *QUAKES[:1], window=0)
    add(path, *reports(QUAKE[:1], "late", "2017-04-26"), window=0)
    stories = add(path, *reports(QUAKE[1:], "undated"), window=0)
    assert sum("quake1" in part for part in grouping_of(stories)) == 1
    assert not any({"quake1", "late1"} <= part for part in grouping_of(stories))


def test_a_report_of_a_later_month_begins_a_story(path):
    add(path, *QUAKES[:2])
    assert len(add(path, *reports(QUAKE[2:], "late", "2017-06-24"))) == 2


def test_the_reports_of_stories_come_back_as_they_were(path):
    stories = add(path, *QUAKES, LILY)
    kept = {document.id: document for document in read_state(path, stories)}
    assert kept.keys() == {"quake1", "quake2", "quake3", "lily"}
    assert kept["quake1"].text == QUAKES[0].text and kept["quake1"].published == QUAKES[0].published


def test_only_stories_with_news_are_briefed_again(path, tmp_path):
    stories = add(path, *QUAKES[:2], *BANKS)
    write_stories(stories, read_state(path, stories), tmp_path / "out")
    old = {one.name: one.stat().st_mtime_ns for one in (tmp_path / "out").glob("story-*")}
    stories = add(path, QUAKES[2])
    pages = write_stories(stories, read_state(path, stories), tmp_path / "out")
    changed = {one.name for one in (tmp_path / "out").glob("story-*") if one.stat().st_mtime_ns != old[one.name]}
    (grown,) = [story.id for story in stories if story.new]
    assert changed == {f"{grown}.html", f"{grown}.md"}
    assert len(pages.names) == 2


def test_a_run_that_fails_leaves_the_file_as_it_was(path, monkeypatch):
    add(path, *QUAKES[:2])
    before = path.read_bytes()

    def fail(*_):
        raise RuntimeError("interrupted")

    with monkeypatch.context() as patched:
        patched.setattr(group, "describe_stories", fail)
        with pytest.raises(RuntimeError):
            add(path, QUAKES[2])
    assert path.read_bytes() == before
    assert add(path, QUAKES[2]).new_reports == 1


def test_a_run_that_fails_while_it_writes_leaves_the_file_as_it_was(path, monkeypatch):
    add(path, *QUAKES[:2])
    keep = State.add

    def write_and_fail(*given):
        keep(*given)
        raise OSError("no space left")

    with monkeypatch.context() as patched:
        patched.setattr(State, "add", write_and_fail)
        with pytest.raises(OSError, match="no space left"):
            add(path, *BANKS)
    assert add(path, QUAKES[2]).reports == 3


def test_a_run_that_fails_at_first_leaves_no_file(path, monkeypatch):
    monkeypatch.setattr(group, "describe_stories", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        add(path, *QUAKES)
    assert not path.exists()


def damage_header(path):
    path.write_bytes(b"not a database" * 100)


def damage_length(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def damage_the_end(path):
    path.write_bytes(path.read_bytes()[:-4096])


def damage_inside(path):
    held = path.read_bytes()  # the second page is an index that grouping does not read
    path.write_bytes(held[:4096] + b"\xff" * 4096 + held[8192:])


def damage_everything(path):
    path.write_bytes(b"")


def take_from_another(path):
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE mail (text)")
    other.close()


def damage_a_report(path):
    with sqlite3.connect(path) as other:
        other.execute("UPDATE reports SET terms = x'00' WHERE number = 1")
    other.close()


@pytest.mark.parametrize(
    "damage",
    [
        damage_header,
        damage_length,
        damage_the_end,
        damage_inside,
        damage_everything,
        take_from_another,
        damage_a_report,
    ],
)
def test_a_damaged_or_foreign_file_is_one_clear_error(path, damage):
    add(path, *QUAKES, *BANKS)
    damage(path)
    before = path.read_bytes()
    with pytest.raises(InputError, match=r"stories\.sqlite: found no whole file of stories .*name a new file"):
        add(path, LILY)
    assert path.read_bytes() == before


def test_a_file_of_another_version_is_named(path):
    add(path, *QUAKES)
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 7")
    other.close()
    with pytest.raises(InputError, match="found stories of version 7, wanted version 1"):
        add(path, LILY)


def test_a_file_in_use_and_one_that_cannot_be_opened_are_named(path, monkeypatch):
    add(path, *QUAKES)
    monkeypatch.setattr("summarizer.stories.state._PATIENCE", 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OutputError, match="another run uses it"):
        add(path, LILY)
    other.close()
    with pytest.raises(OutputError, match=r"cannot be used .* check the path"):
        add(path.parent / "nowhere" / "stories.sqlite", LILY)


def test_a_file_keeps_its_window(path):
    add(path, *QUAKES)
    with pytest.raises(SettingsError, match="window: found 3, wanted 7, with which"):
        add(path, LILY, window=3)


def test_a_file_that_is_not_there_holds_no_reports(path):
    with pytest.raises(InputError, match="is not there, wanted a file of stories"):
        read_state(path, [])
    assert not path.exists()


def test_damage_is_found_before_anything_is_read(path):
    add(path, *QUAKES)
    damage_inside(path)
    with pytest.raises(InputError, match="found no whole file of stories"):
        read_state(path, [])
