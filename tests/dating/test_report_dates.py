"""The dates of reports: stated, inferred from what they share with others, or unknown."""

from dataclasses import replace
from datetime import date

import pytest

from summarizer import Document, Settings, run_pipeline, summarize, trace_origins
from summarizer.model import Dateline
from tests.labelled_stories import LABELS, REPORTS, documents, labels, run

# A report of Tuesday that tells of Sunday, and one on the same event without a date.
DATED = (
    "An earth dam burst before dawn on Sunday near Jalko, killing 38 people and driving 12,000 from their homes.\n\n"
    "The Belwa dam on the River Yarim gave way after two days of heavy rain, the emergency agency said.\n\n"
    "Two bridges were destroyed and the road from Jalko to Wukari was cut."
)
UNDATED = (
    "At least 38 people died when an earth dam burst near Jalko before dawn on Sunday, authorities said Monday.\n\n"
    "The Belwa dam on the River Yarim gave way after two days of heavy rain, the emergency agency said.\n\n"
    "Survivors waited on the roofs of the market for boats."
)
OTHER = (
    "The central bank cut its key rate on Wednesday to 10.5 per cent, the first cut in 14 months.\n\n"
    "The shilling held steady against the dollar, and dealers said that they had expected as much."
)


def dates(*given, **knobs):
    return run_pipeline(given, Settings(**knobs)).dates


@pytest.mark.parametrize(("story", "name"), REPORTS)
def test_each_report_is_dated_as_its_label_says(story, name):
    label, known = labels(story)["reports"][name]["dated"], run(story).dates[name]
    found = str(known.published)[: len(label["as"])] if known.published else None
    assert (known.published_is, found) == (label["is"], label["as"]), known.why


@pytest.mark.parametrize("story", LABELS)
def test_the_source_list_and_the_briefing_tell_the_same_dates(story):
    traced = trace_origins(documents(story).values()).dates
    assert traced == run(story).dates


def test_an_undated_report_has_the_date_of_the_event_it_shares():
    known = dates(Document(id="a", text=DATED, published="2024-03-12"), Document(id="b", text=UNDATED))["b"]
    assert str(known.published) == "2024-03-11" and known.published_is == "inferred"
    assert known.why == "it tells of Sunday, as a does of 2024-03-10, and of Monday after it"
    assert known.news == (date(2024, 3, 10),)


def test_what_shares_nothing_stays_unknown():
    known = dates(Document(id="a", text=DATED, published="2024-03-12"), Document(id="b", text=OTHER))["b"]
    assert known.published is None and known.published_is == "unknown"


def test_another_weekday_is_another_event():
    text = UNDATED.replace("Sunday", "Friday").replace("Monday", "Saturday")
    known = dates(Document(id="a", text=DATED, published="2024-03-12"), Document(id="b", text=text))["b"]
    assert known.published_is == "unknown"


def test_the_same_weekday_alone_proves_nothing():
    text = OTHER.replace("Wednesday", "Sunday")
    known = dates(Document(id="a", text=DATED, published="2024-03-12"), Document(id="b", text=text))["b"]
    assert known.published_is == "unknown"


def test_nor_does_what_both_tell_of_long_ago():
    old = "The Belwa dam on the River Yarim was built by the army in 1978."
    text = f"{OTHER.replace('Wednesday', 'Sunday')}\n\n{old}"
    known = dates(Document(id="a", text=f"{DATED}\n\n{old}", published="2024-03-12"), Document(id="b", text=text))["b"]
    assert known.published_is == "unknown"


def test_of_two_events_that_fit_alike_neither_counts():
    first, second = DATED.split("\n\n")[1], OTHER.split("\n\n")[1]
    hikers = (
        "Guides found three hikers in the hills on Sunday, a day after they had lost their way in a storm.\n\n"
        "A dog had led them there, the guides said.\n\nAll three of the hikers were cold but well."
    )
    text = f"{hikers}\n\n{first}\n\n{second}"
    given = (
        Document(id="a", text=DATED, published="2024-03-12"),
        Document(id="b", text=OTHER.replace("Wednesday", "Sunday"), published="2024-04-15"),
    )
    assert dates(*given, Document(id="c", text=text))["c"].published_is == "unknown"
    assert str(dates(given[0], Document(id="c", text=text))["c"].published) == "2024-03-10"


def test_one_old_date_proves_nothing():
    background = "The Belwa dam was opened on June 18, 2023, by the governor, the ministry said."
    known = dates(
        Document(id="a", text=f"{DATED}\n\n{background}", published="2024-03-12"),
        Document(id="b", text=f"{OTHER}\n\n{background}"),
    )["b"]
    assert known.published_is == "unknown"
    alone = dates(Document(id="b", text=f"{background}\n\n{OTHER}"))["b"]
    assert alone.published_is == "unknown"


def test_a_day_told_in_full_counts_where_the_opening_names_its_weekday():
    text = "The envoy opened talks in Beijing on Sunday.\n\nThe two shook hands on June 18, 2023, before reporters."
    known = dates(Document(id="a", text=text))["a"]
    assert str(known.published) == "2023-06-18" and known.published_is == "inferred"
    assert "in full" in known.why
    other = dates(Document(id="a", text=text.replace("on Sunday", "on Friday")))["a"]
    assert other.published_is == "unknown"


