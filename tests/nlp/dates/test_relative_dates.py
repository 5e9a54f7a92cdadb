"""Date phrases, and the days that they mean."""

from datetime import date
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.nlp.dates.phrase_patterns import date_words_of
from summarizer.nlp.dates.relative_dates import find_date_phrases

MONDAY = "2023-06-19"
SUNDAY = "2023-06-18"
FRIDAY = "2024-05-03"


def found(text, told=MONDAY):
    """Each phrase as "Sunday=2023-06-18" or "last week=2023-06-12/2023-06-18"."""
    days = None if told is None else (date.fromisoformat(told),) * 2
    return [
        f"{one.text}={one.first}" + ("" if one.first == one.last else f"/{one.last}")
        for one in find_date_phrases(text, days)
    ]


RESOLVED = [
    # Weekdays: the last one, or in a future clause the coming one.
    ("Officials said Sunday that they met.", MONDAY, ["Sunday=2023-06-18"]),
    ("They met on Monday morning.", MONDAY, ["Monday morning=2023-06-19"]),
    ("Two bridges fell on Tuesday night.", MONDAY, ["Tuesday night=2023-06-13"]),
    ("The ministers will meet on Friday.", MONDAY, ["Friday=2023-06-23"]),
    ("The suspects are due to appear in court on Monday.", "2024-03-20", ["Monday=2024-03-25"]),
    ("He said he will meet them on Friday.", MONDAY, ["Friday=2023-06-23"]),
    ("They will meet next Friday.", MONDAY, ["next Friday=2023-06-23"]),
    ("The sponsor suspended its deal last Friday.", "2024-05-08", ["last Friday=2024-05-03"]),
    ("AT LEAST 38 PEOPLE DIED ON TUESDAY.", "2024-03-13", ["TUESDAY=2024-03-12"]),
    ("At Sunday’s meeting, Blinken urged restraint.", MONDAY, ["Sunday=2023-06-18"]),
    ("The WHO put the drug on its list on Thursday.", "2023-07-14", ["Thursday=2023-07-13"]),
    (
        "Police arrested four people, among them the president, on Thursday in Almenara.",
        FRIDAY,
        ["Thursday=2024-05-02"],
    ),
    ("They met on Monday and Tuesday.", "2023-06-21", ["Monday=2023-06-19", "Tuesday=2023-06-20"]),
    # Days named by words.
    ("The army announced it yesterday.", MONDAY, ["yesterday=2023-06-18"]),
    ("The ships arrived earlier today.", MONDAY, ["today=2023-06-19"]),
    ("The ministers will speak tonight.", MONDAY, ["tonight=2023-06-19"]),
    ("Tomorrow the king will give a speech.", MONDAY, ["Tomorrow=2023-06-20"]),
    # Weeks run from Monday to Sunday.
    ("Also last week, China denounced the sanctions.", "2023-06-06", ["last week=2023-05-29/2023-06-04"]),
    ("The vote was held this week.", "2023-06-07", ["this week=2023-06-05/2023-06-11"]),
    ("Over the weekend, the Pentagon released a video.", "2023-06-06", ["the weekend=2023-06-03/2023-06-04"]),
    ("They traded barbs this past weekend.", "2023-06-06", ["this past weekend=2023-06-03/2023-06-04"]),
    ("More rain is forecast for the weekend.", "2024-03-13", ["the weekend=2024-03-16/2024-03-17"]),
    # Months and years.
    ("They met last month.", MONDAY, ["last month=2023-05-01/2023-05-31"]),
    ("It will open next month.", "2023-12-05", ["next month=2024-01-01/2024-01-31"]),
    ("Earlier this month, he rejected the request.", MONDAY, ["Earlier this month=2023-06-01/2023-06-19"]),
    ("It lost money last year.", MONDAY, ["last year=2022-01-01/2022-12-31"]),
    ("Ties fell to a low in February.", MONDAY, ["February=2023-02-01/2023-02-28"]),
    ("They downed a balloon in early February.", MONDAY, ["early February=2023-02-01/2023-02-28"]),
    ("Earlier in May, Wang met Sullivan.", MONDAY, ["May=2023-05-01/2023-05-31"]),
    ("The two had agreed on it last November.", MONDAY, ["last November=2022-11-01/2022-11-30"]),
    ("The summit in November was long.", MONDAY, ["November=2022-11-01/2022-11-30"]),
    ("Ghana will roll out the drug from October.", "2023-07-14", ["October=2023-10-01/2023-10-31"]),
    ("They met in November 2022.", None, ["November 2022=2022-11-01/2022-11-30"]),
    ("It was built in 1978.", None, ["1978=1978-01-01/1978-12-31"]),
    # Days of a month.
    ("The visit on June 5 went well.", MONDAY, ["June 5=2023-06-05"]),
    ("They met on 18 June 2023.", None, ["18 June 2023=2023-06-18"]),
    ("The committee meets next on June 5.", "2025-03-19", ["June 5=2025-06-05"]),
    ("It happened on December 31.", "2024-01-02", ["December 31=2023-12-31"]),
    ("The five will be arraigned on Monday, March 25.", "2024-03-20", ["Monday, March 25=2024-03-25"]),
    # So long ago.
    ("He left three weeks ago.", MONDAY, ["three weeks ago=2023-05-29/2023-06-04"]),
    ("He left two days ago.", MONDAY, ["two days ago=2023-06-17"]),
    (
        "He was arrested on May 2 and released a day later.",
        "2024-05-08",
        ["May 2=2024-05-02", "a day later=2024-05-03"],
    ),
    # A planned visit may long be past.
    ("He postponed a planned visit to China in February.", MONDAY, ["February=2023-02-01/2023-02-28"]),
    # Two cues, the nearer one decides.
    ("Blinken, who left on Friday, will land on Tuesday.", MONDAY, ["Friday=2023-06-16", "Tuesday=2023-06-20"]),
]


