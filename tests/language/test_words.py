import pytest

from summarizer.language import open_stemmer, stem, stop_words, terms_of, words_of


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
