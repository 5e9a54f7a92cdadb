"""The summary line counts right and says only what holds; how bad a sentence is."""

from dataclasses import replace

import pytest

from summarizer.renderers.check.wording import grade_of, held_against, standing_of, summary_of, title_of
from tests.check_builder import CHECK, Builder, place

MADE = Builder("One ran. Two ran. Three ran.", {"a": "One ran. Two ran. Three ran."})
BACKED = MADE.sentence("One ran.", "backed", MADE.cite("a", "One ran."), origins=["o1"])
TWICE = replace(BACKED, origins=("o1", "o2"))
PART = MADE.sentence(
    "Two ran.", "in part", MADE.cite("a", "Two ran.", "part", place("Two", "Two ran.")), in_part=["o1"]
)
LOST = MADE.sentence("Three ran.", "not found")
HEADING = MADE.sentence("Three ran.", "not checked", why="a heading")


def found(kind, passage=None, standing="in part"):
    return replace(PART, standing=standing, findings=(MADE.find(kind, "Two", "wrong", passage),))


def said(*sentences):
    return summary_of(replace(CHECK, sentences=sentences))


PASSAGE = MADE.cite("a", "Two ran.", "verbatim")


@pytest.mark.parametrize(
    ("sentences", "line"),
    [
        ((), "No sentence was checked."),
        ((HEADING,), "No sentence was checked."),
        ((BACKED,), "1 of 1 sentence is backed by at least one report; nothing was found against it."),
        (
            (BACKED, TWICE),
            "2 of 2 sentences are backed by at least one report, 1 by two origins or more;"
            " nothing was found against them.",
        ),
        ((BACKED, HEADING), "1 of 1 sentence is backed by at least one report; nothing was found against it."),
        ((BACKED, LOST), "1 of 2 sentences is backed by at least one report; 1 not found."),
        ((PART, LOST), "0 of 2 sentences are backed by at least one report; 1 backed in part; 1 not found."),
        (
            (found("contradiction", PASSAGE, "contradicted"),),
            "0 of 1 sentence is backed by at least one report; 1 contradicted.",
        ),
        (
            (found("quotation", PASSAGE), found("quotation"), found("quotation")),
            "0 of 3 sentences are backed by at least one report; 3 backed in part; 1 quotation not as a report has it;"
            " 2 quotations without a source.",
        ),
        (
            (found("number"), found("number"), found("date"), found("name")),
            "0 of 4 sentences are backed by at least one report; 4 backed in part; 2 numbers without a source;"
            " 1 date without a source; 1 name without a source.",
        ),
        (
            (found("citation"), found("dispute"), found("wording"), found("wording")),
            "0 of 4 sentences are backed by at least one report; 4 backed in part; 1 citation not borne out;"
            " 1 point on which the reports differ; 2 wordings altered.",
        ),
        (
            (found("dispute", PASSAGE, "backed"),),
            "1 of 1 sentence is backed by at least one report; 1 point on which the reports differ.",
        ),
    ],
)
def test_the_summary_line(sentences, line):
    assert said(*sentences) == line


@pytest.mark.parametrize(
    ("sentence", "grade", "standing"),
    [
        (BACKED, "good", ""),
        (TWICE, "good", "(2 origins)"),
        (replace(BACKED, origins_in_part=("o2",)), "good", "(1 origin, 1 more in part)"),
        (PART, "part", ""),
        (replace(PART, origins_in_part=("o1", "o2")), "part", "(2 origins in part)"),
        (replace(TWICE, standing="in part"), "part", "(but for what is marked; 2 origins)"),
        (LOST, "doubt", "(not found in a report)"),
        (found("wording"), "doubt", ""),
        (found("number"), "bad", ""),
        (found("contradiction", PASSAGE, "contradicted"), "bad", "(contradicted)"),
        (replace(LOST, standing="contradicted"), "bad", "(contradicted)"),
        (HEADING, "none", "(not checked: a heading)"),
        (replace(HEADING, why=None), "none", "(not checked)"),
    ],
)
def test_how_a_sentence_stands(sentence, grade, standing):
    assert (grade_of(sentence), standing_of(sentence)) == (grade, standing)


def test_what_it_was_held_against():
    assert held_against(CHECK) == "Checked against 3 reports from at most 3 independent origins."
    one = replace(CHECK, origins=CHECK.origins[:1])
    assert held_against(one) == "Checked against 3 reports from 1 origin."
    assert held_against(replace(one, sources=CHECK.sources[:1])) == "Checked against 1 report."
    assert held_against(replace(one, origins=())) == "Checked against 3 reports."


@pytest.mark.parametrize(
    ("title", "path", "short", "long"),
    [
        ("Memo", "a/memo.md", "Memo", "Memo · a/memo.md"),
        (None, "a/memo.md", "memo.md", "a/memo.md"),
        (" ", "c:\\a\\memo.md", "memo.md", "c:\\a\\memo.md"),
        (None, None, "Draft", "Draft"),
    ],
)
def test_the_name_of_a_draft(title, path, short, long):
    named = replace(CHECK, title=title, path=path)
    assert (title_of(named), title_of(named, with_path=True)) == (short, long)
