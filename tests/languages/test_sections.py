import pytest

from summarizer.errors import LanguageError
from summarizer.languages.sections import Section, find_all_sections, find_section

SECTION = Section(
    language="xx",
    name="speakers",
    values={
        "verbs": "said\n told spoke_of",
        "roles": "person: man woman\nbody: court high_court",
        "number": 3,
        "patterns": {"saying": r"\b@verbs@\s@clause@", "clause": "that\n|how", "broken": "("},
        "phrases": {
            "calls": "share | tweet => ^(?:share\n  |tweet) @clause@\n=> ^\\W*$\n| => a\\|\n",
            "none": "",
            "half": "share ^share",
        },
    },
)


def test_words_are_parted_by_white_space_and_phrases_have_spaces():
    assert SECTION.listed("verbs") == ("said", "told", "spoke of")
    assert SECTION.words("verbs") == {"said", "told", "spoke of"}


def test_lines_give_their_entries_a_name():
    assert SECTION.named("roles") == {"man": "person", "woman": "person", "court": "body", "high court": "body"}


def test_a_pattern_holds_lists_and_other_patterns():
    pattern = SECTION.pattern("saying")
    assert (
        pattern.search("He spoke of how it was") and pattern.search("She told that") and not pattern.search("said it")
    )


def test_phrases_stand_behind_the_words_that_tell_where_they_may_match():
    assert SECTION.phrases("calls") == (
        (("share", "tweet"), "^(?:share|tweet) (?:that|how)"),
        (("",), r"^\W*$"),
        (("|",), r"a\|"),
    )
    assert SECTION.phrases("none") == ()


def test_a_section_of_all_languages_comes_from_the_files_of_its_name():
    assert [section.language for section in find_all_sections("page_furniture")] == ["en"]
    assert find_all_sections("nothing") == ()


@pytest.mark.parametrize(
    ("call", "wanted"),
    [
        (
            lambda: SECTION.words("verb"),
            r"'xx', section 'speakers': found nothing under 'verb'.*is 'verbs' a misspelling",
        ),
        (lambda: SECTION.words("nouns"), "found nothing under 'nouns', wanted text"),
        (lambda: SECTION.words("number"), "found int under 'number', wanted text"),
        (lambda: SECTION.pattern("sayings"), "is 'saying' a misspelling"),
        (lambda: SECTION.phrases("call"), "found nothing under 'call', wanted text; is 'calls' a misspelling"),
        (lambda: SECTION.phrases("half"), "found 'share .share' under 'half', wanted \"words => pattern\""),
        (lambda: SECTION.pattern("broken"), "'broken' is no regular expression"),
    ],
)
def test_what_is_wrong_in_the_data_is_named(call, wanted):
    with pytest.raises(LanguageError, match=wanted):
        call()


@pytest.mark.parametrize(("language", "name"), [(None, "live"), ("xx", "live"), ("de", "nothing"), ("de", "negations")])
def test_a_language_without_the_section_has_none(language, name):
    assert find_section(language, name) is None


def test_a_section_comes_from_the_file_of_its_language():
    section = find_section("de", "live")
    assert section.language == "de" and section.values
