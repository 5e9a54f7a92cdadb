import pytest

from summarizer.discrepancies.topics import plain_topic, topic_of
from summarizer.nlp.numbers.quantities import find_quantities
from summarizer.nlp.sentences.clauses import ends_clause, quote_clause

TOPICS = {
    "how long": ("The two met for nearly six hours of talks.", "How long the talks took"),
    "a toll": ("At least 38 people were killed by the flood.", "How many people “were killed by the flood”"),
    "an age": ("Ibrahim Gambo, 46, denies it.", "Age of Ibrahim Gambo"),
    'a range goes on behind its "and"': (
        "The ministry made about $1 million in tax between July 1 and July 4.",
        "“The ministry made … in tax between July 1 and July 4”",
    ),
    "a vote": ("The committee voted 7-1 for the cut.", "How the vote went"),
    "who says it is left out, since another report may have it from somebody else": (
        "The network of activists estimates that 9,000 families have left the town since March.",
        "How many families “have left the town since March”",
    ),
    "a count": (
        "In a trial with 1,284 babies in five countries, most were cured.",
        "“In a trial with … in five countries, most were cured”",
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
    "a clause that goes back over an aside": (
        "Roads were shut, and the city of Madison, Wisconsin, got 15.2 inches Wednesday and Thursday, they said.",
        "“the city of Madison, Wisconsin, got … Wednesday and Thursday”",
    ),
    "a clause without a subject of its own goes back to it": (
        "The new slate is thin, but it weighs 17 pounds, so few will carry it.",
        "“The new slate is thin, but it weighs …”",
    ),
    "what follows is left out where it is long": (
        "The ministry set aside 40 million euros for loans to all small firms in the north hit by the rise in rates.",
        "“The ministry set aside …”",
    ),
    "a pronoun opens no label": ("It weighs 17 pounds.", None),
    "a count in apposition": ("Her texts to the pupil—2,400 of them in two weeks—were found.", None),
    "half of a range in brackets": ("The objects were long (6.5ft to 50ft) in size.", None),
    "the end of a list": ("He faces one count of arson, one of theft and five counts of mischief.", None),
    "nothing": ("Paid: $4 million.", None),
}


@pytest.mark.parametrize(("text", "topic"), TOPICS.values(), ids=TOPICS)
def test_topics(text, topic):
    assert topic_of(text, find_quantities(text)[0]) == topic


def test_what_stands_in_brackets_behind_the_same_in_another_unit_is_left_out_with_it():
    text = "The objects seen on Monday were between 2 metres and 16 metres (52 ft) in size."
    told = topic_of(text, find_quantities(text)[-1])
    assert told == "“The objects seen on Monday were between 2 metres and … in size”"


PLAIN = {
    "a weight": ("It weighs 17 pounds.", "Weight"),
    "a measure": ("They ranged to 15m (to 50ft) in size.", "How many feet"),
    "a share of some": ("It fits in most men but only 20 per cent of women.", "How many per cent “of women”"),
    "a count of some": ("He faces one count of arson and five counts of mischief.", "How many counts “of mischief”"),
    "money": ("Paid: $4 million.", "How much money"),
    "a place in an order": ("It changes: the third line.", "Which line"),
}


@pytest.mark.parametrize(("text", "topic"), PLAIN.values(), ids=PLAIN)
def test_plain_topics(text, topic):
    assert plain_topic(text, find_quantities(text)[-1]) == topic


@pytest.mark.parametrize("text", [text for text, _ in TOPICS.values()])
def test_what_is_quoted_stands_there(text):
    for quantity in find_quantities(text):
        quoted = quote_clause(text, quantity.start, quantity.end, "en")
        for part in (quoted or "").strip("“”").split("…"):
            assert part.strip() in text


@pytest.mark.parametrize(
    ("text", "stretch", "wanted"),
    [
        (
            "In the first ballot 77 percent of members voted for a strike.",
            "77 percent",
            "“In the first ballot … of members voted for a strike”",
        ),
        (
            "In the first week 77 percent of them came from the U.S.",
            "77 percent",
            "“In the first week … of them came from the U.S.”",
        ),
    ],
)
def test_a_clause_is_quoted_without_the_stop_of_its_sentence(text, stretch, wanted):
    start = text.index(stretch)
    assert quote_clause(text, start, start + len(stretch), "en") == wanted


def test_the_pair_of_between_is_not_parted():
    text = "The navy issued a warning for the coast between Callao and Nazca."
    assert not ends_clause(text, text.index(" and"), "en")
    assert ends_clause("The navy issued a warning and left.", len("The navy issued a warning"), "en")