@pytest.mark.parametrize(("text", "told", "wanted"), RESOLVED)
def test_phrases_mean_days(text, told, wanted):
    assert found(text, told) == wanted


UNCLEAR = [
    ("They met on Sunday.", None),  # nobody knows from which day to count
    ("Almenara host Getxo on Saturday at 9 p.m.", FRIDAY),  # no verb tells whether it looks back
    ("He asked to meet them on Sunday.", MONDAY),  # nor does an infinitive
    ("They will meet detained Americans on Friday.", MONDAY),  # who was detained then, or met
    ("The two agreed on it last May.", MONDAY),  # last month, or a year before
    ("It happened last Friday.", "2023-06-17"),  # yesterday, or the week before
    ("Officials downplayed it last week.", SUNDAY),  # some weeks end on a Saturday
    ("“We met on Sunday and talked all day,” he said.", MONDAY),  # counted from the day of the saying
    ("A weak shilling today is dear bread.", MONDAY),
    ("He must report to the court every Monday.", MONDAY),
    ("Many women were at home on a Sunday morning.", MONDAY),
    ("Black Friday was slow.", MONDAY),
    ("It passed and is aimed at averting a strike Thursday at midnight.", MONDAY),  # which is to come
    ("Work continues on a plan to keep it open, in the capital, Tuesday.", MONDAY),  # a plan of when?
    ("The Sunday Times reported it.", MONDAY),
    ("It was open Monday to Friday.", MONDAY),
    ("They talked for two days.", MONDAY),
    ("It began more than two years ago.", MONDAY),
    ("Two days later he left.", MONDAY),  # later than what
    ("The talks may resume.", MONDAY),
    ("Theresa May met them, and the march went on.", MONDAY),
    ("The accounts of the 2022-23 season were late.", MONDAY),
    ("The missing 2023 people were found.", MONDAY),
    ("They met on 31 June 2023.", MONDAY),
    ("They scored June 5.3 points.", MONDAY),
    ("Over the last week of the month it rained.", MONDAY),
    ("The IMF, whose mission visits Nairobi in April, has asked for cuts.", "2025-03-20"),
]


@pytest.mark.parametrize(("text", "told"), UNCLEAR)
def test_what_could_mean_two_things_is_left_out(text, told):
    assert found(text, told) == []


@pytest.mark.parametrize(("day", "phrases"), [("June 29", ["June 29"]), ("June 22", ["this Thursday", "June 22"])])
def test_a_weekday_that_the_text_itself_dates_otherwise_is_left_out(day, phrases):
    told = date.fromisoformat(MONDAY)
    text = f"The new chart will appear this Thursday ({day})."
    assert [one.text for one in find_date_phrases(text, (told, told))] == phrases


