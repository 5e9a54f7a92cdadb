"""An endpoint that judges, named on the command line."""

import pytest

from tests.chat_endpoint import MODEL, judging, sending, serving
from tests.cli.command_runs import assert_fails, run

TEXTS = (
    "The ferry Astrid sank near the harbour of Oslo on Monday, and 14 people drowned.\n",
    "Fourteen people lost their lives as the ferry Astrid went down off Oslo.\n",
)
KEY = "sk-secret-4711"


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text)
    return folder


def same(*_):
    return {"relation": "same", "reason": "both tell it"}


def test_an_endpoint_is_asked_once_and_then_never_again(sources, tmp_path):
    with serving(judging(same)) as server:
        options = ["--judge", server.address, "--judge-model", MODEL, "--cache", str(tmp_path / "kept")]
        first = run("brief", sources, *options, "--explain", env={"SUMMARIZER_JUDGE_KEY": KEY})
        asked = len(server.asked)
        assert run("brief", sources, *options, "--explain").stdout == first.stdout and len(server.asked) == asked
        assert run("brief", sources, *options, "--refresh").exit_code == 0 and len(server.asked) == 2 * asked > 0
    assert first.exit_code == 0 and KEY not in first.output
    shown = " ".join(first.stdout.split())
    assert "[1][2] (2 origins)" in shown or "[2][1] (2 origins)" in shown
    assert f"judge_model='{MODEL}' verdicts_changed=" in shown and "| judge: same (both tell it) |" in shown


def test_limits_are_given_by_name(sources, tmp_path):
    with serving(judging(same)) as server:
        options = ["--judge", server.address, "--judge-model", MODEL, "--cache", str(tmp_path / "kept")]
        shown = run("brief", sources, *options, "--judge-limit", "chars=5").stdout
        assert "the limit of 5 characters is reached" in " ".join(shown.split()) and server.asked == []


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (["--judge", "https://models.example/v1"], "judge_model: found none for https://models.example/v1, wanted the"),
        (
            ["--judge-model", "tiny"],
            "Settings.judge_model: found 'tiny' with the judge lexical, wanted it with the add",
        ),
        (["--judge", "nobody"], "Settings.judge: found 'nobody', wanted one of lexical."),
        (["--judge-limit", "calls"], "--judge-limit: found 'calls', wanted NAME=VALUE."),
        (["--judge-limit", "call=3"], "--judge-limit: found 'call', wanted one of calls, chars, passages, seconds, "),
        (["--judge-limit", "calls=0"], "JudgeOptions.calls: found 0, wanted a whole number from 1 to "),
        (["--judge-limit", "seconds=soon"], "--judge-limit seconds: found 'soon', wanted a number."),
    ],
)
def test_what_is_wrong_is_said_in_one_line(sources, options, wanted):
    assert_fails(run("brief", sources, *options), wanted)


def test_a_key_that_is_refused_is_one_line_without_it(sources, tmp_path):
    with serving(sending(401)) as server:
        options = ["--judge", server.address, "--judge-model", MODEL, "--cache", str(tmp_path / "kept")]
        done = run("brief", sources, *options, env={"SUMMARIZER_JUDGE_KEY": KEY})
    assert_fails(done, "does not take the key (401), wanted a valid one in SUMMARIZER_JUDGE_KEY.")
    assert KEY not in done.output


def test_the_help_names_the_variable_of_the_key_and_says_what_is_sent():
    shown = " ".join(run("brief", "--help").stdout.replace("│", " ").split())
    assert "statements and passages are sent to it, with the key in SUMMARIZER_JUDGE_KEY" in shown
    assert "calls=200" in shown and "run_seconds=600" in shown
