import pytest

from summarizer.language import common_words, facts_of, find_gap, shares_names

COMMON = common_words(["the minister judge leads it they met people said officials talks president police a river"])
# Whether the second sentence may be cited for the first, and the first for the second.
PAIRS = {
    "other number": ("At least 12 people died.", "At least 14 people died.", "numbers differ", "numbers differ"),
    "one number in words and digits": ("Twelve people died.", "12 people died.", None, None),
    "fractions": ("They met for 5-1/2 hours.", "They met for five and a half hours.", None, None),
    "scales": ("It cost $1.2 bn.", "It cost 1,200 million dollars.", None, None),
    "a scale of one letter": ("It cost €9.5m.", "It cost 9.5 million euros.", None, None),
    "a round number in words": ("A dozen people died.", "They met 14 people.", "numbers differ", "numbers differ"),
    "a share": ("Most of the 12 died.", "Four out of five of the 12 died.", None, None),
    "another share": ("Most of the 12 died.", "Two in thirty of the 12 died.", "quantifiers differ", "numbers differ"),
    "other day": ("They met on Sunday.", "They met on Monday.", "days differ", "days differ"),
    "a day more": ("They met.", "They met on Monday.", None, "days differ"),
    "the day of saying": ("People died, officials said Monday.", "People died.", None, None),
    "a day that only one says it on": (
        "They met on Sunday.",
        "They met, officials said on Monday.",
        "days differ",
        None,
    ),
    "a short month": ("They met on Jan. 16.", "They met on January 16.", None, None),
    "the month of May": ("Talks in Vienna were held in May.", "Talks in Vienna were held.", "days differ", None),
    "denial": ("They agreed to meet.", "They did not agree to meet.", "one denies it", "one denies it"),
    "denial of something else": ("They agreed to meet.", "They agreed to meet, not to sign.", None, "one denies it"),
    "other person": ("The minister met Qin Gang.", "The minister met Wang Yi.", "names differ", "names differ"),
    "a misspelt name": ("The minister met Blinken.", "The minister met Brinken.", None, None),
    "one sound under two letters": ("The minister met Qin Gang.", "The minister met Chen Gang.", None, None),
    "accents": ("Judge María Ortuño leads it.", "Judge Maria Ortuno leads it.", None, None),
    "the last name alone": ("The minister met Joaquin Salvatierra.", "The minister met Salvatierra.", None, None),
    "another first name": (
        "The minister met William Burns.",
        "The minister met Nicholas Burns.",
        "names differ",
        "names differ",
    ),
    "a government by its capital": ("Washington refused.", "The United States refused.", None, None),
    "what may be": (
        "The council approved a reward.",
        "The council is expected to approve a reward.",
        "to one it is open",
        "to one it is open",
    ),
    "what would be": (
        "It is the worst crash since the war.",
        "If all are found dead, it would be the worst crash since the war.",
        "to one it is open",
        "to one it is open",
    ),
    "what else may be": ("They met in town.", "They met in town, and may meet again.", None, "to one it is open"),
    "united": ("The United Nations and the UK met.", "The U.N. and the United Kingdom met.", None, None),
    "what could have been": ("It was a tragedy.", "It was a tragedy that could have been prevented.", None, None),
    "all and some": ("All eight members voted.", "Six of eight members voted.", "quantifiers differ", "numbers differ"),
    "numbers in words and digits": ("They met 250 farmers.", "They met two hundred and fifty farmers.", None, None),
    "half a million": ("They met 500,000 farmers.", "They met half a million farmers.", None, None),
    "a longer number": (
        "They met 200 farmers.",
        "They met two hundred and fifty farmers.",
        "numbers differ",
        "numbers differ",
    ),
    "no denial": ("They met five farmers.", "They met no less than five farmers.", None, None),
    "a superlative": ("Their 3 talks were recent.", "Their 3 most recent talks.", None, None),
    "most of some": ("They met 3 farmers.", "They met most of 3 farmers.", "quantifiers differ", "quantifiers differ"),
    "saying less": ("Qin Gang met Blinken for six hours.", "Qin Gang met Blinken.", "numbers differ", None),
}


@pytest.mark.parametrize(("first", "second", "there", "back"), PAIRS.values(), ids=PAIRS)
def test_gaps(first, second, there, back):
    one, other = facts_of(first, COMMON), facts_of(second, COMMON)
    assert find_gap(one, other) == there
    assert find_gap(other, one) == back


def test_what_is_understood_may_be_left_out_and_not_replaced():
    met, there, elsewhere = (
        facts_of(text, COMMON)
        for text in ("Police met people in Belwa.", "Police met people.", "Police met people in Jalko.")
    )
    understood = frozenset({"belwa"})
    assert find_gap(met, there) == "names differ"
    assert find_gap(met, there, understood) is None
    assert find_gap(met, elsewhere, understood) == "names differ"


def test_the_iranian_is_not_the_iraqi_nor_austria_australia():
    common = common_words(["the"])
    for first, second in (("Austria", "Australia"), ("Iran", "Iraq"), ("Niger", "Nigeria"), ("Georgia", "George")):
        assert not shares_names(facts_of(f"the {first}", common).names, facts_of(f"the {second}", common).names)


def test_words_that_reports_write_small_are_no_names():
    assert facts_of("Talks with Kirby", COMMON).names == {"kirby"}


def test_march_is_a_month_only_where_it_is_written_large():
    assert facts_of("They met in March.", COMMON).days == {"march"}
    assert facts_of("They joined the march.", COMMON).days == set()
