"""What a sentence changes of a passage that it repeats; and neighbours that change nothing."""

import pytest

from summarizer.checking.alterations import find_alterations, repeats
from summarizer.features.corpus import open_corpus
from summarizer.pipeline import open_run, split_reports
from summarizer.settings import Settings
from summarizer.statements.lexical_judge import open_judge
from tests.checking.held import report

PASSAGE = "On Monday the minister Jonathan Vik approved the sale of 14 ferries to Coast Lines for 30 million crowns."


def rows(point, passage):
    """The words of two sentences, as the judge reads them."""
    state = open_run([report(point, "draft"), report(passage, "report")], Settings())
    split_reports(state)
    sentences = state.every
    judge = open_judge(open_corpus(sentences), {"draft": "a", "report": "b"}, same_limit=0.41, part_limit=0.19)
    judge.read(range(len(sentences)))
    return [
        judge.row_of(at) for name in ("draft", "report") for at, one in enumerate(sentences) if one.document == name
    ]


def changes(point, passage=PASSAGE):
    one, other = rows(point, passage)
    return [
        (change.kind, " ".join(one.sentence.tokens[slice(*change.words)])) for change in find_alterations(one, other)
    ]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("14", "41", "number"),
        ("30 million", "30 billion", "number"),
        ("Monday", "Tuesday", "date"),
        ("Jonathan Vik", "Ida Holm", "name"),
        ("Coast Lines", "Harbour Trust", "name"),
        ("approved", "did not approve", "denial"),
        ("30 million", "eighty million", "number"),
        ("sale", "repair", "word"),
    ],
)
def test_a_change_of_each_kind(old, new, kind):
    found = changes(PASSAGE.replace(old, new))
    assert kind in [own for own, _ in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("14", "fourteen"),
        ("30 million", "30m"),
        ("Jonathan Vik", "Jon Vik"),
        ("Jonathan", "Jonathon"),
        ("the sale", "a sale"),
        ("approved", "has approved"),
        ("crowns.", "crowns"),
    ],
)
def test_a_neighbour_that_changes_nothing(old, new):
    assert not changes(PASSAGE.replace(old, new))


def test_what_is_put_in_is_added():
    assert changes(PASSAGE.replace("ferries", "rusty ferries")) == [("added", "rusty")]


def test_sentences_about_other_things_change_nothing():
    assert not changes("The ferry sank before anybody could reach it, and 41 people drowned on Tuesday in the harbour.")


@pytest.mark.parametrize(("point", "least"), [(PASSAGE, 1.0), (PASSAGE.replace("14 ferries", "41 boats"), 0.8)])
def test_the_share_that_is_repeated(point, least):
    one, other = rows(point, PASSAGE)
    assert least <= repeats(one, other) <= 1


def test_opposites_are_told():
    passage = "The price of the old ferries rose by a quarter in the first months of the year."
    assert changes(passage.replace("rose", "fell"), passage) == [("opposite", "fell")]


def test_a_very_long_sentence_repeats_nothing(monkeypatch):
    monkeypatch.setattr("summarizer.checking.alterations._MOST", len(PASSAGE.split()) - 1)
    assert repeats(*rows(PASSAGE, PASSAGE)) == 0.0
