import pytest

from summarizer.briefing.differences.topics import topic_of
from summarizer.language import find_quantities

TOPICS = {
    "how long": ("The two met for nearly six hours of talks.", "how long the talks took"),
    "a toll": ("At least 38 people were killed by the flood.", "people killed"),
    "an age": ("Ibrahim Gambo, 46, denies it.", "age of Ibrahim Gambo"),
    "a vote": ("The committee voted 7-1 for the cut.", "how the vote went"),
    "a count": (
        "In a trial with 1,284 babies in five African countries, most were cured.",
        "how many babies in five African countries",
    ),
    "a count, cut where it leads nowhere": (
        "Police searched seven premises in the town of the",
        "how many premises in the town",
    ),
    "a count in capitals": ("THEY SEARCHED SEVEN PREMISES IN THE TOWN.", "how many premises in the town"),
    "a price": ("The declared price was lower, but the real price was 61 million euros.", "how much: the real price"),
    "a rate": ("The shilling traded at 129.3 to the dollar.", "how much: the shilling traded"),
    "a share": ("In all, around 20 percent of men smoke.", "share of men smoke"),
    "what stands after, where nothing stands before": ("It cost, $4 million in fees, too much.", "how much: in fees"),
    "nothing": ("Paid: $4 million.", None),
}


@pytest.mark.parametrize(("text", "topic"), TOPICS.values(), ids=TOPICS)
def test_topics(text, topic):
    assert topic_of(text, find_quantities(text)[0]) == topic


def test_nothing_is_said_that_the_sentence_does_not_say():
    for text, topic in TOPICS.values():
        lead, _, words = (
            (topic or "").rpartition("how many ") if "how many" in (topic or "") else (topic or "").rpartition(": ")
        )
        if lead or "how many" in (topic or ""):
            assert words.casefold() in text.casefold()
