"""Judges from outside: they have the last word over what is cited for a point, and how."""

from dataclasses import replace

import numpy as np
import pytest

from summarizer import Passage, PluginError, Settings, Verdict, register_judge, run_pipeline
from tests.labelled_stories import run


@pytest.fixture(scope="module")
def documents():
    return run("seeds").documents


def briefed(documents, **settings):
    return run_pipeline(documents, Settings(**settings)).briefing


def citations(briefing):
    return [one for section in briefing.sections for point in section.points for one in point.citations]


def test_a_judge_that_changes_nothing_makes_the_same_briefing(documents):
    register_judge("echo", lambda _, passages, __: [passage.verdict for passage in passages])
    assert briefed(documents, judge="echo").sections == run("seeds").briefing.sections


def test_a_judge_is_asked_once_for_a_point_with_all_its_passages(documents):
    asked = []

    def look(point, passages, _):
        asked.append((point, passages))
        return [passage.verdict for passage in passages]

    register_judge("look", look)
    chosen = run_pipeline(documents, Settings(judge="look")).chosen
    points = [point.id for point, _ in asked]
    assert len(points) == len(set(points))
    assert {statement.wording.id for statement in chosen} <= set(points)
    for point, passages in asked:
        assert passages and all(isinstance(passage, Passage) for passage in passages)
        for passage in passages:
            assert passage.document != point.document and len(passage.sentences) in (1, 2)
            assert passage.text == " ".join(one.text for one in passage.sentences)
            assert passage.verdict.relation in ("same", "part", "other")
            assert (passage.verdict.backs is None) == (passage.verdict.relation != "part")
    assert {passage.verdict.relation for _, passages in asked for passage in passages} == {"same", "part", "other"}


def test_what_a_judge_refuses_is_not_cited(documents):
    register_judge("strict", lambda _, passages, __: [Verdict(relation="other", reason="no") for _ in passages])
    briefing = briefed(documents, judge="strict")
    assert {one.relation for one in citations(briefing)} == {"verbatim"}
    assert {one.relation for one in citations(run("seeds").briefing)} > {"verbatim"}
    assert "judge='strict' (registered from Python)" in briefing.signature


def test_what_a_judge_finds_is_cited(documents):
    def kind(point, passages, _):
        half = point.text[: len(point.text) // 2]
        return [Verdict(relation="part", reason="half of it", backs=half) for _ in passages]

    register_judge("kind", kind)
    briefing = briefed(documents, judge="kind")
    parts = [
        (point.text, one)
        for section in briefing.sections
        for point in section.points
        for one in point.citations
        if one.relation == "part"
    ]
    assert parts
    assert all(one.backed.of(text) == text[: one.backed.end] and one.backed.start == 0 for text, one in parts)


def test_of_several_passages_of_a_report_the_surest_is_cited(documents):
    def last(passages):
        # The later in its report the surer.
        return [
            Verdict(relation="same", reason="all of it", score=passage.sentences[0].position / 1000)
            if len(passage.sentences) == 1
            else replace(passage.verdict, relation="other", backs=None)
            for passage in passages
        ]

    seen = {}

    def look(point, passages, _):
        seen[point.id] = passages
        return last(passages)

    register_judge("last", look)
    done = run_pipeline(documents, Settings(judge="last"))
    for statement in done.chosen:
        for evidence in statement.evidence:
            own = [p for p in seen[statement.wording.id] if p.document == evidence.document and len(p.sentences) == 1]
            assert evidence.sentences[0].position == max(p.sentences[0].position for p in own)


def test_a_score_may_be_a_number_of_numpy(documents):
    register_judge("half", lambda _, passages, __: [Verdict(relation="same", score=np.float32(0.5)) for _ in passages])
    register_judge("plain", lambda _, passages, __: [Verdict(relation="same", score=0.5) for _ in passages])
    assert briefed(documents, judge="half").sections == briefed(documents, judge="plain").sections


@pytest.mark.parametrize(
    ("verdict", "message"),
    [
        ("same", "returned str in place of a Verdict for "),
        (Verdict(relation="full"), "returned the relation 'full', which is none of same, part, other, for "),
        (Verdict(relation="same", reason=3), "returned a reason that is int, and no text, for "),
        (Verdict(relation="same", score=1.5), "returned the score 1.5, which is no number from 0 to 1, for "),
        (Verdict(relation="same", score="high"), "returned the score 'high', which is no number from 0 to 1, for "),
        (Verdict(relation="part"), "returned 'part' with backs=None, which a part must have"),
        (Verdict(relation="same", backs="The"), "returned 'same' with backs='The', which a part must have"),
        (Verdict(relation="part", backs="zzz"), "returned backs='zzz', which does not stand in the text of the point"),
        (Verdict(relation="part", backs=""), "returned backs='', which holds no word, wanted words copied from"),
        (Verdict(relation="part", backs=" "), "returned backs=' ', which holds no word, wanted words copied from"),
        (Verdict(relation="part", backs=3), "returned backs=3, which is int, wanted words copied from the text of"),
        (Verdict(relation=[3]), "returned the relation [3], which is none of same, part, other, for "),
        (Verdict(relation="same", score=np.float32(1.5)), "returned the score "),
    ],
)
def test_a_verdict_that_is_none_is_refused(documents, verdict, message):
    register_judge("bad", lambda _, passages, __: [verdict for _ in passages])
    with pytest.raises(PluginError) as caught:
        briefed(documents, judge="bad")
    assert str(caught.value).startswith(f"judge 'bad' (registered from Python; summarizer.judges): {message}")


@pytest.mark.parametrize(
    ("judge", "message"),
    [
        (lambda *_: [], "returned 0 verdicts for '"),
        (lambda *_: None, "raised TypeError for '"),
        (lambda *_: 1 / 0, "raised ZeroDivisionError for '"),
    ],
)
def test_a_judge_that_fails_is_named_with_the_point(documents, judge, message):
    register_judge("bad", judge)
    with pytest.raises(PluginError) as caught:
        briefed(documents, judge="bad")
    assert str(caught.value).startswith(f"judge 'bad' (registered from Python; summarizer.judges): {message}")
