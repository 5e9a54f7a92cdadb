from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.engine import holding
from summarizer.engine.holding import measure_holding, open_bags
from summarizer.engine.vectors import number_names

WORDS = ("talks", "talker", "bell", "bells", "bellows", "pact", "signed", "signature", "dam", "river", "flood", "day")


def measure(*bags, weights=None):
    """Share and order of each pair of bags of words."""
    starts = np.cumsum([0, *map(len, bags)])
    numbers, meanings = number_names(word for bag in bags for word in bag)
    weights = np.array([(weights or {}).get(meaning, 1.0) for meaning in meanings])
    pairs = [(one, other) for one in range(len(bags)) for other in range(len(bags)) if one != other]
    first, second = (np.array(column, dtype=np.int64) for column in zip(*pairs, strict=True))
    share, order = measure_holding(open_bags(starts, numbers, meanings, weights), first, second)
    return {pair: (share[at], order[at]) for at, pair in enumerate(pairs)}


def measure_slowly(wanted, held, weights):
    """The same, word by word."""
    heads = {word[:5] for word in held if len(word) >= 5}
    worth = [1.0 if word in held else 0.8 if word[:5] in heads else 0.0 for word in wanted]
    total = sum(weights[word] for word in wanted)
    share = sum(value * weights[word] for value, word in zip(worth, wanted, strict=True)) / total if total else 1.0
    near = [
        one in held and other in held and abs(held.index(one) - held.index(other)) <= 3
        for one, other in pairwise(wanted)
    ]
    return share, sum(near) / len(near) if near else 1.0


HELD = {
    "all of it": (["dam", "river"], ["river", "dam"], 1.0, 1.0),
    "nothing": (["dam", "river"], ["pact", "day"], 0.0, 0.0),
    "half": (["dam", "river"], ["dam", "pact"], 0.5, 0.0),
    "alike in four letters only": (["signed"], ["signature"], 0.0, 1.0),
    "a form of a word": (["signature", "dam"], ["signatures", "dam"], 0.9, 0.0),
    "a short word has no forms": (["bell"], ["bells", "bellows"], 0.0, 1.0),
    "nothing wanted": ([], ["dam"], 1.0, 1.0),
    "too far apart": (["dam", "river"], ["dam", "a", "b", "c", "river"], 1.0, 0.0),
    "still side by side": (["dam", "river"], ["river", "a", "b", "dam"], 1.0, 1.0),
}


@pytest.mark.parametrize(("wanted", "held", "share", "order"), HELD.values(), ids=HELD)
def test_how_much_is_held(wanted, held, share, order):
    assert measure(wanted, held)[0, 1] == pytest.approx((share, order))


def test_what_weighs_more_counts_more():
    assert measure(["dam", "river"], ["dam"], weights={"dam": 3.0})[0, 1][0] == pytest.approx(0.75)


def test_what_weighs_nothing_is_not_wanted():
    assert measure(["dam", "river"], ["river"], weights={"dam": 0.0})[0, 1][0] == pytest.approx(1.0)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), unique=True), min_size=2, max_size=7), st.data())
def test_measures_as_the_slow_way_does(bags, data):
    weights = {word: data.draw(st.sampled_from([0.0, 0.5, 1.0, 2.0])) for word in WORDS}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(holding, "_ROWS", 3)
        for (one, other), found in measure(*bags, weights=weights).items():
            assert found == pytest.approx(measure_slowly(bags[one], bags[other], weights))