def test_a_picture_proves_nothing_by_its_own_weekday():
    caption = "Guards stand at the gate of the old palace, Tuesday, March 12, 2024."
    story = "The envoy opened talks with the ministers of both states in the old palace."
    assert dates(Document(id="a", text=f"{caption}\n\n{story}"))["a"].published_is == "unknown"
    known = dates(Document(id="a", text=f"{caption}\n\n{story[:-1]} on Tuesday."))["a"]
    assert str(known.published) == "2024-03-12"


def test_a_picture_out_of_the_files_proves_nothing():
    caption = "In this March 12, 2024, {}photo, guards stand at the gate of the old palace."
    story = "The envoy opened talks with the ministers of both states in the old palace on Tuesday."
    known = [dates(Document(id="a", text=f"{caption.format(kind)}\n\n{story}"))["a"] for kind in ("file ", "")]
    assert [one.published_is for one in known] == ["unknown", "inferred"]


def test_a_report_that_tells_of_the_day_after_its_picture_was_written_then():
    caption = "Guards stand at the gate of the old palace, Tuesday, March 12, 2024."
    story = "The envoy announced Wednesday that they had agreed.\n\nThe talks had opened on Tuesday in the old palace."
    known = dates(Document(id="a", text=f"{caption}\n\n{story}"))["a"]
    assert str(known.published) == "2024-03-13" and "Wednesday after it" in known.why


def test_a_day_in_the_opening_of_an_undated_report_is_not_that_of_the_event():
    text = "We do not know who ordered the break-in at the harbour office on June 17, 1972.\n\nThe minister resigned."
    known = dates(Document(id="a", text=text), Document(id="b", text=OTHER))
    assert known["a"].days == () and known["a"].published_is == "unknown"
    briefing = summarize([Document(id="a", text=text), Document(id="b", text=OTHER)])
    assert [section.when for section in briefing.sections] == [None] * len(briefing.sections)


def test_such_a_day_counts_where_another_report_was_written_then():
    text = "A wall of water went through Jalko on March 10, when the guards slept.\n\nNobody had warned the town."
    known = dates(Document(id="a", text=DATED, published="2024-03-12"), Document(id="b", text=text))["b"]
    assert known.days == (date(2024, 3, 10),)


def test_a_line_that_says_when_it_was_published_states_the_date():
    text = "The judge threw out three of the charges. (Published Tuesday, April 23, 2013)\n\nFive others stay."
    known = dates(Document(id="a", text=text))["a"]
    assert str(known.published) == "2013-04-23" and known.published_is == "stated"


def test_a_report_that_says_nothing_here_does_not_date_the_event():
    song = "The summer held its breath too long over the fields.\n\nThe winter looked the same to all of them."
    given = (
        Document(id="song", text=song, published="2008-09-02"),
        Document(id="b", text=DATED),
        Document(id="c", text=UNDATED),
    )
    briefing = summarize(given, Settings(sentences=1))
    assert briefing.points[0].citations[0].document != "song"
    assert briefing.sections[0].when is None


def test_a_report_that_opens_with_its_date_states_it():
    text = "Saturday, March 26, 2005 Four times as many women as men died, a study says.\n\nThe study came out late."
    known = dates(Document(id="a", text=text))["a"]
    assert str(known.published) == "2005-03-26" and known.published_is == "stated"


def test_a_copy_has_the_date_of_its_original():
    text = (
        "The minister opened the railway bridge over the river.\n\nA storm tore the roof off the old theatre.\n\n"
        "Farmers blocked the harbour with two hundred tractors."
    )
    known = dates(Document(id="a", text=text, published="2024-03-12"), Document(id="b", text=text))["b"]
    assert str(known.published) == "2024-03-12" and known.published_is == "inferred"
    assert known.why == "3 of its statements are in a, dated 2024-03-12"


def test_a_dateline_takes_the_nearest_year():
    known = dates(
        Document(id="a", text=DATED, published="2024-01-02"),
        Document(id="b", text=OTHER, dateline=Dateline(place="Nairobi", day="Dec 30")),
    )["b"]
    assert str(known.published) == "2023-12-30" and known.published_is == "inferred"


def test_weekdays_count_from_the_day_of_the_dateline():
    dateline = Dateline(place="Jalko", day="March 11")
    text = DATED.replace("before dawn on Sunday", "on Tuesday")
    known = dates(Document(id="a", text=text, published="2024-03-13", dateline=dateline))["a"]
    assert known.news == (date(2024, 3, 5),)


def test_the_order_of_the_reports_changes_no_date():
    given = [replace(one, published=None) if one.id == "dam_1" else one for one in documents("dam").values()]
    assert dates(*given) == dates(*reversed(given))


def test_the_reason_is_in_the_briefing():
    briefing = summarize([Document(id="a", text=DATED, published="2024-03-12"), Document(id="b", text=UNDATED)])
    assert briefing.sources[0].published_why == "the report states it"
    assert "as a does of 2024-03-10" in briefing.sources[1].published_why


# Hide the date of one report after another: what is inferred then is the true day or one before it, never after it
# and never another event's.
@pytest.mark.parametrize(("story", "name"), REPORTS)
def test_a_hidden_date_is_found_again_or_left_unknown(story, name):
    true = labels(story)["reports"][name]["dated"]["as"]
    given = [replace(one, published=None, dateline=None) if one.id == name else one for one in run(story).documents]
    known = dates(*given)[name]
    if known.published is None:
        assert known.published_is == "unknown"
        return
    day = known.published.day
    is_found = day.isoformat().startswith(true) or 0 < (date.fromisoformat(true) - day).days <= 1
    assert is_found, known.why
