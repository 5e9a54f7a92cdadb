import sys
from importlib.metadata import EntryPoint, EntryPoints
from types import ModuleType

import pytest

from summarizer import Document, list_languages, summarize
from summarizer.errors import LanguageError
from summarizer.languages import installed_languages as installed
from summarizer.languages.data_files import bring, languages_with_data
from summarizer.languages.data_sections import any_of_all, find_section
from summarizer.languages.language import find_language, has_tables
from summarizer.languages.registry import forget_languages, register_language
from summarizer.languages.stamps import months_of_others
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
    for code in ("sw", "it", "fr", "de", "en"):
        bring(code, None)
        bring(code, None, is_installed=True)
    installed._brought.clear()
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

    def install_package(name, value, packages=1):
        module = ModuleType("words_of_africa")
        module.FILE = value
        monkeypatch.setitem(sys.modules, "words_of_africa", module)
        found = [EntryPoint(name, "words_of_africa:FILE", installed.GROUP)] * packages
        monkeypatch.setattr(installed, "find_entry_points", lambda: EntryPoints(found))

    return install_package


def test_a_language_of_one_file_is_used(swahili):
    assert stop_words("sw") == frozenset() and vote_language(WORDS) is None
    assert register_language(swahili) == "sw"
    assert {"na", "ya"} <= stop_words("sw")
    assert vote_language(WORDS) == "sw"
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
    with pytest.raises(LanguageError, match=r"sw.toml: there is no such file; correct the path"):
        register_language(tmp_path / "sw.toml")
    with pytest.raises(LanguageError, match=r": found a folder, wanted a TOML file"):
        register_language(tmp_path)


@pytest.mark.parametrize("path", [None, 3, b"sw.toml"])
def test_what_is_no_path_is_named(path):
    with pytest.raises(LanguageError, match=rf"found {type(path).__name__}, wanted the path of a TOML file"):
        register_language(path)


def test_a_file_that_begins_with_a_byte_order_mark_is_read(swahili):
    swahili.write_bytes(b"\xef\xbb\xbf" + SWAHILI.encode())
    assert register_language(swahili) == "sw" and "na" in stop_words("sw")


def test_a_file_is_corrected_and_registered_again(swahili, tmp_path):
    register_language(swahili)
    swahili.write_text('[elisions]\ncut = "l"\nwhole = ""\n', "utf-8")
    register_language(swahili)
    assert find_section("sw", "stop_words") is None and find_section("sw", "elisions").words("cut") == {"l"}
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / "sw.toml"
    other.write_text(SWAHILI, "utf-8")
    register_language(other)
    assert find_section("sw", "stop_words") and find_section("sw", "elisions") is None
    other.write_text("[elision]\n", "utf-8")
    with pytest.raises(LanguageError):
        register_language(other)
    assert "na" in stop_words("sw")


@pytest.mark.parametrize("code", ["it", "fr"])
def test_words_of_a_language_with_a_list_of_sumy_are_added_to_it(tmp_path, code):
    before = stop_words(code)
    path = tmp_path / f"{code}.toml"
    path.write_text('[stop_words]\nwords = "xyzzy Plugh"\n', "utf-8")
    register_language(path)
    assert before and stop_words(code) == before | {"xyzzy", "plugh"}
    assert vote_language("xyzzy plugh frobnicate xyzzy plugh".split()) == code


def test_nothing_is_kept_of_a_file_whose_check_fails_in_any_way(swahili, monkeypatch):
    def fail(_):
        raise RuntimeError

    monkeypatch.setattr("summarizer.languages.registry.check_language", fail)
    with pytest.raises(RuntimeError):
        register_language(swahili)
    assert find_section("sw", "stop_words") is None and "sw" not in languages_with_data()


def test_a_file_whose_values_are_nested_too_deeply_is_named(swahili):
    swahili.write_text(f"[stop_words]\nwords = {'[' * 5000}{']' * 5000}\n", "utf-8")
    with pytest.raises(LanguageError, match=r"sw.toml: found values nested too deeply"):
        register_language(swahili)
    assert find_section("sw", "stop_words") is None


