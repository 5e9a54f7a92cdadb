import time
from dataclasses import fields

import pytest

from summarizer.languages.data_files import languages_with_data, load_file, load_own_file
from summarizer.languages.language import find_language, has_tables, load_table
from summarizer.nlp.tokens import words_of

LANGUAGES = ("en", "de", "fr", "es", "pt", "it")


def test_the_languages_with_tables_are_those_whose_file_holds_them():
    assert {language for language in languages_with_data() if has_tables(language)} == set(LANGUAGES)
    assert "sv" in languages_with_data() and find_language("sv") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_holds_words(language):
    tables = find_language(language)
    may_be_empty = {
        *("language", "has_clause_negation", "conditional_endings", "future_endings", "elided", "cases", "number_sign"),
        *("has_long_weekdays", "ambiguous"),
    }
    for field in fields(tables):
        if field.name not in may_be_empty:
            assert getattr(tables, field.name), field.name


@pytest.mark.parametrize(
    "language", ["xx", "", "EN", "e", "engl", "../en", "../data/en", "en.toml", "e\n", "en\n", "ｅｎ", "sv"]
)
def test_what_is_no_code_of_a_language_with_tables_has_none(language):
    assert find_language(language) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_tokens_as_words_of_gives_them(language):
    """An entry that the tokens of a text could never be would never be met."""
    tables = find_language(language)
    phrases = (
        *tables.negations, *tables.not_negations, *tables.openness, *tables.not_openness, *tables.quantifiers,
        *tables.not_quantifiers, *tables.conditions, *tables.roles, *tables.titles,
        *((word,) for word in (*tables.months, *tables.connectives)),
        *(tuple(day.split("_")) for day in tables.weekdays),
        *((word,) for word in (*tables.agents, *tables.directions)),
        *((word,) for pair in tables.opposites for side in pair for word in side),
    )  # fmt: skip
    assert [phrase for phrase in phrases if tuple(words_of(" ".join(phrase))) != phrase] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_and_months_are_whole(language):
    tables = find_language(language)
    assert set(tables.months.values()) == set(range(1, 13))
    assert set(tables.weekdays.values()) == set(range(7))
    assert tables.ambiguous <= tables.months.keys() | tables.weekdays.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_and_months_are_those_of_babel(language):
    babel = pytest.importorskip("babel")
    locale, tables = babel.Locale(language), find_language(language)
    for number, name in locale.months["format"]["wide"].items():
        assert tables.months[name.casefold()] == number
    for number, name in locale.days["format"]["wide"].items():
        assert tables.weekdays[name.casefold().replace("-", "_")] == number
    short = {name.casefold().strip("."): number for number, name in locale.months["format"]["abbreviated"].items()}
    assert short.items() <= tables.months.items()


@pytest.mark.parametrize("language", LANGUAGES)
def test_opposites_share_no_word_and_there_are_many(language):
    pairs = find_language(language).opposites
    assert len(pairs) >= 60
    assert [one & other for one, other in pairs if one & other or not one or not other] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", ["units", "roles", "titles", "directions"])
def test_no_word_has_two_names(language, field):
    named = load_table(language)["words"][field].splitlines()
    words = [word for line in named for word in line.partition(": ")[2].casefold().split()]
    assert [word for word in set(words) if words.count(word) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_negation_is_longer_than_one_that_it_holds(language):
    tables = find_language(language)
    assert all(len(phrase) > 1 for phrase in tables.not_negations)
    assert not tables.negations & tables.not_negations
    assert not tables.openness & tables.not_openness
    assert not tables.quantifiers & tables.not_quantifiers


@pytest.mark.parametrize(
    ("language", "field", "key", "value"),
    [
        ("en", "units", ("percentage", "points"), "percentage point"),
        ("en", "units", ("per", "cent"), "%"),
        ("en", "units", ("kronor",), "krone"),
        ("de", "units", ("prozentpunkte",), "percentage point"),
        ("fr", "units", ("pour", "cent"), "%"),
        ("es", "units", ("puntos", "porcentuales"), "percentage point"),
        ("en", "roles", ("bodies",), "dead"),
        ("en", "roles", ("homeless",), "displaced"),
        ("de", "roles", ("verletzten",), "injured"),
        ("fr", "roles", ("disparus",), "missing"),
        ("es", "roles", ("detenidos",), "arrested"),
        ("en", "titles", ("gov",), "governor"),
        ("de", "titles", ("bundeskanzlerin",), "chancellor"),
        ("en", "months", "sept", 9),
        ("de", "weekdays", "sonnabend", 5),
        ("fr", "directions", "depuis", "from"),
    ],
)
def test_names_of_words(language, field, key, value):
    assert getattr(find_language(language), field)[key] == value


@pytest.mark.parametrize(
    ("language", "field", "phrases"),
    [
        ("en", "negations", ["didn't", "didn’t", "failed to", "ruled out", "no longer"]),
        ("en", "not_negations", ["no less than", "not only", "no doubt"]),
        ("en", "not_openness", ["may have", "could have"]),
        ("en", "not_quantifiers", ["most recent", "the most"]),
        ("de", "negations", ["keiner", "nicht", "weder"]),
        ("fr", "not_negations", ["non seulement", "pas moins de", "sans doute"]),
        ("fr", "openness", ["peut être", "s'il", "prévoit de"]),
        ("es", "not_negations", ["no sólo", "no menos de", "sin embargo"]),
    ],
)
def test_phrases(language, field, phrases):
    assert {tuple(phrase.split()) for phrase in phrases} <= getattr(find_language(language), field)


def test_nothing_of_a_table_can_be_changed():
    tables = find_language("en")
    with pytest.raises(TypeError):
        tables.months["may"] = 6


@pytest.mark.unmeasured
def test_tables_load_fast():
    taken = []
    for _ in range(5):
        find_language.cache_clear()
        for cached in (load_table, load_file, load_own_file):
            cached.cache_clear()
        start = time.perf_counter()
        find_language("en")
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.02  # 2 ms here; slower machines get their share
