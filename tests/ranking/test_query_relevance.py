import numpy as np
import pytest

from summarizer import Settings, summarize
from summarizer.briefing.statement_order import find_leaders
from summarizer.ranking.priors import TOLD, query_relevance
from tests.builders import build_sentences
from tests.labelled_stories import documents, run

TEXTS = [
    ("a", "The minister spoke about fentanyl and trade."),
    ("b", "Trade was the theme of the minister on Sunday."),
    ("c", "Rain fell over the northern hills."),
]


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
