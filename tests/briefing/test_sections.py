import itertools
import re
from collections import Counter
from datetime import date, timedelta

import pytest

from summarizer import Document, Settings, summarize
from summarizer.briefing.sections import group_documents
from summarizer.briefing.titles import BACKGROUND
from summarizer.cleaning.split_sentences import split_document
from summarizer.dating.report_dates import date_documents
from summarizer.readers.documents import prepare_document
from tests.labelled_stories import LABELS, documents, labels, run

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
        "2023-06-18/2023-06-18",
        "2023-06-18/2023-06-19",
        "2023-06-05/2023-06-05",
        "2023-05-01/2023-05-31",
    ]
    assert [section.heading for section in sections][-1] == "Background"
    assert sections[0].heading == "Bottom line" and len(sections[0].points) == 1


def test_the_seeds_meetings_are_not_mixed():
    """Kritenbrink's of 5 June, Qin's of Sunday 18 June, Wang's and Xi's of Monday 19 June: each on its own day."""
    briefing = summarize(documents("seeds").values(), Settings(words=900))
    meetings = {
        "2023-06-05": r"Kritenbrink|Ma Zhaoxu|Sarah Beran|Yang Tao",
        "2023-06-19": r"\b(?:on|through|until) Monday\b",
    }
    visit = {"001_18940ac4ae744549", "002_54e1695fbf68e410", "004_b2155228af745fda"}
    for section in briefing.sections:
        if section.heading == BACKGROUND:
            continue
        of_visit = {point.citations[0].document in visit for point in section.points}
        assert len(of_visit) == 1, section.heading
        for point in section.points:
            assert (str(section.when.end) == "2023-06-05") == (not of_visit.copy().pop())
            if re.search(meetings["2023-06-05"], point.text):
                assert point.when is None or str(point.when.start) == "2023-06-05", point.text
            if of_visit == {True} and re.search(meetings["2023-06-19"], point.text):
                monday = next(one for one in point.dates if one.text == "Monday")
                assert str(monday.first) == "2023-06-19" and monday.is_ahead, point.text


BEFORE = (
    ("last November", "Bali", "2022-11-01", "2022-11-30"),
    ("November 2022", "Bali", "2022-11-01", "2022-11-30"),
    ("Last month", "Burns", "2023-05-01", "2023-05-31"),
)


def test_the_seeds_background_is_told_as_such_with_its_date():
    briefing = summarize(documents("seeds").values(), Settings(words=1500))
    background = next(section for section in briefing.sections if section.heading == BACKGROUND)
    assert [point.when.start for point in background.points] == sorted(point.when.start for point in background.points)
    told = " ".join(point.text for point in background.points)
    for phrase, name, first, last in BEFORE[1:]:
        point = next(point for point in background.points if name in point.text)
        assert phrase.split()[0] in point.text and (str(point.when.start), str(point.when.end)) == (first, last)
    # What is only mentioned by the way does not make a statement background.
    assert "had focused on" not in told and "highest-ranking" not in told and "Last week" not in told


def arranged(*given, **knobs):
    return {
        section.heading: [point.text for point in section.points]
        for section in summarize(given, Settings(**knobs)).sections
    }


NEWS = "The dam burst on Sunday, the agency said.\n\nIt flooded the town of Jalko and nine villages.\n\n"


@pytest.mark.parametrize(
    ("sentence", "is_background"),
    [
        ("The dam was built in 1978 by the army.", True),
        ("Engineers reported a cracked spillway last November.", True),
        ("The dam was inspected on January 5 by two engineers.", True),
        ("The river rose over the weekend after heavy rain.", False),
        ("Engineers have warned of a failure since 2021.", False),
        ("The dam first burst in 1978, and it has never been repaired.", False),
        ("The money paid for repairs in 2022 cannot be accounted for.", False),
        ("The governor, who took office in 2019, declared a state of mourning.", False),
        ("The minister said that a report written in 2021 was lost.", False),
        ("The inquiry will open on April 3 in Abuja.", False),
    ],
)
def test_what_lies_long_before_the_event_is_background(sentence, is_background):
    sections = arranged(Document(id="a", text=NEWS + sentence, published="2024-03-12"), words=200)
    assert (sentence in sections.get(BACKGROUND, [])) == is_background
    assert sum(sentence in points for points in sections.values()) == 1


def test_background_that_is_the_news_of_another_report_belongs_there():
    old = "The dam burst on March 1 after heavy rain, flooding nine villages."
    sections = arranged(
        Document(
            id="a", text="The dam burst on Friday.\n\nRescuers came by boat.", published="2024-03-02", title="Burst"
        ),
        Document(
            id="b",
            text=f"Police arrested the contractor on Tuesday.\n\nHe denied everything.\n\n{old}",
            published="2024-03-20",
            title="Arrest",
        ),
        words=200,
    )
    assert BACKGROUND not in sections
    assert [heading for heading, points in sections.items() if old in points] != ["Arrest"]


