import sys
from importlib.metadata import EntryPoint, EntryPoints
from types import ModuleType

import pytest

from summarizer import Document, summarize
from summarizer.errors import LanguageError
from summarizer.languages import installed_languages as installed
from summarizer.languages.data_files import drop, languages_with_data
from summarizer.languages.data_sections import find_section
from summarizer.languages.language import has_tables
from summarizer.languages.registry import forget_languages, register_language
from summarizer.nlp.language_detection import vote_language
from summarizer.nlp.tokens import stop_words

SWAHILI = """
[stop_words]
words = "na ya wa kwa ni katika la za cha kuwa hiyo huo hii huyo"
"""
TEXT = "Waziri wa fedha na rais wa nchi ni katika mji wa Nairobi kwa mkutano wa siku tatu na wageni."


@pytest.fixture(autouse=True)
def _forgotten():
    yield
    for code in ("sw", "it"):
        drop(code)
    installed._brought.clear()
    installed._failures.clear()
    installed._entry_points.cache_clear()
    forget_languages()


@pytest.fixture
def swahili(tmp_path):
    path = tmp_path / "sw.toml"
    path.write_text(SWAHILI, "utf-8")
    return path


@pytest.fixture
def install(monkeypatch):
    """Have a package bring a language by an entry point."""

    def install_package(name, value):
        module = ModuleType("words_of_africa")
        module.FILE = value
        monkeypatch.setitem(sys.modules, "words_of_africa", module)
        found = EntryPoint(name, "words_of_africa:FILE", installed.GROUP)
        monkeypatch.setattr(installed, "find_entry_points", lambda: EntryPoints([found]))

    return install_package


def test_a_language_of_one_file_is_used(swahili):
    words = TEXT.lower().rstrip(".").split()
    assert stop_words("sw") == frozenset() and vote_language(words) is None
    assert register_language(swahili) == "sw"
    assert {"na", "ya"} <= stop_words("sw")
    assert vote_language(words) == "sw"
    assert "sw" in languages_with_data() and not has_tables("sw")
    briefing = summarize([Document(id="a", text=TEXT, language="sw")])
    assert briefing.points[0].text == TEXT


def test_what_was_asked_for_before_is_asked_for_anew(swahili):
    assert find_section("sw", "stop_words") is None
    register_language(str(swahili))
    assert find_section("sw", "stop_words") is not None


def test_sections_are_added_to_a_language_that_we_have_in_part(tmp_path):
    path = tmp_path / "it.toml"
    path.write_text('[detection]\nwords = "il lo"\n', "utf-8")
    register_language(path)
    assert find_section("it", "detection").words("words") == {"il", "lo"}
    assert find_section("it", "elisions") is not None


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("en.toml", '[elisions]\ncut = ""\nwhole = ""\nx = 1', r"en.toml \[elisions\]: found the key 'x'"),
        ("it.toml", '[elisions]\ncut = ""\nwhole = ""', r"it.toml: language 'it' has the section \[elisions\] already"),
        (
            "de.toml",
            'negations = "nein"',
            r"de.toml: language 'de' has the words of the language already; leave it out",
        ),
        ("sw.toml", "[stop_words\n", r"sw.toml: cannot be read as TOML"),
        ("swahili.toml", SWAHILI, r"swahili.toml: found 'swahili', wanted a code of a language"),
        ("sw.toml", '[stop_words]\nword = ""', r"sw.toml \[stop_words\]: found the key 'word', .*is 'words' meant"),
    ],
)
def test_a_wrong_file_is_named_and_nothing_of_it_is_kept(tmp_path, name, text, message):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(LanguageError, match=message):
        register_language(path)
    assert find_section("sw", "stop_words") is None and find_section("en", "elisions") is None
    assert find_section("it", "elisions").text("cut")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(LanguageError, match=r"sw.toml: cannot be read as TOML .*No such file"):
        register_language(tmp_path / "sw.toml")


def test_a_language_of_an_installed_package_is_loaded_when_it_is_needed(swahili, install):
    install("sw", swahili)
    assert "sw" not in languages_with_data()
    assert "na" in stop_words("sw")
    assert "sw" in languages_with_data()


def test_a_text_of_which_we_know_nothing_may_be_in_a_language_of_a_package(swahili, install):
    install("sw", swahili)
    assert vote_language(TEXT.lower().rstrip(".").split()) == "sw"


def test_english_asks_no_package(monkeypatch):
    monkeypatch.setattr(installed, "find_entry_points", lambda: pytest.fail("asked"))
    assert find_section("en", "elisions") is None
    assert has_tables("en")
    assert vote_language("the minister of the country and his friend were in the town".split()) == "en"


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("sw", 3, r"language 'sw' \(an unknown package; summarizer.languages\): found int, wanted the path of a TOML"),
        ("de", "de.toml", r"language 'de' .*found str, wanted"),
    ],
)
def test_a_package_that_fails_is_named_each_time(install, name, value, message):
    install(name, value)
    for _ in range(2):
        with pytest.raises(LanguageError, match=message):
            find_section(name, "stop_words")


def test_a_package_that_cannot_be_imported_is_named(install, monkeypatch):
    install("sw", 3)
    monkeypatch.delattr(sys.modules["words_of_africa"], "FILE")
    with pytest.raises(LanguageError, match=r"words_of_africa:FILE cannot be imported \(AttributeError"):
        find_section("sw", "stop_words")
