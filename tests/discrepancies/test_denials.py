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
    "what a bare last name conceded": (
        "Tavares refused to concede.",
        "Tavares conceded defeat.",
        "Whether “Tavares conceded defeat”",
    ),
    "what one agency confirms and denies": (
        "The agency confirmed that the problem had been known for weeks.",
        "The agency denied that the problem had been known for weeks.",
        "Whether “the problem had been known for weeks”",
    ),
    "on schedule, and postponed": (
        "The launch of the Kestrel rocket is on schedule.",
        "The launch of the Kestrel rocket was postponed.",
        "Whether “The launch of the Kestrel rocket was postponed”",
    ),
    "two nouns of one subject": (
        "The launch of Kestrel was not postponed.",
        "The launch of Kestrel was postponed.",
        "Whether “The launch of Kestrel was postponed”",
    ),
    "open, and closed": (
        "Pisco airport was closed because of cracks in its runway.",
        "Pisco airport remained open throughout.",
        "Whether “Pisco airport was closed”",
    ),
    "among the dead, and survived": (
        "The captain, Yusuf Rahman, 47, was among the dead.",
        "Yusuf Rahman survived.",
        "Whether “Yusuf Rahman survived”",
    ),
    "burst, and held": (
        "The dam above Ellern burst shortly after eleven.",
        "The dam above Ellern held, its owner said, and denied reports that it had failed.",
        "Whether “The dam above Ellern burst”",
    ),
    "in force, and lifted": (
        "An evacuation order is in force for Ono and Igo.",
        "The evacuation order for Ono and Igo was lifted on Tuesday.",
        "Whether “The evacuation order for Ono and Igo was lifted on Tuesday”",
    ),
    "guilty, and not": (
        "Daniel Okafor pleaded guilty to the charges.",
        "Daniel Okafor pleaded not guilty to the charges.",
        "Whether “Daniel Okafor pleaded guilty to the charges”",
    ),
    "what will be done": (
        "Okafor will not appeal against the sentence.",
        "Okafor will appeal, his lawyer said.",
        "Whether “Okafor will appeal”",
    ),
    "what was done to nothing": (
        "The dam above Ellern collapsed.",
        "The dam above Ellern did not collapse.",
        "Whether “The dam above Ellern collapsed”",
    ),
    "up, and down": (
        "The pound fell 0.4 percent against the dollar.",
        "The pound rose against the dollar.",
        "Whether “The pound rose against the dollar”",
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
    "two bodies": (
        "The board of Brightmill approved the deal.",
        "The shareholders of Brightmill have not yet approved the deal.",
    ),
    "two councils": (
        "The council of Ono approved the plan for the bridge.",
        "The council of Igo did not approve the plan for the bridge.",
    ),
    "two clubs": (
        "On Monday Arsenal did not sign Lima from Benfica.",
        "On Monday Newcastle signed Lima from Benfica.",
    ),
    "an old and a new one": (
        "The old bridge of Marbach did not collapse.",
        "The new bridge of Marbach collapsed.",
    ),
    "two ballots": (
        "The first ballot of the union was not closed.",
        "The second ballot of the union was closed.",
    ),
    "two days": (
        "The airport of Pisco was not closed on Monday.",
        "The airport of Pisco was closed on Tuesday.",
    ),
    "two airports": ("The airport of Pisco was closed.", "The airport of Ica remained open."),
    "what is so again": ("The airport of Pisco was closed on Monday.", "The airport of Pisco is open again."),
    "two people": (
        "The captain, Yusuf Rahman, was among the dead.",
        "The owner, Budi Santoso, survived.",
    ),
    "whom somebody is survived by": (
        "Marty Balin died on Thursday.",
        "Balin is survived by Susan.",
    ),
    "two shares": ("Shares of Brightmill fell 4 percent.", "Shares of Halvorsen rose 3 percent."),
    "shares on two days": (
        "Shares of Brightmill fell 4 percent on Thursday.",
        "Shares of Brightmill rose 3 percent on Friday.",
    ),
    "what will not be done, and was": (
        "Okafor will not appeal against the sentence.",
        "Okafor appealed against the sentence.",
    ),
    "two charges": (
        "Daniel Okafor pleaded guilty to fraud.",
        "Daniel Okafor pleaded not guilty to murder.",
    ),
    "one plea": (
        "Daniel Okafor pleaded not guilty to the charges.",
        "Daniel Okafor has pleaded not guilty to the charges.",
    ),
}


@pytest.mark.parametrize(("first", "second"), AGREE.values(), ids=AGREE)
def test_no_difference(first, second):
    assert not differences(first, second)
    assert not differences(second, first)


def test_what_was_so_and_is_no_more_is_a_series():
    reports = [
        Document(id="a", text=f"An evacuation order is in force for Ono and Igo. {FILLER}", published="2025-08-17"),
        Document(id="b", text=f"The evacuation order for Ono and Igo was lifted. {FILLER}", published="2025-08-19"),
    ]
    for texts in (reports, reports[::-1]):
        one = summarize(texts, Settings()).discrepancies[0]
        assert one.is_series
        assert [(reading.value, reading.is_overtaken) for reading in one.readings] == [
            ("An evacuation order is in force for Ono and Igo", True),
            ("The evacuation order for Ono and Igo was lifted", False),
        ]


def test_what_was_so_throughout_is_no_series():
    reports = [
        Document(id="a", text=f"Pisco airport remained open throughout. {FILLER}", published="2025-08-17"),
        Document(id="b", text=f"Pisco airport was closed. {FILLER}", published="2025-08-19"),
    ]
    one = summarize(reports, Settings()).discrepancies[0]
    assert not one.is_series
    assert not any(reading.is_overtaken for reading in one.readings)