def test_where_all_is_background_it_is_the_news():
    text = "The dam was built in 1978.\n\nThe bridge was built in 1980."
    assert arranged(Document(id="a", text=text, published="2024-03-12"), sentences=2).keys() == {
        "Bottom line",
        None,
    }


def test_what_is_to_come_is_told_last():
    text = "The dam burst on Sunday.\n\nThe inquiry will open on Friday.\n\nBoats brought food and blankets to Jalko."
    briefing = summarize([Document(id="a", text=text, published="2024-03-12")], Settings(words=100))
    assert [point.text for point in briefing.points][-1] == "The inquiry will open on Friday."


@pytest.mark.parametrize("story", LABELS)
def test_an_event_is_headed_by_the_days_of_its_label(story):
    """The days named lie within those of the label, and begin no more than a day after it."""
    labelled = {
        frozenset(event["reports"]): (
            date.fromisoformat(event["date"]),
            date.fromisoformat(event.get("end", event["date"])),
        )
        for event in labels(story)["events"]
    }
    for section in run(story).briefing.sections[1:]:
        if section.heading == BACKGROUND:
            continue
        told = Counter(citation.document for point in section.points for citation in point.citations[:1])
        first, last = next(days for names, days in labelled.items() if told.most_common(1)[0][0] in names)
        assert timedelta(0) <= section.when.start - first <= timedelta(1), section.heading
        assert section.when.end - last <= timedelta(1), section.heading


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


def test_where_most_reports_have_no_date_all_is_one_event():
    groups, _ = group(
        Document(id="a", text=FIRST, published="2024-03-01"),
        Document(id="b", text=OTHER, published="2024-03-20"),
        *(
            Document(id=name, text=OTHER.replace("tore", verb))
            for name, verb in zip("cde", ("ripped", "pulled", "took"), strict=True)
        ),
    )
    assert groups == [("a", "b", "c", "d", "e")]


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


def test_one_event_needs_no_heading_beyond_the_title():
    done = run("drug").briefing
    assert [section.heading for section in done.sections[:2]] == ["Bottom line", None]


def test_other_events_are_headed_by_what_happened():
    headings = [section.heading for section in run("rates").briefing.sections]
    assert headings[2] == "Kenya central bank holds rate at 11.25%, says too early to ease"
    assert headings[3].startswith("Background")


def test_the_title_tells_what_happened_and_whose_words_it_is():
    seeds = run("seeds").briefing
    assert seeds.title.startswith("The US secretary of state and China’s foreign minister on Sunday had")
    assert seeds.title.endswith("from Taiwan to trade") and seeds.title_source == 5
    assert [section.heading for section in seeds.sections][:3] == [
        "Bottom line",
        None,
        "US, Chinese officials hold constructive talks in Beijing",
    ]
    untitled = summarize([Document(id="a", text="The envoy Jane Doe met Joe Roe in Lagos on Monday.")])
    assert untitled.title == "The envoy Jane Doe met Joe Roe in Lagos on Monday" and untitled.title_source == 1


def test_a_dateline_is_no_heading():
    texts = {
        "2023-06-05": f"BEIJING, June 5 (AP) — {FIRST}\n\nThe town lies by the sea, and trains reach it in an hour.",
        "2023-06-19": f"BEIJING, June 19 (AP) — {OTHER}\n\nNobody sat in the house when the wind rose at noon.",
    }
    briefing = summarize([Document(id=day, text=text, published=day) for day, text in texts.items()])
    headings = [section.heading for section in briefing.sections]
    assert headings == [
        "Bottom line",
        None,
        "The minister opened the new railway bridge over the river, the government said",
    ]
    assert briefing.title == "A storm tore the roof off the old theatre in the town, the fire service said"


def test_the_bottom_line_is_dated_up_to_the_day_on_which_it_was_said():
    text = "A strong quake struck the town of Jalko on Friday. At least 40 people died, the ministry said on Sunday."
    briefing = summarize([Document(id="a", text=text, published="2023-09-10")])
    (bottom,) = briefing.sections[0].points
    days = briefing.sections[0].when
    assert str(days.end) == ("2023-09-10" if "Sunday" in bottom.text else "2023-09-08")
    late = summarize([Document(id="a", text=text.split(". ")[1], published="2023-09-10")])
    assert str(late.sections[0].when.end) == "2023-09-10"


