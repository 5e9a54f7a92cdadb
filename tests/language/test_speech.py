import pytest

from summarizer.language import count_unquoted, is_bare_quotation, speaker_of

SPEAKERS = {
    "“It would be ‘direct,’” said a senior State Department official.": "a senior State Department official",
    "“Both parties agreed to continue communication,” the ministry said.": "the ministry",
    'The minister said: "We agree."': "The minister",
    "“We agree,” he said.": None,
    "The talks went well.": None,
}


@pytest.mark.parametrize(("text", "wanted"), SPEAKERS.items())
def test_speakers(text, wanted):
    assert speaker_of(text) == wanted


def test_bare_quotations_do_not_say_whose_they_are():
    assert is_bare_quotation("“Both sides agree. They do.”")
    assert not is_bare_quotation("“Both sides agree,” he said, “and more.”")
    assert not is_bare_quotation("He said: “Both sides agree.”")


UNQUOTED = {
    "none": (["The talks went well."], "", [4]),
    "a part": (["They called it “candid and open” in a note."], "", [6]),
    "straight marks": (['He said: "We agree on all." Then he left.'], "", [5]),
    "over several sentences": (["He said: “We agree.", "We always did.", "We will.” Then he left."], "", [2, 0, 3]),
    "on into the next paragraph": (["He said: “We agree.", "We always did."], "“We will,” he said.", [2, 0]),
    "a mark that is lost": (["He said: “We agree.", "We always did."], "Then he left.", [4, 3]),
    "a mark that is lost after another quotation": (["“Yes,” he said.", "So “we agree."], "", [2, 3]),
    "an apostrophe is no mark": (["It’s the union's own ‘offer’."], "", [5]),
}


@pytest.mark.parametrize(("texts", "following", "wanted"), UNQUOTED.values(), ids=UNQUOTED)
def test_words_outside_quotations(texts, following, wanted):
    assert count_unquoted(texts, following) == wanted
