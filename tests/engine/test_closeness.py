import pytest

from summarizer.engine import build_similarity, open_corpus
from summarizer.engine.closeness import find_close
from summarizer.engine.merge import _may_be_cited
from summarizer.language import common_words
from tests.made import sentences_of

FILLER = [
    ("x", "Rain fell over the northern hills all night."),
    ("y", "The harvest of this year was poor in the south."),
]


def pairings_of(*texts, limit=0.54):
    """What is held against what, among sentences of a report each."""
    sentences = sentences_of([*((f"r{number}", text) for number, text in enumerate(texts)), *FILLER])
    origin_of = {sentence.document: sentence.document for sentence in sentences}
    corpus = open_corpus(sentences)
    edges = build_similarity(corpus, origin_of, bigram_weight=1.0, cross_report_weight=2.0, neighbours=30)
    common = common_words(sentence.text for sentence in sentences)
    pairings, _ = find_close(corpus, edges, origin_of, common, limit=limit)
    return pairings


def cited(*texts, limit=0.54):
    """The numbers of the sentences that may be cited for each."""
    return _may_be_cited(pairings_of(*texts, limit=limit))


def reasons(*texts):
    return {(one.wording, one.other): one.reason for one in pairings_of(*texts)}


def test_what_one_speaker_says_twice_must_agree_without_the_name():
    dole = "Former Senate Majority Leader Bob Dole of Russell, Kansas, said that the {}."
    assert cited(dole.format("bridge is broken"), dole.format("bridge is broken")) == {0: [1], 1: [0]}
    assert cited(dole.format("bridge is broken"), dole.format("lunch was pleasant")) == {}


def test_a_sentence_of_two_words_is_not_known_again():
    long = "Ortuno resigned on grounds of poor health."
    assert cited("Ortuno resigned.", long) == {}
    assert cited("Ortuno resigned on grounds of health.", long)[0] == [1]
    assert cited("Ortuno resigned.", "Ortuno resigned.") == {0: [1], 1: [0]}


def test_short_sentences_of_one_content_in_other_words_are_not_one():
    assert cited("Take care.", "We must be careful how we do this.") == {}
    assert cited("On Saturday.", "Saturday.") == {}
    assert cited("3.", "3.") == {}
    assert cited("Take care.", "“Take care.”") == {0: [1], 1: [0]}


def test_a_name_that_most_reports_hold_need_not_be_named_again():
    there = "Police in Belwa arrested four men over the theft of the old bronze bell."
    nowhere = "Police arrested four men over the theft of the old bronze bell."
    told = ("was closed", "saw nobody", "lay under fog", "has a new mayor", "sells fish", "lost the match")
    others = [f"The town of Belwa {what}." for what in told]
    assert 1 not in cited(there, nowhere).get(0, [])
    assert 1 in cited(there, nowhere, *others)[0]


@pytest.mark.parametrize(("word", "is_close"), [("astronomy", True), ("museum", False)])
def test_a_word_known_by_its_first_letters_counts(word, is_close):
    wanted = "The astronomers praised the workshop for its repairs."
    assert (
        cited(wanted, f"The {word} club praised the workshop for all repairs.", limit=0.48).get(0) == [1]
    ) == is_close


def test_a_denial_keeps_a_sentence_from_being_cited():
    assert cited("The minister agreed to visit the town.", "The minister did not agree to visit the town.") == {}


WHY = {
    "numbers differ": ("Police arrested 14 men in the town of Belwa.", "Police arrested 15 men in the town of Belwa."),
    "one denies it": ("The bank will cut its rates today.", "The bank will not cut its rates today."),
    "names differ": (
        "Mayor Reyes opened the long new bridge over the river today after years of work.",
        "Mayor Ortuno opened the long new bridge over the river today after years of work.",
    ),
    "little in common but names": (
        "Former Senate Majority Leader Bob Dole of Russell, Kansas, said that the bridge is broken.",
        "Former Senate Majority Leader Bob Dole of Russell, Kansas, said that the lunch was pleasant.",
    ),
}


@pytest.mark.parametrize(("reason", "texts"), WHY.items())
def test_each_pairing_says_why_a_sentence_may_not_be_cited(reason, texts):
    assert reasons(*texts) == {(0, 1): reason, (1, 0): reason}


def test_a_pairing_that_may_be_cited_has_no_reason_and_is_close():
    same = "Police arrested 14 men in the town of Belwa."
    assert reasons(same, same) == {(0, 1): None, (1, 0): None}
