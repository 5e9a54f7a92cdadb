import pytest

from summarizer.discrepancies.times import time_of
from summarizer.model import PartialDate, ReportDate

PAIRS = {
    "two days": (("2023-09-09", ""), ("2023-09-10", ""), True),
    "one day": (("2023-09-09", ""), ("2023-09-09", ""), False),
    "two hours of a day": (("2023-09-09T09:00", ""), ("2023-09-09T15:00", ""), True),
    "one and the same minute": (("2023-09-09T09:00", ""), ("2023-09-09T09:00", ""), False),
    "two zones": (("2023-09-09T15:20+00:00", ""), ("2023-09-09T16:10+01:00", ""), False),
    "two zones, the other way": (("2023-09-09T16:10+01:00", ""), ("2023-09-09T15:20+00:00", ""), True),
    "parts of a day": (
        ("2023-09-09", "The ministry said early on Saturday."),
        ("2023-09-09", "The ministry said on Saturday afternoon."),
        True,
    ),
}


def told(stated, text):
    published = PartialDate.parse(stated)
    day = published.day
    return time_of(text, ReportDate(published=published, published_is="stated", why="x", written=(day, day)))


@pytest.mark.parametrize(("first", "second", "wanted"), PAIRS.values(), ids=PAIRS)
def test_which_was_surely_told_first(first, second, wanted):
    assert told(*first).is_before(told(*second)) == wanted
    assert not (wanted and told(*second).is_before(told(*first)))
    assert (told(*first).rank < told(*second).rank) >= wanted


@pytest.mark.parametrize("stated", ["0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00"])
def test_the_ends_of_the_calendar_are_times(stated):
    assert abs(told(stated, "").rank) < 4_000_000


def test_without_a_day_nothing_is_known():
    assert time_of("x", None) is None
    assert told("2023-09", "") is None
