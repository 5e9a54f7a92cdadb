"""How a sentence stands: backed, in part, contradicted, not found, and what is disputed."""

import pytest

from summarizer import Document
from tests.checking.held import FERRY, WIRE, check, found, report, standings

TOLL = "Three people were hurt when the fire spread to the car deck of the ferry."


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        (TOLL, "backed"),
        ("When the fire spread to the car deck of the ferry, three people were hurt.", "backed"),
        ("Three people were hurt, and the captain of the ferry was later dismissed by its owners.", "in part"),
        ("The parliament votes on the budget of the schools next week.", "not found"),
        ("Five people were hurt when the fire spread to the car deck of the ferry.", "contradicted"),
        ("Nobody was hurt when the fire spread to the car deck of the ferry.", "contradicted"),
    ],
)
def test_each_standing(text, standing):
    assert standings(text) == [standing]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("All 212 passengers were taken off the burning ferry by two lifeboats.", "212|221"),
        ("The harbour master, Jonas Vik, said the ferry would stay closed until March 12.", "March 12|March 21"),
        ("The ministry said the ferry had passed its last inspection in 2024.", "had passed|had not passed"),
        ("The ministry said the ferry had passed its last inspection in 2024.", "passed|failed"),
        ("The operator put the damage to the ferry at 12,437,000 crowns on Wednesday.", "12,437,000|17,437,000"),
    ],
)
def test_a_changed_sentence_is_contradicted_and_the_true_one_backed(old, new):
    was, now = new.split("|")
    assert standings(old) == ["backed"]
    made = check(old.replace(was, now))
    assert [one.standing for one in made.sentences] == ["contradicted"]
    (contradiction,) = [one for one in made.findings if one.kind == "contradiction"]
    assert contradiction.words.split()[-1] in old.replace(was, now)
    assert contradiction.passage.quote in dict(made.texts)[contradiction.passage.document]


def test_what_one_report_says_and_another_denies_is_a_dispute():
    other = report(TOLL.replace("Three", "Seven") + " The ferry is old.", "herald", published=WIRE.published)
    made = check(TOLL, FERRY, other)
    assert [one.standing for one in made.sentences] == ["backed"]
    assert [(one.kind, one.words, one.passage.document) for one in made.findings] == [("dispute", "Three", "herald")]


def test_what_no_report_says_is_a_contradiction_by_each_that_says_otherwise():
    other = report(TOLL.replace("Three", "Seven") + " The ferry is old.", "herald")
    made = check(TOLL.replace("Three", "Five"), FERRY, other)
    kinds = [(one.kind, one.passage and one.passage.document) for one in made.findings]
    assert ("contradiction", "gazette") in kinds
    assert ("contradiction", "herald") in kinds
    assert "dispute" not in {kind for kind, _ in kinds}


def test_an_exact_copy_of_a_report_says_what_it_says_and_is_no_second_origin():
    copy = Document(id="copy", text=FERRY.text)
    made = check(TOLL, FERRY, copy)
    (sentence,) = made.sentences
    assert {one.document for one in sentence.citations} == {"gazette", "copy"}
    assert len(sentence.origins) == 1
    assert made.counts["backed by two origins"] == 0


def test_two_origins_count_as_two():
    other = report(
        "On Monday three people on the ferry were hurt as the fire spread to its car deck, doctors said.", "herald"
    )
    assert check(TOLL, FERRY, other).counts["backed by two origins"] == 1


def test_a_passage_that_says_all_comes_before_one_that_says_a_part():
    other = report("Three people were hurt, the owners said on Monday night.", "herald")
    (sentence,) = check(TOLL, other, FERRY).sentences
    assert [one.document for one in sentence.citations] == ["gazette", "herald"]
    assert sentence.citations[1].relation == "part"


def test_a_sentence_with_a_number_of_its_own_is_not_all_backed():
    text = "Three people were hurt when the fire spread to the car deck of the ferry, a boat of 47 metres."
    assert ("number", "47") in found(text)
    assert standings(text) == ["in part"]


def test_other_words_in_place_of_those_of_a_passage_are_told_as_wording():
    made = check("Three people were blinded when the fire spread to the car deck of the ferry.")
    assert made.counts["contradicted"] == 0
    assert [(one.kind, one.words) for one in made.findings] == [("wording", "blinded")]


def test_many_sentences_are_checked_as_one_is(monkeypatch):
    text = f"{FERRY.text}\n\n{TOLL.replace('Three', 'Five')}\n\n{WIRE.text}"
    whole = check(text).to_dict()
    monkeypatch.setattr("summarizer.checking.findings._BLOCK", 2)
    assert check(text).to_dict() == whole


def test_a_passage_that_says_the_changed_word_is_no_contradiction_by_itself():
    rival = report(TOLL.replace("Three", "Seven") + " The ferry is old.", "herald")
    made = check(TOLL.replace("Three", "Seven"), FERRY, rival)
    assert [one.standing for one in made.sentences] == ["backed"]
    assert [(one.document, one.relation) for one in made.sentences[0].citations] == [("herald", "verbatim")]
    assert [(one.kind, one.passage.document) for one in made.findings] == [("dispute", "gazette")]


def test_what_repeats_a_passage_but_for_a_name_is_backed_on_the_longer_side_of_it():
    text = "“The crew acted with great calm and saved many lives,” said Petra Lund, who leads the coastguard."
    (one,) = check(text).sentences
    assert one.standing != "backed"
    (citation,) = one.citations
    assert citation.relation == "part" and "acted with great calm" in citation.backed.of(one.text)


def test_a_short_sentence_repeats_nothing():
    (one,) = check("Three sailors drowned.").sentences
    assert not [finding for finding in one.findings if finding.kind in ("contradiction", "wording")]


def test_a_far_passage_contradicts_nothing():
    told = report(
        "Nine ships left the harbour of Ansel on Friday for a race, and the mayor waved to them from the pier."
    )
    (one,) = check("Four ships were sold.", told).sentences
    assert one.standing == "not found"
    assert [finding.kind for finding in one.findings] == ["number"]


def test_a_source_that_says_otherwise_does_not_bear_out_its_citation():
    rival = report(TOLL.replace("Three", "Seven"), "herald")
    made = check(TOLL.replace(".", " [2]."), FERRY, rival)
    assert [one.reason for one in made.findings if one.kind == "citation"] == ["[2] says otherwise"]


def test_a_quotation_of_a_source_bears_out_its_citation():
    made = check("Nobody knows what it means that the “crew acted with great calm” [1].")
    assert not [one for one in made.findings if one.kind == "citation"]


def test_a_passage_that_shares_some_words_contradicts_nothing():
    told = report(
        "Island Airlines, which cancelled all of its flights out of its northern hub after 4:30 p.m. Thursday, was"
        " expecting normal operations on Friday morning.\n\nCoast Airlines had trouble, too."
    )
    (one,) = check("Coast Airlines cancelled flights scheduled to depart after 8 p.m.", told).sentences
    assert one.standing != "contradicted" and not [own for own in one.findings if own.kind == "contradiction"]
