import pytest

from summarizer.language import split_text

CASES = {
    "abbreviations and initials": (
        "U.S. Secretary A. J. Blinken met Mr. Wang at 3 p.m. on Monday. They talked.",
        ["U.S. Secretary A. J. Blinken met Mr. Wang at 3 p.m. on Monday.", "They talked."],
    ),
    "titles that the library does not know": (
        "Mr. Doe said Ms. Roe had won. Army Spc. Poe and Sgts. Loe and Moe left.",
        ["Mr. Doe said Ms. Roe had won.", "Army Spc. Poe and Sgts. Loe and Moe left."],
    ),
    "an hour and its day": (
        "It ended at 5 p.m. Friday. It began at 9 a.m. EST. They left at 6 p.m. The police came.",
        ["It ended at 5 p.m. Friday.", "It began at 9 a.m. EST.", "They left at 6 p.m.", "The police came."],
    ),
    "a month and its day": ("Snow fell early. (Jan. 18) More fell.", ["Snow fell early.", "(Jan. 18) More fell."]),
    "a party and a state of initials": (
        "Jane Doe, D-N.Y., agreed. He did not.",
        ["Jane Doe, D-N.Y., agreed.", "He did not."],
    ),
    "a sentence in brackets": (
        "It grew. (The count was wrong.) But nobody knew. (That is so) He left.",
        ["It grew.", "(The count was wrong.)", "But nobody knew.", "(That is so) He left."],
    ),
    "apostrophes for a mark": (
        '"We had no plan,\'\' Jane Doe told them. "It just came. We went along."',
        ["\"We had no plan,'' Jane Doe told them.", '"It just came. We went along."'],
    ),
    "who asks or cries": (
        '"Who did it?" Jane Doe asked. “We agree!” the mayor of the town told them in a note. “Why?” The mayor left.',
        [
            '"Who did it?" Jane Doe asked.',
            "“We agree!” the mayor of the town told them in a note.",
            "“Why?”",
            "The mayor left.",
        ],
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


def test_a_mark_that_opens_goes_with_what_it_opens():
    inside = "We went there. " * 20
    text = f'{inside.strip()}" the minister told them. "It was {"very " * 60}cold. Nobody came."'
    pieces = [text[piece.start : piece.end] for piece in split_text(text, "en")]
    assert not [piece for piece in pieces if piece.endswith(' "')]
    assert any(piece.startswith('"It was') for piece in pieces)


def test_a_quotation_that_never_ends_takes_nothing_with_it():
    assert len(split_text("“We agree. He left. She stayed. They slept.", "en")) == 4
