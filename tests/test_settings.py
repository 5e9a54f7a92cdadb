"""Settings out of range are one clear error; at the ends of their ranges briefings are made."""

import json

import pytest

from summarizer import BudgetError, Document, ReadSettings, Settings, SettingsError, render, summarize
from summarizer.settings import CHECKS, LIMITS

REPORTS = [
    Document(id="a", text="Officials said on Monday that the bridge over the river would open. The dam held."),
    Document(id="b", text="The bridge over the river would open, officials said on Monday. Engineers praised the dam."),
]
REAL = tuple(
    "share damping opening_weight opening_decay title_weight focus_weight bigram_weight cross_report_weight same_limit"
    " part_limit redundancy_limit coverage_weight length_exponent".split()
)
WHOLE = ("words", "sentences", "neighbours")
WRONG = (float("inf"), float("-inf"), float("nan"), 1e308, 10**400, -1, True, "1", [1], 10**5000, -1e-320)


@pytest.mark.parametrize("value", WRONG, ids=range(len(WRONG)))
@pytest.mark.parametrize("name", [*REAL, *WHOLE])
def test_odd_settings_are_one_short_error(name, value):
    with pytest.raises(SettingsError, match=rf"^Settings\.{name}: found .*, wanted a ") as caught:
        Settings(**{name: value})
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("value", [*WRONG, 0, 5.5], ids=range(len(WRONG) + 2))
@pytest.mark.parametrize("name", LIMITS)
def test_odd_limits_are_one_short_error(name, value):
    if name == "url_seconds" and value == 5.5:
        return
    with pytest.raises(SettingsError, match=rf"^ReadSettings\.{name}: found .*, wanted a "):
        ReadSettings(**{name: value})


def test_a_long_language_is_one_short_error():
    with pytest.raises(SettingsError, match="wanted a language code") as caught:
        Settings(language="x" * 10_000)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("value", [1e-320, 1e-6, 0.999999, 1, 1_000_000, 10**15])
@pytest.mark.parametrize("name", [*REAL, *WHOLE])
def test_whatever_is_taken_makes_a_briefing_of_finite_numbers(name, value):
    if not CHECKS[name][0](value):
        pytest.skip("out of its range")
    focus = {"focus": "the bridge"} if name == "focus_weight" else {}
    settings = Settings(**{name: value, **focus})
    try:
        briefing = summarize(REPORTS, settings)
    except BudgetError:
        return
    assert json.loads(render(briefing, "json"))["sections"]
