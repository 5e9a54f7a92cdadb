import pytest

from summarizer.briefing.differences.topics import elide, topic_of
from summarizer.language import find_quantities

TOPICS = {
    "how long": ("The two met for nearly six hours of talks.", "How long the talks took"),
    "a toll": ("At least 38 people were killed by the flood.", "“… were killed by the flood”"),
    "an age": ("Ibrahim Gambo, 46, denies it.", "Age of Ibrahim Gambo"),
    "a vote": ("The committee voted 7-1 for the cut.", "How the vote went"),
    "a count": (
        "In a trial with 1,284 babies in five countries, most were cured.",
        "“a trial with … in five countries”",
    ),
    "a count, cut where it leads nowhere": (
        "Police searched seven premises in the town of the",
        "“Police searched … in the town”",
    ),
    "a price": ("The price was said to be lower, but the real price was 61 million euros.", "“the real price was …”"),
    "a time of day is no end of a clause": (
        "The last train left at 11:11 pm with 450 passengers.",
        "“The last train left at 11:11 pm with …”",
    ),
    "a measure by its name": ("The quake hit at 11:11 pm at a depth of 18.5 kilometres.", "Depth"),
    "what stands after, where nothing stands before": (
        "It cost, $4 million in legal fees, too much.",
        "“… in legal fees”",
    ),
    "nothing": ("Paid: $4 million.", None),
}


@pytest.mark.parametrize(("text", "topic"), TOPICS.values(), ids=TOPICS)
def test_topics(text, topic):
    assert topic_of(text, find_quantities(text)[0]) == topic


@pytest.mark.parametrize("text", [text for text, _ in TOPICS.values()])
def test_what_is_quoted_stands_there(text):
    for quantity in find_quantities(text):
        quoted = elide(text, quantity.start, quantity.end)
        for part in (quoted or "").strip("“”").split("…"):
            assert part.strip() in text
