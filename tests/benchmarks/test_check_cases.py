"""The sentences to check: the sets are as described, and hold no text of reports that may not be copied."""

import json
from collections import Counter

import pytest

from benchmarks.check_cases import (
    ALTERED,
    CASES,
    EXCERPTS,
    HELD_OUT,
    KINDS,
    SENTENCES,
    Case,
    load_altered,
    load_true,
    reports_of,
)
from benchmarks.check_letters import change_letters

WORDS = 6  # so many of a report that may not be copied


def records(*paths):
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def test_there_are_200_true_sentences_and_none_twice():
    places = [(one["cluster"], one["report"], one["start"]) for one in records(*SENTENCES)]
    assert len(places) == len(set(places)) == 200


def test_every_true_sentence_has_labels_of_other_reports_alone():
    for one in records(*SENTENCES):
        assert one["others"]
        assert one["report"] not in one["others"]
        assert {relation for own in one["others"].values() for relation in own} <= {"full", "part", "differs"}


@pytest.mark.parametrize("path", [ALTERED, HELD_OUT], ids=["open", "held out"])
def test_twelve_sentences_of_each_kind_are_altered(path):
    altered = records(path)
    assert Counter(one["kind"] for one in altered) == dict.fromkeys(KINDS, 12)
    assert {one["expected"] for one in altered} == {"contradicted", "quotation", "in part", "not found"}
    assert 24 <= sum("multinews" in one["cluster"] for one in altered) <= 36


@pytest.mark.parametrize("path", [ALTERED, HELD_OUT], ids=["open", "held out"])
def test_every_edit_stands_within_its_sentence_and_changes_it(path):
    for one in records(path):
        assert one["edits"]
        for edit in one["edits"]:
            assert one["start"] <= edit["start"] <= edit["end"] <= one["end"]
            assert edit["new"] != edit.get("was")


def test_the_two_sets_of_altered_sentences_share_no_cluster():
    first, second = ({one["cluster"] for one in records(path)} for path in (ALTERED, HELD_OUT))
    assert not first & second


def test_of_reports_that_may_not_be_copied_a_few_words_at_most_are_stored():
    for one in records(*SENTENCES, ALTERED, HELD_OUT):
        assert not {"text", "original"} & set(one)
        if "multinews" in one["cluster"]:
            assert all(len(edit.get("was", "").split()) <= WORDS for edit in one.get("edits", []))
    assert not [one for one in records(EXCERPTS) if "multinews" in one["cluster"]]
    assert {path.name for path in CASES.iterdir()} == {
        "README.md", "sentences.jsonl", "stories.jsonl", "altered.jsonl", "altered-held-out.jsonl", "multiling.jsonl"
    }  # fmt: skip


def test_the_texts_are_those_that_were_altered():
    """`was` is held against the report when a case is loaded."""
    cases = load_altered(quoted=True)
    assert len(cases) == 29
    for case in cases:
        _, report = reports_of(case.cluster, quoted=True)[case.report]
        assert case.original in report
        assert case.text != " ".join(case.original.split())


def test_two_figures_that_change_places_are_two_altered_stretches(tmp_path):
    start = reports_of("rates")["rates_1"][1].index("Six of")
    record = {
        "cluster": "rates", "report": "rates_1", "start": start, "end": start + 48, "kind": "number",
        "edits": [
            {"start": start, "end": start + 3, "was": "Six", "new": "Eight"},
            {"start": start + 23, "end": start + 28, "was": "eight", "new": "six"},
        ],
    }  # fmt: skip
    path = tmp_path / "altered.jsonl"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    (case,) = load_altered(path, quoted=True)
    assert case.text == "Eight of the committee's six members voted for the"[: len(case.text)]
    assert [case.text[first:last] for first, last in case.altered] == ["Eight", "six"]


def test_a_sentence_is_labelled_by_the_most_that_a_report_says_of_it():
    case = Case(
        cluster="a", report="r", start=0, text="t", original="t",
        others={"s": ["part", "differs"], "t": ["full"], "u": []},
    )  # fmt: skip
    assert case.label() == "full"
    assert case.label(frozenset({"t"})) == "part"
    assert case.label(frozenset({"s", "t"})) == "alone"


def test_one_letter_of_a_quotation_is_changed_and_always_the_same():
    cases = load_true(quoted=True)
    changed = list(change_letters(cases))
    assert len(changed) == 3
    assert changed == list(change_letters(cases))
    originals = {case.name: case.text for case in cases}
    for case in changed:
        ((start, end),) = case.altered
        before = originals[case.name]
        assert case.text[:start] == before[:start]
        assert before.endswith(case.text[end:])
        assert case.text != before
        assert abs(len(case.text) - len(before)) <= 1
