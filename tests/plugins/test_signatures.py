"""The signature of a briefing: what parts from outside did to the reports shows in it."""

import ast
from pathlib import Path

import pytest

import summarizer.cleaning
from summarizer import (
    Document,
    PluginError,
    ReadSettings,
    Settings,
    SettingsError,
    read_documents,
    register_cleaning_rule,
    run_pipeline,
)
from summarizer.briefing.sourcing_note import sign_briefing
from summarizer.cleaning.registry import drops_from_outside
from summarizer.model import DroppedSpan, Span
from tests.plugins.test_cleaning_rules import FIRST, LAST, TEXT, is_about_us

CLEANING = Path(summarizer.cleaning.__file__).parent


@pytest.fixture
def path(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path / "a.txt"


def signed(path, *rules):
    return sign_briefing(read_documents([path], ReadSettings(cleaning_rules=rules)), Settings())


def test_what_a_rule_dropped_at_reading_shows_in_the_digest(path):
    register_cleaning_rule("about the paper", is_about_us)
    register_cleaning_rule("about us", is_about_us)
    register_cleaning_rule("nothing", lambda _: False)
    register_cleaning_rule("first", lambda line: line.text == FIRST)
    assert signed(path) == signed(path, "nothing") == signed(path, "menu")
    assert len({signed(path, *rules) for rules in ((), ("about the paper",), ("about us",), ("first",))}) == 4


def test_the_digest_of_a_report_without_such_drops_stays_as_it_was():
    assert sign_briefing([Document(id="a", text=TEXT)], Settings()).endswith("sha256:4bb833a3f0caf433")


def test_rules_of_settings_are_named_with_their_packages(install, path):
    install(
        "def about(line):\n    return line.text.startswith('Dateline')\n", cleaning_rules=["about = tiny_plugins:about"]
    )
    register_cleaning_rule("nothing", lambda _: False)
    briefing = run_pipeline(read_documents([path]), Settings(cleaning_rules=("about", "nothing", "menu"))).briefing
    named = "cleaning_rules=('about', 'nothing', 'menu') (package tiny-plugins 1.0, registered from Python) sha256:"
    assert named in briefing.signature and LAST not in str(briefing.points)


def reasons_of(tree):
    """The reasons for which a file of ours drops a span: `DroppedSpan(rule="…")`, `cut_front(…, "…")`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("DroppedSpan", "cut_front"):
            given = [*node.args, *(one.value for one in node.keywords if one.arg == "rule")]
            yield from (one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str))
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in ("rule", "_RULE"):
            yield from (
                one.value
                for one in ast.walk(node.value)
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            )
        elif isinstance(node, ast.FunctionDef) and node.name == "_name_of_rest":
            yield from ("heading", "interface text")


def test_no_reason_of_ours_is_taken_for_one_from_outside():
    files = ("mark_story.py", "metadata.py")
    reasons = {reason for name in files for reason in reasons_of(ast.parse((CLEANING / name).read_text("utf-8")))}
    assert {"front matter", "list mark", "time of an entry", "caption", "emphasis"} <= reasons
    for reason in reasons:
        dropped = (DroppedSpan(span=Span(start=0, end=5), rule=reason),)
        assert drops_from_outside(Document(id="a", text=TEXT, dropped=dropped)) == (), reason


def test_a_reason_of_ours_is_no_name_for_a_rule(install):
    with pytest.raises(PluginError, match=r"'heading' .*: the name is one of summarizer's own"):
        register_cleaning_rule("heading", is_about_us)
    install(cleaning_rules=["dateline = tiny_plugins:rule"])
    with pytest.raises(SettingsError, match=r"Not in use: .*'dateline' .* is one of summarizer's own"):
        read_documents(["nowhere"], ReadSettings(cleaning_rules=("x",)))
