"""Judges from outside: they have the last word over what is cited for a point, and how."""

from dataclasses import replace

import numpy as np
import pytest

from summarizer import (
    NoVerdict,
    Passage,
    PluginError,
    Settings,
    SettingsError,
    Verdict,
    explain,
    register_judge,
    run_pipeline,
    summarize,
)
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
            assert passage.verdict.relation in ("same", "part", "otherwise", "other")
            assert (passage.verdict.backs is None) == (passage.verdict.relation != "part")
    assert {passage.verdict.relation for _, passages in asked for passage in passages} >= {"same", "part", "other"}


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
    assert all(0 <= one.backed.start < one.backed.end <= len(text) // 2 for text, one in parts)
    assert any(one.backed.end - one.backed.start >= len(text) // 2 - 1 for text, one in parts)


def test_of_several_passages_of_a_report_the_surest_is_cited(documents):
    def last(passages):
        # The later in its report the surer.
        return [
            Verdict(relation="same", reason="all of it", score=passage.sentences[0].position / 1000)
            if len(passage.sentences) == 1
            else replace(passage.verdict, relation="other", backs=None)
            for passage in passages
        ]

    done = run_pipeline(documents, judge=lambda _, passages, __: last(passages))
    cited = [(statement.wording, evidence) for statement in done.chosen for evidence in statement.evidence]
    assert any(evidence.relation == "same" for _, evidence in cited)
    for point, evidence in cited:
        own = [
            one.sentences[0].position
            for one in done.judged
            if one.point == point and one.document == evidence.document and one.taken.reason == "all of it"
        ]
        assert not own or evidence.sentences[0].position == max(own)


def test_a_score_may_be_a_number_of_numpy(documents):
    register_judge("half", lambda _, passages, __: [Verdict(relation="same", score=np.float32(0.5)) for _ in passages])
    register_judge("plain", lambda _, passages, __: [Verdict(relation="same", score=0.5) for _ in passages])
    assert briefed(documents, judge="half").sections == briefed(documents, judge="plain").sections


@pytest.mark.parametrize(
    ("verdict", "message"),
    [
        ("same", "returned str in place of a Verdict for "),
        (Verdict(relation="full"), "returned the relation 'full', which is none of same, part, otherwise, other, for "),
        (Verdict(relation="same", reason=3), "returned a reason that is int, and no text, for "),
        (Verdict(relation="same", score=1.5), "returned the score 1.5, which is no number from 0 to 1, for "),
        (Verdict(relation="same", score="high"), "returned the score 'high', which is no number from 0 to 1, for "),
        (Verdict(relation="part"), "returned 'part' with backs=None, which a part must have"),
        (Verdict(relation="same", backs="The"), "returned 'same' with backs='The', which a part must have"),
        (Verdict(relation="part", backs="zzz"), "returned backs='zzz', which does not stand in the text of the point"),
        (Verdict(relation="part", backs=""), "returned backs='', which holds no word, wanted words copied from"),
        (Verdict(relation="part", backs=" "), "returned backs=' ', which holds no word, wanted words copied from"),
        (Verdict(relation="part", backs=3), "returned backs=3, which is int, wanted words copied from the text of"),
        (Verdict(relation=[3]), "returned the relation [3], which is none of same, part, otherwise, other, for "),
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


def test_a_judge_may_be_given_as_a_function(documents):
    def refuse(_, passages, settings):
        assert settings.judge is refuse
        return [Verdict(relation="other") for _ in passages]

    briefing = summarize(documents, judge=refuse)
    assert briefing == summarize(documents, Settings(judge=refuse))
    assert {one.relation for one in citations(briefing)} == {"verbatim"}
    place = f"{__name__}.test_a_judge_may_be_given_as_a_function.<locals>.refuse"
    assert f"judge='{place}' (given to the run)" in briefing.signature
    assert repr(Settings(judge=refuse)) == f"Settings(words=250, judge='{place}')"
    assert Settings(judge=refuse) == Settings(judge=refuse) != Settings()


def test_a_judge_given_as_a_function_that_fails_is_named_by_its_place(documents):
    with pytest.raises(PluginError, match=r"^judge '\S+<lambda>' \(given to the run\): raised ZeroDivisionError for '"):
        summarize(documents, judge=lambda *_: 1 / 0)
    with pytest.raises(PluginError, match=r"given to the run\): returned 0 verdicts for '"):
        summarize(documents, judge=lambda *_: [])


@pytest.mark.parametrize("judge", [3, b"lexical", ["lexical"], None])
def test_what_is_no_judge_is_one_error(judge):
    with pytest.raises(SettingsError, match=r"^Settings\.judge: found .*, wanted one of lexical"):
        Settings(judge=judge)


def say_same(_, passages, __):
    return [Verdict(relation="same", reason="I say so") for _ in passages]


def test_same_is_refused_where_a_number_or_name_is_missing(documents):
    done = run_pipeline(documents, judge=say_same)
    refused = [one for one in done.judged if one.refused]
    (note,) = [note for note in done.briefing.notes if "of the lexical judge stands" in note]
    assert note.count("“same”, but a number is missing") == 1 and "a number is missing (1)" not in note
    assert {one.refused.partition(" (")[0] for one in refused} >= {
        "“same”, but a number is missing",
        "“same”, but a name is missing",
    }
    for one in refused:
        assert one.taken == one.lexical and not one.is_changed and one.verdict.relation == "same"
    cited = {
        (statement.wording.id, evidence.sentences)
        for statement in done.chosen
        for evidence in statement.evidence
        if evidence.relation == "same"
    }
    lexical = {(one.point.id, one.sentences) for one in done.judged if one.lexical.relation == "same"}
    assert not cited & ({(one.point.id, one.sentences) for one in refused} - lexical)


def test_where_a_judge_has_no_verdict_the_lexical_one_stands(documents):
    done = run_pipeline(documents, judge=lambda _, passages, __: [NoVerdict(why="closed today") for _ in passages])
    assert done.briefing.sections == run("seeds").briefing.sections
    assert done.briefing.notes[-1] == (
        f"For {sum(is_printed(done, one) for one in done.judged)} passages the verdict of the lexical judge stands: "
        f"closed today ({sum(is_printed(done, one) for one in done.judged)})."
    )


def is_printed(done, judged):
    return judged.point.id in {statement.wording.id for statement in done.chosen}


def test_a_reason_for_no_verdict_is_text(documents):
    with pytest.raises(PluginError, match=r"returned NoVerdict\(why=3\), wanted text, for '"):
        summarize(documents, judge=lambda _, passages, __: [NoVerdict(why=3) for _ in passages])


def test_what_says_otherwise_is_not_cited(documents):
    briefing = summarize(documents, judge=lambda _, passages, __: [Verdict(relation="otherwise") for _ in passages])
    assert {one.relation for one in citations(briefing)} == {"verbatim"}


def test_the_note_and_the_signature_count_the_verdicts_that_changed(documents):
    done = run_pipeline(documents, judge=say_same)
    printed = [one for one in done.judged if is_printed(done, one)]
    changed = sum(one.is_changed for one in printed)
    assert changed and f" verdicts_changed={changed}/{len(printed)} sha256:" in done.briefing.signature
    (note,) = [note for note in done.briefing.notes if "were judged" in note]
    assert note == (
        f"{len(printed)} passages of other reports were judged for {len(done.chosen)} statements by the judge "
        f"{__name__}.say_same, which changed {changed} verdicts of the lexical judge."
    )
    assert summarize(documents, judge=lambda *given: say_same(*given)[:]).signature.endswith(
        done.briefing.signature[-16:]
    )


def test_the_digest_holds_the_verdicts(documents):
    refusing = summarize(documents, judge=lambda _, passages, __: [Verdict(relation="other") for _ in passages])
    assert refusing.signature[-16:] != summarize(documents, judge=say_same).signature[-16:]


def test_without_another_judge_nothing_is_kept_or_noted(documents):
    done = run_pipeline(documents)
    assert done.judged == () and "judge" not in done.briefing.signature
    assert not any("judge" in note for note in done.briefing.notes)
    assert "judge" not in explain(done)


def test_reasons_show_both_verdicts(documents):
    done = run_pipeline(documents, judge=say_same)
    shown = " ".join(explain(done, width=200).split())
    assert "| judge: same (I say so) |" in shown
    assert "lexical judge: other (too few words in common) | judge: same" in shown
    assert "| not taken: “same”, but a n" in shown
    assert "The judge was asked about" in shown and " and changed " in shown


def test_a_reason_cannot_draw_on_the_terminal(documents):
    done = run_pipeline(
        documents,
        judge=lambda _, passages, __: [Verdict(relation="otherwise", reason="\x1b[31m[1] red") for _ in passages],
    )
    shown = explain(done, width=200)
    assert "\x1b" not in shown and "otherwise (" in shown


def test_a_judge_from_outside_is_asked_about_more_than_the_lexical_one_looks_at(documents):
    done = run_pipeline(documents, judge=say_same)
    far = [one for one in done.judged if one.lexical.reason == "too few words in common"]
    assert far and all(one.lexical.relation == "other" for one in far)
    assert any(one.is_changed for one in far)


def test_the_note_is_about_the_statements_that_are_printed(documents):
    done = run_pipeline(documents, words=110, judge=lambda _, passages, __: [one.verdict for one in passages])
    printed = [one for one in done.judged if is_printed(done, one)]
    assert len(printed) < len(done.judged)
    assert any(note.startswith(f"{len(printed)} passages of other reports") for note in done.briefing.notes)
