import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.nlp import tokens as words
from summarizer.nlp.tokens import open_stemmer, spans_of, stem, stop_words, terms_of, words_of


def test_words_are_lower_case_without_possessives():
    assert words_of("China’s U.S. ambassador's 5-1/2-hour talks") == [
        "china",
        "us",
        "ambassador",
        "5",
        "1/2",
        "hour",
        "talks",
    ]


def test_an_abbreviation_is_no_stop_word_but_the_pronoun_is():
    stem_words = open_stemmer("en")
    words, terms = terms_of("The US told us", "en", stem_words)
    assert words == ["the", "us", "told", "us"] and terms == ["", "us", "told", ""]


def test_a_text_in_capitals_has_stop_words_too():
    assert terms_of("IT TOLD THEM", "en", open_stemmer("en"))[1] == ["", "told", ""]


@pytest.mark.parametrize(("language", "known"), [("en", "the"), ("fr", "les"), ("de", "und"), ("cs", "ale")])
def test_stop_words_are_those_of_sumy(language, known):
    assert known in stop_words(language)


def test_a_language_that_nobody_lists_has_no_stop_words_and_keeps_its_words():
    assert stop_words("xx") == frozenset()
    assert stem(["talks"], "xx") == ["talks"]
    assert stem(["talks"], "en") == ["talk"]


ELIDED = {
    "fr": ("L’accord qu'il n'a pas d'effet, s'il vient aujourd’hui", "accord il a pas effet s'il vient aujourd’hui"),
    "it": ("L'accordo dell’Italia c'è", "accordo italia è"),
    "ca": ("L'acord d'avui", "acord avui"),
    "en": ("He didn't, O’Neil's l'accord", "he didn't o’neil l'accord"),
    "de": ("Wie geht's l'accord", "wie geht l'accord"),
}


@pytest.mark.parametrize(("language", "text", "wanted"), [(key, *pair) for key, pair in ELIDED.items()], ids=ELIDED)
def test_a_word_cut_short_is_no_part_of_the_next(language, text, wanted):
    words, terms = terms_of(text, language, open_stemmer(language))
    assert words == wanted.split()
    assert len(words) == len(terms) == len(spans_of(text))


def test_a_condition_cut_short_stays_whole_and_carries_no_topic():
    words, terms = terms_of("s’il part", "fr", open_stemmer("fr"))
    assert words == ["s’il", "part"] and terms[0] == ""


@given(st.text(st.characters(codec="ascii")))
@example("U.S. and a.m.b. don't Ann's 1.000,50 a1b 7:30")
def test_words_in_ascii_are_those_in_any_letters(text):
    assert words._ASCII_TOKEN.findall(text) == words._TOKEN.findall(text)
