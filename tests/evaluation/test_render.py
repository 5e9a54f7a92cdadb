"""An evaluation as text: what people read, what programs read, and names that would like to be more than text."""

import json
import re

import pytest
from markdown_it import MarkdownIt

from summarizer import EVALUATION_FORMATS, SettingsError, evaluate, render_evaluation
from summarizer.evaluation.records import MEASURES, Mean, OmittedCluster, Result, Score
from summarizer.evaluation.render import grids, remarks
from tests.evaluation.example_clusters import DAM_TOLD, cluster, clusters, write_lines

NASTY = "\x1b[31m[bold]|*x* <b>`[1](u)"


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory):
    outputs = tmp_path_factory.mktemp("outputs") / "o.jsonl"
    lines = [{"id": "dam", "system": NASTY, "summary": DAM_TOLD[0]}, {"id": "dam", "system": "T", "summary": ""}]
    write_lines(outputs, [*lines, {"id": "[/bold]levee\x07", "system": "T", "summary": "x"}])
    return evaluate(clusters(), words=40, systems=["summarizer", "lead"], outputs=outputs)


@pytest.mark.parametrize("name", EVALUATION_FORMATS)
def test_every_format_shows_every_system_and_what_was_left_out(name, evaluation):
    text = render_evaluation(evaluation, name)
    for part in ("summarizer", "lead", "T", "levee", "no cluster here", "there is no output for it"):
        assert part in text
    assert text == text.strip("\n") and not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", text)


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_people_see_counts_means_intervals_and_chances(name, evaluation):
    text = render_evaluation(evaluation, name)
    mean = evaluation.results[1].mean("rouge_2_recall")
    assert f"{100 * mean.value:.1f} {100 * mean.low:.1f}–{100 * mean.high:.1f}" in text
    for part in ("3 clusters; the first 40 words", "95 % interval", "R-1", "R-4", "R-L", "Repeated bigrams"):
        assert part in text
    rows = [line.replace("|", " ").split() for line in text.split("\n") if "lead" in line]
    assert [row[:2] for row in rows] == [["lead", "3"]] * 3


def test_the_terminal_format_keeps_its_width(evaluation):
    for width in (60, 100, 110):
        lines = render_evaluation(evaluation, "terminal", width=width).split("\n")
        assert max(map(len, lines)) <= width
    assert "\x1b[" in render_evaluation(evaluation, "terminal", colour=True)


def test_at_a_hundred_columns_no_row_is_broken(evaluation):
    text = render_evaluation(evaluation, "terminal", width=100)
    assert len([line for line in text.split("\n") if line.lstrip().startswith("lead ")]) == 3


def test_markdown_tables_are_tables_and_names_only_text(evaluation):
    text = render_evaluation(evaluation, "markdown")
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    kinds = [token.type for token in tokens]
    assert kinds.count("table_open") == 3 and kinds.count("tr_open") == 3 * 5 and "html_block" not in kinds
    cells = [child for token in tokens if token.children for child in token.children]
    assert {child.type for child in cells} == {"text"} or {child.type for child in cells} <= {"text", "text_special"}
    assert kinds.count("td_open") == 4 * (7 + 7 + 6)


def test_json_holds_every_score(evaluation):
    text = render_evaluation(evaluation, "json")
    record = json.loads(text)
    assert text.isascii() and record["schema"] == "summarizer/evaluation/1" and record["words"] == 40
    assert record["clusters"] == ["dam", "bank", "club"] and record["irregular"] is False
    for system, result in zip(record["systems"], evaluation.results, strict=True):
        assert system["system"] == result.system and system["clusters"] == len(result.scores)
        assert set(system["means"]) == set(MEASURES)
        for score, found in zip(system["scores"], result.scores, strict=True):
            assert [score[measure] for measure in MEASURES] == [round(value, 5) for value in found.rouge]
        for measure, mean in system["means"].items():
            assert mean["mean"] == round(result.mean(measure).value, 5)
    assert record["systems"][0]["means"]["rouge_1_f"]["p"] is None
    assert record["systems"][2]["missing"] == [
        {"what": name, "why": "there is no output for it"} for name in ("bank", "club")
    ]
    assert record["systems"][3]["silent"] == [{"what": "dam", "why": "its output holds no word"}]


def test_json_is_the_same_from_run_to_run_but_for_the_seconds():
    texts = {
        re.sub(r'"seconds": [\d.e-]+', "", render_evaluation(evaluate(clusters(), words=40, systems=["lead"]), "json"))
        for _ in range(2)
    }
    assert len(texts) == 1


def test_nothing_to_show_is_a_dash():
    nobody = Result(system="x", scores=(), means=())
    evaluation = evaluate(cluster(), words=40, systems=["lead"])
    one = type(evaluation)(
        words=40, irregular=True, same_limit=0.5, clusters=("dam",), results=(nobody, *evaluation.results)
    )
    first, second, third = grids(one)
    assert first.rows[0] == ("x", "0", "–", "–", "–", "–", "–") == second.rows[0]
    assert third.rows[0] == ("x", "0", "–", "–", "–", "–")
    assert re.fullmatch(r"\d+\.\d", first.rows[1][2]), "a single cluster has no interval"
    assert render_evaluation(one).startswith("1 cluster; ") and "irregular forms looked up" in render_evaluation(one)


@pytest.mark.parametrize(("p", "shown"), [(0.0009, "<.001"), (0.0312, ".031"), (1.0, "1.000"), (None, "–")])
def test_chances_are_short(p, shown):
    means = tuple(
        Mean(measure=measure, value=0.5, low=0.4, high=0.6, p=p if "rouge_2" in measure else 0.5)
        for measure in MEASURES
    )
    score = Score(cluster="a", summary="", rouge=(0.5,) * 8, words=1, repeated=0.0, pairs=0, seconds=None)
    result = Result(system="x", scores=(score,), means=means)
    made = evaluate(cluster(), words=40, systems=["lead"])
    one = type(made)(words=40, irregular=False, same_limit=0.5, clusters=("a",), results=(result,))
    assert grids(one)[0].rows[0][-1] == shown == grids(one)[1].rows[0][-1]


def test_long_lists_end_with_a_count():
    made = evaluate(cluster(), words=40, systems=["lead"])
    skipped = tuple(OmittedCluster(what=f"line {number}", why="broken") for number in range(20))
    one = type(made)(words=40, irregular=False, same_limit=0.5, clusters=("a",), results=(), skipped=skipped)
    assert len(remarks(one)) == 13 and remarks(one)[-1] == "Left out: 8 more, named in the json format"


def test_unknown_formats_and_widths_are_errors(evaluation):
    with pytest.raises(SettingsError, match="found 'pdf', wanted one of terminal, markdown, json"):
        render_evaluation(evaluation, "pdf")
    with pytest.raises(SettingsError, match="width"):
        render_evaluation(evaluation, width=0)
