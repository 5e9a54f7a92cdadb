from datetime import date

import pytest

from summarizer.languages.data_files import languages_with_data
from summarizer.languages.data_sections import find_all_sections, find_section
from summarizer.languages.stamps import months_of_others, weekdays_of_all
from summarizer.nlp.dates.calendar_dates import find_date, find_days, find_years, name_days
from summarizer.nlp.dates.publication_lines import match_dateline

PHRASES = {
    "06 June 2023 14:01": "2023-06-06T14:01",
    "Published: 12 March 2024, 09:15 GMT": "2024-03-12T09:15+00:00",
    "June 6, 2023": "2023-06-06",
    "3rd of May 2021 at 5.30 p.m.": "2021-05-03T17:30",
    "Updated 9:15 am, March 3, 2022": "2022-03-03T09:15",
    "06.07.2023": "2023-07-06",
    "20/03/2025 - 11:40": "2025-03-20T11:40",
    "March 2024": "2024-03",
    "2023-06-18": "2023-06-18",
    "04 мая 2024": "2024-05-04",
    "Publicado el 4 de mayo de 2024": "2024-05-04",
    "Montag, 4. März 2024": "2024-03-04",
    "1er août 2024": "2024-08-01",
    "4 Mayıs 2024 Cumartesi": "2024-05-04",
    "2024年5月4日": "2024-05-04",
}


@pytest.mark.parametrize(("text", "wanted"), PHRASES.items())
def test_dates_are_read_with_their_precision(text, wanted):
    moment, phrase = find_date(text)
    assert str(moment) == wanted
    assert phrase in text


@pytest.mark.parametrize(
    "text",
    [
        "31 June 2023",
        "in five years",
        "we met on Sunday",
        "03/04/2023",
        "June 5",
        "2023",
        "31 июня 2023",
        "40 people 2023",
    ],
)
def test_what_is_no_date_or_could_be_two_is_none(text):
    assert find_date(text) is None


def test_days_without_a_year_take_the_one_given():
    assert find_days("on June 5 and on 18 June 2022, but not on June 31", year=2023) == [
        date(2023, 6, 5),
        date(2022, 6, 18),
    ]
    assert find_days("on June 5") == []


def test_years_are_those_of_days_told_in_full():
    text = "The dam of 1978 broke on 18 June 2023, after warnings on March 3, 2021 and in 2022. 2023 fled on June 18."
    assert find_years(text) == [2023, 2021]


def test_names_of_months_mean_one_month_each():
    sections = filter(None, (find_section(language, "calendar") for language in languages_with_data()))
    listed = [
        section.listed("months")
        for section in (*sections, *find_all_sections("stamps"))
        if section.values.get("months")
    ]
    assert all(len(names) == 12 for names in listed)
    meant = {}
    for names in listed:
        for number, name in enumerate(names, start=1):
            assert meant.setdefault(name.casefold(), number) == number, name


DATELINES = {
    "BEIJING, June 19 (AP) — The United States": ("BEIJING", "June 19", "AP"),
    "BEIJING (Reuters) – The US": ("BEIJING", None, "Reuters"),
    "LAGOS, March 12 (Reuters) - At least": ("LAGOS", "March 12", "Reuters"),
    "ABUJA, Nigeria (AP) — An earth dam": ("ABUJA", None, "AP"),
    "Geneva, 3 Feb (dpa) – The World": ("Geneva", "3 Feb", "dpa"),
    "New Delhi [India], July 14 (ANI): Hyderabad": ("New Delhi", "July 14", "ANI"),
    "TOKYO: Shares of": ("TOKYO", None, None),
    "Nairobi, 20 March (EFE).- Kenya": ("Nairobi", "20 March", "EFE"),
    "Kalmora, 4 March 2024. The ferry": ("Kalmora", "4 March 2024", None),
    "Kalmora, 5. März 2024. Die Fähre": ("Kalmora", "5. März 2024", None),
    "Lisboa, 4 de março de 2024 - O ferry": ("Lisboa", "4 de março de 2024", None),
    "LAGOS, March 12 (Reuters) At least": ("LAGOS", "March 12", "Reuters"),
}


@pytest.mark.parametrize(("line", "wanted"), DATELINES.items())
def test_datelines(line, wanted):
    match = match_dateline(line)
    assert (match["place"], match["day"], match["credit"]) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "Kirby (left) said that",
        "The talks - the first in years - went well.",
        "Blinken: We agree.",
        "WORLD NEWS TODAY IS BAD",
        "In 2024. The ferry",
        "The pact, 12 pages 2024. The end",
    ],
)
def test_sentences_are_no_datelines(line):
    assert match_dateline(line) is None


def test_months_and_weekdays_of_all_languages_come_from_their_data():
    assert find_date("4 de agosto de 2012")[0].day == find_date("4 август 2012 4 августа 2012")[0].day
    assert "january" not in months_of_others("en") and months_of_others("de")["january"] == 1
    assert (months_of_others("en")["januar"], months_of_others("de").get("jänner")) == (1, 1)
    assert [weekdays_of_all()[name] for name in ("monday", "montag", "lunedì", "so")] == [0, 0, 0, 6]


def test_days_are_named_alike_however_they_are_written():
    assert name_days("On Friday, March 13 it fell.") == name_days("It fell on friday, 13 Mar.") == {"friday", "3-13"}
    assert name_days("On Friday, March 13 it fell.", "de") == frozenset()
