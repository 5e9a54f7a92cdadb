"""What sentences commit themselves to, word by word."""

import pytest

from summarizer.nlp.commitments import read_commitments
from summarizer.nlp.tokens import open_stemmer, terms_of
from summarizer.nlp.word_forms import read_forms

FORMS = read_forms(["The minister met Qin Gang in Beijing.", "They saw Blinken and Wang Yi.", "people police march a"])


def read(text, language="en"):
    tokens, terms = terms_of(text, language, open_stemmer(language))
    return tokens, read_commitments(text, tokens, terms, language, FORMS)


def words(tokens, places):
    return {tokens[at] for at in places}


def opened_words(text):
    tokens, said = read(text)
    return tokens, said.opened


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The fire killed 12 people and injured 14.", [(12, None, "dead"), (14, None, "injured")]),
        ("Two hundred and fifty houses burned.", [(250, None, None)]),
        ("Half a million euros were lost.", [(500_000, "eur", None)]),
        ("It rose by 2 percentage points.", [(2, "percentage point", None)]),
        ("Gambo, 46, lives there.", [(46, "age", None)]),
        ("The bail was 500,000 euros ($536,000).", [(500_000, "eur", None), (536_000, "converted", None)]),
        ("It opens at 9 am.", [(9, "clock am", None)]),
    ],
)
def test_figures_have_units_and_roles(text, figures):
    _, said = read(text)
    assert [(one.value, one.unit, one.role) for one in said.figures] == figures


def test_figures_stand_after_from_and_to():
    _, said = read("Shares rose from 12 to 14 dollars.")
    assert [(one.value, one.direction) for one in said.figures] == [(12, "from"), (14, "to")]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The council did not approve the plan.", {"approve", "plan"}),
        ("The council approved the plan, but not the budget.", {"budget"}),
        ("The mayor denied that the dam was safe.", {"dam", "safe"}),
        ("No less than five people were hurt.", set()),
    ],
)
def test_a_denial_reaches_as_far_as_its_clause(text, denied):
    tokens, said = read(text)
    assert {word for _, own in said.denials for word in words(tokens, own)} == denied


def test_a_month_leaves_nothing_open():
    assert read("In May, the council closed the bridge.")[1].opened == frozenset()
    assert words(*opened_words("In May, the council may close the bridge.")) == {"close", "bridge"}


def test_a_german_denial_reaches_its_clause_on_both_sides():
    tokens, said = read("Der Rat hat dem Plan nicht zugestimmt.", "de")
    assert {"plan", "zugestimmt"} <= {word for _, own in said.denials for word in words(tokens, own)}


def test_the_day_of_saying_is_no_day_of_the_story():
    _, said = read("Police said on Tuesday that the bridge fell on June 18.")
    assert set(said.days.values()) == {("month", 6, 18)} and ("weekday", 1, 0) in said.dated


def test_who_says_it_is_no_content():
    tokens, said = read("The storm killed twelve people, the mayor told reporters late Friday.")
    assert words(tokens, said.content) == {"storm", "killed", "people"}


def test_a_title_is_content_where_no_name_follows():
    tokens, said = read("The minister met Minister Qin Gang.")
    assert [tokens[at] for at in said.content] == ["minister", "met", "qin", "gang"]


def test_the_first_word_is_a_name_where_it_is_written_large_elsewhere():
    assert set(read("Blinken left.")[1].names.values()) == {"blinken"}
    assert read("Afterward they left.")[1].names == {}


def test_a_language_without_tables_is_refused():
    with pytest.raises(ValueError, match="wanted one with tables"):
        read("Rådet godkände planen.", "sv")
