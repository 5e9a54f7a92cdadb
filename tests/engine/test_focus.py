import numpy as np
import pytest

from summarizer import Settings, summarize
from summarizer.engine import build_similarity, measure_interest, open_corpus
from tests.labelled import documents, run
from tests.made import sentences_of

TEXTS = [
    ("a", "The minister spoke about fentanyl and trade."),
    ("b", "Trade was the theme of the minister on Sunday."),
    ("c", "Rain fell over the northern hills."),
]


def interest(focus):
    sentences = sentences_of(TEXTS)
    origin_of = {sentence.document: sentence.document for sentence in sentences}
    edges = build_similarity(
        open_corpus(sentences), origin_of, bigram_weight=1.0, cross_report_weight=2.0, neighbours=30
    )
    return measure_interest(sentences, edges, focus, "en")


def test_what_holds_the_words_comes_first_then_what_is_like_it():
    holds, like, other = interest("the fentanyl trade")
    assert holds == 1 and holds > like > other > 0


@pytest.mark.parametrize("focus", [None, "submarines", "the"])
def test_without_a_focus_in_the_reports_all_count_alike(focus):
    assert np.array_equal(interest(focus), np.ones(3))


@pytest.mark.parametrize(("focus", "word"), [("fentanyl", "fentanyl"), ("Taiwan", "Taiwan"), ("balloon", "balloon")])
def test_a_focus_turns_the_briefing_without_filtering_it(focus, word):
    def share(briefing):
        return sum(word in point.text for point in briefing.points) / len(briefing.points)

    focused = run("seeds", focus=focus, words=150).briefing
    assert share(focused) > share(run("seeds", words=150).briefing)
    assert focused.notes[-1].endswith(focus)


def test_a_focus_that_no_report_mentions_is_said_to_be_none():
    chosen = documents("seeds").values()
    focused = summarize(chosen, Settings(focus="submarine cables of Norway"))
    assert focused.sections != () and "submarine cables of Norway" in focused.notes[-1]
