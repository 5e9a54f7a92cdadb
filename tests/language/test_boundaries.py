import pytest

from summarizer.language import split_text

CASES = {
    "abbreviations and initials": (
        "U.S. Secretary A. J. Blinken met Mr. Wang at 3 p.m. on Monday. They talked.",
        ["U.S. Secretary A. J. Blinken met Mr. Wang at 3 p.m. on Monday.", "They talked."],
    ),
    "numbers": ("It grew 5.3 percent. It cost $1.2 bn.", ["It grew 5.3 percent.", "It cost $1.2 bn."]),
    "a quotation of several sentences": (
        "“We agree. We will talk again,” he said. Nobody left.",
        ["“We agree. We will talk again,” he said.", "Nobody left."],
    ),
    "the same in straight quotes": (
        'She said: "We agree. We will talk." Nobody left.',
        ['She said: "We agree. We will talk."', "Nobody left."],
    ),
    "a piece that starts small goes back": (
        "The plan has three aims. to build, to talk and to listen.",
        ["The plan has three aims. to build, to talk and to listen."],
    ),
    "wrapped by spaces": ("  One thing.   Another thing.  ", ["One thing.", "Another thing."]),
    "half of a surrogate pair": ("One \ud800 thing. Another thing.", ["One \ud800 thing.", "Another thing."]),
    "nothing": ("   ", []),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_sentences(text, wanted):
    assert [text[piece.start : piece.end] for piece in split_text(text, "en")] == wanted


@pytest.mark.parametrize("fragment", ["embassy.", "register.", "said.", "more talks."])
def test_what_translation_left_behind_is_a_fragment(fragment):
    text = f"It plans five new embassies next year. {fragment}"
    pieces = split_text(text, "en")
    assert [(text[piece.start : piece.end], piece.stray) for piece in pieces] == [
        ("It plans five new embassies next year.", False),
        (fragment, True),
    ]


def test_a_long_quotation_is_split():
    inside = "We went there. " * 25
    text = f"“{inside.strip()}” he said."
    pieces = split_text(text, "en")
    assert len(pieces) > 20
    assert "".join(text[piece.start : piece.end] for piece in pieces).replace(" ", "") == text.replace(" ", "")


def test_a_quotation_that_never_ends_takes_nothing_with_it():
    assert len(split_text("“We agree. He left. She stayed. They slept.", "en")) == 4
