import pytest

from summarizer.language import find_withdrawn, open_stemmer, terms_of

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
    assert find_withdrawn(texts, [terms_of(text, "en", stem)[1] for text in texts]) == wanted
