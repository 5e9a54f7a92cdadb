import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.language import find_flaws, flaws

FLAWED = {
    "orphan opening": "He visited China for the first time in five years.",
    "quotation of an orphan": "“They are not afraid any more,” said the mayor of the town.",
    "bare connective": "However, both sides said that progress was slow.",
    "first person": "We aim to establish open channels of talk.",
    "question": "Who will come to the next meeting?",
    "too short": "He left.",
    "doubled word": "The key is to stop the downward spiral, the official said. said.",
    "glued words": "They stressed the risks, Qin GangThe State Department said.",
    "broken off inside": "The balloon flew over the country. communication is rare these days.",
    "no subject": "Became a senior government official last year.",
    "lower-case start": "communication between them is rare these days.",
    "no end": "The talks in Beijing went on until",
    "unbalanced quotation": "“The talks went well, the minister said.",
    "damaged characters": "The minister said that itâ€™s over now.",
    "markup": "The [talks](http://example.org) went well in Beijing.",
    "in capitals": "THE TALKS IN BEIJING WENT WELL.",
}
SOUND = [
    "Both sides said that the talks had gone well.",
    "It is unclear whether the two will meet again.",
    "This week the minister flies home.",
    "Microsoft Corp. co-founder Bill Gates met Xi on Friday.",
    "“Both parties agreed to continue communication,” the ministry said.",
    "The State Department said that the talks were “candid and productive.”",
    "U.S. officials said that the U.S. wants talks.",
    "Officials said that that was enough.",
    'נשיא ארה"ב נפגש עם ראש הממשלה בירושלים.',
    "وقالت قناة CNN إن المحادثات انتهت يوم الاثنين.",
]


@pytest.mark.parametrize(("flaw", "text"), FLAWED.items())
def test_each_flaw_is_found(flaw, text):
    assert flaw in find_flaws(text)


@pytest.mark.parametrize("text", SOUND)
def test_sound_sentences_have_none(text):
    assert find_flaws(text) == ()


@settings(max_examples=200, deadline=None)
@given(st.from_regex(flaws._GLUED))
def test_whatever_is_glued_has_a_seam(text):
    assert flaws._SEAM.search(text)


@settings(max_examples=200, deadline=None)
@given(st.from_regex(flaws._BROKEN))
def test_whatever_is_broken_off_has_a_stop_inside(text):
    assert flaws._STOP_INSIDE.search(text)
