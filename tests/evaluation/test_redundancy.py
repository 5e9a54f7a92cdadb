"""How often a summary repeats itself."""

import pytest

from summarizer.evaluation.redundancy import count_pairs, share_repeated
from tests.evaluation.example_clusters import cluster, task_of

TASK = task_of(cluster(), 100)
FAILED = "The dam failed on Sunday night."
CRACKS = "Engineers had warned of cracks."


@pytest.mark.parametrize(
    ("lines", "share"),
    [
        ("", 0.0),
        ("a", 0.0),
        ("a b c", 0.0),
        ("a b a b", 1 / 3),
        ("a b / a b / a b", 2 / 3),
        ("a b / b c", 0.0),  # "b b" is no bigram
    ],
)
def test_share_of_repeated_bigrams(lines, share):
    assert share_repeated(tuple(tuple(line.split()) for line in lines.split("/"))) == pytest.approx(share)


@pytest.mark.parametrize(
    ("lines", "pairs"),
    [
        ([], 0),
        ([FAILED], 0),
        ([FAILED, CRACKS], 0),
        ([FAILED, FAILED], 1),
        ([FAILED, CRACKS, FAILED, FAILED], 3),
        ([f"{FAILED} {FAILED}"], 1),  # sentences, not lines
        ([FAILED, "On Sunday night the old dam failed."], 1),
        (["It was.", "It was."], 0),  # no content to go by
        (["Zyx qwv plugh.", "Zyx qwv plugh."], 1),  # words that no report has
    ],
)
def test_pairs_that_say_the_same(lines, pairs):
    assert count_pairs(lines, TASK, 0.5) == pairs


def test_the_limit_is_heeded():
    near = [FAILED, "The dam failed and the mayor wants an inquiry."]
    assert count_pairs(near, TASK, 0.05) == 1 and count_pairs(near, TASK, 0.95) == 0


def test_reports_without_a_sentence():
    assert count_pairs([FAILED, FAILED], task_of(cluster(reports={"a": "…"}), 10), 0.5) == 0
