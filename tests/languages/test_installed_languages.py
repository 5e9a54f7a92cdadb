import sys
from importlib.metadata import EntryPoint, EntryPoints
from importlib.resources import files
from types import ModuleType

import pytest

from summarizer import Document, list_languages, summarize
from summarizer.errors import LanguageError
from summarizer.languages import installed_languages as installed
from summarizer.languages.data_files import languages_with_data, place_of
from summarizer.languages.data_sections import Section, any_of_all, find_section
from summarizer.languages.language import find_language, has_tables
from summarizer.languages.registry import register_language
from summarizer.languages.stamps import months_of_others
from summarizer.nlp.language_detection import is_foreign, vote_language
from summarizer.nlp.tokens import stop_words
from tests.languages.conftest import TEXT, WORDS

pytestmark = pytest.mark.usefixtures("forgotten")

MONTHS = "[months]\n" + "".join(f'{number} = "m{number}"\n' for number in range(1, 13))
# More of its words are Swahili than German.
MIXED = [*WORDS, *"der die das und nicht mit von ist auf dem den zu".split()]


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


def test_a_language_of_an_installed_package_is_loaded_when_it_is_needed(swahili, install):
    install("sw", swahili)
    assert "sw" not in languages_with_data()
    assert "na" in stop_words("sw")
    assert "sw" in languages_with_data()


def test_a_text_of_which_we_know_nothing_may_be_in_a_language_of_a_package(swahili, install):
    install("sw", swahili)
    assert vote_language(WORDS) == "sw"


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
    assert next(one for one in list_languages() if one.code == "sw").sections["stop_words"].words == 1
    assert place_of("sw", "stop_words") == str(mine)


@pytest.mark.parametrize("is_loaded", [False, True])
def test_a_registered_file_is_checked_without_what_a_package_brings(tmp_path, install, is_loaded):
    install("sw", files("summarizer.languages") / "data" / "fr.toml")
    (tmp_path / "sw.toml").write_text(MONTHS, "utf-8")
    assert not is_loaded or find_language("sw")
    with pytest.raises(LanguageError, match=r"sw.toml: lacks the key|lacks .* which goes with the others of its words"):
        register_language(tmp_path / "sw.toml")


def test_a_registered_section_refers_to_another_one_whatever_a_package_brings(tmp_path, install):
    (tmp_path / "sw.toml").write_text('[elisions]\ncut = "l"\nwhole = ""\n', "utf-8")
    register_language(tmp_path / "sw.toml")
    install("sw", 3)
    section = Section(language="sw", name="live", values={"patterns": {"cut": "@elisions.cut@"}})
    assert section.regex("cut") == "(?:l)"


def test_words_that_a_language_of_a_package_shares_make_no_sentence_foreign(swahili, install):
    swahili.write_text('[stop_words]\nwords = "der die das und nicht mit von"\n', "utf-8")
    install("sw", swahili)
    text = "der die das und nicht mit von"
    assert is_foreign(text, text.split(), "en") and not is_foreign(text, text.split(), "sw")


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


def raise_interrupt(*_, **__):
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