def test_sentences_that_stand_together_are_told_together():
    texts = (
        "The minister opened the new bridge over the river on Friday before a crowd of thousands from the whole valley."
        " The mayor of the town praised the builders who had worked on it for three years in all weathers."
        " Critics of the plan say that the money should have gone to the old hospital on the other bank.",
        "A storm tore the roof off the old theatre in the north of the town on Friday evening."
        " Nobody was hurt by the falling tiles, the fire service said after a search of the street."
        " Shops nearby shut early and will open again when engineers have looked at the walls.",
    )
    briefing = summarize([Document(id=str(at), text=text) for at, text in enumerate(texts)], Settings(words=200))
    order = [point.citations[0].document for point in briefing.points[1:]]
    assert len(order) == 5
    assert sum(one != other for one, other in itertools.pairwise(order)) == 1


def brief_report(text, day):
    """The briefing of one report of a day."""
    return summarize([Document(id="a", text=text, published=day)], Settings(words=200))


def test_what_is_still_to_come_stands_last_though_it_follows_something():
    text = (
        "The council of Alder dismissed its mayor on Saturday after a vote that took all night. Crowds cheered in the "
        "square of the old town. The police arrested nine people on Saturday near the bridge. The council will elect a "
        "new mayor on 3 July 2023 in the school of the town. Doctors treated forty people for smoke in the hospital."
    )
    briefing = brief_report(text, "2023-06-26")
    assert "will elect" in briefing.points[-1].text


def test_what_leans_on_another_is_told_behind_it_though_it_tells_of_older_days():
    text = (
        "The bridge over the river at Jalko collapsed on Friday in the storm, the ministry said in a statement. "
        "It was built in March 1978 and was repaired last in May 1999. "
        "Divers searched the water for hours on Friday before the light failed."
    )
    briefing = brief_report(text, "2023-09-10")
    points = [point.text for point in briefing.points]
    assert len(points) == 3 and points[1].startswith("It was built") and points[0].startswith("The bridge")
    assert BACKGROUND not in [section.heading for section in briefing.sections]


def test_what_leans_on_another_is_no_title_and_no_bottom_line():
    text = (
        "The bridge at Jalko opened on Friday in the rain. "
        "It is the longest bridge that the country has built in forty years, and carries trucks, trains and walkers "
        "over the river to the market towns of the north."
    )
    briefing = brief_report(text, "2023-09-10")
    assert [point.text.split()[0] for point in briefing.points] == ["The", "It"]
    assert briefing.title.startswith("The bridge at Jalko")


def test_the_statement_that_gives_the_title_leads_where_it_sums_up_nearly_as_well():
    """Otherwise a scene leads, since its words are as frequent as those of what happened."""
    texts = (
        "A young mother with a stroller did on Thursday what people in New York do when the doors of a lift open and"
        " walked in, the police said.\n\nJane Roe, 21, did not see that the lift was not there.",
        "A baby died Thursday when a stroller fell down the open shaft of a lift in a building in Brooklyn, the police"
        " said on the same day.\n\nHer mother was pulled to safety by a mechanic who had heard her screams.",
        "The doors of the lift opened and the mother walked in with the stroller, a councilman said."
        "\n\nInspectors looked at the open shaft after the baby died.",
    )
    briefing = summarize([Document(id=str(at), text=text) for at, text in enumerate(texts)], Settings(words=150))
    assert briefing.title.startswith("A baby died Thursday")
    assert briefing.sections[0].points[0].text.startswith("A baby died Thursday")


def test_the_opening_of_the_report_whose_headline_is_the_title_leads_where_it_sums_up_nearly_as_well():
    given = {
        "a": (
            "Nordland says it has closed the Sund again over blockade",
            "Nordland said on Saturday that it had closed the"
            " Sund to all shipping again because of the blockade of its ports.\n\nTwo tankers turned back after warning"
            " shots were fired across their bows, the coastguard said.",
        ),
        "b": (
            "Nordland shuts Sund and fires on ships",
            "The navy of Nordland shut the Sund on Saturday in answer to the"
            " blockade of its harbours and fired on two tankers.\n\nNobody was hurt, said the owners of the tankers.",
        ),
        "c": (
            "Crews report gunfire as vessels try to pass",
            "Vessels that tried to pass the Sund on Saturday reported gunfire"
            " and were told by radio that the strait was closed.\n\nOil prices rose four per cent within an hour.",
        ),
        "d": (
            "Strait crisis live: tanker reports attack",
            "A tanker reported an attack in the Sund on Saturday after Nordland"
            " declared the strait closed to shipping.\n\nThe blockade of the ports of Nordland began three weeks ago.",
        ),
    }
    briefing = summarize([Document(id=name, title=title, text=text) for name, (title, text) in given.items()])
    assert briefing.title == given["a"][0]
    assert given["a"][1].startswith(briefing.sections[0].points[0].text)
