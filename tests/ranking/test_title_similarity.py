import numpy as np
import pytest

from summarizer import Document, Settings, run_pipeline
from summarizer.features.corpus import open_corpus
from summarizer.ranking.priors import title_similarity
from tests.builders import build_sentences

TEXTS = [
    ("a", "The stone bridge over the river fell on Sunday."),
    ("a", "The minister spoke about trade."),
    ("b", "Rain fell over the northern hills."),
]


def titles(*named, texts=TEXTS, text_group_of=None):
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
