"""Joining by rounds of nearest neighbours: what holds of any heap."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_array

from summarizer.features.vectors import l2_normalize
from summarizer.stories.days import Days
from summarizer.stories.likeness import find_neighbours
from summarizer.stories.rounds import join_stories

NEVER = 10**8


def heap_of(seed, size):
    """Vectors of reports of a few subjects, and their days, some unknown."""
    draw = np.random.default_rng(seed)
    subjects = draw.random((4, 30)) * (draw.random((4, 30)) < 0.3)
    rows = subjects[draw.integers(0, 4, size)] + draw.random((size, 30)) * (draw.random((size, 30)) < 0.2)
    day = draw.integers(0, 40, size)
    dated = draw.random(size) < 0.7
    days = Days(first=np.where(dated, day, NEVER), last=np.where(dated, day, -NEVER), window=5)
    return l2_normalize(csr_array(rows)), days


def means_of(vectors, stories):
    """The mean likeness of each two stories, measured report by report."""
    likeness = (vectors @ vectors.T).toarray()
    size = stories.max() + 1
    return np.array(
        [[likeness[np.ix_(stories == one, stories == other)].mean() for other in range(size)] for one in range(size)]
    )


@given(st.integers(0, 10_000), st.integers(2, 25))
def test_nothing_is_left_to_join_and_no_story_has_a_gap(seed, size):
    vectors, days = heap_of(seed, size)
    pairs = find_neighbours(vectors, days, np.arange(size))
    stories = join_stories(vectors, pairs, days, 0.5, np.full(size, -1))
    spans = days.take(stories, stories.max() + 1)
    means = means_of(vectors, stories)
    for one, other in np.unique(np.sort(stories[np.array([pairs.first, pairs.second])], axis=0), axis=1).T:
        near = spans.are_near(np.array([one]), np.array([other]))[0]
        assert one == other or not near or means[one, other] < 0.5 + 1e-9
    for story in range(stories.max() + 1):
        own = np.sort(days.first[(stories == story) & (days.first < NEVER)])
        assert (np.diff(own) <= days.window).all()


@given(st.integers(0, 10_000), st.integers(4, 25))
def test_stories_of_before_are_neither_parted_nor_joined(seed, size):
    vectors, days = heap_of(seed, size)
    first = size // 2
    pairs = find_neighbours(vectors, days, np.arange(size))
    alone = np.full(size, -1)
    before = join_stories(vectors[:first], find_neighbours(vectors[:first], cut(days, first), np.arange(first)),
                          cut(days, first), 0.5, alone[:first])  # fmt: skip
    known = np.concatenate([before, alone[first:]])
    after = join_stories(vectors, pairs, days, 0.5, known)
    same = before[:, None] == before[None]
    assert ((after[:first, None] == after[None, :first]) == same).all()


def cut(days, size):
    return Days(first=days.first[:size], last=days.last[:size], window=days.window)
