import pytest

from summarizer.nlp.sentences.boundaries import split_text
from summarizer.nlp.sentences.quotes import count_unquoted
from summarizer.nlp.tokens import count_straight_marks, is_in_capitals

HEBREW = 'נשיא ארה"ב נפגש עם ראש הממשלה בירושלים.'
STRAIGHT = {
    "a quotation": ('He said "yes" twice.', 2),
    "one left open": ('He said "yes twice.', 1),
    "an abbreviation in Hebrew": (HEBREW, 0),
    "and a quotation in Hebrew": ('נשיא ארה"ב אמר "כן" בירושלים.', 2),
    "apostrophes for marks": ("He said ''yes'' to it.", 2),
    "none": ("He said yes.", 0),
}
SHOUTED = {
    "THE TALKS WENT WELL.": True,
    "The talks went well.": False,
    "وقالت قناة CNN إن المحادثات انتهت.": False,
    "МОСКВА И ПЕКИН": True,
    "12 — 14": False,
    "": False,
}


@pytest.mark.parametrize(("text", "wanted"), STRAIGHT.values(), ids=STRAIGHT)
def test_marks_inside_words_are_no_quotation(text, wanted):
    assert count_straight_marks(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), SHOUTED.items())
def test_who_shouts(text, wanted):
    assert is_in_capitals(text) is wanted


def test_an_abbreviation_opens_no_quotation_over_the_next_sentence():
    text = f"{HEBREW} הם דיברו שעה."
    assert [text[piece.start : piece.end] for piece in split_text(text, "he")] == [HEBREW, "הם דיברו שעה."]
    assert count_unquoted([HEBREW, "הם דיברו שעה."]) == [7, 3]
