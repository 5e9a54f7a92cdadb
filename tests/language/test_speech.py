import pytest

from summarizer.language import is_bare_quotation, speaker_of

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
