"""Intervals and chances: by hand, against plain twins, and what they are for too few clusters."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.evaluation import statistics
from summarizer.evaluation.statistics import chance, intervals

SMALL = st.lists(st.integers(-3, 3).map(float), min_size=2, max_size=7)


def all_tosses(differences):
    observed = abs(sum(differences))
    sums = [sum(sign * one for sign, one in zip(signs, differences, strict=True))
            for signs in product((-1, 1), repeat=len(differences))]  # fmt: skip
    return sum(abs(one) >= observed for one in sums) / len(sums)


class TestChance:
    @pytest.mark.parametrize(
        ("differences", "p"),
        [
            ([1.0, 2.0], 2 / 4),
            ([1.0, 2.0, 3.0], 2 / 8),
            ([-1.0, -2.0, -3.0], 2 / 8),
            ([1.0, 2.0, -3.0], 1.0),
            ([3.0, 1.0, -1.0], 6 / 8),  # of the sums 5, 3, 3, 1 and their negatives all but 1 and -1
            ([0.0, 0.0, 0.0], 1.0),
            ([0.1] * 10, 2 / 2**10),
        ],
    )
    def test_by_hand(self, differences, p):
        assert chance(differences) == p

    @given(SMALL)
    def test_few_clusters_are_tossed_in_every_way(self, differences):
        assert chance(differences) == pytest.approx(all_tosses(differences))

    @given(SMALL)
    def test_it_is_a_share_and_has_no_side(self, differences):
        assert 0 < chance(differences) <= 1
        assert chance(differences) == chance([-one for one in differences])

    def test_many_clusters_are_tossed_often_enough(self, monkeypatch):
        differences = np.random.default_rng(3).normal(0.3, 1, 12)
        exact = chance(differences)
        monkeypatch.setattr(statistics, "_EXACT", 1)
        assert chance(differences) == pytest.approx(exact, abs=0.02)

    def test_the_least_chance_of_many_clusters(self):
        assert chance([1.0] * 40) == 1 / (statistics.FLIPS + 1)

    def test_the_last_digit_of_a_sum_makes_no_difference(self):
        tenths = [2, 0, -3, -2, -6, -6, -6]
        assert chance([one / 10 for one in tenths]) == all_tosses(tenths) == 0.09375

    @pytest.mark.parametrize("differences", [[], [0.5]])
    def test_fewer_than_two_clusters_tell_nothing(self, differences):
        assert chance(differences) is None

    def test_the_same_in_every_run(self):
        differences = np.random.default_rng(5).normal(0.1, 1, 30)
        assert chance(differences) == chance(differences)


class TestIntervals:
    def test_equal_scores_leave_no_room(self):
        assert intervals([[0.5, 0.25]] * 4) == [(0.5, 0.5), (0.25, 0.25)]

    def test_two_clusters_by_hand(self):
        # Means of two draws from 0 and 1 are 0, 1/2, 1 with chances 1/4, 1/2, 1/4: both tails end on the extremes.
        assert intervals([[0.0], [1.0]]) == [(0.0, 1.0)]

    def test_many_clusters_come_near_the_normal(self):
        values = np.random.default_rng(7).normal(0.4, 0.1, 400)
        mean, error = values.mean(), values.std() / 20
        low, high = intervals([[value] for value in values])[0]
        assert (low, high) == pytest.approx((mean - 1.96 * error, mean + 1.96 * error), abs=0.1 * error)

    @given(st.lists(st.floats(0, 1), min_size=2, max_size=12))
    def test_they_lie_among_the_scores_around_the_mean(self, values):
        low, high = intervals([[value] for value in values])[0]
        mean = sum(values) / len(values)
        assert min(values) - 1e-9 <= low <= mean + 1e-9 and mean - 1e-9 <= high <= max(values) + 1e-9

    @pytest.mark.parametrize("rows", [[], [[0.5, 0.5]]])
    def test_fewer_than_two_clusters_have_none(self, rows):
        assert intervals(rows) is None

    def test_the_same_in_every_run_and_enough_of_them(self):
        rows = np.random.default_rng(11).random((20, 1))
        assert intervals(rows) == intervals(rows) and statistics.RESAMPLES >= 1000
