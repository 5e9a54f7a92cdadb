"""The note on a judge from outside counts what it changed, and why the lexical verdict stands."""

from dataclasses import replace

from summarizer.briefing.judge_note import remark_on_judge
from summarizer.model import JudgedPassage, Span, Verdict
from summarizer.settings import Settings
from tests.builders import build_sentences

POINT, *OTHERS = build_sentences(
    [("a", "The dam held."), ("b", "The dam broke."), ("c", "It rained."), ("d", "It froze.")]
)
OTHER, SAME = Verdict(relation="other"), Verdict(relation="same")
SETTINGS = Settings(judge="https://models.example/v1", judge_model="tiny")


def judged(sentence, *, verdict=SAME, refused=None):
    return JudgedPassage(point=POINT, sentences=(sentence,), lexical=OTHER, verdict=verdict, refused=refused)


def test_reasons_are_counted_whatever_words_they_are_about():
    refused = ["a number is missing (14)", "a number is missing (15)", "late"]
    notes = remark_on_judge(SETTINGS, [judged(one, refused=why) for one, why in zip(OTHERS, refused, strict=True)])
    assert notes == [
        "No verdict of the model tiny at https://models.example/v1 was taken; it was to judge 3 passages of other "
        "reports for 1 statement.",
        "For 3 passages the verdict of the lexical judge stands: a number is missing (2); late (1).",
    ]


def test_one_of_each_is_told_as_one():
    assert remark_on_judge(SETTINGS, [judged(OTHERS[0])]) == [
        "1 passage of other reports was judged for 1 statement by the model tiny at https://models.example/v1, which "
        "changed 1 verdict of the lexical judge."
    ]


def test_statements_are_told_apart_by_where_they_stand():
    other = replace(POINT, span=Span(start=40, end=53))  # a draft is checked in blocks, each numbered from the same on
    passages = [judged(OTHERS[0]), replace(judged(OTHERS[1]), point=other)]
    assert remark_on_judge(SETTINGS, passages)[0].startswith("2 passages of other reports were judged for 2 statements")


def test_the_lexical_judge_needs_no_note():
    assert remark_on_judge(Settings(), []) == []
