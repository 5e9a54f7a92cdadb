"""The search for speakers takes time in proportion to the text, whatever stands in it."""

import time
from functools import partial

import pytest

from summarizer.nlp.sentences.quotes import find_open
from summarizer.nlp.speakers.attribution import find_attribution
from summarizer.nlp.speakers.attribution_phrases import has_lost_mark, read_label, read_lead_in, read_signature

UNITS = [
    "said ", "He said, ", "said that the ",
    "Jane Roe, who said ", ", said Jane Roe", "according to ", "according to the ",
    "“said ", "“A,” said ", "\" said \"", "Ivo “Ice” ", "‘A,’ ", "'A, ", "On Tuesday ",
    "in a statement ", "Jane Roe ",
    "a man who gave his name as ", ", a nurse", " — ", ", ", "A: ",
    "told Jane Roe ", "warned a b c d e f ", "a", " ", "“",
]  # fmt: skip
FUNCTIONS = [find_attribution, has_lost_mark, read_label, read_lead_in, read_signature]
SIZE = 20_000


def seconds(function, text):
    best = 9.0
    for _ in range(2):
        start = time.process_time()
        function(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "function",
    [find_open, *(partial(function, language="en") for function in FUNCTIONS)],
    ids=["find_open", *(function.__name__ for function in FUNCTIONS)],
)
def test_five_times_the_text_takes_no_more_than_about_five_times_as_long(function, unit):
    short, long = (unit * (size // len(unit)) for size in (SIZE, 5 * SIZE))
    # A square would take 25 times as long; what takes no time at all is not compared.
    assert seconds(function, long) < 12 * seconds(function, short) + 0.02
