"""Stated dates that cannot be, dates that may be two days, and the day of an outlet whose clock is told in UTC."""

from dataclasses import replace

import pytest

from summarizer import Document, list_sources, render, run_pipeline, summarize, trace_origins
from summarizer.model import Dateline, PartialDate
from summarizer.readers.documents import prepare_document

FERRY = (
    "The ferry Lady Anne ran aground off Cape Tolland early on Monday with 84 passengers on board, the coastguard said."
)
BOATS = "Lifeboats from three harbours took all passengers ashore before noon."
CAPTAIN = "The captain, Ole Brandt, told investigators that the steering had failed twice since the ship left port."
DIVERS = "Divers will inspect the hull of the ferry Lady Anne on Wednesday, the harbour master, Nina Quist, said."
UNION = "The union has called for an inquiry into the accident."


def report(name, *lines, **fields):
    return Document(id=name, text="\n\n".join(lines), language="en", **fields)


def dates_of(*documents):
    return run_pipeline(documents).dates


NEWS = (
    report("a", FERRY, BOATS, CAPTAIN, DIVERS, published="2024-03-18T10:00+00:00"),
    report("b", FERRY, BOATS, CAPTAIN, published="2024-03-18T13:00+00:00"),
)


@pytest.mark.parametrize(
    "stated", ["2099-12-27T10:00+00:00", "2025-12-27", "1970-01-01T00:00+00:00", "1980-01-01", "1970-01-01"]
)
@pytest.mark.parametrize("lines", [(DIVERS, UNION), (FERRY, UNION)])
def test_a_date_far_from_those_of_reports_that_tell_the_same_is_given_up(stated, lines):
    odd = report("odd", *lines, published=stated)
    known = dates_of(*NEWS, odd)
    assert {known[name].published_is for name in ("a", "b")} == {"stated"}
    assert known["odd"].published_is != "stated" and f"it states {stated}, which cannot be: " in known["odd"].why
    assert known["odd"].published is None or str(known["odd"].published) == "2024-03-18"
    briefing = summarize([*NEWS, odd])
    assert not any(year in render(briefing, "text") for year in ("2099", "2025", "1970", "1980"))
    assert trace_origins([*NEWS, odd]).dates["odd"] == known["odd"]


def test_a_lone_wrong_date_beside_one_report_is_the_one_that_is_given_up():
    for stated in ("2099-12-27", "1970-01-01T00:00+00:00", "1980-01-01"):
        known = dates_of(NEWS[0], report("odd", FERRY, BOATS, published=stated))
        assert (known["a"].published_is, known["odd"].published_is) == ("stated", "inferred"), stated


def test_a_date_that_programs_write_for_none_is_given_up_without_others():
    known = dates_of(report("odd", FERRY, BOATS, published="1970-01-01T00:00+00:00"))["odd"]
    assert (known.published, known.published_is) == (None, "unknown")
    assert known.why == "it states 1970-01-01T00:00+00:00, which cannot be: programs write that for none"
    old = report("old", "In 1970 the ferry Lady Anne ran aground.", BOATS, published="1970-01-01T00:00+00:00")
    assert dates_of(old)["old"].published_is == "stated"


def test_a_date_before_what_the_report_tells_is_given_up():
    told = "The ferry ran aground off Cape Tolland on 18 March 2024 with 84 passengers on board, the coastguard said."
    known = dates_of(report("odd", told, BOATS, published="2020-01-01"))["odd"]
    assert known.why.startswith("it states 2020-01-01, which cannot be: it tells of 2024-03-18")
    for planned in (
        "The ferry will sail on 18 March 2024 with 84 passengers on board, the coastguard said.",
        "The ferry was scheduled to sail on 18 March 2024, the coastguard said.",
        "The captain said that work on the ferry, which began last year, was expected to end on 18 March 2024.",
        "On 18 March 2024 a court was due to hear the case, the coastguard said.",
    ):
        assert dates_of(report("plan", planned, BOATS, published="2020-01-01"))["plan"].published_is == "stated"


@pytest.mark.parametrize(
    "lines",
    [
        (FERRY, "The accident of two years ago is still before the courts.", UNION),
        ("The ferry, which ran aground in 2026, was sold on Friday.", FERRY),
        ("Another ship of the line sank in the night, the police said.", UNION),
    ],
)
def test_a_report_that_looks_back_keeps_its_date(lines):
    assert dates_of(*NEWS, report("late", *lines, published="2026-03-20"))["late"].published_is == "stated"


def test_an_old_report_on_the_same_matter_keeps_its_date():
    known = dates_of(*NEWS, report("old", DIVERS, UNION, published="2019-04-15"))
    assert {one.published_is for one in known.values()} == {"stated"}
    pair = dates_of(NEWS[0], report("next", CAPTAIN, UNION, published="2025-03-20"))
    assert {one.published_is for one in pair.values()} == {"stated"}


def test_one_monday_is_not_of_two_years():
    known = dates_of(NEWS[0], report("next", FERRY, UNION, published="2025-03-20"))
    assert (known["a"].published_is, str(known["next"].published)) == ("stated", "2024-03-18")
    assert "a statement of it is in a, dated 2024-03-18" in known["next"].why


