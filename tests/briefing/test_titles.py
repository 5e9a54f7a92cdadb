import pytest

from summarizer import Document
from summarizer.briefing.titles import Headline, name_background, name_event, open_told
from summarizer.briefing.tolls import add_tolls_of_headlines, is_overtaken
from summarizer.nlp.numbers.quantities import find_quantities
from tests.builders import build_sentences, build_statements

LEADS = (
    ("a", "The dam above Jalko burst on Sunday and flooded nine villages."),
    ("b", "Nine villages were flooded when the dam above Jalko burst on Sunday."),
    ("c", "A dam burst above Jalko, and at least forty people are missing."),
)


def name(titles, texts=LEADS, printed=(0,), weights=None, tolls=None):
    sentences = build_sentences(texts)
    statements = build_statements(sentences)
    told = open_told(sentences, {sentence.document: sentence.document for sentence in sentences}, tolls)
    documents = [
        Document(id=one, text="x", title=titles.get(one), language="en") for one in dict.fromkeys(d for d, _ in texts)
    ]
    chosen = [statements[at] for at in printed]
    return name_event(documents, chosen, weights or [1.0] * len(chosen), told)


def test_the_headline_that_shares_most_with_the_others_names_an_event():
    titles = {"a": "A night of fear and fury in the valley", "b": "Jalko dam bursts, nine villages flooded"}
    assert name(titles) == Headline(text="Jalko dam bursts, nine villages flooded", document="b")


def test_a_headline_whose_words_stand_nowhere_else_is_none():
    assert name({"a": "Across the Styx, but never out on a limb"}) == Headline(
        text="The dam above Jalko burst on Sunday and flooded nine villages", document="a", sentence=0
    )


def test_a_doubtful_headline_loses_to_an_opening_that_shares_more():
    doubtful = {"a": "Jalko dam burst shakes fearful envoys abroad"}
    assert name(doubtful, printed=(0,)).text == doubtful["a"]
    assert name(doubtful, printed=(0, 1)).text == "The dam above Jalko burst on Sunday and flooded nine villages"


def test_of_two_headlines_that_share_as_much_the_one_with_a_verb_is_better():
    titles = {"a": "The nine villages above Jalko dam", "b": "Nine villages flooded above Jalko"}
    assert name(titles).document == "b"


def test_without_headlines_what_sums_up_best_names_an_event():
    assert name({}, printed=(0, 2), weights=[0.1, 1.0]).document == "c"
    assert name({}, printed=(0, 2), weights=[1.0, 0.1]).document == "a"


def test_what_points_back_names_an_event_only_where_nothing_else_does():
    texts = (("a", "The dam above Jalko burst on Sunday and flooded these nine villages."), *LEADS[1:])
    assert name({}, texts, printed=(0, 1), weights=[1.0, 0.8]).document == "b"
    assert name({}, printed=(0, 1), weights=[1.0, 0.8]).document == "a"
    assert name({}, texts, printed=(0,)).document == "a"


def test_an_event_of_quotations_is_named_by_the_whole_of_one():
    texts = (("a", "“It was the worst night of all,” the mayor said."), *LEADS[1:])
    whole = "“It was the worst night of all,” the mayor said"
    assert name({}, texts).text == whole
    assert name({"a": "Fear and fury grip Jalko valley"}, texts).text == whole


def test_background_says_what_it_is_about_where_that_is_short():
    statements = build_statements(
        build_sentences([("a", "The dam was built in 1978."), ("b", "It cracked in 2019 or so.")])
    )
    assert name_background(statements) == "Background: The dam was built in 1978"
    assert name_background(statements[:1]) == "Background"
    long = build_statements(
        build_sentences([("a", f"The dam was built in 1978 {'by the army ' * 6}."), ("b", "x y z.")])
    )
    assert name_background(long) == "Background"


def test_a_headline_that_explains_loses_to_one_that_tells():
    titles = {
        "a": "Why the dam above Jalko burst and flooded villages",
        "b": "Jalko dam bursts, nine villages",
    }
    assert name(titles).document == "b"
    assert name({"a": titles["a"]}).document == "a"


def test_a_label_is_no_headline():
    assert name({"a": "The Jalko dam villages", "b": "Fear in the valley"}, printed=(0, 1)).text == LEADS[0][1][:-1]


