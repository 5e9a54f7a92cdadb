from datetime import date

import pytest

from summarizer.dating.doubtful_dates import DatingWords, date_language
from summarizer.model import Document
from summarizer.nlp.dates.calendar_dates import find_days, find_years


@pytest.mark.parametrize(
    ("told", "language"), [(None, "en"), ("en", "en"), ("en-GB", "en"), ("de", None), ("sw", None), ("no code", None)]
)
def test_dates_are_read_in_the_language_of_a_report(told, language):
    assert date_language(Document(id="a", text="It rained.", language=told)) == language


def test_a_language_without_the_words_dates_no_report():
    assert DatingWords.find("de") is None and DatingWords.find(None) is None
    assert find_days("June 5, 2023", language="en") == [date(2023, 6, 5)]
    assert find_days("June 5, 2023", language="de") == [] == find_years("On June 5, 2023 it fell.", "de")


def test_what_looks_back_or_ahead_is_told_by_words():
    words = DatingWords.find("en")
    assert words.looks_back.search("three years after the flood") and not words.looks_back.search("a year of floods")
    assert words.planned.search("It is due to open.") and not words.planned.search("It opened.")
    assert words.archive.search("File photo: the dam") and not words.archive.search("A photo of the dam")
