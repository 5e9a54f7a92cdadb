"""The priors of sentences: how new what they tell is, the user's focus, and the titles."""

from datetime import date, datetime

import numpy as np
import pytest

from summarizer import Document, PartialDate, Settings, run_pipeline, summarize
from summarizer.briefing.statement_order import find_leaders
from summarizer.features.corpus import open_corpus
from summarizer.model import LiveEntry, ReportDate
from summarizer.ranking.priors import (
    TOLD,
    position_prior,
    positions_of,
    query_relevance,
    recency_of_reports,
    recency_of_sentences,
    title_similarity,
)
from tests.builders import build_sentences
from tests.labelled_stories import documents, run

HEAD = "A tunnel near the northern town has been flooded since Monday."
OLD = "Some ninety miners are feared trapped below the old shaft."
NEW = "The last of the miners was brought up from the shaft alive."
TEXTS = [
    ("a", "The minister spoke about fentanyl and trade."),
    ("b", "Trade was the theme of the minister on Sunday."),
    ("c", "Rain fell over the northern hills."),
]
STORIES = [
    ("a", "The stone bridge over the river fell on Sunday."),
    ("a", "The minister spoke about trade."),
    ("b", "Rain fell over the northern hills."),
]


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


def interest(focus):
    sentences = build_sentences(TEXTS)
    return query_relevance(sentences, focus, "en")


def test_what_holds_half_of_the_words_tells_of_the_focus():
    both, one, other = interest("the fentanyl trade")
    assert both == 1 and one == other < TOLD  # "trade" is in two sentences of three, and weighs less than half
    assert interest("the trade of the minister")[1] == 1 and 0 < interest("trade")[2] < TOLD


@pytest.mark.parametrize("focus", [None, "submarines", "the", "le commerce de fentanyl en été"])
def test_without_a_focus_in_the_reports_all_count_alike(focus):
    assert np.array_equal(interest(focus), np.ones(3))


@pytest.mark.parametrize(("focus", "word"), [("fentanyl", "fentanyl"), ("Taiwan", "Taiwan"), ("balloon", "balloon")])
def test_every_point_holds_the_focus_or_goes_on_from_one_that_does(focus, word):
    made = run("seeds", focus=focus, words=250)
    leaders = find_leaders(made.chosen)
    for statement in made.chosen:
        first = leaders.get(statement.wording.id, statement)
        assert word in first.wording.text
    assert (
        made.briefing.about == f"Asked about: {focus}. Each point holds a word of that, or goes on from one that does."
    )


def test_only_differences_on_the_focus_are_shown():
    def told(focus):
        return {
            one.about for one in run("seeds", focus=focus, words=250).briefing.discrepancies if one.kind != "spelling"
        }

    every = told(None)
    assert len(every) >= 3 and told("Taiwan") < every and told("balloon") < every
    assert told("Taiwan").isdisjoint(told("balloon"))


def test_a_focus_that_no_report_mentions_is_said_to_be_none():
    chosen = documents("seeds").values()
    focused = summarize(chosen, Settings(focus="submarine cables of Norway"))
    assert focused.sections != () and focused.about is not None
    assert (
        focused.about.startswith("The reports do not hold the words") and "submarine cables of Norway" in focused.about
    )
    assert [section.points for section in focused.sections] == [one.points for one in summarize(chosen).sections]


def titles(*named, texts=STORIES, text_group_of=None):
    documents = [Document(id=name, text="", title=title) for name, title in named]
    text_group_of = text_group_of or {document.id: document.id for document in documents}
    return title_similarity(open_corpus(build_sentences(texts)), documents, text_group_of, "en")


def test_sentences_with_words_of_titles_are_near_them():
    bridge, trade, rain = titles(("a", "Stone bridges fall"), ("b", None))
    assert 1 > bridge > 0 and trade == rain == 0


def test_what_more_titles_say_counts_for_more_but_once_a_voice():
    texts = [("a", "The bridge fell."), ("b", "The minister spoke."), ("c", "Nothing else.")]
    named = ("a", "bridge"), ("b", "minister"), ("c", "minister")
    bridge, minister, _ = titles(*named, texts=texts)
    assert minister > bridge
    bridge, minister, _ = titles(*named, texts=texts, text_group_of={"a": "v1", "b": "v2", "c": "v2"})
    assert minister == pytest.approx(bridge)


@pytest.mark.parametrize("title", [None, "", "the of and", "Submarines"])
def test_without_a_telling_title_all_count_alike(title):
    assert np.array_equal(titles(("a", title)), np.zeros(3))


def test_a_title_of_a_report_without_sentences_is_passed_over():
    assert np.array_equal(titles(("x", "Stone bridges fall")), np.zeros(3))


def test_titles_lift_the_rank_of_what_they_tell():
    texts = ["The stone bridge fell on Sunday.", "A minister spoke of trade.", "Rain fell on the northern hills."]
    reports = [Document(id="a", text=" ".join(texts), title="A minister on trade")]
    with_titles, without = (run_pipeline(reports, Settings(title_weight=weight)).scores for weight in (5.0, 0.0))
    assert with_titles[1] > without[1] and with_titles[0] < without[0]


def test_openings_are_favoured_and_fade():
    assert position_prior([0, 2, 100], weight=8, decay=2) == pytest.approx([9, 1 + 8 / np.e, 1])
    assert position_prior([], weight=8, decay=2).shape == (0,)
