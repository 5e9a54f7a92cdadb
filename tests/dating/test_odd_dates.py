"""Reports whose dates are odd: sensible output, no crash, no cost that grows with the square."""

from dataclasses import replace
from datetime import date
from time import process_time

import pytest

from summarizer import Briefing, Document, Settings, read_documents, render, run_pipeline, summarize
from summarizer.briefing.sections import group_documents
from summarizer.cleaning.split_sentences import split_document
from summarizer.dating.report_dates import date_documents, find_dates
from summarizer.model import Dateline, Statement
from summarizer.readers.documents import prepare_document
from tests.labelled_stories import documents

NEWS = "The minister opened the new railway bridge over the river on Sunday, the government said."
MORE = "Two hundred guests watched the first train cross in February, and it will be back next week."


def shown(*given, **knobs):
    """The briefing in every format, and read back."""
    briefing = summarize(given, Settings(**knobs))
    for name in ("terminal", "markdown", "text"):
        assert render(briefing, name)
    assert Briefing.from_json(render(briefing, "json")) == briefing
    return briefing


@pytest.mark.parametrize("day", ["2099-01-01", "9999-12-31", "9999-12", "9999", "0001-01-01", "0001"])
def test_a_date_far_away_is_given_up_where_others_tell_the_same(day):
    near, far = (
        Document(id="a", text=f"{NEWS}\n\n{MORE}", published="2024-03-12"),
        Document(id="b", text=NEWS, published=day),
    )
    briefing = shown(near, replace(far, text=f"{NEWS}\n\nNobody came."), Document(id="c", text=f"{NEWS}\n\n{MORE}"))
    (source,) = (source for source in briefing.sources if source.document == "b")
    assert (str(source.published), source.published_is) == ("2024-03-10", "inferred")
    assert source.published_why.startswith(f"it states {day}, which cannot be: ")


@pytest.mark.parametrize("day", ["2099-01-01", "9999-12-31", "9999-12", "9999", "0001-01-01", "0001"])
def test_a_date_far_away_is_taken_as_stated_where_nothing_is_against_it(day):
    briefing = shown(Document(id="a", text=f"{NEWS}\n\n{MORE}", published=day))
    assert (str(briefing.sources[0].published), briefing.sources[0].published_is) == (day, "stated")


def test_an_event_on_the_last_day_of_the_calendar_dates_its_reports():
    text = NEWS.replace("Sunday", "Friday")  # 31 December 9999
    given = Document(id="a", text=f"{text}\n\nNobody came.", published="9999-12-31"), Document(id="b", text=text)
    known = run_pipeline(given).dates["b"]
    assert str(known.published) == "9999-12-31" and known.published_is == "inferred"


@pytest.mark.parametrize(
    "line", ["31 June 2023", "June 31, 2023", "00 May 2024", "2023-02-30", "45.13.2023", "30 февраля 2024"]
)
def test_an_impossible_date_is_no_date(line):
    text = f"{line}\n\n{NEWS}\n\nThe bridge was closed on 31 June 2023 and opened on February 30.\n\n{MORE}"
    known = run_pipeline([prepare_document(Document(id="a", text=text))], Settings(words=100)).dates["a"]
    assert known.published is None and known.published_is == "unknown"
    assert not known.days


def test_impossible_datelines_date_nothing():
    given = Document(id="a", text=f"{NEWS}\n\n{MORE}", dateline=Dateline(place="Rome", day="June 31"))
    assert (
        run_pipeline([given, Document(id="b", text=MORE, published="2024-03-12")]).dates["a"].published_is == "unknown"
    )
    leap = Document(id="a", text=f"{NEWS}\n\n{MORE}", dateline=Dateline(place="Rome", day="Feb 29"))
    known = run_pipeline([leap, Document(id="b", text=MORE, published="2023-03-12")]).dates["a"]
    assert str(known.published) == "2024-02-29"  # the nearest year that has one


def test_of_several_datelines_the_first_counts(tmp_path):
    text = (
        f"BEIJING, June 19 (AP) — {NEWS}\n\n{MORE}\n\n"
        "WASHINGTON, June 21 (AP) — The president praised the bridge on Wednesday.\n\n"
        "Published: 19 June 2023\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    briefing = shown(*read_documents([tmp_path]))
    assert str(briefing.sources[0].published) == "2023-06-19"
    sunday = [phrase for point in briefing.points for phrase in point.dates if phrase.text == "Sunday"]
    assert {phrase.first for phrase in sunday} == {date(2023, 6, 18)}


def test_a_report_in_another_language_gets_no_marks():
    foreign = (
        "Der Minister eröffnete am Sonntag die neue Brücke über den Fluss.\n\n"
        "Zweihundert Gäste sahen im November 2022 den ersten Zug, sagte Herr April Sunday am Montag."
    )
    given = Document(id="a", text=foreign, language="de", published="2024-03-12")
    briefing = shown(given, Document(id="b", text=f"{NEWS}\n\n{MORE}", published="2024-03-12"), words=200)
    for point in briefing.points:
        assert not point.dates or point.citations[0].document == "b"
    assert run_pipeline([replace(given, published=None)]).dates["a"].published_is == "unknown"


def test_one_long_quotation_gets_no_relative_date():
    inner = " ".join(
        f"We met on Sunday in room {number}, and again last week, and in February." for number in range(80)
    )
    briefing = shown(Document(id="a", text=f"“{inner}”", published="2024-03-12"), words=100)
    assert all(phrase.is_relative is False for point in briefing.points for phrase in point.dates)


def test_two_hundred_copies_are_dated_like_one():
    text = f"{NEWS}\n\n{MORE}\n\nThe ferry that it replaces will be sold to a museum."
    given = [Document(id="dated", text=text, published="2024-03-12")]
    given += [Document(id=f"copy{number:03}", text=text) for number in range(200)]
    known = run_pipeline(given).dates
    assert {(str(one.published), one.published_is) for name, one in known.items() if name != "dated"} == {
        ("2024-03-10", "inferred")
    }


def stage(count):
    """What dating, grouping and finding phrases costs for so many reports, half of them undated."""
    stories = [one.text for story in ("seeds", "dam", "rates") for one in documents(story).values()]
    given, sentences = [], []
    for number in range(count):
        text = f"{stories[number % len(stories)]}\n\nThe desk counted {number} calls on Sunday, it said."
        published = f"2024-03-{number % 28 + 1:02}" if number % 2 else None
        document = prepare_document(Document(id=f"d{number}", text=text, published=published))
        given.append(replace(document, published=document.published if number % 2 else None))
        sentences += split_document(document, "en", first_id=len(sentences))[0]
    origin_of = {document.id: document.id for document in given}
    groups = {}
    for sentence in sentences:
        groups.setdefault(sentence.text, []).append(sentence)
    statements = [Statement(sentences=tuple(same), origin_of=origin_of, score=0.1) for same in groups.values()]
    start = process_time()
    dated = date_documents(given, sentences, statements)
    group_documents(given, sentences, dated)
    find_dates(statements[:50], given, dated)
    return process_time() - start


def test_the_cost_grows_with_the_reports_not_with_their_square():
    stage(8)
    few, many = min(stage(40) for _ in range(2)), stage(320)
    assert many < 8 * 3 * few, (few, many)
