"""A folder with a briefing of each story and an index."""

import json

import pytest

from summarizer import (
    Document,
    InputError,
    OutputError,
    Settings,
    check_folder,
    group_stories,
    read_state,
    write_stories,
)
from tests.stories.heap_of_reports import BANK, QUAKE, reports

HEAP = [*reports(QUAKE, "quake"), *reports(BANK, "bank"), Document.from_text("No verb here.", id="short")]


def test_each_story_has_its_briefing_and_the_index_leads_to_it(tmp_path):
    stories = group_stories(HEAP)
    seen = []
    pages = write_stories(stories, HEAP, tmp_path / "new" / "folder", progress=lambda *told: seen.append(told))
    folder = tmp_path / "new" / "folder"
    first = stories.stories[0]
    assert "Valparaiso" in (folder / f"{first.id}.md").read_text("utf-8")
    assert "Nordbank" not in (folder / f"{first.id}.html").read_text("utf-8")
    index = (folder / "index.html").read_text("utf-8")
    assert all(f'href="{name}.html"' in index for name in pages.names.values())
    assert json.loads((folder / "stories.json").read_text("utf-8")) == stories.to_dict()
    assert [told[:2] for told in seen] == [(0, 3), (1, 3), (2, 3)]


def test_a_story_that_cannot_be_briefed_is_named_and_the_others_are_written(tmp_path):
    stories = group_stories(HEAP)
    pages = write_stories(stories, HEAP, tmp_path, Settings(words=4))
    assert pages.failures and pages.names.keys() | pages.failures.keys() == {story.id for story in stories}
    told = (tmp_path / "index.md").read_text("utf-8")
    assert "No briefing: " in told


def test_small_stories_are_left_out_where_asked(tmp_path):
    stories = group_stories(HEAP)
    assert len(write_stories(stories, HEAP, tmp_path, least=3).names) == 1


def test_a_report_that_is_not_given_is_named(tmp_path):
    with pytest.raises(InputError, match="found no 'quake"):
        write_stories(group_stories(HEAP), HEAP[3:], tmp_path)


def test_a_file_in_place_of_the_folder_and_an_index_that_is_read_are_refused(tmp_path):
    taken = tmp_path / "taken"
    taken.write_text("x")
    with pytest.raises(OutputError, match="is a file, wanted a folder"):
        check_folder(taken)
    with pytest.raises(OutputError, match="cannot be made a folder"):
        check_folder(taken / "deeper")
    (tmp_path / "index.md").write_text("a report")
    with pytest.raises(OutputError, match=r"index\.md: is one of the files that are read"):
        check_folder(tmp_path, sources=[tmp_path])


def test_a_story_is_briefed_again_where_it_has_had_a_report_since(tmp_path):
    state, folder = tmp_path / "stories.db", tmp_path / "folder"
    pages = []
    for heap, is_briefed in ((HEAP[:2], True), (HEAP[2:4], False), (HEAP[:1], True), (HEAP[:1], True)):
        stories = group_stories(heap, state=state)
        if is_briefed:
            write_stories(stories, read_state(state, stories), folder)
            pages.append((folder / f"{stories.stories[0].id}.md").stat().st_mtime_ns)
    first, second, third = pages
    assert first < second == third