def test_a_language_of_an_installed_package_is_loaded_when_it_is_needed(swahili, install):
    install("sw", swahili)
    assert "sw" not in languages_with_data()
    assert "na" in stop_words("sw")
    assert "sw" in languages_with_data()


def test_a_text_of_which_we_know_nothing_may_be_in_a_language_of_a_package(swahili, install):
    install("sw", swahili)
    assert vote_language(WORDS) == "sw"


WORDS = TEXT.lower().rstrip(".").split()
# More of its words are Swahili than German.
MIXED = [*WORDS, *"der die das und nicht mit von ist auf dem den zu".split()]


@pytest.mark.parametrize("is_loaded", [False, True])
def test_a_text_gets_the_same_vote_whatever_was_loaded_before(swahili, install, is_loaded):
    install("sw", swahili)
    if is_loaded:
        assert find_section("sw", "stop_words") and vote_language(WORDS) == "sw"
    assert vote_language(MIXED) == "de"
    assert vote_language(WORDS) == "sw"


@pytest.mark.parametrize("is_loaded", [False, True])
def test_sections_of_all_languages_hold_registered_and_no_installed_ones(tmp_path, install, is_loaded):
    path = tmp_path / "sw.toml"
    path.write_text('[mastheads]\nwords = "habari"\n', "utf-8")
    before = any_of_all("mastheads", "words")
    install("sw", path)
    if is_loaded:
        assert find_section("sw", "mastheads")
    assert any_of_all("mastheads", "words") == before
    register_language(path)
    assert "habari" in any_of_all("mastheads", "words")


def test_what_a_user_registers_stands_before_what_a_package_brings(swahili, install, tmp_path):
    (tmp_path / "mine").mkdir()
    mine = tmp_path / "mine" / "sw.toml"
    mine.write_text('[stop_words]\nwords = "mimi"\n', "utf-8")
    install("sw", swahili)
    register_language(mine)
    assert stop_words("sw") == {"mimi"}


def test_a_faulty_package_stops_only_runs_that_ask_for_its_language(swahili, install):
    swahili.write_text("[stop_word]\n", "utf-8")
    install("sw", swahili)
    assert vote_language(WORDS) is None
    assert summarize([Document(id="a", text=TEXT)]).points
    listed = {one.code: one for one in list_languages()}
    assert "found a section of this name" in listed["sw"].fault and listed["de"].fault is None
    for ask in (lambda: find_language("sw"), lambda: summarize([Document(id="a", text=TEXT, language="sw")])):
        with pytest.raises(LanguageError, match="language 'sw'"):
            ask()


def test_a_faulty_package_for_a_language_of_ours_does_not_stop_runs_in_others(tmp_path, install):
    path = tmp_path / "de.toml"
    path.write_text("[stop_word]\n", "utf-8")
    install("de", path)
    assert summarize([Document(id="a", text="The minister said on 4 May 2024 that she would go to the town.")]).points
    assert next(one for one in list_languages() if one.code == "de").fault
    with pytest.raises(LanguageError, match="language 'de'"):
        find_section("de", "stop_words")


def test_two_packages_with_one_language_are_an_error_where_it_is_asked_for(swahili, install):
    install("sw", swahili, packages=2)
    assert vote_language(WORDS) is None
    with pytest.raises(
        LanguageError, match=r"package and an unknown package; .*: found 2 packages that bring it, wanted one"
    ):
        find_section("sw", "stop_words")


def test_no_package_adds_to_english(tmp_path, install):
    path = tmp_path / "en.toml"
    path.write_text('[stop_words]\nwords = "xyzzy"\n', "utf-8")
    install("en", path)
    assert "to which no package can add" in next(one for one in list_languages() if one.code == "en").fault
    assert "xyzzy" not in stop_words("en")


def test_a_package_whose_load_is_broken_off_is_tried_again(swahili, install, monkeypatch):
    install("sw", swahili)
    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr("summarizer.languages.registry.check_language", raise_interrupt)
        find_section("sw", "stop_words")
    assert "na" in stop_words("sw")


def raise_interrupt(_):
    raise KeyboardInterrupt


def test_english_asks_no_package(monkeypatch):
    monkeypatch.setattr(installed, "find_entry_points", lambda: pytest.fail("asked"))
    assert months_of_others("en")
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
