"""Heaps of reports grouped into stories."""

from dataclasses import replace
from itertools import islice, permutations

import jsonschema
import pytest

from benchmarks.heap import HeapMaker, make_heap
from summarizer import Document, InputError, SettingsError, Stories, group_stories, read_documents
from summarizer.readers.documents import prepare_document
from summarizer.stories.features import Vocabulary, read_features
from tests.stories.heap_of_reports import ALONE, BANK, GERMAN, QUAKE, grouping_of, reports

HEAP = [*reports(QUAKE, "quake"), *reports(BANK, "bank"), Document.from_text(ALONE, id="lily")]
PARTED = {frozenset({"quake1", "quake2", "quake3"}), frozenset({"bank1", "bank2"}), frozenset({"lily"})}


def test_reports_of_one_event_are_one_story_and_the_largest_comes_first():
    stories = group_stories(HEAP)
    assert grouping_of(stories) == PARTED
    assert [len(story) for story in stories] == [3, 2, 1]
    assert stories.reports == 6
    assert stories.ungrouped == ()


def test_the_order_of_the_reports_changes_nothing():
    expected = group_stories(HEAP)
    for order in [*permutations(HEAP)][:: 720 // 9]:
        assert group_stories(order) == expected


def test_each_report_says_why_it_is_where_it_is():
    by_id = {report.document: report for story in group_stories(HEAP) for report in story.reports}
    assert by_id["bank1"].nearest == "bank2"
    assert {"Nordbank", "Stockholm"} & {*by_id["bank1"].shared}
    assert by_id["bank1"].why.startswith("most like bank2 (likeness 0.")
    assert "both name" in by_id["bank1"].why
    assert by_id["lily"].why.startswith("alone: ")
    assert by_id["lily"].nearest is None


def test_a_headline_makes_no_story():
    quake, bank = reports(QUAKE[:1], "quake"), reports(BANK[:1], "bank")
    same = [
        replace(one, title="What you need to know on Monday: the latest from Valparaiso") for one in (*quake, *bank)
    ]
    assert grouping_of(group_stories(same)) == {frozenset({"quake1"}), frozenset({"bank1"})}


def test_reports_of_days_far_apart_are_no_story():
    heap = [*reports(QUAKE[:1], "a", "2017-04-24"), *reports(QUAKE[1:2], "b", "2017-05-24")]
    assert len(group_stories(heap)) == 2
    assert len(group_stories(heap, window=30)) == 1


def test_a_copy_printed_long_after_is_no_part_of_the_story():
    heap = [*reports(QUAKE[:1], "a", "2017-04-24"), *reports(QUAKE[:1], "b", "2019-04-24")]
    assert grouping_of(group_stories(heap)) == {frozenset({"a1"}), frozenset({"b1"})}


def test_a_report_without_a_day_joins_but_ties_no_days_together():
    heap = [
        *reports(QUAKE[:1], "a", "2017-04-24"),
        *reports(QUAKE[1:2], "b", "2019-05-24"),
        *reports(QUAKE[2:], "c"),
    ]
    stories = group_stories(heap)
    assert [len(story) for story in stories] == [2, 1]
    assert {story.first for story in stories} == {story.last for story in stories}


def test_a_heap_of_copies_is_one_story_of_one_origin():
    heap = [report for at in range(40) for report in reports(QUAKE[:1], f"copy{at}-")]
    (story,) = group_stories(heap)
    assert (len(story), story.origins) == (40, 1)
    assert all(report.is_copy and report.likeness == 1 for report in story.reports)
    assert all("word for word" in report.why for report in story.reports)


def test_reports_of_one_newsroom_are_one_origin():
    (story,) = group_stories([replace(one, outlet="The Times") for one in reports(QUAKE)])
    assert (len(story), story.origins) == (3, 1)


def test_a_heap_of_one_and_of_none():
    (story,) = group_stories(reports(QUAKE[:1]))
    assert story.reports[0].why == "alone: there is no other report"
    assert group_stories([]).stories == ()


def test_each_language_is_read_in_its_own_way():
    stories = group_stories([*reports(QUAKE, "en"), *reports(GERMAN, "de")])
    parts = grouping_of(stories)
    vocabulary = Vocabulary()
    assert [read_features(prepare_document(one), "en", vocabulary).language for one in reports(GERMAN)] == ["de", "de"]
    assert any({"en1", "en2", "en3"} <= part for part in parts)
    assert any({"de1", "de2"} <= part for part in parts)


def test_what_holds_nothing_is_named_and_none_is_lost():
    bad = [
        replace(Document(id=f"bad{at}", text="", path=f"bad{at}.pdf"), skipped="it is encrypted") for at in range(3000)
    ]
    bad[0] = replace(bad[0], text=ALONE)  # what was read of it before it broke off
    heap = [*HEAP, *bad, Document.from_text("", id="empty"), Document.from_text("— … —", id="marks")]
    stories = group_stories(heap)
    assert grouping_of(stories) == PARTED
    assert len(stories.ungrouped) == 3002
    told = {one.document: one for one in stories.ungrouped}
    assert told["bad7"].why == "it is encrypted"
    assert told["bad7"].path == "bad7.pdf"
    assert told["marks"].why.startswith("holds no story after cleaning")


def test_plain_values_keep_to_the_published_schema():
    heap = [*reports(QUAKE, "q", "2017-04-24", outlet="The Times"), *HEAP[3:], Document.from_text("", id="empty")]
    stories = group_stories(heap)
    checker = jsonschema.Draft202012Validator(Stories.schema())
    checker.check_schema(Stories.schema())
    checker.validate(stories.to_dict())
    assert '"first": "2017-04-24"' in stories.to_json()


@pytest.mark.parametrize("given", [{"window": -1}, {"window": 1.5}, {"window": True}, {"language": "English"}])
def test_a_setting_out_of_its_range_is_named(given):
    with pytest.raises(SettingsError, match=f"{next(iter(given))}: found .*, wanted "):
        group_stories(HEAP, **given)


def test_two_reports_of_one_id_are_refused():
    with pytest.raises(InputError, match="two with the id 'quake1'"):
        group_stories([HEAP[0], HEAP[0]])


def test_a_story_that_most_of_a_heap_tells_stays_whole():
    # Its words are in most reports: by reports they would be common, and tie nothing.
    large = [replace(one, id=f"large {one.id}") for _, one in islice(HeapMaker(9).reports(300), 300)]
    others = make_heap(100)[0]
    first = group_stories([*large, *others]).stories[0]
    held = {report.document for report in first.reports}
    assert len(held) >= 290
    assert all(name.startswith("large") for name in held)


def test_the_reports_of_seeds_are_one_story():
    (story,) = group_stories(read_documents("seeds"))
    assert len(story) == 5
    assert story.first.isoformat() == "2023-06-06"
