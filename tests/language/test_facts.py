import pytest

from summarizer.language import common_words, contradict, facts_of, shares_names

PAIRS = {
    "other number": ("At least 12 people died.", "At least 14 people died.", "numbers differ"),
    "one number in words and digits": ("Twelve people died.", "12 people died.", None),
    "fractions": ("They met for 5-1/2 hours.", "They met for five and a half hours.", None),
    "scales": ("It cost $1.2 bn.", "It cost 1,200 million dollars.", None),
    "other day": ("They met on Sunday.", "They met on Monday.", "days differ"),
    "denial": ("They agreed to meet.", "They did not agree to meet.", "one denies it"),
    "other person": ("The minister met Qin Gang.", "The minister met Wang Yi.", "names differ"),
    "a misspelt name": ("The minister met Blinken.", "The minister met Brinken.", None),
    "accents": ("Judge María Ortuño leads it.", "Judge Maria Ortuno leads it.", None),
    "a government by its capital": ("Washington refused.", "The United States refused.", None),
    "what may be": (
        "The council approved a reward.",
        "The council is expected to approve a reward.",
        "to one it is open",
    ),
    "all and some": ("All eight members voted.", "Six of eight members voted.", "quantifiers differ"),
    "saying less": ("Qin Gang met Blinken for six hours.", "Qin Gang met Blinken.", None),
}


@pytest.mark.parametrize(("first", "second", "wanted"), PAIRS.values(), ids=PAIRS)
def test_contradictions(first, second, wanted):
    common = common_words(["the minister judge leads it they met people"])
    a, b = facts_of(first, common), facts_of(second, common)
    assert contradict(a, b) == wanted
    assert (contradict(b, a) is None) == (wanted is None)


def test_the_iranian_is_not_the_iraqi_nor_austria_australia():
    common = common_words(["the"])
    for first, second in (("Austria", "Australia"), ("Iran", "Iraq"), ("Niger", "Nigeria")):
        assert not shares_names(facts_of(f"the {first}", common).names, facts_of(f"the {second}", common).names)


def test_words_that_reports_write_small_are_no_names():
    common = common_words(["the talks went well"])
    assert facts_of("Talks with Kirby", common).names == {"kirby"}
