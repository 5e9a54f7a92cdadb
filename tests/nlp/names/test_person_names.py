import re
from itertools import repeat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.nlp.names import person_names as names
from summarizer.nlp.names import places
from summarizer.nlp.names.coreference import describe_name, is_said_by_nobody, lacks_antecedent, opens_as_name
from summarizer.nlp.names.name_linking import Mention, find_persons
from summarizer.nlp.names.person_names import are_alike, find_names
from summarizer.nlp.names.person_words import gender_of
from summarizer.nlp.names.places import government_of, is_government

ALIKE = [
    ("Qin", "Chen"), ("Qin", "Ching"), ("Jake", "Jack"), ("Antony", "Anthony"), ("Blinken", "Brinken"),
    ("Raimond", "Raimondo"), ("Tiago", "Thiago"), ("Reis", "Rice"), ("Luca", "Lucas"), ("Anneke", "Annika"),
    ("Margaret", "Margarita"), ("Moammar", "Muammar"), ("Gadhafi", "Gaddafi"), ("Joaquín", "Joaquin"),
    ("Stephen", "Steven"),
]  # fmt: skip
UNLIKE = [
    ("William", "Nicholas"),
    ("Kim", "Khloe"),
    ("George", "Jeb"),
    ("Bill", "Hillary"),
    ("Qin", "Chunying"),
    ("Xi", "Yi"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spellings_of_one_name(one, other):
    assert are_alike(one, other) and are_alike(other, one)


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_names_of_two(one, other):
    assert not are_alike(one, other) and not are_alike(other, one)


NAMES = {
    "Chinese Foreign Minister Qin Gang greeted them.": [("Qin Gang", "Chinese Foreign Minister", True)],
    "U.S. Secretary of State Antony Blinken left.": [("Antony Blinken", "U.S. Secretary of State", True)],
    "He greeted Mr. Blinken.": [("Blinken", None, True)],
    "Biden’s adviser, Jake Sullivan, met them.": [("Biden", None, True), ("Jake Sullivan", None, True)],
    "Kilonzo said that rates fall.": [("Kilonzo", None, True)],
    "They saw Kilonzo there.": [("Kilonzo", None, False)],
    "Dr. Anneke de Wit, who heads it, agreed.": [("Anneke de Wit", None, True)],
    "J. P. Okoro said so.": [("J. P. Okoro", None, True)],
    "They met in the South China Sea on Monday.": [],
    "The University of Lagos said so.": [("Lagos", None, True)],
    "THEY MET QIN GANG IN BEIJING.": [],
}


@pytest.mark.parametrize(("text", "wanted"), NAMES.items())
def test_names(text, wanted):
    common = {"the", "they", "he", "it", "in"}
    assert [(text[n.start : n.end], n.role, n.is_person) for n in next(find_names([text], common, ["en"]))] == wanted


def spellings(*reports):
    """The spellings of each person of some reports, a list of sentences each, those with several only."""
    common = {"the", "he", "minister", "and", "neither"}
    mentions = []
    for number, sentences in enumerate(reports):
        for text in sentences:
            at = len(mentions)
            mentions += [
                Mention(report=str(number), sentence=at, naming=name)
                for name in next(find_names([text], common, ["en"]))
            ]
    persons = find_persons(mentions)
    return sorted(
        [" ".join(spelling[0].naming.parts) for spelling in person.spellings]
        for person in persons
        if len(person.spellings) > 1
    )


def test_one_person_under_two_spellings():
    assert spellings(["Mr. Jake Sullivan left."], ["Mr. Jack Sullivan left."]) == [["Jack Sullivan", "Jake Sullivan"]]


def test_the_spelling_of_most_reports_comes_first():
    told = ["Mr. Jake Sullivan left."]
    assert spellings(told, ["Mr. Jack Sullivan left."], told) == [["Jake Sullivan", "Jack Sullivan"]]


def test_accents_and_initials_are_no_spelling():
    assert spellings(["Judge María W. Ortuño left."], ["Judge Maria Ortuno left."]) == []


def test_a_letter_with_a_stroke_is_as_one_with_an_accent():
    told = ["Commander Ingrid Sørensen left."]
    assert spellings(told, ["Commander Ingrid Sorensen left."]) == []
    assert spellings(told, ["Commander Ingrid Sorenson left."]) == [["Ingrid Sørensen", "Ingrid Sorenson"]]


def test_short_forms_are_no_spelling():
    assert spellings(["Mr. Steve Rifkind left."], ["Mr. Steven Rifkind left."]) == []


def test_two_of_one_family_in_one_report():
    both = ["Mr. John Smith left.", "Mrs. Joan Smith stayed."]
    assert spellings(both, ["Mr. John Smith left."]) == []


def test_two_in_one_sentence():
    assert spellings(["Mr. Tom Smith met Mr. Tom Smyth."], ["Mr. Tom Smith left."]) == []


def test_one_report_may_spell_the_last_part_in_two_ways():
    both = ["Mr. Tom Smith left.", "Mr. Tom Smyth slept."]
    assert spellings(both, ["Mr. Tom Smith left."]) == [["Tom Smith", "Tom Smyth"]]


def test_what_is_no_person_has_no_spellings():
    assert spellings(["They saw Northhaven Sport."], ["They saw Northhaven Spart."]) == []


def test_a_name_that_its_report_never_introduces():
    report = ["Minister Qin Gang came.", "Mr. Antony Brinken came.", "Neither Brinken nor Ching spoke."]
    other = ["Minister Qin Gang came.", "Mr. Antony Brinken came.", "Qin said nothing."]
    assert spellings(report, other) == [["Qin Gang", "Ching"]]
    assert spellings([*report[:2], "Rivers like Brook and Ching rose."], other) == []


def test_two_names_run_together_are_nobody():
    report = ["Minister Qin Gang came.", "Mr. Antony Blinken came.", "Qin Blinken asked.", "Qin left.", "Blinken left."]
    other = ["Minister Chin Gang came.", "Mr. Antony Blinken came."]
    assert spellings(report, other) == [["Chin Gang", "Qin Gang"]]


KNOWN = names._words_of("en")
ROLE_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(KNOWN.roles))})\.?,?\s\Z", re.IGNORECASE)


