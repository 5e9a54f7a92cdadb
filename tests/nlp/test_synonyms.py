from collections import Counter

from summarizer.languages.data_sections import find_section
from summarizer.nlp.lexical_relations import meaning_of


def meant(text, terms=None):
    words = text.split()
    return [meaning_of(word, term) for word, term in zip(words, terms.split() if terms else words, strict=True)]


def test_words_of_one_meaning_are_one():
    assert meant("denied charges") == meant("rejected accusations")
    assert meant("met twice") == ["talks", "twice"]


def test_numbers_are_figures():
    assert meant("twelve") == meant("12") == ["12"]


def test_saying_means_nothing_and_stop_words_neither():
    assert meant("officials said", "offici said") == ["official", ""]
    assert meaning_of("the", "") == ""


def test_accents_make_no_other_meaning():
    assert meant("brandão") == ["brandao"]


def test_no_word_has_two_meanings():
    lines = [line.split() for line in find_section("en", "synonyms").text("exchanged").splitlines()]
    assert len(lines) > 50
    assert not [word for word, count in Counter(word for line in lines for word in set(line)).items() if count > 1]