def test_a_message_sent_long_after_its_report_was_written_is_not_of_the_day_it_was_sent():
    sent = {"kind": "mail", "published": "2026-11-22T13:42+00:00"}
    known = dates_of(
        *NEWS,
        report("copy", FERRY, BOATS, CAPTAIN, UNION, **sent),
        report("other", UNION, "The steering was made in Kalmora in the yard of Bering and Sons.", **sent),
        report(
            "filed", "Nobody answered.", "The yard is shut.", dateline=Dateline(place="Tolland", day="March 19"), **sent
        ),
        report("new", "A court fined the line on Friday.", "It will appeal.", **sent),
    )
    assert str(known["copy"].published) == "2024-03-18" and known["copy"].published_is == "inferred"
    assert known["copy"].why.startswith("it was sent on 2026-11-22T13:42+00:00, but not written then: ")
    assert known["other"].published_is != "stated"
    assert str(known["filed"].published) == "2024-03-19" and known["filed"].published_is == "inferred"
    assert known["new"].published_is == "stated"
    fresh = report(
        "fresh", FERRY, kind="mail", published="2024-03-18", dateline=Dateline(place="Tolland", day="March 17")
    )
    assert dates_of(*NEWS, fresh)["fresh"].published_is == "stated"


MAY = (PartialDate.parse("2022-12-07"), PartialDate.parse("2022-07-12"))  # a Wednesday and a Tuesday
HULL = "Divers inspected the hull of the ferry on {}, the harbour master, Nina Quist, said after the work was done."
HOLE = "They found a hole two metres long below the waterline and took pictures of it for the inquiry."


def read_of(*others, weekday="Tuesday", **fields):
    return dates_of(report("f", HULL.format(weekday), HOLE, readings=MAY, **fields), *others)["f"]


@pytest.mark.parametrize(
    ("weekday", "wanted"), [("Tuesday", None), ("Wednesday", "2022-12-07"), ("Monday", None), ("Friday", None)]
)
def test_a_weekday_that_fits_one_reading_only_decides(weekday, wanted):
    known = read_of(weekday=weekday)
    assert (str(known.published) if known.published else None) == wanted
    assert known.published_is == ("inferred" if wanted else "unknown")
    assert "its date may be 2022-12-07 or 2022-07-12" in known.why
    assert (f"tells of {weekday}" if wanted else "nothing tells which") in known.why


def test_other_reports_decide_where_they_are_near_one_reading_only():
    other = report("o", "The port was closed for a day.", UNION, published="2022-12-08")
    known = read_of(other)
    assert (str(known.published), known.published_is) == ("2022-12-07", "inferred")
    assert known.why == "its date may be 2022-12-07 or 2022-07-12; another report is dated 2022-12-08"
    both = read_of(other, replace(other, id="p", published="2022-07-11"))
    assert (both.published, both.published_is) == (None, "unknown")
    assert read_of(replace(other, published="2022-10-01")).published is None


def test_a_dateline_decides_between_readings():
    known = read_of(dateline=Dateline(place="Tolland", day="Dec. 6"))
    assert str(known.published) == "2022-12-07" and known.why.endswith("its dateline says Dec. 6")


def test_both_readings_and_changes_are_shown_with_the_sources():
    odd = report("f", HULL.format("Tuesday"), HOLE, readings=MAY)
    changed = report("g", FERRY, BOATS, published="2024-03-18", updated=PartialDate.parse("2024-03-21"))
    last = report("h", CAPTAIN, UNION, published="2024-03-21", updated=PartialDate.parse("2024-03-21"))
    given = [prepare_document(one) for one in (odd, changed, last)]
    shown = " ".join(list_sources(given, trace_origins(given)).split())
    assert "not found (unknown: its date may be 2022-12-07 or 2022-07-12, and nothing tells which)" in shown
    assert "2024-03-18 (updated 2024-03-21)" in shown
    assert "2024-03-21 (of its last change)" in shown
    assert trace_origins(given).dates["h"].why == "the report states that it was changed then, and no other date"


SINKS = "A ferry with 84 passengers sank off {} before dawn on {}, the coastguard said."
CLOCKS = [
    ("2024-03-19T06:30+09:00", "Tuesday", "2024-03-19"),
    ("2024-03-20T07:10+13:00", "Wednesday", "2024-03-20"),
    ("2024-03-19T18:10+00:00", "Wednesday", "2024-03-20"),
    ("2024-03-19T18:10+00:00", "Tuesday", "2024-03-19"),
    ("2024-03-19T18:10+00:00", "Monday", "2024-03-18"),
    ("2024-03-19T08:10+00:00", "Wednesday", "2024-03-13"),
    ("2024-03-19T18:10", "Wednesday", "2024-03-20"),
    ("2024-03-19T18:10-05:00", "Wednesday", "2024-03-13"),
    ("2024-03-18T22:30-05:00", "Monday", "2024-03-18"),
]


@pytest.mark.parametrize(("stated", "weekday", "wanted"), CLOCKS)
def test_weekdays_are_counted_from_the_day_of_the_outlet(stated, weekday, wanted):
    one = report("a", SINKS.format("Seoul", weekday), BOATS, published=stated)
    briefing = summarize([one])
    assert {str(phrase.first) for point in briefing.points for phrase in point.dates} == {wanted}
    assert str(briefing.sections[0].when.start) == wanted
    assert briefing.sources[0].published_is == "stated" and str(briefing.sources[0].published) == stated


def test_this_morning_is_of_the_day_that_the_weekday_tells():
    one = report(
        "a", SINKS.format("Auckland", "Wednesday"), "The minister visited the survivors this morning.",
        published="2024-03-19T18:10+00:00",
    )  # fmt: skip
    found = {phrase.text: str(phrase.first) for point in summarize([one]).points for phrase in point.dates}
    assert found == {"Wednesday": "2024-03-20", "this morning": "2024-03-20"}