def test_a_month_resolves_only_what_means_the_same_all_through_it():
    july = date(2023, 7, 1), date(2023, 7, 31)
    text = "They met on Sunday; it was built in February, and ended last year."
    assert [one.text for one in find_date_phrases(text, july)] == ["February", "last year"]


ROLES = [
    ("Officials met on Sunday.", ["told"]),
    ("Officials said Sunday that they had met.", ["said"]),
    ("He told reporters in Abuja on Sunday that all was well.", ["said"]),
    ("It is so, according to a ministry statement published Sunday.", ["said"]),
    ("Blinken, who left on Sunday, was tired.", ["aside"]),
    ("It has been closed since Sunday.", ["aside"]),
    ("Prices rose to 3% in May from 2% in April.", ["told", "aside"]),
    ("The talks began after Biden took office in January 2021.", ["aside"]),
    ("The company, founded in Osaka in 1921, spent 14 years on it.", ["aside"]),
    ("The dam, the highest of its kind in 1978, burst.", ["aside"]),
    ("The dam, which is 22 metres high, was commissioned in 1978.", ["told"]),
    ("The spokesman said that the wall fell on Sunday.", ["told"]),
    ("“It was built in 1978 by the army,” he said.", ["aside"]),
]


@pytest.mark.parametrize(("text", "wanted"), ROLES)
def test_a_phrase_dates_the_news_the_saying_or_something_by_the_way(text, wanted):
    told = (date.fromisoformat(MONDAY),) * 2
    assert [one.role for one in find_date_phrases(text, told)] == wanted


def test_what_is_to_come_is_marked_as_such():
    told = (date.fromisoformat(MONDAY),) * 2
    ahead, back = find_date_phrases("They will meet on Friday, having met on June 5.", told)
    assert (ahead.is_ahead, back.is_ahead) == (True, False)
    assert (ahead.is_relative, back.is_relative) == (True, False)


def test_a_phrase_stands_where_it_says():
    text = "Earlier in May, Wang met Sullivan, and on 18 June 2023 Blinken met Qin."
    told = (date.fromisoformat(MONDAY),) * 2
    assert [one.span.of(text) for one in find_date_phrases(text, told)] == ["May", "18 June 2023"]


WORDS = st.sampled_from(
    "Sunday last next this week weekend month year in on since the May February early 2023 1978 June 5 18 ago two days"
    " later yesterday today will met said , . ’s “ ” to 31 31st of over at December 29 9999".split()
)
TOLD = st.dates().map(lambda day: (day, day)) | st.just((date.min, date.max)) | st.none()


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60), TOLD)
def test_any_text_on_any_day_is_read_without_a_crash(text, told):
    phrases = find_date_phrases(text, told)
    assert all(one.first <= one.last and one.span.of(text) == one.text for one in phrases)
    assert all(one.span.end <= other.span.start for one, other in pairwise(phrases))


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_what_holds_no_hint_holds_no_phrase(text):
    words = date_words_of("en")
    hinted = any(hint in text.lower() for hint in words.hints) or any(name in text for name in words.names)
    assert hinted or not words.phrase.search(text)


def test_a_programme_in_capitals_is_no_day():
    told = (date(2012, 5, 15),) * 2
    assert [one.text for one in find_date_phrases("He told TODAY Thursday.", told)] == ["Thursday"]
    assert [one.text for one in find_date_phrases("He told reporters today.", told)] == []
    assert [one.text for one in find_date_phrases("Today said it fell. He said today it rose.", told)] == ["today"]


def test_phrases_of_a_language_without_the_words_are_not_read():
    told = (date(2012, 5, 15),) * 2
    assert (
        find_date_phrases("He fell on Thursday.", told, "de")
        == find_date_phrases("He fell on Thursday.", told, None)
        == ()
    )


def test_long_text_takes_no_longer_than_its_length():
    def cost(times):
        text = "He said on Sunday that they met in February , and will meet again two days later . " * times
        start = process_time()
        find_date_phrases(text, (date(2023, 6, 19),) * 2)
        return process_time() - start

    cost(20)
    assert cost(200) < 40 * max(cost(20), 0.002)
