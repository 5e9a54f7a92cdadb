"""Lines that tell of a publication and of a change, and dates in figures that may be two days."""

import pytest

from summarizer.nlp.dates.numeric_dates import find_order
from summarizer.nlp.dates.publication_lines import (
    changed_in,
    date_of_title,
    end_of_opening_date,
    find_stamps,
    stated_in,
)

LINES = {
    "18/03/2024 01:57 | Actualizado a 21/03/2024 19:20": ("2024-03-18T01:57", "2024-03-21T19:20"),
    "Published 15/04/2019 | Updated 02/05/2019": ("2019-04-15", "2019-05-02"),
    "Updated: March 21, 2024 5:00 pm. First published: March 18, 2024": ("2024-03-18", "2024-03-21T17:00"),
    "Mis à jour le 21 mars 2024 à 10h05, publié le 18 mars 2024 à 9h30": ("2024-03-18T09:30", "2024-03-21T10:05"),
    "18. März 2024, 10:05 Uhr | Aktualisiert am 21. März 2024": ("2024-03-18T10:05", "2024-03-21"),
    "Stand: 21.03.2024, 10:05 Uhr": (None, "2024-03-21T10:05"),
    "18 March 2024 (updated 21 March 2024)": ("2024-03-18", "2024-03-21"),
    "21 March 2024 (updated)": (None, "2024-03-21"),
    "18/03/2024 - Publicado por Clara Borba": ("2024-03-18", None),
    "November 18, 2019 at 2:26 PM HST - Updated November 18 at 4:46 PM": ("2019-11-18T14:26-10:00", None),
    "Monday March 18, 2024 10:05 am by Julia Clove": ("2024-03-18T10:05", None),
    "11:21 pm CST, Tuesday, November 19, 2019": ("2019-11-19T23:21-06:00", None),
    "18-Mar-2024 10:05 GMT+2": ("2024-03-18T10:05+02:00", None),
    "2024/03/18 10:05": ("2024-03-18T10:05", None),
    "7. August 2024": ("2024-08-07", None),
    "12 févr. 2024": ("2024-02-12", None),
    "3 ene. 2024 10:05": ("2024-01-03T10:05", None),
    "4. Okt. 2024": ("2024-10-04", None),
    "Standing room only, 18 March 2024": ("2024-03-18", None),
}


@pytest.mark.parametrize(("line", "wanted"), LINES.items())
def test_the_words_before_a_date_tell_what_happened_then(line, wanted):
    stamps = find_stamps(line)
    found = tuple(str(one.moment) if one else None for one in (stated_in(stamps), changed_in(stamps)))
    assert found == wanted


ORDERS = {
    ("en-GB", None): "day first",
    ("en_GB", "https://paper.example/a"): "day first",
    ("en-US", None): "month first",
    ("en", None): None,
    (None, None): None,
    ("en", "https://www.paper.co.uk/a"): "day first",
    (None, "https://www.paper.com.au/a"): "day first",
    (None, "https://www.agency.gov/a"): "month first",
    (None, "https://paper.co/a"): None,
    ("en-US", "https://www.paper.co.uk/a"): None,
    ("en-CA", None): None,
    ("de", None): "day first",
    ("fr-FR", None): "day first",
    ("es-US", None): None,
    ("ja", None): None,
    ("en", "http://[broken"): None,
}


@pytest.mark.parametrize(("given", "wanted"), ORDERS.items())
def test_language_and_country_tell_which_number_is_the_day(given, wanted):
    assert find_order(*given) == wanted


FIGURES = {
    ("07/12/2022", None): {"2022-12-07", "2022-07-12"},
    ("07/12/2022", "day first"): {"2022-12-07"},
    ("07/12/2022", "month first"): {"2022-07-12"},
    ("07-12-2022", "month first"): {"2022-07-12"},
    ("20/03/2025", "month first"): {"2025-03-20"},
    ("07.12.2022", None): {"2022-12-07"},
    ("03/03/2022", None): {"2022-03-03"},
    ("Thursday 02/05/2019", None): {"2019-05-02"},
    ("jeudi 02/05/2019", None): {"2019-05-02"},
    ("Mi., 07/12/2022", None): {"2022-12-07"},
    ("07/12/2022, updated 15/12/2022", None): {"2022-12-07"},
    ("07/12/2022, updated 12/15/2022", None): {"2022-07-12"},
    ("07/12/2022 10:05", None): {"2022-12-07T10:05", "2022-07-12T10:05"},
}


@pytest.mark.parametrize(("given", "wanted"), FIGURES.items())
def test_figures_that_may_be_two_days_are_both_told(given, wanted):
    assert {str(moment) for moment in find_stamps(*given)[0].readings} == wanted


@pytest.mark.parametrize(
    ("line", "opening"),
    [
        ("Tuesday, January 18, 2005Through a telethon, Romanians have raised money.", "Tuesday, January 18, 2005"),
        ("January 18, 2005Through a telethon, Romanians have raised money.", "January 18, 2005"),
        ("Saturday, March 26, 2005 Up to four times as many died.", "Saturday, March 26, 2005 "),
        ("Mon, Jan 5, 2018 “We won,” she said.", "Mon, Jan 5, 2018 "),
        ("18 January 2005 – The minister said so.", "18 January 2005 – "),
        ("Dienstag, 18. Januar 2005 – Die Regierung tritt zurück.", "Dienstag, 18. Januar 2005 – "),
        ("2005/01/08 The minister said so.", "2005/01/08 "),
        ("2005-01-08: the minister said so.", "2005-01-08: "),
        ("September 11, 2001 Commission members met.", ""),
        ("January 18, 2005 was the day on which it rained.", ""),
        ("Tuesday, January 18, 2005 was the day on which it rained.", ""),
        ("Dec. 2004 – The quake was the longest.", ""),
        ("On Tuesday, January 18, 2005 Romanians raised money.", ""),
        ("18/01/05: Romanians raised money.", ""),
        ("Romanians raised money.", ""),
        ("", ""),
    ],
)
def test_the_day_with_which_a_story_opens(line, opening):
    assert line[: end_of_opening_date(line)] == opening


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("2005/01/08 Tsunami aid donations deductible", "2005-01-08"),
        ("2005-01-08: aid donations deductible", "2005-01-08"),
        ("September 11, 2001 attacks recalled", None),
        ("2005 aid donations deductible on 2004/12/31", None),
        ("", None),
    ],
)
def test_the_day_with_which_a_title_opens(title, day):
    found = date_of_title(title)
    assert (str(found) if found else None) == day
