"""The made-up heap is the same each time, and B-cubed counts as its paper does."""

import pytest

from benchmarks.heap import make_heap
from benchmarks.stories import labels_of, score_bcubed
from summarizer import group_stories


def test_a_heap_repeats_and_has_so_many_reports():
    documents, stories = make_heap(120, seed=4)
    assert (documents, stories) == make_heap(120, seed=4)
    assert documents != make_heap(120, seed=5)[0]
    assert len({document.id for document in documents}) == len(stories) == 120


def test_bcubed_of_a_small_case_worked_by_hand():
    # Reports a, a, b found as 1, 2, 2: precision 1, 1/2, 1/2; recall 1/2, 1/2, 1.
    assert score_bcubed(["1", "2", "2"], ["a", "a", "b"]) == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert score_bcubed(["1", "1", "2"], ["a", "a", "b"]) == (1.0, 1.0, 1.0)


def test_made_up_stories_are_found_again():
    documents, stories = make_heap(150)
    assert score_bcubed(labels_of(group_stories(documents), documents), stories)[2] > 0.95
