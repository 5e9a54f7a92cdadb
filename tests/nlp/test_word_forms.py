from summarizer.nlp.word_forms import names_in


def test_names_are_capitalized_words_but_for_days_titles_and_numbers():
    text = "On Monday Minister Roe met Two officials of the United States in Beijing"
    assert names_in(text, {"on"}, "en") == {"roe", "us", "china"}


def test_a_language_without_the_section_has_capitalized_words_as_they_are():
    assert names_in("Montag in Beijing", (), "de") == {"montag", "beijing"}
    assert names_in("Montag in Beijing", (), None) == {"montag", "beijing"}


def test_a_text_in_capitals_tells_no_names():
    assert names_in("ROE MET TALKS", (), "en") == frozenset()
