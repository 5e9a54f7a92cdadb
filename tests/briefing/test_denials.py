"""What one report says was done, and another says was not: worked cases, both ways."""

import pytest

from summarizer import Document, Settings, summarize

FILLER = "Rain fell over the northern hills all night. The harvest of this year was poor in the south."


def differences(*texts):
    """The differences of yes and no between reports of some text, each with its label and its readings."""
    reports = [Document(id=f"r{number}", text=f"{text} {FILLER}") for number, text in enumerate(texts)]
    found = summarize(reports, Settings()).discrepancies
    return [(one.about, {reading.value for reading in one.readings}) for one in found if one.kind == "polarity"]


DIFFER = {
    "what another denies": (
        "The prosecutor denied that police had stormed the bank.",
        "Police stormed the bank.",
        "Whether “Police stormed the bank”",
    ),
    "what another calls not true": (
        "It is not true that police had stormed the bank.",
        "Police stormed the bank.",
        "Whether “Police stormed the bank”",
    ),
    "what another says was falsely reported": (
        "Reports that police had stormed the bank were false.",
        "Police stormed the bank.",
        "Whether “Police stormed the bank”",
    ),
    "what another denies to have done": (
        "Lima denied he had signed the contract with Newcastle.",
        "Lima signed the contract with Newcastle.",
        "Whether “Lima signed the contract with Newcastle”",
    ),
    "what another confirms": (
        "Dubois confirmed that police had stormed the bank.",
        "Police did not storm the bank.",
        "Whether “police had stormed the bank”",
    ),
    "what has many words for it": (
        "Robert Hale was injured in the shooting.",
        "Robert Hale was not injured in the shooting.",
        "Whether “Robert Hale was injured in the shooting”",
    ),
}


@pytest.mark.parametrize(("first", "second", "about"), DIFFER.values(), ids=DIFFER)
def test_a_difference(first, second, about):
    for texts in ((first, second), (second, first)):
        found = differences(*texts)
        assert [label for label, _ in found] == [about]
        assert len(found[0][1]) == 2


AGREE = {
    "a denial of what was not done": (
        "The club denied that Lima had asked to leave.",
        "The club said that Lima had not asked to leave.",
    ),
    "what is not true, and was not done": (
        "It is not true that police had stormed the bank.",
        "Police did not storm the bank.",
    ),
    "what nobody believes": ("Nobody believes that police had stormed the bank.", "Police did not storm the bank."),
    "what there is no sign of": (
        "There was no sign that police had stormed the bank.",
        "Police did not storm the bank.",
    ),
    "what nobody believes, and was done": ("Nobody believes that police stormed the bank.", "Police stormed the bank."),
    "claims that are rejected": (
        "The prosecutor rejected claims that police had stormed the bank.",
        "Police did not storm the bank.",
    ),
    "what is ruled out": ("The minister ruled out that police had stormed the bank.", "Police did not storm the bank."),
    "false reports": ("Reports that police had stormed the bank were false.", "Police did not storm the bank."),
    "what is left open": (
        "The mayor refused to say whether police had stormed the bank.",
        "Police did not storm the bank.",
    ),
    "what is not denied": ("Dubois did not deny that police had stormed the bank.", "Police stormed the bank."),
    "what is alleged": ("Police allegedly stormed the bank in the night.", "Police did not storm the bank."),
}


@pytest.mark.parametrize(("first", "second"), AGREE.values(), ids=AGREE)
def test_no_difference(first, second):
    assert not differences(first, second)
    assert not differences(second, first)
