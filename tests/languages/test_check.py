import re
from importlib.resources import files

import pytest

from summarizer.errors import LanguageError
from summarizer.languages.check import check_language, faults_of
from summarizer.languages.data_files import bring, languages_with_data, load_own_file
from summarizer.languages.registry import forget_languages

CODE = "sw"  # Swahili, of which we have nothing
ELISIONS = 'cut = "l d"\nwhole = ""\n'
LIVE = 'titles = "moja_kwa_moja"\nedges = ""\npaths = ""\nleads = ""\nzones = ""\n'


@pytest.fixture
def hold():
    """Hold some data for the language that we have nothing of."""

    def hold_text(text):
        import tomllib

        bring(CODE, ("words/sw.toml", tomllib.loads(text)))
        forget_languages()

    yield hold_text
    bring(CODE, None)
    forget_languages()


@pytest.mark.parametrize("code", languages_with_data())
def test_our_languages_have_no_fault(code):
    assert list(faults_of(code)) == []


def test_a_file_of_some_sections_is_fine(hold):
    hold(f'[elisions]\n{ELISIONS}[live]\n{LIVE}[stop_words]\nwords = "na ya"\n')
    check_language(CODE)


def test_a_whole_language_is_fine(hold):
    hold((files("summarizer.languages") / "data" / "fr.toml").read_text("utf-8"))
    check_language(CODE)


FAULTS = {
    '[elision]\ncut = "l"\n': r"\[elision\]: found a section of this name, wanted one of .*; is 'elisions' meant",
    '[elisions]\ncutt = ""\nwhole = ""\n': r"\[elisions\]: found the key 'cutt', which nothing reads; is 'cut' meant",
    '[elisions]\ncut = "l"\n': r"\[elisions\]: lacks the key 'whole'; add it",
    f'[elisions]\n{ELISIONS}colour = "red"\n': r"found the key 'colour', which nothing reads; leave it out",
    "[elisions]\ncut = 3\nwhole = ''\n": r"\[elisions\]: found int under 'cut', wanted str",
    'negations = "si"\n': r"words/sw.toml: lacks the key",
    '[months]\n1 = "januari"\n': r"\[months\]: lacks the key '10'",
    f"[live]\n{LIVE}[live.patterns]\nnone = '@titel@'\n": r"section 'live': found nothing under 'titel'",
    f"[live]\n{LIVE}[live.patterns]\nnone = '@none@'\n": r"'none' refers to itself \(@live.none@ → @live.none@\)",
    f"[live]\n{LIVE}[live.patterns]\nnone = '@Nix@'\n": r"found '@Nix@' under 'patterns.none', which is no placeholder",
    f"[live]\n{LIVE}[live.phrases]\nnone = '@a.Bc@ => a'\n": r"found '@a.Bc@' under 'phrases.none', which is no pl",
    '[months]\n10 = "oktoba ="\n': r"\[months\]: found an entry under '10' that begins with '=', wanted a word",
    '[weekdays]\n0 = ""\n': r"\[weekdays\]: found nothing under '0', wanted a name",
    "[dates.patterns]\nday_of_month = '(?P<day1>a)'\n": r"\[dates.patterns\]: found the groups day1 in 'day_of_month', "
    "wanted the groups day1, day2, month1, month2, year, as in our own",
    f"[live]\n{LIVE}[live.patterns]\nnone = '('\n": r"section 'live': pattern 'none' is no regular expression",
}


@pytest.mark.parametrize(("text", "message"), FAULTS.items())
def test_a_fault_is_named_with_its_file_and_key(hold, text, message):
    hold(text)
    assert re.search(message, "\n".join(faults_of(CODE)))
    with pytest.raises(LanguageError, match=r"^words/sw.toml"):
        check_language(CODE)


@pytest.mark.parametrize(
    ("found", "instead", "message"),
    [
        ("dead: ", "dead ", r"\[words\]: found 'dead .*' under 'roles', wanted ':' in it, as in English"),
        (" | baisse", " baisse", r"under 'opposites', wanted '\|' in it"),
        ("deux=2", "deux", r"\[numbers\]: found 'deux' under 'units', wanted '=' in it"),
    ],
)
def test_a_line_of_another_form_is_named(hold, found, instead, message):
    text = (files("summarizer.languages") / "data" / "fr.toml").read_text("utf-8")
    hold(text.replace(found, instead))
    assert found in text
    with pytest.raises(LanguageError, match=message):
        check_language(CODE)


def test_a_file_of_ours_that_is_no_toml_is_named(tmp_path, monkeypatch):
    (tmp_path / "sw.toml").write_text("[stop_words\n", "utf-8")
    monkeypatch.setattr("summarizer.languages.data_files._OWN", tmp_path)
    forget_languages()
    with pytest.raises(LanguageError, match=r"sw.toml: cannot be read as TOML"):
        load_own_file(CODE)
    forget_languages()


def test_phrases_are_checked_like_patterns(hold):
    hold("[page_furniture.phrases]\ncalls = 'share => ^share ('\n")
    assert any("[page_furniture.phrases]: 'calls' holds no regular expression" in fault for fault in faults_of(CODE))
