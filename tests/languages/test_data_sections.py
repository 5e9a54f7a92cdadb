import re
from collections.abc import Mapping
from copy import copy

import pytest

from summarizer.errors import LanguageError
from summarizer.languages.data_sections import Section, find_all_sections, find_section, require_section
from summarizer.languages.word_records import Words

SECTION = Section(
    language="xx",
    name="speakers",
    values={
        "verbs": "said\n told spoke_of",
        "roles": "person: man woman\nbody: court high_court",
        "number": 3,
        "patterns": {"saying": r"\b@verbs@\s@clause@", "clause": "that|how", "broken": "(", "long": "so\n|too\n"},
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
    assert SECTION.listed("roles") == ("man", "woman", "court", "high court")
    assert SECTION.named("roles") == {"man": "person", "woman": "person", "court": "body", "high court": "body"}


def test_a_pattern_holds_lists_and_other_patterns():
    assert SECTION.regex("long") == "so|too"
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


def test_a_pattern_holds_lists_and_patterns_of_another_section(monkeypatch):
    other = Section(language="xx", name="calendar", values={"days": "Monday Friday", "patterns": {"day": "@days@s?"}})
    held = {("xx", "calendar"): other}
    monkeypatch.setattr("summarizer.languages.data_sections.find_section", lambda *key: held.get(key))
    section = Section(
        language="xx", name="speakers", values={"patterns": {"when": "on @calendar.day@", "lost": "@dates.day@"}}
    )
    assert section.pattern("when").fullmatch("on Fridays")
    with pytest.raises(LanguageError, match=r"found no section 'dates' for '@dates\.day@'; add it to the language"):
        section.pattern("lost")


@pytest.mark.parametrize("held", [{"a": "@a@"}, {"a": "x@b@", "b": "@speakers.c@", "c": "@a@"}])
def test_a_pattern_that_refers_to_itself_is_named(monkeypatch, held):
    section = Section(language="xx", name="speakers", values={"patterns": held})
    monkeypatch.setattr("summarizer.languages.data_sections.find_section", lambda *_: section)
    with pytest.raises(LanguageError, match=r"pattern 'a' refers to itself \(@speakers\.a@ → .*@speakers\.a@\)"):
        section.pattern("a")


def test_a_pattern_may_hold_another_one_twice():
    section = Section(language="xx", name="speakers", values={"patterns": {"a": "@b@@b@", "b": "x"}})
    assert section.regex("a") == "(?:x)(?:x)"


class _Record(Words, section="speakers"):
    saying: "re.Pattern[str]"
    verbs: "frozenset[str]"
    roles: "Mapping[str, str]"
    clause: "str"
    number: "int"


def test_a_record_is_filled_by_the_names_of_its_fields():
    section = Section(
        language="xx",
        name="speakers",
        values={"verbs": "said told", "roles": "a: b", "clause": "x_y", "patterns": {"saying": "@verbs@ it"}},
    )
    words = section.fill(_Record, number=2)
    assert words.number == 2 and words.saying.match("told it") and words.verbs == {"said", "told"}
    assert words.roles == {"b": "a"} and words.clause == "x_y"
    with pytest.raises(LanguageError, match="found nothing under 'clause'"):
        Section(language="xx", name="speakers", values=dict(section.values) | {"clause": None}).fill(_Record, number=2)


def test_a_record_of_a_language_without_the_section_holds_no_words():
    words = _Record.read("xx", number=2)
    assert (words.number, words.verbs, words.roles, words.clause) == (2, frozenset(), {}, "")
    assert not words.saying.search("") and not words.saying.search("said it")


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


def test_a_section_that_another_one_needs_is_asked_for():
    assert require_section("de", "live") == find_section("de", "live")
    with pytest.raises(LanguageError, match=r"language 'de': found no section 'nothing'; add data/de/nothing\.toml"):
        require_section("de", "nothing")


def test_the_calendar_of_a_language_lists_its_months_and_weekdays():
    calendar = find_section("en", "calendar")
    assert calendar.listed("months")[::11] == ("January", "December")
    assert calendar.listed("months_short")[7:9] == ("Sep", "Sept")
    assert calendar.listed("weekdays") == (
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    )
    assert find_section("de", "calendar").listed("months")[2] == "März"
    assert find_section("xx", "calendar") is None


def test_a_pattern_holds_what_stands_beside_dates_in_all_languages():
    section = Section(language="en", name="dates", values={"patterns": {"at": "at @stamps_of_all.clock@"}})
    assert section.pattern("at").fullmatch("at 10:30") and section.pattern("at", re.IGNORECASE).fullmatch(
        "at 10:30 Uhr"
    )


def test_entries_with_values_are_named_without_them_in_patterns():
    section = Section(language="xx", name="numbers", values={"units": "two=2 twenty_one=21"})
    assert section.any_of("units") == r"(?:two|twenty\sone)"


def test_page_remarks_need_no_openers():
    from summarizer.nlp.sentences.page_remarks import _read

    section = find_section("en", "page_remarks")
    assert _read(Section(language="en", name="page_remarks", values={**section.values, "openers": ""})).openers == ()


class _Saying(Words):
    """A record as modules make them."""

    verbs: "frozenset[str]"
    saying: "re.Pattern[str]"


def test_a_record_of_words_compiles_a_pattern_when_it_is_first_asked_for(monkeypatch):
    asked = []
    real = Section.pattern
    monkeypatch.setattr(Section, "pattern", lambda self, key: asked.append(key) or real(self, key))
    words = SECTION.fill(_Saying)
    assert words.verbs == SECTION.words("verbs") and asked == []
    assert words.saying is words.saying and asked == ["saying"]
    with pytest.raises(AttributeError, match="does not change"):
        words.verbs = frozenset()
    with pytest.raises(AttributeError, match="_Saying has no 'verb'"):
        words.verb  # noqa: B018 - the access is the test


def test_a_record_of_words_can_be_copied():
    words = copy(SECTION.fill(_Saying))
    assert words.saying.pattern == SECTION.pattern("saying").pattern and words.verbs == SECTION.words("verbs")


def test_a_record_of_words_wants_each_of_its_patterns():
    with pytest.raises(LanguageError, match="found nothing under 'saying'"):
        Section(language="xx", name="speakers", values={"verbs": "said"}).fill(_Saying)
