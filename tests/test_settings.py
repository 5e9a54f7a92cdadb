"""Settings out of range are one clear error; at the ends of their ranges briefings are made."""

import json

import pytest

from summarizer import BudgetError, Document, JudgeOptions, ReadSettings, Settings, SettingsError, render, summarize
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


@pytest.mark.parametrize("name", JudgeOptions.limits())
@pytest.mark.parametrize("value", [*WRONG, "7", None], ids=range(len(WRONG) + 2))
def test_odd_limits_of_a_judge_are_one_short_error(name, value):
    with pytest.raises(
        SettingsError, match=rf"^JudgeOptions\.{name}: found .*, wanted a (whole )?number from "
    ) as caught:
        JudgeOptions(**{name: value})
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("judge", "wanted"),
    [
        ("https://", "found 'https://', wanted https://HOST/PATH"),
        ("ftp://models.example/v1", "found 'ftp://models.example/v1', wanted https://HOST/PATH"),
        ("https://models.example:0/v1", "wanted https://HOST/PATH"),
        ("https://models.example:x/v1", "wanted https://HOST/PATH"),
        ("https://[models/v1", "wanted https://HOST/PATH"),
        ("https://models.example/a b", "wanted https://HOST/PATH"),
        ("https://models.example/\n", "wanted https://HOST/PATH"),
        ("https://m\u00f6dels.example/v1", "wanted https://HOST/PATH"),
        ("https://models.example/v1?key=s3cret", "a name, a password, a query or a fragment"),
        ("https://ann:s3cret@models.example/v1", "a name, a password, a query or a fragment"),
        ("https://ann:s3cret@models.example:x/v1", "found an address with a name or a password"),
        ("https://models.example/v1#s3cret", "a name, a password, a query or a fragment"),
        ("https://" + "x" * 10_000, "wanted "),
    ],
)
def test_an_address_that_cannot_be_asked_is_one_error_without_secrets(judge, wanted):
    with pytest.raises(SettingsError) as caught:
        Settings(judge=judge, judge_model="tiny")
    assert str(caught.value).startswith("Settings.judge: ") and wanted in str(caught.value)
    assert "s3cret" not in str(caught.value) and len(str(caught.value)) < 400


@pytest.mark.parametrize("model", [None, "", " ", 3, "a\nb", "x" * 300])
def test_an_endpoint_needs_the_name_of_a_model(model):
    with pytest.raises(SettingsError, match=r"^Settings\.judge_model: found .*, wanted the name of a model") as caught:
        Settings(judge="https://models.example/v1", judge_model=model)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("judge", ["lexical", print])
def test_a_model_without_an_endpoint_is_one_error(judge):
    with pytest.raises(SettingsError, match=r"^Settings\.judge_model: found 'tiny' with the judge .*, wanted it with "):
        Settings(judge=judge, judge_model="tiny")


def test_settings_name_an_endpoint_in_one_line():
    settings = Settings(judge="https://models.example/v1", judge_model="tiny", judge_options=JudgeOptions(calls=9))
    assert repr(settings) == (
        "Settings(words=250, judge='https://models.example/v1', judge_model='tiny', "
        "judge_options=JudgeOptions(calls=9))"
    )
    with pytest.raises(SettingsError, match=r"^Settings\.judge_options: found 3, wanted JudgeOptions\.$"):
        Settings(judge_options=3)
