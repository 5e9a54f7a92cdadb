"""Citations of a draft: which numbers they are, and which reports these mean."""

import pytest

from summarizer import Document
from summarizer.checking.references import Reference, find_references, number_reports
from summarizer.model import Span
from tests.checking.held import FERRY, WIRE, check, of_kind


@pytest.mark.parametrize(
    ("text", "numbers", "is_note"),
    [
        ("fire [1].", (1,), False),
        ("fire [1, 3].", (1, 3), False),
        ("fire [1;3].", (1, 3), False),
        ("fire [2-4].", (2, 3, 4), False),
        ("fire [2–4, 7].", (2, 3, 4, 7), False),
        ("fire [4-2].", (4, 2), False),
        ("fire [1-900].", (1, 900), False),
        ("fire [^2].", (2,), True),
        ("fire \\[3\\].", (3,), False),
    ],
)
def test_numbers_in_brackets(text, numbers, is_note):
    (one,) = find_references(text)
    assert (one.numbers, one.is_note) == (numbers, is_note)
    assert one.span.of(text) == text[5:-1]


@pytest.mark.parametrize(
    "text", ["in [2023]", "[a]", "[1]: a note", "[^1]: a note", "[]", "(1)", "[1.5]", "1]", "[-1]"]
)
def test_what_is_no_citation(text):
    assert not find_references(text)


def numbers_of(lists, *reports):
    return {number: one.id for number, one in number_reports(reports or (FERRY, WIRE), lists).reports.items()}


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ([], {1: "gazette", 2: "wire"}),
        (["[1] Coast Wire, 2026-03-04", "[2] Quay Gazette"], {1: "wire", 2: "gazette"}),
        (["1. https://gazette.example/ferry-fire", "2) Coast Wire"], {1: "gazette", 2: "wire"}),
        (["[5] Ferry fire leaves three hurt off Port Ansel"], {5: "gazette", 6: "wire"}),
        (["\\[2\\] Quay Gazette", "[2] Coast Wire"], {2: "gazette", 3: "wire"}),
    ],
)
def test_a_draft_numbers_the_reports_by_its_own_list(lists, expected):
    assert numbers_of(lists) == expected


def test_an_entry_that_fits_two_reports_alike_names_neither():
    twins = [Document(id=name, text="x", outlet="Quay Gazette") for name in ("one", "two")]
    assert numbers_of(["[2] Quay Gazette"], *twins) == {1: "one", 2: "two"}
    assert number_reports([FERRY, WIRE], ["[7] Another Paper", "[1] Quay Gazette"]).strange == {7}


@pytest.mark.parametrize(
    ("entry", "numbers"),
    [("[^1]: See [2, 3]", (2, 3)), ("[^1]: https://gazette.example/ferry-fire", (1,)), ("[^1]: nothing known", ())],
)
def test_a_footnote_leads_to_sources(entry, numbers):
    numbering = number_reports([FERRY, WIRE], [entry])
    note = Reference(span=Span(start=0, end=4), numbers=(1,), is_note=True)
    assert numbering.numbers_of(note) == numbers


def test_many_entries_of_one_number_are_one():
    assert numbers_of(["[1] Coast Wire", *["[1] Quay Gazette"] * 50]) == {1: "wire", 2: "gazette"}


HURT = "Three people were hurt when the fire spread to the car deck of the ferry"


@pytest.mark.parametrize(
    ("mark", "wrong"),
    [("[1]", []), ("[2]", ["[2]"]), ("[1, 2]", ["[1, 2]"]), ("[9]", ["[9]"]), ("[2023]", []), ("[^1]", [])],
)
def test_a_citation_is_held_against_its_own_source(mark, wrong):
    assert of_kind("citation", f"{HURT} {mark}.") == wrong


@pytest.mark.parametrize(
    ("mark", "reason"), [("[2]", "no passage of [2] was found that says this"), ("[9]", "there is no source [9]")]
)
def test_the_reason_says_which(mark, reason):
    assert [one.reason for one in check(f"{HURT} {mark}.").findings] == [reason]


def test_a_source_that_says_otherwise_is_told():
    text = "All 219 passengers were taken off the burning ferry by two lifeboats [1]."
    assert [one.reason for one in check(text).findings if one.kind == "citation"] == ["[1] says otherwise"]


def test_the_drafts_own_list_is_what_its_numbers_mean():
    listed = f"{HURT} [2].\n\nSources\n\n[1] Coast Wire\n\n[2] Quay Gazette\n"
    assert not check(listed).findings
    assert of_kind("citation", listed.replace("[2].", "[1].")) == ["[1]"]


def test_sources_that_were_not_given_are_noted_and_not_blamed():
    made = check(f"{HURT} [1][3].\n\nSources\n\n[1] Quay Gazette\n\n[3] Another Paper\n")
    assert not made.findings
    assert "Sources of the draft that are none of the reports given, and are not checked: [3]." in made.notes
