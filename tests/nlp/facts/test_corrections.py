import pytest

from summarizer.nlp.facts.corrections import find_withdrawn, is_named_wrongly
from summarizer.nlp.tokens import open_stemmer, terms_of
from tests.timing import growth

WITHDRAWN = {
    "not twelve": (
        [
            "Twelve people are being treated in hospital.",
            "All 84 passengers are ashore.",
            "The hospital corrects its figure: nine passengers were treated, not twelve as we reported earlier.",
        ],
        {0},
    ),
    "earlier said": (
        [
            "Police said that 14 people were hurt in the crash.",
            "We earlier said 14 were hurt; police now speak of four.",
        ],
        {0},
    ),
    "now says": (
        [
            "Twelve people were hurt when the ferry sank.",
            "Twelve boats took part.",
            "The hospital now says that nine people were hurt, not twelve.",
        ],
        {0},
    ),
    "revised from": (
        ["The quake killed 40 people.", "The toll of people killed was revised to 31, down from 40."],
        {0},
    ),
    "an earlier post, and the next sentence": (
        [
            "Two workers have died in the fire, a witness says.",
            "Two workers led the horses out.",
            "An earlier post said that two workers had died.",
            "That was wrong: nobody has died.",
        ],
        {0},
    ),
    "what was told without a number": (
        [
            "The mayor of Tolland resigned on Monday.",
            "The mayor of Tolland spoke on Monday.",
            "An earlier version of this story said wrongly that the mayor had resigned.",
        ],
        {0},
    ),
    "an earlier report that was right": (
        ["The mayor resigned on Monday.", "An earlier report said that the mayor had resigned.", "He left at noon."],
        set(),
    ),
    "a contrast that corrects nothing": (
        [
            "Twelve people are being treated in hospital.",
            "It was nine years ago, not twelve, that the ferry was built.",
        ],
        set(),
    ),
    "the number of something else": (
        [
            "Twelve boats took part.",
            "The hospital corrects its figure: nine passengers were treated, not twelve as it said.",
        ],
        set(),
    ),
    "a correction of something that was not told": (
        ["All 84 passengers are ashore.", "The paper corrects its figure: nine were treated, not twelve."],
        set(),
    ),
}


@pytest.mark.parametrize(("texts", "wanted"), WITHDRAWN.values(), ids=WITHDRAWN)
def test_what_a_report_takes_back(texts, wanted):
    stem = open_stemmer("en")
    assert find_withdrawn(texts, [terms_of(text, "en", stem)[1] for text in texts], "en").keys() == wanted


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("He was initially identified as Jan Roe, but police later issued a correction.", True),
        ("An earlier version of this post incorrectly gave suspect Jan Rowe's name as Jan Roe.", True),
        ("The paper misspelled the name of the mayor as Jan Roe.", True),
        ("The man was identified as Jan Roe of the harbour town.", False),
        ("Police first spoke to Jan Roe of the harbour town.", False),
        ("She earlier gave her name to police as Jan Roe.", False),
        ("Smith was first named head coach in 2001 and then served as Jan Roe's deputy.", False),
    ],
)
def test_what_a_report_calls_a_wrong_name(text, is_wrong):
    assert is_named_wrongly(text, text.rindex("Jan Roe"), "en") == is_wrong


def test_many_corrections_take_no_longer_than_they_grow():
    def make(count):
        pairs = (
            (f"The hospital corrects it: {at} were hurt, not {at + 1}.", f"It said {at % 7} were hurt.")
            for at in range(count)
        )
        texts = [text for pair in pairs for text in pair]
        terms = [terms_of(text, "en", open_stemmer("en"))[1] for text in texts]
        return lambda: find_withdrawn(texts, terms, "en")

    assert any(growth(make, 100, 4, runs=runs) < 8 for runs in (1, 2, 4))
