from summarizer import list_languages
from summarizer.languages.data_files import languages_with_data
from summarizer.languages.data_sections import find_section


def test_every_language_is_listed_with_what_it_has():
    languages = {language.code: language for language in list_languages()}
    assert tuple(languages) == languages_with_data()
    assert languages["it"].name == "Italian" and languages["it"].is_compared
    assert languages["sv"].name == "Swedish" and not languages["sv"].is_compared
    assert {"boundaries", "elisions"} <= languages["it"].sections.keys()
    assert languages["en"].is_compared and "general" in languages["en"].sections


def test_words_are_entries_of_lists_without_the_names_of_lines():
    english, italian = (next(one for one in list_languages() if one.code == code) for code in ("en", "it"))
    cut, whole = (find_section("it", "elisions").words(key) for key in ("cut", "whole"))
    assert italian.sections["elisions"].words == len(cut) + len(whole)
    assert english.sections["weekdays"].words == 21
    assert english.sections["weekdays"].patterns == 0