def test_a_name_that_stands_in_a_sentence_is_no_headline_though_it_looks_like_a_verb():
    texts = (("a", "Nine people of Jalko have Rocky Mountain Spotted Fever after the dam burst."), *LEADS[1:])
    titles = {"a": "Rocky Mountain Spotted Fever"}
    assert name(titles, texts, printed=(0, 1)).text != titles["a"]


def test_what_somebody_is_names_an_event_only_where_nothing_tells_what_happened():
    texts = (("a", "The dam above Jalko was a danger to nine villages."), *LEADS[1:])
    assert name({}, texts, printed=(0, 1), weights=[1.0, 0.8]).document == "b"
    assert name({}, texts, printed=(0,)).document == "a"


def test_a_very_long_opening_names_an_event_where_the_others_lean():
    towns = "Arden Boscombe Corwen Dunster Evesham Farnham Goring Hythe Ilkley Jarrow Kendal Louth Maldon Nairn".split()
    long = f"A dam above Jalko burst and flooded {' and '.join(towns)} on Sunday."
    texts = (("a", long), ("b", "The report alleges that nine villages were flooded when a dam above Jalko burst."))
    assert 34 < len(long.split()) <= 38
    assert name({}, texts, printed=(0, 1), weights=[1.0, 0.03]).document == "a"
    assert name({}, texts, printed=(0, 1), weights=[1.0, 1.0]).document == "b"


def test_a_long_opening_that_is_all_of_the_first_statement_gives_way_to_another():
    long = f"{LEADS[0][1][:-1]} beside the river in the north of the old land of the kings and queens."
    texts = (("a", long), *LEADS[1:])
    assert name({}, texts, printed=(0, 1), weights=[1.0, 0.7]).document == "b"
    assert name({}, texts, printed=(0, 1), weights=[1.0, 0.1]).document == "a"
    assert name({}, printed=(0, 1), weights=[1.0, 0.9]).document == "a"


def test_a_headline_leaves_out_what_is_said_by_the_way():
    aside = "The dam above Jalko, a work of the old army that nobody had looked after since the war, burst on Sunday"
    texts = (("a", f"{aside} and flooded nine villages in the north of the country."), *LEADS[1:])
    assert (
        name({}, texts).text
        == "The dam above Jalko burst on Sunday and flooded nine villages in the north of the country"
    )


TOLLS = {"dead": find_quantities("2,122 people were killed.")[0]}
HEADLINES = {
    "Morocco quake kills 296, ministry says": True,
    "Powerful earthquake kills more than 1,000 in Morocco": True,
    "Earthquake in Morocco kills hundreds": True,
    "Hundreds feared dead in Morocco quake": True,
    "Thousands dead in Morocco quake": False,
    "Hundreds camp in the streets of Marrakesh": False,
    "Morocco quake toll passes 2,000": False,
    "Rescuers race to reach villages as toll hits 2,122": False,
    "Earthquake injures 296 in Morocco": False,
    "Quake flattens villages": False,
}


def test_the_dead_of_an_undated_story_are_as_many_as_its_gravest_headline_tells():
    titles = ("Jalko flood kills 80", "Jalko flood deaths mount to 120", "Flood in Jalko injures 900")
    reports = [Document(id=str(at), text="x", title=title, language="en") for at, title in enumerate(titles)]
    assert add_tolls_of_headlines(reports, {})["dead"].agrees(find_quantities("120 people were killed.")[0])
    assert add_tolls_of_headlines(reports, TOLLS) is TOLLS
    assert add_tolls_of_headlines(reports[1:], {}) == {}


def test_the_newest_toll_is_better_than_a_round_one_below_it():
    titles = {"a": "Jalko dam flood kills 2,122", "b": "Jalko dam burst kills 2,000"}
    assert name(titles, tolls=TOLLS).document == "a"
    assert name(titles).document == "b"
    titles = {"a": "Jalko dam burst kills thousands", "b": "Jalko dam burst: 2,000 dead"}
    assert name(titles, tolls=TOLLS).document == name(titles).document


@pytest.mark.parametrize(("text", "wanted"), HEADLINES.items(), ids=HEADLINES)
def test_no_headline_tells_a_toll_that_was_overtaken(text, wanted):
    assert is_overtaken(text, TOLLS) == wanted
    assert not is_overtaken(text, {})
