from datetime import date

import pytest

from summarizer import Document, Settings, summarize
from summarizer.briefing import date_documents, group_documents
from summarizer.ingest import prepare_document, split_document
from tests.labelled import LABELS, labels, run

FIRST = "The minister opened the new railway bridge over the river, the government said."
OTHER = "A storm tore the roof off the old theatre in the town, the fire service said."


def group(*documents):
    prepared = [prepare_document(document) for document in documents]
    sentences = [sentence for document in prepared for sentence in split_document(document, "en")[0]]
    dated = date_documents(prepared, sentences)
    return group_documents(prepared, sentences, dated), dated


@pytest.mark.parametrize("story", LABELS)
def test_events_are_told_apart_as_the_labels_have_them(story):
    done = run(story)
    dated = date_documents(done.documents, done.sentences)
    groups = group_documents(done.documents, done.sentences, dated)
    wanted = {frozenset(event["reports"]) for event in labels(story)["events"]}
    assert {frozenset(group) for group in groups} == wanted


def test_the_seeds_tell_of_two_events_on_their_days():
    sections = run("seeds").briefing.sections
    assert [str(section.when.start) + "/" + str(section.when.end) for section in sections] == [
        "2023-06-18/2023-06-19",
        "2023-06-18/2023-06-19",
        "2023-06-05/2023-06-05",
    ]
    assert sections[0].heading == "Bottom line" and len(sections[0].points) == 1


def test_days_far_apart_are_two_events():
    groups, _ = group(
        Document(id="a", text=FIRST, published="2024-03-01"),
        Document(id="b", text=FIRST, published="2024-03-03"),
        Document(id="c", text=OTHER, published="2024-03-20"),
    )
    assert groups == [("a", "b"), ("c",)]


def test_a_report_without_a_day_goes_where_it_opens_alike():
    groups, _ = group(
        Document(id="a", text=FIRST, published="2024-03-01"),
        Document(id="b", text=OTHER, published="2024-03-20"),
        Document(id="c", text=OTHER.replace("tore", "ripped")),
    )
    assert sorted(map(sorted, groups)) == [["a"], ["b", "c"]]


def test_without_days_all_is_one_event():
    groups, dated = group(Document(id="a", text=FIRST), Document(id="b", text=OTHER))
    assert groups == [("a", "b")]
    assert all(known.published_is == "unknown" for known in dated.values())


def test_a_weekday_is_the_last_one_before_the_report():
    _, dated = group(Document(id="a", text="The minister opened the railway bridge on Sunday.", published="2023-06-20"))
    assert dated["a"].days == (date(2023, 6, 18),)


def test_a_dateline_without_a_year_takes_that_of_the_others_and_says_so():
    _, dated = group(
        Document(id="a", text=FIRST, published="2023-06-18"),
        Document(id="b", text=f"BEIJING, June 19 (AP) — {OTHER}"),
    )
    assert str(dated["b"].published) == "2023-06-19" and dated["b"].published_is == "inferred"
    assert dated["a"].published_is == "stated"


def test_a_month_is_no_day():
    _, dated = group(Document(id="a", text=FIRST, published="2023-07"))
    assert dated["a"].days == () and dated["a"].published_is == "stated"


def test_one_point_makes_one_section():
    briefing = summarize([Document(id="a", text=FIRST)], Settings(sentences=1))
    assert [section.heading for section in briefing.sections] == ["Bottom line"]


def test_the_title_is_that_of_a_report_of_the_main_event_else_names():
    assert run("seeds").briefing.title.startswith("US secretary of state launches")
    untitled = summarize([Document(id="a", text="The envoy Jane Doe met Joe Roe in Lagos on Monday.")])
    assert "Lagos" in untitled.title