@settings(max_examples=200, deadline=None)
@given(st.from_regex(ROLE_BEFORE) | st.text(st.sampled_from("xdr.,- \n")))
def test_a_role_right_before_a_name_is_seen_and_nothing_else(before):
    assert names._follows_role(before, KNOWN) == bool(ROLE_BEFORE.search(before))


@settings(max_examples=200, deadline=None)
@given(st.from_regex(KNOWN.beside), st.from_regex(KNOWN.office))
def test_every_companion_and_office_is_looked_at(before, office):
    assert before[:-1].endswith(KNOWN.joining) and office[:-1].endswith(KNOWN.within_office)


@settings(max_examples=200, deadline=None)
@given(st.from_regex(places._words_of("en").day))
def test_every_day_phrase_is_looked_at(text):
    assert any(word in text for word in places._words_of("en").in_days)


@pytest.mark.parametrize("space", [" ", "\n"])
def test_lines_may_break_before_a_name(space):
    (first, second) = next(find_names([f"Neither Smith nor{space}Jones came."], (), repeat("en")))
    assert (first.companion, second.companion) == (None, "smith")
    (named,) = next(find_names([f"He met Secretary of{space}State Antony Blinken."], {"he"}, repeat("en")))
    assert named.role == "Secretary of State"


@pytest.mark.parametrize("language", [None, "de", "xx"])
def test_in_a_language_without_words_for_names_capitals_and_ages_tell(language):
    text = "Lundi Mr. Antony Blinken, 61, est venu en Chine avec Dominique de Villepin."
    told = [(" ".join(name.parts), name.role, name.is_person) for name in next(find_names([text], (), [language]))]
    people = [("Antony Blinken", None, True), ("Chine", None, False), ("Dominique Villepin", None, False)]
    assert [one for one in told if "Mr" not in one[0]] == people
    text = "On Monday Mr. Blinken came to China, near Paris."
    assert not list(places.find_places(text, (), language)) and not list(places.find_day_phrases(text, language))
    assert not names.is_role("Mr.", language) and gender_of("Jane", language) is None
    assert not is_government("China", language) and government_of("Beijing", language) == "beijing"
    (naming,) = next(find_names(["He met Jane Roe, 34, there."], {"he"}, ["en"]))
    assert describe_name("He met Jane Roe, 34, there.", naming, "en") == (7, 19)
    assert describe_name("He met Jane Roe, 34, there.", naming, "xx") == (7, 15)
    assert not lacks_antecedent("He left.", "xx") and not is_said_by_nobody("It was late, he said.", "xx")
    assert opens_as_name("Roe", language) and opens_as_name("Roe", "en") and not opens_as_name("After", "en")
