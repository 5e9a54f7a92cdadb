import tomllib
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.features.corpus import open_corpus
from summarizer.selection.leaning import COUNTED, FEATURES, chance_of_leaning, discount_leaning, measure_leaning
from summarizer.selection.objective import Worth
from tests.builders import build_sentences

SOUND = "The governor of Ohio, Mike Foster, signed the bill on clean water in Columbus on 3 May 2021."
LEANING = "It was the other problem."
FILLER = "Rain fell over the hills near Columbus in Ohio, and the governor spoke about clean water again."


def corpus_of(*texts):
    return open_corpus(build_sentences(texts))


def long_report(last):
    return corpus_of(*[("a", FILLER)] * 8, ("a", last), ("b", SOUND), ("b", FILLER))


def worth_of(corpus, *, leads=()):
    size = len(corpus)
    ones = np.ones(size)
    fields = dict.fromkeys(Worth._fields)
    fields |= {
        "rows": list(range(size)),
        "discount": ones,
        "value": ones,
        "eligible": ones > 0,
        "leads": np.isin(np.arange(size), leads),
    }
    return Worth(**fields)


def test_a_short_sentence_without_names_leans_more_likely_than_one_that_tells_who_and_where():
    leaning, sound = (chance_of_leaning(long_report(one), np.array([8]))[0] for one in (LEANING, SOUND))
    assert sound < 0.05 < 0.13 < leaning


def test_the_further_down_the_more_likely():
    corpus = corpus_of(("a", LEANING), *[("a", FILLER)] * 8, ("a", LEANING))
    first, last = chance_of_leaning(corpus, np.array([0, 9]))
    assert first < last


def test_what_is_counted():
    text = "Another of them met Mary Smith in Rome, and “she saw Peter” with us."
    counted = dict(zip(FEATURES, measure_leaning(corpus_of(("a", FILLER), ("a", text)), np.array([1]))[0], strict=True))
    wanted = {"names": 3, "pronouns": 1, "unnamed_pronouns": 0, "beside": 1, "speaking": 1}
    assert {name: counted[name] for name in wanted} == wanted
    assert counted["quotation"] == counted["unknown_speaker"] == 0
    assert counted["place"] == pytest.approx(np.log(2)) and counted["carried"] == 0


def test_a_quotation_of_an_unknown_speaker_is_counted():
    row = measure_leaning(corpus_of(("a", "“We had another one,” somebody said in the street.")), np.array([0]))[0]
    counted = dict(zip(FEATURES, row, strict=True))
    assert counted["quotation"] == counted["unknown_speaker"] == 1


def test_what_reports_share_and_what_the_sentence_before_holds():
    corpus = corpus_of(("a", "Snow closed Denver airport."), ("a", "Denver airport waited."), ("b", "Denver waited."))
    spread, carried = measure_leaning(corpus, np.array([1]))[0][[FEATURES.index("spread"), FEATURES.index("carried")]]
    assert spread == pytest.approx((1 + 0.5 + 1) / 3) and carried == pytest.approx(2 / 3)


def test_the_last_sentence_of_another_report_is_not_the_one_before():
    corpus = corpus_of(("a", "Denver airport waited."), ("b", "Denver airport waited."))
    assert measure_leaning(corpus, np.array([1]))[0][FEATURES.index("carried")] == 0


def test_other_languages_are_left_alone():
    corpus = open_corpus([replace(one, language="de") for one in build_sentences([("a", LEANING), ("a", FILLER)])])
    assert chance_of_leaning(corpus, np.array([0, 1])).tolist() == [0, 0]


def test_what_likely_leans_is_worth_less_unless_it_opens_a_report():
    corpus = long_report("The hearing was closed after two hours of long debate.")
    left = discount_leaning(worth_of(corpus), corpus)
    assert left.value[8] == pytest.approx(0.35) and left.discount[8] == pytest.approx(1 / 0.35)
    assert left.value[9] == 1
    assert discount_leaning(worth_of(corpus, leads=[8]), corpus).value[8] == 1


def test_what_leans_for_sure_is_left_to_its_rule():
    corpus = long_report(LEANING)
    assert corpus.sentences[8].flaws
    assert discount_leaning(worth_of(corpus), corpus).value[8] == 1


def test_the_weights_are_of_these_features():
    held = tomllib.loads(files("summarizer.selection").joinpath("leaning_weights.toml").read_text(encoding="utf-8"))
    assert set(held["leaning"]) == {"intercept", *FEATURES} and FEATURES[-len(COUNTED) :] == COUNTED


@given(st.lists(st.text("abcI “”.,9", max_size=40), min_size=1, max_size=5))
def test_a_chance_is_between_0_and_1(texts):
    corpus = corpus_of(*[("a", f"Rain {text} fell.") for text in texts])
    chance = chance_of_leaning(corpus, np.arange(len(corpus)))
    assert ((chance >= 0) & (chance <= 1)).all()
