import numpy as np

from summarizer.features.corpus import open_corpus
from tests.builders import build_sentences

TEXTS = [
    ("a", "The talks on trade, trade and more trade went well."),
    ("a", "The stone bridge fell."),
    ("b", "The US told us of talks on trade."),
]


def named(counts, names):
    """The counts of each row, by name."""
    rows = counts.toarray().astype(int).tolist()
    return [{names[at]: count for at, count in enumerate(row) if count} for row in rows]


def test_terms_are_counted_and_stop_words_are_none():
    corpus = open_corpus(build_sentences(TEXTS))
    assert named(corpus.terms, corpus.stem_names) == [
        {"talk": 1, "trade": 3},
        {"stone": 1, "bridg": 1, "fell": 1},
        {"us": 1, "told": 1, "talk": 1, "trade": 1},
    ]


def test_bigrams_pass_over_stop_words_and_do_not_cross_sentences():
    corpus = open_corpus(build_sentences(TEXTS))
    assert corpus.bigrams.sum(axis=1).tolist() == [3, 2, 3]
    shared = corpus.bigrams[[0]].multiply(corpus.bigrams[[2]])
    assert shared.nnz == 1 and shared.sum() == 1  # talks on trade, which stands once in each


def test_words_go_by_their_places():
    corpus = open_corpus(build_sentences(TEXTS))
    own = corpus.tokens[corpus.starts[1] : corpus.starts[2]]
    assert [corpus.token_names[number] for number in own] == ["the", "stone", "bridge", "fell"]
    assert corpus.owners.tolist() == [0] * 10 + [1] * 4 + [2] * 8
    assert (corpus.documents, corpus.reports.tolist()) == (("a", "b"), [0, 0, 1])
    counts, words = corpus.count_tokens(np.array([2, 1]))
    assert named(counts, words) == [
        {"the": 1, "us": 2, "told": 1, "of": 1, "talks": 1, "on": 1, "trade": 1},
        {"the": 1, "stone": 1, "bridge": 1, "fell": 1},
    ]


def test_the_first_sentences_keep_their_numbers():
    sentences = build_sentences(TEXTS)
    whole, alone = open_corpus(sentences), open_corpus(sentences[:2])
    first = whole.take(np.arange(2))
    assert first.sentences == alone.sentences and first.documents == ("a",)
    assert first.tokens.tolist() == alone.tokens.tolist() and first.owners.tolist() == alone.owners.tolist()
    assert named(first.terms, first.stem_names) == named(alone.terms, alone.stem_names)
    assert whole.take(np.arange(3)) is whole


def test_no_sentences_make_an_empty_corpus():
    corpus = open_corpus([])
    assert len(corpus) == 0 and corpus.terms.shape[0] == 0 and corpus.take(np.arange(0)).documents == ()
