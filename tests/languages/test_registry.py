import pytest

from summarizer import Document, summarize
from summarizer.errors import LanguageError
from summarizer.languages.data_files import languages_with_data
from summarizer.languages.data_sections import find_section
from summarizer.languages.language import has_tables
from summarizer.languages.registry import register_language
from summarizer.nlp.language_detection import vote_language
from summarizer.nlp.tokens import stop_words
from tests.languages.conftest import SWAHILI, TEXT, WORDS

pytestmark = pytest.mark.usefixtures("forgotten")


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
    def fail(*_, **__):
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


def test_a_registered_language_is_in_the_signature(swahili):
    documents = [Document.from_text(TEXT, language="sw")]
    before = summarize(documents, language="sw").signature
    register_language(swahili)
    assert summarize(documents, language="sw").signature != before
