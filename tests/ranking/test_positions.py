"""How new what the sentences of a live blog tell is, and how new a report is beside the others of its event."""

from datetime import date, datetime

import pytest

from summarizer import Document, PartialDate, run_pipeline, summarize
from summarizer.model import LiveEntry, ReportDate
from summarizer.ranking.positions import positions_of, recency_of_reports, recency_of_sentences

HEAD = "A tunnel near the northern town has been flooded since Monday."
OLD = "Some ninety miners are feared trapped below the old shaft."
NEW = "The last of the miners was brought up from the shaft alive."


def blog(*told):
    """A live blog: texts, each with the hour of its entry, or None for what stands above all entries."""
    text = "\n\n".join(own for own, _ in told)
    entries = tuple(
        LiveEntry(start=text.index(own), published=PartialDate(value=datetime(2024, 3, 4, hour), precision="minute"))
        for own, hour in told
        if hour is not None
    )
    document = Document(id="a", text=text, entries=entries)
    return run_pipeline([document]).sentences, [document]


def test_what_stands_above_the_entries_is_as_new_as_the_newest():
    assert recency_of_sentences(*blog((HEAD, None), (NEW, 12), (OLD, 9))).tolist() == [1.0, 1.0, 0.5]
    assert recency_of_sentences(*blog((HEAD, None), (OLD, 9))).tolist() == [1.0, 1.0]


def test_a_live_blog_is_read_from_its_newest_entry_on():
    assert positions_of(*blog((HEAD, None), (OLD, 9), (NEW, 12))) == [0, 2, 1]


def known(day, status="stated"):
    published = PartialDate(value=datetime(2024, 3, day), precision="day") if day else None
    return ReportDate(published=published, published_is=status if day else "unknown", why="")


def test_a_report_counts_less_for_each_day_that_another_of_its_event_is_newer():
    dated = {"old": known(1), "late": known(4), "later": known(5), "none": known(None), "far": known(20)}
    recency = recency_of_reports([("old", "late", "later", "none"), ("far",)], dated)
    assert recency == pytest.approx({"old": 0.5, "late": 0.77, "later": 1.0})


def test_days_that_only_one_report_states_make_none_older():
    dated = {"stated": known(1), "one": known(2, "inferred"), "other": known(5, "inferred")}
    assert recency_of_reports([("stated", "one", "other")], dated) == {}


EARLY = (
    "Railway workers in Belwa will stop work for 24 hours on Wednesday in a dispute over pay, the union said. The"
    " company has offered a rise of 7 percent, and the union demands 12 percent."
)
LATE = (
    "Rail traffic in Belwa returned to normal on Thursday after a strike of 24 hours by railway workers, the railway"
    " said. The union wants talks on pay with the company next week."
)


@pytest.mark.parametrize(("days", "leads"), [((9, 12), "Rail traffic"), ((12, 9), "Railway workers")])
def test_the_newest_report_leads_and_gives_the_title(days, leads):
    texts, titles = (
        (EARLY, LATE),
        ("Belwa railway workers to stop work over pay", "Belwa railway workers end strike over pay"),
    )
    told = [
        Document(id=str(at), text=text, title=title, published=date(2026, 2, day))
        for at, (text, title, day) in enumerate(zip(texts, titles, days, strict=True))
    ]
    briefing = summarize(told)
    assert briefing.points[0].text.startswith(leads)
    assert briefing.title == titles[days.index(12)]
